"""Whom a brief is about: a state, a body or a person, by any name the archive or the tables know."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from memcon.archive.errors import ArchiveError, UnknownParty
from memcon.archive.parties import keys_for
from memcon.reference import bodies, body, find_place, state
from memcon.reference.suggestions import suggested

# Names of a party that are looked for in what the other side says.
_MOST_NAMES = 120


class SameSide(ArchiveError):
    """Two names of one party, where two parties are asked for."""


class UnknownSide(UnknownParty):
    """Nobody has that name; says which names are nearest."""

    def __init__(self, name: str, near: list[str]) -> None:
        ArchiveError.__init__(self, _unknown(name, near))
        self.name = name
        self.near = tuple(near)


def _unknown(name: str, near: list[str]) -> str:
    meant = f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
    return f"neither the archive nor the tables know {name!r}{meant}"


def _offered(near: list[str]) -> list[str]:
    """The nearest names, a state once; people, whose surname alone is near, only where no state is."""
    states = [place.name for each in near if (place := find_place(each)) and place.kind in ("state", "demonym")]
    return list(dict.fromkeys(states or near))[:3]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a brief.

    Attributes:
        asked: the name as it was asked for.
        name: the canonical name: “Azerbaijan”, “United Nations”, “António Guterres”.
        kind: state, organization or person.
        keys: what it is found by in the archive, any of which will do.
        country: ISO 3166-1 alpha-3, of a state.
        body: the key in the tables, of an organisation.
        names: the names it goes by in reports, those of a body's parts too.
    """

    asked: str
    name: str
    kind: str
    keys: tuple[str, ...]
    country: str | None = None
    body: str | None = None
    names: tuple[str, ...] = ()


def sides_of(connection: sqlite3.Connection, *names: str | None) -> tuple[Side, ...]:
    """The sides that one or two names stand for; None is left out.

    Raises:
        UnknownSide: nobody has one of the names.
        SameSide: both are names of one party.
    """
    found = tuple(side(connection, name) for name in names if name)
    if len(found) > 1 and found[0].keys == found[1].keys:
        both = " and ".join(repr(each.asked) for each in found)
        raise SameSide(f"{both} are one party, {found[0].name}; name two different ones, or one alone")
    return found


def side(connection: sqlite3.Connection, name: str) -> Side:
    """The side that a name stands for.

    Args:
        connection: the archive.
        name: a state, people, capital, body, person, ISO or actor code.

    Raises:
        UnknownSide: nobody has that name; its ``near`` are the nearest names.
    """
    try:
        keys = keys_for(connection, name)
    except UnknownParty as problem:
        near = [name_ for name_ in suggested(name) if name_ != name]
        found = str(problem).partition("did you mean '")[2].rstrip("'?")
        raise UnknownSide(name, _offered([*near, *filter(None, [found])])) from None
    first = keys[0]
    if one := state(first) if len(first) == 3 else None:
        names = (one.name, *one.aliases, *one.demonyms)
        return Side(name, one.name, "state", keys, country=one.iso3, names=names[:_MOST_NAMES])
    if found_body := body(first):
        parts = (each for each in bodies() if found_body.key in each.parent.split("|"))
        names = (found_body.name, *found_body.aliases, *(name for part in parts for name in (part.name, *part.aliases)))
        return Side(name, found_body.name, "organization", keys, body=found_body.key, names=names[:_MOST_NAMES])
    people = connection.execute(
        "SELECT parties.name, parties.kind, count(*) FROM json_each(?) AS wanted"
        " JOIN parties ON parties.id = wanted.value LEFT JOIN actors ON actors.party = parties.id"
        " GROUP BY parties.id ORDER BY count(*) DESC",
        ("[" + ",".join(key[1:] for key in keys if key[1:].isdigit()) + "]",),
    ).fetchall()
    if not people:
        return Side(name, name, "organization", keys, names=(name,))
    names = tuple(dict.fromkeys(row[0] for row in people))[:_MOST_NAMES]
    kind = people[0][1] if people[0][1] in ("person", "state") else "organization"
    return Side(name, people[0][0], kind, keys, names=names)
