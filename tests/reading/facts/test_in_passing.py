"""What the last paragraphs of a report tell in passing: gaps, succession, anniversaries, bodies meant by a noun."""

from __future__ import annotations

import pytest
from tests.reading.facts.test_facts import facts_in, written

from memcon.checking import check
from memcon.language import Parser

NATO = "North Atlantic Treaty Organization"
COUNCIL = "United Nations Security Council"

PASSAGES = [
    (
        "2024-05-02",
        "Ireland joined the European Union in 1973 and Malta in 2004.",
        [
            "acceded_to(Ireland, European Union) 1973-01-01..1973-12-31",
            "acceded_to(Malta, European Union) 2004-01-01..2004-12-31",
        ],
    ),
    (
        "2024-07-11",
        "NATO leaders met on Thursday. Finland joined the alliance in April 2023 and Sweden in March 2024.",
        [
            f"acceded_to(Finland, {NATO}) 2023-04-01..2023-04-30",
            f"acceded_to(Sweden, {NATO}) 2024-03-01..2024-03-31",
        ],
    ),
    (
        "2021-12-10",
        "Panama switched recognition to China in 2017, followed by El Salvador in 2018.",
        [
            "recognized(Panama, China) 2017-01-01..2017-12-31",
            "recognized(El Salvador, China) 2018-01-01..2018-12-31",
        ],
    ),
    (
        "2023-10-18",
        "The Security Council endorsed the accord in resolution 2231 of 2015.",
        [f"adopted({COUNCIL}, resolution 2231) 2015-01-01..2015-12-31"],
    ),
    (
        "2023-03-08",
        "This year marks 60 years of diplomatic relations between South Korea and Canada.",
        ["established_relations(South Korea, Canada) 1963-01-01..1963-12-31"],
    ),
    (
        "2022-03-08",
        "South Korea and Canada signed a trade agreement in 2014, which entered into force on January 1, 2015.",
        [
            "signed(South Korea, Canada) 2014-01-01..2014-12-31",
            "in_force(South Korea, Canada) 2015-01-01..2015-01-01",
        ],
    ),
    (
        "2022-03-08",
        "Canada has maintained an embassy in South Korea since 1974.",
        ["opened_mission(Canada, South Korea) 1974-01-01.."],
    ),
    (
        "2021-08-30",
        "Djibouti has hosted Camp Lemonnier since 2002.",
        ["hosts(Djibouti, Camp Lemonnier) 2002-01-01.."],
    ),
    (
        "2024-03-25",
        "Senegal has never had a coup since independence from France in 1960.",
        ["independent_from(Senegal, France) 1960-01-01..1960-12-31"],
    ),
    (
        "2021-11-30",
        "Barbados became a republic overnight. The island gained independence from Britain in 1966.",
        ["independent_from(Barbados, United Kingdom) 1966-01-01..1966-12-31"],
    ),
    (
        "2022-09-20",
        "Leaders met at a summit of the Shanghai Cooperation Organization. The body was founded in June 2001.",
        ["founded(Shanghai Cooperation Organisation, body) 2001-06-01..2001-06-30"],
    ),
    (
        "2024-01-04",
        "The Security Council met on Thursday. Algeria and Guyana were elected in June 2023 for two-year terms "
        "beginning January 2024.",
        [f"elected_to({state}, {COUNCIL}) 2024-01-01.." for state in ("Algeria", "Guyana")],
    ),
    (
        "2023-09-01",
        "Ali Bongo succeeded his father as president of Gabon in 2009.",
        ["holds_office(Ali Bongo Ondimba, Gabon) 2009-01-01.."],
    ),
    (
        "2023-02-17",
        "Iraqi Prime Minister Mohammed Shia al-Sudani met ministers. Al-Sudani has been in office since October 2022.",
        ["holds_office(Mohammed Shia al-Sudani, Prime Minister) 2022-10-01.."],
    ),
    (
        "2015-12-12",
        "The United States and Canada signed the Kyoto Protocol in 1998, but the United States never ratified it and "
        "Canada withdrew from it in 2011.",
        ["signed(United States, Canada) 1998-01-01..1998-12-31"],
    ),
]


@pytest.mark.parametrize(("published", "text", "wanted"), PASSAGES, ids=[p[1][:40] for p in PASSAGES])
def test_told_in_passing(parser: Parser, published: str, text: str, wanted: list[str]) -> None:
    record, facts = facts_in(parser, text, published)
    told = [written(record, fact) for fact in facts]
    assert [one for one in wanted if one not in told] == [], told
    # All of it is true: a false alarm would cost the reader's trust.
    assert [f.evidence.text for f in check(record).facts if f.check and f.check.verdict == "contradicted"] == []


UNSAID = [
    # Whether Britain recognised South Sudan, or South Sudan Kosovo, only the world knows.
    ("Britain recognised Kosovo in 2008 and South Sudan in 2011.", "recognized", 1),
    # France's troops stay since Djibouti's independence.
    ("France has kept troops in Djibouti since independence in 1977.", "independent_from", 0),
    # Lisbon is where it was signed.
    ("The Treaty of Lisbon entered into force in December 2009.", "in_force", 0),
]


@pytest.mark.parametrize(("text", "relation", "count"), UNSAID)
def test_nothing_is_guessed(parser: Parser, text: str, relation: str, count: int) -> None:
    _, facts = facts_in(parser, text, "2020-01-01")
    assert sum(f.relation == relation for f in facts) == count


def test_what_is_due_does_not_move_what_was(parser: Parser) -> None:
    record, _ = facts_in(
        parser,
        "Colombia and the guerrillas of the ELN agreed on a truce. "
        "It took effect on August 3 and is due to expire in January.",
        "2023-11-13",
    )
    assert "2023-08-03" in {d.first for d in record.dates}
