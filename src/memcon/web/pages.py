"""What every page is made of: the archive of the request, the form that was sent, the template.

Pages are plain functions.  They run on a thread of their own, so that the archive may take its time, and open the
archive for the one request: connections of SQLite are cheap to open and never shared between threads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from memcon.archive import Archive
from memcon.web.listing import FILTERS
from memcon.web.settings import settings
from memcon.wording.days import interval, when

Page = Callable[[Request], Response]
Endpoint = Callable[[Request], Awaitable[Response]]

STATIC = Path(__file__).with_name("static")
# A text field of a form: pasted reports are long.
_LONGEST_FIELD = 8 * 1024 * 1024


def form_page(page: Page) -> Endpoint:
    """A page that is sent a form: it is read first, and stands in ``request.state.form``."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_fields=200, max_files=50, max_part_size=_LONGEST_FIELD) as form:
            request.state.form = form
            return await run_in_threadpool(page, request)

    return endpoint


def field(request: Request, name: str) -> str:
    """A text field of the form that was sent, without blanks around it; empty where it was not sent."""
    form: FormData = request.state.form
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def archive_of(request: Request) -> Archive:
    """The archive, open for this request; close it by ``with``.

    Raises:
        ArchiveError: it cannot be opened; the room shows that as a page of its own.
    """
    return Archive(settings(request).archive, create=True, patience=5)


def person_of(request: Request) -> str:
    """Who decides: the name given at the door, else whoever started the room."""
    session = getattr(request.state, "session", None)
    return (session and session.person) or settings(request).person


def is_partial(request: Request) -> bool:
    """Whether htmx asks for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page from its template, with what every template may ask for.

    Args:
        request: what was asked.
        template: its name in ``templates/``.
        status: the status of the response.
        context: what the template shows.
    """
    from memcon.web.routes import NAVIGATION

    held = settings(request)
    page = environment().get_template(template).render(
        request=request, here=request.url.path, navigation=NAVIGATION, archive_name=held.archive.name,
        person=person_of(request), has_door=held.password is not None, **context,
    )  # fmt: skip
    # A text may hold half a character, which no page can.
    return HTMLResponse(page.encode("utf-8", "replace"), status)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; whatever they show is escaped."""
    made = Environment(
        loader=PackageLoader("memcon.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.globals["static"] = static
    made.filters |= {"interval": lambda days: interval(*days), "when": when, "count": counted, **FILTERS}
    return made


@lru_cache
def static(name: str) -> str:
    """The address of a static file, with its hash, so that browsers may keep it for good."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 report”, “1,200 reports”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
