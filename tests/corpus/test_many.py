"""Several processes answer as one does."""

from __future__ import annotations

import json
from pathlib import Path

from memcon.corpus import Settings, records
from memcon.record import Document, Record, dumps
from memcon.sources import SourceError

TEXTS = [
    "Estonia's foreign minister met her Latvian counterpart in Riga on 3 May 2021.",
    "Finland condemned the attack and called on Russia to withdraw its troops.",
    "Latvia has been a member of the United Nations since 17 September 1991.",
]


def test_two_workers_and_one_give_the_same_records_in_the_same_order() -> None:
    items: list[Document | SourceError] = [Document(f"d{n}", TEXTS[n % 3] + f" Item {n}.") for n in range(150)]
    items.insert(70, SourceError("bad", "reports.jsonl, line 71", "is not JSON"))
    here, there = (list(records(items, Settings(), workers)) for workers in (1, 2))
    assert [_seen(answer) for answer in here] == [_seen(answer) for answer in there]
    assert [answer.id if isinstance(answer, SourceError) else answer.document.id for answer in there][69:72] == [
        "d69",
        "bad",
        "d70",
    ]


def _seen(answer: Record | SourceError) -> str:
    return dumps(answer) if isinstance(answer, Record) else str(answer)


def test_the_program_reads_into_tables(tmp_path: Path) -> None:
    import subprocess
    import sys

    import pyarrow.parquet

    source = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(TEXTS)]
    source.write_text("\n".join([*lines, '{"id": "d3"}']), "utf-8")
    command = [sys.executable, "-m", "memcon", "run", "--workers", "1", str(source), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(f"3 reports read, 1 failed; in {tmp_path / 'out'}:")
    events = pyarrow.parquet.read_table(tmp_path / "out" / "events").to_pylist()
    asked = next(row for row in events if row["type"] == "REQUEST")
    assert (asked["source_country"], asked["target_country"]) == (["FIN"], ["RUS"])
    facts = pyarrow.parquet.read_table(tmp_path / "out" / "facts").to_pylist()
    assert ("Latvia", "member_of", "supported") in {(f["subject"], f["relation"], f["verdict"]) for f in facts}
    again = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "1 of 1 tasks had been done before" in again.stdout


def test_a_run_is_brought_into_an_archive(tmp_path: Path) -> None:
    from click.testing import CliRunner
    from tests.corpus.machinery import engine

    from memcon.cli import program
    from memcon.corpus import run

    source = tmp_path / "reports.jsonl"
    source.write_text("\n".join(json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(TEXTS)), "utf-8")
    for _ in run([str(source)], tmp_path / "out", Settings(), engine(1)):
        pass
    call = ["archive", "import", "--archive", str(tmp_path / "a.sqlite")]
    done = CliRunner().invoke(program, [*call, str(tmp_path / "out")])
    assert done.exit_code == 0
    assert "3 added" in done.output
    wrong = CliRunner().invoke(program, [*call, str(tmp_path)])
    assert wrong.exit_code == 1
    assert "is no folder that `memcon run` wrote" in wrong.output
