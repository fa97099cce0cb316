"""What every part of the reading of actors works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors.roll import Referent

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader


class Part:
    """One part of the reading of a document; sees the document and the roll that all parts fill."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.context = reader.context
        self.parsed = reader.parsed
        self.tokens = reader.tokens
        self.scene = reader.scene
        self.roll = reader.roll

    def referent(self, number: int) -> Referent:
        """The entry of the roll with that number."""
        return self.roll.referents[number]
