"""Dates as the tables write them (``1992``, ``1992-03``, ``1992-03-02``, ``<=1990``, ``>=2017``) as bounds in days.

A day is an ISO string throughout, so that days compare as text.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

EARLIEST = "0001-01-01"
LATEST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day on which something can have fallen."""

    first: str
    last: str

    @property
    def known(self) -> bool:
        """Whether anything at all is said."""
        return self.first != EARLIEST or self.last != LATEST

    @property
    def day(self) -> bool:
        """Whether it is one single day."""
        return self.first == self.last

    def overlaps(self, other: Bounds) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


ANY = Bounds(EARLIEST, LATEST)


@lru_cache(maxsize=16384)
def bounds(cell: str) -> Bounds:
    """The bounds of a cell; an empty or odd one can be any day."""
    if cell[:2] in ("<=", ">="):
        inner = bounds(cell[2:])
        return Bounds(EARLIEST, inner.last) if cell[0] == "<" else Bounds(inner.first, LATEST)
    parts = cell.split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return ANY
    if len(parts) == 1:
        return Bounds(f"{cell}-01-01", f"{cell}-12-31")
    if len(parts) == 2:
        year, month = int(parts[0]), int(parts[1])
        return Bounds(f"{cell}-01", f"{cell}-{calendar.monthrange(year, month)[1]:02d}")
    return Bounds(cell, cell)


@lru_cache(maxsize=16384)
def moved(day: str, days: int) -> str:
    """The day so many days later (or earlier, if negative); bounds of time stay where they are."""
    if day in (EARLIEST, LATEST):
        return day
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return EARLIEST if days < 0 else LATEST


def apart(a: str, b: str) -> int:
    """How many days lie between two days, never negative."""
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def is_date(cell: str) -> bool:
    """Whether a cell is an ISO year, month or day that exists."""
    if not _DATE.match(cell):
        return False
    try:
        return len(cell) < 10 or bool(date.fromisoformat(cell))
    except ValueError:
        return False


def as_iso(on: date | str | None) -> str | None:
    """A day given as a date or as ISO text (a coarser text means its first day), as ISO text."""
    if on is None:
        return None
    return on.isoformat() if isinstance(on, date) else bounds(on).first


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def in_words(cell: str) -> str:
    """A cell as a reader writes it: ``1992-03-02`` → “2 March 1992”."""
    if cell[:2] == "<=":
        return f"{in_words(cell[2:])} or before"
    if cell[:2] == ">=":
        return f"{in_words(cell[2:])} or after"
    parts = cell.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return cell or "an unknown day"


def ordinal(number: int) -> str:
    """46 → 46th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }".replace(" ", "")
