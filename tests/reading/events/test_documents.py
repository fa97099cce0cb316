"""Who is meant in whole documents: joint statements, readouts, both sides, those who join in."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.reading.events.conftest import Tell

EU = "European Union"
HIGH_REPRESENTATIVE = "High Representative for Foreign Affairs of the European Union"


class Case(NamedTuple):
    """A text with one event that it must give: who, what, to whom, with what status."""

    text: str
    event: tuple[set[str], str, set[str], str]
    outlet: str | None = None
    title: str | None = None


ISSUERS = [
    Case(
        "The Troika (Norway, the United Kingdom and the United States), Canada and the European Union are alarmed by "
        "the arrests. We condemn this harassment by Sudan's military authorities.",
        ({"NOR", "GBR", "USA", "CAN", EU}, "ACCUSE", {"SDN"}, "happened"),
        "US Department of State",
    ),
    Case(
        "We, the Foreign Ministers of Australia and Japan and the Secretary of State of the United States, met in "
        "Phnom Penh. We urge China to cease the military exercises.",
        ({"AUS", "JPN", "USA"}, "REQUEST", {"CHN"}, "requested"),
        "US Department of State",
    ),
    Case(
        "We condemn Russia's aggression against Ukraine. We call on Russia to withdraw its military from Ukraine.",
        ({"European Council"}, "REQUEST", {"RUS"}, "requested"),
        "European Council",
    ),
    Case(
        "My congratulations go to Bassirou Diomaye Faye. I congratulate the people of Senegal.",
        ({"USA"}, "SUPPORT", {"SEN"}, "happened"),
        "White House",
        "Statement from President Joe Biden Congratulating Bassirou Diomaye Faye as President-elect of Senegal",
    ),
    Case(
        "I thank Jamaica for its offer. The world owes a debt of thanks to Kenya.",
        ({"USA"}, "SUPPORT", {"KEN"}, "happened"),
        "White House",
        "Statement by National Security Advisor Jake Sullivan",
    ),
]

COMPANIONS = [
    Case(
        "Foreign Minister Alfred Mutua thanked Burundi, alongside Uganda, for sending troops.",
        ({"KEN"}, "SUPPORT", {"BDI", "UGA"}, "happened"),
        "Ministry of Foreign Affairs, Kenya",
    ),
    Case(
        "In a joint statement with Japan, Australia urged China to respect human rights.",
        ({"AUS", "JPN"}, "REQUEST", {"CHN"}, "requested"),
    ),
    Case("Norway, together with Germany, thanked Senegal.", ({"NOR", "DEU"}, "SUPPORT", {"SEN"}, "happened")),
    Case(
        "Secretary Blinken spoke with the foreign ministers of Canada and France, and the European Union’s High "
        "Representative. They were joined by Ukraine’s Foreign Minister.",
        (
            {"USA"},
            "CONSULT",
            {"CAN", "FRA", "High Representative for Foreign Affairs of the European Union", "UKR"},
            "happened",
        ),
        "US Department of State",
    ),
    Case(
        "Kyriakos Mitsotakis met Emmanuel Macron on Monday. Mitsotakis spoke with Macron and European Council "
        "President Charles Michel.",
        ({"GRC"}, "CONSULT", {"FRA", "Charles Michel"}, "happened"),
    ),
]

SIDES = [
    Case(
        "The Indian army and the Pakistani army exchanged fire on Tuesday. Washington and Riyadh urged both sides to "
        "return to talks.",
        ({"USA", "SAU"}, "REQUEST", {"IND", "PAK"}, "requested"),
    ),
    Case(
        "South Africa hosts the talks between the Government of Ethiopia and Egypt. Minister Naledi Pandor urged the "
        "parties to show restraint.",
        ({"ZAF"}, "REQUEST", {"ETH", "EGY"}, "requested"),
    ),
    Case(
        "We condemn the arrests of journalists by Mali's military. We call for their immediate release.",
        ({"USA"}, "REQUEST", {"MLI"}, "requested"),
        "US Department of State",
    ),
    Case(
        "Sudanese troops will withdraw only if the rebels in Chad agree to stop the attacks.",
        ({"SDN"}, "AGREE", {"TCD"}, "conditional"),
    ),
    Case(
        "Indonesian officials signed an initial agreement with Russia. A formal agreement will be signed in June.",
        ({"IDN"}, "AGREE", {"RUS"}, "planned"),
    ),
]

WORDS = [
    Case("North Korea said it would consider any sanctions an act of war.", ({"PRK"}, "THREATEN", set(), "planned")),
    Case(
        "Eritrea's foreign minister said Ethiopia's deployment was an act of hostility.",
        ({"ERI"}, "ACCUSE", {"ETH"}, "happened"),
    ),
    Case(
        "Zambian officials say reports that the president has died are false.", ({"ZMB"}, "REJECT", set(), "happened")
    ),
    Case(
        "We are confident that Iran attacked the tanker.",
        ({"USA"}, "ACCUSE", {"IRN"}, "happened"),
        "US Department of State",
    ),
    Case(
        "We are confident that Iran attacked Iraq.", ({"IRN"}, "ASSAULT", {"IRQ"}, "alleged"), "US Department of State"
    ),
    Case(
        "We discussed the response to Russia's unprovoked attack on Ukraine.",
        ({"USA"}, "ACCUSE", {"RUS"}, "happened"),
        "US Department of State",
    ),
    Case(
        "Kenya was elected to the United Nations Human Rights Council on Tuesday.",
        ({"Human Rights Council"}, "AGREE", {"KEN"}, "happened"),
    ),
    Case("Norway regrets Mali's decision to end the mission.", ({"NOR"}, "ACCUSE", {"MLI"}, "happened")),
    Case(
        "President Lula da Silva of Brazil received today in Brasília the President of Venezuela, Nicolás Maduro.",
        ({"BRA"}, "CONSULT", {"VEN"}, "happened"),
    ),
]

MORE = [
    Case(
        "We, the leaders of Japan, the Republic of Korea, and the United States, met today. We condemn North Korea's "
        "launch of a missile.",
        ({"JPN", "KOR", "USA"}, "ACCUSE", {"PRK"}, "happened"),
        "White House",
    ),
    Case(
        "Ireland, Norway and Spain recognised Palestine. The Palestinian Authority thanked the three countries.",
        ({"PSE"}, "SUPPORT", {"IRL", "NOR", "ESP"}, "happened"),
    ),
    Case(
        "Saudi Arabia said it was certain that Iran had attacked the plant.",
        ({"SAU"}, "ACCUSE", {"IRN"}, "happened"),
    ),
    Case(
        "Peru accused Bolivia of closing the bridge. Bolivia dismissed the accusations.",
        ({"BOL"}, "REJECT", {"PER"}, "happened"),
    ),
    Case(
        "Morocco and Israel agreed to normalise relations. Egypt welcomed the deal.",
        ({"EGY"}, "SUPPORT", {"MAR", "ISR"}, "happened"),
    ),
    Case(
        "Georgia's parliament ended the session. Russia recognised Abkhazia. Georgia called the move an annexation.",
        ({"GEO"}, "ACCUSE", {"RUS"}, "happened"),
    ),
    Case(
        "The Secretary-General condemned the coup in Niger. He called on the junta to release President Bazoum.",
        ({"Secretary-General of the United Nations"}, "REQUEST", {"NER"}, "requested"),
        "United Nations",
    ),
]


@pytest.mark.parametrize("case", [*MORE, *ISSUERS, *COMPANIONS, *SIDES, *WORDS], ids=lambda case: case.text[-50:])
def test_the_event_has_its_parties(tell: Tell, case: Case) -> None:
    told = tell(case.text, "2024-05-13", case.outlet, case.title)
    assert case.event in told.shorts


def test_blame_is_not_told_in_a_newspapers_own_voice(tell: Tell) -> None:
    told = tell("Poland sent tanks after Russia's unprovoked attack on Ukraine.", "2024-05-13")
    assert not [event for event in told.events if event.type == "ACCUSE"]


def test_the_guest_visits(tell: Tell) -> None:
    told = tell(
        "Fumio Kishida of Japan met President Yoon Suk Yeol of South Korea during his visit to Japan.", "2023-03-16"
    )
    assert ({"KOR"}, "CONSULT", {"JPN"}, "happened") in told.shorts


def test_who_has_spoken_goes_on_speaking(tell: Tell) -> None:
    told = tell("John Kerry said Sergey Lavrov was mistaken. He added that Russia had to yield.", "2015-05-13")
    assert told.record.statements[-1].speaker == told.record.statements[0].speaker
