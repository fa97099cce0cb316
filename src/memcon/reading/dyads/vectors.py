"""What the words between two marked parties mean together, by the parser's word vectors where it has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from memcon.language import ParsedText
from memcon.reading.dyads.paths import SKIP_POS, Pair

_NO_VECTOR = SKIP_POS | {"AUX", "PRON"}
#: The length of each of the two directions beside the words' 1.
SHARE = 0.4


def vectors(parsed: ParsedText, pair: Pair, vector: Callable[[str], Any | None]) -> Any | None:
    """Two directions, one after the other: of the words on the path, and of the words between the two.

    Args:
        parsed: the text.
        pair: the two parties.
        vector: the parser's word vectors; see :meth:`memcon.language.Parser.vector`.

    Returns:
        A numpy array, or None where the parser has no vectors.
    """
    import numpy as np

    parts = []
    for indexes in (pair.way, range(*pair.between)):
        words = [
            (token.lemma, 1.0 if token.pos in ("VERB", "NOUN", "ADJ") else 0.3)
            for i in indexes
            if not pair.hides(i)
            for token in (parsed.tokens[i],)
            if not token.entity and token.pos not in _NO_VECTOR
        ]
        parts.append(_direction(words, vector))
    size = next((len(part) for part in parts if part is not None), 0)
    if not size:
        return None
    return np.concatenate([SHARE * part if part is not None else np.zeros(size) for part in parts])


def _direction(words: Sequence[tuple[str, float]], vector: Callable[[str], Any | None]) -> Any | None:
    """The direction of weighted lemmas taken together (length 1), or None where none is known."""
    total = None
    for word, weight in words:
        found = vector(word)
        if found is None:
            continue
        length = float(found @ found) ** 0.5
        if length:
            part = found * (weight / length)
            total = part if total is None else total + part
    if total is None:
        return None
    length = float(total @ total) ** 0.5
    return total / length if length else None
