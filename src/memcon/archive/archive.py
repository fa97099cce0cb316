"""The archive as one object: open it, add records, ask it, correct it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from memcon.archive import deciding, removal, saved, store, stories
from memcon.archive.connection import PATIENCE, connect, default_path
from memcon.archive.contact import Contact
from memcon.archive.contacts import contact_log
from memcon.archive.corrections import Decision, every
from memcon.archive.deciding import History
from memcon.archive.disagreements import Disagreement, disagreements
from memcon.archive.errors import CorrectionError, NotWritable, told
from memcon.archive.facets import Found, explored
from memcon.archive.hits import Hit
from memcon.archive.ids import document_of
from memcon.archive.labelled import labelled
from memcon.archive.migrations import copy
from memcon.archive.reports import Report, report
from memcon.archive.reread import Difference, Reader, reread
from memcon.archive.saved import SavedSearch
from memcon.archive.search import search
from memcon.archive.selecting import Selected, select, whole
from memcon.archive.store import Added, Writer, transaction
from memcon.archive.stories import Story
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

    def explore(
        self, query: str, *, limit: int = 50, offset: int = 0, oldest_first: bool = False, counted: bool = True
    ) -> Found:
        """A page of what a query finds, with counts; see :func:`memcon.archive.facets.explored`."""
        with told(str(self.path)):
            return explored(
                self._connection, query, limit=limit, offset=offset, oldest_first=oldest_first, counted=counted
            )

    def save_search(self, name: str, query: str, *, person: str) -> SavedSearch:
        """Keep a search under a name; see :func:`memcon.archive.saved.save`."""
        with told(str(self.path)), transaction(self._connection):
            return saved.save(self._connection, name, query, person)

    def forget_search(self, name: str) -> None:
        """Keep the search of that name no longer."""
        with told(str(self.path)), transaction(self._connection):
            saved.forget(self._connection, name)

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that are kept, by name."""
        with told(str(self.path)):
            return saved.saved(self._connection)

    def saved_query(self, name: str) -> str:
        """The query that is kept under a name; raises UnknownId where none is."""
        with told(str(self.path)):
            return saved.query_of(self._connection, name)

    def select(self, query: str | None = None) -> Iterator[Selected]:
        """The reports of which a query finds something, with their records; see :mod:`memcon.archive.selecting`."""
        with told(str(self.path)):
            # Whoever goes through all of a large file, mapped, fills the memory with it.
            self._connection.execute("PRAGMA mmap_size = 0")
            return self._told(select(self._connection, query))

    def selected(self, id: str) -> Selected:
        """One report, ``d12`` or what is in it, with its record and the ids of all that is in it.

        Raises:
            UnknownId: nothing has that id.
        """
        with told(str(self.path)):
            return whole(self._connection, document_of(self._connection, id))

    def _told(self, reports: Iterator[Selected]) -> Iterator[Selected]:
        with told(str(self.path)):
            yield from reports

    def log(
        self,
        one: str,
        other: str | None,
        *,
        since: str | None = None,
        until: str | None = None,
        channels: Sequence[str] = (),
        limit: int | None = None,
    ) -> list[Contact]:
        """The contacts of two sides, or of one with anybody; see :func:`memcon.archive.contacts.contact_log`."""
        with told(str(self.path)):
            return contact_log(self._connection, one, other, since=since, until=until, channels=channels, limit=limit)

    def record(self, id: str, version: int | None = None) -> Record:
        """The record of ``d12`` with its corrections, or as an earlier version of the page was read."""
        with told(str(self.path)):
            number = document_of(self._connection, id)
            if version is not None:
                return store.stored(self._connection, number, version)
            return store.corrected(self._connection, number).record

    def report(self, id: str, version: int | None = None) -> Report:
        """A report with the short ids of what is in it, what people decided, and its sentences."""
        with told(str(self.path)):
            return report(self._connection, document_of(self._connection, id), version)

    def report_of(self, id: str) -> str:
        """The report, as ``d12``, of whatever has this short id.

        Raises:
            UnknownId: nothing has.
        """
        with told(str(self.path)):
            return f"d{document_of(self._connection, id)}"

    def disagreements(self, id: str) -> list[Disagreement]:
        """Where the facts of ``d12`` differ from those of other reports."""
        with told(str(self.path)):
            return list(disagreements(self._connection, document_of(self._connection, id)))

    # ---- stories

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        at_least: int = 1,
        limit: int | None = None,
        assign: bool = True,
        tell: Callable[[int], None] = lambda waiting: None,
    ) -> list[Story]:
        """The stories with at least so many reports, the latest first; new reports are put into stories before.

        Args:
            since: stories with a report on or after this day, ISO.
            until: stories with a report on or before it.
            at_least: reports of a story.
            limit: at most so many.
            assign: whether new reports are put into stories.
            tell: is told how many reports still wait to be put into a story.
        """
        with told(str(self.path)):
            if assign and self.is_writable:
                stories.assign(self._connection, lambda: transaction(self._connection), tell)
            return stories.listed(self._connection, since=since, until=until, at_least=at_least, limit=limit)

    def waiting_for_story(self) -> int:
        """How many reports are in no story yet."""
        with told(str(self.path)):
            return stories.pending(self._connection)

    def story(self, id: int) -> Story:
        """The story of that number; raises UnknownId where there is none."""
        with told(str(self.path)):
            return stories.story(self._connection, id)

    def apart(self, one: str, other: str, person: str, why: str = "") -> tuple[str, str]:
        """Never put two reports (``d12``, or what is in them) into one story again; returns their ids."""
        with told(str(self.path)), transaction(self._connection):
            pair = sorted(document_of(self._connection, id) for id in (one, other))
            if pair[0] == pair[1]:
                raise CorrectionError(f"{one} and {other} are one report, d{pair[0]}")
            self._connection.execute(
                "INSERT OR REPLACE INTO apart VALUES (?, ?, ?, ?, ?)", (*pair, person, store.now(), why)
            )
            # Both are put into stories anew, and so is whatever was in one with them.
            self._connection.execute(
                "DELETE FROM story_reports WHERE document IN (?, ?) OR copy_of IN (?, ?)", pair * 2
            )
        return f"d{pair[0]}", f"d{pair[1]}"

    # ---- correcting

    def correct(
        self, id: str, verb: str, changes: Mapping[str, str] | None = None, *, person: str, why: str = ""
    ) -> Decision:
        """Accept, reject, edit or undo on an event, statement, fact or actor; see :func:`.deciding.correct`."""
        with told(str(self.path)):
            return deciding.correct(self._connection, id, verb, changes or {}, person, why)

    def add_item(
        self, id: str, kind: str, start: int, end: int, changes: Mapping[str, str], *, person: str, why: str = ""
    ) -> Decision:
        """Add an event, statement or fact on some words of a report; see :func:`memcon.archive.deciding.add`."""
        with told(str(self.path)):
            return deciding.add(self._connection, id, kind, start, end, changes, person, why)

    def history(self, id: str) -> History:
        """What happened to a report, or what was decided on one of its items, since it was added."""
        with told(str(self.path)):
            return deciding.history_of(self._connection, id)

    def corrections(self) -> Iterator[Decision]:
        """Everything that people decided, the oldest first."""
        with told(str(self.path)):
            yield from every(self._connection)

    # ---- keeping

    def remove(self, *ids: str, person: str, why: str = "") -> bool:
        """Remove reports with all that was read from them; see :mod:`memcon.archive.removal`.

        Returns:
            False where another process is reading, so that the words go from the log of changes only later.
        """
        with told(str(self.path)):
            for number in dict.fromkeys(document_of(self._connection, id) for id in ids):
                removal.remove(self._connection, number, person, why)
            return removal.purge(self._connection)

    def reread(
        self, read: Reader, *, ids: Sequence[str] = (), stale: str | None = None, keep: bool = True
    ) -> Iterator[Difference]:
        """Read kept texts again; see :func:`memcon.archive.reread.reread`.

        Args:
            read: gives the record of each document, or why it could not be read.
            ids: only these reports; by default all.
            stale: leave out what was read by this memcon, model and lexicon (as ``versions.made_by`` has it).
            keep: False only says what would be different.
        """
        with told(str(self.path)):
            if ids:
                numbers = [document_of(self._connection, id) for id in ids]
            else:
                rows = self._connection.execute(
                    "SELECT documents.id FROM documents JOIN versions ON versions.id = documents.current"
                    " WHERE made_by IS NOT ? ORDER BY documents.id",
                    (stale,),
                )
                numbers = [row[0] for row in rows]
            yield from reread(self._connection, read, numbers, keep=keep)

    def backup(self, path: str | Path) -> Path:
        """Copy the archive to ``path``, also while others write to it.

        Raises:
            NotWritable: the copy cannot be made, or there is a file of that name already.
        """
        target = Path(path)
        if target.exists():
            raise NotWritable(f"{target}: is there already; name another file")
        with told(str(target)):
            copy(self._connection, target)
        return target

    def index_anew(self) -> None:
        """Make the search index again from the texts."""
        with told(str(self.path)), transaction(self._connection):
            self._connection.execute("INSERT INTO entries_index (entries_index) VALUES ('rebuild')")

    @property
    def is_writable(self) -> bool:
        """Whether something can be written to the file."""
        return not self._connection.execute("PRAGMA query_only").fetchone()[0] and os.access(self.path, os.W_OK)

    def summary(self) -> dict[str, Any]:
        """What the archive holds, in words that people use, and what read it."""
        tables = {
            "reports": "documents", "versions": "versions", "events": "events", "statements": "statements",
            "facts": "facts", "parties": "parties", "stories": "stories", "corrections": "corrections",
            "removed reports": "removals",
        }  # fmt: skip
        with told(str(self.path)):
            ask = self._connection.execute
            found: dict[str, Any] = {"bytes": self.path.stat().st_size}
            found |= {name: ask(f"SELECT count(*) FROM {table}").fetchone()[0] for name, table in tables.items()}
            current = "FROM documents JOIN versions ON versions.id = documents.current"
            first, last = ask(f"SELECT min(published_start), max(published_start) {current}").fetchone()
            found |= {"first report": first, "last report": last}
            found["read by"] = dict(tuple(r) for r in ask(f"SELECT made_by, count(*) {current} GROUP BY made_by"))
        return found

    def labelled(self) -> Iterator[dict[str, Any]]:
        """The events that people decided on as labelled data; see :mod:`memcon.archive.labelled`."""
        with told(str(self.path)):
            yield from labelled(self._connection)

    def verify(self) -> Iterator[Fault | None]:
        """Check everything; see :func:`memcon.archive.verify.verify`."""
        with told(str(self.path)):
            yield from verify(self._connection)


def key_of(document: Document) -> str:
    """What tells that two texts are versions of one page: the address, else the id."""
    return document.url or document.id
