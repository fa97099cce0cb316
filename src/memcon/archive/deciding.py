"""Making a correction, and the history of what was decided."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from memcon.archive.corrections import Decision, Json, decisions, moved, snapshot, standing_decisions, told_twice
from memcon.archive.edits import added, edited
from memcon.archive.errors import CorrectionError, UnknownId
from memcon.archive.ids import document_of, item_of
from memcon.archive.matching import KINDS, best
from memcon.archive.store import Writer, corrected, now, transaction
from memcon.record import Span, to_json

VERBS = ("accept", "reject", "edit", "undo")
_KIND_OF = {"e": "event", "s": "statement", "f": "fact", "a": "actor"}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report: its number, when it was added and read, by what, its title and length."""

    number: int
    added: str
    read_at: str
    made_by: str
    title: str | None
    characters: int
    current: bool


@dataclass(frozen=True, slots=True)
class History:
    """What happened to a report or one of its items since it was added.

    Attributes:
        report: ``d12``.
        name: the id it came with.
        versions: the oldest first.
        decisions: the oldest first; of the one item alone where it was asked for.
        lost: the numbers of decisions that the current text has no place for.
    """

    report: str
    name: str
    versions: tuple[Version, ...]
    decisions: tuple[Decision, ...]
    lost: frozenset[int]


def correct(
    connection: sqlite3.Connection, id: str, verb: str, changes: Mapping[str, str], person: str, why: str
) -> Decision:
    """Accept, reject or edit an item, or take the last decision back; every later reading keeps to it.

    With an event goes the fact that was read from the same words with the same parties, unless somebody decided on it.

    Args:
        connection: the archive.
        id: ``e12``, ``s12``, ``f12`` or ``a12``; also of an item that was rejected before.
        verb: one of :data:`VERBS`.
        changes: field → value, for ``edit``.
        person: who decides.
        why: the reason.

    Raises:
        UnknownId: nothing has that id.
        CorrectionError: it cannot be corrected so.
    """
    if verb == "edit" and not changes:
        raise CorrectionError("nothing to edit; say what, as in --set type=ACCUSE")
    if verb != "edit" and changes:
        raise CorrectionError(f"to {verb} changes no field; call it edit")
    if verb == "undo":
        return undo(connection, id, person, why)
    with transaction(connection):
        kind, number, document, before = _shown(connection, id)
        after: Json | None = None
        if verb == "accept":
            after = before
        elif verb == "edit":
            # An item that was rejected is put back first, so that it can be edited.
            record = corrected(connection, document).record
            local = before["item"]["id"]
            if snapshot(kind, local, to_json(record)) != before:
                raise CorrectionError(f"{id} was rejected; accept it again before editing it")
            after = edited(kind, local, record, changes)
        elif kind == "event":
            _reject_facts(connection, document, id, before, person)
        made = _keep(connection, document, kind, number, verb, before, after, person, why)
        Writer(connection).refresh(document)
    return made


def add(
    connection: sqlite3.Connection,
    id: str,
    kind: str,
    start: int,
    end: int,
    changes: Mapping[str, str],
    person: str,
    why: str,
) -> Decision:
    """Add an event, statement or fact that no reading found, on characters ``start``..``end`` of a report.

    Args:
        connection: the archive.
        id: the report, ``d12``.
        kind: event, statement or fact.
        start: where the words begin, in code points.
        end: where they end.
        changes: field → value; see :data:`memcon.archive.edits.EDITABLE`.
        person: who decides.
        why: the reason.

    Raises:
        UnknownId: there is no such report.
        CorrectionError: nothing can be added so.
    """
    if kind not in ("event", "statement", "fact"):
        raise CorrectionError(f"{kind!r} cannot be added; add an event, a statement or a fact")
    with transaction(connection):
        document = document_of(connection, id)
        record = corrected(connection, document).record
        text = record.document.text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise CorrectionError("no words are chosen; mark the words in the text that tell of it")
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        around = connection.execute(
            "SELECT min(start), max(end) FROM sentences JOIN documents ON documents.current = version"
            " WHERE documents.id = ? AND start < ? AND end > ?",
            (document, end, start),
        ).fetchone()
        first, last = (min(start, around[0]), max(end, around[1])) if around[0] is not None else (start, end)
        after = added(kind, record, Span.of(text, start, end), Span.of(text, first, last), changes)
        writer = Writer(connection)
        number = writer.next_entry()
        made = _keep(connection, document, kind, number, "add", after, after, person, why)
        writer.refresh(document)
    return made


def undo(connection: sqlite3.Connection, id: str, person: str, why: str) -> Decision:
    """Take back the last decision on an item (``e12``), or the last one on anything in a report (``d12``).

    Raises:
        UnknownId: nothing has that id.
        CorrectionError: nothing is left to take back.
    """
    with transaction(connection):
        document = (
            document_of(connection, id) if id.strip().lower().startswith("d") else _document_decided(connection, id)
        )
        stacks = standing_decisions(decisions(connection, document, all=True))
        made = [d for stack in stacks.values() for d in stack if id.strip().lower() in (f"d{document}", d.short)]
        if not made:
            raise CorrectionError(f"nothing that was decided on {id} is left to take back")
        last = max(made, key=lambda d: d.id)
        stack = stacks[last.kind, last.item][:-1]
        shown = last.after or last.before
        after = stack[-1].after if stack else (None if last.verb == "add" else last.before)
        kept = _keep(connection, document, last.kind, last.item, "undo", shown, after, person, why)
        writer = Writer(connection)
        writer.refresh(document, _coming_back(connection, document, last))
        if (last.kind, last.verb) == ("event", "reject"):
            _take_back_facts(connection, writer, last, person)
    return kept


def _reject_facts(connection: sqlite3.Connection, document: int, event: str, before: Json, person: str) -> None:
    """Reject the facts that say what an event says, before the event itself."""
    decided = corrected(connection, document)
    body = to_json(decided.record)
    numbers = dict(
        connection.execute(
            "SELECT local, entries.id FROM entries JOIN documents ON documents.current = version"
            " WHERE documents.id = ? AND kind = 'fact'",
            (document,),
        )
    )
    for local in list(told_twice(before, body)):
        if local not in decided.standing and (kept := snapshot("fact", local, body)):
            _keep(connection, document, "fact", numbers[local], "reject", kept, None, person, _with(event))


def _take_back_facts(connection: sqlite3.Connection, writer: Writer, event: Decision, person: str) -> None:
    """The facts that were rejected with an event come back with it."""
    for stack in standing_decisions(decisions(connection, event.document, all=True)).values():
        last = stack[-1] if stack else None
        if last and (last.kind, last.verb, last.why) == ("fact", "reject", _with(event.short)):
            _keep(connection, event.document, "fact", last.item, "undo", last.before, last.before, person, "")
            writer.refresh(event.document, _coming_back(connection, event.document, last))


def _with(event: str) -> str:
    return f"rejected with {event.strip().lower()}, of which it says the same"


def _coming_back(connection: sqlite3.Connection, document: int, last: Decision) -> dict[tuple[str, str], int]:
    """The item that a decision had taken away, so that it comes back under the number it had."""
    if last.verb != "reject":
        return {}
    decided = corrected(connection, document)
    if any((last.kind, last.item) == (kind, number) for number, kind, _ in decided.pinned):
        return {}
    before = moved(last.kind, last.before, decided.record.document.text)
    match = before and best(last.kind, before["item"], to_json(decided.record)[KINDS[last.kind]])
    return {(last.kind, match["id"]): last.item} if match else {}


def _document_decided(connection: sqlite3.Connection, id: str) -> int:
    try:
        return item_of(connection, id)[2]
    except UnknownId:
        last = _last(connection, id)
        if last is None:
            raise
        return last.document


def _keep(
    connection: sqlite3.Connection,
    document: int,
    kind: str,
    number: int,
    verb: str,
    before: Json,
    after: Json | None,
    person: str,
    why: str,
) -> Decision:
    moment = now()
    done = connection.execute(
        "INSERT INTO corrections (document, kind, item, verb, before, after, person, moment, why)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document, kind, number, verb, json.dumps(before, ensure_ascii=False),
            json.dumps(after, ensure_ascii=False) if after else None, person, moment, why,
        ),
    )  # fmt: skip
    return Decision(done.lastrowid or 0, document, kind, number, verb, before, after, person, moment, why)


def _shown(connection: sqlite3.Connection, id: str) -> tuple[str, int, int, Json]:
    """(kind, number, document, snapshot) of an item as it is shown, or as it was before it was rejected."""
    try:
        kind, number, document, local = item_of(connection, id)
    except UnknownId:
        last = _last(connection, id)
        if last is None:
            raise
        return last.kind, last.item, last.document, last.after or last.before
    kept = snapshot(kind, local, to_json(corrected(connection, document).record))
    assert kept is not None
    return kind, number, document, kept


def _last(connection: sqlite3.Connection, id: str) -> Decision | None:
    match = re.fullmatch(r"([esfa])(\d{1,15})", id.strip().lower())
    if not match:
        return None
    row = connection.execute(
        "SELECT document FROM corrections WHERE kind = ? AND item = ? ORDER BY id DESC LIMIT 1",
        (_KIND_OF[match[1]], int(match[2])),
    ).fetchone()
    if row is None:
        return None
    made = decisions(connection, row[0], all=True)
    return [d for d in made if d.kind == _KIND_OF[match[1]] and d.item == int(match[2])][-1]


def history_of(connection: sqlite3.Connection, id: str) -> History:
    """The versions of a report and the decisions on it (``d12``), or on one of its items (``e12`` …).

    Raises:
        UnknownId: nothing has that id, and nothing that was rejected had it.
    """
    if id.strip().lower().startswith("d"):
        return _history(connection, document_of(connection, id), None)
    kind, number, document, _ = _shown(connection, id)
    return _history(connection, document, (kind, number))


def _history(connection: sqlite3.Connection, document: int, item: tuple[str, int] | None) -> History:
    name, current = connection.execute("SELECT name, current FROM documents WHERE id = ?", (document,)).fetchone()
    versions = connection.execute(
        "SELECT number, added, read_at, made_by, title, length(text), id FROM versions WHERE document = ?"
        " ORDER BY number",
        (document,),
    )
    lost = corrected(connection, document).lost
    made = decisions(connection, document, all=True)
    return History(
        f"d{document}",
        name,
        tuple(
            Version(number, added, read_at, made_by, title, characters, id == current)
            for number, added, read_at, made_by, title, characters, id in versions
        ),
        tuple(d for d in made if item is None or (d.kind, d.item) == item),
        frozenset(d.id for d in lost),
    )


def in_words(kind: str, kept: Json) -> str:
    """An item in one line: “Armenia ACCUSE Azerbaijan, alleged”."""
    item = kept["item"]
    names = {actor["id"]: actor["name"] for actor in kept["actors"]}
    if kind == "event":
        whole = f"{_listed(item['source'], names)} {item['type']} {_listed(item['target'], names)}".strip()
        when = item["date"] and item["date"]["start"]
        place = item["place"] and _short(item["place"]["name"])
        notes = [item["status"], item["mode"], item["cameo"] and f"CAMEO {item['cameo']}", when, place]
        about = f", about {_short('; '.join(item['topics']))}" if item["topics"] else ""
        return f"{whole} ({', '.join(filter(None, notes))}){about}, “{item['predicate']['text']}”"
    if kind == "statement":
        speaker = names.get(item["speaker"] or "", "somebody")
        return f"{speaker} {item['cue']['text'] if item['cue'] else 'said'}: {_short(item['content']['text'])}"
    if kind == "fact":
        thing = names.get(item["object"] or "") or item["value"] or ""
        days = "..".join(day or "" for day in (item["start"], item["end"]))
        relation = ("not " if item["negated"] else "") + item["relation"]
        return f"{names.get(item['subject'], '')} {relation} {thing} {days.strip('.')}".strip()
    code = f" ({item['code']})" if item["code"] else ""
    return f"{item['name']}, {item['kind']}{code}"


def _listed(ids: list[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(id, id) for id in ids) or "somebody"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else f"{flat[:79]}…"
