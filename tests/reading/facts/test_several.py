"""Several facts in one sentence, and what a sentence leaves to the one before it."""

from __future__ import annotations

import pytest
from tests.reading.facts.test_facts import facts_in, written

from memcon.language import Parser

NATO = "North Atlantic Treaty Organization"

TEXTS = [
    (
        "Poland has been a member of NATO since 12 March 1999 and of the European Union since 1 May 2004.",
        [f"member_of(Poland, {NATO}) 1999-03-12..", "member_of(Poland, European Union) 2004-05-01.."],
    ),
    (
        "Croatia joined NATO on 1 April 2009 and the EU on 1 July 2013.",
        [
            f"acceded_to(Croatia, {NATO}) 2009-04-01..2009-04-01",
            "acceded_to(Croatia, European Union) 2013-07-01..2013-07-01",
        ],
    ),
    (
        "San Marino and Monaco were admitted to the United Nations in 1992 and 1993 respectively.",
        [
            "admitted_to(San Marino, United Nations) 1992-01-01..1992-12-31",
            "admitted_to(Monaco, United Nations) 1993-01-01..1993-12-31",
        ],
    ),
    (
        "Burkina Faso, Mali and Niger left ECOWAS on January 29, 2025.",
        [
            f"withdrew_from({state}, Economic Community of West African States) 2025-01-29..2025-01-29"
            for state in ("Burkina Faso", "Mali", "Niger")
        ],
    ),
    (
        "Luxembourg is a founding member of the United Nations, the European Union and NATO.",
        [f"member_of(Luxembourg, {body}) .." for body in ("United Nations", "European Union", NATO)],
    ),
    (
        "Norway sat on the Security Council in 1949-50, 1963-64 and 2021-22.",
        [
            f"member_of(Norway, United Nations Security Council) {first}-01-01..{first + 1}-12-31"
            for first in (1949, 1963, 2021)
        ],
    ),
    (
        "Shinzo Abe was Japan's prime minister from September 2006 to September 2007 and again from December 26, 2012 "
        "to September 16, 2020.",
        [
            "holds_office(Shinzo Abe, Japan) 2006-09-01..2007-09-30",
            "holds_office(Shinzo Abe, Japan) 2012-12-26..2020-09-16",
        ],
    ),
    (
        "NEW YORK, June 6, 2024 - Denmark and Greece were elected to the UN Security Council for 2025-2026.",
        [
            f"elected_to({state}, United Nations Security Council) 2025-01-01..2026-12-31"
            for state in ("Denmark", "Greece")
        ],
    ),
    (
        "Liechtenstein and Monaco are small states. Ethiopia and Egypt joined BRICS on January 1, 2024. "
        "Indonesia became a full member on January 6, 2025.",
        [
            "acceded_to(Ethiopia, BRICS) 2024-01-01..2024-01-01",
            "acceded_to(Egypt, BRICS) 2024-01-01..2024-01-01",
            "member_of(Indonesia, BRICS) 2025-01-06..",
        ],
    ),
    (
        "The United States broke off relations with Cuba on January 3, 1961 and restored them on July 20, 2015.",
        [
            "severed_relations(United States, Cuba) 1961-01-03..1961-01-03",
            "resumed_relations(United States, Cuba) 2015-07-20..2015-07-20",
        ],
    ),
    (
        "Norway and Spain recognised the State of Palestine on May 28, 2024. Slovenia followed on June 4, 2024. "
        "Sweden had done so on October 30, 2014.",
        [
            "recognized(Norway, Palestine) 2024-05-28..2024-05-28",
            "recognized(Spain, Palestine) 2024-05-28..2024-05-28",
            "recognized(Slovenia, Palestine) 2024-06-04..2024-06-04",
            "recognized(Sweden, Palestine) 2014-10-30..2014-10-30",
        ],
    ),
    (
        "Paraguay is the only country in South America that still recognizes Taiwan.",
        ["recognized(Paraguay, Taiwan) .."],
    ),
    (
        "South Sudan became independent on July 9, 2011 and was admitted to the United Nations on July 14, 2011.",
        [
            "independent_from(South Sudan, -) 2011-07-09..2011-07-09",
            "admitted_to(South Sudan, United Nations) 2011-07-14..2011-07-14",
        ],
    ),
    (
        "Kofi Annan of Ghana was the seventh Secretary-General of the United Nations, serving two terms from "
        "January 1, 1997 to December 31, 2006.",
        ["holds_office(Kofi Annan, United Nations) 1997-01-01..2006-12-31"],
    ),
    (
        "The United Kingdom opened its embassy in Vanuatu in 2019, having closed it in 2005.",
        [
            "opened_mission(United Kingdom, Vanuatu) 2019-01-01..2019-12-31",
            "closed_mission(United Kingdom, Vanuatu) 2005-01-01..2005-12-31",
        ],
    ),
    (
        "The United Kingdom voted to leave the European Union and left on January 31, 2020.",
        ["withdrew_from(United Kingdom, European Union) 2020-01-31..2020-01-31"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_a_text_and_all_its_facts(parser: Parser, text: str, wanted: list[str]) -> None:
    record, facts = facts_in(parser, text)
    found = [written(record, f) for f in facts if f.status == "happened"]
    assert sorted(found) == sorted(wanted)


def test_ends_are_kept_as_they_are_told(parser: Parser) -> None:
    _, (fact,) = facts_in(parser, "Martti Ahtisaari was president of Finland from March 1994 to 2000.")
    assert (fact.qualifiers["since"], fact.qualifiers["until"]) == ("1994-03", "2000")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Martti Ahtisaari was deputy foreign minister of Finland in 1985.", "Deputy Minister of Foreign Affairs"),
        ("Antony Blinken was deputy secretary of state of the United States in 2015.", "Deputy Secretary of State"),
        ("Martti Ahtisaari was Under-Secretary-General of the United Nations in 1987.", "Under-Secretary-General"),
        ("Kamala Harris was vice president of the United States in 2022.", "Vice President"),
    ],
)  # fmt: skip
def test_an_office_below_another_is_not_that_office(parser: Parser, text: str, title: str) -> None:
    _, facts = facts_in(parser, text)
    assert [f.value for f in facts if f.relation == "holds_office"] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump was president-elect of the United States in December 2016.",
        "Yvette Cooper was the shadow foreign secretary of the United Kingdom in 2011.",
        "Mary Robinson, a former president of Ireland, spoke.",
    ],
)
def test_who_is_not_in_office_holds_none(parser: Parser, text: str) -> None:
    _, facts = facts_in(parser, text)
    assert not [f for f in facts if f.relation == "holds_office"]


def test_the_day_of_another_is_no_day(parser: Parser) -> None:
    text = "Poland joined the European Union on 1 May 2004. Hungary joined NATO on the same day as Poland."
    _, facts = facts_in(parser, text)
    assert [f.start for f in facts] == ["2004-05-01", None]


def test_withdrawing_an_application_is_not_joining(parser: Parser) -> None:
    _, facts = facts_in(parser, "Iceland withdrew its application to join the European Union in March 2015.")
    assert not [f for f in facts if f.status == "happened" or f.start]
