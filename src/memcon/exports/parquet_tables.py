"""The long tables as Parquet, a row group after every few thousand rows, so that nothing piles up in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from memcon.archive import Selected
from memcon.corpus.tables import Row
from memcon.exports.columns import COLUMNS, MEANING, dictionary, rows
from memcon.exports.exporter import ExportError, Job, Piece
from memcon.exports.places import Drain

if TYPE_CHECKING:
    import pyarrow

_GROUP = 5_000
_DICTIONARY = {"table": "text", "column": "text", "kind": "text", "cells": "text", "meaning": "text"}


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A file a table, and the data dictionary.

    Raises:
        ExportError: pyarrow is not installed.
    """
    try:
        import pyarrow.parquet
    except ImportError:
        raise ExportError("Parquet needs pyarrow; install it with: pip install 'memcon[tables]'") from None
    return _made(reports, job, pyarrow)


def _made(reports: Iterable[Selected], job: Job, arrow: Any) -> Iterator[Piece]:
    tables = {name: _Table(arrow, name, columns) for name, columns in COLUMNS.items()}
    for report in reports:
        for name, row in rows(report):
            job.wrote[name] += 1
            yield from tables[name].add(row)
    for table in tables.values():
        yield from table.end()
    words = _Table(arrow, "dictionary", _DICTIONARY)
    for word in dictionary():
        yield from words.add(word)
    yield from words.end()


class _Table:
    """One file: rows go in, and its bytes come out a row group at a time."""

    def __init__(self, arrow: Any, name: str, columns: Any) -> None:
        self.file, self.arrow = f"{name}.parquet", arrow
        types = {
            "text": arrow.string(), "texts": arrow.list_(arrow.string()), "int": arrow.int64(),
            "float": arrow.float64(), "bool": arrow.bool_(),
        }  # fmt: skip
        fields = []
        for column, kind in columns.items():
            meaning = MEANING.get(f"{name}.{column}") or MEANING.get(column, "")
            fields.append(arrow.field(column, types[kind], metadata={"description": meaning}))
        self.schema: pyarrow.Schema = arrow.schema(fields)
        self.drain = Drain()
        self.writer = arrow.parquet.ParquetWriter(
            arrow.PythonFile(self.drain, mode="w"), self.schema, compression="zstd"
        )
        self.waiting: list[Row] = []

    def add(self, row: Row) -> Iterator[Piece]:
        """The bytes that are ready after one more row."""
        self.waiting.append(row)
        if len(self.waiting) >= _GROUP:
            yield from self._group()

    def end(self) -> Iterator[Piece]:
        """The last bytes."""
        if self.waiting:
            yield from self._group()
        self.writer.close()
        yield self.file, self.drain.taken()

    def _group(self) -> Iterator[Piece]:
        self.writer.write_table(self.arrow.Table.from_pylist(self.waiting, schema=self.schema))
        self.waiting.clear()
        yield self.file, self.drain.taken()
