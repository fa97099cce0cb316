"""The words dates are made of: months, weekdays, units, number words, parts of the day, fixed days of the year."""

from __future__ import annotations

from typing import Final

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}

SEASONS: Final[dict[str, str]] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}

#: Unit word → TIMEX3 letter(s); hours, minutes and seconds are written after a ``T``.
UNITS: Final[dict[str, str]] = {
    "second": "TS",
    "seconds": "TS",
    "minute": "TM",
    "minutes": "TM",
    "mins": "TM",
    "hour": "TH",
    "hours": "TH",
    "hrs": "TH",
    "day": "D",
    "days": "D",
    "night": "N",
    "nights": "N",
    "week": "W",
    "weeks": "W",
    "fortnight": "F",
    "fortnights": "F",
    "weekend": "WE",
    "weekends": "WE",
    "month": "M",
    "months": "M",
    "quarter": "Q",
    "quarters": "Q",
    "year": "Y",
    "years": "Y",
    "decade": "DE",
    "decades": "DE",
    "century": "CE",
    "centuries": "CE",
}

#: Part of the day → TIMEX3 time code.
DAY_PARTS: Final[dict[str, str]] = {
    "dawn": "TMO",
    "morning": "TMO",
    "mornings": "TMO",
    "afternoon": "TAF",
    "afternoons": "TAF",
    "evening": "TEV",
    "evenings": "TEV",
    "night": "TNI",
    "nights": "TNI",
    "overnight": "TNI",
    "noon": "T12:00",
    "midday": "TMI",
    "midnight": "T24:00",
    "daytime": "TDT",
}

_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

NUMBERS: Final[dict[str, int]] = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
NUMBERS.update({"hundred": 100, "thousand": 1000, "dozen": 12})

_ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS: Final[dict[str, int]] = {word: n for n, word in enumerate(_ORDINALS, start=1)}
ORDINALS["thirtieth"] = 30
for _n, _word in enumerate(_ORDINALS[:9], start=1):
    ORDINALS[f"twenty-{_word}"] = 20 + _n
ORDINALS["thirty-first"] = 31

#: Days of the year with one meaning everywhere: name → (month, day).
FIXED_DAYS: Final[dict[str, tuple[int, int]]] = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st. patrick's day": (3, 17),
    "saint patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "europe day": (5, 9),
    "world environment day": (6, 5),
    "world refugee day": (6, 20),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "fourth of july": (7, 4),
    "united nations day": (10, 24),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "veterans' day": (11, 11),
    "world aids day": (12, 1),
    "human rights day": (12, 10),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}

#: Days counted from Easter Sunday (Western): name → days after it.
EASTER_DAYS: Final[dict[str, int]] = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "whit monday": 50,
    "pentecost": 49,
}

#: Days that are the nth weekday of a month: name → (month, weekday, nth; -1 is the last).
NTH_WEEKDAYS: Final[dict[str, tuple[int, int, int]]] = {
    "martin luther king day": (1, 1, 3),
    "presidents' day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
}


def number(phrase: str) -> float | None:
    """The value of a number phrase: ``12``, ``1,460``, ``2.5``, ``twenty-one``, ``two and a half``, ``a dozen``.

    None where the amount is vague (``several``, ``a few``) or the phrase is no number.
    """
    text = phrase.lower().replace(",", "").strip()
    half = 0.0
    for tail in (" and a half", " and half", "-and-a-half", "-and-half"):
        if text.endswith(tail):
            text, half = text[: -len(tail)], 0.5
    if text in ("half", "half a", "half an"):
        return 0.5
    total, current = 0.0, 0.0
    words = [w for w in text.replace("-", " ").split() if w not in ("and", "of")]
    if not words:
        return None
    for word in words:
        if word in ("a", "an"):
            current += 1 if len(words) == 1 else 0
        elif word == "couple" or word == "pair":
            current += 2
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * NUMBERS[word]
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word in NUMBERS:
            current += NUMBERS[word]
        else:
            try:
                current += float(word)
            except ValueError:
                return None
    return total + current + half
