"""``memcon export`` and ``memcon overlap`` as a user calls them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.archive.making import accusation, meeting
from tests.cli.conftest import Call
from tests.exports.conftest import coded, thanks

from memcon.archive import Archive

Kept = Callable[..., Result]


@pytest.fixture
def kept(memcon: Call, tmp_path: Path) -> Kept:
    """Calls a verb on an archive with three reports."""
    path = tmp_path / "archive.sqlite"
    with Archive(path) as archive:
        for made in (accusation(), meeting(), thanks()):
            archive.add(coded(made))

    def call(*arguments: str) -> Result:
        return memcon(*arguments, "--archive", str(path))

    return call


def test_to_standard_output(kept: Kept) -> None:
    done = kept("export", "plover", "type:SUPPORT")
    assert json.loads(done.stdout)["event"] == ["SUPPORT"]
    assert (done.exit_code, done.stderr) == (0, "1 event\n")


def test_to_a_file_and_what_was_left_out(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "icews.tab"
    done = kept("export", "icews", "-o", str(place))
    assert place.read_text().startswith("Event ID\tEvent Date\t")
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "3 rows",
        "left out: 1 denied, 1 part of a meeting or call that has its own row, 1 planned, "
        "1 told in passing about another time",
        "  (icews has no column that says whether something happened; --also planned takes them in)",
    ]
    again = kept("export", "icews", "-o", str(place))
    assert again.exit_code == 2
    assert "icews.tab: is there already; --force writes over it" in again.stderr
    assert kept("export", "icews", "--also", "planned", "--force", "-o", str(place)).exit_code == 0
    assert len(place.read_text().splitlines()) == 5


def test_several_files_into_a_folder_or_a_zip(kept: Kept, tmp_path: Path) -> None:
    assert kept("export", "csv", "-o", str(tmp_path / "tables")).exit_code == 0
    names = {"reports.csv", "events.csv", "statements.csv", "facts.csv", "actors.csv", "dictionary.csv"}
    assert {path.name for path in (tmp_path / "tables").iterdir()} == names
    piped = kept("export", "csv")
    assert set(zipfile.ZipFile(io.BytesIO(piped.stdout_bytes)).namelist()) == names
    only = kept("export", "csv", "--only", "facts", "verdict:contradicted")
    assert only.stdout == (tmp_path / "tables" / "facts.csv").read_text()


def test_a_query_is_that_of_search(kept: Kept) -> None:
    found = kept("export", "plover", "from:European Union")
    assert found.exit_code == 0
    assert found.stderr == 'nothing found for from:"European Union"\n'
    minus = kept("export", "plover", "kind:event", "-type:CONSULT", "since:2021")
    assert [json.loads(line)["event"] for line in minus.stdout.splitlines()] == [["SUPPORT"], ["AGREE"]]


def test_where_nothing_is_found_no_empty_file_is_left(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "reviews.jsonl"
    done = kept("export", "claimreview", "-o", str(place))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[:2] == [
        f"the archive holds nothing for claimreview; {place} was not written",
        "  (a review needs a fact that a person accepted: memcon correct f12 accept)",
    ]
    assert list(tmp_path.glob("*reviews*")) == []
    # What stood there stays, and a table has its heading.
    place.write_text("older")
    kept("export", "claimreview", "-o", str(place), "--force")
    assert place.read_text() == "older"
    kept("export", "icews", "from:UGA", "-o", str(tmp_path / "none.tab"))
    assert (tmp_path / "none.tab").read_text().startswith("Event ID\t")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "cvs"), "'cvs' is no format of export; did you mean 'csv'?"),
        (("export", "csv", "--only", "event"), "there is no file 'event' in this format"),
        (("export", "plover", "typ:ACCUSE"), "there is no field 'typ'; did you mean type:?"),
        (("export", "plover", "from:Narnia"), "nobody is called 'Narnia'"),
        (("export", "plover", "-o", "missing/out.jsonl"), "missing/out.jsonl: cannot be written"),
        (("export", "gdelt", "--also", "denied"), "'denied' is not one of 'planned', 'offered', 'requested'"),
    ],
)
def test_a_wrong_call_is_one_clear_line(kept: Kept, arguments: tuple[str, ...], said: str) -> None:
    done = kept(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_no_archive(memcon: Call, tmp_path: Path) -> None:
    done = memcon("export", "csv", "-o", str(tmp_path / "out"), "--archive", str(tmp_path / "none.sqlite"))
    assert done.exit_code == 2
    assert "there is no archive yet" in done.stderr
    assert not (tmp_path / "out").exists()


def test_overlap(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "icews.tab"
    kept("export", "icews", "type:SUPPORT", "-o", str(place))
    done = kept("overlap", str(place))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "dyads a day, 2020-10-10 to 2021-06-01"
    assert [line.split() for line in done.stdout.splitlines()[3:]] == [
        ["AGREE", "0", "1", "0"],
        ["SUPPORT", "1", "0", "0"],
        ["ACCUSE", "0", "1", "0"],
        ["all", "1", "2", "0"],
    ]
    told = json.loads(kept("overlap", str(place), "--format", "json").stdout)
    assert told["types"]["SUPPORT"] == {"both": 1, "archive": 0, "file": 0}


def test_overlap_with_rows_that_cannot_be_read(kept: Kept, tmp_path: Path) -> None:
    place = tmp_path / "icews.tab"
    kept("export", "icews", "-o", str(place))
    place.write_text(place.read_text().replace("2021-05-03", "soon"))
    done = kept("overlap", str(place))
    assert done.exit_code == 1
    assert "'soon' is no day" in done.stderr
    place.write_text("a,b\n")
    assert kept("overlap", str(place)).exit_code == 2
