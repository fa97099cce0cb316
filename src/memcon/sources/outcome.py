"""What can go wrong with an input, as a value: one clear line, so that the other inputs are never lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceError:
    """An input, or one document of it, that could not be read.

    ``id`` is the document's id where it has one, else the input's name (with the line number for JSON
    lines); ``where`` names the place for a person (``reports.jsonl, line 3``); ``message`` is one line that
    says what is wrong and, where there is something to be done, what.
    """

    id: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class Unreadable(ValueError):
    """Raised inside :mod:`memcon.sources` and turned into a :class:`SourceError` at its edge."""
