"""``memcon read``: the contract with programs, and that no input costs another."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import Call

from memcon.record import schema

MEETING = "Estonian Foreign Minister Margus Tsahkna met Finnish Foreign Minister Elina Valtonen in Tallinn on Tuesday."
CALL = "US President Joe Biden spoke by telephone with Chinese President Xi Jinping on Thursday, the White House said."


def lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_a_record_a_line_in_order_with_errors_in_their_place(memcon: Call) -> None:
    done = memcon(
        "read", "--format", "jsonl", "-",
        stdin=lines({"id": "a", "text": MEETING}, "{broken", {"id": "b"}, {"id": "c", "text": CALL}),
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["document"]["id"] for answer in answers] == ["a", "stdin:2", "b", "c"]
    assert ["error" in answer for answer in answers] == [False, True, True, False]
    assert answers[0]["document"]["text"] == MEETING
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "memcon: stdin, line 2: is not JSON (expecting property name enclosed in double quotes, column 2)",
        'memcon: stdin, line 3: has no "text"; its fields are id',
    ]


def test_every_record_keeps_to_the_schema(memcon: Call) -> None:
    done = memcon("read", "--format", "jsonl", *map(str, sorted(Path("examples").iterdir())))
    assert done.exit_code == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) >= 12
    check = jsonschema.Draft202012Validator(schema())
    for record in records:
        check.validate(record)


def test_json_is_one_object_or_one_array(memcon: Call, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(MEETING)
    one, two, missing = (str(tmp_path / f"{name}.txt") for name in ("a", "b", "c"))
    assert json.loads(memcon("read", "--format", "json", one).stdout)["document"]["id"] == one
    done = memcon("read", "--format", "json", one, missing, two)
    assert [answer["document"]["id"] for answer in json.loads(done.stdout)] == [one, missing, two]
    assert done.exit_code == 1
    assert json.loads(memcon("read", "--format", "json", missing, missing).stdout)[0]["error"] == "no such file"
    rows = lines({"id": "x", "text": MEETING}, {"id": "y", "text": CALL})
    assert [r["document"]["id"] for r in json.loads(memcon("read", "--format", "json", "-", stdin=rows).stdout)] == [
        "x",
        "y",
    ]


def test_the_day_of_publication_fixes_tuesday(memcon: Call) -> None:
    done = memcon("read", "--format", "json", "--published", "2024-03-07", "-", stdin=MEETING)
    record = json.loads(done.stdout)
    (meeting,) = [event for event in record["events"] if event["type"] == "CONSULT"]
    assert meeting["date"]["start"] == meeting["date"]["end"] == "2024-03-05"
    unknown = json.loads(memcon("read", "--format", "json", "-", stdin=MEETING).stdout)
    assert all(not event["date"] or event["date"]["start"] is None for event in unknown["events"])


def test_facts_come_with_verdicts(memcon: Call) -> None:
    text = "Estonia has been a member of the United Nations since September 17, 1991."
    (fact,) = json.loads(memcon("read", "--format", "json", "-", stdin=text).stdout)["facts"]
    assert fact["check"]["verdict"] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "\x00\x01",
        "“",
        "\u200b\u200b",
        "😀 met 🇪🇪",
        "A" * 5000,
        "((((\n\n))))",
        "Mr. Mr. Mr.",
        "\r\n\r\n.\r\n",
        "１２月",
    ],
)
def test_any_text_gives_a_record(memcon: Call, text: str) -> None:
    done = memcon("read", "--format", "jsonl", "-", stdin=lines({"id": "a", "text": text}))
    (answer,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert answer.get("error") == ("is empty" if not text.strip() else None)
    if "error" not in answer:
        assert answer["document"]["text"] == text


GERMAN = "Der Bundeskanzler traf am Dienstag den Präsidenten in Berlin und sprach mit ihm über die Lage in der Ukraine."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("folder", "", "is a folder without files to read"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("noise.txt", bytes(range(256)) * 40, "is binary, not text"),
        ("huge.txt", b"France met Germany in Paris on Monday. " * 1_300_000, "is larger than"),
        ("german.txt", GERMAN.encode(), "looks like German; memcon reads English"),
        ("no-text.json", b'{"id": "x"}', 'has no "text"'),
        ("broken.json", b"[1, 2", "is not JSON"),
        ("bad-date.jsonl", b'{"text": "Mali met Chad.", "published": "2021-13-45"}', "'2021-13-45' is not a date"),
    ],
)
def test_a_bad_input_is_one_line_and_costs_no_other(
    memcon: Call, tmp_path: Path, name: str, content: bytes | str | None, said: str
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / name
    good.write_text(MEETING)
    if isinstance(content, bytes):
        bad.write_bytes(content)
    elif content is not None:
        bad.mkdir()
    done = memcon("read", "--format", "jsonl", str(bad), str(good))
    refused, read = (json.loads(line) for line in done.stdout.splitlines())
    assert said in refused["error"]
    assert read["document"]["text"] == MEETING
    (complaint,) = done.stderr.splitlines()
    assert complaint.startswith("memcon: ")
    assert name in complaint
    assert said in complaint
    assert done.exit_code == 1


def test_a_file_that_may_not_be_read(memcon: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = open

    def guarded(name, *more, **how):  # type: ignore[no-untyped-def]
        if str(name).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied", str(name))
        return real(name, *more, **how)

    (tmp_path / "secret.txt").write_text(MEETING)
    monkeypatch.setattr("builtins.open", guarded)
    done = memcon("read", str(tmp_path / "secret.txt"))
    assert done.exit_code == 1
    assert done.stderr == f"memcon: {tmp_path / 'secret.txt'}: may not be read (permission denied)\n"


def test_a_fault_costs_its_own_document_only(memcon: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon import reading

    read_many = reading.read_many

    def faulty(documents, *more, **how):  # type: ignore[no-untyped-def]
        def watched():  # type: ignore[no-untyped-def]
            for document in documents:
                if document.id == "b":
                    raise RuntimeError("a fault\nof two lines")
                yield document

        return read_many(watched(), *more, **how)

    monkeypatch.setattr(reading, "read_many", faulty)
    rows = [{"id": id, "text": MEETING} for id in "abc"]
    done = memcon("read", "--format", "jsonl", "-", stdin=lines(*rows))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["document"]["id"] for answer in answers] == ["a", "b", "c"]
    assert "RuntimeError: a fault" in answers[1]["error"]
    assert answers[2]["events"]
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_name_cannot_write_over_the_terminal(memcon: Call) -> None:
    done = memcon("read", "no\x1b]2;such\nfile")
    assert done.stderr == "memcon: no ]2;such file: no such file\n"


def test_a_lexicon_of_ones_own(memcon: Call, tmp_path: Path) -> None:
    text = "Estonia frobnicated Latvia on Monday."
    own = tmp_path / "own.toml"
    own.write_text('[[entry]]\ntype = "AID"\ncameo = "070"\nwords = "frobnicate"\n')
    plain = json.loads(memcon("read", "--format", "json", "-", stdin=text).stdout)
    mine = json.loads(memcon("read", "--format", "json", "--lexicon", str(own), "-", stdin=text).stdout)
    assert [event["type"] for event in mine["events"]] == ["AID"]
    assert [event["type"] for event in plain["events"]] != ["AID"]
    assert plain["made_by"]["lexicon"] != mine["made_by"]["lexicon"] != ""


def test_a_lexicon_that_cannot_be_used(memcon: Call, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[entry]]\ntype = "NONSENSE"\nwords = "frobnicate"\n')
    done = memcon("read", "--lexicon", str(own), "-", stdin="Estonia met Latvia.")
    assert done.exit_code == 2
    assert "own.toml" in done.stderr
    assert "NONSENSE" in done.stderr
