"""`memcon serve`: what it refuses before it serves, and that it answers where it says."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli import program


def refused(*arguments: str) -> str:
    """What a wrong call says, as the program prints it."""
    answer = CliRunner().invoke(program, ["serve", *arguments], prog_name="memcon")
    assert answer.exit_code == 2, answer.output
    return answer.output + str(answer.exception or "")


def test_beyond_this_machine_a_password_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MEMCON_PASSWORD", raising=False)
    for host in ("0.0.0.0", "::", "192.0.2.7"):
        assert "a password is needed" in refused("--host", host, "--archive", str(tmp_path / "a.sqlite"))


@pytest.mark.parametrize(("written", "told"), [("short\n", "at least 8 characters"), ("", "at least 8 characters")])
def test_a_password_file_has_to_hold_one(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "password"
    file.write_text(written, encoding="utf-8")
    assert told in refused("--password-file", str(file), "--archive", str(tmp_path / "a.sqlite"))


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused("--port", str(port), "--archive", str(tmp_path / "a.sqlite"))
    assert f"port {port} of 127.0.0.1 cannot be used" in said
    assert "--port" in said


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"no database, but long enough to be looked at " * 30)
    assert "not an archive of memcon" in refused("--port", "0", "--archive", str(tmp_path / "a.sqlite"))


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_it_serves_where_it_says_and_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "memcon", "serve", "--port", "0", "--archive", str(tmp_path / "a.sqlite")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as served:
        assert served.stderr is not None
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+/", served.stderr.readline())
            assert found
            with urllib.request.urlopen(found[0], timeout=20) as answer:
                assert "The archive is empty" in answer.read().decode()
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{found[0]}nothing", timeout=20)
        finally:
            served.send_signal(signal.SIGINT)
            rest = served.stderr.read()
        assert served.wait(20) in (0, 130)
        assert "Traceback" not in rest
