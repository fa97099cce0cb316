"""What a researcher sees of ``memcon evaluate``: figures, confusions, misses, and rows that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.cli import stream

ACCUSED = {
    "id": "1",
    "text": "France condemned the junta of Niger.",
    "source": "FRA",
    "target": "NER",
    "type": "ACCUSE",
}
NOTHING = {"id": "2", "text": "Rain fell in Paris.", "type": ""}


@pytest.fixture
def evaluate(memcon, tmp_path: Path):
    """``evaluate(rows)``: the result of the verb on a file of these rows (or on this text of a table)."""

    def call(given, *options: str):
        if isinstance(given, str):
            path = tmp_path / "labelled.csv"
            path.write_text(given, encoding="utf-8")
        else:
            path = tmp_path / "labelled.jsonl"
            lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in given)
            path.write_text("\n".join(lines), encoding="utf-8")
        return memcon("evaluate", *options, str(path))

    return call


def figures(result, kind: str = "events"):
    return json.loads(result.stdout)[kind]


def test_the_page_shows_figures_confusions_and_misses(evaluate):
    wrong = {**ACCUSED, "id": "3", "type": "REJECT"}
    result = evaluate([ACCUSED, NOTHING, wrong])
    assert result.exit_code == 0
    assert "source + target + type      0.500    0.500    0.500         2       2       1" in result.stdout
    assert "REJECT     → ACCUSE       1" in result.stdout
    assert "3: France condemned the junta of Niger." in result.stdout
    assert "labelled FRA REJECT NER" in result.stdout
    assert "found    FRA ACCUSE NER" in result.stdout
    assert result.stderr == ""


def test_json_has_everything(evaluate):
    found = json.loads(evaluate([ACCUSED, NOTHING], "--format", "json").stdout)
    assert found["rows_left_out"] == 0
    assert found["made_by"].keys() == {"memcon", "model", "lexicon"}
    assert found["events"]["texts"] == 2
    assert found["events"]["overall"]["source + target + type"]["f1"] == 1.0
    assert found["events"]["confusion"] == {"ACCUSE": {"ACCUSE": 1}}
    assert found["events"]["misses"] == []


@pytest.mark.parametrize(
    "event",
    [
        {"event": "ACCUSE", "source": [{"actor": "FRA", "sector": ["GOV"]}], "target": [{"actor": "NER"}]},
        {"events": [{"plover_type": "ACCUSE", "source_code": "FRA", "target_code": "NER"}]},
        {"type": "accuse", "source": "France", "target": "Niger"},
        {"cameo": "111", "source": "FRAGOV", "target": ["NERMIL"]},
        {"type": "ACCUSE", "source": "FRACVLbre", "target": "NER***"},
        {"type": 111, "source": "FRA", "target": "NER"},
    ],
)
def test_every_form_of_a_label(evaluate, event):
    row = {"id": "1", "text": ACCUSED["text"], **event}
    assert figures(evaluate([row], "--format", "json"))["overall"]["source + target + type"]["f1"] == 1.0


def test_a_table_with_several_rows_a_text(evaluate):
    table = (
        "id,text,source,target,type\n"
        'a,"Egypt criticised Ethiopia over the dam, and Kenya thanked Japan.",Egypt,ETH,ACCUSE\n'
        "a,,KEN,JPN,50\n"  # a spreadsheet has eaten the nought of 050
        "b,Rain fell in Paris.,,,\n"
    )
    result = evaluate(table, "--format", "json")
    assert result.exit_code == 0
    assert figures(result)["texts"] == 2
    assert figures(result)["overall"]["source + target + type"]["right"] == 2


def test_a_table_of_semicolons_and_a_byte_order_mark(evaluate):
    result = evaluate("\ufeffid;text;source;target;type\n1;Chad thanked Mali.;TCD;MLI;SUPPORT\n\n", "--format", "json")
    assert figures(result)["overall"]["type"]["f1"] == 1.0
    assert result.exit_code == 0


def test_the_order_of_a_meetings_parties_does_not_matter(evaluate):
    row = {"id": "1", "text": "Norway's king met the president of Kenya.", "type": "CONSULT"}
    result = evaluate([{**row, "source": "KEN", "target": "NOR"}], "--format", "json")
    assert figures(result)["overall"]["source + target + type"]["f1"] == 1.0


def test_one_event_labelled_pair_by_pair(evaluate):
    row = {"id": "1", "text": "Kenya and Ghana thanked Japan.", "type": "SUPPORT", "target": "JPN"}
    result = evaluate([{**row, "source": "KEN"}, {**row, "source": "GHA"}], "--format", "json")
    assert figures(result)["confusion"] == {"SUPPORT": {"SUPPORT": 2}}
    assert figures(result)["misses"] == []


def test_what_did_not_happen_counts_only_where_the_labels_tell_the_status(evaluate):
    row = {"id": "1", "text": "Iran denied attacking Israel.", "source": "IRN", "target": "ISR"}
    assert figures(evaluate([{**row, "type": ""}], "--format", "json"))["overall"]["type"]["found"] == 0
    told = evaluate([{**row, "type": "ASSAULT", "status": "denied"}], "--format", "json")
    assert figures(told)["overall"]["type"]["right"] == 1
    assert figures(told)["shares"]["status"] == 1.0


def test_marked_parties_are_scored_as_dyads(evaluate):
    rows = [
        {"id": "1", "text": "Kenya thanked Japan.", "source": [0, 5], "target": [14, 19], "type": "SUPPORT"},
        {"id": "2", "text": "Chad freed two rebels.", "source": [0, 4], "target": [11, 21], "type": "YIELD"},
    ]
    result = evaluate(rows, "--format", "json")
    assert figures(result, "dyads")["shares"] == {"accuracy": 1.0, "macro F1": 1.0}
    assert "events" not in json.loads(result.stdout)


def test_marked_parties_in_a_table(evaluate):
    table = "id,text,source_start,source_end,target_start,target_end,type\n1,Kenya thanked Japan.,0,5,14,19,SUPPORT\n"
    assert figures(evaluate(table, "--format", "json"), "dyads")["shares"]["accuracy"] == 1.0


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("not json", "is not JSON"),
        ({"id": "9", "type": "ACCUSE"}, 'has no "text"; its fields are id, type'),
        ({"id": "9", "text": "Chad thanked Mali."}, 'has no "type"'),
        ({**ACCUSED, "id": "9", "type": "SHOUT"}, "\"type\" 'SHOUT' is neither a PLOVER type"),
        ({**ACCUSED, "id": "9", "type": "999"}, "CAMEO has no code '999'"),
        ({**ACCUSED, "id": "9", "type": "010"}, "CAMEO 010 has no PLOVER type"),
        ({**ACCUSED, "id": "9", "source": "Atlantis"}, "\"source\" 'Atlantis' is neither an actor code"),
        ({**ACCUSED, "id": "9", "status": "maybe"}, "\"status\" 'maybe' is none of happened"),
        ({**ACCUSED, "id": "9", "published": "someday"}, '"published"'),
        ({**ACCUSED, "id": "1", "text": "Another text."}, "id 1 was given to another text before"),
        (
            {**ACCUSED, "id": "9", "source": [0, 6], "target": [40, 60]},
            "lies outside the text, which has 36 characters",
        ),
        ({**ACCUSED, "id": "9", "events": "ACCUSE"}, '"events" is not a list'),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_scored(evaluate, row, said):
    result = evaluate([ACCUSED, row, NOTHING])
    assert result.exit_code == 1
    assert said in result.stderr
    assert "labelled.jsonl, row 2:" in result.stderr or "labelled.jsonl, line 2:" in result.stderr
    assert "Events in the texts: 2" in result.stdout
    assert "1 row was left out" in result.stdout


def test_a_row_with_too_many_cells(evaluate):
    result = evaluate("id,text,type\n1,Chad, thanked Mali.,SUPPORT\n2,Rain fell in Paris.,\n")
    assert result.exit_code == 1
    assert "row 2: has 4 cells, the heading has 3; put quotes around a text with a comma" in result.stderr


@pytest.mark.parametrize("given", ["", "id,text,type\n", [""]])
def test_a_file_without_a_usable_row_is_a_wrong_call(evaluate, monkeypatch, given):
    monkeypatch.setattr(stream, "load_parser", lambda model: pytest.fail("the model was loaded for nothing"))
    result = evaluate(given)
    assert result.exit_code == 2
    assert "no row could be used" in result.stderr


def test_a_file_that_is_not_there(memcon, tmp_path):
    for name in ("nowhere.csv", "nowhere.jsonl"):
        result = memcon("evaluate", str(tmp_path / name))
        assert result.exit_code == 2
        assert "no such file" in result.stderr


def test_standard_input(memcon):
    result = memcon("evaluate", "--format", "json", "-", stdin=json.dumps(ACCUSED) + "\n")
    assert json.loads(result.stdout)["events"]["texts"] == 1
