"""The characters a fact rests on, and the few figures that stand in them: session, resolution, vote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memcon.language import ParsedText
from memcon.reading.numbers import number
from memcon.record import Span

_SESSION = re.compile(
    r"\b(\d{1,3}(?=st|nd|rd|th)|[a-z]+(?:[- ][a-z]+)?)(?:st|nd|rd|th)?"
    r"\s+(?:special\s+|emergency\s+|regular\s+)*session\b",
    re.I,
)
_RESOLUTION = re.compile(
    r"\b(?:resolution|decision)s?\s+(?:no\.?\s*)?((?:[AS]/(?:RES/)?)?\d{1,4}(?:/\d{1,3})?(?:\s?\([^)\s]{1,10}\))?)"
    r"|\b([AS]/RES/\S*\d)",
    re.I,
)
_SIDES = r"-|–|to|votes? to|votes? in favou?r,?|for,?|in favou?r,?"
_VOTE = re.compile(
    r"\b(?:by a vote of|by|with|vote was|voted)\s+"
    rf"(\d{{1,3}}(?:\s*(?:{_SIDES})\s*\d{{1,3}}(?: against)?)"
    r"(?:[\s,\-–]*(?:and|with)?\s*\d{1,3}(?: abstentions?)?)?)",
    re.I,
)


def evidence(text: ParsedText, sentence: int, tokens: Iterable[int], also: Span | None = None) -> Span:
    """The characters from the first to the last of ``tokens`` (and of ``also``), within their sentence."""
    bounds = text.sentences[sentence]
    inside = [i for i in tokens if bounds.first <= i < bounds.last]
    first, last = (min(inside), max(inside)) if inside else (bounds.first, bounds.last - 1)
    span = text.span(first, last + 1)
    start, end = span.start, span.end
    if also is not None and bounds.start <= also.start and also.end <= bounds.end:
        start, end = min(start, also.start), max(end, also.end)
        first = text.token_at(start) or 0
        if start == also.start and first > bounds.first and text.tokens[first - 1].pos in ("ADP", "SCONJ"):
            start = text.tokens[first - 1].start
    return Span.of(text.text, start, end)


def figures(words: str) -> dict[str, object]:
    """The session, resolution and vote that ``words`` name, under those keys."""
    found: dict[str, object] = {}
    if "session" in words:
        match = _SESSION.search(words)
        count = number(match[1]) if match else None
        if count:
            found["session"] = count
    if "esolution" in words or "/RES/" in words:
        match = _RESOLUTION.search(words)
        if match:
            found["resolution"] = match[1] or match[2]
    if "vote" in words:
        match = _VOTE.search(words)
        if match:
            found["vote"] = match[1].strip(" ,")
    return found
