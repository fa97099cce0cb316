"""The API: every answer is as its description says, every error has one shape."""

from __future__ import annotations

import time
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

import memcon
from memcon.language import Parser
from memcon.web import adding_jobs
from memcon.web.api_description import ENDPOINTS, Endpoint, example_of, openapi

DESCRIPTION = openapi()


def held(answer: Any, endpoint: str, status: int) -> None:
    """An answer is what the description says of this status."""
    one = next(one for one in ENDPOINTS if one.name == endpoint)
    operation = DESCRIPTION["paths"][one.path][one.method]
    schema = operation["responses"][str(status)]["content"]["application/json"]["schema"]
    assert answer.status_code == status, answer.text
    jsonschema.validate(
        answer.json(), {**schema, "components": DESCRIPTION["components"]}, jsonschema.Draft202012Validator
    )


def test_the_description_is_served_and_each_schema_is_one(client: TestClient) -> None:
    served = client.get("/api/openapi.json").json()
    assert served == DESCRIPTION
    assert served["openapi"] == "3.1.0"
    for schema in served["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    ids = [operation["operationId"] for path in served["paths"].values() for operation in path.values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("one", [one for one in ENDPOINTS if example_of(one)], ids=lambda one: one.name)
def test_every_example_answers_as_described(client: TestClient, one: Endpoint) -> None:
    client.get("/api/stories")
    held(client.get(str(example_of(one))), one.name, one.status)


@pytest.mark.parametrize(
    "list", ["contacts", "standing", "positions", "promises", "chronology", "background", "network"]
)
def test_every_list_answers_as_described(client: TestClient, list: str) -> None:
    held(client.get(f"/api/lists/{list}", params={"one": "Azerbaijan"}), "party_list", 200)


def test_pages_of_answers(client: TestClient) -> None:
    whole = client.get("/api/search", params={"q": "kind:event"}).json()
    assert whole["total"] == len(whole["rows"]) > 3
    assert whole["next"] is None
    assert client.get("/api/search", params={"q": "kind:event", "page": "2"}).json()["rows"] == []
    record = client.get("/api/reports/e1").json()
    assert record["document"]["id"] == "ceasefire.txt"


@pytest.mark.parametrize(
    ("address", "endpoint", "status"),
    [
        ("/api/reports/d4096", "report", 404),
        ("/api/reports/nonsense", "report", 404),
        ("/api/search?q=(", "search", 400),
        ("/api/facets?q=type:NONE", "facets", 400),
        ("/api/lists/secrets?one=AZE", "party_list", 404),
        ("/api/lists/contacts", "party_list", 400),
        ("/api/lists/contacts?one=Atlantis", "party_list", 404),
        ("/api/stories/4096", "story", 404),
        ("/api/compare?first=d1", "compare", 400),
        ("/api/compare?first=d1&second=d4096", "compare", 404),
        ("/api/who", "who", 400),
        ("/api/who?q=NATO&on=soon", "who", 400),
        ("/api/jobs/none", "job", 404),
    ],
)
def test_errors_have_one_shape(client: TestClient, address: str, endpoint: str, status: int) -> None:
    answer = client.get(address)
    held(answer, endpoint, status)
    assert answer.json()["error"]["status"] == status
    assert answer.json()["error"]["hint"]


def test_addresses_that_lead_nowhere_have_that_shape_too(client: TestClient) -> None:
    for answer in (client.get("/api/nothing"), client.put("/api/reports"), client.get("/api/stories/x")):
        assert set(answer.json()["error"]) == {"status", "message", "hint"}


def test_searches_are_kept_and_forgotten(client: TestClient) -> None:
    held(client.post("/api/searches", json={"name": "claims", "query": "type:ACCUSE"}), "keep_search", 201)
    assert client.get("/api/searches").json()["rows"][0]["name"] == "claims"
    gone = client.request("DELETE", "/api/searches/claims", headers={"Content-Type": "application/json"})
    assert gone.status_code == 204
    held(client.request("DELETE", "/api/searches/claims"), "forget_search", 404)
    for sent in ({"name": "", "query": "x"}, {"name": "x"}, {"name": 1, "query": "x"}, {"title": "x"}, []):
        answer = client.post("/api/searches", json=sent)
        assert answer.status_code in (400, 422), sent
        assert answer.json()["error"]["hint"]
    assert client.post("/api/searches", content=b"{", headers={"Content-Type": "application/json"}).status_code == 400


def test_a_report_is_added(client: TestClient, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_jobs, "read_one", lambda document: [memcon.read(document, parser)])
    answer = client.post("/api/reports", json={"text": "Kenya met Uganda in Kampala on 3 May 2021.", "title": "Talks"})
    held(answer, "add_report", 202)
    job = answer.json()
    for _ in range(200):
        job = client.get(f"/api/jobs/{job['id']}").json()
        if job["state"] == "done":
            break
        time.sleep(0.05)
    [came] = job["came"]
    assert (came["outcome"], came["name"]) == ("added", "Talks")
    assert client.get(f"/api/reports/{came['id']}").json()["document"]["title"] == "Talks"
    held(client.post("/api/reports", json={"title": "no text"}), "add_report", 422)
    held(client.post("/api/reports", json={"text": "x", "published": "soon"}), "add_report", 422)


def test_another_site_cannot_change_anything(client: TestClient) -> None:
    answer = client.post("/api/searches", json={"name": "x", "query": "y"}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert set(answer.json()["error"]) == {"status", "message", "hint"}


def test_the_page_for_people_names_every_address(client: TestClient) -> None:
    page = client.get("/api/").text
    for one in ENDPOINTS:
        assert one.path in page
