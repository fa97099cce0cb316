"""WARC, in which the web is archived: each page, feed or PDF that was fetched is an input of its own.

This reader comes in as a plug-in, by the entry point that pyproject.toml gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.record import Document
from memcon.sources.forms import Form, read_any
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_PDF_BYTES, size
from memcon.sources.outcome import SourceError, Unreadable

_READ = ("text/html", "application/xhtml", "text/plain", "application/pdf", "xml", "json")


def read_warc(intake: Intake) -> Iterator[Document | SourceError]:
    """The documents of the responses in an archive, each with its address and the time it was fetched."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    count = 0
    try:
        for record in ArchiveIterator(intake.stream):
            if record.rec_type not in ("response", "resource"):
                continue
            answer = record.http_headers
            if answer is not None and answer.get_statuscode() != "200":
                continue
            kind = (answer or record.rec_headers).get_header("Content-Type") or ""
            if not any(part in kind.lower() for part in _READ):
                continue
            count += 1
            yield from _documents(record, intake, count)
    except (ArchiveLoadFailed, ValueError, EOFError) as problem:
        raise Unreadable(f"is a damaged WARC archive ({str(problem).splitlines()[0][:120]})") from None
    if not count:
        raise Unreadable("is a WARC archive without pages")


def _documents(record: object, intake: Intake, number: int) -> Iterator[Document | SourceError]:
    headers = record.rec_headers  # type: ignore[attr-defined]
    address = headers.get_header("WARC-Target-URI") or f"{intake.name}:{number}"
    raw = record.content_stream().read(MOST_PDF_BYTES + 1)  # type: ignore[attr-defined]
    if len(raw) > MOST_PDF_BYTES:
        yield SourceError(address, f"{intake.name}, {address}", f"is larger than {size(MOST_PDF_BYTES)}")
        return
    url = address if address.startswith(("http://", "https://")) else None
    inner = replace(intake.within(address, raw), url=url, retrieved=headers.get_header("WARC-Date"))
    for found in read_any(inner):
        yield found if isinstance(found, Document) else replace(found, where=f"{intake.name}, {found.where}")


def _looks_like(head: bytes) -> bool:
    return head.startswith(b"WARC/1.")


FORM = Form("warc", (".warc",), read_warc, _looks_like)
