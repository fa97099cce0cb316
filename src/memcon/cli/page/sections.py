"""The sections of a page: what happened, who said what, what was told in passing, who is meant, what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.page.days import BASIS, interval, when
from memcon.cli.page.marks import STATUS_STYLE, Marks, marks_for, shown
from memcon.cli.page.names import listed, namer
from memcon.cli.page.verdicts import fact_row
from memcon.cli.page.words import STATUS_NOTE, sentence
from memcon.record import Actor, Event, Record, Statement

# Below this width the date stands above what happened instead of beside it.
_ROOM_FOR_A_MARGIN = 64
_MARGIN = 16
_MOST_WORDS = 40
_MOST_UNREAD = 12


def page(record: Record, console: Console) -> RenderableType:
    """The whole page of a record."""
    sheet = _Sheet(record, console)
    sections = (
        ("WHAT HAPPENED", sheet.happened()),
        ("WHO SAID WHAT", sheet.said()),
        ("TOLD IN PASSING", sheet.in_passing()),
        ("WHO IS MEANT", sheet.meant()),
        ("NOT READ", sheet.unread()),
    )
    parts: list[RenderableType] = [sheet.heading()]
    for title, found in sections:
        rows = list(found)
        if rows:
            parts += [Text(), Text(title, style="bold"), *rows]
    if not record.events and not record.statements and not record.facts:
        parts += [Text(), Text("Nothing was found in this text: no event, no statement, no dated fact.", style="dim")]
    return Group(*parts)


class _Sheet:
    """One record on its way to one console."""

    def __init__(self, record: Record, console: Console) -> None:
        self.record = record
        self.console = console
        self.width = console.width
        self.signs: Marks = marks_for(console)
        self.name: Callable[[str], str] = namer(record, console)

    def show(self, text: str) -> str:
        return shown(text, self.console)

    def names(self, ids: tuple[str, ...]) -> str:
        return listed(self.name(id) for id in ids)

    # ---- the heading

    def heading(self) -> RenderableType:
        document = self.record.document
        title = Text(self.show(document.title or document.id), style="bold underline")
        notes = [self.show(f"by {document.byline}")] if document.byline else []
        if document.outlet:
            notes.append(self.show(document.outlet))
        if document.published and document.published.start:
            day = interval(document.published.start, document.published.end)
            basis = BASIS.get(document.published.basis)
            notes.append(f"published {day}" + (f" ({basis})" if basis else ""))
            why = document.published.why if document.published.basis == "inferred" else None
        else:
            notes.append("day of publication unknown")
            why = None
        lines = [title, Text(self.signs.dot.join(notes), style="dim")]
        if why:
            lines.append(Text(self.show(why), style="dim"))
        return Group(*lines)

    # ---- what happened

    def happened(self) -> Iterator[RenderableType]:
        events = [event for event in self.record.events if not event.background]
        parts: dict[str, list[Event]] = {}
        ids = {event.id for event in events}
        for event in events:
            if event.part_of in ids:
                parts.setdefault(str(event.part_of), []).append(event)
        before: str | None = None
        for event in events:
            if event.part_of in ids:
                continue
            day = self.day(event)
            yield self.dated(
                day if day != before else "", self.event(event), self.basis(event) if day != before else ""
            )
            before = day
            for number, part in enumerate(parts.get(event.id, ()), 1):
                yield self.dated("", self.branch(self.event(part), number == len(parts[event.id])), "")

    def event(self, event: Event) -> RenderableType:
        who, what, whom = sentence(event, self.names(event.source), self.names(event.target))
        line = Text(who, style="bold" if event.source else "dim")
        line.append(f" {what}", style=STATUS_STYLE.get(event.status, ""))
        if whom:
            line.append(" ").append(whom, style="bold" if event.target else "dim")
        if event.place:
            line.append(f" in {self.show(event.place.name)}")
        notes = self.notes(event)
        return Group(line, *([Text(notes, style="dim")] if notes else []))

    def notes(self, event: Event) -> str:
        notes = [f"“{self.show(event.predicate.text)}”"]
        if event.status != "happened":
            notes.insert(0, STATUS_NOTE[event.status])
        if event.topics:
            notes.append("about " + listed(map(self.show, event.topics)))
        for role, ids in event.roles.items():
            if ids:
                notes.append(f"{role.replace('_', ' ')}: {self.names(ids)}")
        if event.reported_by:
            notes.append(f"reported by {', in turn by '.join(self.name(id) for id in event.reported_by)}")
        return self.signs.dot.join(notes)

    def day(self, event: Event) -> str:
        return when(event.date) or "no date"

    def basis(self, event: Event) -> str:
        return BASIS.get(event.date.basis, "") if event.date and event.date.start else ""

    def dated(self, day: str, body: RenderableType, basis: str) -> RenderableType:
        """A date in the margin and what belongs to it; one above the other where there is no room."""
        if self.width < _ROOM_FOR_A_MARGIN:
            above = Text(day, style="cyan")
            if basis:
                above.append(f" ({basis})", style="dim")
            inner = Padding(body, (0, 0, 0, 2))
            return Group(above, inner) if day else inner
        margin = Text(self.show(day), style="cyan")
        if basis:
            margin.append(f"\n{basis}", style="dim")
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=_MARGIN)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(margin, body)
        return Padding(grid, (0, 0, 0, 2))

    def branch(self, body: RenderableType, last: bool) -> RenderableType:
        grid = Table.grid(expand=True)
        grid.add_column(width=2, style="dim")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(self.signs.last if last else self.signs.branch, body)
        return grid

    # ---- who said what

    def said(self) -> Iterator[RenderableType]:
        for statement in self.record.statements:
            yield Padding(self.statement(statement), (0, 0, 0, 2))

    def statement(self, statement: Statement) -> RenderableType:
        if statement.speaker:
            speaker = self.name(statement.speaker)
        else:
            speaker = self.show(statement.speaker_text.text) if statement.speaker_text else "somebody unnamed"
        line = Text(speaker, style="bold")
        if statement.cue:
            line.append(f" {self.show(statement.cue.text)}")
        notes = []
        if statement.addressee:
            notes.append(f"to {self.name(statement.addressee)}")
        if statement.occasion:
            notes.append(self.show(statement.occasion))
        if when(statement.date):
            notes.append(when(statement.date))
        if statement.via:
            notes.append(f"by way of {', then '.join(self.name(id) for id in statement.via)}")
        if notes:
            line.append(f" ({self.signs.dot.join(notes)})", style="dim")
        content = self.shortened(" ".join(part.text for part in statement.content_parts) or statement.content.text)
        if statement.form == "direct":
            content = f"“{content}”"
        return Group(line, Padding(Text(self.show(content), style="italic"), (0, 0, 0, 2)))

    def shortened(self, text: str) -> str:
        words = self.show(text).split()
        if len(words) <= _MOST_WORDS:
            return " ".join(words)
        return " ".join(words[:_MOST_WORDS]) + f" {self.signs.ellipsis}"

    # ---- told in passing

    def in_passing(self) -> Iterator[RenderableType]:
        for event in self.record.events:
            if event.background:
                yield self.dated(self.day(event), self.event(event), self.basis(event))
        for fact in self.record.facts:
            yield Padding(fact_row(fact, self.record, self.console), (0, 0, 0, 2))

    # ---- who is meant

    def meant(self) -> Iterator[RenderableType]:
        actors = [actor for actor in self.record.actors if actor.kind != "place"]
        if not actors:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(overflow="fold")
        grid.add_column(style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        for actor in actors:
            grid.add_row(Text(self.name(actor.id)), actor.code or "", self.offices(actor))
        yield Padding(grid, (0, 0, 0, 2))

    def offices(self, actor: Actor) -> Text:
        line = Text()
        for number, office in enumerate(actor.offices):
            line.append("; " if number else "")
            line.append(self.show(", ".join(filter(None, (office.title, office.body)))))
            if office.check:
                line.append(f" {self.signs.verdict(office.check.verdict)}")
        return line

    # ---- what was not read

    def unread(self) -> Iterator[RenderableType]:
        unread = self.record.coverage.unread
        if not unread:
            return
        total = self.record.coverage.sentences
        gave = "gave nothing" if len(unread) != total else "gave nothing at all"
        yield Padding(Text(f"{len(unread)} of {total} sentences {gave}", style="dim"), (0, 0, 0, 2))
        for span in unread[:_MOST_UNREAD]:
            grid = Table.grid(padding=(0, 1, 0, 0))
            grid.add_column(width=1, style="dim")
            grid.add_column(ratio=1, overflow="fold", style="dim")
            grid.add_row("-", self.shortened(span.text))
            yield Padding(grid, (0, 0, 0, 2))
        if len(unread) > _MOST_UNREAD:
            yield Padding(Text(f"and {len(unread) - _MOST_UNREAD} more", style="dim"), (0, 0, 0, 2))
