"""How likely an event is right: type and both parties, as a share of events that looked the same.

A logistic model of ten signs; its weights are ``confidence.tsv``, made by ``tools/calibrate_confidence.py`` from
labelled texts.  ``bench/confidence.md`` shows how well the figure holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

from memcon.reading.dyads import Opinion, folded
from memcon.reading.events.drafts import Draft

#: What a share is never said to be beyond: no reading is certain, and none is given that is surely wrong.
LOWEST, HIGHEST = 0.05, 0.97


def read_by(draft: Draft, opinion: Opinion | None) -> str:
    """``both`` where the classifier, which does not see the lexicon's verdict, names the same type."""
    agreed = opinion is not None and opinion.type is not None and folded(opinion.type) == folded(draft.type)
    return "both" if agreed else "lexicon"


def signs_of(draft: Draft, opinion: Opinion | None) -> dict[str, float]:
    """What is known of an event that bears on whether it is right.

    Args:
        draft: the event.
        opinion: what the classifier makes of its parties; None where the sentence does not name both.
    """
    entry = draft.entry
    chances: Mapping[str, float] = opinion.chances if opinion is not None else {}
    signs = {
        "no opinion": float(opinion is None),
        "chance of the type": chances.get(folded(draft.type), 0.0),
        "agreed": float(read_by(draft, opinion) == "both"),
        "chance of nothing": chances.get("NONE", 0.0),
        "both parties": float(bool(draft.source and draft.target)),
        "several parties on a side": float(len(draft.source) > 1 or len(draft.target) > 1),
        "noun": float(draft.noun),
        "phrase": float(entry is not None and entry.construction == "light"),
        "object or complement asked for": float(entry is not None and bool(entry.object or entry.effect)),
        "not told as done": float(draft.status != "happened"),
    }
    return {name: value for name, value in signs.items() if value}


def confidence(signs: Mapping[str, float]) -> float:
    """The share of events with these signs that are right, 0 to 1."""
    weights = _weights()
    total = weights["(base)"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + exp(-total)))), 2)


@cache
def _weights() -> dict[str, float]:
    rows = files("memcon.reading.events").joinpath("confidence.tsv").read_text("utf-8").splitlines()
    return {name: float(weight) for name, weight in (row.split("\t") for row in rows if not row.startswith("#"))}
