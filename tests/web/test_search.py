"""Search: answers land on the marked passage, every count is a link, searches are kept."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from memcon.archive import Archive
from memcon.cli import program
from memcon.web.listing import segments


def links(page: str, text: str) -> list[str]:
    """The addresses of the links that hold a text."""
    found = re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>((?:(?!</a>).)*)</a>', page, re.S)
    return [unescape(address) for address, inner in found if text in unescape(re.sub("<[^>]+>", "", inner))]


def test_an_answer_lands_on_its_passage(client: TestClient) -> None:
    page = client.get("/search", params={"q": "type:ACCUSE with:AZE"}).text
    assert "1 answer" in page
    assert "/report/d1#e1" in links(page, "Armenia accused Azerbaijan")
    assert '<mark class="passage event">Armenia accused Azerbaijan of breaking the ceasefire on Saturday</mark>' in page


def test_words_are_marked_and_sentences_have_an_address(client: TestClient) -> None:
    page = client.get("/search", params={"q": "kind:sentence gothic OR kind:sentence words"}).text
    assert '<b class="word">words</b>' in page
    [address] = [one for one in links(page, "The words") if one.startswith("/report/d3/")]
    shown = client.get(address.partition("#")[0])
    assert shown.status_code == 200
    assert 'id="here"' in shown.text


def test_counts_narrow_and_chips_widen(client: TestClient) -> None:
    page = client.get("/search", params={"q": "with:AZE"}).text
    assert "/search?q=with%3AAZE%20type%3ACONSULT" in links(page, "talks · CONSULT")
    narrowed = client.get("/search?q=with%3AAZE%20type%3ACONSULT").text
    assert links(narrowed, "Without type:CONSULT") == ["/search?q=with%3AAZE"]
    assert "/search?q=with%3AAZE%20type%3ACONSULT%2CACCUSE" in links(narrowed, "criticism · ACCUSE")


def test_days_of_the_form_become_part_of_the_query(client: TestClient) -> None:
    answer = client.get(
        "/search", params={"q": "truce OR ceasefire", "since": "2020", "until": "2021-06"}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert (
        unescape(answer.headers["location"])
        == "/search?q=%28truce%20OR%20ceasefire%29%20since%3A2020%20until%3A2021-06"
    )
    wrong = client.get("/search", params={"q": "truce", "since": "yesterday"})
    assert wrong.status_code == 400
    assert "“yesterday” is no day" in wrong.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("(truce", "This bracket is never closed"),
        ("type:ACCUS", "did you mean ACCUSE?"),
        ("from:Atlantis", "Nobody is called &#39;Atlantis&#39;"),
        ("frm:Norway", "did you mean from:?"),
    ],
)
def test_what_is_wrong_with_a_query_is_shown_where_it_is(client: TestClient, query: str, said: str) -> None:
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == 400
    assert said in answer.text
    assert "<mark>" in answer.text
    assert f'value="{query}"' in answer.text


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    page = client.get("/search", params={"q": "zebra"}).text
    assert "Nothing found" in page
    assert "Take away a part" in page


def test_searches_are_kept_shown_and_forgotten(client: TestClient, archive: Archive) -> None:
    kept = client.post("/search/keep", data={"name": "Truce <b>claims</b>", "q": "type:ACCUSE"})
    assert "/search?q=type%3AACCUSE" in links(kept.text, "Truce <b>claims</b>")
    [saved] = archive.saved_searches()
    assert (saved.query, saved.person) == ("type:ACCUSE", "Ines")
    assert client.post("/search/keep", data={"name": "  ", "q": "type:ACCUSE"}).status_code == 422
    client.post("/search/forget", data={"name": "Truce <b>claims</b>"})
    assert archive.saved_searches() == []
    assert client.post("/search/forget", data={"name": "Truce"}).status_code == 404


def test_answers_can_be_taken_along(client: TestClient) -> None:
    sheet = client.get("/search/export", params={"q": "type:ACCUSE with:AZE", "format": "csv"})
    assert sheet.headers["content-disposition"] == 'attachment; filename="memcon-search.csv"'
    [row] = csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig")))
    assert (row["id"], row["day"], row["who"], row["whom"]) == ("e1", "2020-10-10", "Armenia", "Azerbaijan")
    assert client.get("/search/export", params={"q": "type:ACCUSE", "format": "json"}).json()[-1]["id"] == "e1"
    plover = client.get("/search/export", params={"q": "type:CONSULT", "format": "plover"})
    assert plover.status_code == 200
    assert b"CONSULT" in plover.content
    assert client.get("/search/export", params={"format": "papyrus"}).status_code == 404
    nothing = client.get("/search/export", params={"q": "type:ACCUSE", "format": "claimreview"})
    assert (nothing.status_code, "needs a fact that a person accepted" in nothing.text) == (404, True)
    assert client.get("/search/export", params={"q": "(", "format": "plover"}).status_code == 400


def test_a_sheet_of_the_reading_room_is_that_of_the_command_line(client: TestClient, path: Path) -> None:
    sheet = client.get("/search/export", params={"q": "type:ACCUSE with:AZE", "format": "csv"}).content
    asked = ["search", "type:ACCUSE", "with:AZE", "--format", "csv", "--archive", str(path)]
    assert CliRunner().invoke(program, asked).stdout_bytes == sheet
    # Excel takes a file without the mark for another encoding.
    assert sheet.startswith(b"\xef\xbb\xbfid,kind,day,")


def test_no_cell_is_taken_for_a_formula(client: TestClient, archive: Archive) -> None:
    from tests.archive.making import Made

    made = Made("sums", "Kenya met Uganda.", title="=1+1", outlet="@sum", published="2021-01-01")
    archive.add(made.event("Kenya", "met", "Uganda").record())
    text = client.get("/search/export", params={"q": "with:KEN with:UGA on:2021-01-01", "format": "csv"}).text
    assert "'=1+1" in text
    assert "'@sum" in text


def test_pages_follow_one_another(client: TestClient, archive: Archive) -> None:
    from tests.archive.making import meeting

    for day in range(1, 29):
        for place in ("a", "b"):
            archive.add(meeting(f"{place}{day}", place, on=f"2019-02-{day:02}").record())
    page = client.get("/search", params={"q": "kind:event on:2019"}).text
    assert "112 answers" in page
    assert "1–50, newest first" in page
    [after] = links(page, "More →")
    assert "51–100" in client.get(after).text
    assert "101–112" in client.get(after.replace("page=2", "page=3")).text
    assert "The answers end before this page" in client.get(after.replace("page=2", "page=9")).text


def test_whatever_marks_a_text_has_it_stays_the_text() -> None:
    text = "👩🏽‍⚖️ e\u0301galite\u0301 قال"
    for passage in (None, (0, 3), (2, len(text)), (5, 5)):
        assert "".join(part.text for part in segments(text, passage, [(1, 4), (3, 9)])) == text
