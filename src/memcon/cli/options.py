"""Options that several verbs share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from memcon.sources import FORMS, Unreadable, form_named, typed

Decorated = Callable[..., Any]


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        typed(value)
    except Unreadable as problem:
        raise click.BadParameter(str(problem), ctx, param) from None
    return value


def _form(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        form_named(value)
    except Unreadable as problem:
        raise click.BadParameter(str(problem), ctx, param) from None
    return value


inputs = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)

published_option = click.option(
    "--published",
    metavar="DATE",
    callback=_date,
    help="Day of publication (2021-09-25) of inputs that give none themselves; “yesterday” counts from it.",
)

model_option = click.option(
    "--model", metavar="NAME", help="The spaCy pipeline to parse with; by default the best one installed."
)

input_format_option = click.option(
    "--input-format",
    metavar="FORM",
    callback=_form,
    help=f"The form of every INPUT ({', '.join(FORMS)}, or that of a plug-in, as warc is); by default the content and "
    "the ending decide.",
)

lexicon_option = click.option(
    "--lexicon",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="A lexicon of your own (TOML) that extends the one of memcon.",
)

names_option = click.option(
    "--names",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Names of your own (TOML): people, bodies and what they stand for; docs/actors.md tells how to write them.",
)


archive_option = click.option(
    "--archive",
    "archive_path",
    metavar="PATH",
    type=click.Path(),
    help="The archive; by default $MEMCON_ARCHIVE, else archive.sqlite in your data folder.",
)


def workers_option(default: int | None = 1) -> Callable[[Decorated], Decorated]:
    """``--workers``; None stands for as many as the machine has cores."""
    return click.option(
        "--workers",
        metavar="N",
        type=click.IntRange(1, 1024),
        default=default,
        show_default="as many as there are cores" if default is None else True,
        help="Processes that read at the same time; each holds a model of its own.",
    )


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The first or the last day of ``2021``, ``2021-09`` or ``2021-09-25``."""
    if value is None:
        return None
    from memcon.archive.query import days_of

    span = days_of(value)
    if span is None:
        raise click.BadParameter(f"{value!r} is no day; write 2021-09-25, 2021-09 or 2021", ctx, param)
    return span[0] if param.name == "since" else span[1]


since_option = click.option("--since", metavar="DAY", callback=_day, help="On or after this day, month or year.")
until_option = click.option("--until", metavar="DAY", callback=_day, help="On or before it.")


def format_option(*choices: str) -> Callable[[Decorated], Decorated]:
    """``--format`` with the given choices; text, for people, is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default="text",
        show_default=True,
        help="text is a page for people; json and jsonl are for programs.",
    )
