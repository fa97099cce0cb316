"""Plain text: one file is one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from memcon.record import Document
from memcon.sources.decoding import decode
from memcon.sources.fields import Given, document_of
from memcon.sources.limits import MOST_BYTES, size
from memcon.sources.outcome import SourceError, Unreadable


def read_plain(stream: BinaryIO, name: str, published: str | None) -> Iterator[Document | SourceError]:
    """The one document of a text file."""
    raw = stream.read(MOST_BYTES + 1)
    try:
        if len(raw) > MOST_BYTES:
            raise Unreadable(f"is larger than {size(MOST_BYTES)}, more than one report; split it into its reports")
        text = decode(raw)
        start = text[:400].lstrip().lower()
        if start.startswith(("<!doctype html", "<html", "<?xml")):
            raise Unreadable("is a marked-up page, not plain text; save its text and read that")
        yield document_of(Given(id=name, text=text, published=published, media_type="text/plain"))
    except Unreadable as problem:
        yield SourceError(name, name, str(problem))
