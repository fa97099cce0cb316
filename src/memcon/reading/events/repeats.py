"""One act told twice in a text is one event: the heading and the lead, the attack and “the attack”."""

from __future__ import annotations

from memcon.reading.context import Context
from memcon.reading.events.drafts import Draft
from memcon.reading.events.parties import Parties

# What is said in so many words is said anew in every sentence; deeds and meetings are told again.
_SAID = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT", "AGREE", "CONCEDE"})
_TREATY = "057"


def without_repeats(drafts: list[Draft], parties: Parties, context: Context) -> list[Draft]:
    """The drafts with each act once, where it is told most fully: not in the heading, else where it is told first."""
    kept: list[Draft] = []
    # Only acts of one kind between the same sides can be one act, those of the heading apart: their places in ``kept``.
    alike: dict[tuple[object, ...], list[int]] = {}
    headings: list[int] = []
    for draft in drafts:
        same = alike.setdefault((_kind(draft), _sides(draft, parties)), [])
        places = sorted((*same, *headings))
        place = next((at for at in places if _again(draft, kept[at], parties, context)), None)
        if place is None:
            (headings if _heading(draft, context) else same).append(len(kept))
            kept.append(draft)
            continue
        before = kept[place]
        if _heading(before, context) and not draft.noun:
            kept[place] = draft
            headings.remove(place)
            same.append(place)
        elif before.date is None or not before.date.start:
            before.date = draft.date
    return kept


def _again(draft: Draft, before: Draft, parties: Parties, context: Context) -> bool:
    """Whether a draft tells the act of an earlier one once more."""
    text = context.parsed
    if text.sentence_of(draft.head).index == text.sentence_of(before.head).index:
        return False
    if _kind(draft) != _kind(before):
        return False
    heading = _heading(before, context)
    if _sides(draft, parties) != _sides(before, parties) and not (heading and _within(before, draft, parties)):
        return False
    if not _alike(_days(draft), _days(before)):
        return False
    if heading:
        return True
    if draft.type in _SAID and draft.cameo != _TREATY:
        return False
    named = draft.noun and (_days(draft) is None or _days(before) is not None)
    return named or text.tokens[draft.head].lemma == text.tokens[before.head].lemma


def _kind(draft: Draft) -> tuple[object, ...]:
    return draft.type, draft.act, draft.status, draft.cameo[:2]


def _within(before: Draft, draft: Draft, parties: Parties) -> bool:
    """Whether the heading names no party that the lead does not."""
    one, other = ({parties.country(a) for a in (*d.source, *d.target)} for d in (before, draft))
    return one <= other


def _sides(draft: Draft, parties: Parties) -> frozenset[str] | tuple[frozenset[str], frozenset[str]]:
    source, target = (frozenset(map(parties.country, side)) for side in (draft.source, draft.target))
    return source | target if draft.type in ("CONSULT", "COOPERATE", "AGREE") else (source, target)


def _days(draft: Draft) -> tuple[str | None, str | None] | None:
    return (draft.date.start, draft.date.end) if draft.date is not None and draft.date.start else None


def _alike(one: tuple[str | None, str | None] | None, other: tuple[str | None, str | None] | None) -> bool:
    """Whether two dates can be of one act: one is not known, or lies within the other (“this year”)."""
    if one is None or other is None:
        return True
    return (one[0] or "") <= (other[0] or "") <= (other[1] or "") <= (one[1] or "") or one == other


def _heading(draft: Draft, context: Context) -> bool:
    """Whether a draft stands in the first line, told without a full stop."""
    sentence = context.parsed.sentence_of(draft.head)
    text = context.parsed.text
    return sentence.index == 0 and text[sentence.end - 1] not in '.!?”"' and "\n" in text[sentence.end :][:2]
