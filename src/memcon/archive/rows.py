"""A record as rows: what can be found of it, by which words, on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from memcon.archive.parties import Party, party_of, slug, token
from memcon.archive.sentences import holding, sentences
from memcon.record import Actor, Dated, Event, Fact, Record, Statement

#: How far apart in ``entries.place`` two days are; as many entries can fall on one day.
A_DAY = 1 << 24
#: An interval of more days than this counts with its last so many days.
LONGEST = 366

#: Occasions on which somebody speaks or writes to the one addressed, and not before an audience.
PRIVATE = frozenset(("letter", "cable", "e-mail", "telephone call", "note", "message", "telegram"))
_MEETING_OF_MINDS = frozenset(("CONSULT", "AGREE", "CONCEDE"))


@dataclass(slots=True)
class Entry:
    """One row of ``entries`` with its row of ``events``, ``statements`` or ``facts``.

    Attributes:
        kind: event, statement, fact, sentence, headline.
        local: its id in the record; None for a sentence or headline.
        start: the passage, with ``end``.
        sentence: the place of its sentence among those of the text.
        days: first and last day and how they are known.
        detail: the further columns of its own table, actors by their id in the record.
        parties: (role, id of the actor in the record), of an event.
    """

    kind: str
    local: str | None
    start: int
    end: int
    sentence: int | None
    days: tuple[str | None, str | None, str | None]
    facets: tuple[str, ...]
    topics: str = ""
    location: str = ""
    standing: str = "read"
    detail: tuple[Any, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()

    @property
    def day(self) -> int:
        """The number of the day it is filed under; 0 where no day is known."""
        return day_number(self.days[0], self.days[1])


@dataclass(slots=True)
class Rows:
    """Everything of a record that goes into the tables, before anything has a number."""

    record: Record
    sentences: list[tuple[int, int]]
    parties: dict[str, Party]
    entries: list[Entry] = field(default_factory=list)


def day_number(first: str | None, last: str | None) -> int:
    """The proleptic number of the day that an interval is filed under: its first, 366 days before its last at most."""
    if first is None and last is None:
        return 0
    begin = date.fromisoformat(first or last or "").toordinal()
    end = date.fromisoformat(last or first or "").toordinal()
    return max(begin, end - LONGEST)


def rows_of(record: Record, party_ids: Mapping[Party, int], standing: Mapping[str, str]) -> Rows:
    """The rows of a record.

    Args:
        record: as it is to be shown, corrections applied.
        party_ids: the number of every party of the record.
        standing: ``accepted`` or ``edited`` for the ids of what a person decided on.
    """
    parties = {actor.id: party_of(actor) for actor in record.actors}
    whole = sentences(record.document.text, ((e.evidence.start, e.evidence.end) for e in record.events))
    rows = Rows(record, whole, parties)
    builder = _Entries(rows, {id: (*p.keys, f"p{party_ids[p]}") for id, p in parties.items()})
    for entry in builder.all():
        if entry.local is not None:
            entry.standing = standing.get(entry.local, "read")
        rows.entries.append(entry)
    return rows


class _Entries:
    """The entries of one record."""

    def __init__(self, rows: Rows, keys: Mapping[str, tuple[str, ...]]) -> None:
        self.record = rows.record
        self.sentences = rows.sentences
        self.keys = keys
        self.names = {actor.id: actor.name for actor in self.record.actors}
        self.statements = {said.id: said for said in self.record.statements}
        published = self.record.document.published
        self.report = (published.start, published.end, "report") if published and published.start else (None,) * 3

    def all(self) -> Iterator[Entry]:
        told: set[int | None] = set()
        for entry in (
            *map(self.event, self.record.events),
            *map(self.statement, self.record.statements),
            *map(self.fact, self.record.facts),
        ):
            told.add(entry.sentence)
            yield entry
        for place, (start, end) in enumerate(self.sentences):
            if place not in told:
                yield Entry("sentence", None, start, end, place, self.report, ("kind_sentence_0",))
        if self.record.document.title:
            yield Entry("headline", None, 0, 0, None, self.report, ("kind_headline_0",))

    def event(self, event: Event) -> Entry:
        facets = ["kind_event_0", *(f"{name}_{slug(value)}_0" for name, value in _event_words(event))]
        parties = [("source", id) for id in event.source] + [("target", id) for id in event.target]
        parties += [(role, id) for role, ids in event.roles.items() for id in ids]
        facets += self.tokens("from", event.source) + self.tokens("to", event.target)
        facets += self.tokens("with", (id for _, id in parties))
        facets += self.tokens("by", event.reported_by)
        said = self.statements.get(event.statement or "")
        if said and said.speaker:
            facets += self.tokens("said", (said.speaker,))
        if _is_contact(event):
            facets.append("contact_0")
        parties += [("reported_by", id) for id in event.reported_by]
        return self.entry(
            "event",
            event.id,
            event.evidence.start,
            event.evidence.end,
            facets,
            days=self.days(event.date),
            topics="; ".join(event.topics),
            location=event.place.name if event.place else "",
            detail=(
                event.type,
                event.act,
                event.mode,
                ", ".join(event.contexts) or None,
                event.cameo,
                event.quad,
                event.goldstein,
                event.status,
                int(event.background),
                event.place.country if event.place else None,
                event.predicate.text,
                event.statement,
                event.part_of,
                event.confidence,
                event.read_by,
            ),
            parties=tuple(dict.fromkeys(parties)),
        )

    def statement(self, said: Statement) -> Entry:
        facets = ["kind_statement_0", f"form_{said.form}_0"]
        facets += [f"occasion_{slug(said.occasion)}_0"] if said.occasion else []
        speakers = (said.speaker,) if said.speaker else ()
        addressees = (said.addressee,) if said.addressee else ()
        facets += self.tokens("said", speakers) + self.tokens("to", addressees) + self.tokens("by", said.via)
        facets += self.tokens("with", (*speakers, *addressees))
        if speakers and addressees and said.occasion in PRIVATE:
            facets.append("contact_0")
        return self.entry(
            "statement",
            said.id,
            said.content.start,
            said.content.end,
            facets,
            days=self.days(said.date),
            # The sentence of the one who speaks, which a quotation of many sentences follows or ends in.
            at=said.cue.start if said.cue else said.content.start,
            detail=(
                said.speaker,
                said.speaker_text.text if said.speaker_text else None,
                said.addressee,
                said.cue.text if said.cue else None,
                said.form,
                said.occasion,
                "; ".join(self.names[id] for id in said.via) or None,
            ),
        )

    def fact(self, fact: Fact) -> Entry:
        facets = ["kind_fact_0", f"relation_{slug(fact.relation)}_0", f"status_{fact.status}_0"]
        facets += [f"verdict_{slug(fact.check.verdict)}_0"] if fact.check else []
        objects = (fact.object,) if fact.object else ()
        facets += self.tokens("from", (fact.subject,)) + self.tokens("to", objects)
        facets += self.tokens("with", (fact.subject, *objects))
        said = self.statements.get(fact.statement or "")
        if said and said.speaker:
            facets += self.tokens("said", (said.speaker,))
        first, last = fact.start or fact.end, fact.end or fact.start
        return self.entry(
            "fact",
            fact.id,
            fact.evidence.start,
            fact.evidence.end,
            facets,
            days=(first, last, "stated") if first else self.report,
            topics=fact.value or "",
            detail=(
                fact.relation,
                fact.subject,
                fact.object,
                fact.value,
                fact.start,
                fact.end,
                int(fact.negated),
                fact.status,
                fact.check.verdict if fact.check else None,
                fact.check.why if fact.check else None,
            ),
        )

    def entry(
        self, kind: str, local: str, start: int, end: int, facets: Iterable[str], *, at: int | None = None, **more: Any
    ) -> Entry:
        sentence = holding(self.sentences, start if at is None else at)
        return Entry(kind, local, start, end, sentence, facets=tuple(dict.fromkeys(facets)), **more)

    def days(self, dated: Dated | None) -> tuple[str | None, str | None, str | None]:
        if dated and (dated.start or dated.end):
            return dated.start or dated.end, dated.end or dated.start, dated.basis
        return self.report

    def tokens(self, role: str, ids: Iterable[str]) -> list[str]:
        return [token(role, key) for id in dict.fromkeys(ids) for key in self.keys[id]]


def _event_words(event: Event) -> Iterator[tuple[str, str]]:
    yield "type", event.type
    yield "status", event.status
    yield "quad", event.quad
    yield "background", "yes" if event.background else "no"
    for name, value in (("act", event.act), ("mode", event.mode)):
        if value:
            yield name, value
    for context in event.contexts:
        yield "context", context
    if event.cameo:
        for length in range(2, len(event.cameo) + 1):
            yield "cameo", event.cameo[:length]


def _is_contact(event: Event) -> bool:
    """Whether it is a meeting, visit, call or letter of two parties or more: held, planned, put off or called off."""
    if event.part_of or len({*event.source, *event.target}) < 2:
        return False
    return event.type == "CONSULT" or (event.act == "CONSULT" and event.type in _MEETING_OF_MINDS)


def office_of(actor: Actor) -> str | None:
    """The offices of an actor as the text gives them: “President, United States”."""
    told = ("; ").join(", ".join(filter(None, (office.title, office.body))) for office in actor.offices)
    return told or None
