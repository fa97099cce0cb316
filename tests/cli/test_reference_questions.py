"""``memcon who``, ``lookup`` and ``reference`` as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from memcon.reference import forget


def test_who_held_an_office_on_a_day(memcon: Call) -> None:
    done = memcon("who", "foreign minister of Azerbaijan", "--on", "2021-09-25")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "Minister of Foreign Affairs of Azerbaijan on 25 September 2021"
    assert "Jeyhun Bayramov" in done.stdout
    assert "last confirmed" in done.stdout


def test_who_without_an_answer_ends_with_one(memcon: Call) -> None:
    done = memcon("who", "president of Filand")
    assert done.exit_code == 1
    assert "Did you mean “president of Finland”?" in done.stdout


def test_who_with_a_day_that_is_none_ends_with_two(memcon: Call) -> None:
    done = memcon("who", "president of Finland", "--on", "2021-13-25")
    assert done.exit_code == 2
    assert "'2021-13-25' is no date" in done.stderr


def test_who_for_programs(memcon: Call) -> None:
    answer = json.loads(memcon("who", "UK prime minister", "--on", "2016", "--format", "json").stdout)
    assert [line["who"] for line in answer["lines"]] == ["David Cameron", "Theresa May"]
    assert answer["lines"][0]["end"] == "2016-07-13"


def test_lookup_of_a_body_and_of_nothing(memcon: Call) -> None:
    assert memcon("lookup", "NATO").stdout.startswith("North Atlantic Treaty Organization\n")
    done = memcon("lookup", "Azerbajan")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("memcon: the tables do not know 'Azerbajan'; did you mean “Azerbaijan”")


def test_reference_says_what_is_covered(memcon: Call) -> None:
    done = memcon("reference")
    assert done.exit_code == 0
    assert "un_members" in done.stdout
    rows = json.loads(memcon("reference", "--format", "json").stdout)
    assert all(set(row) >= {"table", "rows", "certain", "from", "to", "sources"} for row in rows)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEMCON_DATA", str(tmp_path / "data"))
    forget()
    return tmp_path / "rows.csv"


def test_update_keeps_rows_and_check_uses_them(memcon: Call, own: Path) -> None:
    own.write_text("where,office,person,start\nNOR,foreign_minister,Espen Barth Eide,2023-10-16\n", encoding="utf-8")
    done = memcon("reference", "update", str(own))
    assert (done.exit_code, done.stdout[:21]) == (0, "1 row checked; kept i")
    assert "Espen Barth Eide" in memcon("who", "foreign minister of Norway", "--on", "2025").stdout
    text = "Norwegian Foreign Minister Espen Barth Eide spoke on March 3, 2025."
    answer = json.loads(memcon("check", "-", "--format", "jsonl", stdin=text).stdout.splitlines()[0])
    assert answer["verdict"] == "supported"
    forget()


def test_update_with_a_row_at_fault_ends_with_one(memcon: Call, own: Path) -> None:
    own.write_text("where,office,person,start\nXXX,foreign_minister,Nobody,2023-10-16\n", encoding="utf-8")
    done = memcon("reference", "update", str(own))
    assert done.exit_code == 1
    assert "line 2: no state has the code 'XXX'" in done.stderr
    forget()
