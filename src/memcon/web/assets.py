"""The room's style sheets, scripts and fonts, which browsers may keep for good where the address has their hash."""

from __future__ import annotations

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from memcon.web.pages import STATIC


class Assets(StaticFiles):
    """The files in ``static/``, and nothing outside."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file; for a year where its address has the hash, else to be asked for again."""
        response = await super().get_response(path, scope)
        kept = scope.get("query_string", b"").startswith(b"v=") or path.endswith(".woff2")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return response
