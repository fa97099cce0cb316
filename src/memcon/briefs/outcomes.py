"""What became of a promise: which later events are the act that was promised, and which say that it was not done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.briefs.differing import shared
from memcon.briefs.people import stands_for
from memcon.briefs.telling import Taker, Told
from memcon.reference import find_place
from memcon.reference.days import moved

# A meeting so many days from the day it was announced for is the one announced.
_ABOUT_THAT_DAY = 7
_PARTIES = frozenset(("person", "state", "organization", "office"))
_AGAINST = ("cancelled", "denied")
# “an invitation to Ankara”, “will visit Kenya”: where somebody is to go.
_WHERE = re.compile(r"\b(?:to|visit(?:ing)?)\s+((?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)")


def act_of(one: Told) -> str:
    """The PLOVER type of what is promised."""
    return one.act or one.type


def outcome_of(one: Told, later: Sequence[Told], names: Sequence[str]) -> tuple[str, list[Told]]:
    """What became of a promise, and the later events that say so; one that was kept is not called off by others.

    Args:
        one: the promise.
        later: events between the sides.
        names: of the sides, which all of them have in common.
    """
    since = [each for each in later if _follows(each, one, names)]
    kept = [each for each in since if each.status == "happened" and each.type != "REJECT"]
    put_off = [each for each in since if each.status == "postponed"]
    against = [each for each in since if each not in kept and each not in put_off]
    for outcome, found in (("followed", kept), ("put off", put_off), ("called off", against)):
        if found:
            return outcome, _one_each(found)
    return "open", []


def _one_each(found: Sequence[Told]) -> list[Told]:
    """One of the tellings of a day: the parts of a visit say no more of a promise than the visit."""
    days: dict[tuple[str | None, str | None], Told] = {}
    for each in sorted(found, key=lambda each: (each.part_of is not None, each.mode != "visit")):
        days.setdefault((each.day, each.until), each)
    return sorted(days.values(), key=lambda each: each.order)


def _follows(each: Told, one: Told, names: Sequence[str]) -> bool:
    """Whether a later event may be what became of a promise: the same act, the same parties, at its time."""
    act = act_of(one)
    if each.report == one.report or act not in (each.type, each.act) or not each.day:
        return False
    if each.status == "happened":
        if each.type not in (act, "REJECT"):
            return False
    elif each.status not in (*_AGAINST, "postponed"):
        return False
    if not _between_the_same(each, one):
        return False
    return _in_time(each, one) if act == "CONSULT" else _on_the_matter(each, one, names)


def _in_time(each: Told, one: Told) -> bool:
    """Whether a meeting is of the days it was announced for, or else later and at the place."""
    assert each.day
    if each.published and one.published and each.published < one.published:
        return False
    announced = one.basis not in ("report", "publication", "context", None) and one.day and one.until
    if announced and one.day and one.until:
        first, last = moved(one.day, -_ABOUT_THAT_DAY), moved(one.until, _ABOUT_THAT_DAY)
        if each.status in ("cancelled", "postponed"):
            return (one.published or "") <= each.day <= last
        return max(first, one.published or "") <= each.day <= last
    # What is told of the day on which it was promised is where it was promised.
    return each.day > max(one.until or "", one.published or "") and _at_the_place(each, one)


def _at_the_place(each: Told, one: Told) -> bool:
    """Whether somebody went where he was to go; so too where either names no place."""
    found = _WHERE.search(one.sentence[max(0, one.start - one.sentence_start) :])
    place = find_place(found[1]) if found else None
    if place is None or found is None:
        return True
    there = find_place(each.location) if each.location else None
    return found[1] in each.sentence or (there is not None and there.code == place.code)


def _on_the_matter(each: Told, one: Told, names: Sequence[str]) -> bool:
    if (each.day or "") < (one.day or "") or (each.published or "") < (one.published or ""):
        return False
    return bool({*each.topics} & {*one.topics}) or shared(each.sentence, one.sentence, without=names) > 1


def _between_the_same(each: Told, one: Told) -> bool:
    """Whether each party of a promise takes part, itself or, of a state, somebody of it."""
    parties = _parties(one)
    others = _parties(each)
    return bool(parties) and all(any(stands_for(other, party) for other in others) for party in parties)


def _parties(one: Told) -> list[Taker]:
    return [taker for taker in one.who("source", "target", "beneficiary") if taker.kind in _PARTIES]
