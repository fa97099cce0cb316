"""The four verdicts, and how a day that is claimed compares with the day of a table's row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.record import Check, Citation
from memcon.reference.days import ANY, EARLIEST, LATEST, Bounds, apart, bounds, in_words

SUPPORTED = "supported"
CONTRADICTED = "contradicted"
DISPUTED = "disputed"
NOT_COVERED = "not_covered"


def cite(table: str, row: Mapping[str, Any], source: str) -> Citation:
    """The row of a table as a citation."""
    return Citation(table, dict(row), source)


def supported(why: str, *citations: Citation) -> Check:
    """What the tables bear out."""
    return Check(SUPPORTED, why, citations)


def contradicted(why: str, *citations: Citation) -> Check:
    """What a certain row rules out."""
    return Check(CONTRADICTED, why, citations)


def disputed(why: str, *citations: Citation) -> Check:
    """What has more than one defensible answer."""
    return Check(DISPUTED, why, citations)


def not_covered(why: str, *citations: Citation) -> Check:
    """What the tables cannot decide."""
    return Check(NOT_COVERED, why, citations)


def shown(claimed: Bounds) -> str:
    """A claimed interval as a reader writes it: a day, a month, a year, or from … to …."""
    first, last = claimed.first, claimed.last
    if first == last:
        return in_words(first)
    for cell in (first[:7], first[:4]):
        if bounds(cell) == claimed:
            return in_words(cell)
    if first == EARLIEST:
        return f"{in_words(last)} or before"
    if last == LATEST:
        return f"{in_words(first)} or after"
    return f"{in_words(first)} to {in_words(last)}"


def gap(claimed: Bounds, known: Bounds) -> int:
    """The days between two intervals, 0 where they meet."""
    if claimed.overlaps(known):
        return 0
    if claimed.last < known.first:
        return apart(claimed.last, known.first)
    return apart(claimed.first, known.last)


def nearest(claimed: Bounds, cells: Iterable[str]) -> tuple[int, str] | None:
    """The cell nearest to a claimed interval, with the days between."""
    found = [(gap(claimed, bounds(cell)), cell) for cell in cells if cell and bounds(cell) != ANY]
    return min(found) if found else None


def ordinal(number: int) -> str:
    """46 → 46th."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }".replace(" ", "")
