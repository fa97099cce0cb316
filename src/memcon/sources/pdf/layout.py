"""The characters of a PDF's page become lines in reading order: columns are found and read one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

# In ems (the size of the type): a space is some 0.25 wide, a gutter between columns at least 1.
_SPACE = 0.35
_APART = 1.0
_FEWEST_LINES = 3
_MOST_CROSSING = 0.35
_FILLED = 0.55
_NARROWEST = 60  # points
_SLACK = 0.1  # points, for the rounding of edges
_DEEPEST = 6
_DEEPEST_LOOK = 2
_MOST_CANDIDATES = 12
# A page with more pieces of text is a table or a drawing.
_MOST_RUNS = 1_500
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# What PDFium gives for a hyphen at the end of a line.
_HYPHENS = ("\x02", "\ufffe", "\u00ad", "\u2010")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, where it stands (points from the page's lower left corner) and the size of its type."""

    char: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(slots=True)
class Line:
    """A line of a column: its text and place; ``column`` gives the edges of the column it stands in."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    height: float
    column: tuple[float, float] = (0.0, 0.0)


def lines_of(glyphs: list[Glyph], height: float, page: int) -> list[Line]:
    """The lines of a page in reading order.

    Args:
        glyphs: its characters in the order of the file.
        height: of the page, in points.
        page: its number.
    """
    runs = _runs(glyphs, height, page)
    return [line for block in _in_order(runs, 0) for line in _rows(block)]


def _runs(glyphs: list[Glyph], height: float, page: int) -> list[Line]:
    """Characters that follow one another on a line without a gap as wide as a gutter."""
    runs: list[Line] = []
    chars: list[str] = []
    first = last = None
    sizes: list[float] = []

    def close() -> None:
        text = "".join(chars).rstrip()
        if first is not None and last is not None and text:
            runs.append(Line(text, first.left, last.right, first.baseline, max(sizes), page, height))
        chars.clear()
        sizes.clear()

    for glyph in glyphs:
        if glyph.char.isspace():
            if chars and not chars[-1].isspace():
                chars.append(" ")
            continue
        if last is not None and chars:
            gap = glyph.left - last.right
            same_line = abs(glyph.baseline - last.baseline) < 0.45 * max(glyph.size, last.size)
            if not same_line or gap > _APART * max(glyph.size, 6) or gap < -0.6 * glyph.size:
                close()
                first = None
            elif gap > _SPACE * glyph.size and not chars[-1].isspace() and chars[-1] != "-":
                chars.append(" ")
        if not chars:
            first = glyph
        char = _LIGATURES.get(glyph.char, glyph.char)
        chars.append("-" if char in _HYPHENS else char)
        sizes.append(glyph.size)
        last = glyph
    close()
    return runs


def _in_order(runs: list[Line], depth: int) -> list[list[Line]]:
    """Blocks of runs in reading order, each of one column."""
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        edges = (min((run.left for run in runs), default=0), max((run.right for run in runs), default=0))
        for run in runs:
            run.column = edges
        return [runs] if runs else []
    low, high = gutter
    crossing = sorted((run for run in runs if _crosses(run, low, high)), key=lambda run: -run.baseline)
    rest = [run for run in runs if not _crosses(run, low, high)]
    ordered: list[list[Line]] = []
    # What spans the columns (a headline, a table) parts the page into bands; in a band the columns are read in turn.
    for spanning in [*crossing, None]:
        band = [run for run in rest if spanning is None or run.baseline > spanning.baseline]
        rest = [run for run in rest if spanning is not None and run.baseline <= spanning.baseline]
        ordered += _in_order([run for run in band if run.right <= low + _SLACK], depth + 1)
        ordered += _in_order([run for run in band if run.left >= high - _SLACK], depth + 1)
        if spanning is not None:
            spanning.column = (spanning.left, spanning.right)
            if ordered and ordered[-1] and ordered[-1][-1] in crossing:
                ordered[-1].append(spanning)
            else:
                ordered.append([spanning])
    return ordered


def _gutter(runs: list[Line], depth: int = 0) -> tuple[float, float] | None:
    """The white strip between two columns of text, as its left and right edges; None where there is none."""
    if not 2 * _FEWEST_LINES <= len(runs) <= _MOST_RUNS:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    size = median(run.size for run in runs)
    margin = 0.15 * (right - left)
    edges = sorted({round(run.right, 1) for run in runs if left + margin < run.right < right - margin})
    candidates: list[tuple[int, float, float, float]] = []
    for low in edges:
        after = [run.left for run in runs if run.left >= low + 0.8 * size]
        if not after:
            continue
        # The strip that begins here goes up to the nearest run that begins to its right.
        high = min(after)
        crossing = sum(_crosses(run, low, high) for run in runs)
        if crossing <= _MOST_CROSSING * len(runs):
            candidates.append((crossing, low - high, low, high))
    for _, _, low, high in sorted(candidates)[:_MOST_CANDIDATES]:
        if _two_columns(runs, low, high, depth):
            return low, high
    return None


def _two_columns(runs: list[Line], low: float, high: float, depth: int) -> bool:
    """Whether both sides of the strip are columns of text: several lines that fill them, side by side."""
    sides = [run for run in runs if run.right <= low + _SLACK], [run for run in runs if run.left >= high - _SLACK]
    for side in sides:
        if len(side) < _FEWEST_LINES:
            return False
        width = max(run.right for run in side) - min(run.left for run in side)
        filled = median(run.right - run.left for run in side) >= _FILLED * width
        # A side that its lines do not fill may be two columns itself.
        if width < _NARROWEST or not (filled or (depth < _DEEPEST_LOOK and _gutter(side, depth + 1))):
            return False
    tops = [max(run.baseline for run in side) for side in sides]
    bottoms = [min(run.baseline for run in side) for side in sides]
    shared = min(tops) - max(bottoms)
    return shared > 0.4 * min(top - bottom for top, bottom in zip(tops, bottoms, strict=True))


def _crosses(run: Line, low: float, high: float) -> bool:
    return run.left < high - _SLACK and run.right > low + _SLACK


def _rows(runs: list[Line]) -> list[Line]:
    """The lines of a column from top to bottom; runs on one baseline are one line."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda run: (-run.baseline, run.left)):
        if rows and abs(rows[-1][0].baseline - run.baseline) < 0.4 * min(rows[-1][0].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_row(sorted(row, key=lambda run: run.left)) for row in rows]


def _row(runs: list[Line]) -> Line:
    first = runs[0]
    text = " ".join(run.text for run in runs)
    right, size = max(run.right for run in runs), max(run.size for run in runs)
    return Line(text, first.left, right, first.baseline, size, first.page, first.height, first.column)
