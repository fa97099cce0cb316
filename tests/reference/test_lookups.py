"""What a name means."""

from __future__ import annotations

import pytest

from memcon.reference.lookups import look_up
from memcon.reference.people import people_named
from memcon.reference.suggestions import suggested

NAMES = [
    ("NATO", "North Atlantic Treaty Organization"),
    ("un", "United Nations"),
    ("EU", "European Union"),
    ("Burma", "Myanmar"),
    ("Upper Volta", "Burkina Faso"),
    ("Ivory Coast", "Côte d'Ivoire"),
    ("USSR", "Soviet Union"),
    ("security council", "United Nations Security Council"),
    ("SDG 5", "Sustainable Development Goal 5: Gender Equality"),
    ("AZE", "Azerbaijan"),
    ("Kremlin", "Kremlin"),
]


@pytest.mark.parametrize(("name", "heading"), NAMES)
def test_a_name_and_what_it_means(name: str, heading: str) -> None:
    assert heading in [answer.heading for answer in look_up(name)]


def test_a_name_of_two_states_gives_both() -> None:
    assert [a.facts["codes"] for a in look_up("Congo")] == ["COD, CD", "COG, CG"]


def test_a_state_with_what_the_tables_know() -> None:
    (answer,) = look_up("Azerbaijan")
    assert answer.facts["UN"] == "admitted 2 March 1992 A/RES/46/230"
    assert answer.facts["Security Council"] == "2012–2013"
    assert answer.facts["capital"] == "Baku"


def test_an_observer_state_was_not_admitted() -> None:
    (answer,) = look_up("Palestine")
    assert answer.facts["UN"].startswith("observer state since 29 November 2012")


def test_a_state_that_is_no_more_is_a_member_of_nothing() -> None:
    (answer,) = look_up("Soviet Union")
    assert answer.facts["until"] == "26 December 1991"
    assert "member of" not in answer.facts


def test_an_office_is_answered_too() -> None:
    (answer,) = look_up("foreign minister of Azerbaijan")
    assert answer.lines[0].who == "Jeyhun Bayramov"


def test_a_session_of_the_assembly() -> None:
    (answer,) = look_up("77th session")
    assert (answer.lines[0].who, answer.lines[0].start) == ("Csaba Kőrösi", "2022-09-13")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Azerbajan", "Azerbaijan"), ("Guteres", "António Guterres"), ("security counsel", "Security Council")],
)
def test_a_misspelt_name_is_suggested(wrong: str, right: str) -> None:
    assert any(right.casefold() in name.casefold() for name in suggested(wrong))


def test_nothing_near_nothing_suggested() -> None:
    assert suggested("xyzzyplugh") == []
    assert look_up("xyzzyplugh") == []


def test_the_state_of_a_title_is_no_forename() -> None:
    assert people_named("Pedro Sánchez") == (("ESP", "Pedro Sánchez"),)
    assert people_named("France-Albert René")[0][0] == "SYC"
    assert {where for where, _ in people_named("Hu Jintao")} == {"CHN"}
