"""Fetching one address: checked, polite and bounded."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from urllib.robotparser import RobotFileParser

import httpx

import memcon
from memcon.sources.fetching.guard import Guard, of_the_web
from memcon.sources.limits import size
from memcon.sources.outcome import Unreadable

USER_AGENT = f"memcon/{memcon.__version__} (reads news reports and official readouts; keeps to robots.txt)"

MOST_BYTES = 50_000_000
MOST_ROBOTS_BYTES = 500_000
MOST_REDIRECTS = 5
MOST_SECONDS = 60.0
_PATIENCE = httpx.Timeout(10.0)
_BETWEEN_REQUESTS = 1.0  # seconds, to one host
_LONGEST_DELAY = 10.0  # of those a site may ask for
_CHUNK = 65_536
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_STATUS = {
    401: "asks for a password (401)",
    402: "asks for payment (402)",
    403: "may not be read (403, forbidden)",
    404: "is not there (404, not found)",
    410: "is gone (410)",
    429: "was asked for too often (429); try again later",
    451: "may not be read for legal reasons (451)",
}


_Answer = tuple[int, httpx.Headers, bytes]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address.

    Attributes:
        url: where it lay in the end, after redirects.
        raw: the bytes, unpacked; empty where nothing is new.
        status: the HTTP status: 200, or 304 where nothing is new since the last time.
        media_type: what the server calls it, without parameters.
        charset: the character set the server names.
        retrieved: when, in RFC 3339 and UTC.
        etag: the mark to ask with the next time.
        modified: the time to ask with the next time.
    """

    url: str
    raw: bytes
    status: int
    media_type: str
    charset: str | None
    retrieved: str
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches addresses of the public web: one request a host a second, within robots.txt, within limits.

    Args:
        guard: decides which addresses may be fetched.
        between: seconds from one request to a host to the next.
        clock: seconds that only go forward; ``sleep`` waits for some.  Both are there for tests.
        seconds: the longest that one address may take, its redirects included.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        *,
        between: float = _BETWEEN_REQUESTS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        seconds: float = MOST_SECONDS,
    ) -> None:
        self._between, self._clock, self._sleep, self._seconds = between, clock, sleep, seconds
        self._client = httpx.Client(
            transport=_Pinned(guard or Guard()),
            trust_env=False,
            follow_redirects=False,
            timeout=_PATIENCE,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept-Language": "en, *;q=0.5"},
        )
        self._rules: dict[str, RobotFileParser | None] = {}
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def get(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What lies at an address.

        Args:
            address: an http(s) address.
            etag: the mark of what came the last time.
            modified: the ``Last-Modified`` of what came the last time.

        Raises:
            Unreadable: it may not be fetched, does not come in time, or is too large; says which.
        """
        until = self._clock() + self._seconds
        url = _parsed(address)
        of_the_web(url)
        asked = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        for _ in range(MOST_REDIRECTS + 1):
            self._keep_to_robots(url, until)
            status, headers, raw = self._request(url, asked, MOST_BYTES, until)
            if status in _REDIRECTS and headers.get("Location"):
                url = _joined(url, headers["Location"])
                of_the_web(url)
                continue
            if status not in (200, 304):
                raise Unreadable(_STATUS.get(status) or f"answers with status {status}, not with a page")
            kind = headers.get("Content-Type", "")
            return Fetched(
                url=str(url.copy_with(fragment=None)),
                raw=raw,
                status=status,
                media_type=kind.partition(";")[0].strip().lower(),
                charset=_charset(kind),
                retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
                etag=headers.get("ETag"),
                modified=headers.get("Last-Modified"),
            )
        raise Unreadable(f"leads on from page to page more than {MOST_REDIRECTS} times")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _request(self, url: httpx.URL, asked: dict[str, str], most: int, until: float) -> _Answer:
        """One request, done with by ``until``; in a thread of its own, as a server can stall at every step."""
        self._wait_for(url)
        came: SimpleQueue[_Answer | Exception] = SimpleQueue()

        def exchange() -> None:
            try:
                came.put(self._exchange(url, asked, most))
            except Exception as problem:
                came.put(problem)

        threading.Thread(target=exchange, daemon=True).start()
        try:
            answer = came.get(timeout=max(0.001, until - self._clock()))
        except Empty:
            raise Unreadable(f"takes longer than {self._seconds:g} seconds to come; it was given up") from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _exchange(self, url: httpx.URL, asked: dict[str, str], most: int) -> _Answer:
        try:
            with self._client.stream("GET", url, headers=asked) as answer:
                if answer.status_code != 200:
                    return answer.status_code, answer.headers, b""
                pieces, count = [], 0
                for piece in _unpacked(answer):
                    count += len(piece)
                    if count > most:
                        raise Unreadable(f"is larger than {size(most)}; it was given up")
                    pieces.append(piece)
                return answer.status_code, answer.headers, b"".join(pieces)
        except httpx.TimeoutException:
            raise Unreadable("does not answer in time; try again later") from None
        except httpx.ConnectError as problem:
            if "CERTIFICATE" in str(problem).upper():
                raise Unreadable(f"cannot be trusted: the certificate of {url.host} does not hold") from None
            raise Unreadable(f"cannot be reached ({url.host})") from None
        except (httpx.HTTPError, httpx.InvalidURL, zlib.error) as problem:
            raise Unreadable(f"breaks off ({type(problem).__name__})") from None

    def _wait_for(self, url: httpx.URL) -> None:
        """Wait until the host may be asked again."""
        rules = self._rules.get(_origin(url))
        delay = float(rules.crawl_delay("memcon") or 0) if rules else 0.0
        between = max(self._between, min(delay, _LONGEST_DELAY))
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(url.host, 0.0))
            self._next[url.host] = turn + between
        if turn > now:
            self._sleep(turn - now)

    def _keep_to_robots(self, url: httpx.URL, until: float) -> None:
        """Raise where the site does not want programs to read the page."""
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = self._robots(origin, until)
        rules = self._rules[origin]
        if rules is not None and not rules.can_fetch("memcon", str(url)):
            raise Unreadable("may not be read by programs (the site's robots.txt says so); save the page and read that")

    def _robots(self, origin: str, until: float) -> RobotFileParser | None:
        """The rules of a site; None where it has none."""
        url = _parsed(f"{origin}/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            status, headers, raw = self._request(url, {}, MOST_ROBOTS_BYTES, until)
            if status in _REDIRECTS and headers.get("Location"):
                url = _joined(url, headers["Location"])
                continue
            if status >= 500:
                raise Unreadable(
                    f"is on a site that is out of order (its robots.txt answers {status}); try again later"
                )
            if status != 200:
                return None
            rules = RobotFileParser()
            rules.parse(raw.decode("utf-8", "replace").splitlines())
            return rules
        return None


class _Pinned(httpx.BaseTransport):
    """Connects to the numbers that were checked, under the name that was asked for."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        # No connection is kept: a kept one is known by its number, and two names may share a number.
        self._plain = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0), trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        name = request.url.host
        numbers = self._guard.checked(request.url)
        for number in numbers:
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=number),
                headers=request.headers,  # `Host` is there already, with the name
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": name},
            )
            try:
                return self._plain.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == numbers[-1]:
                    raise
        raise httpx.ConnectError("no address", request=request)

    def close(self) -> None:
        self._plain.close()


def _unpacked(answer: httpx.Response) -> Iterator[bytes]:
    """The body in pieces, unpacked a little at a time: however much a packed piece holds, no large one comes out."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        yield from answer.iter_raw()
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"comes packed in a way that was not asked for ({packing[:20]})")
    unpacker = zlib.decompressobj(47)  # gzip or zlib, by its head
    for piece in answer.iter_raw():
        while piece:
            yield unpacker.decompress(piece, _CHUNK * 16)
            if unpacker.eof:
                return
            piece = unpacker.unconsumed_tail
    yield unpacker.flush()


def _parsed(address: str) -> httpx.URL:
    try:
        return httpx.URL(address.strip())
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise Unreadable("is no address that can be fetched") from None


def _joined(url: httpx.URL, location: str) -> httpx.URL:
    try:
        return url.join(location)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise Unreadable("leads on to what is no address") from None


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _charset(kind: str) -> str | None:
    for part in kind.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'") or None
    return None
