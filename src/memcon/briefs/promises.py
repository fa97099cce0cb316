"""What was announced, promised or offered, and what later reports tell of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from memcon.archive import Archive
from memcon.briefs.differing import shared
from memcon.briefs.findings import Promise
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, side
from memcon.briefs.telling import Reports, Told, kind_is, places, role_of, told
from memcon.reference.days import moved

#: Promises that are given unless more are asked for.
PROMISES = 24

_LOOKED_AT = 400
_LATER = 3000
_MADE = ("planned", "offered")
# A meeting so many days from the day it was announced for is the one announced.
_ABOUT_THAT_DAY = 7
# Later reports on one promise that are given.
_TOLD = 3


def promises(
    archive: Archive,
    one: str,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = PROMISES,
) -> tuple[Promise, ...]:
    """What two sides promised each other, or one side anybody, the open ones first, the latest before the earlier.

    A promise counts as followed where a later report tells of an act of that kind between the same parties on the
    same matter; whether that is what was meant is for the reader to say.

    Args:
        archive: where to look.
        one: a state, body, person or code; ``other``, the second side, or None.
        since: made on or after this day, ISO, with ``until``, on or before it.
        limit: at most so many.

    Raises:
        UnknownSide: nobody has one of the names.
    """
    sides = tuple(side(archive.connection, name) for name in (one, other) if name)
    teller = Teller(Reports(archive.connection))
    return promises_of(archive.connection, sides, teller, since=since, until=until, limit=limit)


def promises_of(
    connection: sqlite3.Connection,
    sides: Sequence[Side],
    teller: Teller,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = PROMISES,
) -> tuple[Promise, ...]:
    """As :func:`promises`, for sides that are known already."""
    asked = [role_of("from", sides[0])] if len(sides) == 1 else [role_of("with", each) for each in sides]
    made_as = " OR ".join(f'"status_{status}_0"' for status in _MADE)
    some = places(
        connection, [*asked, kind_is("event"), f"facets : ({made_as})"], since=since, until=until, latest=_LOOKED_AT
    )
    made = [one for one in told(connection, some) if _is_promise(one, sides)]
    made = _once(made)
    acts = {_act(one) for one in made}
    wanted = " OR ".join(f'"{field}_{act.lower()}_0"' for act in sorted(acts) for field in ("type", "act"))
    later: list[Told] = []
    if acts:
        both = [role_of("with", each) for each in sides]
        first = min((one.day for one in made if one.day), default=None)
        found = places(connection, [*both, kind_is("event"), f"facets : ({wanted})"], since=first, latest=_LATER)
        later = [one for one in told(connection, found) if one.day and one.status not in _MADE]
    answers = [_promise(one, later, sides, teller) for one in reversed(made)]
    answers.sort(key=lambda promise: promise.outcome != "open")
    return tuple(answers if limit is None else answers[:limit])


def _is_promise(one: Told, sides: Sequence[Side]) -> bool:
    """Whether a side of the brief makes it, or both are in it; a threat is none."""
    if one.type in ("THREATEN", "REQUEST", "REJECT") or one.quad in ("VCONF", "MCONF"):
        return False
    return any(taker.of(each) for taker in one.who("source") for each in sides)


def _act(one: Told) -> str:
    return one.act or one.type


def _once(made: list[Told]) -> list[Told]:
    """Each promise once where a report tells it in its headline and again, or several reports tell it."""
    kept: dict[object, Told] = {}
    wholes = {(one.version, one.local) for one in made}
    for one in made:
        if (one.version, one.part_of) in wholes and _act(one) == "CONSULT":
            continue
        who = tuple(frozenset(taker.name for taker in one.who(role)) for role in ("source", "target"))
        kept.setdefault((one.day, one.until, _act(one), who, one.topics), one)
    return list(kept.values())


def _promise(one: Told, later: Sequence[Told], sides: Sequence[Side], teller: Teller) -> Promise:
    names = [name for each in sides for name in each.names]
    since = [each for each in later if _follows(each, one, names)]
    outcome, since = _outcome(since)
    makers = one.who("source")
    return Promise(
        id=one.id,
        maker=", ".join(dict.fromkeys(taker.name for taker in makers)),
        to=tuple(dict.fromkeys(taker.name for taker in one.who("target", "beneficiary"))),
        act=_act(one),
        day=one.day,
        until=one.until,
        status=one.status,
        topics=one.topics,
        sentence=teller.tell(one),
        outcome=outcome,
        later=tuple(teller.tell(each) for each in since[:_TOLD]),
    )


def _outcome(since: list[Told]) -> tuple[str, list[Told]]:
    """What became of a promise, and the later events that say so: one that was kept is not called off by others."""
    kept = [each for each in since if each.status == "happened" and each.type != "REJECT"]
    put_off = [each for each in since if each.status == "postponed"]
    against = [each for each in since if each not in kept and each not in put_off]
    for outcome, found in (("followed", kept), ("put off", put_off), ("called off", against)):
        if found:
            return outcome, found
    return "open", []


def _follows(each: Told, one: Told, names: Sequence[str]) -> bool:
    """Whether a later event may be what became of a promise."""
    act = _act(one)
    if each.report == one.report or act not in (each.type, each.act) or not each.day:
        return False
    if each.status not in ("happened", "cancelled", "postponed", "denied"):
        return False
    if each.status == "happened" and each.type not in (act, "REJECT"):
        return False
    same = {taker.name for taker in each.takers} & {taker.name for taker in one.takers}
    if act == "CONSULT":
        if not same:
            return False
        if one.basis not in ("report", "publication", "context", None) and one.day and one.until:
            if each.status in ("cancelled", "postponed"):
                return each.day <= moved(one.until, _ABOUT_THAT_DAY)
            return moved(one.day, -_ABOUT_THAT_DAY) <= each.day <= moved(one.until, _ABOUT_THAT_DAY)
        # What is told of the day on which it was promised is where it was promised.
        return each.day > (one.day or "")
    if each.day < (one.day or ""):
        return False
    return len(same) > 1 and (
        bool({*each.topics} & {*one.topics}) or shared(each.sentence, one.sentence, without=names) > 1
    )
