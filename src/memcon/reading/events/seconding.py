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
        self._mentions: dict[int, dict[str, list[int]]] = {}

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
        mentioned = self._mentioned(head)
        found = {i for actor in side for i in mentioned.get(actor, ()) if i != head}
        if not found:
            return None
        at = min(found, key=lambda i: (abs(i - head), i))
        tokens = self._text.tokens
        while tokens[at].head != at and tokens[at].head in found:
            at = tokens[at].head
        return at

    def _mentioned(self, head: int) -> dict[str, list[int]]:
        """The actors of a sentence, and the tokens that stand for each."""
        sentence = self._text.sentence_of(head)
        found = self._mentions.get(sentence.index)
        if found is None:
            found = self._mentions[sentence.index] = {}
            for i in range(sentence.first, sentence.last):
                for actor in self._actors.party(i):
                    found.setdefault(actor, []).append(i)
        return found
