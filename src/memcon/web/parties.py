"""A party, or two: contacts, standing, what was said and promised, what happened, drawn and as tables."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.archive import Archive, UnknownParty
from memcon.briefs import Side, chronology, last_contact, positions, promises, side, standing
from memcon.web.errors import Problem
from memcon.web.listing import pair_address, party_address
from memcon.web.pages import archive_of, render
from memcon.web.parties_lists import LISTS
from memcon.web.parties_network import network
from memcon.web.search_exports import ROWS as FORMATS
from memcon.web.search_exports import as_file

#: Lines of each list on the page; the whole list is a file.
CONTACTS, EVENTS, VOICED, STANDINGS = 50, 100, 30, 40
_LISTED = 60


def index(request: Request) -> Response:
    """Everybody the archive has met most often; with ``?name=`` to the page of that party."""
    if name := " ".join(request.query_params.get("name", "").split()):
        with archive_of(request) as archive:
            try:
                found = side(archive.connection, name)
            except UnknownParty as problem:
                return render(
                    request, "parties.html", status=404, asked=name, wrong=str(problem), **_everybody(archive)
                )
            return RedirectResponse(party_address(_called(found)), 303)
    with archive_of(request) as archive:
        return render(request, "parties.html", asked="", wrong="", **_everybody(archive))


def one(request: Request) -> Response:
    """The page of one party."""
    with archive_of(request) as archive:
        found = side(archive.connection, request.path_params["name"])
        name = _called(found)
        if name != request.path_params["name"]:
            return RedirectResponse(party_address(name), 307)
        drawn = network(archive.connection, found)
        return render(request, "party.html", sides=(found,), network=drawn, lists=_lists(archive, name, None))


def pair(request: Request) -> Response:
    """The page of two parties."""
    names = [" ".join(request.query_params.get(place, "").split()) for place in ("one", "other")]
    if not all(names):
        raise Problem(400, "Who are the two?", "Give two names: a state, body, person or code each.")
    with archive_of(request) as archive:
        found = [side(archive.connection, name) for name in names]
        if found[0].keys == found[1].keys:
            return RedirectResponse(party_address(_called(found[0])), 303)
        called = [_called(one) for one in found]
        if called != names:
            return RedirectResponse(pair_address(*called), 307)
        return render(request, "party.html", sides=tuple(found), network=None, lists=_lists(archive, *called))


def a_list(request: Request) -> Response:
    """One of the lists of a party or two, whole, as a file."""
    params = request.query_params
    name, format = request.path_params["list"], params.get("format", "csv")
    if name not in LISTS or format not in FORMATS:
        raise Problem(404, "No such list", f"The lists are {', '.join(LISTS)}, as {', '.join(FORMATS)}.")
    with archive_of(request) as archive:
        rows = list(LISTS[name][1](archive, params.get("one", ""), params.get("other") or None))
    return as_file(rows, format, f"memcon-{name}")


def _called(one: Side) -> str:
    """The name by which a party has its page: its own, so that an address can be read."""
    return one.name if one.country or one.body or one.kind == "person" else one.asked


def _lists(archive: Archive, one: str, other: str | None) -> dict[str, object]:
    """What the page shows of each list."""
    contacts = archive.log(one, other)
    said = chronology(archive, one, other, limit=EVENTS)
    return {
        "last": last_contact(archive, one, other),
        "contacts": contacts[: -CONTACTS - 1 : -1],
        "contacts_in_all": len(contacts),
        "standing": standing(archive, one, other),
        "positions": positions(archive, one, other, limit=VOICED),
        "promises": promises(archive, one, other, limit=VOICED),
        "chronology": said,
        "events": said.events[::-1],
        "background": said.background[::-1],
    }


_PEOPLE = """
SELECT parties.name, count(DISTINCT actors.version) AS reports FROM parties JOIN actors ON actors.party = parties.id
WHERE parties.kind = 'person' GROUP BY parties.name ORDER BY 2 DESC, 1 LIMIT ?
"""
_SIDES = """
SELECT key, count(DISTINCT version) AS reports FROM (
    SELECT actors.version, parties.country AS key FROM actors JOIN parties ON parties.id = party
        WHERE parties.country <> ''
    UNION ALL
    SELECT actors.version, acts_for.value FROM actors JOIN parties ON parties.id = party,
        json_each('["' || replace(coalesce(bodies, ''), ' ', '","') || '"]') AS acts_for WHERE acts_for.value <> ''
) GROUP BY key ORDER BY 2 DESC, 1 LIMIT ?
"""


def _everybody(archive: Archive) -> dict[str, object]:
    from memcon.reference import body, state

    states, bodies = [], []
    for key, reports in archive.connection.execute(_SIDES, (4 * _LISTED,)):
        if found := state(key) if len(key) == 3 else None:
            states.append((found.name, reports))
        elif held := body(key):
            bodies.append((held.name, reports))
    people = [tuple(row) for row in archive.connection.execute(_PEOPLE, (_LISTED,))]
    return {"groups": [("States", states[:_LISTED]), ("Bodies", bodies[:_LISTED]), ("People", people)]}


ROUTES: list[BaseRoute] = [
    Route("/party", index),
    Route("/party/{name:path}", one),
    Route("/pair", pair),
    Route("/lists/{list}", a_list),
]
