"""Who held which office on a day, and which offices a person held.

Every :class:`Term` carries how sure its days are: ``agreement`` vouches for the start, an end is sure only where a
source gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from memcon.reference.bodies import find_body
from memcon.reference.days import EARLIEST, LATEST, Bounds, as_iso, bounds, ordinal
from memcon.reference.tables import Table, derived, overlay, source_text, table

_DAY_SURE = frozenset(("agree-day", "authoritative", "user"))
_SEEN = frozenset(
    ("agree-day", "agree-month", "agree-week", "agree-year", "agree-person", "authoritative", "agree", "user")
)


_OFFICES = {
    "head_of_state": "head of state",
    "head_of_government": "head of government",
    "foreign_minister": "foreign minister",
    "effective_leader": "effective leader (head of state or government)",
    "vice_president": "vice president",
    "deputy_head_of_government": "deputy head of government",
    "governor_general": "governor general",
    "heir": "heir to the throne",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office of one state (``country``) or organisation (``body``, a key of
    :mod:`memcon.reference.bodies`).

    ``start`` and ``end`` are cells of :func:`memcon.reference.days.bounds`.  ``doubt`` lists what is odd about the
    row: deputy,
    junior, acting, seen outside (somebody saw the person in office on another day), two names.
    """

    country: str | None
    body: str | None
    office: str
    person: str
    start: str
    end: str
    title: str
    end_basis: str
    last_confirmed: str
    agreement: str
    source: str
    listed_as: str = ""
    evidence: str = ""
    disagreement: str = ""
    doubt: tuple[str, ...] = ()
    table: str = "terms"
    note: str = ""

    @property
    def called(self) -> str:
        """The office in words: its title, or what such an office is called where the row has no whole title."""
        title = self.title.strip(" ,")
        if len(title) > 3 and not title.endswith((" of", " the")):
            return title
        return _OFFICES.get(self.office, self.office.replace("_", " "))

    @property
    def differs(self) -> bool:
        """Whether a source says otherwise."""
        return self.agreement.endswith("+differ")

    @property
    def confirmed(self) -> bool:
        """Whether a second source knows the person in this office (not necessarily to the day)."""
        return self.agreement in _SEEN

    @property
    def start_sure(self) -> bool:
        """Whether the start is certain to the unit in which it is given."""
        if self.agreement in _DAY_SURE:
            return len(self.start) == 10
        return self.agreement == "agree" and len(self.start) == 10 and not self.differs

    @property
    def end_sure(self) -> bool:
        """Whether a source gives the end, so that it is more than the next one's start."""
        return self.end_basis in ("wikidata", "pocom", "reign", "user") and bool(self.end)

    @property
    def in_office(self) -> Bounds:
        """The days on which the person can have been in office as far as the row goes."""
        first, last = bounds(self.start).first if self.start else EARLIEST, LATEST
        if self.end:
            last = bounds(self.end).last if not self.end.startswith(">=") else LATEST
        return Bounds(first, last)

    @property
    def surely_in_office(self) -> Bounds | None:
        """The days on which the row says the person was in office, whatever the unit of its dates; None where there
        are none.
        """
        first = bounds(self.start).last if self.start and not self.start.startswith(">=") else None
        last = (
            bounds(self.end.removeprefix(">=")).first
            if self.end
            else bounds(self.last_confirmed).first
            if self.last_confirmed
            else None
        )
        if first is None and self.last_confirmed:
            first = bounds(self.last_confirmed).first
        if first is None or last is None or last < first:
            return None
        return Bounds(first, last)

    @property
    def where(self) -> str:
        """The country code or the body's key."""
        return self.country or self.body or ""

    @property
    def cited(self) -> str:
        """The source in words."""
        return source_text(self.source)

    def row(self) -> dict[str, str]:
        """The cells a citation shows."""
        cells = {
            "country": self.country or "",
            "body": self.body or "",
            "office": self.office,
            "person": self.person,
            "start": self.start,
            "end": self.end,
            "title": self.title,
            "end_basis": self.end_basis,
            "last_confirmed": self.last_confirmed,
            "agreement": self.agreement,
            "evidence": self.evidence,
            "disagreement": self.disagreement,
            "doubt": ", ".join(self.doubt),
            "note": self.note,
        }
        return {k: v for k, v in cells.items() if v}


def _terms_of(rows: Table) -> list[Term]:
    return [
        Term(
            None if r[0].startswith("body:") else r[0],
            r[0][5:] if r[0].startswith("body:") else None,
            r[1],
            r[2],
            r[3],
            r[4],
            r[5],
            r[6],
            r[7],
            r[8],
            r[9],
            r[10],
            r[11],
            r[12],
            tuple(r[13].split(",")) if r[13] else (),
        )
        for r in rows.rows
    ]


_BODY_OFFICES = {
    "Secretary-General": "secretary_general",
    "Secretary General": "secretary_general",
    "Secretary-General (acting)": "secretary_general",
    "Deputy Secretary-General": "deputy_secretary_general",
    "Director-General": "director_general",
    "Director General": "director_general",
    "Managing Director": "managing_director",
    "President": "president",
    "High Commissioner": "high_commissioner",
    "High Representative for Foreign Affairs": "high_representative",
    "President of the European Commission": "commission_president",
    "President of the European Council": "council_president",
}


@lru_cache(maxsize=1)
def _rows_by_country() -> dict[str, list[list[str]]]:
    """The rows of the term table by country, not yet made into values: most questions are about one country."""
    found: dict[str, list[list[str]]] = {}
    for row in table("terms").rows:
        found.setdefault(row[0], []).append(row)
    return found


def own_terms() -> list[Term]:
    """The terms that a user laid over the tables."""
    own = overlay("terms")
    return _terms_of(own) if own else []


@lru_cache(maxsize=512)
def terms_of(where: str) -> tuple[Term, ...]:
    """Every term of a country (ISO 3166-1 alpha-3) or body (key), a user's own rows first."""
    mine = [t for t in own_terms() if t.where == where]
    shipped = _terms_of(Table("terms", (), _rows_by_country().get(where, [])))
    if mine:
        shipped = [_closed(t, mine) for t in shipped]
    return (*mine, *shipped, *(t for t in heads_of_bodies() if t.body == where))


def _closed(term: Term, mine: list[Term]) -> Term:
    """A shipped term that was open, ended by a user's row of the same office that starts later."""
    if term.end and term.end_basis not in ("open", "edition"):
        return term
    later = [t.start for t in mine if t.office == term.office and t.start > term.start and t.person != term.person]
    if not later:
        return term
    cells = {name: getattr(term, name) for name in Term.__slots__}
    return Term(**{**cells, "end": min(later), "end_basis": "next"})


@lru_cache(maxsize=1)
def heads_of_bodies() -> tuple[Term, ...]:
    """The terms of those who headed an organisation, or presided over the General Assembly."""
    found = []
    for row in table("heads_of_bodies").each():
        key = "WBG" if row["org"] == "World Bank" else row["org"]
        acting = ("acting",) if "(acting)" in row["office"] else ()
        found.append(
            Term(
                None,
                key,
                _BODY_OFFICES[row["office"]],
                row["person"],
                row["start"],
                row["end"],
                row["office"],
                "" if not row["end"] else "own",
                "2026-01" if not row["end"] else row["end"],
                row["agreement"],
                row["source"],
                "",
                "",
                row["disagreement"],
                acting,
                "heads_of_bodies",
                row["note"],
            )
        )
    sessions = list(table("ga_sessions").each())
    for row, following in zip_longest(sessions, sessions[1:]):
        found.append(
            Term(
                None,
                "UNGA",
                "ga_president",
                row["president"],
                row["opened"],
                following["opened"] if following else "",
                "President of the General Assembly",
                "next" if following else "",
                "" if following else row["opened"],
                row["agreement"],
                "own",
                evidence=row["evidence"],
                table="ga_sessions",
                note=f"{ordinal(int(row['session']))} session",
            )
        )
    return tuple(found)


# In which rows a title is looked for.  A “President” may head the government, a “Prime Minister” never is only head
# of state.
_OFFICES_OF_TITLE: Mapping[str, tuple[str, ...]] = {
    "head_of_state": ("head_of_state", "head_of_government", "effective_leader"),
    "head_of_government": ("head_of_government", "head_of_state", "effective_leader"),
    "president": ("head_of_state", "head_of_government", "effective_leader"),
}
_PRINCIPAL = ("head_of_state", "head_of_government", "effective_leader")


def offices_for(office: str) -> tuple[str, ...]:
    """The office keys under which the holder of such an office may be filed."""
    return _OFFICES_OF_TITLE.get(office, (office,))


_MONARCHS = ("King", "Queen", "Emir", "Amir", "Sultan", "Emperor", "Grand Duke", "Prince", "Paramount", "Pope")


def term_is(term: Term, office: str, standard: str = "") -> bool:
    """Whether a term is of the office meant (its key, and the standard title where that is known).

    A president may be filed as head of government, a prime minister of a monarch as head of state; deputies never
    count.
    """
    if {"deputy", "junior"} & set(term.doubt):
        return False
    if term.office == office:
        if office == "head_of_government" and standard == "Prime Minister":
            return "resident" not in term.title or "Government" in term.title or "Council" in term.title
        return True
    if office == "head_of_state" and term.office == "head_of_government":
        return "resident" in term.title or any(word in term.title for word in _MONARCHS)
    if office == "head_of_government" and term.office == "head_of_state":
        return "Prime Minister" in term.title or "Premier" in term.title
    return False


def holders(office: str, where: str, on: date | str | None = None) -> tuple[Term, ...]:
    """Who held an office of a country or body on a day, or ever where no day is given; rows with a doubt last.

    ``office`` is a key (``head_of_state``, ``head_of_government``, ``foreign_minister``, ``secretary_general`` …).
    """
    day = as_iso(on)
    rows = [t for t in terms_of(where) if t.office == office]
    if day:
        rows = [t for t in rows if t.in_office.first <= day <= t.in_office.last]
        sure = [t for t in rows if (s := t.surely_in_office) and s.first <= day <= s.last]
        rows = sure + [t for t in rows if t not in sure]
    return tuple(
        sorted(
            rows,
            key=lambda t: (
                bool({"deputy", "junior", "two names"} & set(t.doubt)),
                0 if day else 1,
                "" if day else t.start,
            ),
        )
    )


def holder(office: str, where: str, on: date | str) -> Term | None:
    """The one holder of an office on a day, or None where the tables have none or more than one."""
    day = as_iso(on)
    rows = [t for t in holders(office, where, day) if not {"deputy", "junior", "two names"} & set(t.doubt)]
    if len({t.person for t in rows}) > 1:
        rows = [t for t in rows if (s := t.surely_in_office) and day and s.first <= day <= s.last]
    return rows[0] if len({t.person for t in rows}) == 1 else None


def body_key(name: str) -> str | None:
    """The key under which a body's offices and members are filed, from its name or acronym."""
    found = find_body(name)
    return found.key if found else None


for _cached in (_rows_by_country, terms_of, heads_of_bodies):
    derived(_cached.cache_clear)
