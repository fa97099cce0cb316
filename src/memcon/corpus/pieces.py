"""The documents of a task, read from its slice of a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO, cast

from memcon.corpus.plan import Task
from memcon.record import Document
from memcon.sources import SourceError, Unreadable, documents
from memcon.sources.fields import row_id
from memcon.sources.intake import Intake
from memcon.sources.json_lines import read_json_lines
from memcon.sources.json_row import document_by
from memcon.sources.warc import read_warc

_FIELDS = ("id", "title", "text", "published", "byline", "outlet", "url")


def documents_of(task: Task, published: str | None) -> Iterator[Document | SourceError]:
    """The documents of a task, in order; a SourceError in the place of each that cannot be read.

    Args:
        task: a piece of the input.
        published: the day of publication for documents that give none.
    """
    if task.kind == "files":
        yield from documents(task.paths, published=published)
        return
    (path,) = task.paths
    try:
        if task.kind == "rows":
            yield from _rows(task, published)
            return
        with open(path, "rb") as stream:
            intake = Intake(cast(BinaryIO, Slice(stream, task.first, task.last)), path, published)
            if task.kind == "warc":
                yield from read_warc(intake)
                return
            for item in read_json_lines(intake, task.line):
                # A slice of blank lines is no empty file.
                if not (isinstance(item, SourceError) and item.id == path and task.last):
                    yield item
    except (OSError, Unreadable) as problem:
        yield SourceError(path, path, str(problem))


def _rows(task: Task, published: str | None) -> Iterator[Document | SourceError]:
    import pyarrow.parquet

    (path,) = task.paths
    table = pyarrow.parquet.ParquetFile(path)
    columns = [name for name in _FIELDS if name in table.schema_arrow.names]
    if "text" not in columns:
        yield SourceError(path, path, "has no column named text")
        return
    at = 0
    for batch in table.iter_batches(batch_size=1024, columns=columns):
        if at + batch.num_rows > task.first and at < task.last:
            for number, row in enumerate(batch.to_pylist(), at):
                if task.first <= number < task.last:
                    yield _of_row(row, path, number + 1, published)
        at += batch.num_rows
        if at >= task.last:
            return


def _of_row(row: dict[str, object], path: str, number: int, published: str | None) -> Document | SourceError:
    value = {k: v.isoformat() if isinstance(v, (date, datetime)) else v for k, v in row.items() if v is not None}
    id = row_id(value, f"{path}:{number}")
    try:
        return document_by(value, id, "application/parquet", published)
    except Unreadable as problem:
        return SourceError(id, f"{path}, row {number}", str(problem))


class Slice(io.RawIOBase):
    """Bytes ``first``..``last`` of a stream as a stream of its own."""

    def __init__(self, stream: BinaryIO, first: int, last: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = last - first
        stream.seek(first)

    def readable(self) -> bool:
        """True: that is all it is for."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills ``buffer`` as far as the slice reaches."""
        raw = self._stream.read(min(len(buffer), self._left))
        buffer[: len(raw)] = raw
        self._left -= len(raw)
        return len(raw)
