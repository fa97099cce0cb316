"""``memcon evaluate``: how good memcon is on a labelled file of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from memcon.cli import options, stream
from memcon.cli.output import complain, write, write_json
from memcon.cli.progress import counted

if TYPE_CHECKING:
    from memcon.evaluating import Figure, Report

EXAMPLES = """\b
Examples
  memcon evaluate labelled.jsonl
  memcon evaluate --misses 50 labelled.csv
  memcon evaluate --format json labelled.jsonl > figures.json

\b
Exit status
  0  every row was scored
  1  some rows could not be used; each is named on standard error, the others are scored
  2  the call was wrong, or no row could be used
"""
_LONGEST_TEXT = 200


@click.command("evaluate", epilog=EXAMPLES)
@click.argument("file", metavar="FILE")
@options.format_option("text", "json")
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="N",
    help="How many misses the page lists; json has them all.",
)
@options.lexicon_option
@options.model_option
@click.pass_context
def command(ctx: click.Context, file: str, form: str, misses: int, lexicon: str | None, model: str | None) -> None:
    """Score memcon on the labelled texts of FILE (JSON lines, .csv or .tsv; - is standard input).

    A row is {"id", "text", "source", "target", "type"}: country or actor codes and a PLOVER type or CAMEO code; a
    text with several events has several rows of one id, a text with none has an empty type. PLOVER's own JSON and
    what `memcon` exports is taken too. Where source and target are offsets into the text, only the type is asked
    for, as in `memcon dyads`.

    Printed are precision, recall and F1 for type, source, target and all together, what was taken for what, and
    the misses.
    """
    from memcon.evaluating import score_pairs, score_texts
    from memcon.evaluating.files import read_labelled

    found = read_labelled(file)
    for fault in found.faults:
        complain(fault)
    if not found.texts and not found.pairs:
        raise click.UsageError(f"{file}: no row could be used")
    words = stream.lexicon_of(lexicon) if lexicon else None
    parser = stream.load_parser(model)
    reports = []
    if found.texts:
        reports.append(score_texts(found.texts, parser, words, lambda records: counted(records, "texts")))
    if found.pairs:
        reports.append(score_pairs(found.pairs, parser, lambda answers: counted(answers, "pairs")))
    if form == "json":
        made_by: dict[str, Any] = _made_by(parser, words)
        write_json(
            {"file": file, "rows_left_out": len(found.faults), **made_by, **{r.kind: r.as_json() for r in reports}}
        )
    else:
        for report in reports:
            write(_page(report, misses))
        if found.faults:
            rows = "1 row was" if len(found.faults) == 1 else f"{len(found.faults):,} rows were"
            write(f"\n{rows} left out (see standard error).\n")
    ctx.exit(1 if found.faults else 0)


def _made_by(parser: Any, lexicon: Any) -> dict[str, Any]:
    import memcon
    from memcon.ontology.lexicon import lexicon as shipped

    digest = (lexicon or shipped()).digest
    return {"made_by": {"memcon": memcon.__version__, "model": parser.model, "lexicon": digest}}


def _page(report: Report, most: int) -> str:
    what = "Events in the texts" if report.kind == "events" else "Types of the marked pairs"
    lines = [f"{what}: {report.texts:,}", ""]
    if report.overall:
        lines += _table("", report.overall)
    for name, share in report.shares.items():
        lines.append(f"{_SHARES.get(name, name):<24}{share:>27.3f}")
    lines += ["", *_table("by type", report.types)]
    confused = [(n, wanted, got) for (wanted, got), n in report.confusion.items() if wanted != got]
    if confused:
        lines += ["", "taken for another    times"]
        lines += [f"{w:<10} → {g:<10}{n:>4}" for n, w, g in sorted(confused, key=lambda c: (-c[0], c[1:]))]
    if report.misses and most:
        shown = report.misses[:most]
        lines += ["", f"misses ({len(shown)} of {len(report.misses)})"]
        for miss in shown:
            text = " ".join(miss.text.split())
            lines += [f"  {miss.id}: {text[:_LONGEST_TEXT]}{'…' if len(text) > _LONGEST_TEXT else ''}"]
            lines += [f"      labelled {'; '.join(miss.labelled) or 'nothing'}"]
            lines += [f"      found    {'; '.join(miss.found) or 'nothing'}"]
    return "\n".join(lines) + "\n"


_SHARES = {"status": "status of those found"}


def _table(title: str, figures: list[Figure]) -> list[str]:
    lines = [f"{title:<24}{'precision':>9}{'recall':>9}{'F1':>9}{'labelled':>10}{'found':>8}{'right':>8}"]
    lines += [
        f"{f.name:<24}{f.precision:>9.3f}{f.recall:>9.3f}{f.f1:>9.3f}{f.labelled:>10}{f.found:>8}{f.right:>8}"
        for f in figures
    ]
    return lines
