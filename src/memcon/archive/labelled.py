"""What people decided as labelled data: PLOVER JSON lines for `memcon evaluate`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from memcon.archive.corrections import apply, decisions, moved
from memcon.archive.store import stored
from memcon.record import Actor, Event, Record


def labelled(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """A line an event, of the sentences in which somebody decided on every event; rejected ones leave none.

    A sentence with an event that nobody looked at is left out: what stands there may be wrong.
    """
    documents = connection.execute("SELECT DISTINCT document FROM corrections WHERE kind = 'event' ORDER BY document")
    for (document,) in documents.fetchall():
        raw = stored(connection, document)
        found = decisions(connection, document)
        decided = apply(raw, found)
        text = raw.document.text
        touched = {
            place["item"]["evidence"]["start"]
            for decision in found
            if decision.kind == "event" and (place := moved("event", decision.after or decision.before, text))
        }
        for start, end in connection.execute(
            "SELECT sentences.start, sentences.end FROM sentences JOIN documents ON documents.current = version"
            " WHERE documents.id = ? ORDER BY sentences.start",
            (document,),
        ).fetchall():
            if not any(start <= place < end for place in touched):
                continue
            inside = [event for event in decided.record.events if start <= event.evidence.start < end]
            if all(event.id in decided.standing for event in inside):
                yield from _lines(decided.record, f"d{document}:{start}", text[start:end], inside)


def _lines(record: Record, id: str, text: str, events: list[Event]) -> Iterator[dict[str, Any]]:
    day = record.document.published
    head = {"id": id, "text": text, "published": day.start if day else None}
    actors = {actor.id: actor for actor in record.actors}
    if not events:
        yield {**head, "event": None}
    for event in events:
        yield {
            **head,
            "event": event.type,
            "mode": event.mode,
            "context": list(event.contexts),
            "cameo": event.cameo,
            "status": event.status,
            "date": event.date.start if event.date else None,
            "source": [_actor(actors[id]) for id in event.source],
            "target": [_actor(actors[id]) for id in event.target],
            "eventText": event.predicate.text,
        }


def _actor(actor: Actor) -> Mapping[str, Any]:
    return {"actor": actor.code or actor.name, "sector": list(actor.sectors), "actorText": actor.name}
