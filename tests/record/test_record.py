"""A record refuses what does not hold, and survives its JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest

from memcon.record import (
    Actor,
    Coverage,
    Dated,
    DateExpression,
    Document,
    Event,
    MadeBy,
    Mention,
    Passage,
    Record,
    RecordError,
    Span,
    dumps,
    from_json,
    schema,
    to_json,
)

TEXT = "Kenya met Somalia on 3 May 2021."


def a_record(**changes: object) -> Record:
    parts: dict[str, object] = {
        "document": Document("r1", TEXT, published=Dated("2021-05-04", "2021-05-04", "stated")),
        "made_by": MadeBy("0", "model"),
        "actors": (
            Actor("a1", "Kenya", "state", "KEN", "KEN", mentions=(Mention(0, 5, "Kenya", "name"),)),
            Actor("a2", "Somalia", "state", "SOM", "SOM", mentions=(Mention(10, 17, "Somalia", "name"),)),
        ),
        "dates": (DateExpression(21, 31, "3 May 2021", "DATE", "2021-05-03", "2021-05-03", "2021-05-03"),),
        "events": (
            Event(
                "e1",
                "CONSULT",
                "040",
                "VCOOP",
                ("a1",),
                ("a2",),
                "happened",
                False,
                Dated("2021-05-03", "2021-05-03", "stated", Span(21, 31, "3 May 2021")),
                Span(6, 9, "met"),
                Span(0, 17, "Kenya met Somalia"),
                roles={"host": ("a2",)},
            ),
        ),
        "coverage": Coverage(1),
    }
    return Record(**{**parts, **changes})  # type: ignore[arg-type]


def test_json_both_ways() -> None:
    record = a_record()
    value = json.loads(dumps(record))
    jsonschema.validate(value, schema())
    assert value["dates"][0]["from"] == "2021-05-03"
    assert from_json(value) == record


def test_where_the_original_lies_is_kept_and_not_written_where_there_is_nothing() -> None:
    passages = (Passage(0, 13, path="/html/body/p"), Passage(14, 32, page=2))
    record = a_record(document=Document("r1", TEXT, original=passages))
    value = json.loads(dumps(record))
    jsonschema.validate(value, schema())
    assert value["document"]["original"][1] == {"start": 14, "end": 32, "path": None, "page": 2}
    assert from_json(value) == record
    assert "original" not in to_json(a_record())["document"]


def test_every_property_of_the_schema_is_written() -> None:
    value = to_json(a_record())
    definitions = schema()["$defs"]
    assert set(definitions["event"]["properties"]) <= set(value["events"][0])
    assert set(definitions["actor"]["properties"]) <= set(value["actors"][0])
    assert set(definitions["document"]["properties"]) <= set(value["document"])
    assert set(schema()["properties"]) <= set(value)


def test_a_span_must_be_its_text() -> None:
    with pytest.raises(RecordError, match="does not have the length"):
        Span(0, 3, "Kenya")
    with pytest.raises(RecordError, match="lies outside"):
        Span.of(TEXT, 0, 999)
    with pytest.raises(RecordError, match="is not 'Sudan'"):
        a_record(actors=(Actor("a1", "Sudan", "state", mentions=(Mention(0, 5, "Sudan", "name"),)),), events=())


def test_an_event_names_known_actors() -> None:
    with pytest.raises(RecordError, match="no actor has the id 'a2'"):
        a_record(actors=(Actor("a1", "Kenya", "state"),))


def test_another_version_is_refused() -> None:
    with pytest.raises(RecordError, match="schema version"):
        from_json({"memcon": "99"})


def test_a_value_that_is_no_record_is_refused() -> None:
    value = to_json(a_record())
    value["events"][0]["source"] = 7
    with pytest.raises(RecordError):
        from_json(value)
