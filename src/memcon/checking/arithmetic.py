"""What a text says of itself: a weekday that does not fit its date, a session that did not sit in that year, a term
longer than its years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from memcon.checking.claims import Claim
from memcon.checking.verdicts import cite, disputed, shown
from memcon.record import Check, Fact, Record, Span
from memcon.reference import ga_sessions
from memcon.reference.days import Bounds, bounds, in_words, moved, ordinal

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_YEARS = re.compile(
    r"\b(?:(two|three|four|consecutive) )?(one|two|three|four|five|six|seven|ten|\d{1,2})[- ]year "
    r"(?:terms?|mandates?|tenure)",
    re.I,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that does not add up, the characters that say it, and why."""

    span: Span
    why: str


def slips(record: Record) -> tuple[Slip, ...]:
    """The dates of a record whose weekday is wrong; only dates that state their year are looked at."""
    found = []
    for one in record.dates:
        named = _WEEKDAY.search(one.text)
        if not named or not one.first or one.first != one.last or not _YEAR.search(one.text):
            continue
        told = named[0].capitalize()
        real = _WEEKDAYS[date.fromisoformat(one.first).weekday()]
        if told != real:
            found.append(Slip(one.span, f"{in_words(one.first)} was a {real}, not a {told}"))
    return tuple(found)


def slip_of(fact: Fact, found: tuple[Slip, ...]) -> Slip | None:
    """The slip that a fact's own date makes, or None."""
    if fact.date_text is None:
        return None
    return next((s for s in found if s.span.overlaps(fact.date_text)), None)


def check_session(claim: Claim) -> Check | None:
    """A General Assembly session that was not sitting when the text says; None where nothing is amiss."""
    number = claim.fact.qualifiers.get("session")
    begun = claim.begun
    if not isinstance(number, int) or begun is None or claim.body not in ("UN", "UNGA"):
        return None
    session = ga_sessions().get(number)
    if session is None or session.agreement == "single":
        return None
    following = ga_sessions().get(number + 1)
    sat = Bounds(session.opened, moved(following.opened, 0) if following else moved(session.opened, 366))
    if begun.overlaps(sat):
        return None
    sitting = f"the {ordinal(number)} session sat from {in_words(sat.first)} to {in_words(sat.last)}"
    why = f"{sitting}; the text says {shown(begun)}"
    return disputed(why, cite("ga_sessions", session.row(), session.source))


def check_term_length(claim: Claim) -> Check | None:
    """“a two-year term, 2012–2015”: a length that does not fit its years; None where nothing is amiss."""
    fact = claim.fact
    told = _OF_YEARS.search(fact.evidence.text)
    if not told or not fact.start or not fact.end:
        return None
    years = (_NUMBERS.get(told[2].lower()) or int(told[2])) * _NUMBERS.get((told[1] or "one").lower(), 1)
    length = bounds(fact.end).last
    span = (
        int(length[:4])
        - int(fact.start[:4])
        + (1 if fact.start.endswith("-01-01") and fact.end.endswith("-12-31") else 0)
    )
    if abs(span - years) <= 1:
        return None
    return disputed(
        f"the text says {years} years in all, but from {in_words(fact.start)} to {in_words(fact.end)} are {span}"
    )
