"""Archives: each file in a zip is an input of its own, as is what a .gz holds; all bounded by what really comes out."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO, RawIOBase
from typing import Any, BinaryIO, cast

from memcon.record import Document
from memcon.sources.folders import is_report
from memcon.sources.forms import FORMS, form_for, read_any
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_ARCHIVE_BYTES, MOST_ARCHIVE_FILES, MOST_UNPACKED_BYTES, size
from memcon.sources.outcome import SourceError, Unreadable

_CHUNK = 1_000_000
# Text packs to a tenth or, where it repeats itself, a fiftieth; a bomb to a thousandth.
_TRUSTED_BYTES = 20_000_000
_MOST_RATIO = 200
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "a spreadsheet; save the sheet as .csv",
    "ppt/presentation.xml": "a set of slides; save its text",
    "META-INF/container.xml": "a book (.epub); save its text",
    "content.xml": "an OpenDocument file; save it as .docx",
}


def read_zip(intake: Intake) -> Iterator[Document | SourceError]:
    """The documents of the files in a zip archive, in its order; hidden files, pictures and styles are passed over."""
    stream = _seekable(intake)
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            for telling, kind in _OFFICE.items():
                if telling in names and (telling != "content.xml" or "mimetype" in names):
                    if kind != "docx":
                        raise Unreadable(f"is {kind.partition('; ')[0]}; {kind.partition('; ')[2]}")
                    stream.seek(0)
                    yield from FORMS["docx"].read(
                        Intake(stream, intake.name, intake.published, intake.url, intake.retrieved)
                    )
                    return
            yield from _files(archive, intake)
    except zipfile.BadZipFile:
        raise Unreadable("is a damaged zip archive") from None


def read_gzip(intake: Intake) -> Iterator[Document | SourceError]:
    """The documents of what a .gz file holds; one that is a stream of reports is read as it unpacks."""
    name = intake.name[:-3] if intake.name.lower().endswith(".gz") else intake.name
    opened = gzip.GzipFile(fileobj=intake.stream)
    head, inner = intake.within(intake.name, cast(BinaryIO, _Bounded(opened, MOST_ARCHIVE_BYTES))).peeked()
    yield from form_for(name, head).read(inner)


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = MOST_UNPACKED_BYTES) -> bytes:
    """The bytes of a file in an archive, as many as really come out.

    Raises:
        Unreadable: there are more than ``most``, or they grow out of next to nothing, or it is locked.
    """
    if entry.flag_bits & 0x1:
        raise Unreadable("is locked with a password; unpack it first")
    pieces, count = [], 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            count += len(piece)
            if count > most:
                raise Unreadable(f"unpacks to more than {size(most)}")
            if count > _TRUSTED_BYTES and count > _MOST_RATIO * max(1, entry.compress_size):
                raise Unreadable(f"grows more than {_MOST_RATIO}-fold when unpacked, as traps do")
            pieces.append(piece)
    return b"".join(pieces)


def _files(archive: zipfile.ZipFile, intake: Intake) -> Iterator[Document | SourceError]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and _wanted(entry.filename)]
    if len(entries) > MOST_ARCHIVE_FILES:
        raise Unreadable(f"holds {len(entries):,} files; an archive may hold {MOST_ARCHIVE_FILES:,}")
    if not entries:
        raise Unreadable("is an archive without files to read")
    total = 0
    for entry in entries:
        name = f"{intake.name}/{entry.filename}"
        try:
            raw = unpacked(archive, entry)
            total += len(raw)
            if total > MOST_ARCHIVE_BYTES:
                raise Unreadable(f"the archive unpacks to more than {size(MOST_ARCHIVE_BYTES)}; the rest was left out")
            inner = intake.within(name, raw)
        except (Unreadable, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
            message = str(problem) if isinstance(problem, Unreadable) else "is damaged inside the archive"
            yield SourceError(name, name, message)
            if total > MOST_ARCHIVE_BYTES:
                return
            continue
        yield from read_any(inner)


def _wanted(name: str) -> bool:
    return is_report(name) and not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _seekable(intake: Intake) -> BinaryIO:
    """The stream itself where it can go back, as a zip's list of files stands at its end; else a copy of it."""
    if intake.stream.seekable():
        return intake.stream
    return BytesIO(intake.whole(MOST_UNPACKED_BYTES, "save it as a file and read that"))


class _Bounded(RawIOBase):
    """What a .gz holds as a stream: bounded, and clear about damage."""

    def __init__(self, stream: gzip.GzipFile, most: int) -> None:
        self._stream, self._most, self._given = stream, most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            piece = self._stream.read1(len(buffer))
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise Unreadable("is a damaged .gz file: it breaks off or its checksum is wrong") from None
        self._given += len(piece)
        if self._given > self._most:
            raise Unreadable(f"unpacks to more than {size(self._most)}")
        buffer[: len(piece)] = piece
        return len(piece)
