"""Several at once: “the two leaders”, “both sides”, “the three countries”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., dict[str, Any]]


def test_the_two_leaders(meant: Read) -> None:
    found = meant(
        "Turkish President Recep Tayyip Erdogan met Greek Prime Minister Kyriakos Mitsotakis. The two leaders agreed."
    )
    assert "The two leaders" in found["Recep Tayyip Erdoğan"].words
    assert "The two leaders" in found["Kyriakos Mitsotakis"].words


def test_both_sides_are_states(meant: Read) -> None:
    found = meant("Kenyan President William Ruto met Somali President Hassan Sheikh Mohamud. Both sides pledged help.")
    assert "Both sides" in found["Kenya"].words
    assert "Both sides" in found["Somalia"].words


def test_three_countries_and_their_ministers(meant: Read) -> None:
    text = "Mali, Burkina Faso and Niger signed a pact. He was joined by the defence ministers of the three countries."
    found = meant(text, "2023-09-16")
    for state in ("Mali", "Burkina Faso", "Niger"):
        assert "the defence ministers" in found[state].words


def test_counterparts_from_several_states(meant: Read) -> None:
    found = meant("Foreign ministers of ASEAN met their counterparts from China, Japan and South Korea in Laos.")
    assert [name for name, actor in found.items() if "counterparts" in actor.words] == [
        "China",
        "Japan",
        "South Korea",
    ]


def test_other_leaders_are_nobody_named(meant: Read) -> None:
    found = meant("Kaja Kallas met António Costa. Viktor Orbán objected; the 26 other leaders agreed.", "2025-03-21")
    assert not any("leaders" in " ".join(found[name].words) for name in ("Kaja Kallas", "António Costa"))


def test_a_troika_in_brackets(meant: Read) -> None:
    found = meant("The Troika (Norway, the United Kingdom and the United States) welcomed the step.")
    assert "Troika" in found["Norway"].words


def test_a_source_without_a_name_is_none_of_those_who_met(meant: Read) -> None:
    found = meant(
        "Kenyan Foreign Minister Musalia Mudavadi met his Ethiopian counterpart Taye Atske Selassie in Nairobi on "
        "Sunday, a Western diplomat said. Ethiopia accused Somalia of closing the border. They agreed to meet again."
    )
    assert {name for name, one in found.items() if "They" in one.words} == {"Musalia Mudavadi", "Taye Atske Selassie"}
