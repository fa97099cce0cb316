"""What is removed leaves a note, and none of its words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive, UnknownId

SECRET = "Zyxwvut"


def left(path: Path) -> bool:
    files = [path, *path.parent.glob(f"{path.name}-*")]
    return any(SECRET.lower().encode() in file.read_bytes().lower() for file in files if file.exists())


def test_nothing_of_its_words_is_left_in_the_file(path: Path) -> None:
    with Archive(path) as archive:
        archive.add(meeting().record())
        made = Made("secret.txt", f"Kenya accused {SECRET} of theft. Uganda praised {SECRET}.", published="2021-05-03")
        made.event("Kenya", "accused", SECRET, "ACCUSE").event("Uganda", "praised", SECRET, "SUPPORT")
        archive.add(made.record())
        archive.add(Made("secret.txt", f"Kenya accused {SECRET} of theft and fraud.", published="2021-05-03").record())
        archive.search("theft")
        event = archive.search("theft")[0]
        assert event.report == "d2"
        archive.stories()
        assert left(path)
        assert archive.remove("d2", person="Ana", why="a court's order")
        assert not left(path)
        assert archive.search("theft") == []
        assert len(archive.search("mines kind:event")) == 1
        assert [found for found in archive.verify() if found] == []
    assert not left(path)
    note = sqlite3.connect(path).execute("SELECT document, key, person, why FROM removals").fetchone()
    assert note == (2, "secret.txt", "Ana", "a court's order")


def test_corrections_and_stories_go_with_it(path: Path) -> None:
    with Archive(path) as archive:
        archive.add(accusation().record())
        archive.add(meeting().record())
        archive.correct("e1", "edit", {"about": SECRET}, person="Ana")
        archive.apart("d1", "d2", "Ana")
        archive.stories()
        archive.remove("d1", person="Ana")
        assert not left(path)
        assert list(archive.corrections()) == []
        with pytest.raises(UnknownId, match=r"d1 was removed on \d{4}-\d\d-\d\d by Ana"):
            archive.record("d1")


def test_a_removed_text_is_not_taken_in_again_unasked(archive: Archive) -> None:
    record = accusation().record()
    archive.add(record)
    archive.remove("d1", person="Ana")
    assert archive.add(record).outcome == "removed"
    assert archive.summary()["reports"] == 0
    again = archive.add(record, again=True)
    assert (again.id, again.outcome) == ("d2", "added"), "no number is given twice"
    assert archive.search("type:ACCUSE")[0].id != "e1"
