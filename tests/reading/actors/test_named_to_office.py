"""Who is named to an office, and how the report itself calls the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.reading.facts.test_facts import facts_in, written

from memcon.language import Parser

Read = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        (
            "LONDON, 5 July 2024 - Mr Starmer named David Lammy Foreign Secretary on Friday.",
            "2024-07-05",
            "appointed_to(David Lammy, Foreign Secretary) 2024-07-05..2024-07-05",
        ),
        (
            "Turkish President Recep Tayyip Erdoğan named Hakan Fidan foreign minister on Saturday.",
            "2023-06-03",
            "appointed_to(Hakan Fidan, Minister of Foreign Affairs) 2023-06-03..2023-06-03",
        ),
        (
            "The General Assembly on Thursday appointed António Guterres Secretary-General of the United Nations.",
            "2016-10-13",
            "appointed_to(António Guterres, United Nations) 2016-10-13..2016-10-13",
        ),
    ],
)
def test_who_is_named_is_not_the_office(parser: Parser, text: str, day: str, told: str) -> None:
    record, facts = facts_in(parser, text, day)
    assert told in [written(record, fact) for fact in facts]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Secretary of State Antony Blinken spoke.", "Antony Blinken", "Secretary of State, United States"),
        ("U.S. Secretary of State Marco Rubio spoke.", "Marco Rubio", "Secretary of State, United States"),
        ("British Foreign Secretary David Lammy spoke.", "David Lammy", "Foreign Secretary, United Kingdom"),
        ("Indian Foreign Secretary Vikram Misri spoke.", "Vikram Misri", "Foreign Secretary, India"),
        ("Irish Taoiseach Simon Harris spoke.", "Simon Harris", "Taoiseach, Ireland"),
    ],
)
def test_the_title_is_the_reports_own(meant: Read, text: str, name: str, title: str) -> None:
    assert meant(text, "2024-09-05")[name].titles == [title]


def test_the_head_of_an_unknown_firm_is_of_no_state(meant: Read) -> None:
    text = "The U.S. Treasury sanctioned Rosoboronexport and its president, Alexander Mikheev."
    assert meant(text, "2018-10-23")["Alexander Mikheev"].country is None
    text = "Washington agreed. The chairman of Acme Holdings, John Miller, criticised the move."
    assert meant(text, "2018-10-23")["John Miller"].country is None


def test_one_man_under_two_spellings(meant: Read) -> None:
    found = meant("Greek Foreign Minister George Gerapetritis met Mr Fidan. Giorgos Gerapetritis spoke.", "2024-11-08")
    assert len(found["Giorgos Gerapetritis"].words) == 2
    found = meant("Volodymyr Zelenskyy spoke in Kyiv. Zelenskiy said that Ukraine wanted peace.", "2025-02-17")
    assert found["Volodymyr Zelenskyy"].words[:2] == ["Volodymyr Zelenskyy", "Zelenskiy"]


def test_a_headline_names_the_well_known_by_surname(meant: Read) -> None:
    found = meant("Lavrov, Fidan discuss Syria\nThe two ministers spoke by phone on Sunday.", "2024-12-08")
    assert found["Sergey Lavrov"].country == "RUS"
    assert found["Hakan Fidan"].country == "TUR"


def test_whoever_is_appointed_is_of_the_state_that_appoints(meant: Read) -> None:
    found = meant("Kenya's President William Ruto appointed Musalia Mudavadi foreign minister.", "2023-10-04")
    assert found["Musalia Mudavadi"].country == "KEN"
    assert meant("Simon Harris was elected Taoiseach on Tuesday.", "2024-04-09")["Simon Harris"].country == "IRL"
