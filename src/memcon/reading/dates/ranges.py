"""Ranges of dates as one interval, and weekdays that do not fit their dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.reading.dates.forms import Calendar, DateMention, Weekday
from memcon.reading.dates.values import LONGEST, Point
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


_JOINED = re.compile(r",?\s*(?:,|and|&|to|[-–])\s*")


def paired(mentions: Sequence[DateMention], text: str) -> Sequence[DateMention]:
    """“Thursday and Friday, March 14 and 15”: the first weekday is the first day’s, the second the second’s."""
    found = list(mentions)
    for n in range(len(found) - 2):
        one, two, three = found[n : n + 3]
        if (
            not isinstance(one.form, Weekday)
            or not isinstance(two.form, Calendar)
            or not isinstance(three.form, Calendar)
        ):
            continue
        listed = two.form.weekday and two.form.point.unit == three.form.point.unit == "day" and not three.form.weekday
        near = _JOINED.fullmatch(text[one.end : two.start]) and _JOINED.fullmatch(text[two.end : three.start])
        if listed and near and one.form.which == "bare":
            found[n] = replace(one, form=replace(two.form, weekday=one.form.weekday, clock=one.form.clock))
            found[n + 1] = replace(two, form=replace(two.form, weekday=one.form.weekday))
            found[n + 2] = replace(three, form=replace(three.form, weekday=two.form.weekday))
    return found


def with_notes(mentions: Sequence[DateMention], expressions: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """The expressions, each with a note where its weekday or its day cannot be."""
    conflicts = {c.expression.start: c for c in weekday_conflicts(mentions, expressions)}
    noted = []
    for mention, expression in zip(mentions, expressions, strict=True):
        conflict, note = conflicts.get(expression.start), None
        if conflict is not None:
            day = date.fromisoformat(expression.first or "")
            note = f"{day.day} {day:%B} {day.year} falls on a {conflict.actual}, not on a {conflict.written}"
        elif isinstance(mention.form, Calendar) and _never(mention.form.point):
            note = "that month has no such day"
        noted.append(replace(expression, note=note) if note else expression)
    return tuple(noted)


def _never(point: Point) -> bool:
    """Whether the calendar knows no such day in any year: 31 April, 30 February."""
    return (
        point.unit == "day" and point.month is not None and point.day is not None and point.day > LONGEST[point.month]
    )


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
