"""The roll of a document: its referents as they are found, with their mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from memcon.language import ParsedText
from memcon.reading.actors.gazetteer import Named
from memcon.record import Actor, Mention, Office
from memcon.reference import canonical_person, wikidata_id


@dataclass(slots=True)
class Referent:
    """One who is meant.  ``words``: folded words of a personal name; ``acts`` is False for a mere place."""

    kind: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    code: str | None = None
    words: tuple[str, ...] = ()
    role: str = ""
    plural: bool = False
    gender: str | None = None
    acts: bool = True
    offices: list[Office] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)


#: Sectors that need no country to make a code.
_STATELESS = frozenset({"IGO", "NGO", "MNC", "INT"})


def code_of(country: str | None, sectors: Iterable[str]) -> str | None:
    """The CAMEO/PLOVER code of a country and its first sector; None where the country is not known."""
    first = next(iter(sectors), "")
    if country:
        return country + first
    return first if first in _STATELESS else None


class Roll:
    """The referents of one document and the tokens at which each is meant."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self.referents: list[Referent] = []
        self.at: dict[int, tuple[int, ...]] = {}
        self._states: dict[str, int] = {}
        self._bodies: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self.described: dict[tuple[str | None, str, str, bool], int] = {}

    def add(self, referent: Referent) -> int:
        """Enter a new referent; its number."""
        self.referents.append(referent)
        return len(self.referents) - 1

    def state(self, iso3: str, name: str, acts: bool) -> int:
        """The state with this code; ``acts`` when it is more than a place here."""
        number = self._states.get(iso3)
        if number is None:
            number = self._states[iso3] = self.add(Referent("state", name, iso3, (), iso3, acts=acts))
        elif acts:
            self.referents[number].acts = True
        return number

    def body(self, named: Named) -> int:
        """The organisation or seat of power behind a name of the reference tables."""
        key = named.key or named.name
        number = self._bodies.get(key)
        if number is None:
            code = named.code or code_of(named.iso3, named.sectors)
            kind = "office" if named.kind == "seat" else "organization"
            number = self._bodies[key] = self.add(Referent(kind, named.name, named.iso3, named.sectors, code))
        return number

    def place(self, name: str, iso3: str | None) -> int:
        """A place that is no actor."""
        number = self._places.get(name)
        if number is None:
            number = self._places[name] = self.add(Referent("place", name, iso3, (), iso3, acts=False))
        return number

    def mention(self, number: int, first: int, last: int, form: str, cover: Iterable[int] = ()) -> None:
        """Enter a mention over tokens ``first``..``last``; ``cover`` are further tokens at which it is meant."""
        self.referents[number].mentions.append((first, last, form))
        for i in (*range(first, last), *cover):
            self.at.setdefault(i, (number,))

    def meant(self, tokens: Iterable[int], numbers: tuple[int, ...]) -> None:
        """Say that all of ``numbers`` are meant at ``tokens``."""
        for i in tokens:
            self.at[i] = numbers

    def actors(self) -> tuple[tuple[Actor, ...], dict[int, str]]:
        """The actors in order of first mention, and number → id."""
        order = sorted(
            (n for n, r in enumerate(self.referents) if r.mentions),
            key=lambda n: (min(m[0] for m in self.referents[n].mentions), n),
        )
        ids = {n: f"a{k}" for k, n in enumerate(order, 1)}
        return tuple(self._actor(self.referents[n], ids[n]) for n in order), ids

    def _actor(self, who: Referent, actor_id: str) -> Actor:
        mentions = []
        tokens, text = self.parsed.tokens, self.parsed.text
        for first, last, form in sorted(set(who.mentions)):
            start, end = tokens[first].start, tokens[last - 1].end
            if tokens[first].pos == "SPACE" or tokens[last - 1].pos == "SPACE":
                span = self.parsed.span(first, last)
                start, end = span.start, span.end
            if start < end:
                mentions.append(Mention(start, end, text[start:end], form))
        kind, code = who.kind, who.code
        if kind == "state" and not who.acts:
            kind = "place"
        return Actor(
            actor_id,
            who.name,
            kind,
            code,
            who.country,
            who.sectors,
            tuple(who.offices),
            tuple(mentions),
            _wikidata(who) if kind == "person" else None,
        )


def _wikidata(person: Referent) -> str | None:
    """The Wikidata id of an office holder whom the tables know by the whole name; a surname alone is too little."""
    if person.country is None or " " not in person.name:
        return None
    known = canonical_person(person.name, person.country)
    return wikidata_id(known, person.country) if known else None
