"""The verbs of the archive as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.archive.making import accusation, meeting
from tests.cli.conftest import Call

from memcon.archive import Archive
from memcon.record import dumps

CALL = "US President Joe Biden spoke by telephone with Chinese President Xi Jinping on Thursday, the White House said."
MEETING = "Estonian Foreign Minister Margus Tsahkna met Finnish Foreign Minister Elina Valtonen in Tallinn on Tuesday."

Kept = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def kept(memcon: Call, path: Path) -> Kept:
    """Calls a verb on an archive with two reports."""
    with Archive(path) as archive:
        archive.add(accusation().record())
        archive.add(meeting().record())

    def call(*arguments: str, **how: str) -> Result:
        return memcon(*arguments, "--archive", str(path), **how)

    return call


def test_add_tells_what_became_of_each_report(memcon: Call, path: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.jsonl"
    one.write_text(MEETING, encoding="utf-8")
    two.write_text(
        json.dumps({"id": "wire-7", "text": CALL, "published": "2021-09-10", "outlet": "AP"}) + "\n{broken\n"
    )
    arguments = ("add", "--archive", str(path), str(one), str(two), "missing.txt")
    done = memcon(*arguments)
    assert [line.split(maxsplit=2) for line in done.stdout.splitlines()] == [
        ["d1", "added", str(one)],
        ["d2", "added", "wire-7"],
    ]
    assert done.exit_code == 1
    assert "two.jsonl, line 2: is not JSON" in done.stderr
    assert "missing.txt" in done.stderr
    assert done.stderr.splitlines()[-1] == "2 added"
    assert memcon(*arguments).stderr.splitlines()[-1] == "2 unchanged"
    one.write_text(f"{MEETING} They discussed trade.", encoding="utf-8")
    done = memcon("add", "--format", "jsonl", "--archive", str(path), str(one))
    assert json.loads(done.stdout) == {"id": "d1", "name": str(one), "outcome": "new version", "version": 2}
    found = memcon("search", "--archive", str(path), "--format", "jsonl", "from:USA", "type:CONSULT")
    assert json.loads(found.stdout.splitlines()[0])["report"] == "d2"
    assert memcon("archive", "verify", "--archive", str(path)).exit_code == 0


def test_unchanged_reports_are_not_read_again(memcon: Call, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert memcon("add", "--archive", str(path), "-", stdin=MEETING).exit_code == 0
    monkeypatch.setattr("memcon.corpus.many.reader", lambda *_: pytest.fail("it was read"))
    done = memcon("add", "--archive", str(path), "-", stdin=MEETING)
    assert "unchanged" in done.stdout, done.stderr


def test_search_says_what_name_was_probably_meant(kept: Kept) -> None:
    apart = kept("search", "with:United", "Nations", "type:CONSULT")
    assert apart.exit_code == 2, "nobody is called United"
    assert 'did you mean with:"United Nations"?' in apart.stderr
    apart = kept("search", "from:Saudi", "Arabia")
    assert apart.stderr.splitlines()[0] == 'did you mean from:"Saudi Arabia"? put the whole query in single quotes'
    assert "with: finds a party on either side" in apart.stderr
    assert "António Guterres" in kept("search", "with:United Nations", "type:CONSULT").stdout


def test_search_shows_the_sentence_with_its_passage(kept: Kept) -> None:
    done = kept("search", "ceasefire", "from:ARM", "to:AZE", "type:ACCUSE", "since:2020")
    assert done.exit_code == 0
    assert "10 Oct 2020" in done.stdout
    assert "Armenia ACCUSE → Azerbaijan" in done.stdout
    assert "«Armenia accused Azerbaijan of breaking the ceasefire on Saturday»." in done.stdout
    assert kept("search", "nothing-like-it").stderr == "nothing found\n"
    assert kept("search", "kind:event", "--limit", "1").stderr == "the first 1; --limit 0 gives all\n"
    assert "ACCUSE" not in kept("search", "kind:event", "-ceasefire").stdout


def test_search_as_json_lines_and_csv(kept: Kept) -> None:
    (hit,) = json.loads(kept("search", "--format", "json", "type:ACCUSE").stdout)
    assert (hit["id"], hit["who"], hit["whom"], hit["report"]) == ("e1", ["Armenia"], ["Azerbaijan"], "d1")
    rows = list(
        csv.DictReader(io.StringIO(kept("search", "--format", "csv", "kind:event").stdout.removeprefix("\ufeff")))
    )
    assert [row["what"] for row in rows] == ["CONSULT", "CONSULT", "REJECT", "ACCUSE"]


def test_a_query_that_does_not_parse_says_where(kept: Kept) -> None:
    done = kept("search", "ceasefire", "type:ACUSE")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        "memcon: the query goes wrong at character 16: there is no type 'ACUSE'; did you mean ACCUSE?",
        "  ceasefire type:ACUSE",
        "                 ^^^^^",
    ]


def test_the_contact_log_as_table_csv_and_json(kept: Kept) -> None:
    done = kept("log", "--between", "AZE", "UN")
    assert done.exit_code == 0
    for words in (
        "25 Sep 2021",
        "Ilham Aliyev, President",
        "António Guterres",
        "Secretary-General",
        "New York",
        "mines",
    ):
        assert words in done.stdout
    (row,) = csv.DictReader(
        io.StringIO(kept("log", "--between", "AZE", "UN", "--format", "csv").stdout.removeprefix("\ufeff"))
    )
    assert row["one"] == "Ilham Aliyev (President, Azerbaijan)"
    assert row["sentence"] == "Ilham Aliyev met António Guterres in New York on Saturday."
    (contact,) = json.loads(kept("log", "--between", "AZE", "UN", "--format", "json").stdout)
    assert contact["other"] == [
        {"name": "António Guterres", "office": "Secretary-General, United Nations", "told_by": "report"}
    ]
    assert (
        kept("log", "--between", "AZE", "UN", "--since", "2022").stderr == "no contact of AZE and UN in the archive\n"
    )
    done = kept("log", "--between", "AZE", "Untied Nations")
    assert (done.exit_code, done.stderr) == (
        2,
        "memcon: nobody is called 'Untied Nations'; did you mean 'United Nations'?\n",
    )


def test_a_cell_of_a_table_is_no_formula(kept: Kept, path: Path) -> None:
    from tests.archive.making import Made

    with Archive(path) as archive:
        archive.add(Made("x", "=HYPERLINK(1) Kenya met Uganda.", title="=1+1").record())
    rows = list(csv.DictReader(io.StringIO(kept("search", "--format", "csv", "Uganda").stdout.removeprefix("\ufeff"))))
    assert [row["text"][:2] for row in rows] == ["'="]


def test_correct_history_and_corrections(kept: Kept) -> None:
    done = kept("correct", "e1", "edit", "--set", "type=THREATEN", "--by", "Ana", "--why", "it warned")
    assert done.stdout == "e1 now: Armenia THREATEN Azerbaijan (happened, 2020-10-10), about ceasefire, “accused”\n", (
        done.stderr
    )
    told = kept("history", "e1").stdout
    assert "version 1" in told
    assert "Ana edited e1: Armenia ACCUSE Azerbaijan" in told
    assert told.rstrip().endswith("(it warned)")
    history = json.loads(kept("history", "d1", "--format", "json").stdout)
    assert [made["decision"] for made in history["corrections"]] == ["edit"]
    rows = [json.loads(line) for line in kept("archive", "corrections", "--format", "plover").stdout.splitlines()]
    assert [(row["event"], row["source"][0]["actor"]) for row in rows] == [("THREATEN", "ARM")]
    assert "THREATEN" in kept("archive", "corrections").stdout
    done = kept("correct", "e1", "edit", "--set", "type THREATEN")
    assert (done.exit_code, "has no “=”" in done.stderr) == (2, True)
    done = kept("correct", "e77", "accept")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)


def test_exported_corrections_are_what_evaluate_reads(kept: Kept, memcon: Call, tmp_path: Path) -> None:
    for id in ("e1", "e2"):
        kept("correct", id, "accept")
    labelled = tmp_path / "labelled.jsonl"
    labelled.write_text(kept("archive", "corrections", "--format", "plover").stdout, encoding="utf-8")
    done = memcon("evaluate", "--format", "json", str(labelled))
    assert done.exit_code == 0, done.stderr
    assert "2" in done.stdout


def test_remove_asks_first(kept: Kept) -> None:
    done = kept("remove", "d1", stdin="n\n")
    assert done.exit_code == 1
    assert kept("search", "ceasefire").stdout
    done = kept("remove", "d1", "--yes", "--by", "Ana")
    assert done.stdout == "d1 removed\n"
    assert kept("search", "ceasefire").stdout == ""
    done = kept("show", "d1")
    assert (done.exit_code, done.stderr.startswith("memcon: d1 was removed on ")) == (2, True)


def test_stories_of_the_archive_and_apart(kept: Kept, path: Path) -> None:
    with Archive(path) as archive:
        archive.add(meeting("copy", "Trend", lead="BAKU – ").record())
    done = kept("stories")
    assert "1 report of its own, 1 copy" in done.stdout
    assert "d3" in done.stdout
    (story,) = [json.loads(line) for line in kept("stories", "--format", "jsonl").stdout.splitlines()]
    assert [told["copy_of"] for told in story["reports"]] == [None, "d2"]
    assert kept("apart", "d2", "d3").stdout == "d2 and d3 stay apart\n"
    assert kept("stories").stderr == "no story with 2 reports or more\n"


def test_import_keeps_records_and_names_lines_that_are_none(kept: Kept, tmp_path: Path) -> None:
    lines = [dumps(meeting(f"r{n}", tail=f" It was round {n}.").record()) for n in range(3)]
    file = tmp_path / "records.jsonl"
    file.write_text(
        "\n".join([lines[0], '{"id": "x"}', lines[1], '{"document": {"id": "y"}, "error": "no text"}', lines[2]])
    )
    done = kept("archive", "import", str(file))
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["d3", "added"],
        ["d4", "added"],
        ["d5", "added"],
    ]
    assert done.exit_code == 1
    assert "records.jsonl, line 2: is no record of memcon" in done.stderr
    assert "records.jsonl, line 4: is no record but an error: no text" in done.stderr


def test_info_backup_and_verify(kept: Kept, path: Path, tmp_path: Path) -> None:
    told = json.loads(kept("archive", "info", "--format", "json").stdout)
    assert (told["reports"], told["events"], told["first report"]) == (2, 4, "2020-10-10")
    assert "2  reports" in kept("archive", "info").stdout
    assert kept("archive", "backup", str(tmp_path / "copy.sqlite")).exit_code == 0
    done = kept("archive", "backup", str(tmp_path / "copy.sqlite"))
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    plain = sqlite3.connect(path)
    plain.execute("UPDATE versions SET text = upper(text) WHERE id = 1")
    plain.commit()
    done = kept("archive", "verify")
    assert done.exit_code == 1
    assert done.stdout.startswith("report d1, version 1: its text is not the one that was added\n")
    assert done.stderr == "1 reports hold, 2 faults\n" or "faults" in done.stderr


def test_reread_lists_what_is_different_and_keeps_corrections(memcon: Call, path: Path) -> None:
    archive = ("--archive", str(path))
    memcon("add", *archive, "--published", "2021-09-28", "-", stdin=MEETING)
    assert memcon("archive", "reread", *archive).stderr.splitlines()[-1] == "0 reports read, 0 are different, 0 failed"
    (event,) = json.loads(memcon("search", *archive, "--format", "json", "type:CONSULT").stdout)
    memcon("correct", *archive, event["id"], "edit", "--set", "place=Narva")
    with Archive(path) as made:
        made.connection.execute("UPDATE versions SET made_by = 'an older memcon'")
    done = memcon("archive", "reread", *archive)
    assert done.stderr.splitlines()[-1] == "1 reports read, 0 are different, 0 failed"
    assert memcon("search", *archive, "place:Narva").stdout


def test_show_is_the_page_of_read(kept: Kept) -> None:
    done = kept("show", "e1")
    assert "Fragile truce in the Caucasus" in done.stdout
    assert json.loads(kept("show", "d1", "--format", "json").stdout)["document"]["id"] == "ceasefire.txt"


@pytest.mark.parametrize(
    "call",
    [
        ["search", "x"],
        ["log", "--between", "AZE", "UN"],
        ["show", "d1"],
        ["stories"],
        ["archive", "info"],
        ["correct", "e1", "accept"],
        ["remove", "d1"],
    ],
)
def test_without_an_archive_each_says_so_in_a_line(memcon: Call, path: Path, call: list[str]) -> None:
    done = memcon(*call, "--archive", str(path))
    assert done.exit_code == 2
    assert done.stderr == f"memcon: {path}: there is no archive yet; `memcon add` makes it\n"
    assert not path.exists()


def test_a_full_disk_is_one_line_and_what_was_told_is_there(path: Path, tmp_path: Path) -> None:
    """With a real limit on the size of files, in a process of its own."""
    Archive(path).close()
    file = tmp_path / "records.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for number in range(3000):
            lines.write(dumps(meeting(f"r{number}", tail=f" It was round {number}.").record()) + "\n")
    script = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000,) * 2)\n"
        "sys.argv[0] = 'memcon'\nfrom memcon.cli import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "archive", "import", "--archive", str(path), str(file)],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": "src"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("memcon: ")
    assert "disk" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    told = [line.split()[0] for line in done.stdout.splitlines()]
    with Archive(path) as archive:
        assert len(told) == archive.summary()["reports"] > 0
        assert all(found is None for found in archive.verify())
