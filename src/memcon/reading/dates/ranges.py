"""Ranges of dates as one interval, and weekdays that do not fit their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.reading.dates.forms import Calendar, DateMention
from memcon.record import DateExpression

_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Period:
    """A range told by two expressions (``from August 14 to 16``): its characters and its interval of days (ISO)."""

    start: int
    end: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class WeekdayConflict:
    """A weekday that its date does not fall on.  ``written`` and ``actual`` are English weekday names."""

    expression: DateExpression
    written: str
    actual: str


def periods(mentions: Sequence[DateMention], expressions: Sequence[DateExpression]) -> tuple[Period, ...]:
    """The ranges whose both ends are fixed; each end stays an expression of its own besides."""
    found = []
    for mention, last in zip(mentions, expressions, strict=True):
        if mention.closes is None:
            continue
        first = expressions[mention.closes]
        if first.first and last.last and first.first <= last.last:
            found.append(Period(first.start, last.end, first.first, last.last))
    return tuple(found)


def weekday_conflicts(
    mentions: Sequence[DateMention], expressions: Sequence[DateExpression]
) -> tuple[WeekdayConflict, ...]:
    """The expressions whose weekday is not that of their date; they are kept as the text has them."""
    found = []
    for mention, expression in zip(mentions, expressions, strict=True):
        form = mention.form
        if isinstance(form, Calendar) and form.weekday and expression.first and expression.first == expression.last:
            actual = date.fromisoformat(expression.first).isoweekday()
            if actual != form.weekday:
                written = _WEEKDAY_NAMES[form.weekday - 1]
                found.append(WeekdayConflict(expression, written, _WEEKDAY_NAMES[actual - 1]))
    return tuple(found)
