"""The report page: the text is the text, marks cover exactly their characters, cards say what was read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.archive.making import meeting
from tests.web.making import SCRIPTS

from memcon.archive import Archive
from memcon.web.report_marks import Mark, marks_of, pieces
from memcon.web.report_text import headline_end, text_as_html


class Shown(HTMLParser):
    """The characters within an element, and those under each token of its pieces."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.by_token: dict[str, str] = {}
        self.tokens: list[str] = []
        self.starts: list[tuple[int, int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        self.tokens = (held.get("data-m") or "").split()
        if held.get("data-at") is not None:
            self.starts.append((int(held["data-at"] or ""), len(self.text)))

    def handle_data(self, data: str) -> None:
        self.text += data
        for token in self.tokens:
            self.by_token[token] = self.by_token.get(token, "") + data


def inside(html: str) -> str:
    """The text element of a report page, without the line breaks between paragraphs."""
    found = re.search(r'<div class="text[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    return found[1].replace("</p>\n<p>", "</p><p>")


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=0, max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abc")), max_size=12))
def test_pieces_make_up_the_text_and_each_mark_its_words(text: str, wanted: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, end, f"e{n}", role) for n, (start, end, role) in enumerate(wanted)]
    cut = list(pieces(len(text), marks))
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    for mark in marks:
        covered = "".join(text[piece.start : piece.end] for piece in cut if mark in piece.marks)
        assert covered == (text[mark.start : mark.end] if mark.start < mark.end <= len(text) else "")


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_the_html_shows_the_text_character_for_character(text: str, wanted: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, f"e{n}", "predicate", "event") for n, (start, end) in enumerate(wanted)]
    html = str(text_as_html(text, marks, {mark.item: mark.item for mark in marks}))
    shown = Shown(html.replace("</p>\n<p>", "</p><p>"))
    # A NUL is the one character that no page can hold.
    assert shown.text == text.replace("\0", "\ufffd")
    assert all(at == place for at, place in shown.starts)
    for mark in marks:
        if mark.start < mark.end <= len(text):
            assert shown.by_token[f"{mark.item}.predicate"] == text[mark.start : mark.end].replace("\0", "\ufffd")


def test_every_span_of_every_report_is_marked_with_its_words(client: TestClient, archive: Archive) -> None:
    for id in ("d1", "d2", "d3", "d4"):
        report = archive.report(id)
        shown = Shown(inside(client.get(f"/report/{id}").text))
        text = report.record.document.text
        assert shown.text == text
        wanted: dict[str, set[int]] = {}
        for mark in marks_of(report):
            wanted.setdefault(mark.token, set()).update(range(mark.start, mark.end))
        for token, places in wanted.items():
            assert shown.by_token[token] == "".join(text[at] for at in sorted(places)), token


def test_emoji_combining_marks_and_arabic_shift_no_mark(client: TestClient, archive: Archive) -> None:
    report = archive.report("d3")
    ids = {event.predicate.text: report.ids["event", event.id] for event in report.record.events}
    said = report.ids["statement", report.record.statements[0].id]
    fact = report.ids["fact", report.record.facts[0].id]
    shown = Shown(inside(client.get("/report/d3").text))
    assert shown.text == SCRIPTS
    assert shown.by_token[f"{ids['met']}.predicate"] == "met"
    assert shown.by_token[f"{ids['met']}.target"] == "Uganda"
    assert shown.by_token[f"{ids['ستدعم']}.predicate"] == "ستدعم"
    assert shown.by_token[f"{said}.content"] == "e\u0301galite\u0301 and nai\u0308vete\u0301 must stop 🕊️"
    assert "👨‍👩‍👧 on 3 May 2021" in shown.by_token[f"{fact}.evidence"]
    assert shown.by_token["date"] == "3 May 2021"


def test_a_card_says_who_what_when_with_the_words(client: TestClient) -> None:
    page = client.get("/report/d1").text
    card = page[page.index('id="e1"') : page.index('id="e2"')]
    assert "accusation" in card or "criticism" in card
    for said in (
        "Armenia",
        "→",
        "Azerbaijan",
        "10 Oct 2020",
        "accused Azerbaijan of breaking the ceasefire",
        "ceasefire",
    ):
        assert said in card
    assert page.index("What happened") < page.index("Denied") < page.index("Who said what")
    assert "✗ contradicted" in page
    assert "the table says so" in page


def test_background_stands_apart_and_exchanges_under_their_meeting(client: TestClient, archive: Archive) -> None:
    made = meeting("later", tail=" Armenia joined the talks in 1999.")
    made.event("Armenia", "joined the talks", "", on="1999-01-01", background=True)
    id = archive.add(made.record()).id
    page = client.get(f"/report/{id}").text.partition('id="cards"')[2]
    happened, passing = page.index("What happened"), page.index("Told in passing")
    assert happened < page.index("met António Guterres in New York") < page.index('<div class="parts">') < passing
    assert passing < page.index("joined the talks in 1999")


@pytest.mark.parametrize(("address", "leads"), [("/e1", "/report/d1#e1"), ("/d2", "/report/d2")])
def test_short_addresses_lead_to_the_card(client: TestClient, address: str, leads: str) -> None:
    answer = client.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, leads)


def test_an_address_of_a_passage_marks_it(client: TestClient) -> None:
    at = SCRIPTS.index("Uganda")
    page = client.get(f"/report/d3/span/{at}-{at + 6}").text
    assert Shown(inside(page)).by_token["here"] == "Uganda"
    assert page.count('id="here"') == 1


def test_an_earlier_version_is_shown_and_cannot_be_corrected(client: TestClient, archive: Archive) -> None:
    archive.add(meeting(tail=" They parted.").record())
    old, new = client.get("/report/d2/version/1").text, client.get("/report/d2").text
    assert "This is version 1" in old
    assert "They parted" not in old
    assert "They parted" in new
    assert "<form" not in old.replace('<form method="dialog">', "")


def test_sentences_that_gave_nothing_are_marked(client: TestClient) -> None:
    shown = Shown(inside(client.get("/report/d3").text))
    assert shown.by_token["unread"].startswith("The words 𝔊𝔬𝔱𝔥𝔦𝔠")


@pytest.mark.parametrize(
    ("text", "title", "end"),
    [
        ("Talks in Riga\n\nThe ministers met.", "Talks in Riga", 13),
        ("  Talks \n in Riga\nThe ministers", "Talks in Riga", 17),
        ("Talks in Riga went on.", "Talks in Riga", 0),
        ("The ministers met.", "Talks in Riga", 0),
        ("(a) [b]\nThe", "(a) [b]", 7),
        ("The ministers met.", "", 0),
    ],
)
def test_a_headline_with_which_the_text_begins_is_found(text: str, title: str, end: int) -> None:
    assert headline_end(text, title) == end


def test_an_empty_archive_says_how_to_begin(tmp_path: object) -> None:
    from pathlib import Path

    from tests.web.conftest import client_of

    from memcon.web import create_app

    page = client_of(create_app(Path(str(tmp_path)) / "new.sqlite")).get("/").text
    assert "The archive is empty" in page
