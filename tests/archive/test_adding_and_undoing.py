"""Adding what no reading found, and taking decisions back."""

from __future__ import annotations

from typing import Any

import pytest
from tests.archive.making import Made, accusation, meeting

from memcon.archive import Archive, CorrectionError, UnknownId
from memcon.archive.deciding import in_words

BY: dict[str, Any] = {"person": "Ines", "why": "looked"}


def words(archive: Archive, report: str, of: str) -> tuple[int, int]:
    text = archive.record(report).document.text
    return text.index(of), text.index(of) + len(of)


def shown(archive: Archive, report: str = "d1") -> list[tuple[str, str, str]]:
    """(short id, type, predicate) of the events of a report."""
    found = archive.report(report)
    return [(found.ids["event", e.id], e.type, e.predicate.text) for e in found.record.events]


def test_an_event_is_added_on_the_words_a_person_marked(archive: Archive) -> None:
    archive.add(accusation().record())
    before = shown(archive)
    made = archive.add_item(
        "d1", "event", *words(archive, "d1", " must stop"), {"type": "REQUEST", "from": "António Guterres"}, **BY
    )
    added = next(e for e in archive.record("d1").events if e.predicate.text == "must stop")
    assert added.type == "REQUEST"
    assert added.evidence.text.startswith("António Guterres said")
    assert [a.name for a in archive.record("d1").actors if a.id in added.source] == ["António Guterres"]
    assert [*before, (made.short, "REQUEST", "must stop")] == shown(archive)
    assert archive.report("d1").standing == {made.short: "added"}
    assert made.short in [hit.id for hit in archive.search("type:REQUEST")]


def test_a_statement_and_a_fact_are_added_and_the_fact_is_checked(archive: Archive) -> None:
    archive.add(accusation().record())
    said = archive.add_item(
        "d1", "statement", *words(archive, "d1", "denied the accusation"), {"speaker": "Azerbaijan"}, **BY
    )
    fact = archive.add_item(
        "d1", "fact", *words(archive, "d1", "Armenia joined UNDP talks in 1992"),
        {"relation": "admitted_to", "subject": "Armenia", "object": "United Nations", "start": "1992-03-02"}, **BY,
    )  # fmt: skip
    report = archive.report("d1")
    assert {report.ids["statement", s.id] for s in report.record.statements} >= {said.short}
    added = next(f for f in report.record.facts if report.ids["fact", f.id] == fact.short)
    assert added.check is not None
    assert added.check.verdict == "supported"


def test_what_was_added_outlives_a_later_reading_and_is_not_doubled_by_it(archive: Archive) -> None:
    archive.add(meeting().record())
    start, end = words(archive, "d1", "mines and aid")
    made = archive.add_item("d1", "event", start, end, {"type": "AID", "from": "Ilham Aliyev"}, **BY)
    later = meeting().event("Ilham Aliyev", "mines and aid", "António Guterres", "AID")
    archive.add(later.record(model="another"))
    assert [event for event in shown(archive) if event[1] == "AID"] == [(made.short, "AID", "mines and aid")]
    added = next(e for e in archive.record("d1").events if e.type == "AID")
    assert added.target == ()


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        ("event", {}, "needs 'type'"),
        ("event", {"type": "HUG"}, "cannot be 'HUG'"),
        ("event", {"type": "ACCUSE", "from": "Atlantis"}, "nor the tables know 'Atlantis'"),
        ("statement", {}, "needs 'speaker'"),
        ("fact", {"relation": "member_of"}, "needs 'subject'"),
        ("actor", {"name": "Ines"}, "cannot be added"),
    ],
)
def test_what_cannot_be_added_is_told(archive: Archive, kind: str, changes: dict[str, str], told: str) -> None:
    archive.add(accusation().record())
    before = shown(archive)
    with pytest.raises(CorrectionError, match=told):
        archive.add_item("d1", kind, 0, 7, changes, **BY)
    assert shown(archive) == before
    assert archive.history("d1").decisions == ()


@pytest.mark.parametrize("place", [(-1, 4), (4, 4), (5, 4), (0, 10_000), (7, 8)])
def test_no_words_are_no_passage(archive: Archive, place: tuple[int, int]) -> None:
    archive.add(accusation().record())
    with pytest.raises(CorrectionError, match="no words are chosen"):
        archive.add_item("d1", "event", *place, {"type": "ACCUSE", "from": "Ilham Aliyev"}, **BY)


def test_the_same_is_not_added_twice(archive: Archive) -> None:
    archive.add(accusation().record())
    with pytest.raises(CorrectionError, match="already"):
        archive.add_item(
            "d1", "event", *words(archive, "d1", "accused"), {"type": "ACCUSE", "from": "Ilham Aliyev"}, **BY
        )


def test_a_rejection_taken_back_brings_the_event_back_under_its_number(archive: Archive) -> None:
    archive.add(accusation().record())
    before = shown(archive)
    archive.correct(before[0][0], "reject", **BY)
    assert before[0] not in shown(archive)
    archive.correct(before[0][0], "undo", **BY)
    assert shown(archive) == before
    archive.add(accusation().record(model="another"))
    assert shown(archive) == before


def test_undo_goes_back_one_decision_at_a_time(archive: Archive) -> None:
    archive.add(accusation().record())
    id = shown(archive)[0][0]
    archive.correct(id, "edit", {"type": "THREATEN"}, **BY)
    archive.correct(id, "edit", {"type": "PROTEST"}, **BY)
    kinds = [shown(archive)[0][1]]
    for _ in range(2):
        archive.correct(id, "undo", **BY)
        kinds.append(shown(archive)[0][1])
    assert kinds == ["PROTEST", "THREATEN", "ACCUSE"]
    assert archive.report("d1").standing == {}
    with pytest.raises(CorrectionError, match="nothing that was decided on"):
        archive.correct(id, "undo", **BY)
    assert [made.verb for made in archive.history(id).decisions] == ["edit", "edit", "undo", "undo"]


def test_undo_of_a_report_takes_back_the_latest_decision_in_it(archive: Archive) -> None:
    archive.add(accusation().record())
    first, second = (id for id, _, _ in shown(archive)[:2])
    archive.correct(first, "reject", **BY)
    made = archive.add_item(
        "d1", "event", *words(archive, "d1", "must stop"), {"type": "REQUEST", "from": "Ilham Aliyev"}, **BY
    )
    archive.correct(second, "accept", **BY)
    assert [archive.correct("d1", "undo", **BY).short for _ in range(3)] == [second, made.short, first]
    assert [id for id, _, _ in shown(archive)] == [first, second]
    with pytest.raises(CorrectionError, match="nothing that was decided on d1"):
        archive.correct("d1", "undo", **BY)


def test_what_was_added_and_taken_back_can_be_accepted_again(archive: Archive) -> None:
    archive.add(accusation().record())
    made = archive.add_item(
        "d1", "event", *words(archive, "d1", "must stop"), {"type": "REQUEST", "from": "Ilham Aliyev"}, **BY
    )
    archive.correct(made.short, "undo", **BY)
    assert made.short not in [id for id, _, _ in shown(archive)]
    archive.correct(made.short, "accept", **BY)
    assert (made.short, "REQUEST", "must stop") in shown(archive)


def test_undo_of_nothing_is_told(archive: Archive) -> None:
    archive.add(accusation().record())
    with pytest.raises(UnknownId):
        archive.correct("e999", "undo", **BY)


def test_an_old_version_is_shown_as_it_was_read(archive: Archive) -> None:
    archive.add(meeting().record())
    archive.add(meeting(tail=" They parted.").record())
    old, new = archive.report("d1", 1), archive.report("d1")
    assert (old.version, old.versions, old.is_current, new.is_current) == (1, 2, False, True)
    assert not old.ids
    assert new.record.document.text.endswith("They parted.")
    with pytest.raises(UnknownId):
        archive.report("d1", 3)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": "ACCUSE"}, "needs somebody"),
        ({"type": "ACCUSE", "from": "Ilham Aliyev", "mode": "zzz"}, "mode cannot be 'zzz'"),
        ({"type": "ACCUSE", "from": "Ilham Aliyev", "place": "x" * 501}, "shorten it"),
    ],
)
def test_an_event_that_does_not_hold_together_is_refused(archive: Archive, changes: dict[str, str], said: str) -> None:
    archive.add(accusation().record())
    with pytest.raises(CorrectionError, match=said):
        archive.add_item("d1", "event", *words(archive, "d1", "must stop"), changes, **BY)


def test_a_surname_is_the_person_of_the_report(archive: Archive) -> None:
    archive.add(accusation().record())
    before = len(archive.record("d1").actors)
    changes = {"type": "REQUEST", "from": "Guterres"}
    archive.add_item("d1", "event", *words(archive, "d1", "must stop"), changes, **BY)
    record = archive.record("d1")
    (event,) = [one for one in record.events if one.type == "REQUEST"]
    assert [actor.name for actor in record.actors if actor.id in event.source] == ["António Guterres"]
    assert len(record.actors) == before


def test_with_an_event_goes_the_fact_of_the_same_words_and_parties(archive: Archive) -> None:
    made = Made("deal.txt", "Kenya signed a treaty on water with Uganda in 1992, and Kenya is in the UNDP.")
    made.event("Kenya", "signed", "Uganda", "AGREE")
    made.fact("Kenya", "signed", "Uganda", "signed").fact("Kenya", "member_of", "Uganda", "is in")
    archive.add(made.record())
    facts = archive.report("d1").ids
    signed, member = facts["fact", "f1"], facts["fact", "f2"]
    archive.correct("e1", "reject", **BY)
    assert [hit.id for hit in archive.search("kind:fact")] == [member]
    assert [d.why for d in archive.history(signed).decisions] == ["rejected with e1, of which it says the same"]
    archive.correct("e1", "undo", **BY)
    assert sorted(hit.id for hit in archive.search("kind:fact")) == sorted((signed, member))
    archive.correct(signed, "accept", **BY)
    archive.correct("e1", "reject", **BY)
    assert signed in [hit.id for hit in archive.search("kind:fact")]


def test_the_history_tells_a_change_of_place_or_topics(archive: Archive) -> None:
    archive.add(accusation().record())
    made = archive.correct("e1", "edit", {"place": "Shusha", "about": "mines; aid"}, **BY)
    assert made.after is not None
    assert "Shusha" in in_words("event", made.after)
    assert "about mines; aid" in in_words("event", made.after)
