"""The tables of a run and their columns; a row never needs another table to be understood.

Days are ISO dates, several values stand in lists, what the text does not say is null.  Offsets are code points into the
document's text, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.record import Actor, Dated, Document, Record, Span, dumps
from memcon.sources import SourceError

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]

#: Table → column → its type: "text", "texts" (a list of them), "int", "float", "bool".
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "records": {
        "document": "text", "title": "text", "byline": "text", "outlet": "text", "url": "text",
        "published_start": "text", "published_end": "text", "published_basis": "text", "sha256": "text",
        "memcon": "text", "model": "text", "lexicon": "text", "characters": "int", "record": "text",
    },
    "events": {
        "document": "text", "event": "text", "type": "text", "mode": "text", "contexts": "texts", "cameo": "text",
        "quad": "text", "goldstein": "float", "act": "text", "status": "text", "background": "bool",
        "date_start": "text", "date_end": "text", "date_basis": "text",
        "source": "texts", "source_code": "texts", "source_country": "texts",
        "target": "texts", "target_code": "texts", "target_country": "texts",
        "place": "text", "place_country": "text", "topics": "texts", "reported_by": "texts", "statement": "text",
        "part_of": "text", "confidence": "float", "read_by": "text",
        "predicate": "text", "predicate_start": "int", "predicate_end": "int",
        "evidence": "text", "evidence_start": "int", "evidence_end": "int",
    },
    "statements": {
        "document": "text", "statement": "text", "speaker": "text", "speaker_code": "text", "speaker_text": "text",
        "cue": "text", "form": "text", "via": "texts", "addressee": "text", "occasion": "text",
        "date_start": "text", "date_end": "text", "date_basis": "text",
        "content": "text", "content_start": "int", "content_end": "int",
    },
    "facts": {
        "document": "text", "fact": "text", "relation": "text", "subject": "text", "subject_country": "text",
        "object": "text", "object_country": "text", "value": "text", "start": "text", "end": "text",
        "negated": "bool", "status": "text", "qualifiers": "text", "statement": "text",
        "verdict": "text", "why": "text", "citations": "text",
        "evidence": "text", "evidence_start": "int", "evidence_end": "int",
    },
    "actors": {
        "document": "text", "actor": "text", "name": "text", "kind": "text", "code": "text", "country": "text",
        "sectors": "texts", "offices": "texts", "mentions": "int", "wikidata": "text",
    },
    "coverage": {"document": "text", "sentences": "int", "unread": "int", "unread_texts": "texts"},
    "failures": {"document": "text", "where": "text", "message": "text"},
}  # fmt: skip


def rows_of(answer: Record | SourceError, *, whole: bool = True) -> Iterator[tuple[str, Row]]:
    """The rows of one document, each with its table; ``whole``: with the whole record as JSON among them."""
    if isinstance(answer, SourceError):
        yield "failures", {"document": answer.id, "where": answer.where, "message": answer.message}
        return
    document, by_id = answer.document, {actor.id: actor for actor in answer.actors}
    yield (
        "records",
        {
            "document": document.id, "title": document.title, "byline": document.byline, "outlet": document.outlet,
            "url": document.url, **_date("published", document.published), "sha256": document.sha256,
            "memcon": answer.made_by.memcon, "model": answer.made_by.model, "lexicon": answer.made_by.lexicon,
            "characters": len(document.text), "record": dumps(answer) if whole else None,
        },
    )  # fmt: skip
    for event in answer.events:
        yield (
            "events",
            {
                "document": document.id, "event": event.id, "type": event.type, "mode": event.mode,
                "contexts": list(event.contexts), "cameo": event.cameo, "quad": event.quad,
                "goldstein": event.goldstein, "act": event.act, "status": event.status,
                "background": event.background, **_date("date", event.date),
                **_parties("source", event.source, by_id), **_parties("target", event.target, by_id),
                "place": event.place.name if event.place else None,
                "place_country": event.place.country if event.place else None,
                "topics": list(event.topics), "reported_by": _names(event.reported_by, by_id),
                "statement": event.statement, "part_of": event.part_of, "confidence": event.confidence,
                "read_by": event.read_by, **_span("predicate", event.predicate), **_span("evidence", event.evidence),
            },
        )  # fmt: skip
    for said in answer.statements:
        yield (
            "statements",
            {
                "document": document.id, "statement": said.id, "speaker": _name(said.speaker, by_id),
                "speaker_code": by_id[said.speaker].code if said.speaker else None,
                "speaker_text": said.speaker_text.text if said.speaker_text else None,
                "cue": said.cue.text if said.cue else None, "form": said.form, "via": _names(said.via, by_id),
                "addressee": _name(said.addressee, by_id), "occasion": said.occasion,
                **_date("date", said.date or _of_report(document)),
                **_span("content", said.content),
            },
        )  # fmt: skip
    for fact in answer.facts:
        check = fact.check
        citations = (
            [{"table": c.table, "row": dict(c.row), "source": c.source} for c in check.citations] if check else []
        )
        yield (
            "facts",
            {
                "document": document.id, "fact": fact.id, "relation": fact.relation,
                "subject": _name(fact.subject, by_id), "subject_country": by_id[fact.subject].country,
                "object": _name(fact.object, by_id),
                "object_country": by_id[fact.object].country if fact.object else None,
                "value": fact.value, "start": fact.start, "end": fact.end, "negated": fact.negated,
                "status": fact.status, "qualifiers": _json(fact.qualifiers), "statement": fact.statement,
                "verdict": check.verdict if check else None, "why": check.why if check else None,
                "citations": _json(citations), **_span("evidence", fact.evidence),
            },
        )  # fmt: skip
    for actor in answer.actors:
        yield (
            "actors",
            {
                "document": document.id, "actor": actor.id, "name": actor.name, "kind": actor.kind,
                "code": actor.code, "country": actor.country, "sectors": list(actor.sectors),
                "offices": [f"{o.title}, {o.body}" if o.body else o.title for o in actor.offices],
                "mentions": len(actor.mentions), "wikidata": actor.wikidata,
            },
        )  # fmt: skip
    unread = answer.coverage.unread
    yield (
        "coverage",
        {
            "document": document.id,
            "sentences": answer.coverage.sentences,
            "unread": len(unread),
            "unread_texts": [span.text for span in unread],
        },
    )


def table_of(name: str, rows: Iterable[Row]) -> pyarrow.Table:
    """An Arrow table of these rows with the columns of :data:`COLUMNS`."""
    import pyarrow

    types = {
        "text": pyarrow.string(), "texts": pyarrow.list_(pyarrow.string()), "int": pyarrow.int64(),
        "float": pyarrow.float64(), "bool": pyarrow.bool_(),
    }  # fmt: skip
    schema = pyarrow.schema([(column, types[kind]) for column, kind in COLUMNS[name].items()])
    return pyarrow.Table.from_pylist(list(rows), schema=schema)


def records_in(output: str | Path) -> Iterator[Mapping[str, Any]]:
    """The records of a run, as JSON values, in the order of its inputs; a batch in memory at a time.

    Raises:
        OSError: the folder is not one that a run wrote, or a part of it is damaged.
        ImportError: pyarrow is not installed.
    """
    parts = sorted(Path(output, "records").glob("part-*.parquet"))
    if not parts:
        raise FileNotFoundError("is no folder that `memcon run` wrote (it has no records/part-*.parquet)")
    import pyarrow.parquet

    for part in parts:
        for batch in pyarrow.parquet.ParquetFile(part).iter_batches(batch_size=64, columns=["record"]):
            for text in batch.column(0).to_pylist():
                yield json.loads(text)


def _date(prefix: str, date: Dated | None) -> Row:
    return {
        f"{prefix}_start": date.start if date else None,
        f"{prefix}_end": date.end if date else None,
        f"{prefix}_basis": date.basis if date else None,
    }


def _of_report(document: Document) -> Dated | None:
    """The day of the report, for what it tells without one."""
    return replace(document.published, basis="publication") if document.published else None


def _span(prefix: str, span: Span) -> Row:
    return {prefix: span.text, f"{prefix}_start": span.start, f"{prefix}_end": span.end}


def _parties(side: str, ids: Iterable[str], by_id: Mapping[str, Actor]) -> Row:
    actors = [by_id[id] for id in ids]
    return {
        side: [actor.name for actor in actors],
        f"{side}_code": [actor.code for actor in actors],
        f"{side}_country": [actor.country for actor in actors],
    }


def _name(id: str | None, by_id: Mapping[str, Actor]) -> str | None:
    return by_id[id].name if id else None


def _names(ids: Iterable[str], by_id: Mapping[str, Actor]) -> list[str]:
    return [by_id[id].name for id in ids]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
