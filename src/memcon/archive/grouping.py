"""Which reports of a few weeks tell of one event, and which of them copy which.

The grouping by wording and names (:mod:`memcon.reading.stories`) is held against what was read: reports that share
neither wording nor an event of the same parties on about the same day are taken apart, copies of one text are put
together, and two readouts of one outlet in like words that name other parties or other hours stay two.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from memcon.reading.stories import cluster

#: A report that shares this much of its wording with an earlier one copies it.
COPIED = 0.5
#: Two reports that share this much of the longer one's wording are one text in two outlets; a string of words that
#: more than so many reports have says nothing.
COPY, COMMON = 0.6, 50
#: Two reports are alike in wording to this degree where they may be two events told in the same words.
ALIKE = 0.6

#: Less alike than this, reports must tell of something on about the same days to belong together.
UNLIKE, NEAR = 0.1, 1
#: Less alike than this, a body, a day and a type in common are not enough: of two reports of one event half share more
#: strings of four words than this, of two reports of different events one in a hundred.
FAINT = 0.005

_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?!\.\d)|\b(1[0-2]|[1-9])\s*([ap])\.?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """A report to be put into a story: ``day`` it was published, and the ``story`` it was in so far."""

    id: int
    version: int
    day: str | None
    outlet: str | None
    title: str | None
    text: str
    story: int | None

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The strings of four words that its text has."""
        words = re.findall(r"\w+", self.text.lower())
        return frozenset(zip(*(words[n:] for n in range(4)), strict=False)) or frozenset((tuple(words),))


def grouped(connection: sqlite3.Connection, block: list[Report]) -> list[list[Report]]:
    """The reports of a block, those of one event together; what a person set apart is kept apart."""
    found = cluster({"id": str(r.id), "text": r.text, "title": r.title, "published": r.day} for r in block)
    groups: dict[str, list[Report]] = {}
    for report, (_, story) in zip(block, found, strict=True):
        groups.setdefault(story, []).append(report)
    barred = {(a, b) for a, b in connection.execute("SELECT one, other FROM apart")}
    several = [r for group in groups.values() if len(group) > 1 for r in group]
    told = _happenings(connection, several)
    connected = _with_copies([part for group in groups.values() for part in _connected(group, told)])
    parties = _parties(connection, [r for group in connected if len(group) > 1 for r in group])
    return [part for group in connected for part in _parted(group, barred, parties)]


def _parties(connection: sqlite3.Connection, reports: list[Report]) -> Mapping[int, frozenset[int]]:
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


@dataclass(frozen=True, slots=True)
class _Happening:
    """An event that a report tells of: its type, its parties as (name, country, whether a state), its days if known."""

    type: str
    parties: frozenset[tuple[str, str | None, bool]]
    days: tuple[int, int] | None

    def likeness(self, other: _Happening) -> int:
        """2 where both are of the same two parties on about the same days, or of one type where a day is unknown;
        1 where they share one party, the type and the days; else 0.
        """
        if self.days and other.days:
            if self.days[0] > other.days[1] + NEAR or other.days[0] > self.days[1] + NEAR:
                return 0
        elif self.type != other.type:
            return 0
        shared = sum(any(_is_same(a, b) for b in other.parties) for a in self.parties)
        if min(len(self.parties), len(other.parties)) < 2:
            return int(shared > 0 and self.type == other.type)
        return 2 if shared >= 2 else 0


def _is_same(a: tuple[str, str | None, bool], b: tuple[str, str | None, bool]) -> bool:
    return a[0] == b[0] or (a[1] is not None and a[1] == b[1] and (a[2] or b[2]))


def _happenings(connection: sqlite3.Connection, reports: list[Report]) -> Mapping[int, list[_Happening]]:
    """What each report tells as news or, where it has none, in passing."""
    rows = connection.execute(
        "SELECT versions.document, events.id, events.background, events.type, first_day, last_day, actors.name,"
        " actors.country, actors.kind = 'state' FROM json_each(?) AS wanted"
        " JOIN versions ON versions.id = wanted.value"
        " JOIN entries ON entries.version = versions.id AND entries.kind = 'event'"
        " JOIN events ON events.id = entries.id"
        " JOIN event_parties ON event = events.id AND role IN ('source', 'target')"
        " JOIN actors ON actors.id = actor",
        (json.dumps([r.version for r in reports]),),
    )
    found: dict[tuple[int, int, int, str, str | None, str], set[tuple[str, str | None, bool]]] = {}
    for *event, name, country, is_state in rows:
        found.setdefault(tuple(event), set()).add((name, country, bool(is_state)))
    told: dict[tuple[int, int], list[_Happening]] = {}
    for (document, _, background, kind, first, last), parties in found.items():
        days = (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()) if first else None
        told.setdefault((document, background), []).append(_Happening(kind, frozenset(parties), days))
    return {r.id: told.get((r.id, 0)) or told.get((r.id, 1), []) for r in reports}


def _connected(group: list[Report], told: Mapping[int, list[_Happening]]) -> list[list[Report]]:
    """A group taken apart where neither words nor what happened, to whom and when, connect its reports."""
    if len(group) < 2:
        return [group]
    shingles = {report.id: report.shingles for report in group}

    def connect(a: Report, b: Report) -> bool:
        here, there = told[a.id], told[b.id]
        most = max((x.likeness(y) for x in here for y in there), default=1)
        if most == 2:
            return True
        return _likeness(shingles[a.id], shingles[b.id]) >= (FAINT if most else UNLIKE)

    return _components(group, connect)


def _components(group: list[Report], connect: Callable[[Report, Report], bool]) -> list[list[Report]]:
    parts: list[list[Report]] = []
    for report in group:
        near = [part for part in parts if any(connect(report, other) for other in part)]
        parts = [part for part in parts if part not in near]
        parts.append([*(other for part in near for other in part), report])
    return [sorted(part, key=lambda r: (r.day or "9999", r.id)) for part in parts]


def _with_copies(groups: list[list[Report]]) -> list[list[Report]]:
    """The groups, those joined of which one has the words of another's report of about the same day."""
    place = {report.id: n for n, group in enumerate(groups) for report in group}
    joined = list(range(len(groups)))

    def root(n: int) -> int:
        while joined[n] != n:
            n = joined[n]
        return n

    holders: dict[Any, list[Report]] = {}
    sizes = {report.id: len(report.shingles) for group in groups for report in group}
    for report in sorted((r for group in groups for r in group), key=lambda r: (r.day or "9999", r.id)):
        shared: Counter[int] = Counter()
        near = {}
        for shingle in report.shingles:
            for other in holders.setdefault(shingle, [])[-COMMON:]:
                shared[other.id] += 1
                near[other.id] = other
            holders[shingle].append(report)
        for id, count in shared.items():
            if count >= COPY * max(sizes[report.id], sizes[id]) and _is_near(report.day, near[id].day):
                joined[root(place[report.id])] = root(place[id])
    found: dict[int, list[Report]] = {}
    for n, group in enumerate(groups):
        found.setdefault(root(n), []).extend(group)
    return [sorted(group, key=lambda r: (r.day or "9999", r.id)) for group in found.values()]


def _is_near(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 2


def _parted(
    group: list[Report], barred: set[tuple[int, int]], parties: Mapping[int, frozenset[int]]
) -> list[list[Report]]:
    """A group without two reports that must not be in one story; each goes with those it is most like."""
    if len(group) < 2:
        return [group]
    shingles = {report.id: report.shingles for report in group}

    def are_two(a: Report, b: Report) -> bool:
        if (min(a.id, b.id), max(a.id, b.id)) in barred:
            return True
        if a.outlet is None or a.outlet != b.outlet or a.text == b.text:
            return False
        if _likeness(shingles[a.id], shingles[b.id]) < ALIKE:
            return False
        here, there = parties.get(a.id, frozenset()), parties.get(b.id, frozenset())
        hours = _hours(a.text), _hours(b.text)
        return bool((here - there and there - here) or (hours[0] and hours[1] and not hours[0] & hours[1]))

    parts: list[list[Report]] = []
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


def copies(group: list[Report]) -> Iterator[tuple[Report, int | None]]:
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
