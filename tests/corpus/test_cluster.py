"""A Dask cluster gives the same rows, with a worker lost on the way too."""

from __future__ import annotations

import logging
import os
import signal
import threading
from pathlib import Path

import pytest
from tests.corpus import machinery
from tests.corpus.test_run import done_in, reports, rows_in, wait_for, whole

from memcon.corpus import RunError, Settings, cluster, run

distributed = pytest.importorskip("distributed")


def test_two_workers_of_which_one_is_killed_give_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_do", machinery.on_cluster)
    source = reports(tmp_path, 600)
    expected = whole(source, tmp_path / "here", 2)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=logging.CRITICAL
    ) as here:
        victim = next(iter(here.workers.values())).process.pid

        killed_after = []

        def kill() -> None:
            wait_for(tmp_path / "there", 3)
            killed_after.append(done_in(tmp_path / "there"))
            os.kill(victim, signal.SIGKILL)

        threading.Thread(target=kill).start()
        engine = cluster.dask(here.scheduler_address, 2)
        for _ in run([str(source)], tmp_path / "there", Settings(), engine, size=10):
            pass
    assert 3 <= killed_after[0] < 60, "the worker was not killed in the middle"
    assert rows_in(tmp_path / "there") == expected


def test_a_scheduler_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(RunError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(run([str(reports(tmp_path, 10))], tmp_path / "out", Settings(), cluster.dask("tcp://127.0.0.1:9", 1)))
