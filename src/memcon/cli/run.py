"""``memcon run``: read files by the million into tables, on this machine or on a cluster."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from memcon.cli import options
from memcon.cli.output import write, write_json
from memcon.cli.stream import lexicon_of, names_of

if TYPE_CHECKING:
    from memcon.corpus import Progress

EXAMPLES = """\b
Examples
  memcon run reports.jsonl tables
  memcon run --workers 8 2023/ 2024/ tables
  memcon run --engine dask --scheduler tcp://10.0.0.5:8786 /shared/reports /shared/tables
  memcon archive import tables
"""


@click.command("run", epilog=EXAMPLES)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(exists=True))
@click.argument("output", metavar="OUTPUT", type=click.Path(file_okay=False))
@options.published_option
@options.model_option
@options.lexicon_option
@options.names_option
@options.workers_option(default=None)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="local: processes of this machine; dask: a Dask cluster.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="The cluster's scheduler (tcp://host:8786); one is started here without it."
)
@click.option(
    "--task-size",
    metavar="N",
    type=click.IntRange(1, 100_000),
    default=256,
    show_default=True,
    help="Documents a task.",
)
@click.option("--no-check", is_flag=True, help="Leave the facts without verdicts.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the summary is printed.",
)
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output: str,
    published: str | None,
    model: str | None,
    lexicon: str | None,
    names: str | None,
    workers: int | None,
    engine: str,
    scheduler: str | None,
    task_size: int,
    no_check: bool,
    form: str,
) -> None:
    """Read the reports of each INPUT into tables (Parquet) in the folder OUTPUT.

    INPUT is a JSON-lines, Parquet (a column `text`; `id`, `title`, `published`, `byline`, `outlet`, `url` where there
    are), WARC or other file that `memcon read` reads, or a folder of them. OUTPUT gets a folder a table: records,
    events, statements, facts, actors, coverage, failures; docs/large-runs.md tells their columns.

    Called again after it was stopped, killed or out of disk, it does what is missing and nothing else. A document that
    cannot be read is listed in the table of failures and stops nothing.

    Exit status: 0 all read; 1 some documents failed or the run could not go on; 2 the call was wrong.
    """
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask")
    if lexicon:
        lexicon_of(lexicon)
    if names:
        names_of(names)
    from memcon import corpus
    from memcon.language import ModelMissing

    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise click.UsageError("tables need the extra part pyarrow: pip install 'memcon[tables]'") from None
    workers = workers or os.cpu_count() or 1
    settings = corpus.Settings(
        model, lexicon and os.path.abspath(lexicon), names and os.path.abspath(names), not no_check
    )
    if engine == "dask":
        from memcon.corpus.cluster import dask

        does = dask(scheduler, workers)
    else:
        does = corpus.local(workers)
    try:
        steps = corpus.run(inputs, output, settings, does, published=published, size=task_size)
        (end,) = deque(_shown(steps), maxlen=1)
    except ModelMissing as problem:
        raise click.UsageError(str(problem)) from None
    except (corpus.RunError, corpus.PoolBroken) as problem:
        raise click.ClickException(str(problem)) from None
    write_json({**asdict(end), "output": output}) if form == "json" else write(_summary(end, output))
    ctx.exit(1 if end.rows["failures"] else 0)


def _shown(steps: Iterator[Progress]) -> Iterator[Progress]:
    """The steps, with a bar on standard error where that is a terminal and a line now and then where it is not."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(file=sys.stderr)
    if not console.is_terminal:
        tenth = -1
        for step in steps:
            if step.tasks and step.done * 10 // step.tasks != tenth:
                tenth = step.done * 10 // step.tasks
                click.echo(f"memcon: {step.done:,} of {step.tasks:,} tasks, {_pace(step)}", err=True)
            yield step
        return
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("tasks, {task.description}"), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)
        for step in steps:
            bar.update(task, total=step.tasks, completed=step.done, description=_pace(step))
            yield step


def _pace(step: Progress) -> str:
    if not step.documents:
        return "starting" if not step.found else f"{step.found:,} of them done before"
    left = step.remaining
    ends = f", about {_time(left)} left" if left else ""
    return f"{step.documents:,} reports, {step.rate:,.1f} a second{ends}"


def _summary(step: Progress, output: str) -> str:
    rows = step.rows
    lines = [
        f"{rows['records']:,} reports read, {rows['failures']:,} failed; in {output}:",
        f"  {rows['events']:,} events, {rows['statements']:,} statements, "
        f"{rows['facts']:,} facts, {rows['actors']:,} actors",
    ]
    if step.documents:
        lines.append(f"  {step.documents:,} reports in {_time(step.seconds)}, {step.rate:,.1f} a second")
    if step.found:
        lines.append(f"  {step.found:,} of {step.tasks:,} tasks had been done before")
    if rows["failures"]:
        lines.append("  the table of failures names each one and says why")
    return "\n".join(lines) + "\n"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:,.0f} s"
    return f"{seconds / 60:,.0f} min" if seconds < 5400 else f"{seconds / 3600:,.1f} h"
