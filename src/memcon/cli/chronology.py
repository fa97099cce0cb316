"""``memcon chronology``: what happened in the order of days, with background apart and the numbers."""

from __future__ import annotations

import click

from memcon.archive.query import CLOSED
from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.placing import Place, placing_options
from memcon.ontology import TYPES

EXAMPLES = """\b
Examples
  memcon chronology ARM AZE --since 2020 --until 2021
  memcon chronology "United Nations" --type REQUEST --type AID
  memcon chronology KEN SOM --checked -o kenya-somalia.html
"""


@click.command("chronology", epilog=EXAMPLES)
@click.argument("parties", metavar="[PARTY [PARTY]]", nargs=-1)
@options.since_option
@options.until_option
@click.option(
    "--type", "types", multiple=True, metavar="TYPE", type=click.Choice(TYPES, case_sensitive=False),
    help="Only events of this PLOVER type, or about such an act; may be repeated.",
)  # fmt: skip
@click.option(
    "--status", "statuses", multiple=True, metavar="STATUS", type=click.Choice(CLOSED["status"], case_sensitive=False),
    help="Only what happened, was planned, is denied …; may be repeated.",
)  # fmt: skip
@click.option("--checked", is_flag=True, help="Only what a person accepted or edited, or the tables support.")
@click.option(
    "--lines", type=click.IntRange(min=0), default=100, show_default=True, help="The latest so many events; 0 is all."
)
@placing_options("brief")
@options.archive_option
def command(
    parties: tuple[str, ...],
    since: str | None,
    until: str | None,
    types: tuple[str, ...],
    statuses: tuple[str, ...],
    checked: bool,
    lines: int,
    place: Place,
    archive_path: str | None,
) -> None:
    """The chronology of two parties, of one, or of everybody.

    The oldest event comes first; several reports of one event are one line; what belongs to a meeting stands below it.
    What was told in passing stands apart, as background. HTML has a timeline and bars; the numbers are a table.

    Exit status: 0 made, also where nothing was found; 2 the call was wrong, or a name is known to nobody.
    """
    if len(parties) > 2:
        raise click.UsageError("two parties at most; put quotes around a name of several words")
    from memcon.briefs.making import make_chronology

    with opened(archive_path) as archive:
        made = make_chronology(
            archive, *parties,
            since=since, until=until, types=types, statuses=statuses, checked=checked, lines=lines or None,
        )  # fmt: skip
    place.put(made)
