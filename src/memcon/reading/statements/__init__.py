"""Who said what, and by way of whom."""

from memcon.reading.context import ActorIndex, Context
from memcon.record import DateExpression, Statement


def read_statements(context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...]) -> tuple[Statement, ...]:
    """The statements of a document, in order of their content."""
    return ()
