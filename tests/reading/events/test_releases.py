"""What governments write in their own name: who is blamed, what is expected of whom, what must be done."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

ISSUED = "Ann Linde, Minister for Foreign Affairs\n\n"
TITLE = "Statement by the Foreign Minister of Sweden"


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Canada is deeply concerned by the conviction of three journalists in Vietnam.", {"VNM"}),
        ("Canada is concerned by the economic pressures facing the Lebanese people.", set()),
        ("Canada condemns the attack in the Kunduz province of Afghanistan.", set()),
        ("Canada condemns the Russian missile attack on Ukraine.", {"RUS"}),
        ("Canada is alarmed about the situation in Sudan.", {"SDN"}),
    ],
)
def test_who_suffers_is_not_blamed(tell: Tell, text: str, blamed: set[str]) -> None:
    told = tell("Mélanie Joly, Minister of Foreign Affairs\n\n" + text, title="Statement by the Foreign Minister")
    event = told.of("ACCUSE")
    assert (told.side(event.source), told.side(event.target)) == ({"CAN"}, blamed)


def test_the_place_of_an_attack_killed_nobody(tell: Tell) -> None:
    told = tell("Norway condemns the attack today in the Kunduz province of Afghanistan, which killed ten worshippers.")
    assert all("AFG" not in told.side(event.source) for event in told.events)


def test_what_a_state_expects_of_another_is_a_request(tell: Tell) -> None:
    told = tell("Sweden expects Azerbaijan to reopen the Lachin corridor.")
    assert told.short(told.of("REQUEST")) == ({"SWE"}, "REQUEST", {"AZE"}, "requested")


def test_what_it_expects_to_do_itself_is_none(tell: Tell) -> None:
    assert tell("Sweden expects to help Moldova.").of("AGREE").status == "planned"


def test_what_must_be_done_is_demanded_by_who_sends_the_text_out(tell: Tell) -> None:
    text = ISSUED + "We are shocked. Belarus must release all prisoners by Saturday. Sweden must support Ukraine. "
    told = tell(text + "The war in Sudan continues. It must end.", "2023-05-15", title=TITLE)
    assert told.short(told.of("REQUEST")) == ({"SWE"}, "REQUEST", {"BLR"}, "requested")
    date = told.of("REQUEST").date
    assert date is not None
    assert date.start == "2023-05-20"


def test_two_verbs_of_one_speaker(tell: Tell) -> None:
    told = tell(
        "The Spanish Prime Minister repeated his resolve to ensuring that Mali can pay its debts "
        "and briefed the King of Morocco on the talks in Rabat."
    )
    assert told.short(told.of("CONSULT")) == ({"ESP"}, "CONSULT", {"MAR"}, "happened")
    assert [s.content.text for s in told.record.statements] == ["Mali can pay its debts"]


def test_a_verb_joined_to_a_finite_one_asks_too(tell: Tell) -> None:
    text = ISSUED + "We reiterate our commitment to peace in Libya and encourage all parties to remain calm."
    assert tell(text, title=TITLE).of("REQUEST").status == "requested"


def test_a_meeting_hoped_for_gives_no_day_to_the_one_held(tell: Tell) -> None:
    told = tell(
        "Officials from Norway and Sweden met in Oslo. "
        "They welcomed the opportunity to continue consultations and to hold a second summit this autumn.",
        "2023-05-15",
    )
    date = told.of("CONSULT").date
    assert date is not None
    assert date.start == "2023-05-15"


def test_steps_being_taken_are_the_measure(tell: Tell) -> None:
    told = tell("Sweden is taking new steps to freeze the assets of officials of Belarus.")
    assert told.short(told.of("SANCTION")) == ({"SWE"}, "SANCTION", {"BLR"}, "happened")


def test_a_regime_is_nobody_s_own(tell: Tell) -> None:
    text = ISSUED + "Sweden condemns the Lukashenko regime's detention of journalists."
    assert "SWE" not in tell(text, title=TITLE).side(tell(text, title=TITLE).of("ACCUSE").target)


def test_who_will_not_hesitate_refuses_nothing(tell: Tell) -> None:
    told = tell("Norway will not hesitate to impose sanctions on Belarus.")
    assert told.short(told.of("THREATEN")) == ({"NOR"}, "THREATEN", {"BLR"}, "planned")


def test_what_is_signed_to_show_a_commitment_is_signed(tell: Tell) -> None:
    told = tell("Kenya and Uganda signalled a shared commitment to health by signing a memorandum in Nairobi.")
    assert "057" in {event.cameo for event in told.events}


def test_an_ally_of_nato_is_not_nato(tell: Tell) -> None:
    told = tell("President Rinkēvičs of Latvia met Minister Joly in Riga. Canada stands with its NATO Ally.")
    assert all("North Atlantic Treaty Organization" not in told.side(event.target) for event in told.events)


@pytest.mark.parametrize(
    "text",
    [
        "The African Union reiterated its strong condemnation of the detention of President Mohamed Bazoum of Niger.",
        "The African Union condemned the arrest of Guinea’s President Alpha Condé and his aides.",
    ],
)
def test_a_president_who_is_detained_is_not_blamed(tell: Tell, text: str) -> None:
    told = tell(text, "2023-08-10")
    assert told.side(told.of("ACCUSE").target) == set()
