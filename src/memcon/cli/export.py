"""``memcon export``: what the archive holds, in the formats of other programs."""

from __future__ import annotations

import sys
from collections import Counter

import click

from memcon.cli import options
from memcon.cli.archives import opened
from memcon.cli.output import numbered, one_line
from memcon.cli.progress import counted
from memcon.exports import ANNOUNCED, Exporter, ExportError, Job, exporter
from memcon.exports.registry import OURS

EPILOG = """\b
The formats
""" + "\n".join(f"  {name:<12} {one.about}" for name, one in OURS.items()) + """
  ftm          FollowTheMoney entities, one JSON object a line

\b
Examples
  memcon export csv -o caucasus/                  a folder of tables
  memcon export csv --only events from:ARM > armenia.csv
  memcon export plover 'from:ARM since:2020' -o armenia.jsonl
  memcon export gdelt --also requested -o gdelt.zip
"""  # fmt: skip

# A word of a query may be preceded by a minus, which is no option here.
_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
_BINARY = (".zip", ".parquet", ".db")


@click.command("export", epilog=EPILOG, context_settings=_SETTINGS)
@click.argument("format", metavar="FORMAT")
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "-o",
    "--output",
    metavar="PLACE",
    type=click.Path(),
    help="A file; for a format of several files a folder or a .zip. By default, and as -, standard output.",
)
@click.option("--only", metavar="FILE", help="Of a format of several files, this one alone: events.")
@click.option(
    "--also",
    type=click.Choice(ANNOUNCED),
    multiple=True,
    help="For a format without a column for the status: also events with this one; may be given again.",
)
@click.option("--force", is_flag=True, help="Write over what is there.")
@options.archive_option
def command(
    format: str,
    query: tuple[str, ...],
    output: str | None,
    only: str | None,
    also: tuple[str, ...],
    force: bool,
    archive_path: str | None,
) -> None:
    """Hand on what is in the archive, or what QUERY finds, in a format that other programs read.

    QUERY is that of memcon search. What a person rejected is left out, and what a person edited goes out as edited. A
    file is written whole or not at all.

    Exit status: 0 done, also where nothing was found; 1 the disk is full; 2 the call was wrong, or the place is taken
    or takes no files.
    """
    from memcon.archive.hints import quoted

    try:
        chosen = exporter(format)
        job = Job(also=frozenset(also))
        asked = quoted(query) if query else None
        with opened(archive_path) as archive:
            if output not in (None, "-"):
                chosen.write(
                    archive,
                    output,
                    asked,
                    only=only,
                    force=force,
                    job=job,
                    progress=lambda found: counted(found, "reports"),
                )
            else:
                _refuse_terminal(chosen, only)
                for raw in chosen.stream(archive, asked, only=only, job=job):
                    sys.stdout.buffer.write(raw)
                sys.stdout.buffer.flush()
    except ExportError as problem:
        raise click.UsageError(one_line(str(problem))) from None
    _tell(job, chosen, asked, output)


def _refuse_terminal(chosen: Exporter, only: str | None) -> None:
    """Several files, or what is no text, do not belong on a terminal."""
    several = len(chosen.files) > 1 and only is None
    if sys.stdout.isatty() and (several or next(iter(chosen.files)).endswith(_BINARY)):
        raise ExportError(
            f"{chosen.name} is no text for a terminal; name a place with -o"
            + (", or one of its files with --only" if several else "")
        )


def _tell(job: Job, chosen: Exporter, asked: str | None, output: str | None) -> None:
    """What was written and what was left out, on standard error."""
    wrote = ", ".join(numbered(count, what) for what, count in job.wrote.items() if count)
    nothing = "nothing found for " + one_line(asked) if asked else f"the archive holds nothing for {chosen.name}"
    if chosen.suffix == ".jsonl" and output not in (None, "-"):
        nothing += f"; {one_line(str(output))} was not written"
    click.echo(wrote or nothing, err=True)
    if not wrote and chosen.name == "claimreview":
        click.echo("  (a review needs a fact that a person accepted: memcon correct f12 accept)", err=True)
    if not job.left_out:
        return
    click.echo(f"left out: {_listed(job.left_out)}", err=True)
    announced = [status for status in ANNOUNCED if job.left_out[status]]
    if not chosen.takes_all:
        why = f"{chosen.name} has no column that says whether something happened"
        hint = f"; {' '.join(f'--also {status}' for status in announced)} takes them in" if announced else ""
        click.echo(f"  ({why}{hint})", err=True)


def _listed(left_out: Counter[str]) -> str:
    return ", ".join(numbered(count, reason) for reason, count in left_out.most_common())
