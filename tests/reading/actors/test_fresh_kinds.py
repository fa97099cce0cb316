"""Kinds of phrase that reports outside any collection brought up: territories, transcripts, long titles, datelines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "name", "title", "code"),
    [
        ("Somaliland President Muse Bihi Abdi spoke.", "Muse Bihi Abdi", "President, Somaliland", "SOMPRE"),
        ("Transnistria's leader, Vadim Krasnoselsky, spoke.", "Vadim Krasnoselsky", "Leader, Transnistria", "MDAPRE"),
        ("The Turkish Cypriot leader, Ersin Tatar, spoke.", "Ersin Tatar", "Leader, Northern Cyprus", "CYPPRE"),
        (
            "Iraqi Kurdish Prime Minister Masrour Barzani spoke.",
            "Masrour Barzani",
            "Prime Minister, Kurdistan Regional Government",
            "IRQGOV",
        ),
    ],
)
def test_a_territory_is_not_its_parent_state(meant: Read, text: str, name: str, title: str, code: str) -> None:
    found = meant(text, "2023-06-05")
    assert found[name].titles == [title]
    assert found[name].code == code


def test_the_ministry_of_a_territory(meant: Read) -> None:
    assert "Ministry of Foreign Affairs of Abkhazia" in meant("The Abkhaz foreign ministry denied the report.")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (
            "Rubio met Hungarian Minister of Foreign Affairs and Trade Péter Szijjártó.",
            "Péter Szijjártó",
            "Minister of Foreign Affairs, Hungary",
        ),
        (
            "India's Foreign Secretary Harsh Vardhan Shringla visited Dhaka.",
            "Harsh Vardhan Shringla",
            "Foreign Secretary, India",
        ),
        (
            "Nikolai Patrushev, the secretary of Russia's Security Council, arrived.",
            "Nikolai Patrushev",
            "Secretary, Russia",
        ),
    ],
)
def test_whose_office(meant: Read, text: str, name: str, title: str) -> None:
    assert meant(text, "2022-06-05")[name].titles == [title]


def test_a_surname_after_an_honorific_is_no_people(meant: Read) -> None:
    found = meant("Volker Türk condemned the attack. Mr. Türk called for calm.", "2024-10-09")
    assert found["Volker Türk"].words == ["Volker Türk", "Türk"]
    assert len([one for one in found.values() if one.country == "TUR"]) == 0


def test_a_transcript_names_its_speakers(meant: Read) -> None:
    found = meant("Matthew Miller, Department Spokesperson\n\nMR MILLER: Secretary Blinken will travel.", "2023-06-12")
    assert found["Matthew Miller"].words[-1] == "MILLER"
    assert found["Antony Blinken"].country == "USA"


def test_an_agency_whose_country_nobody_speaks_of(meant: Read) -> None:
    text = "NAIROBI, 15 May 2023 (APA) - Kenya and Somalia agreed to reopen the border at Mandera."
    found = meant(text, "2023-05-15")
    assert not [name for name, one in found.items() if one.kind == "organization"]


def test_a_western_diplomat_is_of_no_one_state(meant: Read) -> None:
    found = meant("A Western diplomat in Nairobi said that Kenya would agree.")
    assert found["Western diplomat"].country is None


def test_the_agent_of_a_participle_owns_nothing_before_it(meant: Read) -> None:
    found = meant("He was in Haiti. He urged the authorities to act and welcomed a mission led by Kenya.")
    assert found["Haitian authorities"].country == "HTI"


def test_seouls_chiefs_of_staff_are_not_american(meant: Read) -> None:
    found = meant("Seoul's Joint Chiefs of Staff said it was conducting an analysis.")
    assert not [one for one in found.values() if one.country == "USA"]


def test_they_are_the_two_of_the_call(meant: Read) -> None:
    text = (
        "Secretary of State Marco Rubio spoke with Hungarian Foreign Minister Péter Szijjártó. The Secretary "
        "congratulated the Foreign Minister and thanked him for his efforts to free three detained journalists.\n\n"
        "They discussed energy."
    )
    found = meant(text, "2025-06-10")
    assert "They" in found["Marco Rubio"].words
    assert found["Péter Szijjártó"].words[-3:] == ["him", "his", "They"] or "They" in found["Péter Szijjártó"].words
    assert not [one for one in found.values() if one.kind == "group" and "They" in one.words]


def test_the_two_sides_are_not_somebody_and_his_office(meant: Read) -> None:
    text = "Masrour Barzani met President Tayyip Erdogan. Barzani's office said the two sides discussed trade."
    found = meant(text, "2022-04-18")
    assert "the two sides" in found["Türkiye"].words


def test_the_two_of_one_office(meant: Read) -> None:
    text = (
        "Foreign Secretary of India Harsh Shringla met his Bangladeshi counterpart, Masud bin Momen. He called on "
        "Prime Minister Sheikh Hasina and conveyed to her the greetings of Prime Minister Narendra Modi. The two "
        "Foreign Secretaries reviewed trade."
    )
    found = meant(text, "2020-08-20")
    meaning = [name for name, one in found.items() if "The two Foreign Secretaries" in one.words]
    assert meaning == ["Harsh Vardhan Shringla", "Masud bin Momen"]
    assert "her" in found["Sheikh Hasina"].words


def test_whoever_says_it_is_meant_by_it(meant: Read) -> None:
    found = meant("Japan lodged a protest after Pyongyang said it had tested a missile.")
    assert "it" in found["North Korea"].words


def test_documents_are_no_bodies(meant: Read) -> None:
    found = meant("Kenya signed the Rome Statute and accepted Annex C of the treaty.")
    assert list(found) == ["Kenya"] or all(one.kind != "organization" for one in found.values())


@pytest.mark.parametrize(
    ("text", "name", "titles", "code"),
    [
        (
            "Belgium froze the assets of Alrosa, a miner, and of its president, Pavel Marinychev.",
            "Pavel Marinychev",
            ["President, Alrosa"],
            None,
        ),
        (
            "The Union of Wheat Growers and its head, Ann Miller, thanked Canada.",
            "Ann Miller",
            ["Head, Union of Wheat Growers"],
            None,
        ),
        (
            "Ghana and its president, John Mahama, hosted the talks.",
            "John Dramani Mahama",
            ["President, Ghana"],
            "GHAGOV",
        ),
    ],
)
def test_whose_head_its_president_is(meant: Read, text: str, name: str, titles: list[str], code: str | None) -> None:
    found = meant(text, "2026-02-05")
    assert found[name].titles == titles
    assert found[name].code == code
