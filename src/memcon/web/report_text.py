"""The text of a report as HTML: its own characters and no others, in pieces that bear their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from memcon.web.report_marks import Mark, Piece, pieces

# The order in which kinds are named in a piece's class; each draws its line at a height of its own.
_LINES = ("event", "background", "statement", "fact", "actor", "date", "unread", "here")
_LETTERED = ("event", "background", "statement", "fact")
# Blank lines part paragraphs.
_GAP = re.compile(r"(?:[^\S\n]*\n){2,}[^\S\n]*|\n+\s*\Z")
# What HTML would drop or change.  A NUL cannot be shown; its stand-in is one character, too.
_CARRIAGE_RETURN, _NUL, _STAND_IN = "\r", "\0", "\ufffd"


def headline_end(text: str, title: str) -> int:
    """Where the headline ends with which a text begins; 0 where it does not begin with its title."""
    begins = re.match(r"\s*" + r"\s+".join(map(re.escape, title.split())) + r"[^\S\n]*(?=\n|\Z)", text)
    return begins.end() if title and begins else 0


def text_as_html(text: str, marks: Iterable[Mark], labels: dict[str, str], headline: int = 0) -> Markup:
    """The text in paragraphs, each piece with its marks.

    What a browser calls the text content of the result is the text, character for character: the letters beside marks
    come from the style sheet.  A piece is ``<span class="m event" data-at="12" data-m="e1.predicate a2">``.

    Args:
        text: of the report.
        marks: see :func:`memcon.web.report_marks.marks_of`.
        labels: how the items are called for whoever does not see the page, by short id.
        headline: where the headline ends with which the text begins; 0 where it begins with none.
    """
    marks = list(marks)
    gaps = {found.end(): found.start() for found in _GAP.finditer(text)}
    ends = _ends_of_lines(marks)
    if headline and (after := re.compile(r"\s*").match(text, headline)):
        gaps[after.end()] = headline
    out = ['<p class="headline">' if headline else "<p>"]
    for piece in pieces(len(text), [*marks, *(Mark(start, end, "gap", "", "gap") for end, start in gaps.items())]):
        out.append(_piece(text, piece))
        for mark in piece.marks:
            if mark.end == piece.end and ends.get(mark.item) is mark and mark.item in labels:
                out.append(_reference(mark, labels[mark.item]))
        if piece.end in gaps and piece.end < len(text):
            out.append("</p>\n<p>")
    out.append("</p>")
    return Markup("".join(out))


def _ends_of_lines(marks: Iterable[Mark]) -> dict[str, Mark]:
    """The mark with which the line under each item ends, by short id: there stands its letter."""
    ends: dict[str, Mark] = {}
    for mark in marks:
        if mark.line in _LETTERED and (mark.item not in ends or ends[mark.item].end < mark.end):
            ends[mark.item] = mark
    return ends


def _piece(text: str, piece: Piece) -> str:
    words = _safe(text[piece.start : piece.end])
    if not piece.marks:
        return f'<span data-at="{piece.start}">{words}</span>'
    lines = {mark.line for mark in piece.marks}
    classes = "gap" if "gap" in lines else " ".join(("m", *(line for line in _LINES if line in lines)))
    tokens = " ".join(dict.fromkeys(mark.token for mark in piece.marks if mark.item != "gap"))
    here = ' id="here"' if any(mark.item == "here" and mark.start == piece.start for mark in piece.marks) else ""
    marked = f' data-m="{escape(tokens)}"' if tokens else ""
    return f'<span{here} class="{classes}" data-at="{piece.start}"{marked}>{words}</span>'


def _reference(mark: Mark, label: str) -> str:
    item = escape(mark.item)
    return f'<a class="ref {mark.line}" id="in-{item}" href="#{item}" aria-label="{escape(label)}"></a>'


def _safe(words: str) -> str:
    escaped = str(escape(words))
    return escaped.replace(_CARRIAGE_RETURN, "&#13;").replace(_NUL, _STAND_IN)
