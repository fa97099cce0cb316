"""The classifier's second opinion on the events that the lexicon reads: what it makes of the same two parties.

It sees the words and the parse, not the lexicon's verdict, so that where the two agree they do so independently.
"""

from __future__ import annotations

from memcon.language import ParsedText
from memcon.reading.context import ActorIndex
from memcon.reading.dyads import Opinion, second_opinion
from memcon.reading.events.drafts import Draft


def opinion_on(draft: Draft, text: ParsedText, actors: ActorIndex) -> Opinion | None:
    """What the classifier makes of a draft's parties under its predicate.

    Returns:
        None where the sentence does not name both.
    """
    source = _named(draft.source, draft.head, text, actors)
    target = _named(tuple(a for a in draft.target if a not in draft.source), draft.head, text, actors)
    if source is None or target is None or source == target:
        return None
    return second_opinion(text, draft.head, source, target)


def _named(side: tuple[str, ...], head: int, text: ParsedText, actors: ActorIndex) -> int | None:
    """The head token of the mention of a side that stands nearest to the predicate in its sentence."""
    sentence = text.sentence_of(head)
    wanted = set(side)
    found = [i for i in range(sentence.first, sentence.last) if i != head and not wanted.isdisjoint(actors.party(i))]
    if not found:
        return None
    at = min(found, key=lambda i: abs(i - head))
    while text.tokens[at].head != at and text.tokens[at].head in found:
        at = text.tokens[at].head
    return at
