"""``memcon lexicon`` and ``memcon codes``: what there is, and a file of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call

GOOD = """type = "SUPPORT"

[[entry]]
words = "roll out red carpet for"
target = "for"
needs = "both"
cameo = "051"
example = "<Serbia> rolled out the red carpet for [China]."
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "my.toml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture(autouse=True)
def loaded(parser: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.cli.stream.load_parser", lambda model: parser)


def test_the_counts(memcon: Call) -> None:
    done = memcon("lexicon", "list")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 17
    assert "words and phrases in" in done.stdout


def test_a_word_a_type_and_a_code(memcon: Call) -> None:
    assert "SUPPORT 051" in memcon("lexicon", "list", "praise").stdout
    assert all(
        e["type"] == "SUPPORT" for e in json.loads(memcon("lexicon", "list", "SUPPORT", "--format", "json").stdout)
    )
    assert "RETREAT 0841" in memcon("lexicon", "list", "0841").stdout


def test_a_word_that_is_not_there(memcon: Call) -> None:
    done = memcon("lexicon", "list", "zzz")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no entry for 'zzz'" in done.stderr


def test_a_file_of_ones_own_holds_and_reads_its_examples(memcon: Call, mine: Path) -> None:
    assert "1 entries and 0 cues, all well formed" in memcon("lexicon", "check", str(mine)).stdout
    done = memcon("lexicon", "test", str(mine))
    assert (done.exit_code, done.stdout) == (0, "1 of 1 examples give their event\n")


def test_an_example_that_gives_another_event_is_named(memcon: Call, mine: Path) -> None:
    mine.write_text(GOOD.replace("rolled out the red carpet for [China]", "attacked [China]"), "utf-8")
    done = memcon("lexicon", "test", str(mine))
    assert done.exit_code == 1
    assert f"{mine}:3: Serbia attacked China." in done.stdout
    assert "no SUPPORT; it gave ASSAULT" in done.stdout


@pytest.mark.parametrize("call", [("lexicon", "check"), ("lexicon", "test")])
def test_a_mistake_is_one_line_that_names_its_own(memcon: Call, mine: Path, call: tuple[str, ...]) -> None:
    mine.write_text(GOOD.replace("051", "951"), "utf-8")
    done = memcon(*call, str(mine))
    assert done.exit_code == 1
    assert done.stderr.endswith(f": {mine}:7: cameo = '951' is not a CAMEO code\n")


def test_reading_with_a_lexicon_of_ones_own(memcon: Call, mine: Path) -> None:
    said = "Serbia rolled out the red carpet for China."
    read = json.loads(memcon("read", "--format", "json", "--lexicon", str(mine), "-", stdin=said).stdout)
    plain = json.loads(memcon("read", "--format", "json", "-", stdin=said).stdout)
    assert [event["type"] for event in read["events"]] == ["SUPPORT"]
    assert read["made_by"]["lexicon"] != plain["made_by"]["lexicon"]


def test_reading_with_a_lexicon_that_does_not_hold(memcon: Call, mine: Path) -> None:
    mine.write_text(GOOD.replace("051", "951"), "utf-8")
    done = memcon("read", "--lexicon", str(mine), "-", stdin="Serbia hailed China.")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{mine}:7: cameo = '951' is not a CAMEO code" in done.stderr


def test_codes(memcon: Call) -> None:
    assert len(memcon("codes").stdout.splitlines()) == 16
    assert memcon("codes", "036").stdout.startswith("036  Express intent to meet or negotiate")
    assert "  PLOVER's crosswalk has COERCE; memcon departs from it: " in memcon("codes", "163").stdout
    assert "departs" not in memcon("codes", "036").stdout
    told = json.loads(memcon("codes", "--format", "json", "support").stdout)
    assert told["quad"] == "VCOOP"
    assert "057" in [code["code"] for code in told["codes"]]
    assert {row["code"][:2] for row in json.loads(memcon("codes", "--format", "json", "08").stdout)["codes"]} == {"08"}


def test_a_code_that_is_not_there(memcon: Call) -> None:
    done = memcon("codes", "HELP")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "PLOVER has no type 'HELP'" in done.stderr
