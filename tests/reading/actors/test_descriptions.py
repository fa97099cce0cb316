"""Those who go without a name: what they are called, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "name", "country", "code"),
    [
        ("Israel's military said it had begun raids.", "Israeli military", "ISR", "ISRMIL"),
        (
            "The Turkish foreign ministry condemned the raid.",
            "Ministry of Foreign Affairs of Türkiye",
            "TUR",
            "TURGOV",
        ),
        ("The Brazilian defence ministry announced it.", "Ministry of Defence of Brazil", "BRA", "BRAGOV"),
        (
            "The Ministry of Foreign Affairs of Iran rejected the accusation.",
            "Ministry of Foreign Affairs of Iran",
            "IRN",
            "IRNGOV",
        ),
        ("KHARTOUM (Reuters) - The army said it had retaken the palace.", "Sudanese army", "SDN", "SDNMIL"),
        ("Fidan, whose government mediated, is Turkish. Hakan Fidan spoke.", "Turkish government", "TUR", "TURGOV"),
        ("Colombia summoned the Norwegian ambassador.", "Norwegian ambassador", "NOR", "NORGOV"),
    ],
)
def test_names_and_countries(meant: Read, text: str, name: str, country: str, code: str) -> None:
    found = meant(text)
    assert name in found, list(found)
    assert (found[name].country, found[name].code) == (country, code)


def test_one_army_of_one_state(meant: Read) -> None:
    found = meant("Israel's military began raids. The army told villagers to leave.")
    assert found["Israeli military"].words == ["military", "army"]


def test_the_junta_is_the_military_government_spoken_of(meant: Read) -> None:
    text = (
        "Min Aung Hlaing, head of Myanmar's military government, met Narendra Modi. Modi urged the junta to hold polls."
    )
    assert "junta" in meant(text, "2025-04-04")["Burmese military government"].words


def test_a_palace_where_people_meet_does_not_act(meant: Read) -> None:
    assert not any("Palace" in name for name in meant("Lula received Xi Jinping at the Alvorada Palace."))


def test_a_bond_between_states_is_no_body(meant: Read) -> None:
    assert not any("alliance" in name for name in meant("They discussed the ROK-U.S. alliance in Seoul."))


def test_participating_states_are_not_the_united_states(meant: Read) -> None:
    assert "United States" not in meant("Malta thanked the participating States for their support.")


def test_a_dateline_is_only_a_place(meant: Read) -> None:
    found = meant("ADDIS ABABA, March 8 (Xinhua) - Prime Minister Abiy Ahmed held talks with Hassan Sheikh Mohamud.")
    assert found["Addis Ababa"].kind == "place"


def test_a_capital_that_acts_is_its_state(meant: Read) -> None:
    found = meant("Khartoum says the militia receives weapons. Talks were held in Nairobi.", "2025-04-15")
    assert found["Sudan"].kind == "state"
    assert found["Nairobi"].kind == "place"


def test_and_inside_a_name(meant: Read) -> None:
    found = meant("Antigua and Barbuda and Saint Kitts and Nevis pledged to deregister the vessels.")
    assert set(found) >= {"Antigua and Barbuda", "Saint Kitts and Nevis"}
