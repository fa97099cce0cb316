"""Finds quotations by their marks: straight, curly, low, angled, single; unbalanced; over several paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»＂]")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?:\"”’»…)])[^\S\n]*\n\s*")
_SINGLE_OPEN = re.compile(r"(?<![\w'’‘])['‘‚](?=[\w“\"(\[])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])['’](?![\w'’])")
_BEFORE_OPENING = " \t\n\u00a0([{—–-/:'‘“„«\u200b\u200e"
_AFTER_CLOSING = " \t\n\u00a0)]},.;:!?—–-/'’”»…\u200b\u200e"
#: “There is no doubt, the minister said.”: the cue behind a quotation whose closing mark is missing.
_TAIL = re.compile(
    r"[,?!]\s+(?:[^,.?!\n]{2,60}\s(?:said|says|added|reads|read|told\s[^,.\n]{2,40}|wrote)|(?:said|added)\s[^,.\n]{2,60})"
    r"(?:\s(?:on|in|at|by)\s[^,.\n]{2,40})?\.\s*\Z"
)
_SINGLES = "'‘‚’"
_OPEN_SHAPES = "“„‟«"
_CLOSE_SHAPES = "”»"
#: Shorter single-quoted stretches are names of things, not speech.
_MIN_SINGLE = 12


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between marks: characters ``start``..``end`` without the outermost marks.

    ``pieces``: one stretch a paragraph.  ``closed``: whether its end is marked.  ``outer``: with its marks.
    """

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    outer: tuple[int, int]
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of ``text``, in order.  A quotation that each paragraph opens anew is one."""
    found: list[Quotation] = []
    running: list[tuple[int, int]] = []
    running_outer = 0
    for start, end in _paragraphs(text):
        pieces = _in_paragraph(text, start, end, bool(running))
        for index, (first, last, outer_first, outer_last, closed) in enumerate(pieces):
            if index == 0 and running and outer_first == start and _alike(text, running_outer, outer_first):
                running.append((first, last))
                if closed or index + 1 < len(pieces):
                    found.append(Quotation(running[0][0], last, tuple(running), (running_outer, outer_last), closed))
                    running = []
                continue
            if running:
                found.append(_ended(text, running, running_outer))
                running = []
            if closed or index + 1 < len(pieces):
                found.append(Quotation(first, last, ((first, last),), (outer_first, outer_last), closed))
            else:
                running, running_outer = [(first, last)], outer_first
        if running and not pieces:
            found.append(_ended(text, running, running_outer))
            running = []
    if running:
        found.append(_ended(text, running, running_outer))
    return [q for q in found if q.end > q.start]


def _alike(text: str, first: int, second: int) -> bool:
    """Whether two paragraphs open with marks of one kind: double marks of any shape, or single ones."""
    return (text[first] in _SINGLES) == (text[second] in _SINGLES)


def _ended(text: str, pieces: list[tuple[int, int]], outer: int) -> Quotation:
    """A quotation that is never closed: to the end of its paragraph, or to the cue that ends it."""
    start, end = pieces[-1]
    tail = _TAIL.search(text[start:end])
    if tail is not None:
        end = start + tail.start() + 1
        pieces = [*pieces[:-1], (start, end)]
    return Quotation(pieces[0][0], end, tuple(pieces), (outer, end), False)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(text)))
    return [(s + _leading(text, s, e), e) for s, e in bounds if text[s:e].strip()]


def _leading(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return len(part) - len(part.lstrip())


def _opens(text: str, at: int, after: int) -> bool | None:
    """Whether the mark at ``at``..``after`` opens (True) or closes (False) by where it stands; None: cannot be told."""
    before = text[at - 1] if at else " "
    following = text[after] if after < len(text) else " "
    if text[at:after] in "«»" and (following if text[at] == "«" else before).isspace():
        return text[at] == "«"
    can_open = before in _BEFORE_OPENING and not following.isspace()
    can_close = not before.isspace() and following in _AFTER_CLOSING
    if can_open == can_close:
        return None
    return can_open


def _in_paragraph(text: str, start: int, end: int, continued: bool) -> list[tuple[int, int, int, int, bool]]:
    """Stretches (first, last, outer first, outer last, closed) of one paragraph."""
    found: list[tuple[int, int, int, int, bool]] = []
    opened: tuple[int, int] | None = None
    shape = ""
    depth = 0
    for match in _DOUBLE.finditer(text, start, end):
        at, after, mark = match.start(), match.end(), match.group()
        opens = _opens(text, at, after)
        if opens is None:
            opens = mark in _OPEN_SHAPES and not (shape == "„" and mark in "“”")
            if mark in "\"''＂" and mark not in _OPEN_SHAPES:
                opens = opened is None
        elif mark in _CLOSE_SHAPES and opens and opened is not None:
            opens = False
        if opened is None:
            if opens:
                opened, shape, depth = (at, after), mark, 0
            elif continued and not found:
                # The paragraph goes on with a quotation that the one before left open, without opening it anew.
                found.append((start, at, start, after, True))
            continue
        if opens:
            if mark != shape:
                depth += 1
                continue
            # Opened again without being closed: the first ends with its sentence.
            stop = _sentence_end(text, opened[1], at)
            found.append((opened[1], stop, opened[0], stop, True))
            opened, depth = (at, after), 0
            continue
        if depth and mark != _closing(shape):
            depth -= 1
            continue
        found.append((opened[1], at, opened[0], after, True))
        opened, depth = None, 0
    if opened is not None:
        found.append((opened[1], end, opened[0], end, False))
    found.extend(_singles(text, start, end, found))
    return sorted(found)


def _closing(shape: str) -> str:
    return {"“": "”", "„": "“", "«": "»", "»": "«", "``": "''", "”": "”"}.get(shape, shape)


def _sentence_end(text: str, start: int, end: int) -> int:
    for at in range(end - 1, start, -1):
        if text[at] in ".!?":
            return at + 1
    return len(text[:end].rstrip()) if text[start:end].strip() else end


def _singles(
    text: str, start: int, end: int, doubles: list[tuple[int, int, int, int, bool]]
) -> list[tuple[int, int, int, int, bool]]:
    found: list[tuple[int, int, int, int, bool]] = []
    at = start
    while True:
        opening = _SINGLE_OPEN.search(text, at, end)
        if opening is None:
            return found
        at = opening.end()
        inside = next((d for d in doubles if d[2] <= opening.start() < d[3]), None)
        if inside is not None:
            at = max(at, inside[3])
            continue
        limit = min((d[2] for d in doubles if d[2] > opening.start()), default=end)
        closings = list(_SINGLE_CLOSE.finditer(text, at, limit))
        if not closings:
            continue
        # “the ministers’ plan”: a possessive is no closing mark where a later one stands beside punctuation.
        closing = next((m for m in closings if _beside_punctuation(text, m.start())), closings[0])
        if closing.start() - at >= _MIN_SINGLE:
            found.append((at, closing.start(), opening.start(), closing.end(), True))
        at = closing.end()


def _beside_punctuation(text: str, at: int) -> bool:
    return text[at - 1] in ",.!?" or (at + 1 < len(text) and text[at + 1] in ",.!?;:") or at + 1 >= len(text)
