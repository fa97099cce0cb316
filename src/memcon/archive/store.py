"""Keeping records: one transaction a document, every version of a page, nothing twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from memcon.archive.corrections import Decided, apply, decisions
from memcon.archive.errors import UnknownId
from memcon.archive.matching import same_items
from memcon.archive.packing import digest_of, likeness, made_by, pack, same_reading, unpack, unpack_body
from memcon.archive.parties import Party, name_words, party_of
from memcon.archive.rows import A_DAY, Rows, office_of, rows_of
from memcon.record import Document, Record

# Two texts under one name with fewer words in common than this are two reports, not two versions of one.
_SAME_PAGE = 0.25
# Ids taken from the file at once.
_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was added.

    Attributes:
        id: the short id of the report, as ``d12``; None where it was not kept.
        name: the id it came with.
        outcome: ``added``, ``unchanged``, ``new version``, ``read anew`` (the same text, another reading) or
            ``removed`` (it was removed from the archive before and is not taken in again unasked).
        version: the number of the version that is current now.
    """

    id: str | None
    name: str
    outcome: str
    version: int = 0


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; waits for another process that is writing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def status(connection: sqlite3.Connection, document: Document, key: str, *, again: bool = False) -> Added | None:
    """What adding a document would find: ``unchanged``, ``removed``, or None where it is new or changed."""
    row = connection.execute(
        "SELECT documents.id, documents.name, now.number FROM versions"
        " JOIN documents ON documents.id = versions.document"
        " JOIN versions AS now ON now.id = documents.current WHERE versions.digest = ? AND documents.key = ?",
        (digest_of(document), key),
    ).fetchone()
    if row:
        return Added(f"d{row[0]}", document.id, "unchanged", row[2])
    if not again and connection.execute("SELECT 1 FROM removed_texts WHERE sha256 = ?", (document.sha256,)).fetchone():
        return Added(None, document.id, "removed")
    return None


class Writer:
    """Writes records within a transaction that is already open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.party_ids: dict[Party, int] = {}
        self.waiting: list[tuple[int, int, Rows, dict[str, int]]] = []
        self.numbers: dict[str, tuple[int, int]] = {}

    def add(self, record: Record, key: str, *, again: bool = False) -> Added:
        """Keep a record; nothing can be found of it before :meth:`flush`."""
        document = record.document
        packed = pack(record)
        found = status(self.connection, document, key, again=again)
        if found and found.id is None:
            return found
        if found:
            return self._read_anew(record, packed, found)
        page = self._page(document, key)
        moment = now()
        if page is None:
            number, id = 1, self._insert("documents", key=key, name=document.id, added=moment)
        else:
            id, current = page
            number = self._one("SELECT max(number) FROM versions WHERE document = ?", id) + 1
            self.flush()
            self.clear(current)
        version = self._version(id, number, record, packed, moment)
        self.connection.execute("UPDATE documents SET current = ? WHERE id = ?", (version, id))
        self._enter(id, version, record)
        return Added(f"d{id}", document.id, "added" if number == 1 else "new version", number)

    def replace_reading(self, document: int, record: Record) -> None:
        """Put another reading of the same text in the place of the current one, ids and corrections kept."""
        version = self._one("SELECT current FROM documents WHERE id = ?", document)
        before, ids = corrected(self.connection, document), self._ids(version)
        self.flush()
        self.clear(version)
        published = record.document.published
        self.connection.execute(
            "UPDATE versions SET record = ?, made_by = ?, read_at = ?, published_start = ?, published_end = ?,"
            " published_basis = ? WHERE id = ?",
            (
                pack(record),
                made_by(record),
                now(),
                published and published.start,
                published and published.end,
                published and published.basis,
                version,
            ),
        )
        self._enter(document, version, record, before=before.record, ids=ids)

    def refresh(self, document: int, back: Mapping[tuple[str, str], int] | None = None) -> None:
        """Write the rows of a document anew, after a correction.

        Args:
            document: its number.
            back: the numbers of items that come back, by kind and id in the record.
        """
        record = stored(self.connection, document)
        version = self._one("SELECT current FROM documents WHERE id = ?", document)
        ids = self._ids(version) | {_name(kind, local): number for (kind, local), number in (back or {}).items()}
        self.clear(version)
        self._enter(document, version, record, ids=ids)
        self.flush()

    def clear(self, version: int) -> None:
        """Take what can be found of a version out of the tables; the text and its record stay."""
        for statement in (
            "DELETE FROM entries WHERE version = ?",
            "DELETE FROM sentences WHERE version = ?",
            "DELETE FROM actors WHERE version = ?",
        ):
            self.connection.execute(statement, (version,))

    def flush(self) -> None:
        """Write what waits, in the order of days, in which the index takes it fastest."""
        entries, events, statements, facts, parties = [], [], [], [], []
        taken: dict[int, int] = {}
        for version, first_sentence, rows, ids in self.waiting:
            for entry in rows.entries:
                day = entry.day
                if day not in taken:
                    top = self._one("SELECT max(place) FROM entries WHERE place BETWEEN ? AND ?", *bounds(day))
                    taken[day] = day * A_DAY - 1 if top is None else top
                taken[day] += 1
                id = ids[_name(entry.kind, entry.local)] if entry.local else self._next("entry")
                sentence = None if entry.sentence is None else first_sentence + entry.sentence
                entries.append(
                    (
                        taken[day], id, entry.kind, version, sentence, entry.local, entry.start, entry.end,
                        *entry.days, entry.topics, entry.location, " ".join(entry.facets),
                        entry.standing,
                    )
                )  # fmt: skip
                if entry.kind == "event":
                    events.append((id, *entry.detail))
                    parties += [(id, role, ids[_name("actor", actor)]) for role, actor in entry.parties]
                elif entry.kind == "statement":
                    speaker, text, addressee, *more = entry.detail
                    statements.append((id, _actor(ids, speaker), text, _actor(ids, addressee), *more))
                elif entry.kind == "fact":
                    relation, subject, thing, *more = entry.detail
                    facts.append((id, relation, _actor(ids, subject), _actor(ids, thing), *more))
        self.waiting.clear()
        for name, (following, _) in self.numbers.items():
            self.connection.execute("UPDATE counter SET next = ? WHERE name = ?", (following, name))
        self.numbers.clear()
        entries.sort()
        for table, found in (
            ("entries", entries),
            ("events", events),
            ("event_parties", parties),
            ("statements", statements),
            ("facts", facts),
        ):
            if found:
                marks = ", ".join("?" * len(found[0]))
                self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)

    # ---- within

    def _enter(
        self,
        document: int,
        version: int,
        record: Record,
        *,
        before: Record | None = None,
        ids: Mapping[str, int] | None = None,
    ) -> None:
        """Line a record up for :meth:`flush`, with what people decided on it, under the ids it had ``before``."""
        decided = apply(record, decisions(self.connection, document))
        record = decided.record
        kept = dict(ids or {})
        if before is not None and ids is not None:
            kept = {
                _name(k, new): ids[_name(k, old)] for k, old, new in same_items(before, record) if _name(k, old) in ids
            }
        # What a person decided on keeps its number, whatever else seems to be the same.
        pinned = {(number, kind == "actor") for number, kind, _ in decided.pinned}
        kept = {name: number for name, number in kept.items() if (number, name.startswith("actor ")) not in pinned}
        kept |= {_name(kind, local): number for number, kind, local in decided.pinned}
        named = [("event", e.id) for e in record.events] + [("statement", s.id) for s in record.statements]
        named += [("fact", f.id) for f in record.facts]
        numbers = {_name(kind, id): kept.get(_name(kind, id)) or self._next("entry") for kind, id in named}
        rows = rows_of(record, self._parties(record), decided.standing)
        first = self._sentences(version, rows)
        for actor in record.actors:
            id = kept.get(_name("actor", actor.id)) or self._next("actor")
            numbers[_name("actor", actor.id)] = id
            self.connection.execute(
                "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id,
                    version,
                    actor.id,
                    self.party_ids[rows.parties[actor.id]],
                    actor.name,
                    actor.kind,
                    actor.code,
                    actor.country,
                    ", ".join(actor.sectors) or None,
                    office_of(actor),
                    len(actor.mentions),
                    decided.standing.get(actor.id, "read"),
                ),
            )
        self.waiting.append((version, first, rows, numbers))

    def _read_anew(self, record: Record, packed: bytes, found: Added) -> Added:
        assert found.id is not None
        document = int(found.id[1:])
        row = self.connection.execute(
            "SELECT versions.id, record, digest FROM versions JOIN documents ON documents.current = versions.id"
            " WHERE documents.id = ?",
            (document,),
        ).fetchone()
        # An earlier version that comes again changes nothing; nor does the reading that is already there.
        if row[2] != digest_of(record.document) or row[1] == packed or same_reading(unpack_body(row[1]), record):
            return found
        self.replace_reading(document, record)
        return replace(found, outcome="read anew")

    def _page(self, document: Document, key: str) -> tuple[int, int] | None:
        """The report, with its current version, of which a document is another version."""
        rows = self.connection.execute(
            "SELECT documents.id, versions.id, versions.text, versions.title, versions.url FROM documents"
            " JOIN versions ON versions.id = documents.current WHERE documents.key = ?",
            (key,),
        ).fetchall()
        if not rows:
            return None
        if document.url and (same := next((row for row in rows if row[4] == document.url), None)):
            return same[0], same[1]
        alike = [(likeness(document, row[3], row[2]), row[0], row[1]) for row in rows]
        best = max(alike)
        return (best[1], best[2]) if best[0] >= _SAME_PAGE else None

    def _version(self, document: int, number: int, record: Record, packed: bytes, moment: str) -> int:
        text, day = record.document, record.document.published
        return self._insert(
            "versions",
            document=document,
            number=number,
            digest=digest_of(text),
            sha256=text.sha256,
            title=text.title,
            byline=text.byline,
            outlet=text.outlet,
            url=text.url,
            language=text.language,
            published_start=day.start if day else None,
            published_end=day.end if day else None,
            published_basis=day.basis if day else None,
            text=text.text,
            added=moment,
            read_at=moment,
            made_by=made_by(record),
            record=packed,
        )

    def _sentences(self, version: int, rows: Rows) -> int:
        text = rows.record.document.text
        first: int = (self._one("SELECT max(id) FROM sentences") or 0) + 1
        self.connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)",
            ((first + n, version, start, end, text[start:end]) for n, (start, end) in enumerate(rows.sentences)),
        )
        return first

    def _parties(self, record: Record) -> Mapping[Party, int]:
        for actor in record.actors:
            party = party_of(actor)
            if party in self.party_ids:
                continue
            row = self.connection.execute(
                "SELECT id FROM parties WHERE name = ? AND kind = ? AND coalesce(code, '') = ?"
                " AND coalesce(country, '') = ? AND coalesce(bodies, '') = ?",
                (party.name, party.kind, party.code or "", party.country or "", " ".join(party.bodies)),
            ).fetchone()
            if row is None:
                columns = {"name": party.name, "kind": party.kind, "code": party.code, "country": party.country}
                number = self._insert("parties", **columns, bodies=" ".join(party.bodies) or None)
                self.connection.executemany(
                    "INSERT INTO party_words VALUES (?, ?)", ((word, number) for word in name_words(party.name))
                )
            self.party_ids[party] = row[0] if row else number
        return self.party_ids

    def _ids(self, version: int) -> dict[str, int]:
        rows = self.connection.execute(
            "SELECT kind, local, id FROM entries WHERE version = ? AND local IS NOT NULL", (version,)
        ).fetchall()
        actors = self.connection.execute("SELECT 'actor', local, id FROM actors WHERE version = ?", (version,))
        return {_name(kind, local): id for kind, local, id in (*rows, *actors)}

    def next_entry(self) -> int:
        """The number of an item that is about to be added."""
        return self._next("entry")

    def _next(self, name: str) -> int:
        """The next id; several are taken from the file at a time, and :meth:`flush` gives back what is left."""
        following, end = self.numbers.get(name, (0, 0))
        if following == end:
            row = self.connection.execute(
                "UPDATE counter SET next = next + ? WHERE name = ? RETURNING next", (_AT_A_TIME, name)
            ).fetchone()
            following, end = row[0] - _AT_A_TIME, row[0]
        self.numbers[name] = (following + 1, end)
        return int(following)

    def _insert(self, table: str, **columns: Any) -> int:
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        done = self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))
        assert done.lastrowid is not None
        return done.lastrowid

    def _one(self, question: str, *values: Any) -> Any:
        return self.connection.execute(question, values).fetchone()[0]


def bounds(day: int) -> tuple[int, int]:
    """The places of a day, first and last."""
    return day * A_DAY, (day + 1) * A_DAY - 1


def _name(kind: str, local: str | None) -> str:
    return f"{kind} {local}"


def _actor(ids: Mapping[str, int], local: str | None) -> int | None:
    return None if local is None else ids[_name("actor", local)]


def stored(connection: sqlite3.Connection, document: int, number: int | None = None) -> Record:
    """The record of a document as it was read, of its current version or of that number.

    Raises:
        UnknownId: there is no such document or version.
    """
    row = connection.execute(
        "SELECT versions.record, versions.text FROM documents JOIN versions ON versions.document = documents.id"
        " WHERE documents.id = ? AND iif(? IS NULL, versions.id = documents.current, versions.number = ?)",
        (document, number, number),
    ).fetchone()
    if row is None:
        raise UnknownId(f"no report d{document}" + (f" with a version {number}" if number else ""))
    return unpack(row[0], row[1])


def corrected(connection: sqlite3.Connection, document: int) -> Decided:
    """The current record of a document with what people decided on it."""
    return apply(stored(connection, document), decisions(connection, document))
