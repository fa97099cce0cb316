"""A page taken apart: its report or reports, with their fields; runs in the process of its own."""

from __future__ import annotations

import codecs
import re
from typing import Any

from memcon.sources.decoding import decode
from memcon.sources.markup import parse_html
from memcon.sources.outcome import Unreadable
from memcon.sources.page.items import items_on
from memcon.sources.page.metadata import PageFacts, facts_of
from memcon.sources.page.report import Report, report_of

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)


def extract(raw: bytes, *, url: str | None = None, charset: str | None = None) -> list[dict[str, Any]]:
    """The reports on a page: the fields of each, and its passages as ``[start, end, element path]``.

    Args:
        raw: the page as it was saved or served.
        url: the address it was fetched from.
        charset: the character set that the server named.

    Raises:
        Unreadable: no report is found on it.
    """
    markup = page_text(raw, charset)
    facts = facts_of(parse_html(markup), url)
    items = items_on(parse_html(markup), facts)
    if items:
        return [_fields(report, own) for report, own in items]
    report = report_of(parse_html(markup), facts)
    if report is None:
        raise Unreadable("is a page on which no report was found; save the text of the report and read that")
    return [_fields(report, facts)]


def page_text(raw: bytes, charset: str | None = None) -> str:
    """The characters of a page: UTF-8 where it is valid, else what server or page declare, else what is likely."""
    if not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            found = _CHARSET.search(raw[:4096])
            for name in (charset, found[1].decode("ascii") if found else None):
                if name and (encoding := _known(name)):
                    return raw.decode(encoding, "replace")
    return decode(raw)


def _known(name: str) -> str | None:
    """The codec of a declared character set; browsers read Latin-1 as Windows-1252, and so do we."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    # A page that says it is UTF-8 and is not has several encodings: `decode` sorts them out.
    return None if found.startswith("utf") or found in ("idna", "punycode", "rot13") else found


def _fields(report: Report, facts: PageFacts) -> dict[str, Any]:
    return {
        "text": report.text,
        "title": facts.title,
        "byline": facts.byline,
        "outlet": facts.outlet,
        "url": facts.url,
        "published": facts.published,
        "published_why": facts.published_why,
        "passages": report.passages,
    }
