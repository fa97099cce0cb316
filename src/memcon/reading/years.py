"""The year of an undated report, worked out from who held which office and from the dated things it tells."""

from __future__ import annotations

from memcon.reading.context import ActorIndex, Context
from memcon.record import DateExpression, Fact


def infer_year(
    context: Context, actors: ActorIndex, facts: tuple[Fact, ...], dates: tuple[DateExpression, ...]
) -> tuple[int, str] | None:
    """The one year in which all that the report tells was so, and why; None where several or none fit."""
    return None
