"""Dated relations told in passing: memberships, elections, terms, offices, missions, recognitions."""

from memcon.reading.context import ActorIndex, Context
from memcon.record import DateExpression, Fact, Statement


def read_facts(
    context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...], statements: tuple[Statement, ...]
) -> tuple[Fact, ...]:
    """The facts of a document, in order of their evidence."""
    return ()
