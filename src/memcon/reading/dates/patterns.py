"""The pieces of text that date expressions are put together from, as regular expressions to build rules with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from memcon.reading.dates.words import (
    EASTER_DAYS,
    FIXED_DAYS,
    NTH_WEEKDAYS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
)


def either(words: Iterable[str]) -> str:
    """An alternation of words, longest first; an apostrophe may be straight or curly."""
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=len, reverse=True)) + ")"


MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|"
    r"Sep(?:tember|t\.|t|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])"
)
WEEKDAY: Final = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s\.?|\.)?|Wed(?:nesday|\.)?|Thu(?:rsday|rs?\.?|\.)?|Fri(?:day|\.)?|Sat(?:urday|\.)?|"
    r"Sun(?:day|\.)?)(?![A-Za-z])"
)
FULL_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)(?![.:]\d)(?!,\d{3}(?!\d))(?!\s?%)"
YEAR: Final = r"(?:1\d{3}|20\d{2}|2100)(?![\w])(?![.]\d)(?!,\d{3}(?!\d))(?!\s?%)"
SHORT_YEAR: Final = r"['’‘]\d\d(?!\w)"
SEASON: Final = either(SEASONS) + r"(?![A-Za-z])"
UNIT: Final = either(UNITS) + r"(?![A-Za-z])"
DAY_PART: Final = (
    r"(?:early\s+|late\s+|mid-?\s*)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn)"
    r"(?:s(?![A-Za-z]))?(?![A-Za-z])"
)
_NUMBER_WORD: Final = either(w for w in NUMBERS if w != "dozen")
NUMBER: Final = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:a\s+|an\s+)?(?:couple|dozen)(?:\s+of)?|half\s+an?|"
    rf"(?:an?\s+(?=hundred|thousand))?{_NUMBER_WORD}(?:(?:\s+and\s+|"
    rf"[\s-]){_NUMBER_WORD}){{0,5}})(?![A-Za-z])(?:[\s-]and[\s-](?:a[\s-])?half)?"
)
VAGUE: Final = (
    r"(?:a\s+(?:good\s+)?few|the\s+few|few|several|some|many|a\s+number\s+of|numerous|countless|dozens\s+of|"
    r"hundreds\s+of|"
    r"thousands\s+of|scores\s+of)"
)
APPROXIMATELY: Final = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|some|just|only|over|under|more\s+than|less\s+than|"
    r"fewer\s+than|"
    r"at\s+least|at\s+most|up\s+to|close\s+to|well\s+over|just\s+over|just\s+under|exactly|barely|as\s+many\s+as|"
    r"no\s+more\s+than|a\s+mere|another|a\s+further|an\s+additional|a\s+full|full|(?:a\s+)?little\s+(?:more|"
    r"less)\s+than)\s+)?"
)
ORDINAL: Final = (
    r"(?:"
    + "|".join(sorted((w.replace("-", "[- ]") for w in ORDINALS), key=lambda w: -len(w)))
    + r"|\d{1,2}(?:st|nd|rd|th))"
)
CLOCK: Final = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<ap>[ap]\.?\s?m\b\.?)|"
    r"(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d))?(?!\d)(?!:)(?:\s*hrs\b|\s*hours\b|"
    r"h\b)?|"
    r"(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)\s*(?:hrs|hours|GMT|UTC)\b)"
    r"(?:\s*\(?(?:GMT|UTC|EST|EDT|ET|CET|CEST|BST|PST|PDT|Eastern(?:\s+[Tt]ime)?|local\s+time|Z)\b\)?)?"
)
FIXED_DAY: Final = either([*FIXED_DAYS, *EASTER_DAYS, *NTH_WEEKDAYS])
PART: Final = (
    r"(?:(?P<part>(?:the\s+)?(?:very\s+)?(?:beginning|start|end|close|turn|middle|early\s+part|late\s+part|"
    r"latter\s+part|"
    r"first\s+part|last\s+part|first\s+half|second\s+half|latter\s+half|(?:first|last|early|final|dying|opening|"
    r"closing)\s+days|"
    r"dawn))\s+of\s+|(?P<edge>(?:the\s+)?(?:very\s+)?(?:early|late|later|earlier|mid))(?:\s+(?:of|in|on)\s+|\s*-\s*|"
    r"\s+))"
)
