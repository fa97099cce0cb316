"""Datelines stand apart, and what the parser attaches wrongly again and again is mended."""

import pytest

from memcon.language import Clauses, Parser, dateline_end


def roles(parser: Parser, text: str, lemma: str) -> dict[str, list[str]]:
    parsed = parser.parse(text)
    clause = next(c for c in Clauses(parsed).all if c.lemma == lemma)
    return {role: [parsed.tokens[i].text for i in heads] for role, heads in clause.roles.items()}


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("NAIROBI, 15 May 2023 (KNA) - Kenya agreed.", "NAIROBI, 15 May 2023 (KNA) - "),
        ("GENEVA/NEW YORK, 9 October – The envoy arrived.", "GENEVA/NEW YORK, 9 October – "),
        ("Addis Ababa, March 3, 2021 (ENA) – The premier left.", "Addis Ababa, March 3, 2021 (ENA) – "),
        ("UNITED NATIONS, Sept. 21 (PTI) -- India spoke.", "UNITED NATIONS, Sept. 21 (PTI) -- "),
        ("U.S.-Turkey talks resumed.", None),
        ("(ANSA) - TUNIS, JUL 16, 2023 - Italy's premier arrived.", "(ANSA) - TUNIS, JUL 16, 2023 - "),
        ("ISTANBUL, July 22, 2022. /TASS/. Turkey's envoy left.", "ISTANBUL, July 22, 2022. /TASS/. "),
        ("EU-China summit ends.", None),
        ("The President – who left – spoke.", None),
    ],
)
def test_a_dateline_is_told_from_the_sentence(line: str, dateline: str | None) -> None:
    end = dateline_end(line, 0)
    assert (line[:end] if end else None) == dateline


def test_the_place_of_a_dateline_does_not_act(parser: Parser) -> None:
    text = "Neighbours agree\n\nSEOUL, Sept. 13 -- South Korea and Japan on Monday lodged protests with North Korea."
    assert roles(parser, text, "lodge")["agent"] == ["Korea", "Japan"]


def test_a_finite_verb_is_not_joined_to_an_infinitive(parser: Parser) -> None:
    text = "Guterres urged the authorities to investigate the attack and welcomed the deployment of a mission."
    assert roles(parser, text, "welcome")["agent"] == ["Guterres"]
    assert roles(parser, text, "investigate")["agent"] == ["authorities"]


def test_a_comma_joins_the_subjects_of_a_headline(parser: Parser) -> None:
    assert roles(parser, "Kenya, Somalia agree to reopen border\n\nTalks were held.", "agree")["agent"] == [
        "Kenya",
        "Somalia",
    ]


def test_a_purpose_is_the_subjects_own(parser: Parser) -> None:
    assert roles(parser, "Morawiecki visited Berlin to seek backing.", "seek")["agent"] == ["Morawiecki"]
    assert roles(parser, "Morawiecki urged Berlin to seek backing.", "seek")["agent"] == ["Berlin"]


def test_what_somebody_is_assured_of_is_no_relative_clause(parser: Parser) -> None:
    text = "The Foreign Secretary assured the Bangladesh side that India would supply vaccines to Bangladesh."
    parsed = parser.parse(text)
    supply = next(c for c in Clauses(parsed).all if c.lemma == "supply")
    assert supply.relation == "ccomp"


def test_travel_bans_are_imposed(parser: Parser) -> None:
    text = "The European Union on Thursday imposed asset freezes and travel bans on 17 people in Belarus."
    assert roles(parser, text, "impose")["patient"] == ["freezes", "bans"]


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        ("Kenya, Uganda sign border pact", "sign", {"agent": ["Kenya", "Uganda"], "patient": ["pact"]}),
        ("Chad, Mali sign declaration in Rome", "sign", {"agent": ["Chad", "Mali"], "patient": ["declaration"]}),
        ("Russia vetoes draft resolution on Mali", "veto", {"agent": ["Russia"], "patient": ["resolution"]}),
        ("Rockets fired from Chad landed in Mali.", "land", {"agent": ["Rockets"], "in": ["Mali"]}),
        (
            "Peru declared a Mexican diplomat persona non grata.",
            "declare",
            {"agent": ["Peru"], "patient": ["diplomat", "persona"]},
        ),
    ],
)
def test_headlines_and_participles(parser: Parser, text: str, lemma: str, wanted: dict[str, list[str]]) -> None:
    found = roles(parser, text, lemma)
    assert {role: found.get(role) for role in wanted} == wanted


def test_a_headline_of_what_is_to_come(parser: Parser) -> None:
    parsed = parser.parse("Japan PM to visit India next month\n\nThe visit is short.")
    clause = Clauses(parsed).all[0]
    assert (clause.lemma, clause.tense, clause.form) == ("visit", "future", "finite")


def test_a_state_is_joined_to_the_whole_name_before_it(parser: Parser) -> None:
    text = "Chile, Peru, the Kingdom of Saudi Arabia, Morocco, Spain and the Republic of Korea condemned it."
    assert roles(parser, text, "condemn")["agent"] == ["Chile", "Peru", "Kingdom", "Morocco", "Spain", "Republic"]


@pytest.mark.parametrize(
    ("text", "lemma", "agent"),
    [
        ("Serbia’s President, Aleksandar Vučić and Hungary’s Prime Minister, Viktor Orbán, opened it.", "open", 2),
        ("The Foreign Secretary and Jordanian Foreign Minister Ayman Safadi spoke in Amman.", "speak", 2),
        (
            "Ghana’s Foreign Minister, Shirley Ayorkor Botchwey and Togo’s Foreign Minister, Robert Dussey, met.",
            "meet",
            2,
        ),
        ("Foreign Minister Murray McCully is urging both armies to accept a truce in South Sudan.", "urge", 1),
    ],
)
def test_offices_and_their_holders_are_subjects(parser: Parser, text: str, lemma: str, agent: int) -> None:
    assert len(roles(parser, text, lemma)["agent"]) == agent
