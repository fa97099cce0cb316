"""What a contact of two sides is: who took part, how it was had, and what tells of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from memcon.reference import find_place

#: How a contact was had, as the log names it.
CHANNELS = ("meeting", "multilateral meeting", "visit", "telephone call", "video call", "letter", "mediation")
#: Those in which people stand before each other: what one report calls a visit is a meeting in another.
IN_PERSON = frozenset(("meeting", "visit"))


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part.

    Attributes:
        name: who.
        office: the office on that day, or None where neither the report nor the tables tell.
        told_by: ``report`` or ``tables``: where the office is from.
    """

    name: str
    office: str | None
    told_by: str | None


@dataclass(slots=True)
class Contact:
    """One contact of the two sides.

    Attributes:
        day: the first day, with ``until`` the last, and ``basis``, how they are known; ``report``: only by the day
            of the report.
        one: who took part of the first side asked for, ``other`` of the second, ``others`` besides.
        channel: one of :data:`CHANNELS`.
        visitors: who went to the others, of a visit.
        status: happened, planned, postponed, cancelled …
        sentence: where it is told, with ``passage``, the place in it.
        ids: ``e12`` and the like, one a report that tells of it.
        reports: ``d12`` and the like, with ``outlets``.
    """

    day: str | None
    until: str | None
    basis: str | None
    one: list[Attendee]
    other: list[Attendee]
    others: list[Attendee]
    channel: str
    place: str | None
    topics: list[str]
    status: str
    sentence: str
    passage: tuple[int, int] | None
    ids: list[str]
    reports: list[str]
    outlets: list[str] = field(default_factory=list)
    visitors: list[str] = field(default_factory=list)
    story: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


def is_a_state(attendees: list[Attendee]) -> bool:
    """Whether a side is a mere state, of which nobody is named."""
    return len(attendees) == 1 and (place := find_place(attendees[0].name)) is not None and place.kind == "state"
