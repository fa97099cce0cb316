"""What a search found, counted: how many of each type, status, party, pair, topic, outlet, verdict and year.

The counts are made by SQL over the places that the index found.  A field of which any value will do is counted
without itself, so that its other values can be seen and added.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import asdict, dataclass, replace
from typing import Any

from memcon.archive.errors import ArchiveError
from memcon.archive.hits import Hit
from memcon.archive.narrowing import dated, narrowed, terms, widened
from memcon.archive.parties import described, keys_for
from memcon.archive.query import Query, parse
from memcon.archive.rows import LONGEST
from memcon.archive.search import found, hits_at, how_many

#: So many answers are counted, the newest ones; a search that finds more says so.
MOST_COUNTED = 10_000
#: Values shown of a facet.
MOST_VALUES = 12


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet.

    Attributes:
        value: as a query writes it.
        label: for people.
        count: how many of the answers have it.
        chosen: whether the query asks for it.
        query: the query that asks for it, or, where it is chosen, no longer does.
    """

    value: str
    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among the answers, the most frequent first."""

    name: str
    values: tuple[Value, ...]

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of answers and what all of them are.

    Attributes:
        query: as it was asked.
        hits: of this page.
        total: answers in all; at most :data:`MOST_COUNTED`, and ``more`` says that there are more.
        facets: counted over them.
    """

    query: str
    hits: list[Hit]
    total: int
    more: bool
    facets: tuple[Facet, ...]


def explored(
    connection: sqlite3.Connection,
    text: str,
    *,
    limit: int = 50,
    offset: int = 0,
    oldest_first: bool = False,
    counted: bool = True,
) -> Found:
    """A page of what a query finds, with its facets; a blank query finds everything that was read.

    Args:
        connection: the archive.
        text: the query.
        limit: answers of the page.
        offset: answers before it.
        oldest_first: in the order of days; by default the newest come first.
        counted: whether the facets are counted.

    Raises:
        QueryError: the query does not parse.
    """
    query = _parsed(text)
    places = found(connection, query, limit=max(MOST_COUNTED, offset + limit) + 1, oldest_first=oldest_first)
    return Found(
        query=text,
        hits=hits_at(connection, query, places[offset : offset + limit]),
        total=min(len(places), MOST_COUNTED),
        more=len(places) > MOST_COUNTED,
        facets=facets(connection, text, places[:MOST_COUNTED]) if counted else (),
    )


def _parsed(text: str) -> Query:
    return parse(text) if text.strip() else Query("", None)


def facets(connection: sqlite3.Connection, text: str, places: list[int]) -> tuple[Facet, ...]:
    """The facets of the query ``text``, which finds ``places``."""
    return tuple(facet for facet in _Counting(connection, text, places).all() if facet.values)


_WANTED = "FROM json_each(?) AS wanted JOIN entries ON entries.place = wanted.value"
_COLUMNS = {
    "kind": f"SELECT kind, count(*) {_WANTED} GROUP BY 1",
    "type": f"SELECT events.type, count(*) {_WANTED} JOIN events ON events.id = entries.id GROUP BY 1",
    "status": f"SELECT coalesce(events.status, facts.status), count(*) {_WANTED} LEFT JOIN events ON"
    " events.id = entries.id LEFT JOIN facts ON facts.id = entries.id GROUP BY 1",
    "verdict": f"SELECT verdict, count(*) {_WANTED} JOIN facts ON facts.id = entries.id GROUP BY 1",
    "outlet": f"SELECT outlet, count(*) {_WANTED} JOIN versions ON versions.id = entries.version GROUP BY 1",
    "about": f"SELECT topics, count(*) {_WANTED} WHERE topics <> '' AND kind = 'event' GROUP BY 1",
}
# A longer interval is found by its last year alone.
_DAYS = (
    f"SELECT substr(max(first_day, date(last_day, '-{LONGEST} days')), 1, ?), substr(last_day, 1, ?), count(*)"
    f" {_WANTED} WHERE first_day <> '' GROUP BY 1, 2"
)
# Everybody who takes part in an entry, as the field with: finds them.
_TAKING_PART = f"""
WITH wanted_entries AS MATERIALIZED (SELECT entries.id {_WANTED}), taking_part AS MATERIALIZED (
    SELECT event AS entry, actor FROM wanted_entries JOIN event_parties ON event = wanted_entries.id
        WHERE role <> 'reported_by'
    UNION ALL SELECT statements.id, speaker FROM wanted_entries JOIN statements USING (id) WHERE speaker IS NOT NULL
    UNION ALL SELECT statements.id, addressee FROM wanted_entries JOIN statements USING (id)
        WHERE addressee IS NOT NULL
    UNION ALL SELECT facts.id, subject FROM wanted_entries JOIN facts USING (id)
    UNION ALL SELECT facts.id, object FROM wanted_entries JOIN facts USING (id) WHERE object IS NOT NULL
), named AS MATERIALIZED (
    SELECT DISTINCT entry, party FROM taking_part JOIN actors ON actors.id = actor
)
"""
_KEYS = "json_each('[\"' || replace(coalesce(bodies, ''), ' ', '\",\"') || '\"]') AS acts_for"
_SIDES = f"""{_TAKING_PART}
SELECT side, count(*) FROM (
    SELECT entry, country AS side FROM named JOIN parties ON parties.id = party WHERE country <> ''
    UNION SELECT entry, acts_for.value FROM named JOIN parties ON parties.id = party, {_KEYS}
        WHERE acts_for.value <> ''
) GROUP BY side ORDER BY 2 DESC, 1 LIMIT ?
"""
_PEOPLE = f"""{_TAKING_PART}
SELECT name, count(DISTINCT entry) FROM named JOIN parties ON parties.id = party
WHERE kind = 'person' GROUP BY name ORDER BY 2 DESC, 1 LIMIT ?
"""
_PAIRS = f"""
WITH sides AS MATERIALIZED (
    SELECT DISTINCT event, role, coalesce(parties.country, iif(instr(bodies, ' '),
        substr(bodies, 1, instr(bodies, ' ') - 1), bodies)) AS side
    {_WANTED} JOIN event_parties ON event = entries.id JOIN actors ON actors.id = actor
    JOIN parties ON parties.id = party WHERE role IN ('source', 'target') AND side <> ''
)
SELECT min(one.side, other.side), max(one.side, other.side), count(DISTINCT one.event)
FROM sides AS one JOIN sides AS other ON one.event = other.event AND one.role = 'source' AND other.role = 'target'
WHERE one.side <> other.side GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
"""


class _Counting:
    def __init__(self, connection: sqlite3.Connection, text: str, places: list[int]) -> None:
        self.connection = connection
        self.text = text
        self.places = json.dumps(places)
        self.whole = len(places) < MOST_COUNTED
        self.asked: dict[str, tuple[str, ...]] = {}
        for term in terms(text):
            if term.name:
                self.asked[term.name] = (*self.asked.get(term.name, ()), *term.values)

    def all(self) -> list[Facet]:
        return [
            *(self.column(name) for name in ("kind", "type", "status")),
            self.sides(),
            self.people(),
            self.pairs(),
            *(self.column(name) for name in ("about", "outlet", "verdict")),
            self.days(),
        ]

    def column(self, name: str) -> Facet:
        """A field of which any value will do, counted over what the query finds without it."""
        chosen = self.asked.get(name, ())
        without = widened(self.text, name) if chosen else self.text
        rows = [row for row in self.connection.execute(_COLUMNS[name], (self.within(without),)) if row[0]]
        counts: Counter[str] = Counter()
        for value, count in rows:
            for one in value.split("; ") if name == "about" else (value,):
                counts[one] += count
        shown = [value for value, _ in counts.most_common(MOST_VALUES)]
        shown += [value for value in chosen if value not in shown]
        if name in ("about", "outlet") and self.whole:
            # The index finds words: about:aid finds “humanitarian aid”, too, and is counted so.
            counts.update({value: self.count(narrowed(without, name, value)) - counts[value] for value in shown})
            shown.sort(key=lambda value: -counts[value])
        return Facet(name, tuple(self.value(name, value, value, counts[value], value in chosen) for value in shown))

    def sides(self) -> Facet:
        rows = self.connection.execute(_SIDES, (self.places, MOST_VALUES)).fetchall()
        chosen = {key: value for value in self.asked.get("with", ()) for key in self.keys(value)}
        return Facet(
            "with",
            tuple(
                self.value("with", chosen.get(key, key), described((key,)), count, key in chosen) for key, count in rows
            ),
        )

    def people(self) -> Facet:
        rows = self.connection.execute(_PEOPLE, (self.places, MOST_VALUES)).fetchall()
        chosen = self.asked.get("with", ())
        values = [self.value("with", name, name, count, name in chosen) for name, count in rows]
        return Facet("person", self.recounted(values))

    def pairs(self) -> Facet:
        values = []
        chosen = {key: value for value in self.asked.get("with", ()) for key in self.keys(value)}
        for one, other, count in self.connection.execute(_PAIRS, (self.places, MOST_VALUES)):
            both = one in chosen and other in chosen
            query = self.text
            for key in (one, other):
                if both:
                    query = widened(query, "with", [chosen[key]])
                elif key not in chosen:
                    query = narrowed(query, "with", key)
            values.append(Value(f"{one}/{other}", f"{described((one,))} – {described((other,))}", count, both, query))
        return Facet("pair", self.recounted(values))

    def days(self) -> Facet:
        """Years, or the months of the year asked for, the latest first; an entry counts in all that it touches."""
        year = self.asked.get("on", ("",))[-1][:4]
        text = dated(self.text, year, year) if year else self.text
        length = 7 if year else 4
        counts: Counter[str] = Counter()
        for first, last, count in self.connection.execute(_DAYS, (length, length, self.within(text))):
            for unit in _units(first, last):
                if unit.startswith(year):
                    counts[unit] += count
        values = []
        for unit in sorted(counts, reverse=True):
            chosen = unit in self.asked.get("on", ())
            wanted = year if chosen else unit
            values.append(Value(unit, unit, counts[unit], chosen, dated(self.text, wanted, wanted)))
        return Facet("on", tuple(values))

    # ---- within

    def value(self, name: str, value: str, label: str, count: int, chosen: bool) -> Value:
        query = widened(self.text, name, [value]) if chosen else narrowed(self.text, name, value)
        return Value(value, label, count, chosen, query)

    def within(self, text: str) -> str:
        """The places that another query finds, as JSON."""
        if text == self.text:
            return self.places
        return json.dumps(found(self.connection, _parsed(text), limit=MOST_COUNTED))

    def recounted(self, values: list[Value]) -> tuple[Value, ...]:
        """The values with what their queries find: either side of a pair may stand in any role."""
        if self.whole:
            values = [one if one.chosen else replace(one, count=self.count(one.query)) for one in values]
        return tuple(sorted(values, key=lambda one: -one.count))

    def count(self, text: str) -> int:
        return how_many(self.connection, _parsed(text))

    def keys(self, value: str) -> tuple[str, ...]:
        try:
            return keys_for(self.connection, value)
        except ArchiveError:
            return ()


def _units(first: str, last: str) -> list[str]:
    """The years, or the months, from one to another."""
    if len(first) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    months = range(int(first[:4]) * 12 + int(first[5:]) - 1, int(last[:4]) * 12 + int(last[5:]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
