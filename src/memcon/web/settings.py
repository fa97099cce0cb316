"""What one reading room was started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

#: The names under which this machine reaches itself.
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What one reading room was started with.

    Attributes:
        archive: the archive's file.
        person: who decides where nobody has said another name.
        password: what a visitor must know; None on a machine that serves itself alone.
        hosts: the names and addresses under which the room may be called.
    """

    archive: Path
    person: str = "somebody"
    password: str | None = None
    hosts: frozenset[str] = field(default=LOOPBACK)


def settings(request: Request) -> Settings:
    """The settings of the room that answers a request."""
    held = request.app.state.settings
    assert isinstance(held, Settings)
    return held
