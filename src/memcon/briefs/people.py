"""One person under two names, “George Gerapetritis” and “Giorgos Gerapetritis”, and who acts for whom."""

from __future__ import annotations

from memcon.briefs.telling import Taker
from memcon.reference import fold


def same_person(one: Taker, other: Taker) -> bool:
    """Whether two names are of one person: the same, or the same surname and first letter for the same state."""
    if one.name == other.name:
        return True
    if one.kind != "person" or other.kind != "person" or not one.country or one.country != other.country:
        return False
    return alike(one.name, other.name)


def alike(one: str, other: str) -> bool:
    """Whether two names have one surname, and first names that begin alike where both have one.

    >>> alike("George Gerapetritis", "Giorgos Gerapetritis"), alike("Raúl Castro", "Fidel Castro")
    (True, False)
    """
    first, second = fold(one).split(), fold(other).split()
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def stands_for(other: Taker, party: Taker) -> bool:
    """Whether somebody is a party, or acts for a state or body that is one."""
    return same_person(other, party) or (
        party.kind != "person" and not other.keys.isdisjoint(key for key in party.keys if not key.startswith("p"))
    )
