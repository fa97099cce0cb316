"""What is told in passing: it carries its own date, and is never the event of the day."""

from __future__ import annotations

import pytest
from tests.reading.events.conftest import Tell

TODAY = "2023-06-13"
PASSING = [
    ("Honduras severed relations with Taiwan in 1941.", ("1941-01-01", "1941-12-31")),
    ("Honduras severed relations with Taiwan in March.", ("2023-03-01", "2023-03-31")),
    ("Honduras severed relations with Taiwan last year.", ("2022-01-01", "2022-12-31")),
    ("Honduras had severed relations with Taiwan.", None),
]


@pytest.mark.parametrize(("passing", "day"), PASSING)
def test_history_is_background_with_its_own_date(tell: Tell, passing: str, day: tuple[str, str] | None) -> None:
    told = tell(f"The president of Honduras met the president of China on Monday. {passing}", TODAY)
    event = told.of("SANCTION")
    assert event.background
    assert (event.date and (event.date.start, event.date.end)) == day
    assert not told.of("CONSULT").background


def test_since_an_invasion(tell: Tell) -> None:
    told = tell(
        "Spain expelled two Russian diplomats on Tuesday. Since Russia invaded Ukraine, prices rose.", "2022-04-06"
    )
    assert told.of("ASSAULT").background
    assert told.of("ASSAULT").date is None


def test_the_first_who_did(tell: Tell) -> None:
    told = tell(
        "Bahrain signed the accord with Israel. Egypt was the first Arab state to recognise Israel, in 1979.", TODAY
    )
    egypt = next(event for event in told.events if told.side(event.source) == {"EGY"})
    assert egypt.background
    assert egypt.date is None or egypt.date.start != TODAY


def test_the_day_of_something_else_is_not_the_day_of_the_act(tell: Tell) -> None:
    text = "The African Union called on Ethiopia to show restraint, following the signing on 1 January of an agreement."
    assert tell(text, "2024-01-05").of("REQUEST").date.basis == "publication"


def test_weeks_after_something_else(tell: Tell) -> None:
    told = tell("China imposed a tariff on Australia on Monday, weeks after Australia condemned China.", "2020-05-20")
    assert told.of("ACCUSE").background
    assert told.of("ACCUSE").date is None
    assert not told.of("SANCTION").background


def test_the_lead_is_news_even_where_the_report_is_late(tell: Tell) -> None:
    assert not tell("China imposed a tariff on Australia on 18 May.", "2020-06-02").of("SANCTION").background


def test_march_is_no_demonstration(tell: Tell) -> None:
    assert [e.type for e in tell("Peru and Chile signed a treaty in March 2019.", "2024-01-01").events] == ["SUPPORT"]


def test_a_text_without_a_day_counts_from_the_latest_that_it_tells(tell: Tell) -> None:
    told = tell(
        "Tanzania broke off relations with the United Kingdom in December 1965. "
        "The president of Tanzania met the president of Kenya on 4 May 2021."
    )
    assert told.of("SANCTION").background
    assert not told.of("CONSULT").background


def test_without_a_publication_day_a_weekday_stays_unresolved(tell: Tell) -> None:
    event = tell("Peru's president met Chile's president on Friday.").of("CONSULT")
    assert event.date.start is None
    assert event.date.text.text == "Friday"


OCCASIONS = [
    ("The war that began in April 2023 has displaced millions.", "ASSAULT", "2023-04-01", "stated"),
    (
        "The conflict in Ethiopia, which began in November 2020, has displaced millions.",
        "ASSAULT",
        "2020-11-01",
        "stated",
    ),
    ("A truce declared in March 2022 did not last.", "RETREAT", "2022-03-01", "stated"),
    ("Under the 2015 agreement, inspectors were let in.", "SUPPORT", "2015-01-01", "stated"),
    ("Turkey last had a military coup in 1980.", "COERCE", "1980-01-01", "stated"),
    ("The protests began in July 2023.", "PROTEST", "2023-07-01", "stated"),
    ("Ministers came after the conclusion of the conference on July 26.", "CONSULT", "2024-07-26", "stated"),
    ("Aid rose after Russia's invasion of Ukraine in February 2022.", "ASSAULT", "2022-02-01", "stated"),
    ("The day marks the 50th anniversary of the island's division.", "COERCE", "1974-01-01", "inferred"),
]


@pytest.mark.parametrize(("passing", "kind", "start", "basis"), OCCASIONS)
def test_occasions_of_the_past_are_told_by_their_date(
    tell: Tell, passing: str, kind: str, start: str, basis: str
) -> None:
    told = tell(f"The king of Jordan met the emir of Qatar on Monday.\n\n{passing}", "2024-10-29")
    event = next(e for e in told.events if e.type == kind and e.background)
    assert event.date is not None
    assert (event.date.start, event.date.basis) == (start, basis)


@pytest.mark.parametrize(
    "passing",
    [
        "The two sides will sign the agreement in December.",
        "Senegal has never had a coup since independence from France in 1960.",
        "The treaty is long.",
    ],
)
def test_no_occasion_where_none_is_told_of(tell: Tell, passing: str) -> None:
    told = tell(f"The king of Jordan met the emir of Qatar on Monday.\n\n{passing}", "2024-10-29")
    assert [told.short(e) for e in told.events if e.background] == []


UNDATED = [
    "Saudi Arabia severed ties with Iran in January 2016 after protesters attacked its embassy.",
    "Saudi Arabia executed the cleric in January 2016; Iranian demonstrators then attacked its embassy.",
    "Armenia fought a war with Azerbaijan in 2020. Russia sent peacekeepers to Azerbaijan under the truce.",
    "Germany has armed Ukraine since the invasion.",
]


@pytest.mark.parametrize("passing", UNDATED)
def test_what_is_told_among_the_past_is_no_news(tell: Tell, passing: str) -> None:
    told = tell(f"The king of Jordan met the emir of Qatar on Monday.\n\n{passing}", "2024-10-29")
    assert [told.short(e) for e in told.events if not e.background] == [({"JOR"}, "CONSULT", {"QAT"}, "happened")]


def test_what_has_gone_on_since_runs_to_the_report(tell: Tell) -> None:
    told = tell("The king met the emir on Monday. Germany has trained Iraqi troops since 2015.", "2023-02-17")
    aid = told.of("AID")
    assert aid.background
    assert (aid.date.start, aid.date.end) == ("2015-01-01", "2023-02-17")


def test_days_after_another_act(tell: Tell) -> None:
    told = tell("Hezbollah attacked Israel on October 8, 2023, a day after Hamas attacked Israel.", "2024-11-27")
    assert sorted((e.date.start, e.date.basis) for e in told.events) == [
        ("2023-10-07", "inferred"),
        ("2023-10-08", "stated"),
    ]


def test_an_old_date_in_a_relative_clause_does_not_date_the_news(tell: Tell) -> None:
    told = tell("Peru's president, who took office in 2021, met Chile's president.", "2023-02-17")
    assert not told.of("CONSULT").background
