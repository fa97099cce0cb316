"""The page of a record: its heading, what happened, who said what, what was told in passing, who is who, the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.page.background import in_passing
from memcon.cli.page.events import ahead, denied, happened
from memcon.cli.page.marks import VERDICT_STYLE
from memcon.cli.page.people import who_is_who
from memcon.cli.page.sheet import Sheet
from memcon.cli.page.statements import said
from memcon.record import Record, Span
from memcon.wording.days import BASIS, interval
from memcon.wording.words import VERDICT_WORD


def page(record: Record, console: Console, *, full: bool = False) -> RenderableType:
    """The whole page of a record; ``full`` leaves nothing out."""
    sheet = Sheet(record, console, full=full)
    sections = (
        ("WHAT HAPPENED", happened(sheet)),
        ("DENIED, OR DID NOT HAPPEN", denied(sheet)),
        ("AHEAD", ahead(sheet)),
        ("WHO SAID WHAT", said(sheet)),
        ("TOLD IN PASSING", in_passing(sheet)),
        ("WHO IS WHO", who_is_who(sheet)),
        ("NOT READ", unread(sheet)),
    )
    parts: list[RenderableType] = [heading(sheet)]
    for title, found in sections:
        rows = list(found)
        if rows:
            parts += [Text(), Text(title, style="bold"), *(Padding(row, (0, 0, 0, 2)) for row in rows)]
    if not record.events and not record.statements and not record.facts:
        parts += [Text(), Text("Nothing was found in this text: no event, no statement, no dated fact.", style="dim")]
    return Group(*parts)


def heading(sheet: Sheet) -> RenderableType:
    """Title, where and when it came out, what was found, and what in it does not fit together."""
    document = sheet.record.document
    notes = [f"by {document.byline}"] if document.byline else []
    notes += [document.outlet] if document.outlet else []
    dated = document.published
    if dated and dated.start:
        basis = "" if dated.basis == "stated" else f" ({BASIS.get(dated.basis, dated.basis)})"
        notes.append(f"published {interval(dated.start, dated.end)}{basis}")
    else:
        notes.append("day of publication unknown: give it with --published")
    lines = [Text(sheet.show(document.title or document.id), style="bold")]
    lines.append(Text(sheet.show(sheet.signs.dot.join(notes)), style="dim"))
    lines += [Text(sheet.show(dated.why), style="dim")] if dated and dated.why and dated.basis == "inferred" else []
    lines.append(_found(sheet))
    for expression in sheet.record.dates:
        if expression.note:
            note = f"! the text says “{expression.text}”, but {expression.note}"
            lines.append(Text(sheet.show(note), style="yellow"))
    return Group(*filter(None, lines))


def _found(sheet: Sheet) -> Text:
    """What the page holds, in numbers: “6 events, 4 statements, 5 facts (✓ 2 supported)”."""
    record = sheet.record
    several = ((record.events, "event"), (record.statements, "statement"), (record.facts, "fact"))
    line = Text(", ".join(_counted(len(found), what) for found, what in several if found), style="dim")
    verdicts = Counter(fact.check.verdict for fact in record.facts if fact.check)
    told = [verdict for verdict in VERDICT_WORD if verdicts[verdict]]
    for number, verdict in enumerate(told):
        line.append(": " if not number else "  ")
        line.append(sheet.signs.verdict(verdict), style=VERDICT_STYLE[verdict])
        line.append(f" {verdicts[verdict]} {VERDICT_WORD[verdict]}")
    return line


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def unread(sheet: Sheet) -> Iterator[RenderableType]:
    """How many sentences gave nothing; which, on a full page."""
    coverage = sheet.record.coverage
    left = [span for span in coverage.unread if not _is_heading(span, sheet)]
    if not left:
        return
    total = coverage.sentences - len(coverage.unread) + len(left)
    of_all = f"{len(left)} of {_counted(total, 'sentence')} gave nothing"
    yield Text(
        f"{of_all}:" if sheet.full else f"{of_all}; --full shows {'it' if len(left) == 1 else 'them'}", style="dim"
    )
    for span in left if sheet.full else ():
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=1, style="dim")
        grid.add_column(ratio=1, overflow="fold", style="dim")
        grid.add_row("-", Text(sheet.show(span.text)))
        yield grid


def _is_heading(span: Span, sheet: Sheet) -> bool:
    """A byline, the place in a dateline or a line of signs, which is no sentence although it stands alone."""
    words = span.text.strip()
    byline = sheet.record.document.byline
    if words.isupper() or not any(map(str.isalpha, words)):
        return True
    return bool(byline and words.lower().startswith("by ") and byline in words)
