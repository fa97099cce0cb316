"""The archive's file: where it is, how it is opened, made and recognised."""

from __future__ import annotations

import os
import sqlite3
import sys
from importlib.resources import files
from pathlib import Path

from memcon.archive.errors import NotAnArchive, NotWritable, told
from memcon.archive.migrations import VERSION, migrate

#: Marks the file as ours: “memc” as a number, shown by the ``file`` command.
APPLICATION_ID = 0x6D656D63
#: Seconds to wait for another process to finish its report.
PATIENCE = 30.0


def default_path() -> Path:
    """``$MEMCON_ARCHIVE``, else ``archive.sqlite`` in the user's data folder for memcon."""
    named = os.environ.get("MEMCON_ARCHIVE")
    return Path(named) if named else data_folder() / "archive.sqlite"


def data_folder() -> Path:
    """Where the system keeps a user's data: ``$MEMCON_DATA`` or ``$XDG_DATA_HOME`` where they are set."""
    if named := os.environ.get("MEMCON_DATA"):
        return Path(named)
    if base := os.environ.get("XDG_DATA_HOME"):
        return Path(base) / "memcon"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "memcon"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "memcon"
    return Path.home() / ".local" / "share" / "memcon"


#: An empty file with one of these endings may be made an archive.
_ENDINGS = frozenset({".sqlite", ".sqlite3", ".db"})


def connect(path: Path, *, create: bool = False, patience: float = PATIENCE) -> sqlite3.Connection:
    """The archive at ``path``, brought up to this version; read-only where the file or its folder is.

    Args:
        path: the file.
        create: make it, and its folder, where there is none.
        patience: seconds to wait for another process.

    Raises:
        NotAnArchive: the file is something else, damaged, or newer than this program.
        NotWritable: it cannot be opened or made.
        Busy: another process holds it.
    """
    name = str(path)
    if path.is_dir():
        raise NotAnArchive(f"{name}: is a folder; name a file, as in {path / 'archive.sqlite'}")
    if not path.exists() and not create:
        raise NotAnArchive(f"{name}: there is no archive yet; `memcon add` makes it")
    if path.is_file() and not path.stat().st_size and not (create and path.suffix in _ENDINGS):
        # A file of the user's own is left as it is.
        named = "`memcon add` makes one of it" if path.suffix in _ENDINGS else f"name {path.with_suffix('.sqlite')}"
        raise NotAnArchive(f"{name}: is an empty file and no archive; {named}")
    with told(name):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        writable = _writable(path)
        connection = sqlite3.connect(_address(path, writable), timeout=patience, uri=True, isolation_level=None)
    try:
        with told(name):
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("PRAGMA mmap_size = 1073741824")
            _recognise(connection, path, writable)
    except BaseException:
        connection.close()
        raise
    return connection


def _writable(path: Path) -> bool:
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return True


def _address(path: Path, writable: bool) -> str:
    if writable:
        return path.absolute().as_uri()
    # Beside a file in a folder that takes no files, SQLite cannot keep its own: nobody can be writing either.
    mode = "mode=ro" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def _recognise(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and version == 0 and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        if not writable:
            raise NotWritable(f"{path}: is empty and read-only")
        _make(connection)
        application, version = APPLICATION_ID, VERSION
    if application != APPLICATION_ID:
        raise NotAnArchive(f"{path}: is a database of another program, not an archive of memcon")
    if version > VERSION:
        raise NotAnArchive(
            f"{path}: was made by a newer memcon (archive version {version}, this one knows {VERSION}); upgrade memcon"
        )
    if version < VERSION:
        if not writable:
            raise NotWritable(f"{path}: was made by an older memcon and is read-only, so that it cannot be brought up")
        migrate(connection, path, version)
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        # What was reported as added is on the disk, even if the power fails.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")


def _make(connection: sqlite3.Connection) -> None:
    """The tables of a new archive, unless another process has just made them."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            for statement in _statements(files("memcon.archive").joinpath("schema.sql").read_text("utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """The statements of a script one by one: ``executescript`` would end our transaction."""
    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
