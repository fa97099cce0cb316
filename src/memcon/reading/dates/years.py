"""The year of a date that names none: from the publication day and the tense, or from the line of a history."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from memcon.reading.dates.forms import Calendar, DateMention
from memcon.reading.dates.story import Story
from memcon.reading.dates.values import Point, as_date, from_date
from memcon.reading.dates.words import FIXED_DAYS, NTH_WEEKDAYS

_SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
#: Months within which the nearer of two days is taken whatever the tense.
_NEAR = 1.5
#: Characters from the beginning of a sentence within which a date opens it.
_OPENING = 12
_SINCE = re.compile(r"\b[Ss]ince (?:the )?$")
_AHEAD_NOW = re.compile(r"\b(?:will|(?:is|are) (?:due|set|scheduled|expected|to|planned|slated))\b")


def year_for(point: Point, form: Calendar, mention: DateMention, story: Story) -> int | None:
    """The year of a date that names none; None where nothing tells it."""
    if form.holiday and form.holiday in FIXED_DAYS:
        point = Point("day", None, *FIXED_DAYS[form.holiday])
    elif form.holiday:
        point = Point("month", None, NTH_WEEKDAYS[form.holiday][0] if form.holiday in NTH_WEEKDAYS else 4)
    if form.toward is not None and point.month is not None:
        return _year_toward(point.month, form, story)
    if story.narrative:
        return None if story.line is None else year_told(point, story.line)
    told = _told_in_sentence(mention, story) or _told_before(point, mention, story)
    if told is not None and point.unit in ("day", "month"):
        return year_told(point, told)
    if story.now is None:
        return story.year
    return _year_near(point, form.weekday, mention, story, story.now)


def _year_toward(month: int, form: Calendar, story: Story) -> int | None:
    """The year of ``last April``, ``next June``, ``this March``."""
    now = from_date(story.now) if story.now else None
    base = story.told if form.toward_told or story.narrative else now
    if base is None or base.year is None or form.toward is None:
        return None
    here = month_of(base) or 6
    if form.toward < 0:
        return base.year - (month >= here)
    return base.year + (form.toward > 0 and month <= here)


def _told_in_sentence(mention: DateMention, story: Story) -> Point | None:
    """The date last told of where it stands in the same sentence and lies years back: its year then goes on."""
    told = story.told
    if told is None or told.year is None or told.unit in ("decade", "century") or story.told_year_at < 0:
        return None
    if story.now is not None and abs(told.year - story.now.year) <= 1:
        return None
    left = story.sentence_start(mention.start)
    if story.told_year_at < left or story.told_at < left:
        return None
    # “…, who took office in 2012, is due to leave on April 2”: the report's own time again
    return None if _AHEAD_NOW.search(story.text, story.told_at, mention.start) else told


def _told_before(point: Point, mention: DateMention, story: Story) -> Point | None:
    """“In June 2019 they met in Osaka. In September they signed …”: news looks back and stays there for a sentence.

    Only where the sentence before names the year outright, and this one opens with the date and tells of the past.
    """
    told, left = story.told, story.sentence_start(mention.start)
    if told is None or told.year is None or told.unit not in ("day", "month") or story.now is None:
        return None
    if story.told_year_at != story.told_at or abs(told.year - story.now.year) <= 1 or mention.start - left > _OPENING:
        return None
    if _SINCE.search(story.text[max(0, story.told_at - 12) : story.told_at]):
        return None  # “since the coup of 1 February 2021”: where it began, not where the news is
    between = story.text[story.told_at : left]
    before = story.sentence_start(left - 2) if left > 1 else left
    if "\n" in between or story.told_at < before or story.tense(mention) != "past":
        return None
    return told if (month_of(point) or 0) >= (month_of(told) or 13) else None


def month_of(point: Point) -> int | None:
    """The month a point lies in, or about the middle of what it is."""
    if point.month is not None:
        return point.month
    if point.season:
        return _SEASON_MONTHS[point.season]
    if point.part is not None:
        return 3 * point.part - 1 if point.unit == "quarter" else 6 * point.part - 3
    return None


def year_told(point: Point, told: Point) -> int | None:
    """The year that carries a history on from the date it has reached: December is followed by next year's March."""
    month, last = month_of(point), month_of(told)
    if told.year is None or month is None or last is None or told.unit not in ("day", "month", "season", "quarter"):
        return told.year
    return told.year + (month - last <= -9)


def _year_near(point: Point, weekday: int | None, mention: DateMention, story: Story, now: date) -> int | None:
    """The year that puts a day or month where the tense wants it: before publication, or after it."""
    month = month_of(point)
    if month is None:
        return now.year
    day = point.day if point.unit == "day" else None
    if weekday is not None and day is not None and not _is_near(point, now):
        fitting = _year_fitting(point, weekday, now)
        if fitting is not None:
            return fitting
    if day is None:
        if point.unit == "month" and month == now.month:
            return now.year
        ahead, behind = float((month - now.month) % 12), float((now.month - month) % 12)
        passed = month <= now.month if point.unit == "season" else month < now.month
    else:
        here = as_date(replace(point, year=now.year)) or as_date(Point("day", now.year, month, min(day, 28)))
        distance = (here - now).days if here else 0
        if distance == 0:
            return now.year
        ahead, behind = (distance % 365) / 30.5, (-distance % 365) / 30.5
        passed = distance < 0
        if min(ahead, behind) < _NEAR:
            return now.year if abs(distance) < 183 else now.year + (1 if passed else -1)
    when = story.tense(mention)
    if when == "future" or (when != "past" and behind > 8 and ahead < 4):
        return now.year + passed
    return now.year - (not passed)


def _is_near(point: Point, now: date) -> bool:
    """Whether a day lies within some weeks of publication: then a weekday that does not fit is the text's mistake."""
    here = (as_date(replace(point, year=now.year + shift)) for shift in (-1, 0, 1))
    return any(day is not None and abs((day - now).days) <= 30.5 * _NEAR for day in here)


def _year_fitting(point: Point, weekday: int, now: date) -> int | None:
    """The year nearest to publication in which a day falls on the weekday the text gives with it."""
    fitting = []
    for year in (now.year, now.year - 1, now.year + 1):
        candidate = as_date(replace(point, year=year))
        if candidate and candidate.isoweekday() == weekday:
            fitting.append((abs((candidate - now).days), year))
    return min(fitting)[1] if fitting else None
