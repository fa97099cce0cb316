"""Rows of a user's own: kept after a check, or refused with the line that is at fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from memcon.reference import holder, membership
from memcon.reference.overlay import UpdateFault, update

TODAY = date(2026, 11, 25)
OFFICES = "where,office,person,start,end,title,source\n"
MEMBERS = "org,iso3,start,end,status,source\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rows.csv"


def test_rows_are_kept_and_answer(file: Path, data_folder: Path) -> None:
    file.write_text(OFFICES + "NOR,foreign_minister,Espen Barth Eide,2023-10-16,,,regjeringen.no\n", encoding="utf-8")
    found = update(file, TODAY)
    assert found.written == [data_folder / "reference" / "terms.tsv"]
    term = holder("foreign_minister", "NOR", "2025-01-01")
    assert term is not None
    assert (term.person, term.cited) == ("Espen Barth Eide", "regjeringen.no")


def test_a_dry_run_keeps_nothing(file: Path, data_folder: Path) -> None:
    file.write_text(OFFICES + "NOR,foreign_minister,Espen Barth Eide,2023-10-16,,,\n", encoding="utf-8")
    assert len(update(file, TODAY, keep=False).terms) == 1
    assert not data_folder.exists()


def test_a_gap_is_named_and_kept(file: Path) -> None:
    file.write_text(OFFICES + "GHA,foreign_minister,Samuel Okudzeto Ablakwa,2025-02-07,,,\n", encoding="utf-8")
    found = update(file, TODAY)
    assert "nobody is known in the office between" in found.notes[0]
    assert len(found.terms) == 1


def test_a_membership_is_kept(file: Path) -> None:
    file.write_text(MEMBERS + "CERN,EST,2024-08-30,,member,CERN\nBRICS,BOL,2026-06-01,,partner,\n", encoding="utf-8")
    with pytest.raises(UpdateFault, match="line 2: unknown organisation 'CERN'"):
        update(file, TODAY)
    file.write_text(MEMBERS + "ASEAN,PNG,2030-01-01,,member,ASEAN\n", encoding="utf-8")
    update(file, TODAY)
    assert [row.start for row in membership("ASEAN", "PNG") if row.is_member] == ["2030-01-01"]


FAULTS = [
    (OFFICES + "AZE,foreign_minister,Someone Else,2021-01-01,2022-01-01,,", "line 2: Someone Else .* Jeyhun Bayramov"),
    (
        OFFICES + "NOR,foreign_minister,A B,2024-01-01,,,\nNOR,foreign_minister,C D,2024-06-01,,,",
        "line 3: C D .* A B of line 2, two holders",
    ),
    (OFFICES + "XXX,foreign_minister,Nobody,2021-01-01,,,", "line 2: no state has the code 'XXX'"),
    (OFFICES + "GHA,foreign_minister,A B,2025-02-30,,,", "line 2: start '2025-02-30' is no day that exists"),
    (OFFICES + "GHA,foreign_minister,A B,2025-02-07,2024-01-01,,", "line 2: ends .* before it starts"),
    (OFFICES + "SSD,head_of_state,A B,2005-01-01,2006-01-01,,", "line 2: South Sudan did not exist before 9 July 2011"),
    (OFFICES + "FRA,wizard,Merlin,2020-01-01,,,", "line 2: unknown office 'wizard'"),
    (OFFICES + "FIN,foreign_minister,,2020-01-01,,,", "line 2: person missing"),
    (MEMBERS + "QQQ,COL,2026-01-01,,member,", "line 2: unknown organisation 'QQQ'"),
    (MEMBERS + "NATO,FIN,2020-01-01,,member,", "line 2: FIN in NATO .* a member from 4 April 2023"),
    ("a,b\n1,2\n", "line 1: unknown column 'a'"),
    ("", "empty; the first line names the columns"),
    (OFFICES, "no rows under the columns"),
]


@pytest.mark.parametrize(("rows", "fault"), FAULTS)
def test_a_row_at_fault_is_named_and_nothing_kept(file: Path, data_folder: Path, rows: str, fault: str) -> None:
    file.write_text(rows, encoding="utf-8")
    with pytest.raises(UpdateFault, match=fault):
        update(file, TODAY)
    assert not data_folder.exists()


def test_bytes_that_are_no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(UpdateFault, match="not UTF-8 at byte 0"):
        update(file, TODAY)
