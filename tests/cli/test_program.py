"""The program as a whole: help at once, clear words for wrong calls, a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memcon.cli.program import VERBS

ENVIRONMENT = {**os.environ, "PYTHONPATH": "src"}


def run(*arguments: str, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "memcon", *arguments], capture_output=True, encoding="utf-8", env=ENVIRONMENT, **how
    )


def test_help_names_every_verb_and_imports_nothing_heavy() -> None:
    done = run("--help")
    assert done.returncode == 0
    for verb in ("read", "check", "dyads", "actors", "stories"):
        assert f"  {verb} " in done.stdout
    assert "3  `check --strict` found a contradiction" in done.stdout
    script = (
        "import sys, memcon.cli\n"
        "try: memcon.cli.program.main(['--help'], standalone_mode=False)\n"
        "finally: print(sorted({'spacy', 'numpy', 'rich', 'pycountry', 'babel', 'msgspec'} & set(sys.modules)))\n"
    )
    imported = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=ENVIRONMENT)
    assert imported.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("verb", ["read", "check", "dyads", "actors", "stories"])
def test_every_verb_has_its_help(verb: str) -> None:
    done = run(verb, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: memcon {verb}")
    assert VERBS[verb]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["raed", "x"], "no verb 'raed'; did you mean 'read'?"),
        (["README.md"], "no verb 'README.md'; to read that file: memcon read README.md"),
        (["read"], "Missing argument 'INPUT...'"),
        (["read", "--published", "2999-01-01", "x"], "2999-01-01 is still ahead; write the day on which"),
        (["read", "--published", "2021-02-30", "x"], "'2021-02-30' is not a date; write it as 2021-09-25"),
        (["read", "--format", "xml", "x"], "'xml' is not one of 'text', 'json', 'jsonl'"),
        (["read", "--model", "no_such_model", "README.md"], "no_such_model"),
        (["dyads"], "Missing argument 'FILE'"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(call: list[str], said: str) -> None:
    done = run(*call)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("memcon: ")
    assert "--help tells how it is called" in done.stderr


def test_without_arguments_it_shows_its_help() -> None:
    done = run()
    assert "Usage: memcon" in done.stdout + done.stderr


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"id": "x"}\n' * 20_000)
    command = f"{sys.executable} -m memcon read --format jsonl {path} 2>err | head -n 1"
    done = subprocess.run(["bash", "-c", f"cd {tmp_path}; {command}"], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.path.abspath("src")})  # fmt: skip # noqa: E501
    assert done.stdout.startswith('{"document": {"id": "x"}')
    assert "Traceback" not in (tmp_path / "err").read_text()
    assert "BrokenPipe" not in (tmp_path / "err").read_text()


def test_closed_or_full_streams_are_told_in_one_line() -> None:
    def shell(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        call = f"{sys.executable} -m memcon {' '.join(arguments)} {redirection}"
        return subprocess.run(["bash", "-c", call], capture_output=True, text=True, env=ENVIRONMENT)

    closed = shell("<&-", "read", "-")
    assert (closed.returncode, closed.stderr) == (1, "memcon: stdin: is empty\n")
    nowhere = shell(">&-", "read", "no-such-file")
    assert (nowhere.returncode, nowhere.stderr) == (1, "memcon: no-such-file: no such file\n")
    if os.path.exists("/dev/full"):
        full = shell("> /dev/full", "read", "--format", "jsonl", "no-such-file")
        assert (full.returncode, full.stderr.splitlines()[-1]) == (1, "memcon: cannot go on: No space left on device")
        assert "Traceback" not in full.stderr


def test_an_interrupt_ends_it_quietly() -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-c", "import memcon.cli, sys; print('ready', flush=True); memcon.cli.main()", "read", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "ready\n"
    time.sleep(0.5)
    waiting.send_signal(signal.SIGINT)
    _, error = waiting.communicate(timeout=20)
    assert (waiting.returncode, error.strip()) == (130, "")
