"""The long tables as CSV: UTF-8, a heading, ISO dates, codes as text, blank where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.archive import Selected
from memcon.exports.columns import COLUMNS, dictionary, rows, texts
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import harmless
from memcon.exports.spreadsheets import MARK, csv_lines


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A file a table, and the data dictionary."""
    for table, columns in COLUMNS.items():
        yield f"{table}.csv", _lines([list(columns)], MARK)
    words = list(dictionary())
    yield "dictionary.csv", _lines([list(words[0]), *(list(word.values()) for word in words)], MARK)
    for report in reports:
        found: dict[str, list[list[str]]] = {}
        for table, row in rows(report):
            found.setdefault(table, []).append([_cell(row[name], kind) for name, kind in COLUMNS[table].items()])
        for table, lines in found.items():
            job.wrote[table] += len(lines)
            yield f"{table}.csv", _lines(lines)


def _cell(value: object, kind: str) -> str:
    if value is None:
        return ""
    if kind == "bool":
        return "true" if value else "false"
    if isinstance(value, list):
        value = texts(value) if any(value) else ""
    return str(harmless(value) if kind in ("text", "texts") else value)


def _lines(lines: Iterable[Iterable[str]], mark: str = "") -> bytes:
    return (mark + csv_lines(lines)).encode("utf-8", "replace")
