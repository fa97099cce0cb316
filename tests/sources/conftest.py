"""How the tests of the sources read: bytes under a name, as a user would have them on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.record import Document
from memcon.sources import SourceError, documents

Read = Callable[..., list[Document | SourceError]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """``read({"a.html": b"..."})``: what the files give, read by their names in that order."""
    monkeypatch.chdir(tmp_path)

    def call(files: dict[str, bytes], **how: object) -> list[Document | SourceError]:
        for name, content in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(content)
        return list(documents(list(files), **how))  # type: ignore[arg-type]

    return call


def only(found: list[Document | SourceError]) -> Document:
    """The one document that was found."""
    (document,) = found
    assert isinstance(document, Document), str(document)
    return document


def said(found: list[Document | SourceError]) -> str:
    """What the one failure says."""
    (problem,) = found
    assert isinstance(problem, SourceError), problem
    return problem.message
