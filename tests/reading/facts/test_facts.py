"""What a sentence tells in passing, and the fact it must become.

A fact is written here as relation(subject, object) first..last, with “..” where a day is not told.
"""

from __future__ import annotations

import pytest

from memcon.language import Parser
from memcon.reading import read
from memcon.record import Dated, Document, Fact, Record


def facts_in(parser: Parser, text: str, published: str | None = None) -> tuple[Record, tuple[Fact, ...]]:
    day = Dated(published, published, "publication") if published else None
    record = read(Document("d", text, published=day), parser)
    return record, record.facts


def written(record: Record, fact: Fact) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    days = f"{fact.start or ''}..{fact.end or ''}"
    other = names[fact.object] if fact.object else fact.value or "-"
    return f"{fact.relation}({names[fact.subject]}, {other}) {days}"


SENTENCES = [
    (
        "Slovenia has been a member of NATO since March 29, 2004.",
        "member_of(Slovenia, North Atlantic Treaty Organization) 2004-03-29..",
    ),
    (
        "Ireland, a member of the European Union since 1973, keeps its neutrality.",
        "member_of(Ireland, European Union) 1973-01-01..",
    ),
    ("Eritrea seceded from Ethiopia in 1993.", "independent_from(Eritrea, Ethiopia) 1993-01-01..1993-12-31"),
    ("NATO members Greece and Turkey held talks.", "member_of(Greece, North Atlantic Treaty Organization) .."),
    ("EU member state Hungary vetoed the statement.", "member_of(Hungary, European Union) .."),
    (
        "Portugal served on the Security Council in 2011-2012.",
        "member_of(Portugal, United Nations Security Council) 2011-01-01..2012-12-31",
    ),
    (
        "Morocco, which rejoined the African Union in January 2017, called for reforms.",
        "acceded_to(Morocco, African Union) 2017-01-01..2017-01-31",
    ),
    (
        "The UN General Assembly admitted Bhutan to the United Nations on September 21, 1971.",
        "admitted_to(Bhutan, United Nations) 1971-09-21..1971-09-21",
    ),
    (
        "Finland applied for membership of NATO on May 18, 2022.",
        "applied_to(Finland, North Atlantic Treaty Organization) 2022-05-18..2022-05-18",
    ),
    (
        "The United Kingdom left the European Union on January 31, 2020.",
        "withdrew_from(United Kingdom, European Union) 2020-01-31..2020-01-31",
    ),
    (
        "The General Assembly suspended Russia from the Human Rights Council on April 7, 2022.",
        "suspended_from(Russia, Human Rights Council) 2022-04-07..2022-04-07",
    ),
    (
        "Algeria was elected to the UN Security Council on June 6, 2023, for a two-year term starting January 1, 2024.",
        "elected_to(Algeria, United Nations Security Council) 2024-01-01..2025-12-31",
    ),
    (
        "Norway was elected as a non-permanent member of the UN Security Council for the term of 2021-2022.",
        "elected_to(Norway, United Nations Security Council) 2021-01-01..2022-12-31",
    ),
    (
        "Ngozi Okonjo-Iweala was appointed director-general of the World Trade Organization in February 2021.",
        "appointed_to(Ngozi Okonjo-Iweala, World Trade Organization) 2021-02-01..2021-02-28",
    ),
    (
        "Angela Merkel served as chancellor of Germany from 2005 to 2021.",
        "holds_office(Angela Merkel, Germany) 2005-01-01..2021-12-31",
    ),
    (
        "Keir Starmer became prime minister of the United Kingdom on July 5, 2024.",
        "holds_office(Keir Starmer, United Kingdom) 2024-07-05..",
    ),
    (
        "Kaja Kallas resigned as prime minister of Estonia in July 2024.",
        "left_office(Kaja Kallas, Estonia) 2024-07-01..2024-07-31",
    ),
    (
        "Indonesia, which chaired the G20 in 2022, welcomed the leaders.",
        "chairs(Indonesia, Group of Twenty) 2022-01-01..2022-12-31",
    ),
    (
        "Brazil held the presidency of the Security Council in October 2023.",
        "chairs(Brazil, United Nations Security Council) 2023-10-01..2023-10-31",
    ),
    ("Switzerland recognized Kosovo on February 27, 2008.", "recognized(Switzerland, Kosovo) 2008-02-27..2008-02-27"),
    (
        "France recognised the independence of Algeria on July 3, 1962.",
        "recognized(France, Algeria) 1962-07-03..1962-07-03",
    ),
    (
        "Japan did not recognize Bangladesh until February 10, 1972.",
        "recognized(Japan, Bangladesh) 1972-02-10..1972-02-10",
    ),
    (
        "Saudi Arabia and Iran agreed to restore diplomatic relations on March 10, 2023.",
        "resumed_relations(Saudi Arabia, Iran) 2023-03-10..2023-03-10",
    ),
    (
        "Bolivia severed diplomatic relations with Israel in October 2023.",
        "severed_relations(Bolivia, Israel) 2023-10-01..2023-10-31",
    ),
    (
        "Canada and the Vatican agreed. Diplomatic relations were established on October 16, 1969, when a nuncio "
        "was named.",
        "established_relations(Canada, Holy See) 1969-10-16..1969-10-16",
    ),
    (
        "Diplomatic relations between Cuba and the United States were re-established on July 20, 2015.",
        "resumed_relations(Cuba, United States) 2015-07-20..2015-07-20",
    ),
    (
        "Israel opened its embassy in Bahrain on September 4, 2023.",
        "opened_mission(Israel, Bahrain) 2023-09-04..2023-09-04",
    ),
    (
        "Canada closed its embassy in Iran on September 7, 2012.",
        "closed_mission(Canada, Iran) 2012-09-07..2012-09-07",
    ),
    (
        "The Swedish legation in Canada was raised to an embassy in 1956.",
        "elevated_mission(Sweden, Canada) 1956-01-01..1956-12-31",
    ),
    (
        "Kenya ratified the Paris Agreement on December 28, 2016.",
        "ratified(Kenya, Paris Agreement) 2016-12-28..2016-12-28",
    ),
    (
        "Eritrea gained independence from Ethiopia on May 24, 1993.",
        "independent_from(Eritrea, Ethiopia) 1993-05-24..1993-05-24",
    ),
    (
        "UNESCO, a specialised agency of the United Nations, has its seat in Paris.",
        "part_of(United Nations Educational, Scientific and Cultural Organization, United Nations) ..",
    ),
    (
        "The Security Council adopted resolution 1325 on October 31, 2000.",
        "adopted(United Nations Security Council, resolution 1325) 2000-10-31..2000-10-31",
    ),
]


@pytest.mark.parametrize(("sentence", "fact"), SENTENCES)
def test_a_sentence_and_its_fact(parser: Parser, sentence: str, fact: str) -> None:
    record, facts = facts_in(parser, sentence)
    assert fact in [written(record, f) for f in facts]


NOT_SO = [
    ("Norway is not a member of the European Union.", "member_of", True, "denied"),
    (
        "The United States has signed but not ratified the Comprehensive Nuclear-Test-Ban Treaty.",
        "ratified",
        True,
        "denied",
    ),
    ("If Ukraine joined NATO, Russia would object.", "acceded_to", False, "conditional"),
    ("Georgia wants to join the European Union.", "acceded_to", False, "planned"),
    ("Chad will open an embassy in Jordan next year.", "opened_mission", False, "planned"),
    ("France urged Turkey to recognize Cyprus.", "recognized", False, "requested"),
]


@pytest.mark.parametrize(("sentence", "relation", "negated", "status"), NOT_SO)
def test_what_has_not_happened_says_so(
    parser: Parser, sentence: str, relation: str, negated: bool, status: str
) -> None:
    _, facts = facts_in(parser, sentence)
    assert [(f.negated, f.status) for f in facts if f.relation == relation] == [(negated, status)]


SAYS_NOTHING = [
    "The ministers recognized the importance of trade with Japan.",
    "Economic relations between Chad and Niger were strengthened in May 2010.",
    "Spain joined France in condemning the attack on May 4, 2010.",
    "The peacekeeping mission in Mali was established in 2013.",
    "Israel recognized Jerusalem as its capital.",
]


@pytest.mark.parametrize("sentence", SAYS_NOTHING)
def test_look_alikes_give_no_act_between_states(parser: Parser, sentence: str) -> None:
    _, facts = facts_in(parser, sentence)
    relations = {"recognized", "established_relations", "acceded_to", "opened_mission"}
    assert not relations.intersection(f.relation for f in facts)


def test_a_begin_told_to_the_year_is_kept_as_a_year(parser: Parser) -> None:
    _, facts = facts_in(parser, "Mexico has been a member of the OECD since 1994.")
    assert [(f.start, f.qualifiers["since"]) for f in facts] == [("1994-01-01", "1994")]


def test_a_title_dates_the_office_by_what_its_holder_did(parser: Parser) -> None:
    record, facts = facts_in(parser, "Chilean President Michelle Bachelet arrived in Geneva on May 4, 2015.")
    office = next(f for f in facts if f.relation == "holds_office")
    assert (office.value, office.start, office.qualifiers["on"]) == ("President", None, "2015-05-04")
    assert office.evidence.text == "Chilean President Michelle Bachelet"
    assert record.document.text[office.evidence.start : office.evidence.end] == office.evidence.text


def test_a_former_president_does_not_hold_the_office(parser: Parser) -> None:
    _, facts = facts_in(parser, "Former President Bill Clinton visited Haiti on May 4, 2010.")
    assert not [f for f in facts if f.relation == "holds_office"]


def test_session_resolution_and_who_acted(parser: Parser) -> None:
    text = (
        "South Sudan was admitted to the United Nations by the General Assembly at its 65th session "
        "in resolution 65/308 on July 14, 2011."
    )
    record, facts = facts_in(parser, text)
    told = next(f for f in facts if f.relation == "admitted_to").qualifiers
    assert (told["session"], told["resolution"]) == (65, "65/308")
    assert [record.actors[i].name for i in range(len(record.actors)) if record.actors[i].id in told["by"]] == [
        "United Nations General Assembly"
    ]


def test_an_admission_has_the_day_on_which_membership_began(parser: Parser) -> None:
    text = "Kyrgyzstan has been a UN member since March 2, 1992, after the UN General Assembly admitted Kyrgyzstan."
    _, facts = facts_in(parser, text)
    assert {(f.relation, f.start) for f in facts} >= {("member_of", "1992-03-02"), ("admitted_to", "1992-03-02")}


def test_a_permanent_mission_is_one_to_the_organisation(parser: Parser) -> None:
    text = "Vietnam joined the United Nations in 1977. Vietnam’s permanent mission opened in New York in 1978."
    record, facts = facts_in(parser, text)
    assert "opened_mission(Vietnam, United Nations) 1978-01-01..1978-12-31" in [written(record, f) for f in facts]


def test_examples_are_parts_and_partners(parser: Parser) -> None:
    text = "Chad has been cooperating with UN agencies such as the World Bank, the World Food Programme and UNICEF."
    record, facts = facts_in(parser, text)
    assert {written(record, f) for f in facts} >= {
        "part_of(World Food Programme, United Nations) ..",
        "cooperates_with(Chad, World Bank) ..",
        "cooperates_with(Chad, United Nations Children's Fund) ..",
    }


def test_years_are_reckoned_from_the_report(parser: Parser) -> None:
    text = "They marked the 30th anniversary of the establishment of diplomatic relations between Chad and Israel."
    _, facts = facts_in(parser, text, "2020-05-04")
    assert [(f.start, f.end) for f in facts] == [("1990-01-01", "1990-12-31")]


def test_a_day_without_a_year_stays_open_but_is_shown(parser: Parser) -> None:
    _, facts = facts_in(parser, "Cuba severed ties with Panama on August 26.")
    assert [(f.start, f.date_text.text if f.date_text else None) for f in facts] == [(None, "August 26")]


@pytest.mark.parametrize(
    "text", ["", "   ", "“", "since since 1990, of of the", "🕊️ joined\u200b NATO on on 1 1 1", "\ud800 member of"]
)
def test_any_text_is_read(parser: Parser, text: str) -> None:
    facts_in(parser, text)


def test_a_part_that_declares_independence_is_not_the_state_it_leaves(parser: Parser) -> None:
    record, facts = facts_in(parser, "Somaliland declared independence from Somalia in 1991.")
    assert not [fact for fact in facts if written(record, fact).startswith("independent_from(Somalia,")]


def test_the_career_of_a_person_is_no_accession_of_a_state(parser: Parser) -> None:
    record, facts = facts_in(parser, "Kofi Annan of Ghana joined the World Health Organization in 1962.")
    assert not [written(record, fact) for fact in facts if fact.relation == "acceded_to"]


@pytest.mark.parametrize(
    "text",
    [
        "ASEAN admitted Timor-Leste in principle on 11 November 2022.",
        "The United States withdrew from the African Development Bank-led debt talks with Zimbabwe.",
    ],
)
def test_what_is_no_membership(parser: Parser, text: str) -> None:
    _, facts = facts_in(parser, text, "2024-03-04")
    assert not [fact for fact in facts if fact.relation in ("admitted_to", "withdrew_from")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("ASEAN admitted Cambodia on 30 April 1999.", "admitted_to"),
        ("The United States withdrew from the African Development Bank last month.", "withdrew_from"),
    ],
)
def test_the_same_without_what_takes_it_back(parser: Parser, text: str, relation: str) -> None:
    _, facts = facts_in(parser, text, "2024-03-04")
    assert relation in [fact.relation for fact in facts]
