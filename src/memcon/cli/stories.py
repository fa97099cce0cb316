"""``memcon stories``: which reports are about the same event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from memcon.cli import options
from memcon.cli.rows import a_date, a_string, answer_rows

COLUMNS = ("id", "story")


@click.command("stories")
@click.argument("file", metavar="FILE")
@options.format_option("text", "jsonl")
@options.model_option
@click.pass_context
def command(ctx: click.Context, file: str, form: str, model: str | None) -> None:
    """Put the reports of FILE (JSON lines; - is standard input) into stories, one an event.

    A row is {"id", "text", "published"?}; the answer is {"id", "story"}: reports with the same story tell of the same
    event.  All reports are held in memory.
    """

    def cluster(rows: list[Mapping[str, Any]], parser: Any) -> Iterator[dict[str, Any]]:
        from memcon.reading.stories import cluster

        for id, story in cluster(rows, parser):
            yield {"id": id, "story": story}

    ctx.exit(answer_rows(file, form, model, check=_fault, answer=cluster, columns=COLUMNS, batch=None))


def _fault(row: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, or None."""
    return a_string(row, "text") or a_date(row, "published")
