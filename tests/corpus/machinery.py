"""Reading without a model, quick and always the same, so that tests can kill what reads a hundred times."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from memcon.corpus.plan import Task
from memcon.corpus.pool import Attempt, unordered
from memcon.corpus.reader import Settings
from memcon.corpus.writing import Counts, do
from memcon.record import Coverage, Document, MadeBy, Record

#: A document with this word ends the process that reads it.
POISON = "strychnine"
#: A document with this word makes the reading raise.
FAULT = "stumble"
_SECONDS = 0.002


def read(documents: Sequence[Document]) -> Iterator[Record]:
    for document in documents:
        time.sleep(_SECONDS)
        if POISON in document.text:
            os._exit(9)
        if FAULT in document.text:
            raise RuntimeError("stumbled")
        yield Record(document, MadeBy("0", "none"), coverage=Coverage(document.text.count(".")))


def worker(output: str, settings: Settings, published: str | None) -> Callable[..., Counts]:
    def work(attempt: Attempt[Task], at: Callable[[int], None]) -> Counts:
        return do(attempt, at, read, Path(output), published)

    return work


def engine(workers: int) -> Callable[..., Iterator[tuple[Task, Counts]]]:
    def runs(
        tasks: Iterable[Task], output: str, settings: Settings, published: str | None
    ) -> Iterator[tuple[Task, Counts]]:
        return unordered(tasks, worker, (output, settings, published), workers)

    return runs


def on_cluster(task: Task, output: str, settings: Settings, published: str | None) -> tuple[Task, Counts]:
    return task, do(Attempt(task), lambda index: None, read, Path(output), published)


def main(source: str, output: str, workers: str) -> None:
    """A run in a process of its own, to be killed."""
    from memcon.corpus import run

    for _ in run([source], output, Settings(), engine(int(workers)), size=10):
        pass


if __name__ == "__main__":
    import sys

    main(*sys.argv[1:])
