"""Damage is found and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.archive.making import accusation, meeting

from memcon.archive import Archive, NotWritable


def faults(archive: Archive) -> list[str]:
    return [str(found) for found in archive.verify() if found]


@pytest.fixture
def kept(archive: Archive) -> Archive:
    archive.add(accusation().record())
    archive.add(meeting().record())
    assert faults(archive) == []
    return archive


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "UPDATE versions SET text = replace(text, 'Saturday', 'saturday') WHERE document = 1",
            "report d1, version 1: its text is not",
        ),
        ("UPDATE versions SET text = replace(text, 'accused', 'blamed..') WHERE document = 1", "is not"),
        ("UPDATE entries SET start = start + 1 WHERE id = 1", "report d1: the passage of e1 is at 0..64, not at 1..64"),
        ("UPDATE events SET predicate = 'praised' WHERE id = 1", "report d1: the predicate of e1, 'praised', is not"),
        ("UPDATE sentences SET text = upper(text) WHERE id = 1", "report d1: the sentence at 0..65 is not in its text"),
        ("DELETE FROM entries WHERE id = 1", "report d1: e1 of its record is not in the tables"),
        ("UPDATE versions SET record = x'00' WHERE document = 2", "report d2, version 1: its record cannot be read"),
        ("UPDATE entries SET topics = 'fish' WHERE id = 1", "the index: does not agree with the texts"),
    ],
)
def test_damage_is_named(kept: Archive, damage: str, said: str) -> None:
    kept.connection.execute("PRAGMA foreign_keys = OFF")
    kept.connection.execute(damage)
    found = faults(kept)
    assert any(said in fault for fault in found), found


def test_a_row_without_its_report_is_named(kept: Archive) -> None:
    kept.connection.execute("PRAGMA foreign_keys = OFF")
    kept.connection.execute("DELETE FROM parties WHERE id = 1")
    assert any("names a row of parties that is not there" in fault for fault in faults(kept))


def test_the_index_is_made_anew(kept: Archive) -> None:
    kept.connection.execute("UPDATE entries SET topics = 'fish' WHERE id = 1")
    assert faults(kept)
    kept.index_anew()
    assert faults(kept) == []
    assert [hit.id for hit in kept.search("about:fish")] == ["e1"]


def test_a_backup_is_an_archive_and_overwrites_nothing(kept: Archive, tmp_path: Path) -> None:
    copy = kept.backup(tmp_path / "copy.sqlite")
    with Archive(copy) as other:
        assert faults(other) == []
        assert len(other.search("kind:event")) == 4
    with pytest.raises(NotWritable, match="is there already"):
        kept.backup(copy)
    with pytest.raises(NotWritable):
        kept.backup(tmp_path / "no" / "folder.sqlite")
    assert list(tmp_path.glob("*.part")) == []
