"""The last contact of two sides, what was talked about, and what contacts are announced."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from memcon.archive import Archive
from memcon.briefs.findings import LastContact
from memcon.briefs.gathering import Happening, add_parts, gathered
from memcon.briefs.labelling import is_contact, label_of
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.telling import Reports, Told, kind_is, places, role_of, told

_LOOKED_AT = 200


def last_contact(
    archive: Archive, one: str, other: str | None = None, *, until: str | None = None
) -> LastContact | None:
    """The latest meeting, visit, call or letter of two sides, or of one with anybody; None where there is none.

    Args:
        archive: where to look.
        one: a state, body, person or code; ``other``, the second side, or None.
        until: on or before this day, ISO.

    Raises:
        UnknownSide: nobody has one of the names.
    """
    sides = sides_of(archive.connection, one, other)
    return last_contact_of(archive.connection, sides, Teller(Reports(archive.connection)), until=until)


def last_contact_of(
    connection: sqlite3.Connection, sides: Sequence[Side], teller: Teller, *, until: str | None = None
) -> LastContact | None:
    """As :func:`last_contact`, for sides that are known already."""
    asked = [*(role_of("with", each) for each in sides), kind_is("event", "statement")]
    some = places(connection, [*asked, 'facets : "contact_0"'], until=until, latest=_LOOKED_AT)
    found = [one for one in told(connection, some) if is_contact(one) and one.day and _across(one, sides)]
    if any(each.kind == "person" for each in sides):
        talks = places(connection, [*asked, 'facets : "type_consult_0"'], until=until, latest=_LOOKED_AT)
        found += _within_visits(told(connection, talks), {(one.version, one.local) for one in found})
    happenings = gathered(found, set())
    held = [each for each in happenings if each.one.status == "happened"]
    if not held:
        return None
    last = max(held, key=_recency)
    add_parts(connection, [last], letters=[each for each in happenings if each.one.kind == "statement"])
    sentences = [teller.tell(last.one, also=last.also), *(teller.tell(part) for part in last.parts)]
    today = until or date.today().isoformat()
    ahead = [
        each for each in happenings
        if each.one.status == "planned" and each.one.named and (each.one.until or "") > max(last.one.until or "", today)
    ]  # fmt: skip
    return LastContact(
        day=last.one.day,
        until=last.one.until,
        basis=last.one.basis,
        channel=label_of(last.one),
        sentences=tuple(sentences),
        planned=tuple(teller.tell(each.one, also=each.also) for each in ahead),
        ids=tuple(each.id for each in last.tellings),
    )


def _within_visits(talks: Sequence[Told], wholes: set[tuple[int, str]]) -> list[Told]:
    """The meetings of persons that a report tells as a part of the visit of others: “held a separate meeting”."""
    return [
        one for one in talks
        if one.part_of and one.day and (one.version, one.part_of) not in wholes and one.status == "happened"
        and all(any(taker.kind == "person" for taker in one.who(role)) for role in ("source", "target"))
    ]  # fmt: skip


def _recency(each: Happening) -> tuple[str, int]:
    """By its last day; of what only a year is known of, nothing is later than a day in that year."""
    one = each.one
    return (one.day if one.basis == "report" else one.until) or "", one.place


def _across(one: Told, sides: Sequence[Side]) -> bool:
    """Whether somebody of one side met somebody else of the other."""
    if len(sides) < 2:
        return True
    takers = [taker for taker in one.takers if taker.role != "reported_by"]
    return any(a.of(sides[0]) and b.of(sides[1]) and a.local != b.local for a in takers for b in takers)
