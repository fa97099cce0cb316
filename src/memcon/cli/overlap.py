"""``memcon overlap``: the archive beside somebody else's event data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import Tally, numbered, write, write_json
from memcon.exports import Coded, Overlap, overlap, read_coded
from memcon.sources import SourceError

_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@click.command("overlap", context_settings=_SETTINGS)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--days", type=click.IntRange(0, 31), default=1, show_default=True, help="So many days may lie between.")
@options.format_option("text", "json")
@options.archive_option
@click.pass_context
def command(
    ctx: click.Context, file: str, query: tuple[str, ...], days: int, form: str, archive_path: str | None
) -> None:
    """Tell how far the archive, or what QUERY finds in it, and FILE tell of the same: which state did what to which,
    and when.

    FILE has the columns of ICEWS or POLECAT. Rows outside the days of the archive are not compared.

    Exit status: 0 compared; 1 some rows could not be read; 2 the call was wrong.
    """
    from memcon.archive.hints import quoted

    tally = Tally()
    with opened(archive_path) as archive:
        try:
            found = overlap(archive, _rows(file, tally), quoted(query) if query else None, days=days)
        except (OSError, ValueError) as problem:
            raise click.UsageError(f"{file}: {problem}") from None
    if form == "json":
        write_json(_as_json(found))
    else:
        _show(found)
    ctx.exit(tally.status)


def _rows(file: str, tally: Tally) -> Iterator[Coded]:
    return (row for row in tally.heard(read_coded(file)) if not isinstance(row, SourceError))


def _as_json(found: Overlap) -> dict[str, object]:
    kinds = {
        kind: {"both": found.both[kind], "archive": found.archive_only[kind], "file": found.other_only[kind]}
        for kind in found.types
    }
    return {
        "first": found.first, "last": found.last, "outside": found.outside, "without": found.without, "types": kinds,
    }  # fmt: skip


def _show(found: Overlap) -> None:
    if found.first is None:
        click.echo("the archive has no event of two states with a day", err=True)
        return
    write(f"dyads a day, {found.first} to {found.last}\n\n{'':<10} {'both':>8} {'archive':>8} {'file':>8}\n")
    for kind in found.types:
        write(f"{kind:<10} {found.both[kind]:>8,} {found.archive_only[kind]:>8,} {found.other_only[kind]:>8,}\n")
    sides = (found.both, found.archive_only, found.other_only)
    write(f"{'all':<10} " + " ".join(f"{Counter.total(side):>8,}" for side in sides) + "\n")
    more = (
        (found.outside, "outside these days"),
        (found.without, "without two states, or of a kind that PLOVER dropped"),
    )
    for count, why in more:
        if count:
            click.echo(numbered(count, f"rows of the file are {why}"), err=True)
