"""The trained weights and how a pair is scored with them.  ``docs/classifier.md`` is the model's card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain, groupby
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
        rows: feature → row of ``weights``; sorted, so that each group has its rows together.
        groups: a group, its first row and the one after its last.
        weights: one row a feature, whole numbers; ``scales`` turns each column into weights.
        dense: one row a number of the word vectors.
        bias: one number a class.
        temperatures: margins times this, through a softmax, are probabilities; for the full view of a pair (verdict,
            vectors), and for words and classes alone.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    groups: tuple[tuple[str, int, int], ...]
    weights: Any
    scales: Any
    dense: Any
    bias: Any
    temperatures: tuple[float, float]

    def margins(self, features: Iterable[str], vectors: Any = None) -> Any:
        """One number a class, the likeliest the largest.

        Args:
            features: words, classes, and where they are to count the lexicon's verdicts.
            vectors: from :func:`memcon.reading.dyads.vectors.vectors`; None where the parser has none.
        """
        total = self.margins_of_all([features])[0]
        if vectors is not None and len(self.dense):
            total += vectors @ self.dense
        return total

    def margins_of_all(self, pairs: Sequence[Iterable[str]]) -> Any:
        """The margins of several pairs, without vectors: one row each."""
        import numpy as np

        total = np.tile(self.bias, (len(pairs), 1))
        known = [sorted({self.rows.get(name, -1) for name in features}) for features in pairs]
        for group, first, last in self.groups:
            theirs = [rows[bisect_left(rows, first) : bisect_left(rows, last)] for rows in known]
            some = [number for number, rows in enumerate(theirs) if rows]
            if not some:
                continue
            counts = [len(theirs[number]) for number in some]
            bounds = list(accumulate(counts, initial=0))[:-1]
            sums = np.add.reduceat(self.weights.take(list(chain.from_iterable(theirs)), axis=0), bounds, axis=0)
            shares = np.array([SHARES.get(group, 1.0) / count**0.5 for count in counts])
            total[some] += sums * self.scales * shares[:, None]
        return total

    def probabilities(self, margins: Any, *, full: bool) -> Any:
        """Margins (one row, or several) as probabilities that add up to 1 in each row."""
        import numpy as np

        odds = np.exp((margins - margins.max(axis=-1, keepdims=True)) * self.temperatures[0 if full else 1])
        return odds / odds.sum(axis=-1, keepdims=True)


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    import numpy as np

    with files("memcon.reading.dyads").joinpath("model.npz").open("rb") as file:
        held = np.load(file)
        names = bytes(held["features"]).decode("utf-8").split("\n")
        full, bare = held["temperatures"]
        return Model(
            tuple(bytes(held["labels"]).decode("utf-8").split("\n")),
            {name: row for row, name in enumerate(names)},
            _ranges(names),
            held["weights"].astype(np.int32),
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
