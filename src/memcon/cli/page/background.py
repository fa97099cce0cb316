"""What a report tells in passing of other times: events and dated facts in order of time, facts with their verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding

from memcon.cli.page.events import event_row
from memcon.cli.page.facts import alike, fact_row
from memcon.cli.page.sheet import Sheet
from memcon.record import Event, Fact
from memcon.wording.words import day_of

_MOST_ROWS = 20
_LAST = "9999"
_Key = tuple[bool, str]


def in_passing(sheet: Sheet) -> Iterator[RenderableType]:
    """Background events and facts, the earliest first and the undated last; what is contradicted before all."""
    facts = [fact for fact in sheet.record.facts if not _told_elsewhere(fact, sheet)]
    events = [event for event in sheet.record.events if event.background and not _is_told_as_a_fact(event, facts)]
    rows: list[tuple[_Key, Event | list[Fact]]] = [(_key(group[0]), group) for group in alike(facts, reasons_too=False)]
    rows += [(_key(event), event) for event in events]
    rows.sort(key=lambda row: row[0])
    most = len(rows) if sheet.full else _MOST_ROWS
    for _, row in rows[:most]:
        if isinstance(row, Event):
            yield sheet.dated(row.date, Padding(event_row(row, sheet), (0, 0, 0, 2)))
        else:
            yield sheet.row(sheet.show(day_of(row[0])), fact_row(row, sheet.record, sheet.console, dated=False))
    yield from sheet.rest(len(rows) - most, "told in passing")


def _told_elsewhere(fact: Fact, sheet: Sheet) -> bool:
    """Whether the page says it already: beside a person, or as an event of the day that no table can check."""
    if _told_with_the_person(fact, sheet):
        return True
    unchecked = fact.check is None or fact.check.verdict == "not_covered"
    return (
        unchecked
        and not sheet.full
        and any(fact.evidence.overlaps(event.predicate) for event in sheet.record.events if not event.background)
    )


def _told_with_the_person(fact: Fact, sheet: Sheet) -> bool:
    """An office without dates, which stands beside the person's name with its mark."""
    if fact.relation != "holds_office" or fact.start or fact.end or fact.negated:
        return False
    if fact.check and fact.check.verdict in ("contradicted", "disputed"):
        return False
    holder = next((actor for actor in sheet.record.actors if actor.id == fact.subject), None)
    return holder is not None and any(office.title == fact.value for office in holder.offices)


def _is_told_as_a_fact(event: Event, facts: list[Fact]) -> bool:
    """Whether a fact from the same words on the same day says it too, with its verdict."""
    day = event.date.start if event.date else None
    return any(fact.evidence.overlaps(event.predicate) and fact.start == day for fact in facts)


def _key(row: Event | Fact) -> _Key:
    wrong = isinstance(row, Fact) and row.check is not None and row.check.verdict == "contradicted"
    start = (row.date.start or row.date.end) if isinstance(row, Event) and row.date else None
    if isinstance(row, Fact):
        start = row.start or row.end
    return (not wrong, start or _LAST)
