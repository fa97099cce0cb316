"""``memcon check``: the dated facts of a text with their verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

import click

from memcon.cli import options
from memcon.cli.output import Tally, as_error, remark, write_json
from memcon.cli.progress import counted
from memcon.cli.stream import records
from memcon.record import Record
from memcon.sources import SourceError, documents


@click.command("check")
@options.inputs
@options.format_option("text", "jsonl")
@options.published_option
@options.model_option
@options.names_option
@options.input_format_option
@click.option("--strict", is_flag=True, help="End with status 3 where a fact is contradicted.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str,
    published: str | None,
    model: str | None,
    names: str | None,
    input_format: str | None,
    strict: bool,
) -> None:
    """Hold the facts told in each INPUT against the reference tables.

    Each fact (a membership, an office, a term, a mission, a recognition) gets a verdict: supported, contradicted,
    disputed (two dates are defensible) or not covered, with the reason and the row of the table it rests on.

    --format jsonl gives one line a fact: {"document", "id", "relation", "subject", "object", "value", "start", "end",
    "negated", "status", "evidence": {"start", "end", "text"}, "verdict", "why", "citations"}.

    Exit status: 0 all read; 1 some inputs failed; 2 the call was wrong; 3 --strict and a contradiction was found.
    """
    tally = Tally()
    came = documents(inputs, form=input_format, published=published, notice=remark)
    answers = tally.heard(counted(records(came, model=model, names=names), "reports"))
    contradicted = False

    def watched() -> Iterator[Record | SourceError]:
        nonlocal contradicted
        for answer in answers:
            if isinstance(answer, Record):
                contradicted |= any(fact.check and fact.check.verdict == "contradicted" for fact in answer.facts)
            yield answer

    from memcon.cli.page import verdict_printer, verdicts

    if form == "jsonl":
        for answer in watched():
            if isinstance(answer, SourceError):
                write_json(as_error(answer))
            else:
                for line in verdicts(answer):
                    write_json(line)
    else:
        came_in = watched()
        first = list(islice(came_in, 2))
        # A file may hold many reports: each is named as soon as there is more than one.
        show = verdict_printer(headed=len(inputs) > 1 or len(first) > 1)
        for answer in chain(first, came_in):
            if isinstance(answer, Record):
                show(answer)
    ctx.exit(3 if strict and contradicted else tally.status)
