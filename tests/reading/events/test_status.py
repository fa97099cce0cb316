"""The ten statuses: what became of the act, before what kind of act it is."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

STATUSES = [
    ("happened", "Chad attacked Sudan.", "ASSAULT"),
    ("happened", "Iran did not deny attacking Iraq.", "ASSAULT"),
    ("planned", "France's president will visit Germany on May 3.", "CONSULT"),
    ("planned", "France's president is scheduled to meet Germany's chancellor in May.", "CONSULT"),
    ("planned", "Germany agreed to supply Ukraine with tanks.", "AID"),
    ("offered", "Malta is ready to send doctors to Libya.", "AID"),
    ("offered", "Switzerland offered to mediate between Iran and Iraq.", "CONSULT"),
    ("requested", "Armenia called on Azerbaijan to withdraw its troops.", "RETREAT"),
    ("requested", "Armenia demanded that Azerbaijan withdraw its troops.", "RETREAT"),
    ("postponed", "France's president postponed a visit to Germany.", "CONSULT"),
    ("cancelled", "Mexico's president cancelled a meeting with the American president.", "CONSULT"),
    ("conditional", "If Iran returns to the talks, the United States will lift the sanctions against Iran.", "RETREAT"),
    ("hypothetical", "Russia could attack Moldova.", "ASSAULT"),
    ("hypothetical", "Sweden is considering sending tanks to Ukraine.", "AID"),
    ("alleged", "Eritrea alleged that Ethiopia attacked its troops.", "ASSAULT"),
    ("denied", "Iran denied that it had attacked Saudi Arabia.", "ASSAULT"),
    ("denied", "Peru did not attack Chile.", "ASSAULT"),
    ("denied", "The reports that Chad attacked Sudan are false.", "ASSAULT"),
    ("denied", "Peru failed to consult Chile.", "CONSULT"),
    ("denied", "It is not true that Serbia has recognised Kosovo.", "SUPPORT"),
    ("denied", "It is simply not the case that Malta has imposed sanctions on Libya.", "SANCTION"),
    ("alleged", "Rumours of a meeting between Putin and Zelensky were denied by the Kremlin.", "CONSULT"),
    ("denied", "At no point did Peru attack Chile.", "ASSAULT"),
    ("denied", "Malta has not left the talks, nor has it asked Libya for a loan.", "REQUEST"),
    ("denied", "Libya described as fake news a report that its minister had met Malta's president.", "CONSULT"),
    ("denied", "Kenya has yet to supply Uganda with weapons.", "AID"),
    ("denied", "Finland's statement fell short of recognising Palestine.", "SUPPORT"),
    ("denied", "Far from attacking Sudan, Chad sent food.", "ASSAULT"),
    ("alleged", "Chad has neither confirmed nor denied that it carried out the raid on Sudan.", "ASSAULT"),
    ("alleged", "There is no evidence that Chad attacked Sudan.", "ASSAULT"),
    ("alleged", "The claim that Chad had attacked Sudan could not be verified.", "ASSAULT"),
    ("alleged", "Suggestions that Malta had supplied weapons to Libya angered Tunisia.", "AID"),
    ("alleged", "The minister spoke of claims by Sudan that Chad's troops attacked Sudan.", "ASSAULT"),
    ("alleged", "Chad reportedly attacked Sudan.", "ASSAULT"),
    ("alleged", "Malta is said to have supplied Libya with weapons.", "AID"),
    ("alleged", "According to unconfirmed reports, Chad attacked Sudan.", "ASSAULT"),
]


@pytest.mark.parametrize(("status", "text", "act"), STATUSES, ids=[row[1] for row in STATUSES])
def test_status(tell: Tell, status: str, text: str, act: str) -> None:
    told = tell(text)
    assert any(event.status == status and act in (event.type, event.act) for event in told.events), [
        (event.type, event.act, event.status) for event in told.events
    ]


@pytest.mark.parametrize(
    ("text", "kind", "act"),
    [
        ("Hungary refused to send weapons to Ukraine.", "REJECT", "AID"),
        ("Lithuania ruled out recognising Belarus's president.", "REJECT", "SUPPORT"),
        ("Iran threatened to strike Iraq.", "THREATEN", "ASSAULT"),
        ("Malta promised to send medicine to Libya.", "AGREE", "AID"),
        ("Chad agreed not to attack Sudan.", "AGREE", "RETREAT"),
        ("Kenya urged Chad not to attack Sudan.", "REQUEST", "RETREAT"),
        ("Malta vowed to impose sanctions on Libya.", "THREATEN", "SANCTION"),
    ],
)
def test_the_type_is_the_word_and_the_act_what_it_is_about(tell: Tell, text: str, kind: str, act: str) -> None:
    (event,) = tell(text).events
    assert (event.type, event.act) == (kind, act)


@pytest.mark.parametrize(
    "text",
    [
        "Chad will be punished if Sudan does not reinstate its president.",
        "Will the United States recognise the Taliban?",
        "The minister refused to comment on Chad.",
    ],
)
def test_what_is_neither_told_nor_promised_gives_nothing_that_happened(tell: Tell, text: str) -> None:
    assert not [event for event in tell(text).events if event.status in ("happened", "denied")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel has neither confirmed nor denied that it carried out the raid on Syria.", "alleged"),
        ("It is not true that Serbia has recognised Kosovo.", "denied"),
        ("Reports that Nikolai Patrushev had met the Supreme Leader, Ali Khamenei, could not be confirmed.", "alleged"),
    ],
)
def test_what_is_not_known_to_be_so_has_not_happened(tell: Tell, text: str, status: str) -> None:
    assert [event.status for event in tell(text).events] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Egypt did not rule out imposing sanctions on Ethiopia.", "SANCTION", "hypothetical"),
        ("Washington has not ruled out further sanctions against Georgia.", "SANCTION", "hypothetical"),
        ("We call on Russia to cease hostilities against Ukraine.", "REQUEST", "requested"),
    ],
)
def test_what_is_left_open_or_asked_for_is_no_refusal(tell: Tell, text: str, kind: str, status: str) -> None:
    assert [(event.type, event.status) for event in tell(text).events] == [(kind, status)]


def test_the_day_of_what_is_expected_does_not_date_the_talks_before_it(tell: Tell) -> None:
    told = tell("Norway's minister met Oman's minister; a Saudi delegation is expected next week.", "2023-04-05")
    date = told.of("CONSULT").date
    assert date is not None
    assert date.start == "2023-04-05"


def test_a_report_in_which_something_is_said_is_no_hearsay(tell: Tell) -> None:
    event = tell("The United Nations said in a report that Chad attacked Sudan.").of("ASSAULT")
    assert event.status == "happened"


def test_who_rejects_a_claim_did_not_make_it(tell: Tell) -> None:
    told = tell(
        "“We reject this accusation,” the Rwandan government spokesperson, Yolande Makolo, said of claims by Kinshasa "
        "that Rwandan troops shelled a camp near Goma."
    )
    assert told.of("ASSAULT").status == "alleged"
    (said,) = told.record.statements
    assert "shelled" not in said.content.text


def test_what_a_rejected_report_says_has_not_happened(tell: Tell) -> None:
    told = tell("Chad's minister rejected a report that Sudan had agreed to free its prisoners.", "2024-03-04")
    assert all(event.status != "happened" or event.type == "REJECT" for event in told.events)


@pytest.mark.parametrize(
    "text",
    [
        "Thailand will grant visas on arrival to Indian citizens who visit Phuket.",
        "Japan plans to waive fees for Korean lawmakers who visit Nara.",
        "Oman may refuse entry to Qatari officials who attack Israel.",
    ],
)
def test_what_anybody_may_do_has_not_happened(tell: Tell, text: str) -> None:
    told = tell(text, "2024-05-14")
    assert not [event for event in told.events if event.type in ("CONSULT", "ASSAULT") and event.status == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Sergey Lavrov rejected a report that Russia had agreed to withdraw from Syria.",
        "Egypt dismissed a claim that it had agreed to withdraw from Libya.",
        "Uganda denied allegations that it had promised to withdraw from Somalia.",
    ],
)
def test_a_report_that_is_rejected_tells_nothing_that_happened(tell: Tell, text: str) -> None:
    assert not [e for e in tell(text, "2024-05-14").events if e.status == "happened" and e.type != "REJECT"]
