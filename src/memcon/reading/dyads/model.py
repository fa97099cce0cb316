"""The trained weights and how a pair is scored with them.  ``docs/classifier.md`` is the model's card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
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
        rows: feature → row of ``weights``.
        weights: one row a feature, whole numbers; ``scales`` turns each column into weights.
        dense: one row a number of the word vectors.
        bias: one number a class.
        temperatures: margins times this, through a softmax, are probabilities; for the full view of a pair (verdict,
            vectors), and for words and classes alone.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
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
        known: dict[str, list[int]] = {}
        for feature in dict.fromkeys(features):
            row = self.rows.get(feature)
            if row is not None:
                known.setdefault(group_of(feature), []).append(row)
        total = self.bias.copy()
        for group, rows in known.items():
            share = SHARES.get(group, 1.0) / len(rows) ** 0.5
            total += self.weights[rows].sum(axis=0) * self.scales * share
        if vectors is not None and len(self.dense):
            total += vectors @ self.dense
        return total

    def probabilities(self, margins: Any, *, full: bool) -> Any:
        """Margins as probabilities that add up to 1."""
        import numpy as np

        odds = np.exp((margins - margins.max()) * self.temperatures[0 if full else 1])
        return odds / odds.sum()


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
            held["weights"].astype(np.int32),
            held["scales"].astype(np.float64),
            held["dense"].astype(np.float64),
            held["bias"].astype(np.float64),
            (float(full), float(bare)),
        )
