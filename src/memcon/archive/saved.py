"""Searches kept under a name, to be asked again and to be alerted by."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

from memcon.archive.errors import UnknownId
from memcon.archive.query import parse
from memcon.archive.store import now

#: Characters of a name, so that lists stay readable.
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name.

    Attributes:
        name: what it is called.
        query: as `memcon search` takes it.
        person: who saved it, and at which ``moment`` (ISO, UTC).
    """

    name: str
    query: str
    person: str
    moment: str

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


def save(connection: sqlite3.Connection, name: str, query: str, person: str) -> SavedSearch:
    """Keep a search; one of the same name is replaced.

    Raises:
        QueryError: the query does not parse.
        ValueError: the name is blank or too long.
    """
    name = " ".join(name.split())
    if not name:
        raise ValueError("a saved search wants a name")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the name of a saved search has at most {LONGEST_NAME} characters")
    parse(query)
    kept = SavedSearch(name, " ".join(query.split()), person, now())
    connection.execute(
        "INSERT OR REPLACE INTO saved_searches VALUES (?, ?, ?, ?)", (kept.name, kept.query, kept.person, kept.moment)
    )
    return kept


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Keep a search no longer.

    Raises:
        UnknownId: there is none of that name.
    """
    query_of(connection, name)
    connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))


def saved(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All of them, by name."""
    rows = connection.execute("SELECT name, query, person, moment FROM saved_searches ORDER BY name COLLATE NOCASE")
    return [SavedSearch(*row) for row in rows]


def query_of(connection: sqlite3.Connection, name: str) -> str:
    """The query saved under a name.

    Raises:
        UnknownId: there is none of that name; says which there are.
    """
    row = connection.execute("SELECT query FROM saved_searches WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return str(row[0])
    names = [one.name for one in saved(connection)]
    near = get_close_matches(name, names, 1, 0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}" if names else "none is saved yet"
    raise UnknownId(f"no search is saved as {name!r}; {hint}")
