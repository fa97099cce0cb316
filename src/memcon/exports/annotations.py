"""W3C Web Annotations (JSON-LD): every event, statement and fact as a note on the passage that says it.

The model is that of https://www.w3.org/TR/annotation-model/ (Recommendation of 23 February 2017).  Positions are code
points of the text as memcon read it, which is what the Recommendation counts in; of a page that is the text without
its frame, so that a reader that has the page itself finds the passage by its quotation.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from memcon.archive import Selected
from memcon.exports.exporter import Job, Piece
from memcon.exports.lines import filled
from memcon.record import Document, Event, Fact, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after the passage, by which it is found where the text has it twice.
_AROUND = 32
_HEAD = f'''{{"@context": "{CONTEXT}", "type": "AnnotationCollection", "label": "memcon",
"first": {{"type": "AnnotationPage", "startIndex": 0, "items": ['''


def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
    """One collection with one page; each annotation is a line of its own."""
    yield "annotations.jsonld", _HEAD.encode()
    count = 0
    for report in reports:
        notes = list(_notes(report))
        lines = [json.dumps(note, ensure_ascii=False) for note in notes]
        if lines:
            yield "annotations.jsonld", (("," if count else "") + "\n" + ",\n".join(lines)).encode("utf-8", "replace")
        count += len(lines)
    job.wrote["annotations"] += count
    yield "annotations.jsonld", f'\n]}},\n"total": {count}}}\n'.encode()


def _notes(report: Selected) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in report.record.actors}
    for event in report.events:
        yield _note(report, event, event.evidence, (event.type, event.status), _of_event(event, names))
    for said in report.statements:
        yield _note(report, said, said.content, ("statement",), f"said by {_whoever(said, names)}")
    for fact in report.facts:
        yield _note(report, fact, fact.evidence, (fact.relation,), _of_fact(fact, names))


def _note(
    report: Selected, item: Event | Statement | Fact, span: Span, tags: tuple[str, ...], words: str
) -> dict[str, Any]:
    document, made = report.record.document, report.record.made_by
    person, day = report.confirmed.get(item.id, (None, None))
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    bodies.append({"type": "TextualBody", "purpose": "describing", "value": words, "format": "text/plain"})
    note = {
        "id": uuid.uuid5(uuid.NAMESPACE_OID, f"{document.sha256} {report.ids[item.id]}").urn,
        "type": "Annotation",
        "motivation": "tagging",
        "created": report.added,
        "modified": f"{day}T00:00:00Z" if day else None,
        "creator": {"type": "Person", "name": person} if person else None,
        "generator": {"type": "Software", "name": f"memcon {made.memcon}"},
        "body": bodies,
        "target": {"source": address_of(document), "selector": selectors(document.text, span)},
    }
    return filled(note)


def address_of(document: Document) -> str:
    """Its address, else one made of the fingerprint of its text (RFC 6920)."""
    if document.url:
        return document.url
    raw = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{raw}"


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Where the passage is: by its place, and by its words with those around it."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]


def _of_event(event: Event, names: dict[str, str]) -> str:
    sides = (", ".join(names[id] for id in ids) for ids in (event.source, event.target))
    whole = " · ".join(filter(None, (next(sides), event.type, next(sides))))
    day = event.date.start if event.date else None
    return f"{whole} ({', '.join(filter(None, (event.status, day)))})"


def _whoever(said: Statement, names: dict[str, str]) -> str:
    if said.speaker:
        return names[said.speaker]
    return said.speaker_text.text if said.speaker_text else "somebody"


def _of_fact(fact: Fact, names: dict[str, str]) -> str:
    what = names.get(fact.object or "") or fact.value
    words = (names[fact.subject], "not" if fact.negated else None, fact.relation, what)
    verdict = f" ({fact.check.verdict}: {fact.check.why})" if fact.check else ""
    return " ".join(filter(None, words)) + verdict
