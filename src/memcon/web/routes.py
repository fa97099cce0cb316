"""Every address of the reading room, in one place."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from memcon.web import door, home, parties, search
from memcon.web.assets import Assets

#: The pages in the bar at the top of every page: address, name.  The order is that of the bar.
NAVIGATION: tuple[tuple[str, str], ...] = (("/", "Reports"), ("/search", "Search"), ("/party", "Parties"))

#: Bytes that a request may send, and more for addresses that begin so.
LIMIT = 1024 * 1024
LIMITS: dict[str, int] = {}

ROUTES: list[BaseRoute] = [
    Mount("/static", Assets(), name="static"),
    Route("/", home.page),
    Route("/door", door.page),
    Route("/door", door.enter, methods=["POST"]),
    Route("/leave", door.leave, methods=["POST"]),
    *search.ROUTES,
    *parties.ROUTES,
]
