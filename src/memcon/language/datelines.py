"""Datelines: “GENEVA, 9 October (Xinhua) –” before the first sentence of a report is no part of that sentence."""

from __future__ import annotations

import re

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]+(?:[ ][A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*){0,3}"
_TITLED = r"[A-ZÀ-Þ][\w.’'\-]+(?:[ ](?:(?:de|del|da|al|el|of|the)[ ])?[A-ZÀ-Þ][\w.’'\-]*){0,3}"
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[A-Za-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
_DAY = rf"{_WEEKDAY}(?:\d{{1,2}}[ ]{_MONTH}|{_MONTH}[ ]\d{{1,2}})(?:,?[ ]\d{{4}})?"
_AGENCY = r"\([A-Z][\w .,&/’'\-]{1,40}\)"
_DASH = r"(?:[ ]?(?:[–—]|--)[ ]?|[ ]-[ ])"

#: A place in capitals, alone or with a date and an agency; a place in small letters only with one of the two.
_DATELINE = re.compile(
    rf"""[^\S\n]*
    (?: (?:{_AGENCY}{_DASH})?
        {_PLACE}(?:[ ]?/[ ]?{_PLACE})? (?:,[ ]{_TITLED})? (?:,?[ ]{_DAY})? (?:[,]?[ ]{_AGENCY})? ,?{_DASH}
      | {_TITLED}(?:[ ]?/[ ]?{_TITLED})? (?:,[ ]{_TITLED})? (?:,[ ]{_DAY}(?:[ ]{_AGENCY})? | [ ]{_AGENCY}) ,?{_DASH}
      | {_PLACE},[ ]{_DAY}\.[ ]/[A-Z][\w ]{{1,20}}/\.[ ]
      | {_TITLED},[ ]{_TITLED}[ ](?:[–—]|--|-)[ ]
      | (?: {_PLACE} | {_TITLED}) ,[ ]{_DAY}(?:[ ]{_AGENCY})? :[ ]
      | {_PLACE}(?:,[ ]{_TITLED})?(?:,[ ]{_DAY})?[ ]{_AGENCY} [ ](?!\w+{_DASH})
    )(?=["“”'‘’«„]?[A-Z0-9À-Þ])""",
    re.VERBOSE,
)


def dateline_end(text: str, start: int) -> int | None:
    """Where the dateline that opens the line at ``start`` ends (a character offset); None where there is none."""
    found = _DATELINE.match(text, start)
    return found.end() if found else None


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """First and last character (exclusive) of every dateline that opens a line."""
    found = []
    start = 0
    while start < len(text):
        after = dateline_end(text, start)
        if after is not None:
            found.append((start, after))
        end = text.find("\n", start)
        start = len(text) if end < 0 else end + 1
    return found
