"""Progress is shown on a terminal alone, on standard error alone, and only where there is something to wait for."""

from __future__ import annotations

import io
import sys

import pytest

from memcon.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("stderr", "stdout", "count", "shown"),
    [
        (Terminal, io.StringIO, 40, True),
        (Terminal, io.StringIO, 4, False),
        (Terminal, Terminal, 40, False),
        (io.StringIO, io.StringIO, 40, False),
    ],
)
def test_progress(
    stderr: type[io.StringIO], stdout: type[io.StringIO], count: int, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    error, out = stderr(), stdout()
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setattr(sys, "stdout", out)
    assert list(progress.counted(range(count), "reports")) == list(range(count))
    assert out.getvalue() == ""
    assert ("reports" in error.getvalue()) == shown
