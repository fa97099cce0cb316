"""Counts date expressions from where they are counted from: the publication day, or the date just told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from memcon.reading.dates.forms import Calendar, Clock, DateMention, DayOfMonth, Fixed, Span, Step, Weekday
from memcon.reading.dates.tenses import sentence_bounds, tense
from memcon.reading.dates.values import (
    Point,
    add_months,
    as_date,
    days_of,
    easter,
    from_date,
    last_day,
    narrow,
    nth_weekday,
    shift,
    timex,
    week_of,
)
from memcon.reading.dates.words import EASTER_DAYS, FIXED_DAYS, NTH_WEEKDAYS
from memcon.record import DateExpression

Answer = tuple[str | None, tuple[date, date] | None, Point | None]


@dataclass(slots=True)
class _Story:
    """What is known while a text is read from front to back."""

    text: str
    now: date | None
    year: int | None
    narrative: bool
    day_first: bool
    tense_at: Callable[[int], str | None] | None
    told: Point | None = None
    told_at: int = -1
    told_year_at: int = -1
    event_day: date | None = None

    def tense(self, mention: DateMention) -> str | None:
        """The tense of the clause a mention stands in."""
        return tense(self.text, mention.start, mention.end, self.tense_at)


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
    now = _published_day(published)
    known_year = now.year if now else _published_year(published) or year
    story = _Story(text, now, known_year, _is_narrative(mentions, now), _day_first(mentions, text), tense_at)
    answers: list[DateExpression] = []
    clocks: list[int] = []
    points: list[Point | None] = []
    for index, mention in enumerate(mentions):
        value, days, point = _answer(mention, story)
        if isinstance(mention.form, Clock):
            clocks.append(index)
        points.append(point)
        if point is not None:
            _remember(story, mention, point)
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
    return tuple(answers)


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


def _is_narrative(mentions: Sequence[DateMention], now: date | None) -> bool:
    """Whether a text tells history in its own time rather than news from a day of publication."""
    elsewhere = here = 0
    dated = False
    for mention in mentions:
        form = mention.form
        if isinstance(form, Calendar):
            if form.point.year is not None:
                dated = True
                near = now is not None and abs(form.point.year - now.year) <= 1
                elsewhere += not near
                here += near and form.point.unit == "day" and now is not None and form.point.year == now.year
            elif form.point.unit in ("day", "month") and not dated and form.year_step is None:
                here += 2
        elif isinstance(form, Weekday):
            here += form.which in ("bare", "last", "next", "this")
        elif isinstance(form, Step):
            here += not form.told and (form.unit in ("day", "week", "month") or form.amount == -1)
    if now is None:
        return elsewhere >= 2 and not here
    return elsewhere >= 8 and elsewhere > 4 * here


def _day_first(mentions: Sequence[DateMention], text: str) -> bool:
    """Whether 4/9/2021 is the fourth of September in this text: by its unambiguous figures, then by how it writes days."""
    votes = 0
    for mention in mentions:
        form = mention.form
        if isinstance(form, Calendar) and form.point.unit == "day":
            word = mention.text
            if figures := re.match(r"(\d\d?)\s?[-/]\s?(\d+)", word):
                if form.other is None:
                    first, second = int(figures[1]), int(figures[2])
                    votes += 100 * ((first > 12) - (second > 12))
            elif re.match(r"(?:the\s+)?\d", word):
                votes += 1
            elif re.match(r"[A-Za-z]", word):
                votes -= 1
    return votes >= 0


def _remember(story: _Story, mention: DateMention, point: Point) -> None:
    story.told, story.told_at = point, mention.start
    form = mention.form
    if isinstance(form, Calendar) and form.point.year is not None:
        story.told_year_at = mention.start
    day = as_date(point)
    if day and story.event_day is None and story.now and 0 <= (story.now - day).days <= 7:
        story.event_day = day


def _answer(mention: DateMention, story: _Story) -> Answer:
    match mention.form:
        case Calendar() as form:
            return _calendar(form, mention, story)
        case Weekday() as form:
            return _weekday(form, mention, story)
        case Step() as form:
            return _step(form, mention, story)
        case DayOfMonth() as form:
            return _day_of_month(form, story)
        case Span() as form:
            return form.value, _window(form, mention, story), None
        case Fixed() as form:
            return form.value, None, None
        case Clock() as form:
            return f"XXXX-XX-XX{form.clock}", None, None


# ---------------------------------------------------------------------------------------------- calendar expressions
def _calendar(form: Calendar, mention: DateMention, story: _Story) -> Answer:
    point = form.point
    if form.other is not None and not story.day_first:
        point = form.other
    if point.year is None:
        if form.year_step is not None:
            base = (
                story.told.year
                if form.year_from == "told" and story.told
                else story.year
                if form.year_from == "now"
                else None
            )
            point = replace(point, year=None if base is None else base + form.year_step)
        else:
            point = replace(point, year=_year_for(point, form, mention, story))
    if form.holiday:
        point = _holiday(form.holiday, point.year)
    value = timex(point)
    days = days_of(point)
    if form.fiscal:
        return f"FY{value}", None, None
    if form.until is not None:
        end = days_of(form.until)
        return f"{value}/{timex(form.until)}", (days[0], end[1]) if days and end else None, form.until
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


def _year_for(point: Point, form: Calendar, mention: DateMention, story: _Story) -> int | None:
    """The year of a date that names none."""
    if form.holiday and form.holiday in FIXED_DAYS:
        month, day = FIXED_DAYS[form.holiday]
        point = Point("day", None, month, day)
    told = story.told
    if told is not None and told.year is not None and told.unit not in ("decade", "century"):
        if story.narrative:
            return _year_told(point, told)
        if story.told_year_at >= 0:
            left, _ = sentence_bounds(story.text, mention.start)
            if story.told_year_at >= left and story.told_at >= left and point.unit in ("day", "month"):
                return _year_told(point, told)
    if story.narrative:
        return None
    if story.now is None:
        return story.year
    return _year_near(point, form.weekday, mention, story)


def _month_of(point: Point) -> int | None:
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
    month, last = _month_of(point), _month_of(told)
    if month is None or last is None or told.unit not in ("day", "month", "season", "quarter"):
        return told.year
    if month - last <= -8:
        return told.year + 1
    if month - last >= 10:
        return told.year - 1
    return told.year


def _year_near(point: Point, weekday: int | None, mention: DateMention, story: _Story) -> int | None:
    """The year that puts a day or month where the tense wants it: before publication, or after it."""
    now = story.now
    assert now is not None
    month = _month_of(point)
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


# ------------------------------------------------------------------------------------------------- weekdays and steps
def _with_clock(point: Point, clock: str | None) -> Answer:
    return timex(point) + (clock or ""), days_of(point), point


def _weekday(form: Weekday, mention: DateMention, story: _Story) -> Answer:
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
            if story.narrative:
                amount = ahead
            else:
                amount = ahead if story.tense(mention) == "future" else -back
    day = shift(base, amount)
    return _with_clock(from_date(day), form.clock) if day else (None, None, None)


def _step(form: Step, mention: DateMention, story: _Story) -> Answer:
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


def _base(form: Step, mention: DateMention, story: _Story) -> Point | None:
    """The point a step is counted from."""
    now = from_date(story.now) if story.now else Point("year", story.year) if story.year is not None else None
    if form.told or story.narrative:
        if not form.told and form.unit == "day" and form.whole:
            return None
        if story.told is not None:
            return story.told
        return now if form.unit in ("month", "year", "week") and form.amount == 0 else None
    if story.event_day is not None and story.now is not None and form.unit == "day" and form.whole:
        counted = _told_day(form, mention, story)
        if counted is not None:
            return from_date(counted)
    return now


_LOOKED_AHEAD: Final = re.compile(
    r"\b(?:looked forward|agreed|would|hoped|planned|intended|promised|pledged|undertook)\b"
)
_LOOKS_AHEAD: Final = re.compile(r"\b(?:will|is|are|plans|expects|hopes|has|have|’ll)\b")


def _told_day(form: Step, mention: DateMention, story: _Story) -> date | None:
    """The day of an event told of, where ``tomorrow`` is its tomorrow: in a quotation, or behind “looked forward to”."""
    day = story.event_day
    if day is None or day == story.now or form.amount is None:
        return None
    left, right = sentence_bounds(story.text, mention.start)
    sentence = story.text[left : mention.start]
    if form.amount > 0 and _LOOKED_AHEAD.search(sentence) and not _LOOKS_AHEAD.search(sentence):
        return day
    return None


def _weekend_step(whole: int, form: Step, day: date, mention: DateMention, story: _Story) -> int:
    if whole == 0 and not form.told and day.isoweekday() <= 3 and story.tense(mention) != "future":
        return -1
    return whole


def _season(form: Step, base: Point, amount: int, mention: DateMention, story: _Story) -> Point | None:
    if base.year is None or form.season is None:
        return None
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[form.season]
    here = _month_of(base) or 6
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


def _day_of_month(form: DayOfMonth, story: _Story) -> Answer:
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


def _window(form: Span, mention: DateMention, story: _Story) -> tuple[date, date] | None:
    """The days of ``the past 30 days``, ``the last 30 years``, in the grain of the unit."""
    now = story.now
    if not form.window or now is None or story.narrative or form.amount is None or form.amount != int(form.amount):
        return None
    amount = int(form.amount)
    if form.unit == "D" or form.unit == "W":
        other = shift(now, form.window * amount * (7 if form.unit == "W" else 1))
        return None if other is None else (min(now, other), max(now, other))
    if form.unit == "Y" and amount > 1 and amount < now.year - 1:
        first, last = sorted((now.year, now.year + form.window * amount))
        return date(first, 1, 1), date(last, 12, 31)
    return None


_TO_DATE: Final = re.compile(r"\s*(?:,|on|\(|of)?\s*(?:the\s+)?$", re.IGNORECASE)
_TO_CLOCK: Final = re.compile(
    r"\s*(?:,\s*)?(?:at|around|about|by|from|,|shortly\s+(?:before|after))?\s*(?:about\s+|around\s+)?$", re.IGNORECASE
)


def _clock_answer(
    index: int,
    mentions: Sequence[DateMention],
    answers: Sequence[DateExpression],
    points: Sequence[Point | None],
    story: _Story,
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
