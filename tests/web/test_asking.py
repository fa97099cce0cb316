"""Asking the tables."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_who_held_an_office_on_a_day(client: TestClient) -> None:
    page = client.get("/who", params={"q": "foreign minister of Azerbaijan", "on": "2021-09-25"}).text
    assert "Jeyhun Bayramov" in page
    assert "Elmar Mammadyarov" not in page


def test_what_a_name_means_and_where_the_archive_tells_of_it(client: TestClient) -> None:
    page = client.get("/who", params={"q": "NATO"}).text
    assert "North Atlantic Treaty Organization" in page
    assert 'href="/party/North%20Atlantic%20Treaty%20Organization"' in page


def test_no_answer_and_no_day_are_said(client: TestClient) -> None:
    assert "The tables have no answer" in client.get("/who", params={"q": "quartermaster of Atlantis"}).text
    wrong = client.get("/who", params={"q": "NATO", "on": "soon"})
    assert wrong.status_code == 400
    assert "“soon” is no day" in wrong.text
    assert client.get("/who", params={"q": "x" * 400}).status_code == 400
    assert "For example" in client.get("/who").text
