"""Rules for calendar expressions: days, months, years, seasons, quarters, decades, holidays, in every order agencies use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from memcon.reading.dates import guards
from memcon.reading.dates.forms import Calendar, DateMention, DayOfMonth, Form, Step, Weekday
from memcon.reading.dates.patterns import (
    CLOCK,
    DAY,
    DAY_PART,
    FIXED_DAY,
    FULL_WEEKDAY,
    MONTH,
    ORDINAL,
    SEASON,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
)
from memcon.reading.dates.values import Point
from memcon.reading.dates.words import DAY_PARTS, MONTHS, ORDINALS, SEASONS, WEEKDAYS

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


_ERA: Final = r"(?:\s?(?P<era>B\.?\s?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)(?![A-Za-z]))"
_YEAR_OF: Final = (
    rf"(?:(?:,\s*|\s+of\s+|\s+in\s+|\s*[-/]\s*|\s+)(?P<y>{YEAR}|{SHORT_YEAR})(?!\s?(?:hrs|hours|GMT|UTC)\b)|"
    r"(?:,?\s+(?:of\s+|in\s+)?(?P<rel>this|that|last|next|(?:the|that)\s+(?:same|following|previous|next)|the\s+current)\s+year\b)|"
    r"\s+(?P<bc>\d{1,4})\s?B\.?C\.?(?:E\.?)?(?![A-Za-z]))"
)
_MORE: Final = rf"(?P<more>(?:\s*(?:,|,?\s*\band\b|&|[-–—]|\bto\b|\bthrough\b|\buntil\b|\bor\b)\s*(?:the\s+)?{DAY})*)"
_TIME_TAIL: Final = rf"(?:,?\s+(?P<dp>{DAY_PART}))?"

RELATIVE_YEARS: Final = {"this": (0, "now"), "last": (-1, "now"), "next": (1, "now"), "that": (0, "told")}


def _year_fields(match: re.Match[str]) -> tuple[int | None, int | None, str]:
    """Year, year step and what it is counted from, of a match that holds ``_YEAR_OF``."""
    if match["bc"]:
        return -int(match["bc"]), None, "now"
    if match["rel"]:
        words = match["rel"].lower().split()
        if words[-1] == "same" or words[0] == "that":
            return None, 0, "told"
        if words[-1] in ("following", "next", "previous") and words[0] == "the":
            return None, -1 if words[-1] == "previous" else 1, "told"
        return None, *RELATIVE_YEARS.get(words[-1], (0, "now"))
    return full_year(match["y"]), None, "now"


MDY: Final = compiled(
    rf"(?:(?P<wd>{WEEKDAY})(?:(?:\s+(?P<wdp>{DAY_PART}))?,?\s+(?:the\s+)?|,\s*))?(?P<m>{MONTH})\s*[\s,]\s*(?:the\s+)?(?P<d>{DAY}){_MORE}{_YEAR_OF}?{_TIME_TAIL}"
)
DMY: Final = compiled(
    rf"(?:(?P<wd>{WEEKDAY})(?:(?:\s+(?P<wdp>{DAY_PART}))?,?\s+(?:the\s+)?|,\s*))?(?:the\s+)?(?P<d>{DAY}){_MORE}"
    rf"(?:\s+(?:of\s+|day\s+of\s+)?|\s*-\s*)(?P<m>{MONTH}){_YEAR_OF}?{_TIME_TAIL}"
)
ORDINAL_DAY: Final = compiled(rf"(?:the\s+)?(?P<o>{ORDINAL})\s+(?:day\s+)?of\s+(?P<m>{MONTH}){_YEAR_OF}?{_TIME_TAIL}")
MY: Final = compiled(rf"(?:the\s+month\s+of\s+)?(?P<m>{MONTH})(?:{_YEAR_OF})?")
_NOUN_AFTER: Final = re.compile(
    r"\s+(?:(?:of|in|at|on|to|for|with|by|from|when|where|after|before|as|while|during|under|that|which|who|the|an?|his|her|its|"
    r"their|it|he|she|they|we|I|was|were|is|are|has|had|have|did|will|would|should|could|may|might|respectively)\b|[(\[–—-])|"
    r"\s*(?:[,.;:!?)\]\"”’'–—-]|$)"
)


def _day_list(text: str, match: re.Match[str], first: bool) -> tuple[list[tuple[int, int, int]], list[bool], bool]:
    """The (start, end, day) of every day a match lists, whether each closes a range, and whether the list can be trusted."""
    days = [(match.start("d"), match.end("d"), int(re.sub(r"\D", "", match["d"])))]
    closes = [False]
    at = match.start("more")
    for item in re.finditer(r"([^\d]+)(\d+(?:st|nd|rd|th)?)", match["more"], re.IGNORECASE):
        days.append((at + item.start(2), at + item.end(2), int(re.sub(r"\D", "", item[2]))))
        closes.append(bool(re.search(r"[-–—]|to|through|until", item[1], re.IGNORECASE)))
    if first and len(days) > 1 and not match["y"] and not _NOUN_AFTER.match(text, days[-1][1]):
        return days[:1], closes[:1], False
    return days, closes, True


def _calendar_days(text: str, match: re.Match[str], month_first: bool) -> Reading:
    month_word = match["m"]
    if not month_word[0].isupper() and (len(month_word) < 5 or month_word.lower() in ("march", "may")):
        return []
    year, step, base = _year_fields(match)
    month = month_number(month_word)
    days, closes, whole = _day_list(text, match, month_first)
    weekday = WEEKDAYS[match["wd"].lower().rstrip(".")] if match["wd"] else None
    clock = day_part(match["dp"] if whole else None) or day_part(match["wdp"])
    end = match.end() if whole else days[0][1]
    if not whole:
        year, step = None, None
    found: Reading = []
    for index, (start, stop, day) in enumerate(days):
        if not 1 <= day <= 31:
            continue
        last = index == len(days) - 1
        left = match.start() if index == 0 else start
        right = stop
        if month_first:
            right = end if last else stop
        elif last:
            right = end
        form = Calendar(
            Point("day", year, month, day),
            weekday=weekday if index == 0 else None,
            year_step=step,
            year_from=base,
            clock=clock if last else None,
        )
        kind = "TIME" if form.clock else "DATE"
        found.append(mention(text, left, right, form, kind, len(found) - 1 if closes[index] and found else None))
    return found


def read_mdy(text: str, match: re.Match[str]) -> Reading:
    """``Saturday, September 25, 2021``, ``Sept. 25``, ``August 14 to 16``."""
    return _calendar_days(text, match, True)


def read_dmy(text: str, match: re.Match[str]) -> Reading:
    """``25 September 2021``, ``the 25th of September``, ``14-16 August 2021``, ``14, 15 and 16 August``."""
    return _calendar_days(text, match, False)


def read_ordinal_day(text: str, match: re.Match[str]) -> Reading:
    """``the first of May``."""
    day = ordinal_number(match["o"])
    if day is None or not 1 <= day <= 31:
        return []
    year, step, base = _year_fields(match)
    point = Point("day", year, month_number(match["m"]), day)
    clock = day_part(match["dp"])
    form = Calendar(point, year_step=step, year_from=base, clock=clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


def read_month(text: str, match: re.Match[str]) -> Reading:
    """``May 1992``, ``August of that year``, ``September``."""
    dated = match["y"] or match["rel"] or match["bc"]
    if dated:
        if not match["m"][0].isupper() and match["m"].lower() in ("may", "march"):
            return []
    elif not guards.is_month_alone(text, match.start("m"), match.end("m")):
        return []
    year, step, base = _year_fields(match)
    end = match.end()
    if text[end - 1] == "." and not dated:
        end -= 1 if re.match(r"\s*(?:$|[A-Z\n])", text[end : end + 3]) else 0
    form = Calendar(Point("month", year, month_number(match["m"])), year_step=step, year_from=base)
    return [mention(text, match.start(), end, form)]


ISO: Final = compiled(
    r"(?P<y>1\d{3}|20\d\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?:(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<h>[01]\d|2[0-4]):?(?P<min>[0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?)?)?(?![\w/])(?![-.]\d)"
)
NUMERIC: Final = compiled(
    r"(?P<a>[0-3]?\d)\s?(?P<sep>[-/.])\s?(?P<b>[0-3]?\d)\s?(?P=sep)\s?(?P<y>1\d{3}|20\d\d|\d\d)(?![\w/%])(?!(?P=sep)\d)(?![.,]\d)"
)
_REFERENCE_BEFORE: Final = re.compile(
    r"(?:[A-Za-z]/|[\w]-|[/$€£\d.,:])$|\b(?:No|Nos|Res|Doc|tel|phone|fax|version|v)\.?\s+$", re.I
)


def read_iso(text: str, match: re.Match[str]) -> Reading:
    """``2021-09-25``, ``2021/09/25``, ``2022-02-28T01:20Z``, ``2021-09``."""
    if _REFERENCE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return []
    if not match["d"]:
        if match["sep"] != "-":
            return []
        return [mention(text, match.start(), match.end(), Calendar(Point("month", int(match["y"]), int(match["m"]))))]
    clock = f"T{match['h']}:{match['min']}" if match["h"] else None
    form = Calendar(Point("day", int(match["y"]), int(match["m"]), int(match["d"])), clock=clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


def read_numeric(text: str, match: re.Match[str]) -> Reading:
    """``25/9/2021``, ``9/25/21``, ``25.9.2021``; where both orders are possible, both readings are kept."""
    if _REFERENCE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return []
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"])
    if len(match["y"]) == 2 and match["sep"] != "/":
        return []
    readings = [
        Point("day", year, month, day) for day, month in ((a, b), (b, a)) if 1 <= month <= 12 and 1 <= day <= 31
    ]
    if not readings:
        return []
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] and match["sep"] != "." else None
    return [mention(text, match.start(), match.end(), Calendar(readings[0], other=other))]


YEARS: Final = compiled(rf"(?P<a>{YEAR})(?:(?P<sep>\s?[-–—]\s?|/)(?P<b>{YEAR}|\d\d(?![\w])(?![-/.]\d)))?{_ERA}?")
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
    r"(?:(?P<century>nineteen|eighteen)[-\s])?(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![A-Za-z])"
)
_DECADE_WORDS: Final = {
    word: 20 + 10 * n
    for n, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    )
}
CENTURY: Final = compiled(
    rf"(?:the\s+)?(?P<o>{ORDINAL})(?:[-\s]+(?P<and>and|to|or)\s+(?:the\s+)?{ORDINAL})?[-\s]centur(?:y|ies){_ERA}?"
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
    rf"(?:(?P<y0>{YEAR})\s+(?P<s0>{SEASON})|(?P<lead>(?:the|this|last|next|that|(?:the\s+)?(?:following|previous|coming|past)|the\s+same)\s+)?"
    rf"(?P<s>{SEASON})(?:\s+(?:of\s+|in\s+)?(?P<y>{YEAR}|{SHORT_YEAR})|\s+(?:of\s+)?(?P<rel>this|that|last|next)\s+year|\s+(?P<bc>(?:of\s+)?\d{{1,4}})\s?B\.?C\.?E?\b)?)"
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
    rf"(?:(?:the\s+)?(?P<n>first|second|third|fourth|last|final|latter|1st|2nd|3rd|4th)[-\s](?P<u>quarter|half)(?![A-Za-z])(?:\s+(?:of\s+)?(?:(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<y>{YEAR})|"
    r"(?P<rel>this|last|next|that|the)\s+year\b))?|(?:(?P<q>[QH][1-4])|(?P<q2>[1-4]Q))(?![A-Za-z0-9])(?:\s+(?:of\s+)?(?P<y2>"
    + YEAR
    + r"))?)"
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
    rf"(?P<h>{FIXED_DAY})(?![A-Za-z])(?:\s+(?P<dp>night|morning|afternoon|evening)(?![A-Za-z]))?(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?"
)
FISCAL: Final = compiled(
    rf"(?:(?:the\s+)?(?:fiscal|financial)(?:\s+year)?\s+|FY\s?)(?:(?P<y>{YEAR})(?:[-/–](?P<b>\d{{2,4}}))?|(?P<s>['’]?\d\d)(?!\w))"
)


def read_holiday(text: str, match: re.Match[str]) -> Reading:
    """``Christmas Eve``, ``Good Friday 1998``, ``Thanksgiving``: days with one meaning wherever the text was written."""
    if not match["h"][0].isupper():
        return []
    name = match["h"].lower().replace("’", "'")
    clock = day_part(match["dp"])
    form = Calendar(Point("day", full_year(match["y"])), holiday=name, clock=clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


def read_fiscal(text: str, match: re.Match[str]) -> Reading:
    """``fiscal year 2021``, ``FY2021``: the year is named, its days differ from state to state and are not fixed."""
    form = Calendar(Point("year", full_year(match["y"] or match["s"])), fiscal=True)
    return [mention(text, match.start(), match.end(), form)]


DAY_OF_MONTH: Final = compiled(
    r"the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)(?:\s+(?:day\s+)?of\s+(?P<told>(?:that|the\s+same|this|the)\s+month))?"
)
_DOM_AFTER: Final = re.compile(
    r"\s*(?:[,.;:!?)\]\"”]|$)|\s+(?:was|were|and\s+(?:the|on|was|then)|the|he|she|they|it|at|when|in\s+(?!a\s+row)|for|a|his|her|their|with|that|"
    r"about|after|before|by|from|to)\b"
)
_DOM_BEFORE: Final = re.compile(
    r"\b(?:on|by|until|till|from|to|and|since|before|after|between|of|through)\s+$|[,“\"]\s*$", re.I
)


def read_day_of_month(text: str, match: re.Match[str]) -> Reading:
    """``the 28th``, ``the 28th of that month``; not the 46th of anything else."""
    day = int(match["d"])
    if not 1 <= day <= 31:
        return []
    if not match["told"] and not (
        _DOM_AFTER.match(text, match.end()) and _DOM_BEFORE.search(text[max(0, match.start() - 10) : match.start()])
    ):
        return []
    return [mention(text, match.start(), match.end(), DayOfMonth(day, bool(match["told"])))]


ON_WEEKDAY: Final = compiled(
    rf"(?P<which>(?:(?:the|this)\s+)?(?:last|next|this|past|previous|following|coming|that|same)\s+)?(?P<w>{FULL_WEEKDAY})"
    rf"(?:\s+(?P<last>last|next|week)(?=\s*(?:[,.;]|$)))?(?:[\s-]+(?P<dp>{DAY_PART}))?(?:(?:\s+at\s+|,?\s+){CLOCK})?"
)
_WHICH: Final = {
    "last": "last",
    "past": "last",
    "previous": "before",
    "next": "next",
    "coming": "next",
    "this": "this",
    "that": "told",
    "same": "told",
    "following": "after",
}


def read_weekday(text: str, match: re.Match[str]) -> Reading:
    """``Friday``, ``last Friday``, ``Tuesday night``, ``the following Monday``."""
    if not guards.is_weekday(text, match.start("w"), match.end("w")):
        return []
    words = (match["which"] or match["last"] or "bare").lower().split()
    which = _WHICH.get(words[-1], "bare")
    if which == "next" and words[0] == "the":
        which = "after"
    clock = clock_value(match) if match["hour"] or match["hour24"] or match["hour4"] else day_part(match["dp"])
    form = Weekday(WEEKDAYS[match["w"].lower()], which, clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


def rules() -> Iterator[tuple[str, re.Pattern[str], Builder]]:
    """Every calendar rule: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "dM", ISO, read_iso
    yield "dM", NUMERIC, read_numeric
    yield "MW", MDY, read_mdy
    yield "dgW", DMY, read_dmy
    yield "go", ORDINAL_DAY, read_ordinal_day
    yield "gdoD", CENTURY, read_century
    yield "gdRn", DECADE, read_decade
    yield "dSg", IN_SEASON, read_season
    yield "goqd", QUARTER, read_quarter
    yield "Rgd", FISCAL, read_fiscal
    yield "RgWM", HOLIDAY, read_holiday
    yield "dR", BC, read_bc
    yield "d", YEARS, read_years
    yield "gM", MY, read_month
    yield "g", DAY_OF_MONTH, read_day_of_month
    yield "gW", ON_WEEKDAY, read_weekday
