"""The door of a room that others may enter: a password, and a session for whoever knows it."""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import time
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from memcon.web.errors import problem, wants_json
from memcon.web.pages import field, form_page, render
from memcon.web.settings import settings

COOKIE = "memcon"
#: Seconds after which one must come in anew.
LASTS = 12 * 3600
#: Wrong passwords after which everybody waits for :data:`PAUSE` seconds.
TRIES, PAUSE = 8, 30.0
_OPEN = ("/door", "/static/")


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who came in: the name given, and when the session ends."""

    person: str
    ends: float


class Door:
    """Lets in whoever has a session, or sends the password with the request (``Authorization: Basic``)."""

    def __init__(self, app: ASGIApp, *, password: str | None) -> None:
        self.app, self.password = app, password
        self.sessions: dict[str, Session] = {}
        self.wrong: list[float] = []
        self.lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or self.password is None:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        session = self.session(request)
        request.state.session, request.state.door = session, self
        if session is None and not request.url.path.startswith(_OPEN):
            await self.refused(request)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def session(self, request: Request) -> Session | None:
        """The session of a request, if it has one that lasts."""
        held = self.sessions.get(request.cookies.get(COOKIE, ""))
        if held is not None and held.ends > time.time():
            return held
        kind, _, sent = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "basic":
            try:
                person, _, password = base64.b64decode(sent, validate=True).decode("utf-8").partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return None
            if self.knows(password):
                return Session(person, time.time() + 1)
        return None

    def refused(self, request: Request) -> Response:
        """The way to the door; for programs, words."""
        if wants_json(request):
            told = "Send the password with the request, as HTTP Basic authentication."
            return problem(request, 401, "A password is needed", told)
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        where = f"/door?next={quote(back)}" if request.method == "GET" and back != "/" else "/door"
        return RedirectResponse(where, 303)

    def knows(self, password: str) -> bool:
        """Whether that is the password; after too many wrong ones nobody is asked for a while."""
        assert self.password is not None
        with self.lock:
            self.wrong = [when for when in self.wrong if when > time.monotonic() - PAUSE]
            if len(self.wrong) >= TRIES:
                return False
            right = hmac.compare_digest(password.encode(), self.password.encode())
            if not right:
                self.wrong.append(time.monotonic())
        return right

    def begin(self, person: str) -> str:
        """Begin a session; returns what the cookie holds."""
        token = secrets.token_urlsafe(32)
        with self.lock:
            moment = time.time()
            self.sessions = {key: held for key, held in self.sessions.items() if held.ends > moment}
            self.sessions[token] = Session(person, moment + LASTS)
        return token


def page(request: Request) -> Response:
    """The door."""
    if settings(request).password is None:
        return RedirectResponse("/", 303)
    return render(request, "door.html", back=inside(request.query_params.get("next", "/")), wrong="", name="")


def _enter(request: Request) -> Response:
    back, name = inside(field(request, "next")), field(request, "person")[:80]
    door: Door | None = getattr(request.state, "door", None)
    if door is None:
        return RedirectResponse("/", 303)
    if not door.knows(field(request, "password")):
        waiting = len(door.wrong) >= TRIES
        wrong = "Too many wrong passwords; wait half a minute." if waiting else "That is not the password."
        return render(request, "door.html", status=403, back=back, wrong=wrong, name=name)
    response = RedirectResponse(back, 303)
    response.set_cookie(
        COOKIE, door.begin(name), max_age=LASTS, httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
    return response


enter = form_page(_enter)


def leave(request: Request) -> Response:
    """End the session."""
    door: Door | None = getattr(request.state, "door", None)
    if door is not None:
        door.sessions.pop(request.cookies.get(COOKIE, ""), None)
    response = RedirectResponse("/door", 303)
    response.delete_cookie(COOKIE)
    return response


def inside(address: str) -> str:
    """An address to go on to, if it lies within the room; else the first page."""
    plain = address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and not address.startswith("//") else "/"
