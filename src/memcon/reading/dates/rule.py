"""What the rules share: their types, and the readings of a number, an ordinal, a clock and a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from memcon.reading.dates.forms import DateMention, Form
from memcon.reading.dates.words import DAY_PARTS, MONTHS, ORDINALS, number

#: What a rule gives: mentions (several for ``14, 15 and 16 August``), or nothing where the text only looks like a date.
Reading = list[DateMention]
Builder = Callable[[str, re.Match[str]], Reading]


def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern; case is ignored and white space may be any, line ends excepted twice."""
    return re.compile(pattern, re.IGNORECASE)


def mention(text: str, start: int, end: int, form: Form, kind: str = "DATE", closes: int | None = None) -> DateMention:
    """The mention of ``text[start:end]``."""
    return DateMention(start, end, text[start:end], kind, form, closes)


def month_number(word: str) -> int:
    """1–12 for a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def ordinal_number(word: str) -> int | None:
    """The number of ``third``, ``twenty-first``, ``19th``."""
    lower = re.sub(r"\s+", "-", word.lower())
    if lower[:1].isdigit():
        return int(re.sub(r"\D", "", lower))
    return ORDINALS.get(lower)


def day_part(word: str | None) -> str | None:
    """The TIMEX3 time code of ``early morning``, ``night``; None for no word."""
    return DAY_PARTS.get(word.lower().split()[-1].removeprefix("mid-").removeprefix("mid")) or None if word else None


def clock_value(match: re.Match[str]) -> str | None:
    """The TIMEX3 time of a clock match (``T06:00``), None where it is no time."""
    groups = match.groupdict()
    if groups.get("hour"):
        hour, minute = int(groups["hour"]), int(groups["minute"] or 0)
        if not 1 <= hour <= 12:
            return f"T{hour:02d}:{minute:02d}" if hour < 24 else None
        hour = hour % 12 + 12 * (groups["ap"][0] in "pP")
    elif groups.get("hour24"):
        hour, minute = int(groups["hour24"]), int(groups["minute24"])
    else:
        hour, minute = int(groups["hour4"]), int(groups["minute4"])
    return f"T{hour:02d}:{minute:02d}"


def full_year(word: str | None) -> int | None:
    """The year of ``2021`` or ``'99`` (of the last century unless it lies before 2030)."""
    if not word:
        return None
    digits = re.sub(r"\D", "", word)
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < 30 else 1900) + int(digits)


def spelled_year(words: str) -> int | None:
    """The year of ``two thousand and fifteen``, ``nineteen ninety-two``, as treaties are dated; None for no year."""
    lower = re.sub(r"[\s-]+", " ", words.lower()).strip()
    if lower.startswith("two thousand"):
        year = number(lower)
    else:
        century, _, rest = lower.partition(" ")
        hundreds, tail = number(century), number(rest.removeprefix("hundred ").removeprefix("and "))
        year = 100 * hundreds + tail if hundreds and tail is not None else None
    return int(year) if year is not None and 1500 <= year < 2100 else None


ERA: Final = r"(?:\s?(?P<era>B\.?\s?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)(?![A-Za-z]))"

RELATIVE_YEARS: Final = {"this": (0, "now"), "last": (-1, "now"), "next": (1, "now"), "that": (0, "told")}
