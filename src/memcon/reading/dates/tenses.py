"""A crude reading of the tense around a date, for where no clause tells it: will, plans to, was, had."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_FUTURE: Final = re.compile(
    r"\b(?:will|shall|won['’]t|going to|(?:is|are|was|were) (?:due|set|scheduled|expected|slated|to|planning|preparing|poised)|"
    r"due (?:to|for|in|on)|scheduled|slated|plans? (?:to|for)|planned for|expects?|expected|upcoming|forthcoming|ahead of|"
    r"looks? forward|looking forward|hopes? to|intends?|invited|deadline|expires?|until|by the end of|begins?|opens|starts|arrives|"
    r"leaves|travels|meets|hosts|runs through|through|launches|next)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|said|told|met|held|signed|announced|called|took|made|killed|attacked|began|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“(])|\n")

Tense = Callable[[int], str | None]


def sentence_bounds(text: str, offset: int, reach: int = 240) -> tuple[int, int]:
    """Roughly the sentence around an offset, at most ``reach`` characters either way."""
    left = max(0, offset - reach)
    start = left
    for end in _SENTENCE_END.finditer(text, left, offset):
        if text[max(0, end.start() - 4) : end.start()].split(" ")[-1] not in _ABBREVIATIONS:
            start = end.end()
    stop = min(len(text), offset + reach)
    for end in _SENTENCE_END.finditer(text, offset, stop):
        if text[max(0, end.start() - 4) : end.start()].split(" ")[-1] not in _ABBREVIATIONS:
            return start, end.start()
    return start, stop


_ABBREVIATIONS: Final = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Jr",
        "Sr",
        "St",
        "Gen",
        "Sen",
        "Gov",
        "Rep",
        "Lt",
        "Col",
        "U.S",
        "U.K",
        "U.N",
        "a.m",
        "p.m",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "No",
        "vs",
    ]
)


def tense(text: str, start: int, end: int, tense_at: Tense | None) -> str | None:
    """``past``, ``present``, ``future`` for the clause around a date, None where nothing shows it."""
    if tense_at is not None:
        told = tense_at(start)
        if told is not None:
            return told
    left, right = sentence_bounds(text, start)
    clause_left = max(left, start - 90)
    near = text[clause_left:start] + "\x00" + text[end : min(right, end + 70)]
    ahead = [m.start() for m in _FUTURE.finditer(near)]
    behind = [m.start() for m in _PAST.finditer(near)]
    middle = start - clause_left
    if not ahead:
        return "past" if behind else None
    if not behind:
        return "future"
    nearest_ahead = min(abs(x - middle) for x in ahead)
    nearest_behind = min(abs(x - middle) for x in behind)
    return "future" if nearest_ahead <= nearest_behind else "past"
