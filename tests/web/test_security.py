"""Who may call, under what name, from where, and how much they may send; what goes wrong is told in words."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of

from memcon.archive import Archive
from memcon.web import create_app
from memcon.web.door import TRIES, inside

PAGES = (
    "/",
    "/report/d1",
    "/report/d1/add",
    "/report/d1/history",
    "/report/d1/edit/e1",
    "/nothing",
    "/static/base.css",
)


@pytest.mark.parametrize("address", PAGES)
def test_every_response_has_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES[:-1])
def test_no_page_has_a_script_or_style_of_its_own(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8765", "a@localhost", "", "169.254.1.1"],
)
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/report/d1", headers={"Host": host})
    assert answer.status_code == 421
    assert "called by another name" in answer.text
    assert "ceasefire" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9999", "[::1]:8765", "LOCALHOST:8765"])
def test_this_machines_names_are_its_own(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


FOREIGN: list[dict[str, str]] = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "https://localhost:8765"},
    {"Origin": "http://localhost:9999"},
    {"Origin": "http://localhost:8765", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://localhost:8765", "Sec-Fetch-Site": "same-site"},
    {"Origin": "", "Sec-Fetch-Site": "none"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("address", ["/report/d1/decide", "/report/d1/edit/e1", "/report/d1/add", "/leave"])
def test_a_change_from_elsewhere_changes_nothing(
    client: TestClient, archive: Archive, headers: dict[str, str], address: str
) -> None:
    answer = client.post(address, data={"reject": "e1", "type": "THREATEN"}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text
    assert archive.history("d1").decisions == ()


def test_a_form_that_says_nothing_of_where_it_comes_from_is_refused(path: Path, archive: Archive) -> None:
    silent = TestClient(create_app(path), base_url="http://localhost")
    assert silent.post("/report/d1/decide", data={"reject": "e1"}).status_code == 403
    assert archive.history("d1").decisions == ()


def test_too_long_a_body_is_refused_announced_or_not(client: TestClient) -> None:
    long = b"why=" + b"x" * 1_100_000
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    announced = client.post("/report/d1/decide", content=long, headers=form)
    pieces = (long[at : at + 65536] for at in range(0, len(long), 65536))
    trickled = client.post("/report/d1/decide", content=pieces, headers=form)
    lying = client.post("/report/d1/decide", content=b"x", headers={**form, "Content-Length": "-5"})
    assert [announced.status_code, trickled.status_code, lying.status_code] == [413, 413, 413]
    assert "More than 1 MB" in trickled.text


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/fonts",
        "/static/",
    ],
)
def test_nothing_but_static_files_is_served(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Nothing here" in answer.text


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/report/d99", "There is no report d99"),
        ("/report/e1x", "is no id"),
        ("/report/d1/version/7", "No report d1 with a version 7"),
        ("/report/d1/span/5-2", "no characters 5 to 2"),
        ("/report/d1/span/0-99999", "no characters 0 to 99999"),
        ("/e999", "Nothing in the archive has the id"),
        ("/report/d1/nothing", "no page at this address"),
    ],
)
def test_what_is_not_there_is_told_in_words(client: TestClient, address: str, told: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert told in answer.text.replace("&#39;", "'")
    assert "Traceback" not in answer.text


def test_an_item_is_corrected_in_its_own_report_alone(client: TestClient, archive: Archive) -> None:
    other = next(id for (kind, _), id in archive.report("d2").ids.items() if kind == "event")
    assert f"{other} is not in the report d1" in client.get(f"/report/d1/edit/{other}").text
    answer = client.post("/report/d1/decide", data={"reject": other})
    assert answer.status_code == 404
    assert archive.history(other).decisions == ()


def test_programs_are_told_in_one_shape(client: TestClient) -> None:
    answer = client.get("/api/nothing")
    assert (answer.status_code, set(answer.json()), set(answer.json()["error"])) == (
        404,
        {"error"},
        {"status", "message", "hint"},
    )
    assert client.get("/api/x", headers={"Host": "evil.example"}).json()["error"]["message"] == "Not this address"


def test_an_archive_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"no database at all, but long enough to be looked at" * 20)
    answer = client_of(create_app(tmp_path / "a.sqlite")).get("/")
    assert answer.status_code == 500
    assert "is not an archive of memcon" in answer.text


def test_a_fault_of_ours_is_told_without_its_insides(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("secret insides")

    monkeypatch.setattr("memcon.web.report.cards_of", broken)
    answer = client.get("/report/d1")
    assert answer.status_code == 500
    assert "fault of memcon" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"]


# ---- the door


@pytest.fixture
def guarded(path: Path) -> TestClient:
    return client_of(create_app(path, password="long enough", hosts=["*"]), follow_redirects=False)


def test_without_the_password_nobody_reads(guarded: TestClient) -> None:
    for address in PAGES[:-1]:
        answer = guarded.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/door")
    assert guarded.post("/report/d1/decide", data={"reject": "e1", "why": "a quotation"}).status_code == 303
    assert guarded.get("/api/x").status_code == 401
    assert guarded.get("/static/base.css").status_code == 200


def test_whoever_knows_the_password_comes_in_and_decides_under_the_name_given(
    guarded: TestClient, archive: Archive
) -> None:
    answer = guarded.post("/door", data={"person": "Ana", "password": "long enough", "next": "/report/d1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/report/d1")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert guarded.get("/report/d1").status_code == 200
    guarded.post("/report/d1/decide", data={"accept": "e1"})
    assert [made.person for made in archive.history("d1").decisions] == ["Ana"]
    guarded.post("/leave")
    guarded.cookies.clear()
    assert guarded.get("/report/d1").status_code == 303


def test_a_session_that_was_left_is_over(guarded: TestClient) -> None:
    guarded.post("/door", data={"person": "Ana", "password": "long enough"})
    token = guarded.cookies["memcon"]
    guarded.post("/leave")
    guarded.cookies.set("memcon", token)
    assert guarded.get("/").status_code == 303


def test_guessing_is_slowed(guarded: TestClient) -> None:
    for _ in range(TRIES - 1):
        assert "not the password" in guarded.post("/door", data={"person": "Eve", "password": "guess"}).text
    guarded.post("/door", data={"person": "Eve", "password": "guess"})
    answer = guarded.post("/door", data={"person": "Eve", "password": "long enough"})
    assert answer.status_code == 403
    assert "Too many wrong passwords" in answer.text


def test_programs_send_the_password_with_the_request(guarded: TestClient) -> None:
    right = base64.b64encode(b"Ana:long enough").decode()
    wrong = base64.b64encode(b"Ana:wrong").decode()
    assert guarded.get("/", headers={"Authorization": f"Basic {right}"}).status_code == 200
    assert guarded.get("/", headers={"Authorization": f"Basic {wrong}"}).status_code == 303
    assert guarded.get("/", headers={"Authorization": "Basic ???"}).status_code == 303


def test_beyond_this_machine_addresses_in_figures_and_own_names_are_taken(path: Path) -> None:
    app = create_app(path, password="long enough", hosts=["*", "memcon.example"])
    client = client_of(app, follow_redirects=False)
    for host in ("10.0.0.5:8765", "[fe80::1]", "memcon.example"):
        assert client.get("/", headers={"Host": host}).status_code == 303
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "", "/a\nb"]
)
def test_the_door_leads_nowhere_else(address: str) -> None:
    assert inside(address) == "/"
