"""JSON lines: one object a line, read as a stream however long the file is."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from memcon.record import Document
from memcon.sources.fields import row_id
from memcon.sources.intake import Intake
from memcon.sources.json_row import document_by
from memcon.sources.limits import MOST_LINE_BYTES, size
from memcon.sources.outcome import SourceError, Unreadable


def read_json_lines(intake: Intake, first: int = 1) -> Iterator[Document | SourceError]:
    """A document a line; ``first`` is the number of the first line."""
    for row in read_rows(intake.stream, intake.name, first):
        if isinstance(row, SourceError):
            yield row
            continue
        where, value = row
        id = row_id(value, where.replace(", line ", ":"))
        try:
            yield document_by(value, id, "application/jsonl", intake.published)
        except Unreadable as problem:
            yield SourceError(id, where, str(problem))


def read_rows(stream: BinaryIO, name: str, first: int = 1) -> Iterator[tuple[str, Mapping[str, Any]] | SourceError]:
    """The object of each line with the place it came from; blank lines count but give nothing."""
    seen = 0
    for number, line in enumerate(_lines(stream), first):
        where = f"{name}, line {number}"
        try:
            if line is None:
                raise Unreadable(f"the line is longer than {size(MOST_LINE_BYTES)}")
            if not line.strip():
                continue
            seen += 1
            yield where, parse_object(line)
        except Unreadable as problem:
            seen += 1
            yield SourceError(f"{name}:{number}", where, str(problem))
    if not seen:
        yield SourceError(name, name, "is empty")


def parse_object(raw: bytes) -> Mapping[str, Any]:
    """The JSON object that ``raw`` spells.

    Raises:
        Unreadable: it is not JSON, or JSON of another kind; says where.
    """
    value = parse_json(raw)
    if not isinstance(value, dict):
        raise Unreadable(f"is {_KINDS.get(type(value), 'null')} where an object was expected")
    return value


def parse_json(raw: bytes) -> Any:
    """The JSON value that ``raw`` spells; raises Unreadable saying where it breaks off."""
    try:
        return json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise Unreadable(f"is not UTF-8 (byte {problem.start + 1})") from None
    except json.JSONDecodeError as problem:
        at = f"line {problem.lineno} column {problem.colno}" if problem.lineno > 1 else f"column {problem.colno}"
        raise Unreadable(f"is not JSON ({problem.msg[:1].lower()}{problem.msg[1:]}, {at})") from None
    except RecursionError:
        raise Unreadable("is JSON nested too deeply") from None
    except ValueError:
        raise Unreadable("is not JSON (a number of too many digits)") from None


_KINDS = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines without their ends; None for one over the limit, which is passed over unread."""
    begun = False
    while line := stream.readline(MOST_LINE_BYTES + 1):
        if not begun and line.startswith(codecs.BOM_UTF8):
            line = line[len(codecs.BOM_UTF8) :]
        begun = True
        if len(line) > MOST_LINE_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(MOST_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line
