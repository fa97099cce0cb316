"""The year of a date that names none: from the publication day and the tense, or from the line of a history."""

from __future__ import annotations

from dataclasses import replace

from memcon.reading.dates.forms import Calendar, DateMention
from memcon.reading.dates.story import Story
from memcon.reading.dates.values import Point, as_date, from_date
from memcon.reading.dates.words import FIXED_DAYS


def year_for(point: Point, form: Calendar, mention: DateMention, story: Story) -> int | None:
    """The year of a date that names none."""
    if form.holiday and form.holiday in FIXED_DAYS:
        month, day = FIXED_DAYS[form.holiday]
        point = Point("day", None, month, day)
    if form.toward is not None and point.month is not None:
        base = story.told if form.toward_told or story.narrative else from_date(story.now) if story.now else None
        if base is None or base.year is None:
            return None
        month = month_of(base) or 6
        if form.toward < 0:
            return base.year - (point.month >= month)
        if form.toward > 0:
            return base.year + (point.month <= month)
        return base.year
    if story.narrative and story.line is not None:
        return _year_told(point, story.line)
    told = story.told
    if told is not None and told.year is not None and told.unit not in ("decade", "century"):
        if story.told_year_at >= 0:
            left = story.sentence_start(mention.start)
            aged = story.now is None or abs(told.year - story.now.year) > 1
            if aged and story.told_year_at >= left and story.told_at >= left and point.unit in ("day", "month"):
                return _year_told(point, told)
    if story.narrative:
        return None
    if story.now is None:
        return story.year
    return _year_near(point, form.weekday, mention, story)


def month_of(point: Point) -> int | None:
    if point.month is not None:
        return point.month
    if point.season:
        return {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[point.season]
    if point.part is not None:
        return 3 * point.part - 1 if point.unit == "quarter" else 6 * point.part - 3
    return None


def _year_told(point: Point, told: Point) -> int | None:
    """The year that carries a narrative on from the date just told of."""
    assert told.year is not None
    month, last = month_of(point), month_of(told)
    if month is None or last is None or told.unit not in ("day", "month", "season", "quarter"):
        return told.year
    if month - last <= -9:
        return told.year + 1
    return told.year


def _year_near(point: Point, weekday: int | None, mention: DateMention, story: Story) -> int | None:
    """The year that puts a day or month where the tense wants it: before publication, or after it."""
    now = story.now
    assert now is not None
    month = month_of(point)
    if month is None:
        return now.year
    day = point.day if point.unit == "day" and point.day is not None else None
    if weekday is not None and day is not None:
        fitting = []
        for year in (now.year, now.year - 1, now.year + 1):
            candidate = as_date(replace(point, year=year))
            if candidate and candidate.isoweekday() == weekday:
                fitting.append((abs((candidate - now).days), year))
        if fitting:
            return min(fitting)[1]
    if day is None:
        if point.unit == "month" and month == now.month:
            return now.year
        ahead = (month - now.month) % 12
        behind = (now.month - month) % 12
    else:
        here = as_date(replace(point, year=now.year)) or as_date(Point("day", now.year, month, min(day, 28)))
        if here is None:
            return now.year
        distance = (here - now).days
        if distance == 0:
            return now.year
        ahead, behind = (distance % 365) / 30.5, (-distance % 365) / 30.5
        if min(ahead, behind) < 1.5:  # within six weeks: the nearer, whatever the tense
            nearer = here if abs(distance) < 183 else None
            if nearer is not None:
                return now.year
            return now.year + (1 if distance < 0 else -1)
    when = story.tense(mention)
    future = when == "future" or (when in (None, "present") and behind > 8 and ahead < 4)
    if when == "past" and ahead < 0.1:
        return now.year
    target_past = not future
    this_year_is_past = month < now.month or (month == now.month and (day or 0) < now.day)
    if point.unit == "season":
        this_year_is_past = month <= now.month
    if target_past:
        return now.year if this_year_is_past else now.year - 1
    return now.year + 1 if this_year_is_past else now.year
