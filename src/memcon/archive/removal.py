"""Removing a report with all that was read from it, so that nothing of its words is left in the file."""

from __future__ import annotations

import sqlite3

from memcon.archive.store import Writer, now, transaction


def remove(connection: sqlite3.Connection, document: int, person: str, why: str) -> None:
    """Remove a report, its versions, corrections and rows, in one transaction; a note stays that it went.

    What is left of it in the free room of the file goes with :func:`purge`.
    """
    with transaction(connection):
        writer = Writer(connection)
        key = connection.execute("SELECT key FROM documents WHERE id = ?", (document,)).fetchone()[0]
        versions = connection.execute("SELECT id, sha256 FROM versions WHERE document = ?", (document,)).fetchall()
        for version, _ in versions:
            writer.clear(version)
        # A report that copied it belongs to the story still; whose words it has is worked out anew.
        connection.execute("DELETE FROM story_reports WHERE document = ? OR copy_of = ?", (document, document))
        connection.execute("DELETE FROM stories WHERE id NOT IN (SELECT story FROM story_reports)")
        connection.execute("DELETE FROM apart WHERE one = ? OR other = ?", (document, document))
        connection.execute("DELETE FROM corrections WHERE document = ?", (document,))
        connection.execute("UPDATE documents SET current = NULL WHERE id = ?", (document,))
        connection.execute("DELETE FROM versions WHERE document = ?", (document,))
        connection.execute("DELETE FROM documents WHERE id = ?", (document,))
        nameless = "SELECT id FROM parties WHERE id NOT IN (SELECT party FROM actors)"
        connection.execute(f"DELETE FROM party_words WHERE party IN ({nameless})")
        connection.execute("DELETE FROM parties WHERE id NOT IN (SELECT party FROM actors)")
        connection.execute("INSERT INTO removals VALUES (?, ?, ?, ?, ?)", (document, key, person, now(), why))
        connection.executemany(
            "INSERT OR IGNORE INTO removed_texts VALUES (?, ?)", ((sha256, document) for _, sha256 in versions)
        )


def purge(connection: sqlite3.Connection) -> bool:
    """Take the words of what was removed out of the index and the log of changes.

    Returns:
        False where another process is reading, so that the log of changes (the file that ends in ``-wal``) still has
        them until the last process has closed the archive.
    """
    # The index marks what is deleted and drops it when its parts are merged.
    connection.execute("INSERT INTO entries_index (entries_index) VALUES ('optimize')")
    return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
