"""The way through the parse from one marked party to the other."""

from __future__ import annotations

from collections.abc import Sequence

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


def path_between(parsed: ParsedText, a: int, b: int) -> tuple[list[int], int, list[int]]:
    """The way through the tree from ``a`` to ``b``: up to the word that governs both, that word, and down."""
    up = [a, *parsed.ancestors(a)]
    place = {t: k for k, t in enumerate(up)}
    down: list[int] = []
    for t in [b, *parsed.ancestors(b)]:
        if t in place:
            return up[: place[t]], t, down[::-1]
        down.append(t)
    return up[:-1], up[-1], down[::-1]  # two trees: the root of the first stands for both


def verb_over(parsed: ParsedText, i: int, span: Range) -> int | None:
    """The verb nearest above token ``i``, outside ``span``; None where there is none."""
    for a in parsed.ancestors(i):
        if parsed.tokens[a].pos in ("VERB", "AUX") and not span[0] <= a < span[1]:
            return a
    return None
