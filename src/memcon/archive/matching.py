"""Which item of one reading is which of another: the same words of the text, read in much the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from memcon.record import Record, to_json

#: The kinds of items and the field of a record that holds them.
KINDS = {"event": "events", "statement": "statements", "fact": "facts", "actor": "actors"}

Item = Mapping[str, Any]
Likeness = Callable[[Item, Item], float]


def same_items(before: Record, after: Record) -> Iterator[tuple[str, str, str]]:
    """(kind, id before, id after) of what both readings of one text found."""
    one, other = to_json(before), to_json(after)
    for kind, field in KINDS.items():
        for old, new in pairs(kind, one[field], other[field]):
            yield kind, old["id"], new["id"]


def pairs(kind: str, before: list[Item], after: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Items that are the same, the most alike first, each used once."""
    like = LIKENESS[kind]
    scored = [(like(a, b), x, y) for x, a in enumerate(before) for y, b in enumerate(after)]
    left, right = set(range(len(before))), set(range(len(after)))
    for score, x, y in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score <= 0:
            break
        if x in left and y in right:
            left.remove(x)
            right.remove(y)
            yield before[x], after[y]


def best(kind: str, item: Item, among: list[Item]) -> Item | None:
    """The item among others that is the same as this one, or None."""
    like = LIKENESS[kind]
    scored = [(like(item, other), -place, other) for place, other in enumerate(among)]
    top = max(scored, key=lambda s: s[:2], default=None)
    return top[2] if top and top[0] > 0 else None


def _event(a: Item, b: Item) -> float:
    score = 2 * overlap(a["predicate"], b["predicate"])
    if score:
        score += 1.0 if a["type"] == b["type"] else 0.0
        score += 0.5 if a["status"] == b["status"] else 0.0
        score += 0.25 if a["evidence"] == b["evidence"] else 0.0
    return score


def _statement(a: Item, b: Item) -> float:
    shared = overlap(a["content"], b["content"])
    return shared + (0.5 if a["cue"] == b["cue"] else 0.0) if shared > 0.5 else 0.0


def _fact(a: Item, b: Item) -> float:
    shared = overlap(a["evidence"], b["evidence"])
    if not shared or a["relation"] != b["relation"]:
        return 0.0
    return shared + sum(1.0 for name in ("value", "subject", "object") if a[name] == b[name])


def _actor(a: Item, b: Item) -> float:
    if a["kind"] != b["kind"] and a["name"] != b["name"]:
        return 0.0
    here = {(m["start"], m["end"]) for m in b["mentions"]}
    shared = sum((m["start"], m["end"]) in here for m in a["mentions"])
    return shared / max(1, len(a["mentions"]), len(here)) + (2.0 if a["name"] == b["name"] else 0.0)


def overlap(a: Item, b: Item) -> float:
    """The share of two passages, together, that both cover."""
    both = int(min(a["end"], b["end"]) - max(a["start"], b["start"]))
    return max(0.0, both / max(1, int(max(a["end"], b["end"]) - min(a["start"], b["start"]))))


LIKENESS: Mapping[str, Likeness] = {"event": _event, "statement": _statement, "fact": _fact, "actor": _actor}
