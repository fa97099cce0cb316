"""FollowTheMoney entities against the schemata of followthemoney 3.8.2.

``followthemoney-3.8.2.json`` has what the package's own model says of the nine schemata that are written: what each is
besides, what it requires, and the type of the properties that are used (MIT licence).  Where the package is installed,
it judges itself.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.exports.conftest import Exported

from memcon.archive import Archive
from memcon.exports import registry
from memcon.exports.follow_the_money import EXPORTER

SCHEMATA = json.loads(Path(__file__).with_name("followthemoney-3.8.2.json").read_text())
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "plug_ins", lambda: {"ftm": EXPORTER})


@pytest.fixture
def entities(archive: Archive, exported: Exported) -> list[dict[str, Any]]:
    from tests.archive.making import Made
    from tests.exports.conftest import coded

    made = Made(
        "facts.txt", "Kenya joined NATO. Norway recognised Kenya. William Ruto leads Kenya.", url="https://a.b/c"
    )
    made.fact("Kenya", "member_of", "NATO", "joined").fact("Norway", "recognized", "Kenya", "recognised")
    record = coded(made.fact("William Ruto", "holds_office", "Kenya", "leads"))
    from dataclasses import replace

    facts = (*record.facts[:2], replace(record.facts[2], value="President"))
    archive.add(replace(record, facts=facts))
    return [json.loads(line) for line in exported("ftm")["entities.ftm.json"].splitlines()]


def test_each_is_of_a_schema_and_names_what_is_there(entities: list[dict[str, Any]]) -> None:
    known = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        assert entity.keys() == {"id", "schema", "properties"}
        schema = SCHEMATA[entity["schema"]]
        held = entity["properties"]
        assert set(schema["required"]) <= held.keys()
        for name, values in held.items():
            kind = schema["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if kind.startswith("entity:"):
                assert all(kind.removeprefix("entity:") in SCHEMATA[known[value]]["is"] for value in values)
            elif kind == "date":
                assert all(DATE.fullmatch(value) for value in values)
            elif kind == "country":
                assert all(re.fullmatch("[a-z]{2}", value) for value in values)
            elif kind == "language":
                assert values == ["eng"]
            elif kind == "url":
                assert all(value.startswith("https://") for value in values)


def test_what_is_written(entities: list[dict[str, Any]]) -> None:
    of = {
        kind: [e["properties"] for e in entities if e["schema"] == kind]
        for kind in ("Event", "Membership", "UnknownLink", "Occupancy", "Position", "Person", "PublicBody")
    }
    assert [event["recordId"] for event in of["Event"]] == [["e1"], ["e6"], ["e7"], ["e8"]]
    assert len(of["Membership"]) == 1
    assert of["UnknownLink"][0]["role"] == ["recognized"]
    assert of["Position"][0]["name"] == ["President, Kenya"]
    assert len(of["Occupancy"]) == 1
    assert [body["country"] for body in of["PublicBody"] if body["name"] == ["Namibia"]] == [["na"]]
    assert len([body for body in of["PublicBody"] if body["name"] == ["Kenya"]]) == 1  # named in two reports


def test_the_package_itself_takes_it(entities: list[dict[str, Any]]) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity)  # cleans every value and drops what is none
        proxy.schema.validate(entity)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
