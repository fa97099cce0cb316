"""Adding: pasted, sent, fetched; how far it is, and what was wrong, in words."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator

import pytest
from starlette.testclient import TestClient

import memcon
from memcon.archive import Archive
from memcon.language import Parser
from memcon.record import Document, Record
from memcon.web import adding, adding_jobs

TEXT = "Norwegian Foreign Minister Espen Barth Eide met Kenyan Foreign Minister Alfred Mutua in Oslo on 9 May 2023."

GERMAN = (
    "Der Außenminister hat gestern in Berlin mit seinem Kollegen über die Lage im Land gesprochen und wird wieder"
    " nach Hause fliegen."
)


@pytest.fixture(autouse=True)
def reading(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_jobs, "read_one", lambda document: [memcon.read(document, parser)])


def finished(client: TestClient, address: str) -> str:
    """The page of a job when it is done."""
    for _ in range(200):
        page = client.get(address).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def test_a_pasted_text_is_read_and_kept(client: TestClient, archive: Archive) -> None:
    answer = client.post("/add/text", data={"text": TEXT, "title": "Talks", "outlet": "NTB", "published": "2023-05-10"})
    page = finished(client, str(answer.url))
    [id] = re.findall(r'href="/report/(d\d+)"', page)
    document = archive.record(id).document
    assert (document.title, document.outlet, document.published and document.published.start) == (
        "Talks",
        "NTB",
        "2023-05-10",
    )
    assert archive.search("with:NOR with:KEN type:CONSULT on:2023-05-09")
    again = client.post("/add/text", data={"text": TEXT, "title": "Talks", "outlet": "NTB", "published": "2023-05-10"})
    assert "unchanged" in finished(client, str(again.url))


def test_files_are_read_each_for_itself(client: TestClient, archive: Archive) -> None:
    files = [
        ("files", ("../../etc/talks.txt", TEXT.encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "image/png")),
        (
            "files",
            ("rows.jsonl", b'{"id": "r1", "text": "Kenya met Uganda in Kampala on 3 May 2021."}\n{"id": 2}\n', ""),
        ),
    ]
    page = finished(client, str(client.post("/add/files", files=files, data={"published": "2023-05-10"}).url))
    assert "2 reports, 3 troubles" in page
    assert '<b dir="auto">empty.txt</b>: is empty.' in page
    assert "picture.png" in page
    assert "has no &#34;text&#34;" in page
    assert "etc/talks" not in page
    names = [row[0] for row in archive.connection.execute("SELECT name FROM documents ORDER BY id DESC LIMIT 2")]
    assert sorted(names) == ["r1", "talks.txt"]


def test_an_address_is_fetched_behind_the_guard(client: TestClient) -> None:
    for address in ("http://127.0.0.1:8765/", "http://localhost/", "http://169.254.169.254/latest/meta-data"):
        page = finished(client, str(client.post("/add/address", data={"address": address}).url))
        assert "Not added" in page
        assert "public" in page or "this machine" in page, page


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "/etc/passwd", ""])
def test_what_is_no_address_is_refused_at_once(client: TestClient, address: str) -> None:
    answer = client.post("/add/address", data={"address": address})
    assert answer.status_code == 422
    assert "An address begins with https://" in answer.text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "  "}, "The text is empty."),
        ({"text": TEXT, "published": "2999-01-01"}, "2999-01-01 is still ahead"),
        ({"text": TEXT, "published": "tomorrow"}, "&#39;tomorrow&#39; is not a date; write it as 2021-09-25."),
        (
            {"text": GERMAN},
            "memcon reads English",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_form_which_keeps_its_fields(
    client: TestClient, sent: dict[str, str], said: str
) -> None:
    answer = client.post("/add/text", data={"outlet": "N<T>B", **sent})
    assert answer.status_code == 422
    assert said in answer.text
    assert "N&lt;T&gt;B" in answer.text
    assert sent["text"].strip() in answer.text
    nothing = client.post("/add/files", data={"published": ""})
    assert "Choose a file first" in nothing.text


def test_a_fault_while_reading_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document) -> Iterable[Record]:
        raise RuntimeError("out of ideas")

    monkeypatch.setattr(adding_jobs, "read_one", broken)
    page = finished(client, str(client.post("/add/text", data={"text": TEXT}).url))
    assert "a fault in memcon stopped its reading (RuntimeError: out of ideas)" in page
    # the worker lives on
    monkeypatch.setattr(adding_jobs, "read_one", lambda document: [])
    assert "h1" in finished(client, str(client.post("/add/text", data={"text": TEXT}).url))


def test_without_a_script_the_page_asks_again_by_itself(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = iter(range(200))

    def slow(document: Document) -> Iterator[Record]:
        while next(gate, None) is not None and not opened:
            time.sleep(0.05)
        yield from ()

    opened: list[bool] = []
    monkeypatch.setattr(adding_jobs, "read_one", slow)
    address = str(client.post("/add/text", data={"text": TEXT}).url)
    page = client.get(address).text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    part = client.get(address, headers={"HX-Request": "true"}).text
    assert part.startswith('<div id="progress" hx-get=')
    opened.append(True)
    assert "http-equiv" not in finished(client, address)


def test_too_much_at_once_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_jobs, "MOST_WAITING", 0)
    answer = client.post("/add/text", data={"text": TEXT})
    assert answer.status_code == 503
    assert "try again in a minute" in answer.text


def test_an_unknown_job_and_a_name_that_is_a_path(client: TestClient) -> None:
    assert client.get("/add/nothing").status_code == 404
    assert adding.name_of("C:\\temp\\..\\talks.txt") == "talks.txt"
    assert adding.name_of("../../") == "a file"
