"""What goes wrong, as a page in words, or for programs as JSON of one shape.

``{"error": {"status": 404, "message": "Nothing has this number", "hint": "…"}}``
"""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from memcon.archive import ArchiveError, Busy, CorrectionError, NotWritable, QueryError, UnknownId, UnknownParty
from memcon.briefs.sides import SameSide

_log = logging.getLogger("memcon.web")

_WORDS = {
    400: ("Not understood", "The request could not be read. Go back and try again."),
    401: ("A password is needed", "Log in first."),
    403: ("Not allowed", "That may not be done from here."),
    404: (
        "Nothing here",
        "There is no page at this address. It was removed, or the address has a slip in it.",
    ),
    405: ("Not so", "This address does not take that kind of request."),
    413: ("Too much at once", "More was sent than this page takes. Send it in parts."),
}
_STATUS: tuple[tuple[type[ArchiveError], int, str], ...] = (
    (UnknownId, 404, "Nothing has this number"),
    (UnknownParty, 404, "Nobody of that name"),
    (SameSide, 400, "One party twice"),
    (QueryError, 400, "The query goes wrong"),
    (CorrectionError, 422, "That cannot be so"),
    (Busy, 503, "The archive is busy"),
    (NotWritable, 503, "The archive takes nothing now"),
    (ArchiveError, 500, "The archive cannot be used"),
)


class Problem(Exception):
    """Something a page cannot do, told in words.

    Args:
        status: of the response.
        title: what is wrong, in a few words.
        message: what to do.
    """

    def __init__(self, status: int, title: str, message: str) -> None:
        super().__init__(message)
        self.status, self.title, self.message = status, title, message


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    path: str = request.scope["path"]
    return path == "/api" or path.startswith("/api/")


def problem(request: Request, status: int, title: str, message: str) -> Response:
    """The answer to a request that cannot be fulfilled: a page, or JSON under ``/api/``."""
    if wants_json(request):
        return JSONResponse({"error": {"status": status, "message": title, "hint": message}}, status)
    from memcon.web.pages import render

    return render(request, "error.html", status=status, title=title, message=message)


async def on_http(request: Request, raised: Exception) -> Response:
    """An address that leads nowhere and the like."""
    assert isinstance(raised, HTTPException)
    title, message = _WORDS.get(raised.status_code, ("This does not work", "Go back and try again."))
    response = problem(request, raised.status_code, title, message)
    response.headers.update(raised.headers or {})
    return response


async def on_problem(request: Request, raised: Exception) -> Response:
    """What a page itself says."""
    assert isinstance(raised, Problem)
    return problem(request, raised.status, raised.title, raised.message)


async def on_archive(request: Request, raised: Exception) -> Response:
    """What the archive says."""
    status, title = next((s, t) for kind, s, t in _STATUS if isinstance(raised, kind))
    message = str(raised)
    return problem(request, status, title, message[:1].upper() + message[1:] + ("" if message.endswith(".") else "."))


def fault_of_ours(request: Request, raised: Exception) -> Response:
    """A fault of ours: the reader is told so, the log gets the rest."""
    _log.error("%s %s", request.method, request.url.path, exc_info=raised)
    told = "Something went wrong in memcon itself; nothing was changed. The terminal in which it runs shows more."
    return problem(request, 500, "A fault of memcon", told)
