"""Stories with their copies, and two readouts side by side."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.archive.making import Made

from memcon.archive import Archive

TEXT = (
    "The foreign minister of Norway met the foreign minister of Kenya in Nairobi on Tuesday to talk about fisheries."
    " Norway promised forty patrol boats by the end of the year. Kenya asked for training of its coast guard."
)
OTHER = (
    "Kenya received Norway for talks on fisheries in Nairobi on Tuesday. Norway promised patrol boats by next year."
    " Both want a treaty on the sea bed before the rains."
)


def told(id: str, outlet: str, text: str, day: str = "2023-05-09") -> Made:
    made = Made(id, text, title=f"Talks in Nairobi ({outlet})", outlet=outlet, published=day)
    predicate = "met" if " met " in text else "received"
    return made.event("Norway", predicate, "Kenya", on="2023-05-09", place="Nairobi", topics=("fisheries",))


@pytest.fixture
def story(archive: Archive) -> tuple[int, list[str]]:
    reports = [
        archive.add(told("one", "NTB", TEXT).record()).id,
        archive.add(told("two", "The Standard", TEXT + " Reporting by NTB.", "2023-05-10").record()).id,
        archive.add(told("three", "KBC", OTHER).record()).id,
    ]
    [found] = archive.stories(at_least=2)
    assert sorted(one.report for one in found.reports) == sorted(map(str, reports))
    return found.id, [str(one) for one in reports]


def test_stories_are_listed_and_opened(client: TestClient, story: tuple[int, list[str]]) -> None:
    number, [first, copy, own] = story
    page = client.get("/stories").text
    assert f'href="/stories/{number}"' in page
    assert "2 reports of their own, 1 copy" in page
    shown = client.get(f"/stories/{number}").text
    assert re.search(rf"1 copy of it:.*{copy}.*what is changed", shown, re.S)
    assert f"/compare?first={first}&amp;second={copy}" in shown
    assert shown.count("told in ") == 3
    assert f"told in {own}" in shown


def test_stories_can_be_narrowed_and_taken_along(client: TestClient, story: tuple[int, list[str]]) -> None:
    assert "No story has 2 reports in those days" in client.get("/stories?since=2024").text
    assert client.get("/stories?since=whenever").status_code == 400
    assert client.get("/stories?format=json").json()[0]["id"] == story[0]
    for number in (4096, 10**20):
        assert client.get(f"/stories/{number}").status_code == 404


def test_two_reports_are_put_apart(client: TestClient, archive: Archive, story: tuple[int, list[str]]) -> None:
    _, [first, _, own] = story
    answer = client.post("/stories/apart", data={"one": first, "other": own, "why": "another day"})
    assert answer.status_code == 200
    assert archive.connection.execute("SELECT why, person FROM apart").fetchone()[:] == ("another day", "Ines")
    assert not any({first, own} <= {one.report for one in found.reports} for found in archive.stories())
    assert client.post("/stories/apart", data={"one": first, "other": first}).status_code == 422


def test_two_readouts_side_by_side(client: TestClient, story: tuple[int, list[str]]) -> None:
    _, [first, copy, own] = story
    page = client.get("/compare", params={"first": first, "second": own}).text
    assert "<del>" in page
    assert "<ins>" in page
    assert f"{own} says nothing of this" in page
    assert f"/report/{first}/span/" in page
    same = client.get("/compare", params={"first": first, "second": copy}).text
    assert "3 sentences the same" in same
    assert "<del>" not in same.partition('<p class="hint"><del>')[0]


def test_what_cannot_be_compared_is_said(client: TestClient, story: tuple[int, list[str]]) -> None:
    _, [first, *_] = story
    assert "Reports of one event" in client.get("/compare").text
    assert client.get("/compare", params={"first": first, "second": first}).status_code == 400
    assert client.get("/compare", params={"first": first, "second": "d4096"}).status_code == 404
    # the id of an item stands for its report
    assert (
        client.get("/compare", params={"first": "e1", "second": first}).url.query == f"first=d1&second={first}".encode()
    )
