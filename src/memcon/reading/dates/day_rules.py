"""Rules for days and months, in every order agencies use, and for days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from memcon.reading.dates import guards
from memcon.reading.dates.forms import Calendar, DayOfMonth, Step, Weekday
from memcon.reading.dates.patterns import CLOCK, DAY, DAY_PART, FULL_WEEKDAY, MONTH, ORDINAL, SHORT_YEAR, WEEKDAY, YEAR
from memcon.reading.dates.rule import (
    RELATIVE_YEARS,
    Builder,
    Reading,
    clock_value,
    compiled,
    day_part,
    full_year,
    mention,
    month_number,
    ordinal_number,
    spelled_year,
)
from memcon.reading.dates.values import Point
from memcon.reading.dates.words import WEEKDAYS

#: Years as treaties spell them: “two thousand and fifteen”, “nineteen ninety-two”.
_UNITS: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS: Final = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_BELOW_HUNDRED: Final = (
    rf"(?:{_TEENS}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s]{_UNITS})?|{_UNITS})(?![a-z])"
)
_SPELLED: Final = (
    rf"two\s+thousand(?:(?:\s+and)?\s+{_BELOW_HUNDRED})?(?![a-z])|"
    rf"(?:eighteen|nineteen|twenty)(?:\s+hundred(?:\s+and)?)?[-\s]{_BELOW_HUNDRED}"
)
_YEAR_OF: Final = (
    rf"(?:(?:,\s*|\s+of\s+|\s+in\s+|\s*[-/]\s*|\s+)(?P<y>{YEAR}|{SHORT_YEAR})(?!\s?(?:hrs|hours|GMT|UTC)\b)|"
    rf",?\s+(?:in\s+the\s+year\s+)?(?P<words>{_SPELLED})|"
    r"(?:,?\s+(?P<of>of\s+|in\s+)?(?P<rel>this|that|last|next|(?:the|that)\s+(?:same|following|previous|next)|"
    r"the\s+current)\s+year\b)|"
    r"\s+(?P<bc>\d{1,4})\s?B\.?C\.?(?:E\.?)?(?![A-Za-z]))"
)
_MORE: Final = (
    rf"(?P<more>(?:\s*(?:,|,?\s*\band\b|&|[-–—]|\bto\b|\bthrough\b|\buntil\b|\bor\b)\s*(?:the\s+)?{DAY}){{0,8}})"
)
_TIME_TAIL: Final = rf"(?:,?\s+(?P<dp>{DAY_PART}))?"


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
    return spelled_year(match["words"]) if match["words"] else full_year(match["y"]), None, "now"


MDY: Final = compiled(
    rf"(?:(?P<wd>{WEEKDAY})(?:(?:\s+(?P<wdp>{DAY_PART}))?,?\s+(?:the\s+)?|"
    rf",\s*))?(?P<m>{MONTH})\s*[\s,]\s*(?:the\s+)?(?P<d>{DAY}){_MORE}{_YEAR_OF}?{_TIME_TAIL}"
)
DMY: Final = compiled(
    rf"(?:(?P<wd>{WEEKDAY})(?:(?:\s+(?P<wdp>{DAY_PART}))?,?\s+(?:the\s+)?|,\s*))?(?:the\s+)?(?P<d>{DAY}){_MORE}"
    rf"(?:\s+(?:of\s+|day\s+of\s+)?|\s*-\s*)(?P<m>{MONTH}){_YEAR_OF}?{_TIME_TAIL}"
)
ORDINAL_DAY: Final = compiled(rf"(?:the\s+)?(?P<o>{ORDINAL})\s+(?:day\s+)?of\s+(?P<m>{MONTH}){_YEAR_OF}?{_TIME_TAIL}")
MY: Final = compiled(
    rf"(?:the\s+month\s+of\s+|(?P<lead>(?:the\s+)?(?:previous|following|next|last|past|coming)\s+|this\s+(?:past\s+)?|that\s+))?"
    rf"(?P<m>{MONTH})(?:{_YEAR_OF})?"
)
_TOWARD: Final = {"previous": -1, "last": -1, "past": -1, "this": 0, "that": 0, "following": 1, "next": 1, "coming": 1}
_NOUN_AFTER: Final = re.compile(
    r"\s+(?:(?:of|in|at|on|to|for|with|by|from|when|where|after|before|as|while|during|under|that|which|who|the|an?|"
    r"his|her|its|"
    r"their|it|he|she|they|we|I|was|were|is|are|has|had|have|did|will|would|should|could|may|might|respectively)\b|"
    r"[(\[–—-])|"
    r"\s*(?:[,.;:!?)\]\"”’'–—-]|$)"
)


def _day_list(text: str, match: re.Match[str], first: bool) -> tuple[list[tuple[int, int, int]], list[bool], bool]:
    """The (start, end, day) of every day listed, whether each closes a range, whether the list can be trusted."""
    days = [(match.start("d"), match.end("d"), int(re.sub(r"\D", "", match["d"])))]
    closes = [False]
    at = match.start("more")
    for item in re.finditer(r"([^\d]+)(\d+(?:st|nd|rd|th)?)", match["more"], re.IGNORECASE):
        days.append((at + item.start(2), at + item.end(2), int(re.sub(r"\D", "", item[2]))))
        closes.append(bool(re.search(r"[-–—]|to|through|until", item[1], re.IGNORECASE)))
    if first and len(days) > 1 and not match["y"] and not _NOUN_AFTER.match(text, days[-1][1]):
        return days[:1], closes[:1], False
    return days, closes, True


_SPOILT_SCORE: Final = re.compile(r"\b0\d-[A-Z][a-z]{2}\b(?!\.?\s\d)")


def _calendar_days(text: str, match: re.Match[str], month_first: bool) -> Reading:
    month_word = match["m"]
    if not month_word[0].isupper() and (len(month_word) < 5 or month_word.lower() in ("march", "may")):
        return []
    year, step, base = _year_fields(match)
    month = month_number(month_word)
    if year is None and _SPOILT_SCORE.search(text[max(0, match.start("m") - 3) : match.end() + 12]):
        return []  # “03-Jun, 06-Apr” is a score that a spreadsheet has spoilt
    days, closes, whole = _day_list(text, match, month_first)
    if year is None and step is None and month == 9 and days[0][2] == 11 and _ATTACKS.match(text, match.end()):
        year = 2001
    weekday = WEEKDAYS[match["wd"].lower().rstrip(".")] if match["wd"] else None
    clock = day_part(match["dp"] if whole else None) or day_part(match["wdp"])
    end = match.end() if whole else days[0][1]
    this_year = match.start("rel") if whole and match["rel"] and not match["of"] and step is not None else None
    if this_year is not None:  # “March 11 this year”: two expressions, as annotators have it
        end = match.end("d") if not match["more"].strip() else days[-1][1]
        end = max(end, match.end("m"))
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
    if found and this_year is not None and step is not None:
        close = text.lower().index("year", this_year) + 4
        found.append(mention(text, this_year, close, Step("year", step, base == "told")))
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
    if match["lead"]:
        words = match["lead"].lower().split()
        if dated:
            return [mention(text, match.start("m"), end, form)]
        told = words[-1] in ("previous", "following", "that") or words[0] == "the"
        form = replace(form, toward=_TOWARD[words[-1]], toward_told=told)
    return [mention(text, match.start(), end, form)]


ISO: Final = compiled(
    r"(?P<y>1\d{3}|20\d\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?:(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<h>[01]\d|2[0-4]):?(?P<min>[0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?\s?(?:Z|UTC|"
    r"[+-]\d\d:?\d\d)?)?)?(?![\w/])(?![-.]\d)"
)
NUMERIC: Final = compiled(
    r"(?P<a>[0-3]?\d)\s?(?P<sep>[-/.])\s?(?P<b>[0-3]?\d)\s?(?P=sep)\s?(?P<y>1\d{3}|20\d\d|"
    r"\d\d)(?![\w/%])(?!(?P=sep)\d)(?![.,]\d)"
)
_REFERENCE_BEFORE: Final = re.compile(
    r"(?:[A-Za-z]/|[\w]-|[/$€£\d.,:])$|\b(?:No|Nos|Res|Doc|tel|phone|fax|version|v)\.?\s+$", re.I
)


#: The day known by its figures alone.
SEPTEMBER_11: Final = compiled(r"9/11(?![\d/])")
_ATTACKS: Final = re.compile(r"[,’']?s?\s+(?:terror(?:ist)?\s+)?(?:attacks?|hijack)", re.IGNORECASE)


def read_september_11(text: str, match: re.Match[str]) -> Reading:
    """``9/11``: one day wherever it is written."""
    before = text[max(0, match.start() - 10) : match.start()]
    if _REFERENCE_BEFORE.search(before) and not before.lower().endswith(("post-", "pre-")):
        return []
    return [mention(text, match.start(), match.end(), Calendar(Point("day", 2001, 9, 11)))]


def read_iso(text: str, match: re.Match[str]) -> Reading:
    """``2021-09-25``, ``2021/09/25``, ``2022-02-28T01:20Z``, ``2021-09``."""
    if _REFERENCE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return []
    if not match["d"]:
        year, month = int(match["y"]), int(match["m"])
        if match["sep"] != "-" or month == (year + 1) % 100:  # 2007-08 is a term of two years
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


DAY_OF_MONTH: Final = compiled(
    r"the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)(?:\s+(?:day\s+)?of\s+(?P<told>(?:that|the\s+same|this|the)\s+month))?"
)
_DOM_AFTER: Final = re.compile(
    r"\s*(?:[,.;:!?)\]\"”]|$)|\s+(?:was|were|and\s+(?:the|on|was|then)|the|he|she|they|it|at|when|in\s+(?!a\s+row)|"
    r"for|a|his|her|their|with|that|"
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
    rf"(?P<which>(?:(?:the|this)\s+)?(?:last|next|this|past|previous|following|coming|that|"
    rf"same)\s+)?(?P<w>{FULL_WEEKDAY})"
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
    """Every rule of this module: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "d", ISO, read_iso
    yield "d", SEPTEMBER_11, read_september_11
    yield "d", NUMERIC, read_numeric
    yield "MW", MDY, read_mdy
    yield "dtW", DMY, read_dmy
    yield "to", ORDINAL_DAY, read_ordinal_day
    yield "tqM", MY, read_month
    yield "t", DAY_OF_MONTH, read_day_of_month
    yield "tqW", ON_WEEKDAY, read_weekday
