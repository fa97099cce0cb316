"""What is added is there once, whatever happens; every version of a page is kept."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive, ArchiveError
from memcon.record import Record, dumps, from_json

ENVIRONMENT = {**os.environ, "PYTHONPATH": "src"}


def importing(path: Path, records: Path) -> list[str]:
    return [sys.executable, "-m", "memcon", "archive", "import", "--archive", str(path), str(records)]


def test_adding_again_changes_nothing(archive: Archive) -> None:
    record = accusation().record()
    assert archive.add(record).outcome == "added"
    before = list(archive.connection.iterdump())
    again = archive.add(record)
    assert (again.id, again.outcome, again.version) == ("d1", "unchanged", 1)
    assert list(archive.connection.iterdump()) == before


def test_a_changed_page_is_kept_beside_the_old_one(archive: Archive) -> None:
    archive.add(meeting().record())
    changed = meeting(tail=" Norway took part.")
    done = archive.add(changed.record())
    assert (done.id, done.outcome, done.version) == ("d1", "new version", 2)
    assert archive.record("d1").document.text.endswith("Norway took part.")
    assert archive.record("d1", 1).document.text.endswith("mines and aid.")
    # Only the current text is found, and once.
    assert [hit.id for hit in archive.search("mines kind:event")] == [archive.search("about:mines")[0].id]
    # The old text coming by again is no third version.
    assert archive.add(meeting().record()).outcome == "unchanged"
    assert [version.number for version in archive.history("d1").versions] == [1, 2]


def test_a_new_headline_or_day_is_a_new_version(archive: Archive) -> None:
    record = meeting().record()
    archive.add(record)
    retold = replace(record, document=replace(record.document, title="Talks in New York"))
    assert archive.add(retold).outcome == "new version"


def test_two_reports_that_share_nothing_but_their_name_are_two(archive: Archive) -> None:
    archive.add(Made("report.txt", "Kenya thanked Uganda for its help.").record())
    other = archive.add(Made("report.txt", "Norway rejected every proposal of Armenia at dawn.").record())
    assert (other.id, other.outcome) == ("d2", "added")
    assert archive.add(Made("report.txt", "Kenya thanked Uganda for its help.").record()).id == "d1"


def test_the_address_tells_the_page(archive: Archive) -> None:
    one = Made("a", "Kenya thanked Uganda.", url="https://example.org/1").record()
    archive.add(one)
    rewritten = Made("b", "Nothing of it remains here.", url="https://example.org/1").record()
    assert archive.add(rewritten).outcome == "new version"


def test_the_same_text_read_otherwise_replaces_the_reading(archive: Archive) -> None:
    made = Made("a", "Kenya praised Uganda on Monday.")
    made.event("Kenya", "praised", "Uganda", "ACCUSE")
    archive.add(made.record())
    better = Made("a", "Kenya praised Uganda on Monday.")
    better.event("Kenya", "praised", "Uganda", "SUPPORT")
    assert archive.add(better.record("better")).outcome == "read anew"
    hits = archive.search("from:KEN")
    assert [(hit.id, hit.what) for hit in hits] == [("e1", "SUPPORT")], "it keeps its id"


def test_a_record_that_cannot_be_kept_leaves_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("memcon.archive.store.Writer.flush", fails)
    with pytest.raises(ArchiveError):
        archive.add(accusation().record())
    assert archive.summary()["versions"] == 0
    assert archive.summary()["parties"] == 0


def many(path: Path, name: str, count: int) -> list[str]:
    """A file of records; their ids."""
    ids = [f"{name}-{number}" for number in range(count)]
    with path.open("w", encoding="utf-8") as lines:
        for number, id in enumerate(ids):
            made = Made(
                id, f"Kenya met Uganda in round {number} of the {name} talks on Monday.", published="2021-05-03"
            )
            lines.write(dumps(made.event("Kenya", "met", "Uganda", on="2021-05-03").record()) + "\n")
    return ids


def killed_while_adding(path: Path, records: list[Record], seconds: float) -> list[str]:
    """Add the records in a process of its own and kill it after some seconds; the names that it told as added."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(reading)
            with Archive(path) as archive:
                for record in records:
                    os.write(writing, f"{archive.add(record).name}\n".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        first = told.readline()
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        rest = told.read()
    assert os.waitpid(process, 0)[1] == signal.SIGKILL, "it was done before it was killed"
    # A line that was cut off was not yet told.
    return (first + rest).split("\n")[:-1]


def test_killed_twenty_times_nothing_is_lost_and_nothing_doubled(path: Path, tmp_path: Path) -> None:
    ids = many(tmp_path / "records.jsonl", "kill", 2000)
    with (tmp_path / "records.jsonl").open(encoding="utf-8") as lines:
        records = [from_json(json.loads(line)) for line in lines]
    chance = random.Random(7)
    reported: set[str] = set()
    for _ in range(20):
        # Each starts with some of what is there already.
        start = max(0, len(reported) - 3)
        reported |= set(killed_while_adding(path, records[start:], chance.uniform(0, 0.1)))
        with Archive(path) as archive:
            names = [row[0] for row in archive.connection.execute("SELECT name FROM documents")]
            assert len(names) == len(set(names)), "doubled"
            assert reported <= set(names) <= set(ids), "lost"
            assert archive.summary()["events"] == len(names), "half a report"
    assert len(reported) >= 20
    with Archive(path) as archive:
        assert all(found is None for found in archive.verify())


def test_two_processes_add_at_once(path: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    ids = [*many(files[0], "one", 120), *many(files[1], "two", 120)]
    running = [
        subprocess.Popen(importing(path, file), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
        for file in files
    ]
    for process in running:
        _, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        assert trouble.decode().splitlines()[-1] == "120 added"
    with Archive(path) as archive:
        assert sorted(row[0] for row in archive.connection.execute("SELECT name FROM documents")) == sorted(ids)
        assert all(found is None for found in archive.verify())


def test_the_whole_record_comes_back(archive: Archive) -> None:
    record = accusation().record()
    archive.add(record)
    assert archive.record("d1") == record
    assert json.loads(dumps(archive.record("d1"))) == json.loads(dumps(record))
