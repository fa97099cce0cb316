"""ninjs, the agencies' news items in JSON: what they call its fields, in versions 1 to 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from memcon.sources.fields import Given
from memcon.sources.moments import moment
from memcon.sources.outcome import Unreadable

MEDIA_TYPE = "application/ninjs+json"

_KINDS = frozenset(("text", "composite", None))
_BODIES = ("body_text", "body_xhtml", "body_html", "body_nitf")
_TELLING = (
    "versioncreated",
    "versionCreated",
    "firstcreated",
    "firstCreated",
    "pubstatus",
    "pubStatus",
    "bodies",
    "standard",
)


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a news item of that kind and not a row with a ``text``."""
    return "text" not in item and "uri" in item and any(name in item for name in (*_TELLING, *_BODIES, "headline"))


def given_by_ninjs(item: Mapping[str, Any], default_published: str | None) -> Given:
    """The fields of a news item.

    Raises:
        Unreadable: it is no text, was taken back, or has no text.
    """
    uri = str(item["uri"])
    kind = item.get("type")
    if kind not in _KINDS:
        raise Unreadable(f"is a ninjs item of type {kind!r}, not a text")
    status = _string(item, "pubstatus", "pubStatus")
    if status in ("canceled", "cancelled", "withheld"):
        raise Unreadable(f"was {status} by its agency")
    stamp = moment(_string(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated"))
    version = moment(_string(item, "versioncreated", "versionCreated"))
    published = stamp or version
    address = _string(item, "url", "canonicalurl", "canonicalUrl") or uri
    return Given(
        id=uri,
        text=_text(item),
        title=_string(item, "headline") or _role(item.get("headlines"), "main"),
        published=published or default_published,
        byline=_byline(_string(item, "byline", "by")),
        outlet=_outlet(item),
        url=address if address.startswith(("http://", "https://")) else None,
        media_type=MEDIA_TYPE,
        published_why=f"the item says {published}" if published else None,
    )


def _text(item: Mapping[str, Any]) -> str:
    """The main text: one with paragraphs before one without, marked-up text as its paragraphs."""
    bodies = [(name, item[name]) for name in _BODIES if isinstance(item.get(name), str)]
    for body in item["bodies"] if isinstance(item.get("bodies"), list) else []:
        if (
            isinstance(body, dict)
            and isinstance(body.get("value"), str)
            and _role_of(body) not in ("summary", "caption")
        ):
            bodies.append((str(body.get("contenttype") or body.get("contentType") or ""), body["value"]))
    from memcon.sources.markup import paragraphs_of, text_of  # a tenth of a second, which JSON lines must not pay

    found = []
    for kind, value in bodies:
        marked = "html" in kind or "nitf" in kind or value.lstrip().startswith("<")
        text = text_of(paragraphs_of(value)) if marked and value.strip() else value
        if text.strip():
            found.append(text)
    if not found:
        raise Unreadable("is a ninjs item without a text")
    longest = max(map(len, found))
    return max((text for text in found if len(text) > 0.8 * longest), key=lambda text: text.count("\n\n"))


def _role_of(value: Mapping[str, Any]) -> str:
    return str(value.get("role") or "").lower()


def _role(values: Any, role: str) -> str | None:
    """The value with that role, else the first."""
    listed = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    ranked = sorted(listed, key=lambda value: _role_of(value) != role)
    return next((value["value"] for value in ranked if isinstance(value.get("value"), str)), None)


def _byline(given: str | None) -> str | None:
    return (given or "").removeprefix("By ").removeprefix("by ").strip() or None


def _outlet(item: Mapping[str, Any]) -> str | None:
    for name in ("infosources", "infoSources", "infosource", "organisations"):
        sources = item.get(name)
        for source in sources if isinstance(sources, list) else []:
            if isinstance(source, dict) and isinstance(source.get("name"), str) and name != "organisations":
                return str(source["name"])
    return _string(item, "copyrightholder", "copyrightHolder", "source", "provider")


def _string(item: Mapping[str, Any], *names: str) -> str | None:
    return next((item[name] for name in names if isinstance(item.get(name), str) and item[name].strip()), None)
