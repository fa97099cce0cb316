"""Two readouts of one meeting: what both say, what one leaves out, what is worded differently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.archive.making import Made, meeting

from memcon.briefs import Readouts, compare
from memcon.briefs.differing import changes, likeness


@pytest.fixture
def readouts() -> Readouts:
    ours = Made(
        "ours",
        "Ilham Aliyev met António Guterres in New York.\nThey discussed mines and aid for the displaced.\n"
        "Ilham Aliyev criticised Armenia.\nBoth sides will meet again in June.",
        published="2021-09-25",
    )
    ours.event("Ilham Aliyev", "met", "António Guterres", on="2021-09-25", place="New York")
    ours.event("Ilham Aliyev", "criticised", "Armenia", "ACCUSE", on="2021-09-25")
    theirs = Made(
        "theirs",
        "António Guterres met Ilham Aliyev in Geneva.\nThey discussed aid for the displaced.\n"
        "António Guterres urged restraint on the border.\nBoth sides will meet again in June.",
        published="2021-09-26",
    )
    theirs.event("António Guterres", "met", "Ilham Aliyev", on="2021-09-26", place="Geneva")
    return compare(ours.record(), theirs.record())


def test_what_is_said_in_the_same_words(readouts: Readouts) -> None:
    (point,) = readouts.of("same")
    assert point.first is not None
    assert point.first.text == "Both sides will meet again in June."


def test_what_is_worded_differently_word_by_word(readouts: Readouts) -> None:
    met, discussed = readouts.of("reworded")
    assert discussed.first is not None
    assert discussed.second is not None
    assert (discussed.first.sentence, discussed.second.sentence) == (2, 2)
    assert [(one.kind, one.text) for one in discussed.changes] == [
        ("same", "They discussed"),
        ("left out", "mines and"),
        ("same", "aid for the displaced."),
    ]
    assert met.first_reads == ("talks",)


def test_what_one_leaves_out(readouts: Readouts) -> None:
    (ours,) = readouts.of("left out")
    (theirs,) = readouts.of("added")
    assert ours.first is not None
    assert (ours.first.text, ours.second) == ("Ilham Aliyev criticised Armenia.", None)
    assert theirs.second is not None
    assert theirs.second.text == "António Guterres urged restraint on the border."


def test_who_when_and_where(readouts: Readouts) -> None:
    told = {one.what: (one.first and one.first.text, one.second and one.second.text) for one in readouts.differences}
    assert told == {
        "named": ("Armenia.", None),
        "day": ("25 September 2021.", "26 September 2021."),
        "place": ("New York.", "Geneva."),
    }


def test_a_readout_compared_with_itself_differs_in_nothing() -> None:
    made = Made("one", "Kenya met Uganda. They discussed trade.").event("Kenya", "met", "Uganda", on="2021-05-02")
    found = compare(made.record(), made.record())
    assert [point.kind for point in found.points] == ["same", "same"]
    assert found.differences == ()


def test_words_are_compared_without_capitals_and_punctuation() -> None:
    assert [one.kind for one in changes("“Both sides” must, talk", "both sides must talk.")] == ["same"]
    assert [(one.kind, one.text) for one in changes("", "a new word")] == [("added", "a new word")]
    assert changes("", "") == ()


def test_likeness_counts_the_words_that_tell() -> None:
    assert likeness("they negotiated on borders", "negotiations on the border were held") == 1.0
    assert likeness("the Kenyan border", "the Kenyan harvest", without=["Kenyan"]) == 0.0
    assert likeness("", "") == 0.0


def test_what_the_other_readout_says_elsewhere_is_not_left_out() -> None:
    ours = Made(
        "ours", "Press Office of the Republic\n\nIlham Aliyev met António Guterres in Baku.", published="2021-09-25"
    )
    ours.event("Ilham Aliyev", "met", "António Guterres", on="2021-09-25", place="Baku")
    theirs = Made("theirs", "António Guterres met Ilham Aliyev.\nThe talks in Baku went on.", published="2021-09-25")
    theirs.event("António Guterres", "met", "Ilham Aliyev", on="2021-09-25")
    found = compare(ours.record(), theirs.record())
    assert [one.what for one in found.differences] == []
    # A letterhead is nothing that anybody says.
    assert not any(point.first and "Press Office" in point.first.text for point in found.points)


def test_two_that_are_no_readouts_of_one_meeting_are_told_so() -> None:
    ours, elsewhere = meeting().record(), Made("other", "William Ruto met Kenya.", published="2010-01-01")
    elsewhere.event("William Ruto", "met", "Kenya", on="2010-01-01")
    assert compare(ours, ours).remark == "The two are the same report."
    assert "do not seem to tell of one meeting" in compare(ours, elsewhere.record()).remark
    assert compare(ours, meeting("b", lead="BAKU, 25 September 2021 – ").record()).remark == ""


def test_a_headline_and_a_dateline_are_no_sayings() -> None:
    ours = Made("ours", "Aliyev meets Guterres\n\nBAKU, 25 September 2021 (AP) – Ilham Aliyev met António Guterres.",
                outlet="AP", published="2021-09-25")  # fmt: skip
    ours.event("Ilham Aliyev", "meets", "António Guterres", on="2021-09-25")
    ours.events[0] = replace(ours.events[0], evidence=ours.span("Aliyev meets Guterres"))
    ours.event("Ilham Aliyev", "met", "António Guterres", on="2021-09-25")
    found = compare(ours.record(), meeting().record(), names=("d1", "d2"))
    said = [point.first.text for point in found.points if point.first]
    assert said == ["Ilham Aliyev met António Guterres."]
    assert found.titles == ("AP, 25 September 2021 (d1)", "Azertac, 25 September 2021 (d2)")
