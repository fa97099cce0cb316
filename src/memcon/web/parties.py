"""A party, or two: contacts, standing, what was said and promised, what happened, drawn and as tables."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from memcon.archive import Archive, UnknownParty
from memcon.briefs import Side, side
from memcon.briefs.asking import Question
from memcon.briefs.chronicling import chronology_of
from memcon.briefs.contacts import last_contact_of
from memcon.briefs.drawing import timeline
from memcon.briefs.phrasing import Teller
from memcon.briefs.positions import positions_of
from memcon.briefs.promises import promises_of
from memcon.briefs.standing import standing_of
from memcon.briefs.telling import Reports
from memcon.web.errors import Problem
from memcon.web.listing import pair_address, party_address
from memcon.web.pages import archive_of, render
from memcon.web.parties_briefs import brief
from memcon.web.parties_lists import LISTS, latest_first
from memcon.web.parties_network import network
from memcon.web.search_exports import ROWS as FORMATS
from memcon.web.search_exports import as_file

#: Lines of each list on the page; the whole list is a file.
CONTACTS, EVENTS, VOICED = 50, 100, 30
_LISTED = 60


def index(request: Request) -> Response:
    """Everybody the archive has met most often; with ``?name=`` to the page of that party."""
    if name := " ".join(request.query_params.get("name", "").split()):
        with archive_of(request) as archive:
            try:
                found = side(archive.connection, name)
            except UnknownParty as problem:
                groups = _everybody(archive)
                return render(request, "parties.html", status=404, asked=name, wrong=str(problem), groups=groups)
            return RedirectResponse(party_address(_called(found)), 303)
    with archive_of(request) as archive:
        return render(request, "parties.html", asked="", wrong="", groups=_everybody(archive))


def one(request: Request) -> Response:
    """The page of one party."""
    with archive_of(request) as archive:
        found = side(archive.connection, request.path_params["name"])
        name = _called(found)
        if name != request.path_params["name"]:
            return RedirectResponse(party_address(name), 307)
        drawn = network(archive.connection, found)
        return render(request, "party.html", sides=(found,), network=drawn, lists=_lists(archive, [found]))


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
        return render(request, "party.html", sides=tuple(found), network=None, lists=_lists(archive, found))


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


def _lists(archive: Archive, sides: Sequence[Side]) -> dict[str, object]:
    """What the page shows of each list; the reports are opened once for all of them."""
    connection, reports = archive.connection, Reports(archive.connection)
    contacts = archive.log(sides[0].asked, sides[1].asked if len(sides) > 1 else None)
    said = chronology_of(connection, sides, Teller(reports), limit=EVENTS)
    return {
        "last": last_contact_of(connection, sides, Teller(reports)),
        "contacts": latest_first(contacts)[:CONTACTS],
        "contacts_in_all": len(contacts),
        "standing": standing_of(connection, sides, Teller(reports)),
        "positions": positions_of(Question(connection, tuple(sides), Teller(reports), limit=VOICED)),
        "promises": promises_of(Question(connection, tuple(sides), Teller(reports), limit=VOICED)),
        "chronology": said,
        "timeline": Markup(timeline(said)),
        "events": latest_first(said.events),
        "background": latest_first(said.background),
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


def _everybody(archive: Archive) -> list[tuple[str, list[tuple[str, int]]]]:
    from memcon.reference import body, state

    states: list[tuple[str, int]] = []
    bodies: list[tuple[str, int]] = []
    for key, reports in archive.connection.execute(_SIDES, (4 * _LISTED,)):
        if found := state(key) if len(key) == 3 else None:
            states.append((found.name, reports))
        elif held := body(key):
            bodies.append((held.name, reports))
    people = [(row[0], row[1]) for row in archive.connection.execute(_PEOPLE, (_LISTED,))]
    return [("States", states[:_LISTED]), ("Bodies", bodies[:_LISTED]), ("People", people)]


ROUTES: list[BaseRoute] = [
    Route("/party", index),
    Route("/party/{name:path}", one),
    Route("/pair", pair),
    Route("/lists/{list}", a_list),
    Route("/brief", brief),
]
