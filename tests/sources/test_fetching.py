"""The web as a source, played by a server on this machine; nothing leaves it."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.sources.conftest import only, said
from tests.sources.made import FIRST, SECOND, article, page, pdf

from memcon.record import Document
from memcon.sources import SourceError, Unreadable, documents
from memcon.sources.fetching import Fetcher, Guard, client
from memcon.sources.fetching.guard import is_public

Answer = tuple[int, dict[str, str], bytes]


class Web:
    """A server, and a fetcher for which any name leads to it."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {"/robots.txt": (404, {}, b"")}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.slow: set[str] = set()
        self.numbers: dict[str, list[str]] = {}
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.asked.append(self.headers["Host"].partition(":")[0] + self.path)
                web.headers.append(dict(self.headers))
                status, headers, content = web.pages.get(self.path, (404, {}, b"nothing here"))
                if self.headers.get("If-None-Match") and self.headers["If-None-Match"] == headers.get("ETag"):
                    status, content = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    if self.path in web.slow:
                        for byte in content:
                            self.wfile.write(bytes([byte]))
                            time.sleep(0.05)
                    else:
                        self.wfile.write(content)
                except OSError:
                    return

            def log_message(self, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def put(self, path: str, content: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, content)
        return self.at(path)

    def at(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def resolver(self, host: str, port: int) -> list[str]:
        return self.numbers.get(host, ["127.0.0.1"])

    def fetcher(self, **how: Any) -> Fetcher:
        how = {"between": 0.0, **how}
        return Fetcher(Guard(self.resolver, trusted={("127.0.0.1", self.port)}), **how)

    def read(self, *addresses: str, **how: Any) -> list[Document | SourceError]:
        return list(documents(addresses, fetcher=self.fetcher(), **how))


@pytest.fixture
def web() -> Iterator[Web]:
    served = Web()
    yield served
    served.server.shutdown()
    served.server.server_close()


def test_a_page_by_its_address(web: Web) -> None:
    address = web.put("/a", page(article(FIRST, SECOND)))
    document = only(web.read(address))
    assert document.text == f"{FIRST}\n\n{SECOND}"
    assert (document.id, document.url) == (address, address)
    assert document.retrieved is not None
    assert document.retrieved.endswith("+00:00")
    assert web.headers[-1]["User-Agent"].startswith("memcon/")


def test_other_forms_by_their_address(web: Web) -> None:
    readout = web.put("/readout", pdf([[(60, 700, 10, "The ministers met in Riga.")]]), "application/octet-stream")
    plain = web.put("/plain", FIRST.encode(), "text/plain; charset=utf-8")
    packed = web.put("/b", gzip.compress(page(article(SECOND, FIRST))), Content_Encoding="gzip")
    texts = [only([found]).text for found in web.read(readout, plain, packed)]
    assert texts == ["The ministers met in Riga.", FIRST, f"{SECOND}\n\n{FIRST}"]


def test_the_charset_that_the_server_names(web: Web) -> None:
    raw = (
        "<html><body><p>The ministers of Austria and Poland met in Łódź on Tuesday to discuss trade.</p></body></html>"
    )
    assert "Łódź" in only(web.read(web.put("/a", raw.encode("iso-8859-2"), "text/html; charset=iso-8859-2"))).text


def test_redirects_are_followed_a_few_times(web: Web) -> None:
    web.put("/end", page(article(FIRST, SECOND)))
    web.pages["/start"] = (302, {"Location": "/next"}, b"")
    web.pages["/next"] = (301, {"Location": web.at("/end", "other.example")}, b"")
    web.pages["/round"] = (302, {"Location": "/round"}, b"")
    assert only(web.read(web.at("/start"))).url == web.at("/end", "other.example")
    assert said(web.read(web.at("/round"))) == "leads on from page to page more than 5 times"


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://inside.example/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706433/",
        "http://rebound.example/",
    ],
)
def test_no_way_leads_to_the_machine_itself(web: Web, target: str) -> None:
    web.numbers |= {
        "127.0.0.1": ["127.0.0.1"],
        "localhost": ["::1", "127.0.0.1"],
        "inside.example": ["93.184.216.34", "192.168.1.7"],
        "::1": ["::1"],
        "::ffff:10.0.0.1": ["::ffff:10.0.0.1"],
        "2130706433": ["127.0.0.1"],
        "rebound.example": ["169.254.169.254"],
    }
    web.pages["/away"] = (302, {"Location": target}, b"")
    for address in (target, web.at("/away")):
        assert said(web.read(address)).startswith("leads to an address that is not on the public internet (")
    assert [path for path in web.asked if not path.startswith("news.example")] == []


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing(web: Web) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])

    def resolver(host: str, port: int) -> list[str]:
        return next(answers)  # a second look-up for one connection would be one too many

    web.put("/a", page(article(FIRST, SECOND)))
    fetcher = Fetcher(Guard(resolver, trusted={("127.0.0.1", web.port)}), between=0.0)
    with pytest.raises(Unreadable, match="not on the public internet"):
        fetcher.get(web.at("/a", "rebinding.example"))
    assert web.asked == ["rebinding.example/robots.txt"]  # what was checked is what was connected to


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://news.example/a", "http://", "http://me:pw@news.example/"]
)
def test_what_is_no_address_of_the_web(web: Web, address: str) -> None:
    assert said(web.read(address)).startswith(("is an address", "has a name or password in its address"))
    assert web.asked == []


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("192.0.2.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("nonsense", False),
    ],
)
def test_which_numbers_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


def test_robots_are_heard(web: Web) -> None:
    web.put("/robots.txt", b"User-agent: *\nDisallow: /private/\n", "text/plain")
    web.put("/private/a", page(article(FIRST)))
    web.put("/b", page(article(FIRST, SECOND)))
    refused, read = web.read(web.at("/private/a"), web.at("/b"))
    assert isinstance(refused, SourceError)
    assert refused.message.startswith("may not be read by programs (the site's robots.txt says so)")
    assert isinstance(read, Document)
    assert "news.example/private/a" not in web.asked


def test_a_host_is_asked_once_a_second(web: Web) -> None:
    for path in ("/a", "/b"):
        web.put(path, FIRST.encode() + path.encode(), "text/plain")
    waited: list[float] = []
    now = [100.0]

    def sleep(seconds: float) -> None:
        waited.append(round(seconds, 3))
        now[0] += seconds

    fetcher = web.fetcher(between=1.0, clock=lambda: now[0], sleep=sleep)
    for address in (web.at("/a"), web.at("/b"), web.at("/a", "other.example")):
        fetcher.get(address)
    assert waited == [1.0, 1.0, 1.0]  # robots, a, b; the other host is asked at once: its robots, then a


def test_limits_of_size_and_time(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MOST_BYTES", 2_000_000)
    large = web.put("/large", b"a" * 3_000_000, "text/plain")
    bomb = web.put("/bomb", gzip.compress(b"a" * 100_000_000, 9), "text/plain", Content_Encoding="gzip")
    odd = web.put("/odd", zlib.compress(b"a"), "text/plain", Content_Encoding="br")
    for address in (large, bomb):
        assert said(web.read(address)) == "is larger than 2 MB; it was given up"
    assert said(web.read(odd)) == "comes packed in a way that was not asked for (br)"
    web.slow.add("/slow")
    slow = web.put("/slow", b"a" * 200, "text/plain")
    began = time.monotonic()
    (found,) = documents([slow], fetcher=web.fetcher(seconds=1.0))
    assert isinstance(found, SourceError)
    assert found.message == "takes longer than 1 seconds to come; it was given up"
    assert time.monotonic() - began < 3


def test_a_server_that_never_comes_to_the_point(web: Web) -> None:
    silent = socket.create_server(("127.0.0.1", 0))
    port = silent.getsockname()[1]

    def drip() -> None:
        line, _ = silent.accept()
        try:
            line.sendall(b"HTTP/1.1 200 OK\r\nX-Endless: ")
            while True:
                line.sendall(b"a")
                time.sleep(0.05)
        except OSError:
            return

    threading.Thread(target=drip, daemon=True).start()
    fetcher = Fetcher(Guard(web.resolver, trusted={("127.0.0.1", port)}), between=0.0, seconds=1.0)
    (found,) = documents([f"http://news.example:{port}/"], fetcher=fetcher)
    silent.close()
    assert str(found).endswith("takes longer than 1 seconds to come; it was given up")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "is not there (404, not found)"),
        (403, "may not be read (403, forbidden)"),
        (500, "answers with status 500, not with a page"),
    ],
)
def test_what_the_server_says(web: Web, status: int, message: str) -> None:
    assert said(web.read(web.put("/a", b"no", status=status))) == message


def test_a_host_that_is_not_there(web: Web) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    (found,) = documents(["https://nowhere.example/"], fetcher=Fetcher(Guard(unknown)))
    assert str(found) == "https://nowhere.example/: names a host that is not known (nowhere.example)"
    closed = Fetcher(Guard(web.resolver, trusted={("127.0.0.1", 9)}))
    (found,) = documents(["http://news.example:9/"], fetcher=closed)
    assert str(found) == "http://news.example:9/: cannot be reached (news.example)"


FEED = """<rss><channel><title>Baltic News</title>
<item><title>In full</title><link>/full</link><description>{full}</description></item>
<item><title>Announced</title><link>/announced</link><guid>n-2</guid><pubDate>Tue, 05 Mar 2024 23:30:00 GMT</pubDate>
<description>Ministers met.</description></item>
<item><title>Walled</title><link>/walled</link><description>Prime ministers met in Riga.</description></item>
</channel></rss>"""


def test_a_feed_is_followed_to_the_pages_it_announces(web: Web) -> None:
    address = web.put("/feed", FEED.format(full=" ".join([FIRST, SECOND] * 4)).encode(), "application/rss+xml")
    head = '<meta property="article:published_time" content="2024-03-06T01:30:00+02:00">'
    web.put("/announced", page(article(FIRST, SECOND), head))
    web.put("/walled", b"pay", status=402)
    full, announced, walled = (only([found]) for found in web.read(address))
    assert full.text.startswith(FIRST)
    assert "news.example/full" not in web.asked
    assert (announced.id, announced.text, announced.outlet) == ("n-2", f"{FIRST}\n\n{SECOND}", "Baltic News")
    assert announced.published is not None
    assert announced.published.start == "2024-03-06"
    assert announced.published.why == (
        "the page says 2024-03-06T01:30:00+02:00; the feed says 2024-03-05T23:30:00+00:00"
    )
    assert walled.text == "Prime ministers met in Riga."


def test_what_is_not_new_is_not_sent_again(web: Web) -> None:
    address = web.put(
        "/feed", b"<rss/>", "application/rss+xml", ETag='"v1"', Last_Modified="Tue, 05 Mar 2024 00:00:00 GMT"
    )
    fetcher = web.fetcher()
    first = fetcher.get(address)
    again = fetcher.get(address, etag=first.etag, modified=first.modified)
    assert (first.status, again.status, again.raw) == (200, 304, b"")
