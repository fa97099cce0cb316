"""``memcon reference``: what can be checked, from which sources, to what date; and how to bring the tables up to
date.
"""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli import options


@click.group("reference", invoke_without_command=True)
@options.format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """Show the reference tables: what they hold, how far they reach, how certain they are, and where they are from."""
    if ctx.invoked_subcommand is not None:
        return
    from memcon.reference.coverage import coverage

    rows = [row.as_json() for row in coverage()]
    if form == "json":
        from memcon.cli.output import json_array

        json_array(rows, several=True)
        return
    from memcon.cli.page import table

    table(("table", "rows", "certain", "from", "to", "what is checked", "sources"), rows)


@command.command("update")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check the rows, keep none.")
@click.pass_context
def update_command(ctx: click.Context, file: Path, dry_run: bool) -> None:
    """Lay rows of your own over the tables, after checking them.

    FILE is CSV with a header line. An office: where,office,person,start,end,title,source (where is an ISO code or a
    body; end, title and
    source may be empty). A membership: org,iso3,start,end,status,source.

    \b
    where,office,person,start,end
    NOR,foreign_minister,Espen Barth Eide,2023-10-16,

    A row that overlaps another holder, starts before its state existed or has no such day is named with its line, and
    nothing is
    kept. Gaps are named and kept. The rows go to your data folder ($MEMCON_DATA, else ~/.local/share/memcon).

    Exit status: 0 kept; 1 a row is at fault; 2 the call was wrong.
    """
    from memcon.reference.overlay import UpdateFault, update

    try:
        found = update(file, keep=not dry_run)
    except UpdateFault as problem:
        for fault in problem.faults:
            click.echo(f"memcon: {file}: {fault}", err=True)
        ctx.exit(1)
    for note in found.notes:
        click.echo(f"memcon: {file}: {note}", err=True)
    kept = len(found.terms) + len(found.memberships)
    where = ", ".join(str(p) for p in found.written)
    kept_in = f"kept in {where}" if where else "nothing kept (dry run)"
    click.echo(f"{kept} {'row' if kept == 1 else 'rows'} checked; {kept_in}")
