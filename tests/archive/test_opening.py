"""Each trouble with the file is one clear line; an older archive is brought up, with a backup."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from tests.archive.making import accusation, meeting

from memcon.archive import Archive, ArchiveError, Busy, NotAnArchive, NotWritable, connection, default_path, migrations


def test_the_default_is_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MEMCON_ARCHIVE", "MEMCON_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path() == tmp_path / "memcon" / "archive.sqlite"
    monkeypatch.setenv("MEMCON_ARCHIVE", "elsewhere.sqlite")
    assert default_path() == Path("elsewhere.sqlite")


def test_it_is_made_with_its_folders_and_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.sqlite"
    with pytest.raises(NotAnArchive, match="there is no archive yet"):
        Archive(path, create=False)
    Archive(path).close()
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA application_id").fetchone()[0] == 0x6D656D63
    assert plain.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION


def test_a_newer_archive_is_refused(path: Path) -> None:
    Archive(path).close()
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA user_version = 99")
    plain.close()
    with pytest.raises(NotAnArchive, match=r"made by a newer memcon \(archive version 99.*upgrade memcon"):
        Archive(path)


def test_an_older_archive_is_brought_up_with_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(path) as archive:
        archive.add(accusation().record())
    step = ("ALTER TABLE documents ADD COLUMN note TEXT", "UPDATE documents SET note = 'moved'")
    later = migrations.VERSION + 1
    monkeypatch.setattr(migrations, "VERSION", later)
    monkeypatch.setattr(connection, "VERSION", later)
    monkeypatch.setattr(migrations, "STEPS", {later: step})
    with Archive(path) as archive:
        assert archive.connection.execute("SELECT note FROM documents").fetchone()[0] == "moved"
        assert archive.connection.execute("PRAGMA user_version").fetchone()[0] == later
        assert archive.search("type:ACCUSE")
    before = sqlite3.connect(f"{path}.version-{later - 1}.backup")
    assert before.execute("PRAGMA user_version").fetchone()[0] == later - 1
    assert before.execute("SELECT name FROM documents").fetchone()[0] == "ceasefire.txt"


def test_an_archive_of_version_1_becomes_what_a_new_one_is(path: Path, tmp_path: Path) -> None:
    with Archive(path) as archive:
        archive.add(accusation().record())
        archive.connection.execute("DROP TABLE saved_searches")
        archive.connection.execute("PRAGMA user_version = 1")
    with Archive(path) as old, Archive(tmp_path / "new.sqlite") as new:
        assert [_shape(one.connection) for one in (old,)] == [_shape(new.connection)]
        assert old.search("type:ACCUSE")
        assert old.save_search("claims", "type:ACCUSE", person="ann").query == "type:ACCUSE"


def _shape(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
    return [(name, *map(tuple, connection.execute(f"PRAGMA table_info({name})"))) for name in tables]


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Archive(path).close()
    later = migrations.VERSION + 1
    monkeypatch.setattr(migrations, "VERSION", later)
    monkeypatch.setattr(connection, "VERSION", later)
    monkeypatch.setattr(migrations, "STEPS", {later: ("CREATE TABLE half (x)", "DROP TABLE nowhere")})
    with pytest.raises(ArchiveError, match="no such table: nowhere"):
        Archive(path)
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA user_version").fetchone()[0] == later - 1
    assert not plain.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchone()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: path.write_text("a letter, not a database. " * 50), "is not an archive of memcon"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE recipes (x)"), "is a database of another program"),
        (lambda path: path.mkdir(), "is a folder"),
    ],
)
def test_other_files_are_left_alone(path: Path, made: object, said: str) -> None:
    made(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(NotAnArchive, match=said):
        Archive(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_locked_file(path: Path) -> None:
    Archive(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive(path, patience=0.05) as archive:
        with pytest.raises(Busy, match="another process is using the archive; try again when it has finished"):
            archive.add(accusation().record())
        assert archive.search("anything") == [], "it can be asked meanwhile"
        other.execute("ROLLBACK")
        assert archive.add(accusation().record()).outcome == "added"


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    with Archive(path) as archive:
        archive.add(meeting().record())
        pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
        archive.connection.execute(f"PRAGMA max_page_count = {pages}")
        big = meeting("other", lead="Norway watched. " * 5000).record()
        with pytest.raises(NotWritable, match="the disk is full; nothing of the last report was kept"):
            archive.add(big)
    with Archive(path) as archive:
        assert [row[0] for row in archive.connection.execute("SELECT name FROM documents")] == ["meeting"]
        assert archive.add(big).outcome == "added"
        assert all(found is None for found in archive.verify())


def test_a_read_only_file_can_be_asked_and_says_why_it_takes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(path) as archive:
        archive.add(accusation().record())
    # The tests may run as somebody who may write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with Archive(path) as archive:
        assert [hit.id for hit in archive.search("type:ACCUSE")] == ["e1"]
        assert archive.stories() == []
        assert all(found is None for found in archive.verify())
        with pytest.raises(NotWritable, match="is read-only; change its permissions or name another archive"):
            archive.add(meeting().record())
        with pytest.raises(NotWritable, match="is read-only"):
            archive.correct("e1", "reject", person="Ana")
    assert sorted(file.name for file in path.parent.iterdir()) == ["archive.sqlite"], "nothing was put beside it"


def test_an_empty_file_of_the_users_own_stays_empty(tmp_path: Path) -> None:
    empty = tmp_path / "notes.txt"
    empty.touch()
    with pytest.raises(NotAnArchive, match=r"is an empty file and no archive; name .*notes\.sqlite"):
        Archive(empty)
    assert empty.stat().st_size == 0


def test_an_empty_file_that_is_called_an_archive_becomes_one(tmp_path: Path) -> None:
    empty = tmp_path / "notes.sqlite"
    empty.touch()
    with pytest.raises(NotAnArchive, match="`memcon add` makes one of it"):
        Archive(empty, create=False)
    with Archive(empty) as archive:
        assert archive.search("ceasefire") == []
