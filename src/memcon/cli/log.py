"""``memcon log``: who of two sides met, called, visited or wrote to whom."""

from __future__ import annotations

import click

from memcon.archive import CHANNELS, Attendee, Contact
from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import json_array, write, write_json
from memcon.exports.spreadsheets import csv_of

COLUMNS = (
    "day", "until", "basis", "one", "other", "others", "channel", "visitors", "place", "topics", "status", "sentence",
    "reports", "outlets", "ids",
)  # fmt: skip

EXAMPLES = """\b
Examples
  memcon log --between AZE UN
  memcon log --between Norway "European Union" --since 2022 --format csv > log.csv
  memcon log --between "António Guterres" Türkiye --type visit
"""


@click.command("log", epilog=EXAMPLES)
@click.option("--between", nargs=2, required=True, metavar="ONE OTHER", help="The two sides: states, bodies, people.")
@options.since_option
@options.until_option
@click.option("--type", "channels", multiple=True, type=click.Choice(CHANNELS), help="Only these; may be repeated.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=0, help="Only so many, the latest; 0, the default, is all."
)
@options.format_option("text", "json", "jsonl", "csv")
@options.archive_option
def command(
    between: tuple[str, str],
    since: str | None,
    until: str | None,
    channels: tuple[str, ...],
    limit: int,
    form: str,
    archive_path: str | None,
) -> None:
    """The contact log of two sides, the oldest first.

    A line a contact: the day, who took part with the office held on that day, how it was had, where, about what,
    whether it took place, the sentence that tells of it, and the reports. An office comes from the report or, where
    that gives none, from the reference tables. Several reports of one contact make one line; two calls on one day that
    one outlet reports stay two. What is told as part of a meeting adds to its topics.

    Exit status: 0 found or not; 2 the call was wrong or there is no archive.
    """
    with opened(archive_path) as archive:
        contacts = archive.log(*between, since=since, until=until, channels=channels, limit=limit or None)
    if form == "csv":
        write(csv_of(COLUMNS, (_cells(contact) for contact in contacts)))
    elif form == "jsonl":
        for contact in contacts:
            write_json(contact.as_json())
    elif form == "json":
        json_array((contact.as_json() for contact in contacts), several=True)
    elif contacts:
        from memcon.cli.page.hits import show_log

        show_log(contacts, *between)
    if not contacts:
        click.echo(f"no contact of {between[0]} and {between[1]} in the archive", err=True)


def _cells(contact: Contact) -> list[object]:
    return [_cell(getattr(contact, name)) for name in COLUMNS]


def _cell(value: object) -> object:
    return "; ".join(map(_one, value)) if isinstance(value, list) else value


def _one(value: object) -> str:
    if isinstance(value, Attendee):
        return f"{value.name} ({value.office})" if value.office else value.name
    return str(value)
