"""Which words may begin or bridge a date expression, so that rules are tried nowhere else."""

from __future__ import annotations

import re
from typing import Final

from memcon.reading.dates.words import DAY_PARTS, MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS

#: What a word may be.  An expression must hold at least one word of the kinds in :data:`LIVE`.
#:
#: ``M`` month, ``W`` weekday, ``S`` season, ``U`` unit, ``P`` part of the day, ``R`` a word that is an expression in
#: itself (today, recently, daily, Christmas), ``n`` number, ``o`` ordinal, ``t`` the, ``a`` a or an, ``q`` this, last,
#: next …, ``x`` about, at least …, ``e`` early, end …, ``v`` every …, ``c`` several …, ``h`` the first word of a
#: holiday's name, ``b`` a word that only joins others.  Figures are ``d``.
LEXICON: Final[dict[str, str]] = {}
LIVE: Final = frozenset("MWSUPR")

#: The words of a text that matter here: figures (with their ordinal ending) and runs of letters.
TOKEN: Final = re.compile(r"\d+(?:st|nd|rd|th)?(?![^\W\d_])|\d+|[^\W\d_]+")

_KINDS: Final = {
    "R": (
        "today yesterday tomorrow tonight now currently current recently recent formerly future past nowadays "
        "presently lately previously present daily weekly monthly yearly annually annual quarterly hourly nightly "
        "biennial biannual biennially biweekly fortnightly semiannual halloween easter christmas thanksgiving "
        "pentecost juneteenth fiscal financial fy ad bc bce nineties eighties seventies sixties fifties forties "
        "thirties twenties q"
    ),
    "t": "the",
    "a": "a an",
    "q": (
        "this that these those last next previous following same coming upcoming preceding ensuing subsequent "
        "intervening succeeding latest final opening closing"
    ),
    "x": (
        "about around nearly almost over under more less than only just approximately roughly least most up well "
        "exactly barely as no mere further additional full little fewer another close at until very right"
    ),
    "e": "early late later earlier mid middle beginning start end turn latter much sometime",
    "v": "every each per once twice",
    "c": (
        "couple dozen few several some many number hundreds thousands dozens scores numerous countless half entire "
        "whole single"
    ),
    "h": (
        "new martin valentine april all boxing armistice veterans human international world earth europe anzac "
        "bastille united st saint ash good palm maundy whit memorial presidents labor columbus"
    ),
    "b": "of in on to and by or for after during within given eve ago part days",
}


def _fill() -> None:
    """Months and weekdays count as such where they are written as names; the modal “may” and “march” do not."""
    for names, kind in ((MONTHS, "M"), (WEEKDAYS, "W")):
        for name in names:
            LEXICON.setdefault(name.capitalize(), kind)
            LEXICON.setdefault(name.upper(), kind)
            if len(name) > 5 or name == "april":
                LEXICON.setdefault(name, kind)
    for name in WEEKDAYS:
        if name.endswith("day"):
            LEXICON.setdefault(name.capitalize() + "s", "W")
    for word in (word for word in ORDINALS if "-" not in word):
        LEXICON.setdefault(word, "o")
    for units, kind in ((SEASONS, "S"), (UNITS, "U"), (DAY_PARTS, "P"), (NUMBERS, "n")):
        for word in units:
            LEXICON.setdefault(word, kind)
    for kind, words in _KINDS.items():
        for word in words.split():
            LEXICON.setdefault(word, kind)


_fill()
