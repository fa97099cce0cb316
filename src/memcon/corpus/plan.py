"""How the inputs of a run are cut into tasks: the same inputs always give the same tasks.

A task is a slice of a JSON-lines, WARC or Parquet file, or some whole files.  The plan is written down before the first
task, so that a run started again finds the same cuts, and refuses to go on with inputs that have changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from memcon.sources.folders import files_in

#: Documents a task, about: enough to keep a worker busy for some seconds, few enough to lose when it is killed.
TASK_SIZE = 256
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of the input.

    Attributes:
        number: its place in the plan; its parts are named after it.
        kind: "lines" or "warc" (bytes ``first``..``last`` of one file), "rows" (rows of a Parquet file), "files".
        paths: the file, or the files.
        first: where the slice begins; ``last`` where it ends, exclusive.  0 and 0 for whole files.
        line: number of the first line of a slice of lines.
    """

    number: int
    kind: str
    paths: tuple[str, ...]
    first: int = 0
    last: int = 0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks of a run and what they were made from; ``inputs`` are path, size and time of change of every file."""

    tasks: tuple[Task, ...]
    inputs: tuple[tuple[str, int, int], ...]

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON values."""
        return {"inputs": [list(i) for i in self.inputs], "tasks": [asdict(t) for t in self.tasks]}


def plan(names: Iterable[str], size: int = TASK_SIZE) -> Plan:
    """The tasks for these files and folders.

    Args:
        names: paths of files and folders.  JSON-lines, WARC and Parquet files are cut; other files are taken together.
        size: documents a task, about.

    Raises:
        OSError: a file that is not there or may not be read.
        Unreadable: a folder without files.
    """
    paths = [path for name in names for path in (files_in(name) if os.path.isdir(name) else [name])]
    inputs = []
    for path in paths:
        at = os.stat(path)
        inputs.append((path, at.st_size, at.st_mtime_ns))
    pieces: list[tuple[str, tuple[str, ...], int, int, int]] = []
    loose: list[str] = []
    for path in paths:
        cut = _CUTS.get(_kind(path))
        if cut is None:
            loose.append(path)
            if len(loose) == size:
                pieces.append(("files", tuple(loose), 0, 0, 1))
                loose = []
        else:
            pieces += cut(path, size)
    if loose:
        pieces.append(("files", tuple(loose), 0, 0, 1))
    return Plan(tuple(Task(number, *piece) for number, piece in enumerate(pieces)), tuple(inputs))


def _kind(path: str) -> str:
    name = path.lower()
    if name.endswith((".jsonl", ".ndjson")):
        return "lines"
    if name.endswith((".warc", ".warc.gz")):
        return "warc"
    return "rows" if name.endswith((".parquet", ".pq")) else "files"


def _lines(path: str, size: int) -> Iterator[tuple[str, tuple[str, ...], int, int, int]]:
    """Slices of ``size`` lines."""
    start = at = 0
    line = first = 1
    with open(path, "rb") as stream:
        while block := stream.read(_BLOCK):
            found = block.find(b"\n")
            while found >= 0:
                line += 1
                if line - first == size:
                    yield "lines", (path,), start, at + found + 1, first
                    start, first = at + found + 1, line
                found = block.find(b"\n", found + 1)
            at += len(block)
    if at > start or at == 0:
        yield "lines", (path,), start, at, first


def _warc(path: str, size: int) -> Iterator[tuple[str, tuple[str, ...], int, int, int]]:
    """Slices of ``size`` responses."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    end = os.path.getsize(path)
    start = count = 0
    with open(path, "rb") as stream:
        records = ArchiveIterator(stream)
        try:
            for record in records:
                if record.rec_type not in ("response", "resource"):
                    continue
                if count == size:
                    offset = records.get_record_offset()
                    yield "warc", (path,), start, offset, 1
                    start, count = offset, 0
                count += 1
        except (ArchiveLoadFailed, ValueError, EOFError):
            pass  # the last slice runs to the end; its reader says what is wrong with it
    yield "warc", (path,), start, end, 1


def _rows(path: str, size: int) -> Iterator[tuple[str, tuple[str, ...], int, int, int]]:
    """Slices of ``size`` rows."""
    import pyarrow.parquet

    try:
        count = pyarrow.parquet.read_metadata(path).num_rows
    except pyarrow.ArrowInvalid:
        yield "files", (path,), 0, 0, 1  # its reader says what is wrong with it
        return
    for first in range(0, count, size):
        yield "rows", (path,), first, min(first + size, count), 1


_CUTS = {"lines": _lines, "warc": _warc, "rows": _rows}


def changed(plan: Plan) -> str | None:
    """The first input that is not as it was when the plan was made; None where all are."""
    for path, size, time in plan.inputs:
        try:
            at = os.stat(path)
        except OSError:
            return path
        if (at.st_size, at.st_mtime_ns) != (size, time):
            return path
    return None


def load(path: Path) -> Plan:
    """The plan that was written down."""
    value = json.loads(path.read_text("utf-8"))
    tasks = tuple(Task(**{**t, "paths": tuple(t["paths"])}) for t in value["tasks"])
    return Plan(tasks, tuple((p, s, t) for p, s, t in value["inputs"]))
