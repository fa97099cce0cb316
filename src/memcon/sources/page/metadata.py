"""What a page says about itself: headline, byline, outlet, canonical address, and when it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from memcon.sources.markup import flat, squeezed
from memcon.sources.moments import plausible

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|PressRelease|SpecialAnnouncement)\Z")
_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publication_date", "sailthru.date", "article.published",
    "govuk:first-published-at", "date",
)  # fmt: skip
_PUBLISHED_CLASS = re.compile(
    r"publish|posted|entry-date|dateline|article-date|post-date|timestamp|^date$|news-date", re.I
)
_SITE_IN_TITLE = re.compile(r"\s+(?:[|»·•]|[–—-])\s+(?P<site>[^|»·•–—]{2,60})\Z")
_NO_NAME = re.compile(
    r"https?://|www\.|@|\d|[|<>{}]|\b(?:admin|editor|staff|newsroom|webmaster|news desk|desk|team)\b", re.I
)
_SECTION_NAMES = (
    "news world politics business opinion sport sports europe asia africa americas home culture technology economy "
    "press release releases statement statements readout unknown none null author by"
)
_SECTIONS = frozenset(_SECTION_NAMES.split())


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The fields of a page; None where it does not say."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_why: str | None = None
    body: str | None = None
    single: bool = False


def facts_of(tree: Any, fetched: str | None) -> PageFacts:
    """What the page says of itself in JSON-LD, in its head, and where it shows it.

    Args:
        tree: the page's tree.
        fetched: the address it was fetched from.
    """
    linked = list(_linked_data(tree))
    articles = [node for node in linked if _is_article(node)]
    article = articles[0] if articles else {}
    metas = _metas(tree)
    outlet = _outlet(article, linked, metas)
    url = _address(tree, article, metas, fetched)
    published, why = published_of(tree, linked, articles, metas, url)
    body = article.get("articleBody")
    return PageFacts(
        title=_title(tree, article, metas, outlet),
        byline=_byline(tree, article, metas, outlet),
        outlet=outlet,
        url=url,
        published=published,
        published_why=why,
        body=body if isinstance(body, str) and len(body) > 200 else None,
        single=len(articles) == 1 and "LiveBlogPosting" not in _types(article),
    )


def published_of(
    tree: Any,
    linked: list[dict[str, Any]],
    articles: list[dict[str, Any]],
    metas: dict[str, str],
    url: str | None,
) -> tuple[str | None, str | None]:
    """The moment of publication and who says so; a full time with its zone before a bare day.

    JSON-LD, the head's fields and the shown time are asked in this order; the first that gives a time of day wins, else
    the first that gives a day, else a date that htmldate finds in the page's address or text.
    """
    given: list[str | None] = [_text(node.get("datePublished")) for node in articles]
    given += [metas.get(name) for name in _PUBLISHED_NAMES]
    given += [_text(node.get("datePublished")) for node in linked if node not in articles]
    given += list(_shown_times(tree))
    found = [moment for moment in map(plausible, given) if moment]
    first = found[0] if found else None
    if first is None:
        return _searched_date(tree, url)
    # Where a field gives the day alone, another may give the same day with its time and zone.
    full = next((moment for moment in found if len(moment) > 10 and moment[:10] == first[:10]), first)
    return full, f"the page says {full}"


def item_time(element: Any) -> str | None:
    """The moment that an item of a page gives for itself."""
    return next(iter(filter(None, map(plausible, _shown_times(element, anywhere=True)))), None)


def absolute(address: str | None, base: str | None) -> str | None:
    """An http(s) address made whole, or None where it is none."""
    if not address or len(address) > 2000:
        return None
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc else None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, those in ``@graph`` and in lists too."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            pending = [
                json.loads((script.text or "").strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
            ]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while pending and seen < 2000:
            node = pending.pop(0)
            seen += 1
            if isinstance(node, list):
                pending[:0] = node[:500]
            elif isinstance(node, dict):
                yield node
                graph = node.get("@graph")
                pending[:0] = graph[:500] if isinstance(graph, list) else []
                if isinstance(node.get("mainEntity"), dict):
                    pending.append(node["mainEntity"])


def _types(node: dict[str, Any]) -> list[str]:
    given = node.get("@type")
    return [str(kind) for kind in given] if isinstance(given, list) else [str(given)] if given else []


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLES.search(kind) for kind in _types(node))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return squeezed(value) or None if isinstance(value, str) else None


def _metas(tree: Any) -> dict[str, str]:
    """The head's fields by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower().strip(), squeezed(content))
    return found


def _title(tree: Any, article: dict[str, Any], metas: dict[str, str], outlet: str | None) -> str | None:
    headline = _text(article.get("headline"))
    headings = [heading for heading in tree.iter("h1") if flat(heading)]
    shown = flat(headings[0]) if len(headings) == 1 else None
    named = metas.get("og:title") or metas.get("twitter:title") or flat(tree.find(".//title"))
    found = headline or shown or named
    if found and (tail := _SITE_IN_TITLE.search(found)):
        site = tail["site"].lower()
        if not headline and (site in (outlet or "").lower() or (outlet and outlet.lower() in site) or found != shown):
            found = found[: tail.start()]
    return found[:500] if found else None


def _byline(tree: Any, article: dict[str, Any], metas: dict[str, str], outlet: str | None) -> str | None:
    authors = article.get("author")
    names = [
        _text(author)
        for author in (authors if isinstance(authors, list) else [authors])[:8]
        if not (isinstance(author, dict) and "Organization" in " ".join(_types(author)))
    ]
    people = [name for name in (_person(name, outlet) for name in names) if name]
    if people:
        return ", ".join(people[:-1]) + (" and " if len(people) > 1 else "") + people[-1]
    for name in (
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
    ):
        if person := _person(metas.get(name), outlet):
            return person
    for element in tree.iter("a", "span", "p", "div", "address"):
        marks = " ".join((element.get("rel") or "", element.get("itemprop") or "", element.get("class") or "")).lower()
        if re.search(r"\bauthor\b|byline", marks) and (person := _person(flat(element), outlet)):
            return person
    return None


def _person(name: str | None, outlet: str | None) -> str | None:
    """A byline that reads as one: no section, no address, not the outlet itself."""
    if not name:
        return None
    bare = re.sub(r"\A(?:by|written by|reported by)\s*:?\s+", "", squeezed(name), flags=re.I).strip(" ,;|")
    words = bare.split()
    if not 2 <= len(words) <= 12 or len(bare) > 120 or _NO_NAME.search(bare):
        return None
    if outlet and (bare.lower() in outlet.lower() or outlet.lower() in bare.lower()):
        return None
    return bare if not all(word.lower().strip(",&") in _SECTIONS for word in words) else None


def _outlet(article: dict[str, Any], linked: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    found = _text(article.get("publisher")) or metas.get("og:site_name") or metas.get("application-name")
    if not found:
        sites = (
            node
            for node in linked
            if set(_types(node)) & {"WebSite", "NewsMediaOrganization", "GovernmentOrganization"}
        )
        found = next((name for name in (_text(node.get("name")) for node in sites) if name), None)
    found = found or metas.get("dc.publisher") or metas.get("dcterms.publisher") or metas.get("publisher")
    return found[:120] if found and not found.startswith(("http", "@")) else None


def _address(tree: Any, article: dict[str, Any], metas: dict[str, str], fetched: str | None) -> str | None:
    """The canonical address: the page's own word for it, else where it was fetched."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    main = article.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    base = fetched or next((base.get("href") for base in tree.iter("base")), None)
    for given in (*links[:1], metas.get("og:url"), _text(article.get("url")), main if isinstance(main, str) else None):
        whole = absolute(given, base)
        # A home page given as canonical is a mistake of the page's maker.
        if whole and (urlsplit(whole).path.strip("/") or urlsplit(whole).query or not fetched):
            return whole
    return fetched


def _shown_times(tree: Any, *, anywhere: bool = False) -> Iterator[str]:
    for element in tree.iter("time", "span", "abbr", "p", "div"):
        marks = " ".join((element.get("itemprop") or "", element.get("class") or "")).lower()
        if "modified" in marks or "update" in marks:
            continue
        stamp = element.get("datetime") or element.get("content") or element.get("title")
        if not stamp:
            continue
        named = "datepublished" in marks or element.get("pubdate") is not None or _PUBLISHED_CLASS.search(marks)
        shown = element.tag == "time" and element.get("datetime") and (anywhere or _stands_at_the_head(element))
        if named or shown:
            yield stamp


def _stands_at_the_head(element: Any) -> bool:
    """Whether a time without further words stands with the headline, not beside a list of other reports."""
    for ancestor in element.iterancestors():
        if ancestor.tag in ("aside", "nav", "footer", "li", "ul"):
            return False
        if ancestor.tag in ("article", "main", "header"):
            return True
    return False


def _searched_date(tree: Any, url: str | None) -> tuple[str | None, str | None]:
    """A day that stands in the address or in the text; when a page was changed or its site made is not asked."""
    from htmldate import find_date

    searched = deepcopy(tree)
    for element in list(searched.iter("meta", "time", "footer", "script", "aside")):
        marks = " ".join(str(value) for value in element.values()).lower()
        if element.tag in ("footer", "script", "aside") or "modified" in marks or "update" in marks:
            element.drop_tree()
    try:
        found = find_date(searched, extensive_search=False, original_date=True, url=url)
    except Exception:  # a date that cannot be found must not cost the report
        return None, None
    day = plausible(found)
    return (day, "found on the page, which names no time of publication") if day else (None, None)
