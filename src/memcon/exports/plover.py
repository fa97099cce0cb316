"""PLOVER events as JSON lines, with the field names of the PLOVER manual (chapter “JSON Data Fields”).

The manual lets further fields stand beside its own: ``status``, ``act``, ``background``, ``cameo``, ``date_basis``
and ``published`` are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from memcon.archive import Selected
from memcon.exports.dyads import QUADS, days_of
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import filled, json_lines
from memcon.record import Actor, Event

CODEBOOK = "plover-0.8"


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """A line an event, whatever its status; one without any day, not even that of its report, is left out."""
    for report in reports:
        rows = [row for event in report.events if (row := _row(report, event, job))]
        job.wrote["events"] += len(rows)
        yield "events.jsonl", json_lines(rows)


def _row(report: Selected, event: Event, job: Job) -> dict[str, Any] | None:
    document, actors = report.record.document, report.actor
    days = days_of(report, event)
    if days is None:
        job.left_out["without a day"] += 1
        return None
    first, last, basis = days
    place = event.place
    made = report.record.made_by
    row = {
        "id": report.ids[event.id],
        "date": first,
        "enddate": last if last != first else None,
        "date_basis": basis,
        "source": [_actor(actors[id]) for id in event.source],
        "recipient": [_actor(actors[id]) for id in event.target],
        "event": [event.type],
        "mode": event.mode,
        "context": list(event.contexts),
        "act": event.act,
        "status": event.status,
        "background": event.background,
        "cameo": event.cameo,
        "quad_code": QUADS[event.quad],
        "event_scale": event.goldstein,
        "event_text": [event.predicate.text],
        "event_loc": filled({"name": place.name, "cc3": place.country}) if place else None,
        "text": event.evidence.text,
        "text_info": filled(
            {
                "sequence": report.sentence_of(event.evidence.start),
                "start": event.evidence.start,
                "end": event.evidence.end,
            }
        ),
        "cite_info": filled(
            {
                "citation": report.id,
                "url": document.url,
                "title": document.title,
                "language": document.language,
                "publication": document.outlet,
                "coder": f"memcon {made.memcon}, {made.model}",
                "codebook": CODEBOOK,
            }
        ),
        "published": document.published.start if document.published else None,
        "coder": report.confirmed[event.id][0] if event.id in report.confirmed else f"memcon {made.memcon}",
        "coded_date": report.confirmed[event.id][1] if event.id in report.confirmed else report.added[:10],
    }
    needed = ("source", "event")
    return {name: value for name, value in row.items() if name in needed or value not in (None, "", [], {})}


def _actor(actor: Actor) -> dict[str, Any]:
    """``code`` is the three letters at the head of the actor code, ``actor_code`` the whole of it."""
    return filled(
        {
            "code": actor.code[:3] if actor.code else None,
            "actor_code": actor.code,
            "sector": list(actor.sectors),
            "actor_text": actor.name,
            "identifier_id": actor.wikidata,
            "office": "; ".join(o.title for o in actor.offices),
        }
    )
