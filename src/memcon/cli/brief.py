"""``memcon brief``: what the archive tells of one or two parties, as a page with its sources."""

from __future__ import annotations

import click

from memcon.cli.archives import opened
from memcon.cli.asking import Asked, asking_options

EXAMPLES = """\b
Examples
  memcon brief Azerbaijan "United Nations"
  memcon brief Norway -o norway.docx
  memcon brief AZE UN --since 2020 --section contact --section promises
  memcon brief --print-template html > mine.html
  memcon brief AZE UN --template mine.html -o brief.html
"""


@click.command("brief", epilog=EXAMPLES)
@click.option("--section", "sections", metavar="NAME", multiple=True, help="Only this section; may be repeated.")
@asking_options(required=True)
def command(sections: tuple[str, ...], asked: Asked) -> None:
    """A brief on one or two states, organisations or persons.

    It has the last contact; standing (memberships, terms, missions, offices, with their checks); positions and requests
    with what is worded otherwise than the last time; promises and what became of them; the chronology, with background
    apart; and the numbers. Each sentence has a numbered source: the report, the sentence and its characters, or the row
    of a table. What a person rejected does not appear, what a person edited appears as edited.

    Exit status: 0 made, also where nothing was found; 2 the call was wrong, or a name is known to nobody.
    """
    from memcon.briefs.making import UnknownSection, make_brief

    with opened(asked.archive_path) as archive:
        try:
            brief = make_brief(
                archive, *asked.parties, since=asked.since, until=asked.until, sections=sections, lines=asked.lines
            )
        except UnknownSection as problem:
            raise click.UsageError(str(problem)) from None
    asked.place.put(brief)
