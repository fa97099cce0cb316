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

# Bodies whose names take no article.
_BARE = frozenset(("Mercosur", "BRICS", "AUKUS", "Benelux", "INTERPOL", "Interpol", "NATO", "UNESCO"))


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


def said_on(claimed: Bounds) -> str:
    """An interval with its preposition: “on 2 March 1992”, “in 1992”, “from 3 May 1992 to 4 June 1992”."""
    words = shown(claimed)
    if claimed.day:
        return f"on {words}"
    if " to " in words:
        return f"from {words}"
    return words if words.endswith((" before", " after")) else f"in {words}"


def the(name: str) -> str:
    """A body's name with its article."""
    return name if name.startswith("The ") or name in _BARE else f"the {name}"


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
