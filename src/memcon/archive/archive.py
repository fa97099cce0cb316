"""The archive as one object: open it, add records, ask it, correct it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from memcon.archive import store
from memcon.archive.connection import PATIENCE, connect, default_path
from memcon.archive.contacts import Contact, contact_log
from memcon.archive.errors import told
from memcon.archive.search import Hit, search
from memcon.archive.store import Added, Writer, transaction
from memcon.archive.verify import Fault, verify
from memcon.record import Document, Record

#: Records that :meth:`Archive.add_many` writes in one transaction.
TOGETHER = 200


class Archive:
    """Records kept in one SQLite file.

    >>> with Archive("notes.sqlite") as archive:
    ...     archive.add(memcon.read(document))
    ...     archive.search("ceasefire from:ARM since:2020")

    Several processes may use one archive at a time; each document is one transaction.
    """

    def __init__(self, path: str | Path | None = None, *, create: bool = True, patience: float = PATIENCE) -> None:
        """Open the archive at ``path`` (by default the user's own), making it where there is none unless told not to.

        Args:
            path: the file.
            create: make it where there is none.
            patience: seconds to wait for another process that is writing.

        Raises:
            ArchiveError: it cannot be opened; see :mod:`memcon.archive.errors`.
        """
        self.path = Path(path) if path is not None else default_path()
        self._connection = connect(self.path, create=create, patience=patience)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for questions in SQL."""
        return self._connection

    # ---- adding

    def status(self, document: Document, key: str | None = None, *, again: bool = False) -> Added | None:
        """What adding a document would find: ``unchanged`` or ``removed``; None where it is new or changed."""
        with told(str(self.path)):
            return store.status(self._connection, document, key or key_of(document), again=again)

    def add(self, record: Record, key: str | None = None, *, again: bool = False) -> Added:
        """Keep a record, in one transaction: when this returns, it is on the disk.

        Args:
            record: what was read.
            key: what tells that two texts are versions of one page; by default its address, else its id.
            again: also where the text was removed before.

        Raises:
            ArchiveError: it cannot be kept; the archive is as it was.
        """
        return self.add_many([(record, key or key_of(record.document))], again=again)[0]

    def add_many(self, records: Iterable[tuple[Record, str]], *, again: bool = False) -> list[Added]:
        """Keep several (record, key) in one transaction, faster than one by one."""
        with told(str(self.path)), transaction(self._connection):
            writer = Writer(self._connection)
            added = [writer.add(record, key, again=again) for record, key in records]
            writer.flush()
        return added

    # ---- asking

    def search(self, query: str, *, limit: int | None = 20, oldest_first: bool = False) -> list[Hit]:
        """What a query finds; see :func:`memcon.archive.search.search`."""
        with told(str(self.path)):
            return search(self._connection, query, limit=limit, oldest_first=oldest_first)

    def log(
        self,
        one: str,
        other: str,
        *,
        since: str | None = None,
        until: str | None = None,
        channels: Sequence[str] = (),
        limit: int | None = None,
    ) -> list[Contact]:
        """The contacts of two sides; see :func:`memcon.archive.contacts.contact_log`."""
        with told(str(self.path)):
            return contact_log(self._connection, one, other, since=since, until=until, channels=channels, limit=limit)

    def record(self, id: str, version: int | None = None) -> Record:
        """The record of ``d12`` with its corrections, or as an earlier version of the page was read."""
        with told(str(self.path)):
            number = store.document_of(self._connection, id)
            if version is not None:
                return store.stored(self._connection, number, version)
            return store.corrected(self._connection, number).record

    def report_of(self, id: str) -> str:
        """The report, as ``d12``, of whatever has this short id.

        Raises:
            UnknownId: nothing has.
        """
        with told(str(self.path)):
            return f"d{store.document_of(self._connection, id)}"

    # ---- keeping

    def verify(self) -> Iterator[Fault | None]:
        """Check everything; see :func:`memcon.archive.verify.verify`."""
        with told(str(self.path)):
            yield from verify(self._connection)


def key_of(document: Document) -> str:
    """What tells that two texts are versions of one page: the address, else the id."""
    return document.url or document.id
