"""What a text says, read by the stages that statements rest on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.language import Clauses, Parser
from memcon.reading import dates as date_reading
from memcon.reading.actors import read_actors
from memcon.reading.context import ActorIndex, Context
from memcon.reading.statements import read_statements
from memcon.record import Dated, Document, Statement


@pytest.fixture(scope="session")
def said(parser: Parser) -> Callable[..., tuple[Statement, ...]]:
    """The statements of a text that was published on ``day``."""

    def read(text: str, day: str = "2024-03-15") -> tuple[Statement, ...]:
        return _read(parser, text, day)[0]

    return read


@pytest.fixture(scope="session")
def said_by(parser: Parser) -> Callable[..., tuple[tuple[Statement, ...], ActorIndex]]:
    """The statements of a text with its actors."""

    def read(text: str, day: str = "2024-03-15") -> tuple[tuple[Statement, ...], ActorIndex]:
        return _read(parser, text, day)

    return read


def _read(parser: Parser, text: str, day: str) -> tuple[tuple[Statement, ...], ActorIndex]:
    parsed = parser.parse(text)
    clauses = Clauses(parsed)
    document = Document("test", text, published=Dated(day, day, "publication"))
    context = Context(document, parsed, clauses)
    mentions = date_reading.find(text, clauses.tense_at)
    actors = read_actors(context)
    dates = date_reading.resolve(mentions, text, context.published, tense_at=clauses.tense_at)
    return read_statements(context, actors, dates), actors
