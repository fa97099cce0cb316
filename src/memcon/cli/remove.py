"""``memcon remove``: a report that must go, with all that was read from it."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.archives import by_option, opened, why_option
from memcon.cli.output import one_line


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--yes", is_flag=True, help="Do not ask.")
@by_option
@why_option
@options.archive_option
@click.pass_context
def command(
    ctx: click.Context, ids: tuple[str, ...], yes: bool, person: str, why: str, archive_path: str | None
) -> None:
    """Remove reports (d12) with every version, all that was read from them and what was decided on it.

    Nothing of their words stays in the file; a note stays that they went, when, by whom and why. `memcon add` leaves
    such a text out unless told --again. Backups and what was exported are not touched.

    Exit status: 0 removed; 1 none was (an answer other than yes); 2 there is no such report or no archive.
    """
    with opened(archive_path) as archive:
        wanted = []
        for report in dict.fromkeys(archive.report_of(id) for id in ids):
            document = archive.record(report).document
            name = one_line(document.title or document.id)
            if yes or click.confirm(f"Remove {report} ({name}) for good?", err=True):
                wanted.append(report)
        clean = archive.remove(*wanted, person=person, why=why) if wanted else True
        for report in wanted:
            click.echo(f"{report} removed")
        if not clean:
            click.echo(
                "memcon: another process is using the archive; the words go from the log of changes (the file beside it"
                " that ends in -wal) when that has ended",
                err=True,
            )
    ctx.exit(0 if wanted else 1)
