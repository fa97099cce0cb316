"""What a query finds, report by report, with the whole record."""

from __future__ import annotations

import pytest
from tests.archive.making import accusation, meeting

from memcon.archive import Archive, QueryError


@pytest.fixture
def kept(archive: Archive) -> Archive:
    archive.add(accusation().record())
    archive.add(meeting().record())
    return archive


def test_everything_without_a_query(kept: Archive) -> None:
    first, second = kept.select()
    assert (first.id, second.id) == ("d1", "d2")
    assert first.whole
    assert [event.id for event in first.events] == ["e1", "e2"]
    assert first.ids["e1"] == kept.search("type:ACCUSE kind:event")[0].id
    assert {actor.name for actor in first.actors} == {"Armenia", "Azerbaijan", "António Guterres", "UNDP"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type:ACCUSE", {"d1": {"e1"}}),
        ("since:2021", {"d2": {"e1", "e2"}}),
        ("with:Guterres", {"d1": {"s1"}, "d2": {"e1", "e2"}}),
        ("since:2020-10 until:2020-10 -type:ACCUSE kind:event", {"d1": {"e2"}}),
        ("fragile", {"d1": set()}),  # a word of the headline alone
        ("status:planned", {}),
    ],
)
def test_what_a_query_finds(kept: Archive, query: str, found: dict[str, set[str]]) -> None:
    assert {report.id: set(report.found) for report in kept.select(query)} == found
    assert sum(map(len, found.values())) == sum(h.kind in ("event", "statement", "fact") for h in kept.search(query))


def test_only_who_is_named_in_what_was_found(kept: Archive) -> None:
    report = next(kept.select("type:ACCUSE"))
    assert [actor.name for actor in report.actors] == ["Armenia", "Azerbaijan"]
    assert not report.whole


def test_a_query_is_refused_before_the_first_report(kept: Archive) -> None:
    with pytest.raises(QueryError):
        kept.select("typ:ACCUSE")
    with pytest.raises(QueryError, match="Narnia"):
        kept.select("from:Narnia")


def test_what_a_person_decided(kept: Archive) -> None:
    kept.correct("e1", "accept", person="Ada")
    kept.correct("e2", "reject", person="Ben")
    report = kept.selected("d1")
    assert [event.type for event in report.events] == ["ACCUSE"]
    assert report.standing == {"e1": "accepted"}
    assert report.confirmed["e1"][0] == "Ada"


def test_sentences(kept: Archive) -> None:
    report = kept.selected("e2")
    event = report.record.events[1]
    assert report.sentence_of(event.evidence.start) == 2
    assert report.sentence_at(event.evidence) == "Azerbaijan denied the accusation."


def test_a_large_file_does_not_fill_the_memory(kept: Archive) -> None:
    reports = kept.select()
    next(reports)
    assert kept.connection.execute("PRAGMA mmap_size").fetchone()[0] == 0
