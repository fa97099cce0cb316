"""Rules for durations, sets and times of day: the past decade, three-day, every week, 6 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from memcon.reading.dates.forms import Clock, Fixed, Span, Step, Weekday
from memcon.reading.dates.patterns import APPROXIMATELY, CLOCK, FULL_WEEKDAY, MONTH, NUMBER, SEASON, UNIT, VAGUE
from memcon.reading.dates.rule import Builder, Reading, clock_value, compiled, day_part, mention, month_number
from memcon.reading.dates.values import duration
from memcon.reading.dates.words import SEASONS, UNITS, WEEKDAYS, number

WINDOW: Final = compiled(
    rf"(?:the\s+|these\s+|those\s+|its\s+|his\s+|her\s+|their\s+|our\s+)?(?P<lead>last|past|next|previous|preceding|"
    rf"following|coming|first|final|ensuing|subsequent|intervening|succeeding|opening|closing)\s+"
    rf"{APPROXIMATELY}(?:(?P<n>{NUMBER}|{VAGUE}|couple\s+of|few)[\s-]+)?(?:(?:full|whole|consecutive|business|"
    rf"working|calendar|long|short|crucial|critical|fiscal|academic)\s+)?(?P<u>{UNIT})"
)
_OF_ANOTHER: Final = re.compile(r"\s+of\s+(?!this\b)")
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
    # “The last five months of her life” do not end today.
    window = 0 if _OF_ANOTHER.match(text, match.end()) else _WINDOWS.get(lead, 0)
    form = Span(duration(amount, letters), amount, letters, window)
    return [mention(text, match.start(), match.end(), form, "DURATION")]


DURATION: Final = compiled(
    rf"{APPROXIMATELY}(?P<n>{NUMBER}|{VAGUE}|an?|(?:the\s+)?entire|the\s+whole|a\s+whole|all|"
    rf"multi|(?:a|one)\s+single)(?P<gap>[\s-]+)(?:(?:full|whole|long|more|straight|consecutive|additional|further|working|business|"
    rf"calendar|solid|brutal|bitter|difficult|hard|short|other|extra)\s+)?(?P<u>{UNIT})"
    r"(?P<old>[-\s]olds?\b|[-\s]long\b|\s+of\s+age\b)?(?P<half>\s+and\s+a\s+half)?(?:['’](?!s?\s+end))?"
)
_AMOUNT_BEFORE: Final = re.compile(
    r"(?:\d[\d,.]*|(?:dozens|hundreds|thousands|scores|millions|billions|tens)\s+of|hundred|thousand|million|billion|"
    r"trillion|times|once|twice|euros?|dollars?|pounds?|percent|%|barrels|tons|tonnes|people|"
    r"miles|km\)?|kilomet(?:er|re)s|hours|deaths|attacks|sorties|per\s?cent|cents|passengers|cases|vehicles|"
    r"units)(?:\s+[a-z]+){0,2}\s+$",
    re.I,
)
#: Half of a unit in whole smaller ones, as TIMEX3 prefers it.
_HALVED: Final[dict[str, tuple[float, str]]] = {
    "TH": (30, "TM"),
    "D": (12, "TH"),
    "Y": (6, "M"),
    "DE": (5, "Y"),
    "CE": (50, "Y"),
}
_LASTING: Final = re.compile(
    r"\b(?:for|in|within|over|than|of|about|after|nearly|almost|under|least|and|by|to|only|just|with|took|lasted|"
    r"spent)\s+$",
    re.I,
)
_ONE_DAY: Final = re.compile(r"\b(?:that|hopes?|will|would|may|might|could)\s+$", re.I)


def read_duration(text: str, match: re.Match[str]) -> Reading:
    """``two weeks``, ``three-day``, ``15 years``, ``a 54-year-old``; ``a year`` after an amount is a set."""
    count, unit_word = match["n"].lower(), match["u"].lower()
    letters = UNITS[unit_word]
    start, end = match.span()
    if count in ("all", "multi") or count.split()[-1] in ("whole", "entire", "single"):
        if count in ("all", "multi"):
            return []
        count = "1"
    if count in ("a", "an"):
        if unit_word.endswith("s") or "-" in match["gap"] or letters in ("TS", "Q", "N"):
            return []
        before = text[max(0, start - 40) : start]
        if _AMOUNT_BEFORE.search(before) and not _LASTING.search(before):
            return [mention(text, start, end, Fixed(duration(1, letters)), "SET")]
        if letters == "WE":
            return []
        if re.match(r"\s+(?:earlier|later|ago)\b|-to-", text[end : end + 12]):
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
    # “30 day notice” is a duration; “2 weekend” before anything but a noun is none.
    unhyphenated = singular and amount is not None and amount > 1 and match["gap"].isspace() and not match["old"]
    if unhyphenated and (unit_word in ("night", "weekend") or not re.match(r"\s+[a-z]|-", text[end : end + 3])):
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
    if amount == 0.5 and letters in _HALVED:
        amount, letters = _HALVED[letters]
    return [
        mention(
            text, start, end - (text[end - 1] in "'’"), Span(duration(amount, letters), amount, letters), "DURATION"
        )
    ]


BARE_UNITS: Final = compiled(
    r"(?P<u>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?![A-Za-z])(?!-long)|"
    r"(?P<lu>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))-long\b"
)
#: Where a bare plural is a stretch of time: “for years”, “in months”, “weeks after the vote”, “decades of conflict”.
_STRETCH_BEFORE: Final = re.compile(r"\b(?:for|within|in|spent|took|lasted)\s+$", re.IGNORECASE)
_STRETCH_END: Final = re.compile(r"\b(?:over|after)\s+$", re.IGNORECASE)
_STRETCH_AFTER: Final = re.compile(r"\s+(?:after|before)\s+(?!that\b)[a-z’']+", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"\b(?:the|these|those|his|her|their|its|early|first|last|most|all)\s+$", re.IGNORECASE)


def read_bare_units(text: str, match: re.Match[str]) -> Reading:
    """``for years``, ``within days``, ``decades of conflict``."""
    if match["lu"]:
        word = match["lu"].lower()
        value = duration(None if word.endswith("s") else 1, UNITS[word])
        return [mention(text, match.start(), match.end(), Fixed(value), "DURATION")]
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 24]
    if _DEFINITE.search(before) or re.match(r"\s+of\s+(?:operation|age|the)\b", after):
        return []
    if not (
        _STRETCH_BEFORE.search(before)
        or after.startswith(" of ")
        or _STRETCH_AFTER.match(after)
        or (_STRETCH_END.search(before) and re.match(r"\s*[,.;]", after))
    ):
        return []
    return [mention(text, match.start(), match.end(), Fixed(duration(None, UNITS[match["u"].lower()])), "DURATION")]


SET: Final = compiled(
    rf"(?:(?P<each>every|each)\s+(?:(?P<other>other|second|single)\s+|(?P<n>{NUMBER})\s+)?(?:(?P<u>{UNIT})|"
    rf"(?P<w>{FULL_WEEKDAY})|(?P<m>{MONTH})|(?P<s>{SEASON})|(?P<dp>morning|afternoon|evening|"
    rf"night))(?:\s+(?P<wdp>morning|afternoon|evening|night)(?![a-z]))?|"
    rf"(?P<times>(?:once|twice|(?:{NUMBER}|several|many)\s+times)\s+)(?:an?|per|each|every)\s+(?P<tu>{UNIT})|"
    r"(?P<per>per|an?)\s+(?P<pu>second|minute|hour|day|week|month|quarter|year|decade|annum)(?![A-Za-z])|"
    r"(?P<adv>hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|yearly|annually|annual|biennial|"
    r"biennially|biannual|semiannual)(?![A-Za-z])|"
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
    r"\s+(?:Mail|Telegraph|Express|Mirror|News|Star|Sabah|Times|Beast|Nation|Monitor|Post|Herald|Sun|Record|Standard|"
    r"Mirror)\b"
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
            re.match(r"\s+[A-Z]", text[end : end + 3])
            or _DAILY_NAME.match(text, end)
            or re.search(r"[A-Z][a-z]+ $", text[max(0, start - 12) : start])
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
        value = f"XXXX-{month_number(match['m']):02d}"
    elif match["s"]:
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


TIME_OF_DAY: Final = compiled(
    rf"(?:{CLOCK}|(?P<word>noon|midday|midnight)(?![A-Za-z]))(?:,?\s+(?P<wd>{FULL_WEEKDAY}|today|yesterday|"
    rf"tomorrow)(?![A-Za-z’']))?"
)
_SCORE_BEFORE: Final = re.compile(r"(?:\d[-–]\s?|[$€£:.\d])$")


def read_clock(text: str, match: re.Match[str]) -> Reading:
    """``6 a.m.``, ``18:30 GMT``, ``1500 hrs``, ``noon``, ``9 a.m. EST Tuesday``; not a score of 6:4 or a ratio."""
    start, end = match.span()
    if match["word"]:
        clock: str | None = "T24:00" if match["word"].lower() == "midnight" else "T12:00"
    else:
        if _SCORE_BEFORE.search(text[max(0, start - 2) : start]):
            return []
        if match["hour24"] and len(match["hour24"]) == 1 and not _AT.search(text[max(0, start - 8) : start]):
            return []
        clock = clock_value(match)
    if clock is None:
        return []
    if match["wd"]:
        word = match["wd"].lower()
        if word in _NEAR_DAYS:
            return [mention(text, start, end, Step("day", _NEAR_DAYS[word], clock=clock), "TIME")]
        return [mention(text, start, end, Weekday(WEEKDAYS[word], clock=clock), "TIME")]
    if match["ap"] and match["ap"].count(".") == 1 and text[end - 1] == "." and _SENTENCE_ENDS.match(text, end):
        end -= 1
    return [mention(text, start, end, Clock(clock), "TIME")]


NIGHT: Final = compiled(r"(?P<w>night-?time|day-?time|night)(?![A-Za-z-])")


def read_night(text: str, match: re.Match[str]) -> Reading:
    """``at night``, ``by night``, ``daytime``: a time of any day."""
    word = match["w"].lower()
    if word == "night" and not re.search(r"\b(?:at|by)\s+$", text[max(0, match.start() - 4) : match.start()], re.I):
        return []
    value = "XXXX-XX-XXTDT" if word.startswith("day") else "XXXX-XX-XXTNI"
    return [mention(text, match.start(), match.end(), Fixed(value), "TIME")]


_AT: Final = re.compile(r"\b(?:at|by|from|until|till|around|about|before|after|since)\s+$", re.I)
_SENTENCE_ENDS: Final = re.compile(r"\s+[A-Z]|\s*$")
_NEAR_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}


def rules() -> Iterator[tuple[str, re.Pattern[str], Builder]]:
    """Every rule of this module: the lexicon kinds it may begin with, its pattern, its reading."""
    yield "tqRo", WINDOW, read_window
    yield "acxtnd", DURATION, read_duration
    yield "U", BARE_UNITS, read_bare_units
    yield "vRWcnd", SET, read_set
    yield "dP", TIME_OF_DAY, read_clock
    yield "PU", NIGHT, read_night
