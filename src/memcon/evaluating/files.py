"""A user's labelled file: JSON lines or a table with a heading, row by row, each fault with its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memcon.evaluating.labels import LabelFault, Labelled, Pair, labelled, pair_of
from memcon.sources import MOST_CHARACTERS, SourceError, rows

_TABLES = {".csv": ",", ".tsv": "\t"}
_MOST_TABLE_BYTES = 200_000_000


@dataclass(slots=True)
class LabelledFile:
    """What a file holds: texts with labelled events, marked pairs, and the rows that could not be used."""

    texts: list[Labelled] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    faults: list[SourceError] = field(default_factory=list)


def read_labelled(name: str) -> LabelledFile:
    """The labels of a file; rows with the same id label the same text.

    Args:
        name: a path that ends in .csv or .tsv is a table, anything else JSON lines; ``-`` is standard input.
    """
    found = LabelledFile()
    texts: dict[str, Labelled] = {}
    for where, row in _rows(name):
        if isinstance(row, SourceError):
            found.faults.append(row)
            continue
        id = "" if row.get("id") in (None, "") else str(row["id"])
        try:
            pair = pair_of(row, id or where)
            if pair is not None:
                found.pairs.append(pair)
                continue
            # Without an id the text itself says which rows belong together.
            key = id or str(row.get("text"))
            known = texts.get(key)
            mine = labelled(row, id or where, known.text if known else None)
            if known is None:
                texts[key] = mine
            elif mine.text != known.text:
                raise LabelFault(f"id {id} was given to another text before")
            else:
                known.labels += mine.labels
        except LabelFault as fault:
            found.faults.append(SourceError(id or where, where, str(fault)))
    found.texts = list(texts.values())
    return found


def _rows(name: str) -> Iterator[tuple[str, Mapping[str, Any] | SourceError]]:
    separator = _TABLES.get(Path(name).suffix.lower())
    if separator:
        yield from _table(name, separator)
        return
    label = "stdin" if name == "-" else name
    for number, row in enumerate(rows(name), 1):
        yield f"{label}, row {number}", row


def _table(name: str, separator: str) -> Iterator[tuple[str, Mapping[str, Any] | SourceError]]:
    """The lines of a table as mappings, each with its place; the heading is row 1."""
    try:
        path = Path(name)
        if path.stat().st_size > _MOST_TABLE_BYTES:
            yield name, SourceError(name, name, "is larger than 200 MB; split it")
            return
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        yield name, SourceError(name, name, (problem.strerror or str(problem)).lower())
        return
    except UnicodeDecodeError as problem:
        yield name, SourceError(name, name, f"is not UTF-8 (byte {problem.start + 1}); save it as “CSV UTF-8”")
        return
    csv.field_size_limit(4 * MOST_CHARACTERS)
    if separator == "," and ";" in text.partition("\n")[0] and "," not in text.partition("\n")[0]:
        separator = ";"  # what spreadsheets write where the comma is the decimal sign
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    heading: list[str] | None = None
    number = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            yield name, SourceError(name, f"{name}, row {number}", f"is no table ({problem})")
            return
        number += 1
        if cells is None:
            break
        if heading is None:
            heading = [cell.strip().lower() for cell in cells]
            continue
        if len(cells) > len(heading):
            more = f"has {len(cells)} cells, the heading has {len(heading)}; put quotes around a text with a comma"
            where = f"{name}, row {number - 1}"
            yield where, SourceError(where, where, more)
            continue
        if any(cells):
            yield f"{name}, row {number - 1}", dict(zip(heading, cells, strict=False))
    if heading is None:
        yield name, SourceError(name, name, "is empty")
