"""The classifier's second opinion on the events that the lexicon reads: what it makes of the same two parties.

It sees the words and the parse, not the lexicon's verdict, so that where the two agree they do so independently.
"""

from __future__ import annotations

from collections.abc import Sequence

from memcon.language import ParsedText
from memcon.reading.context import ActorIndex
from memcon.reading.dyads import Opinion, second_opinions
from memcon.reading.events.drafts import Draft


class Seconder:
    """Gives opinions on the events of one document."""

    def __init__(self, text: ParsedText, actors: ActorIndex) -> None:
        self._text = text
        self._actors = actors
        self._mentions: dict[int, dict[int, tuple[str, ...]]] = {}

    def opinions(self, drafts: Sequence[Draft]) -> list[Opinion | None]:
        """What the classifier makes of each draft's parties under its predicate; None where the sentence lacks one."""
        pairs = [self._pair(draft) for draft in drafts]
        found = iter(second_opinions(self._text, [pair for pair in pairs if pair is not None]))
        return [next(found) if pair is not None else None for pair in pairs]

    def _pair(self, draft: Draft) -> tuple[int, int, int] | None:
        source = self._named(set(draft.source), draft.head)
        target = self._named(set(draft.target).difference(draft.source), draft.head) if source is not None else None
        if source is None or target is None or source == target:
            return None
        return draft.head, source, target

    def _named(self, side: set[str], head: int) -> int | None:
        """The head token of the mention of a side that stands nearest to the predicate in its sentence."""
        found = [i for i, ids in self._mentioned(head).items() if i != head and not side.isdisjoint(ids)]
        if not found:
            return None
        at = min(found, key=lambda i: abs(i - head))
        tokens = self._text.tokens
        while tokens[at].head != at and tokens[at].head in found:
            at = tokens[at].head
        return at

    def _mentioned(self, head: int) -> dict[int, tuple[str, ...]]:
        """The tokens of a sentence that stand for an actor."""
        sentence = self._text.sentence_of(head)
        found = self._mentions.get(sentence.index)
        if found is None:
            tokens = range(sentence.first, sentence.last)
            found = self._mentions[sentence.index] = {i: ids for i in tokens if (ids := self._actors.party(i))}
        return found
