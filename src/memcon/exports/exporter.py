"""What an exporter is: a name, the files it makes, and the function that makes them.

An exporter turns reports of the archive into pieces of files, one report after the other, so that an archive of any
size can be handed on in constant memory.  Where the pieces go is no concern of the exporter's.
"""

from __future__ import annotations

import importlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from memcon.archive import Archive, Selected
from memcon.exports.places import ExportError, file_of, place_of, zipped
from memcon.record import Event


class _Empty(Exception):
    """Nothing was found that the format takes."""


#: A piece of a file: its name, one of :attr:`Exporter.files`, and bytes to add to it.
Piece = tuple[str, bytes]
Make = Callable[[Iterable[Selected], "Job"], Iterator[Piece]]

#: Acts that did not take place, though it took place that they were announced, offered or asked for.
ANNOUNCED = ("planned", "offered", "requested")


@dataclass(slots=True)
class Job:
    """One call of an exporter: what it may take, and what became of it.

    Attributes:
        also: status, among :data:`ANNOUNCED`, of events that a format without a column for the status takes besides
            ``happened``.
        wrote: how many there are of what was written, by what it is (“events”).
        left_out: how many were not written, by the reason.
    """

    also: frozenset[str] = frozenset()
    wrote: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def takes(self, event: Event) -> bool:
        """Whether a format that has no column for the status may have this event; if not, it is counted."""
        if event.background:
            self.left_out["told in passing about another time"] += 1
        elif event.status != "happened" and event.status not in self.also:
            self.left_out[event.status] += 1
        else:
            return True
        return False


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format of export.

    Attributes:
        name: what it is called on the command line.
        about: what it is, in one line.
        files: the files it makes, each with its media type.  Several go into a folder, or into one zip.
        make: the generator function that makes the pieces, or its place (``package.module:function``), imported when
            it is first used.
        takes_all: whether the format can tell what happened from what was planned, denied or told in passing; where
            it cannot, its function asks :meth:`Job.takes`.
    """

    name: str
    about: str
    files: Mapping[str, str]
    make: Make | str
    takes_all: bool = True

    @property
    def suffix(self) -> str:
        """The ending of the file it makes, with its dot: that of its one file, or ``.zip``."""
        return Path(next(iter(self.files))).suffix if len(self.files) == 1 else ".zip"

    @property
    def media_type(self) -> str:
        """The media type of the file it makes."""
        return next(iter(self.files.values())) if len(self.files) == 1 else "application/zip"

    def pieces(self, reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
        """The pieces of its files for these reports.

        Raises:
            ExportError: a part that the format needs is not installed; what to install.
        """
        if isinstance(self.make, str):
            module, _, name = self.make.partition(":")
            make: Make = getattr(importlib.import_module(module), name)
        else:
            make = self.make
        return make(reports, job)

    def stream(
        self, archive: Archive, query: str | None = None, *, only: str | None = None, job: Job | None = None
    ) -> Iterator[bytes]:
        """The export as bytes that can be sent on as they come.

        Args:
            archive: where the reports are; a connection of its own, as long as the bytes are taken from the stream.
            query: as ``memcon search`` takes it; by default everything.
            only: one of several files, by its name with or without the ending; by default all of them, as one zip.
            job: what may be taken, and the place where it is counted.

        Raises:
            QueryError: the query does not parse.
            ExportError: there is no such file, or a part is not installed.
        """
        wanted = file_of(self.files, only)
        pieces = self.pieces(archive.select(query), job or Job())
        if wanted is not None:
            return (raw for name, raw in pieces if name == wanted)
        return zipped(tuple(self.files), pieces)

    def write(
        self,
        archive: Archive,
        path: str | os.PathLike[str],
        query: str | None = None,
        *,
        only: str | None = None,
        force: bool = False,
        job: Job | None = None,
        progress: Callable[[Iterator[Selected]], Iterator[Selected]] = lambda reports: reports,
    ) -> Job:
        """Write the export to a file, or several files into a folder; whole, or nothing of it.

        A file of lines without a heading that would be empty is not written, and what stood there stays.

        Args:
            archive: where the reports are.
            path: a file; for a format of several files a folder, or a file that ends in ``.zip``.
            query: as ``memcon search`` takes it; by default everything.
            only: one of several files, by its name with or without the ending.
            force: write over what is there.
            job: what may be taken.
            progress: is given the reports as they come and hands them on.

        Returns:
            What was written and left out.

        Raises:
            QueryError: the query does not parse.
            ExportError: there is a file already, the place takes none, or a part is not installed; before work starts.
            OSError: the disk is full.
        """
        job = job or Job()
        wanted = file_of(self.files, only)
        reports = archive.select(query)
        with suppress(_Empty), place_of(Path(path), tuple(self.files), wanted, force=force) as take:
            for name, raw in self.pieces(progress(reports), job):
                take(name, raw)
            if self.suffix == ".jsonl" and not any(job.wrote.values()):
                raise _Empty
        return job


__all__ = ["ANNOUNCED", "ExportError", "Exporter", "Job", "Piece"]
