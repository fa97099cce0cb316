"""A progress line on standard error, on a terminal only and only where there is something to wait for."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_A_FEW = 5
_PATIENCE = 1.5  # seconds


def counted(answers: Iterable[T], what: str) -> Iterator[T]:
    """The answers as they come, with their number and rate on standard error.

    Nothing is shown for a few answers, where standard error is no terminal, or where the answers themselves go to the
    same terminal.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from answers
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} {task.description}"),
        TimeElapsedColumn(),
        console=Console(file=sys.stderr),
        transient=True,
    )
    task = bar.add_task(what, total=None)
    began = time.monotonic()
    try:
        for number, answer in enumerate(answers, 1):
            took = time.monotonic() - began
            if number > _A_FEW and took > _PATIENCE:
                bar.start()
                bar.update(task, completed=number, description=f"{what}, {number / took:,.0f} a second")
            yield answer
    finally:
        bar.stop()
