"""In whose name a release goes out: heading, signature, outlet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]

HEADED = """Ministry of Foreign Affairs, Republic of Korea

First Vice Minister of Foreign Affairs Kim Hong-kyun met with U.S. Deputy Secretary of State Kurt Campbell on June 4.
The two sides discussed regional matters. Our government will respond firmly. The Minister will visit Tokyo in July.
"""


def test_a_heading_names_the_issuer(meant: Read) -> None:
    found = meant(HEADED)
    assert found["Ministry of Foreign Affairs of South Korea"].code == "KORGOV"
    assert "The two sides" in found["South Korea"].words
    assert "The two sides" in found["United States"].words
    assert found["South Korean government"].country == "KOR"
    assert found["Minister of Foreign Affairs of South Korea"].words == ["Minister"]


SIGNED = """Visit to Singapore

External Affairs Minister Dr. S. Jaishankar met Prime Minister Lawrence Wong. EAM also met
Deputy Prime Minister Gan Kim Yong.

New Delhi
Ministry of External Affairs, Government of India"""


def test_a_signature_names_the_issuer(meant: Read) -> None:
    found = meant(SIGNED, "2025-07-13")
    assert found["S. Jaishankar"].words == ["S. Jaishankar", "EAM"]
    assert found["Gan Kim Yong"].country == "SGP"


def test_an_outlet_names_the_issuer(meant: Read) -> None:
    found = meant("The Secretary-General met Cyril Ramaphosa today.", "2024-09-24", outlet="United Nations")
    assert found["Secretary-General of the United Nations"].code == "IGOUNO"


HEAD_AND_FOOT = [
    ("Josep Borrell, High Representative\n\nI congratulate the people of Malawi on their vote.", "Josep Borrell"),
    ("Antony J. Blinken, Secretary of State\n\nI offer condolences to the people of Haiti.", "Antony Blinken"),
    ("Dear Mr. Speaker:\n\nI thank Oman for its help.\n\nSincerely,\n\nBARACK OBAMA", "Barack Obama"),
    ("I thank Oman for its help.\n\nYours sincerely,\nMicheál Martin\nTaoiseach", "Micheál Martin"),
]


@pytest.mark.parametrize(("text", "name"), HEAD_AND_FOOT)
def test_who_stands_at_the_head_or_signs_is_i(meant: Read, text: str, name: str) -> None:
    assert "I" in meant(text, "2021-07-20")[name].words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A statement issued by the Foreign Office, 10 May 2024.\n\nWe call on Mali to act.", "United Kingdom"),
        ("UK statement at the Human Rights Council\n\nWe thank Malawi.\n\nIt is grave.", "United Kingdom"),
        ("The European Union urges restraint in Chad. We welcome the talks.", "European Union"),
        ("Norway condemns the attack in Mali. We stand with its people.", "Norway"),
    ],
)
def test_we_are_those_who_issue_the_release(meant: Read, text: str, name: str) -> None:
    assert "We" in meant(text)[name].words


def test_my_minister_is_the_speakers(meant: Read) -> None:
    found = meant("UK statement at the Security Council\n\nMy Foreign Secretary said that Russia must stop.\n\nThanks.")
    assert "Foreign Secretary of the United Kingdom" in found


def test_a_body_can_be_a_place(meant: Read) -> None:
    found = meant("Chad and Togo met at the UN General Assembly. Iran lashed out at the United Nations.")
    assert found["United Nations General Assembly"].words == ["UN General Assembly"]
