"""Questions to the index: a parsed query becomes one FTS5 expression, its answers the newest first."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from memcon.archive.errors import QueryError, UnknownParty
from memcon.archive.hints import hints
from memcon.archive.parties import keys_for, slug, token
from memcon.archive.query import PARTIES, Field, Node, Not, Or, Query, Words, parse
from memcon.archive.rows import A_DAY, LONGEST

_COLUMNS = {"about": "topics", "place": "location", "outlet": "outlet"}
_EVERYTHING = "facets : (" + " OR ".join(
    f'"kind_{kind}_0"' for kind in ("event", "statement", "fact", "sentence", "headline")
) + ")"  # fmt: skip
_OPEN, _CLOSE = "\x02", "\x03"
_HIGHLIGHT = f"highlight(entries_index, 0, '{_OPEN}', '{_CLOSE}')"

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer.

    Attributes:
        id: ``e12`` an event, ``s12`` a statement, ``f12`` a fact; ``d12`` the report, for a sentence or headline.
        kind: event, statement, fact, sentence, headline.
        day: the first day, with ``until`` the last, and ``basis``, how they are known.
        who: the source of an event, the speaker, the subject.
        what: the type of an event, the cue of a statement, the relation of a fact.
        whom: the target, the addressee, the object.
        status: of an event or fact.
        verdict: of a fact.
        place: where it took place.
        topics: of an event.
        text: the sentence, or the headline.
        passage: where in ``text`` the passage stands that was read.
        words: where in ``text`` the words stand that were asked for.
        report: ``d12``.
        title: of the report, with ``outlet``, ``published`` and ``name``, the id it came with.
        start: where the passage stands in the report, in code points, with ``end``.
        standing: read, accepted, edited.
    """

    id: str
    kind: str
    day: str | None
    until: str | None
    basis: str | None
    who: tuple[str, ...]
    what: str | None
    whom: tuple[str, ...]
    status: str | None
    verdict: str | None
    place: str | None
    topics: tuple[str, ...]
    text: str
    passage: Mark | None
    words: tuple[Mark, ...]
    report: str
    title: str | None
    outlet: str | None
    published: str | None
    name: str
    start: int
    end: int
    standing: str

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


def search(
    connection: sqlite3.Connection, text: str, *, limit: int | None = 20, oldest_first: bool = False
) -> list[Hit]:
    """What a query finds, the newest first unless ``oldest_first``; what has no day comes last.

    Raises:
        QueryError: the query does not parse.
    """
    query = parse(text)
    return hits_at(connection, query, found(connection, query, limit=limit, oldest_first=oldest_first))


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


def hits_at(connection: sqlite3.Connection, query: Query, places: list[int]) -> list[Hit]:
    """The answers at these places, with the words of the query marked in them."""
    if query.node is None:
        return [_hit(connection, place, "") for place in places]
    asked = expression(connection, query)
    marks = f"SELECT {_HIGHLIGHT} FROM entries_index WHERE entries_index MATCH ? AND rowid = ?"
    return [_hit(connection, place, connection.execute(marks, (asked, place)).fetchone()[0]) for place in places]


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
            meant = next(hints(self.text[field.start :]), None)
            said = f"{problem}; did you mean {meant}?" if meant else str(problem)
            raise QueryError(self.text, start, start + len(value), said) from None


def one_of(tokens: Any) -> str:
    """The expression that any of these facets fulfils."""
    return "facets : (" + " OR ".join(f'"{one}"' for one in dict.fromkeys(tokens)) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


# ---- answers


_ENTRY = """
SELECT entries.id, entries.kind, entries.first_day, entries.last_day, entries.basis, entries.topics, entries.location,
    entries.start, entries.end, entries.standing, coalesce(sentences.text, versions.title, '') AS text,
    sentences.start AS sentence_start, versions.document, versions.title, versions.outlet, versions.published_start,
    documents.name
FROM entries
JOIN versions ON versions.id = entries.version
JOIN documents ON documents.id = versions.document
LEFT JOIN sentences ON sentences.id = entries.sentence
WHERE entries.place = ?
"""


def _hit(connection: sqlite3.Connection, place: int, marked: str) -> Hit:
    row = connection.execute(_ENTRY, (place,)).fetchone()
    who, what, whom, status, verdict = _reading(connection, row["kind"], row["id"])
    text, passage = row["text"], None
    if row["sentence_start"] is not None and row["kind"] in ("event", "statement", "fact"):
        start = max(0, row["start"] - row["sentence_start"])
        end = min(len(text), row["end"] - row["sentence_start"])
        passage = (start, end) if start < end else None
    letter = row["kind"][0] if row["kind"] in ("event", "statement", "fact") else None
    return Hit(
        id=f"{letter}{row['id']}" if letter else f"d{row['document']}",
        kind=row["kind"],
        day=row["first_day"],
        until=row["last_day"],
        basis=row["basis"],
        who=who,
        what=what,
        whom=whom,
        status=status,
        verdict=verdict,
        place=row["location"] or None,
        topics=tuple(row["topics"].split("; ")) if row["kind"] == "event" and row["topics"] else (),
        text=text,
        passage=passage,
        words=_marks(text, marked),
        report=f"d{row['document']}",
        title=row["title"],
        outlet=row["outlet"],
        published=row["published_start"],
        name=row["name"],
        start=row["start"],
        end=row["end"],
        standing=row["standing"],
    )


def _marks(text: str, marked: str) -> tuple[Mark, ...]:
    pieces = marked.split(_OPEN)
    at, found = len(pieces[0]), []
    for piece in pieces[1:]:
        word, closed, rest = piece.partition(_CLOSE)
        if not closed:
            return ()
        found.append((at, at + len(word)))
        at += len(word) + len(rest)
    return tuple(found) if at == len(text) else ()


def _reading(
    connection: sqlite3.Connection, kind: str, id: int
) -> tuple[tuple[str, ...], str | None, tuple[str, ...], str | None, str | None]:
    if kind == "event":
        row = connection.execute("SELECT type, status FROM events WHERE id = ?", (id,)).fetchone()
        return _names(connection, id, "source"), row[0], _names(connection, id, "target"), row[1], None
    if kind == "statement":
        row = connection.execute(
            "SELECT coalesce(a.name, speaker_text), cue, b.name FROM statements LEFT JOIN actors AS a ON a.id = speaker"
            " LEFT JOIN actors AS b ON b.id = addressee WHERE statements.id = ?",
            (id,),
        ).fetchone()
        return _some(row[0]), row[1] or "said", _some(row[2]), None, None
    if kind == "fact":
        row = connection.execute(
            "SELECT a.name, relation, coalesce(b.name, value), facts.status, verdict, negated FROM facts"
            " JOIN actors AS a ON a.id = subject LEFT JOIN actors AS b ON b.id = object WHERE facts.id = ?",
            (id,),
        ).fetchone()
        return _some(row[0]), ("not " if row[5] else "") + row[1], _some(row[2]), row[3], row[4]
    return (), None, (), None, None


def _names(connection: sqlite3.Connection, event: int, role: str) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT name FROM event_parties JOIN actors ON actors.id = actor WHERE event = ? AND role = ? ORDER BY actor",
        (event, role),
    )
    return tuple(row[0] for row in rows)


def _some(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()
