"""Parties: one or two of them, their lists on the page and as files, the network in figures and drawn."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive
from memcon.briefs import side
from memcon.web.parties_network import network


def test_a_party_has_one_page_whatever_it_is_called(client: TestClient) -> None:
    for name in ("AZE", "Baku", "Azerbaijani"):
        answer = client.get(f"/party/{name}")
        assert answer.url.path == "/party/Azerbaijan"
    asked = client.get("/party", params={"name": "UN"})
    assert asked.url.path == "/party/United%20Nations" or asked.url.path == "/party/United Nations"


def test_the_page_of_a_party_has_its_lists(client: TestClient) -> None:
    page = client.get("/party/Azerbaijan").text
    for heading in ("Last contact: 25 Sep 2021", "With whom", "Contact log", "Chronology"):
        assert heading in page
    assert re.search(r'href="/report/d2#e\d+"', page)
    assert 'Ilham Aliyev</a>, <span class="office">President, Azerbaijan' in page
    assert "Secretary-General, United Nations" in page


def test_two_parties_are_one_page(client: TestClient) -> None:
    page = client.get("/pair", params={"one": "AZE", "other": "UN"})
    assert 'Azerbaijan</a> <span class="and">and</span>' in page.text
    assert "Contact log" in page.text
    assert "ceasefire on Saturday" not in page.text
    assert client.get("/pair", params={"one": "AZE", "other": "Baku"}).url.path == "/party/Azerbaijan"
    assert client.get("/pair", params={"one": "AZE"}).status_code == 400


def test_the_log_says_who_paid_a_visit(client: TestClient, archive: Archive) -> None:
    made = Made("visit", "William Ruto visited Uganda on 1 March 2024.", published="2024-03-01")
    archive.add(made.event("William Ruto", "visited", "Uganda", on="2024-03-01", mode="visit").record())
    page = re.sub(r"\s+", " ", client.get("/pair", params={"one": "Uganda", "other": "Kenya"}).text)
    assert '<th role="columnheader" scope="col">Uganda</th>' in page
    assert re.search(r'visit by <a href="/party/William%20Ruto">William Ruto</a>', page)


def test_two_that_never_met_are_said_to_have_not(client: TestClient) -> None:
    page = client.get("/pair", params={"one": "Kenya", "other": "European Union"}).text
    assert "Nothing in the archive’s 4 reports tells of the two together" in page


def test_an_unknown_name_gets_the_nearest(client: TestClient) -> None:
    answer = client.get("/party", params={"name": "Azerbajan"})
    assert answer.status_code == 404
    assert "Azerbaijan" in answer.text
    assert 'aria-describedby="wrong"' in answer.text
    assert client.get("/party/Nobody Atall").status_code == 404


def test_who_the_archive_knows_is_listed(client: TestClient) -> None:
    page = client.get("/party").text
    for name in ("Azerbaijan", "United Nations", "Ilham Aliyev"):
        assert name in page


@pytest.mark.parametrize(
    "list", ["contacts", "standing", "positions", "promises", "chronology", "background", "network"]
)
def test_every_list_is_a_file(client: TestClient, list: str) -> None:
    rows = client.get(f"/lists/{list}", params={"one": "Azerbaijan", "format": "json"})
    assert rows.headers["content-disposition"] == f'attachment; filename="memcon-{list}.json"'
    sheet = client.get(f"/lists/{list}", params={"one": "Azerbaijan", "format": "csv"})
    assert len([*csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig")))]) == len(rows.json())


def test_the_contact_log_as_a_file(client: TestClient) -> None:
    [row] = client.get("/lists/contacts", params={"one": "AZE", "other": "UN", "format": "json"}).json()
    assert (row["day"], row["channel"], row["reports"]) == ("2021-09-25", "meeting", ["d2"])
    assert row["one"] == [{"name": "Ilham Aliyev", "office": "President, Azerbaijan", "told_by": "report"}]
    assert client.get("/lists/secrets", params={"one": "AZE"}).status_code == 404
    assert client.get("/lists/contacts", params={"one": "Atlantis"}).status_code == 404


def test_the_network_counts_what_happened_and_nothing_else(archive: Archive) -> None:
    archive.add(meeting("again", "Trend", on="2021-10-01").record())
    quarrel = accusation().record()
    quarrel = replace(quarrel, events=tuple(replace(event, quad="VCONF") for event in quarrel.events))
    archive.add(replace(quarrel, document=replace(quarrel.document, id="quarrel", title="Again")))
    archive.add(replace(quarrel, document=replace(quarrel.document, id="more", title="Once more")))
    found = network(archive.connection, side(archive.connection, "AZE"))
    counted = {one.name: (one.dealing.together, one.dealing.against) for one in found.counterparts}
    # the denied accusation is no event
    assert counted == {"United Nations": (4, 0), "Armenia": (1, 2)}
    assert [node.name for node in found.nodes][-1] == "Azerbaijan"
    assert [edge.conflict for edge in found.edges] == [True, False]


def test_people_are_known_by_whom_they_meet(archive: Archive) -> None:
    found = network(archive.connection, side(archive.connection, "Ilham Aliyev"))
    assert [one.name for one in found.counterparts] == ["António Guterres"]
    assert found.counterparts[0].dealing.last == "2021-09-25"


def test_nobody_around_is_no_drawing(archive: Archive) -> None:
    assert network(archive.connection, side(archive.connection, "Japan")).nodes == ()


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("html", b"<!doctype html>"), ("markdown", b"# ")])
def test_a_brief_is_a_file_to_hand_on(client: TestClient, form: str, begins: bytes) -> None:
    answer = client.get("/brief", params={"one": "AZE", "other": "UN", "form": form})
    assert answer.headers["content-disposition"].startswith('attachment; filename="memcon-brief.')
    assert answer.content[: len(begins)].lower() == begins.lower()
    compared = client.get("/compare", params={"first": "d1", "second": "d2", "form": form})
    assert compared.headers["content-disposition"].startswith('attachment; filename="memcon-comparison.')


def test_what_no_brief_can_be_made_of_is_said(client: TestClient) -> None:
    assert client.get("/brief", params={"one": "AZE", "form": "papyrus"}).status_code == 404
    assert client.get("/brief", params={"one": "Atlantis"}).status_code == 404
    assert client.get("/brief").status_code == 400
