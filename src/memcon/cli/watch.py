"""``memcon watch``: feeds are asked again and again, and what is new in them is kept."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from memcon.archive import Added, Archive, QueryError
from memcon.archive.query import parse
from memcon.cli import options
from memcon.cli.add import in_words
from memcon.cli.archives import key_of, opened
from memcon.cli.output import complain, one_line, write, write_json
from memcon.cli.stream import reading
from memcon.record import Document, Record
from memcon.sources import SourceError, Unreadable
from memcon.sources.fetching import Fetcher
from memcon.sources.watching import Memories, new_in

EXAMPLES = """\b
Examples
  memcon watch https://press.un.org/en/rss.xml
  memcon watch --once --format jsonl https://www.example.org/feed.atom
  memcon watch --alert "type:THREATEN from:PRK" --alert-file alerts.jsonl FEED...
"""

Read = Callable[[Document], Record | SourceError]


@click.command("watch", epilog=EXAMPLES)
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@options.format_option("text", "jsonl")
@options.archive_option
@options.model_option
@options.lexicon_option
@options.names_option
@click.option(
    "--every",
    metavar="MINUTES",
    type=click.FloatRange(min=1),
    default=15,
    show_default=True,
    help="How long to wait from one round to the next.",
)
@click.option("--once", is_flag=True, help="One round, then end; for a system's own timer.")
@click.option("--alert", "alerts", metavar="QUERY", multiple=True, help="Tell when a new report has what QUERY finds.")
@click.option(
    "--saved",
    "saved",
    metavar="NAME",
    multiple=True,
    help="The same for a query kept with `memcon search --save` or in the reading room.",
)
@click.option(
    "--alert-file",
    metavar="FILE",
    type=click.Path(dir_okay=False, writable=True),
    help="Write the alerts to FILE as JSON lines, too.",
)
@click.pass_context
def command(
    ctx: click.Context,
    feeds: tuple[str, ...],
    form: str,
    archive_path: str | None,
    model: str | None,
    lexicon: str | None,
    names: str | None,
    every: float,
    once: bool,
    alerts: tuple[str, ...],
    saved: tuple[str, ...],
    alert_file: str | None,
) -> None:
    """Ask each FEED (RSS or Atom) for what is new, read it and keep its record in the archive, round after round.

    Where a feed only announces a report, its page is fetched. One line a report says what came in, as `memcon add`
    does. What was dealt with is remembered in a file beside the archive (its name with .watch.json), so that a stop
    loses nothing and repeats nothing. A feed that fails is named, and asked again in the next round.

    QUERY is what `memcon search` takes. An alert (--alert, --saved) names the query, the report and each finding.
    --format jsonl gives {"id", "name", "outcome", "version"} a report and {"alert", "report", "name", "hits"} an alert.

    Ctrl-C ends it between two reports.

    Exit status: 0 ended, and with --once all was read; 1 with --once, some feeds or reports failed; 2 the call was
    wrong.
    """
    for query in alerts:
        _checked(query)
    with opened(archive_path, create=True) as archive, _stoppable():
        alerts += tuple(archive.saved_query(name) for name in saved)
        watch = _Watch(archive, form, alerts, alert_file, reading(model, lexicon, names))
        try:
            while True:
                watch.round(feeds)
                if once:
                    break
                click.echo(
                    f"{datetime.now():%H:%M}  {in_words(watch.outcomes)}; next round in {every:g} minutes", err=True
                )
                time.sleep(every * 60)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
        finally:
            watch.close()
        click.echo(in_words(watch.outcomes), err=True)
    ctx.exit(1 if once and watch.failed else 0)


class _Watch:
    """The rounds of one call."""

    def __init__(
        self, archive: Archive, form: str, alerts: tuple[str, ...], alert_file: str | None, read: Read
    ) -> None:
        self.outcomes: Counter[str] = Counter()
        self.failed = False
        self._archive, self._form, self._alerts, self._alert_file = archive, form, alerts, alert_file
        self._read = read
        self._memories = Memories(Path(f"{archive.path}.watch.json"))
        self._fetcher = fetcher()

    def round(self, feeds: tuple[str, ...]) -> None:
        """Ask every feed once."""
        for feed in feeds:
            try:
                for item in new_in(feed, self._memories.of(feed), self._fetcher):
                    self._take(item)
                    self._memories.save()
            except Unreadable as problem:
                self._complain(SourceError(feed, feed, str(problem)))
            self._memories.save()

    def close(self) -> None:
        self._memories.save()
        self._fetcher.close()

    def _take(self, item: Document | SourceError) -> None:
        """Read one item and keep it, before the next is asked for."""
        if isinstance(item, SourceError):
            self._complain(item)
            return
        key = key_of(item)
        known = self._archive.status(item, key)
        if known:
            self._tell(known)
            return
        answer = self._read(item)
        if isinstance(answer, SourceError):
            self._complain(answer)
            return
        added = self._archive.add(answer, key)
        self._tell(added)
        if added.id:
            self._alert(added)

    def _tell(self, added: Added) -> None:
        self.outcomes[added.outcome] += 1
        if self._form == "jsonl":
            write_json({"id": added.id, "name": added.name, "outcome": added.outcome, "version": added.version})
        elif added.outcome != "unchanged":
            write(f"{added.id or '-':<6} {added.outcome:<11} {one_line(added.name)}\n")

    def _alert(self, added: Added) -> None:
        for query in self._alerts:
            try:
                hits = [hit for hit in self._archive.search(query, limit=None) if hit.report == added.id]
            except QueryError:
                continue  # a party that the archive has not met yet
            if not hits:
                continue
            alert: dict[str, Any] = {
                "alert": query,
                "report": added.id,
                "name": added.name,
                "hits": [hit.as_json() for hit in hits],
            }
            if self._alert_file:
                with open(self._alert_file, "a", encoding="utf-8") as stream:
                    stream.write(json.dumps(alert, ensure_ascii=False) + "\n")
            if self._form == "jsonl":
                write_json(alert)
                continue
            write(f"ALERT  {one_line(query)}\n")
            for text in dict.fromkeys(one_line(hit.text) for hit in hits):
                write(f"       {text}\n")

    def _complain(self, problem: SourceError) -> None:
        self.failed = True
        complain(problem)


def fetcher() -> Fetcher:
    """What fetches the feeds: the public web, politely."""
    return Fetcher()


def _checked(query: str) -> None:
    try:
        parse(query)
    except QueryError as problem:
        raise click.BadParameter(f"{query!r}: {problem}", param_hint="--alert") from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """A system that ends the program is heard as Ctrl-C is."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
