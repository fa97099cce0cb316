"""``memcon chronology``: what happened in the order of days, with background apart and the numbers."""

from __future__ import annotations

import click

from memcon.archive.query import CLOSED
from memcon.cli.archives import opened
from memcon.cli.asking import Asked, asking_options
from memcon.ontology import TYPES

EXAMPLES = """\b
Examples
  memcon chronology ARM AZE --since 2020 --until 2021
  memcon chronology "United Nations" --type REQUEST --type AID
  memcon chronology KEN SOM --checked -o kenya-somalia.html
"""


@click.command("chronology", epilog=EXAMPLES)
@click.option(
    "--type", "types", multiple=True, metavar="TYPE", type=click.Choice(TYPES, case_sensitive=False),
    help="Only events of this PLOVER type, or about such an act; may be repeated.",
)  # fmt: skip
@click.option(
    "--status", "statuses", multiple=True, metavar="STATUS", type=click.Choice(CLOSED["status"], case_sensitive=False),
    help="Only what happened, was planned, is denied …; may be repeated.",
)  # fmt: skip
@click.option("--checked", is_flag=True, help="Only what a person accepted or edited, or the tables support.")
@asking_options(required=False)
def command(types: tuple[str, ...], statuses: tuple[str, ...], checked: bool, asked: Asked) -> None:
    """The chronology of two parties, of one, or of everybody.

    The oldest event comes first; several reports of one event are one line; what belongs to a meeting stands below it.
    What was told in passing stands apart, as background. HTML has a timeline and bars; the numbers are a table.

    Exit status: 0 made, also where nothing was found; 2 the call was wrong, or a name is known to nobody.
    """
    from memcon.briefs.making import make_chronology

    with opened(asked.archive_path) as archive:
        made = make_chronology(
            archive, *asked.parties,
            since=asked.since, until=asked.until, types=types, statuses=statuses, checked=checked, lines=asked.lines,
        )  # fmt: skip
    asked.place.put(made)
