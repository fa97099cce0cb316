"""The shipped tables: tab-separated files beside this module, read when first asked for.

A user's own rows (``memcon reference update``) lie over them; see :mod:`memcon.reference.overlay`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).with_name("tables")


class ReferenceFault(ValueError):
    """A table that contradicts itself: a row without its columns, an alias that two actors claim, two holders at
    once.
    """


class Table(NamedTuple):
    """A table as it was read: the column names and the rows, every cell a string."""

    name: str
    columns: tuple[str, ...]
    rows: list[list[str]]

    def each(self) -> Iterator[dict[str, str]]:
        """The rows as mappings from column to cell."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def read_table(path: Path) -> Table:
    """The table in ``path`` (tab-separated, first line the columns, ``#`` lines are remarks); raises ReferenceFault."""
    lines = path.read_text(encoding="utf-8").split("\n")
    lines = [line for line in lines if line and line[0] != "#"]
    columns = tuple(lines[0].split("\t"))
    rows = [line.split("\t") for line in lines[1:]]
    width = len(columns)
    for row in rows:
        if len(row) != width:
            if len(row) > width:
                raise ReferenceFault(f"{path.name}: {len(row)} cells where {width} belong: {row[:4]}")
            row.extend([""] * (width - len(row)))
    return Table(path.stem, columns, rows)


@lru_cache(maxsize=64)
def table(name: str) -> Table:
    """The shipped table of that name, read once."""
    return read_table(TABLES / f"{name}.tsv")


def overlay_folder() -> Path:
    """Where a user's own rows are kept: ``$MEMCON_DATA``, else ``memcon`` in the user's data folder."""
    named = os.environ.get("MEMCON_DATA")
    if named:
        return Path(named) / "reference"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "memcon" / "reference"


@lru_cache(maxsize=8)
def overlay(name: str) -> Table | None:
    """A user's own rows for that table, or None."""
    path = overlay_folder() / f"{name}.tsv"
    return read_table(path) if path.is_file() else None


def forget() -> None:
    """Drop what was read, so that the next question reads the tables (and the overlay) again."""
    for clear in (table.cache_clear, overlay.cache_clear, *_DERIVED):
        clear()


_DERIVED: list[Callable[[], None]] = []


def derived(clear: Callable[[], None]) -> None:
    """Remember how to forget what was worked out from the tables."""
    _DERIVED.append(clear)


_SOURCES: Mapping[str, str] = {
    "wd:": "Wikidata (CC0) ",
    "fb:": "CIA World Factbook (public domain), editions ",
    "own": "own statement of the public record",
    "reign": "REIGN leader list, March 2021 (Bell 2016)",
    "pocom": "HistoryAtState, principal officers and chiefs of mission (public domain)",
    "cia": "CIA Chiefs of State and Cabinet Members, 2019-06-04 (public domain)",
    "visit:": "US Department of State, visits by foreign leaders, no. ",
    "travel:": "US Department of State, travels abroad, trip ",
    "user": "the user's own rows",
}


def source_text(code: str) -> str:
    """A source code of the tables in words: ``fb:2017-2026`` → “CIA World Factbook (public domain), editions
    2017-2026”.
    """
    for start, words in _SOURCES.items():
        if code == start or (start.endswith(":") and code.startswith(start)):
            return words + code[len(start) :]
    return code.strip(" ;")
