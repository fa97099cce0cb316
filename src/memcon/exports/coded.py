"""Event data of others, read: the columns of ICEWS and POLECAT become the same plain value.

Neither holds the text it was coded from, so that memcon cannot be scored on them as on labelled texts; what can be
asked is how far an archive and a slice of them tell of the same (:mod:`memcon.exports.overlap`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO

from memcon.ontology import TYPES, OntologyError, cameo, plover_of
from memcon.reference import find_body, find_place, state
from memcon.sources import SourceError

_MISSING = ("", "None", "NA", "NULL")
_ICEWS, _POLECAT = "CAMEO Code", "Event Mode"
_LONGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Coded:
    """One row of somebody's event data.

    Attributes:
        id: as the file has it.
        day: ISO.
        type: the PLOVER type; of a CAMEO code, the one it maps to; None for a code that PLOVER has dropped.
        cameo: the CAMEO code, where the file has one.
        source: the names of who acts, with ``source_countries``, ISO 3166-1 alpha-3 where they can be told.
        target: likewise, who is acted upon.
    """

    id: str
    day: str
    type: str | None
    cameo: str | None
    source: tuple[str, ...]
    source_countries: tuple[str, ...]
    target: tuple[str, ...]
    target_countries: tuple[str, ...]


def read_coded(path: str | Path) -> Iterator[Coded | SourceError]:
    """The rows of a file with the columns of ICEWS or POLECAT, told by its heading; a fault for each that is none.

    Raises:
        OSError: the file cannot be read.
        ValueError: its heading is of neither.
    """
    with open(path, "rb") as stream:
        yield from _read(str(path), stream)


def _read(name: str, stream: BinaryIO) -> Iterator[Coded | SourceError]:
    csv.field_size_limit(_LONGEST_CELL)
    # Some of their files are in Latin 1: what is not UTF-8 comes through as single letters of it.
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    heading = [cell.strip() for cell in next(reader, [])]
    if _ICEWS in heading:
        coded = _icews
    elif _POLECAT in heading:
        coded = _polecat
    else:
        raise ValueError("has the columns of neither ICEWS nor POLECAT; it wants tabs between them, and its heading")
    for number, cells in enumerate(reader, 2):
        where = f"{name}, row {number}"
        try:
            yield coded(dict(zip(heading, map(_decoded, cells), strict=True)))
        except (ValueError, KeyError, OntologyError) as problem:
            yield SourceError(where, where, _why(problem))


def _decoded(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode("latin-1")
    return cell


def _why(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"has no column {problem.args[0]!r}"
    return "has not as many cells as the heading" if "zip()" in str(problem) else str(problem)


def _icews(row: Mapping[str, str]) -> Coded:
    # Spreadsheets drop a leading nought; no root of CAMEO lies above 20.
    digits = row["CAMEO Code"].strip()
    code = cameo("0" + digits if digits[:2] > "20" or len(digits) == 1 else digits).code
    return Coded(
        row["Event ID"],
        _day(row["Event Date"]),
        plover_of(code),
        code,
        _names(row["Source Name"]),
        _countries(row["Source Country"]),
        _names(row["Target Name"]),
        _countries(row["Target Country"]),
    )


def _polecat(row: Mapping[str, str]) -> Coded:
    kind = row["Event Type"].strip().upper()
    if kind not in TYPES:
        raise ValueError(f"{kind!r} is no PLOVER type")
    return Coded(
        row["Event ID"],
        _day(row["Event Date"]),
        kind,
        None,
        _names(row["Actor Name"]),
        _countries(row["Actor Country"]),
        _names(row["Recipient Name"]),
        _countries(row["Recipient Country"]),
    )


def _day(cell: str) -> str:
    try:
        return date.fromisoformat(cell[:10]).isoformat()
    except ValueError:
        raise ValueError(f"{cell[:40]!r} is no day; write 2021-09-25") from None


def _names(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in cell.split(";") if name.strip() not in _MISSING))


def _countries(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for name in _names(cell) if (code := _country(name))))


@cache
def _country(word: str) -> str | None:
    """ISO 3166-1 alpha-3 of a code or a name; None for a body of several states."""
    if len(word) == 3 and word.isupper():
        return word if state(word) else None
    place = find_place(word)
    return place.country if place and find_body(word) is None else None
