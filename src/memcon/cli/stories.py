"""``memcon stories``: which reports are about the same event, in a file or in the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from memcon.cli import options
from memcon.cli.rows import a_date, a_string, answer_rows

COLUMNS = ("id", "story")


@click.command("stories")
@click.argument("file", metavar="[FILE]", required=False)
@options.format_option("text", "jsonl")
@options.model_option
@options.since_option
@options.until_option
@click.option("--at-least", type=click.IntRange(min=1), default=2, show_default=True, help="Reports of a story.")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="At most so many; 0 is all.")
@options.archive_option
@click.pass_context
def command(
    ctx: click.Context,
    file: str | None,
    form: str,
    model: str | None,
    since: str | None,
    until: str | None,
    at_least: int,
    limit: int,
    archive_path: str | None,
) -> None:
    """Put the reports of FILE (JSON lines; - is standard input) into stories, one an event; without FILE, those of the
    archive.

    Of a file: a row is {"id", "text", "published"?}; the answer is {"id", "story"}: reports with the same story tell of
    the same event. All reports are held in memory.

    Of the archive: the stories that several reports tell, the latest first, each with its reports. A report in words of
    its own is told apart from one that copies an earlier one; originators are counted apart from copies. --since,
    --until, --at-least and --limit choose.
    """
    if file is None:
        from memcon.cli.page.stories import print_stories

        print_stories(archive_path, form, since=since, until=until, at_least=at_least, limit=limit or None)
        return
    if archive_path is not None:
        raise click.UsageError("FILE and --archive exclude each other")

    def cluster(rows: list[Mapping[str, Any]], parser: Any) -> Iterator[dict[str, Any]]:
        from memcon.reading.stories import cluster

        for id, story in cluster(rows, parser):
            yield {"id": id, "story": story}

    ctx.exit(answer_rows(file, form, model, check=_fault, answer=cluster, columns=COLUMNS, batch=None))


def _fault(row: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, or None."""
    return a_string(row, "text") or a_date(row, "published")
