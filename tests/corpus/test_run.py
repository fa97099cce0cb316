"""A run ends with the same rows whatever happened on the way."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from tests.corpus.machinery import FAULT, POISON, engine

from memcon.corpus import COLUMNS, RunError, Settings, run

Rows = dict[str, list[dict[str, Any]]]


def reports(folder: Path, count: int = 200, **texts: str) -> Path:
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = texts.get(f"at{number}", f"The ministers of Estonia and Latvia met for round {number}.")
            out.write(json.dumps({"id": f"r{number}", "text": text}) + "\n")
    return path


def rows_in(output: Path) -> Rows:
    found: Rows = {}
    for table in COLUMNS:
        parts = sorted((output / table).glob("part-*.parquet"))
        found[table] = [row for part in parts for row in pyarrow.parquet.read_table(part).to_pylist()]
    return found


def done_in(output: Path) -> int:
    return len(list((output / "done").glob("*.json")))


def wait_for(output: Path, tasks: int, process: subprocess.Popen[bytes] | None = None) -> None:
    """Until so many tasks are done, or the process is."""
    until = time.monotonic() + 60
    while done_in(output) < tasks and time.monotonic() < until and (process is None or process.poll() is None):
        time.sleep(0.002)


def whole(source: Path, output: Path, workers: int = 1) -> Rows:
    for _ in run([str(source)], output, Settings(), engine(workers), size=10):
        pass
    return rows_in(output)


def test_one_worker_and_three_give_the_same_rows(tmp_path: Path) -> None:
    source = reports(tmp_path)
    alone, together = whole(source, tmp_path / "one"), whole(source, tmp_path / "three", 3)
    assert [row["document"] for row in alone["records"]] == [f"r{n}" for n in range(200)]
    assert alone == together


def test_a_run_killed_ten_times_equals_one_that_was_not(tmp_path: Path) -> None:
    source = reports(tmp_path, 400)
    expected = whole(source, tmp_path / "whole", 2)
    output, chance, left_over = tmp_path / "killed", random.Random(7), []
    command = [sys.executable, "-m", "tests.corpus.machinery", str(source), str(output), "2"]
    for kill in range(10):
        process = subprocess.Popen(command, start_new_session=True)
        # Some tasks further on, and then somewhere in the middle of the next ones.
        wait_for(output, 3 * kill + 1, process)
        time.sleep(chance.uniform(0, 0.03))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        left_over.append(done_in(output))
    assert left_over == sorted(left_over)
    assert 0 < left_over[0] < left_over[-1] < 40, "the kills came before or after the work"
    assert subprocess.run(command, timeout=60, check=False).returncode == 0
    assert rows_in(output) == expected


def test_a_document_that_kills_its_reader_is_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = whole(reports(tmp_path, 60, at7=POISON, at33=POISON, at34=FAULT), tmp_path / "out", 2)
    assert len(rows["records"]) == 57
    told = {row["document"]: row["message"] for row in rows["failures"]}
    assert set(told) == {"r7", "r33", "r34"}
    assert "died" in told["r7"]
    assert "stumbled" in told["r34"]


def test_a_line_that_is_no_report_is_named_by_its_number(tmp_path: Path) -> None:
    source = reports(tmp_path, 25)
    source.write_text(source.read_text("utf-8") + "{broken\n", "utf-8")
    rows = whole(source, tmp_path / "out")
    assert [row["where"] for row in rows["failures"]] == [f"{source}, line 26"]


def test_a_run_called_again_does_nothing(tmp_path: Path) -> None:
    source = reports(tmp_path, 30)
    whole(source, tmp_path / "out")
    steps = list(run([str(source)], tmp_path / "out", Settings(), engine(1), size=10))
    assert [(step.done, step.found, step.documents) for step in steps] == [(3, 3, 0)]


def test_a_run_does_not_go_on_with_other_inputs(tmp_path: Path) -> None:
    source = reports(tmp_path, 30)
    whole(source, tmp_path / "out")
    with pytest.raises(RunError, match="other model"):
        list(run([str(source)], tmp_path / "out", Settings(model="other"), engine(1), size=10))
    reports(tmp_path, 31)
    with pytest.raises(RunError, match="has changed"):
        list(run([str(source)], tmp_path / "out", Settings(), engine(1), size=10))


def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path) -> None:
    # A limit on the size of files is the nearest that a test can come to a full disk.
    long = {f"at{n}": _long_text(n) for n in range(40, 50)}
    source = reports(tmp_path, 60, **long)
    output = tmp_path / "out"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(RunError, match="is full; what is done is kept"):
            whole(source, output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    done = len(list((output / "done").iterdir()))
    assert 0 < done < 6
    assert len(whole(source, output)["records"]) == 60


def _long_text(seed: int) -> str:
    numbers = random.Random(seed)
    return " ".join(
        f"The minister met envoy {numbers.randrange(10**12)} and said that it was good." for _ in range(3000)
    )
