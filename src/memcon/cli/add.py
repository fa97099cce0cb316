"""``memcon add``: read reports and keep them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import click

from memcon.archive import Added, Archive
from memcon.cli import options
from memcon.cli.archives import key_of, opened
from memcon.cli.output import Tally, as_error, one_line, remark, write, write_json
from memcon.cli.progress import counted
from memcon.cli.stream import records
from memcon.record import Document, Record
from memcon.sources import SourceError, documents

EXAMPLES = """\b
Examples
  memcon add report.txt
  memcon add --published 2021-09-27 press/*.txt
  memcon add --archive caucasus.sqlite reports.jsonl
"""


@click.command("add", epilog=EXAMPLES)
@options.inputs
@options.format_option("text", "jsonl")
@options.published_option
@options.model_option
@options.lexicon_option
@options.names_option
@options.input_format_option
@options.workers_option()
@options.archive_option
@click.option("--again", is_flag=True, help="Take in texts that were removed from the archive before.")
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
    archive_path: str | None,
    again: bool,
) -> None:
    """Read each INPUT as `memcon read` does and keep its record in the archive, which is made where there is none.

    One line a report says what became of it, when it is safe on the disk: added, unchanged (it is there already, and is
    not read again), new version (the text of a page that is there has changed; both are kept), or removed (it was taken
    out by `memcon remove`). Two texts are versions of one page where they have the same address, or the same path or id
    and much the same words.

    --format jsonl gives {"id", "name", "outcome", "version"} a report.

    Exit status: 0 all kept; 1 some inputs failed or the archive takes no more; 2 the call was wrong.
    """
    tally = Tally()
    outcomes: Counter[str] = Counter()
    tell = teller(form, outcomes)
    with opened(archive_path, create=True) as archive:
        came = documents(inputs, form=input_format, published=published, notice=remark)
        fresh = _fresh(archive, came, tell, again=again)
        read = records(fresh, model=model, lexicon=lexicon, names=names, workers=workers)
        for answer in tally.heard(counted(read, "reports")):
            if isinstance(answer, Record):
                tell(archive.add(answer, key_of(answer.document), again=again))
            elif form == "jsonl":
                write_json(as_error(answer))
    click.echo(in_words(outcomes), err=True)
    ctx.exit(tally.status)


def _fresh(
    archive: Archive, came: Iterator[Document | SourceError], tell: Callable[[Added], None], *, again: bool
) -> Iterator[Document | SourceError]:
    """What must be read; the others are told of at once."""
    for item in came:
        found = archive.status(item, key_of(item), again=again) if isinstance(item, Document) else None
        if found:
            tell(found)
        else:
            yield item


def teller(form: str, outcomes: Counter[str]) -> Callable[[Added], None]:
    """A function that prints what became of a report and counts it."""

    def tell(added: Added) -> None:
        outcomes[added.outcome] += 1
        if form == "jsonl":
            write_json({"id": added.id, "name": added.name, "outcome": added.outcome, "version": added.version})
        else:
            write(f"{added.id or '-':<6} {added.outcome:<11} {one_line(added.name)}\n")

    return tell


def in_words(outcomes: Counter[str]) -> str:
    """How many reports came to what: “3 added, 1 unchanged”."""
    order = ("added", "new version", "read anew", "unchanged", "removed")
    parts = [f"{outcomes[name]:,} {_plural(name, outcomes[name])}" for name in order if outcomes[name]]
    return ", ".join(parts) or "nothing added"


def _plural(name: str, count: int) -> str:
    if name == "removed":
        return "left out (removed before; --again takes them in)"
    return f"{name}s" if name == "new version" and count != 1 else name
