"""Questions to the index: a parsed query becomes one FTS5 expression, its answers the newest first."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from memcon.archive.errors import QueryError, UnknownParty
from memcon.archive.hints import hints as meanings
from memcon.archive.hits import HIGHLIGHT, Hit, hits
from memcon.archive.parties import keys_for, slug, token
from memcon.archive.query import PARTIES, And, Field, Node, Not, Or, Query, Words, parse
from memcon.archive.rows import A_DAY, LONGEST

_COLUMNS = {"about": "topics", "place": "location", "outlet": "outlet"}
_EVERYTHING = "facets : (" + " OR ".join(
    f'"kind_{kind}_0"' for kind in ("event", "statement", "fact", "sentence", "headline")
) + ")"  # fmt: skip


def search(
    connection: sqlite3.Connection, text: str, *, limit: int | None = 20, oldest_first: bool = False
) -> list[Hit]:
    """What a query finds, the newest first unless ``oldest_first``; what has no day comes last.

    Raises:
        QueryError: the query does not parse.
    """
    query = parse(text)
    return hits_at(connection, query, found(connection, query, limit=limit, oldest_first=oldest_first))


def how_many(connection: sqlite3.Connection, query: Query) -> int:
    """How many entries a query finds."""
    where, values = matching(connection, query)
    if query.node is not None and not (query.since or query.until):
        where, values = "entries_index MATCH ?", [expression(connection, query)]
        return int(connection.execute(f"SELECT count(*) FROM entries_index WHERE {where}", values).fetchone()[0])
    return int(connection.execute(f"SELECT count(*) FROM entries WHERE {where}", values).fetchone()[0])


def found(connection: sqlite3.Connection, query: Query, *, limit: int | None, oldest_first: bool = False) -> list[int]:
    """The places of the entries that a query finds, in the order of :func:`search`.

    A query that asks for nothing finds every event, statement and fact.
    """
    order = "ASC" if oldest_first else "DESC"
    low, high = place_bounds(query.since, query.until, dated=oldest_first)
    days = (query.since or "", query.until or "9999")
    filtered = "" if not (query.since or query.until) else " AND last_day >= ? AND first_day <= ?"
    values: list[Any] = [low, high, *(days if filtered else ()), -1 if limit is None else limit]
    if query.node is None:
        rows = connection.execute(
            f"SELECT place FROM entries WHERE kind IN ('event', 'statement', 'fact') AND place BETWEEN ? AND ?"
            f"{filtered} ORDER BY place {order} LIMIT ?",
            values,
        )
    else:
        joined = "JOIN entries ON entries.place = entries_index.rowid" if filtered else ""
        rows = connection.execute(
            f"SELECT entries_index.rowid FROM entries_index {joined}"
            f" WHERE entries_index MATCH ? AND entries_index.rowid BETWEEN ? AND ?{filtered}"
            f" ORDER BY entries_index.rowid {order} LIMIT ?",
            [expression(connection, query), *values],
        )
    places = [row[0] for row in rows]
    if oldest_first and not (query.since or query.until) and (limit is None or len(places) < limit):
        # What has no day lies first in the index, and is last in every answer.
        rest = None if limit is None else limit - len(places)
        places += _undated(connection, query, rest)
    return places


def matching(connection: sqlite3.Connection, query: Query) -> tuple[str, list[Any]]:
    """The condition on ``entries``, with its values, that whatever a query finds fulfils.

    Raises:
        QueryError: the query names somebody whom nobody knows.
    """
    low, high = place_bounds(query.since, query.until, dated=False)
    where, values = "entries.place BETWEEN ? AND ?", list[Any]([low, high])
    if query.since or query.until:
        where += " AND last_day >= ? AND first_day <= ?"
        values += [query.since or "", query.until or "9999"]
    if query.node is not None:
        where += " AND entries.place IN (SELECT rowid FROM entries_index WHERE entries_index MATCH ?)"
        values.append(expression(connection, query))
    else:
        where += " AND entries.kind IN ('event', 'statement', 'fact')"
    return where, values


def _undated(connection: sqlite3.Connection, query: Query, limit: int | None) -> list[int]:
    if query.node is None:
        asked = "SELECT place FROM entries WHERE kind IN ('event', 'statement', 'fact') AND place < ?"
        rows = connection.execute(f"{asked} ORDER BY place LIMIT ?", (A_DAY, -1 if limit is None else limit))
    else:
        rows = connection.execute(
            "SELECT rowid FROM entries_index WHERE entries_index MATCH ? AND rowid < ? ORDER BY rowid LIMIT ?",
            (expression(connection, query), A_DAY, -1 if limit is None else limit),
        )
    return [row[0] for row in rows]


def hits_at(connection: sqlite3.Connection, query: Query, places: Sequence[int]) -> list[Hit]:
    """The answers at these places, with the words of the query marked in them."""
    marked: dict[int, str] = {}
    if query.node is not None and _has_words(query.node):
        asked = expression(connection, query)
        marks = f"SELECT {HIGHLIGHT} FROM entries_index WHERE entries_index MATCH ? AND rowid = ?"
        marked = {place: connection.execute(marks, (asked, place)).fetchone()[0] for place in places}
    return hits(connection, places, marked)


def _has_words(node: Node) -> bool:
    if isinstance(node, (And, Or)):
        return any(map(_has_words, node.nodes))
    return isinstance(node, Words)


def place_bounds(since: str | None, until: str | None, *, dated: bool) -> tuple[int, int]:
    """The places between which the entries of an interval of days lie."""
    low = A_DAY if dated or since or until else 0
    if since:
        low = max(A_DAY, (date.fromisoformat(since).toordinal() - LONGEST) * A_DAY)
    high = (date.fromisoformat(until).toordinal() + 1) * A_DAY - 1 if until else 1 << 62
    return low, high


# ---- a tree as an FTS5 expression


def expression(connection: sqlite3.Connection, query: Query) -> str:
    """The FTS5 expression of a query that has a tree."""
    assert query.node is not None
    return _Compiler(connection, query.text).of(query.node)


class _Compiler:
    def __init__(self, connection: sqlite3.Connection, text: str) -> None:
        self.connection = connection
        self.text = text

    def of(self, node: Node) -> str:
        if isinstance(node, Words):
            return f"{{text topics location}} : {_quoted(node.text)}{'*' if node.begins else ''}"
        if isinstance(node, Field):
            return self.field(node)
        if isinstance(node, Not):
            return f"({_EVERYTHING} NOT {self.of(node.node)})"
        if isinstance(node, Or):
            return "(" + " OR ".join(map(self.of, node.nodes)) + ")"
        wanted = [self.of(one) for one in node.nodes if not isinstance(one, Not)]
        unwanted = [self.of(one.node) for one in node.nodes if isinstance(one, Not)]
        whole = " AND ".join(wanted) or _EVERYTHING
        for one in unwanted:
            whole = f"({whole}) NOT {one}"
        return f"({whole})"

    def field(self, field: Field) -> str:
        if column := _COLUMNS.get(field.name):
            return f"{column} : (" + " OR ".join(map(_quoted, field.values)) + ")"
        if role := PARTIES.get(field.name):
            return one_of(token(role, key) for value in field.values for key in self.keys(value, field))
        return one_of(f"{field.name}_{slug(value)}_0" for value in field.values)

    def keys(self, value: str, field: Field) -> tuple[str, ...]:
        try:
            return keys_for(self.connection, value)
        except UnknownParty as problem:
            written = re.compile(re.escape(value).replace(r"\ ", "[ _]")).search(self.text, field.start)
            start = written.start() if written else field.start
            meant = next(meanings(self.text[field.start :]), None)
            said = f"{problem}; did you mean {meant}?" if meant else str(problem)
            raise QueryError(self.text, start, start + len(value), said) from None


def one_of(tokens: Any) -> str:
    """The expression that any of these facets fulfils."""
    return "facets : (" + " OR ".join(f'"{one}"' for one in dict.fromkeys(tokens)) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
