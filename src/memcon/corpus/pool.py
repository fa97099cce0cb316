"""A pool of worker processes that outlives the death of any of them.

The executors of the standard library give up as a whole when one worker is killed; here the task of a dead worker goes
to another one, and a document on which a worker dies twice is left out and named.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# A worker is replaced after so many tasks: the parser keeps every word it has met.
_TASKS_A_WORKER = 200
# Workers that die before they have begun with anything: the fault is not in a document.
_MOST_STILLBORN = 3


class PoolBroken(RuntimeError):
    """The workers cannot be started; the message says why."""


@dataclass(frozen=True, slots=True)
class Attempt(Generic[T]):
    """A task and what earlier tries have shown.

    Attributes:
        task: what is to be done.
        careful: a worker died on it: the documents are taken one at a time, each announced before it is read.
        skip: indices of documents on which a worker died when it was alone with them.
    """

    task: T
    careful: bool = False
    skip: frozenset[int] = frozenset()


#: Does an attempt; calls its second argument with the index of each document before reading it, where careful.
Work = Callable[[Attempt[T], Callable[[int], None]], R]


def unordered(
    tasks: Iterable[T | None], setup: Callable[..., Work[T, R]], arguments: tuple[Any, ...], workers: int
) -> Iterator[tuple[T, R]]:
    """Each task with its result, as they come; no more tasks are drawn than there are workers to take them.

    Args:
        tasks: what is to be done; must pickle.  None: nothing just now, ask again when a result has come.
        setup: called once in each worker with ``arguments``; gives the function that does a task.
        workers: how many processes.

    Raises:
        PoolBroken: workers die before they have begun, or the set-up fails.
        Exception: what the work itself raised.
    """
    pool = _Pool(setup, arguments, workers)
    try:
        yield from pool.run(iter(tasks))
    finally:
        pool.close()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    attempt: Any = None
    at: int | None = None
    done: int = 0
    ready: bool = False


class _Pool:
    def __init__(self, setup: Callable[..., Any], arguments: tuple[Any, ...], workers: int) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._setup = setup
        self._arguments = arguments
        self._workers: list[_Worker] = []
        self._size = max(1, workers)
        self._stillborn = 0

    def run(self, tasks: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
        again: list[Attempt[Any]] = []
        exhausted = False
        while True:
            idle = [w for w in self._workers if w.attempt is None]
            while not exhausted or again:
                if not idle:
                    if len(self._workers) >= self._size:
                        break
                    idle.append(self._start())
                attempt = again.pop() if again else None
                if attempt is None:
                    try:
                        task = next(tasks)
                    except StopIteration:
                        exhausted = True
                        break
                    if task is None:
                        break
                    attempt = Attempt(task)
                self._give(idle.pop(), attempt)
            busy = [w for w in self._workers if w.attempt is not None]
            if not busy:
                return
            for worker in self._heard(busy):
                try:
                    kind, value = worker.pipe.recv()
                except (EOFError, OSError):
                    again.append(self._buried(worker))
                    continue
                if kind == "at":
                    worker.at = value
                elif kind == "ready":
                    worker.ready = True
                elif kind == "raised":
                    raise value
                else:
                    task = worker.attempt.task
                    worker.attempt, worker.at = None, None
                    worker.done += 1
                    if worker.done >= _TASKS_A_WORKER:
                        self._dismiss(worker)
                    yield task, value

    def _heard(self, busy: list[_Worker]) -> list[_Worker]:
        heard = wait([w.pipe for w in busy])
        return [w for w in busy if w.pipe in heard]

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(theirs, self._setup, self._arguments), daemon=True, name="memcon worker"
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, attempt: Attempt[Any]) -> None:
        worker.attempt = attempt
        with suppress(OSError):  # it is dead, which the next look at its pipe will show
            worker.pipe.send(attempt)

    def _buried(self, worker: _Worker) -> Attempt[Any]:
        """The next attempt at the task of a worker that has died."""
        attempt: Attempt[Any] = worker.attempt
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _MOST_STILLBORN:
                worker.process.join(1)
                raise PoolBroken(f"the workers die before they begin (exit status {worker.process.exitcode})")
        self._dismiss(worker)
        if not worker.ready:
            return attempt
        if attempt.careful and worker.at is not None:
            return replace(attempt, skip=attempt.skip | {worker.at})
        return replace(attempt, careful=True)

    def _dismiss(self, worker: _Worker) -> None:
        worker.pipe.close()
        self._workers.remove(worker)

    def close(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _serve(pipe: Connection, setup: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """The life of a worker: set up once, then a task at a time until the other end of the pipe is gone."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        work = setup(*arguments)
        pipe.send(("ready", None))
        while True:
            attempt = pipe.recv()
            pipe.send(("done", work(attempt, lambda index: pipe.send(("at", index)))))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
    except Exception as fault:
        try:
            pipe.send(("raised", fault))
        except Exception:  # a fault that does not pickle
            pipe.send(("raised", PoolBroken(f"{type(fault).__name__}: {fault}")))
