"""A PDF taken apart by PDFium; runs in the process of its own."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from memcon.sources.limits import MOST_CHARACTERS, MOST_PDF_PAGES
from memcon.sources.outcome import Unreadable
from memcon.sources.pdf.flow import Paragraph, flowed
from memcon.sources.pdf.layout import Glyph, Line, lines_of

_MOST_GLYPHS = 200_000  # on one page
_UPRIGHT = 0.1  # radians
_NO_TITLE = re.compile(r"microsoft|untitled|\.(?:docx?|pdf|indd|qxd|rtf)\b|^\W*$|^slide \d|https?:", re.IGNORECASE)


def extract(raw: bytes) -> dict[str, Any]:
    """The text of a PDF, its title, and its passages as ``[start, end, page]``.

    Raises:
        Unreadable: it is locked, damaged, too long, or a scan without text.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as problem:
        locked = "password" in str(problem).lower()
        raise Unreadable(
            "is locked with a password; save it without" if locked else "is a damaged PDF that cannot be opened"
        ) from None
    count = len(document)
    if count > MOST_PDF_PAGES:
        raise Unreadable(f"has {count:,} pages; a PDF may have {MOST_PDF_PAGES}; split it into its reports")
    pages: list[list[Line]] = []
    characters = 0
    for number in range(count):
        lines = _lines(document, number)
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            raise Unreadable(f"has more than {MOST_CHARACTERS:,} characters; split it into its reports")
        pages.append(lines)
    if not characters:
        raise Unreadable("has no text, only pictures of it; run it through text recognition (OCR) first")
    paragraphs = flowed(pages)
    text, passages = _joined(paragraphs)
    return {"text": text, "title": _title(document, paragraphs), "passages": passages}


def _lines(document: Any, number: int) -> list[Line]:
    """The lines of a page in reading order; a page that is damaged has none."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    height = page.get_height()
    glyphs = _glyphs(text_page)
    text_page.close()
    page.close()
    return lines_of(glyphs, height, number + 1)


def _glyphs(text_page: Any) -> list[Glyph]:
    """The characters of a page with their places; text that runs aslant (a watermark) is left out."""
    found: list[Glyph] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    handle = text_page.raw
    for index in range(min(text_page.count_chars(), _MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code in (0, 10, 13) or (pdfium.FPDFText_IsGenerated(handle, index) == 1 and code != 32):
            continue
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        angle = pdfium.FPDFText_GetCharAngle(handle, index)
        if min(angle, abs(2 * math.pi - angle)) > _UPRIGHT:
            continue
        size = pdfium.FPDFText_GetFontSize(handle, index)
        # Some producers set type of another size and scale it; the box then tells the size that is seen.
        seen = box.top - box.bottom
        scaled = size if 0.6 * size < seen < 1.8 * size else seen
        found.append(Glyph(chr(code), box.left, box.right, y.value, scaled))
    return found


def _joined(paragraphs: list[Paragraph]) -> tuple[str, list[tuple[int, int, int]]]:
    pieces: list[str] = []
    passages: list[tuple[int, int, int]] = []
    start = 0
    for paragraph in paragraphs:
        text = "".join(piece for piece, _ in paragraph.pieces)
        at = start
        for piece, page in paragraph.pieces:
            if passages and passages[-1][2] == page and passages[-1][1] == at:
                passages[-1] = (passages[-1][0], at + len(piece), page)
            else:
                passages.append((at, at + len(piece), page))
            at += len(piece)
        pieces.append(text)
        start += len(text) + 2
    return "\n\n".join(pieces), passages


def _title(document: Any, paragraphs: list[Paragraph]) -> str | None:
    """What the file calls itself, unless a word processor did; else the first lines, where they are set larger."""
    try:
        named = (document.get_metadata_dict().get("Title") or "").strip()
    except pypdfium2.PdfiumError:
        named = ""
    if len(named.split()) >= 3 and not _NO_TITLE.search(named):
        return str(named)[:300]
    sizes = sorted(size for paragraph in paragraphs for size in [paragraph.size] * len(paragraph.pieces))
    usual = sizes[len(sizes) // 2]
    for paragraph in paragraphs[:4]:
        text = "".join(piece for piece, _ in paragraph.pieces)
        if paragraph.size > 1.15 * usual and 3 <= len(text.split()) <= 40:
            return text.replace("\n", " ")
    return None
