"""One input as a reader gets it, and what every reader may do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO
from typing import Any, BinaryIO

from memcon.record import Document
from memcon.sources.limits import MOST_NESTING, size
from memcon.sources.outcome import SourceError, Unreadable

HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Intake:
    """An input on its way to a reader.

    Attributes:
        stream: its bytes.
        name: what it is called in ids and messages: a path, an address, ``stdin``.
        published: the day of publication for documents that give none.
        url: the address it was fetched from.
        retrieved: when it was fetched (RFC 3339).
        charset: the character set that the server named.
        depth: how many archives, mails or folders of an archive it lies in.
    """

    stream: BinaryIO
    name: str
    published: str | None = None
    url: str | None = None
    retrieved: str | None = None
    charset: str | None = None
    depth: int = 0

    def peeked(self) -> tuple[bytes, Intake]:
        """The first bytes (up to 64 kB), and the input with them still to be read."""
        stream: Any = self.stream
        if not hasattr(stream, "peek"):
            stream = BufferedReader(stream, HEAD)
        return stream.peek(HEAD), replace(self, stream=stream)

    def whole(self, most: int, advice: str = "") -> bytes:
        """All its bytes.

        Raises:
            Unreadable: there are more than ``most``, or none.
        """
        raw = self.stream.read(most + 1)
        if len(raw) > most:
            raise Unreadable(f"is larger than {size(most)}" + (f"; {advice}" if advice else ""))
        if not raw:
            raise Unreadable("is empty")
        return raw

    def within(self, name: str, raw: bytes | BinaryIO) -> Intake:
        """An input that lies in this one, as a file in an archive does.

        Raises:
            Unreadable: archives lie in archives more deeply than anybody packs them.
        """
        if self.depth >= MOST_NESTING:
            raise Unreadable(f"is packed {MOST_NESTING} archives deep; unpack it first")
        stream = BytesIO(raw) if isinstance(raw, bytes) else raw
        return replace(self, stream=stream, name=name, depth=self.depth + 1)


Reader = Callable[[Intake], Iterator[Document | SourceError]]
