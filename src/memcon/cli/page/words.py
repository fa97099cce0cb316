"""Events and facts as sentences a desk officer would write."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.cli.page.wording import CODES, MODES, OFFICES, RELATIONS, STATUSES, TYPES
from memcon.record import Event, Fact

# A type that speaks of another act (refused to meet): its own word before the act's infinitive, in three forms.
_SPEAKING_OF = {
    "REJECT": ("refused to", "refuse to", "refused to"),
    "THREATEN": ("threatened to", "threaten to", "threatened to"),
    "CONCEDE": ("promised to", "promise to", "promised to"),
}
_SPOKEN = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))

# What is asked for, where the act's own words would want an object.
_WISHES = {
    "SUPPORT": "to give support",
    "ACCUSE": "to criticise others",
    "REJECT": "to refuse",
    "THREATEN": "to give a warning",
    "ASSAULT": "to attack",
}

_MISSIONS = frozenset(("opened_mission", "closed_mission", "reopened_mission", "elevated_mission"))
_TREATIES = frozenset(("signed", "ratified", "in_force", "adopted", "voted_on", "party_to"))

# States of affairs, which hold from a day on; every other relation is an act that fell on a day.
STATES = frozenset(
    ("member_of", "holds_office", "chairs", "observer_at", "hosts", "part_of", "in_force", "party_to", "capital_of")
)


@dataclass(frozen=True, slots=True)
class Said:
    """An event in words: what was done, to whom, and what follows; ``whom`` is empty where nobody is named."""

    what: str
    whom: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Verb:
    past: str
    bare: str
    participle: str
    tail: str
    alone: str


def event_in_words(event: Event, whom: str, *, several: bool = False) -> Said:
    """What the source did, ``whom`` being the target already in words and ``several`` whether the source is several."""
    if event.act and event.act != event.type:
        act = _verb(event.act, event.mode, None)
        if event.type == "REQUEST":
            wish = _WISHES.get(event.act) or f"to {act.bare} {act.alone}".strip()
            return Said("asked", whom, wish) if whom else Said(f"asked others {wish}", "")
        if event.type in _SPEAKING_OF:
            past, bare, participle = (f"{word} {act.bare}" for word in _SPEAKING_OF[event.type])
            act = _Verb(past, bare, participle, act.tail, act.alone)
            happened = event.status not in ("denied", "alleged", "hypothetical", "conditional")
        else:
            happened = event.status == "happened"
    else:
        act = _verb(event.type, event.mode, event.cameo)
        # Asking, promising, refusing and threatening are acts of speech: they are done when they are said.
        happened = event.status == "happened" or (
            event.act is None and event.type in _SPOKEN and event.status in ("planned", "offered", "requested")
        )
    if happened:
        return _with(act, act.past, whom)
    shape = STATUSES[event.status]
    if several and shape.startswith("is "):
        shape = "are " + shape.removeprefix("is ")
    return _with(act, shape.format(bare=act.bare, participle=act.participle), whom)


def fact_in_words(fact: Fact, subject: str, thing: str | None, *, several: bool = False, in_state: bool = False) -> str:
    """A fact as a short sentence without its date: “Azerbaijan is a member of the United Nations”.

    Args:
        fact: what is said.
        subject: its subject in words.
        thing: its object in words, or None.
        several: whether the subject is several.
        in_state: whether the object is a state: an embassy is in a state, a mission at an organisation.
    """
    past = fact.relation in STATES and fact.end is not None
    said = _number(RELATIONS[fact.relation].split(" | ")[fact.negated], several, past)
    value = fact.value or ""
    of_it = f"of {thing}" if thing else ""
    if fact.relation in OFFICES and value:
        office = _number(OFFICES[fact.relation], several, past)
        words = [subject, office, "not" if fact.negated else "", value, of_it]
    elif fact.relation in _MISSIONS:
        said = said.replace("its mission", f"its {value}") if value else said
        said = said.removesuffix(" at")
        words = [subject, said, ("in" if in_state else "at") if thing else "", thing or ""]
    elif fact.relation in _TREATIES and value:
        words = [subject, said.removesuffix(" with"), value, f"({thing})" if thing else ""]
    else:
        other = thing or value
        words = [subject, said if other else said.rsplit(" ", 1)[0], other]
    return " ".join(filter(None, words))


def _number(said: str, several: bool, past: bool) -> str:
    """The verb for one subject or for several, now or then: is, are, was, were; chairs, chair, chaired."""
    first, space, rest = said.partition(" ")
    if first in _FORMS:
        plural, was, were = _FORMS[first]
        first = (were if several else was) if past else (plural if several else first)
        rest = rest.replace("a member", "members").replace("an observer", "observers") if several else rest
    elif several and first == "was":
        first = "were"
    return first + space + rest


_FORMS = {
    "is": ("are", "was", "were"),
    "has": ("have", "had", "had"),
    "does": ("do", "did", "did"),
    "chairs": ("chair", "chaired", "chaired"),
    "hosts": ("host", "hosted", "hosted"),
    "works": ("work", "worked", "worked"),
    "holds": ("hold", "held", "held"),
}


def _verb(kind: str, mode: str | None, cameo: str | None) -> _Verb:
    """The wording of a type, its mode and its CAMEO code, the most telling first."""
    spelled = (cameo and CODES.get(cameo[:3])) or (mode and MODES.get(f"{kind} {mode}")) or TYPES[kind]
    past, bare, participle, tails = spelled.split(" | ")
    tail, _, alone = tails.partition(" / ")
    return _Verb(past, bare, participle, tail, alone)


def _with(verb: _Verb, said: str, whom: str) -> Said:
    if not whom:
        return Said(f"{said} {verb.alone}".strip(), "")
    before, _, after = verb.tail.partition("~")
    return Said(f"{said} {before}".strip(), whom, after.strip())
