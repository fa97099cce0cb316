"""Who did what to whom, through the constructions that agencies and ministries write in."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

CONSTRUCTIONS = [
    ("active", "Iraq invaded Kuwait.", {"IRQ"}, "ASSAULT", {"KWT"}),
    ("passive", "Kuwait was invaded by Iraq.", {"IRQ"}, "ASSAULT", {"KWT"}),
    ("passive without agent", "Two Russian diplomats were expelled by Norway.", {"NOR"}, "SANCTION", {"RUS"}),
    ("two sources", "Latvia and Estonia expelled ten Russian diplomats.", {"LVA", "EST"}, "SANCTION", {"RUS"}),
    ("two targets", "Canada imposed sanctions on Belarus and Myanmar.", {"CAN"}, "SANCTION", {"BLR", "MMR"}),
    ("adverbial between", "The African Union on Friday suspended Gabon.", {"African Union"}, "SANCTION", {"GAB"}),
    ("appositive", "Finland, a member of NATO, condemned Russia.", {"FIN"}, "ACCUSE", {"RUS"}),
    ("possessive", "Germany praised Senegal's efforts.", {"DEU"}, "SUPPORT", {"SEN"}),
    ("object control", "Lithuania urged Belarus to release the prisoners.", {"LTU"}, "REQUEST", {"BLR"}),
    ("subject control", "Slovakia promised to send jets to Ukraine.", {"SVK"}, "AGREE", {"UKR"}),
    ("that-clause", "Iran said it had released two French citizens.", {"IRN"}, "RETREAT", {"FRA"}),
    ("light verb", "Ghana held talks with Togo.", {"GHA"}, "CONSULT", {"TGO"}),
    ("light verb, noun's preposition", "Latvia voiced its support for Ukraine.", {"LVA"}, "SUPPORT", {"UKR"}),
    ("between", "Talks between Peru and Chile were held in Lima.", {"PER"}, "CONSULT", {"CHL"}),
    ("between, on the verb", "Fighting erupted on Monday between Sudan and Chad.", {"SDN"}, "ASSAULT", {"TCD"}),
    ("after talks with", "After talks with Peru's minister, Chile's minister left Lima.", {"CHL"}, "CONSULT", {"PER"}),
    ("nominal with owner", "Russia's invasion of Ukraine began in February 2022.", {"RUS"}, "ASSAULT", {"UKR"}),
    ("nominal with by", "The attack by Libya on Chad failed.", {"LBY"}, "ASSAULT", {"TCD"}),
    ("reciprocal", "Belarus and Latvia expelled each other's diplomats.", {"BLR"}, "SANCTION", {"LVA"}),
    ("first to", "Egypt was the first Arab state to recognise Israel.", {"EGY"}, "SUPPORT", {"ISR"}),
    ("group led by", "Militants led by Hamas attacked Israel.", {"PSE"}, "ASSAULT", {"ISR"}),
    ("victims in a place", "Turkish drones killed six militants in Iraq.", {"TUR"}, "ASSAULT", {"IRQ"}),
    ("targets in a place", "Israeli jets struck targets in Syria.", {"ISR"}, "ASSAULT", {"SYR"}),
    ("courtesy call", "India's foreign secretary called on Nepal's prime minister.", {"IND"}, "CONSULT", {"NPL"}),
    ("accession", "Hungary's parliament ratified the accession of Sweden.", {"HUN"}, "SUPPORT", {"SWE"}),
    ("threat to block", "Hungary threatened to block aid to Ukraine.", {"HUN"}, "THREATEN", {"UKR"}),
    ("condemned nominal", "Japan condemned the continued launches by North Korea.", {"JPN"}, "ACCUSE", {"PRK"}),
    ("summoned", "Greece summoned Turkey's ambassador.", {"GRC"}, "ACCUSE", {"TUR"}),
    ("asked for", "Taiwan requested American support.", {"TWN"}, "REQUEST", {"USA"}),
    (
        "asset freezes",
        "The EU imposed asset freezes and travel bans on Belarus.",
        {"European Union"},
        "SANCTION",
        {"BLR"},
    ),
    ("negotiating", "Mercosur and Norway are negotiating a trade agreement.", {"Mercosur"}, "CONSULT", {"NOR"}),
    ("prompting", "China's envoy met deputies, prompting a protest from Japan.", {"JPN"}, "ACCUSE", {"CHN"}),
    ("threat inside", "Turkey threatened to retaliate inside Syria.", {"TUR"}, "THREATEN", {"SYR"}),
    ("insurgency", "The PKK launched an insurgency against Turkey.", {"TUR"}, "ASSAULT", {"TUR"}),
    ("accusing it", "Somalia severed ties with Kenya, accusing it of meddling.", {"SOM"}, "ACCUSE", {"KEN"}),
    ("decision of", "The decision of Peru to authorise a mission to Iraq is new.", {"PER"}, "AGREE", {"IRQ"}),
    ("headline, two names", "Kenya, Uganda sign border pact", {"KEN"}, "SUPPORT", {"UGA"}),
    ("headline, all one noun", "Ethiopia, Somalia sign declaration in Ankara", {"ETH"}, "SUPPORT", {"SOM"}),
    ("headline, plural for a verb", "Russia vetoes draft resolution on Mali sanctions", {"RUS"}, "REJECT", {"MLI"}),
    ("headline, to come", "Japan PM to visit India next month", {"JPN"}, "AGREE", {"IND"}),
    ("two meetings of one", "Togo's envoy met Peru's minister on Monday and Chile's.", {"TGO"}, "CONSULT", {"PER"}),
    ("participle first", "Rockets fired from Lebanon landed in Israel.", {"LBN"}, "ASSAULT", {"ISR"}),
    ("persona non grata", "Peru declared Mexico's ambassador persona non grata.", {"PER"}, "SANCTION", {"MEX"}),
    ("loan for", "The World Bank approved a loan of ten million dollars for Ghana.", {"World Bank"}, "AID", {"GHA"}),
    ("a quantity of aid", "Egypt delivered 40 trucks of medical supplies to Sudan.", {"EGY"}, "AID", {"SDN"}),
    ("rebels are a side", "Colombia called off peace talks with the ELN.", {"COL"}, "CONSULT", {"COL"}),
    ("demand that", "Estonia demanded that Russia withdraw from Ukraine.", {"EST"}, "REQUEST", {"RUS"}),
    ("blamed each other", "Tajikistan and Kyrgyzstan blamed each other.", {"TJK"}, "ACCUSE", {"KGZ"}),
    ("suffered abroad", "Norway condemned the execution of a Swede in Iran.", {"NOR"}, "ACCUSE", {"IRN"}),
    ("revenge on", "Iran vowed revenge on Israel for the killing of its envoy.", {"IRN"}, "THREATEN", {"ISR"}),
    ("threat on a condition", "If Libya attacks, Sudan will respond with force.", {"SDN"}, "THREATEN", {"LBY"}),
    ("to the border with", "Poland sent 4,000 soldiers to the border with Belarus.", {"POL"}, "MOBILIZE", {"BLR"}),
    ("off the list", "Canada removed Cuba from its list of sponsors of terrorism.", {"CAN"}, "RETREAT", {"CUB"}),
    ("recognition withdrawn", "Nauru withdrew its recognition of Taiwan.", {"NRU"}, "SANCTION", {"TWN"}),
    ("expelled from", "Sweden's ambassador was expelled from Iran.", {"IRN"}, "SANCTION", {"SWE"}),
]


@pytest.mark.parametrize(
    ("text", "source", "kind", "target"), [row[1:] for row in CONSTRUCTIONS], ids=[row[0] for row in CONSTRUCTIONS]
)
def test_parties(tell: Tell, text: str, source: set[str], kind: str, target: set[str]) -> None:
    told = tell(text)
    found = [(told.side(e.source), e.type, told.side(e.target) & target) for e in told.events]
    assert (source, kind, target) in found, told.shorts


@pytest.mark.parametrize(
    "text",
    [
        "Togo condemned the coup in Niger.",
        "Togo condemned the invasion of Ukraine.",
        "Togo's envoy, speaking also for Gabon and Mozambique, condemned the coup in Niger.",
    ],
)
def test_the_sufferer_is_not_blamed(tell: Tell, text: str) -> None:
    told = tell(text)
    assert told.shorts == [({"TGO"}, "ACCUSE", set(), "happened")]


def test_a_refusal_of_we_in_a_transcript(tell: Tell) -> None:
    assert ("REJECT", {"PSE"}) in [(kind, target) for _, kind, target, _ in tell("We will not meet Hamas.").shorts]


def test_meetings_in_two_places_are_two(tell: Tell) -> None:
    told = tell("The Russian and American presidents met in Helsinki in July 2018 and in Geneva in June 2021.")
    assert [(e.type, e.place.name, e.date.start) for e in told.events] == [
        ("CONSULT", "Helsinki", "2018-07-01"),
        ("CONSULT", "Geneva", "2021-06-01"),
    ]


def test_a_planned_visit_that_was_put_off(tell: Tell) -> None:
    told = tell("The planned visit of the Saudi crown prince to Tokyo was postponed.")
    assert [e.status for e in told.events] == ["postponed"]
    told = tell("Britain postponed the signing of a trade deal with Canada.")
    assert ({"GBR"}, "SUPPORT", {"CAN"}, "postponed") in told.shorts


def test_a_relative_clause_tells_news_too(tell: Tell) -> None:
    told = tell("Ghana's president, who arrived in Nairobi on Monday, praised Kenya.", "2024-06-05")
    assert told.of("CONSULT").date.start == "2024-06-03"
    assert told.side(told.of("CONSULT").target) == {"KEN"}
    assert told.side(told.of("SUPPORT").target) == {"KEN"}


def test_a_participle_after_a_comma_is_done_by_its_agent(tell: Tell) -> None:
    told = tell("The PKK, designated a terrorist organisation by Turkey, launched an insurgency in 1984.")
    assert told.side(told.of("SANCTION").source) == {"TUR"}


def test_on_behalf_of(tell: Tell) -> None:
    told = tell("Acting on behalf of the African Union, Senegal's president met Russia's president in Sochi.")
    assert told.shorts == [({"SEN"}, "CONSULT", {"RUS"}, "happened")]


def test_the_inviter_is_no_target_of_the_visit(tell: Tell) -> None:
    told = tell("South Korea's president paid a state visit to the United Kingdom at the invitation of King Charles.")
    assert told.of("CONSULT").mode == "visit"
    assert told.side(told.of("CONSULT").source) == {"KOR"}
    assert told.side(told.of("CONSULT").target) == {"GBR"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Peru and Chile discussed the conflict between Russia and Ukraine.",
        "Peru's minister met Chile's minister to discuss the war between Russia and Ukraine.",
    ],
)
def test_what_is_discussed_is_no_party(tell: Tell, text: str) -> None:
    parties = {c for event in tell(text).events for c in tell(text).side((*event.source, *event.target))}
    assert parties == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru's foreign minister met Chile's foreign minister in Geneva.", "Geneva"),
        ("Talks between Peru and Chile were held in Vienna.", "Vienna"),
    ],
)
def test_where_it_was_is_no_party(tell: Tell, text: str, place: str) -> None:
    told = tell(text)
    event = told.of("CONSULT")
    assert told.side((*event.source, *event.target)) == {"PER", "CHL"}


def test_a_purpose_is_no_event_of_its_own(tell: Tell) -> None:
    told = tell("Peru's foreign minister met Chile's foreign minister to sign an agreement.")
    assert [event.type for event in told.events] == ["CONSULT"]


def test_telling_somebody_that_is_no_request(tell: Tell) -> None:
    assert tell("China's president told the American president that China wanted better ties.").shorts == []
    assert tell("Chile's president told reporters that the visit was useful.").shorts == []


def test_telling_somebody_to_is_one(tell: Tell) -> None:
    assert tell("Russia told Ukraine to withdraw from Donetsk.").of("REQUEST").act == "RETREAT"


def test_sanctions_proposed_are_no_request_to_those_who_are_to_suffer_them(tell: Tell) -> None:
    told = tell("Canada proposed sanctions on Belarus.")
    assert told.shorts == [({"CAN"}, "THREATEN", {"BLR"}, "planned")]
    assert told.events[0].act == "SANCTION"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Sudan's jets killed four of Chad's soldiers.", "aerial"),
        ("Syrian artillery killed two of Lebanon's farmers.", "heavy-weapons"),
        ("A bomb killed three of Oman's soldiers.", "explosives"),
        ("Israeli soldiers killed two of Lebanon's farmers.", "firearms"),
    ],
)
def test_the_weapon_gives_the_mode(tell: Tell, text: str, mode: str) -> None:
    assert tell(text).of("ASSAULT").mode == mode


def test_the_subject_before_a_colon_goes_on_in_every_item(tell: Tell) -> None:
    told = tell(
        "The Security Council:\n\n1. Condemns the attacks by Rwanda;\n\n2. Urges Rwanda to withdraw its troops."
    )
    assert {event.type for event in told.events} >= {"ACCUSE", "REQUEST"}
    assert all(told.side(e.source) == {"United Nations Security Council"} for e in told.events if e.type == "REQUEST")


def test_what_one_says_one_will_do(tell: Tell) -> None:
    told = tell("Spain said it would expel ten Russian diplomats.")
    assert told.of("THREATEN").act == "SANCTION"
    assert told.side(told.of("THREATEN").source) == {"ESP"}


def test_who_announces_an_expulsion_in_the_passive_carries_it_out(tell: Tell) -> None:
    told = tell("Denmark's foreign minister said that ten Russian diplomats would be expelled.")
    assert told.side(told.of("THREATEN").source) == {"DNK"}


def test_whom_the_text_does_not_name_is_no_party(tell: Tell) -> None:
    told = tell("Russia accused Western countries of having destroyed the Libyan State in 2011.")
    assert told.shorts == [({"RUS"}, "ACCUSE", set(), "happened")]


def test_who_is_reported_to_have_done_it_did_it(tell: Tell) -> None:
    told = tell("NPR reported Barham Salih, the president of Iraq, urged Turkey to leave.")
    assert told.side(told.of("REQUEST").source) == {"IRQ"}


@pytest.mark.parametrize(
    "habit",
    [
        "Kenya contributes troops to the mission in Somalia.",
        "Turkey regularly carries out air strikes in northern Iraq.",
    ],
)
def test_what_is_usual_is_not_the_news_of_the_day(tell: Tell, habit: str) -> None:
    told = tell(f"Ghana's president arrived in Togo on Monday. {habit}", "2024-06-05")
    (usual,) = [e for e in told.events if e.type != "CONSULT"]
    assert usual.background
    assert usual.date is None


def test_the_victim_of_a_condemned_attack_is_not_blamed(tell: Tell) -> None:
    told = tell("Norway's foreign minister condemned the attack on Israel of 7 October 2023.", "2024-05-28")
    assert told.side(told.of("ACCUSE").target) == set()
    assert told.of("ACCUSE").date.start == "2024-05-28"


def test_a_semicolon_closes_what_was_done(tell: Tell) -> None:
    told = tell("The Dominican Republic began deporting Haitians; Haiti rejected the measure.")
    assert ({"DOM"}, "COERCE", {"HTI"}, "happened") in told.shorts
    assert ({"HTI"}, "REJECT", {"DOM"}, "happened") in told.shorts


def test_a_meeting_has_not_the_day_of_what_comes_next(tell: Tell) -> None:
    told = tell("Kenya's president met Chad's president in Lagos; a delegation is expected next week.", "2024-05-07")
    assert told.of("CONSULT").date.start == "2024-05-07"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Canada called on all parties to respect the vote in Thailand.", {"THA"}),
        ("Canada called for all sides in Libya to show restraint.", {"LBY"}),
        ("Canada called on all parties to show restraint.", set()),
        ("Canada urged both sides to return to the table.", set()),
    ],
)
def test_those_who_are_asked_may_have_no_name(tell: Tell, text: str, target: set[str]) -> None:
    found = tell(text).of("REQUEST")
    told = tell(text)
    assert (told.side(found.source), told.side(found.target)) == ({"CAN"}, target)


def test_a_joint_wish_is_no_promise_of_those_who_wish(tell: Tell) -> None:
    told = tell("Canada, Norway and Japan urge Chad to free the crew. We look forward to the next round of talks.")
    issuers = {"CAN", "NOR", "JPN"}
    assert told.shorts == [(issuers, "REQUEST", {"TCD"}, "requested"), (issuers, "AGREE", set(), "planned")]


def test_a_body_at_which_states_meet_is_no_party(tell: Tell) -> None:
    told = tell("Foreign Secretary David Lammy and Jordan’s minister Ayman Safadi met at the UN General Assembly.")
    assert told.short(told.of("CONSULT")) == ({"GBR"}, "CONSULT", {"JOR"}, "happened")


def test_all_who_are_met_are_told(tell: Tell) -> None:
    told = tell(
        "David Lammy held a three-way meeting in his office with Moldovan Foreign Minister Mihai Popșoi and"
        " Romanian Foreign Minister Luminița Odobescu in London."
    )
    assert told.side(told.of("CONSULT").target) == {"MDA", "ROU"}
