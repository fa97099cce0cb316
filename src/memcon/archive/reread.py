"""Reading the kept texts again, with another memcon, model or lexicon, and saying what is different."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.archive.corrections import apply, decisions, snapshot
from memcon.archive.deciding import in_words
from memcon.archive.matching import KINDS, same_items
from memcon.archive.packing import same_reading, unpack_body
from memcon.archive.store import Writer, corrected, stored, transaction
from memcon.record import Document, Record, to_json

Reader = Callable[[Iterable[Document]], Iterator[Record | Exception]]

#: Texts that are read before what was read of them is written.
TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Difference:
    """What another reading of a report changes.

    Attributes:
        report: ``d12``.
        name: the id it came with.
        gone: items that are no longer read, one line each.
        new: items that are read now.
        changed: (before, after) of items that are read otherwise.
        error: why it could not be read; it stays as it was.
    """

    report: str
    name: str
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    error: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether nothing is different."""
        return not (self.gone or self.new or self.changed or self.error)


def reread(
    connection: sqlite3.Connection, read: Reader, documents: Iterable[int], *, keep: bool = True
) -> Iterator[Difference]:
    """Read reports again, each its own transaction; corrections are laid over what is read.

    Args:
        connection: the archive.
        read: gives the record of each document, or why it could not be read.
        documents: the numbers of the reports.
        keep: False only says what would be different.
    """
    waiting = list(documents)
    for start in range(0, len(waiting), TOGETHER):
        some = waiting[start : start + TOGETHER]
        records = [stored(connection, number) for number in some]
        answers = read(_plain(record.document) for record in records)
        for number, before, answer in zip(some, records, answers, strict=True):
            if isinstance(answer, Record):
                yield _one(connection, number, before, answer, keep=keep)
            else:
                yield Difference(f"d{number}", before.document.id, error=str(answer))


def _plain(document: Document) -> Document:
    """The document as it came in: a day that a reading worked out is left to the next one."""
    inferred = document.published is not None and document.published.basis == "inferred"
    return replace(document, published=None) if inferred else document


def _one(connection: sqlite3.Connection, number: int, raw: Record, now: Record, *, keep: bool) -> Difference:
    found = decisions(connection, number)
    before, after = corrected(connection, number).record, apply(now, found).record
    if keep and raw != now:
        with transaction(connection):
            writer = Writer(connection)
            if _is_still(connection, number, raw):
                writer.replace_reading(number, now)
                writer.flush()
    return difference(number, before, after)


def _is_still(connection: sqlite3.Connection, number: int, raw: Record) -> bool:
    """Whether no other process has put another text or reading there meanwhile."""
    row = connection.execute(
        "SELECT record FROM versions JOIN documents ON documents.current = versions.id WHERE documents.id = ?",
        (number,),
    ).fetchone()
    return row is not None and same_reading(unpack_body(row[0]), raw)


def difference(number: int, before: Record, after: Record) -> Difference:
    """What two readings of one text differ in."""
    one, other = to_json(before), to_json(after)
    pairs = list(same_items(before, after))
    gone, new, changed = [], [], []
    for kind, field in KINDS.items():
        old_ids = {old for k, old, _ in pairs if k == kind}
        new_ids = {now for k, _, now in pairs if k == kind}
        gone += [_words(kind, item["id"], one) for item in one[field] if item["id"] not in old_ids]
        new += [_words(kind, item["id"], other) for item in other[field] if item["id"] not in new_ids]
        for k, old, now in pairs:
            if k == kind and (was := _words(kind, old, one)) != (is_now := _words(kind, now, other)):
                changed.append((was, is_now))
    return Difference(f"d{number}", before.document.id, tuple(gone), tuple(new), tuple(changed))


def _words(kind: str, local: str, body: dict[str, object]) -> str:
    kept = snapshot(kind, local, body)
    return f"{kind}: {in_words(kind, kept)}" if kept else ""
