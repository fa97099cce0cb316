"""What a query finds, report by report, with the whole record: for whoever hands the archive on.

Reports come in the order of their ids, one in memory at a time, however many there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from memcon.archive.corrections import decisions
from memcon.archive.query import parse
from memcon.archive.search import matching
from memcon.archive.store import corrected
from memcon.record import Actor, Event, Fact, Record, Span, Statement


@dataclass(frozen=True, slots=True)
class Selected:
    """A report of which something was found.

    Attributes:
        id: ``d12``.
        record: the whole record, with what people decided on it: nothing that was rejected is in it.
        found: the ids, within the record, of the events, statements and facts that were found.
        ids: the id in the archive (``e12``) by the id in the record.
        standing: ``accepted``, ``edited`` or ``added`` by the id in the record; everything else is as it was read.
        confirmed: whose decision on an item is in force, and of which day, by the id in the record.
        sentences: where the sentences of the text stand, in code points.
        added: when this version of the report was added, UTC.
        story: the number of the story that the report is in; None where it is in none yet.
        copy_of: the report whose words this one copies.
        whole: whether the whole report was asked for, and not only some of what is in it.
    """

    id: str
    record: Record
    found: frozenset[str]
    ids: Mapping[str, str]
    standing: Mapping[str, str]
    confirmed: Mapping[str, tuple[str, str]]
    sentences: tuple[tuple[int, int], ...]
    added: str
    story: int | None
    copy_of: str | None
    whole: bool

    @property
    def events(self) -> Iterator[Event]:
        """The events that were found."""
        return (event for event in self.record.events if event.id in self.found)

    @property
    def statements(self) -> Iterator[Statement]:
        """The statements that were found."""
        return (said for said in self.record.statements if said.id in self.found)

    @property
    def facts(self) -> Iterator[Fact]:
        """The facts that were found."""
        return (fact for fact in self.record.facts if fact.id in self.found)

    @property
    def actors(self) -> Iterator[Actor]:
        """Who is named in what was found; everybody, where the whole report was asked for."""
        named = None if self.whole else set(self._named())
        return (actor for actor in self.record.actors if named is None or actor.id in named)

    @property
    def actor(self) -> Mapping[str, Actor]:
        """Every actor of the record by its id there."""
        return {actor.id: actor for actor in self.record.actors}

    def sentence_of(self, place: int) -> int | None:
        """The number, from 1, of the sentence in which the character ``place`` stands."""
        return next((n for n, (start, end) in enumerate(self.sentences, 1) if start <= place < end), None)

    def sentence_at(self, span: Span) -> str | None:
        """The sentence in which a passage begins; None where it stands in none."""
        number = self.sentence_of(span.start)
        return self.record.document.text[slice(*self.sentences[number - 1])].strip() if number else None

    def _named(self) -> Iterator[str]:
        for event in self.events:
            yield from (*event.source, *event.target, *event.reported_by)
            for ids in event.roles.values():
                yield from ids
        for said in self.statements:
            yield from (id for id in (said.speaker, said.addressee, *said.via) if id)
        for fact in self.facts:
            yield from (id for id in (fact.subject, fact.object) if id)


def select(connection: sqlite3.Connection, query: str | None = None) -> Iterator[Selected]:
    """Every report of which a query finds something; without a query, every report with all that is in it.

    A report of which only words or the headline were found comes with no item.

    Raises:
        QueryError: the query does not parse; raised at once, not when the first report is asked for.
    """
    if query is None:
        return _each(connection, ((row[0], None) for row in connection.execute(f"{_ALL} ORDER BY documents.id")))
    where, values = matching(connection, parse(query))
    rows = connection.execute(
        "SELECT versions.document, entries.local FROM entries JOIN versions ON versions.id = entries.version"
        f" WHERE {where} ORDER BY versions.document",
        values,
    )
    grouped = ((document, frozenset(row[1] for row in some)) for document, some in groupby(rows, lambda row: row[0]))
    return _each(connection, grouped)


def whole(connection: sqlite3.Connection, document: int) -> Selected:
    """One report with all that is in it."""
    return next(_each(connection, [(document, None)]))


_ALL = "SELECT documents.id FROM documents WHERE documents.current IS NOT NULL"


def _each(
    connection: sqlite3.Connection, documents: Iterable[tuple[int, frozenset[str | None] | None]]
) -> Iterator[Selected]:
    for document, found in documents:
        decided = corrected(connection, document)
        version, added, story, copy_of = connection.execute(
            "SELECT versions.id, versions.added, story, copy_of FROM documents"
            " JOIN versions ON versions.id = documents.current"
            " LEFT JOIN story_reports ON story_reports.document = documents.id WHERE documents.id = ?",
            (document,),
        ).fetchone()
        ids = {
            local: f"{kind[0]}{id}"
            for kind, local, id in connection.execute(
                "SELECT kind, local, id FROM entries WHERE version = ?1 AND local IS NOT NULL"
                " UNION ALL SELECT 'actor', local, id FROM actors WHERE version = ?1",
                (version,),
            )
        }
        confirmed = {}
        if decided.pinned:
            last = {(d.kind, d.item): (d.person, d.moment[:10]) for d in decisions(connection, document)}
            confirmed = {local: last[kind, item] for item, kind, local in decided.pinned}
        sentences = connection.execute(
            "SELECT start, end FROM sentences WHERE version = ? ORDER BY start", (version,)
        ).fetchall()
        record = decided.record
        everything = frozenset(
            (*(e.id for e in record.events), *(s.id for s in record.statements), *(f.id for f in record.facts))
        )
        yield Selected(
            id=f"d{document}",
            record=record,
            found=everything if found is None else everything & found,
            ids=ids,
            standing=decided.standing,
            confirmed=confirmed,
            sentences=tuple((row[0], row[1]) for row in sentences),
            added=added,
            story=story,
            copy_of=f"d{copy_of}" if copy_of else None,
            whole=found is None,
        )
