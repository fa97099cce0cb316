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
    # Only acts of one kind can be one act: the kept ones of each kind, in order.
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        same = alike.setdefault((draft.type, draft.act, draft.status), [])
        before = next((other for other in same if _again(draft, other, parties, context)), None)
        if before is None:
            kept.append(draft)
            same.append(draft)
        elif _heading(before, context) and not draft.noun:
            kept[kept.index(before)] = draft
            same[same.index(before)] = draft
        elif before.date is None or not before.date.start:
            before.date = draft.date
    return kept


def _again(draft: Draft, before: Draft, parties: Parties, context: Context) -> bool:
    """Whether a draft tells the act of an earlier one once more."""
    text = context.parsed
    if text.sentence_of(draft.head).index == text.sentence_of(before.head).index:
        return False
    if draft.cameo[:2] != before.cameo[:2]:
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
