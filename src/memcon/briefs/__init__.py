"""Briefs, comparisons and chronologies: what the archive tells of two parties, each sentence with its citation.

Every function takes an :class:`~memcon.archive.Archive` (``compare`` two records), prints nothing and returns frozen
values; an unknown name raises :class:`UnknownSide`, which carries the nearest ones.

>>> with memcon.Archive("notes.sqlite") as archive:  # doctest: +SKIP
...     for position in positions(archive, "Azerbaijan", "UN"):
...         print(position.day, position.sentence.text)
"""

from memcon.briefs.chronicling import chronology
from memcon.briefs.citations import AnyCitation, Report, ReportCitation, Sentence, TableCitation, Unverified
from memcon.briefs.comparing import compare
from memcon.briefs.contacts import last_contact
from memcon.briefs.differing import changes
from memcon.briefs.findings import (
    Change,
    Chronology,
    Difference,
    Earlier,
    LastContact,
    Line,
    Point,
    Position,
    Promise,
    Readouts,
    Searched,
    Standing,
)
from memcon.briefs.positions import positions
from memcon.briefs.promises import promises
from memcon.briefs.sides import Side, UnknownSide, side
from memcon.briefs.standing import standing

__all__ = [
    "AnyCitation",
    "Change",
    "Chronology",
    "Difference",
    "Earlier",
    "LastContact",
    "Line",
    "Point",
    "Position",
    "Promise",
    "Readouts",
    "Report",
    "ReportCitation",
    "Searched",
    "Sentence",
    "Side",
    "Standing",
    "TableCitation",
    "UnknownSide",
    "Unverified",
    "changes",
    "chronology",
    "compare",
    "last_contact",
    "positions",
    "promises",
    "side",
    "standing",
]
