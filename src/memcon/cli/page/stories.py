"""The stories of the archive, for people and for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from rich.padding import Padding
from rich.text import Text

from memcon.archive import Story
from memcon.cli.archives import opened
from memcon.cli.output import write_json
from memcon.cli.page.marks import marks_for, shown
from memcon.cli.page.printing import console, put
from memcon.wording.days import interval


def print_stories(
    path: str | None, form: str, *, since: str | None, until: str | None, at_least: int, limit: int | None
) -> None:
    """Print the stories of the archive at ``path``, putting new reports into stories before."""

    def tell(waiting: int) -> None:
        if waiting and sys.stderr.isatty():
            click.echo(f"\r{waiting:,} reports to go ", nl=False, err=True)

    with opened(path) as archive:
        found = archive.stories(since=since, until=until, at_least=at_least, limit=limit, tell=tell)
    if form == "jsonl":
        for story in found:
            write_json(story.as_json())
    else:
        _show(found)
    if not found:
        click.echo(f"no story with {at_least} reports or more" if at_least > 1 else "no story", err=True)


def _show(found: Sequence[Story]) -> None:
    out = console()
    dot = marks_for(out).dot
    for number, story in enumerate(found):
        if number:
            put(out, Text())
        line = Text(interval(story.first, story.last) or "no date", style="bold")
        line.append(f"{dot}{shown(story.title, out)}", style="bold")
        put(out, line)
        counted = f"{_count(story.originators, 'report')} of its own" if story.originators == 1 else ""
        counted = counted or f"{story.originators} reports of their own"
        counted += f", {_count(story.copies, 'copy', 'copies')}" if story.copies else ""
        notes = [counted, ", ".join(story.types), ", ".join(story.parties), f"in {story.place}" if story.place else ""]
        put(out, Padding(Text(shown(dot.join(filter(None, notes)), out), style="dim"), (0, 0, 0, 2)))
        for told in story.reports:
            row = Text(f"{told.report:<7}", style="dim")
            named = dot.join(filter(None, (interval(told.published, told.published), told.outlet, told.title)))
            row.append(shown(named, out), style="not dim")
            row.append(f"{dot}copies {told.copy_of}" if told.copy_of else "", style="dim")
            put(out, Padding(row, (0, 0, 0, 2)))


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
