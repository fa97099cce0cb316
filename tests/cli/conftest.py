"""The program as a user calls it, with the model that the tests have already loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from memcon.cli import program
from memcon.language import Parser

Call = Callable[..., Result]


@pytest.fixture
def memcon(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> Call:
    """``memcon("read", "-", stdin="...")``: the result with ``exit_code``, ``stdout`` and ``stderr``."""
    monkeypatch.setattr("memcon.language.load", lambda model=None: parser)
    monkeypatch.setattr("memcon.cli.rows.load_parser", lambda model: parser)

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return _runner().invoke(program, list(arguments), input=stdin, prog_name="memcon")

    return call


def _runner() -> CliRunner:
    try:
        return CliRunner(mix_stderr=False)
    except TypeError:  # click 8.2 and later keep the two apart unasked
        return CliRunner()
