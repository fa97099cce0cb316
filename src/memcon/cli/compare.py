"""``memcon compare``: two readouts of one meeting side by side."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import click

from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import remark
from memcon.cli.placing import Place, placing_options
from memcon.record import Record

EXAMPLES = """\b
Examples
  memcon compare d12 d15
  memcon compare ministry.txt agency.txt --published 2021-09-25
  memcon compare d12 their-readout.html -o compared.html
"""


@click.command("compare", epilog=EXAMPLES)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@options.published_option
@options.model_option
@placing_options("comparison")
@options.archive_option
def command(
    first: str,
    second: str,
    published: str | None,
    model: str | None,
    place: Place,
    archive_path: str | None,
) -> None:
    """What two readouts of one meeting both say, what one leaves out, and what they word differently.

    A and B are reports of the archive (d12; or e12 and the like, for the report they are in) or files, which are read.
    Each point is a sentence with its place in the report. Of who took part, when and where it says what differs.

    Exit status: 0 compared; 1 a file could not be read; 2 the call was wrong.
    """
    from memcon.briefs import compare

    if first == second:
        raise click.UsageError(f"{first} and {second} are one and the same; name two")
    records = [_record(name, published, model, archive_path) for name in (first, second)]
    names = [_called(name) for name in (first, second)]
    if names[0] == names[1]:
        names = [first, second]
    place.put(compare(records[0], records[1], names=(names[0], names[1])))


def _is_id(name: str) -> bool:
    return bool(re.fullmatch(r"[desfa]\d{1,15}", name)) and not Path(name).exists()


def _called(name: str) -> str:
    return name if _is_id(name) else Path(name).name


def _record(name: str, published: str | None, model: str | None, archive_path: str | None) -> Record:
    """The record of a report of the archive, or of a file that holds one report."""
    if _is_id(name):
        with opened(archive_path) as archive:
            return archive.record(archive.report_of(name))
    from memcon.cli.stream import records
    from memcon.sources import SourceError, documents

    found = list(islice(records(documents((name,), published=published, notice=remark), model=model), 2))
    if len(found) != 1:
        raise click.UsageError(f"{name}: holds {'more than one report' if found else 'no report'}; compare wants one")
    if isinstance(found[0], SourceError):
        problem = click.ClickException(str(found[0]))
        problem.exit_code = 1
        raise problem
    return found[0]
