"""One meeting in several reports, one person under two names: told once."""

from __future__ import annotations

import pytest
from tests.archive.making import Made

from memcon.archive import Archive
from memcon.briefs import UnknownSide, chronology, last_contact, standing
from memcon.briefs.making import make_brief
from memcon.briefs.people import alike
from memcon.briefs.sides import SameSide, side
from memcon.record import Check, Fact


def test_a_meeting_and_the_visit_of_that_day_are_one_line_with_the_parts_of_both(archive: Archive) -> None:
    ours = Made("ours", "William Ruto met Yoweri Museveni in Kampala.", outlet="Nation", published="2021-06-01")
    archive.add(ours.event("William Ruto", "met", "Yoweri Museveni", on="2021-06-01").record())
    theirs = Made("theirs", "William Ruto visited Uganda. William Ruto thanked Uganda.", published="2021-06-01")
    theirs.event("William Ruto", "visited", "Uganda", on="2021-06-01", mode="visit")
    theirs.event("William Ruto", "thanked", "Uganda", "SUPPORT", on="2021-06-01", part_of="e1")
    archive.add(theirs.record())
    (line,) = chronology(archive, "Kenya", "Uganda").events
    assert line.reports == ("d1", "d2")
    assert [part.text for part in line.parts] == ["William Ruto thanked Uganda."]


def test_meetings_of_other_people_on_one_day_stay_two(archive: Archive) -> None:
    for id, who, whom in (("a", "William Ruto", "Yoweri Museveni"), ("b", "Kaja Kallas", "Yoweri Museveni")):
        made = Made(id, f"{who} met {whom}.", outlet=id, published="2021-06-01")
        archive.add(made.event(who, "met", whom, on="2021-06-01").record())
    assert len(chronology(archive, "Uganda").events) == 2


def test_a_person_met_in_the_margins_of_a_visit_is_a_last_contact(archive: Archive) -> None:
    made = Made("visit", "Kenya visited Norway. William Ruto met Kaja Kallas.", published="2021-06-01")
    made.event("Kenya", "visited", "Norway", on="2021-06-01", mode="visit")
    made.event("William Ruto", "met", "Kaja Kallas", on="2021-06-01", part_of="e1")
    archive.add(made.record())
    found = last_contact(archive, "Kaja Kallas")
    assert found is not None
    assert found.day == "2021-06-01"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("George Weah", "Georges Weah", True), ("Raúl Castro", "Fidel Castro", False), ("Weah", "George Weah", True)],
)
def test_one_person_under_two_names(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_the_vaguer_telling_of_an_office_is_dropped(archive: Archive) -> None:
    for on, title in (("2012-05-01", "Minister of Defence"), ("2012-06-01", "Minister")):
        made = Made(f"on {on}", "Benjamin Netanyahu met William Ruto.", published=on)
        made.event("Benjamin Netanyahu", "met", "William Ruto", on=on)
        made.facts.append(
            Fact("f1", "holds_office", made.actor("Benjamin Netanyahu"), made.actor("Israel"), None, None,
                 made.span("Benjamin Netanyahu"), Check("not_covered", ""), title, {"on": on})
        )  # fmt: skip
        archive.add(made.record())
    found = [one.sentence.text for one in standing(archive, "Israel", "Kenya") if one.subject == "Benjamin Netanyahu"]
    assert found == ["On 1 May 2012 Benjamin Netanyahu was Minister of Defence of Israel."]


def test_two_names_of_one_party_are_refused(archive: Archive) -> None:
    with pytest.raises(SameSide, match="'Kenya' and 'Nairobi' are one party, Kenya"):
        make_brief(archive, "Kenya", "Nairobi")


def test_people_are_offered_for_a_misspelt_name_only_where_no_state_is_near(archive: Archive) -> None:
    with pytest.raises(UnknownSide) as told:
        side(archive.connection, "Grece")
    assert told.value.near == ("Greece",)


def test_what_is_told_in_passing_has_not_the_day_of_the_report(archive: Archive) -> None:
    made = Made("past", "Kenya met Uganda. Kenya had sent rescuers to Uganda.", published="2021-05-03")
    made.event("Kenya", "met", "Uganda", on="2021-05-03")
    made.event("Kenya", "sent", "Uganda", "AID", on="2021-05-03", basis="report", background=True)
    archive.add(made.record())
    (section,) = make_brief(archive, "Kenya", "Uganda", sections=["chronology"]).sections
    assert [(item.day, item.note) for item in section.groups[1].items] == [("no day", "told on 3 May 2021")]
