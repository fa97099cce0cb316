"""The values of date expressions: calendar points with holes in them, their TIMEX3 writing, their interval of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

#: The days a month has at most.
LONGEST = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class Point:
    """A calendar point, each field None where it is not known.

    ``year`` is negative for BC (-490 is 490 BC).  ``unit`` says what is meant: ``day``, ``week``, ``weekend``,
    ``month``, ``quarter``, ``half``, ``season``, ``year``, ``decade`` (``year`` is its first), ``century`` (likewise).
    ``part`` numbers the quarter or half, ``season`` is a TIMEX3 code, ``week`` an ISO week of ``year``.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    part: int | None = None
    season: str | None = None


def last_day(year: int, month: int) -> int:
    """The number of days in a month of the (proleptic Gregorian) calendar."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 28 + (month != 2) * 2


def as_date(point: Point) -> date | None:
    """The day of a point that is a full day; None for any other and for days that do not exist."""
    if point.unit != "day" or point.year is None or point.month is None or point.day is None:
        return None
    try:
        return date(point.year, point.month, point.day)
    except (ValueError, OverflowError):
        return None


def from_date(day: date) -> Point:
    """The point of one day."""
    return Point("day", day.year, day.month, day.day)


def week_of(day: date) -> Point:
    """The ISO week a day lies in."""
    iso = day.isocalendar()
    return Point("week", iso.year, week=iso.week)


def shift(day: date, amount: int) -> date | None:
    """The day ``amount`` days after another; None beyond the calendar."""
    try:
        return day + timedelta(days=amount)
    except OverflowError:
        return None


def add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    """The month ``amount`` months after another."""
    index = year * 12 + month - 1 + amount
    return index // 12, index % 12 + 1


def easter(year: int) -> date | None:
    """Western Easter Sunday (anonymous Gregorian algorithm); None before 1583."""
    if not 1583 <= year <= 9999:
        return None
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (or, at -1, the last) given weekday (1 Monday … 7 Sunday) of a month."""
    if not 1 <= year <= 9999:
        return None
    days = [d for d in range(1, last_day(year, month) + 1) if date(year, month, d).isoweekday() == weekday]
    return date(year, month, days[nth if nth < 0 else nth - 1])


def timex(point: Point) -> str:
    """The TIMEX3 value, ``X`` for what is not known: ``2021-09-25``, ``XXXX-09``, ``2015-W38``, ``199``, ``BC0490``."""
    year = point.year
    if point.unit in ("decade", "century"):
        keep = 3 if point.unit == "decade" else 2
        if year is None:
            return "X" * keep
        return (f"BC{-year:04d}"[:2] + f"{-year:04d}"[:keep]) if year < 0 else f"{year:04d}"[:keep]
    head = "XXXX" if year is None else f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    month = "XX" if point.month is None else f"{point.month:02d}"
    match point.unit:
        case "year":
            return head
        case "month":
            return f"{head}-{month}"
        case "day":
            return f"{head}-{month}-" + ("XX" if point.day is None else f"{point.day:02d}")
        case "week" | "weekend":
            return (
                f"{head}-W" + ("XX" if point.week is None else f"{point.week:02d}") + "-WE" * (point.unit == "weekend")
            )
        case "quarter":
            return f"{head}-Q" + ("X" if point.part is None else str(point.part))
        case "half":
            return f"{head}-H" + ("X" if point.part is None else str(point.part))
        case _:
            return f"{head}-{point.season}"


def days_of(point: Point) -> tuple[date, date] | None:
    """The first and last day of a point; None where it is not fixed, before the year 1, or not on the calendar."""
    year = point.year
    if year is None or year < 1 or year > 9990:
        return None
    try:
        match point.unit:
            case "day":
                day = as_date(point)
                return (day, day) if day else None
            case "week" if point.week is not None:
                first = date.fromisocalendar(year, point.week, 1)
                return first, first + timedelta(days=6)
            case "weekend" if point.week is not None:
                first = date.fromisocalendar(year, point.week, 6)
                return first, first + timedelta(days=1)
            case "month" if point.month is not None:
                return date(year, point.month, 1), date(year, point.month, last_day(year, point.month))
            case "quarter" if point.part is not None:
                return _months(year, 3 * point.part - 2, 3 * point.part)
            case "half" if point.part is not None:
                return _months(year, 6 * point.part - 5, 6 * point.part)
            case "season" if point.season is not None:
                first_month, last_month = _SEASON_MONTHS[point.season]
                end_year = year + (last_month < first_month)
                return date(year, first_month, 1), date(end_year, last_month, last_day(end_year, last_month))
            case "year":
                return _months(year, 1, 12)
            case "decade":
                return date(year, 1, 1), date(year + 9, 12, 31)
            case "century":
                return date(year + 1, 1, 1), date(year + 100, 12, 31)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, last_day(year, last))


def narrow(point: Point, days: tuple[date, date], part: str) -> tuple[date, date]:
    """The early, middle or late (``START``, ``MID``, ``END``) third of an interval, or its last day (``CLOSE``).

    Of a month: 1–10, 11–20, 21–end.  Of a year: January–April, May–August, September–December.  Else: thirds.
    """
    first, last = days
    if part == "CLOSE":
        return last, last
    index = {"START": 0, "MID": 1, "END": 2}.get(part)
    if index is None or point.unit in ("day", "century") or (last - first).days < 2:
        return days
    if point.unit == "month":
        return first.replace(day=1 + 10 * index), last if index == 2 else first.replace(day=10 + 10 * index)
    if point.unit == "year":
        return _months(first.year, 1 + 4 * index, 4 + 4 * index)
    third = ((last - first).days + 1) / 3
    start = first + timedelta(days=round(third * index))
    return start, last if index == 2 else first + timedelta(days=round(third * (index + 1)) - 1)


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 duration of an amount (None: vague) of a unit letter of :data:`words.UNITS`."""
    if unit == "F":
        amount, unit = (None if amount is None else 2 * amount), "W"
    if unit == "N":
        unit = "D"
    many = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    if unit == "Q":
        return f"P{many}Q"
    return f"PT{many}{unit[1]}" if unit[0] == "T" else f"P{many}{unit}"
