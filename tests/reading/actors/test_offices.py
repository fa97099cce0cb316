"""Offices: the standard title, how it is held, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Lebanon's caretaker prime minister, Najib Mikati, spoke.", "Najib Mikati", "Acting Prime Minister, Lebanon"),
        ("Poland's president-elect, Karol Nawrocki, spoke.", "Karol Nawrocki", "President designate, Poland"),
        (
            "Former Bangladeshi prime minister Khaleda Zia returned.",
            "Khaleda Zia",
            "Former Prime Minister, Bangladesh",
        ),
        ("The Tánaiste, Simon Harris, and Ms Benn took part.", "Simon Harris", "Tánaiste, Ireland"),
        (
            "First Minister Michelle O'Neill of Northern Ireland did not attend.",
            "Michelle O'Neill",
            "First Minister, United Kingdom",
        ),
        (
            "Under Secretary of the Treasury for Terrorism and Financial Intelligence Brian E. Nelson spoke.",
            "Brian E. Nelson",
            "Under Secretary of the Treasury for Terrorism and Financial Intelligence, United States",
        ),
        (
            "NATO chief Jens Stoltenberg hailed a historic day.",
            "Jens Stoltenberg",
            "Secretary General, North Atlantic Treaty Organization",
        ),
        (
            "Minister of Foreign Affairs of North Macedonia Bujar Osmani opened the meeting.",
            "Bujar Osmani",
            "Minister of Foreign Affairs, North Macedonia",
        ),
        (
            "Jon Doe, Special Representative of the Secretary-General for South Sudan, briefed reporters.",
            "Jon Doe",
            "Special Representative of the Secretary-General for South Sudan, United Nations",
        ),
    ],
)
def test_titles(meant: Read, text: str, name: str, title: str) -> None:
    assert title in meant(text)[name].titles


def test_two_offices_of_one_holder(meant: Read) -> None:
    found = meant("Qatar's Prime Minister and Minister of Foreign Affairs Mohammed bin Abdulrahman Al Thani spoke.")
    held = found["Mohammed bin Abdulrahman Al Thani"].titles
    assert held == ["Prime Minister, Qatar", "Minister of Foreign Affairs, Qatar"]


def test_a_verb_makes_nobody_former(meant: Read) -> None:
    found = meant("Soldiers ousted President Mohamed Bazoum of Niger in July.", "2023-09-16")
    assert found["Mohamed Bazoum"].titles == ["President, Niger"]


def test_a_deputy_is_not_the_minister(meant: Read) -> None:
    text = "Amina Mohammed, Deputy Secretary-General of the United Nations, spoke. The Secretary-General was absent."
    found = meant(text)
    assert "Secretary-General" not in found["Amina J. Mohammed"].words[2:]
    assert "Secretary-General" in found["Secretary-General of the United Nations"].words


def test_whoever_is_sworn_in_holds_the_office(meant: Read) -> None:
    found = meant("John Dramani Mahama was sworn in as president of Ghana on Tuesday.", "2025-01-07")
    assert "President of Ghana" not in found
    assert "President, Ghana" in found["John Dramani Mahama"].titles


def test_the_former_president_is_one_already_named(meant: Read) -> None:
    found = meant("Former U.S. president Bill Clinton met Hillary Clinton. The former president spoke first.")
    assert "former president" in found["Bill Clinton"].words


def test_a_commander_is_of_his_force(meant: Read) -> None:
    found = meant("Naim Qassem, Hezbollah's deputy leader, said the group was ready.", "2024-10-01")
    assert found["Naim Qassem"].sectors[0] == "REB"
    assert found["Naim Qassem"].country == "LBN"


def test_two_offices_of_one_holder_after_a_possessor(meant: Read) -> None:
    found = meant(
        "Vietnam’s Deputy Prime Minister and Foreign Minister, Bui Thanh Son, met Italy’s minister.", "2022-12-21"
    )
    assert sorted(found["Bùi Thanh Sơn"].titles) == [
        "Deputy Prime Minister, Vietnam",
        "Minister of Foreign Affairs, Vietnam",
    ]


def test_the_office_of_another_state_has_another_holder(meant: Read) -> None:
    found = meant(
        "Ghana’s Foreign Minister, Shirley Ayorkor Botchwey and Vietnam’s Deputy Prime Minister, Bui Thanh Son, met.",
        "2022-12-21",
    )
    assert found["Shirley Ayorkor Botchway"].titles == ["Minister of Foreign Affairs, Ghana"]
    assert found["Shirley Ayorkor Botchway"].country == "GHA"
