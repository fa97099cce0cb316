"""``memcon archive``: the archive itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from memcon.archive import TOGETHER, Added, Archive, ArchiveError, Difference, Fault
from memcon.cli import options
from memcon.cli.add import in_words, teller
from memcon.cli.archives import key_of, opened
from memcon.cli.history import as_json, line
from memcon.cli.output import Tally, one_line, write, write_json
from memcon.cli.progress import counted
from memcon.record import Document, Record
from memcon.sources import SourceError


@click.group("archive")
def command() -> None:
    """The archive itself: what it holds, whether it is sound, a backup, reading it anew, importing records."""


@command.command("info")
@options.format_option("text", "json")
@options.archive_option
def info_command(form: str, archive_path: str | None) -> None:
    """Say where the archive is, how large, and what it holds."""
    with opened(archive_path) as archive:
        told: dict[str, Any] = {"path": str(archive.path.absolute()), **archive.summary()}
    if form == "json":
        write_json(told)
        return
    write(f"{told['path']}\n")
    for name, value in told.items():
        if name == "read by":
            for made_by, count in value.items():
                write(f"  {count:>11,}  reports read by {one_line(made_by)}\n")
        elif isinstance(value, int):
            write(f"  {value:>11,}  {name}\n")
        elif name != "path" and value:
            write(f"  {value:>11}  {name}\n")


@command.command("verify")
@options.archive_option
@click.pass_context
def verify_command(ctx: click.Context, archive_path: str | None) -> None:
    """Check the file, and every span of every record against its text.

    Exit status: 0 all holds; 1 something does not, each thing named on a line of standard output.
    """
    sound = faults = 0
    with opened(archive_path) as archive:
        for found in counted(archive.verify(), "reports"):
            if isinstance(found, Fault):
                faults += 1
                write(one_line(str(found)) + "\n")
            else:
                sound += 1
    click.echo(f"{sound:,} reports hold, {faults:,} faults", err=True)
    ctx.exit(1 if faults else 0)


@command.command("backup")
@click.argument("path", type=click.Path())
@options.archive_option
def backup_command(path: str, archive_path: str | None) -> None:
    """Copy the archive to PATH, also while others add to it. PATH must not be there yet."""
    with opened(archive_path) as archive:
        target = archive.backup(path)
    click.echo(f"{target}: {target.stat().st_size:,} bytes")


@command.command("import")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@options.format_option("text", "jsonl")
@click.option("--again", is_flag=True, help="Take in texts that were removed from the archive before.")
@options.archive_option
@click.pass_context
def import_command(
    ctx: click.Context, inputs: tuple[str, ...], form: str, again: bool, archive_path: str | None
) -> None:
    """Keep records that `memcon read --format jsonl` made (FILE is JSON lines; - is standard input), or those of a run
    (FILE is the folder that `memcon run` wrote).

    Records are written 200 at a time; a line a report says what became of it when it is safe on the disk, as
    with `memcon add`. A record of a text that is there already replaces its reading; corrections stay.

    Exit status: 0 all kept; 1 some lines are no records or the archive takes no more; 2 the call was wrong.
    """
    tally = Tally()
    outcomes: Counter[str] = Counter()
    tell = teller(form, outcomes)
    with opened(archive_path, create=True) as archive:
        for added in counted(_imported(archive, tally.heard(_records(inputs)), again=again), "reports"):
            tell(added)
    click.echo(in_words(outcomes), err=True)
    ctx.exit(tally.status)


def _records(inputs: tuple[str, ...]) -> Iterator[Record | SourceError]:
    from memcon.record import RecordError, from_json

    for name in inputs:
        for number, row in enumerate(_rows(name), 1):
            if isinstance(row, SourceError):
                yield row
                continue
            where = f"{'standard input' if name == '-' else name}, line {number}"
            document = row.get("document")
            id = str(document.get("id", where)) if isinstance(document, dict) else where
            if "error" in row:
                yield SourceError(id, where, f"is no record but an error: {row['error']}")
                continue
            try:
                yield from_json(row)
            except (RecordError, TypeError, AttributeError) as problem:
                yield SourceError(id, where, f"is no record of memcon ({problem})")


def _rows(name: str) -> Iterator[Mapping[str, Any] | SourceError]:
    """The records of a file of JSON lines or of a run's folder, as JSON values."""
    if os.path.isdir(name):
        from memcon.corpus import records_in

        try:
            yield from records_in(name)
        except (OSError, ImportError) as problem:
            yield SourceError(name, name, str(problem))
        return
    from memcon.sources import rows

    yield from rows(name)


def _imported(archive: Archive, records: Iterable[Record | SourceError], *, again: bool) -> Iterator[Added]:
    waiting: list[tuple[Record, str]] = []
    for record in records:
        if isinstance(record, Record):
            waiting.append((record, key_of(record.document)))
        if len(waiting) >= TOGETHER:
            yield from archive.add_many(waiting, again=again)
            waiting = []
    if waiting:
        yield from archive.add_many(waiting, again=again)


@command.command("disagreements")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@options.format_option("text", "jsonl")
@options.archive_option
def disagreements_command(ids: tuple[str, ...], form: str, archive_path: str | None) -> None:
    """Say where the facts of a report (d12) differ from those of other reports in the archive.

    Compared is what can have but one day: who joined or founded what when, who recognised whom, since when somebody is
    in office; and what one report says and another denies.

    Exit status: 0 compared; 2 there is no such report or no archive.
    """
    with opened(archive_path) as archive:
        found = [each for id in ids for each in archive.disagreements(id)]
    for each in found:
        first, second = each.comparison.first.evidence.text, each.comparison.second.evidence.text
        if form == "jsonl":
            told = {"report": each.report, "other": each.other, "why": each.comparison.why}
            write_json({**told, "said": first, "said_elsewhere": second})
        else:
            write(f"{each.report} and {each.other}: {each.comparison.why}\n")
            write(f"  {each.report}: {one_line(first)}\n  {each.other}: {one_line(second)}\n")
    if not found and form == "text":
        click.echo("no other report says otherwise", err=True)


@command.command("reread")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@options.model_option
@options.lexicon_option
@options.names_option
@click.option("--all", "everything", is_flag=True, help="Also what this memcon, model and lexicon have read already.")
@click.option("--dry-run", is_flag=True, help="Only say what would be different.")
@click.option("--index", is_flag=True, help="Do not read; make the search index again from the texts.")
@options.format_option("text", "jsonl")
@options.archive_option
@click.pass_context
def reread_command(
    ctx: click.Context,
    ids: tuple[str, ...],
    model: str | None,
    lexicon: str | None,
    names: str | None,
    everything: bool,
    dry_run: bool,
    index: bool,
    form: str,
    archive_path: str | None,
) -> None:
    """Read the kept texts again, after an upgrade or with another model or lexicon, and list what is different.

    ID (d12) names reports; by default all that something else has read, with --names all. A line that begins with - is
    no longer read, with + is new, with ~ is read otherwise. What people decided stays as they left it. It can be
    stopped and called again: each report is one transaction.

    Exit status: 0 all read; 1 some failed and stay as they were; 2 the call was wrong.
    """
    failed = changed = count = 0
    with opened(archive_path) as archive:
        if index:
            archive.index_anew()
            click.echo("the index is made anew", err=True)
            return
        reader = _Reader(model, lexicon, names)
        stale = None if everything or ids or names else reader.made_by
        found = archive.reread(reader.read, ids=ids, stale=stale, keep=not dry_run)
        for difference in counted(found, "reports"):
            count += 1
            failed += difference.error is not None
            changed += not difference.is_none
            _tell(difference, form)
    would = "would be" if dry_run else "are"
    click.echo(f"{count:,} reports read, {changed - failed:,} {would} different, {failed:,} failed", err=True)
    ctx.exit(1 if failed else 0)


def _tell(difference: Difference, form: str) -> None:
    if difference.error:
        click.echo(f"memcon: {difference.report}: {one_line(difference.error)}", err=True)
    if difference.is_none:
        return
    if form == "jsonl":
        told = {"report": difference.report, "name": difference.name, "error": difference.error}
        changed = [{"before": before, "after": after} for before, after in difference.changed]
        write_json(told | {"gone": difference.gone, "new": difference.new, "changed": changed})
        return
    write(f"{difference.report}  {one_line(difference.name)}\n")
    for sign, lines in (("-", difference.gone), ("+", difference.new)):
        for item in lines:
            write(f"  {sign} {one_line(item)}\n")
    for before, after in difference.changed:
        write(f"  ~ {one_line(before)}\n    {one_line(after)}\n")


class _Reader:
    """Reads documents as `memcon read` does.  The model is loaded once."""

    def __init__(self, model: str | None, lexicon: str | None, names: str | None) -> None:
        from memcon.archive.packing import made_by
        from memcon.cli.stream import lexicon_of, names_of
        from memcon.corpus import Settings
        from memcon.corpus.reader import reader
        from memcon.language import ModelMissing

        if lexicon:
            lexicon_of(lexicon)
        if names:
            names_of(names)
        try:
            self._read = reader(Settings(model, lexicon, names))
        except ModelMissing as problem:
            raise click.UsageError(str(problem)) from None
        # What stands in a record as its maker is known from any record.
        self.made_by = made_by(next(iter(self._read([Document("", "Nothing.")]))))

    def read(self, documents: Iterable[Document]) -> Iterator[Record | Exception]:
        """The record of each document, or why it could not be read."""
        from memcon.corpus.reader import guarded

        for answer in guarded(list(documents), self._read):
            yield answer if isinstance(answer, Record) else ArchiveError(answer.message)


@command.command("corrections")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "plover"]),
    default="text",
    show_default=True,
    help="plover gives labelled events, a line a sentence, for memcon evaluate.",
)
@options.archive_option
def corrections_command(form: str, archive_path: str | None) -> None:
    """List what people decided, the oldest first; or export it as labelled data.

    --format plover gives the events that people accepted, edited or rejected as PLOVER JSON lines for
    `memcon evaluate`.
    """
    with opened(archive_path) as archive:
        if form == "plover":
            for row in archive.labelled():
                write_json(row)
            return
        for decision in archive.corrections():
            write_json(as_json(decision)) if form == "jsonl" else write(line(decision) + "\n")
