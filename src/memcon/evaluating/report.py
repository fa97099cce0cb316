"""The figures of an evaluation: precision, recall, F1; what was taken for what; what was missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

#: Stands for “no event” in a confusion: labelled and not found, or found and not labelled.
NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """How one thing was found: how often it is labelled, how often memcon gives it, how often both agree."""

    name: str
    labelled: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is labelled; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found; 0 where nothing is labelled."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.labelled + self.found
        return 2 * self.right / total if total else 0.0

    def as_json(self) -> dict[str, Any]:
        """Counts and shares, shares to three places."""
        shares = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return {"labelled": self.labelled, "found": self.found, "right": self.right, **shares}


@dataclass(frozen=True, slots=True)
class Miss:
    """A text where label and reading differ, each as lines that a person reads."""

    id: str
    text: str
    labelled: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """The outcome for one kind of labels.

    Attributes:
        kind: ``events`` (memcon finds parties and type) or ``dyads`` (the parties are given).
        texts: how many texts or pairs were scored.
        overall: the figures for all types together.
        types: one figure a PLOVER type.
        confusion: (labelled type, found type) → how often; :data:`NOTHING` on either side.
        misses: the texts with a difference.
        shares: further numbers between 0 and 1 (``accuracy``, ``macro F1``, ``status``).
    """

    kind: str
    texts: int
    overall: list[Figure]
    types: list[Figure]
    confusion: Counter[tuple[str, str]]
    misses: list[Miss]
    shares: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Everything, for programs."""
        matrix: dict[str, dict[str, int]] = {}
        for (wanted, got), count in sorted(self.confusion.items()):
            matrix.setdefault(wanted, {})[got] = count
        return {
            "kind": self.kind,
            "texts": self.texts,
            "overall": {figure.name: figure.as_json() for figure in self.overall},
            "shares": {name: round(share, 3) for name, share in self.shares.items()},
            "types": {figure.name: figure.as_json() for figure in self.types},
            "confusion": matrix,
            "misses": [
                {"id": miss.id, "text": miss.text, "labelled": list(miss.labelled), "found": list(miss.found)}
                for miss in self.misses
            ],
        }


def figure(name: str, wanted: Iterable[set[Hashable]], got: Iterable[set[Hashable]]) -> Figure:
    """One figure over texts: what is labelled in each, and what was found there, each thing once a text."""
    pairs = list(zip(wanted, got, strict=True))
    return Figure(
        name,
        sum(len(labels) for labels, _ in pairs),
        sum(len(found) for _, found in pairs),
        sum(len(labels & found) for labels, found in pairs),
    )


def by_type(confusion: Mapping[tuple[str, str], int], order: Iterable[str]) -> list[Figure]:
    """One figure a type that is labelled or found, in the given order."""
    found = []
    for kind in order:
        labelled = sum(n for (wanted, _), n in confusion.items() if wanted == kind)
        given = sum(n for (_, got), n in confusion.items() if got == kind)
        if labelled or given:
            found.append(Figure(kind, labelled, given, confusion.get((kind, kind), 0)))
    return found
