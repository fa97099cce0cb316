"""``--names``: a user's own names on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call


def test_own_names_on_the_command_line(memcon: Call, tmp_path: Path) -> None:
    names = tmp_path / "my.toml"
    names.write_text('[[body]]\nname = "Fjord Forum"\nsectors = ["IGO"]\ncode = "IGOFJO"\n', encoding="utf-8")
    done = memcon(
        "read", "--format", "jsonl", "--names", str(names), "-", stdin="The Fjord Forum condemned the attack."
    )
    assert done.exit_code == 0
    actors = json.loads(done.stdout)["actors"]
    assert [(actor["name"], actor["code"]) for actor in actors] == [("Fjord Forum", "IGOFJO")]


def test_a_faulty_file_is_a_wrong_call(memcon: Call, tmp_path: Path) -> None:
    names = tmp_path / "my.toml"
    names.write_text('[[person]]\nname = "A B"\ncountry = "NO"\n', encoding="utf-8")
    done = memcon("read", "--names", str(names), "-", stdin="Nothing happened.")
    assert done.exit_code == 2
    assert "line 1: person 1 (A B): country 'NO' is no ISO 3166-1 alpha-3 code" in done.stderr
