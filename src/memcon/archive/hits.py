"""Answers of a search: the entries at some places of the index, with who, what, whom, the sentence and its marks."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_OPEN, _CLOSE = "\x02", "\x03"
#: The text of an entry in the index with the words marked that were asked for.
HIGHLIGHT = f"highlight(entries_index, 0, '{_OPEN}', '{_CLOSE}')"

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer.

    Attributes:
        id: ``e12`` an event, ``s12`` a statement, ``f12`` a fact; ``d12`` the report, for a sentence or headline.
        kind: event, statement, fact, sentence, headline.
        day: the first day, with ``until`` the last, and ``basis``, how they are known.
        who: the source of an event, the speaker, the subject.
        what: the type of an event, the cue of a statement, the relation of a fact.
        act: the type of the act that an event asks for, promises or refuses, with its ``mode`` and ``cameo`` code.
        background: whether an event is told in passing about another time.
        whom: the target, the addressee, the object.
        status: of an event or fact.
        verdict: of a fact.
        place: where it took place.
        topics: of an event.
        text: the sentence, or the headline.
        passage: where in ``text`` the passage stands that was read.
        words: where in ``text`` the words stand that were asked for.
        report: ``d12``.
        title: of the report, with ``outlet``, ``published`` and ``name``, the id it came with.
        start: where the passage stands in the report, in code points, with ``end``.
        standing: read, accepted, edited.
    """

    id: str
    kind: str
    day: str | None
    until: str | None
    basis: str | None
    who: tuple[str, ...]
    what: str | None
    whom: tuple[str, ...]
    status: str | None
    verdict: str | None
    place: str | None
    topics: tuple[str, ...]
    text: str
    passage: Mark | None
    words: tuple[Mark, ...]
    report: str
    title: str | None
    outlet: str | None
    published: str | None
    name: str
    start: int
    end: int
    standing: str
    act: str | None = None
    mode: str | None = None
    cameo: str | None = None
    background: bool = False

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


_ENTRIES = """
SELECT entries.place, entries.id, entries.kind, entries.first_day, entries.last_day, entries.basis, entries.topics,
    entries.location, entries.start, entries.end, entries.standing,
    coalesce(sentences.text, versions.title, '') AS text, sentences.start AS sentence_start, versions.document,
    versions.title, versions.outlet, versions.published_start, documents.name,
    events.type, events.act, events.mode, events.cameo, events.background,
    coalesce(events.status, facts.status) AS status,
    coalesce(speakers.name, statements.speaker_text) AS speaker, statements.cue, addressees.name AS addressee,
    facts.relation, facts.negated, facts.verdict, subjects.name AS subject,
    coalesce(objects.name, facts.value) AS object
FROM json_each(?) AS wanted
CROSS JOIN entries ON entries.place = wanted.value
JOIN versions ON versions.id = entries.version
JOIN documents ON documents.id = versions.document
LEFT JOIN sentences ON sentences.id = entries.sentence
LEFT JOIN events ON events.id = entries.id
LEFT JOIN statements ON statements.id = entries.id
LEFT JOIN actors AS speakers ON speakers.id = statements.speaker
LEFT JOIN actors AS addressees ON addressees.id = statements.addressee
LEFT JOIN facts ON facts.id = entries.id
LEFT JOIN actors AS subjects ON subjects.id = facts.subject
LEFT JOIN actors AS objects ON objects.id = facts.object
"""
_PARTIES = """
SELECT event, role, name FROM json_each(?) AS wanted
CROSS JOIN event_parties ON event = wanted.value
JOIN actors ON actors.id = actor
WHERE role IN ('source', 'target') ORDER BY actor
"""


def hits(connection: sqlite3.Connection, places: Sequence[int], marked: Mapping[int, str]) -> list[Hit]:
    """The entries at some places, in this order.

    Args:
        connection: the archive.
        places: where they are in the index.
        marked: the text of a place as :data:`HIGHLIGHT` has it, where words were asked for.
    """
    rows = {row["place"]: row for row in connection.execute(_ENTRIES, (json.dumps(list(places)),))}
    ids = [row["id"] for row in rows.values() if row["kind"] == "event"]
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    for event, role, name in connection.execute(_PARTIES, (json.dumps(ids),)):
        names[event, role].append(name)
    return [_hit(rows[place], names, marked.get(place, "")) for place in places]


def _hit(row: sqlite3.Row, names: Mapping[tuple[int, str], list[str]], marked: str) -> Hit:
    kind, text = row["kind"], row["text"]
    is_item = kind in ("event", "statement", "fact")
    passage = None
    if row["sentence_start"] is not None and is_item:
        start = max(0, row["start"] - row["sentence_start"])
        end = min(len(text), row["end"] - row["sentence_start"])
        passage = (start, end) if start < end else None
    who, what, whom = _reading(row, names)
    return Hit(
        id=f"{kind[0]}{row['id']}" if is_item else f"d{row['document']}",
        kind=kind,
        day=row["first_day"],
        until=row["last_day"],
        basis=row["basis"],
        who=who,
        what=what,
        whom=whom,
        status=row["status"],
        verdict=row["verdict"],
        place=row["location"] or None,
        topics=tuple(row["topics"].split("; ")) if kind == "event" and row["topics"] else (),
        text=text,
        passage=passage,
        words=_marks(text, marked),
        report=f"d{row['document']}",
        title=row["title"],
        outlet=row["outlet"],
        published=row["published_start"],
        name=row["name"],
        start=row["start"],
        end=row["end"],
        standing=row["standing"],
        act=row["act"],
        mode=row["mode"],
        cameo=row["cameo"],
        background=bool(row["background"]),
    )


def _reading(
    row: sqlite3.Row, names: Mapping[tuple[int, str], list[str]]
) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """Who, what, whom."""
    if row["kind"] == "event":
        who, whom = names.get((row["id"], "source"), ()), names.get((row["id"], "target"), ())
        return tuple(who), row["type"], tuple(whom)
    if row["kind"] == "statement":
        return _some(row["speaker"]), row["cue"] or "said", _some(row["addressee"])
    if row["kind"] == "fact":
        return _some(row["subject"]), ("not " if row["negated"] else "") + row["relation"], _some(row["object"])
    return (), None, ()


def _some(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _marks(text: str, marked: str) -> tuple[Mark, ...]:
    pieces = marked.split(_OPEN)
    at, found = len(pieces[0]), []
    for piece in pieces[1:]:
        word, closed, rest = piece.partition(_CLOSE)
        if not closed:
            return ()
        found.append((at, at + len(word)))
        at += len(word) + len(rest)
    return tuple(found) if at == len(text) else ()
