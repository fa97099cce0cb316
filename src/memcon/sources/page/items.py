"""A page with several reports on it: press releases one below the other, the entries of a live page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.sources.markup import blocks, flat, local
from memcon.sources.page.letters import Letters
from memcon.sources.page.metadata import PageFacts, absolute, item_time
from memcon.sources.page.report import Report, kept, without_surroundings

_HEADINGS = ("h1", "h2", "h3", "h4")
_ASIDE = frozenset(("aside", "nav", "footer"))
_ELSEWHERE = re.compile(r"related|sidebar|teaser|promo|recommend|most-?read|card|widget", re.IGNORECASE)
# Less is a teaser; an item that is dwarfed by another is something beside the report.
_FEWEST_CHARACTERS = 200
_DWARFED = 6


def items_on(tree: Any, facts: PageFacts) -> list[tuple[Report, PageFacts]]:
    """The reports of a page with several, each with its fields; empty for a page with one.

    Items are articles each with a headline, or like elements side by side, each with a headline that links to the
    report or a time of its own.
    """
    if facts.single:
        return []
    without_surroundings(tree)
    letters = Letters(tree)
    found = _articles(tree) or _siblings(tree)
    if len(found) < 2:
        return []
    times = [item_time(element) for element in found]
    # On a page where the items have their times, one without has none; else the page's time is theirs.
    shared = (facts.published, facts.published_why) if not any(times) else (None, None)
    reports = []
    for element, time in zip(found, times, strict=True):
        heading = _heading(element)
        title = flat(heading) if heading is not None else None
        url = _address_of(element, heading, facts.url)
        published = (time, f"the page says {time}") if time else shared
        own = replace(facts, title=title, url=url, byline=None, published=published[0], published_why=published[1])
        report = _report(element, own, letters)
        if report:
            reports.append((report, own))
    return reports if len(reports) > 1 else []


def _articles(tree: Any) -> list[Any]:
    return _comparable(
        element
        for element in tree.iter("article")
        if not any(ancestor.tag == "article" for ancestor in element.iterancestors()) and _heading(element) is not None
    )


def _siblings(tree: Any) -> list[Any]:
    """Like elements side by side: the same tag and class under one parent."""
    groups: dict[tuple[Any, str, str], list[Any]] = defaultdict(list)
    for element in tree.iter("div", "section", "li"):
        parent = element.getparent()
        if parent is not None and len(element):
            groups[parent, element.tag, element.get("class") or ""].append(element)
    best: list[Any] = []
    for group in groups.values():
        if len(group) > 1:
            found = _comparable(
                element for element in group if _heading(element) is not None and _stands_alone(element)
            )
            best = max(best, found, key=len)
    return best


def _stands_alone(element: Any) -> bool:
    heading = _heading(element)
    return item_time(element) is not None or (heading is not None and heading.find(".//a[@href]") is not None)


def _comparable(elements: Iterator[Any]) -> list[Any]:
    """Those with the text of a report; none where one of them dwarfs the rest, which then stand beside it."""
    sized = [(element, _size(element)) for element in elements if not _is_beside(element)]
    sized = [(element, size) for element, size in sized if size >= _FEWEST_CHARACTERS]
    sizes = sorted((size for _, size in sized), reverse=True)
    if len(sizes) < 2 or sizes[0] > _DWARFED * sizes[1]:
        return []
    return [element for element, _ in sized]


def _is_beside(element: Any) -> bool:
    if _ELSEWHERE.search(element.get("class") or ""):
        return True
    return any(ancestor.tag in _ASIDE for ancestor in element.iterancestors())


def _size(element: Any) -> int:
    return sum(len(flat(paragraph)) for paragraph in element.iter("p"))


def _heading(element: Any) -> Any:
    return next((inner for inner in element.iter(*_HEADINGS) if flat(inner)), None)


def _address_of(element: Any, heading: Any, page: str | None) -> str | None:
    """The item's own address: what its headline links to, else its place on the page."""
    if heading is not None:
        links = [*heading.iter("a"), *(above for above in heading.iterancestors("a"))]
        for link in [*links, *element.xpath('.//a[contains(@rel, "bookmark")]')]:
            if whole := absolute(link.get("href"), page):
                return whole
    mark = element.get("id")
    return f"{page}#{mark}" if page and mark else None


def _report(element: Any, facts: PageFacts, letters: Letters) -> Report | None:
    texts = []
    heading = _heading(element)
    for owner, text in blocks(element):
        if owner is heading or local(owner) == "time":
            continue
        texts.append(text)
    paragraphs = kept(texts, facts)
    # A time of day, a place on a list: what precedes the first sentence of an item is not its report.
    while len(paragraphs) > 1 and len(paragraphs[0]) < 40 and not re.search(r"[.!?…”\"]\s*\Z", paragraphs[0]):
        del paragraphs[0]
    if not paragraphs:
        return None
    passages, start = [], 0
    for paragraph in paragraphs:
        path = letters.path_of(paragraph)
        if path:
            passages.append((start, start + len(paragraph), path))
        start += len(paragraph) + 2
    return Report("\n\n".join(paragraphs), passages)
