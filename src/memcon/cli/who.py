"""``memcon who``: who held an office, sat on a body or chaired it on a day; what offices a person held."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from memcon.cli import options


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if value.lower() in ("today", "now"):
        return date.today().isoformat()
    from memcon.reference import is_date

    if not is_date(value):
        raise click.BadParameter(f"{value!r} is no date: write 2021-09-25, 2021-09 or 2021", ctx, param)
    return value


@click.command("who")
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--on",
    metavar="DATE",
    callback=_day,
    help="The day, month or year asked about (2021-09-25, 2021-09, 2021, today); by default all days.",
)
@options.format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, question: tuple[str, ...], on: str | None, form: str) -> None:
    """Say who held an office, sat on a body or chaired it, or what offices a person held.

    \b
    memcon who "foreign minister of Azerbaijan" --on 2021-09-25
    memcon who "Alexander Stubb"
    memcon who "members of the Security Council" --on 2012-05-01
    memcon who "chair of the Non-Aligned Movement" --on 2021-06-01

    Every line has its source, and what is doubtful about it: an end that is only the next one's start, a single
    source, how far it was last confirmed.

    Exit status: 0 answered; 1 the tables have no answer; 2 the call was wrong.
    """
    from memcon.reference.who import ask_who

    answer = ask_who(" ".join(question), on)
    if form == "json":
        from memcon.cli.output import write_json

        write_json(answer.as_json())
    else:
        show(answer)
    ctx.exit(0 if answer.lines else 1)


def show(answer: Any) -> None:
    """One answer as text: the heading, what is known, the lines as a table, the remark."""
    from memcon.cli.output import one_line, write
    from memcon.cli.page import table

    write(f"{one_line(answer.heading)}\n")
    for name, value in answer.facts.items():
        write(f"  {name}: {one_line(value)}\n")
    if answer.lines:
        named = len({line.who for line in answer.lines}) > 1 or answer.lines[0].who not in answer.heading
        columns = (*(("who",) if named else ()), "what", "from", "to", "source", "doubt")
        rows = [
            {"who": x.who, "what": x.what, "from": x.start, "to": x.end, "source": x.source, "doubt": x.doubt}
            for x in answer.lines
        ]
        table(columns, rows)
    if answer.remark:
        write(f"  {answer.remark}\n")
