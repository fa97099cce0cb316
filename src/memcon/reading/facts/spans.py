"""The characters a fact rests on, and the few figures that stand in them: session, resolution, vote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memcon.language import ParsedText
from memcon.record import Span

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_SESSION = re.compile(
    r"\b(\d{1,3}(?=st|nd|rd|th)|[a-z]+(?:[- ][a-z]+)?)(?:st|nd|rd|th)?\s+(special\s+|emergency\s+|regular\s+)*session\b",
    re.I,
)
_RESOLUTION = re.compile(
    r"\b(?:resolution|decision)s?\s+(?:no\.?\s*)?((?:[AS]/(?:RES/)?)?\d{1,4}(?:/\d{1,3})?(?:\s?\([^)\s]{1,10}\))?)|\b([AS]/RES/\S*\d)",
    re.I,
)
_VOTE = re.compile(
    r"\b(?:by a vote of|by|with|vote was|voted)\s+(\d{1,3}(?:\s*(?:-|–|to|votes? to|votes? in favou?r,?|for,?|in favou?r,?)\s*\d{1,3}(?: against)?)(?:[\s,\-–]*(?:and|with)?\s*\d{1,3}(?: abstentions?)?)?)",
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
        number = _ordinal(match[1]) if match else None
        if number:
            found["session"] = number
    if "esolution" in words or "/RES/" in words:
        match = _RESOLUTION.search(words)
        if match:
            found["resolution"] = match[1] or match[2]
    if "vote" in words:
        match = _VOTE.search(words)
        if match:
            found["vote"] = match[1].strip(" ,")
    return found


def _ordinal(word: str) -> int | None:
    word = word.lower()
    if word.isdigit():
        return int(word)
    parts = re.split(r"[- ]", word)
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _ORDINALS:
        return _TENS[parts[0]] + _ORDINALS[parts[1]]
    return _ORDINALS.get(parts[-1])
