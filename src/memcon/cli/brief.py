"""``memcon brief``: what the archive tells of one or two parties, as a page with its sources."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.placing import Place, placing_options

EXAMPLES = """\b
Examples
  memcon brief Azerbaijan "United Nations"
  memcon brief Norway -o norway.docx
  memcon brief AZE UN --since 2020 --section contact --section promises
  memcon brief --print-template html > mine.html
  memcon brief AZE UN --template mine.html -o brief.html
"""


@click.command("brief", epilog=EXAMPLES)
@click.argument("parties", metavar="PARTY [PARTY]", nargs=-1, required=True)
@options.since_option
@options.until_option
@click.option("--section", "sections", metavar="NAME", multiple=True, help="Only this section; may be repeated.")
@click.option(
    "--lines", type=click.IntRange(min=0), default=100, show_default=True,
    help="Events of the chronology, the latest; 0 is all.",
)  # fmt: skip
@placing_options("brief")
@options.archive_option
def command(
    parties: tuple[str, ...],
    since: str | None,
    until: str | None,
    sections: tuple[str, ...],
    lines: int,
    place: Place,
    archive_path: str | None,
) -> None:
    """A brief on one or two states, organisations or persons.

    It has the last contact; standing (memberships, terms, missions, offices, with their checks); positions and requests
    with what is worded otherwise than the last time; promises and what became of them; the chronology, with background
    apart; and the numbers. Each sentence has a numbered source: the report, the sentence and its characters, or the row
    of a table. What a person rejected does not appear, what a person edited appears as edited.

    Exit status: 0 made, also where nothing was found; 2 the call was wrong, or a name is known to nobody.
    """
    if len(parties) > 2:
        raise click.UsageError("one or two parties; put quotes around a name of several words")
    from memcon.briefs import side
    from memcon.briefs.making import UnknownSection, make_brief

    with opened(archive_path) as archive:
        try:
            if len(parties) == 2 and len({side(archive.connection, name).keys for name in parties}) == 1:
                raise click.UsageError(f"{parties[0]} and {parties[1]} are one party; name two, or one alone")
            brief = make_brief(archive, *parties, since=since, until=until, sections=sections, lines=lines or None)
        except UnknownSection as problem:
            raise click.UsageError(str(problem)) from None
    place.put(brief)
