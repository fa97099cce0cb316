"""brief, chronology and compare as a user calls them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.archive.making import Made, meeting
from tests.cli.conftest import Call

from memcon.archive import Archive


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_ARCHIVE", str(tmp_path / "archive.sqlite"))
    with Archive(tmp_path / "archive.sqlite") as archive:
        archive.add(meeting("a", "Azertac").record())
        made = Made("b", "Kenya met Uganda in Kampala. They discussed trade.", published="2021-05-03")
        archive.add(made.event("Kenya", "met", "Uganda", on="2021-05-03").record())


def test_a_brief_in_markdown_by_default(memcon: Call) -> None:
    found = memcon("brief", "Azerbaijan", "United Nations")
    assert found.exit_code == 0
    assert found.stdout.startswith("# Azerbaijan and the United Nations\n")
    assert "met António Guterres, Secretary-General of the United Nations, in New York.[^1]" in found.stdout
    assert "\n[^1]: Azertac, a, 25 September 2021." in found.stdout


@pytest.mark.parametrize(
    ("name", "begins"), [("x.md", b"# "), ("x.html", b"<!DOCTYPE"), ("x.docx", b"PK"), ("x.json", b"{")]
)
def test_the_ending_of_the_file_decides_its_form(memcon: Call, tmp_path: Path, name: str, begins: bytes) -> None:
    target = tmp_path / name
    assert memcon("brief", "AZE", "UN", "-o", str(target)).exit_code == 0
    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize("verb", [("brief", "AZE"), ("chronology",), ("compare", "d1", "d2")])
def test_a_file_that_is_there_is_refused_before_any_work(memcon: Call, tmp_path: Path, verb: tuple[str, ...]) -> None:
    target = tmp_path / "x.md"
    target.write_text("mine")
    found = memcon(*verb, "-o", str(target), "--archive", str(tmp_path / "no-such-archive"))
    assert (found.exit_code, target.read_text()) == (2, "mine")
    assert "is there already; --force writes over it" in found.stderr
    assert memcon(*verb, "-o", str(target), "--force").exit_code == 0
    assert target.read_text().startswith("#")


def test_places_that_take_no_file_are_refused(memcon: Call, tmp_path: Path) -> None:
    assert "there is no folder" in memcon("brief", "AZE", "-o", str(tmp_path / "no" / "x.md")).stderr
    assert "is a folder" in memcon("brief", "AZE", "-o", str(tmp_path), "--format", "html").stderr
    assert "its ending is no form" in memcon("brief", "AZE", "-o", str(tmp_path / "x.xls")).stderr
    if os.geteuid():
        tmp_path.chmod(0o500)
        assert "may not be written" in memcon("brief", "AZE", "-o", str(tmp_path / "x.md")).stderr
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("verb", ["brief", "chronology"])
def test_a_name_that_nobody_has_gets_the_nearest(memcon: Call, verb: str) -> None:
    found = memcon(verb, "Azerbaijann")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "neither the archive nor the tables know 'Azerbaijann'; did you mean 'Azerbaijan'" in found.stderr


def test_an_empty_answer_says_what_was_searched(memcon: Call) -> None:
    found = memcon("chronology", "Norway", "Iceland", "--since", "2020", "--type", "assault")
    assert found.exit_code == 0
    assert "No event on or after 1 January 2020, of type ASSAULT in the 2 reports of the archive" in found.stdout


def test_a_wrong_section_or_too_many_parties(memcon: Call) -> None:
    assert "the sections are contact, standing" in memcon("brief", "AZE", "--section", "gossip").stderr
    assert memcon("brief", "AZE", "UN", "KEN").exit_code == 2
    assert memcon("brief").exit_code == 2


def test_one_and_the_same_is_not_two(memcon: Call) -> None:
    for verb in (("brief", "Kenya", "KEN"), ("compare", "d1", "d1")):
        found = memcon(*verb)
        assert (found.exit_code, found.stdout) == (2, "")
        assert "name two" in found.stderr


def test_templates_are_printed_and_taken(memcon: Call, tmp_path: Path) -> None:
    shipped = memcon("brief", "--print-template", "markdown")
    assert shipped.exit_code == 0
    mine = tmp_path / "mine.md"
    mine.write_text(shipped.stdout.replace("## Sources", "## Belegstellen"))
    assert "## Belegstellen" in memcon("brief", "AZE", "UN", "--template", str(mine)).stdout
    mine.write_text("{{ brief.title }")
    found = memcon("brief", "AZE", "UN", "--template", str(mine))
    assert found.exit_code == 2
    assert "mine.md" in found.stderr
    assert "does not run in line 1" in found.stderr
    assert "readouts.first" in memcon("compare", "--print-template", "html").stdout


def test_a_chronology_is_narrowed(memcon: Call) -> None:
    found = memcon("chronology", "--since", "2021-09", "--type", "consult").stdout
    assert "25 September 2021" in found
    assert "Kampala" not in found
    assert "No event accepted or edited by a person" in memcon("chronology", "--checked").stdout


def test_two_files_are_read_and_compared(memcon: Call, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    ours.write_text("Kenya met Uganda on 3 May 2021. They discussed trade and fish.")
    theirs.write_text("Uganda met Kenya on 3 May 2021. They discussed trade.")
    found = memcon("compare", str(ours), str(theirs))
    assert found.exit_code == 0, found.stderr
    assert "They discussed trade ~~and fish.~~" in found.stdout or "~~and fish.~~" in found.stdout
    assert "ours.txt, sentence 2, characters 32–62" in found.stdout


def test_what_cannot_be_compared(memcon: Call, tmp_path: Path) -> None:
    found = memcon("compare", "d1", str(tmp_path / "nothing.txt"))
    assert (found.exit_code, found.stdout) == (1, "")
    assert "nothing.txt: no such file" in found.stderr
    two = tmp_path / "two.jsonl"
    two.write_text('{"text": "Kenya met Uganda."}\n{"text": "Kenya met Norway."}\n')
    assert "more than one report" in memcon("compare", "d1", str(two)).stderr
    assert memcon("compare", "d1", "d99").exit_code == 2


def test_the_example_of_the_docs_is_what_is_printed(memcon: Call, tmp_path: Path) -> None:
    page = Path("docs/briefs.md").read_text(encoding="utf-8")
    shown = page[page.index("$ memcon brief ") : page.index("```", page.index("$ memcon brief "))].splitlines()[1:]
    other = str(tmp_path / "other.sqlite")
    assert memcon("add", "--archive", other, "examples/meeting.txt").exit_code == 0
    found = memcon("brief", "--archive", other, "United States", "Russia", "--section", "contact")
    assert [line for line in shown if line] == [
        line for line in found.stdout.splitlines() if line and not line.startswith("Brief. Made on")
    ]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("brief", "Kenya", "Nairobi"), "are one party, Kenya"),
        (("chronology", "--since", "2025", "--until", "2024"), "--since 2025-01-01 is after --until 2024-12-31"),
        (("brief", "Kenya", "-o", "/proc/x.md"), "/proc/x.md: "),
    ],
)
def test_what_cannot_be_answered_says_which_word_is_wrong(memcon: Call, call: tuple[str, ...], says: str) -> None:
    found = memcon(*call)
    assert found.exit_code == 2
    assert says in found.stderr
