"""The contact log: who of two sides met, called, visited or wrote to whom, one line a contact.

What several reports tell of one contact stands in one line.  Two calls on one day in one outlet stay two.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from memcon.archive.contact import Attendee, Contact, is_a_state
from memcon.archive.contact_merging import kept_apart, merged
from memcon.archive.parties import keys_for, token
from memcon.archive.search import one_of, place_bounds
from memcon.reference import offices_of


def contact_log(
    connection: sqlite3.Connection,
    one: str,
    other: str | None,
    *,
    since: str | None = None,
    until: str | None = None,
    channels: Sequence[str] = (),
    limit: int | None = None,
) -> list[Contact]:
    """The contacts of two sides, or of one with anybody, the oldest first; what has no day comes last.

    Args:
        connection: the archive.
        one: a state, body, person or code; ``other`` likewise, None for whoever is not of the first.
        since: the first day, ISO.
        until: the last day.
        channels: only these; by default all.
        limit: at most so many, the latest ones.

    Raises:
        UnknownParty: one of the sides is known to neither the tables nor the archive.
    """
    sides = keys_for(connection, one), keys_for(connection, other) if other is not None else None
    asked = " AND ".join(one_of(token("with", key) for key in keys) for keys in sides if keys is not None)
    low, high = place_bounds(since, until, dated=False)
    places = [
        row[0]
        for row in connection.execute(
            "SELECT rowid FROM entries_index WHERE entries_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            (f'facets : "contact_0" AND {asked}', low, high),
        )
    ]
    told = [_contact(rows, sides) for rows in _told(connection, places)]
    contacts = [c for c in told if c is not None and (not since or (c.until or "") >= since)]
    contacts.sort(key=lambda c: (c.day or "9999", c.until or "", int(c.ids[0][1:])))
    # What one report calls a meeting is a visit in another: only the whole has its channel.
    found = [one for one in merged(contacts, kept_apart(connection)) if not channels or one.channel in channels]
    return found if limit is None else found[-limit:] if limit else []


@dataclass(slots=True)
class _Told:
    entry: sqlite3.Row
    parties: list[sqlite3.Row] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    # Those of each meeting that is told as a part of it.
    met: list[list[sqlite3.Row]] = field(default_factory=list)


# The CAMEO code of a visit in which whoever acts is the host.
_RECEPTION = "043"
_EVENTS = """
SELECT entries.id, entries.kind, entries.first_day, entries.last_day, entries.basis, entries.topics, entries.location,
    entries.start, entries.end, sentences.start AS sentence_start, sentences.text, versions.document, versions.outlet,
    entries.version, entries.local, events.mode, events.cameo, events.status, events.predicate, statements.occasion,
    statements.speaker, statements.addressee, story_reports.story
FROM json_each(?) AS wanted
JOIN entries ON entries.place = wanted.value
JOIN versions ON versions.id = entries.version
LEFT JOIN events ON events.id = entries.id
LEFT JOIN statements ON statements.id = entries.id
LEFT JOIN sentences ON sentences.id = entries.sentence
LEFT JOIN story_reports ON story_reports.document = versions.document
"""
_PARTIES = """
SELECT event, role, actors.name, actors.kind, actors.country, actors.office, parties.code, parties.bodies, parties.id
FROM json_each(?) AS wanted
JOIN event_parties ON event = wanted.value
JOIN actors ON actors.id = actor
JOIN parties ON parties.id = actors.party
WHERE role <> 'reported_by'
ORDER BY event, role, actor
"""
_SPOKEN = """
SELECT statements.id AS event, iif(actors.id = speaker, 'source', 'target') AS role, actors.name, actors.kind,
    actors.country, actors.office, parties.code, parties.bodies, parties.id
FROM json_each(?) AS wanted
JOIN statements ON statements.id = wanted.value
JOIN actors ON actors.id IN (speaker, addressee)
JOIN parties ON parties.id = actors.party
"""
_PARTS = """
SELECT events.part_of, entries.version, entries.topics, events.id, events.type
FROM json_each(?) AS wanted
JOIN entries ON entries.version = wanted.value
JOIN events ON events.id = entries.id
WHERE events.part_of IS NOT NULL
"""


def _told(connection: sqlite3.Connection, places: Iterable[int]) -> list[_Told]:
    rows = connection.execute(_EVENTS, (json.dumps(list(places)),)).fetchall()
    told = {row["id"]: _Told(row, topics=_split(row["topics"])) for row in rows}
    ids = json.dumps(list(told))
    for question in (_PARTIES, _SPOKEN):
        for party in connection.execute(question, (ids,)):
            told[party["event"]].parties.append(party)
    wholes = {(one.entry["version"], one.entry["local"]): one for one in told.values()}
    versions = json.dumps(list({version for version, _ in wholes}))
    meetings: dict[int, _Told] = {}
    for part_of, version, topics, id, type in connection.execute(_PARTS, (versions,)):
        if whole := wholes.get((version, part_of)):
            whole.topics += _split(topics)
            if type == "CONSULT":
                meetings[id] = whole
    met: dict[int, list[sqlite3.Row]] = {}
    for party in connection.execute(_PARTIES, (json.dumps(list(meetings)),)):
        met.setdefault(party["event"], []).append(party)
    for id, parties in met.items():
        meetings[id].met.append(parties)
    return list(told.values())


def _split(topics: str) -> list[str]:
    return [topic for topic in topics.split("; ") if topic]


def _contact(told: _Told, sides: tuple[tuple[str, ...], tuple[str, ...] | None]) -> Contact | None:
    """A contact, or None where nobody of one side met somebody else of the other."""
    row = told.entry
    groups: tuple[list[Attendee], list[Attendee], list[Attendee]] = ([], [], [])
    first = [bool(_keys(party) & set(sides[0])) for party in told.parties]
    if sides[1] is None:
        second = [not of_first for of_first in first]
    else:
        second = [bool(_keys(party) & set(sides[1])) for party in told.parties]
    on = first, second
    if not any(a and b and x != y for x, a in enumerate(on[0]) for y, b in enumerate(on[1])):
        return None
    for place, party in enumerate(told.parties):
        side = 0 if on[0][place] else 1 if on[1][place] else 2
        if on[0][place] and on[1][place] and groups[0]:
            side = 1
        attendee = _attendee(party, row["last_day"])
        if attendee not in groups[side]:
            groups[side].append(attendee)
    if not groups[0] or not groups[1]:
        return None
    for group, keys in zip(groups, sides, strict=False):
        if keys is not None and is_a_state(group):
            group[:] = _whom_they_met(told, set(keys)) or group
    start = row["sentence_start"]
    channel = channel_of(row["mode"], row["cameo"], row["predicate"] or "", row["occasion"])
    passage = None if start is None else (max(0, row["start"] - start), min(len(row["text"]), row["end"] - start))
    return Contact(
        day=row["first_day"],
        until=row["last_day"],
        basis=row["basis"],
        one=groups[0],
        other=groups[1],
        others=groups[2],
        channel=channel,
        place=row["location"] or None,
        topics=list(dict.fromkeys(told.topics)),
        status=row["status"] or "happened",
        sentence=row["text"] or "",
        passage=passage,
        ids=[f"{row['kind'][0]}{row['id']}"],
        reports=[f"d{row['document']}"],
        outlets=[row["outlet"]] if row["outlet"] else [],
        visitors=_visitors(told) if channel == "visit" else [],
        story=row["story"],
    )


def _whom_they_met(told: _Told, keys: set[str]) -> list[Attendee]:
    """The people of a side that is a mere state, “visited Athens”, whom those who are named then met there."""
    present = {party["id"] for party in told.parties}
    found = [
        _attendee(party, told.entry["last_day"])
        for parties in told.met
        if any(party["id"] in present for party in parties)
        for party in parties
        if party["kind"] == "person" and party["id"] not in present and _keys(party) & keys
    ]
    return list({who.name: who for who in found}.values())


def _visitors(told: _Told) -> list[str]:
    """Who paid a visit: whoever acts, or is received."""
    role = "target" if told.entry["cameo"] == _RECEPTION else "source"
    return list(dict.fromkeys(party["name"] for party in told.parties if party["role"] == role))


def _keys(party: sqlite3.Row) -> set[str]:
    return {f"p{party['id']}", *(party["bodies"] or "").split(), *filter(None, (party["country"], party["code"]))}


def channel_of(mode: str | None, cameo: str | None, predicate: str, occasion: str | None = None) -> str:
    """How a contact was had: by its words first, then by its PLOVER mode and CAMEO code."""
    words = f"{predicate} {occasion or ''}".lower()
    for pattern, channel in (
        (r"\bvideo|\bvirtual|\bonline", "video call"),
        (r"\bletters?\b|\bwr(?:ite|ote|itten)|\bcable|\bmessage|\be-?mail|\btelegram|\bnote\b", "letter"),
        (r"telephon|\bphone|\bcall(?:ed|s)?\b", "telephone call"),
    ):
        if re.search(pattern, words):
            return channel
    if mode == "phone" or cameo == "041":
        return "telephone call"
    if mode == "visit" or cameo in ("042", "043"):
        return "visit"
    if mode == "third-party" or cameo == "045":
        return "mediation"
    return "multilateral meeting" if mode == "multilateral" else "meeting"


def _attendee(party: sqlite3.Row, day: str | None) -> Attendee:
    if party["office"]:
        return Attendee(party["name"], party["office"], "report")
    if party["kind"] == "person" and day:
        where = party["country"] or (party["bodies"] or "").split(" ")[0]
        if office := office_on(party["name"], where or None, day):
            return Attendee(party["name"], office, "tables")
    return Attendee(party["name"], None, None)


@lru_cache(maxsize=8192)
def office_on(name: str, where: str | None, day: str) -> str | None:
    """The highest office that the tables surely give a person on a day, in words."""
    from memcon.reference import body, state_name

    if len(name.split()) < 2:
        return None
    held = [
        term
        for term in offices_of(name, where)
        if (sure := term.surely_in_office)
        and sure.first <= day <= sure.last
        and not {"deputy", "junior"} & set(term.doubt)
    ]
    if not held or len({term.person for term in held}) > 1:
        return None
    term = held[0]
    found = body(term.body) if term.body else None
    place = state_name(term.country) if term.country else found.name if found else None
    return f"{term.called}, {place}" if place else term.called
