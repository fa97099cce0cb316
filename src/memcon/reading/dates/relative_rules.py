"""Rules for what is counted from elsewhere: today, last month, two weeks earlier, the past decade, every year, 6 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from memcon.reading.dates.calendar_rules import Builder, Reading, clock_value, compiled, day_part, mention
from memcon.reading.dates.forms import Clock, Fixed, Form, Span, Step
from memcon.reading.dates.patterns import (
    APPROXIMATELY,
    CLOCK,
    DAY_PART,
    FULL_WEEKDAY,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    VAGUE,
)
from memcon.reading.dates.values import duration
from memcon.reading.dates.words import UNITS, WEEKDAYS, number

TODAY: Final = compiled(
    rf"(?P<w>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|overnight)(?![A-Za-z])"
    rf"(?:['’]s\s+(?P<dps>{DAY_PART})|\s+(?P<dp>{DAY_PART}))?(?:(?:\s+at|,)?\s+{CLOCK})?"
)
_TODAY: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0}


def read_today(text: str, match: re.Match[str]) -> Reading:
    """``today``, ``yesterday morning``, ``tonight``, ``the day after tomorrow``."""
    word = match["w"].lower()
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
    r"(?:(?P<mod>(?:(?:much|very|sometime|some\s+time)\s+)?(?:earlier|later|early|late))\s+(?:in\s+)?(?=(?:th|last|next)))?"
    r"(?P<lead>(?:(?:the|that|this)\s+)?(?:same|following|previous|next|coming|current|preceding|ensuing|very\s+next|very\s+same|last|past|upcoming)|"
    r"this|that|the|last|next|previous|following)\s+(?:very\s+)?"
    r"(?P<u>day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade|century)(?![A-Za-z])(?!-)"
    r"(?:\s+(?P<dp>morning|afternoon|evening|night)(?![A-Za-z]))?"
)
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
    the = words[0] in ("the", "that") and len(words) > 1
    mod = (match["mod"] or "").lower().split()
    clock = day_part(match["dp"])
    if unit in ("morning", "afternoon", "evening", "night"):
        clock, unit = day_part(unit), "day"
    if word == "the" and not (
        (mod and unit != "day") or text[match.end() : match.end() + 10].lower().startswith(" before y")
    ):
        return []
    if unit == "fortnight":
        return []
    told = the or word in ("that", "same", "previous", "following", "the")
    if word in ("current",):
        told = False
    if word in ("last", "past", "coming", "upcoming") and words[0] == "the":
        if unit in ("year", "month", "week", "decade", "century", "quarter") and word in (
            "last",
            "past",
            "coming",
            "upcoming",
        ):
            amount = 1.0
            window = 1 if word in ("coming", "upcoming") else -1
            letters = {"year": "Y", "month": "M", "week": "W", "decade": "DE", "century": "CE", "quarter": "Q"}[unit]
            return [
                mention(
                    text,
                    match.start(),
                    match.end(),
                    Span(duration(amount, letters), amount, letters, window),
                    "DURATION",
                )
            ]
        told = True
    amount = _STEPS[word]
    if clock and word == "next" and not the:
        told = True
    if unit == "day" and not clock and not told and word in ("this", "last", "past"):
        if word != "this":
            return []
        told = True
    if unit == "decade" and word == "next" and the:
        return [mention(text, match.start(), match.end(), Span("P10Y", 1, "DE", 1), "DURATION")]
    form = Step(unit, amount, told, clock=clock, mod=None)
    return [mention(text, match.start(), match.end(), form, "TIME" if clock else "DATE")]


BOUNDARY: Final = compiled(
    r"(?:(?:the\s+)?(?:very\s+)?(?P<part>end|beginning|start|middle|close|latter\s+part|early\s+part|latter\s+half|first\s+half|second\s+half|early|late|later|earlier)\s+(?:of|in)\s+"
    r"(?P<lead>the\s+same|the\s+following|the\s+next|the\s+previous|the|that|this|last|next)\s+(?P<u>week|month|year|decade|century)(?![A-Za-z])|"
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
        return [mention(text, start, end, Step(match["u2"].lower(), 0, mod="END"))]
    if match["u3"]:
        return [mention(text, start, end, Step(match["u3"].lower(), 0, mod="MID"))]
    words = match["lead"].lower().split()
    part = _PARTS.get(re.sub(r"\s+", " ", match["part"].lower()))
    told = words[0] in ("the", "that")
    unit = match["u"].lower()
    if part in ("1", "2"):
        if unit != "year":
            return []
        return [mention(text, start, end, Step("year", _STEPS[words[-1]], told, part=int(part)))]
    return [mention(text, start, end, Step(unit, _STEPS[words[-1]], told, mod=part))]


OFFSET: Final = compiled(
    rf"(?:{APPROXIMATELY}(?P<n>{NUMBER}|{VAGUE}|an?|one|the)\s+)?(?P<u>{UNIT})(?:\s+and\s+a\s+half)?\s+"
    r"(?P<dir>ago|earlier|later|before|after|afterwards|afterward|from\s+now|hence|previously|prior|before\s+that|after\s+that)(?![A-Za-z])"
    r"(?P<that>\s+(?:that|this)(?=\s*[,.;]))?"
)
_BACK: Final = frozenset(("ago", "earlier", "before", "previously", "prior", "before that"))
_CLAUSE_AFTER: Final = re.compile(
    r"\s*(?:[,.;:!?)\]\"”’—–-]|$)|\s+(?:he|she|they|it|we|I|the\s+\w+\s+(?:was|were|had)|and|in|at|on)\b"
)


def read_offset(text: str, match: re.Match[str]) -> Reading:
    """``two weeks ago``, ``three days later``, ``a year earlier``, ``the day before``, ``months later``."""
    letters = UNITS[match["u"].lower()]
    way = re.sub(r"\s+", " ", match["dir"].lower())
    sign = -1 if way in _BACK else 1
    count = (match["n"] or "").lower()
    if not count and not match["u"].lower().endswith("s"):
        return []
    amount = 1.0 if count == "the" else number(count) if count else None
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
    unit = _UNIT_NAMES[letters]
    if unit == "night":
        form: Form = Step("day", sign * amount, told, clock="TNI", whole=False)
        return [mention(text, start, end, form, "TIME")]
    return [mention(text, start, end, Step(unit, sign * amount, told, whole=False))]


WINDOW: Final = compiled(
    rf"(?:the\s+|these\s+|those\s+|its\s+|his\s+|her\s+|their\s+|our\s+)?(?P<lead>last|past|next|previous|preceding|following|coming|first|final|ensuing|subsequent|intervening|succeeding|opening|closing)\s+"
    rf"{APPROXIMATELY}(?:(?P<n>{NUMBER}|{VAGUE}|couple\s+of|few)[\s-]+)?(?:(?:full|whole|consecutive|business|working|calendar|long|short|crucial|critical|fiscal|academic)\s+)?(?P<u>{UNIT})"
)
_WINDOWS: Final = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}


def read_window(text: str, match: re.Match[str]) -> Reading:
    """``the past 30 days``, ``the last two weeks``, ``the next few months``, ``the first ten months``."""
    unit_word, count = match["u"].lower(), (match["n"] or "").lower()
    letters = UNITS[unit_word]
    if not count and not unit_word.endswith("s"):
        return []
    lead = match["lead"].lower()
    if not count:
        if lead in ("first", "final", "opening", "closing"):
            return []
        if lead in ("coming", "past", "next", "last", "following", "ensuing"):
            return [
                mention(
                    text,
                    match.start(),
                    match.end(),
                    Fixed("FUTURE_REF" if lead == "coming" else duration(None, letters)),
                    "DATE" if lead == "coming" else "DURATION",
                )
            ]
    amount = number(count) if count else None
    form = Span(duration(amount, letters), amount, letters, _WINDOWS.get(lead, 0))
    return [mention(text, match.start(), match.end(), form, "DURATION")]


DURATION: Final = compiled(
    rf"{APPROXIMATELY}(?P<n>{NUMBER}|{VAGUE}|an?|(?:the\s+)?entire|the\s+whole|a\s+whole|all|multi)(?P<gap>[\s-]+)(?:(?:full|whole|long|more|straight|consecutive|additional|further|working|business|calendar|solid|brutal|bitter|difficult|hard|short|other|extra)\s+)?(?P<u>{UNIT})"
    r"(?P<old>[-\s]olds?\b|[-\s]long\b|\s+of\s+age\b)?(?P<half>\s+and\s+a\s+half)?(?:['’](?!s?\s+end))?"
)
_AMOUNT_BEFORE: Final = re.compile(
    r"(?:\d[\d,.]*|hundred|thousand|million|billion|trillion|times|once|twice|euros?|dollars?|pounds?|percent|%|barrels|tons|tonnes|people|"
    r"miles|km\)?|kilomet(?:er|re)s|hours|deaths|attacks|sorties|per\s?cent|cents|passengers|cases|vehicles|units)(?:\s+[a-z]+){0,2}\s+$",
    re.I,
)
_ONE_DAY: Final = re.compile(r"\b(?:that|hopes?|will|would|may|might|could)\s+$", re.I)


def read_duration(text: str, match: re.Match[str]) -> Reading:
    """``two weeks``, ``three-day``, ``15 years``, ``a decade``, ``a 54-year-old``; ``a year`` after an amount is a set."""
    count, unit_word = match["n"].lower(), match["u"].lower()
    letters = UNITS[unit_word]
    start, end = match.span()
    if count in ("all", "multi", "a whole", "the whole") or "entire" in count:
        if "entire" not in count and "whole" not in count:
            return []
        count = "1"
    if count in ("a", "an"):
        if unit_word.endswith("s") or "-" in match["gap"] or letters in ("TS", "Q", "N"):
            return []
        if _AMOUNT_BEFORE.search(text[max(0, start - 40) : start]):
            return [mention(text, start, end, Fixed(duration(1, letters)), "SET")]
        if letters == "WE":
            return []
        if re.match(r"\s+(?:earlier|later|ago)\b", text[end : end + 12]):
            return []
    amount = number(count)
    singular = not unit_word.endswith("s")
    if amount is None and singular and match["gap"].isspace():
        return []
    if letters == "TS" and singular and "-" not in match["gap"]:
        return []
    if letters == "Q" or (
        letters == "CE" and singular and count not in ("a", "one", "half a") and "-" not in match["gap"]
    ):
        return []
    if singular and amount is not None and amount > 1 and match["gap"].isspace() and not match["old"]:
        # “30 day notice” is a duration; “20 year” without a noun after it is a slip of the pen, but one too.
        if not re.match(r"\s+[a-z]|-", text[end : end + 3]) or unit_word in ("night", "weekend"):
            return []
    if (
        count == "one"
        and unit_word == "day"
        and re.match(r"\s*[,.]|\s+(?:he|she|they|it|we|be|become|the|soon)\b", text[end : end + 9])
    ):
        return []
    if count == "one" and _ONE_DAY.search(text[max(0, start - 8) : start]) and unit_word == "day":
        return []
    if match["half"] and amount is not None:
        amount += 0.5
    if letters == "WE":
        return []
    if amount is not None and amount > 99999:
        return []
    return [
        mention(
            text, start, end - (text[end - 1] in "'’"), Span(duration(amount, letters), amount, letters), "DURATION"
        )
    ]


BARE_UNITS: Final = compiled(r"(?P<u>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?![A-Za-z])")
_BARE_BEFORE: Final = re.compile(
    r"\b(?:for|within|in|over|after|of|during|and|through|throughout|took|take|takes|lasted|spent|with)\s+$", re.I
)


def read_bare_units(text: str, match: re.Match[str]) -> Reading:
    """``for years``, ``within days``, ``decades of conflict``."""
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 6]
    if not (
        re.search(r"\b(?:for|within)\s+$", before, re.I)
        or (after.startswith(" of ") and not re.search(r"\b(?:the|these|those|his|her)\s+$", before, re.I))
        or (
            _BARE_BEFORE.search(before)
            and re.match(r"\s*[,.;]", after)
            and re.search(r"\b(?:in|over|after)\s+$", before, re.I)
        )
    ):
        return []
    if re.match(r"of (?:operation|age|the)", text[match.end() + 1 : match.end() + 14]):
        return []
    return [mention(text, match.start(), match.end(), Fixed(duration(None, UNITS[match["u"].lower()])), "DURATION")]


SET: Final = compiled(
    rf"(?:(?P<each>every|each)\s+(?:(?P<other>other|second|single)\s+|(?P<n>{NUMBER})\s+)?(?:(?P<u>{UNIT})|(?P<w>{FULL_WEEKDAY})|(?P<m>{MONTH})|(?P<s>{SEASON})|(?P<dp>morning|afternoon|evening|night))(?:\s+(?P<wdp>morning|afternoon|evening|night)(?![a-z]))?|"
    rf"(?P<times>(?:once|twice|(?:{NUMBER}|several|many)\s+times)\s+)(?:an?|per|each|every)\s+(?P<tu>{UNIT})|"
    r"(?P<per>per|an?)\s+(?P<pu>second|minute|hour|day|week|month|quarter|year|decade|annum)(?![A-Za-z])|"
    r"(?P<adv>hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|yearly|annually|annual|biennial|biennially|biannual|semiannual)(?![A-Za-z])|"
    rf"(?P<ws>{FULL_WEEKDAY}s)(?![A-Za-z]))"
)
_ADVERBS: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "biennial": "P2Y",
    "biennially": "P2Y",
    "biannual": "P6M",
    "semiannual": "P6M",
}
_DAILY_NAME: Final = re.compile(
    r"\s+(?:Mail|Telegraph|Express|Mirror|News|Star|Sabah|Times|Beast|Nation|Monitor|Post|Herald|Sun|Record|Standard|Mirror)\b"
)


def read_set(text: str, match: re.Match[str]) -> Reading:
    """``every week``, ``each year``, ``daily``, ``twice a month``, ``per day``, ``every other Friday``."""
    start, end = match.span()
    value: str | None
    if match["adv"]:
        word = match["adv"].lower()
        if word in ("annual",) and match["adv"][0].isupper() and text[end : end + 8].strip()[:1].isupper():
            return []
        if match["adv"][0].isupper() and (
            _DAILY_NAME.match(text, end) or re.search(r"[A-Z][a-z]+ $", text[max(0, start - 12) : start])
        ):
            return []
        value = _ADVERBS[word]
    elif match["per"]:
        if match["per"].lower() != "per":
            return []
        value = duration(1, {"annum": "Y"}.get(match["pu"].lower()) or UNITS[match["pu"].lower()])
    elif match["times"]:
        value = duration(1, UNITS[match["tu"].lower()])
    elif match["ws"]:
        value = f"XXXX-WXX-{WEEKDAYS[match['ws'].lower()[:-1]]}"
    elif match["w"]:
        value = f"XXXX-WXX-{WEEKDAYS[match['w'].lower()]}"
    elif match["m"]:
        from memcon.reading.dates.calendar_rules import month_number

        value = f"XXXX-{month_number(match['m']):02d}"
    elif match["s"]:
        from memcon.reading.dates.words import SEASONS

        value = f"XXXX-{SEASONS[match['s'].lower()]}"
    elif match["dp"]:
        value = f"XXXX-XX-XX{day_part(match['dp'])}"
    else:
        amount = (
            2.0 if (match["other"] or "").lower() in ("other", "second") else number(match["n"]) if match["n"] else 1.0
        )
        if match["u"].lower() in ("second", "seconds") or (match["u"].lower().endswith("s") and not match["n"]):
            return []
        value = duration(amount, UNITS[match["u"].lower()])
    return [mention(text, start, end, Fixed(value), "SET")]


REFERENCE: Final = compiled(
    r"(?P<w>right\s+now|now|currently|nowadays|presently|at\s+present|the\s+present(?:\s+day)?|present[- ]day|modern[- ]day|(?:at\s+)?(?:the|this)\s+moment|"
    r"(?:more\s+|most\s+|until\s+|very\s+|only\s+)?recently|lately|not\s+long\s+ago|long\s+ago|(?:the\s+)?recent\s+(?:days|weeks|months|years|decades|times|past|history)|formerly|"
    r"(?:the\s+|its\s+|their\s+)?(?:very\s+)?(?:near|foreseeable|immediate|distant)\s+future|the\s+future|the\s+(?:recent\s+|distant\s+)?past|"
    r"(?:the\s+)?coming\s+(?:days|weeks|months|years|decades)|current|former|future|recent)(?![A-Za-z-])"
)
_REFERENCES: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "present": "PRESENT_REF",
    "day": "PRESENT_REF",
    "moment": "PRESENT_REF",
    "future": "FUTURE_REF",
    "current": "PRESENT_REF",
}
_NOT_PAST: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:few|several|decade|year|month|week|day|century|quarter|season|\d)|\s+(?:experience|performance)",
    re.I,
)


def read_reference(text: str, match: re.Match[str]) -> Reading:
    """``now``, ``recently``, ``the future``, ``recent years``, ``the coming weeks``: past, present or future, no more."""
    phrase = re.sub(r"[\s-]+", " ", match["w"].lower())
    if phrase.split()[-1] == "past" and _NOT_PAST.match(text, match.end()):
        return []
    if "coming" in phrase:
        value = "FUTURE_REF"
    elif phrase.startswith(("recent", "the recent")):
        value = "PAST_REF"
    else:
        value = _REFERENCES.get(phrase.split()[-1], "PAST_REF")
    return [mention(text, match.start(), match.end(), Fixed(value))]


TIME_OF_DAY: Final = compiled(rf"(?:{CLOCK}|(?P<word>noon|midday|midnight)(?![A-Za-z]))")
_SCORE_BEFORE: Final = re.compile(r"(?:\d[-–]\s?|[$€£:.\d])$")


def read_clock(text: str, match: re.Match[str]) -> Reading:
    """``6 a.m.``, ``18:30 GMT``, ``1500 hrs``, ``noon``; not a score of 6:4 or a ratio."""
    start, end = match.span()
    if match["word"]:
        return [mention(text, start, end, Clock("T12:00" if match["word"].lower() != "midnight" else "T24:00"), "TIME")]
    if _SCORE_BEFORE.search(text[max(0, start - 2) : start]):
        return []
    if (
        match["hour24"]
        and len(match["hour24"]) == 1
        and not re.search(
            r"\b(?:at|by|from|until|till|around|about|before|after|since)\s+$", text[max(0, start - 8) : start]
        )
    ):
        return []
    if (
        match["hour4"] is None
        and not match["minute"]
        and not match["hour24"]
        and match["ap"]
        and match["ap"].lower() == "am"
        and match["ap"] == "am"
        and text[end - 3 : end - 2] == "\n"
    ):
        return []
    clock = clock_value(match)
    if clock is None:
        return []
    if (
        text[end - 1] == "."
        and re.match(r"\s+[A-Z]|\s*$", text[end : end + 3])
        and match["ap"]
        and match["ap"].count(".") == 1
    ):
        end -= 1
    return [mention(text, start, end, Clock(clock), "TIME")]


DAY_PHRASE: Final = compiled(
    r"(?:the\s+)?(?P<part>(?:early\s+|late\s+)?(?:night|morning|afternoon|evening|morning\s+hours|eve|day|week|weekend|month|year)|early\s+hours)\s+of\s+(?=(?:the\s+)?[A-Z\d'])"
)


def rules() -> Iterator[tuple[str, re.Pattern[str], Builder]]:
    """Every rule for relative expressions: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "Rg", TODAY, read_today
    yield "gU", BOUNDARY, read_boundary
    yield "g", UNIT_STEP, read_unit_step
    yield "gndUo", OFFSET, read_offset
    yield "gRo", WINDOW, read_window
    yield "gnd", DURATION, read_duration
    yield "U", BARE_UNITS, read_bare_units
    yield "gRWnd", SET, read_set
    yield "Rg", REFERENCE, read_reference
    yield "dP", TIME_OF_DAY, read_clock
