"""With whom a party deals, counted and drawn: the party in the middle, those it has most to do with around it.

Only what happened is counted, and nothing that was told in passing.  A line is as thick as there are events; it is
whole where they cooperate, broken where they quarrel, and a table says the same in figures.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

from memcon.archive.parties import described, token
from memcon.archive.search import one_of
from memcon.briefs import Side

#: The latest events that are counted.
MOST_EVENTS = 20_000
#: Parties around the middle.
AROUND = 10
#: Rows of the table.
ROWS = 40

_WIDTH, _HEIGHT = 640, 480
_THICKEST, _THINNEST = 9.0, 1.2


@dataclass(slots=True)
class Dealing:
    """What two parties have to do with each other: events in cooperation and in conflict, the latest day."""

    together: int = 0
    against: int = 0
    last: str | None = None

    @property
    def count(self) -> int:
        """Events in all."""
        return self.together + self.against

    @property
    def is_conflict(self) -> bool:
        """Whether they quarrel more than they cooperate."""
        return self.against > self.together


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A party that the one in the middle deals with: what it is asked for by, its name, what they have to do."""

    key: str
    name: str
    dealing: Dealing


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the drawing; ``anchor`` is the side of its point on which the name stands."""

    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    radius: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two parties, from point to point."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    conflict: bool
    title: str


@dataclass(frozen=True, slots=True)
class Network:
    """The counterparts of a party, the most frequent first, and the drawing of the first of them."""

    counterparts: tuple[Counterpart, ...]
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    width: int = _WIDTH
    height: int = _HEIGHT


_PARTIES = """
SELECT event, role, quad, last_day, parties.country, parties.code, parties.bodies, parties.id, parties.name,
    parties.kind
FROM json_each(?) AS wanted
CROSS JOIN entries ON entries.place = wanted.value
JOIN events ON events.id = entries.id
JOIN event_parties ON event = entries.id AND role IN ('source', 'target')
JOIN actors ON actors.id = actor
JOIN parties ON parties.id = actors.party
"""


@dataclass(slots=True)
class _Event:
    quad: str
    day: str | None
    sides: dict[str, set[str]] = field(default_factory=lambda: {"source": set(), "target": set()})


def network(connection: sqlite3.Connection, side: Side) -> Network:
    """Whom a party deals with."""
    facets = " AND ".join(
        (one_of(token("with", key) for key in side.keys), one_of(["kind_event_0"]), one_of(["status_happened_0"]),
         one_of(["background_no_0"]))
    )  # fmt: skip
    places = [
        row[0]
        for row in connection.execute(
            "SELECT rowid FROM entries_index WHERE entries_index MATCH ? ORDER BY rowid DESC LIMIT ?",
            (facets, MOST_EVENTS),
        )
    ]
    events: dict[int, _Event] = {}
    names: dict[str, str] = {}
    for row in connection.execute(_PARTIES, (json.dumps(places),)):
        event = events.setdefault(row["event"], _Event(row["quad"], row["last_day"]))
        event.sides[row["role"]].add(_side_of(row, side, names))
    dealings: dict[frozenset[str], Dealing] = defaultdict(Dealing)
    for event in events.values():
        pairs = {frozenset((a, b)) for a in event.sides["source"] for b in event.sides["target"] if a != b}
        for pair in pairs:
            dealing = dealings[pair]
            if event.quad in ("VCOOP", "MCOOP"):
                dealing.together += 1
            else:
                dealing.against += 1
            dealing.last = max(filter(None, (dealing.last, event.day)), default=None)
    own = [(next(iter(pair - {""})), dealing) for pair, dealing in dealings.items() if "" in pair]
    own.sort(key=lambda one: (-one[1].count, names.get(one[0], one[0])))
    counterparts = tuple(Counterpart(key, names[key], dealing) for key, dealing in own[:ROWS])
    return Network(counterparts, *_drawn(side.name, counterparts[:AROUND], dealings))


def _side_of(row: sqlite3.Row, side: Side, names: dict[str, str]) -> str:
    """What a party is counted as: empty for the one in the middle, its state or body, else itself."""
    bodies = (row["bodies"] or "").split()
    if {f"p{row['id']}", row["country"], row["code"], *bodies} & set(side.keys):
        return ""
    if row["kind"] == "person" and side.kind == "person":
        key = str(row["name"])  # people are known by whom they meet
        names[key] = key
        return key
    key = row["country"] or (bodies[0] if bodies else "") or row["name"]
    if key not in names:
        names[key] = described((key,)) if key in (row["country"], *bodies) else row["name"]
    return str(key)


def _drawn(
    middle: str, around: tuple[Counterpart, ...], dealings: dict[frozenset[str], Dealing]
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Points and lines: the party in the middle of an ellipse, its counterparts on it in the order of their names."""
    if not around:
        return (), ()
    centre = (_WIDTH / 2, _HEIGHT / 2)
    placed = sorted(around, key=lambda one: one.name)
    most = max(one.dealing.count for one in around)
    at: dict[str, tuple[float, float]] = {}
    nodes = []
    for number, one in enumerate(placed):
        angle = 2 * math.pi * (number + 0.5) / len(placed) - math.pi / 2
        x, y = centre[0] + 155 * math.cos(angle), centre[1] + 175 * math.sin(angle)
        at[one.key] = (x, y)
        is_left, is_middle = math.cos(angle) < -0.2, abs(math.cos(angle)) <= 0.2
        anchor = "middle" if is_middle else "end" if is_left else "start"
        label_x = x if is_middle else x - 13 if is_left else x + 13
        label_y = y + 5 if not is_middle else y - 16 if math.sin(angle) < 0 else y + 27
        nodes.append(Node(one.name, _r(x), _r(y), _r(label_x), _r(label_y), anchor, 6))
    edges = []
    keys = list(at)
    for place, key in enumerate(keys):
        for other in keys[place + 1 :]:
            if dealing := dealings.get(frozenset((key, other))):
                edges.append(_edge(at[key], at[other], dealing, most, "", ""))
    for one in placed:
        edges.append(_edge(centre, at[one.key], one.dealing, most, middle, one.name))
    nodes.append(Node(middle, _r(centre[0]), _r(centre[1]), _r(centre[0]), _r(centre[1] - 20), "middle", 11))
    return tuple(nodes), tuple(edges)


def _edge(
    start: tuple[float, float], end: tuple[float, float], dealing: Dealing, most: int, one: str, other: str
) -> Edge:
    width = _THINNEST + (_THICKEST - _THINNEST) * math.sqrt(dealing.count / max(most, 1))
    told = f"{one} – {other}: {dealing.together} in cooperation, {dealing.against} in conflict" if one else ""
    return Edge(
        _r(start[0]), _r(start[1]), _r(end[0]), _r(end[1]), _r(min(width, _THICKEST)), dealing.is_conflict, told
    )


def _r(number: float) -> float:
    return round(number, 1)
