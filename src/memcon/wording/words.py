"""Facts as sentences a desk officer would write."""

from __future__ import annotations

import re

from memcon.record import Fact
from memcon.wording.days import day_in_words, interval
from memcon.wording.relations import OFFICES, RELATIONS

_MISSIONS = frozenset(("opened_mission", "closed_mission", "reopened_mission", "elevated_mission"))
_TREATIES = frozenset(("signed", "ratified", "in_force", "adopted", "voted_on", "party_to"))

# States of affairs, which hold from a day on; every other relation is an act that fell on a day.
STATES = frozenset(
    ("member_of", "holds_office", "chairs", "observer_at", "hosts", "part_of", "in_force", "party_to", "capital_of")
)


_SINCE = {"is": "has been", "chairs": "has chaired", "hosts": "has hosted", "holds": "has held", "has": "has had"}
VERDICT_WORD = {
    "supported": "supported",
    "contradicted": "contradicted",
    "disputed": "disputed",
    "not_covered": "not covered",
}


def day_of(fact: Fact) -> str:
    """The days of a fact as a person writes them: a state of affairs holds since its day, an act fell on it."""
    day = interval(fact.start, fact.end)
    return day if fact.relation in STATES else day.removeprefix("since ")


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
        # What is founded is the subject; its value says what it is, not by whom.
        other = thing or ("" if fact.relation == "founded" else value)
        words = [subject, said if other else said.rsplit(" ", 1)[0], other]
    return " ".join(filter(None, words))


def with_days(words: str, subject: str, relation: str, start: str | None, end: str | None) -> str:
    """A fact in words with its days: a state of affairs has been so since its day, an act fell on one."""
    days = day_in_words(start, end)
    if not days:
        return words
    if relation in STATES and start and not end:
        rest = words.removeprefix(subject).lstrip()
        verb, _, after = rest.partition(" ")
        if verb in _SINCE:
            return f"{subject} {_SINCE[verb]} {after} {days}"
    if relation in STATES and start and end:
        return f"{words} from {day_in_words(start, start)} to {day_in_words(end, end)}"
    if relation in ("elected_to", "reelected_to") and start != end:
        return f"{words}, for the term {days.removeprefix('since ')}"
    days = days.removeprefix("since ")
    return f"{words} {'on' if re.match(r'[0-9]{1,2} ', days) else 'in'} {days}"


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
