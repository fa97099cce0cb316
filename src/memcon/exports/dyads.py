"""What the formats of event data share: one day, one source and one target a row, and what a code means there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from memcon.archive import Selected
from memcon.exports.exporter import Job
from memcon.record import Actor, Event
from memcon.reference import find_place, state

#: The quad class as a number.
QUADS = {"VCOOP": 1, "MCOOP": 2, "VCONF": 3, "MCONF": 4}

#: Days; what is dated to a longer time (“in 2021”) has no place in a format of one day a row.
_LONGEST = 7
_SYMMETRIC = ("CONSULT", "COOPERATE", "AGREE")
# The number of a row: that of the event with three figures for which of its pairs it is.
_PAIRS = 1000


@dataclass(frozen=True, slots=True)
class Dyad:
    """One row of event data: a day, who, what, whom.

    Attributes:
        number: unlike that of any other row, and the same in every export.
        report: where it is told.
        event: what is told.
        day: ISO.
        source: who acts, None where the report names nobody.
        target: who is acted upon, likewise.
    """

    number: int
    report: Selected
    event: Event
    day: str
    source: Actor | None
    target: Actor | None


def dyads(report: Selected, job: Job, *, both: bool = False) -> Iterator[Dyad]:
    """The rows of the events of a report that happened, one for each pair of a source and a target.

    Events without a CAMEO code, a day or anybody in them are left out and counted; so is what is only a part of a
    meeting or call, which would count it twice.

    Args:
        report: with the events.
        job: says what may be taken.
        both: leave out what has no source or no target.
    """
    actors, types = report.actor, {event.id: event.type for event in report.record.events}
    for event in report.events:
        if not job.takes(event):
            continue
        if event.part_of and types.get(event.part_of) == event.type:
            job.left_out["part of a meeting or call that has its own row"] += 1
            continue
        if event.cameo is None:
            job.left_out["without a CAMEO code"] += 1
            continue
        day = _day_of(report, event, job)
        if day is None:
            continue
        pairs = [pair for pair in _pairs(event) if (all if both else any)(pair)]
        if not pairs:
            job.left_out["without a source or a target" if both else "without anybody in it"] += 1
        for nth, (one, other) in enumerate(pairs[:_PAIRS]):
            number = int(report.ids[event.id][1:]) * _PAIRS + nth
            yield Dyad(number, report, event, day, actors.get(one or ""), actors.get(other or ""))


def _pairs(event: Event) -> Iterator[tuple[str | None, str | None]]:
    if not event.target and len(event.source) > 1 and event.type in _SYMMETRIC:
        yield from combinations(event.source, 2)
    else:
        yield from product(event.source or (None,), event.target or (None,))


def days_of(report: Selected, event: Event) -> tuple[str, str, str] | None:
    """The first and last day of an event and how they are known: where nothing is stated, ``report``, its own day.

    None where there is neither; the day of the report says nothing about what is told in passing about another time.
    """
    if event.date and (first := event.date.start or event.date.end):
        return first, event.date.end or first, event.date.basis
    published = report.record.document.published
    if published and published.start and not event.background:
        return published.start, published.start, "report"
    return None


def _day_of(report: Selected, event: Event, job: Job) -> str | None:
    days = days_of(report, event)
    if days is None:
        job.left_out["without a day"] += 1
        return None
    first, last, _ = days
    if (date.fromisoformat(last) - date.fromisoformat(first)).days >= _LONGEST:
        job.left_out["dated to no more than a month or a year"] += 1
        return None
    return first


def country_name(code: str | None, day: str | None = None) -> str | None:
    """The name of the state with this code of three letters, as it was called on the day."""
    found = state(code, day) if code else None
    return found.name if found else None


def cow_of(code: str | None, day: str | None = None) -> str | None:
    """Its number in the Correlates of War state system."""
    found = state(code, day) if code else None
    return (found.cow or None) if found else None


def is_country(place: str) -> bool:
    """Whether the name of a place is that of a state."""
    found = find_place(place)
    return found is not None and found.kind == "state"
