"""Weekdays and steps counted from the publication day or from the date just told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import Final

from memcon.reading.dates.forms import DateMention, DayOfMonth, Span, Step, Weekday
from memcon.reading.dates.story import Story, paragraph_bounds
from memcon.reading.dates.values import (
    Point,
    add_months,
    as_date,
    days_of,
    from_date,
    last_day,
    narrow,
    shift,
    timex,
    week_of,
)
from memcon.reading.dates.years import month_of

#: A TIMEX3 value, the days it fixes, and the point that may be counted from.
Answer = tuple[str | None, tuple[date, date] | None, Point | None]


def _with_clock(point: Point, clock: str | None) -> Answer:
    return timex(point) + (clock or ""), days_of(point), point


def weekday_answer(form: Weekday, mention: DateMention, story: Story) -> Answer:
    """The day a weekday means."""
    told = as_date(story.told) if story.told else None
    if story.told is not None and story.told.unit == "week" and form.which in ("told", "after"):
        week = days_of(story.told)
        told = week[0] if week else None
    base = told if form.which in ("told", "after", "before") or story.narrative else story.now
    if base is None:
        return f"XXXX-WXX-{form.weekday}{form.clock or ''}", None, None
    back, ahead = (base.isoweekday() - form.weekday) % 7, (form.weekday - base.isoweekday()) % 7
    match form.which:
        case "told":
            amount = ahead
        case "after" | "next":
            amount = ahead or 7
        case "before" | "last":
            amount = -(back or 7)
        case "this":
            amount = -back if story.tense(mention) == "past" else ahead
        case _:
            amount = ahead if story.narrative or story.tense(mention) == "future" else -back
    day = shift(base, amount)
    return _with_clock(from_date(day), form.clock) if day else (None, None, None)


def step_answer(form: Step, mention: DateMention, story: Story) -> Answer:
    """What ``yesterday``, ``last month``, ``two weeks earlier`` mean."""
    base = _base(form, mention, story)
    if form.amount is None or base is None:
        return _holes(form, None), None, None
    amount = form.amount
    if form.unit in ("hour", "minute", "second"):
        day = as_date(base)
        return (f"{timex(from_date(day))}TXX" if day else "XXXX-XX-XXTXX"), None, None
    whole = int(amount)
    day = as_date(base)
    point: Point | None = None
    match form.unit:
        case "day":
            moved = shift(day, whole if amount == whole else round(amount)) if day else None
            point = from_date(moved) if moved else base if whole == 0 and base.unit == "day" else None
        case "week" | "weekend":
            if base.unit in ("week", "weekend") and base.year is not None and base.week is not None:
                day = date.fromisocalendar(base.year, base.week, 3)
            if day is not None:
                if form.unit == "weekend":
                    whole = _weekend_step(whole, form, day, mention, story)
                moved = shift(day, round(7 * (amount if form.unit == "week" else whole)))
                point = replace(week_of(moved), unit=form.unit) if moved else None
        case "month":
            if base.year is not None and base.month is not None:
                point = Point("month", *add_months(base.year, base.month, round(amount)))
        case "quarter":
            if base.year is not None and base.month is not None:
                index = base.year * 4 + (base.month - 1) // 3 + whole
                point = Point("quarter", index // 4, part=index % 4 + 1)
        case "season":
            point = _season(form, base, whole, mention, story)
        case "year":
            if base.year is not None:
                year = _add_years(base.year, whole)
                point = Point("year", year) if form.part is None else Point("half", year, part=form.part)
        case "decade" | "century":
            if base.year is not None and base.year > 0:
                size = 10 if form.unit == "decade" else 100
                point = Point(form.unit, base.year // size * size + size * whole)
            elif base.year is not None:
                size = 10 if form.unit == "decade" else 100
                point = Point(form.unit, -((-base.year) // size * size - size * whole) or -1)
    if point is None or (point.year is not None and not -9999 < point.year < 9999):
        return _holes(form, base), None, None
    days = days_of(point)
    if days and form.mod:
        days = narrow(point, days, form.mod)
    return timex(point) + (form.clock or ""), days, point


def _add_years(year: int, amount: int) -> int:
    moved = year + amount
    return moved if (moved > 0) == (year > 0) and moved != 0 else moved + (1 if amount > 0 else -1)


def _base(form: Step, mention: DateMention, story: Story) -> Point | None:
    """The point a step is counted from."""
    now = from_date(story.now) if story.now else Point("year", story.year) if story.year is not None else None
    told = form.told
    if told and form.mod and not story.narrative and story.told_at < story.sentence_start(mention.start):
        told = False  # “the end of the month” in news is this month's
    if told or story.narrative:
        if not form.told and form.unit == "day" and form.whole and mention.text.lower() != "this day":
            return None
        if form.unit == "day" and form.amount == 0 and story.told_day is not None and not form.clock:
            return story.told_day
        if story.told is not None:
            ahead = as_date(story.told)
            past = ahead is not None and story.now is not None and ahead > story.now and story.told_day is not None
            if past and not story.narrative and not form.whole and story.tense(mention) == "past":
                return story.told_day  # “agreed on 6 March to meet on 20 April; two days later they signed”
            return story.told
        return now if form.unit in ("month", "year", "week") and form.amount == 0 else None
    if story.now is not None and form.unit == "day" and form.whole:
        counted = _told_day(form, mention, story)
        if counted is not None:
            return from_date(counted)
    return now


_LOOKED_AHEAD: Final = re.compile(
    r"\b(?:looked forward|agreed|would|hoped|planned|intended|promised|pledged|undertook)\b"
)
_LOOKS_AHEAD: Final = re.compile(r"\b(?:will|is|are|plans|expects|hopes|has|have|’ll)\b")


def _told_day(form: Step, mention: DateMention, story: Story) -> date | None:
    """The day from which ``tomorrow`` counts where that is not publication: that of a quotation's speaking, that of a
    meeting at which the parties “looked forward to” it."""
    if story.now is None or form.amount is None:
        return None
    spoken = _spoken_day(mention, story)
    if spoken is not None:
        return spoken
    day = story.event_day
    if day is None or day == story.now or form.amount <= 0:
        return None
    sentence = story.text[story.sentence_start(mention.start) : mention.start]
    return day if _LOOKED_AHEAD.search(sentence) and not _LOOKS_AHEAD.search(sentence) else None


_QUOTES: Final = re.compile('[“”"]')


def _spoken_day(mention: DateMention, story: Story) -> date | None:
    """The day on which the quotation around a mention was spoken, where its paragraph tells it outside the marks."""
    text, now = story.text, story.now
    assert now is not None
    left, right = paragraph_bounds(text, mention)
    inside, opened = False, left
    for mark in _QUOTES.finditer(text, left, mention.start):
        inside = mark[0] == "“" or (mark[0] == '"' and not inside)
        opened = mark.start()
    if not inside:
        return None
    closing = _QUOTES.search(text, mention.end, right)
    closed = closing.end() if closing else right
    for start, day in reversed(story.days):
        if start < left:
            break
        if start < opened and 0 < (now - day).days <= 7:
            return day
    behind = bisect_left(story.mentions, closed, key=lambda other: other.start)
    for other in story.mentions[behind : behind + 3]:
        if other.start < min(right, closed + 120) and isinstance(other.form, Weekday):
            point = weekday_answer(other.form, other, story)[2]
            day_after = as_date(point) if point else None
            if day_after and 0 < (now - day_after).days <= 7:
                return day_after
    return None


def _weekend_step(whole: int, form: Step, day: date, mention: DateMention, story: Story) -> int:
    if whole == 0 and not form.told:
        tense = story.tense(mention)
        # “this weekend” late in the week is the one to come, “over the weekend they met” is over.
        over = tense == "past" and day.isoweekday() < 6 and not mention.text.lower().startswith("this")
        if over or (day.isoweekday() <= 3 and tense != "future"):
            return -1
    return whole


def _season(form: Step, base: Point, amount: int, mention: DateMention, story: Story) -> Point | None:
    if base.year is None or form.season is None:
        return None
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[form.season]
    here = month_of(base) or 6
    year = base.year
    if amount == 0 and form.season == "WI" and here <= 2:
        year -= 1
    elif amount < 0:
        year -= month + 2 >= here
    elif amount > 0:
        year += month <= here
    return Point("season", year, season=form.season)


def _holes(form: Step, base: Point | None) -> str:
    """The value of a step whose start is not known finely enough."""
    year = timex(Point("year", base.year)) if base is not None and base.year is not None else "XXXX"
    month = f"{base.month:02d}" if base is not None and base.month is not None else "XX"
    clock = form.clock or ""
    match form.unit:
        case "day":
            return f"{year}-{month}-XX{clock}"
        case "week":
            return f"{year}-WXX"
        case "weekend":
            return f"{year}-WXX-WE"
        case "month":
            return f"{year}-{month if form.amount == 0 else 'XX'}"
        case "quarter":
            return f"{year}-QX"
        case "season":
            return f"{year}-{form.season}"
        case "decade":
            return "XXX"
        case "century":
            return "XX"
        case "year":
            return "XXXX"
        case _:
            return "XXXX-XX-XXTXX"


def day_of_month_answer(form: DayOfMonth, story: Story) -> Answer:
    """The day ``the 28th`` means."""
    told = story.told
    if told is None or told.month is None:
        if story.now is None or form.month_told:
            return f"XXXX-XX-{form.day:02d}", None, None
        told = from_date(story.now)
        if form.day > story.now.day and not story.narrative:
            year, month = add_months(story.now.year, story.now.month, -1)
            told = Point("month", year, month)
    if (
        told.year is not None
        and told.month is not None
        and told.year >= 1
        and form.day > last_day(told.year, told.month)
    ):
        return f"{timex(Point('month', told.year, told.month))}-XX", None, None
    return _with_clock(Point("day", told.year, told.month, form.day), None)


def window_days(form: Span, mention: DateMention, story: Story) -> tuple[date, date] | None:
    """The days of ``the past 30 days``, ``the last 30 years``, in the grain of the unit."""
    now = story.now
    if not form.window or now is None or story.narrative or form.amount is None or form.amount != int(form.amount):
        return None
    amount = int(form.amount)
    if form.unit == "D" or form.unit == "W":
        other = shift(now, form.window * amount * (7 if form.unit == "W" else 1))
        return None if other is None else (min(now, other), max(now, other))
    if form.unit == "M" and 0 < amount < 12 * min(now.year, 9999 - now.year):
        there = (now.year, now.month), add_months(now.year, now.month, form.window * amount)
        (year, month), (last_year, last_month) = sorted(there)
        return date(year, month, 1), date(last_year, last_month, last_day(last_year, last_month))
    if form.unit == "Y" and 1 < amount < min(now.year, 9999 - now.year + 1):
        first, last = sorted((now.year, now.year + form.window * amount))
        return date(first, 1, 1), date(last, 12, 31)
    return None
