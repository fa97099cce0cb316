"""RSS and Atom: an item is a document, with its full text where the feed has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from memcon.record import Document
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_FEED_BYTES, MOST_FEED_ITEMS
from memcon.sources.markup import blocks, flat, local, paragraphs_of, parse_xml, squeezed, text_of
from memcon.sources.moments import plausible
from memcon.sources.outcome import SourceError, Unreadable

MEDIA_TYPE = "application/rss+xml"

# A summary this long is the report; a shorter one may only announce it.
_FULL = 700
_ITEMS = frozenset(("item", "entry"))
_NAMESPACE_XML = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed; None where it does not say.

    ``full`` tells whether ``text`` is the report itself and not the announcement of one.
    """

    id: str | None
    text: str
    full: bool
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_why: str | None = None


def read_feed(intake: Intake) -> Iterator[Document | SourceError]:
    """A document an item."""
    raw = intake.whole(MOST_FEED_BYTES, "a feed holds its newest items and no more")
    for number, item in enumerate(items_of(raw, intake.url), 1):
        yield document_from(item, intake, number)


def document_from(item: Item, intake: Intake, number: int) -> Document | SourceError:
    """The document of an item, or what is wrong with it."""
    id = item.id or item.url or f"{intake.name}:{number}"
    try:
        given = Given.of(
            replace(intake, url=None),  # the feed's own address is not the item's
            id=id,
            text=item.text,
            title=item.title,
            byline=item.byline,
            outlet=item.outlet,
            url=item.url,
            published=item.published or intake.published,
            published_why=item.published_why,
            media_type=MEDIA_TYPE,
        )
        return document_of(given)
    except Unreadable as problem:
        return SourceError(id, f"{intake.name}, item {number}", str(problem))


def items_of(raw: bytes, address: str | None = None) -> list[Item]:
    """The items of a feed in its order.

    Args:
        raw: the feed.
        address: where it was fetched; relative links count from it.

    Raises:
        Unreadable: it is no feed, or an empty one.
    """
    root = parse_xml(raw, recover=True)
    found = [element for element in root.iter() if local(element) in _ITEMS]
    if not found:
        raise Unreadable(
            "is a feed without items" if local(root) in ("rss", "feed", "rdf") else "is XML but no feed that is read"
        )
    if len(found) > MOST_FEED_ITEMS:
        raise Unreadable(f"has {len(found):,} items; a feed may have {MOST_FEED_ITEMS:,}")
    channel = next((element for element in root.iter() if local(element) == "channel"), root)
    outlet = _plain(_child(channel, "title"))
    base = root.get(_NAMESPACE_XML) or _link(channel, address) or address
    return [_item(element, outlet, urljoin(address or "", base or "")) for element in found]


def _item(element: Any, outlet: str | None, base: str) -> Item:
    title = _plain(_child(element, "title"))
    content = _paragraphs(_child(element, "encoded")) or _paragraphs(_child(element, "content"))
    summary = _paragraphs(_child(element, "description")) or _paragraphs(_child(element, "summary"))
    text = max(text_of(content), text_of(summary), key=len)
    given, whose = _published(element)
    source = _child(element, "source")
    return Item(
        id=_plain(_child(element, "guid")) or _plain(_child(element, "id")),
        text=text or title or "",
        full=bool(content and len(text_of(content)) > len(text_of(summary))) or len(text) >= _FULL,
        title=title,
        byline=_author(element),
        outlet=_plain(_child(source, "title") if source is not None and len(source) else source) or outlet,
        url=_link(element, base),
        published=given,
        published_why=f"the feed says {whose}{given}" if given else None,
    )


def _child(element: Any, name: str) -> Any:
    if element is None:
        return None
    return next((child for child in element if local(child) == name), None)


def _paragraphs(element: Any) -> list[str]:
    """The paragraphs of a field: escaped HTML, XHTML in place, or plain text."""
    if element is None:
        return []
    if element.get("type") == "xhtml" or any(local(child) == "div" for child in element):
        return [text for _, text in blocks(element)]
    inner = "".join(element.itertext())
    if not inner.strip():
        return []
    if element.get("type") == "text" or ("<" not in inner and "&" not in inner):
        return [text for text in (squeezed(part) for part in inner.replace("\r\n", "\n").split("\n\n")) if text]
    try:
        return paragraphs_of(inner)
    except Unreadable:
        return []


def _plain(element: Any) -> str | None:
    """A field that is one line: a title may be escaped twice, or hold a tag."""
    if element is None:
        return None
    text = flat(element)
    if "<" in text or "&" in text:
        try:
            text = " ".join(paragraphs_of(text)) or text
        except Unreadable:
            return text or None
    return text or None


def _author(element: Any) -> str | None:
    names = [
        _plain(_child(child, "name")) if _child(child, "name") is not None else _plain(child)
        for child in element
        if local(child) in ("author", "creator")
    ]
    # RSS has a mail address there, with the name in brackets after it.
    people = []
    for name in dict.fromkeys(names):
        if name and "@" in name:
            name = name.partition("(")[2].rstrip(") ")
        if name and not name.lower().startswith("http"):
            people.append(name.removeprefix("By ").removeprefix("by "))
    return ", ".join(people) or None


def _link(element: Any, base: str | None) -> str | None:
    """The address of the page: Atom's alternate link, RSS's link, a guid that is an address."""
    links = [child for child in element if local(child) in ("link", "origlink")]
    ranked = sorted(links, key=lambda link: (local(link) != "origlink", link.get("rel") not in (None, "alternate")))
    guid = _child(element, "guid")
    given = [(link.get("href") or flat(link)) for link in ranked if link.get("rel") not in ("self", "hub", "enclosure")]
    if guid is not None and (guid.get("isPermaLink") or "true").lower() == "true":
        given.append(flat(guid))
    for address in given:
        try:
            whole = urljoin(base or "", address)
            if address and urlsplit(whole).scheme in ("http", "https"):
                return str(whole)
        except ValueError:
            continue
    return None


def _published(element: Any) -> tuple[str | None, str]:
    for name, whose in (("pubdate", ""), ("published", ""), ("issued", ""), ("date", ""), ("updated", "updated ")):
        if moment := plausible(flat(_child(element, name))):
            return moment, whose
    return None, ""
