"""The sections of a page: what happened, who said what, what was told in passing, who is meant, what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.page.days import BASIS, interval, when
from memcon.cli.page.marks import STATUS_STYLE, Marks, marks_for, shown
from memcon.cli.page.names import capitalised, is_plural, listed, namer
from memcon.cli.page.verdicts import alike, fact_row, legend
from memcon.cli.page.wording import STATUS_NOTES
from memcon.cli.page.words import event_in_words
from memcon.record import Actor, Event, Fact, Record, Span, Statement

# Below this width the date stands above what happened instead of beside it.
_ROOM_FOR_A_MARGIN = 64
_MARGIN = 14
_MOST_WORDS = 40
_MOST_UNREAD = 8
_UNSURE = 0.4
_QUOTATION_MARKS = ' “”„«»,"'


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
            parts += [Text(), Text(title, style="bold"), *(Padding(row, (0, 0, 0, 2)) for row in rows)]
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
        self.used = set(_referred_to(record))
        self.name: Callable[[str], str] = namer(record, console)

    def show(self, text: str) -> str:
        return shown(text, self.console)

    def names(self, ids: tuple[str, ...]) -> str:
        return listed(self.name(id) for id in ids)

    def actors(self, ids: tuple[str, ...]) -> list[Actor]:
        return [actor for actor in self.record.actors if actor.id in ids]

    def shortened(self, text: str) -> str:
        words = self.show(text).split()
        if len(words) <= _MOST_WORDS:
            return " ".join(words)
        return " ".join(words[:_MOST_WORDS]) + f" {self.signs.ellipsis}"

    # ---- the heading

    def heading(self) -> RenderableType:
        document = self.record.document
        notes = [f"by {document.byline}"] if document.byline else []
        notes += [document.outlet] if document.outlet else []
        dated = document.published
        if dated and dated.start:
            basis = "" if dated.basis == "stated" else f" ({BASIS.get(dated.basis, dated.basis)})"
            notes.append(f"published {interval(dated.start, dated.end)}{basis}")
        else:
            notes.append("day of publication unknown: give it with --published")
        lines = [Text(self.show(document.title or document.id), style="bold")]
        lines.append(Text(self.show(self.signs.dot.join(notes)), style="dim"))
        if dated and dated.why and dated.basis == "inferred":
            lines.append(Text(self.show(dated.why), style="dim"))
        return Group(*lines)

    # ---- what happened

    def happened(self) -> Iterator[RenderableType]:
        events = [event for event in self.record.events if not event.background]
        wholes = {event.id for event in events if event.part_of is None}
        before: str | None = None
        for event in events:
            if event.part_of in wholes:
                continue
            day = _day(event)
            yield self.dated(event, self.event(event), again=day == before)
            before = day
            parts = [part for part in events if part.part_of == event.id]
            for part in parts:
                told = self.exchange(part, event)
                yield self.dated(part, self.branch(told, last=part is parts[-1]), again=True)

    def event(self, event: Event) -> RenderableType:
        several = len(event.source) > 1 or any(is_plural(actor) for actor in self.actors(event.source))
        said = event_in_words(event, self.names(event.target), several=several)
        line = Text(capitalised(self.names(event.source) or "somebody"), style="bold" if event.source else "dim")
        line.append(f" {said.what}", style=STATUS_STYLE.get(event.status, "not bold"))
        if said.whom:
            line.append(" ").append(said.whom, style="bold")
        if said.rest:
            line.append(f" {said.rest}", style="not bold")
        if event.place:
            line.append(f" in {self.show(event.place.name)}", style="not bold")
        return self.noted(line, event)

    def exchange(self, part: Event, whole: Event) -> RenderableType:
        """What passed at a meeting; that they met is not said again."""
        same = set(part.source + part.target) <= set(whole.source + whole.target)
        if part.type == "CONSULT" and same:
            topics = f"about {listed(map(self.show, part.topics))}" if part.topics else ""
            return self.noted(Text(f"They talked {topics}".strip()), part, topics=False)
        return self.event(part)

    def noted(self, line: Text, event: Event, *, topics: bool = True) -> RenderableType:
        notes = [] if event.status == "happened" else [STATUS_NOTES[event.status]]
        predicate = self.show(event.predicate.text)
        if predicate.lower() not in line.plain.lower():
            notes.append(f"“{predicate}”")
        if topics and event.topics:
            notes.append("about " + listed(map(self.show, event.topics)))
        notes += [f"{role.replace('_', ' ')}: {self.names(ids)}" for role, ids in event.roles.items() if ids]
        if event.reported_by:
            notes.append("reported by " + ", in turn by ".join(map(self.name, event.reported_by)))
        if event.confidence < _UNSURE:
            notes.append("not sure")
        if not notes:
            return line
        return Group(line, Text(self.show(self.signs.dot.join(notes)), style="dim"))

    def dated(self, event: Event, body: RenderableType, *, again: bool) -> RenderableType:
        """A date in the margin and what belongs to it; one above the other where there is no room."""
        day = Text() if again else Text(self.show(_day(event)), style="cyan" if _is_dated(event) else "dim")
        basis = BASIS.get(event.date.basis, "") if event.date and _is_dated(event) and not again else ""
        if self.width < _ROOM_FOR_A_MARGIN:
            if again:
                return Padding(body, (0, 0, 0, 2))
            day.append(f" ({basis})" if basis else "", style="dim")
            return Group(day, Padding(body, (0, 0, 0, 2)))
        if basis:
            day.append(f"\n{basis}", style="dim")
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=_MARGIN)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(day, body)
        return grid

    def branch(self, body: RenderableType, *, last: bool) -> RenderableType:
        grid = Table.grid(expand=True)
        grid.add_column(width=len(self.signs.branch), style="dim")
        grid.add_column(ratio=1, overflow="fold")
        height = len(self.console.render_lines(body, self.console.options.update(width=self.inner_width())))
        rail = [self.signs.last if last else self.signs.branch]
        rail += [" " if last else self.signs.stem] * (height - 1)
        grid.add_row(Text("\n".join(rail)), body)
        return grid

    def inner_width(self) -> int:
        margin = 2 if self.width < _ROOM_FOR_A_MARGIN else _MARGIN + 2
        return max(10, self.width - 2 - margin - len(self.signs.branch))

    # ---- who said what

    def said(self) -> Iterator[RenderableType]:
        yield from map(self.statement, self.record.statements)

    def statement(self, statement: Statement) -> RenderableType:
        speaker = statement.speaker_text.text if statement.speaker_text else "somebody unnamed"
        speaker = self.name(statement.speaker) if statement.speaker else self.show(speaker)
        line = Text(capitalised(speaker), style="bold" if statement.speaker else "")
        if statement.cue:
            line.append(f" {self.show(statement.cue.text)}", style="not bold")
        notes = [f"to {self.name(statement.addressee)}"] if statement.addressee else []
        notes += [self.show(statement.occasion)] if statement.occasion else []
        notes += [when(statement.date)] if when(statement.date) else []
        notes += ["by way of " + ", then ".join(map(self.name, statement.via))] if statement.via else []
        if notes:
            line.append(" " + self.show(f"({self.signs.dot.join(notes)})"), style="dim not bold")
        content = " ".join(part.text for part in statement.content_parts) or statement.content.text
        content = self.shortened(content.strip(_QUOTATION_MARKS) if statement.form == "direct" else content)
        if statement.form == "direct":
            content = self.show(f"“{content}”")
        return Group(line, Padding(Text(content, style="italic"), (0, 0, 0, 2)))

    # ---- told in passing

    def in_passing(self) -> Iterator[RenderableType]:
        before: str | None = None
        for event in self.record.events:
            if event.background:
                yield self.dated(event, self.event(event), again=_day(event) == before)
                before = _day(event)
        facts = [fact for fact in self.record.facts if not self.told_with_the_person(fact)]
        for group in alike(facts):
            yield fact_row(group, self.record, self.console)
        if any(fact.check for fact in facts):
            yield legend(facts, self.console)

    def told_with_the_person(self, fact: Fact) -> bool:
        """An office without dates, which stands beside the person's name with its mark."""
        if fact.relation != "holds_office" or fact.start or fact.end or fact.negated:
            return False
        if fact.check and fact.check.verdict in ("contradicted", "disputed"):
            return False
        holder = next((actor for actor in self.record.actors if actor.id == fact.subject), None)
        return holder is not None and any(office.title == fact.value for office in holder.offices)

    # ---- who is meant

    def meant(self) -> Iterator[RenderableType]:
        actors = [actor for actor in self.record.actors if self.is_shown(actor)]
        people = [actor for actor in actors if actor.kind == "person"]
        if people:
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(overflow="fold")
            grid.add_column(overflow="fold")
            for actor in people:
                who = Text(self.show(actor.name), style="bold")
                what = Text()
                for office in actor.offices:
                    what.append("; " if what else "")
                    what.append(self.show(", ".join(filter(None, (office.title, office.body)))))
                    if office.check:
                        what.append(f" {self.signs.verdict(office.check.verdict)}")
                if actor.code:
                    what.append(f" ({actor.code})" if what else actor.code, style="dim")
                if self.width < _ROOM_FOR_A_MARGIN:
                    yield Group(who, *([Padding(what, (0, 0, 0, 2))] if what else []))
                else:
                    grid.add_row(who, what)
            if grid.row_count:
                yield grid
        for title, kinds in (("States", ("state",)), ("Bodies", ("organization",)), ("Others", ("office", "group"))):
            line = Text(f"{title}: ", style="dim")
            for actor in actors:
                if actor.kind in kinds:
                    line.append(", " if len(line) > len(title) + 2 else "", style="not dim")
                    line.append(self.show(actor.name), style="not dim")
                    line.append(f" {actor.code}" if actor.code else "")
            if len(line) > len(title) + 2:
                yield line

    def is_shown(self, actor: Actor) -> bool:
        """Not the report's own author, nor a mere description (“members”) to which nothing else refers."""
        return actor.name != self.record.document.byline and (actor.id in self.used or not actor.name[:1].islower())

    # ---- what was not read

    def unread(self) -> Iterator[RenderableType]:
        unread = [span for span in self.record.coverage.unread if not self.is_heading(span)]
        if not unread:
            return
        total = self.record.coverage.sentences - len(self.record.coverage.unread) + len(unread)
        yield Text(f"{len(unread)} of {total} sentences gave nothing:", style="dim")
        for span in unread[:_MOST_UNREAD]:
            grid = Table.grid(padding=(0, 1, 0, 0))
            grid.add_column(width=1, style="dim")
            grid.add_column(ratio=1, overflow="fold", style="dim")
            grid.add_row("-", Text(self.shortened(span.text)))
            yield grid
        if len(unread) > _MOST_UNREAD:
            yield Text(f"and {len(unread) - _MOST_UNREAD} more", style="dim")

    def is_heading(self, span: Span) -> bool:
        """A byline or the place in a dateline, which is no sentence although it stands alone."""
        words = span.text.strip()
        byline = self.record.document.byline
        return words.isupper() or bool(byline and words.lower().startswith("by ") and byline in words)


def _referred_to(record: Record) -> Iterator[str | None]:
    """The ids of the actors that events, statements and facts name."""
    for event in record.events:
        yield from (*event.source, *event.target, *event.reported_by)
    for statement in record.statements:
        yield from (statement.speaker, statement.addressee, *statement.via)
    for fact in record.facts:
        yield from (fact.subject, fact.object)


def _is_dated(event: Event) -> bool:
    return bool(event.date and (event.date.start or event.date.end))


def _day(event: Event) -> str:
    return when(event.date) or "no date"
