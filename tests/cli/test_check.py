"""``memcon check``: facts with their verdicts, for people and for programs."""

from __future__ import annotations

import json

from tests.cli.conftest import Call

RIGHT = "Estonia has been a member of the United Nations since September 17, 1991.\n"
WRONG = "Austria has been a member of the United Nations since May 15, 1955.\n"


def test_a_verdict_with_its_reason_and_source(memcon: Call) -> None:
    done = memcon("check", "-", stdin=RIGHT + WRONG)
    assert done.exit_code == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0] == "✗ Austria is a member of the United Nations, since 15 May 1955"
    assert "14 December 1955" in lines[1]
    assert "✓ Estonia is a member of the United Nations, since 17 Sep 1991" in lines
    assert lines[-2] == "✓ 1 supported   ✗ 1 contradicted"


def test_strict_ends_with_three_on_a_contradiction_alone(memcon: Call) -> None:
    assert memcon("check", "--strict", "-", stdin=WRONG).exit_code == 3
    assert memcon("check", "--strict", "-", stdin=RIGHT).exit_code == 0
    assert memcon("check", "--strict", "no-such-file", "-", stdin=WRONG).exit_code == 3
    assert memcon("check", "no-such-file", "-", stdin=WRONG).exit_code == 1


def test_a_line_a_fact_for_programs(memcon: Call) -> None:
    rows = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in (("a", RIGHT), ("b", ""), ("c", WRONG)))
    done = memcon("check", "--format", "jsonl", "-", stdin=rows)
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["document"], first["verdict"]) == ("a", "supported")
    assert second == {"document": {"id": "b"}, "error": "is empty"}
    assert (third["verdict"], third["subject"], third["start"]) == ("contradicted", "Austria", "1955-05-15")
    assert third["citations"][0]["row"]
    assert WRONG[third["evidence"]["start"] : third["evidence"]["end"]] == third["evidence"]["text"]
    assert done.exit_code == 1


def test_a_text_without_facts_says_so(memcon: Call) -> None:
    assert "no dated fact was found" in memcon("check", "-", stdin="The ministers met.").stdout
