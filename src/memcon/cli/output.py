"""Standard output carries data alone and is UTF-8; standard error carries one line a trouble."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import click

from memcon.sources import SourceError

T = TypeVar("T")


def write(text: str) -> None:
    """``text`` to standard output as UTF-8, at once, so that a reader at the other end of a pipe can go on."""
    raw = text.encode("utf-8", "backslashreplace")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(raw.decode("utf-8"))
    else:
        sys.stdout.flush()
        stream.write(raw)
        stream.flush()


def write_json(value: Any) -> None:
    """One line of JSON."""
    write(json.dumps(value, ensure_ascii=False) + "\n")


class Tally:
    """Whether anything failed, as the exit status tells it."""

    def __init__(self) -> None:
        self.status = 0

    def heard(self, answers: Iterable[T | SourceError]) -> Iterator[T | SourceError]:
        """The answers, each failure named on standard error and remembered."""
        for answer in answers:
            if isinstance(answer, SourceError):
                self.status = 1
                complain(answer)
            yield answer


def complain(problem: SourceError) -> None:
    """One line on standard error that names the input and says what is wrong."""
    click.echo(f"memcon: {one_line(str(problem))}", err=True)


def remark(line: str) -> None:
    """One line on standard error on what was passed over without being a fault."""
    click.echo(f"memcon: {one_line(line)}", err=True)


def numbered(count: int, what: str) -> str:
    """“3 facts that are denied”, “1 fact that is denied”, of words whose first may be in the plural."""
    first, space, rest = what.partition(" ")
    if count == 1 and first in _SEVERAL:
        first = f"{first[:-3]}y" if first.endswith("ies") else first[:-1]
        rest = re.sub(r"\bare\b", "is", rest, count=1)
    return f"{count:,} {first}{space}{rest}"


_SEVERAL = frozenset(
    ("reports", "events", "statements", "facts", "actors", "rows", "reviews", "annotations", "entities", "mentions")
)


def one_line(message: str) -> str:
    """``message`` without line breaks and control characters, so that an input cannot write over the terminal."""
    return "".join(ch if ch.isprintable() else " " for ch in message)


def as_error(problem: SourceError) -> dict[str, Any]:
    """The JSON that stands in the place of a document that could not be read."""
    return {"document": {"id": problem.id}, "error": problem.message}


def json_array(values: Iterable[Any], *, several: bool) -> None:
    """The values as one JSON array, written as they come; a single one stands alone unless ``several`` is set."""
    alone: str | None = None
    count = 0
    for count, value in enumerate(values, 1):
        text = json.dumps(value, ensure_ascii=False)
        if count == 1 and not several:
            alone = text
            continue
        if alone is not None:
            write("[\n" + alone + ",\n" + text)
            alone = None
        else:
            write(("[\n" if count == 1 else ",\n") + text)
    if alone is not None:
        write(alone + "\n")
    else:
        write("\n]\n" if count else "[]\n")
