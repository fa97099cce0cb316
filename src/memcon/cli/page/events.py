"""The events of a page: who to whom, the text's own words, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from memcon.cli.page.marks import STATUS_STYLE
from memcon.cli.page.sheet import Sheet
from memcon.record import Event
from memcon.wording.labels import is_mutual, kind_of, section_of, status_of
from memcon.wording.names import listed
from memcon.wording.quoting import MOST_WORDS, own_words

_MOST_EVENTS = 25
_UNSURE = 0.4
_LAST = "9999"


def happened(sheet: Sheet) -> Iterator[RenderableType]:
    """The report's own events in its order, what passed at a meeting under the meeting."""
    yield from _told(sheet, "happened")


def denied(sheet: Sheet) -> Iterator[RenderableType]:
    """What the report says did not happen, or what somebody denies."""
    yield from _told(sheet, "denied")


def ahead(sheet: Sheet) -> Iterator[RenderableType]:
    """What is planned, put off or only possible, by its day."""
    yield from _told(sheet, "ahead")


def _told(sheet: Sheet, section: str) -> Iterator[RenderableType]:
    events = [event for event in sheet.record.events if not event.background]
    wholes = {event.id for event in events if event.part_of is None}
    heads = [event for event in events if event.part_of not in wholes and section_of(event) == section]
    if section == "ahead":
        heads.sort(key=lambda event: (event.date and event.date.start) or _LAST)
    rows = 0
    for number, event in enumerate(heads):
        if rows >= _MOST_EVENTS and not sheet.full:
            yield from sheet.rest(len(heads) - number, "events")
            return
        parts = [part for part in events if part.part_of == event.id]
        rows += 1 + len(parts)
        yield sheet.dated(event.date, event_row(event, sheet))
        for part in parts:
            body = event_row(part, sheet, whole=event)
            yield sheet.dated(part.date, sheet.branch(body, last=part is parts[-1]), shown_already=True)


def event_row(event: Event, sheet: Sheet, *, whole: Event | None = None) -> RenderableType:
    """Who to whom with the kind of event, and under it the text's own words; ``whole`` is the meeting it is part of."""
    line = parties(event, sheet, whole)
    line.append(sheet.signs.dot if line else "", style="dim not bold")
    status = status_of(event)
    line.append(f"{status} " if status else "", style=f"not bold {STATUS_STYLE.get(status, '')}".strip())
    line.append(kind_of(event), style="dim not bold")
    if event.place:
        line.append(sheet.show(f", {event.place.name}"), style="dim not bold")
    quoted = own_words(event, sheet.record, most=None if sheet.full else MOST_WORDS)
    words = Text(sheet.show(f"“{quoted.shown(sheet.signs.ellipsis)}”"))
    notes = list(_notes(event, sheet, words.plain))
    if notes:
        words.append(" ").append(sheet.show(f"({'; '.join(notes)})"), style="dim")
    return Group(line, words)


def parties(event: Event, sheet: Sheet, whole: Event | None = None) -> Text:
    """“Joe Biden (USA) ↔ Vladimir Putin (RUS)”; a side that the text does not name stays blank."""
    line = Text(style="bold")
    if whole and kind_of(event) == "talks" and set(event.source + event.target) <= set(whole.source + whole.target):
        return line
    tags = sheet.tags if whole is None else sheet.bare
    source, target = tags(event.source), tags(event.target)
    line.append(source)
    if target:
        line.append(" " if source else "").append(sheet.signs.both if is_mutual(event) else sheet.signs.arrow, "dim")
        line.append(f" {target}")
    return line


def _notes(event: Event, sheet: Sheet, words: str) -> Iterator[str]:
    if event.reported_by:
        yield "according to " + ", by way of ".join(map(sheet.name, event.reported_by))
    topics = [topic for topic in event.topics if topic.lower() not in words.lower()]
    if topics and words.count(sheet.signs.ellipsis):
        yield "about " + listed(topics)
    for role, ids in event.roles.items():
        if ids:
            yield f"{role.replace('_', ' ')}: {sheet.names(ids)}"
    if event.confidence < _UNSURE:
        yield "unsure"
