"""Who is meant by a name: “AZE”, “UN”, “Azerbaijan”, “António Guterres”, “AZEGOV”.

Every actor of a report has *keys*: the country and the bodies it is or acts for, its code, and itself.  A name that
somebody asks for is turned into such keys, so that “UN” finds what the Secretary-General did.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from memcon.archive.errors import UnknownParty
from memcon.record import Actor
from memcon.reference import bodies, body, find_body, fold, name_index, name_tokens, people_named, state, states

_CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})+")
# A surname that more people bear than this is no answer.
_MOST_PEOPLE = 400


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by an actor, once over the whole archive.

    Attributes:
        name: the canonical name.
        kind: person, state, organization, office, group, place.
        code: the CAMEO/PLOVER actor code.
        country: ISO 3166-1 alpha-3.
        bodies: keys of the bodies it is or acts for, the nearest first.
    """

    name: str
    kind: str
    code: str | None
    country: str | None
    bodies: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What it can be asked for by, itself apart."""
        return tuple(dict.fromkeys(filter(None, (self.country, *self.bodies, self.code))))


def party_of(actor: Actor) -> Party:
    """The party that an actor of a report is."""
    acts_for: list[str] = []
    if actor.kind in ("organization", "office", "group"):
        acts_for += _with_parents(actor.name)
    if actor.country is None or "IGO" in actor.sectors:
        for office in actor.offices:
            if office.body:
                acts_for += _with_parents(office.body)
    if not acts_for and actor.country is None and actor.code:
        acts_for += _of_code(actor.code)
    return Party(actor.name, actor.kind, actor.code, actor.country, tuple(dict.fromkeys(acts_for)))


@lru_cache(maxsize=4096)
def _with_parents(name: str) -> tuple[str, ...]:
    """The key of a body and of those it belongs to: a UN programme acts for the UN."""
    found = find_body(name)
    keys: dict[str, None] = {}
    queue = [found] if found else []
    while queue:
        one = queue.pop(0)
        if one.key in keys:
            continue
        keys[one.key] = None
        queue += [up for key in one.parent.split("|") if key and (up := body(key))]
        if one.code == "IGOUNO" or one.kind == "un":
            queue += [up for key in ("UN",) if (up := body(key))]
        elif one.country is None and (whole := _whole(one.code)) and whole != one.key:
            queue += [up for up in (body(whole),) if up]
    return tuple(keys)


@lru_cache(maxsize=1)
def _wholes() -> dict[str, str]:
    """The body that gives its name to a code which several bodies share: the EU for IGOEEC."""
    found: dict[str, list[str]] = {}
    for one in bodies():
        if one.country is None and len(one.code) == 6 and one.code.startswith("IGO"):
            found.setdefault(one.code, []).append(one.key)
    return {code: keys[0] for code, keys in found.items()} | {"IGOUNO": "UN", "IGOEEC": "EU", "IGONAT": "NATO"}


def _whole(code: str) -> str | None:
    return _wholes().get(code[:6])


@lru_cache(maxsize=1024)
def _of_code(code: str) -> tuple[str, ...]:
    whole = _whole(code)
    return (whole,) if whole else ()


def token(role: str, key: object) -> str:
    """The word in the index that says that a party with this key has this role: ``from_aze_0``.

    The digit at the end keeps the stemmer of the index from touching it.
    """
    return f"{role}_{slug(str(key))}_0"


@lru_cache(maxsize=65536)
def slug(words: str) -> str:
    """Letters and digits alone, small, without accents; what nothing is left of keeps its code points."""
    plain = re.sub(r"[^0-9a-z]+", "", fold(words).lower())
    return plain or "u" + "".join(f"{ord(ch):x}" for ch in words)


def keys_for(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The keys that a name stands for, any of which will do.

    Args:
        connection: the archive, for the people and bodies that only its reports know.
        name: a state, people, capital, body, person, ISO or actor code.

    Raises:
        UnknownParty: neither the tables nor the archive know it.
    """
    name = " ".join(name.split())
    bare = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    if bare.isupper() and (found := state(bare)):
        return (found.iso3,)
    for wanted in (name, bare):
        for entry in name_index().get(wanted):
            if entry.fits(wanted) or entry.fits(wanted.upper()):
                if entry.kind == "body" and entry.body:
                    return (entry.body,)
                if entry.country:
                    return (entry.country,)
    if held := find_body(bare):
        return (held.key,)
    if len(bare) == 3 and (found := state(bare.upper())):
        return (found.iso3,)
    if (_CODE.fullmatch(bare.upper()) and _has_code(connection, bare.upper())) or _CODE.fullmatch(bare):
        return (bare.upper(),)
    people = _named(connection, bare)
    if not people:
        raise UnknownParty(name, _near(connection, bare))
    return tuple(f"p{number}" for number in people)


def _has_code(connection: sqlite3.Connection, code: str) -> bool:
    return connection.execute("SELECT 1 FROM parties WHERE code = ? LIMIT 1", (code,)).fetchone() is not None


def _named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The parties of the archive whose name has all these words, or is another spelling of it."""
    spellings = {name_words(name)}
    if len(name_tokens(name)) > 1:
        spellings |= {name_words(person) for _, person in people_named(name)}
    found: dict[int, None] = {}
    for words in spellings:
        if words:
            rows = connection.execute(
                " INTERSECT ".join(["SELECT party FROM party_words WHERE word = ?"] * len(words)) + " LIMIT ?",
                (*words, _MOST_PEOPLE),
            )
            found |= dict.fromkeys(row[0] for row in rows)
    return list(found)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, as the archive looks parties up by them."""
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", fold(name).lower())))


def _near(connection: sqlite3.Connection, name: str) -> str | None:
    from difflib import get_close_matches

    known = {fold(one.name): one.name for one in states()} | {fold(one.name): one.name for one in bodies()}
    if near := get_close_matches(fold(name), known, 1, 0.75):
        return known[near[0]]
    words = name_words(name)
    heads = {word[:2] for word in words}
    for head in heads:
        rows = connection.execute(
            "SELECT DISTINCT word FROM party_words WHERE word >= ? AND word < ? LIMIT 5000", (head, head + "\U0010ffff")
        )
        for word in words:
            if near := get_close_matches(word, [row[0] for row in rows], 1, 0.75):
                row = connection.execute(
                    "SELECT name FROM parties JOIN party_words ON party = id WHERE word = ? LIMIT 1", (near[0],)
                ).fetchone()
                return str(row[0])
    return None


def described(keys: Iterable[str]) -> str:
    """Keys in words, for people: “Azerbaijan”, “United Nations”."""
    names = []
    for key in keys:
        if (one := body(key)) is not None:
            names.append(one.name)
        elif (found := state(key)) is not None:
            names.append(found.name)
        else:
            names.append(key)
    return ", ".join(names)
