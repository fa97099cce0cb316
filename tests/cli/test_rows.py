"""``memcon dyads``, ``actors`` and ``stories``: an answer a row, in order."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Call

TEXT = "Estonia condemned Russia over the closure of the consulate."
GOOD = {"id": "good", "text": TEXT, "source": [0, 7], "target": [18, 24]}


def answers(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": "a"}, 'has no "text"'),
        ({"id": "a", "text": 5}, '"text" is not a string'),
        ({"id": "a", "text": " "}, '"text" is empty'),
        ({"id": "a", "text": TEXT, "target": [18, 24]}, '"source" is not a pair of offsets [start, end]'),
        ({**GOOD, "id": "a", "target": [18, 99]}, '"target" [18, 99] lies outside the text, which has 59 characters'),
        ({"id": "a", "text": TEXT, "source": [7, 0], "target": [18, 24]}, '"source" [7, 0] lies outside the text'),
        ({"id": "a", "text": TEXT, "source": ["0", 7], "target": [18, 24]}, '"source" is not a pair'),
    ],
)  # fmt: skip
def test_a_bad_row_is_answered_in_its_place(memcon: Call, row: dict[str, object], said: str) -> None:
    done = memcon("dyads", "--format", "jsonl", "-", stdin=f"{json.dumps(row)}\n{json.dumps(GOOD)}\n")
    bad, good = answers(done.stdout)
    assert bad["id"] == "a"
    assert str(bad["error"]).startswith(said)
    assert good["id"] == "good"
    assert done.exit_code == 1
    assert done.stderr.startswith("memcon: -, row 1: ")


def test_a_dyad(memcon: Call) -> None:
    done = memcon("dyads", "--format", "jsonl", "-", stdin=json.dumps(GOOD))
    (found,) = answers(done.stdout)
    assert (found["id"], found["type"], found["quad"]) == ("good", "ACCUSE", "VCONF")
    assert set(found) == {"id", "type", "quad", "cameo", "confidence"}


def test_a_phrase(memcon: Call) -> None:
    rows = [{"id": 1, "text": "Estonian Foreign Minister Margus Tsahkna"}, {"id": 2, "text": "the weather"}]
    done = memcon("actors", "--format", "jsonl", "-", stdin="".join(json.dumps(row) + "\n" for row in rows))
    first, second = answers(done.stdout)
    assert (first["country"], first["code"]) == ("EST", "ESTGOV")
    assert second["country"] is None
    assert set(first) == {"id", "name", "country", "sectors", "code", "office"}


def test_stories(memcon: Call) -> None:
    texts = [
        "Estonia and Latvia signed a border agreement in Valga on Monday.",
        "The border agreement between Latvia and Estonia was signed on Monday in Valga.",
        "An earthquake struck the coast of Chile and killed four people in Concepción.",
    ]
    rows = "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    found = answers(memcon("stories", "--format", "jsonl", "-", stdin=rows).stdout)
    assert [answer["id"] for answer in found] == ["0", "1", "2"]
    assert found[0]["story"] == found[1]["story"] != found[2]["story"]


def test_a_table_for_people(memcon: Call) -> None:
    done = memcon("dyads", "-", stdin=json.dumps(GOOD))
    assert done.stdout.split()[:5] == ["id", "type", "quad", "cameo", "confidence"]
    assert "ACCUSE" in done.stdout
