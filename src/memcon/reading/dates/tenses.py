"""A crude reading of the tense around a date, for where no clause tells it: will, plans to, was, had."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_FUTURE: Final = re.compile(
    r"\b(?:will|shall|won['’]t|going to|(?:is|are|was|were) (?:due|set|scheduled|expected|slated|to|planning|"
    r"preparing|poised)|"
    r"due (?:to|for|in|on)|scheduled|slated|plans? (?:to|for)|planned for|expects?|expected|upcoming|forthcoming|"
    r"ahead of|"
    r"looks? forward|looking forward|hopes? to|intends?|invited|expires?|as (?:early|soon) as|could|might|until|"
    r"by the end of|begins?|opens|starts|arrives|"
    r"leaves|travels|meets|hosts|runs through|through|launches|next)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|said|told|met|held|signed|announced|called|took|made|killed|attacked|began|found|won|"
    r"lost|left|came|went|saw|got|gave|became|broke|brought|built|bought|caught|chose|fell|felt|fought|grew|heard|"
    r"hit|kept|knew|led|lay|meant|paid|put|ran|rose|sank|sent|set|shook|shot|sold|spent|spoke|stood|struck|swore|"
    r"taught|thought|threw|understood|withdrew|wrote|[a-z]{3,}ed)\b",
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
    if _JUST_SAID.search(text[max(0, start - 48) : start]):
        return "past"
    left, right = sentence_bounds(text, start)
    clause_left = max(left, start - 120)
    before = text[clause_left:start]
    after = text[end : min(right, end + 70)]
    ahead = min((len(before) - m.start() for m in _FUTURE.finditer(before)), default=999)
    ahead = min(ahead, min((m.start() + 1 for m in _FUTURE.finditer(after)), default=999))
    behind = min((len(before) - m.start() for m in _PAST.finditer(before)), default=999)
    behind = min(behind, min((m.start() + 1 for m in _PAST.finditer(after)), default=999))
    if ahead == behind == 999:
        return None
    if ahead <= behind:
        return "future"
    # “agreed to meet in May”: neither the agreeing nor the tense says on which side of the report the meeting lies
    return None if _INFINITIVE.search(before[len(before) - behind :] if behind <= len(before) else "") else "past"


#: “said Monday”, “told reporters on Tuesday”: the day is that of the saying.
_JUST_SAID: Final = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|declared|stated|warned|added|issued|released|signed|held|met)\s+"
    r"(?:[A-Za-z’']+\s+){0,2}(?:on\s+|late\s+|early\s+)?$"
)
_INFINITIVE: Final = re.compile(r"\bto\s+(?:again\s+)?[a-z]{3,}\b")
