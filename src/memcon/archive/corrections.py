"""What people decided on an event, statement, fact or actor, and how it outlives every later reading.

A decision keeps the item as it was shown and as it is to be, each with the actors it names.  It is laid over whatever
a reading finds at those words: what was rejected stays away while it is read in the same way, what was accepted or
edited stays as the person left it, also where a later reading does not find it at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from memcon.archive.matching import KINDS, best, overlap
from memcon.archive.rechecking import checked_anew
from memcon.record import Record, from_json, to_json
from memcon.wording.words import STATES

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """One correction as it was made.

    Attributes:
        id: its number.
        document: the number of the report.
        kind: event, statement, fact, actor.
        item: the number of the item.
        verb: accept, reject, edit, add (an item that no reading found) or undo (take back the decision before).
        before: ``{"item", "actors"}`` as it was shown.
        after: likewise as it is to be; None where it was rejected, or where what was added is taken back.
        person: who.
        moment: when, UTC.
        why: the reason.
    """

    id: int
    document: int
    kind: str
    item: int
    verb: str
    before: Json
    after: Json | None
    person: str
    moment: str
    why: str

    @property
    def short(self) -> str:
        """The id of the item as people type it: ``e12``."""
        return f"{self.kind[0]}{self.item}"


@dataclass(slots=True)
class Decided:
    """A record with what people decided on it.

    Attributes:
        record: as it is to be shown.
        standing: ``accepted``, ``edited`` or ``added`` by the ids of items in the record.
        pinned: (number, kind, id in the record) of items that a person decided on.
        lost: decisions whose words the text no longer has.
    """

    record: Record
    standing: dict[str, str] = field(default_factory=dict)
    pinned: list[tuple[int, str, str]] = field(default_factory=list)
    lost: list[Decision] = field(default_factory=list)


def decisions(connection: sqlite3.Connection, document: int, *, all: bool = False) -> list[Decision]:
    """The decisions on a document, oldest first; only those in force, unless ``all`` is set."""
    found = [read(row) for row in connection.execute(f"{_SELECT} WHERE document = ? ORDER BY id", (document,))]
    return found if all else in_force(found)


def in_force(found: Iterable[Decision]) -> list[Decision]:
    """Of several decisions on one item the last; what was taken back counts for nothing."""
    return [made[-1] for made in standing_decisions(found).values() if made]


def standing_decisions(found: Iterable[Decision]) -> dict[tuple[str, int], list[Decision]]:
    """The decisions by kind and number of the item, oldest first, without those that were taken back."""
    made: dict[tuple[str, int], list[Decision]] = {}
    for decision in found:
        stack = made.setdefault((decision.kind, decision.item), [])
        if decision.verb != "undo":
            stack.append(decision)
        elif stack:
            stack.pop()
    return made


_SELECT = "SELECT id, document, kind, item, verb, before, after, person, moment, why FROM corrections"


def every(connection: sqlite3.Connection) -> Iterator[Decision]:
    """All decisions of the archive, oldest first."""
    yield from map(read, connection.execute(f"{_SELECT} ORDER BY id"))


def read(row: Any) -> Decision:
    """A decision from its row."""
    id, document, kind, item, verb, before, after, person, moment, why = row
    after = json.loads(after) if after else None
    return Decision(id, document, kind, item, verb, json.loads(before), after, person, moment, why)


def snapshot(kind: str, local: str, body: Mapping[str, Any]) -> Json | None:
    """An item of a record with the actors it names, or None where the record has no such item."""
    item = next((one for one in body[KINDS[kind]] if one["id"] == local), None)
    if item is None:
        return None
    wanted = set(_actors_of(kind, item))
    return {"item": deepcopy(item), "actors": [deepcopy(a) for a in body["actors"] if a["id"] in wanted]}


def apply(record: Record, found: list[Decision]) -> Decided:
    """Lay decisions over a record, those on actors first, since the others name them."""
    if not found:
        return Decided(record)
    body = to_json(record)
    decided = Decided(record)
    for decision in sorted(found, key=lambda d: (d.kind != "actor", d.id)):
        before = moved(decision.kind, decision.before, body["document"]["text"])
        after = decision.after and moved(decision.kind, decision.after, body["document"]["text"])
        if before is None or (decision.after and after is None):
            decided.lost.append(decision)
        elif decision.verb == "reject":
            _reject(decision.kind, before, body)
        else:
            assert after is not None
            local = _put(decision, before, after, body)
            decided.standing[local] = _STANDING[decision.verb]
            decided.pinned.append((decision.item, decision.kind, local))
    edited = {local for _, kind, local in decided.pinned if kind == "actor" and decided.standing[local] == "edited"}
    decided.record = checked_anew(from_json(body), edited)
    return decided


_STANDING = {"accept": "accepted", "edit": "edited", "add": "added"}

# ---- within


def _actors_of(kind: str, item: Mapping[str, Any]) -> Iterator[str]:
    if kind == "event":
        yield from (*item["source"], *item["target"], *item["reported_by"])
        for ids in item["roles"].values():
            yield from ids
    elif kind == "statement":
        yield from (x for x in (item["speaker"], item["addressee"], *item["via"]) if x)
    elif kind == "fact":
        yield from (x for x in (item["subject"], item["object"]) if x)


def moved(kind: str, kept: Json, text: str) -> Json | None:
    """A kept item at the place where its passage stands in ``text`` now, or None where it does not."""
    item = kept["item"]
    anchor = {"event": "evidence", "statement": "content", "fact": "evidence"}.get(kind)
    if anchor is None:
        return {**kept, "item": {**item, "mentions": _found(item["mentions"], text), "offices": _offices(item, text)}}
    passage = item[anchor]
    start = passage["start"] if text.startswith(passage["text"], passage["start"]) else text.find(passage["text"])
    if start < 0:
        return None
    shift = start - passage["start"]
    moved = _shifted(item, shift, text)
    if any(moved[name] is None for name in _NEEDED[kind]):
        return None
    actors = [
        {**a, "mentions": _found(a["mentions"], text, shift), "offices": _offices(a, text)} for a in kept["actors"]
    ]
    return {"item": moved, "actors": actors}


_NEEDED = {"event": ("predicate", "evidence"), "statement": ("content",), "fact": ("evidence",)}


def _shifted(value: Any, shift: int, text: str) -> Any:
    """A value with every span in it moved; a span that is not its text there is left out."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"} and isinstance(value["start"], int):
            start, end = value["start"] + shift, value["end"] + shift
            return {**value, "start": start, "end": end} if start >= 0 and text[start:end] == value["text"] else None
        return {key: _shifted(one, shift, text) for key, one in value.items()}
    if isinstance(value, list):
        return [moved for one in value if (moved := _shifted(one, shift, text)) is not None]
    return value


def _found(mentions: list[Json], text: str, shift: int = 0) -> list[Json]:
    moved = [{**m, "start": m["start"] + shift, "end": m["end"] + shift} for m in mentions]
    return [m for m in moved if m["start"] >= 0 and text[m["start"] : m["end"]] == m["text"]]


def _offices(actor: Json, text: str) -> list[Json]:
    held = []
    for office in actor["offices"]:
        span = office.get("evidence")
        holds = span is None or text[span["start"] : span["end"]] == span["text"]
        held.append(office if holds else {**office, "evidence": None})
    return held


def _reject(kind: str, before: Json, body: Json) -> None:
    item = before["item"]
    while gone := next((one for one in body[KINDS[kind]] if _same_claim(kind, before, one, body)), None):
        body[KINDS[kind]].remove(gone)
        if kind == "actor":
            _forget_actor(gone["id"], body)
            return
        for other in (*body["events"], *body["facts"]):
            for name in ("part_of", "statement"):
                if other.get(name) == gone["id"]:
                    other[name] = item.get(name)


def _same_claim(kind: str, before: Json, one: Json, body: Json) -> bool:
    """Whether an item says what the rejected one said."""
    item = before["item"]
    if kind == "event":
        return item["type"] == one["type"] and overlap(item["predicate"], one["predicate"]) > 0
    if kind == "statement":
        return overlap(item["content"], one["content"]) > 0.5
    if kind == "fact":
        named = {a["id"]: a["name"] for a in before["actors"]}
        here = {a["id"]: a["name"] for a in body["actors"]}
        same_parties = named.get(item["subject"]) == here.get(one["subject"]) and item["value"] == one["value"]
        return same_parties and item["relation"] == one["relation"] and overlap(item["evidence"], one["evidence"]) > 0
    return best("actor", item, [one]) is not None and item["name"] == one["name"]


def told_twice(before: Json, body: Mapping[str, Any]) -> Iterator[str]:
    """The ids of facts that say of the words of an event, and of its parties, what the event says.

    A signing is read both as an event and as a dated fact.  What holds on its own (a membership, an office) is none.
    """
    item = before["item"]
    event = {actor["name"] for actor in before["actors"] if actor["id"] in (*item["source"], *item["target"])}
    names = {actor["id"]: actor["name"] for actor in body["actors"]}
    for fact in body["facts"]:
        parties = {names[id] for id in (fact["subject"], fact["object"]) if id}
        around = fact["evidence"]["start"] <= item["predicate"]["start"] < fact["evidence"]["end"]
        if around and len(parties) == 2 and parties <= event and fact["relation"] not in STATES:
            yield fact["id"]


def _forget_actor(id: str, body: Json) -> None:
    for event in body["events"]:
        for name in ("source", "target", "reported_by"):
            event[name] = [x for x in event[name] if x != id]
        event["roles"] = {role: kept for role, ids in event["roles"].items() if (kept := [x for x in ids if x != id])}
    for said in body["statements"]:
        said["via"] = [x for x in said["via"] if x != id]
        for name in ("speaker", "addressee"):
            said[name] = None if said[name] == id else said[name]
    body["facts"] = [fact for fact in body["facts"] if fact["subject"] != id]
    for fact in body["facts"]:
        fact["object"] = None if fact["object"] == id else fact["object"]


def _put(decision: Decision, before: Json, after: Json, body: Json) -> str:
    """Put the person's version in the place of what was read there, or beside it; returns its id."""
    kind, items = decision.kind, body[KINDS[decision.kind]]
    # What a person added stands beside whatever was read there, unless a later reading finds the very same.
    match = twin(kind, before["item"], items) if decision.verb == "add" else best(kind, before["item"], items)
    item = dict(after["item"])
    if kind != "actor":
        ids = {actor["id"]: _settle(actor, body) for actor in after["actors"]}
        item = _renamed(kind, item, ids)
    item["id"] = match["id"] if match else _fresh(item["id"][:1], items)
    for name in ("statement", "part_of"):
        if name in item:
            item[name] = match.get(name) if match else None
    if match:
        items[next(n for n, one in enumerate(items) if one is match)] = item
    else:
        items.append(item)
    return str(item["id"])


def twin(kind: str, item: Json, items: list[Json]) -> Json | None:
    """The item among others that says the very same of the very same words."""
    same = _TWINS[kind]
    return next((one for one in items if all(one[name] == item[name] for name in same)), None)


_TWINS = {
    "event": ("type", "predicate"),
    "statement": ("content",),
    "fact": ("relation", "evidence", "subject", "object", "value"),
}


def _settle(actor: Json, body: Json) -> str:
    """The id in this record of an actor that a decision names; it is added where the record does not have it."""
    actors = body["actors"]
    match = next((a for a in actors if a["name"] == actor["name"] and a["kind"] == actor["kind"]), None)
    if match is None and actor["mentions"]:
        match = best("actor", actor, actors)
    if match is None:
        match = {**actor, "id": _fresh("a", actors)}
        actors.append(match)
    return str(match["id"])


def _renamed(kind: str, item: Json, ids: Mapping[str, str]) -> Json:
    def new(x: str | None) -> str | None:
        return None if x is None else ids.get(x, x)

    if kind == "event":
        item |= {name: [new(x) for x in item[name]] for name in ("source", "target", "reported_by")}
        item["roles"] = {role: [new(x) for x in some] for role, some in item["roles"].items()}
    elif kind == "statement":
        item |= {"speaker": new(item["speaker"]), "addressee": new(item["addressee"])}
        item["via"] = [new(x) for x in item["via"]]
    else:
        item |= {"subject": new(item["subject"]), "object": new(item["object"])}
    return item


def _fresh(letter: str, items: list[Json]) -> str:
    taken = {one["id"] for one in items}
    number = len(items) + 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"
