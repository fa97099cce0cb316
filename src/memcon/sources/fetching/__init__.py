"""The public web as a source: pages, feeds and PDFs by their address, politely and behind a guard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from memcon.record import Dated, Document
from memcon.sources.feed import Item, document_from, items_of
from memcon.sources.fetching.client import Fetched, Fetcher
from memcon.sources.fetching.guard import Guard
from memcon.sources.forms import form_for, read_any
from memcon.sources.intake import Intake
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.recognition import certain_form

__all__ = ["Fetched", "Fetcher", "Guard", "fetched", "intake_of", "item_document"]

# What a server says of a form, where the content leaves doubt.
_BY_MEDIA_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/csv": "csv",
    "application/json": "json",
    "application/ninjs+json": "json",
    "message/rfc822": "email",
}
# Pages that are fetched for a feed whose items only announce them; the newest stand first.
_MOST_PAGES = 50


def fetched(
    address: str, fetcher: Fetcher | None = None, *, form: str | None = None, published: str | None = None
) -> Iterator[Document | SourceError]:
    """The documents at an address; the items of a feed that only announce a report are followed to their pages.

    Args:
        address: an http(s) address.
        fetcher: what fetches it; by default one for this call that goes to the public web alone.
        form: the name of a form, where it is known.
        published: the day of publication for documents that give none.

    Raises:
        Unreadable: the address may not be fetched, or nothing came.
    """
    ours = fetcher or Fetcher()
    try:
        answer = ours.get(address)
        intake = intake_of(answer, address, published)
        chosen = form or _form_of(answer)
        if chosen == "feed":
            for number, item in enumerate(items_of(answer.raw, answer.url), 1):
                yield item_document(item, intake, number, ours if number <= _MOST_PAGES else None)
        else:
            yield from read_any(intake, chosen)
    finally:
        if fetcher is None:
            ours.close()


def intake_of(answer: Fetched, name: str, published: str | None = None) -> Intake:
    """What came from the web as an input for a reader."""
    return Intake(
        BytesIO(answer.raw), name, published, url=answer.url, retrieved=answer.retrieved, charset=answer.charset
    )


def item_document(item: Item, feed: Intake, number: int, fetcher: Fetcher | None) -> Document | SourceError:
    """The document of a feed's item: the item itself where it is the report, else the page it announces.

    Args:
        item: the item.
        feed: the feed as an input.
        number: the item's place in the feed, from 1.
        fetcher: what fetches the page; None leaves it at the item.
    """
    announced = document_from(item, feed, number)
    if item.full or fetcher is None or item.url is None:
        return announced
    try:
        answer = fetcher.get(item.url)
        found = [*read_any(intake_of(answer, item.url), _form_of(answer))]
    except Unreadable:
        return announced  # a page behind a wall or gone: the announcement is what there is
    if len(found) != 1 or not isinstance(found[0], Document):
        return announced
    page = found[0]
    if isinstance(announced, SourceError):
        return replace(page, id=announced.id)
    if len(page.text) < len(announced.text):
        return announced
    return replace(
        page,
        id=announced.id,
        title=page.title or announced.title,
        byline=page.byline or announced.byline,
        outlet=page.outlet or announced.outlet,
        url=page.url or announced.url,
        published=_settled(page.published, announced.published),
    )


def _settled(page: Dated | None, feed: Dated | None) -> Dated | None:
    """The day the page gives before the one the feed gives; where they differ, both are named."""
    if page is None or feed is None:
        return page or feed
    if page.start == feed.start:
        return page
    return replace(page, why="; ".join(why for why in (page.why, feed.why or f"the feed says {feed.start}") if why))


def _form_of(answer: Fetched) -> str:
    """The form of what came: its content, else what the server calls it, else its name."""
    head = answer.raw[:65_536]
    certain = certain_form(head)
    return certain or _BY_MEDIA_TYPE.get(answer.media_type) or form_for(answer.url.partition("?")[0], head).name
