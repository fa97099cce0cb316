"""The contact log: one line a contact, whoever reports it, with the offices of that day."""

from __future__ import annotations

import pytest
from tests.archive.making import Made, meeting

from memcon.archive import Archive, UnknownParty


def test_who_met_whom_with_office_place_topics_and_sentence(archive: Archive) -> None:
    archive.add(meeting().record())
    (contact,) = archive.log("AZE", "UN")
    assert (contact.day, contact.channel, contact.place, contact.status) == (
        "2021-09-25", "meeting", "New York", "happened",
    )  # fmt: skip
    assert [(a.name, a.office) for a in contact.one] == [("Ilham Aliyev", "President, Azerbaijan")]
    assert [(a.name, a.office) for a in contact.other] == [("António Guterres", "Secretary-General, United Nations")]
    assert contact.topics == ["mines"], "what is part of the meeting adds to it, and is no contact of its own"
    assert contact.sentence == "Ilham Aliyev met António Guterres in New York on Saturday."
    assert archive.log("UN", "Azerbaijan")[0].one[0].name == "António Guterres"


def test_an_office_that_the_report_does_not_give_comes_from_the_tables(archive: Archive) -> None:
    made = Made("visit", "William Ruto visited Yoweri Museveni in Kampala.", published="2024-03-01")
    archive.add(made.event("William Ruto", "visited", "Yoweri Museveni", on="2024-03-01", mode="visit").record())
    (contact,) = archive.log("KEN", "UGA")
    assert (contact.channel, contact.visitors) == ("visit", ["William Ruto"])
    assert archive.log("UGA", "KEN")[0].visitors == ["William Ruto"], "whichever side is asked for first"
    assert contact.one[0].told_by == "tables"
    assert contact.one[0].office == "President, Kenya"
    assert contact.other[0].office == "President, Uganda"


def test_whoever_is_received_is_the_visitor(archive: Archive) -> None:
    made = Made("visit", "Yoweri Museveni received William Ruto in Kampala.", published="2024-03-01")
    archive.add(made.event("Yoweri Museveni", "received", "William Ruto", on="2024-03-01", mode="visit").record())
    (contact,) = archive.log("KEN", "UGA")
    assert contact.visitors == ["Yoweri Museveni"]  # without a code nothing says who was the host
    archive.correct("e1", "edit", {"cameo": "043"}, person="me")
    (contact,) = archive.log("KEN", "UGA")
    assert (contact.channel, contact.visitors) == ("visit", ["William Ruto"])


def test_whom_a_visitor_met_stands_for_the_state_that_was_visited(archive: Archive) -> None:
    made = Made("visit", "William Ruto visited Uganda and met Yoweri Museveni.", published="2024-03-01")
    made.event("William Ruto", "visited", "Uganda", on="2024-03-01", mode="visit")
    made.event("William Ruto", "met", "Yoweri Museveni", on="2024-03-01", part_of="e1")
    archive.add(made.record())
    (contact,) = archive.log("KEN", "UGA")
    assert [who.name for who in contact.other] == ["Yoweri Museveni"]
    assert contact.visitors == ["William Ruto"]


def test_several_reports_of_one_meeting_are_one_line(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac").record())
    archive.add(meeting("b", "UN News", lead="NEW YORK – ").record())
    (contact,) = archive.log("AZE", "UN")
    assert contact.reports == ["d1", "d2"]
    assert contact.outlets == ["Azertac", "UN News"]


def test_a_visit_to_a_state_is_the_meeting_with_its_president_of_that_day(archive: Archive) -> None:
    for id, outlet, whom in (("a", "KBC", "Uganda"), ("b", "NBS", "Yoweri Museveni")):
        made = Made(id, f"William Ruto visited {whom} in Entebbe.", outlet=outlet, published="2024-03-01")
        made.event("William Ruto", "visited", whom, on="2024-03-01", mode="visit" if outlet == "KBC" else None)
        archive.add(made.record())
    (contact,) = archive.log("KEN", "UGA")
    assert [who.name for who in contact.other] == ["Yoweri Museveni"]
    assert contact.reports == ["d1", "d2"]
    assert contact.visitors == ["William Ruto"]


def test_two_calls_that_one_outlet_reports_stay_two(archive: Archive) -> None:
    for id, hour in (("a", "10:05"), ("b", "10:10")):
        made = Made(
            id, f"Ilham Aliyev telephoned António Guterres at {hour}.", outlet="Azertac", published="2021-09-25"
        )
        archive.add(made.event("Ilham Aliyev", "telephoned", "António Guterres", on="2021-09-25").record())
    contacts = archive.log("AZE", "UN")
    assert [contact.channel for contact in contacts] == ["telephone call", "telephone call"]
    archive.stories()
    assert len(archive.log("AZE", "UN")) == 2


def test_planned_contacts_are_marked_and_requests_are_none(archive: Archive) -> None:
    made = Made("plan", "Kenya will visit Uganda. Kenya asked Uganda for talks.", published="2021-05-03")
    made.event("Kenya", "visit", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT", mode=None)
    made.event("Kenya", "asked", "Uganda", "REQUEST", on="2021-05-03", status="requested", act="CONSULT")
    archive.add(made.record())
    assert [contact.status for contact in archive.log("KEN", "UGA")] == ["planned"]


def test_a_letter_is_a_contact(archive: Archive) -> None:
    made = Made("letter", "António Guterres wrote to Ilham Aliyev that mines must go.", published="2021-05-03")
    made.says("António Guterres", "wrote", "mines must go", occasion="letter", to="Ilham Aliyev")
    archive.add(made.record())
    (contact,) = archive.log("UN", "AZE")
    assert (contact.channel, contact.one[0].name, contact.ids[0][0]) == ("letter", "António Guterres", "s")


def test_since_until_type_and_unknown_names(archive: Archive) -> None:
    archive.add(meeting("a", on="2020-03-01").record())
    archive.add(meeting("b", on="2021-09-25").record())
    assert [c.day for c in archive.log("AZE", "UN")] == ["2020-03-01", "2021-09-25"]
    assert [c.day for c in archive.log("AZE", "UN", since="2021-01-01")] == ["2021-09-25"]
    assert [c.day for c in archive.log("AZE", "UN", until="2020-12-31")] == ["2020-03-01"]
    assert archive.log("AZE", "UN", channels=["letter"]) == []
    with pytest.raises(UnknownParty, match="did you mean 'Uganda'"):
        archive.log("Uganada", "UN")


def test_a_programme_counts_for_the_united_nations_and_a_side_does_not_meet_itself(archive: Archive) -> None:
    made = Made("undp", "Kenya met UNDP. Uganda met Norway.", published="2021-05-03")
    made.event("Kenya", "met UNDP", "UNDP", on="2021-05-03").event("Uganda", "met Norway", "Norway", on="2021-05-03")
    archive.add(made.record())
    assert len(archive.log("KEN", "UN")) == 1
    assert archive.log("UGA", "Kampala") == []


def test_the_contacts_of_one_side_with_anybody(archive: Archive) -> None:
    archive.add(meeting().record())
    [contact] = archive.log("UN", None)
    assert [who.name for who in contact.one] == ["António Guterres"]
    assert [who.name for who in contact.other] == ["Ilham Aliyev"]
    assert archive.log("Kenya", None) == []
