"""A JSON file: one object is one report, a list of objects is several."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from memcon.record import Document
from memcon.sources.fields import row_id
from memcon.sources.intake import Intake
from memcon.sources.json_lines import parse_json
from memcon.sources.json_row import document_by
from memcon.sources.limits import MOST_LINE_BYTES
from memcon.sources.outcome import SourceError, Unreadable


def read_json(intake: Intake) -> Iterator[Document | SourceError]:
    """The document of a JSON object, or those of a list of objects."""
    name = intake.name
    raw = intake.whole(MOST_LINE_BYTES, "use JSON lines for many reports")
    if not raw.strip():
        raise Unreadable("is empty")
    value = parse_json(raw.removeprefix(codecs.BOM_UTF8))
    several = isinstance(value, list)
    if several and not value:
        yield SourceError(name, name, "is an empty list")
    for number, item in enumerate(value if several else [value], 1):
        where = f"{name}, item {number}" if several else name
        id = where.replace(", item ", ":")
        try:
            if not isinstance(item, dict):
                raise Unreadable("is not a JSON object")
            id = row_id(item, id)
            yield document_by(item, id, "application/json", intake.published)
        except Unreadable as problem:
            yield SourceError(id, where, str(problem))
