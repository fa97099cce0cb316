"""Who held which office on a day, and which offices a person held.

Every :class:`Term` carries how sure its days are: ``agreement`` vouches for the start, an end is sure only where a source gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.reference.bodies import find_body
from memcon.reference.days import EARLIEST, LATEST, Bounds, as_iso, bounds
from memcon.reference.folding import distance, fold, name_tokens, same_person, skeleton
from memcon.reference.tables import Table, derived, overlay, source_text, table
from memcon.reference.titles import read_title

_DAY_SURE = frozenset(("agree-day", "authoritative", "user"))
_SEEN = frozenset(
    ("agree-day", "agree-month", "agree-week", "agree-year", "agree-person", "authoritative", "agree", "user")
)


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office of one state (``country``) or organisation (``body``, a key of :mod:`memcon.reference.bodies`).

    ``start`` and ``end`` are cells of :func:`memcon.reference.days.bounds`.  ``doubt`` lists what is odd about the row: deputy,
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
    def start_unit(self) -> str | None:
        """The unit to which the start is certain: day, month, year, or None."""
        if self.start_sure:
            return "day"
        return {"agree-month": "month", "agree-week": "month", "agree-year": "year"}.get(self.agreement)

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
        """The days on which the row says the person was in office, whatever the unit of its dates; None where there are none."""
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
            "country": self.country or "", "body": self.body or "", "office": self.office, "person": self.person, "start": self.start, "end": self.end,
            "title": self.title, "end_basis": self.end_basis, "last_confirmed": self.last_confirmed, "agreement": self.agreement,
            "evidence": self.evidence, "disagreement": self.disagreement, "doubt": ", ".join(self.doubt), "note": self.note,
        }  # fmt: skip
        return {k: v for k, v in cells.items() if v}


def _terms_of(rows: Table) -> list[Term]:
    return [
        Term(
            None if r[0].startswith("body:") else r[0], r[0][5:] if r[0].startswith("body:") else None, r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10], r[11], r[12],
            tuple(r[13].split(",")) if r[13] else (),
        )
        for r in rows.rows
    ]  # fmt: skip


_BODY_OFFICES = {
    "Secretary-General": "secretary_general", "Secretary General": "secretary_general", "Secretary-General (acting)": "secretary_general",
    "Deputy Secretary-General": "deputy_secretary_general", "Director-General": "director_general", "Director General": "director_general",
    "Managing Director": "managing_director", "President": "president", "High Commissioner": "high_commissioner",
    "High Representative for Foreign Affairs": "high_representative", "President of the European Commission": "commission_president",
    "President of the European Council": "council_president",
}  # fmt: skip


@lru_cache(maxsize=1)
def _rows_by_country() -> dict[str, list[list[str]]]:
    """The rows of the term table by country, not yet made into values: most questions are about one country."""
    found: dict[str, list[list[str]]] = {}
    for row in table("terms").rows:
        found.setdefault(row[0], []).append(row)
    return found


@lru_cache(maxsize=512)
def terms_of(where: str) -> tuple[Term, ...]:
    """Every term of a country (ISO 3166-1 alpha-3) or body (key), a user's own rows first."""
    own = overlay("terms")
    mine = [t for t in (_terms_of(own) if own else []) if t.where == where]
    shipped = _terms_of(Table("terms", (), _rows_by_country().get(where, [])))
    if mine:
        shipped = [_closed(t, mine) for t in shipped]
    return (*mine, *shipped, *(t for t in _heads() if t.body == where))


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
def _heads() -> tuple[Term, ...]:
    found = []
    for row in table("heads_of_bodies").each():
        key = "WBG" if row["org"] == "World Bank" else row["org"]
        acting = ("acting",) if "(acting)" in row["office"] else ()
        found.append(
            Term(
                None, key, _BODY_OFFICES[row["office"]], row["person"], row["start"], row["end"], row["office"], "" if not row["end"] else "own",
                "2026-01" if not row["end"] else row["end"], row["agreement"], row["source"], "", "", row["disagreement"], acting, "heads_of_bodies", row["note"],
            )
        )  # fmt: skip
    for row in table("ga_sessions").each():
        found.append(
            Term(
                None, "UNGA", "ga_president", row["president"], row["opened"], "", "President of the General Assembly", "", row["opened"],
                row["agreement"], row.get("evidence", ""), table="ga_sessions", note=f"{row['session']}th session",
            )
        )  # fmt: skip
    return tuple(found)


# In which rows a title is looked for.  A “President” may head the government, a “Prime Minister” never is only head of state.
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

    A president may be filed as head of government, a prime minister of a monarch as head of state; deputies never count.
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


@dataclass(frozen=True, slots=True)
class _People:
    """The index over names: word or sound → (where, canonical name), and all spellings of each."""

    by_word: Mapping[str, list[tuple[str, str]]]
    by_sound: Mapping[str, list[tuple[str, str]]]
    spellings: Mapping[tuple[str, str], list[tuple[str, ...]]]


@lru_cache(maxsize=1)
def _people() -> _People:
    spelled: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    by_word: dict[str, list[tuple[str, str]]] = {}
    by_sound: dict[str, list[tuple[str, str]]] = {}

    def add(key: tuple[str, str], words: tuple[str, ...], sounds: tuple[str, ...]) -> None:
        spelled.setdefault(key, []).append(words)
        for word, sound in zip(words, sounds, strict=True):
            by_word.setdefault(word, []).append(key)
            by_sound.setdefault(sound, []).append(key)

    for where, person, words, sounds in table("persons").rows:
        add((where, person), tuple(words.split(" ")), tuple(sounds.split(" ")))
    own = overlay("terms")
    for key in dict.fromkeys(
        [(t.where, t.person) for t in (_terms_of(own) if own else [])] + [(t.body or "", t.person) for t in _heads()]
    ):
        tokens = name_tokens(key[1])
        if tokens and tokens not in spelled.get(key, ()):
            add(key, tokens, tuple(skeleton(w) or "-" for w in tokens))
    return _People(by_word, by_sound, spelled)


@lru_cache(maxsize=8192)
def people_named(name: str) -> tuple[tuple[str, str], ...]:
    """(country or body, canonical name) of everybody the tables know by that name, in whatever spelling.

    A surname alone finds all who bear it.
    """
    people = _people()
    words = name_tokens(name)
    if not words:
        return ()

    def named(key: tuple[str, str]) -> bool:
        for spelling in people.spellings[key]:
            if len(words) == 1:
                if len(words[0]) > 2 and _is_surname(words[0], spelling):
                    return True
            elif same_person(words, spelling):
                return True
        return False

    near = dict.fromkeys(k for w in words for k in people.by_word.get(w, ()))
    found = [k for k in near if named(k)]
    if not found:
        heard = [people.by_sound.get(skeleton(w), []) for w in (words[0], words[-1])]
        last = set(heard[1])
        found = [k for k in dict.fromkeys(heard[0]) if k in last and named(k)]
    exact = [k for k in found if any(sorted(s) == sorted(words) for s in people.spellings[k])]
    return tuple(exact if exact and len(words) > 1 else found)


def _is_surname(word: str, spelling: tuple[str, ...]) -> bool:
    """Whether one word can stand for a name: any word of it but a forename; of another spelling only a long one."""
    if word == spelling[0] or word in spelling[1:]:
        return True
    surnames = spelling if len(spelling) == 1 else spelling[1:]
    return len(word) >= 6 and any(_nearly(word, w) for w in surnames)


def _nearly(a: str, b: str) -> bool:
    apart = distance(a, b)
    return a[0] == b[0] and skeleton(a) == skeleton(b) and (apart <= 1 or (apart == 2 and min(len(a), len(b)) >= 8))


def offices_of(name: str, where: str | None = None) -> tuple[Term, ...]:
    """Every term of the people of that name (in one country or body, where given), oldest first."""
    found: list[Term] = []
    for place, person in people_named(name):
        if where is None or place == where:
            found += [t for t in terms_of(place) if t.person == person]
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda t: bounds(t.start).first if t.start else bounds(t.end).first if t.end else "",
        )
    )


def canonical_person(
    name: str, country: str | None = None, office: str | None = None, on: date | str | None = None
) -> str | None:
    """The tables' spelling of a person's name; None where nobody, or more than one, can be meant.

    ``country`` (ISO code or body key), ``office`` (key) and a day narrow it: a surname alone mostly needs them.
    """
    found = [(w, p) for w, p in people_named(name) if country is None or w == country]
    if len({fold(p) for _, p in found}) > 1 and (office or on):
        day = as_iso(on)
        keys = offices_for(office) if office else None
        narrowed = []
        for where, person in found:
            terms = [
                t
                for t in terms_of(where)
                if t.person == person and (keys is None or t.office in keys) and not {"deputy", "junior"} & set(t.doubt)
            ]
            if day:
                terms = [t for t in terms if t.in_office.first <= day <= t.in_office.last]
            if terms:
                narrowed.append((where, person))
        found = narrowed
    names = {fold(p): p for _, p in found}
    if len(names) == 1:
        return next(iter(names.values()))
    if len(names) > 1 and len(name_tokens(name)) > 1:
        tokens = [name_tokens(p) for p in names.values()]
        if all(same_person(tokens[0], t) for t in tokens):  # one man filed under two spellings in two places
            return max(names.values(), key=lambda p: (sum(ord(c) > 127 for c in p), -len(p)))
    return None


@dataclass(frozen=True, slots=True)
class Person:
    """An office holder: canonical name, the countries and bodies they served, and their terms, oldest first."""

    name: str
    where: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def country(self) -> str | None:
        """The one country they held office in, if there is one."""
        own = {t.country for t in self.terms if t.country}
        return next(iter(own)) if len(own) == 1 else None


def find_person(
    name: str, country: str | None = None, office: str | None = None, on: date | str | None = None
) -> Person | None:
    """The one office holder whom a name can mean (see :func:`canonical_person`) with all terms; None if none or several."""
    canonical = canonical_person(name, country, office, on)
    if canonical is None:
        return None
    tokens = name_tokens(canonical)
    same = tuple(t for t in offices_of(canonical) if same_person(name_tokens(t.person), tokens))
    return Person(canonical, tuple(sorted({t.where for t in same})), same)


def holder(office: str, where: str, on: date | str) -> Term | None:
    """The one holder of an office on a day, or None where the tables have none or more than one."""
    day = as_iso(on)
    rows = [t for t in holders(office, where, day) if not {"deputy", "junior", "two names"} & set(t.doubt)]
    if len({t.person for t in rows}) > 1:
        rows = [t for t in rows if (s := t.surely_in_office) and day and s.first <= day <= s.last]
    return rows[0] if len({t.person for t in rows}) == 1 else None


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody met in an office on a day, as the State Department or the CIA noted it."""

    country: str
    office: str
    person: str
    day: str
    source: str


@lru_cache(maxsize=1)
def _sightings() -> dict[tuple[str, str], tuple[Sighting, ...]]:
    found: dict[tuple[str, str], list[Sighting]] = {}
    for row in table("sightings").rows:
        found.setdefault((row[0], row[2]), []).append(Sighting(row[0], row[1], row[2], row[3], row[4]))
    return {key: tuple(rows) for key, rows in found.items()}


def sightings(country: str, person: str) -> tuple[Sighting, ...]:
    """The days on which a person (canonical name) was noted in an office of that country."""
    return _sightings().get((country, person), ())


def parse_office(phrase: str, iso3: str | None = None) -> str | None:
    """The office key that a title stands for, or None: “foreign minister” → ``foreign_minister``."""
    found = read_title(phrase, iso3)
    return found.office or None if found else None


def body_key(name: str) -> str | None:
    """The key under which a body's offices and members are filed, from its name or acronym."""
    found = find_body(name)
    return found.key if found else None


for _cached in (_rows_by_country, terms_of, _heads, _people, people_named, _sightings):
    derived(_cached.cache_clear)
