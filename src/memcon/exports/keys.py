"""A key by which the same actor is known in every report, and in every archive, to group by."""

from __future__ import annotations

from memcon.record import Actor
from memcon.reference import canonical_person, find_body


def key_of(actor: Actor) -> str:
    """What an actor is counted under.

    A state has its three letters (``GRC``), a body that the tables know its key (``NATO``).  A person has the state and
    the tables' spelling of the name (``GRC/Giorgos Gerapetritis``, whether a report writes George or Giorgos), or the
    name as the report has it.  Everything else has the state, where it has one, and its name.
    """
    if actor.kind == "state" and actor.country:
        return actor.country
    name = actor.name
    if actor.kind == "person":
        # Of a surname alone the tables may know another man than the report means.
        name = (canonical_person(name, actor.country) if " " in name else None) or name
    elif known := find_body(name):
        return known.key
    where = actor.country or actor.code
    return f"{where}/{name}" if where else name
