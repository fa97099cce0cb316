"""PLOVER JSON lines against the field names of the PLOVER manual, chapter “JSON Data Fields”.

The lists are those of the tables “PLOVER JSON”, “Information object for actors”, “… for text” and “… for citations” of
PLOVER_MANUAL.tex (github.com/openeventdata/PLOVER).
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.exports.conftest import Exported

from memcon.exports import Job

FIELDS = {
    "id", "has_event", "date", "time", "enddate", "endtime", "source", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment",
}  # fmt: skip
REQUIRED = {"id", "date", "source", "event"}
ACTOR = {
    "code", "sector", "actor_text", "identifier_id", "identifier_text", "actor_loc", "religion", "ethnicity", "office",
    "gender", "age",
}  # fmt: skip
TEXT = {"sequence", "start", "end", "text_story", "connlu_parse", "treebank_parse"}
CITATION = {
    "corpus", "citation", "url", "title", "language", "publication", "license", "copyright", "coder", "codebook",
    "version",
}  # fmt: skip
#: “Providers should feel free to include named fields beyond those provided hence.”
OURS = {"status", "act", "background", "cameo", "date_basis", "published"}


@pytest.fixture
def rows(exported: Exported) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("plover")["events.jsonl"].splitlines()]


def test_the_fields_are_the_manuals(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        assert row.keys() >= REQUIRED
        assert row.keys() <= FIELDS | OURS
        for actor in (*row["source"], *row.get("recipient", ())):
            assert actor.keys() <= ACTOR | {"actor_code"}
        assert row["text_info"].keys() <= TEXT
        assert row["cite_info"].keys() <= CITATION


def test_every_event_whatever_its_status(rows: list[dict[str, Any]]) -> None:
    assert [(row["id"], *row["event"], row["status"], row["background"]) for row in rows] == [
        ("e1", "ACCUSE", "happened", False),
        ("e2", "REJECT", "denied", False),
        ("e6", "CONSULT", "happened", False),
        ("e7", "CONSULT", "happened", False),
        ("e8", "SUPPORT", "happened", False),
        ("e9", "AGREE", "planned", False),
        ("e10", "AID", "happened", True),
    ]
    assert rows[5]["act"] == "CONSULT"


def test_an_event_in_full(rows: list[dict[str, Any]]) -> None:
    row = rows[4]
    assert row["date"] == "2021-05-03"
    assert row["source"] == [{"code": "NAM", "actor_code": "NAM", "actor_text": "Namibia"}]
    assert row["recipient"] == [{"code": "KEN", "actor_code": "KEN", "actor_text": "Kenya"}]
    assert row["text"] == "🇳🇦 Namibia thanked Kenya on 3 May 2021"
    assert row["text_info"] == {"sequence": 1, "start": 0, "end": 38}
    assert row["cite_info"]["url"] == "https://news.example/thanks?a=1"


def test_a_person_who_accepted_an_event_is_its_coder(archive: Any, exported: Exported) -> None:
    archive.correct("e1", "accept", person="Ada")
    row = json.loads(exported("plover", "type:ACCUSE kind:event")["events.jsonl"])
    assert row["coder"] == "Ada"


def test_what_has_no_day_at_all_is_left_out_and_counted(archive: Any, exported: Exported) -> None:
    from tests.archive.making import Made
    from tests.exports.conftest import coded

    archive.add(coded(Made("undated.txt", "Kenya thanked Uganda.").event("Kenya", "thanked", "Uganda", "SUPPORT")))
    job = Job()
    assert b"Kenya thanked Uganda" not in exported("plover", None, job)["events.jsonl"]
    assert job.left_out == {"without a day": 1}
    assert job.wrote == {"events": 7}


def test_evaluate_reads_it(exported: Exported, tmp_path: Any) -> None:
    from memcon.evaluating.files import read_labelled

    place = tmp_path / "events.jsonl"
    place.write_bytes(exported("plover", "type:SUPPORT")["events.jsonl"])
    found = read_labelled(str(place))
    assert not found.faults
    assert [(label.type, label.source, label.target) for label in found.texts[0].labels] == [
        ("SUPPORT", ("NAM",), ("KEN",))
    ]
