"""What a person decided stays, however often the report is read again; what was before is remembered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from tests.archive.making import Made, accusation

from memcon.archive import Archive, CorrectionError, UnknownId
from memcon.record import Document, Record


def ids(archive: Archive, query: str) -> list[str]:
    return [hit.id for hit in archive.search(query)]


def reader(*records: Record) -> object:
    """Reads what it is given as these records, whatever it says."""
    by_id = {record.document.id: record for record in records}

    def read(documents: Iterable[Document]) -> Iterator[Record]:
        for document in documents:
            yield by_id[document.id]

    return read


@pytest.fixture
def kept(archive: Archive) -> Archive:
    archive.add(accusation().record())
    return archive


def test_what_is_rejected_is_found_no_more_and_its_history_stays(kept: Archive) -> None:
    kept.correct("e1", "reject", person="Ana", why="a quotation")
    assert ids(kept, "type:ACCUSE") == []
    assert [event.type for event in kept.record("d1").events] == ["REJECT"]
    (made,) = kept.history("e1").decisions
    assert (made.verb, made.person, made.why) == ("reject", "Ana", "a quotation")
    assert made.moment.endswith("Z")
    kept.correct("e1", "accept", person="Ben")
    assert ids(kept, "type:ACCUSE") == ["e1"]
    assert [made.person for made in kept.history("d1").decisions] == ["Ana", "Ben"]


def test_an_edit_changes_what_is_found_and_what_is_shown(kept: Archive) -> None:
    changes = {
        "type": "THREATEN",
        "to": "Norway; UNDP",
        "date": "2020-10",
        "status": "alleged",
        "about": "truce; mines",
    }
    kept.correct("e1", "edit", changes, person="Ana")
    (hit,) = kept.search("from:ARM to:NOR type:THREATEN about:mines on:2020-10-31")
    assert (hit.id, hit.whom, hit.status, hit.standing) == ("e1", ("UNDP", "Norway"), "alleged", "edited")
    event = kept.record("d1").events[0]
    assert (event.quad, event.topics) == ("VCONF", ("truce", "mines"))
    assert [found for found in kept.verify() if found] == []


@pytest.mark.parametrize(
    ("id", "changes", "said"),
    [
        ("e1", {"type": "ACUSE"}, "type cannot be 'ACUSE'"),
        ("e1", {"colour": "red"}, "events have no 'colour' to edit; they have type, act"),
        ("e1", {"date": "soon"}, "'soon' is no day"),
        ("e1", {"cameo": "999"}, "999"),
        ("e1", {}, "nothing to edit"),
        ("a1", {"country": "XYZ"}, "no country code"),
        ("f4", {"relation": "likes"}, "relation cannot be 'likes'"),
        ("e1", {"from": "Atlantis"}, "neither the report nor the tables know 'Atlantis'; write it as"),
        ("e1", {"from": "Norwey"}, "did you mean Norway"),
        ("e1", {"from": "Azerbaijn"}, "did you mean Azerbaijan"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_changes_nothing(
    kept: Archive, id: str, changes: dict[str, str], said: str
) -> None:
    with pytest.raises(CorrectionError, match=said):
        kept.correct(id, "edit", changes, person="Ana")
    assert list(kept.corrections()) == []


def test_unknown_ids(kept: Archive) -> None:
    for id in ("e99", "x1", "e", "s1", "17"):
        with pytest.raises(UnknownId, match="nothing in the archive has the id"):
            kept.correct(id, "accept", person="Ana")


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [("Norway", "NOR", "NOR"), ("NORMIL", "NOR", "NORMIL"), ("Angela Merkel", "DEU", "DEU"), ("NATO", None, "IGONAT")],
)
def test_a_party_that_the_tables_know_comes_with_its_code(
    kept: Archive, name: str, country: str | None, code: str
) -> None:
    kept.correct("e1", "edit", {"from": name}, person="Ana")
    record = kept.record("d1")
    source = next(actor for actor in record.actors if actor.id in record.events[0].source)
    assert (source.country, source.code) == (country, code)


def member() -> Made:
    made = Made("page.txt", "Norway joined NATO on 5 April 1992. Montenegro is near.", published="2020-10-10")
    made.fact("Norway", "acceded_to", "NATO", "joined", "contradicted")
    return made


def test_a_corrected_fact_is_held_against_the_tables_again(archive: Archive) -> None:
    archive.add(member().record())
    changes = {"subject": "Montenegro", "start": "2017-06-05", "end": "2017-06-05"}
    made = archive.correct("f1", "edit", changes, person="Ana")
    check = archive.record("d1").facts[0].check
    assert check is not None
    assert (check.verdict, "Montenegro" in (check.why or "")) == ("supported", True)
    assert made.after is not None
    assert made.after["item"]["check"]["verdict"] == "supported"
    assert ids(archive, "verdict:contradicted") == []
    assert ids(archive, "verdict:supported") == ["f1"]


def test_a_corrected_actor_has_its_facts_held_against_the_tables_again(archive: Archive) -> None:
    archive.add(member().record())
    changes = {"name": "Finland", "code": "FIN", "country": "FIN"}
    archive.correct("a1", "edit", changes, person="Ana")
    check = archive.record("d1").facts[0].check
    assert check is not None
    assert "Finland" in (check.why or "")


def test_an_actor_a_statement_and_a_fact_can_be_corrected(kept: Archive) -> None:
    actor = next(f"a{n}" for n in range(1, 9) if kept.record("d1").actors[n - 1].name == "Armenia")
    kept.correct(actor, "edit", {"name": "Republic of Armenia"}, person="Ana")
    assert kept.search("type:ACCUSE")[0].who == ("Republic of Armenia",)
    kept.correct("s3", "edit", {"speaker": "Kaja Kallas"}, person="Ana")
    assert kept.search("kind:statement")[0].who == ("Kaja Kallas",)
    kept.correct("f4", "reject", person="Ana")
    assert ids(kept, "kind:fact") == []
    assert [found for found in kept.verify() if found] == []


def test_a_rejected_actor_takes_part_in_nothing(kept: Archive) -> None:
    number = 1 + [actor.name for actor in kept.record("d1").actors].index("Azerbaijan")
    kept.correct(f"a{number}", "reject", person="Ana")
    assert ids(kept, "with:AZE") == []
    assert kept.search("type:ACCUSE")[0].whom == ()


def other_reading(*, accuse: bool = True) -> Record:
    """A later reading: the accusation is taken for criticism of Kenya, or not found; the denial is told as happened."""
    record = accusation().record("later")
    first, second = record.events
    first = replace(first, target=(), type="REJECT", id="e7")
    second = replace(second, status="happened", id="e8")
    return replace(record, events=(first, second) if accuse else (second,))


@pytest.mark.parametrize("accuse", [True, False])
def test_a_correction_outlives_a_later_reading(kept: Archive, accuse: bool) -> None:
    kept.correct("e1", "edit", {"to": "Norway"}, person="Ana")
    differences = list(kept.reread(reader(other_reading(accuse=accuse))))  # type: ignore[arg-type]
    (hit,) = kept.search("type:ACCUSE")
    assert (hit.id, hit.whom, hit.standing) == ("e1", ("Norway",), "edited")
    assert ids(kept, "type:REJECT") == ["e2"]
    assert [change[1] for change in differences[0].changed] == [
        "event: Azerbaijan REJECT Armenia (happened, 2020-10-10), “denied”"
    ]
    assert [found for found in kept.verify() if found] == []


def test_what_was_rejected_stays_away_when_it_is_read_again(kept: Archive) -> None:
    kept.correct("e1", "reject", person="Ana")
    again = accusation().record("later")
    again = replace(again, events=tuple(replace(e, id=f"e{n + 5}") for n, e in enumerate(again.events)))
    list(kept.reread(reader(again)))  # type: ignore[arg-type]
    assert ids(kept, "kind:event") == ["e2"]


def test_what_was_accepted_stays_when_it_is_read_no_more(kept: Archive) -> None:
    kept.correct("e1", "accept", person="Ana")
    list(kept.reread(reader(other_reading(accuse=False))))  # type: ignore[arg-type]
    assert ids(kept, "type:ACCUSE") == ["e1"]


def test_a_dry_run_only_tells(kept: Archive) -> None:
    before = list(kept.connection.iterdump())
    (difference,) = kept.reread(reader(other_reading(accuse=False)), keep=False)  # type: ignore[arg-type]
    assert difference.gone == ("event: Armenia ACCUSE Azerbaijan (happened, 2020-10-10), about ceasefire, “accused”",)
    assert list(kept.connection.iterdump()) == before


def test_a_report_that_cannot_be_read_again_stays_as_it_was(kept: Archive) -> None:
    def fails(documents: Iterable[Document]) -> Iterator[Exception]:
        yield from (ValueError("too long") for _ in documents)

    (difference,) = kept.reread(fails)  # type: ignore[arg-type]
    assert difference.error == "too long"
    assert ids(kept, "type:ACCUSE") == ["e1"]


def test_in_a_new_version_it_keeps_to_its_sentence_where_that_still_stands(kept: Archive) -> None:
    kept.correct("e1", "edit", {"to": "Norway"}, person="Ana")
    kept.correct("e2", "accept", person="Ana")
    made = Made(
        "ceasefire.txt",
        "BAKU – Armenia accused Azerbaijan of breaking the ceasefire on Saturday. Both sides must talk.",
        title="Fragile truce in the Caucasus", outlet="Trend", published="2020-10-10",
    )  # fmt: skip
    assert kept.add(made.record()).outcome == "new version"
    (hit,) = kept.search("kind:event")
    assert (hit.what, hit.whom, hit.standing) == ("ACCUSE", ("Norway",), "edited")
    assert kept.history("d1").lost == {2}, "the denial is no more, and the history says so"
    assert [found for found in kept.verify() if found] == []


def test_what_was_decided_is_labelled_data(kept: Archive) -> None:
    kept.correct("e1", "edit", {"type": "THREATEN"}, person="Ana")
    kept.correct("e2", "reject", person="Ana")
    one, two = kept.labelled()
    assert one["text"] == "Armenia accused Azerbaijan of breaking the ceasefire on Saturday."
    assert (one["event"], one["source"][0]["actor"], one["target"][0]["actor"]) == ("THREATEN", "ARM", "AZE")
    assert two["text"] == "Azerbaijan denied the accusation."
    assert two["event"] is None
    assert json.dumps([one, two])


def test_a_sentence_with_an_event_that_nobody_looked_at_is_no_label(archive: Archive) -> None:
    made = Made("a", "Kenya thanked Uganda and accused Norway.", published="2021-05-03")
    made.event("Kenya", "thanked", "Uganda", "SUPPORT").event("Kenya", "accused", "Norway", "ACCUSE")
    archive.add(made.record())
    archive.correct("e1", "accept", person="Ana")
    assert list(archive.labelled()) == []
    archive.correct("e2", "accept", person="Ana")
    assert [row["event"] for row in archive.labelled()] == ["SUPPORT", "ACCUSE"]
