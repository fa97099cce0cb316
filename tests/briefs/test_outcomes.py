"""What became of promises: only the same act of the same parties at its time is an outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.archive.making import Made

from memcon.archive import Archive
from memcon.briefs import Promise, promises


def plan(archive: Archive) -> None:
    made = Made("plan", "William Ruto will visit Kampala.", outlet="Nation", published="2021-05-03")
    made.event("William Ruto", "visit", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT")
    archive.add(made.record())


def later(archive: Archive, who: str, verb: str, whom: str, on: str, **more: object) -> None:
    made = Made(f"later {verb} {on}", f"{who} {verb} {whom}.", outlet="Monitor", published=on)
    archive.add(made.event(who, verb, whom, on=on, **more).record())  # type: ignore[arg-type]


def only(archive: Archive) -> Promise:
    (found,) = promises(archive, "Kenya", "Uganda")
    return found


def test_a_denial_about_other_people_does_not_call_off_a_visit(archive: Archive) -> None:
    plan(archive)
    later(archive, "Kenya", "did not meet", "Yoweri Museveni", "2021-05-30", status="denied")
    assert only(archive).outcome == "open"


def test_a_denial_before_the_promise_is_not_its_outcome(archive: Archive) -> None:
    plan(archive)
    later(archive, "William Ruto", "did not meet", "Uganda", "2021-05-01", status="denied")
    assert only(archive).outcome == "open"


def test_a_visit_kept_wins_over_denials(archive: Archive) -> None:
    plan(archive)
    later(archive, "William Ruto", "did not meet", "Uganda", "2021-05-31", status="denied")
    later(archive, "William Ruto", "visited", "Yoweri Museveni", "2021-06-02", mode="visit")
    found = only(archive)
    assert (found.outcome, found.days) == ("followed", ("2 June 2021",))
    assert [one.text for one in found.later] == ["William Ruto visited Yoweri Museveni."]


@pytest.mark.parametrize(("place", "outcome"), [("Kampala", "followed"), ("Oslo", "open")])
def test_an_invitation_is_followed_by_the_visit_to_that_place(archive: Archive, place: str, outcome: str) -> None:
    made = Made("plan", "Yoweri Museveni invited William Ruto to Kampala.", outlet="Nation", published="2021-05-03")
    made.event("Yoweri Museveni", "invited", "William Ruto", "AGREE", on="2021-05-03", basis="context",
               status="offered", act="CONSULT")  # fmt: skip
    archive.add(made.record())
    later(archive, "William Ruto", "met", "Yoweri Museveni", "2022-02-01", place=place)
    assert only(archive).outcome == outcome


def test_citizens_who_travel_are_not_the_meeting_of_the_states(archive: Archive) -> None:
    made = Made("plan", "Kenya and Uganda will hold a meeting.", outlet="Nation", published="2021-05-03")
    made.event("Kenya", "hold a meeting", "Uganda", "AGREE", on="2021-06-01", status="planned", act="CONSULT")
    archive.add(made.record())
    later(archive, "Kenyan tourists", "visited", "Uganda", "2021-06-01", mode="visit")
    assert only(archive).outcome == "open"


def test_what_both_agreed_is_one_promise_of_both(archive: Archive) -> None:
    for id, one, other in (("a", "William Ruto", "Yoweri Museveni"), ("b", "Yoweri Museveni", "William Ruto")):
        made = Made(id, f"{one} met {other}. They discussed trade, and agreed to raise quotas.", outlet=id,
                    published="2021-05-03")  # fmt: skip
        made.event(one, "met", other, on="2021-05-03")
        made.event(one, "agreed to raise", other, "AGREE", on="2021-05-03", status="planned", act="COOPERATE")
        clause = made.span("agreed to raise quotas")
        made.events[-1] = replace(made.events[-1], evidence=clause)
        archive.add(made.record())
    found = only(archive)
    assert found.sentence.text == "William Ruto and Yoweri Museveni, President of Uganda, agreed to raise quotas."
    assert {cited.report.id for cited in found.sentence.citations} == {"d1", "d2"}  # type: ignore[union-attr]
