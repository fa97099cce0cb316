"""From the names on a command line to documents, in order, one bad input never costing the others."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO, cast

from memcon.record import Document
from memcon.sources.forms import FORMS, form_for
from memcon.sources.json_lines import read_rows
from memcon.sources.outcome import SourceError, Unreadable

_HEAD = 65_536
_STDIN = "standard input"


def documents(
    names: Iterable[str], *, form: str | None = None, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | SourceError]:
    """The documents of each input in order, a SourceError in the place of each that cannot be read.

    Args:
        names: paths; ``-`` is standard input.
        form: a key of :data:`FORMS` for every input; by default the ending or the look decides.
        published: the date of publication for documents that give none.
        stdin: a stream to read for ``-``; the process's own by default.
    """
    for name in names:
        label = "stdin" if name == "-" else name
        try:
            with _opened(name, stdin) as stream:
                chosen = FORMS[form] if form else form_for("" if name == "-" else name, stream.peek(_HEAD))
                yield from chosen.read(stream, label, published)
        except Unreadable as problem:
            yield SourceError(label, _STDIN if name == "-" else name, str(problem))
        except OSError as problem:
            yield SourceError(label, _STDIN if name == "-" else name, _reason(problem))


def rows(name: str, *, stdin: BinaryIO | None = None) -> Iterator[Mapping[str, Any] | SourceError]:
    """The JSON objects of a JSON-lines input as they are, for the verbs whose rows are not documents."""
    label = "stdin" if name == "-" else name
    try:
        with _opened(name, stdin) as stream:
            for row in read_rows(stream, label):
                yield row if isinstance(row, SourceError) else row[1]
    except Unreadable as problem:
        yield SourceError(label, name, str(problem))
    except OSError as problem:
        yield SourceError(label, name, _reason(problem))


@contextmanager
def _opened(name: str, stdin: BinaryIO | None) -> Iterator[Any]:
    if name == "-":
        given = stdin or sys.stdin.buffer
        # `peek` is needed to tell the form; whatever stands in for standard input may lack it.
        yield given if hasattr(given, "peek") else BufferedReader(cast(RawIOBase, given))
        return
    if re.match(r"[a-z]+://", name):
        raise Unreadable("is an address; save the text of the page and read that")
    if not name or "\x00" in name:
        raise Unreadable("is no file name")
    mode = os.stat(name).st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable(f"is a directory; name the files in it, as in {os.path.join(name, '*.txt')}")
    with open(name, "rb", buffering=_HEAD) as stream:
        yield stream


def _reason(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "no such file"
    if isinstance(problem, PermissionError):
        return "may not be read (permission denied)"
    return (problem.strerror or str(problem)).lower()
