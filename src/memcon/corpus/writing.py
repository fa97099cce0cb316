"""One task done: its documents read, its rows written, and only then the note that it is done.

A part file is written beside its place and moved there whole; the note comes last.  Whatever a kill leaves behind is
written over by the next try, so that a run that was killed and one that was not hold the same rows.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

from memcon.corpus.many import DIED
from memcon.corpus.pieces import documents_of
from memcon.corpus.plan import Task
from memcon.corpus.pool import Attempt
from memcon.corpus.reader import ReadMany, Settings, guarded, reader
from memcon.corpus.tables import COLUMNS, Row, rows_of, table_of
from memcon.record import Document, Record
from memcon.sources import SourceError

# Documents in memory at once.
_AT_ONCE = 64

#: What a task came to: rows of each table, and the seconds it took.
Counts = dict[str, float]


def worker(output: str, settings: Settings, published: str | None) -> Callable[..., Counts]:
    """The function that does a task in a worker process, its model loaded."""
    read = reader(settings)

    def work(attempt: Attempt[Task], at: Callable[[int], None]) -> Counts:
        return do(attempt, at, read, Path(output), published)

    return work


def do(
    attempt: Attempt[Task], at: Callable[[int], None], read: ReadMany, output: Path, published: str | None
) -> Counts:
    """Reads the documents of a task and writes its parts.

    Raises:
        OSError: the parts cannot be written.
    """
    began = perf_counter()
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for answer in _answers(attempt, at, read, published):
        for table, row in rows_of(answer):
            rows[table].append(row)
    for table, found in rows.items():
        _write_part(output / table / f"part-{attempt.task.number:06}.parquet", table, found)
    counts: Counts = {table: len(found) for table, found in rows.items()}
    counts["seconds"] = round(perf_counter() - began, 3)
    note = output / "done" / f"{attempt.task.number:06}.json"
    write_whole(note, json.dumps(counts).encode())
    return counts


def _answers(
    attempt: Attempt[Task], at: Callable[[int], None], read: ReadMany, published: str | None
) -> Iterator[Record | SourceError]:
    items = documents_of(attempt.task, published)
    if attempt.careful:
        for index, item in enumerate(items):
            if isinstance(item, SourceError):
                yield item
            elif index in attempt.skip:
                yield SourceError(item.id, item.id, DIED)
            else:
                at(index)
                yield from guarded([item], read)
        return
    while batch := list(islice(items, _AT_ONCE)):
        answers = guarded([item for item in batch if isinstance(item, Document)], read)
        for item in batch:
            yield item if isinstance(item, SourceError) else next(answers)


def _write_part(path: Path, table: str, rows: list[Row]) -> None:
    import pyarrow
    import pyarrow.parquet

    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(table_of(table, rows), sink, compression="zstd")
    write_whole(path, sink.getvalue().to_pybytes())


def write_whole(path: Path, raw: bytes) -> None:
    """The file with these bytes, whole, or as it was before.

    Raises:
        OSError: it cannot be written; nothing is left beside it.
    """
    with whole(path) as stream:
        stream.write(raw)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file at the end of the block, or nothing of it where the block is left early.

    Raises:
        OSError: it cannot be written; raised at once where the folder is missing or takes no files.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(beside, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
