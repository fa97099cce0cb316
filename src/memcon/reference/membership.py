"""Who belongs to which organisation since when: the United Nations, its Security Council and sessions, other bodies,
chairs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.reference.bodies import body, find_body
from memcon.reference.days import Bounds, as_iso, bounds
from memcon.reference.tables import derived, overlay, table


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation.  ``start`` may be ``<=1965``: the source begins there, the state may
    have joined earlier.
    """

    org: str
    iso3: str
    start: str
    end: str
    status: str
    precision: str
    agreement: str
    source: str
    disagreement: str = ""
    doubt: str = ""

    @property
    def is_member(self) -> bool:
        """Whether it is full membership (an observer or a partner is none)."""
        return self.status.startswith("member") or self.status.startswith("suspended")

    @property
    def start_sure(self) -> str | None:
        """The unit to which the start is certain: day, year, or None."""
        if self.agreement != "agree" or self.doubt or self.start.startswith("<="):
            return None
        return "day" if self.precision == "day" and len(self.start) == 10 else "year"

    @property
    def span(self) -> Bounds:
        """The days on which it can have held."""
        first = bounds(self.start).first if self.start else "0001-01-01"
        return Bounds(first, bounds(self.end).last if self.end else "9999-12-31")

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        names = ("org", "iso3", "start", "end", "status", "precision", "agreement", "disagreement", "doubt")
        return {k: getattr(self, k) for k in names if getattr(self, k)}


# Bodies with more than one key in the tables: the World Bank is a member list of its lending arm.
_MEMBER_TABLE = {"WBG": "IBRD", "OSCE": "OSCE"}


@lru_cache(maxsize=1)
def _memberships() -> dict[tuple[str, str], tuple[Membership, ...]]:
    found: dict[tuple[str, str], list[Membership]] = {}
    own = overlay("memberships")
    for rows in filter(None, (own, table("memberships"))):
        for r in rows.rows:
            found.setdefault((r[0], r[1]), []).append(
                Membership(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9])
            )
    return {key: tuple(rows) for key, rows in found.items()}


def membership(org: str, iso3: str, on: date | str | None = None) -> tuple[Membership, ...]:
    """A state's rows for an organisation (its key), those that can hold on the day where one is given."""
    rows = _memberships().get((_MEMBER_TABLE.get(org, org), iso3), ())
    day = as_iso(on)
    return tuple(m for m in rows if day is None or m.span.first <= day <= m.span.last)


@lru_cache(maxsize=1)
def organisations() -> frozenset[str]:
    """The keys of the organisations whose members the tables list."""
    return frozenset(org for org, _ in _memberships())


def members(org: str, on: date | str | None = None) -> tuple[Membership, ...]:
    """All rows of an organisation's full members (on a day)."""
    key = _MEMBER_TABLE.get(org, org)
    day = as_iso(on)
    return tuple(
        m
        for (name, _), rows in _memberships().items()
        if name == key
        for m in rows
        if m.is_member and (day is None or m.span.first <= day <= m.span.last)
    )


@dataclass(frozen=True, slots=True)
class Admission:
    """A state's admission to the United Nations.

    ``session`` is the number of the regular session that decided it (None for the original members and for the special
    sessions); ``decided_at`` is the cell as it stands: “46”, “S-18” (18th special session), “original (…)”.
    """

    iso3: str
    name: str
    admitted: str
    session: int | None
    resolution: str
    name_then: str
    status: str
    note: str
    agreement: str
    disagreement: str
    source: str
    decided_at: str

    @property
    def unit(self) -> str | None:
        """The unit to which the day is certain: day, year or None."""
        if "differ" in self.agreement:
            return None
        return {"agree-day": "day", "agree-month": "month", "agree-year": "year"}.get(self.agreement)

    @property
    def original(self) -> bool:
        """Whether the state was a founder (24 October to 27 December 1945)."""
        return self.decided_at.startswith("original")

    @property
    def special_session(self) -> int | None:
        """The number of the special session that decided it (“S-18”), or None."""
        return int(self.decided_at[2:]) if self.decided_at[:2] == "S-" and self.decided_at[2:].isdigit() else None

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        cells = {
            "iso3": self.iso3,
            "name": self.name,
            "admitted": self.admitted,
            "ga_session": self.decided_at,
            "ga_resolution": self.resolution,
            "name_at_admission": self.name_then,
            "note": self.note,
            "agreement": self.agreement,
            "disagreement": self.disagreement,
        }
        return {k: v for k, v in cells.items() if v}


@lru_cache(maxsize=1)
def _admissions() -> dict[str, Admission]:
    found: dict[str, Admission] = {}
    for r in table("un_members").each():
        session = int(r["ga_session"]) if r["ga_session"].isdigit() else None
        resolution = r["ga_resolution"] if r["ga_resolution"].startswith("A/") else ""
        one = Admission(
            r["iso3"],
            r["name"],
            r["admitted"],
            session,
            resolution,
            r["name_at_admission"],
            r["status"],
            r["note"],
            r["agreement"],
            r["disagreement"],
            r["source1"],
            r["ga_session"],
        )
        if one.iso3 not in found or one.status == "current":
            found[one.iso3] = one
    return found


def un_admission(iso3: str) -> Admission | None:
    """The admission of a state to the United Nations, or None."""
    return _admissions().get(iso3)


def un_admissions() -> tuple[Admission, ...]:
    """Every admission of the table."""
    return tuple(_admissions().values())


@dataclass(frozen=True, slots=True)
class CouncilTerm:
    """A term on the Security Council; ``note`` tells of terms that two states split."""

    iso3: str
    start: str
    end: str
    seat: str
    group: str
    agreement: str
    source: str
    note: str

    @property
    def split_term(self) -> bool:
        """Whether two states shared the two years."""
        return self.note.startswith("split")

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        names = ("iso3", "start", "end", "seat", "group", "agreement", "note")
        return {k: getattr(self, k) for k in names if getattr(self, k)}


@lru_cache(maxsize=1)
def _council() -> dict[str, tuple[CouncilTerm, ...]]:
    found: dict[str, list[CouncilTerm]] = {}
    for r in table("unsc_terms").each():
        term = CouncilTerm(
            r["iso3"],
            r["start_date"],
            r["end_date"],
            r["seat"],
            r["regional_group"],
            r["agreement"],
            r["source"],
            r["note"],
        )
        found.setdefault(r["iso3"], []).append(term)
    return {k: tuple(v) for k, v in found.items()}


# The table holds every term since 1946; the election of June 2026 is in no source.
COUNCIL_COMPLETE = Bounds("1946-01-12", "2026-12-31")


def council_terms(iso3: str) -> tuple[CouncilTerm, ...]:
    """Every term of a state on the Security Council, the permanent seats included."""
    return _council().get(iso3, ())


def council_on(on: date | str) -> tuple[CouncilTerm, ...]:
    """The members of the Security Council on a day."""
    day = as_iso(on) or ""
    return tuple(t for rows in _council().values() for t in rows if t.start <= day and (not t.end or day <= t.end))


@dataclass(frozen=True, slots=True)
class Session:
    """A regular session of the General Assembly, from its opening to the next one's."""

    number: int
    opened: str
    president: str
    president_iso3: str
    agreement: str
    source: str

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        return {
            "session": str(self.number),
            "opened": self.opened,
            "president": self.president,
            "agreement": self.agreement,
        }


@lru_cache(maxsize=1)
def ga_sessions() -> Mapping[int, Session]:
    """The General Assembly's regular sessions by number."""
    return {
        int(r["session"]): Session(
            int(r["session"]), r["opened"], r["president"], r["president_iso3"], r["agreement"], r.get("evidence", "")
        )
        for r in table("ga_sessions").each()
    }


def session_on(on: date | str) -> Session | None:
    """The session in which a day falls (the last opened one), or None before 1946."""
    day = as_iso(on) or ""
    opened = [s for s in ga_sessions().values() if s.opened <= day]
    return max(opened, key=lambda s: s.opened) if opened else None


@dataclass(frozen=True, slots=True)
class Chair:
    """A state's chairmanship of the Non-Aligned Movement."""

    iso3: str
    person: str
    summit: str
    city: str
    start: str
    end: str
    agreement: str
    source: str
    note: str

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        names = ("iso3", "person", "summit", "city", "start", "end", "agreement", "note")
        return {k: getattr(self, k) for k in names if getattr(self, k)}


@lru_cache(maxsize=1)
def nam_chairs() -> tuple[Chair, ...]:
    """Who chaired the Non-Aligned Movement when, from summit to summit."""
    return tuple(
        Chair(
            r["iso3"],
            r["chair_person"],
            r["summit"],
            r["city"],
            r["chair_start"],
            r["chair_end"],
            r["agreement"],
            r["source"],
            r["note"],
        )
        for r in table("nam_chairs").each()
    )


def chairs(org: str, on: date | str | None = None) -> tuple[Chair, ...]:
    """The chairs of an organisation (only the Non-Aligned Movement, ``NAM``, is tabled), on a day."""
    day = as_iso(on)
    rows = nam_chairs() if org == "NAM" else ()
    return tuple(c for c in rows if day is None or (c.start <= day and (not c.end or day <= c.end)))


def part_of(part: str, whole: str) -> bool | None:
    """Whether one body (key) belongs to another; None where the tables do not say."""
    seen = [part]
    for key in seen:
        found = body(key)
        if found is None:
            continue
        parents = [p for p in re.split(r"\|", found.parent) if p]
        if whole in parents:
            return True
        seen += [p for p in parents if p not in seen]
    if whole == "UN" and (found := body(part)) and found.kind == "un":
        return True
    return None


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {r["iso3"]: r["group"] for r in table("regional_groups").each()}


def regional_group(iso3: str) -> str | None:
    """The United Nations regional group of a state, or None."""
    return _groups().get(iso3)


@dataclass(frozen=True, slots=True)
class Goal:
    """One of the seventeen Sustainable Development Goals."""

    number: int
    short: str
    title: str
    targets: int


@lru_cache(maxsize=1)
def goals() -> Mapping[int, Goal]:
    """The Sustainable Development Goals by number (A/RES/70/1, 25 September 2015)."""
    return {
        int(r["goal"]): Goal(int(r["goal"]), r["short"], r["title"], int(r["n_targets"])) for r in table("goals").each()
    }


def org_key(name: str) -> str | None:
    """The key of an organisation from any of its names."""
    found = find_body(name)
    return found.key if found else None


for _cached in (_memberships, organisations):
    derived(_cached.cache_clear)
