"""What the archive tells of one or two sides, asked in SQL on its index: events, statements and facts as rows.

Only current versions and what no person rejected have rows, and corrections stand in them already.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from memcon.archive.packing import unpack_body
from memcon.archive.parties import token
from memcon.archive.search import one_of, place_bounds
from memcon.briefs.citations import Report, ReportCitation
from memcon.briefs.denials import governed_as
from memcon.briefs.sides import Side


@dataclass(slots=True, eq=False)
class Taker:
    """Somebody who takes part in an event, says or is told something, or whom a fact is about.

    ``keys`` is what it can be asked for by; ``office`` what the report calls it.
    """

    role: str
    name: str
    kind: str
    office: str | None
    country: str | None
    keys: frozenset[str]
    local: str

    def of(self, side: Side) -> bool:
        """Whether it is or acts for a side."""
        return not self.keys.isdisjoint(side.keys)


@dataclass(slots=True, eq=False)
class Told:
    """One event, statement or fact of the archive with everybody in it.

    Attributes:
        id: ``e12``, ``s12``, ``f12``.
        type: the PLOVER type of an event, the relation of a fact, the cue of a statement.
        start: where its passage begins in the report, with ``end``.
        sentence: the sentence that holds it, which begins at ``sentence_start``.
        said_by: who says so, of an event that is told within a statement.
        cue: the words of the act: the predicate of an event, the cue of a statement.
        takers: the parties of an event; speaker, addressee; subject, object.
    """

    id: str
    kind: str
    place: int
    version: int
    report: str
    outlet: str | None
    published: str | None
    story: int | None
    local: str
    standing: str
    day: str | None
    until: str | None
    basis: str | None
    start: int
    end: int
    sentence: str
    sentence_start: int
    type: str
    topics: tuple[str, ...] = ()
    location: str | None = None
    cue: str = ""
    act: str | None = None
    mode: str | None = None
    cameo: str | None = None
    quad: str | None = None
    status: str = "happened"
    background: bool = False
    part_of: str | None = None
    statement: str | None = None
    form: str | None = None
    occasion: str | None = None
    value: str | None = None
    negated: bool = False
    fact_start: str | None = None
    fact_end: str | None = None
    said_by: str | None = None
    said_by_kind: str | None = None
    verdict: str | None = None
    why: str | None = None
    takers: list[Taker] = field(default_factory=list)

    def who(self, *roles: str) -> list[Taker]:
        """Those who have one of these roles."""
        return [taker for taker in self.takers if taker.role in roles]

    @property
    def before(self) -> str:
        """The words of its sentence before its passage."""
        return self.sentence[: max(0, self.start - self.sentence_start)]

    @property
    def order(self) -> tuple[bool, str, int]:
        """Where it stands in the order of days; by the last day its report can be of where no other is known."""
        return self.day is None, (self.until if self.basis == "report" else self.day) or "", self.place

    @property
    def named(self) -> bool:
        """Whether it has a day of its own, more than that of the report."""
        return self.day is not None and self.basis != "report"


_TOLD = """
SELECT entries.place, entries.id, entries.kind, entries.version, entries.local, entries.standing, entries.first_day,
    entries.last_day, entries.basis, entries.start, entries.end, entries.topics, entries.location,
    sentences.text AS sentence, sentences.start AS sentence_start, versions.document, versions.outlet,
    versions.published_start,
    story_reports.story, events.type, events.act, events.mode, events.cameo, events.quad, events.status,
    events.background, events.predicate, events.part_of, events.statement, statements.cue, statements.form,
    statements.occasion, statements.speaker_text, facts.relation, facts.value, facts.negated,
    facts.start AS fact_start, facts.end AS fact_end, facts.status AS fact_status, facts.verdict, facts.why,
    speakers.name AS said_by, speakers.kind AS said_by_kind
FROM json_each(?) AS wanted
CROSS JOIN entries ON entries.place = wanted.value
JOIN versions ON versions.id = entries.version
LEFT JOIN sentences ON sentences.id = entries.sentence
LEFT JOIN story_reports ON story_reports.document = versions.document
LEFT JOIN events ON events.id = entries.id
LEFT JOIN statements ON statements.id = entries.id
LEFT JOIN facts ON facts.id = entries.id
LEFT JOIN entries AS saying ON saying.version = entries.version AND saying.local = events.statement
    AND saying.kind = 'statement' AND events.statement IS NOT NULL
LEFT JOIN statements AS said ON said.id = saying.id
LEFT JOIN actors AS speakers ON speakers.id = said.speaker
WHERE entries.kind IN ('event', 'statement', 'fact')
"""
_WHO = "actors.name, actors.kind, actors.office, actors.country, actors.local, parties.id, parties.code, parties.bodies"
_OF_EVENTS = f"""
SELECT event AS entry, role, {_WHO}
FROM json_each(?) AS wanted
CROSS JOIN event_parties ON event = wanted.value
JOIN actors ON actors.id = actor
JOIN parties ON parties.id = actors.party
ORDER BY event, role, actor
"""
_OF_STATEMENTS = f"""
SELECT statements.id AS entry, iif(actors.id = speaker, 'speaker', 'addressee') AS role, {_WHO}
FROM json_each(?) AS wanted
CROSS JOIN statements ON statements.id = wanted.value
JOIN actors ON actors.id IN (speaker, addressee)
JOIN parties ON parties.id = actors.party
"""
_OF_FACTS = f"""
SELECT facts.id AS entry, iif(actors.id = subject, 'subject', 'object') AS role, {_WHO}
FROM json_each(?) AS wanted
CROSS JOIN facts ON facts.id = wanted.value
JOIN actors ON actors.id IN (subject, object)
JOIN parties ON parties.id = actors.party
"""


def places(
    connection: sqlite3.Connection,
    facets: Sequence[str],
    *,
    words: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    latest: int | None = None,
) -> list[int]:
    """The places of the entries that fulfil every one of the FTS5 expressions, in the order of days.

    Args:
        connection: the archive.
        facets: FTS5 expressions, all of which must hold.
        words: names one of which the sentence must have, where any are given.
        since: the first day, ISO, with ``until``, the last; what has no day is left out where either is given.
        latest: at most so many, the latest.
    """
    asked = list(facets)
    if words:
        asked.append("text : (" + " OR ".join('"' + word.replace('"', '""') + '"' for word in words) + ")")
    low, high = place_bounds(since, until, dated=False)
    question = "SELECT rowid FROM entries_index WHERE entries_index MATCH ? AND rowid BETWEEN ? AND ?"
    found = [
        row[0]
        for row in connection.execute(
            f"{question} ORDER BY rowid DESC LIMIT ?",
            (" AND ".join(asked), low, high, -1 if latest is None else latest),
        )
    ]
    return found[::-1]


#: Reports of one fact that are cited.
FACT_CITED = 5

_FACTS = """
SELECT place FROM (
    SELECT entries.place, row_number() OVER (
        PARTITION BY relation, facts.value, facts.start, facts.end, negated, facts.status, verdict, one.party,
            other.party
        ORDER BY entries.place DESC
    ) AS number
    FROM json_each(:places) AS wanted
    CROSS JOIN entries ON entries.place = wanted.value
    JOIN facts ON facts.id = entries.id
    JOIN actors AS one ON one.id = facts.subject
    LEFT JOIN actors AS other ON other.id = facts.object
    WHERE (facts.start IS NOT NULL OR facts.end IS NOT NULL OR NOT :dated)
        AND (:versions IS NULL OR entries.version IN (SELECT value FROM json_each(:versions)))
) WHERE number <= :most
"""


def facts_once(
    connection: sqlite3.Connection, wanted: Sequence[int], *, dated: bool = False, within: Iterable[int] | None = None
) -> list[int]:
    """The places of facts without those that many reports repeat: of each fact the latest :data:`FACT_CITED` tellings.

    Args:
        connection: the archive.
        wanted: places of facts.
        dated: only facts with a day of their own.
        within: only facts of these versions of reports.
    """
    asked = {
        "places": json.dumps(list(wanted)),
        "dated": dated,
        "most": FACT_CITED,
        "versions": None if within is None else json.dumps(list(within)),
    }
    return [row[0] for row in connection.execute(_FACTS, asked)]


def told(connection: sqlite3.Connection, wanted: Iterable[int]) -> list[Told]:
    """The events, statements and facts at some places, with everybody in them, in the order of days."""
    found: dict[int, Told] = {}
    for row in connection.execute(_TOLD, (json.dumps(list(wanted)),)):
        one = found[row["id"]] = _told(row)
        if one.status == "happened" and one.standing == "read" and one.kind != "statement":
            one.status = governed_as(one.before) or "happened"
    kinds = {"event": _OF_EVENTS, "statement": _OF_STATEMENTS, "fact": _OF_FACTS}
    for kind, question in kinds.items():
        ids = [id for id, one in found.items() if one.kind == kind]
        if ids:
            for row in connection.execute(question, (json.dumps(ids),)):
                found[row["entry"]].takers.append(_taker(row))
    return sorted(found.values(), key=lambda one: one.order)


def _told(row: sqlite3.Row) -> Told:
    kind = row["kind"]
    return Told(
        id=f"{kind[0]}{row['id']}",
        kind=kind,
        place=row["place"],
        version=row["version"],
        report=f"d{row['document']}",
        outlet=row["outlet"],
        published=row["published_start"],
        story=row["story"],
        local=row["local"],
        standing=row["standing"],
        day=row["first_day"],
        until=row["last_day"],
        basis=row["basis"],
        start=row["start"],
        end=row["end"],
        sentence=row["sentence"] or "",
        sentence_start=row["sentence_start"] or 0,
        type=row["type"] or row["relation"] or row["cue"] or "said",
        topics=tuple(one for one in row["topics"].split("; ") if one) if kind == "event" else (),
        location=row["location"] or None,
        cue=row["predicate"] or row["cue"] or "",
        act=row["act"],
        mode=row["mode"],
        cameo=row["cameo"],
        quad=row["quad"],
        status=row["status"] or row["fact_status"] or "happened",
        background=bool(row["background"]),
        part_of=row["part_of"],
        statement=row["statement"],
        form=row["form"],
        occasion=row["occasion"],
        value=row["value"],
        negated=bool(row["negated"]),
        fact_start=row["fact_start"],
        fact_end=row["fact_end"],
        said_by=row["said_by"],
        said_by_kind=row["said_by_kind"],
        verdict=row["verdict"],
        why=row["why"],
    )


def _taker(row: sqlite3.Row) -> Taker:
    _entry, role, name, kind, office, country, local, party, code, bodies = row
    return Taker(role, name, kind, office, country, _keys(party, bodies, country, code), local)


@lru_cache(maxsize=16384)
def _keys(party: int, bodies: str | None, country: str | None, code: str | None) -> frozenset[str]:
    """What a party can be asked for by."""
    return frozenset((f"p{party}", *(bodies or "").split(), *filter(None, (country, code))))


def role_of(role: str, side: Side) -> str:
    """The FTS5 expression that a side has a role: with, from, to, said."""
    return one_of(token(role, key) for key in side.keys)


def kind_is(*kinds: str) -> str:
    """The FTS5 expression that an entry is of one of these kinds."""
    return one_of(f"kind_{kind}_0" for kind in kinds)


class Reports:
    """The reports of the archive as they are cited, each fetched once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._reports: dict[int, Report] = {}
        self._sentences: dict[int, list[int]] = {}
        self._bodies: dict[int, Mapping[str, Any]] = {}

    def of(self, version: int) -> Report:
        """The report whose current version this is."""
        if version not in self._reports:
            row = self._connection.execute(
                "SELECT document, text, sha256, title, outlet, published_start, published_end, url, documents.name,"
                " byline"
                " FROM versions"
                " JOIN documents ON documents.id = versions.document WHERE versions.id = ?",
                (version,),
            ).fetchone()
            self._reports[version] = Report(f"d{row[0]}", *row[1:])
        return self._reports[version]

    def cite(self, one: Told, start: int | None = None, end: int | None = None) -> ReportCitation:
        """A citation of the passage of an event, statement or fact, or of another passage of its report."""
        report = self.of(one.version)
        first = one.start if start is None else start
        last = one.end if end is None else end
        return ReportCitation(report, self.sentence(one.version, first), first, last, report.text[first:last], one.id)

    def cite_sentence(self, one: Told) -> ReportCitation:
        """A citation of the whole sentence that tells of it; of its passage where no sentence is known."""
        if not one.sentence:
            return self.cite(one)
        end = max(one.sentence_start + len(one.sentence), one.end)
        return self.cite(one, min(one.sentence_start, one.start), end)

    def mentions(self, version: int) -> Mapping[str, list[tuple[int, int]]]:
        """Where each actor of a version is mentioned, by its id in the record."""
        return {
            actor["id"]: [(one["start"], one["end"]) for one in actor["mentions"]]
            for actor in self.body(version)["actors"]
        }

    def body(self, version: int) -> Mapping[str, Any]:
        """The record of a version as it was read, as JSON without its text."""
        if version not in self._bodies:
            row = self._connection.execute("SELECT record FROM versions WHERE id = ?", (version,)).fetchone()
            self._bodies[version] = unpack_body(row[0])
        return self._bodies[version]

    def _bounds(self, version: int, at: int) -> tuple[int, int]:
        row = self._connection.execute(
            "SELECT start, end FROM sentences WHERE version = ? AND start <= ? AND end > ?", (version, at, at)
        ).fetchone()
        return (row[0], row[1]) if row else (at, at)

    def sentence(self, version: int, start: int) -> int | None:
        """The number, counted from 1, of the sentence of a version that holds a character."""
        if version not in self._sentences:
            rows = self._connection.execute("SELECT start FROM sentences WHERE version = ? ORDER BY start", (version,))
            self._sentences[version] = [row[0] for row in rows]
        return bisect_right(self._sentences[version], start) or None
