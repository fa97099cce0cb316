"""What a search finds, by words and by who did what to whom, when; with the passage marked."""

from __future__ import annotations

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive


@pytest.fixture
def kept(archive: Archive) -> Archive:
    archive.add(accusation().record())
    archive.add(meeting().record())
    old = Made("old.txt", "Kenya met Uganda in Nairobi. It rained.", published="1999-05-03", outlet="Daily Nation")
    archive.add(old.event("Kenya", "met", "Uganda", on="1999-05-01").record())
    undated = Made("undated.txt", "Kenya thanked Uganda on a Friday.")
    archive.add(undated.event("Kenya", "thanked", "Uganda", "SUPPORT").record())
    return archive


def found(archive: Archive, query: str, **how: bool) -> list[tuple[str, str | None]]:
    return [(hit.report, hit.what) for hit in archive.search(query, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ("ceasefire from:ARM to:AZE type:ACCUSE since:2020", [("d1", "ACCUSE")]),
        ("from:ARM to:AZE type:ACCUSE since:2021", []),
        ("to:ARM from:AZE", [("d1", "REJECT")]),
        ("from:Armenia type:ACCUSE", [("d1", "ACCUSE")]),
        ("from:armenian type:ACCUSE", [("d1", "ACCUSE")]),
        ("from:Yerevan type:ACCUSE", [("d1", "ACCUSE")]),
        ("with:United_Nations kind:event", [("d2", "CONSULT"), ("d2", "CONSULT")]),
        ("place:New_York", [("d2", "CONSULT")]),
        ("with:UN kind:event", [("d2", "CONSULT"), ("d2", "CONSULT")]),
        ("with:Guterres about:mines", [("d2", "CONSULT")]),
        ("with:AZEGOV about:mines", [("d2", "CONSULT")]),
        ("status:denied", [("d1", "REJECT")]),
        ("said-by:UN", [("d1", "said")]),
        ("said-by:“António Guterres” stop", [("d1", "said")]),
        ("verdict:contradicted", [("d1", "member_of")]),
        ("place:“New York”", [("d2", "CONSULT")]),
        ("outlet:trend type:ACCUSE", [("d1", "ACCUSE")]),
        ("accusing kind:event", [("d1", "REJECT"), ("d1", "ACCUSE")]),
        ("type:CONSULT -about:mines", [("d2", "CONSULT"), ("d3", "CONSULT")]),
        ("type:ACCUSE OR type:REJECT", [("d1", "REJECT"), ("d1", "ACCUSE")]),
        ("rained", [("d3", None)]),
        ("fragile", [("d1", None)]),
        ("kind:event until:1999-04", []),
        ("kind:event until:1999-05", [("d3", "CONSULT")]),
        ("on:1999", [("d3", "CONSULT")]),
        ("kind:event from:KEN", [("d3", "CONSULT"), ("d4", "SUPPORT")]),
    ],
)
def test_finds(kept: Archive, query: str, answers: list[tuple[str, str | None]]) -> None:
    assert found(kept, query) == answers


def test_what_has_no_day_comes_last_in_either_order(kept: Archive) -> None:
    assert [hit.report for hit in kept.search("from:KEN kind:event")] == ["d3", "d4"]
    assert [hit.report for hit in kept.search("kind:event", oldest_first=True)] == ["d3", "d1", "d1", "d2", "d2", "d4"]


def test_the_sentence_with_the_passage_and_the_words_marked(kept: Archive) -> None:
    hit = kept.search("ceasefires type:ACCUSE")[0]
    assert hit.text == "Armenia accused Azerbaijan of breaking the ceasefire on Saturday."
    assert hit.passage is not None
    assert hit.text[slice(*hit.passage)] == "Armenia accused Azerbaijan of breaking the ceasefire on Saturday"
    assert [hit.text[start:end] for start, end in hit.words] == ["ceasefire"]
    assert kept.record("d1").document.text[hit.start : hit.end] == hit.text[slice(*hit.passage)]


def test_an_interval_counts_on_each_of_its_days(archive: Archive) -> None:
    made = Made("year.txt", "Kenya met Uganda during the year.", published="2022-01-01")
    record = made.event("Kenya", "met", "Uganda", on="2021-01-01").record()
    from dataclasses import replace

    from tests.archive.making import day

    event = replace(record.events[0], date=day("2021-01-01", "2021-12-31"))
    archive.add(replace(record, events=(event,)))
    assert found(archive, "from:KEN since:2021-06") == [("d1", "CONSULT")]
    assert found(archive, "from:KEN until:2021-06") == [("d1", "CONSULT")]
    assert found(archive, "from:KEN since:2022") == []


def test_limit(kept: Archive) -> None:
    assert len(kept.search("kind:event", limit=2)) == 2
    assert len(kept.search("kind:event", limit=None)) == 6
