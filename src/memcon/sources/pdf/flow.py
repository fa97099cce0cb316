"""Lines become paragraphs: running heads go, words that were parted at a line's end are whole again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from memcon.sources.pdf.layout import Line

_MARGIN = 0.12  # of the page's height, above and below, where running heads stand
_REPEATED = 0.3  # of the pages
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s*|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.I
)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]\d]*\Z")
_ITEM = re.compile(r"(?:[•●▪◦‣■–—*]|\(?[a-z0-9]{1,2}[.)])\s")
_PARTED = re.compile(r"([^\W\d_]+)-\Z")
_WHOLE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Before these a hyphen is part of the word more often than not.
_PREFIX_WORDS = (
    "non self co ex anti pro pre post vice counter cross well semi multi inter long short high low full half first "
    "second third two three four five six seven eight nine ten deputy"
)
_PREFIXES = frozenset(_PREFIX_WORDS.split())


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text in pieces, each with the number of its page; ``size`` is that of its type in points."""

    size: float
    pieces: list[tuple[str, int]] = field(default_factory=list)


def flowed(pages: list[list[Line]]) -> list[Paragraph]:
    """The paragraphs of a document, from the lines of its pages."""
    lines = [line for page in _without_heads(pages) for line in page]
    if not lines:
        # All was taken for running heads: a file of single lines.
        lines = [line for page in pages for line in page]
    pitch = _pitch(lines)
    known = Counter(word.lower() for line in lines for word in _WHOLE.findall(line.text)[:-1])
    paragraphs: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if before is None or _begins(before, line, pitch):
            paragraphs.append(Paragraph(line.size, [(line.text, line.page)]))
        else:
            _append(paragraphs[-1], line, known)
        before = line
    return paragraphs


def _without_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without what stands at the edge of several pages alike."""
    seen: Counter[tuple[bool, str]] = Counter()
    for lines in pages:
        seen.update({_edge_text(line) for line in lines if _at_edge(line)})
    often = max(2, _REPEATED * len(pages))
    return [
        [
            line
            for line in lines
            if not (_at_edge(line) and (seen[_edge_text(line)] >= often or _PAGE_NUMBER.fullmatch(line.text)))
        ]
        for lines in pages
    ]


def _at_edge(line: Line) -> bool:
    return not _MARGIN * line.height < line.baseline < (1 - _MARGIN) * line.height


def _edge_text(line: Line) -> tuple[bool, str]:
    return line.baseline > line.height / 2, re.sub(r"\d+", "#", line.text.lower())


def _pitch(lines: list[Line]) -> float:
    """The usual distance from line to line, in ems."""
    steps = [
        (before.baseline - line.baseline) / line.size
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.baseline - line.baseline < 3 * line.size
    ]
    return median(steps) if steps else 1.2


def _begins(before: Line, line: Line, pitch: float) -> bool:
    """Whether a line begins a paragraph rather than going on with the one before it."""
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size) or _ITEM.match(line.text):
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    short = _broken_early(before, line)
    step = before.baseline - line.baseline
    if before.page != line.page or step <= 0 or before.column != line.column:
        # Over a page's or a column's end a sentence goes on.
        return ended or (short and not line.text[0].islower())
    if step > 1.35 * pitch * line.size and not (
        line.text[0].islower() and not ended and step < 1.8 * pitch * line.size
    ):
        return True
    indented = line.left - line.column[0] > 0.8 * line.size and before.left - before.column[0] < 0.5 * before.size
    return (indented or short) and (ended or not line.text[0].islower())


def _broken_early(before: Line, line: Line) -> bool:
    """Whether a line was ended although the next word still had room on it, as at a paragraph's end."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    return before.column[1] - before.right > 1.1 * width + line.size


def _append(paragraph: Paragraph, line: Line, known: Counter[str]) -> None:
    """The line goes on with the paragraph; a word parted at its end is joined."""
    text, page = paragraph.pieces[-1]
    parted = _PARTED.search(text)
    if parted and (rest := _WHOLE.match(line.text)):
        if _is_one_word(parted[1], rest[0], known):
            text = text[:-1]
        joint = ""
    else:
        joint = "" if text.endswith(("-", "–", "/")) and not text.endswith((" -", " –", " /")) else " "
    paragraph.pieces[-1] = (text, page)
    paragraph.pieces.append((joint + line.text, line.page))


def _is_one_word(head: str, rest: str, known: Counter[str]) -> bool:
    """Whether a hyphen at a line's end only parts a word: what stands elsewhere in the text decides, then the parts."""
    whole, hyphenated = known[(head + rest).lower()], known[f"{head}-{rest}".lower()]
    if whole or hyphenated:
        return whole >= hyphenated
    return rest[0].islower() and head.lower() not in _PREFIXES and len(rest) > 1
