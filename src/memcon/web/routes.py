"""Every address of the reading room, in one place."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from memcon.web import adding, api, asking, correcting, door, home, parties, report, search, stories
from memcon.web.assets import Assets

#: The pages in the bar at the top of every page: address, name.  The order is that of the bar.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Reports"),
    ("/search", "Search"),
    ("/party", "Parties"),
    ("/stories", "Stories"),
    ("/who", "Ask the tables"),
    ("/add", "Add"),
)

#: Bytes that a request may send, and more for addresses that begin so.
LIMIT = 1024 * 1024
LIMITS: dict[str, int] = {"/add/files": adding.MOST_SENT, "/add/text": 8 * LIMIT, "/api/reports": 8 * LIMIT}

ROUTES: list[BaseRoute] = [
    Mount("/static", Assets(), name="static"),
    Route("/", home.page),
    Route("/report/{id:str}", report.page),
    Route("/report/{id:str}/version/{version:int}", report.old),
    Route("/report/{id:str}/span/{start:int}-{end:int}", report.span),
    Route("/report/{id:str}/history", correcting.history),
    Route("/report/{id:str}/history/{item:str}", correcting.history),
    Route("/report/{id:str}/edit/{item:str}", correcting.edit),
    Route("/report/{id:str}/edit/{item:str}", correcting.save, methods=["POST"]),
    Route("/report/{id:str}/add", correcting.add),
    Route("/report/{id:str}/add", correcting.keep, methods=["POST"]),
    Route("/report/{id:str}/decide", correcting.decide, methods=["POST"]),
    Route("/door", door.page),
    Route("/door", door.enter, methods=["POST"]),
    Route("/leave", door.leave, methods=["POST"]),
    *search.ROUTES,
    *parties.ROUTES,
    *stories.ROUTES,
    *adding.ROUTES,
    *asking.ROUTES,
    *api.ROUTES,
    # Last, so that no page's name is taken for an id.
    Route("/{item:str}", report.item),
]
