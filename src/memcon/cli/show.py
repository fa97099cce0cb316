"""``memcon show``: a report of the archive as a page."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import write, write_json
from memcon.record import dumps, to_json


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--version", "number", type=click.IntRange(min=1), help="As this version of the page was read.")
@options.format_option("text", "json", "jsonl")
@options.archive_option
def command(ids: tuple[str, ...], number: int | None, form: str, archive_path: str | None) -> None:
    """Show reports of the archive (d12; or e12, s12, f12, a12 for the report they are in), with their corrections.

    Exit status: 0 shown; 2 there is no such report or no archive.
    """
    with opened(archive_path) as archive:
        records = [archive.record(archive.report_of(id), number) for id in ids]
    if form == "text":
        from memcon.cli.page import printer

        show = printer()
        for record in records:
            show(record)
    elif form == "jsonl":
        for record in records:
            write(dumps(record) + "\n")
    else:
        write_json(to_json(records[0]) if len(records) == 1 else [to_json(record) for record in records])
