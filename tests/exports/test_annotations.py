"""Web Annotations against what the Recommendation asks of them (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from tests.exports.conftest import Exported

from memcon.archive import Archive

# Sections 3.1 (annotations), 3.2.4 (embedded textual body), 3.3 (lifecycle and agents), 4.2.4 and 4.2.5 (selectors).
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
AGENT = {
    "type": "object", "required": ["type", "name"],
    "properties": {"type": {"enum": ["Person", "Organization", "Software"]}, "name": TEXT},
}  # fmt: skip
POSITION = {
    "type": "object", "required": ["type", "start", "end"], "additionalProperties": False,
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0},
    },
}  # fmt: skip
QUOTE = {
    "type": "object", "required": ["type", "exact"], "additionalProperties": False,
    "properties": {
        "type": {"const": "TextQuoteSelector"}, "exact": TEXT,
        "prefix": {"type": "string"}, "suffix": {"type": "string"},
    },
}  # fmt: skip
PURPOSES = [
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
]  # fmt: skip
ANNOTATION = {
    "type": "object", "required": ["id", "type", "target"],
    "properties": {
        "id": IRI, "type": {"const": "Annotation"}, "motivation": {"enum": PURPOSES}, "created": MOMENT,
        "modified": MOMENT, "creator": AGENT, "generator": AGENT,
        "body": {"type": "array", "items": {
            "type": "object", "required": ["type", "value"],
            "properties": {"type": {"const": "TextualBody"}, "value": TEXT, "purpose": {"enum": PURPOSES}},
        }},
        "target": {
            "type": "object", "required": ["source", "selector"],
            "properties": {"source": IRI, "selector": {"type": "array", "items": {"oneOf": [POSITION, QUOTE]}}},
        },
    },
    "additionalProperties": False,
}  # fmt: skip
# Section 5: a collection, with its one page.
COLLECTION = {
    "type": "object", "required": ["@context", "type", "first", "total"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"}, "type": {"const": "AnnotationCollection"},
        "label": TEXT, "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object", "required": ["type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"}, "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
    },
    "additionalProperties": False,
}  # fmt: skip


@pytest.fixture
def collection(exported: Exported) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported("annotations")["annotations.jsonld"])
    return found


def test_it_is_what_the_recommendation_asks(collection: dict[str, Any], exported: Exported) -> None:
    jsonschema.validate(collection, COLLECTION)
    assert collection["total"] == len(collection["first"]["items"]) == 9
    assert len({note["id"] for note in collection["first"]["items"]}) == 9
    jsonschema.validate(json.loads(exported("annotations", "from:NOR")["annotations.jsonld"]), COLLECTION)


def test_positions_count_code_points(collection: dict[str, Any], archive: Archive) -> None:
    texts = [archive.record(id).document.text for id in ("d1", "d2", "d3")]
    for note in collection["first"]["items"]:
        position, quote = note["target"]["selector"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        text = next(text for text in texts if around in text)
        assert text[position["start"] : position["end"]] == quote["exact"]
    thanked = next(n for n in collection["first"]["items"] if "Namibia · SUPPORT · Kenya" in n["body"][-1]["value"])
    assert thanked["target"]["selector"][0] == {"type": "TextPositionSelector", "start": 0, "end": 38}
    assert thanked["target"]["source"] == "https://news.example/thanks?a=1"


def test_a_report_without_an_address_has_one_of_its_text(collection: dict[str, Any]) -> None:
    assert collection["first"]["items"][0]["target"]["source"].startswith("ni:///sha-256;")


def test_who_confirmed_it_is_its_creator(archive: Archive, exported: Exported) -> None:
    archive.correct("e1", "accept", person="Ada")
    note = json.loads(exported("annotations", "type:ACCUSE kind:event")["annotations.jsonld"])["first"]["items"][0]
    assert note["creator"] == {"type": "Person", "name": "Ada"}
    assert note["generator"]["type"] == "Software"
