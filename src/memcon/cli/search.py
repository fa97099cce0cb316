"""``memcon search``: events, statements, facts and words in the archive."""

from __future__ import annotations

import re

import click

from memcon.archive import SavedSearch
from memcon.archive.hints import hints, quoted
from memcon.archive.narrowing import joined, terms
from memcon.archive.query import FIELDS
from memcon.cli import options
from memcon.cli.archives import by_option, opened
from memcon.cli.output import json_array, write, write_json
from memcon.exports.spreadsheets import ANSWERS, answers, csv_of

EPILOG = """\b
What a query can say
  ceasefire                 the word in any of its forms; several words must all be there
  “prisoner exchange”       the words one after the other
  negotiat*                 words that begin so
  ceasefire OR truce        either
  -nuclear                  without that
  from:European_Union       a name of several words; '…from:"European Union"…' in single quotes is the same
  type:ACCUSE,THREATEN      a field, with any of the values
  since:2020 until:2021-06  days, months or years; on:2021-06-16 is both

\b
The fields
""" + "\n".join(f"  {name + ':':<13} {told}" for name, told in FIELDS.items()) + """

\b
Examples
  memcon search ceasefire from:ARM to:AZE type:ACCUSE since:2020
  memcon search said-by:Guterres about:climate
  memcon search 'with:"European Union" type:CONSULT'
  memcon search with:European_Union type:CONSULT
  memcon search --save "truce claims" type:ACCUSE about:ceasefire
  memcon search --saved "truce claims" since:2024
  memcon search --format csv verdict:contradicted outlet:Tribune > doubtful.csv
"""  # fmt: skip


# A word may be preceded by a minus, which is no option here.
_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


@click.command("search", epilog=EPILOG, context_settings=_SETTINGS)
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@options.format_option("text", "json", "jsonl", "csv")
@options.archive_option
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="At most so many; 0 is all.")
@click.option("--oldest-first", is_flag=True, help="In the order of days; by default the newest come first.")
@click.option("--save", metavar="NAME", help="Keep the query under NAME as well.")
@click.option("--saved", metavar="NAME", help="Ask what is kept under NAME; QUERY, if there is one, narrows it.")
@click.option("--list-saved", is_flag=True, help="Show the queries that are kept, and ask nothing.")
@click.option("--forget", metavar="NAME", help="Keep the query of that NAME no longer, and ask nothing.")
@by_option
def command(
    query: tuple[str, ...],
    form: str,
    archive_path: str | None,
    limit: int,
    oldest_first: bool,
    save: str | None,
    saved: str | None,
    list_saved: bool,
    forget: str | None,
    person: str,
) -> None:
    """Find what the reports in the archive say, with the sentence and the passage marked in it.

    Exit status: 0 found or not; 2 the query does not parse, nothing is kept under NAME, or there is no archive.
    """
    asked = quoted(query)
    if not (asked or saved or list_saved or forget):
        raise click.UsageError("there is nothing to ask; give a QUERY, or --saved NAME")
    with opened(archive_path) as archive:
        if forget:
            archive.forget_search(forget)
        if list_saved:
            _list(archive.saved_searches(), form)
        if forget or list_saved:
            return
        if saved:
            kept = archive.saved_query(saved)
            asked = joined((*terms(kept), *terms(asked)))
        if save:
            try:
                archive.save_search(save, asked, person=person)
            except ValueError as problem:
                raise click.BadParameter(str(problem), param_hint="--save") from None
        hits = archive.search(asked, limit=limit + 1 if limit else None, oldest_first=oldest_first)
    more = bool(limit) and len(hits) > limit
    hits = hits[:limit] if more else hits
    if form == "csv":
        write(csv_of(ANSWERS, answers(hits)))
    elif form == "jsonl":
        for hit in hits:
            write_json(hit.as_json())
    elif form == "json":
        json_array((hit.as_json() for hit in hits), several=True)
    else:
        from memcon.cli.page.hits import show_hits

        show_hits(hits)
    for meant in hints(asked):
        click.echo(f"did you mean {meant}? put the whole query in single quotes", err=True)
    if not hits:
        click.echo(_none(asked), err=True)
    elif more:
        click.echo(f"the first {limit}; --limit 0 gives all", err=True)


def _list(kept: list[SavedSearch], form: str) -> None:
    rows = [one.as_json() for one in kept]
    if form == "csv":
        write(csv_of(("name", "query", "person", "moment"), (row.values() for row in rows)))
    elif form == "text":
        from memcon.cli.page import table

        table(("name", "query", "person"), rows)
    elif form == "json":
        json_array(rows, several=True)
    else:
        for row in rows:
            write_json(row)


def _none(asked: str) -> str:
    """“nothing found”, and where a side of a contact may be the other one, how to ask for either."""
    if re.search(r"(?<!\S)(from|to|source|target):", asked, re.IGNORECASE):
        return "nothing found; with: finds a party on either side"
    return "nothing found"
