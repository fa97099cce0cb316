"""Small numbers as reports write them: “46th”, “forty-sixth”, “thirty”."""

from __future__ import annotations

import re

_UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_WORDS = {word: n for words in (_UNITS, _ORDINAL_UNITS) for n, word in enumerate(words, 1)}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {word[:-1] + "ieth": 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {"hundred": 100, "hundredth": 100, "centenary": 100}
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?$")


def number(word: str) -> int | None:
    """The number that one word or a hyphenated pair means, cardinal or ordinal; None where it means none."""
    word = word.lower()
    figures = _FIGURES.match(word)
    if figures:
        return int(figures[1])
    parts = re.split(r"[- ]", word)
    if len(parts) == 2 and parts[0] in _TENS and _WORDS.get(parts[1], 10) < 10:
        return _WORDS[parts[0]] + _WORDS[parts[1]]
    return _WORDS.get(parts[-1])
