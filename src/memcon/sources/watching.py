"""Feeds that are asked again and again: what is new in them, and what of them is remembered from run to run."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import msgspec

from memcon.record import Document
from memcon.sources.feed import Item, items_of
from memcon.sources.fetching import Fetcher, intake_of, item_document
from memcon.sources.outcome import SourceError, Unreadable
from memcon.sources.recognition import certain_form

# Feeds hold some dozens of items, rarely hundreds; what has left a feed does not come back.
_MOST_REMEMBERED = 5_000
# The page of a site names its feed so.
_FEED_LINK = re.compile(
    rb"""<link\b(?=[^>]*\btype=["']?application/(?:rss|atom)\+xml)[^>]*\bhref=["']?([^"'\s>]+)""", re.IGNORECASE
)


@dataclass(slots=True)
class Memory:
    """What is remembered of one feed: the marks to ask with, and the items that were dealt with, oldest first."""

    etag: str | None = None
    modified: str | None = None
    seen: list[str] = field(default_factory=list)


class Memories:
    """The memory of each feed, kept in one small JSON file.

    Args:
        path: the file; it is written whole and put in the place of the old one, so that no stop leaves half of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._of = _loaded(path)

    def of(self, feed: str) -> Memory:
        """The memory of a feed, empty for a new one."""
        return self._of.setdefault(feed, Memory())

    def save(self) -> None:
        """Write all to the disk."""
        half = self._path.with_name(self._path.name + ".new")
        half.write_text(json.dumps({name: asdict(memory) for name, memory in self._of.items()}), encoding="utf-8")
        os.replace(half, self._path)


def new_in(feed: str, memory: Memory, fetcher: Fetcher) -> Iterator[Document | SourceError]:
    """What is new in a feed since the last time, oldest first; an item is remembered once the next one is asked for.

    Args:
        feed: its address.
        memory: what is remembered of it; brought up to date here.
        fetcher: what fetches it and the pages it announces.

    Raises:
        Unreadable: the feed cannot be fetched or is none; the memory is as it was.
    """
    answer = fetcher.get(feed, etag=memory.etag, modified=memory.modified)
    if answer.status == 304:
        return
    if certain_form(answer.raw[:65_536]) == "html":
        link = _FEED_LINK.search(answer.raw[:500_000])
        whole = urljoin(answer.url, link[1].decode("utf-8", "replace")) if link else None
        raise Unreadable("is a page, not a feed" + (f"; its feed is {whole}" if whole else ""))
    seen = set(memory.seen)
    intake = intake_of(answer, feed)
    fresh = [item for item in reversed(items_of(answer.raw, answer.url)) if _mark(item) not in seen]
    for number, item in enumerate(fresh, 1):
        yield item_document(item, intake, number, fetcher)
        memory.seen.append(_mark(item))
        del memory.seen[:-_MOST_REMEMBERED]
    # Only now: had the run been stopped half way, the feed must be sent again.
    memory.etag, memory.modified = answer.etag, answer.modified


def _mark(item: Item) -> str:
    """What an item is known by."""
    return item.id or item.url or f"{item.title}\n{item.published}"


def _loaded(path: Path) -> dict[str, Memory]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Memory])
    except FileNotFoundError:
        return {}
    except msgspec.MsgspecError:
        # Nothing is lost but a little work: the archive itself knows what it has.
        return {}
