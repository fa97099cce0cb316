"""Who said what: speaker, how, to whom, by way of whom, and the words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.cli.page.sheet import Sheet
from memcon.record import Dated, Event, Statement
from memcon.wording.days import when
from memcon.wording.names import capitalised
from memcon.wording.quoting import own_words

_MOST_STATEMENTS = 15
_MOST_WORDS = 40
_QUOTATION_MARKS = ' “”„«»,"'
# These take whom they are said to without a “to”.
_TAKES_A_PERSON = frozenset(("told", "tells", "assured", "informed", "reminded", "asked", "urged", "warned", "advised"))


def said(sheet: Sheet) -> Iterator[RenderableType]:
    """The statements in the order of the text, without those whose words an event shows already."""
    shown = [statement for statement in sheet.record.statements if sheet.full or not _stands_above(statement, sheet)]
    most = len(shown) if sheet.full else _MOST_STATEMENTS
    for statement in shown[:most]:
        yield _statement(statement, sheet)
    yield from sheet.rest(len(shown) - most, "statements")


def _statement(statement: Statement, sheet: Sheet) -> RenderableType:
    speaker = sheet.show(statement.speaker_text.text) if statement.speaker_text else ""
    speaker = sheet.name(statement.speaker) if statement.speaker else speaker
    cue = sheet.show(statement.cue.text) if statement.cue else ""
    cue = f"did {cue}" if cue.startswith("not ") else cue
    if cue.lower() == "according to":
        line = Text("According to ").append(speaker, style="bold")
    else:
        line = Text(capitalised(speaker), style="bold")
        line.append(f" {cue}" if speaker else capitalised(cue), style="not bold")
    if statement.addressee:
        to = "" if cue.split()[-1:] and cue.split()[-1].lower() in _TAKES_A_PERSON else "to "
        line.append(f" {to}{sheet.name(statement.addressee)}", style="not bold")
    notes = [sheet.show(statement.occasion)] if statement.occasion else []
    notes += [when(statement.date)] if _is_another_day(statement.date, sheet) else []
    notes += ["by way of " + ", then ".join(map(sheet.name, statement.via))] if statement.via else []
    if notes:
        line.append(" " + sheet.show(f"({sheet.signs.dot.join(notes)})"), style="dim not bold")
    parts = [part.text for part in statement.content_parts] or [statement.content.text]
    if statement.form == "direct":
        # Two quotations with the cue between them stay two.
        content = "” “".join(part.strip(_QUOTATION_MARKS) for part in parts)
    else:
        content = " ".join(parts)
    content = sheet.shortened(content, _MOST_WORDS)
    if statement.form == "direct":
        content = sheet.show(f"“{content}”")
    return Group(line, Padding(Text(content, style="italic"), (0, 0, 0, 2)))


def _is_another_day(dated: Dated | None, sheet: Sheet) -> bool:
    published = sheet.record.document.published
    return bool(dated and dated.start and not (published and dated.start == published.start))


def _stands_above(statement: Statement, sheet: Sheet) -> bool:
    """Whether an event's row shows the same words: “criticised Russia over …”, or “(according to the White House)”."""
    if statement.form != "indirect":
        return False
    if any(_carries(statement, inner) for inner in sheet.record.statements):
        return True
    for event in sheet.record.events:
        quoted = own_words(event, sheet.record)
        if quoted.cut_before or not event.evidence.covers(statement.content):
            continue
        if statement.content.end > quoted.end + 1 and not quoted.text.endswith(statement.content.text.rstrip(" .,")):
            continue
        if _is_its_report(event, statement) or (statement.cue and event.predicate.overlaps(statement.cue)):
            return True
    return False


def _carries(outer: Statement, inner: Statement) -> bool:
    """Whether ``inner`` is all that ``outer`` reports: it is shown with “by way of”."""
    said = outer.content.text.rstrip(' .”"')
    return (
        outer is not inner
        and outer.speaker is not None
        and outer.speaker in inner.via
        and outer.content.covers(inner.content)
        and said.endswith(inner.content.text.rstrip(' .”"'))
    )


def _is_its_report(event: Event, statement: Statement) -> bool:
    return bool(statement.speaker and statement.speaker in event.reported_by)
