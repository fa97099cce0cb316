"""What the verbs of the archive share: opening it, its troubles in one line each, who is asking."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from memcon.archive import Archive, ArchiveError, Busy, NotWritable, QueryError
from memcon.cli.output import one_line
from memcon.record import Document


class Trouble(click.ClickException):
    """A trouble with the archive: one line on standard error; status 1 where trying again may help, else 2."""

    def __init__(self, problem: ArchiveError) -> None:
        super().__init__(one_line(str(problem)))
        self.exit_code = 1 if isinstance(problem, (Busy, NotWritable)) else 2
        self.pointed = problem.pointed if isinstance(problem, QueryError) else None

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it as every other trouble is printed."""
        click.echo(f"memcon: {self.message}", file=file, err=True)
        if self.pointed:
            click.echo("\n".join(f"  {line}" for line in self.pointed.splitlines()), file=file, err=True)


@contextmanager
def opened(path: str | None, *, create: bool = False) -> Iterator[Archive]:
    """The archive at ``path`` or the user's own; what it raises ends the program with one line."""
    try:
        with Archive(path, create=create) as archive:
            yield archive
    except ArchiveError as problem:
        raise Trouble(problem) from None


def key_of(document: Document) -> str:
    """What tells that two inputs are versions of one page: the address, else the file's full path, else the id.

    A text from standard input has nothing but itself.
    """
    if document.url:
        return document.url
    if document.id == "stdin":
        return f"stdin:{document.sha256[:16]}"
    path, colon, row = document.id.rpartition(":")
    if colon and row.isdigit() and os.path.isfile(path):
        return f"{os.path.abspath(path)}:{row}"
    return os.path.abspath(document.id) if os.path.isfile(document.id) else document.id


def _user() -> str:
    try:
        return os.environ.get("MEMCON_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


by_option = click.option(
    "--by",
    "person",
    metavar="NAME",
    default=_user,
    help="Who decides; by default $MEMCON_USER, else the name you are logged in with.",
)

why_option = click.option("--why", metavar="TEXT", default="", help="The reason, for whoever reads the history.")
