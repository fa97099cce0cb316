"""Where a page goes: the console, its width and its colours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.cli.page.facts import verdict_table
from memcon.cli.page.marks import marks_for, shown
from memcon.cli.page.sections import page
from memcon.record import Record

WIDTH_OF_A_PIPE = 100
NARROWEST, WIDEST = 40, 110


def console() -> Console:
    """Standard output: as wide as the terminal within what reads well, a hundred columns in a pipe."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    found = Console(file=sys.stdout, highlight=False, soft_wrap=False, emoji=False, markup=False)
    width = found.width if found.is_terminal else WIDTH_OF_A_PIPE
    found.width = max(NARROWEST, min(WIDEST, width))
    return found


def printer(*, full: bool = False) -> Callable[[Record], None]:
    """A function that prints one record as a page, a rule between pages; ``full`` leaves nothing out."""
    out = console()
    pages = 0

    def show(record: Record) -> None:
        nonlocal pages
        if pages:
            put(out, Group(Text(), Text(marks_for(out).rule * out.width, style="dim"), Text()))
        pages += 1
        put(out, page(record, out, full=full))

    return show


def verdict_printer(*, headed: bool) -> Callable[[Record], None]:
    """A function that prints the facts of one record with their verdicts, under the document's name if ``headed``."""
    out = console()

    def show(record: Record) -> None:
        put(out, verdict_table(record, out, headed=headed))

    return show


def table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> None:
    """Answers as a table for people, a blank where there is nothing."""
    out = console()
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(shown(_cell(row.get(name)), out)) for name in columns))
    put(out, grid)


def put(out: Console, what: RenderableType) -> None:
    """Print without the blanks that a layout leaves at the ends of lines."""
    if out.is_terminal:
        out.print(what)
    else:
        with out.capture() as captured:
            out.print(what)
        sys.stdout.write("".join(line.rstrip() + "\n" for line in captured.get().splitlines()))
    sys.stdout.flush()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)
