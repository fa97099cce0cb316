"""Several reports of one event become one story; whose words a report has is told apart from who printed them.

Reports are grouped by their wording, names and days (:mod:`memcon.reading.stories`), a few weeks at a time: those
around what is new, with all reports of the stories they belong to.  What a person set apart stays apart, and two
readouts of one outlet in like words that name other parties or other hours are two events.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from memcon.reading.stories import cluster

#: Reports of one event are looked for within so many days of a new report.
WINDOW = 10
#: Reports grouped at a time.
MOST = 4000
#: A report that shares this much of its wording with an earlier one copies it.
COPIED = 0.5
#: Two reports are alike in wording to this degree where they may be two events told in the same words.
ALIKE = 0.6

#: Less alike than this, reports must tell of something on about the same days to belong together.
UNLIKE, NEAR = 0.1, 1

_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?!\.\d)|\b(1[0-2]|[1-9])\s*([ap])\.?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a story.

    Attributes:
        report: ``d12``.
        outlet: who published it.
        published: the day.
        title: the headline, else how the report begins.
        copy_of: the report whose words it copies; None where the words are its own.
    """

    report: str
    outlet: str | None
    published: str | None
    title: str
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """One event as several reports tell it.

    Attributes:
        id: its number.
        first: the day of the first report, with ``last``, of the last.
        title: the headline of the first report.
        types: PLOVER types of what is told to have happened, the most frequent first.
        parties: who takes part, the most often named first.
        place: where.
        originators: reports in words of their own.
        copies: reports that copy one of them.
        reports: all of them, the first one first.
    """

    id: int
    first: str | None
    last: str | None
    title: str
    types: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    originators: int
    copies: int
    reports: tuple[Told, ...]

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Report:
    id: int
    version: int
    day: str | None
    outlet: str | None
    title: str | None
    text: str
    story: int | None

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        words = re.findall(r"\w+", self.text.lower())
        return frozenset(zip(*(words[n:] for n in range(4)), strict=False)) or frozenset((tuple(words),))


# ---- putting reports into stories


def pending(connection: sqlite3.Connection) -> int:
    """How many reports are in no story yet, or have changed since."""
    return int(connection.execute(f"SELECT count(*) {_PENDING}").fetchone()[0])


_PENDING = """
FROM documents JOIN versions ON versions.id = documents.current
LEFT JOIN story_reports ON story_reports.document = documents.id
WHERE story_reports.version IS NOT documents.current
"""


def assign(connection: sqlite3.Connection, transaction: Callable[[], Any], tell: Callable[[int], None]) -> None:
    """Put every report that is in no story into one, a block of days a transaction.

    Args:
        connection: the archive.
        transaction: opens one.
        tell: is told after each block how many reports are still waiting.
    """
    while rows := connection.execute(
        f"SELECT published_start {_PENDING} ORDER BY published_start IS NULL, published_start LIMIT 1"
    ).fetchall():
        with transaction():
            block = list(_block(connection, rows[0][0]))
            if block:
                _write(connection, block, _grouped(connection, block))
        tell(pending(connection))


def _block(connection: sqlite3.Connection, day: str | None) -> Iterator[_Report]:
    """The waiting reports of some days, what was published near them, and whatever shares a story with those."""
    where, values = "published_start IS NULL", list[str]()
    if day is not None:
        begin = (date.fromisoformat(day) - timedelta(WINDOW)).isoformat()
        # As far as the waiting ones go without a gap, within what can be grouped at a time.
        end = _reach(connection, day)
        beyond = (date.fromisoformat(end) + timedelta(WINDOW)).isoformat()
        where, values = f"published_start BETWEEN ? AND ? OR {where}", [begin, beyond]
    rows = connection.execute(
        f"SELECT documents.id FROM documents JOIN versions ON versions.id = documents.current WHERE {where}"
        " ORDER BY published_start IS NULL, published_start LIMIT ?",
        (*values, MOST),
    )
    ids = json.dumps([row[0] for row in rows])
    for row in connection.execute(
        "SELECT documents.id, versions.id AS version, published_start, outlet, title, text, story FROM documents"
        " JOIN versions ON versions.id = documents.current"
        " LEFT JOIN story_reports ON story_reports.document = documents.id"
        " WHERE documents.id IN (SELECT value FROM json_each(?)) OR documents.id IN"
        " (SELECT document FROM story_reports WHERE story IN (SELECT story FROM story_reports"
        " WHERE document IN (SELECT value FROM json_each(?)))) ORDER BY published_start, documents.id",
        (ids, ids),
    ):
        yield _Report(*row)


def _reach(connection: sqlite3.Connection, day: str) -> str:
    last = day
    rows = connection.execute(
        f"SELECT published_start {_PENDING} AND published_start >= ? ORDER BY published_start LIMIT ?", (day, MOST // 2)
    )
    for (other,) in rows:
        if date.fromisoformat(other) - date.fromisoformat(last) > timedelta(WINDOW):
            break
        last = other
    return last


def _grouped(connection: sqlite3.Connection, block: list[_Report]) -> list[list[_Report]]:
    found = cluster({"id": str(r.id), "text": r.text, "title": r.title, "published": r.day} for r in block)
    groups: dict[str, list[_Report]] = {}
    for report, (_, story) in zip(block, found, strict=True):
        groups.setdefault(story, []).append(report)
    barred = {(a, b) for a, b in connection.execute("SELECT one, other FROM apart")}
    several = [r for group in groups.values() if len(group) > 1 for r in group]
    parties, told = _parties(connection, several), _happenings(connection, several)
    return [
        part
        for group in groups.values()
        for connected in _connected(group, told)
        for part in _parted(connected, barred, parties)
    ]


def _parties(connection: sqlite3.Connection, reports: list[_Report]) -> Mapping[int, frozenset[int]]:
    """Who takes part in the contacts that each report tells of."""
    rows = connection.execute(
        "SELECT versions.document, actors.party FROM json_each(?) AS wanted JOIN versions ON versions.id = wanted.value"
        " JOIN entries ON entries.version = versions.id AND entries.kind = 'event'"
        " JOIN events ON events.id = entries.id AND events.type = 'CONSULT' AND NOT events.background"
        " JOIN event_parties ON event = events.id AND role IN ('source', 'target')"
        " JOIN actors ON actors.id = actor",
        (json.dumps([r.version for r in reports]),),
    )
    found: dict[int, set[int]] = {}
    for document, party in rows:
        found.setdefault(document, set()).add(party)
    return {document: frozenset(some) for document, some in found.items()}


Happening = tuple[frozenset[str], int, int]


def _happenings(connection: sqlite3.Connection, reports: list[_Report]) -> Mapping[int, list[Happening]]:
    """What each report tells as news: who took part (names and countries), and between which days."""
    rows = connection.execute(
        "SELECT versions.document, events.id, first_day, last_day, actors.name, actors.country"
        " FROM json_each(?) AS wanted"
        " JOIN versions ON versions.id = wanted.value"
        " JOIN entries ON entries.version = versions.id AND entries.kind = 'event' AND first_day IS NOT NULL"
        " JOIN events ON events.id = entries.id AND NOT events.background"
        " JOIN event_parties ON event = events.id AND role IN ('source', 'target')"
        " JOIN actors ON actors.id = actor",
        (json.dumps([r.version for r in reports]),),
    )
    found: dict[tuple[int, int, str, str], set[str]] = {}
    for document, event, first, last, *names in rows:
        found.setdefault((document, event, first, last), set()).update(filter(None, names))
    told: dict[int, list[Happening]] = {}
    for (document, _, first, last), names in found.items():
        days = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
        told.setdefault(document, []).append((frozenset(names), *days))
    return told


def _connected(group: list[_Report], told: Mapping[int, list[Happening]]) -> list[list[_Report]]:
    """A group taken apart where neither words nor what happened, to whom and when, connect its reports."""
    if len(group) < 2:
        return [group]
    shingles = {report.id: report.shingles for report in group}

    def connect(a: _Report, b: _Report) -> bool:
        here, there = told.get(a.id), told.get(b.id)
        if not here or not there or any(_is_one(x, y) for x in here for y in there):
            return True
        return _likeness(shingles[a.id], shingles[b.id]) >= UNLIKE

    parts: list[list[_Report]] = []
    for report in group:
        near = [part for part in parts if any(connect(report, other) for other in part)]
        parts = [part for part in parts if part not in near]
        parts.append([*(other for part in near for other in part), report])
    return [sorted(part, key=lambda r: (r.day or "9999", r.id)) for part in parts]


def _is_one(a: Happening, b: Happening) -> bool:
    return bool(a[0] & b[0]) and a[1] <= b[2] + NEAR and b[1] <= a[2] + NEAR


def _parted(
    group: list[_Report], barred: set[tuple[int, int]], parties: Mapping[int, frozenset[int]]
) -> list[list[_Report]]:
    """A group without two reports that must not be in one story; each goes with those it is most like."""
    if len(group) < 2:
        return [group]
    shingles = {report.id: report.shingles for report in group}

    def are_two(a: _Report, b: _Report) -> bool:
        if (min(a.id, b.id), max(a.id, b.id)) in barred:
            return True
        if a.outlet is None or a.outlet != b.outlet or a.text == b.text:
            return False
        if _likeness(shingles[a.id], shingles[b.id]) < ALIKE:
            return False
        here, there = parties.get(a.id, frozenset()), parties.get(b.id, frozenset())
        hours = _hours(a.text), _hours(b.text)
        return bool((here - there and there - here) or (hours[0] and hours[1] and not hours[0] & hours[1]))

    parts: list[list[_Report]] = []
    for report in group:
        open_to = [part for part in parts if not any(are_two(report, other) for other in part)]
        if open_to:
            nearest = max(open_to, key=lambda p: max(_likeness(shingles[report.id], shingles[o.id]) for o in p))
            nearest.append(report)
        else:
            parts.append([report])
    return parts


def _hours(text: str) -> frozenset[str]:
    return frozenset(match[0].lower().replace(".", ":") for match in _CLOCK.finditer(text))


def _likeness(a: frozenset[Any], b: frozenset[Any]) -> float:
    return len(a & b) / max(1, len(a | b))


def _write(connection: sqlite3.Connection, block: list[_Report], groups: list[list[_Report]]) -> None:
    """Keep the groups; each keeps the number of the story that most of its reports were in."""
    connection.execute(
        "DELETE FROM story_reports WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps([r.id for r in block]),),
    )
    free = {report.story for report in block if report.story is not None}
    for group in sorted(groups, key=lambda g: (-len(g), g[0].id)):
        before = Counter(r.story for r in group if r.story in free).most_common(1)
        story = before[0][0] if before else None
        if story is None:
            story = connection.execute("INSERT INTO stories DEFAULT VALUES").lastrowid
        free.discard(story)
        connection.executemany(
            "INSERT INTO story_reports VALUES (?, ?, ?, ?)",
            [(report.id, story, report.version, copied) for report, copied in _copies(group)],
        )
    connection.execute("DELETE FROM stories WHERE id NOT IN (SELECT story FROM story_reports)")


def _copies(group: list[_Report]) -> Iterator[tuple[_Report, int | None]]:
    """Each report, in the order of days, with the earlier one whose words it has."""
    originals: list[tuple[int, frozenset[Any]]] = []
    for report in sorted(group, key=lambda r: (r.day or "9999", r.id)):
        mine = report.shingles
        shares = [(len(mine & theirs) / len(mine), -id) for id, theirs in originals]
        best = max(shares, default=(0.0, 0))
        if best[0] >= COPIED:
            yield report, -best[1]
        else:
            originals.append((report.id, mine))
            yield report, None


# ---- listing them


def listed(
    connection: sqlite3.Connection, *, since: str | None, until: str | None, at_least: int, limit: int | None
) -> list[Story]:
    """Stories with at least so many reports, those with the latest reports first."""
    rows = connection.execute(
        "SELECT story, min(published_start) AS first, max(published_start) AS last FROM story_reports"
        " JOIN documents ON documents.id = story_reports.document JOIN versions ON versions.id = documents.current"
        " GROUP BY story HAVING count(*) >= ? AND (? IS NULL OR last >= ?) AND (? IS NULL OR first <= ?)"
        " ORDER BY last IS NULL, last DESC, story DESC LIMIT ?",
        (at_least, since, since, until, until, -1 if limit is None else limit),
    ).fetchall()
    return [_story(connection, *row) for row in rows]


def _story(connection: sqlite3.Connection, id: int, first: str | None, last: str | None) -> Story:
    rows = connection.execute(
        "SELECT documents.id, versions.id, outlet, published_start, coalesce(title, substr(text, 1, 300)), copy_of"
        " FROM story_reports JOIN documents ON documents.id = story_reports.document"
        " JOIN versions ON versions.id = documents.current WHERE story = ?"
        " ORDER BY published_start IS NULL, published_start, documents.id",
        (id,),
    ).fetchall()
    told = tuple(
        Told(f"d{row[0]}", row[2], row[3], " ".join(row[4].split())[:120], f"d{row[5]}" if row[5] else None)
        for row in rows
    )
    events = connection.execute(
        "SELECT events.id, events.type, location FROM json_each(?) AS wanted"
        " JOIN entries ON entries.version = wanted.value JOIN events ON events.id = entries.id"
        " WHERE NOT background AND part_of IS NULL",
        (json.dumps([row[1] for row in rows]),),
    ).fetchall()
    parties = connection.execute(
        "SELECT parties.name FROM json_each(?) AS wanted JOIN event_parties ON event = wanted.value"
        " JOIN actors ON actors.id = actor JOIN parties ON parties.id = party WHERE role IN ('source', 'target')",
        (json.dumps([row[0] for row in events]),),
    )
    places = _most(row[2] for row in events if row[2])
    copies = sum(one.copy_of is not None for one in told)
    return Story(
        id=id,
        first=first,
        last=last,
        title=told[0].title,
        types=_most(row[1] for row in events)[:3],
        parties=_most(row[0] for row in parties)[:5],
        place=places[0] if places else None,
        originators=len(told) - copies,
        copies=copies,
        reports=told,
    )


def _most(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(names).most_common())
