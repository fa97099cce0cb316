"""The way through the parse from one marked party to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.language import ParsedText

Range = tuple[int, int]

#: Words that say nothing of the act.
SKIP_POS = frozenset({"PUNCT", "SPACE", "DET", "SYM"})


def spans_of(parsed: ParsedText, span: Sequence[int]) -> Range | None:
    """The tokens of characters ``span``; None where there are none."""
    tokens = parsed.tokens_within(span[0], span[1])
    return (tokens.start, tokens.stop) if len(tokens) else None


def head_of(parsed: ParsedText, span: Range) -> int:
    """The token of ``span`` that governs the others: the one whose governor lies outside; the first of them."""
    first, last = span
    for i in range(first, last):
        head = parsed.tokens[i].head
        if (head == i or not first <= head < last) and parsed.tokens[i].pos not in SKIP_POS:
            return i
    return first


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked parties in the parse.

    Attributes:
        source: first token of the source and the one after its last.
        target: likewise.
        way: the words on the way through the parse from the one to the other, those of the parties left out.
        over_source: the verb nearest above the source; None where there is none.
        over_target: likewise.
    """

    source: Range
    target: Range
    way: tuple[int, ...]
    over_source: int | None
    over_target: int | None

    @classmethod
    def of(cls, parsed: ParsedText, source: Range, target: Range) -> Pair:
        """The pair that these tokens are."""
        above = _upwards(parsed, head_of(parsed, source))
        other = _upwards(parsed, head_of(parsed, target))
        return cls(
            source,
            target,
            tuple(i for i in _joined(above, other) if not (source[0] <= i < source[1] or target[0] <= i < target[1])),
            _verb_over(parsed, above, source),
            _verb_over(parsed, other, target),
        )

    def hides(self, i: int) -> bool:
        """Whether token ``i`` belongs to a party."""
        return self.source[0] <= i < self.source[1] or self.target[0] <= i < self.target[1]

    @property
    def between(self) -> Range:
        """The tokens from the end of the first party to the start of the second."""
        left, right = sorted((self.source, self.target))
        return left[1], right[0]


def _upwards(parsed: ParsedText, i: int) -> list[int]:
    """A token and its governors, nearest first."""
    tokens = parsed.tokens
    found = [i]
    while (head := tokens[i].head) != i:
        found.append(head)
        i = head
    return found


def _joined(up: list[int], other: list[int]) -> Iterator[int]:
    """From the one up to the word that governs both, and down to the other; without the two at the ends."""
    shared = next((i for i in other if i in up), None)
    if shared is None:  # two trees: the root of the first stands for both
        return iter((*up[1:], *other[1:][::-1]))
    return iter((*up[1 : up.index(shared)], shared, *other[1 : other.index(shared)][::-1]))


def _verb_over(parsed: ParsedText, above: list[int], span: Range) -> int | None:
    """The verb nearest above a token, outside ``span``."""
    for i in above[1:]:
        if parsed.tokens[i].pos in ("VERB", "AUX") and not span[0] <= i < span[1]:
            return i
    return None
