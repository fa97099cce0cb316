"""Questions as a desk officer asks them, and what the tables answer."""

from __future__ import annotations

import pytest

from memcon.reference.who import ask_who

ANSWERS = [
    ("foreign minister of Azerbaijan", "2021-09-25", ["Jeyhun Bayramov"]),
    ("Secretary-General of the UN", "1965-01-01", ["U Thant"]),
    ("UN secretary-general", "2010-05-05", ["Ban Ki-moon"]),
    ("NATO secretary general", "2015-05-05", ["Jens Stoltenberg"]),
    ("prime minister of Japan", "2008-12-01", ["Taro Aso"]),
    ("UK prime minister", "2016", ["David Cameron", "Theresa May"]),
    ("Who was prime minister of the UK in 2016?", None, ["David Cameron", "Theresa May"]),
    ("Germany's foreign minister", "2019", ["Heiko Maas"]),
    ("chancellor of Germany", "2010-01-01", ["Angela Merkel"]),
    ("secretary of state of the United States", "2015-07-01", ["John Kerry"]),
    ("president of the European Commission", "2010", ["José Manuel Barroso"]),
    ("president of the General Assembly", "2023-10-01", ["Dennis Francis"]),
    ("chair of the Non-Aligned Movement", "2021-06-01", ["Azerbaijan"]),
    ("Pope", "2010", ["Benedict XVI"]),
    ("taoiseach", "2019-01-01", ["Leo Varadkar"]),
    ("president of Burma", "2017-01-01", ["Htin Kyaw"]),
    ("Alexander Stubb", "2014-12-01", ["Alexander Stubb"]),
]


@pytest.mark.parametrize(("question", "on", "who"), ANSWERS)
def test_who_it_was(question: str, on: str | None, who: list[str]) -> None:
    answer = ask_who(question, on)
    assert [line.who for line in answer.lines] == who
    assert all(line.source for line in answer.lines)


def test_who_stood_in_is_said_to_have_been_acting_and_the_office_has_its_own_title() -> None:
    answer = ask_who("secretary of state of the United States", "2021-01-22")
    assert answer.heading == "Secretary of State of the United States on 22 January 2021"
    assert [(line.who, line.what) for line in answer.lines] == [
        ("Daniel Bennett Smith", "Acting Secretary of State, the United States")
    ]
    (caretaker,) = ask_who("prime minister of Bulgaria", "2024-05-01").lines
    assert caretaker.what == "Caretaker Prime Minister, Bulgaria"
    assert "acting" not in caretaker.doubt, "it is said once"
    raab = ask_who("foreign minister of the United Kingdom", "2021-01-22")
    assert raab.heading.startswith("Minister of Foreign Affairs of the United Kingdom")


def test_all_the_offices_of_a_person_with_their_doubts() -> None:
    lines = ask_who("Alexander Stubb").lines
    assert [(x.what, x.start[:4], x.end[:4]) for x in lines] == [
        ("Minister for Foreign Affairs, Finland", "2008", "2011"),
        ("Prime Minister, Finland", "2014", "2015"),
        ("President, Finland", "2024", ""),
    ]
    assert "last confirmed January 2026" in lines[-1].doubt


def test_the_council_of_a_day_has_five_permanent_members_and_ten_others() -> None:
    lines = ask_who("members of the Security Council", "2012-05-01").lines
    assert [line.what for line in lines].count("permanent member") == 5
    assert len(lines) == 15
    assert "Azerbaijan" in [line.who for line in lines]


@pytest.mark.parametrize(("body", "on", "count"), [("NATO", "1950-01-01", 12), ("UN", "2012-01-01", 193)])
def test_members_on_a_day(body: str, on: str, count: int) -> None:
    assert len(ask_who(f"{body} members", on).lines) == count


REMARKS = [
    ("president of the Security Council", None, "goes round the members by the month"),
    ("president of Filand", None, "Did you mean “president of Finland”?"),
    ("Stub", None, "Did you mean “Alexander Stubb”?"),
    ("king of Norway", "1985", "begin later for this office: with Harald V, 17 January 1991"),
    ("finance minister of Italy", None, "do not hold this office"),
    ("Alexander Stubb", "1999", "No office in 1999."),
    ("chair of OPEC", None, "do not hold the chairs"),
    ("", None, "do not know"),
]


@pytest.mark.parametrize(("question", "on", "remark"), REMARKS)
def test_why_there_is_no_answer(question: str, on: str | None, remark: str) -> None:
    answer = ask_who(question, on)
    assert answer.lines == ()
    assert remark in answer.remark


def test_an_office_whose_end_nobody_gives_is_over_when_another_began() -> None:
    assert [x.who for x in ask_who("chancellor of Germany", "2026-01-15").lines] == ["Friedrich Merz"]
