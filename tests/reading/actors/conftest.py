"""Who is meant in a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from memcon.language import Clauses, Parser
from memcon.reading.actors import read_actors
from memcon.reading.context import Context
from memcon.record import Dated, Document
from memcon.reference.own_names import Names


@dataclass(frozen=True, slots=True)
class Meant:
    """An actor as a test looks at it: ``words`` are its mentions in order, ``titles`` its offices with their body."""

    kind: str
    country: str | None
    code: str | None
    sectors: tuple[str, ...]
    titles: list[str]
    words: list[str]
    wikidata: str | None


@pytest.fixture(scope="session")
def meant(parser: Parser) -> Callable[..., dict[str, Meant]]:
    """``meant(text, day)``: the actors of a text by name, in order of first mention."""

    def read(
        text: str, day: str | None = "2024-06-05", outlet: str | None = None, names: Names | None = None
    ) -> dict[str, Meant]:
        parsed = parser.parse(text)
        published = Dated(day, day, "stated") if day else None
        document = Document("test", text, outlet=outlet, published=published)
        index = read_actors(Context(document, parsed, Clauses(parsed), names))
        return {
            actor.name: Meant(
                actor.kind,
                actor.country,
                actor.code,
                actor.sectors,
                [f"{office.title}, {office.body}" for office in actor.offices],
                [mention.text for mention in actor.mentions],
                actor.wikidata,
            )
            for actor in index.actors
        }

    return read
