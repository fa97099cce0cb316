"""A file for Datasette: the long tables as SQLite with full-text search, views for people, and ``metadata.json``.

Nothing of the archive's own machinery is in it, so that it can be published.  ``datasette FOLDER`` finds both files.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import memcon
from memcon.archive import Selected
from memcon.exports.columns import COLUMNS, MEANING, rows, texts
from memcon.exports.exporter import Job, Piece

DATABASE = "memcon.db"
_AT_ONCE = 1 << 20
_TOGETHER = 500  # reports in one transaction

_KEYS = {"reports": "document", "events": "event", "statements": "statement", "facts": "fact", "actors": "actor"}
_TYPES = {"text": "TEXT", "texts": "TEXT", "int": "INTEGER", "float": "REAL", "bool": "INTEGER"}
# Table → the columns that can be searched.
_SEARCHED = {
    "reports": ("title", "byline", "outlet"),
    "events": ("source", "target", "topics", "place", "evidence"),
    "statements": ("speaker", "content"),
    "facts": ("subject", "object", "value", "evidence"),
    "actors": ("name", "offices"),
}
_INDEXED = {
    "events": ("document", "type", "date_start", "status"),
    "statements": ("document", "date_start", "speaker"),
    "facts": ("document", "relation", "verdict"),
    "actors": ("document", "name", "country"),
    "reports": ("published_start", "outlet"),
}
_VIEWS = {
    "what_happened": "SELECT event, date_start, source, type, mode, target, place, topics, evidence, events.document,"
    " outlet, title FROM events JOIN reports ON reports.document = events.document"
    " WHERE status = 'happened' AND NOT background AND part_of IS NULL",
    "who_said_what": "SELECT statement, date_start, speaker, cue, content, addressee, occasion, statements.document,"
    " outlet, title FROM statements JOIN reports ON reports.document = statements.document",
    "checked_facts": "SELECT fact, subject, relation, negated, object, value, start, end, verdict, why, evidence,"
    " facts.document, outlet FROM facts JOIN reports ON reports.document = facts.document WHERE verdict IS NOT NULL",
}
_ABOUT = {
    "reports": "One row a report.",
    "events": "One row an event: who did what to whom. Only rows with status happened took place.",
    "statements": "One row a statement: who said what.",
    "facts": "One row a dated fact told in passing, with what the reference tables say of it.",
    "actors": "One row a person, state or body of a report.",
    "what_happened": "Events that took place: no plans, denials, or parts of a meeting.",
    "who_said_what": "Statements with their report.",
    "checked_facts": "Facts with a verdict.",
}
_FACETS = {"events": ["type", "status"], "statements": ["form"], "facts": ["relation", "verdict"], "actors": ["kind"]}


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """The database, built beside and handed on when it is whole, and its description."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, DATABASE)
        with closing(sqlite3.connect(path, isolation_level=None)) as made:
            _fill(made, reports, job)
        with path.open("rb") as stream:
            while raw := stream.read(_AT_ONCE):
                yield DATABASE, raw
    yield "metadata.json", (json.dumps(metadata(), ensure_ascii=False, indent=1) + "\n").encode()


def _fill(made: sqlite3.Connection, reports: Iterable[Selected], job: Job) -> None:
    made.execute("PRAGMA journal_mode = OFF")
    made.execute("PRAGMA synchronous = OFF")
    for table, columns in COLUMNS.items():
        key = _KEYS[table]
        cells = [f'"{name}" {_TYPES[kind]}' + (" PRIMARY KEY" if name == key else "") for name, kind in columns.items()]
        if table != "reports":
            cells.append("FOREIGN KEY (document) REFERENCES reports (document)")
        made.execute(f"CREATE TABLE {table} ({', '.join(cells)})")
    for number, report in enumerate(reports):
        if number % _TOGETHER == 0:
            made.execute("COMMIT" if made.in_transaction else "SELECT 1")
            made.execute("BEGIN")
        for table, row in rows(report):
            values = [_cell(row[name], kind) for name, kind in COLUMNS[table].items()]
            made.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
            job.wrote[table] += 1
    if made.in_transaction:
        made.execute("COMMIT")
    for table, names in _INDEXED.items():
        for name in names:
            made.execute(f"CREATE INDEX {table}_{name} ON {table} ({name})")
    for table, names in _SEARCHED.items():
        # Datasette knows an index by just this spelling.
        listed = ", ".join(names)
        made.execute(f'CREATE VIRTUAL TABLE {table}_fts USING FTS5 ({listed}, content="{table}")')
        made.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
    for view, question in _VIEWS.items():
        made.execute(f"CREATE VIEW {view} AS {question}")


def _cell(value: Any, kind: str) -> Any:
    if isinstance(value, list):
        return texts(value) if any(value) else None
    if kind == "text" and value is not None:
        # SQLite takes no half of a surrogate pair.
        return str(value).encode("utf-8", "replace").decode()
    return value


def metadata() -> dict[str, Any]:
    """What Datasette shows about the tables and their columns."""
    tables: dict[str, dict[str, Any]] = {}
    for table, columns in COLUMNS.items():
        words = {name: MEANING.get(f"{table}.{name}") or MEANING[name] for name in columns}
        tables[table] = {"description": _ABOUT[table], "columns": words}
        if table in _FACETS:
            tables[table]["facets"] = _FACETS[table]
    for view in _VIEWS:
        tables[view] = {"description": _ABOUT[view]}
    return {
        "title": "Record of reports",
        "description": f"Who met, called, accused or supported whom, as memcon {memcon.__version__} read it.",
        "databases": {Path(DATABASE).stem: {"tables": tables}},
    }
