"""What can go wrong with an archive, each in one line that says what to do.

ArchiveError
├── NotAnArchive      the file is something else, damaged, or made by a newer memcon
├── NotWritable       the file, its folder or its disk takes no more
├── Busy              another process holds the file
├── UnknownId         nothing has that id
├── UnknownParty      nobody has that name
├── CorrectionError   a correction that cannot be made
└── QueryError        a query that does not parse; says where and what it could have been
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class ArchiveError(Exception):
    """The root of what an archive raises."""


class NotAnArchive(ArchiveError):
    """The file is something else, is damaged, or was made by a newer memcon."""


class NotWritable(ArchiveError):
    """The file is read-only, its folder is, or the disk is full."""


class Busy(ArchiveError):
    """Another process holds the file."""


class UnknownId(ArchiveError):
    """Nothing in the archive has that id."""


class UnknownParty(ArchiveError):
    """A name that neither the tables nor the archive know."""

    def __init__(self, name: str, near: str | None) -> None:
        super().__init__(f"nobody is called {name!r}" + (f"; did you mean {near!r}?" if near else ""))


class CorrectionError(ArchiveError):
    """A correction that cannot be made."""


class QueryError(ArchiveError):
    """A query that does not parse.

    Attributes:
        query: the query as it was given.
        start: where it goes wrong, in characters from its beginning.
        end: where that ends.
        problem: what is wrong and what it could have been.
    """

    def __init__(self, query: str, start: int, end: int, problem: str) -> None:
        super().__init__(f"the query goes wrong at character {start + 1}: {problem}")
        self.query, self.start, self.end, self.problem = query, start, max(end, start + 1), problem

    @property
    def pointed(self) -> str:
        """The query with carets under what is wrong, two lines."""
        line = "".join(ch if ch.isprintable() else " " for ch in self.query)
        return f"{line}\n{' ' * self.start}{'^' * (self.end - self.start)}"


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what SQLite raises about the file ``path`` into one of the errors above."""
    try:
        yield
    except (sqlite3.Error, OSError) as problem:
        raise _in_words(path, problem) from problem


def _in_words(path: str, problem: Exception) -> ArchiveError:
    name = getattr(problem, "sqlite_errorname", "") or ""
    said = str(problem)
    if name.startswith("SQLITE_FULL"):
        return NotWritable(f"{path}: the disk is full; nothing of the last report was kept, make room and add it again")
    if name.startswith("SQLITE_READONLY") or isinstance(problem, PermissionError):
        return NotWritable(f"{path}: is read-only; change its permissions or name another archive with --archive")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(f"{path}: another process is using the archive; try again when it has finished")
    if name.startswith("SQLITE_NOTADB"):
        return NotAnArchive(f"{path}: is not an archive of memcon")
    if name.startswith("SQLITE_CORRUPT"):
        return NotAnArchive(f"{path}: is damaged ({said}); go back to a backup (see memcon archive verify)")
    if name.startswith("SQLITE_CANTOPEN"):
        return NotWritable(f"{path}: cannot be opened; the folder is missing or may not be written to")
    if name.startswith("SQLITE_IOERR"):
        return NotWritable(f"{path}: cannot be written ({said}); the disk is full or failing")
    return ArchiveError(f"{path}: {said}")
