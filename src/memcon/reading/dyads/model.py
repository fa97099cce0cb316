"""The trained weights and how a pair is scored with them.  ``docs/classifier.md`` is the model's card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, groupby
from typing import Any

#: The class of sentences in which the one does nothing to the other.
NOTHING = "NONE"
#: CONCEDE and RETREAT are one class, as in the data the model learnt from.
YIELD = "YIELD"
_HALVES = frozenset({"CONCEDE", "RETREAT"})

#: What each group of features counts beside the words: the lexicon's classes of words, and its verdict on the pair.
#: Chosen by cross-validation and on sentences that neither the training nor the lexicon had seen.
SHARES = {"class": 0.5, "lexicon": 0.5}


def folded(kind: str) -> str:
    """The class of a PLOVER type."""
    return YIELD if kind in _HALVES else kind


def group_of(feature: str) -> str:
    """The group of a feature: ``class``, ``lexicon``, or ``word`` for all others."""
    group = feature.partition(":")[0]
    return group if group in SHARES else "word"


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over three groups of features, each group scaled to its share whatever its number.

    Attributes:
        labels: the classes, in the order of the columns of ``weights``.
        hashes: of the features as this process makes them, in order.
        rows: the row of ``weights`` of each of those; each group has its rows together.
        groups: a group, its first row and the one after its last.
        weights: one row a feature, whole numbers; ``scales`` turns each column into weights.
        dense: one row a number of the word vectors.
        bias: one number a class.
        temperatures: margins times this, through a softmax, are probabilities; for the full view of a pair (verdict,
            vectors), and for words and classes alone.
    """

    labels: tuple[str, ...]
    hashes: Any
    rows: Any
    groups: tuple[tuple[str, int, int], ...]
    weights: Any
    scales: Any
    dense: Any
    bias: Any
    temperatures: tuple[float, float]

    def margins(self, features: Sequence[str], vectors: Any = None) -> Any:
        """One number a class, the likeliest the largest.

        Args:
            features: words, classes, and where they are to count the lexicon's verdicts.
            vectors: from :func:`memcon.reading.dyads.vectors.vectors`; None where the parser has none.
        """
        total = self.margins_of_all([features])[0]
        if vectors is not None and len(self.dense):
            total += vectors @ self.dense
        return total

    def margins_of_all(self, pairs: Sequence[Sequence[str]]) -> Any:
        """The margins of several pairs, without vectors: one row each.

        Features are looked up by their hashes, all at once: in a dictionary of this size nearly each look-up would
        have to wait for memory.  That two of them share a hash of 64 bits is not to be expected.
        """
        import numpy as np

        total = np.tile(self.bias, (len(pairs), 1))
        sizes = [len(features) for features in pairs]
        asked = np.fromiter(map(hash, chain.from_iterable(pairs)), np.int64, sum(sizes))
        at = self.hashes.searchsorted(asked)
        at[at == len(self.hashes)] = 0
        known = self.hashes[at] == asked
        numbers = np.repeat(np.arange(len(pairs)), sizes)[known]
        # Pair by pair, row by row, each once.
        found = numbers * len(self.rows) + self.rows[at[known]]
        found.sort()
        pair, rows = np.divmod(found[_new(found)], len(self.rows))
        for group, first, last in self.groups:
            mine = (rows >= first) & (rows < last)
            theirs = pair[mine]
            if not len(theirs):
                continue
            starts = _new(theirs).nonzero()[0]
            counts = np.diff(starts, append=len(theirs))
            sums = np.add.reduceat(self.weights.take(rows[mine], axis=0), starts, axis=0, dtype=np.int32)
            total[theirs[starts]] += sums * self.scales * (SHARES.get(group, 1.0) / np.sqrt(counts))[:, None]
        return total

    def probabilities(self, margins: Any, *, full: bool) -> Any:
        """Margins (one row, or several) as probabilities that add up to 1 in each row."""
        import numpy as np

        odds = np.exp((margins - margins.max(axis=-1, keepdims=True)) * self.temperatures[0 if full else 1])
        return odds / odds.sum(axis=-1, keepdims=True)


def _new(numbers: Any) -> Any:
    """Which of the sorted numbers differ from the one before."""
    import numpy as np

    return np.concatenate(([True], numbers[1:] != numbers[:-1]))[: len(numbers)]


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    import numpy as np

    with files("memcon.reading.dyads").joinpath("model.npz").open("rb") as file:
        held = np.load(file)
        names = bytes(held["features"]).decode("utf-8").split("\n")
        full, bare = held["temperatures"]
        hashes = np.fromiter(map(hash, names), np.int64, len(names))
        order = hashes.argsort()
        return Model(
            tuple(bytes(held["labels"]).decode("utf-8").split("\n")),
            hashes[order],
            order,
            _ranges(names),
            held["weights"],
            held["scales"].astype(np.float64),
            held["dense"].astype(np.float64),
            held["bias"].astype(np.float64),
            (float(full), float(bare)),
        )


def _ranges(names: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Runs of features of one group, with their bounds."""
    found: list[tuple[str, int, int]] = []
    for group, run in groupby(range(len(names)), key=lambda row: group_of(names[row])):
        rows = list(run)
        found.append((group, rows[0], rows[-1] + 1))
    return tuple(found)
