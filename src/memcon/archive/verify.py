"""Whether an archive still holds what was put into it: the file, every text, every span, every row."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.archive.packing import unpack_body
from memcon.archive.store import corrected
from memcon.record import RecordError, from_json


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(connection: sqlite3.Connection) -> Iterator[Fault | None]:
    """Check the whole archive: None for each report that holds, a fault for each thing that does not."""
    for row in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if row[0] != "ok":
            yield Fault("the file", str(row[0]).splitlines()[0])
    for table, rowid, other, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault(f"table {table}, row {rowid}", f"names a row of {other} that is not there")
    try:
        connection.execute("INSERT INTO entries_index (entries_index, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            yield Fault("the index", "does not agree with the texts; `memcon archive reread --index` makes it anew")
        elif not problem.sqlite_errorname.startswith("SQLITE_READONLY"):  # where it cannot be asked
            raise
    for (document,) in connection.execute("SELECT id FROM documents ORDER BY id").fetchall():
        faults = list(_document(connection, document))
        if faults:
            yield from faults
        else:
            yield None


def _document(connection: sqlite3.Connection, document: int) -> Iterator[Fault]:
    name = f"report d{document}"
    current = connection.execute("SELECT current FROM documents WHERE id = ?", (document,)).fetchone()[0]
    if current is None:
        yield Fault(name, "has no current version")
        return
    sound = True
    for row in connection.execute("SELECT * FROM versions WHERE document = ? ORDER BY number", (document,)).fetchall():
        for fault in _version(row):
            sound = sound and row["id"] != current
            yield Fault(f"{name}, version {row['number']}", fault)
    if sound:
        for fault in _rows(connection, document, current):
            yield Fault(name, fault)


def _version(row: sqlite3.Row) -> Iterator[str]:
    """What does not hold of a text and the record that was read from it."""
    text = row["text"]
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        yield "its text is not the one that was added"
    try:
        body = unpack_body(row["record"])
        body["document"]["text"] = text
        from_json(body)  # compares every span with the text
    except RecordError as problem:
        yield str(problem)
    except (zlib.error, ValueError, KeyError, TypeError):
        yield "its record cannot be read"


def _rows(connection: sqlite3.Connection, document: int, version: int) -> Iterator[str]:
    """What does not hold of the rows that are searched."""
    text = connection.execute("SELECT text FROM versions WHERE id = ?", (version,)).fetchone()[0]
    for row in connection.execute("SELECT id, start, end, text FROM sentences WHERE version = ?", (version,)):
        if text[row["start"] : row["end"]] != row["text"]:
            yield f"the sentence at {row['start']}..{row['end']} is not in its text: {row['text'][:40]!r}"
    record = corrected(connection, document).record
    passages = {event.id: event.evidence for event in record.events}
    passages |= {fact.id: fact.evidence for fact in record.facts}
    passages |= {said.id: said.content for said in record.statements}
    seen = set()
    for row in connection.execute(
        "SELECT entries.id, kind, local, start, end, predicate FROM entries LEFT JOIN events ON events.id = entries.id"
        " WHERE version = ? AND local IS NOT NULL",
        (version,),
    ):
        name = f"{row['kind'][0]}{row['id']}"
        span = passages.get(row["local"])
        if span is None:
            yield f"{name} is not in its record"
            continue
        seen.add(row["local"])
        if (span.start, span.end) != (row["start"], row["end"]):
            yield f"the passage of {name} is at {span.start}..{span.end}, not at {row['start']}..{row['end']}"
        elif row["predicate"] is not None and row["predicate"] not in text[row["start"] : row["end"]]:
            yield f"the predicate of {name}, {row['predicate'][:40]!r}, is not in its passage"
    for missing in sorted(passages.keys() - seen):
        yield f"{missing} of its record is not in the tables"
