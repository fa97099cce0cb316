"""Word-processor files (.docx): the paragraphs and tables of the body as they stand when all changes are accepted."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from memcon.record import Document
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_DOCX_BYTES
from memcon.sources.markup import flat, local, parse_xml
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.packed import unpacked

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Struck-out text, what an older Word shows instead, notes' marks, field codes, and drawings' descriptions.
_UNREAD = frozenset(
    (
        "del", "movefrom", "fallback", "instrtext", "deltext", "footnotereference", "endnotereference",
        "commentreference", "pict",
    )
)  # fmt: skip
# The number of a note as it is typed above the line, but for the square of a measure.
_NOTE = re.compile(r"[\[(]?\d{1,3}(?:[,\s–-]+\d{1,3})*[\])]?|[*†‡]+")
_MEASURE = re.compile(r"(?:^|[\s\d])[kcm]?m\Z")
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-", "softhyphen": ""}
_MOST_XML_BYTES = 50_000_000


def read_docx(intake: Intake) -> Iterator[Document | SourceError]:
    """The one document of a file."""
    raw = intake.whole(MOST_DOCX_BYTES)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            body = parse_xml(_part(parts, "word/document.xml"))
            properties = _properties(parts)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError):
        raise Unreadable("is a damaged or locked .docx file; open it in a word processor and save it anew") from None
    yield document_of(
        Given.of(
            intake,
            text="\n\n".join(paragraphs(body)),
            title=properties.get("title"),
            byline=properties.get("creator"),
            otherwise_published=intake.published,
            media_type=MEDIA_TYPE,
        )
    )


def paragraphs(body: Any) -> list[str]:
    """The paragraphs of a document's body in order; the cells of a table's row share a line."""
    found: list[str] = []
    rows: list[list[str]] = []
    pieces: list[str] = []
    skipped = 0
    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = local(element)
        if name in _UNREAD:
            skipped += 1 if event == "start" else -1
        elif skipped:
            continue
        elif event == "start":
            if name == "tr":
                rows.append([])
            elif name == "t":
                if not _is_note(element, pieces):
                    pieces.append(element.text or "")
            elif name in _SPACES and local(element.getparent()) == "r":
                pieces.append(_SPACES[name])
        elif name == "p":
            text = "".join(pieces).strip()
            pieces.clear()
            if text:
                (rows[-1] if rows else found).append(text)
        elif name == "tr":
            line = " | ".join(rows.pop())
            if line:
                (rows[-1] if rows else found).append(line)
    return found


def _is_note(element: Any, before: list[str]) -> bool:
    """Whether a run of text is the number of a note: it is no part of the word that it stands behind."""
    raised = any(
        local(one) == "vertalign" and value == "superscript"
        for properties in element.getparent()
        if local(properties) == "rpr"
        for one in properties
        for value in one.attrib.values()
    )
    if not raised or not _NOTE.fullmatch((element.text or "").strip()):
        return False
    return bool(before) and not _MEASURE.search("".join(before[-2:]))


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    return unpacked(parts, parts.getinfo(name), _MOST_XML_BYTES)


def _properties(parts: zipfile.ZipFile) -> dict[str, str]:
    """Title and author, where somebody wrote them there: a word processor's defaults are neither."""
    try:
        root = parse_xml(_part(parts, "docProps/core.xml"))
    except (KeyError, Unreadable):
        return {}
    found = {local(child): flat(child) for child in root}
    kept = {}
    title, creator = found.get("title", ""), found.get("creator", "")
    if len(title.split()) > 2:
        kept["title"] = title
    if 2 <= len(creator.split()) <= 5 and creator.replace(" ", "").replace(".", "").replace("-", "").isalpha():
        kept["creator"] = creator
    return kept
