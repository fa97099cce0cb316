"""Marked-up text becomes paragraphs: HTML fragments of feeds and mails, XHTML and NITF of agencies, whole pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from memcon.sources.boilerplate import is_boilerplate
from memcon.sources.outcome import Unreadable

MOST_ELEMENTS = 300_000
MOST_DEPTH = 500

_BLOCK_NAMES = (
    "p div section article main header h1 h2 h3 h4 h5 h6 hl1 hl2 ul ol dl li dt dd blockquote pre table tbody thead tr "
    "caption address fieldset hr center body html body.content block hedline bq"
)
_UNREAD_NAMES = (
    "script style noscript template svg math nav form button select option textarea iframe object video audio canvas "
    "figcaption figure footer aside head title media media-caption input label"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNREAD = frozenset(_UNREAD_NAMES.split())
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DECLARES_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse_html(text: str) -> Any:
    """The tree of a page or fragment; scripts and comments stay unread, nothing is loaded.

    Raises:
        Unreadable: nothing is there, or it is nested or cut up beyond any page.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    raw = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise Unreadable("has no text" if "empty" in str(problem).lower() else "is no page that can be read") from None
    _bounded(root)
    return root


def parse_xml(raw: bytes, *, recover: bool = False) -> Any:
    """The root element of an XML document; no DTD is loaded and no entity expanded.

    Args:
        raw: the document.
        recover: go on after mistakes, as feeds need.

    Raises:
        Unreadable: it declares entities, or is not XML; says where.
    """
    if _DECLARES_ENTITY.search(raw):
        raise Unreadable("declares XML entities of its own, which can be a trap; remove them and read it again")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True
    )
    try:
        root = etree.fromstring(_plain_entities(raw), parser=parser)
    except etree.XMLSyntaxError as problem:
        raise Unreadable(f"is not XML ({_brief(problem.msg or 'it breaks off')})") from None
    if root is None:
        raise Unreadable("is not XML")
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise Unreadable("declares XML entities of its own, which can be a trap; remove them and read it again")
    _bounded(root)
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace, in small letters; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def paragraphs_of(markup: str) -> list[str]:
    """The paragraphs of an HTML fragment, without boilerplate."""
    return [text for _, text in blocks(parse_html(markup)) if not is_boilerplate(text)]


def text_of(paragraphs: Iterable[str]) -> str:
    """Paragraphs as one text, a blank line between them."""
    return "\n\n".join(paragraphs)


def flat(element: Any) -> str:
    """The text of an element on one line."""
    return squeezed("".join(element.itertext())) if element is not None else ""


def squeezed(text: str) -> str:
    """``text`` with each run of spaces and line ends as one space; no-break spaces stay."""
    return _SPACE.sub(" ", text).strip(" ")


def blocks(root: Any) -> Iterator[tuple[Any, str]]:
    """The paragraphs under ``root`` in order, each with the element it lies in; a line break in one is kept."""
    pieces: list[str] = []
    owner = root

    def flush() -> Iterator[tuple[Any, str]]:
        lines = [squeezed(line) for line in "".join(pieces).split("\x1e")]
        pieces.clear()
        text = "\n".join(line for line in lines if line)
        if text:
            yield owner, text

    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element)
        if event == "start":
            if name in _UNREAD and element is not root:
                # Emptied rather than left: what follows it belongs to the text around it.
                for child in list(element):
                    element.remove(child)
                element.text = None
                continue
            if name in _BLOCKS:
                yield from flush()
                owner = element
            elif name == "br":
                pieces.append("\x1e")
            elif name in ("td", "th") and any(piece.strip() for piece in pieces):
                pieces.append(" | ")
            if element.text and name:
                pieces.append(element.text)
            continue
        if name in _BLOCKS:
            yield from flush()
            parent = element.getparent()
            owner = parent if parent is not None and element is not root else root
        if element is not root and element.tail:
            pieces.append(element.tail)
    yield from flush()


def _plain_entities(raw: bytes) -> bytes:
    """Names such as ``&nbsp;``, which HTML knows and XML does not, as numbers."""

    def number(found: re.Match[bytes]) -> bytes:
        if found[1] in _XML_ENTITIES:
            return found[0]
        text = html.unescape(found[0].decode("ascii"))
        return b"".join(b"&#%d;" % ord(ch) for ch in text) if not text.startswith("&") else found[0]

    return _ENTITY.sub(number, raw)


def _bounded(root: Any) -> None:
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MOST_DEPTH:
            raise Unreadable(f"nests its tags more than {MOST_DEPTH} deep, as no report does")
        if count > MOST_ELEMENTS:
            raise Unreadable(f"has more than {MOST_ELEMENTS:,} tags, as no report has")


def _brief(message: str) -> str:
    return message.splitlines()[0][:120]
