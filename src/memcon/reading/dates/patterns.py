"""The pieces of text that date expressions are put together from, and the lexicon that says where one may begin."""

from __future__ import annotations

import re
from typing import Final

from memcon.reading.dates.words import (
    DAY_PARTS,
    EASTER_DAYS,
    FIXED_DAYS,
    MONTHS,
    NTH_WEEKDAYS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)


def either(words: object) -> str:
    """An alternation of words, longest first."""
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=lambda w: -len(w))) + ")"  # type: ignore[call-overload]


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
SEASON: Final = r"(?:" + "|".join(SEASONS) + r")(?![A-Za-z])"
UNIT: Final = r"(?:" + "|".join(sorted(UNITS, key=lambda w: -len(w))) + r")(?![A-Za-z])"
DAY_PART: Final = r"(?:early\s+|late\s+|mid-?\s*)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn)(?:s(?![A-Za-z]))?(?![A-Za-z])"
_NUMBER_WORD: Final = (
    r"(?:" + "|".join(sorted((w for w in NUMBERS if w not in ("dozen",)), key=lambda w: -len(w))) + r")"
)
NUMBER: Final = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:a\s+|an\s+)?(?:couple|dozen)(?:\s+of)?|half\s+an?|"
    rf"(?:an?\s+(?=hundred|thousand))?{_NUMBER_WORD}(?:(?:\s+and\s+|[\s-]){_NUMBER_WORD})*)(?![A-Za-z])(?:\s+and\s+(?:a\s+)?half)?"
)
VAGUE: Final = (
    r"(?:a\s+(?:good\s+)?few|the\s+few|few|several|some|many|a\s+number\s+of|numerous|countless|dozens\s+of|hundreds\s+of|"
    r"thousands\s+of|scores\s+of)"
)
APPROXIMATELY: Final = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|some|just|only|over|under|more\s+than|less\s+than|fewer\s+than|"
    r"at\s+least|at\s+most|up\s+to|close\s+to|well\s+over|just\s+over|just\s+under|exactly|barely|as\s+many\s+as|"
    r"no\s+more\s+than|a\s+mere|another|a\s+further|an\s+additional|a\s+full|full|(?:a\s+)?little\s+(?:more|less)\s+than)\s+)?"
)
ORDINAL: Final = (
    r"(?:"
    + "|".join(sorted((w.replace("-", "[- ]") for w in ORDINALS), key=lambda w: -len(w)))
    + r"|\d{1,2}(?:st|nd|rd|th))"
)
CLOCK: Final = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<ap>[ap]\.?\s?m\b\.?)|"
    r"(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d))?(?!\d)(?!:)(?:\s*hrs\b|\s*hours\b|h\b)?|"
    r"(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)\s*(?:hrs|hours|GMT|UTC)\b)"
    r"(?:\s*\(?(?:GMT|UTC|EST|EDT|ET|CET|CEST|BST|PST|PDT|Eastern(?:\s+[Tt]ime)?|local\s+time|Z)\b\)?)?"
)
FIXED_DAY: Final = either([*FIXED_DAYS, *EASTER_DAYS, *NTH_WEEKDAYS])
PART: Final = (
    r"(?:(?P<part>(?:the\s+)?(?:very\s+)?(?:beginning|start|end|close|turn|middle|early\s+part|late\s+part|latter\s+part|"
    r"first\s+part|last\s+part|first\s+half|second\s+half|latter\s+half|(?:first|last|early|final|dying|opening|closing)\s+days|"
    r"dawn))\s+of\s+|(?P<edge>(?:the\s+)?(?:very\s+)?(?:early|late|later|earlier|mid))(?:\s+(?:of|in|on)\s+|\s*-\s*|\s+))"
)

#: What a word may be in a date expression.  Upper case: an expression must hold at least one such word.
LEXICON: Final[dict[str, str]] = {}
for _words, _kind in (
    (MONTHS, "M"),
    (WEEKDAYS, "W"),
    (SEASONS, "S"),
    (UNITS, "U"),
    (DAY_PARTS, "P"),
    (NUMBERS, "n"),
    ((w for w in ORDINALS if "-" not in w), "o"),
    (
        [
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "now",
            "currently",
            "current",
            "recently",
            "recent",
            "formerly",
            "former",
            "future",
            "past",
            "nowadays",
            "presently",
            "lately",
            "previously",
            "present",
            "ago",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "annually",
            "annual",
            "quarterly",
            "hourly",
            "nightly",
            "biennial",
            "biannual",
            "biennially",
            "biweekly",
            "fortnightly",
            "semiannual",
            "halloween",
            "easter",
            "christmas",
            "thanksgiving",
            "pentecost",
            "juneteenth",
            "fiscal",
            "fy",
            "ad",
            "bc",
            "bce",
            "ce",
            "millennium",
            "nineties",
            "eighties",
            "seventies",
            "sixties",
            "fifties",
            "forties",
            "thirties",
            "twenties",
            "soon",
            "meantime",
            "meanwhile",
            "afterwards",
            "weekday",
            "weekdays",
            "overnight",
            "yesteryear",
        ],
        "R",
    ),
    (
        [
            "the",
            "a",
            "an",
            "this",
            "that",
            "these",
            "those",
            "last",
            "next",
            "previous",
            "following",
            "same",
            "coming",
            "upcoming",
            "early",
            "late",
            "later",
            "earlier",
            "mid",
            "middle",
            "beginning",
            "start",
            "end",
            "close",
            "turn",
            "latter",
            "opening",
            "closing",
            "half",
            "very",
            "each",
            "every",
            "per",
            "once",
            "twice",
            "couple",
            "dozen",
            "few",
            "several",
            "some",
            "many",
            "number",
            "of",
            "in",
            "on",
            "at",
            "and",
            "new",
            "martin",
            "valentine",
            "april",
            "all",
            "boxing",
            "armistice",
            "veterans",
            "human",
            "international",
            "world",
            "earth",
            "europe",
            "anzac",
            "bastille",
            "united",
            "st",
            "saint",
            "ash",
            "palm",
            "good",
            "maundy",
            "whit",
            "memorial",
            "presidents",
            "weeks",
            "final",
            "first",
            "about",
            "around",
            "nearly",
            "almost",
            "over",
            "under",
            "more",
            "less",
            "than",
            "only",
            "just",
            "coming",
            "hundreds",
            "thousands",
            "dozens",
            "scores",
            "numerous",
            "countless",
            "another",
            "some",
            "entire",
            "whole",
            "to",
            "or",
            "approximately",
            "roughly",
            "least",
            "most",
            "up",
            "well",
            "exactly",
            "barely",
            "as",
            "no",
            "mere",
            "further",
            "additional",
            "full",
            "little",
            "even",
            "fewer",
            "first-ever",
            "dying",
            "days",
            "ensuing",
            "subsequent",
            "intervening",
            "succeeding",
            "preceding",
            "prior",
            "within",
            "for",
            "after",
            "during",
            "throughout",
            "given",
            "any",
            "one's",
            "year's",
            "month's",
            "eve",
            "by",
        ],
        "g",
    ),
):
    for _word in _words:
        LEXICON.setdefault(_word, _kind)

#: The words of a text that matter here: figures (with their ordinal ending) and runs of letters.
TOKEN: Final = re.compile(r"\d+(?:st|nd|rd|th)?(?![^\W\d_])|\d+|[^\W\d_]+")
