"""A page that came before in the same call, at another address or in another feed, is read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from memcon.record import Document

# Rows that a user numbered are answered each; pages and feeds repeat one another by nature.
_REPEATING = frozenset(("text/html", "application/rss+xml", "application/newsml+xml"))
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|src|cmpid|at_\w+)=[^&]*&?")

# Addresses and texts, so that a run over a whole archive of the web stays small (some 100 MB).
_MOST_REMEMBERED = 500_000


class Once:
    """Remembers the pages that came, by address and by text."""

    def __init__(self, notice: Callable[[str], None]) -> None:
        self._notice = notice
        self._seen: dict[int, str] = {}

    def is_new(self, document: Document) -> bool:
        """Whether the document is none that came before; one that did is told of."""
        if document.media_type not in _REPEATING:
            return True
        keys = [_key(" ".join(document.text.split()))]
        if document.url:
            keys.append(_key(plain_address(document.url)))
        for key in keys:
            first = self._seen.get(key)
            if first is not None:
                self._notice(f"{document.id}: is the same report as {first}; read once")
                return False
        for key in keys:
            self._seen[key] = document.id
        while len(self._seen) > _MOST_REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return True


def _key(text: str) -> int:
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8])


def plain_address(url: str) -> str:
    """An address without what differs between copies of it: scheme, ``www.``, tracking, a closing slash.

    >>> plain_address("http://www.example.org/a/?utm_source=feed#top")
    '//example.org/a'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = _TRACKING.sub("", parts.query).rstrip("&")
    host = parts.netloc.lower().removeprefix("www.")
    return (
        f"//{host}{parts.path.rstrip('/')}"
        + (f"?{query}" if query else "")
        + (f"#{parts.fragment}" if parts.fragment else "")
    )
