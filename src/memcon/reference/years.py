"""The year of an undated report: the years in which everything it tells of offices, chairs and elections was so.

>>> told = [Held("Jeyhun Bayramov", "Foreign Minister", "AZE"), Chaired("AZE", "NAM"),
...         Elected("António Guterres", "Secretary-General", "UN", again=True, told_on=("06-21", "06-30"))]
>>> years_consistent(told, day=("09-25", "09-25")).answer
2021
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from memcon.reference.bodies import body
from memcon.reference.days import EARLIEST, LATEST, Bounds, bounds, in_words, moved
from memcon.reference.membership import chairs
from memcon.reference.offices import Term, term_is, terms_of
from memcon.reference.people import people_named
from memcon.reference.states import in_text, state_name
from memcon.reference.titles import read_title

# The tables were collected in November 2026; a report read with them is not taken for a later one.
FIRST_YEAR, LAST_YEAR = 1945, 2026
# News of an election, and congratulations on it, come within so many days.
_FRESH = 75


@dataclass(frozen=True, slots=True)
class Held:
    """A person with a title of a state (ISO code) or body (key) at the time of the report."""

    person: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class Chaired:
    """A state that chairs an organisation (key) at the time of the report."""

    iso3: str
    org: str


@dataclass(frozen=True, slots=True)
class Elected:
    """A person's election, appointment or re-election (``again``), told as news or congratulated on.

    ``told_on``: the month and day (``06-21`` to ``06-30``) on which the text says that it was told of or
    congratulated on, no year.
    """

    person: str
    title: str
    where: str
    again: bool = False
    told_on: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class After:
    """Something dated in full that the report tells as past: the report is not older."""

    day: str


@dataclass(frozen=True, slots=True)
class Years:
    """The years that remain, and which of the things told leave them."""

    possible: tuple[int, ...]
    why: str

    @property
    def answer(self) -> int | None:
        """The year, where only one remains."""
        return self.possible[0] if len(self.possible) == 1 else None


def years_consistent(
    told: Iterable[Held | Chaired | Elected | After],
    day: tuple[str, str] | None = None,
    weekday: int | None = None,
    first: int = FIRST_YEAR,
    last: int = LAST_YEAR,
) -> Years:
    """The years of a report in which all that it tells can have been so.

    Args:
        told: what the report says of its own time; what the tables do not know narrows nothing.
        day: the first and last month and day of the report (``("09-25", "09-25")``), where it states them without a
        year.
        weekday: the weekday of that day (Monday is 0), where it is stated.
        first, last: the years to choose from.
    """
    possible = [y for y in range(first, last + 1) if weekday is None or day is None or _weekday(y, day[0]) == weekday]
    reasons = (
        []
        if weekday is None or day is None
        else [f"{calendar.day_name[weekday]} the {in_words(f'2000-{day[0]}')[:-5]}"]
    )
    for one in told:
        allowed = _allowed(one)
        if allowed is None:
            continue
        spans, why = allowed
        fits = [y for y in possible if _can_be(one, y, day, spans)]
        if not fits:
            return Years((), f"nothing fits: {'; '.join([*reasons, why])}")
        if len(fits) < len(possible):
            reasons.append(why)
        possible = fits
    return Years(tuple(possible), "; ".join(reasons))


def _weekday(year: int, month_day: str) -> int | None:
    try:
        return date.fromisoformat(f"{year}-{month_day}").weekday()
    except ValueError:
        return None


def _days_in(year: int, day: tuple[str, str] | None) -> Bounds:
    if day is None:
        return bounds(str(year))
    first, last = (f"{year}-{'02-28' if d == '02-29' and not calendar.isleap(year) else d}" for d in day)
    return Bounds(first, last)


def _can_be(one: Held | Chaired | Elected | After, year: int, day: tuple[str, str] | None, spans: list[Bounds]) -> bool:
    here = _days_in(year, day)
    if isinstance(one, After):
        return here.last >= spans[0].first
    if isinstance(one, Elected) and one.told_on is not None:
        before = day is None or one.told_on[0] <= day[1]
        here = _days_in(year if before else year - 1, one.told_on)
    return any(here.overlaps(span) for span in spans)


def _allowed(one: Held | Chaired | Elected | After) -> tuple[list[Bounds], str] | None:
    if isinstance(one, After):
        return [Bounds(bounds(one.day).first, LATEST)], f"it tells of {in_words(one.day)}"
    if isinstance(one, Chaired):
        rows = [c for c in chairs(one.org) if c.iso3 == one.iso3]
        spans = [Bounds(c.start, c.end or LATEST) for c in rows]
        said = ", ".join(map(_span_text, spans))
        name = found.name if (found := body(one.org)) else one.org
        return (spans, f"{in_text(one.iso3)} chaired the {name} {said}") if rows else None
    terms = _terms(one)
    if not terms:
        return None
    if isinstance(one, Held):
        spans = _merged(terms)
        said = ", ".join(map(_span_text, spans))
        return [_widened(s) for s in spans], f"{terms[0].person} was {one.title} of {_where(one.where)} {said}"
    days = [_election(t) for t in (terms[1:] if one.again else terms)]
    found_days = [d for d in days if d is not None]
    if not found_days:
        return None
    spans = [Bounds(moved(d.first, -2), moved(d.last, _FRESH if one.told_on else 366)) for d in found_days]
    said = ", ".join(
        in_words(d.first) if d.day else f"between {in_words(d.first)} and {in_words(d.last)}" for d in found_days
    )
    return spans, f"{terms[0].person} was {'re-' if one.again else ''}elected or appointed {said}"


def _where(where: str) -> str:
    if state_name(where) != where:
        return in_text(where)
    found = body(where)
    return f"the {found.name}" if found else where


def _terms(one: Held | Elected) -> list[Term]:
    read = read_title(one.title, one.where)
    office, standard = (read.office, read.standard) if read else ("", "")
    known = terms_of(one.where)
    names = {person for where, person in people_named(one.person) if where == one.where}
    if standard == "President" and not any(t.country for t in known):
        found = [t for t in known if t.person in names and "president" in t.office]
    else:
        found = [t for t in known if t.person in names and office and term_is(t, office, standard)]
    return sorted(found, key=lambda t: t.start)


def _merged(terms: list[Term]) -> list[Bounds]:
    """The days of several terms, those that meet in one."""
    spans: list[Bounds] = []
    for span in sorted((t.in_office for t in terms), key=lambda s: s.first):
        if spans and span.first <= moved(spans[-1].last, 2):
            spans[-1] = Bounds(spans[-1].first, max(spans[-1].last, span.last))
        else:
            spans.append(span)
    return spans


def _widened(span: Bounds) -> Bounds:
    """Two months on either side: titles are used a little before and after."""
    first = moved(span.first, -60) if span.first != EARLIEST else span.first
    return Bounds(first, moved(span.last, 60) if span.last != LATEST else LATEST)


def _span_text(span: Bounds) -> str:
    first = in_words(span.first) if span.first != EARLIEST else "…"
    return f"from {first}" if span.last == LATEST else f"{first} to {in_words(span.last)}"


def _election(term: Term) -> Bounds | None:
    """When the holder of a term was chosen: the day its note gives, else the year before it began."""
    for word in term.note.replace(";", " ").split():
        if len(word) == 10 and bounds(word).day:
            return bounds(word)
    start = bounds(term.start)
    return Bounds(moved(start.first, -240), start.last) if term.start and start.first != EARLIEST else None
