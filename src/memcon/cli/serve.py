"""``memcon serve``: the reading room over the archive."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import click

from memcon.cli import options
from memcon.cli.archives import by_option, opened
from memcon.cli.output import one_line

EPILOG = """\b
Examples
  memcon serve
  memcon serve --archive caucasus.sqlite --open
  MEMCON_PASSWORD=… memcon serve --host 0.0.0.0 --name memcon.ministry.example
"""

_LONG_ENOUGH = 8


@click.command("serve", epilog=EPILOG)
@options.archive_option
@click.option("--host", metavar="HOST", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", metavar="PORT", type=click.IntRange(0, 65535), default=8765, show_default=True,
              help="The port; 0 takes any that is free.")  # fmt: skip
@click.option("--open/--no-browser", "browser", default=False, help="Open the page in your browser.")
@click.option(
    "--password-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="A file whose first line is the password that visitors must give; by default $MEMCON_PASSWORD.",
)
@click.option("--name", "names", metavar="NAME", multiple=True,
              help="A name under which the room is called, besides the machine's own.")  # fmt: skip
@by_option
def command(
    archive_path: str | None,
    host: str,
    port: int,
    browser: bool,
    password_file: str | None,
    names: tuple[str, ...],
    person: str,
) -> None:
    """Serve the reading room: reports beside what was read from them, for your browser.

    It listens on this machine alone. For others to reach it, name another --host and set a password. Ctrl-C stops it.

    Exit status: 0 stopped; 2 the call was wrong, the port is taken or the archive cannot be opened.
    """
    from memcon.web.security import is_loopback

    password = _password(password_file)
    alone = is_loopback(host)
    if not alone and not password:
        raise click.UsageError(
            f"--host {host} lets others in, so that a password is needed: set MEMCON_PASSWORD or name a --password-file"
        )
    with opened(archive_path, create=True) as archive:
        path = archive.path
    listening = _socket(host, port)
    port = listening.getsockname()[1]
    shown = host if alone else _reached(host)
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    hosts = {*(name.lower() for name in names), *(() if alone else ("*", *_own_names()))}
    _run(listening, path, person, password, hosts | {host}, address, browser)


def _run(
    listening: socket.socket,
    path: Path,
    person: str,
    password: str | None,
    hosts: set[str],
    address: str,
    browser: bool,
) -> None:
    import uvicorn

    from memcon.web import create_app

    app = create_app(path, person=person, password=password, hosts=hosts)
    click.echo(f"the reading room over {path}: {address} (Ctrl-C stops it)", err=True)
    if browser:
        click.launch(address)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    server.run(sockets=[listening])


def _password(file: str | None) -> str | None:
    if file is None:
        return os.environ.get("MEMCON_PASSWORD") or None
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise click.UsageError(f"{file}: cannot be read as text ({problem})") from None
    password = lines[0].strip() if lines else ""
    if len(password) < _LONG_ENOUGH:
        raise click.UsageError(f"{file}: its first line is to be the password, of at least {_LONG_ENOUGH} characters")
    return password


def _socket(host: str, port: int) -> socket.socket:
    """A socket that listens, so that a port that is taken is told before anything else."""
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(128)  # so that whoever calls before the room is open waits
    except socket.gaierror:
        raise click.UsageError(f"{one_line(host)} is no address of this machine") from None
    except OSError as problem:
        if isinstance(problem, PermissionError):
            raise click.UsageError(f"port {port} is reserved for the system; name one above 1023 with --port") from None
        raise click.UsageError(
            f"port {port} of {host} cannot be used ({problem.strerror}); name another with --port, or 0 for any"
        ) from None
    return listening


def _own_names() -> set[str]:
    return {name.lower() for name in (socket.gethostname(), socket.getfqdn()) if name}


def _reached(host: str) -> str:
    """How others reach an address that stands for all of this machine's."""
    return socket.gethostname() if host in ("0.0.0.0", "::") else host
