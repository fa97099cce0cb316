"""A run: every task of a plan done once, here or on a cluster, and resumed where it was left."""

from __future__ import annotations

import errno
import fcntl
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from memcon.corpus.plan import TASK_SIZE, Plan, Task, changed, load, plan
from memcon.corpus.pool import unordered
from memcon.corpus.reader import Settings
from memcon.corpus.tables import COLUMNS
from memcon.corpus.writing import Counts, worker, write_whole


class RunError(RuntimeError):
    """A run that cannot begin or go on; the message says why and what to do."""


class Engine(Protocol):
    """What does tasks: this machine's processes, or a cluster."""

    def __call__(
        self, tasks: Iterable[Task], output: str, settings: Settings, published: str | None
    ) -> Iterator[tuple[Task, Counts]]:
        """Each task with what it came to, in whatever order."""


@dataclass(slots=True)
class Progress:
    """How far a run is.

    Attributes:
        tasks: tasks in the plan; ``done`` of them are done, ``found`` of these before this run began.
        documents: documents read in this run; ``seconds`` it has taken so far.
        rows: rows of each table, those found included.
    """

    tasks: int
    done: int = 0
    found: int = 0
    documents: int = 0
    seconds: float = 0.0
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))

    def add(self, counts: Counts, *, found: bool) -> None:
        """Counts a task in."""
        self.done += 1
        self.found += found
        for table in COLUMNS:
            self.rows[table] += int(counts[table])
        if not found:
            self.documents += int(counts["records"] + counts["failures"])

    @property
    def rate(self) -> float:
        """Documents a second in this run."""
        return self.documents / self.seconds if self.seconds else 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds that the rest will take at this rate; None where nothing is known yet."""
        here = self.done - self.found
        return self.seconds / here * (self.tasks - self.done) if here else None


def run(
    names: Iterable[str],
    output: str | Path,
    settings: Settings,
    engine: Engine,
    *,
    published: str | None = None,
    size: int = TASK_SIZE,
) -> Iterator[Progress]:
    """Reads the inputs into tables under ``output``; gives its progress after every task, and once at the beginning.

    A run started again with the same inputs and settings does what is missing and nothing else.

    Args:
        names: files and folders.
        output: a folder, made where it is not there.
        settings: how documents are read.
        engine: what does the tasks.
        published: the day of publication for documents that give none.
        size: documents a task, about.

    Raises:
        RunError: the folder holds another run, an input has changed or is missing, the disk is full.
    """
    folder = Path(output)
    try:
        _prepare(folder)
        with _alone(folder):
            tasks = _plan_of(folder, list(names), size, {**asdict(settings), "published": published})
            progress = Progress(len(tasks.tasks))
            left = []
            for task in tasks.tasks:
                note = folder / "done" / f"{task.number:06}.json"
                if note.exists():
                    progress.add(json.loads(note.read_text("utf-8")), found=True)
                else:
                    left.append(task)
            yield progress
            began = monotonic()
            for _, counts in engine(left, str(folder.resolve()), settings, published):
                progress.seconds = monotonic() - began
                progress.add(counts, found=False)
                yield progress
    except OSError as problem:
        raise RunError(_in_words(problem, folder)) from None


def local(workers: int) -> Engine:
    """The engine of this machine: ``workers`` processes."""

    def engine(
        tasks: Iterable[Task], output: str, settings: Settings, published: str | None
    ) -> Iterator[tuple[Task, Counts]]:
        return unordered(tasks, worker, (output, settings, published), workers)

    return engine


def _prepare(folder: Path) -> None:
    for table in (*COLUMNS, "done"):
        (folder / table).mkdir(parents=True, exist_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds the folder's lock, which the system lets go of when the process ends, however it ends."""
    with open(folder / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RunError(f"another run is writing to {folder}; wait for it, or name another folder") from None
        yield


def _plan_of(folder: Path, names: list[str], size: int, settings: dict[str, Any]) -> Plan:
    """The plan written down in the folder, or a new one that is written down now."""
    written, kept = folder / "plan.json", folder / "settings.json"
    asked = {"inputs": names, "size": size, **settings}
    if written.exists() and kept.exists():
        before = json.loads(kept.read_text("utf-8"))
        if before != asked:
            differs = next(key for key in asked if before.get(key) != asked[key])
            raise RunError(
                f"{folder} holds a run with other {differs.replace('_', ' ')} ({before.get(differs)!r}); "
                "name another folder, or call it as before to finish that run"
            )
        found = load(written)
        other = changed(found)
        if other is not None:
            raise RunError(f"{other} has changed since the run in {folder} began; name another folder")
        return found
    made = plan(names, size)
    if not made.tasks:
        raise RunError("there is nothing to read in the inputs")
    for path, value in ((kept, asked), (written, made.to_json())):
        write_whole(path, json.dumps(value, ensure_ascii=False).encode())
    return made


def _in_words(problem: OSError, folder: Path) -> str:
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"the disk of {folder} is full; what is done is kept: make room and call the same command again"
    if isinstance(problem, FileNotFoundError):
        return f"{problem.filename}: no such file"
    where = problem.filename or folder
    return f"{where}: {(problem.strerror or str(problem)).lower()}"
