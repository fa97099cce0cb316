"""``memcon dyads``: the relation between two given parties of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from memcon.cli import options
from memcon.cli.rows import a_string, answer_rows

COLUMNS = ("id", "type", "quad", "cameo", "confidence")


@click.command("dyads")
@click.argument("file", metavar="FILE")
@options.format_option("text", "jsonl")
@options.model_option
@click.pass_context
def command(ctx: click.Context, file: str, form: str, model: str | None) -> None:
    """Name what the source does to the target in each row of FILE (JSON lines; - is standard input).

    A row is {"id", "text", "source": [start, end], "target": [start, end]}, offsets in characters; the answer is
    {"id", "type", "quad", "cameo", "confidence"} with a PLOVER type and a CAMEO code.
    """

    def classify(rows: list[Mapping[str, Any]], parser: Any) -> Iterator[dict[str, Any]]:
        from memcon.reading.dyads import classify

        for answer in classify(rows, parser):
            yield {name: getattr(answer, name) for name in COLUMNS}

    ctx.exit(answer_rows(file, form, model, check=_fault, answer=classify, columns=COLUMNS))


def _fault(row: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, or None."""
    fault = a_string(row, "text")
    if fault:
        return fault
    for side in ("source", "target"):
        span = row.get(side)
        if not (isinstance(span, list) and len(span) == 2 and all(type(x) is int for x in span)):
            return f'"{side}" is not a pair of offsets [start, end]'
        if not 0 <= span[0] < span[1] <= len(row["text"]):
            return f'"{side}" {span} lies outside the text, which has {len(row["text"])} characters'
    return None
