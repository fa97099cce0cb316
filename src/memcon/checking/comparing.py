"""Facts against facts: two days for one act in one text, and what two reports say of the same thing.

Only what can have but one day is compared: joining and founding, independence, recognition, the beginning of an
office.  What a state may do twice (leaving and coming back, breaking off relations) is compared only where the two
say the opposite of the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from memcon.checking.claims import claim_of
from memcon.checking.verdicts import shown
from memcon.record import Actor, Fact, Record
from memcon.reference import find_body, find_place, fold
from memcon.reference.days import Bounds, apart

AGREES = "agrees"
FINER = "finer"
DIFFERS = "differs"

# Several relations that tell of one act: who joined on a day has been a member since.
_ONE_ACT = {"admitted_to": "joined", "acceded_to": "joined", "member_of": "joined"}
_ONCE = frozenset(("joined", "founded", "independent_from", "recognized", "established_relations"))
_BEGINNINGS = frozenset(("holds_office", "chairs"))
# Seats that are taken for a term, again and again.
_FOR_A_TERM = frozenset(("UNSC",))
# Two beginnings of an office further apart than this are two terms.
_ANOTHER_TERM = 3 * 366  # days


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two facts of one thing.

    ``outcome`` is ``agrees`` (the same days), ``finer`` (one tells the day more exactly, within the other's) or
    ``differs`` (they share no day, or one denies what the other says); ``why`` is a sentence for a reader.
    """

    first: Fact
    second: Fact
    outcome: str
    why: str


def compare_records(first: Record, second: Record) -> tuple[Comparison, ...]:
    """What two reports say of the same facts: who joined when, who recognised whom, since when somebody is in office.

    Args:
        first, second: two records, as they were read; neither needs to be checked.

    Returns:
        One comparison for each pair of facts of the same thing; facts that only one of them has give none.

    >>> [c.why for c in compare_records(yesterdays, todays) if c.outcome == "differs"]  # doctest: +SKIP
    ['the first says 29 March 2004, the second 1 May 2004']
    """
    there: dict[Thing, list[Dated]] = defaultdict(list)
    for dated in _dated(second):
        there[dated.thing].append(dated)
    found = []
    for here in _dated(first):
        found += [c for other in there.get(here.thing, ()) if (c := _compared(here, other)) is not None]
    return tuple(found)


def against_itself(record: Record) -> dict[str, str]:
    """Fact id → what is amiss: the same act on two days that share none, in one text."""
    things: dict[Thing, list[Dated]] = defaultdict(list)
    left = {
        _pair(record, f) for f in record.facts if f.relation in ("withdrew_from", "expelled_from", "suspended_from")
    }
    for dated in _dated(record):
        if _pair(record, dated.fact) not in left:
            things[dated.thing].append(dated)
    amiss: dict[str, str] = {}
    for told in things.values():
        for one, other in combinations(told, 2):
            compared = _compared(one, other)
            if compared is not None and compared.outcome == DIFFERS and one.days and other.days:
                amiss.setdefault(one.fact.id, f"the same text also says {shown(other.days)}")
                amiss.setdefault(other.fact.id, f"the same text also says {shown(one.days)}")
    return amiss


Thing = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with what it is about, and the days on which it says that it began or took place."""

    fact: Fact
    thing: Thing
    days: Bounds | None


def _dated(record: Record) -> Iterator[Dated]:
    actors = {actor.id: actor for actor in record.actors}
    for fact in record.facts:
        act = _ONE_ACT.get(fact.relation, fact.relation)
        denied = fact.negated and fact.status == "denied"
        if (fact.status != "happened" and not denied) or act not in _ONCE | _BEGINNINGS:
            continue
        other = actors.get(fact.object or "")
        body = _key(other)
        if body in _FOR_A_TERM:
            continue
        pair = tuple(sorted((_key(actors[fact.subject]), body))) if act == "established_relations" else None
        subject, body = pair or (_key(actors[fact.subject]), body)
        office = (fact.value or "").casefold() if act == "holds_office" else ""
        yield Dated(fact, (act, subject, body, office), claim_of(record, fact, actors).begun)


def _pair(record: Record, fact: Fact) -> tuple[str, str]:
    actors = {actor.id: actor for actor in record.actors}
    return _key(actors[fact.subject]), _key(actors.get(fact.object or ""))


def _key(actor: Actor | None) -> str:
    """What makes two actors of two documents the same: the code of a state or body, the folded name of a person."""
    if actor is None:
        return ""
    if actor.kind in ("state", "place"):
        place = find_place(actor.name)
        return (place.country if place else None) or actor.country or fold(actor.name)
    if actor.kind == "person":
        return fold(actor.name)
    found = find_body(actor.name)
    return found.key if found else fold(actor.name)


def _compared(one: Dated, other: Dated) -> Comparison | None:
    if one.fact.negated != other.fact.negated:
        if one.days is None and other.days is None:
            return Comparison(one.fact, other.fact, DIFFERS, "the one says what the other denies")
        return None
    if one.fact.negated or one.days is None or other.days is None:
        return None
    if one.days.overlaps(other.days):
        if one.days == other.days:
            return Comparison(one.fact, other.fact, AGREES, f"both say {shown(one.days)}")
        why = f"the first says {shown(one.days)}, the second {shown(other.days)}, which is the same time"
        return Comparison(one.fact, other.fact, FINER, why)
    away = min(apart(a, b) for a, b in product((one.days.first, one.days.last), (other.days.first, other.days.last)))
    if one.thing[0] in _BEGINNINGS and away > _ANOTHER_TERM:
        return None
    why = f"the first says {shown(one.days)}, the second {shown(other.days)}"
    return Comparison(one.fact, other.fact, DIFFERS, why)
