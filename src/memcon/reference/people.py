"""People in office by name, in whatever spelling; the days on which they were seen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.reference.days import as_iso, bounds
from memcon.reference.folding import distance, fold, name_tokens, same_person, skeleton
from memcon.reference.tables import derived, table
from memcon.reference.terms import Term, heads_of_bodies, offices_for, own_terms, terms_of

# How the source of a term begins that comes from Wikidata: its id follows.
_WIKIDATA = "wd:"


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
    for key in dict.fromkeys(
        [(t.where, t.person) for t in own_terms()] + [(t.body or "", t.person) for t in heads_of_bodies()]
    ):
        tokens = name_tokens(key[1])
        if tokens and tokens not in spelled.get(key, ()):
            add(key, tokens, tuple(skeleton(w) or "-" for w in tokens))
    return _People(by_word, by_sound, spelled)


@lru_cache(maxsize=8192)
def people_named(name: str) -> tuple[tuple[str, str], ...]:
    """(country or body, canonical name) of everybody the tables know by that name, in whatever spelling.

    A surname alone finds all who bear it; a full name those who bear exactly that one, where there are any.
    """
    words = name_tokens(name)
    found = bearers_of(name)
    people = _people()
    exact = [k for k in found if any(sorted(s) == sorted(words) for s in people.spellings[k])]
    return tuple(exact) if exact and len(words) > 1 else found


@lru_cache(maxsize=8192)
def bearers_of(name: str) -> tuple[tuple[str, str], ...]:
    """Everybody whom a name can mean, those with a longer name of their own included (“Salva Kiir Mayardit”)."""
    people = _people()
    words = name_tokens(name)
    if not words:
        return ()

    def named(key: tuple[str, str]) -> bool:
        for spelling in people.spellings[key]:
            if len(words) == 1:
                if len(words[0]) > 2 and _is_surname(words[0], spelling):
                    return True
            elif same_person(words, spelling) or _in_order(words, spelling):
                return True
        return False

    near = dict.fromkeys(k for w in words for k in people.by_word.get(w, ()))
    found = [k for k in near if named(k)]
    if not found:
        heard = [people.by_sound.get(skeleton(w), []) for w in (words[0], words[-1])]
        last = set(heard[1])
        found = [k for k in dict.fromkeys(heard[0]) if k in last and named(k)]
    return tuple(found)


def _in_order(words: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    """Whether a name has its forename first and its other words in their order: “Michel Temer”, of a longer name."""
    if words[0] != spelling[0] or len(words) < 2 or len(spelling) < 4:
        return False
    rest = iter(spelling)
    return all(word in rest for word in words)


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
    """The one office holder whom a name can mean (see :func:`canonical_person`) with all terms; None if none or
    several.
    """
    canonical = canonical_person(name, country, office, on)
    if canonical is None:
        return None
    tokens = name_tokens(canonical)
    same = tuple(t for t in offices_of(canonical) if same_person(name_tokens(t.person), tokens))
    return Person(canonical, tuple(sorted({t.where for t in same})), same)


@lru_cache(maxsize=8192)
def wikidata_id(person: str, country: str) -> str | None:
    """The Wikidata id of an office holder, where a row of the tables comes from there; None otherwise.

    Args:
        person: the tables' own spelling (:func:`canonical_person`).
        country: ISO 3166-1 alpha-3, where the office was held.
    """
    ids = {
        t.source.removeprefix(_WIKIDATA)
        for t in terms_of(country)
        if t.person == person and t.source.startswith(_WIKIDATA)
    }
    return ids.pop() if len(ids) == 1 else None


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


for _cached in (_people, people_named, bearers_of, wikidata_id, _sightings):
    derived(_cached.cache_clear)
