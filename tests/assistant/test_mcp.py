"""The server as the official client drives it, over standard input and output."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.archive.making import accusation, meeting

from memcon.archive import Archive
from memcon.assistant import Asking, AssistantError, server

mcp = pytest.importorskip("mcp")

TOOLS = {"search", "report", "contact_log", "brief", "who_held", "check_claim"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "archive.sqlite"
    with Archive(place) as archive:
        archive.add(accusation().record())
        archive.add(meeting().record())
    return place


def asked(path: Path, *calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """What the server, a process of its own, answers: its tools, and the answer to each call."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((source, os.environ.get("PYTHONPATH", "")))}
    how = StdioServerParameters(
        command=sys.executable, args=["-m", "memcon", "mcp", "--archive", str(path)], env=environment
    )

    async def talk() -> tuple[list[Any], list[Any]]:
        async with stdio_client(how) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            return list(tools), [await session.call_tool(name, arguments) for name, arguments in calls]

    # In a thread of its own: where a browser was driven before, this one has a loop already.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(asyncio.wait_for(talk(), 60))).result()


def told(answer: Any) -> dict[str, Any]:
    assert not answer.is_error, answer.content[0].text
    found: dict[str, Any] = json.loads(answer.content[0].text)
    return found


def test_the_official_client(path: Path) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    tools, answers = asked(
        path,
        ("search", {"query": "from:ARM type:ACCUSE"}),
        ("report", {"id": "e1", "with_text": True}),
        ("contact_log", {"one": "Azerbaijan", "other": "UN", "since": "2021"}),
        ("who_held", {"question": "foreign minister of Azerbaijan", "on": "2021-09-25"}),
        ("search", {"query": "typ:ACCUSE"}),
        ("contact_log", {"one": "Azerbaidjan", "other": "Narnia"}),
        ("report", {"id": "d99"}),
        ("contact_log", {"one": "AZE", "other": "UN", "since": "soon"}),
        ("brief", {"one": "Azerbaijan", "other": "United Nations"}),
    )
    assert {tool.name for tool in tools} >= TOOLS
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)

    assert [hit["id"] for hit in told(answers[0])["hits"]] == ["e1"]
    report = told(answers[1])
    assert report["id"] == "d1"
    event = report["events"][0]
    assert report["text"][event["evidence"]["start"] : event["evidence"]["end"]] == event["evidence"]["text"]
    assert report["facts"][0]["verdict"] == "contradicted"
    contact = told(answers[2])["contacts"][0]
    assert (contact["day"], contact["place"]) == ("2021-09-25", "New York")
    assert told(answers[3])["lines"][0]["who"] == "Jeyhun Bayramov"
    for answer, words in zip(
        answers[4:8],
        ("did you mean type:?", "did you mean 'Azerbaijan'?", "there is no report d99", "is no day"),
        strict=True,
    ):
        assert answer.is_error
        assert words in answer.content[0].text
    brief = told(answers[8])["markdown"]
    assert "Ilham Aliyev" in brief
    assert "[^1]: " in brief
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_nothing_can_be_written(path: Path) -> None:
    import sqlite3

    with Asking(path)._opened() as archive, pytest.raises(sqlite3.OperationalError, match="readonly"):
        archive.connection.execute("DELETE FROM entries")


def test_what_was_added_since_is_there(path: Path) -> None:
    asking = Asking(path)
    assert asking.search("Kenya")["hits"] == []
    from tests.archive.making import Made

    with Archive(path) as archive:
        archive.add(Made("new.txt", "Kenya met Uganda.").event("Kenya", "met", "Uganda").record())
    assert [hit["report"] for hit in asking.search("Kenya")["hits"]] == ["d3"]


def test_answers_are_not_endless(path: Path) -> None:
    found = Asking(path).search("kind:event", limit=1)
    assert (len(found["hits"]), found["more"]) == (1, True)
    with pytest.raises(AssistantError, match="more than 50,000 characters"):
        Asking(path).check("x" * 50_001)
    with pytest.raises(AssistantError, match="the text is empty"):
        Asking(path).check("  ")


def test_a_claim(path: Path, monkeypatch: pytest.MonkeyPatch, parser: Any) -> None:
    monkeypatch.setattr("memcon.language.load", lambda model=None: parser)
    found = Asking(path).check("Sweden joined NATO on 7 March 2023.")["facts"][0]
    assert (found["subject"], found["relation"], found["verdict"]) == ("Sweden", "acceded_to", "contradicted")
    assert found["why"]
    assert found["sources"]
    assert Asking(path).check("It rained.")["note"].startswith("no dated fact")


def test_no_archive(memcon: Callable[..., Result], tmp_path: Path) -> None:
    done = memcon("mcp", "--archive", str(tmp_path / "none.sqlite"))
    assert done.exit_code == 2
    assert "there is no archive yet" in done.stderr


def test_without_the_extra(path: Path, memcon: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.delitem(sys.modules, "memcon.assistant.tools", raising=False)
    for name in [name for name in sys.modules if name.startswith("mcp.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(AssistantError, match=r"pip install 'memcon\[mcp\]'"):
        server(Asking(path))
    done = memcon("mcp", "--archive", str(path))
    assert done.exit_code == 2
    assert "pip install 'memcon[mcp]'" in done.stderr
