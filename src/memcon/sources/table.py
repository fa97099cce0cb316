"""CSV and its like: a row is a report, one of the columns its text."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import replace
from io import TextIOWrapper
from typing import Any

from memcon.record import Document
from memcon.sources.fields import document_of, given_by, row_id
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_CHARACTERS
from memcon.sources.moments import moment
from memcon.sources.outcome import SourceError, Unreadable

MEDIA_TYPE = "text/csv"

# What people and exports call the fields; the first that is there is taken.
COLUMNS = {
    "text": "text body content article full_text fulltext article_text body_text story report maintext main_text",
    "id": "id doc_id docid document_id article_id uuid guid key",
    "title": "title headline heading subject name",
    "published": "published date pubdate pub_date publication_date published_at date_published publish_date day",
    "byline": "byline author authors by writer creator",
    "outlet": "outlet source publisher publication newspaper agency issuer media domain",
    "url": "url link address href canonical permalink web_url",
}
_MOST_COLUMNS = 2_000


def read_table(intake: Intake) -> Iterator[Document | SourceError]:
    """A document a row; the first row names the columns."""
    head, intake = intake.peeked()
    lines = _lines(intake, head)
    csv.field_size_limit(2 * MOST_CHARACTERS)
    rows = csv.reader(lines, delimiter=_delimiter(head), strict=False)
    try:
        header = next(rows, None)
        if not header or len(header) > _MOST_COLUMNS:
            raise Unreadable("is empty" if not header else f"has {len(header):,} columns")
        places = _places([name.strip().lower().replace(" ", "_").replace("-", "_") for name in header])
        if "text" not in places:
            named = ", ".join(name.strip() for name in header[:8])
            raise Unreadable(f'has no column named "text"; its columns are {named[:200]}')
        yield from _documents(rows, places, intake)
    except csv.Error as problem:
        raise Unreadable(f"breaks off at line {rows.line_num} ({problem})") from None
    except UnicodeDecodeError as problem:
        raise Unreadable(f"says it is {problem.encoding.upper()} and is not") from None


def _documents(rows: Any, places: dict[str, int], intake: Intake) -> Iterator[Document | SourceError]:
    number = 1
    for number, row in enumerate(rows, 2):
        fields: dict[str, Any] = {name: row[at] for name, at in places.items() if at < len(row)}
        if not any(str(value).strip() for value in fields.values()):
            continue
        id = row_id({"id": fields.get("id", "").strip()}, f"{intake.name}:{number}")
        given = fields.get("published", "").strip()
        fields["published"] = moment(given) or given or None
        try:
            found = given_by({**fields, "text": fields.get("text", "")}, id, MEDIA_TYPE, intake.published)
            yield document_of(replace(found, retrieved=intake.retrieved))
        except Unreadable as problem:
            yield SourceError(id, f"{intake.name}, row {number}", str(problem))
    if number == 1:
        raise Unreadable("has a row of column names and no other")


def _places(header: list[str]) -> dict[str, int]:
    """The place of the column of each field."""
    found = {}
    for field, names in COLUMNS.items():
        place = next((header.index(name) for name in names.split() if name in header), None)
        if place is not None:
            found[field] = place
    return found


def _delimiter(head: bytes) -> str:
    """What stands between the columns: the mark that is most frequent in the first line, outside quotation marks."""
    first = head.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"").split(b"\n", 1)[0]
    bare = b"".join(first.split(b'"')[::2])
    return max(",;\t|", key=lambda mark: bare.count(mark.encode()))


def _lines(intake: Intake, head: bytes) -> TextIOWrapper:
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    if not wide and b"\x00" in head:
        raise Unreadable("is binary, not a table")
    # `decoding` names what becomes of bytes that are no UTF-8.
    import memcon.sources.decoding  # noqa: F401

    return TextIOWrapper(intake.stream, encoding, errors="strict" if wide else "memcon-windows", newline="")
