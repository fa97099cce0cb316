"""``memcon watch``: what is new in a feed is kept once, whatever stops in between."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.sources.test_fetching import Web

from memcon.cli import watch

THREAT = "North Korea threatened to attack South Korea on Tuesday, the Foreign Ministry in Seoul said."
MEETING = "Estonian Foreign Minister Margus Tsahkna met Finnish Foreign Minister Elina Valtonen in Tallinn on Tuesday."
CALL = "US President Joe Biden spoke by telephone with Chinese President Xi Jinping on Thursday, the White House said."


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Web]:
    served = Web()
    monkeypatch.setattr(watch, "fetcher", served.fetcher)
    monkeypatch.setenv("MEMCON_ARCHIVE", str(tmp_path / "archive.sqlite"))
    yield served
    served.server.shutdown()
    served.server.server_close()


def feed(web: Web, *texts: str, **headers: str) -> str:
    items = "".join(
        f"<item><guid isPermaLink='false'>n-{len(texts) - number}</guid><title>Report</title>"
        f"<pubDate>Wed, 06 Mar 2024 08:00:00 +0200</pubDate><description>{text}</description></item>"
        for number, text in enumerate(texts)
    )
    rss = f"<rss><channel><title>Baltic News</title>{items}</channel></rss>"
    return web.put("/feed", rss.encode(), "application/rss+xml", **headers)


def test_what_is_new_is_kept_once(memcon: Call, web: Web) -> None:
    address = feed(web, MEETING)
    first = memcon("watch", "--once", address)
    assert (first.exit_code, first.stdout) == (0, "d1     added       n-1\n")
    feed(web, CALL, MEETING)
    second = memcon("watch", "--once", address)
    assert (second.exit_code, second.stdout) == (0, "d2     added       n-2\n")
    assert memcon("watch", "--once", address).stdout == ""
    assert "Xi Jinping" in memcon("search", "telephone").stdout


def test_a_feed_that_did_not_change_is_not_sent_again(memcon: Call, web: Web) -> None:
    address = feed(web, MEETING, ETag='"v1"')
    memcon("watch", "--once", address)
    memcon("watch", "--once", address)
    assert web.headers[-1]["If-None-Match"] == '"v1"'


def test_without_its_memory_nothing_is_kept_twice(memcon: Call, web: Web, tmp_path: Path) -> None:
    address = feed(web, CALL, MEETING)
    memcon("watch", "--once", address)
    (tmp_path / "archive.sqlite.watch.json").write_text("{broken")
    again = memcon("watch", "--once", "--format", "jsonl", address)
    assert [json.loads(line)["outcome"] for line in again.stdout.splitlines()] == ["unchanged", "unchanged"]


def test_an_alert_names_what_was_asked_for(memcon: Call, web: Web, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    address = feed(web, THREAT, MEETING)
    done = memcon("watch", "--once", "--alert", "type:CONSULT", "--alert", "flood", "--alert-file", str(path), address)
    assert done.stdout.splitlines() == [
        "d1     added       n-1",
        "ALERT  type:CONSULT",
        f"       {MEETING}",
        "d2     added       n-2",
    ]
    (alert,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert (alert["alert"], alert["report"]) == ("type:CONSULT", "d1")
    assert alert["hits"][0]["what"] == "CONSULT"


def test_a_feed_that_fails_costs_no_other(memcon: Call, web: Web) -> None:
    address = feed(web, MEETING)
    page = web.put("/page", b'<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed"><p>Hello')
    done = memcon("watch", "--once", web.at("/gone"), page, address)
    assert done.exit_code == 1
    assert done.stdout == "d1     added       n-1\n"
    assert done.stderr.splitlines() == [
        f"memcon: {web.at('/gone')}: is not there (404, not found)",
        f"memcon: {page}: is a page, not a feed; its feed is {address}",
        "1 added",
    ]


def test_it_goes_on_until_it_is_stopped(memcon: Call, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    address = feed(web, MEETING)
    rounds: list[float] = []

    def sleep(seconds: float) -> None:
        rounds.append(seconds)
        if len(rounds) == 2:
            raise KeyboardInterrupt
        feed(web, CALL, MEETING)

    monkeypatch.setattr(watch.time, "sleep", sleep)
    done = memcon("watch", "--every", "5", address)
    assert (done.exit_code, rounds) == (0, [300.0, 300.0])
    assert done.stdout.splitlines() == ["d1     added       n-1", "d2     added       n-2"]
    assert done.stderr.splitlines()[-2:] == ["stopped", "2 added"]


def test_a_query_that_does_not_parse_is_a_wrong_call(memcon: Call, web: Web) -> None:
    done = memcon("watch", "--alert", "typ:CONSULT", web.at("/feed"))
    assert done.exit_code == 2
    assert "typ:CONSULT" in done.stderr
