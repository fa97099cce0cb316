"""What a brief is made of: standing, contacts, positions, promises, lines of a chronology, points of two readouts.

Values alone; each carries the :class:`~memcon.briefs.citations.Sentence` that can be printed of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from memcon.briefs.citations import ReportCitation, Sentence
from memcon.briefs.sides import Side


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words that two wordings share or do not: ``kind`` is same, left out or added."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands: a membership, a term, a mission, an office.

    Attributes:
        kind: membership, term, chair, mission, relations, office or other.
        subject: whose standing.
        relation: as of a fact: member_of, elected_to, chairs, holds_office …
        object: in or towards what.
        value: the seat or office, where there is one.
        start: the first day, ISO or as the table has it (``<=1965``), with ``end``.
        verdict: supported, contradicted, disputed, not_covered; None where nothing was checked.
        why: the reason of the verdict.
        told_by: reports, tables or both.
        sentence: what can be printed.
        ids: ``f12`` and the like, of the facts in the reports.
    """

    kind: str
    subject: str
    relation: str
    object: str | None
    value: str | None
    start: str | None
    end: str | None
    verdict: str | None
    why: str | None
    told_by: str
    sentence: Sentence
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LastContact:
    """The latest contact that took place.

    Attributes:
        day: the first day, with ``until`` the last, and ``basis``, how they are known.
        channel: meeting, visit, telephone call, letter …
        sentences: who met whom, then what was talked about.
        planned: the contacts announced since and not yet told to have taken place.
    """

    day: str | None
    until: str | None
    basis: str | None
    channel: str
    sentences: tuple[Sentence, ...]
    planned: tuple[Sentence, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last time somebody of the same side spoke of the matter, and what is worded differently since."""

    id: str
    day: str | None
    sentence: Sentence
    wording: str
    changes: tuple[Change, ...]

    @property
    def unchanged(self) -> bool:
        """Whether every word is the same."""
        return all(change.kind == "same" for change in self.changes)


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody of one side said to or about the other.

    Attributes:
        kind: position or request.
        holder: who says it, with ``side``, the side it is of, by its name.
        toward: to or about whom.
        label: what kind of act it is in a word or two: “criticism”, “request: help”, “statement”.
        wording: the words of the report.
        before: the last time, or None where the archive has none.
    """

    id: str
    kind: str
    holder: str
    side: str
    toward: tuple[str, ...]
    day: str | None
    until: str | None
    basis: str | None
    label: str
    topics: tuple[str, ...]
    wording: str
    sentence: Sentence
    before: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side announced, promised or offered, and what later reports tell of it.

    Attributes:
        act: the PLOVER type of what was promised: AID, CONSULT …
        outcome: ``open`` (no report tells what became of it), ``followed`` (a later report tells of such an act),
            ``put off`` or ``called off``.
        later: the reports on what became of it, the oldest first, with ``days``, their days in words.
    """

    id: str
    maker: str
    to: tuple[str, ...]
    act: str
    day: str | None
    until: str | None
    status: str
    topics: tuple[str, ...]
    sentence: Sentence
    outcome: str = "open"
    later: tuple[Sentence, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chronology; several reports of one event are one line.

    Attributes:
        ids: ``e12``, ``f12``, one for each report that tells of it.
        kind: event or fact.
        day: the first day, with ``until`` the last, and ``basis``, how they are known.
        label: in a word or two: “meeting”, “accusation”, “membership”.
        type: the PLOVER type of an event, the relation of a fact.
        sentence: what can be printed.
        parts: what was said or done as a part of it.
        checked: supported, contradicted, disputed, not_covered for a fact; accepted or edited by a person.
    """

    ids: tuple[str, ...]
    kind: str
    day: str | None
    until: str | None
    basis: str | None
    label: str
    type: str
    quad: str | None
    status: str
    background: bool
    sentence: Sentence
    reports: tuple[str, ...]
    parts: tuple[Sentence, ...] = ()
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """Where was looked, so that an empty answer says what it means.

    Attributes:
        sides: whom was asked about.
        reports: how many reports the archive holds, with ``first`` and ``last``, their days.
        events: events of the sides, with ``statements`` and ``facts``.
        filters: what the answer was narrowed by, in words: “since 1 January 2020”.
    """

    sides: tuple[Side, ...]
    reports: int
    first: str | None
    last: str | None
    events: int = 0
    statements: int = 0
    facts: int = 0
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chronology:
    """What happened, in the order of days, and apart from it what was told in passing.

    Attributes:
        events: the oldest first; what has no day comes last.
        background: events and facts told in passing, likewise.
        left_out: how many earlier lines there are besides those of ``events``.
        years: how many events each year has, those left out too.
        types: how many events each PLOVER type has.
        statuses: how many events took place, were planned, denied …
    """

    searched: Searched
    events: tuple[Line, ...]
    background: tuple[Line, ...]
    left_out: int = 0
    years: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """A point that two readouts of one meeting make, or one of them alone.

    Attributes:
        kind: same (in the same words), reworded, left out (``second`` is None) or added (``first`` is None).
        first: the passage in the first readout, with ``first_reads``, what was read in it (“meeting”, “request: help”).
        second: the passage in the second, with ``second_reads``.
        changes: the words that differ.
    """

    kind: str
    first: ReportCitation | None
    second: ReportCitation | None
    changes: tuple[Change, ...] = ()
    first_reads: tuple[str, ...] = ()
    second_reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Something of which the two say otherwise, or one says nothing: who took part, the day, the place, a fact.

    ``first`` and ``second`` are what each of them says, in words; empty where it says nothing.
    """

    what: str
    first: Sentence | None
    second: Sentence | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Readouts:
    """Two readouts side by side.

    Attributes:
        first: the id by which the first is cited, with ``second``.
        titles: whose report each is, and of which day.
        remark: that the two are one report or do not seem to tell of one meeting; else empty.
    """

    first: str
    second: str
    points: tuple[Point, ...]
    differences: tuple[Difference, ...]
    titles: tuple[str, str] = ("", "")
    remark: str = ""

    def of(self, kind: str) -> tuple[Point, ...]:
        """The points of one kind, in the order of the text."""
        return tuple(point for point in self.points if point.kind == kind)
