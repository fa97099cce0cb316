"""A fact made ready for checking: whom it is about as the tables know them, and the days it claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.record import Actor, Fact, Record
from memcon.reference import find_body, find_place
from memcon.reference.days import EARLIEST, LATEST, Bounds, bounds


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with its parties and the document's own day.

    ``begun`` is when the text says it began or took place, ``ended`` when it ended, ``on`` a day on which the text
    says it
    held; each may be None.  ``published`` is the report's day or interval where that is known.
    """

    fact: Fact
    subject: Actor
    object: Actor | None
    begun: Bounds | None
    ended: Bounds | None
    on: Bounds | None
    published: Bounds | None

    @property
    def state(self) -> str | None:
        """ISO code of the state that the fact is about."""
        return state_of(self.subject)

    @property
    def body(self) -> str | None:
        """Key of the organisation the fact names as its object."""
        return body_of(self.object)

    @property
    def when(self) -> Bounds | None:
        """The day on which a state of things is claimed to hold: the text's own, else the report's."""
        return self.on or self.published

    @property
    def of_now(self) -> bool:
        """Whether the text tells of the report's own time: in the present tense, and not in somebody's words."""
        return bool(self.fact.qualifiers.get("now")) and self.fact.statement is None

    def qualifier(self, name: str) -> str | None:
        """A qualifier as text, or None."""
        value = self.fact.qualifiers.get(name)
        return str(value) if value is not None else None


def interval(text: object) -> Bounds | None:
    """An ISO day, month, year or ``first/last`` as bounds; None where it is none of these."""
    if not isinstance(text, str) or not text[:4].isdigit():
        return None
    first, _, last = text.partition("/")
    low = bounds(first)
    if not last:
        return low
    return Bounds(low.first, LATEST if last == ".." else bounds(last).last)


def claim_of(record: Record, fact: Fact, actors: Mapping[str, Actor]) -> Claim:
    """The claim that a fact of a record makes."""
    on = interval(fact.qualifiers.get("on")) or _throughout(fact)
    begun, ended = _days(fact) if on is None else (None, None)
    return Claim(
        fact,
        actors[fact.subject],
        actors[fact.object] if fact.object else None,
        begun,
        ended,
        on,
        published(record),
    )


def published(record: Record) -> Bounds | None:
    """The day, or the interval of days, of the report itself."""
    day = record.document.published
    if day is None or day.start is None:
        return None
    return Bounds(day.start, day.end or day.start)


# Relations whose start..end is the interval within which one act fell; of the others they are the first and last day.
STATES_OF_THINGS = frozenset(
    ("member_of", "holds_office", "chairs", "observer_at", "part_of", "hosts", "capital_of", "party_to", "elected_to")
)


def _throughout(fact: Fact) -> Bounds | None:
    """The day, month or year in which a state of things is said to have held (“chaired it in 2014”), or None."""
    if fact.relation not in STATES_OF_THINGS or not fact.start or not fact.end:
        return None
    if "since" in fact.qualifiers or "until" in fact.qualifiers:
        return None
    told = Bounds(fact.start, fact.end)
    return told if any(bounds(cell) == told for cell in (fact.start, fact.start[:7], fact.start[:4])) else None


def _days(fact: Fact) -> tuple[Bounds | None, Bounds | None]:
    start, end = fact.start, fact.end
    if fact.relation not in STATES_OF_THINGS:
        if start or end:
            return Bounds(start or EARLIEST, end or start or LATEST), None
        return _limits(fact), None
    begun = interval(fact.qualifiers.get("since"))
    ended = interval(fact.qualifiers.get("until"))
    if begun is None and start:
        begun = Bounds(start, start)
    if ended is None and end:
        ended = Bounds(end, end)
    return begun or _limits(fact), ended


def _limits(fact: Fact) -> Bounds | None:
    """What is told only by limits: “before 1990”, “after the war”."""
    before, after = fact.qualifiers.get("before") or fact.qualifiers.get("start_before"), fact.qualifiers.get("after")
    low, high = interval(after), interval(before)
    if low is None and high is None:
        return None
    return Bounds(low.first if low else EARLIEST, high.last if high else LATEST)


def state_of(actor: Actor | None) -> str | None:
    """ISO code of the state that an actor is, or None."""
    if actor is None:
        return None
    if actor.kind in ("state", "place") and actor.country:
        return actor.country
    if actor.kind in ("state", "group", "place"):
        found = find_place(actor.name)
        return found.country if found and found.kind in ("state", "code") else None
    return None


def body_of(actor: Actor | None) -> str | None:
    """Key of the organisation that an actor is, or None."""
    if actor is None or actor.kind == "person":
        return None
    found = find_body(actor.name)
    return found.key if found else None
