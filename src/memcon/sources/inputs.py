"""From the names on a command line to documents, in order, one bad input never costing the others."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from memcon.record import Document
from memcon.sources.duplicates import Once
from memcon.sources.folders import files_in
from memcon.sources.forms import read_any
from memcon.sources.intake import HEAD, Intake
from memcon.sources.json_lines import read_rows
from memcon.sources.outcome import SourceError, Unreadable

if TYPE_CHECKING:
    from memcon.sources.fetching import Fetcher

_STDIN = "standard input"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WILD = re.compile(r"[*?\[]")


def documents(
    names: Iterable[str],
    *,
    form: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    notice: Callable[[str], None] | None = None,
) -> Iterator[Document | SourceError]:
    """The documents of each input in order, a SourceError in the place of each that cannot be read.

    A page that came before in the same call, at another address or with the same text, is passed over.

    Args:
        names: paths, folders, patterns such as ``reports/*.html``, web addresses; ``-`` is standard input.
        form: the name of a form for every input (a key of :data:`FORMS` or of a plug-in); by default the content and
            the ending decide.
        published: the date of publication for documents that give none.
        stdin: a stream to read for ``-``; the process's own by default.
        fetcher: what fetches addresses; by default one that goes to the public web and nowhere else.
        notice: called with a line on each thing passed over that is no fault, such as a page that came before.
    """
    once = Once(notice or (lambda line: None))
    for name in names:
        try:
            for found in _documents_of(name, form, published, stdin, fetcher):
                if isinstance(found, SourceError) or once.is_new(found):
                    yield found
        except Unreadable as problem:
            yield SourceError("stdin" if name == "-" else name, _STDIN if name == "-" else name, str(problem))


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


def _documents_of(
    name: str, form: str | None, published: str | None, stdin: BinaryIO | None, fetcher: Fetcher | None
) -> Iterator[Document | SourceError]:
    if _ADDRESS.match(name):
        from memcon.sources.fetching import fetched

        yield from fetched(name, fetcher, form=form, published=published)
        return
    for path in [name] if name == "-" else _paths(name):
        label = "stdin" if path == "-" else path
        try:
            with _opened(path, stdin) as stream:
                yield from read_any(Intake(stream, label, published), form)
        except OSError as problem:
            yield SourceError(label, _STDIN if path == "-" else path, _reason(problem))


def _paths(name: str) -> Iterator[str]:
    """The files that a path, a folder or a pattern stands for."""
    if not name or "\x00" in name:
        raise Unreadable("is no file name")
    if os.path.isdir(name):
        yield from files_in(name)
    elif _WILD.search(name) and not os.path.exists(name):
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            raise Unreadable("no such file")
        for match in matches:
            if not os.path.isdir(match):
                yield match
    else:
        yield name


@contextmanager
def _opened(name: str, stdin: BinaryIO | None) -> Iterator[Any]:
    if name == "-":
        given = stdin or sys.stdin.buffer
        # `peek` is needed to tell the form; whatever stands in for standard input may lack it.
        yield given if hasattr(given, "peek") else BufferedReader(cast(RawIOBase, given), HEAD)
        return
    if not name or "\x00" in name:
        raise Unreadable("is no file name")
    if os.path.isdir(name):
        raise Unreadable("is a folder where a file was expected")
    with open(name, "rb", buffering=HEAD) as stream:
        yield stream


def _reason(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "no such file"
    if isinstance(problem, PermissionError):
        return "may not be read (permission denied)"
    return (problem.strerror or str(problem)).lower()
