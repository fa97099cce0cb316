"""The short ids that people type: d12 a report, e12 an event, s12 a statement, f12 a fact, a12 an actor."""

from __future__ import annotations

import re
import sqlite3

from memcon.archive.errors import UnknownId

_KINDS = {"e": "event", "s": "statement", "f": "fact"}


def item_of(connection: sqlite3.Connection, id: str) -> tuple[str, int, int, str]:
    """(kind, number, document, id in the record) of an event, statement, fact or actor named ``e12``, ``a12``.

    Raises:
        UnknownId: nothing has that id.
    """
    match = re.fullmatch(r"([esfa])(\d{1,15})", id.strip().lower())
    if match and match[1] == "a":
        row = connection.execute(
            "SELECT 'actor', actors.id, document, local FROM actors JOIN versions ON versions.id = version"
            " WHERE actors.id = ?",
            (int(match[2]),),
        ).fetchone()
    elif match:
        row = connection.execute(
            "SELECT kind, entries.id, document, local FROM entries JOIN versions ON versions.id = version"
            " WHERE entries.id = ? AND kind = ?",
            (int(match[2]), _KINDS[match[1]]),
        ).fetchone()
    else:
        row = None
    if row is None:
        raise UnknownId(f"nothing in the archive has the id {id!r}; ids look like e12, s12, f12 or a12")
    return row[0], row[1], row[2], row[3]


def document_of(connection: sqlite3.Connection, id: str) -> int:
    """The number of the report named ``d12``, or of the one that ``e12`` and the like are in.

    Raises:
        UnknownId: there is none; says so where it was removed.
    """
    match = re.fullmatch(r"d(\d{1,15})", id.strip().lower())
    if match is None:
        if re.fullmatch(r"[esfa]\d{1,15}", id.strip().lower()):
            return item_of(connection, id)[2]
        raise UnknownId(f"{id!r} is no id; a report is named like d12")
    number = int(match[1])
    if not connection.execute("SELECT 1 FROM documents WHERE id = ?", (number,)).fetchone():
        gone = connection.execute("SELECT moment, person FROM removals WHERE document = ?", (number,)).fetchone()
        raise UnknownId(f"{id} was removed on {gone[0][:10]} by {gone[1]}" if gone else f"there is no report {id}")
    return number
