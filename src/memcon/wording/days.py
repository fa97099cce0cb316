"""Days and intervals as a person writes them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from memcon.record import Dated

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


BASIS = {
    "publication": "when published",
    "reported": "as reported",
    "context": "from context",
    "inferred": "worked out",
}


def interval(start: str | None, end: str | None) -> str:
    """``25 Sep 2021``, ``21–30 Jun 2021``, ``May 1992``, ``2012–2013``; empty where neither end is known."""
    first, last = _day(start), _day(end)
    if first and last:
        return _between(first, last)
    if first:
        return f"since {_written(first)}"
    return f"until {_written(last)}" if last else ""


def day_in_words(first: str | None, last: str | None) -> str:
    """“25 September 2021”, “21–30 June 2021”, “2012–2013”; empty where no day is known."""
    months = dict(zip(_MONTHS, calendar.month_name[1:], strict=True))
    return re.sub(rf"\b(?:{'|'.join(_MONTHS)})\b", lambda month: months[month[0]], interval(first, last))


def when(dated: Dated | None) -> str:
    """The date of an event or statement, or the expression that could not be resolved, or nothing."""
    if dated is None:
        return ""
    if dated.start is None and dated.end is None:
        return f"“{dated.text.text}”" if dated.text else ""
    return interval(dated.start, dated.end)


def _between(first: date, last: date) -> str:
    if first == last:
        return _written(first)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_written(last)}"
    return f"{_written(first)} – {_written(last)}"


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
