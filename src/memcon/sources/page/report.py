"""The text of the one report on a page, each paragraph with its place in the page."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from memcon.sources.boilerplate import is_boilerplate
from memcon.sources.markup import local, squeezed
from memcon.sources.page.letters import Letters
from memcon.sources.page.metadata import PageFacts

_AROUND = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletters?|social|share|sharing|sharebar|addthis|related|read-?more|readmore"
    r"|also-?read|promos?|adverts?|advertisement|ads?|caption|figcaption|breadcrumbs?|comments?|disqus|subscribe|subscription"
    r"|paywall|sponsored|recommend(?:ed|ations?)?|trending|most-?read|tag-?list|tags|toolbar|sidebar|popup|modal|skip-?link"
    r"|print-?only|sign-?up|outbrain|taboola|inline-?gallery|credit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEPT = frozenset(("html", "body", "main", "article"))
_REMOVED_TAGS = ("figcaption", "button", "form", "noscript", "template", "iframe", "svg", "script", "style")
# The largest share of a page's text that may go as something around the report: more, and the mark was misread.
_MOST_AROUND = 0.4
# A link that stands alone and is longer than this may be a report's headline or a document that it cites.
_MENU_LINE = 60
_OF_EXTRACT = frozenset(("p", "head", "item", "row", "quote", "list", "table"))


@dataclass(frozen=True, slots=True)
class Report:
    """A report's text, and its passages as ``[start, end, element path]``."""

    text: str
    passages: list[tuple[int, int, str]] = field(default_factory=list)


def report_of(tree: Any, facts: PageFacts) -> Report | None:
    """The report on the page, or None where none is found."""
    from trafilatura import bare_extraction

    cleaned = without_surroundings(deepcopy(tree))
    found = bare_extraction(cleaned, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    paragraphs = kept(_paragraphs(body), facts) if body is not None else []
    report = located(paragraphs, tree)
    spelled = facts.body
    if spelled and (not report.passages or len(spelled) > 3 * len(report.text)):
        # The page is drawn by a script; its JSON-LD carries the report.
        paragraphs = kept([squeezed(line) for line in re.split(r"\n+", spelled)], facts)
        report = located(paragraphs, tree)
    return report if report.text else None


def without_surroundings(tree: Any) -> Any:
    """The tree without what is marked as standing around the report: consent, sharing, captions, lists of others."""
    whole = len(tree.text_content()) or 1
    for element in list(tree.iter()):
        name = local(element)
        if name in _KEPT or not name or element.getparent() is None:
            continue
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if name in _REMOVED_TAGS or (
            marks != " " and _AROUND.search(marks) and len(element.text_content()) < _MOST_AROUND * whole
        ):
            if name == "script" and "json" in (element.get("type") or ""):
                continue
            element.drop_tree()
    return tree


def kept(paragraphs: list[str], facts: PageFacts) -> list[str]:
    """The paragraphs that are the report: no boilerplate, not the headline and the byline once more."""
    found = [text for text in paragraphs if text and not is_boilerplate(text)]
    title = squeezed(facts.title or "").lower()
    while found and (
        found[0].lower() == title
        or (facts.byline and re.fullmatch(rf"(?:by )?{re.escape(facts.byline)}", found[0], re.IGNORECASE))
    ):
        del found[0]
    # A heading with nothing under it introduced what was taken away.
    while found and len(found) > 1 and len(found[-1]) < 60 and not re.search(r"[.!?…”\")\]]\s*\Z", found[-1]):
        if any(ch.isdigit() for ch in found[-1]):
            break
        del found[-1]
    return found


def located(paragraphs: list[str], tree: Any) -> Report:
    """The text with the element path of each paragraph that is found on the page."""
    letters = Letters(tree)
    paragraphs = [text for text in paragraphs if not (len(text) < _MENU_LINE and letters.is_link(text))]
    passages = []
    start = 0
    for paragraph in paragraphs:
        path = letters.path_of(paragraph)
        if path:
            passages.append((start, start + len(paragraph), path))
        start += len(paragraph) + 2
    return Report("\n\n".join(paragraphs), passages)


def _paragraphs(body: Any) -> list[str]:
    """The paragraphs of what trafilatura found; a line break within one is kept, the cells of a row share a line."""
    found: list[str] = []
    pieces: list[str] = []

    def flush() -> None:
        lines = [squeezed(line) for line in "".join(pieces).split("\x1e")]
        pieces.clear()
        text = "\n".join(line for line in lines if line)
        if text:
            found.append(text)

    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = local(element)
        if event == "start":
            if name in _OF_EXTRACT:
                flush()
            elif name == "lb":
                pieces.append("\x1e")
            elif name == "cell" and any(piece.strip() for piece in pieces):
                pieces.append(" | ")
            pieces.append(element.text or "")
        else:
            if name in _OF_EXTRACT:
                flush()
            if element is not body:
                pieces.append(element.tail or "")
    flush()
    return found
