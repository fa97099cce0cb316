"""Who is who: people with their offices, states and bodies with their codes."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.page.marks import VERDICT_STYLE
from memcon.cli.page.sheet import Sheet
from memcon.record import Actor, Record
from memcon.wording.names import is_described

_MOST_PEOPLE = 15
_MOST_OTHERS = 12
_KINDS = (("States", ("state",)), ("Bodies", ("organization",)), ("Others", ("office", "group")))


def who_is_who(sheet: Sheet) -> Iterator[RenderableType]:
    """The people first, each with office, verdict and code; then states, bodies and the rest as lists."""
    used = set(_referred_to(sheet.record))
    byline = sheet.record.document.byline
    actors = [
        actor
        for actor in sheet.record.actors
        if actor.name != byline and ((actor.id in used and actor.code) or not is_described(actor))
    ]
    people = [actor for actor in actors if actor.kind == "person"]
    most = len(people) if sheet.full else _MOST_PEOPLE
    if sheet.has_margin:
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(overflow="fold", max_width=40)
        grid.add_column(overflow="fold")
        for actor in people[:most]:
            grid.add_row(Text(sheet.show(actor.name), style="bold"), _offices(actor, sheet))
        if people:
            yield grid
    else:
        for actor in people[:most]:
            what = _offices(actor, sheet)
            rest = [Padding(what, (0, 0, 0, 2))] if what else []
            yield Group(Text(sheet.show(actor.name), style="bold"), *rest)
    yield from sheet.rest(len(people) - most, "people")
    for title, kinds in _KINDS:
        yield from _listed(title, [actor for actor in actors if actor.kind in kinds], sheet)


def _offices(actor: Actor, sheet: Sheet) -> Text:
    what = Text()
    for office in actor.offices:
        what.append("; " if what else "")
        what.append(sheet.show(", ".join(filter(None, (office.title, office.body)))))
        verdict = office.check.verdict if office.check else None
        if office.check and verdict and verdict != "not_covered":
            what.append(f" {sheet.signs.verdict(verdict)}", style=VERDICT_STYLE[verdict])
            if verdict in ("contradicted", "disputed"):
                what.append(f" ({sheet.show(office.check.why)})", style="dim")
    if actor.code:
        what.append(f"{'  ' if what else ''}{actor.code}", style="dim")
    return what


def _listed(title: str, actors: list[Actor], sheet: Sheet) -> Iterator[RenderableType]:
    most = len(actors) if sheet.full else _MOST_OTHERS
    line = Text(f"{title}: ", style="dim")
    for number, actor in enumerate(actors[:most]):
        line.append(", " if number else "", style="not dim")
        line.append(sheet.show(actor.name), style="not dim")
        line.append(f" {actor.code}" if actor.code else "")
    if len(actors) > most:
        line.append(f" and {len(actors) - most} more")
    if actors:
        yield line


def _referred_to(record: Record) -> Iterator[str | None]:
    """The ids of the actors that events, statements and facts name."""
    for event in record.events:
        yield from (*event.source, *event.target, *event.reported_by)
    for statement in record.statements:
        yield from (statement.speaker, statement.addressee, *statement.via)
    for fact in record.facts:
        yield from (fact.subject, fact.object)
