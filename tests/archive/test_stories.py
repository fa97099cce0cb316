"""Reports of one event are one story; two events in the same words are two; copies are told from originators."""

from __future__ import annotations

import pytest
from tests.archive.making import Made, meeting

from memcon.archive import Archive

BODY = (
    " They spoke about the clearance of mines in the liberated areas, the return of displaced families to their homes,"
    " and the work of the agencies of the organisation on the ground. The President thanked the Secretary-General."
)


def stories(archive: Archive) -> list[list[str]]:
    return sorted(sorted(told.report for told in story.reports) for story in archive.stories())


def other(id: str = "other", outlet: str = "NTB") -> Made:
    made = Made(
        id, "Norway imposed sanctions on Uganda after the elections. Oslo froze the accounts of four officials.",
        outlet=outlet, published="2021-09-25",
    )  # fmt: skip
    return made.event("Norway", "imposed sanctions", "Uganda", "SANCTION", on="2021-09-25")


def test_reports_of_one_event_are_one_story_and_others_are_not(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY).record())
    archive.add(meeting("b", "Trend", lead="BAKU – ", tail=BODY).record())
    archive.add(other().record())
    assert stories(archive) == [["d1", "d2"], ["d3"]]
    story = archive.stories(at_least=2)[0]
    assert story.parties[:2] == ("Ilham Aliyev", "António Guterres")
    assert (story.types[0], story.place, story.first) == ("CONSULT", "New York", "2021-09-25")


def test_who_copied_is_counted_apart_from_who_wrote(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY).record())
    archive.add(meeting("b", "Trend", lead="BAKU – ", tail=BODY).record())
    own = Made(
        "c",
        "The UN chief António Guterres received Ilham Aliyev, head of state of Azerbaijan, at headquarters in New York"
        " to hear of minefields and of displaced families who wait to return.",
        outlet="UN News", published="2021-09-25",
    )  # fmt: skip
    archive.add(own.event("António Guterres", "received", "Ilham Aliyev", on="2021-09-25", place="New York").record())
    story = next(story for story in archive.stories() if len(story.reports) > 1)
    copies = {told.report: told.copy_of for told in story.reports}
    assert copies["d1"] is None
    assert copies["d2"] == "d1"
    assert (story.originators, story.copies) == (len(story.reports) - 1, 1)


def call(id: str, partner: str, hour: str) -> Made:
    made = Made(
        id,
        f"Ilham Aliyev spoke by telephone with {partner} at {hour} on Saturday. The two exchanged views on relations"
        " between the two sides, on trade, on energy and on the situation in the region, and agreed to stay in touch.",
        outlet="Azertac", published="2021-09-25",
    )  # fmt: skip
    return made.event("Ilham Aliyev", "spoke by telephone", partner, on="2021-09-25", mode="phone")


def test_two_calls_five_minutes_apart_in_the_same_words_stay_two(archive: Archive) -> None:
    archive.add(call("a", "William Ruto", "10:05").record())
    archive.add(call("b", "Yoweri Museveni", "10:10").record())
    assert stories(archive) == [["d1"], ["d2"]]


def test_two_calls_of_the_same_two_five_minutes_apart_stay_two(archive: Archive) -> None:
    archive.add(call("a", "William Ruto", "10:05").record())
    archive.add(call("b", "William Ruto", "10:10").record())
    assert stories(archive) == [["d1"], ["d2"]]


def test_one_event_cannot_be_on_two_days_far_apart(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY).record())
    later = Made("b", "Ilham Aliyev met Kaja Kallas in Brussels.", outlet="Trend", published="2021-09-29")
    archive.add(later.event("Ilham Aliyev", "met", "Kaja Kallas", on="2021-09-29").record())
    assert stories(archive) == [["d1"], ["d2"]]


def test_never_link_these_two_again(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY).record())
    archive.add(meeting("b", "Trend", lead="BAKU – ", tail=BODY).record())
    assert stories(archive) == [["d1", "d2"]]
    assert archive.apart("d2", "e1", "Ana", "two meetings") == ("d1", "d2")
    assert stories(archive) == [["d1"], ["d2"]]
    archive.add(meeting("c", "Turan", lead="GANJA – ", tail=BODY).record())
    assert len(stories(archive)) == 2
    assert len(archive.log("AZE", "UN")) == 2


def test_a_story_keeps_its_number_when_reports_come(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY).record())
    archive.add(other().record())
    before = {told.report: story.id for story in archive.stories() for told in story.reports}
    archive.add(meeting("b", "Trend", lead="BAKU – ", tail=BODY).record())
    after = {told.report: story.id for story in archive.stories() for told in story.reports}
    assert after == before | {"d3": before["d1"]}


def test_choosing_stories(archive: Archive) -> None:
    archive.add(meeting("a", "Azertac", tail=BODY, on="2020-01-05").record())
    archive.add(meeting("b", "Azertac", tail=BODY).record())
    archive.add(other().record())
    assert [story.first for story in archive.stories(until="2020-12-31")] == ["2020-01-05"]
    assert len(archive.stories(since="2021-01-01")) == 2
    assert archive.stories(at_least=2) == []
    assert len(archive.stories(limit=1)) == 1


def council(id: str, text: str, predicate: str, on: str | None) -> Made:
    made = Made(id, text, outlet="UN", published=on)
    return made.event("UNSC", predicate, "", "AGREE", on=on)


@pytest.mark.parametrize("on", ["2022-06-09", None])
def test_a_body_a_day_and_a_type_are_not_enough_for_one_story(archive: Archive, on: str | None) -> None:
    archive.add(
        council(
            "korea",
            "The UNSC failed to adopt a resolution on North Korea. China and the Russian Federation cast vetoes against"
            " the draft of the United States, which spoke of intercontinental ballistic missiles.",
            "failed to adopt", on,
        ).record()
    )  # fmt: skip
    archive.add(
        council(
            "seats",
            "Ecuador, Japan, Malta, Mozambique and Switzerland join the UNSC in January. China, the Russian Federation"
            " and the United States are permanent; the assembly elected five members by ballot.",
            "join", "2022-06-09",
        ).record()
    )  # fmt: skip
    assert stories(archive) == [["d1"], ["d2"]]
