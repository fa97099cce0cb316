"""``memcon lookup``: what a name means in the reference tables."""

from __future__ import annotations

import click

from memcon.cli import options


@click.command("lookup")
@click.argument("name", nargs=-1, required=True)
@options.format_option("text", "json")
@options.names_option
@click.pass_context
def command(ctx: click.Context, name: tuple[str, ...], form: str, names: str | None) -> None:
    """Find a state, people, place, organisation or person by any of its names, and say what the tables know of it.

    \b
    memcon lookup NATO
    memcon lookup "Upper Volta"
    memcon lookup Kremlin

    A name that means several things gives several answers. --names looks into a file of your own first.

    Exit status: 0 found; 1 not found; 2 the call was wrong.
    """
    from memcon.reference.lookups import look_up, own_answers

    wanted = " ".join(name)
    answers = []
    if names:
        from memcon.reference import NamesFault, load_names

        try:
            answers = own_answers(load_names(names), wanted)
        except NamesFault as problem:
            raise click.UsageError("; ".join(str(problem).splitlines())) from None
    answers += look_up(wanted)
    if form == "json":
        from memcon.cli.output import json_array

        json_array([answer.as_json() for answer in answers], several=True)
    else:
        from memcon.cli.who import show

        for answer in answers:
            show(answer)
        if not answers:
            from memcon.reference.suggestions import suggested

            near = [f"“{name}”" for name in suggested(wanted)]
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            click.echo(f"memcon: the tables do not know {wanted!r}{meant}", err=True)
    ctx.exit(0 if answers else 1)
