"""The shipped tables: known faults stay mended, nothing outlasts its state, every row has its source."""

from __future__ import annotations

import subprocess
import sys

import pytest

from memcon.reference import council_terms, members, membership, state, states, terms_of, un_admissions
from memcon.reference.coverage import coverage
from memcon.reference.tables import table


@pytest.mark.parametrize(
    ("iso3", "part"), [("BRA", "lula"), ("ISR", "netanyahu"), ("BGD", "hasina"), ("BGR", "borissov")]
)
def test_one_person_under_one_name(iso3: str, part: str) -> None:
    assert len({t.person for t in terms_of(iso3) if part in t.person.lower()}) == 1


def test_terms_that_were_missing() -> None:
    assert any(t.person == "Ivica Dačić" and t.start == "2022-10-26" for t in terms_of("SRB"))
    assert any(t.person == "Abdel Fattah al-Burhan" and t.office == "head_of_state" for t in terms_of("SDN"))
    assert any(t.person == "Rashad al-Alimi" and t.office == "head_of_state" for t in terms_of("YEM"))


@pytest.mark.parametrize(
    ("org", "iso3", "spans"),
    [
        ("Commonwealth", "MDV", 2),
        ("Commonwealth", "GMB", 2),
        ("Commonwealth", "ZAF", 2),
        ("UNESCO", "USA", 3),
        ("ICC", "ARM", 1),
        ("ICC", "UKR", 1),
        ("EAEU", "TJK", 0),
        ("EAEU", "UZB", 0),
        ("WTO", "DZA", 0),
        ("NAM", "SUN", 0),
    ],
)
def test_memberships_that_were_wrong(org: str, iso3: str, spans: int) -> None:
    assert sum(row.is_member for row in membership(org, iso3)) == spans


def test_no_membership_outlasts_its_state() -> None:
    living = {s.iso3 for s in states() if not s.valid_to}
    last = {s.iso3: s.valid_to for s in states() if s.iso3 not in living}
    late = [r for r in table("memberships").each() if r["iso3"] in last and not r["end"]]
    assert not late


def test_the_united_nations_have_193_members() -> None:
    assert len({m.iso3 for m in members("UN", "2025-01-01")}) == 193
    assert sum(a.status == "current" for a in un_admissions()) == 193


def test_terms_that_two_states_shared_say_so() -> None:
    assert [t.note for t in council_terms("ITA") if t.start.startswith("2017")] == [
        "split term: Italy 2017, Netherlands 2018"
    ]


def test_every_row_has_a_source_and_a_known_state() -> None:
    for name in ("memberships", "terms", "un_members", "unsc_terms"):
        for row in table(name).each():
            assert row.get("source") or row.get("source1"), row
    assert all(state(row["iso3"]) for row in table("un_members").each() if row["iso3"])


def test_coverage_names_what_is_checked_from_what() -> None:
    rows = coverage()
    assert all(row.rows >= row.certain and row.sources for row in rows)
    assert {"un_members", "unsc_terms", "memberships", "nam_chairs"} <= {row.table for row in rows}


def test_a_first_answer_costs_little() -> None:
    code = (
        "import time; start = time.process_time()\n"
        "from memcon.reference import holder, people_named\n"
        "holder('foreign_minister', 'AZE', '2021-09-25'); people_named('Alexander Stubb')\n"
        "print(time.process_time() - start)"
    )
    took = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(2)
    )
    assert took < 0.4  # 0.15 s on a quiet machine
