"""What positions and promises are asked for alike: whose, told by whom, of which days."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from memcon.archive import Archive
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.telling import Reports


@dataclass(frozen=True, slots=True)
class Question:
    """What the archive is asked about one or two sides.

    Attributes:
        sides: one or two.
        teller: makes cited sentences, and knows whom it has introduced.
        since: the first day, ISO, with ``until``, the last.
        limit: at most so many answers; None for all.
    """

    connection: sqlite3.Connection
    sides: tuple[Side, ...]
    teller: Teller
    since: str | None = None
    until: str | None = None
    limit: int | None = None


def question(archive: Archive, *names: str | None, since: str | None, until: str | None, limit: int | None) -> Question:
    """The question about the sides of one or two names.

    Raises:
        UnknownSide: nobody has one of the names.
        SameSide: both are names of one party.
    """
    sides = sides_of(archive.connection, *names)
    return Question(archive.connection, sides, Teller(Reports(archive.connection)), since, until, limit)
