"""Bodies: by acronym, by the acronym the text gives, and look-alikes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("acronym", "code"),
    [
        ("UN", "IGOUNO"),
        ("EU", "IGOEEC"),
        ("AU", "IGOAFU"),
        ("NATO", "IGONAT"),
        ("OSCE", "IGOSCE"),
        ("ASEAN", "IGOASN"),
        ("IAEA", "IGOUNO"),
        ("ICRC", "NGOCRC"),
        ("MSF", "NGOMSF"),
        ("ECOWAS", "IGOWAS"),
    ],
)
def test_acronyms(meant: Read, acronym: str, code: str) -> None:
    assert [a.code for a in meant(f"The {acronym} condemned the attack.").values() if a.kind == "organization"] == [
        code
    ]


def test_the_acronym_that_the_text_gives_wins(meant: Read) -> None:
    found = meant("The Rapid Support Forces (RSF) left the city. The RSF said it would return.")
    assert found["Rapid Support Forces"].words[:3] == ["Rapid Support Forces", "RSF", "RSF"]
    assert "Reporters Without Borders" not in found


def test_the_acronym_of_a_body_that_no_table_knows(meant: Read) -> None:
    found = meant("Ghana's New Patriotic Party (NPP) lost the election. The NPP conceded.", "2025-01-07")
    assert found["New Patriotic Party"].words == ["New Patriotic Party", "NPP", "NPP"]


def test_another_states_democratic_party(meant: Read) -> None:
    found = meant("SEOUL, June 4 (Yonhap) -- The candidate of the Democratic Party won South Korea's election.")
    assert all(actor.country != "USA" for actor in found.values())


def test_the_board_of_an_agency(meant: Read) -> None:
    found = meant(
        "The Board of Governors of the International Atomic Energy Agency met. The Board adopted a resolution."
    )
    assert found["Board of Governors"].words == ["Board of Governors", "Board"]


def test_rebels_of_a_movement_are_the_movement(meant: Read) -> None:
    assert meant("M23 rebels took Goma.")["March 23 Movement"].words == ["M23", "M23 rebels"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kenya signed the African Union Convention on Cyber Security.", "African Union"),
        ("Türkiye has not ratified the United Nations Convention on the Law of the Sea.", "United Nations"),
        ("Peru signed the UN Charter.", "United Nations"),
    ],
)
def test_a_body_in_the_name_of_a_treaty_is_no_party(meant: Read, text: str, body: str) -> None:
    assert body not in meant(text)


def test_a_body_with_which_a_convention_is_signed_is_one(meant: Read) -> None:
    assert "African Union" in meant("Chad signed a convention with the African Union.")
