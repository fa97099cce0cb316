"""Who did what to whom: PLOVER events with status, parties, date and evidence."""

from memcon.reading.context import ActorIndex, Context
from memcon.record import DateExpression, Event, Statement


def read_events(
    context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """The events of a document, in order of their predicates."""
    return ()
