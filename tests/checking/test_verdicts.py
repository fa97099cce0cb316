"""Verdicts as a reader sees them: the word, the reason, the row it rests on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.record import Check

Verdict = Callable[..., Check]

CONTRADICTED = [
    (
        "Azerbaijan was admitted to the United Nations at the 47th session of the General Assembly on March 2, 1992.",
        "admitted 2 March 1992, A/RES/46/230, 46th session; the text says the 47th session",
    ),
    ("Norway joined the United Nations on 27 November 1955.", "original member 27 November 1945"),
    ("Finland has been a member of NATO since April 4, 2013.", "from 4 April 2023; the text says 4 April 2013"),
    (
        "Egypt was elected to the Security Council for the 2018-2019 term.",
        "2016–2017; the elected members of 2018 were",
    ),
    ("Germany is a permanent member of the Security Council.", "the permanent members are China, France, Russia"),
    ("China is a non-permanent member of the Security Council.", "China is a permanent member"),
    ("Cuba chaired the Non-Aligned Movement in 2014.", "Iran chaired the Non-Aligned Movement from 26 August 2012"),
    (
        "Barack Obama was president of the United States from January 20, 2013 to January 20, 2021.",
        "the tables have Donald Trump from 20 January 2017",
    ),
    ("Kofi Annan was Secretary-General of the United Nations from 1987 to 1996.", "in office in 1987, when the tables"),
]


@pytest.mark.parametrize(("text", "why"), CONTRADICTED)
def test_what_cannot_be_so_is_contradicted_with_the_reason(verdict: Verdict, text: str, why: str) -> None:
    found = verdict(text)
    assert found.verdict == "contradicted", found.why
    assert why in found.why
    assert found.citations
    assert all(c.table and c.row and c.source for c in found.citations)


SUPPORTED = [
    "Kuwait was admitted to the UN on May 14, 1963.",
    "Martti Ahtisaari was president of Finland from 1994 to 2000.",
    "António Guterres was UN High Commissioner for Refugees from June 2005 to December 2015.",
    "Kofi Annan of Ghana was the seventh Secretary-General of the United Nations, serving two terms from January 1, "
    "1997 to December 31, 2006.",
    "Poland has been a member of NATO since 12 March 1999 and of the European Union since 1 May 2004.",
    "Croatia acceded to the Alliance on 1 April 2009 and to the EU on 1 July 2013.",
    "Russia has been a permanent member of the Security Council since 1945.",
    "The United States withdrew from UNESCO on December 31, 2018.",
    "Qatar left OPEC on January 1, 2019.",
    "Azerbaijan chaired the Non-Aligned Movement from October 2019 to January 2024.",
    "Csaba Kőrösi of Hungary presided over the 77th session of the General Assembly.",
    "Jens Stoltenberg became secretary-general of NATO on 1 October 2014.",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_what_is_so_is_supported(verdict: Verdict, text: str) -> None:
    found = verdict(text)
    assert found.verdict == "supported", found.why
    assert found.citations


DISPUTED = [
    ("Poland joined the United Nations on June 26, 1945.", "Charter's signing"),
    ("Estonia regained its independence on August 20, 1991.", "declaration, referendum and recognition"),
    ("Angola gained independence from Spain on November 11, 1975.", "became independent from Portugal"),
    ("Japan was elected to the Security Council for a four-year term, 2023–2024.", "the text says 4 years in all"),
    ("On Sunday, March 2, 1992, Azerbaijan joined the United Nations.", "was a Monday, not a Sunday"),
]


@pytest.mark.parametrize(("text", "why"), DISPUTED)
def test_two_defensible_answers_are_disputed(verdict: Verdict, text: str, why: str) -> None:
    found = verdict(text)
    assert found.verdict == "disputed", found.why
    assert why in found.why


NOT_COVERED = [
    ("The Bahamas has been a member of the African Union since 2002.", "which proves nothing"),
    ("Turkey is a member of the European Union.", "membership itself is not in the tables"),
    ("Ireland recognised the State of Palestine on May 28, 2024.", "hold no recognitions"),
    ("Martti Ahtisaari was Finland's deputy foreign minister from 1984 to 1986.", "do not hold the office of Deputy"),
    ("Norway will join the European Union in 2030.", "told as planned"),
    ("Volkan Bozkir presided over the 70th session of the General Assembly.", "Mogens Lykketoft presided"),
]


@pytest.mark.parametrize(("text", "why"), NOT_COVERED)
def test_what_the_tables_cannot_decide_says_why(verdict: Verdict, text: str, why: str) -> None:
    found = verdict(text)
    assert found.verdict == "not_covered", found.why
    assert why in found.why


def test_a_title_that_has_passed_to_another_is_contradicted_on_the_day_of_what_is_told(verdict: Verdict) -> None:
    assert verdict("French President Nicolas Sarkozy spoke in Paris.", "2010-03-01").verdict == "supported"
    late = verdict("French President Nicolas Sarkozy spoke in Paris on 1 March 2019.", "2019-03-01")
    assert late.verdict == "contradicted"
    assert "when the tables have Emmanuel Macron" in late.why


@pytest.mark.parametrize(
    "text",
    [
        "Gerhard Schröder is Chancellor of Germany.",
        "Gordon Brown, the British prime minister, supports the plan.",
    ],
)
def test_the_present_tense_is_judged_by_the_day_of_the_report(verdict: Verdict, text: str) -> None:
    assert verdict(text, "2023-06-14").verdict == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Gordon Brown, the British prime minister, was absent.",
        "The talks failed when Lennart Meri was President of Estonia.",
        "German Chancellor Gerhard Schröder refused to join the war.",
        "Jens Stoltenberg, prime minister of Norway at the time of the attacks, led the mourning.",
        "The letter is addressed to Joschka Fischer, the German foreign minister.",
        "President Bill Clinton of the United States writes of the accord in his memoirs.",
    ],
)
def test_an_office_of_which_no_time_is_told_is_not_held_against_the_day_of_the_report(
    verdict: Verdict, text: str
) -> None:
    found = verdict(text, "2023-06-14")
    assert found.verdict == "not_covered"
    assert "of which time the text speaks is not certain" in found.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tony Blair was Prime Minister of the United Kingdom from 1997 to 2005.", "contradicted"),
        ("Shinzo Abe was Prime Minister of Japan from 2012 to 2019.", "contradicted"),
        ("Shinzo Abe was Prime Minister of Japan from 2012 to 2020.", "supported"),
        ("Angela Merkel was Chancellor of Germany from 2005 to 2020.", "disputed"),
        ("Donald Tusk was President of the European Council from 2014 to 2018.", "disputed"),
        ("Tony Blair was Prime Minister of the United Kingdom between 1997 and 2001.", "disputed"),
    ],
)
def test_an_end_before_the_row_ends_is_never_supported(verdict: Verdict, text: str, expected: str) -> None:
    assert verdict(text, "2024-06-03").verdict == expected


def test_no_contradiction_rests_on_a_pronoun(verdict: Verdict) -> None:
    text = "Serbia recognised Montenegro on 15 June 2006. It joined the Council of Europe on 11 May 2007."
    found = verdict(text, "2023-06-14")
    assert found.verdict != "contradicted", found.why


def test_an_office_that_two_governments_claim_is_left_open(verdict: Verdict) -> None:
    assert verdict("Venezuelan President Juan Guaidó spoke.", "2019-06-01").verdict == "not_covered"
