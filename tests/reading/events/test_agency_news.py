"""What agency news says beside the plain sentence: words to no one, names given, truces voted for, troops abroad."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

NO_MEETING = [
    "Foreign Minister Subrahmanyam Jaishankar met Foreign Minister Wang Yi in Astana on Thursday. "
    "Mr Jaishankar later wrote on X, “Respect for the border is essential.”",
    "Kenya's president met Uganda's president in Entebbe. Senator James Orengo spoke on Citizen TV on Monday.",
]

NOTHING = [
    "President Ebrahim Raisi was speaking at a parade marking the start of the war with Iraq.",
    "The French trade minister called it a great day for ties between France and Algeria.",
    "Ferry service between Qatar and Bahrain is not expected to start before May.",
    "“I am honoured and humbled,” said Gabriel Boric.",
    "Russian officials insist that the bridge to Crimea was sabotaged.",
]


@pytest.mark.parametrize("text", NO_MEETING)
def test_words_to_nobody_in_particular_are_no_second_meeting(tell: Tell, text: str) -> None:
    assert len([e for e in tell(text).events if e.type == "CONSULT"]) == 1


@pytest.mark.parametrize("text", NOTHING)
def test_these_sentences_tell_no_event(tell: Tell, text: str) -> None:
    assert tell(text).shorts == []


def test_a_name_given_is_no_telephone_call(tell: Tell) -> None:
    told = tell("Israel's prime minister welcomed the strike and called President Trump's order brave and decisive.")
    assert "CONSULT" not in {event.type for event in told.events}


def test_joining_an_appeal_is_no_telephone_call(tell: Tell) -> None:
    told = tell("Germany's chancellor joined calls by European leaders asking Belarus to release the journalist.")
    assert {event.type for event in told.events} == {"REQUEST"}


def test_members_of_a_body_do_not_condemn_it(tell: Tell) -> None:
    told = tell("Eritrea shelled a town in Ethiopia. The shelling was condemned by two members of the African Union.")
    blame = told.of("ACCUSE")
    assert told.side(blame.target) == {"ERI"}


def test_who_speaks_out_does_not_blame_his_own_state(tell: Tell) -> None:
    told = tell("Lebanon's prime minister spoke out against the strike, calling it an aggression against Lebanon.")
    assert told.side(told.of("ACCUSE").target) == set()


def test_an_attack_on_a_decision_is_of_words(tell: Tell) -> None:
    told = tell("The Prime Minister of Hungary attacked the decision of the European Commission.")
    assert told.shorts == [({"HUN"}, "ACCUSE", {"European Commission"}, "happened")]


def test_own_troops_are_withdrawn_from_where_they_stand(tell: Tell) -> None:
    told = tell("Kenya has sent police to Haiti to replace the Brazilian troops, which Brasília plans to withdraw.")
    pullout = told.of("AGREE")
    assert (told.side(pullout.source), pullout.act, told.side(pullout.target)) == ({"BRA"}, "RETREAT", {"HTI"})


def test_a_vote_for_a_truce_is_an_agreement(tell: Tell) -> None:
    told = tell("The United Nations Security Council voted unanimously in favour of a ceasefire in Syria.")
    assert told.shorts == [({"United Nations Security Council"}, "AGREE", {"SYR"}, "happened")]


def test_what_dismissed_reports_foretell_is_denied(tell: Tell) -> None:
    told = tell("The Kenyan government has dismissed media reports that President William Ruto will visit Israel.")
    visit = next(event for event in told.events if told.side(event.target) == {"ISR"})
    assert visit.status == "denied"


def test_reports_that_are_being_denied_are_a_noun(tell: Tell) -> None:
    told = tell("A rebel group in Mali is denying Malian government reports that its leader was captured.")
    assert told.events
    assert {event.status for event in told.events if event.type != "REJECT"} <= {"denied"}


def test_helping_to_broker_is_brokering(tell: Tell) -> None:
    told = tell("Norway helped broker the Oslo accord between Israel and the Palestine Liberation Organization.")
    assert [event.type for event in told.events] == ["CONSULT"]


def test_a_second_day_of_talks_is_talks(tell: Tell) -> None:
    told = tell("The International Monetary Fund will hold a third day of talks in Lusaka with Zambia.")
    assert told.shorts == [({"International Monetary Fund"}, "AGREE", {"ZMB"}, "planned")]


def test_police_agreed_to_are_help(tell: Tell) -> None:
    told = tell("Kenya has agreed to send police to Haiti.")
    help_ = told.of("AGREE")
    assert (help_.act, told.side(help_.target)) == ("AID", {"HTI"})


def test_what_is_guarded_against_has_not_happened(tell: Tell) -> None:
    told = tell("Kenya's army said it would keep units ready in case the president of Somalia refused to leave office.")
    assert "REJECT" not in {event.type for event in told.events if event.status == "happened"}


def test_the_state_that_calls_an_accord_unlawful_does_not_break_the_law(tell: Tell) -> None:
    told = tell("Greece says the accord is null and void and violates international law.")
    assert ({"GRC"}, "REJECT", set(), "happened") not in told.shorts


def test_world_leaders_are_of_no_state(tell: Tell) -> None:
    told = tell("Fighting has gone on in Sudan. World leaders have urged Sudan to accept peacekeepers.")
    assert told.side(told.of("REQUEST").source) == {"World leaders"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The foreign ministers of the G7 met in Münster to discuss Iran.", "Foreign ministers of the Group of Seven"),
        ("The United Nations Security Council met on Friday to discuss Mali.", "United Nations Security Council"),
    ],
)
def test_those_of_one_body_meet_each_other(tell: Tell, text: str, source: str) -> None:
    assert tell(text).shorts == [({source}, "CONSULT", set(), "happened")]


def test_where_somebody_was_kidnapped_is_not_who_frees_him(tell: Tell) -> None:
    told = tell("Two Norwegian aid workers kidnapped in Somalia last month have been released, officials said.")
    assert told.side(told.of("RETREAT").source) == set()


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Minister Antony Blinken departs tonight for Greece and Egypt.", "AGREE", "planned"),
        ("Canada terminated the Zimbabwe sanctions program.", "RETREAT", "happened"),
        ("Japan branded North Korea an outlaw nation.", "ACCUSE", "happened"),
        ("Somali pirates seized a Saudi supertanker.", "COERCE", "happened"),
    ],
)
def test_what_agencies_tell(tell: Tell, text: str, type: str, status: str) -> None:
    assert tell(text, "2024-01-04").of(type).status == status


@pytest.mark.parametrize(
    "text",
    [
        "José Ramos-Horta was sworn in, having beaten Francisco Guterres.",
        "The two leaders will visit the monument to Korean victims of the atomic bomb.",
    ],
)
def test_what_is_no_event_between_parties(tell: Tell, text: str) -> None:
    assert not [e for e in tell(text, "2023-05-01").events if e.type in ("ASSAULT", "CONSULT", "AGREE")]


def test_a_claim_called_baseless_is_rejected_once(tell: Tell) -> None:
    told = tell("Kenya rejected Somalia’s accusation that it had bombed villages, calling it baseless.")
    assert [event.type for event in told.events] == ["REJECT"]
