"""Bringing an archive of an older memcon up to this one, with a backup first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from memcon.archive.errors import NotWritable, told

#: The version of the tables that this program makes and reads.
VERSION = 2

#: Statements that lead from the version before to that version.
STEPS: dict[int, tuple[str, ...]] = {
    2: (
        "CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, person TEXT NOT NULL,"
        " moment TEXT NOT NULL) STRICT, WITHOUT ROWID",
    )
}


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Bring the archive from ``version`` to :data:`VERSION` in one transaction; returns the backup made before.

    Raises:
        NotWritable: the backup cannot be made; the archive is as it was.
    """
    backup = path.with_name(f"{path.name}.version-{version}.backup")
    try:
        with told(str(backup)):
            copy(connection, backup)
    except NotWritable as problem:
        raise NotWritable(f"{problem} (it would hold the backup without which the archive is not changed)") from None
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited.
        for step in range(connection.execute("PRAGMA user_version").fetchone()[0] + 1, VERSION + 1):
            for statement in STEPS[step]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return backup


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the whole archive to ``path``, also while others write to it; half a copy never bears the name."""
    half = path.with_name(path.name + ".part")
    half.unlink(missing_ok=True)
    try:
        target = sqlite3.connect(half)
        try:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
