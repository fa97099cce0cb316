"""Persons: one entry each, under the tables' spelling, with every name, title and pronoun that means them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]


def test_a_given_name_must_agree_with_the_tables(meant: Read) -> None:
    found = meant("First Vice Minister of Foreign Affairs Kim Hong-kyun of South Korea met Kurt Campbell. Kim spoke.")
    kim = found["Kim Hong-kyun"]
    assert kim.country == "KOR"
    assert kim.titles == ["Deputy Minister of Foreign Affairs, South Korea"]
    assert kim.words == ["Kim Hong-kyun", "Kim"]
    assert not any(name.startswith("Kim Jong") or name.startswith("Kim Yo") for name in found)


def test_an_office_holder_has_the_wikidata_id_that_the_tables_have(meant: Read) -> None:
    text = "President Recep Tayyip Erdoğan of Türkiye met the writer Selin Aydın and Georges Rebelo Chicoti of Angola."
    ids = {name: one.wikidata for name, one in meant(text).items() if one.wikidata}
    assert ids == {"Recep Tayyip Erdoğan": "Q39259", "Georges Rebelo Chicoti": "Q1457599"}


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("Ethiopian Prime Minister Abiy Ahmed met Isaias Afwerki. Abiy thanked him.", "Abiy Ahmed", "Abiy"),
        (
            "President Luiz Inácio Lula da Silva met Xi Jinping. Lula and Xi signed a treaty.",
            "Luiz Inácio Lula da Silva",
            "Lula",
        ),
        ("President Luiz Inácio Lula da Silva met Xi Jinping. Lula and Xi signed a treaty.", "Xi Jinping", "Xi"),
        ("Indian Prime Minister Narendra Modi arrived in Rome. Modi met Giorgia Meloni.", "Narendra Modi", "Modi"),
        (
            "Vietnamese Prime Minister Pham Minh Chinh visited Laos. Chinh praised the talks.",
            "Phạm Minh Chính",
            "Chinh",
        ),
    ],
)
def test_a_short_name_joins_the_full_one(meant: Read, text: str, name: str, called: str) -> None:
    found = meant(text)
    assert called in found[name].words
    assert called not in found


def test_one_person_under_two_spellings(meant: Read) -> None:
    found = meant("Ukrainian President Volodymyr Zelenskyy spoke in Kyiv. Zelensky asked for air defences.")
    assert found["Volodymyr Zelenskyy"].words == ["Volodymyr Zelenskyy", "Zelensky"]


def test_two_of_one_surname_stay_two(meant: Read) -> None:
    found = meant("North Korean leader Kim Jong Un made no comment. His sister, Kim Yo Jong, rejected talks.")
    assert found["Kim Jong-un"].words[0] == "Kim Jong Un"
    assert "sister" in found["Kim Yo-jong"].words


def test_known_as_is_the_same_person(meant: Read) -> None:
    found = meant("Mohamed Hamdan Dagalo, known as Hemedti, rejected the truce. Hemedti left Khartoum.", "2025-04-15")
    assert found["Mohamed Hamdan Dagalo"].words == ["Mohamed Hamdan Dagalo", "Hemedti", "Hemedti"]


def test_a_surname_after_its_state(meant: Read) -> None:
    found = meant("Nigeria's Tinubu spoke for the guests.", "2025-01-07")
    assert found["Bola Tinubu"].country == "NGA"


def test_honorifics_are_no_pronouns(meant: Read) -> None:
    text = "HH the Amir Sheikh Tamim bin Hamad Al Thani received a call from HE the President of Türkiye."
    found = meant(text, "2023-12-11")
    assert "HE" not in found["Tamim bin Hamad Al Thani"].words
    assert found["Tamim bin Hamad Al Thani"].country == "QAT"


def test_a_king_of_many_realms_is_british(meant: Read) -> None:
    assert meant("King Charles III will visit in October.", "2025-07-09")["Charles III"].country == "GBR"


def test_whose_office_it_is_tells_the_country(meant: Read) -> None:
    found = meant("Paris withdrew its ambassador, Sylvain Itte, from Niamey.", "2023-09-27")
    assert found["Sylvain Itte"].country == "FRA"
    found = meant("Petro's foreign minister, Rosa Villavicencio, spoke. Gustavo Petro is Colombia's president.")
    assert found["Rosa Villavicencio"].country == "COL"
