"""Reads a text and tells its events in short: who, what, to whom, with what status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from memcon.language import Parser
from memcon.reading import read_many
from memcon.record import Dated, Document, Event, Record


@dataclass(frozen=True)
class Told:
    """What a text told: its events, with the countries (else names) of their parties."""

    record: Record

    @property
    def events(self) -> tuple[Event, ...]:
        return self.record.events

    def side(self, ids: tuple[str, ...]) -> set[str]:
        actors = {actor.id: actor for actor in self.record.actors}
        return {actors[i].country or actors[i].name for i in ids}

    def of(self, kind: str) -> Event:
        """The one event of a type; fails where there is none or more than one."""
        found = [event for event in self.events if event.type == kind]
        assert len(found) == 1, f"{len(found)} {kind} in {[self.short(e) for e in self.events]}"
        return found[0]

    def short(self, event: Event) -> tuple[set[str], str, set[str], str]:
        return self.side(event.source), event.type, self.side(event.target), event.status

    @property
    def shorts(self) -> list[tuple[set[str], str, set[str], str]]:
        return [self.short(event) for event in self.events]


Tell = Callable[..., Told]


@pytest.fixture(scope="session")
def tell(parser: Parser) -> Tell:
    def read(text: str, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Told:
        day = Dated(published, published, "stated") if published else None
        (record,) = read_many([Document("test", text, title=title, published=day, outlet=outlet)], parser)
        return Told(record)

    return read
