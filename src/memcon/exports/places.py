"""Where an export goes: one file, several in a folder, or a zip; whole, or nothing of it."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from memcon.corpus.writing import whole

_AT_ONCE = 1 << 20


class ExportError(Exception):
    """An export that cannot be made: one line that says what is wrong and what to do."""


Take = Callable[[str, bytes], None]


def file_of(files: Iterable[str], only: str | None) -> str | None:
    """The one file that is wanted, or None where all of several are.

    Raises:
        ExportError: there is none of that name.
    """
    names = list(files)
    if only is None:
        return names[0] if len(names) == 1 else None
    for name in names:
        if only in (name, Path(name).stem):
            return name
    raise ExportError(f"there is no file {only!r} in this format; it makes {', '.join(names)}")


@contextmanager
def place_of(path: Path, files: tuple[str, ...], wanted: str | None, *, force: bool) -> Iterator[Take]:
    """What takes the pieces of an export that goes to ``path``.

    Args:
        path: a file, or a folder for several files.
        files: the files there will be.
        wanted: the one of them that is asked for.
        force: write over what is there.

    Raises:
        ExportError: something is there already, or the place takes no files; before the first piece.
    """
    if wanted is not None:
        with _file(path, force) as stream:
            yield lambda name, raw: _some(stream, raw) if name == wanted else None
    elif path.suffix.lower() == ".zip":
        with _file(path, force) as stream, _parts(files) as parts:
            yield lambda name, raw: _some(parts[name], raw)
            for raw in _packed(parts):
                stream.write(raw)
    else:
        with _folder(path), ExitStack() as stack:
            taken = [name for name in files if (path / name).exists()]
            if taken and not force:
                raise ExportError(f"{path / taken[0]}: is there already; --force writes over it")
            streams = {name: stack.enter_context(_file(path / name, force)) for name in files}
            yield lambda name, raw: _some(streams[name], raw)


@contextmanager
def _file(path: Path, force: bool) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise ExportError(f"{path}: is a folder; name a file in it")
    if path.exists() and not force:
        raise ExportError(f"{path}: is there already; --force writes over it")
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(whole(path))
        except OSError as problem:
            raise ExportError(f"{path}: cannot be written ({problem.strerror}); name another place") from None
        yield stream


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """The folder, made where there is none, and gone again where the work fails."""
    made = not path.exists()
    try:
        path.mkdir(exist_ok=True)
    except FileExistsError:
        raise ExportError(f"{path}: is a file; this format makes several, name a folder or a .zip") from None
    except OSError as problem:
        raise ExportError(f"{path}: cannot be made ({problem.strerror}); name another place") from None
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError):
                path.rmdir()
        raise


def _some(stream: BinaryIO, raw: bytes) -> None:
    stream.write(raw)


# ---- a zip


def zipped(files: tuple[str, ...], pieces: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The pieces of several files as the bytes of one zip; kept on the disk, not in memory, until all are there."""
    with _parts(files) as parts:
        for name, raw in pieces:
            parts[name].write(raw)
        yield from _packed(parts)


@contextmanager
def _parts(files: tuple[str, ...]) -> Iterator[dict[str, BinaryIO]]:
    with ExitStack() as stack:
        yield {name: stack.enter_context(tempfile.TemporaryFile()) for name in files}


def _packed(parts: dict[str, BinaryIO]) -> Iterator[bytes]:
    drained = Drain()
    with zipfile.ZipFile(cast(BinaryIO, drained), "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            part.seek(0, os.SEEK_SET)
            with packed.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                while raw := part.read(_AT_ONCE):
                    member.write(raw)
                    yield drained.taken()
    yield drained.taken()


class Drain:
    """A stream that only takes bytes, for whoever takes them from it again."""

    closed = False

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, raw: Any) -> int:
        """Take bytes."""
        self._held += raw
        return len(raw)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        raw = bytes(self._held)
        self._held.clear()
        return raw
