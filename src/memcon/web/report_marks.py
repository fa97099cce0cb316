"""What each stretch of a report's text is marked with: which items rest on it, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from memcon.archive import Report
from memcon.record import Actor, Dated, Event, Fact, Mention, Span, Statement

Passage = Span | Mention


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start``..``end`` and what they are to an item.

    Attributes:
        start: in code points.
        end: exclusive.
        item: the short id of an event, statement, fact or actor (``e12``); else ``date``, ``unread`` or ``here``.
        role: what the words are to the item: predicate, evidence, source, content, date …; empty for the item itself.
        line: the kind of line that is drawn under the words at rest: event, background, statement, fact, actor, date,
            unread, here; empty where the words are only lit with their card.
    """

    start: int
    end: int
    item: str
    role: str = ""
    line: str = ""

    @property
    def token(self) -> str:
        """The mark as the page's script and its cards name it: ``e12.source``."""
        return f"{self.item}.{self.role}" if self.role else self.item


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text all of which bears the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def pieces(length: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text cut at every end of every mark, in order, without gaps; each piece with the marks that cover it."""
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    for mark in marks:
        if 0 <= mark.start < mark.end <= length:
            starting.setdefault(mark.start, []).append(mark)
            ending.setdefault(mark.end, []).append(mark)
    cuts = sorted({0, length, *starting, *ending})
    active: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        for mark in ending.get(start, ()):
            active.pop(mark, None)
        for mark in starting.get(start, ()):
            active[mark] = None
        yield Piece(start, end, tuple(active))


def marks_of(report: Report, here: tuple[int, int] | None = None) -> Iterator[Mark]:
    """Every mark of a report.

    Args:
        report: the report.
        here: a passage that was asked for by its address.
    """
    record, ids = report.record, report.ids
    actors = {actor.id: actor for actor in record.actors}
    if here is not None:
        yield Mark(*here, "here", "", "here")
    for event in record.events:
        yield from _event(event, ids.get(("event", event.id), event.id), actors)
    for said in record.statements:
        yield from _statement(said, ids.get(("statement", said.id), said.id), actors)
    for fact in record.facts:
        yield from _fact(fact, ids.get(("fact", fact.id), fact.id), actors)
    for actor in record.actors:
        id = ids.get(("actor", actor.id), actor.id)
        yield from (
            Mark(m.start, m.end, id, "", "actor" if m.form in ("name", "title") else "") for m in actor.mentions
        )
        yield from (Mark(o.evidence.start, o.evidence.end, id, "office") for o in actor.offices if o.evidence)
    yield from (Mark(date.start, date.end, "date", "", "date") for date in record.dates)
    yield from (Mark(span.start, span.end, "unread", "", "unread") for span in record.coverage.unread)


def _event(event: Event, id: str, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    yield _mark(event.predicate, id, "predicate", "background" if event.background else "event")
    yield _mark(event.evidence, id, "evidence")
    for role, people in {
        "source": event.source, "target": event.target, "reported_by": event.reported_by, **event.roles,
    }.items():  # fmt: skip
        yield from _people(people, id, role, event.evidence, actors)
    if event.place and event.place.evidence:
        yield _mark(event.place.evidence, id, "place")
    yield from _date(event.date, id)


def _statement(said: Statement, id: str, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    for part in said.content_parts or (said.content,):
        yield _mark(part, id, "content", "statement")
    if said.cue:
        yield _mark(said.cue, id, "cue")
    if said.speaker_text:
        yield _mark(said.speaker_text, id, "speaker")
    elif said.speaker:
        yield from _people((said.speaker,), id, "speaker", said.cue or said.content, actors)
    if said.addressee:
        yield from _people((said.addressee,), id, "addressee", said.cue or said.content, actors)
    yield from _people(said.via, id, "via", said.content, actors)
    yield from _date(said.date, id)


def _fact(fact: Fact, id: str, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    yield _mark(fact.evidence, id, "evidence", "fact")
    yield from _people((fact.subject,), id, "subject", fact.evidence, actors)
    if fact.object:
        yield from _people((fact.object,), id, "object", fact.evidence, actors)
    if fact.date_text:
        yield _mark(fact.date_text, id, "date")


def _date(dated: Dated | None, id: str) -> Iterator[Mark]:
    if dated and dated.text:
        yield _mark(dated.text, id, "date")


def _people(people: Iterable[str], id: str, role: str, around: Passage, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    """The mentions of each actor within the passage; where there is none, the last one before it, else the next."""
    for one in people:
        mentions = actors[one].mentions if one in actors else ()
        within = [m for m in mentions if m.start < around.end and around.start < m.end]
        if not within and mentions:
            before = [m for m in mentions if m.end <= around.start]
            within = [max(before, key=lambda m: m.end) if before else min(mentions, key=lambda m: m.start)]
        yield from (_mark(m, id, role) for m in within)


def _mark(span: Passage, item: str, role: str, line: str = "") -> Mark:
    return Mark(span.start, span.end, item, role, line)
