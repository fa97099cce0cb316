"""Who is meant: every referent with its mentions, country, sectors and offices."""

from memcon.reading.actors.phrases import describe_phrases
from memcon.reading.actors.reader import Reader
from memcon.reading.context import ActorIndex, Context


def read_actors(context: Context) -> ActorIndex:
    """The actors of a document and where each is meant."""
    return Reader(context).index()


__all__ = ["describe_phrases", "read_actors"]
