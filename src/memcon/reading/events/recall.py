"""Acts spoken of again: “condemned the strikes”, “welcomed the decision” mean what was told before."""

from __future__ import annotations

from memcon.ontology.lexicon import Lexicon
from memcon.reading.events.drafts import Draft
from memcon.reading.events.parties import Parties
from memcon.reading.events.status import DENIED

# Nouns that can mean any act at all.
_ANY_ACT = frozenset(
    {"move", "decision", "step", "action", "measure", "announcement", "act", "incident", "gesture", "development"}
)
_CHARGES = frozenset({"accusation", "allegation", "claim", "charge", "criticism"})
# Within so many sentences a speaker goes on speaking to the same side.
_NEAR = 3
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_JUDGED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
# Nouns of violence that no entry has, because they name nobody.
_VIOLENCE = frozenset({"violence", "bloodshed", "crackdown", "fighting", "hostility"})
# Words of friendship without an act: “looks forward to strengthening these ties”.
FRIENDSHIP = "050"
_BETWEEN = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


def recalls(kind: str, objects: tuple[int, ...], parties: Parties, lexicon: Lexicon) -> int | None:
    """The noun among the objects of praise or blame that speaks again of an act, None where none does."""
    if kind not in _JUDGED:
        return None
    tokens = parties.text.tokens
    for noun in objects:
        definite = any(tokens[c].lower in _DEFINITE for c in tokens[noun].children if tokens[c].dep == "det")
        lemma = tokens[noun].lemma
        if definite and (lemma in _ANY_ACT or lemma in _VIOLENCE or lemma in lexicon.nouns or _agreed(lemma, lexicon)):
            return noun
    return None


def resolve_recalled(drafts: list[Draft], parties: Parties, lexicon: Lexicon) -> None:
    """Gives praise and blame of an act told before the parties of that act; what stays without is dropped."""
    for draft in drafts:
        if draft.recalls is not None and not draft.source:
            draft.source, draft.target = _signatories(draft, drafts, parties)
            draft.pending = False
        elif draft.recalls is not None and not parties.any_known(draft.target):
            addressed = draft.cameo == FRIENDSHIP
            draft.target = _addressee(draft, drafts, parties) if addressed else _meant(draft, drafts, parties, lexicon)
    drafts[:] = [
        d
        for d in drafts
        if d.recalls is None
        or d.type == "REJECT"
        or parties.any_known(d.target)
        or (d.type == "ACCUSE" and parties.of_a_side(d.source))  # “condemned the attack”: of whom nobody says
    ]


def _signatories(draft: Draft, drafts: list[Draft], parties: Parties) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """“an agreement will be signed in June”: between the two of whom the text spoke last."""
    here = parties.text.sentence_of(draft.head).index
    for before in sorted(drafts, key=lambda d: (d.head > draft.head, abs(d.head - draft.head))):
        apart = here - parties.text.sentence_of(before.head).index
        mutual = before.type in _BETWEEN and before.source and before.target and before is not draft
        if mutual and 0 <= apart <= _NEAR:
            return before.source, before.target
    return (), ()


def _addressee(draft: Draft, drafts: list[Draft], parties: Parties) -> tuple[str, ...]:
    """“I look forward to strengthening these ties”: with whom the speaker praised or congratulated before."""
    sides = {parties.country(a) for a in draft.source}
    for before in reversed(drafts):
        mine = before.head < draft.head and sides & {parties.country(a) for a in before.source}
        if mine and before.type == "SUPPORT" and parties.any_known(before.target):
            return before.target
    return ()


def resolve_addressed(drafts: list[Draft], parties: Parties) -> None:
    """“We condemn the arrests by X. We call for their release”: who has just been blamed is asked."""
    for place, draft in enumerate(drafts):
        released = draft.act == "RETREAT" and _possessed(draft, parties)
        if draft.type != "REQUEST" or not draft.source or draft.noun or (draft.target and not released):
            continue
        for before in reversed(drafts[:place]):
            far = parties.text.sentence_of(draft.head).index - parties.text.sentence_of(before.head).index
            if far > _NEAR:
                break
            if before.type == "ACCUSE" and before.source == draft.source and before.target:
                draft.target, draft.pending = before.target, False
                break


def _possessed(draft: Draft, parties: Parties) -> bool:
    """“demand his release”: he is not the one who is asked."""
    tokens = parties.text.tokens
    clause = draft.clause
    nouns = (*clause.patient, *clause.oblique("for")) if clause is not None else ()
    return any(tokens[c].tag == "PRP$" for noun in nouns for c in tokens[noun].children)


def _meant(draft: Draft, drafts: list[Draft], parties: Parties, lexicon: Lexicon) -> tuple[str, ...]:
    """The parties of the act that a noun speaks of again: first of what was done to the speaker."""
    noun = draft.recalls or 0
    lemma = parties.text.tokens[noun].lemma
    kinds = {entry.type for _, entry in lexicon.nouns.get(lemma, ())}
    if lemma in _VIOLENCE:
        kinds |= {"ASSAULT", "COERCE"}
    if _agreed(lemma, lexicon):
        kinds |= {"SUPPORT", "AGREE", "RETREAT"}
    sides = {parties.country(a) for a in draft.source}
    if lemma in _CHARGES:
        for other in reversed(drafts):
            accused = other.type == "ACCUSE" and any(parties.country(a) in sides for a in other.target)
            if accused and other.head < draft.head:
                return other.source
    found: list[tuple[bool, int, tuple[str, ...]]] = []
    for other in drafts:
        if other.head >= draft.head or other.status == DENIED or other.recalls is not None or _long_ago(other, parties):
            continue
        named = any(parties.text.tokens[o].lemma == lemma for o in other.objects)
        if not (named or lemma in _ANY_ACT or kinds & {other.type, other.act}):
            continue
        agreement = other.type == "AGREE" or other.cameo in ("057", "0356", "0871", "037")
        if _agreed(lemma, lexicon) and not named and not agreement:
            continue
        mutual = other.type in _BETWEEN and draft.type == "SUPPORT"
        meant = (*other.source, *other.target) if mutual else other.source
        target = tuple(a for a in dict.fromkeys(meant) if parties.country(a) not in sides)
        if target:
            mine = any(parties.country(a) in sides for a in other.target)
            # “the move” is the one that the report opens with, “the attack” the last one told.
            found.append((mine, -other.head if lemma in _ANY_ACT else other.head, target))
    return max(found, default=(False, 0, ()))[2]


def _agreed(lemma: str, lexicon: Lexicon) -> bool:
    return any(lemma in lexicon.classes[name].single for name in ("agreement", "ceasefire") if name in lexicon.classes)


def _long_ago(draft: Draft, parties: Parties) -> bool:
    """“have fought two wars”: what has been so is not the news."""
    clause = draft.clause
    tokens = parties.text.tokens
    return (
        clause is not None
        and clause.perfect
        and any(tokens[c].lower in ("have", "has") for c in tokens[clause.verb].children if tokens[c].dep == "aux")
    )
