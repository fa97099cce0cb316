"""``memcon mcp``: the archive for language-model programs."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.archives import Trouble


@click.command("mcp")
@options.archive_option
def command(archive_path: str | None) -> None:
    """Serve the archive to a language-model program over the Model Context Protocol, on standard input and output.

    The program starts this itself; docs/mcp.md tells how to set it up. It may search, read a report with its passages,
    ask for a contact log, for who held an office, and have a claim checked. It can change nothing.

    Exit status: 0 the program has gone; 2 there is no archive, or the extra mcp is not installed.
    """
    from memcon.archive import ArchiveError
    from memcon.assistant import Asking, AssistantError, server

    try:
        made = server(Asking(archive_path))
    except ArchiveError as problem:
        raise Trouble(problem) from None
    except AssistantError as problem:
        raise click.UsageError(str(problem)) from None
    made.run("stdio")
