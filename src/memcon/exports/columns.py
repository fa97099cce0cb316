"""The long tables of the CSV and Parquet exports: their columns, what each holds, and their rows.

The columns are those of the tables of a large run (:data:`memcon.corpus.tables.COLUMNS`), so that both are read with
the same code, with the ids of the archive and what only the archive knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from memcon.archive import Selected
from memcon.corpus.tables import COLUMNS as RUN
from memcon.corpus.tables import Row, rows_of
from memcon.exports.keys import key_of
from memcon.reference import state

#: Kind of a column → what its cells look like in CSV.
KINDS = {
    "text": "text; blank where nothing is known",
    "texts": "several values parted by “; ”, in the order of the record; blank where there is none",
    "int": "a whole number",
    "float": "a number with a point",
    "bool": "true or false",
}

_NUMBERS = ("cow", "gw")


def _with_numbers(columns: Mapping[str, str]) -> dict[str, str]:
    """The columns, with the numbers of a state beside each column of its three letters."""
    found: dict[str, str] = {}
    for name, kind in columns.items():
        found[name] = kind
        if name.endswith("country"):
            found |= {f"{name.removesuffix('country')}{number}": kind for number in _NUMBERS}
    return found


_OF_RUN = {name: _with_numbers(RUN[name]) for name in ("events", "statements", "facts", "actors")}

#: Table → column → its kind.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "reports": {
        "document": "text", "name": "text",
        **{name: kind for name, kind in RUN["records"].items() if name not in ("document", "record")},
        "language": "text", "added": "text", "story": "int", "copy_of": "text", "sentences": "int", "unread": "int",
    },
    "events": {**_OF_RUN["events"], "sentence": "int", "standing": "text"},
    "statements": {**_OF_RUN["statements"], "sentence": "int", "standing": "text"},
    "facts": {**_OF_RUN["facts"], "sentence": "int", "standing": "text"},
    "actors": {
        **_OF_RUN["actors"],
        "key": "text", "iso2": "text", "standing": "text",
    },
}  # fmt: skip

#: Column → what it holds; “table.column” where a table means something else by it.
MEANING: Mapping[str, str] = {
    "document": "id of the report in the archive (d12)",
    "name": "the id that the report came with: its path, address or own id",
    "actors.name": "canonical name",
    "title": "headline",
    "byline": "author as printed",
    "outlet": "who published the report",
    "url": "address of the report",
    "published_start": "first day of publication, ISO",
    "published_end": "last day of publication, ISO; the same where the day is known",
    "published_basis": "how the day of publication is known: stated, publication, inferred",
    "sha256": "fingerprint (SHA-256) of the text",
    "memcon": "version of memcon that read it",
    "model": "language model that parsed it",
    "lexicon": "fingerprint of the lexicon",
    "characters": "length of the text in code points",
    "language": "language of the text (ISO 639-1)",
    "added": "moment at which this version was added to the archive, ISO, UTC",
    "story": "number of the story that the report belongs to; blank until memcon stories has sorted the archive",
    "copy_of": "id of the report whose words this one copies",
    "sentences": "sentences of the text",
    "unread": "sentences that gave no event, statement or fact",
    "event": "id in the archive (e12)",
    "type": "PLOVER type",
    "mode": "PLOVER mode",
    "contexts": "PLOVER contexts",
    "cameo": "CAMEO code; text, the nought at its head belongs to it",
    "quad": "VCOOP, MCOOP, VCONF, MCONF: verbal or material, cooperation or conflict; that of the PLOVER type",
    "goldstein": "Goldstein score, -10 to 10; that of the CAMEO code, so it can point another way than quad",
    "act": "PLOVER type of the act that is promised, planned, asked for, refused or threatened",
    "status": "happened, planned, offered, requested, postponed, cancelled, conditional, hypothetical, alleged, denied",
    "background": "told in passing about another time",
    "date_start": "first day, ISO; blank where the text leaves it open",
    "date_end": "last day, ISO",
    "date_basis": "how the day is known: stated, publication (nothing is stated: the report's own day), reported, "
    "context, inferred",
    "source": "who acts, canonical names",
    "source_code": "their actor codes (CAMEO/PLOVER), one for each name",
    "source_country": "their states, ISO 3166-1 alpha-3, one for each name",
    "source_cow": "their states' numbers in the Correlates of War state system, one for each name",
    "source_gw": "their states' numbers in the Gleditsch and Ward list, one for each name",
    "target": "who is acted upon, canonical names",
    "target_code": "their actor codes, one for each name",
    "target_country": "their states, ISO 3166-1 alpha-3, one for each name",
    "target_cow": "their states' numbers in the Correlates of War state system, one for each name",
    "target_gw": "their states' numbers in the Gleditsch and Ward list, one for each name",
    "place": "where it took place",
    "place_country": "state of the place, ISO 3166-1 alpha-3",
    "place_cow": "its number in the Correlates of War state system",
    "place_gw": "its number in the Gleditsch and Ward list",
    "topics": "what it was about, as general terms (trade, migration) or in words of the report",
    "reported_by": "whom the report names as its source, innermost first",
    "statement": "id in the archive (s12); in events and facts: of the statement in which it is told",
    "part_of": "id of the meeting or call this exchange belongs to; do not count it as a meeting of its own",
    "confidence": "0 to 1",
    "read_by": "lexicon, classifier or both",
    "predicate": "the words that say it",
    "predicate_start": "where they begin in the text, in code points from 0",
    "predicate_end": "where they end; the place after the last",
    "evidence": "the passage",
    "evidence_start": "where it begins in the text, in code points from 0",
    "evidence_end": "where it ends; the place after the last",
    "sentence": "number of the sentence in the report, from 1",
    "standing": "read by memcon, or accepted, edited or added by a person",
    "speaker": "who says it, canonical name",
    "speaker_code": "actor code",
    "speaker_text": "the speaker in the words of the report",
    "cue": "the words that make it a statement (“said”)",
    "form": "direct, indirect or mixed",
    "via": "outlets that carried it, innermost first",
    "addressee": "to whom it is said",
    "occasion": "letter, press conference, telephone call …",
    "content": "what is said",
    "content_start": "where it begins in the text, in code points from 0",
    "content_end": "where it ends; the place after the last",
    "fact": "id in the archive (f12)",
    "relation": "what is told: member_of, elected_to, holds_office …",
    "subject": "of whom, canonical name",
    "subject_country": "state, ISO 3166-1 alpha-3",
    "subject_cow": "its number in the Correlates of War state system",
    "subject_gw": "its number in the Gleditsch and Ward list",
    "object": "to whom or what, canonical name",
    "object_country": "state, ISO 3166-1 alpha-3",
    "object_cow": "its number in the Correlates of War state system",
    "object_gw": "its number in the Gleditsch and Ward list",
    "value": "the office, treaty, seat, mission …",
    "start": "first day, ISO",
    "end": "last day, ISO",
    "negated": "the report says that it is not so",
    "qualifiers": "further details, a JSON object",
    "verdict": "supported, contradicted, disputed or not_covered by the reference tables",
    "why": "reason of the verdict",
    "citations": "rows of the reference tables on which it rests, a JSON array",
    "actor": "id in the archive (a12)",
    "kind": "person, state, organization, office, group, place",
    "code": "actor code (CAMEO/PLOVER)",
    "country": "state, ISO 3166-1 alpha-3",
    "cow": "its number in the Correlates of War state system",
    "gw": "its number in the Gleditsch and Ward list",
    "iso2": "ISO 3166-1 alpha-2; Namibia is NA: see docs/exports.md on how to read it",
    "sectors": "PLOVER sectors, the most specific first",
    "offices": "offices as the report gives them",
    "mentions": "how often the report names it",
    "wikidata": "Wikidata id of an office holder, where the tables have it; states and bodies have iso2, country, code",
    "key": "the same for the same actor in every report: a state, a body, or a person under the tables' spelling",
}  # fmt: skip


def dictionary() -> Iterator[dict[str, str]]:
    """The data dictionary: a row a column."""
    for table, columns in COLUMNS.items():
        for column, kind in columns.items():
            meaning = MEANING.get(f"{table}.{column}") or MEANING[column]
            yield {"table": table, "column": column, "kind": kind, "cells": KINDS[kind], "meaning": meaning}


def rows(report: Selected) -> Iterator[tuple[str, Row]]:
    """The rows of what was found in a report, each with its table and all its columns."""
    document, coverage = report.record.document, report.record.coverage
    found = set(report.found) | {actor.id for actor in report.actors}
    keys = {"events": "event", "statements": "statement", "facts": "fact", "actors": "actor"}
    spans = {event.id: event.evidence.start for event in report.record.events}
    spans |= {fact.id: fact.evidence.start for fact in report.record.facts}
    spans |= {said.id: (said.cue or said.content).start for said in report.record.statements}
    for table, row in rows_of(report.record, whole=False):
        if table == "records":
            more = {
                "name": document.id, "language": document.language, "added": report.added, "story": report.story,
                "copy_of": report.copy_of, "sentences": coverage.sentences, "unread": len(coverage.unread),
            }  # fmt: skip
            yield "reports", _whole("reports", row | more | {"document": report.id})
        elif table in keys and row[keys[table]] in found:
            local = row[keys[table]]
            row |= {"document": report.id, keys[table]: report.ids[local]}
            row["standing"] = report.standing.get(local, "read")
            if table == "actors":
                row["key"] = key_of(report.actor[local])
            if local in spans:
                row["sentence"] = report.sentence_of(spans[local])
            for name in ("part_of", "statement"):
                if name != keys[table] and row.get(name):
                    row[name] = report.ids.get(row[name])
            yield table, _whole(table, _numbered(row))


def _numbered(row: Row) -> Row:
    """The row with the numbers of its states, as they were on its day."""
    day = row.get("date_start") or row.get("start")
    for name in [name for name in row if name.endswith("country")]:
        stem, codes = name.removesuffix("country"), row[name]
        for number in _NUMBERS:
            if isinstance(codes, list):
                row[f"{stem}{number}"] = [_number(code, number, day) for code in codes]
            else:
                row[f"{stem}{number}"] = _number(codes, number, day)
    if "kind" in row:
        found = state(row["country"]) if row["country"] else None
        row["iso2"] = found.iso2 if found else None
    return row


def _number(code: str | None, name: str, day: str | None) -> str | None:
    found = state(code, day) if code else None
    return (getattr(found, name) or None) if found else None


def _whole(table: str, row: Mapping[str, Any]) -> Row:
    return {column: row.get(column) for column in COLUMNS[table]}


def texts(values: Iterable[str | None]) -> str:
    """Several values as one cell; what is missing among them keeps its place."""
    return "; ".join(value or "" for value in values)
