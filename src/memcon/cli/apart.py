"""``memcon apart``: two reports that are not about the same event, whatever their words."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.archives import by_option, opened, why_option


@click.command("apart")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@by_option
@why_option
@options.archive_option
def command(one: str, other: str, person: str, why: str, archive_path: str | None) -> None:
    """Never put these two reports (d12 d15) into one story again.

    `memcon stories` and `memcon log` keep to it from now on.

    Exit status: 0 kept; 2 there is no such report or no archive.
    """
    with opened(archive_path) as archive:
        first, second = archive.apart(one, other, person, why)
    click.echo(f"{first} and {second} stay apart")
