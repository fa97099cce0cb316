"""Persons whom the tables know, by the names and the offices that a text gives them."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.reference.bodies import body as body_of_key
from memcon.reference.folding import name_tokens, same_word
from memcon.reference.notables import notables_named, notables_surnamed
from memcon.reference.people import bearers_of, canonical_person, people_named
from memcon.reference.states import state
from memcon.reference.tables import table
from memcon.reference.terms import offices_for, terms_of


def _one_surname(name: str, known: str) -> bool:
    """Whether two spellings share a word in full that is not only the first: “Mark A. Milley” is not “Mark Ati”."""
    words, other = name_tokens(name), name_tokens(known)
    if len(words) < 2 or len(other) < 2:
        return True
    if re.fullmatch(r"[ivx]+", other[-1]) and not set(words) <= set(other):
        return False
    return any(same_word(w, o) for w in words[1:] for o in other if len(w) > 2 and len(o) > 2) or sorted(
        words
    ) == sorted(other)


def _holder(name: str, where: str | None, office: str, on: str) -> tuple[str, str | None, str | None] | None:
    """The one person of that name who holds that office on that day."""
    keys = offices_for(office)
    found = [
        (w, p)
        for w, p in bearers_of(name)
        if w in _sovereign()
        and (where is None or w == where)
        and _one_surname(name, p)
        and any(t.person == p and t.office in keys and t.in_office.first <= on <= t.in_office.last for t in terms_of(w))
    ]
    found = _one_crown(name, found)
    return (found[0][1], _sovereign_of(name, where, found[0][0]), None) if len(found) == 1 else None


def _sovereign_of(name: str, where: str | None, place: str) -> str:
    """The state of somebody the tables list in one: a co-prince of Andorra is the president of France."""
    french = place == "AND" and where is None and any(w == "FRA" for w, _ in bearers_of(name))
    return "FRA" if french else place


def _bears(word: str, where: str, person: str, office: str | None, on: str | None) -> bool:
    """Whether one word can be that person's name: the first or last; another only of who is in that office."""
    own, tokens = name_tokens(word)[0], name_tokens(person)
    keys = offices_for(office) if office else None
    terms = [t for t in terms_of(where) if t.person == person and (keys is None or t.office in keys)]
    if keys is not None and not terms:
        return False
    if any(same_word(own, t) for t in (tokens[0], tokens[-1])):
        return True
    return bool(office and on) and any(t.in_office.first <= (on or "") <= t.in_office.last for t in terms)


def _one_crown(name: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One person listed in several states is of the first of them: King Charles III is British, a co-prince French."""
    wheres = {w for w, _ in found}
    words = set(name_tokens(name))
    if len(wheres) > 1 and "AND" in wheres:
        found = [(w, p) for w, p in found if w != "AND"]
    british = [(w, p) for w, p in found if w == "GBR" and words <= set(name_tokens(p))]
    if len(wheres) > 2 and british and sum(p == british[0][1] for _, p in found) > 2:
        return british
    return found


def _narrowed(name: str, found: list[tuple[str, str]], office: str | None) -> list[tuple[str, str]]:
    """Those of several namesakes whose surname it is and who held such an office."""
    words = name_tokens(name)
    if len(found) > 1 and len(words) == 1:
        found = [(w, p) for w, p in found if name_tokens(p)[-1:] == words] or found
    if len(found) > 1 and office:
        keys = offices_for(office)
        found = [(w, p) for w, p in found if any(t.person == p and t.office in keys for t in terms_of(w))] or found
    return found


def titled(surname: str, title: str) -> tuple[str, str | None, str | None] | None:
    """The one notable of that surname whose title shares a word with the text's: “Deputy Secretary Hicks”."""
    said = set(title.lower().split()) - {"of", "the", "for", "to", "and"}
    found = {(p.person, p.country) for p in notables_surnamed(surname) if said & set(p.title.lower().split())}
    if len(found) != 1:
        return None
    person, country = found.pop()
    return person, country, None


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Whether the tables know somebody whose name has all these words, two at least."""
    words = set(name_tokens(name))
    if len(words) == 1 and " " in name:
        # “U Thant”: one of the two words is a style that does not count.
        return any(person == name for _, person in bearers_of(name))
    return len(words) > 1 and (
        any(words <= set(name_tokens(person)) for _, person in people_named(name))
        or any(words <= set(name_tokens(part.person)) for part in notables_named(name))
    )


@lru_cache(maxsize=2048)
def in_office_surnamed(surname: str, on: str) -> tuple[str, str | None, str | None] | None:
    """The one person of exactly that surname who holds an office on a day, and the country: “Lavrov”."""
    word = name_tokens(surname)
    found = {
        (person, where)
        for where, person in people_named(surname)
        if where in _sovereign()
        and word[0] in (name_tokens(person)[-1], name_tokens(person)[0])
        and any(t.person == person and t.in_office.first <= on <= t.in_office.last for t in terms_of(where))
    }
    if len(found) != 1:
        return None
    person, where = found.pop()
    return person, where, None


@lru_cache(maxsize=2048)
def is_one_surname(surname: str) -> bool:
    """Whether all whom the tables know by a surname are of one state: no “Castillo”."""
    own = name_tokens(surname)[0]
    return len({where for where, person in people_named(surname) if name_tokens(person)[-1] == own}) == 1


@lru_cache(maxsize=1)
def _sovereign() -> frozenset[str]:
    return frozenset(row["iso3"] for row in table("un_members").each()) | {"TWN", "XKX", "PSE", "VAT", "HKG", "MAC"}


@lru_cache(maxsize=4096)
def canonical(
    name: str, where: str | None, office: str | None, on: str | None
) -> tuple[str, str | None, str | None] | None:
    """The tables' spelling of a person, the country, and an organisation's code instead; None where unknown.

    A dependency has the head of state of its sovereign: where both list a person, the sovereign is meant.
    """
    if office and on and len(name_tokens(name)) > 1 and (holder := _holder(name, where, office, on)) is not None:
        return holder
    known = canonical_person(name, where, office or None, on)
    named = people_named(name)
    if len(name_tokens(name)) == 1:
        named = tuple((w, p) for w, p in named if _bears(name, w, p, office, on))
        if known is not None and known not in {p for _, p in named}:
            known = None
    if known is not None and not _one_surname(name, known):
        known, named = None, ()
    if known is None:
        parts = notables_named(name)
        if parts and (where is None or parts[0].country == where):
            return parts[0].person, parts[0].country, None
        if where is not None:
            return None
        own = _narrowed(name, [(w, p) for w, p in named if len(w) != 3 or w in _sovereign()], office)
        own = _one_crown(name, own)
        if not own:
            return None
        if len(own) > 1:
            # “President Bush”: which of the two is not said, of what country is.
            wheres = {w for w, _ in own}
            fullest = max((p for _, p in own), key=lambda p: len(name_tokens(p)))
            if len(wheres) > 1:
                return None
            if all(set(name_tokens(p)) <= set(name_tokens(fullest)) for _, p in own):
                return fullest, own[0][0], None
            return name, own[0][0], None
        known = own[0][1]
        named = tuple(own)
    places = [w for w, p in named if p == known and (where is None or w == where)]
    for place in sorted(places, key=lambda w: (w not in _sovereign(), w == "AND")):
        if len(place) == 3 and place.isupper() and state(place) is not None:
            return known, _sovereign_of(name, where, place), None
    for place in places:
        found = body_of_key(place)
        if found is not None:
            return known, None, found.code
    return known, None, None


def sectors_of(person: str, country: str | None, on: str | None) -> tuple[str, ...]:
    """What the tables say a person is on a day: in an office, or one who was."""
    if country is None:
        return ()
    parts = notables_named(person)
    terms = [t for t in terms_of(country) if t.person == person]
    if on:
        if any(t.in_office.first <= on <= t.in_office.last for t in terms):
            return ("GOV",)
        now = [p for p in parts if p.on(on)]
        if now:
            return now[0].sectors
        begun = [t for t in terms if t.in_office.first <= on]
        if begun and all(t.in_office.last < on for t in begun):
            return ("ELI",)
    if terms:
        return ("GOV",)
    if parts:
        ended = (
            on is not None
            and all(p.end and p.end < on for p in parts)
            and parts[0].sectors[0] in ("GOV", "LEG", "MIL", "JUD", "COP", "SPY")
        )
        return ("ELI",) if ended else parts[0].sectors
    return ()
