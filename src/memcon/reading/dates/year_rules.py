"""Rules for years and what is made of years or is a part of one: decades, centuries, seasons, quarters, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from memcon.reading.dates import guards
from memcon.reading.dates.forms import Calendar, Step
from memcon.reading.dates.patterns import FIXED_DAY, ORDINAL, SEASON, SHORT_YEAR, YEAR
from memcon.reading.dates.rule import (
    ERA,
    RELATIVE_YEARS,
    Builder,
    Reading,
    compiled,
    day_part,
    full_year,
    mention,
    ordinal_number,
)
from memcon.reading.dates.values import Point
from memcon.reading.dates.words import SEASONS

YEARS: Final = compiled(rf"(?P<a>{YEAR})(?:(?P<sep>\s?[-–—]\s?|/)(?P<b>{YEAR}|\d\d(?![\w])(?![-/.]\d)))?{ERA}?")
BC: Final = compiled(
    r"(?:(?P<ad>A\.?D\.?)\s?)?(?P<a>\d{1,4})(?:\s?[-–—/]\s?(?P<b>\d{1,4}))?(?:(?P<decade>s)(?![A-Za-z]))?"
    r"\s?(?P<era>B\.?\s?C\.?(?:\s?E\.?)?|A\.?D\.?|C\.?E\.)(?![A-Za-z])|A\.?D\.?\s?(?P<only>\d{1,4})(?!\d)"
)
SHORT: Final = compiled(r"['’‘](?P<y>\d\d)(?![\w])")


def read_years(text: str, match: re.Match[str]) -> Reading:
    """``1992``, the term ``2012-2013``, ``1939–45``."""
    a = int(match["a"])
    if match["b"]:
        b = int(match["b"])
        if len(match["b"]) == 2:
            b += a // 100 * 100 + (100 if b < a % 100 and "/" in match["sep"] else 0)
        if a < b <= a + 120 and (guards.is_year(text, match.start(), match.end("a")) or len(match["b"]) == 4):
            if guards.is_counted(text, match.end()):
                return []
            first = mention(text, match.start(), match.end("a"), Calendar(Point("year", a)))
            return [first, mention(text, match.start("b"), match.end("b"), Calendar(Point("year", b)), closes=0)]
        if guards.is_year(text, match.start(), match.end("a")):
            return [mention(text, match.start(), match.end("a"), Calendar(Point("year", a)))]
        return []
    if match["era"]:
        value = -a if match["era"][0] in "Bb" else a
        return [mention(text, match.start(), match.end(), Calendar(Point("year", value)))]
    if not guards.is_year(text, match.start(), match.end("a")):
        return []
    return [mention(text, match.start(), match.end("a"), Calendar(Point("year", a)))]


def read_bc(text: str, match: re.Match[str]) -> Reading:
    """``490 BC``, ``the 470s BC``, ``AD 476``."""
    if match["only"]:
        return [mention(text, match.start(), match.end(), Calendar(Point("year", int(match["only"]))))]
    sign = -1 if match["era"][0] in "Bb" else 1
    if not match["era"][0].isupper():
        return []
    unit = "decade" if match["decade"] else "year"
    year = sign * int(match["a"])
    end = match.end() - (text[match.end() - 1] == "." and match["era"].count(".") == 1)
    if match["b"]:
        first = mention(text, match.start(), match.end("a"), Calendar(Point(unit, year)))
        last = Calendar(Point(unit, sign * int(match["b"])))
        return [first, mention(text, match.start("b"), end, last, closes=0)]
    return [mention(text, match.start(), end, Calendar(Point(unit, year)))]


DECADE: Final = compiled(
    r"(?:the\s+)?(?:(?P<d>1[0-9]\d0|20\d0)['’]?s|['’‘]?(?P<s>\d0)['’]?s|"
    r"(?:(?P<century>nineteen|eighteen)[-\s])?(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|"
    r"nineties))(?![A-Za-z])"
)
_DECADE_WORDS: Final = {
    word: 20 + 10 * n
    for n, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    )
}
CENTURY: Final = compiled(
    rf"(?:the\s+)?(?P<o>{ORDINAL})(?:[-\s]+(?P<and>and|to|or)\s+(?:the\s+)?{ORDINAL})?[-\s]centur(?:y|ies){ERA}?"
)


def read_decade(text: str, match: re.Match[str]) -> Reading:
    """``the 1990s``, ``the '90s``, ``the nineties``."""
    if match["d"]:
        return [mention(text, match.start(), match.end(), Calendar(Point("decade", int(match["d"]))))]
    the = match[0][:3].lower() == "the"
    if match["w"]:
        base = 1800 if (match["century"] or "").lower() == "eighteen" else 1900
        if not the or re.search(
            r"\b(?:in|of)\s+(?:his|her|their)\s+$", text[max(0, match.start() - 12) : match.start()]
        ):
            return []
        return [
            mention(
                text, match.start(), match.end(), Calendar(Point("decade", base + _DECADE_WORDS[match["w"].lower()]))
            )
        ]
    if not the and match[0][0] not in "'’‘":
        return []
    value = int(match["s"])
    return [
        mention(text, match.start(), match.end(), Calendar(Point("decade", (2000 if value < 30 else 1900) + value)))
    ]


def read_century(text: str, match: re.Match[str]) -> Reading:
    """``the 19th century``, ``the fourth century BC``."""
    n = ordinal_number(match["o"])
    if n is None or not 1 <= n <= 21:
        return []
    bc = bool(match["era"] and match["era"][0] in "Bb")
    year = -(n - 1) * 100 if bc and n > 1 else (n - 1) * 100
    return [mention(text, match.start(), match.end(), Calendar(Point("century", year)))]


IN_SEASON: Final = compiled(
    rf"(?:(?P<y0>{YEAR})\s+(?P<s0>{SEASON})|(?P<lead>(?:the|this(?:\s+past)?|last|next|that|(?:the\s+)?(?:following|previous|"
    rf"coming|past)|the\s+same)\s+)?"
    rf"(?P<s>{SEASON})(?:\s+(?:of\s+|in\s+)?(?P<y>{YEAR}|{SHORT_YEAR})(?:[-/–]\d\d(?:\d\d)?(?!\d))?|\s+(?:of\s+)?(?P<rel>this|that|last|"
    rf"next)\s+year|\s+(?P<bc>(?:of\s+)?\d{{1,4}})\s?B\.?C\.?E?\b)?)"
)
_LEADS: Final = {
    "this": (0, False),
    "last": (-1, False),
    "past": (-1, False),
    "next": (1, False),
    "coming": (1, False),
    "that": (0, True),
    "same": (0, True),
    "following": (1, True),
    "previous": (-1, True),
}


def read_season(text: str, match: re.Match[str]) -> Reading:
    """``spring 1942``, ``the summer of 2012``, ``last summer``, ``winter``."""
    word = (match["s0"] or match["s"]).lower()
    season = SEASONS[word]
    start, end = match.span()
    year = int(match["y0"]) if match["y0"] else full_year(match["y"])
    if match["bc"]:
        year = -int(re.sub(r"\D", "", match["bc"]))
    lead = (match["lead"] or "").lower().split()
    if year is None and match["rel"]:
        step, base = RELATIVE_YEARS[match["rel"].lower()]
        return [mention(text, start, end, Calendar(Point("season", season=season), year_step=step, year_from=base))]
    if year is not None:
        return [mention(text, start, end, Calendar(Point("season", year, season=season)))]
    if lead and lead[-1] in _LEADS:
        amount, told = _LEADS[lead[-1]]
        return [mention(text, start, end, Step("season", amount, told, season=season))]
    if not guards.is_season(text, match.start("s"), end, bool(lead)):
        return []
    return [mention(text, start, end, Calendar(Point("season", season=season)))]


QUARTER: Final = compiled(
    rf"(?:(?:the\s+)?(?P<n>first|second|third|fourth|last|final|latter|1st|2nd|3rd|4th)[-\s](?P<u>quarter|"
    rf"half)(?![A-Za-z])(?:\s+(?:of\s+)?(?:(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<y>{YEAR})|"
    r"(?P<rel>this|last|next|that|the)\s+year\b))?|(?:(?P<q>[QH][1-4])|"
    r"(?P<q2>[1-4]Q))(?![A-Za-z0-9])(?:\s+(?:of\s+)?(?P<y2>" + YEAR + r"))?)"
)


def read_quarter(text: str, match: re.Match[str]) -> Reading:
    """``the second quarter of 2019``, ``Q3 2021``, ``the first half of last year``."""
    start, end = match.span()
    if match["q"] or match["q2"]:
        code = (match["q"] or match["q2"]).upper()
        part, unit = int(re.sub(r"\D", "", code)), "half" if "H" in code else "quarter"
        if unit == "half" and part > 2:
            return []
        return [mention(text, start, end, Calendar(Point(unit, full_year(match["y2"]), part=part)))]
    unit = match["u"].lower()
    word = match["n"].lower()
    names = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
    part = names.get(word) or (4 if unit == "quarter" else 2)
    if unit == "half" and (part > 2 or not (match["y"] or match["rel"])):
        return []
    if word in ("last", "final", "latter") and not (match["y"] or match["rel"]):
        return [] if word != "last" else [mention(text, start, end, Step("quarter", -1))]
    if match["y"]:
        return [mention(text, start, end, Calendar(Point(unit, int(match["y"]), part=part)))]
    step, base = RELATIVE_YEARS.get((match["rel"] or "").lower(), (None, "now"))
    if (match["rel"] or "").lower() == "the":
        step, base = 0, "told"
    return [mention(text, start, end, Calendar(Point(unit, part=part), year_step=step, year_from=base))]


HOLIDAY: Final = compiled(
    rf"(?P<h>{FIXED_DAY})(?![A-Za-z])(?:\s+(?P<dp>night|morning|afternoon|"
    rf"evening)(?![A-Za-z]))?(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?"
)
FISCAL: Final = compiled(
    rf"(?:(?:the\s+)?(?:fiscal|financial)(?:\s+year)?\s+|FY\s?)(?:(?P<y>{YEAR})(?:[-/–](?P<b>\d{{2,4}}))?|"
    rf"(?P<s>['’]?\d\d)(?!\w))"
)


_NAMED_AFTER_DAY: Final = re.compile(
    r"[”\"’]?\s+(?:Offensive|Agreement|Accords?|Rising|Island|Massacre|Declaration|Protocol|Truce|Uprising|Rebellion|"
    r"Bombings?|"
    r"Carol|Market|Lectures?|Parade|Tree|Seals?)\b",
    re.IGNORECASE,
)


def read_holiday(text: str, match: re.Match[str]) -> Reading:
    """``Christmas Eve``, ``Good Friday 1998``, ``Thanksgiving``: days with one meaning everywhere."""
    if not match["h"][0].isupper() or _NAMED_AFTER_DAY.match(text, match.end()):
        return []
    name = match["h"].lower().replace("’", "'")
    clock = day_part(match["dp"])
    form = Calendar(Point("day", full_year(match["y"])), holiday=name, clock=clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


def read_fiscal(text: str, match: re.Match[str]) -> Reading:
    """``fiscal year 2021``, ``FY2021``: the year is named, its days differ from state to state and are not fixed."""
    form = Calendar(Point("year", full_year(match["y"] or match["s"])), fiscal=True)
    return [mention(text, match.start(), match.end(), form)]


def rules() -> Iterator[tuple[str, re.Pattern[str], Builder]]:
    """Every rule of this module: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "tdo", CENTURY, read_century
    yield "tdn", DECADE, read_decade
    yield "tqdS", IN_SEASON, read_season
    yield "toqdR", QUARTER, read_quarter
    yield "tR", FISCAL, read_fiscal
    yield "hRWMoq", HOLIDAY, read_holiday
    yield "dR", BC, read_bc
    yield "d", YEARS, read_years
