"""One meeting and its exchanges; one act told twice."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

READOUT = (
    "Foreign Minister Baiba Braže of Latvia met Foreign Minister Margus Tsahkna of Estonia in Riga on 4 March 2025. "
    "Braže thanked Tsahkna for Estonia's support. "
    "They discussed the war between Russia and Ukraine. "
    "The minister of Estonia urged Latvia to hold further consultations."
)


def test_the_exchanges_are_part_of_the_meeting(tell: Tell) -> None:
    told = tell(READOUT)
    meeting, *exchanges = told.events
    assert meeting.cameo == "040"
    assert meeting.part_of is None
    assert [event.part_of for event in exchanges] == [meeting.id] * len(exchanges)
    assert [event.date.basis for event in exchanges] == ["context"] * len(exchanges)
    assert {event.type for event in exchanges} == {"SUPPORT", "CONSULT", "REQUEST"}


def test_a_visit_in_a_relative_clause_takes_no_exchanges(tell: Tell) -> None:
    told = tell("Poland's prime minister, who visited Berlin last week, thanked Germany.", "2021-12-02")
    assert told.of("SUPPORT").part_of is None
    assert told.of("SUPPORT").date.start == "2021-12-02"


def test_the_heading_and_the_lead_are_one_event(tell: Tell) -> None:
    told = tell("Chad breaks off relations with Sudan\n\nChad broke off relations with Sudan on Monday.", "2024-06-05")
    event = told.of("SANCTION")
    assert event.date.start == "2024-06-03"
    assert event.predicate.text.startswith("broke")


def test_an_attack_spoken_of_again_is_not_a_second_one(tell: Tell) -> None:
    told = tell("Chad attacked Sudan on Monday. Chad's attack on Sudan was the first this year.", "2024-06-05")
    assert told.of("ASSAULT").predicate.text == "attacked"


def test_two_calls_on_two_days_are_two(tell: Tell) -> None:
    told = tell("Peru's president visited Chile on 3 May 2024. Peru's president visited Chile on 9 May 2024.")
    assert len(told.events) == 2


def test_what_is_condemned_is_the_act_told_before(tell: Tell) -> None:
    told = tell("Azerbaijan launched an offensive in Karabakh on Tuesday. France condemned the attack.", "2023-09-20")
    assert told.side(told.of("ACCUSE").target) == {"AZE"}


def test_the_decision_condemned_is_the_one_that_was_suffered(tell: Tell) -> None:
    told = tell(
        "Honduras cut ties with Taiwan on Sunday. China praised Mexico. Taiwan condemned the move.", "2023-03-27"
    )
    assert told.side(told.of("ACCUSE").target) == {"HND"}


def test_the_move_is_what_the_report_opens_with(tell: Tell) -> None:
    told = tell("The African Union suspended Gabon. Kenya praised Ghana. Norway condemned the move.", "2023-09-01")
    assert told.side(told.of("ACCUSE").target) == {"African Union"}


def test_an_agreement_welcomed_is_that_of_its_parties(tell: Tell) -> None:
    told = tell("Israel and Lebanon signed an agreement on Thursday. Cyprus welcomed the agreement.", "2022-10-28")
    welcomed = next(event for event in told.events if told.side(event.source) == {"CYP"})
    assert told.side(welcomed.target) == {"ISR", "LBN"}


@pytest.mark.parametrize("blamed", ["the move", "terrorism in all its forms", "the attack"])
def test_blame_of_an_act_that_nobody_is_named_for_has_no_target(tell: Tell, blamed: str) -> None:
    assert tell(f"France condemned {blamed}.").shorts == [({"FRA"}, "ACCUSE", set(), "happened")]


def test_blame_by_nobody_of_a_state_or_body_is_no_event(tell: Tell) -> None:
    assert tell("The columnist condemned the move.").events == ()


def test_a_meeting_told_beside_an_agreement_is_one_of_its_own(tell: Tell) -> None:
    told = tell(
        "Cuba agreed to reopen its embassy in Panama, following a meeting between Peru and Chile on 3 May 2024."
    )
    assert told.side((*told.of("CONSULT").source, *told.of("CONSULT").target)) == {"PER", "CHL"}
    assert told.of("CONSULT").date.start == "2024-05-03"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The presidents of Ghana and Togo held talks in Geneva.", "Geneva"),
        ("The talks between Serbia and Kosovo were held in Brussels.", "Brussels"),
        ("Kenya's president visited Accra.", "Accra"),
        ("Japan's minister traveled to Paris to meet French officials.", "Paris"),
    ],
)
def test_the_place_of_a_meeting(tell: Tell, text: str, place: str) -> None:
    event = tell(text, "2024-03-25").of("CONSULT")
    assert event.place is not None
    assert event.place.name == place


def test_what_has_happened_is_no_part_of_what_is_ahead(tell: Tell) -> None:
    told = tell(
        "The Prime Minister of Latvia will visit Finland in May. "
        "Latvia's prime minister thanked Finland for its support.",
        "2024-03-04",
    )
    thanks = told.of("SUPPORT")
    assert thanks.status == "happened"
    assert thanks.part_of is None
    assert thanks.date.start == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("Kenya called Uganda an important partner.", 0),
        ("Chad, which Sudan's president called a bad neighbour, signed a treaty with Niger.", 0),
        ("Serbia's minister called Kosovo's premier a liar.", 0),
        ("Kenya's president called his Ugandan counterpart to discuss trade.", 1),
        ("Joe Biden called Volodymyr Zelenskyy, a close ally, on Monday.", 1),
    ],
)
def test_who_is_called_something_is_not_telephoned(tell: Tell, text: str, calls: int) -> None:
    told = tell(text, "2024-03-04")
    assert sum(event.cameo == "041" for event in told.events) == calls


def test_a_group_that_somebody_calls_a_gang_is_not_telephoned(tell: Tell) -> None:
    told = tell("Evo Morales denounced the Sendero Luminoso, a group that he called a gang of murderers.", "2024-05-14")
    assert "CONSULT" not in {event.type for event in told.events}


def test_the_two_countries_are_states_and_no_movement(tell: Tell) -> None:
    told = tell(
        "Kenya's president criticised Somalia over its support for Hamas. The two countries signed agreements on "
        "fisheries.",
        "2024-05-14",
    )
    (signed,) = (e for e in told.events if "signed" in e.predicate.text)
    assert told.side((*signed.source, *signed.target)) == {"KEN", "SOM"}


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Anwar Ibrahim arrived in Berlin. The Malaysian leader criticised Israel.",
        "Ghana's President Nana Akufo-Addo visited Lomé. The Ghanaian leader criticised Mali.",
        "Chancellor Olaf Scholz spoke in Kyiv. The German leader criticised Hungary.",
    ],
)
def test_the_only_leader_of_a_state(tell: Tell, text: str) -> None:
    told = tell(text, "2024-05-14")
    persons = {actor.id for actor in told.record.actors if actor.offices}
    assert set(told.of("ACCUSE").source) <= persons


@pytest.mark.parametrize(
    "text",
    [
        "Guterres met the President of Cyprus, Nikos Christodoulides, and his envoy, the Colombian diplomat María "
        "Ángela Holguín. He urged both sides to resume talks.",
        "Geir Pedersen, a Norwegian diplomat, met the foreign minister of Jordan. He urged both sides to resume talks.",
        "Guterres spoke with President Paul Kagame of Rwanda. He called on both sides to resume talks.",
    ],
)
def test_both_sides_are_not_where_somebody_comes_from(tell: Tell, text: str) -> None:
    told = tell(text, "2024-05-14")
    asked = {country for e in told.events if e.type == "REQUEST" for country in told.side(e.target)}
    assert len(asked) < 2
    assert not asked & {"COL", "NOR"}


def test_a_source_that_spoke_on_a_condition_met_nobody(tell: Tell) -> None:
    found = tell(
        "Kenya’s Foreign Minister Musalia Mudavadi met his Ethiopian counterpart Taye Atske Selassie in Nairobi. "
        "Ethiopia accused Somalia of closing the border, according to a senior official who spoke on condition of "
        "anonymity."
    )
    assert [event.predicate.text for event in found.events if event.type == "CONSULT"] == ["met"]
