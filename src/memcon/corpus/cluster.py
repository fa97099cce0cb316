"""The engine of a Dask cluster: workers on this machine or on others, all of which see the inputs and the output.

A task goes to the scheduler with the plan's number, so that a task done twice, because its worker was lost on the way,
writes the same parts again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from memcon.corpus.plan import Task
from memcon.corpus.pool import Attempt
from memcon.corpus.reader import ReadMany, Settings, reader
from memcon.corpus.run import Engine, RunError
from memcon.corpus.writing import Counts, do

# How often a task may lose its worker before the run is given up; and tasks in flight for each thread of the cluster.
_MOST_DEATHS = 5
_IN_FLIGHT = 3
# Seconds to wait for a scheduler.
_PATIENCE = 10.0


def dask(scheduler: str | None, workers: int) -> Engine:
    """The engine of a Dask cluster.

    Args:
        scheduler: its address (``tcp://host:8786``); None starts one on this machine.
        workers: processes of the one started here.

    Raises:
        RunError: the extra ``cluster`` is not installed, or no scheduler answers.
    """

    def engine(
        tasks: Iterable[Task], output: str, settings: Settings, published: str | None
    ) -> Iterator[tuple[Task, Counts]]:
        with _client(scheduler, workers) as client:
            yield from _through(client, iter(tasks), (output, settings, published))

    return engine


def _client(scheduler: str | None, workers: int) -> Any:
    try:
        import dask as configuration
        from distributed import Client, LocalCluster
    except ImportError:
        raise RunError("the Dask engine is not installed: pip install 'memcon[cluster]'") from None
    configuration.config.set({"distributed.scheduler.allowed-failures": _MOST_DEATHS})
    if scheduler is None:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        )
        return Client(cluster)
    try:
        return Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError):
        raise RunError(f"no Dask scheduler answers at {scheduler}") from None


def _through(
    client: Any, tasks: Iterator[Task], common: tuple[str, Settings, str | None]
) -> Iterator[tuple[Task, Counts]]:
    from distributed import as_completed

    def submitted(number: int) -> list[Any]:
        return [
            client.submit(_do, task, *common, key=f"memcon-{task.number}", pure=False) for task in islice(tasks, number)
        ]

    threads = sum(client.nthreads().values()) or 1
    running = as_completed(submitted(_IN_FLIGHT * threads), with_results=True, raise_errors=True)
    for future, (task, counts) in running:
        future.release()
        for following in submitted(1):
            running.add(following)
        yield task, counts


def _do(task: Task, output: str, settings: Settings, published: str | None) -> tuple[Task, Counts]:
    return task, do(Attempt(task), lambda index: None, _reader(settings), Path(output), published)


@lru_cache(maxsize=1)
def _reader(settings: Settings) -> ReadMany:
    """The model of this worker process, loaded at its first task."""
    return reader(settings)
