"""The shapes of what the API answers, as JSON Schema (2020-12), for its description and its tests."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DAY: Schema = {
    "type": ["string", "null"],
    "description": "ISO date; null where none is known",
}
_MARK: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "from and to, in code points, the end exclusive",
}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def rows_of(name: str) -> Schema:
    """A page of rows."""
    return {
        "type": "object",
        "required": ["rows", "page", "size", "total", "more", "next"],
        "properties": {
            "rows": {"type": "array", "items": ref(name)},
            "page": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 1},
            "total": {"type": ["integer", "null"], "description": "rows in all; null where they are not counted"},
            "more": {"type": "boolean", "description": "whether there are more than total says"},
            "next": {"type": ["string", "null"], "description": "the address of the next page"},
        },
    }


_ATTENDEES: Schema = {"type": "array", "items": _object(name=_TEXT, office=_MAYBE, told_by=_MAYBE)}
_SAID: dict[str, Schema] = {
    "sentence": {**_TEXT, "description": "what can be printed"},
    "reports": {**_TEXTS, "description": "where it stands: d12#e12"},
    "tables": {**_TEXTS, "description": "the tables it rests on, with their source"},
}

SCHEMAS: dict[str, Schema] = {
    "Error": _object(error=_object(status={"type": "integer"}, message=_TEXT, hint=_TEXT)),
    "Report": _object(
        id={**_TEXT, "description": "d12"}, title=_MAYBE, outlet=_MAYBE, published=_DAY, name=_TEXT, url=_MAYBE,
        versions=_COUNT, events=_COUNT, statements=_COUNT, facts=_COUNT, added=_TEXT,
    ),
    "Hit": _object(
        id={**_TEXT, "description": "e12, s12, f12; d12 for a sentence or headline"},
        kind={"enum": ["event", "statement", "fact", "sentence", "headline"]},
        day=_DAY, until=_DAY, basis=_MAYBE, who=_TEXTS, what=_MAYBE, whom=_TEXTS, status=_MAYBE, verdict=_MAYBE,
        place=_MAYBE, topics=_TEXTS, text=_TEXT, passage={"oneOf": [_MARK, {"type": "null"}]},
        words={"type": "array", "items": _MARK}, report=_TEXT, title=_MAYBE, outlet=_MAYBE, published=_DAY, name=_TEXT,
        start=_COUNT, end=_COUNT, standing=_TEXT, act=_MAYBE, mode=_MAYBE, cameo=_MAYBE, background={"type": "boolean"},
    ),
    "Facet": _object(
        name=_TEXT,
        values={
            "type": "array",
            "items": _object(value=_TEXT, label=_TEXT, count=_COUNT, chosen={"type": "boolean"}, query=_TEXT),
        },
    ),
    "Contact": _object(
        day=_DAY, until=_DAY, basis=_MAYBE, channel=_TEXT, status=_TEXT, one=_ATTENDEES, other=_ATTENDEES,
        others=_ATTENDEES, visitors=_TEXTS, place=_MAYBE, topics=_TEXTS, sentence=_TEXT, ids=_TEXTS, reports=_TEXTS,
        outlets=_TEXTS,
    ),
    "Standing": _object(
        kind=_TEXT, subject=_TEXT, relation=_TEXT, object=_MAYBE, value=_MAYBE, start=_MAYBE, end=_MAYBE,
        verdict=_MAYBE, why=_MAYBE, told_by=_TEXT, **_SAID,
    ),
    "Position": _object(
        id=_TEXT, kind=_TEXT, day=_DAY, until=_DAY, basis=_MAYBE, holder=_TEXT, side=_TEXT, toward=_TEXTS, label=_TEXT,
        topics=_TEXTS, wording=_TEXT, before_id=_MAYBE, before_day=_DAY, before_wording=_MAYBE, **_SAID,
    ),
    "Promise": _object(
        id=_TEXT, day=_DAY, until=_DAY, maker=_TEXT, to=_TEXTS, act=_TEXT, status=_TEXT, topics=_TEXTS, outcome=_TEXT,
        later=_TEXTS, **_SAID,
    ),
    "Line": _object(
        day=_DAY, until=_DAY, basis=_MAYBE, kind=_TEXT, type=_TEXT, label=_TEXT, quad=_MAYBE, status=_TEXT,
        background={"type": "boolean"}, checked=_MAYBE, parts=_TEXTS, ids=_TEXTS, **_SAID,
    ),
    "Counterpart": _object(key=_TEXT, name=_TEXT, cooperation=_COUNT, conflict=_COUNT, last=_DAY),
    "Story": _object(
        id=_COUNT, first=_DAY, last=_DAY, title=_TEXT, types=_TEXTS, parties=_TEXTS, place=_MAYBE, originators=_COUNT,
        copies=_COUNT,
        reports={
            "type": "array",
            "items": _object(report=_TEXT, outlet=_MAYBE, published=_DAY, title=_TEXT, copy_of=_MAYBE),
        },
    ),
    "Point": _object(
        kind={"enum": ["same", "reworded", "left out", "added"]},
        first={"oneOf": [ref("Passage"), {"type": "null"}]},
        second={"oneOf": [ref("Passage"), {"type": "null"}]},
        changes={"type": "array", "items": _object(kind=_TEXT, text=_TEXT)},
        first_reads=_TEXTS, second_reads=_TEXTS,
    ),
    "Passage": _object(report=_TEXT, sentence={"type": ["integer", "null"]}, start=_COUNT, end=_COUNT, text=_TEXT),
    "Comparison": _object(
        first=_TEXT, second=_TEXT, points={"type": "array", "items": ref("Point")},
        differences={"type": "array", "items": _object(what=_TEXT, first=_MAYBE, second=_MAYBE, why=_TEXT)},
    ),
    "Answer": _object(
        heading=_TEXT, facts={"type": "object", "additionalProperties": _TEXT},
        lines={
            "type": "array",
            "items": _object(who=_TEXT, what=_TEXT, start=_TEXT, end=_TEXT, source=_TEXT, doubt=_TEXT),
        },
        remark=_TEXT,
    ),
    "SavedSearch": _object(name=_TEXT, query=_TEXT, person=_TEXT, moment=_TEXT),
    "Job": _object(
        id=_TEXT, what=_TEXT, state={"enum": ["waiting", "reading", "done"]},
        came={"type": "array", "items": _object(name=_TEXT, outcome=_MAYBE, id=_MAYBE, problem=_MAYBE)},
    ),
    "NewReport": {
        "type": "object",
        "required": ["text"],
        "additionalProperties": False,
        "properties": {
            "text": {**_TEXT, "minLength": 1},
            "title": _TEXT,
            "outlet": _TEXT,
            "published": {**_TEXT, "description": "a day: 2021-09-25"},
            "url": _TEXT,
        },
    },
    "NewSearch": {
        "type": "object",
        "required": ["name", "query"],
        "additionalProperties": False,
        "properties": {"name": {**_TEXT, "minLength": 1, "maxLength": 80}, "query": {**_TEXT, "minLength": 1}},
    },
}  # fmt: skip

#: The schema of the rows of each list of a party.
LIST_ROWS = {
    "contacts": "Contact",
    "standing": "Standing",
    "positions": "Position",
    "promises": "Promise",
    "chronology": "Line",
    "background": "Line",
    "network": "Counterpart",
}
