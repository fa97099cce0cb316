"""What was announced, promised or offered, and what later reports tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.archive import Archive
from memcon.briefs.asking import Question, question
from memcon.briefs.findings import Promise
from memcon.briefs.outcomes import act_of, outcome_of
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side
from memcon.briefs.telling import Told, kind_is, places, role_of, told
from memcon.wording.days import day_in_words

#: Promises that are given unless more are asked for.
PROMISES = 24

_LOOKED_AT = 400
_LATER = 3000
_MADE = ("planned", "offered")
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
    return promises_of(question(archive, one, other, since=since, until=until, limit=limit))


def promises_of(asked: Question) -> tuple[Promise, ...]:
    """As :func:`promises`, for sides that are known already."""
    connection, sides = asked.connection, asked.sides
    of = [role_of("from", sides[0])] if len(sides) == 1 else [role_of("with", each) for each in sides]
    made_as = " OR ".join(f'"status_{status}_0"' for status in _MADE)
    some = places(
        connection,
        [*of, kind_is("event"), f"facets : ({made_as})"],
        since=asked.since,
        until=asked.until,
        latest=_LOOKED_AT,
    )
    single = [one for one in told(connection, some) if _is_promise(one, sides)]
    made = _once(single)
    acts = {act_of(one) for one in single}
    wanted = " OR ".join(f'"{field}_{act.lower()}_0"' for act in sorted(acts) for field in ("type", "act"))
    later: list[Told] = []
    if acts:
        both = [role_of("with", each) for each in sides]
        first = min((one.day for one in single if one.day), default=None)
        found = places(connection, [*both, kind_is("event"), f"facets : ({wanted})"], since=first, latest=_LATER)
        later = [one for one in told(connection, found) if one.day and one.status not in _MADE]
    answers = [_promise(each, later, sides, asked.teller) for each in reversed(made)]
    answers.sort(key=lambda promise: promise.outcome != "open")
    return tuple(answers if asked.limit is None else answers[: asked.limit])


def _is_promise(one: Told, sides: Sequence[Side]) -> bool:
    """Whether a side of the brief makes it, or both are in it; a threat is none."""
    if one.type in ("THREATEN", "REQUEST", "REJECT") or one.quad in ("VCONF", "MCONF"):
        return False
    return any(taker.of(each) for taker in one.who("source") for each in sides)


def _once(made: Sequence[Told]) -> list[list[Told]]:
    """Each promise once, with its other tellings: in a headline and again, in several reports, by each of two sides."""
    kept: dict[object, list[Told]] = {}
    wholes = {(one.version, one.local) for one in made}
    for one in made:
        if (one.version, one.part_of) in wholes and act_of(one) == "CONSULT":
            continue
        who = frozenset(taker.name for taker in one.who("source", "target"))
        kept.setdefault((one.day, one.until, act_of(one), who, one.topics), []).append(one)
    return list(kept.values())


def _promise(tellings: Sequence[Told], later: Sequence[Told], sides: Sequence[Side], teller: Teller) -> Promise:
    one, *others = tellings
    also = {each.report: each for each in others if each.report != one.report}
    names = [name for each in sides for name in each.names]
    outcome, since = outcome_of(one, later, names)
    return Promise(
        id=one.id,
        maker=", ".join(dict.fromkeys(taker.name for taker in one.who("source"))),
        to=tuple(dict.fromkeys(taker.name for taker in one.who("target", "beneficiary"))),
        act=act_of(one),
        day=one.day,
        until=one.until,
        status=one.status,
        topics=one.topics,
        sentence=teller.tell(one, also=tuple(also.values())),
        outcome=outcome,
        later=tuple(teller.tell(each) for each in since[:_TOLD]),
        days=tuple(day_in_words(each.day, each.until) for each in since[:_TOLD]),
    )
