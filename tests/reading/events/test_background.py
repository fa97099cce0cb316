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
