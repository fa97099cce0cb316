"""The description of the API: every endpoint in one table, and the OpenAPI 3.1 document made of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import memcon
from memcon.record import schema as record_schema
from memcon.web.api_schemas import LIST_ROWS, SCHEMAS, Schema, ref, rows_of
from memcon.web.listing import with_params
from memcon.web.parties_lists import LISTS


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an endpoint can be asked with: in the path, or else after the question mark."""

    name: str
    about: str
    example: str = ""
    in_path: bool = False
    required: bool = False
    schema: tuple[tuple[str, Any], ...] = (("type", "string"),)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API.

    Attributes:
        name: its operation id, and the function that answers.
        answers: the schema of the answer.
        takes: the name of the schema of what is sent.
        status: of an answer that went well.
        problems: what can go wrong, as statuses.
    """

    method: str
    path: str
    name: str
    about: str
    answers: Schema
    parameters: tuple[Parameter, ...] = ()
    takes: str | None = None
    status: int = 200
    problems: tuple[int, ...] = ()


_INTEGER = (("type", "integer"), ("minimum", 1))
_PAGE = (
    Parameter("page", "which page, from 1", "1", schema=_INTEGER),
    Parameter("rows", "rows on a page: 50, 200 or 1000", "50", schema=(("enum", [50, 200, 1000]),)),
)
_ID = Parameter("id", "d12; or e12, s12, f12, a12 for the report that has it", "d1", in_path=True, required=True)
_QUERY = Parameter("q", "a query, as “memcon search” takes it; where it is empty, everything that was read", "with:UN")
_ORDER = Parameter("order", "newest or oldest first", "oldest", schema=(("enum", ["newest", "oldest"]),))
_ONE = Parameter("one", "a state, body, person or code", "Azerbaijan", required=True)
_OTHER = Parameter("other", "the second of two parties", "UN")
_LISTS_IN_WORDS = "; ".join(f"{name}: {about[:1].lower()}{about[1:]}" for name, (about, _) in LISTS.items())
_LIST_NAME = Parameter(
    "list", _LISTS_IN_WORDS, "contacts", in_path=True, required=True, schema=(("type", "string"), ("enum", list(LISTS)))
)

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("get", "/api/reports", "reports", "The reports, the latest first", rows_of("Report"), _PAGE),
    Endpoint("post", "/api/reports", "add_report", "Add a report; it is read in the background", ref("Job"),
             takes="NewReport", status=202, problems=(400, 413, 422, 503)),
    Endpoint("get", "/api/reports/{id}", "report", "The record of a report, with what people decided on it",
             ref("Record"), (_ID, Parameter("version", "an earlier version, as it was read", "1", schema=_INTEGER)),
             problems=(404,)),
    Endpoint("get", "/api/jobs/{id}", "job", "How far the reading of something added is", ref("Job"),
             (Parameter("id", "as the adding gave it", in_path=True, required=True),), problems=(404,)),
    Endpoint("get", "/api/search", "search", "What a query finds", rows_of("Hit"),
             (_QUERY, *_PAGE, _ORDER),
             problems=(400,)),
    Endpoint("get", "/api/facets", "facets", "How many answers a query has of each type, party, pair, topic and so on",
             {"type": "object", "required": ["query", "total", "more", "facets"], "properties": {
                 "query": {"type": "string"}, "total": {"type": "integer"}, "more": {"type": "boolean"},
                 "facets": {"type": "array", "items": ref("Facet")}}}, (_QUERY,), problems=(400,)),
    Endpoint("get", "/api/searches", "searches", "The searches that are kept", rows_of("SavedSearch")),
    Endpoint("post", "/api/searches", "keep_search", "Keep a search under a name; one of the same name is replaced",
             ref("SavedSearch"), takes="NewSearch", status=201, problems=(400, 422)),
    Endpoint("delete", "/api/searches/{name}", "forget_search", "Keep a search no longer", {},
             (Parameter("name", "its name", in_path=True, required=True),), status=204, problems=(404,)),
    Endpoint("get", "/api/lists/{list}", "party_list", "A list of one party or of two",
             {"anyOf": [rows_of(name) for name in dict.fromkeys(LIST_ROWS.values())]},
             (_LIST_NAME, _ONE, _OTHER, *_PAGE), problems=(400, 404)),
    Endpoint("get", "/api/stories", "stories", "Reports of one event together, the latest first", rows_of("Story"),
             (*_PAGE, Parameter("reports", "at least so many", "2", schema=_INTEGER))),
    Endpoint("get", "/api/stories/{id}", "story", "One story", ref("Story"),
             (Parameter("id", "its number", "1", in_path=True, required=True, schema=_INTEGER),), problems=(404,)),
    Endpoint("get", "/api/compare", "compare", "Two readouts of one meeting, point by point", ref("Comparison"),
             (Parameter("first", "a report", "d1", required=True), Parameter("second", "another", "d2", required=True)),
             problems=(400, 404)),
    Endpoint("get", "/api/who", "who", "What the reference tables answer", {
        "type": "object", "required": ["question", "on", "answers"], "properties": {
            "question": {"type": "string"}, "on": {"type": ["string", "null"]},
            "answers": {"type": "array", "items": ref("Answer")}}},
             (Parameter("q", "an office, body, person or name", "foreign minister of Azerbaijan", required=True),
              Parameter("on", "a day, month or year", "2021-09-25")), problems=(400,)),
)  # fmt: skip


def example_of(one: Endpoint) -> str | None:
    """An address that can be followed; None where something must be known or sent."""
    if one.method != "get" or any(each.in_path and not each.example for each in one.parameters):
        return None
    path = one.path
    for each in one.parameters:
        path = path.replace("{" + each.name + "}", each.example)
    shown = {
        each.name: each.example for each in one.parameters if not each.in_path and each.name not in ("page", "rows")
    }
    return with_params(path, {name: value for name, value in shown.items() if name not in ("version", "order")})


def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    paths: dict[str, dict[str, Any]] = {}
    for one in ENDPOINTS:
        paths.setdefault(one.path, {})[one.method] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "memcon",
            "version": memcon.__version__,
            "summary": "The reading room’s archive for programs.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": {**SCHEMAS, **_record()}},
    }


def _record() -> dict[str, Any]:
    """The schema of a record, its parts under names of their own."""
    text = json.dumps(record_schema()).replace('"#/$defs/', '"#/components/schemas/Record.')
    whole = json.loads(text)
    parts = whole.pop("$defs")
    for name in ("$schema", "$id"):
        whole.pop(name, None)
    return {"Record": whole, **{f"Record.{name}": part for name, part in parts.items()}}


def _operation(one: Endpoint) -> dict[str, Any]:
    responses: dict[str, Any] = {str(one.status): {"description": "Done"}}
    if one.answers:
        responses[str(one.status)]["content"] = {"application/json": {"schema": one.answers}}
    for status in one.problems:
        responses[str(status)] = {
            "description": "What is wrong, in words",
            "content": {"application/json": {"schema": ref("Error")}},
        }
    found: dict[str, Any] = {"operationId": one.name, "summary": one.about, "responses": responses}
    if one.parameters:
        found["parameters"] = [_parameter(each) for each in one.parameters]
    if one.takes:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": ref(one.takes)}}}
    return found


def _parameter(one: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": one.name,
        "in": "path" if one.in_path else "query",
        "description": one.about,
        "required": one.required,
        "schema": dict(one.schema),
    }
    return {**found, "example": int(one.example) if one.example.isdigit() else one.example} if one.example else found
