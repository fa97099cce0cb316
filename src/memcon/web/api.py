"""The API under ``/api/``: the archive for programs, in JSON, with one shape for pages and one for errors."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.briefs import ReportCitation, compare
from memcon.record import to_json
from memcon.sources import Unreadable
from memcon.web.adding import pasted, queued
from memcon.web.adding_jobs import Job, called, worker
from memcon.web.api_description import ENDPOINTS, example_of, openapi
from memcon.web.asking import answers
from memcon.web.errors import Problem
from memcon.web.listing import Page, page_of, with_params
from memcon.web.pages import archive_of, person_of, render
from memcon.web.parties_lists import LISTS

Json = Mapping[str, Any]


def reports(request: Request) -> Response:
    """The reports, the latest first."""
    wanted = page_of(request.query_params)
    with archive_of(request) as archive:
        total = archive.connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        rows = archive.connection.execute(_REPORTS, (wanted.size, wanted.offset)).fetchall()
    return _page(request, [dict(row) for row in rows], wanted, total)


_REPORTS = """
SELECT 'd' || documents.id AS id, versions.title, versions.outlet, versions.published_start AS published,
    documents.name, versions.url, versions.number AS versions,
    (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'event') AS events,
    (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'statement') AS statements,
    (SELECT count(*) FROM entries WHERE version = versions.id AND kind = 'fact') AS facts, documents.added
FROM documents JOIN versions ON versions.id = documents.current
ORDER BY coalesce(versions.published_start, substr(documents.added, 1, 10)) DESC, documents.id DESC
LIMIT ? OFFSET ?
"""


def add_report(request: Request) -> Response:
    """Put a report in the queue."""
    given = _sent(request, "text", "title", "outlet", "published", "url")
    if not given.get("text"):
        raise Problem(422, "There is no text", 'Send {"text": "…"}.')
    try:
        document = pasted(given["text"], *(given.get(name, "") for name in ("title", "outlet", "published", "url")))
    except Unreadable as problem:
        raise Problem(422, "The report cannot be read", f"It {problem}.") from None
    return JSONResponse(_job(queued(request, called(document), lambda: [document])), 202)


def report(request: Request) -> Response:
    """The record of a report."""
    version = request.query_params.get("version")
    if version is not None and not (version.isdecimal() and len(version) < 9):
        raise Problem(400, "That is no version", "Versions are numbered from 1.")
    with archive_of(request) as archive:
        id = archive.report_of(request.path_params["id"])
        return JSONResponse(to_json(archive.record(id, int(version) if version else None)))


def job(request: Request) -> Response:
    """How far a job is."""
    found = worker(request).job(request.path_params["id"])
    if found is None:
        raise Problem(404, "Nothing has this number", "What was added there is in the archive.")
    return JSONResponse(_job(found))


def search(request: Request) -> Response:
    """What a query finds."""
    wanted = page_of(request.query_params)
    oldest = request.query_params.get("order") == "oldest"
    with archive_of(request) as archive:
        found = archive.explore(
            _query(request), limit=wanted.size, offset=wanted.offset, oldest_first=oldest, counted=False
        )
    rows = [hit.as_json() for hit in found.hits]
    return _page(request, rows, wanted, found.total, more=found.more)


def facets(request: Request) -> Response:
    """What a query finds, counted."""
    with archive_of(request) as archive:
        found = archive.explore(_query(request), limit=0)
    shown = [facet.as_json() for facet in found.facets]
    return JSONResponse({"query": found.query, "total": found.total, "more": found.more, "facets": shown})


def searches(request: Request) -> Response:
    """The searches that are kept."""
    with archive_of(request) as archive:
        rows = [one.as_json() for one in archive.saved_searches()]
    return _page(request, rows, Page(1, max(1, len(rows))), len(rows))


def keep_search(request: Request) -> Response:
    """Keep a search."""
    given = _sent(request, "name", "query")
    with archive_of(request) as archive:
        try:
            kept = archive.save_search(given.get("name", ""), given.get("query", ""), person=person_of(request))
        except ValueError as problem:
            raise Problem(422, "That cannot be kept", f"{problem}.".capitalize()) from None
    return JSONResponse(kept.as_json(), 201)


def forget_search(request: Request) -> Response:
    """Keep a search no longer."""
    with archive_of(request) as archive:
        archive.forget_search(request.path_params["name"])
    return Response(status_code=204)


def party_list(request: Request) -> Response:
    """A list of a party or two."""
    params, name = request.query_params, request.path_params["list"]
    if name not in LISTS:
        raise Problem(404, "No such list", f"The lists are {', '.join(LISTS)}.")
    if not params.get("one", "").strip():
        raise Problem(400, "Of whom?", "Give one=, a state, body, person or code.")
    with archive_of(request) as archive:
        rows = list(LISTS[name][1](archive, params["one"], params.get("other") or None))
    wanted = page_of(params)
    return _page(request, rows[wanted.offset : wanted.offset + wanted.size], wanted, len(rows))


def stories(request: Request) -> Response:
    """The stories."""
    told = request.query_params.get("reports", "1")
    at_least = int(told) if told.isdecimal() and len(told) < 5 else 1
    wanted = page_of(request.query_params)
    worker(request).group()
    with archive_of(request) as archive:
        found = archive.stories(at_least=at_least, limit=wanted.offset + wanted.size + 1, assign=False)
    rows = [story.as_json() for story in found[wanted.offset : wanted.offset + wanted.size]]
    return _page(request, rows, wanted, None, follows=len(found) > wanted.offset + wanted.size)


def story(request: Request) -> Response:
    """One story."""
    with archive_of(request) as archive:
        return JSONResponse(archive.story(request.path_params["id"]).as_json())


def comparison(request: Request) -> Response:
    """Two readouts."""
    names = [request.query_params.get(name, "").strip() for name in ("first", "second")]
    if not all(names):
        raise Problem(400, "Which two?", "Give first= and second=, two reports.")
    with archive_of(request) as archive:
        ids = archive.report_of(names[0]), archive.report_of(names[1])
        found = compare(archive.record(ids[0]), archive.record(ids[1]), names=ids)
    points = [
        {
            "kind": point.kind,
            "first": _passage(point.first),
            "second": _passage(point.second),
            "changes": [{"kind": change.kind, "text": change.text} for change in point.changes],
            "first_reads": list(point.first_reads),
            "second_reads": list(point.second_reads),
        }
        for point in found.points
    ]
    differences = [
        {
            "what": one.what,
            "first": one.first.text if one.first else None,
            "second": one.second.text if one.second else None,
            "why": one.why,
        }
        for one in found.differences
    ]
    return JSONResponse({"first": found.first, "second": found.second, "points": points, "differences": differences})


def who(request: Request) -> Response:
    """What the tables answer."""
    question, on = (" ".join(request.query_params.get(name, "").split()) for name in ("q", "on"))
    if not question:
        raise Problem(400, "What is asked?", "Give q=, an office, body, person or name.")
    found = [answer.as_json() for answer in answers(question, on)]
    return JSONResponse({"question": question, "on": on or None, "answers": found})


def description(request: Request) -> Response:
    """The OpenAPI document."""
    return JSONResponse(openapi())


def page(request: Request) -> Response:
    """The API for people."""
    shown = [(one, example_of(one)) for one in ENDPOINTS]
    return render(request, "api.html", endpoints=shown)


# ---- within


def _query(request: Request) -> str:
    return " ".join(request.query_params.get("q", "").split())


def _page(
    request: Request,
    rows: Sequence[Json],
    page: Page,
    total: int | None,
    *,
    more: bool = False,
    follows: bool | None = None,
) -> Response:
    """A page of rows, with the address of the next one."""
    if follows is None:
        follows = more or page.offset + page.size < (total or 0)
    asked: dict[str, object] = {**request.query_params, "page": page.number + 1}
    return JSONResponse(
        {
            "rows": list(rows),
            "page": page.number,
            "size": page.size,
            "total": total,
            "more": more,
            "next": with_params(request.url.path, asked) if follows and rows else None,
        }
    )


def _sent(request: Request, *fields: str) -> dict[str, str]:
    """The JSON object that was sent, whose fields are strings.

    Raises:
        Problem: it is something else.
    """
    try:
        given = json.loads(request.state.body)
    except (ValueError, RecursionError):
        raise Problem(400, "That is no JSON", "Send a JSON object.") from None
    if not isinstance(given, dict):
        raise Problem(422, "That is no JSON object", f"Send an object with {', '.join(fields)}.")
    for name, value in given.items():
        if name not in fields:
            raise Problem(422, "A field too many", f"“{str(name)[:40]}” is none of {', '.join(fields)}.")
        if not isinstance(value, str):
            raise Problem(422, "A field is no text", f"“{name}” is to be a string.")
    return given


def _job(one: Job) -> Json:
    came = [{"name": each.name, "outcome": each.outcome, "id": each.id, "problem": each.problem} for each in one.came]
    return {"id": one.id, "what": one.what, "state": one.state, "came": came}


def _passage(cited: ReportCitation | None) -> Json | None:
    if cited is None:
        return None
    return {
        "report": cited.report.id, "sentence": cited.sentence, "start": cited.start, "end": cited.end,
        "text": cited.text,
    }  # fmt: skip


def _answering(page: Callable[[Request], Response]) -> Any:
    """An endpoint that is sent JSON: it is read first, the answer is made on a thread."""

    async def endpoint(request: Request) -> Response:
        request.state.body = await request.body()
        return await run_in_threadpool(page, request)

    return endpoint


_ANSWERS: Mapping[str, Callable[[Request], Response]] = {
    "reports": reports, "add_report": add_report, "report": report, "job": job, "search": search, "facets": facets,
    "searches": searches, "keep_search": keep_search, "forget_search": forget_search, "party_list": party_list,
    "stories": stories, "story": story, "compare": comparison, "who": who,
}  # fmt: skip

ROUTES: list[BaseRoute] = [
    Route("/api/", page),
    Route("/api", lambda request: RedirectResponse("/api/")),
    Route("/api/openapi.json", description),
    *(
        Route(
            one.path.replace("{id}", "{id:int}" if one.name == "story" else "{id}"),
            _answering(_ANSWERS[one.name]) if one.takes else _ANSWERS[one.name],
            methods=[one.method.upper()],
        )
        for one in ENDPOINTS
    ),
]
