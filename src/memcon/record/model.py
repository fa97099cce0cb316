"""What a record is: frozen values, each able to show the characters it came from.

Offsets are Unicode code points into ``Document.text``, end exclusive.  The JSON form of these
values is fixed by ``record.schema.json`` beside this file; :mod:`memcon.record.codec` turns one
into the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

SCHEMA_VERSION = "1"


class RecordError(ValueError):
    """A record that contradicts itself: a span that is not its text, an id that names nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start``..``end`` of the document, with the text found there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise RecordError(f"span {self.start}..{self.end} does not have the length of {self.text[:40]!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text[start:end]``; raises RecordError where it lies outside the text."""
        if not 0 <= start <= end <= len(text):
            raise RecordError(f"span {start}..{end} lies outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Dated:
    """An interval of days (ISO, inclusive) and on what it rests.

    ``basis``: stated, publication, reported, context, inferred.  Unresolved: ``start`` and ``end``
    are None and ``text`` shows the expression.
    """

    start: str | None
    end: str | None
    basis: str
    text: Span | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in the original a stretch of the extracted text lies.

    ``path`` is the XPath of an element of a page (``/html/body/article/p[2]``), ``page`` the number of a PDF's page,
    counted from 1.
    """

    start: int
    end: int
    path: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it came in.  ``text`` is never normalised.

    ``original`` says of pages and PDFs where in the original each stretch of the text lies; it is empty for forms
    whose text is the original.
    """

    id: str
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    published: Dated | None = None
    retrieved: str | None = None
    media_type: str | None = None
    sha256: str = ""
    original: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        if not self.sha256:
            digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "sha256", digest)


@dataclass(frozen=True, slots=True)
class Citation:
    """The row of a reference table on which a verdict rests."""

    table: str
    row: Mapping[str, Any]
    source: str


@dataclass(frozen=True, slots=True)
class Check:
    """A verdict (supported, contradicted, disputed, not_covered), the reason and its citations."""

    verdict: str
    why: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the text gives it: standard title, the body or state it belongs to."""

    title: str
    body: str | None
    evidence: Span | None = None
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is meant; ``form``: name, title, pronoun, description."""

    start: int
    end: int
    text: str
    form: str

    @property
    def span(self) -> Span:
        """The same characters as a plain span."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Actor:
    """One referent with all its mentions.

    ``kind``: person, state, organization, office, group, place.  ``code`` is the CAMEO/PLOVER actor
    code, ``country`` ISO 3166-1 alpha-3, ``sectors`` PLOVER sectors, most specific first.
    """

    id: str
    name: str
    kind: str
    code: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression with its TIMEX3 value and, where the text fixes one, its interval of days.

    ``first`` and ``last`` are the JSON fields ``from`` and ``to``; ``note`` says what does not fit in the text: a
    weekday that the date does not fall on, a day that the month does not have.
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex: str | None = None
    first: str | None = None
    last: str | None = None
    note: str | None = None

    @property
    def span(self) -> Span:
        """The same characters as a plain span."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what.  ``via`` are the outlets that carried it, innermost first."""

    id: str
    speaker: str | None
    speaker_text: Span | None
    cue: Span | None
    content: Span
    content_parts: tuple[Span, ...]
    form: str
    via: tuple[str, ...] = ()
    addressee: str | None = None
    occasion: str | None = None
    date: Dated | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; never one of its parties."""

    name: str
    country: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom.  ``type`` and ``act`` are PLOVER types, ``cameo`` the most specific code."""

    id: str
    type: str
    cameo: str | None
    quad: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    background: bool
    date: Dated | None
    predicate: Span
    evidence: Span
    reported_by: tuple[str, ...] = ()
    confidence: float = 0.5
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: Place | None = None
    topics: tuple[str, ...] = ()
    statement: str | None = None
    act: str | None = None
    part_of: str | None = None
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    goldstein: float | None = None
    read_by: str = "lexicon"

    def __post_init__(self) -> None:
        if not self.evidence.covers(self.predicate):
            raise RecordError(f"event {self.id}: its predicate lies outside its evidence")


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated relation told in passing.

    States (member_of, holds_office, chairs): ``start`` is the first day it held.  Acts: ``start``..``end``
    is the interval within which the act fell.  elected_to: the term; the day of the election is
    ``qualifiers["elected"]``.
    """

    id: str
    relation: str
    subject: str
    object: str | None
    start: str | None
    end: str | None
    evidence: Span
    check: Check | None = None
    value: str | None = None
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    statement: str | None = None
    negated: bool = False
    status: str = "happened"
    date_text: Span | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences there were, and those that gave no event, statement or fact."""

    sentences: int
    unread: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the record: the program's version, the language model, the lexicon's hash."""

    memcon: str
    model: str
    lexicon: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one document.  Refuses spans and ids that do not hold."""

    document: Document
    made_by: MadeBy
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    coverage: Coverage = Coverage(0)

    def __post_init__(self) -> None:
        text = self.document.text
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                raise RecordError(f"span {span.start}..{span.end} is not {span.text[:40]!r} in {self.document.id}")
        known = {actor.id for actor in self.actors}
        for used in self._actor_ids():
            if used not in known:
                raise RecordError(f"{self.document.id}: no actor has the id {used!r}")

    def spans(self) -> Iterator[Span | Mention | DateExpression]:
        """Every span of the record, in no particular order."""
        for actor in self.actors:
            yield from actor.mentions
            yield from (office.evidence for office in actor.offices if office.evidence)
        yield from self.dates
        for said in self.statements:
            yield from (x for x in (said.speaker_text, said.cue, said.content, *said.content_parts) if x)
        for event in self.events:
            yield event.predicate
            yield event.evidence
            if event.place and event.place.evidence:
                yield event.place.evidence
            if event.date and event.date.text:
                yield event.date.text
        for fact in self.facts:
            yield from (x for x in (fact.evidence, fact.date_text) if x)
        yield from self.coverage.unread

    def _actor_ids(self) -> Iterator[str]:
        for said in self.statements:
            yield from (x for x in (said.speaker, said.addressee, *said.via) if x)
        for event in self.events:
            yield from (*event.source, *event.target, *event.reported_by)
            for ids in event.roles.values():
                yield from ids
        for fact in self.facts:
            yield from (x for x in (fact.subject, fact.object) if x)
