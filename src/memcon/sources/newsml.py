"""NewsML-G2 and NITF, in which agencies send their copy: a text item is a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.record import Document
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_XML_BYTES
from memcon.sources.markup import blocks, flat, local, parse_xml, squeezed
from memcon.sources.moments import moment
from memcon.sources.outcome import SourceError, Unreadable

MEDIA_TYPE = "application/newsml+xml"

_OTHER_ITEMS = {
    "conceptitem": "a concept (a person, place or subject)",
    "knowledgeitem": "a list of concepts",
    "packageitem": "a package that only names other items",
    "planningitem": "a plan of coverage",
    "catalogitem": "a catalogue",
}
_FRAGMENTS = frozenset(("contentset", "contentmeta", "itemmeta", "inlinexml", "itemset"))


def read_newsml(intake: Intake) -> Iterator[Document | SourceError]:
    """The text items of a NewsML-G2 item or message, or the one of a NITF file."""
    root = parse_xml(intake.whole(MOST_XML_BYTES))
    name = local(root)
    if name in _OTHER_ITEMS:
        raise Unreadable(f"is NewsML-G2 {_OTHER_ITEMS[name]}, not a text")
    if name in _FRAGMENTS:
        raise Unreadable(f"is a piece of NewsML-G2 (<{root.tag.rpartition('}')[2]}>) without the item it belongs to")
    items = [root] if name in ("newsitem", "nitf") else [child for child in root.iter() if local(child) == "newsitem"]
    if not items:
        raise Unreadable("is NewsML without a news item")
    for number, item in enumerate(items, 1):
        where = intake.name if len(items) == 1 else f"{intake.name}, item {number}"
        id = item.get("guid") or where.replace(", item ", ":")
        try:
            yield document_of(_given(item, id, intake))
        except Unreadable as problem:
            yield SourceError(id, where, str(problem))


def _given(item: Any, id: str, intake: Intake) -> Given:
    kind = _first(item, "itemclass")
    if kind is not None and not (kind.get("qcode") or "").endswith((":text", ":composite")):
        raise Unreadable(f"is an item of class {kind.get('qcode') or kind.get('uri')}, not a text")
    status = _first(item, "pubstatus")
    if status is not None and (status.get("qcode") or "").endswith((":canceled", ":withheld")):
        raise Unreadable(f"was {(status.get('qcode') or '').rpartition(':')[2]} by its agency")
    meta = _first(item, "contentmeta")
    body = _first(item, "contentset") if local(item) == "newsitem" else item
    if body is None:
        raise Unreadable("has no content")
    paragraphs = _paragraphs(body)
    dateline = _line(_first(meta, "dateline")) or _line(_first(body, "dateline"))
    # The dateline is the text's own first words where the item keeps it apart.
    if dateline and paragraphs and not paragraphs[0].lower().startswith(dateline.lower()[:12]):
        paragraphs[0] = f"{dateline} – {paragraphs[0]}"
    stamp, whose = _published(item, meta, body)
    return Given.of(
        intake,
        id=id,
        text="\n\n".join(paragraphs),
        title=_line(_first(meta, "headline")) or _line(_first(body, "hl1")) or _line(_first(body, "headline")),
        byline=_byline(meta, body),
        outlet=_outlet(item, meta),
        published=stamp or intake.published,
        published_why=f"the item says {whose} {stamp}" if stamp else None,
        media_type=MEDIA_TYPE,
    )


def _paragraphs(body: Any) -> list[str]:
    """The text of NITF, XHTML or plain inline content; NITF's head (headline, byline) is not the text."""
    for plain in _all(body, "inlinedata"):
        text = "".join(plain.itertext()).strip()
        if text:
            return [part for part in (squeezed(line) for line in text.split("\n\n")) if part]
    content = _first(body, "body.content")
    if content is None:
        content = _first(body, "body")
    if content is None:
        content = _first(body, "inlinexml")
    if content is None:
        if any(True for _ in _all(body, "remotecontent")):
            raise Unreadable("keeps its content elsewhere (remoteContent) and has no text of its own")
        raise Unreadable("has no text")
    found = [text for _, text in blocks(content)]
    if not found:
        raise Unreadable("has no text")
    return found


def _byline(meta: Any, body: Any) -> str | None:
    given = _line(_first(meta, "by"))
    byline = _first(body, "byline")
    if not given and byline is not None:
        person = _first(byline, "person")
        given = _line(person) if person is not None else squeezed(byline.text or "")
    if not given:
        creators = [_line(_first(creator, "name")) for creator in _all(meta, "creator")]
        given = ", ".join(name for name in creators if name and len(name.split()) > 1)
    return (given or "").removeprefix("By ").removeprefix("by ").strip(" ,") or None


def _outlet(item: Any, meta: Any) -> str | None:
    for whole, name in ((meta, "infosource"), (item, "provider"), (meta, "creditline"), (item, "copyrightholder")):
        element = _first(whole, name)
        if element is None:
            continue
        named = (
            _line(_first(element, "name")) or element.get("literal") or (_line(element) if not len(element) else None)
        )
        if named:
            return named
    return None


def _published(item: Any, meta: Any, body: Any) -> tuple[str | None, str]:
    """When the item was first made: a later version of a report tells of the same day."""
    for whole, name, whose in (
        (item, "firstcreated", "first created"),
        (meta, "contentcreated", "created"),
        (item, "versioncreated", "this version of"),
    ):
        if stamp := moment(flat(_first(whole, name))):
            return stamp, whose
    issued = _first(body, "date.issue")
    stamp = moment(issued.get("norm")) if issued is not None else None
    return stamp, "issued"


def _all(element: Any, name: str) -> Iterator[Any]:
    if element is not None:
        for child in element.iter():
            if local(child) == name:
                yield child


def _first(element: Any, name: str) -> Any:
    return next(_all(element, name), None)


def _line(element: Any) -> str | None:
    return flat(element) or None if element is not None else None
