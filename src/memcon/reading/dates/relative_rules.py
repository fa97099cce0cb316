"""Rules for what is counted from elsewhere: today, last month, two weeks earlier, the end of the year, recently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from memcon.reading.dates.forms import Fixed, Form, Span, Step
from memcon.reading.dates.patterns import APPROXIMATELY, CLOCK, DAY_PART, NUMBER, UNIT, VAGUE
from memcon.reading.dates.rule import Builder, Reading, clock_value, compiled, day_part, mention
from memcon.reading.dates.values import duration
from memcon.reading.dates.words import UNITS, number

TODAY: Final = compiled(
    rf"(?P<w>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|"
    rf"overnight)(?![A-Za-z])"
    rf"(?:['’]s\s+(?P<dps>{DAY_PART})|\s+(?P<dp>{DAY_PART}))?(?:(?:\s+at|,)?\s+{CLOCK})?"
)
_TODAY_NAME: Final = re.compile(r"\b(?:USA|Russia|Israel|India|Turkey|Baptist|Psychology|Christianity|Asia)\s+$")
_TODAY: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


def read_today(text: str, match: re.Match[str]) -> Reading:
    """``today``, ``yesterday morning``, ``tonight``, ``the day after tomorrow``."""
    word = match["w"].lower()
    if word == "today" and _TODAY_NAME.search(text[max(0, match.start() - 10) : match.start()]):
        return []
    amount = _TODAY.get(word)
    if amount is None:
        amount = -2 if word.endswith("yesterday") else 2
    clock = (
        clock_value(match)
        if match["hour"] or match["hour24"] or match["hour4"]
        else day_part(match["dp"] or match["dps"])
    )
    if word in ("tonight", "overnight"):
        clock = "TNI"
    form = Step("day", amount, clock=clock)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


_UNIT_NAMES: Final = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "N": "night",
}
UNIT_STEP: Final = compiled(
    r"(?:(?P<mod>(?:(?:much|very|sometime|some\s+time)\s+)?(?:earlier|later|early|late))\s+(?:in\s+)?(?=(?:th|last|"
    r"next)))?"
    r"(?P<lead>(?:(?:the|that|this)\s+)?(?:same|following|previous|next|coming|current|preceding|ensuing|very\s+next|"
    r"very\s+same|last|past|upcoming)|"
    r"(?:the|its)\s+latest|this|that|the|last|next|previous|following)\s+(?:very\s+)?"
    r"(?P<u>day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade|"
    r"century)(?![A-Za-z])(?!-)"
    r"(?:\s+(?P<dp>morning|afternoon|evening|night)(?![A-Za-z]))?"
)
_AND_A_HALF: Final = re.compile(r"\s+and\s+a\s+half\b", re.I)
_STEPS: Final = {
    "same": 0,
    "this": 0,
    "that": 0,
    "the": 0,
    "current": 0,
    "following": 1,
    "next": 1,
    "coming": 1,
    "ensuing": 1,
    "upcoming": 1,
    "previous": -1,
    "preceding": -1,
    "last": -1,
    "past": -1,
}


def read_unit_step(text: str, match: re.Match[str]) -> Reading:
    """``last month``, ``this year``, ``the next day``, ``later that month``, ``the same week``, ``last night``."""
    words = match["lead"].lower().split()
    word, unit = words[-1], match["u"].lower()
    start, end = match.span()
    definite = words[0] in ("the", "that") and len(words) > 1
    clock = day_part(match["dp"])
    if unit in ("morning", "afternoon", "evening", "night"):
        clock, unit = day_part(unit), "day"
    if unit == "fortnight":
        return []
    if word == "the" and unit == "weekend" and not match["mod"]:
        return [mention(text, start, end, Step("weekend", 0))]
    if word == "the" and (not match["mod"] or unit == "day"):
        return []
    if definite and word in ("last", "past", "coming", "upcoming") and unit in _WINDOW_LETTERS:
        letters = _WINDOW_LETTERS[unit]
        half = _AND_A_HALF.match(text, end)
        amount, end = (1.5, half.end()) if half else (1.0, end)
        window = -1 if word in ("last", "past") else 1
        return [mention(text, start, end, Span(duration(amount, letters), amount, letters, window), "DURATION")]
    if word == "latest":
        return [mention(text, start, end, Step(unit, -1))] if unit == "quarter" else []
    if definite and word == "next" and unit == "decade":
        return [mention(text, start, end, Span("P10Y", 1, "DE", 1), "DURATION")]
    told = (definite and word != "current") or word in ("that", "same", "previous", "following", "the")
    if unit == "day" and not clock and not told and word in ("last", "past"):
        return []
    form = Step(unit, _STEPS[word], told or (clock is not None and word == "next"), clock=clock)
    return [mention(text, start, end, form, "TIME" if clock else "DATE")]


_WINDOW_LETTERS: Final = {"year": "Y", "month": "M", "week": "W", "decade": "DE"}


BOUNDARY: Final = compiled(
    r"(?:(?:the\s+)?(?:very\s+)?(?P<part>end|beginning|start|middle|close|latter\s+part|early\s+part|latter\s+half|"
    r"first\s+half|second\s+half|early|late|later|earlier)\s+(?:of|in)\s+"
    r"(?P<lead>the\s+same|the\s+following|the\s+next|the\s+previous|the|that|this|last|next)\s+(?P<u>day|week|month|"
    r"year|decade|century)(?![A-Za-z])|"
    r"(?:the\s+)?(?P<u2>year|month|week)(?:['’]s)?[-\s]end(?![A-Za-z])|mid-?(?P<u3>week|month|year)(?![A-Za-z]))"
)
_PARTS: Final = {
    "end": "END",
    "close": "END",
    "latter part": "END",
    "beginning": "START",
    "start": "START",
    "middle": "MID",
    "early part": "START",
    "early": "START",
    "late": "END",
    "first half": "1",
    "second half": "2",
    "latter half": "2",
}


def read_boundary(text: str, match: re.Match[str]) -> Reading:
    """``the end of the month``, ``the beginning of last year``, ``year's end``, ``later in the year``."""
    start, end = match.span()
    if match["u2"]:
        return [mention(text, start, end, Step(match["u2"].lower(), 0, mod="CLOSE"))]
    if match["u3"]:
        return [mention(text, start, end, Step(match["u3"].lower(), 0, mod="MID"))]
    words = match["lead"].lower().split()
    part = _PARTS.get(re.sub(r"\s+", " ", match["part"].lower()))
    told = words[0] in ("the", "that")
    unit = match["u"].lower()
    if unit == "day" and (part is not None or not told):
        return []
    if part in ("1", "2"):
        if unit != "year":
            return []
        return [mention(text, start, end, Step("year", _STEPS[words[-1]], told, part=int(part)))]
    return [mention(text, start, end, Step(unit, _STEPS[words[-1]], told, mod=part))]


OFFSET: Final = compiled(
    rf"(?:{APPROXIMATELY}(?P<n>{NUMBER}|{VAGUE}|an?|one|the)\s+)?(?P<u>{UNIT})(?:\s+and\s+a\s+half|\s+or\s+(?:so|two|"
    rf"three))?(?:\s+|-(?=ago|earlier|later))"
    r"(?P<dir>ago|earlier|later|before|after|afterwards|afterward|from\s+now|hence|previously|prior|before\s+that|"
    r"after\s+that)(?![A-Za-z])"
    r"(?P<that>\s+(?:that|this)(?=\s*[,.;]))?"
)
_BACK: Final = frozenset(("ago", "earlier", "before", "previously", "prior", "before that"))
_CLAUSE_AFTER: Final = re.compile(r"\s*(?:[,.;:!?)\]\"”’—–-]|$)|\s+(?:and|in|at|on)\b")


def read_offset(text: str, match: re.Match[str]) -> Reading:
    """``two weeks ago``, ``three days later``, ``a year earlier``, ``the day before``, ``months later``."""
    letters = UNITS[match["u"].lower()]
    way = re.sub(r"\s+", " ", match["dir"].lower())
    sign = -1 if way in _BACK else 1
    count = (match["n"] or "").lower()
    hyphen = text[match.start("dir") - 1] == "-"
    if not count and not match["u"].lower().endswith("s") and not hyphen:
        return []
    amount = 1.0 if count == "the" or (hyphen and not count) else number(count) if count else None
    if way in ("before", "after", "prior") and not _CLAUSE_AFTER.match(text, match.end()):
        # “two days before the summit”: the event's day is not ours to know, the duration is.
        if count == "the" or not count:
            return []
        end = match.start("dir")
        while end > match.start() and text[end - 1].isspace():
            end -= 1
        return [mention(text, match.start(), end, Span(duration(amount, letters), amount, letters), "DURATION")]
    told = way not in ("ago", "from now", "hence")
    start, end = match.span()
    if amount is None:
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        if not count:
            holes = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX"}
            return [mention(text, start, end, Fixed(holes.get(letters, vague)))]
        return [mention(text, start, end, Fixed(vague))]
    if letters.startswith("T"):
        return [
            mention(
                text,
                start,
                end,
                Step({"TH": "hour", "TM": "minute", "TS": "second"}[letters], sign * amount, told, whole=False),
                "TIME",
            )
        ]
    if letters == "F":
        amount, letters = amount * 2, "W"
    if letters in ("DE", "CE") and amount == 1:
        amount, letters = 10.0 if letters == "DE" else 100.0, "Y"
    unit = _UNIT_NAMES[letters]
    if unit == "night":
        form: Form = Step("day", sign * amount, told, clock="TNI", whole=False)
        return [mention(text, start, end, form, "TIME")]
    return [mention(text, start, end, Step(unit, sign * amount, told, whole=False))]


REFERENCE: Final = compiled(
    r"(?P<w>right\s+now|now|currently|nowadays|these\s+days|presently|at\s+present|the\s+present(?:\s+day)?|"
    r"present[- ]day|modern[- ]day|(?:at\s+)?(?:the|this)\s+moment|"
    r"(?:more\s+|most\s+|until\s+|very\s+|only\s+)?recently|lately|not\s+long\s+ago|long\s+ago|"
    r"(?P<ru>(?:the\s+)?(?:more\s+|most\s+)?recent\s+(?:days|weeks|months|years|decades|centuries))|"
    r"(?:the\s+)?recent\s+(?:times|past|history)|formerly|"
    r"(?:the\s+|its\s+|their\s+)?(?:very\s+)?(?:near|foreseeable|immediate|distant)\s+future|the\s+future|"
    r"the\s+(?:recent\s+|distant\s+)?past|"
    r"(?:the\s+)?coming\s+(?:days|weeks|months|years|decades)|current|future|recent)(?![A-Za-z-])"
)
_REFERENCES: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "days": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "present": "PRESENT_REF",
    "day": "PRESENT_REF",
    "moment": "PRESENT_REF",
    "future": "FUTURE_REF",
    "current": "PRESENT_REF",
}
_FUTURE_NOUN: Final = re.compile(
    r"\s+(?!(?:of|for|and|or|to|with|in|is|was|will|would|as|that|which|where|when|at|by|from|on|together|but|after|"
    r"under)\b)[A-Za-z]"
)
_NOT_PAST: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:few|several|decade|year|month|week|day|century|quarter|season|\d)|\s+(?:experience|performance)",
    re.I,
)


def read_reference(text: str, match: re.Match[str]) -> Reading:
    """``now``, ``recently``, ``the future``, ``the coming weeks``: past, present or future, no more."""
    phrase = re.sub(r"[\s-]+", " ", match["w"].lower())
    if match["ru"]:
        value = duration(None, UNITS[phrase.split()[-1]])
        return [mention(text, match.start(), match.end(), Fixed(value), "DURATION")]
    if phrase == "future" and not _FUTURE_NOUN.match(text, match.end()):
        return []
    if phrase.split()[-1] == "past" and _NOT_PAST.match(text, match.end()):
        return []
    if "coming" in phrase:
        value = "FUTURE_REF"
    elif phrase.startswith(("recent", "the recent")):
        value = "PAST_REF"
    else:
        value = _REFERENCES.get(phrase.split()[-1], "PAST_REF")
    return [mention(text, match.start(), match.end(), Fixed(value))]


DAY_PHRASE: Final = compiled(
    r"(?:the\s+)?(?P<part>(?:early\s+|late\s+)?(?:night|morning|afternoon|evening|morning\s+hours|eve|day|week|"
    r"weekend|month|year)|early\s+hours)\s+of\s+(?=(?:the\s+)?[A-Z\d'])"
)


def rules() -> Iterator[tuple[str, re.Pattern[str], Builder]]:
    """Every rule of this module: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "tRP", TODAY, read_today
    yield "teU", BOUNDARY, read_boundary
    yield "tqeR", UNIT_STEP, read_unit_step
    yield "acxtndU", OFFSET, read_offset
    yield "tRxqU", REFERENCE, read_reference
