"""A reading room over reports made by hand, asked by a test client and walked through in a real browser."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from tests.archive.making import accusation, meeting
from tests.web.making import hostile, many_scripts

from memcon.archive import Archive
from memcon.web import create_app

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)


def filled(path: Path) -> Path:
    """An archive with: d1 an accusation, d2 a meeting, d3 a text in many scripts, d4 one that wants to break out."""
    with Archive(path) as archive:
        for made in (accusation(), meeting(), many_scripts(), hostile()):
            archive.add(made.record())
    return path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("template") / "archive.sqlite")


@pytest.fixture
def path(tmp_path: Path, template: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "archive.sqlite"))


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with Archive(path) as opened:
        yield opened


def client_of(app: Any, **how: Any) -> TestClient:
    """A client that calls the room by its name and says, as a browser does, that a change comes from its own page."""
    client = TestClient(app, base_url="http://localhost:8765", raise_server_exceptions=False, **how)
    client.headers["Origin"] = "http://localhost:8765"
    return client


@pytest.fixture
def client(path: Path) -> TestClient:
    return client_of(create_app(path, person="Ines"))


# ---- in a real browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS.split())
        yield opened
        opened.close()


class Room:
    """A room that is served on a port of its own; ``archive`` is its file."""

    def __init__(self, path: Path) -> None:
        self.archive = path
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(create_app(path, person="Ines"), log_level="error"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]}, daemon=True)
        self.thread.start()
        until = time.monotonic() + 10
        while not self.server.started and time.monotonic() < until:
            time.sleep(0.01)

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Iterator[Room]:
    served = Room(Path(shutil.copy(template, tmp_path_factory.mktemp("room") / "archive.sqlite")))
    yield served
    served.close()


@pytest.fixture
def page(browser: Any, room: Room) -> Iterator[Any]:
    """A page of the room; any fault in a script or in what it loads fails the test."""
    context = browser.new_context(
        base_url=room.address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
    )
    context.set_default_timeout(30000)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda problem: faults.append(str(problem)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.faults = faults
    yield opened
    context.close()
    assert not faults
