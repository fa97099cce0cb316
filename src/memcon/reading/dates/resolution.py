"""Counts date expressions from where they are counted from: the publication day, or the date just told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from memcon.reading.dates.forms import Calendar, Clock, DateMention, DayOfMonth, Fixed, Span, Step, Weekday
from memcon.reading.dates.ranges import paired, with_notes
from memcon.reading.dates.steps import Answer, day_of_month_answer, step_answer, weekday_answer, window_days
from memcon.reading.dates.story import Story, day_first, is_narrative
from memcon.reading.dates.tenses import sentence_bounds
from memcon.reading.dates.values import (
    Point,
    as_date,
    days_of,
    easter,
    from_date,
    narrow,
    nth_weekday,
    shift,
    timex,
    week_of,
)
from memcon.reading.dates.words import EASTER_DAYS, FIXED_DAYS, NTH_WEEKDAYS
from memcon.reading.dates.years import year_for
from memcon.record import DateExpression


def resolve(
    mentions: Sequence[DateMention],
    text: str,
    published: tuple[str, str] | None,
    year: int | None = None,
    tense_at: Callable[[int], str | None] | None = None,
) -> tuple[DateExpression, ...]:
    """The date expressions of a text with their TIMEX3 value and, where the text fixes one, their interval of days.

    Args:
        mentions: what :func:`memcon.reading.dates.find` found in ``text``; the answer has its length and order.
        text: the text itself.
        published: first and last day (ISO) on which the report came out, None where that is not known.
        year: the year of a report whose day is not known but whose year was worked out by other means.
        tense_at: the tense (past, present, future, None) of the clause around a character offset.

    What cannot be known keeps its holes: ``XXXX-09-25``, ``XXXX-WXX-5``, with ``first`` and ``last`` None.
    """
    mentions = paired(mentions, text)
    now = _published_day(published)
    known_year = now.year if now else _published_year(published) or year
    story = Story(
        text, now, known_year, is_narrative(mentions, now), day_first(mentions, text), tense_at, mentions=mentions
    )
    answers: list[DateExpression] = []
    clocks: list[int] = []
    points: list[Point | None] = []
    for index, mention in enumerate(mentions):
        value, days, point = _answer(mention, story)
        if mention.closes is not None and point is not None:
            opening = points[mention.closes]
            if opening is not None and _wraps(opening, point, mention.form):
                if story.narrative and opening.year is not None:
                    # “from October to March”: the history is in the year of that March
                    shifted = replace(opening, year=opening.year - 1)
                    points[mention.closes] = shifted
                    answers[mention.closes] = _shown(mentions[mention.closes], shifted)
                elif opening.year is not None:
                    point = replace(point, year=opening.year + (_order(point) < _order(opening)))
                    value, days = timex(point), days_of(point)
        if isinstance(mention.form, Clock):
            clocks.append(index)
        points.append(point)
        if point is not None:
            story.remember(mention, point)
        answers.append(
            DateExpression(
                mention.start,
                mention.end,
                mention.text,
                mention.timex_type,
                value,
                days[0].isoformat() if days else None,
                days[1].isoformat() if days else None,
            )
        )
    for index in clocks:
        answers[index] = _clock_answer(index, mentions, answers, points, story)
    return with_notes(mentions, answers)


def _published_day(published: tuple[str, str] | None) -> date | None:
    if not published or published[0] != published[1]:
        return None
    try:
        return date.fromisoformat(published[0][:10])
    except ValueError:
        return None


def _published_year(published: tuple[str, str] | None) -> int | None:
    if published and published[0][:4] == published[1][:4] and published[0][:4].isdigit():
        return int(published[0][:4])
    return None


def _order(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 31


def _wraps(opening: Point, closing: Point, form: object) -> bool:
    """Whether the end of a range, whose year is not written, came out before its beginning."""
    if not isinstance(form, Calendar) or form.point.year is not None or closing.month is None or opening.month is None:
        return False
    if closing.year is None or opening.year is None:
        return False
    return (closing.year, *_order(closing)) < (opening.year, opening.month, opening.day or 1)


def _shown(mention: DateMention, point: Point) -> DateExpression:
    """A mention with the point it turned out to mean."""
    form, days = mention.form, days_of(point)
    if isinstance(form, Calendar) and form.mod and days:
        days = narrow(point, days, form.mod)
    clock = (form.clock or "") if isinstance(form, Calendar) else ""
    first, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
    return DateExpression(
        mention.start, mention.end, mention.text, mention.timex_type, timex(point) + clock, first, last
    )


def _answer(mention: DateMention, story: Story) -> Answer:
    match mention.form:
        case Calendar() as form:
            return _calendar(form, mention, story)
        case Weekday() as form:
            return weekday_answer(form, mention, story)
        case Step() as form:
            return step_answer(form, mention, story)
        case DayOfMonth() as form:
            return day_of_month_answer(form, story)
        case Span() as form:
            return form.value, window_days(form, mention, story), None
        case Fixed() as form:
            return form.value, None, None
        case Clock() as form:
            return f"XXXX-XX-XX{form.clock}", None, None


# ---------------------------------------------------------------------------------------------- calendar expressions
def _calendar(form: Calendar, mention: DateMention, story: Story) -> Answer:
    point = form.point
    if form.other is not None and not story.day_first:
        point = form.other
    line = story.line.year if story.line else None
    if mention.text[0] in "'’‘" and story.narrative and point.year is not None and line is not None:
        point = replace(point, year=point.year + 100 * round((line - point.year) / 100))  # ’89 of the history's century
    if point.year is None:
        if form.year_step is not None:
            told = story.told.year if story.told else None
            base = told if form.year_from == "told" else story.year
            point = replace(point, year=None if base is None else base + form.year_step)
        else:
            point = replace(point, year=year_for(point, form, mention, story))
    if form.holiday:
        point = _holiday(form.holiday, point.year)
    value = timex(point)
    days = days_of(point)
    if form.fiscal:
        return f"FY{value}", None, None
    if form.point.season == "WI" and form.point.year is None and story.narrative and point.year is not None:
        reached = story.line.month if story.line else None
        if reached is not None and reached >= 9 and form.year_step is None:
            # the winter that a story comes to in autumn is named for the year most of it lies in
            return timex(replace(point, year=point.year + 1)), None, None
    if form.mod in ("WEEK", "WEEKEND"):
        day = as_date(point)
        if day is None:
            return "XXXX-WXX", None, None
        point = replace(week_of(day), unit="week" if form.mod == "WEEK" else "weekend")
        return timex(point), days_of(point), point
    if days and form.mod:
        days = narrow(point, days, form.mod)
    return value + (form.clock or ""), days, point


def _holiday(name: str, year: int | None) -> Point:
    if name in FIXED_DAYS:
        return Point("day", year, *FIXED_DAYS[name])
    if year is None:
        return Point("day")
    if name in EASTER_DAYS:
        sunday = easter(year)
        day = shift(sunday, EASTER_DAYS[name]) if sunday else None
    else:
        month, weekday, nth = NTH_WEEKDAYS[name]
        day = nth_weekday(year, month, weekday, nth)
    return from_date(day) if day else Point("day", year)


_TO_DATE: Final = re.compile(r"\s*(?:,|on|\(|of)?\s*(?:the\s+)?$", re.IGNORECASE)
_TO_CLOCK: Final = re.compile(
    r"\s*(?:,\s*)?(?:at|around|about|by|from|,|shortly\s+(?:before|after))?\s*(?:about\s+|around\s+)?$", re.IGNORECASE
)


def _clock_answer(
    index: int,
    mentions: Sequence[DateMention],
    answers: Sequence[DateExpression],
    points: Sequence[Point | None],
    story: Story,
) -> DateExpression:
    """A time of day with the day that stands beside it, or failing that the day last told of."""
    here = answers[index]
    clock = mentions[index].form
    assert isinstance(clock, Clock)
    for other, pattern in ((index + 1, _TO_DATE), (index - 1, _TO_CLOCK)):
        if not 0 <= other < len(mentions):
            continue
        a, b = (here, answers[other]) if other > index else (answers[other], here)
        point = points[other]
        if (
            point is not None
            and point.unit == "day"
            and b.start - a.end < 16
            and pattern.match(story.text[a.end : b.start])
        ):
            return replace(here, timex=timex(point) + clock.clock, first=answers[other].first, last=answers[other].last)
    left, _ = sentence_bounds(story.text, here.start)
    for other in range(index - 1, -1, -1):
        point = points[other]
        if point is None:
            continue
        if story.narrative or answers[other].start >= left:
            if point.unit == "day":
                return replace(here, timex=timex(point) + clock.clock)
            break
        break
    if story.now is not None and not story.narrative:
        return replace(here, timex=story.now.isoformat() + clock.clock)
    return here
