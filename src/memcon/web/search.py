"""Search: one query, its answers with the passage marked, counts that narrow it, searches kept under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.archive import Facet, QueryError
from memcon.archive.hints import hints
from memcon.archive.narrowing import Term, dated, joined, terms
from memcon.archive.query import FIELDS, days_of
from memcon.web.errors import Problem
from memcon.web.listing import SIZES, Page, page_of, search_address, with_params
from memcon.web.pages import archive_of, field, form_page, person_of, render
from memcon.web.search_exports import download, formats

#: What each facet is called on the page, in the order in which they stand there.
FACETS = {
    "type": "Type",
    "with": "States and bodies",
    "person": "People",
    "pair": "Pairs",
    "status": "Status",
    "on": "Day",
    "about": "Topic",
    "outlet": "Outlet",
    "verdict": "Verdict",
    "kind": "Kind",
}
# Values of a facet that stand there at once; the others open.
_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the query, and the query without it."""

    text: str
    without: str


def page(request: Request) -> Response:
    """The answers to ``?q=``; everything that was read where nothing is asked."""
    params = request.query_params
    query = " ".join(params.get("q", "").split())
    with archive_of(request) as archive:
        days = [" ".join(params.get(name, "").split()) for name in ("since", "until")]
        if any(days):
            return RedirectResponse(search_address(_with_days(query, *days)), 303)
        wanted = page_of(params)
        oldest_first = params.get("order") == "oldest"
        context: dict[str, Any] = {
            "query": query,
            "fields": FIELDS,
            "kept": archive.saved_searches(),
            "formats": formats(),
        }
        try:
            parts = terms(query)
            found = archive.explore(query, limit=wanted.size, offset=wanted.offset, oldest_first=oldest_first)
        except QueryError as problem:
            return render(
                request, "search_wrong.html", status=400, problem=problem, meant=list(hints(query)), **context
            )
    return render(
        request,
        "search.html",
        found=found,
        facets=_named(found.facets),
        at_once=_AT_ONCE,
        chips=_chips(parts),
        days=_days(parts),
        meant=list(hints(query)),
        oldest_first=oldest_first,
        turn=_turn(query, wanted, found.total, found.more, oldest_first),
        **context,
    )


def save(request: Request) -> Response:
    """Keep a search under a name."""
    query, name = field(request, "q"), field(request, "name")
    with archive_of(request) as archive:
        try:
            archive.save_search(name, query, person=person_of(request))
        except ValueError as problem:
            raise Problem(422, "That cannot be kept", f"{problem}.".capitalize()) from None
    return RedirectResponse(search_address(query), 303)


def forget(request: Request) -> Response:
    """Keep a search no longer."""
    with archive_of(request) as archive:
        archive.forget_search(field(request, "name"))
    return RedirectResponse(search_address(field(request, "q")), 303)


def _with_days(query: str, since: str, until: str) -> str:
    for written in (since, until):
        if written and days_of(written) is None:
            raise Problem(400, "That is no day", f"“{written}” is no day; write 2021-09-25, 2021-09 or 2021.")
    try:
        return dated(query, since or None, until or None)
    except QueryError:
        return query  # the page says what is wrong with it


def _named(facets: tuple[Facet, ...]) -> list[tuple[str, Facet]]:
    by_name = {facet.name: facet for facet in facets}
    return [(title, by_name[name]) for name, title in FACETS.items() if name in by_name]


def _chips(parts: list[Term]) -> list[Chip]:
    return [Chip(part.text, joined(parts[:place] + parts[place + 1 :])) for place, part in enumerate(parts)]


def _days(parts: list[Term]) -> dict[str, str]:
    said = {part.name: part.values[0] for part in parts if part.name in ("since", "until", "on")}
    on = said.get("on", "")
    return {"since": said.get("since", on), "until": said.get("until", on)}


def _turn(query: str, page: Page, total: int, more: bool, oldest_first: bool) -> dict[str, object]:
    """The addresses of the pages before and after, and which rows these are."""

    def at(number: int, rows: int = page.size) -> str:
        order = "oldest" if oldest_first else None
        return with_params(
            "/search", {"q": query, "order": order, "page": number, "rows": rows if rows != 50 else None}
        )

    last = min(page.offset + page.size, total)
    return {
        "first": min(page.offset + 1, total),
        "last": max(last, page.offset) if more else last,
        "before": at(page.number - 1) if page.number > 1 else None,
        "after": at(page.number + 1) if page.offset + page.size < total or more else None,
        "sizes": [(rows, at(1, rows), rows == page.size) for rows in SIZES if total > SIZES[0]],
        "turned": with_params("/search", {"q": query, "order": None if oldest_first else "oldest"}),
    }


def export(request: Request) -> Response:
    """The answers to ``?q=`` in ``?format=``, as a file."""
    return download(request, request.query_params.get("q", ""), request.query_params.get("format", "csv"))


ROUTES: list[BaseRoute] = [
    Route("/search", page),
    Route("/search/keep", form_page(save), methods=["POST"]),
    Route("/search/forget", form_page(forget), methods=["POST"]),
    Route("/search/export", export),
]
