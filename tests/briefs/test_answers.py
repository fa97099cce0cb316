"""Standing, contacts, positions, promises and chronologies: what a desk officer is told."""

from __future__ import annotations

import pytest
from tests.archive.making import Made

from memcon.archive import Archive
from memcon.briefs import (
    ReportCitation,
    TableCitation,
    UnknownSide,
    chronology,
    last_contact,
    positions,
    promises,
    side,
    standing,
)
from memcon.record import Check, Fact


def words(sentences: object) -> list[str]:
    return [sentence.text for sentence in sentences]  # type: ignore[attr-defined]


# ---- whom


def test_a_side_is_found_by_any_of_its_names(filled: Archive) -> None:
    assert side(filled.connection, "UN").name == "United Nations"
    assert side(filled.connection, "Baku").name == "Azerbaijan"
    assert (person := side(filled.connection, "Guterres")).name == "António Guterres"
    assert person.kind == "person"


def test_a_name_that_nobody_has_gets_the_nearest(filled: Archive) -> None:
    with pytest.raises(UnknownSide, match="did you mean 'Azerbaijan'") as told:
        side(filled.connection, "Azerbaijann")
    assert told.value.near[0] == "Azerbaijan"


# ---- last contact


def test_the_last_contact_with_what_was_talked_about(filled: Archive) -> None:
    found = last_contact(filled, "AZE", "UN")
    assert found is not None
    assert (found.day, found.channel) == ("2021-09-25", "meeting")
    assert found.sentences[0].text == (
        "Ilham Aliyev, President of Azerbaijan, met António Guterres, Secretary-General of the United Nations, "
        "in New York."
    )
    assert found.sentences[1].text == "Ilham Aliyev and António Guterres discussed mines and aid."
    assert len(found.sentences[0].citations) == 2, "both reports are cited"


def test_no_contact_is_none(filled: Archive) -> None:
    assert last_contact(filled, "AZE", "Norway") is None
    assert last_contact(filled, "AZE", "UN", until="2020-01-01") is None


def test_a_planned_meeting_is_no_contact_and_is_told_as_planned(archive: Archive) -> None:
    made = Made("plan", "Kenya met Uganda. Kenya will visit Uganda.", published="2021-05-03")
    made.event("Kenya", "met", "Uganda", on="2021-05-02")
    made.event("Kenya", "visit", "Uganda", "AGREE", on="2999-06-01", status="planned", act="CONSULT")
    archive.add(made.record())
    found = last_contact(archive, "KEN", "UGA")
    assert found is not None
    assert (found.day, words(found.planned)) == ("2021-05-02", ["Kenya will visit Uganda."])


# ---- standing


def test_a_membership_rests_on_the_table_and_its_source(archive: Archive) -> None:
    found = standing(archive, "Kenya", "United Nations")
    member = next(one for one in found if one.relation == "member_of")
    assert member.sentence.text == "Kenya has been a member of the United Nations since 16 December 1963."
    (cited,) = member.sentence.citations
    assert isinstance(cited, TableCitation)
    assert cited.row["iso3"] == "KEN"
    assert cited.source
    council = [one.sentence.text for one in found if one.kind == "term"]
    assert "Kenya was a non-permanent member of the Security Council in 2021–2022." in council


def test_a_fact_of_a_report_comes_with_its_check(filled: Archive) -> None:
    (found,) = [one for one in standing(filled, "Armenia", "UN") if one.relation == "member_of" and one.ids]
    assert (found.verdict, found.told_by) == ("contradicted", "reports")
    assert found.sentence.text == "Armenia has been a member of UNDP since 2 March 1992."


def test_a_rejected_fact_is_gone_and_an_edited_one_holds(filled: Archive) -> None:
    (found,) = [one for one in standing(filled, "Armenia", "UN") if one.ids]
    filled.correct(found.ids[0], "reject", person="me")
    assert not [one for one in standing(filled, "Armenia", "UN") if one.ids]
    assert found.ids[0] not in {id for line in chronology(filled, "Armenia").background for id in line.ids}


def test_an_office_is_that_of_the_latest_report_with_the_check_of_that_day(archive: Archive) -> None:
    for on, why in (("2012-05-01", "the first time"), ("2023-05-01", "the second time")):
        made = Made(f"on {on}", "Prime Minister Benjamin Netanyahu met William Ruto.", published=on)
        made.event("Benjamin Netanyahu", "met", "William Ruto", on=on)
        made.facts.append(
            Fact("f1", "holds_office", made.actor("Benjamin Netanyahu"), made.actor("Israel"), None, None,
                 made.span("Prime Minister Benjamin Netanyahu"), Check("supported", why), "Prime Minister", {"on": on})
        )  # fmt: skip
        archive.add(made.record())
    (found,) = [one for one in standing(archive, "Israel", "Kenya") if one.subject == "Benjamin Netanyahu"]
    assert found.sentence.text == "On 1 May 2023 Benjamin Netanyahu was Prime Minister of Israel."
    assert found.why == "the second time"
    assert [cited.report.id for cited in found.sentence.citations if isinstance(cited, ReportCitation)] == ["d2"]


# ---- positions


def test_a_position_with_its_change_of_wording(filled: Archive) -> None:
    latest, first = [one for one in positions(filled, "Kenya", "Uganda") if one.id.startswith("s")]
    assert (latest.holder, latest.toward, latest.day) == ("William Ruto", ("Yoweri Museveni",), "2022-03-10")
    assert latest.before is not None
    assert latest.before.day == "2022-01-10"
    assert [(one.kind, one.text) for one in latest.before.changes] == [
        ("same", "both sides"),
        ("left out", "must"),
        ("added", "should soon"),
        ("same", "keep the common border open for farm trade"),
    ]
    assert first.before is None


def test_a_request_is_told_as_one(archive: Archive) -> None:
    made = Made("ask", "Kenya urged Uganda to release two fishermen.", published="2021-05-03")
    made.event("Kenya", "urged", "Uganda", "REQUEST", on="2021-05-03", status="requested", act="RETREAT")
    archive.add(made.record())
    (found,) = positions(archive, "KEN", "UGA")
    assert (found.kind, found.side) == ("request", "Kenya")
    assert found.sentence.text == "Kenya urged Uganda to release two fishermen."


def test_a_statement_that_names_the_other_side_counts_in_its_own_spelling(archive: Archive) -> None:
    made = Made(
        "us", "William Ruto said trade helps us. William Ruto added that the UN must act.", published="2021-05-03"
    )
    made.says("William Ruto", "said", "trade helps us").says("William Ruto", "added", "the UN must act")
    archive.add(made.record())
    assert [one.wording for one in positions(archive, "Kenya", "UN")] == ["the UN must act"]
    assert positions(archive, "Kenya", "United States") == ()


# ---- promises


def test_what_became_of_promises(filled: Archive) -> None:
    visit, aid = sorted(promises(filled, "Kenya", "Uganda"), key=lambda one: one.act, reverse=True)
    assert (visit.act, visit.outcome, words(visit.later)) == ("CONSULT", "followed", ["Kenya visited Uganda."])
    assert (aid.act, aid.outcome, words(aid.later)) == ("AID", "followed", ["Kenya sent aid to Uganda."])


def test_a_promise_of_which_nothing_more_is_told_is_open(filled: Archive) -> None:
    aid = next(one for one in filled.search("type:AID") if one.status == "happened")
    filled.correct(aid.id, "reject", person="me")
    first = promises(filled, "Kenya", "Uganda")[0]
    assert (first.act, first.outcome, first.later) == ("AID", "open", ())


def test_a_visit_that_was_called_off(archive: Archive) -> None:
    made = Made("plan", "Kenya will visit Uganda.", published="2021-05-03")
    archive.add(
        made.event("Kenya", "visit", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT").record()
    )
    made = Made("off", "Kenya called off its visit to Uganda.", published="2021-05-30")
    made.event("Kenya", "called off", "Uganda", "AGREE", on="2021-06-01", status="cancelled", act="CONSULT")
    archive.add(made.record())
    (found,) = promises(archive, "Kenya", "Uganda")
    assert found.outcome == "called off"


def test_a_promise_that_was_kept_is_not_called_off_by_another_day(archive: Archive) -> None:
    plan = Made("plan", "Kenya will visit Uganda. Uganda invited Kenya.", published="2021-05-03")
    plan.event("Kenya", "visit", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT")
    archive.add(plan.record())
    kept = Made("kept", "Kenya visited Uganda.", published="2021-06-01")
    archive.add(kept.event("Kenya", "visited", "Uganda", on="2021-06-01", mode="visit").record())
    later = Made("later", "Kenya did not meet Uganda.", published="2022-03-01")
    archive.add(later.event("Kenya", "meet", "Uganda", on="2022-03-01", status="denied").record())
    (found,) = promises(archive, "Kenya", "Uganda")
    assert (found.outcome, words(found.later)) == ("followed", ["Kenya visited Uganda."])


def test_the_day_of_a_promise_is_not_its_outcome(archive: Archive) -> None:
    made = Made("made", "Uganda invited Kenya for talks.", published="2021-05-03")
    made.event("Uganda", "invited", "Kenya", "AGREE", status="offered", act="CONSULT")
    archive.add(made.record())
    other = Made("other", "Kenya met Uganda.", outlet="Nation", published="2021-05-03")
    archive.add(other.event("Kenya", "met", "Uganda", on="2021-05-03").record())
    (found,) = promises(archive, "Kenya", "Uganda")
    assert found.outcome == "open"


# ---- chronology


def test_background_stands_apart_and_several_reports_are_one_line(filled: Archive) -> None:
    found = chronology(filled, "AZE", "UN")
    (line,) = found.events
    assert (line.label, line.reports, len(line.sentence.citations)) == ("meeting", ("d1", "d2"), 2)
    assert [part.text for part in line.parts] == ["Ilham Aliyev and António Guterres discussed mines and aid."]
    assert found.types == {"CONSULT": 1}
    assert found.years == {"2021": 1}


def test_background_events_and_facts_are_no_events(archive: Archive) -> None:
    made = Made(
        "past", "Kenya met Uganda. Kenya had attacked Uganda in 1976. Kenya joined UNDP.", published="2021-05-03"
    )
    made.event("Kenya", "met", "Uganda", on="2021-05-02")
    made.event("Kenya", "attacked", "Uganda", "ASSAULT", on="1976-02-15", background=True)
    made.fact("Kenya", "member_of", "UNDP", "joined")
    archive.add(made.record())
    found = chronology(archive, "Kenya")
    assert words(one.sentence for one in found.events) == ["Kenya met Uganda."]
    assert [(one.day, one.kind) for one in found.background] == [("1976-02-15", "event"), ("1992-03-02", "fact")]
    assert found.background[1].checked == "supported"


def test_a_chronology_is_narrowed(filled: Archive) -> None:
    def days(**narrowed: object) -> list[str | None]:
        return [line.day for line in chronology(filled, "Kenya", "Uganda", **narrowed).events if line.type != "said"]  # type: ignore[arg-type]

    assert days() == ["2021-05-03", "2021-05-20", "2021-06-01"], "a visit that was planned and paid is one"
    assert days(since="2021-05-10") == ["2021-05-20", "2021-06-01"]
    assert days(until="2021-05-10") == ["2021-05-03"]
    assert days(types=["AID"]) == ["2021-05-03", "2021-05-20"], "an offer of aid is about aid"
    assert days(statuses=["planned"]) == ["2021-06-01"]
    assert days(checked=True) == []
    found = chronology(filled, "Kenya", "Uganda", limit=1)
    assert ([line.label for line in found.events], found.left_out, sum(found.years.values())) == (["letter"], 4, 5)


def test_what_a_person_accepted_is_checked(filled: Archive) -> None:
    aid = next(one for one in filled.search("type:AID") if one.status == "happened")
    filled.correct(aid.id, "accept", person="me")
    (line,) = chronology(filled, "Kenya", "Uganda", checked=True).events
    assert (line.checked, line.sentence.text) == ("accepted", "Kenya sent aid to Uganda.")


def test_two_calls_that_one_outlet_reports_stay_two(archive: Archive) -> None:
    for id, hour in (("a", "10:05"), ("b", "10:10")):
        made = Made(id, f"Kenya telephoned Uganda at {hour}.", outlet="Nation", published="2021-09-25")
        archive.add(made.event("Kenya", "telephoned", "Uganda", on="2021-09-25").record())
    assert [line.label for line in chronology(archive, "KEN", "UGA").events] == ["telephone call", "telephone call"]


def test_an_edited_event_appears_as_edited(filled: Archive) -> None:
    sent = next(one for one in filled.search("type:AID") if one.status == "happened")
    filled.correct(sent.id, "edit", {"to": "Norway"}, person="me")
    assert not [line for line in chronology(filled, "KEN", "UGA").events if line.type == "AID"]
    (line,) = [line for line in chronology(filled, "KEN", "NOR").events if line.type == "AID"]
    assert line.checked == "edited"


def test_a_chronology_of_everybody_and_of_nothing(filled: Archive, archive: Archive) -> None:
    assert len(chronology(filled).events) > 5
    found = chronology(filled, "Norway")
    assert (found.events, found.searched.reports, found.searched.first) == ((), 7, "2020-10-10")


@pytest.mark.parametrize(("how", "lines"), [({"mode": "visit"}, 1), ({}, 1), ({"mode": "phone"}, 2)])
def test_a_meeting_of_two_unsigned_reports_is_one_and_two_calls_are_two(
    archive: Archive, how: dict[str, str], lines: int
) -> None:
    ours = Made("ours", "William Ruto met Yoweri Museveni.", published="2021-06-01")
    archive.add(ours.event("William Ruto", "met", "Yoweri Museveni", on="2021-06-01", **how).record())
    theirs = Made("theirs", "Yoweri Museveni met William Ruto.", published="2021-06-01")
    theirs.event("Yoweri Museveni", "met", "William Ruto", on="2021-06-01", **({} if lines == 1 else how))
    archive.add(theirs.record())
    assert len(chronology(archive, "William Ruto", "Yoweri Museveni").events) == lines
    assert len(archive.log("William Ruto", "Yoweri Museveni")) == lines
