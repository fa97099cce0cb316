"""A JSON object is a report: a row with a ``text``, or an agency's ninjs item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from memcon.record import Document
from memcon.sources.fields import document_of, given_by
from memcon.sources.ninjs import given_by_ninjs, is_ninjs


def document_by(row: Mapping[str, Any], id: str, media_type: str, default_published: str | None) -> Document:
    """The document of a JSON object.

    Raises:
        Unreadable: it has no text, or a field is not what it should be.
    """
    if is_ninjs(row):
        return document_of(given_by_ninjs(row, default_published))
    return document_of(given_by(row, id, media_type, default_published))
