"""The application: the routes behind the door, the door behind the guard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from memcon.archive import ArchiveError
from memcon.web import errors
from memcon.web.door import Door
from memcon.web.routes import LIMIT, LIMITS, ROUTES
from memcon.web.security import Guard
from memcon.web.settings import LOOPBACK, Settings


def create_app(
    archive_path: str | Path, *, person: str = "somebody", password: str | None = None, hosts: Iterable[str] = ()
) -> Starlette:
    """The reading room over one archive, as an ASGI application.

    Args:
        archive_path: the archive's file; it is made where there is none.
        person: who decides where nobody has said another name.
        password: what a visitor must know; None lets everybody in who can reach it.
        hosts: names under which it may be called beside those of this machine itself; ``*`` is any address in figures.
    """
    held = Settings(Path(archive_path), person, password, LOOPBACK | frozenset(hosts))
    app = Starlette(
        routes=ROUTES,
        middleware=[
            Middleware(Guard, hosts=held.hosts, limit=LIMIT, limits=LIMITS),
            Middleware(Door, password=password),
        ],
        exception_handlers={
            HTTPException: errors.on_http,
            errors.Problem: errors.on_problem,
            ArchiveError: errors.on_archive,
        },
    )
    app.state.settings = held
    return app
