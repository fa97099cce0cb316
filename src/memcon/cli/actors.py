"""``memcon actors``: the country, sector and office that a phrase means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from memcon.cli import options
from memcon.cli.rows import a_date, a_string, answer_rows
from memcon.cli.stream import names_of

COLUMNS = ("id", "name", "country", "sectors", "code", "office")


@click.command("actors")
@click.argument("file", metavar="FILE")
@options.format_option("text", "jsonl")
@options.model_option
@options.names_option
@click.pass_context
def command(ctx: click.Context, file: str, form: str, model: str | None, names: str | None) -> None:
    """Name the actor that each row of FILE means (JSON lines; - is standard input).

    A row is {"id", "text", "date"?}, the date for offices that change hands; the answer is {"id", "name", "country",
    "sectors", "code", "office"}, null where the phrase does not say.
    """

    own = names_of(names) if names else None

    def describe(rows: list[Mapping[str, Any]], parser: Any) -> Iterator[Mapping[str, Any]]:
        from memcon.reading.actors import describe_phrases

        yield from describe_phrases(rows, parser, own)

    ctx.exit(answer_rows(file, form, model, check=_fault, answer=describe, columns=COLUMNS))


def _fault(row: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, or None."""
    return a_string(row, "text") or a_date(row, "date")
