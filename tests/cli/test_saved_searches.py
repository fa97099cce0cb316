"""``memcon search --save``: queries kept under a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.archive.making import accusation, meeting
from tests.cli.conftest import Call

from memcon.archive import Archive


@pytest.fixture
def path(tmp_path: Path) -> str:
    with Archive(tmp_path / "archive.sqlite") as archive:
        archive.add(accusation().record())
        archive.add(meeting().record())
    return str(tmp_path / "archive.sqlite")


def test_a_query_is_kept_narrowed_listed_and_forgotten(memcon: Call, path: str) -> None:
    kept = memcon("search", "--archive", path, "--by", "ann", "--save", "claims", "type:ACCUSE,CONSULT")
    assert kept.exit_code == 0
    assert "accused" in kept.stdout
    narrowed = memcon("search", "--archive", path, "--saved", "claims", "--format", "jsonl", "on:2021")
    assert [line.count('"CONSULT"') for line in narrowed.stdout.splitlines()] == [1, 1]
    assert "type:ACCUSE,CONSULT  ann" in memcon("search", "--archive", path, "--list-saved").stdout
    assert memcon("search", "--archive", path, "--forget", "claims").exit_code == 0
    gone = memcon("search", "--archive", path, "--saved", "claims")
    assert (gone.exit_code, gone.stderr) == (2, "memcon: no search is saved as 'claims'; none is saved yet\n")


def test_nothing_to_ask_is_said(memcon: Call, path: str) -> None:
    answer = memcon("search", "--archive", path)
    assert answer.exit_code == 2
    assert "give a QUERY, or --saved NAME" in answer.stderr
