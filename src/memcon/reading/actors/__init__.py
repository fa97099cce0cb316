"""Who is meant: every referent with its mentions, country, sectors and offices."""

from memcon.reading.context import ActorIndex, Context


def read_actors(context: Context) -> ActorIndex:
    """The actors of a document and where each is meant."""
    return ActorIndex()
