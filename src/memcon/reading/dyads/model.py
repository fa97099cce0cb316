"""The trained weights and how a pair is scored with them.  ``docs/classifier.md`` is the model's card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

#: The class of sentences in which the one does nothing to the other.
NOTHING = "NONE"
#: CONCEDE and RETREAT are one class, as in the data the model learnt from.
YIELD = "YIELD"


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over features and word vectors.

    Attributes:
        labels: the classes, in the order of the columns of ``weights``.
        rows: feature → row of ``weights``.
        weights: one row a feature, whole numbers; ``scales`` turns each column into weights.
        dense: one row a number of the word vectors.
        bias: one number a class.
        temperature: margins times this, through a softmax, are probabilities.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    weights: Any
    scales: Any
    dense: Any
    bias: Any
    temperature: float

    def margins(self, features: Iterable[str], vectors: Any = None) -> Any:
        """One number a class, the likeliest the largest.

        Args:
            features: from :func:`memcon.reading.dyads.features.features`.
            vectors: from :func:`memcon.reading.dyads.features.vectors`; None where the parser has none.
        """
        rows = self.rows
        known = [rows[f] for f in dict.fromkeys(features) if f in rows]
        total = self.bias.copy()
        if known:
            total += self.weights[known].sum(axis=0) * self.scales / len(known) ** 0.5
        if vectors is not None and len(self.dense):
            total += vectors @ self.dense
        return total

    def probabilities(self, margins: Any) -> Any:
        """Margins as probabilities that add up to 1."""
        import numpy as np

        odds = np.exp((margins - margins.max()) * self.temperature)
        return odds / odds.sum()


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    import numpy as np

    with files("memcon.reading.dyads").joinpath("model.npz").open("rb") as file:
        held = np.load(file)
        names = bytes(held["features"]).decode("utf-8").split("\n")
        return Model(
            tuple(bytes(held["labels"]).decode("utf-8").split("\n")),
            {name: row for row, name in enumerate(names)},
            held["weights"].astype(np.int32),
            held["scales"].astype(np.float64),
            held["dense"].astype(np.float64),
            held["bias"].astype(np.float64),
            float(held["temperature"]),
        )


def mean_vector(words: Sequence[tuple[str, float]], vector: Callable[[str], Any | None]) -> Any | None:
    """The direction of the words' vectors taken together (length 1), or None where none is known.

    Args:
        words: lemmas with what each counts.
        vector: looks up the vector of a word.
    """
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
