"""What stands before every page: who may call, under what name, from where, and how much they may send."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.web.errors import fault_of_ours, problem
from memcon.web.settings import LOOPBACK

#: Sent with every response.  Nothing runs, and nothing is loaded, that is not a file of ours.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not “no-referrer”: with that, browsers would call the origin of our own forms “null”.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Refuses what no page should have to think of, and puts :data:`HEADERS` on every response.

    * a name in the address that is not ours (a page elsewhere may point its own name at this machine);
    * a change that another site's page sends;
    * a body that is too long, whether it says so or not.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], limit: int, limits: Mapping[str, int]) -> None:
        """
        Args:
            app: what stands behind.
            hosts: the names under which it may be called; ``*`` stands for every address in figures.
            limit: bytes that a request may send.
            limits: bytes for certain paths.
        """
        self.app, self.hosts, self.limit, self.limits = app, hosts, limit, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # websockets: nothing here speaks them

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        headers = Headers(scope=scope)
        request = Request(scope)
        if not self.is_ours(headers.get("host", "")):
            told = "This reading room is called by another name. Use the address that “memcon serve” printed."
            await problem(request, 421, "Not this address", told)(scope, receive, sending)
        elif scope["method"] not in _SAFE and not is_from_here(headers, scope["scheme"]):
            told = "The change came from another site’s page, so nothing was changed. Open the page here and try again."
            await problem(request, 403, "Not from here", told)(scope, receive, sending)
        elif _told_length(headers) > self._most(scope["path"]):
            await self._too_long(request)(scope, receive, sending)
        else:
            await self._within_limits(scope, receive, sending)

    def is_ours(self, host: str) -> bool:
        """Whether the room may be called by this name (``Host``, with or without a port)."""
        name = (urlsplit(f"//{host}").hostname or "") if host and "@" not in host else ""
        if name in self.hosts:
            return True
        return "*" in self.hosts and _is_address(name)

    def _most(self, path: str) -> int:
        return next((most for start, most in self.limits.items() if path.startswith(start)), self.limit)

    def _too_long(self, request: Request) -> ASGIApp:
        most = self._most(request.url.path) / 1024 / 1024
        return problem(request, 413, "Too much at once", f"More than {most:g} MB were sent. Send it in parts.")

    async def _within_limits(self, scope: Scope, receive: Receive, send: Send) -> None:
        left = self._most(scope["path"])
        started = False

        async def receiving() -> Message:
            nonlocal left
            message = await receive()
            if message["type"] == "http.request":
                left -= len(message.get("body", b""))
                if left < 0:
                    raise _TooLong
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receiving, sending)
        except _TooLong:
            if not started:
                await self._too_long(Request(scope))(scope, receive, send)
        except Exception as fault:
            if not started:
                await fault_of_ours(Request(scope), fault)(scope, receive, send)


class _TooLong(Exception):
    """More came than was announced and allowed."""


def _told_length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isdigit() and len(told) < 16 else 1 << 62


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_from_here(headers: Headers, scheme: str) -> bool:
    """Whether a change comes from a page of ours, or from a program, which no other site can pose as.

    Browsers say where a change comes from (``Origin``, ``Sec-Fetch-Site``).  A program says neither; it is let in only
    with a content type that a page elsewhere cannot send without asking first.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return origin == f"{scheme}://{headers.get('host', '')}"
    return site == "same-origin" or headers.get("content-type", "").partition(";")[0].strip() == "application/json"


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is this machine's alone."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
