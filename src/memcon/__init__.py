"""memcon reads diplomatic and political news and keeps the record a diplomat would.

>>> import memcon
>>> record = memcon.read(memcon.Document("a", "Finland’s foreign minister met her Estonian colleague in Tallinn."))
>>> [event.type for event in record.events]
['CONSULT']
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.archive import Archive, ArchiveError
    from memcon.checking import check
    from memcon.language import ModelMissing, load
    from memcon.reading.read import read, read_many
    from memcon.record import (
        Actor,
        Check,
        Citation,
        Coverage,
        Dated,
        DateExpression,
        Document,
        Event,
        Fact,
        Mention,
        Office,
        Place,
        Record,
        RecordError,
        Span,
        Statement,
        dumps,
        from_json,
        schema,
        to_json,
    )
    from memcon.sources import SourceError, documents, published

__version__ = "0.1.0"

# Every public name and the room it lives in; imported when it is asked for, so that `import memcon` costs nothing.
_ROOMS = {
    "memcon.archive": ("Archive", "ArchiveError"),
    "memcon.record": (
        "Actor", "Check", "Citation", "Coverage", "DateExpression", "Dated", "Document", "Event", "Fact", "Mention",
        "Office", "Place", "Record", "RecordError", "Span", "Statement", "dumps", "from_json", "schema", "to_json",
    ),
    "memcon.sources": ("SourceError", "documents", "published"),
    "memcon.language": ("ModelMissing", "load"),
    "memcon.reading": ("read", "read_many"),
    "memcon.checking": ("check",),
}  # fmt: skip
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Actor",
    "Archive",
    "ArchiveError",
    "Check",
    "Citation",
    "Coverage",
    "DateExpression",
    "Dated",
    "Document",
    "Event",
    "Fact",
    "Mention",
    "ModelMissing",
    "Office",
    "Place",
    "Record",
    "RecordError",
    "SourceError",
    "Span",
    "Statement",
    "check",
    "documents",
    "dumps",
    "from_json",
    "load",
    "published",
    "read",
    "read_many",
    "schema",
    "to_json",
]


def __getattr__(name: str) -> Any:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    return getattr(importlib.import_module(room), name)


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
