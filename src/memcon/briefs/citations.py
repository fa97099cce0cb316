"""What a sentence of a brief rests on: a passage of a report in the archive, or a row of a reference table.

A sentence without one cannot be made, and a passage whose text is not what the archive holds cannot be cited.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from memcon.record import Citation


class Unverified(ValueError):
    """A sentence that cites nothing, or a citation that the archive does not bear out."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the archive as it is cited.

    Attributes:
        id: ``d12``.
        text: the whole text of its current version.
        sha256: the fingerprint that the archive keeps of that text.
        published: the first day it can be of, ISO, with ``published_until``, the last.
        name: the path or id it came with.
        byline: who wrote it.
    """

    id: str
    text: str = field(repr=False)
    sha256: str = field(repr=False)
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_until: str | None = None
    url: str | None = None
    name: str = ""
    byline: str | None = None

    def __post_init__(self) -> None:
        if hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest() != self.sha256:
            raise Unverified(f"the text of {self.id} is not the one that the archive holds")


@dataclass(frozen=True, slots=True)
class ReportCitation:
    """Characters ``start``..``end`` of a report, and the words that stand there.

    Attributes:
        report: where.
        sentence: which sentence of the report, counted from 1; None where the passage is of no sentence.
        start: in code points, with ``end``, exclusive.
        text: the words.
        item: the event, statement or fact it is the evidence of: ``e12``, ``s12``, ``f12``.
    """

    report: Report
    sentence: int | None
    start: int
    end: int
    text: str
    item: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip() or not 0 <= self.start < self.end:
            raise Unverified(f"a citation of {self.report.id} without words")
        if self.end - self.start != len(self.text) or self.report.text[self.start : self.end] != self.text:
            raise Unverified(
                f"{self.report.id}, characters {self.start} to {self.end}: {self.text[:40]!r} is not there"
            )


@dataclass(frozen=True, slots=True)
class TableCitation:
    """A row of a reference table with the source the row is from."""

    table: str
    row: Mapping[str, object]
    source: str

    def __post_init__(self) -> None:
        if not self.row or not self.source.strip():
            raise Unverified(f"a citation of the table {self.table!r} without its row or its source")

    @classmethod
    def of(cls, citation: Citation) -> TableCitation:
        """The citation of a verdict."""
        return cls(citation.table, citation.row, citation.source)


AnyCitation = ReportCitation | TableCitation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be printed: its words and at least one citation.

    >>> Sentence("Kenya met Uganda.", ())
    Traceback (most recent call last):
    memcon.briefs.citations.Unverified: 'Kenya met Uganda.' cites nothing
    """

    text: str
    citations: tuple[AnyCitation, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            raise Unverified(f"{self.text[:60]!r} cites nothing")
        for one in self.citations:
            if not isinstance(one, (ReportCitation, TableCitation)):
                raise Unverified(f"{self.text[:60]!r} cites {type(one).__name__}, which is no citation")
