"""Web pages: the report on a page without what stands around it, and where on the page each paragraph lies."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.record import Document, Passage
from memcon.sources.confined import CONFINED
from memcon.sources.fields import Given, document_of
from memcon.sources.intake import Intake
from memcon.sources.limits import MOST_PAGE_BYTES
from memcon.sources.outcome import SourceError, Unreadable


def read_page(intake: Intake) -> Iterator[Document | SourceError]:
    """The report of a page, or its reports where several stand on it.

    The page is taken apart in a process of its own, with limits on time and memory.
    """
    raw = intake.whole(MOST_PAGE_BYTES, "save the text of the report and read that")
    items = CONFINED.call("memcon.sources.page.extraction:extract", raw, url=intake.url, charset=intake.charset)
    for number, item in enumerate(items, 1):
        passages = tuple(Passage(start, end, path=path) for start, end, path in item.pop("passages"))
        id = intake.name if len(items) == 1 else f"{intake.name}:{number}"
        item["published"] = item["published"] or intake.published
        try:
            yield document_of(Given.of(intake, id=id, media_type="text/html", original=passages, **item))
        except Unreadable as problem:
            where = intake.name if len(items) == 1 else f"{intake.name}, item {number}"
            yield SourceError(id, where, str(problem))
