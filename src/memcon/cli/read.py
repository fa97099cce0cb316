"""``memcon read``: a record a document, as a page for people or as JSON for programs."""

from __future__ import annotations

import click

from memcon.cli import options
from memcon.cli.output import Tally, as_error, json_array, remark, write, write_json
from memcon.cli.progress import counted
from memcon.cli.stream import records
from memcon.record import Record, dumps, to_json
from memcon.sources import SourceError, documents

EXAMPLES = """\b
Examples
  memcon read report.txt
  memcon read --published 2021-09-27 report.txt
  memcon read --format jsonl reports.jsonl > records.jsonl
  memcon read readouts/ "press/*.pdf" mails.mbox
  memcon read https://www.example.org/press/2024/readout
"""


@click.command("read", epilog=EXAMPLES)
@options.inputs
@options.format_option("text", "json", "jsonl")
@options.published_option
@options.model_option
@options.lexicon_option
@options.names_option
@options.input_format_option
@options.workers_option()
@click.option("--full", is_flag=True, help="The page at full length, with the sentences that gave nothing.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str,
    published: str | None,
    model: str | None,
    lexicon: str | None,
    names: str | None,
    input_format: str | None,
    workers: int,
    full: bool,
) -> None:
    """Read each INPUT and give its record.

    INPUT is a file, a folder (all files in it), a pattern such as "press/*.pdf", an http(s) address, or - for standard
    input. A file is plain text (one report), a web page, a PDF, a .docx, a mail or a mailbox, an RSS or Atom feed, an
    agency's NewsML-G2, NITF or ninjs, a web archive (WARC), a table with a column "text" (.csv, .tsv), JSON lines (a
    report a line: {"id", "title"?, "text", "published"?, "byline"?, "outlet"?, "url"?}), JSON (one such object or a
    list), or a .zip or .gz of these. Its content decides, then its ending. A page that came before in the same call is
    read once.

    --format jsonl gives one line a report, in order, with {"document": {"id": ...}, "error": "..."} in the place of one
    that could not be read; json gives one object for one report and one array for several.

    Exit status: 0 all read; 1 some inputs failed; 2 the call was wrong.
    """
    came = documents(inputs, form=input_format, published=published, notice=remark)
    tally = Tally()
    read = records(came, model=model, lexicon=lexicon, names=names, workers=workers)
    answers = tally.heard(counted(read, "reports"))
    if form == "json":
        json_array((_json(answer) for answer in answers), several=len(inputs) > 1)
    elif form == "jsonl":
        for answer in answers:
            write_json(as_error(answer)) if isinstance(answer, SourceError) else write(dumps(answer) + "\n")
    else:
        from memcon.cli.page import printer

        show = printer(full=full)
        for answer in answers:
            if isinstance(answer, Record):
                show(answer)
    ctx.exit(tally.status)


def _json(answer: Record | SourceError) -> object:
    return as_error(answer) if isinstance(answer, SourceError) else to_json(answer)
