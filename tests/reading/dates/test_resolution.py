"""What a date expression means, counted from the day of publication or from what was just told."""

from __future__ import annotations

import pytest

from memcon.reading.dates import find, periods, resolve, weekday_conflicts

PUBLISHED = ("2022-03-09", "2022-03-09")  # a Wednesday


def timex(text: str, published: tuple[str, str] | None = PUBLISHED, year: int | None = None) -> list[str | None]:
    return [date.timex for date in resolve(find(text), text, published, year=year)]


def days(text: str, published: tuple[str, str] | None = PUBLISHED) -> list[tuple[str | None, str | None]]:
    return [(date.first, date.last) for date in resolve(find(text), text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Minister spoke today with his counterpart.", "2022-03-09"),
        ("They met in London yesterday.", "2022-03-08"),
        ("The Council will meet tomorrow.", "2022-03-10"),
        ("He said the day after tomorrow was too late.", "2022-03-11"),
        ("The Minister arrived on Monday.", "2022-03-07"),
        ("The Minister will arrive on Monday.", "2022-03-14"),
        ("The Minister is due to arrive on Monday.", "2022-03-14"),
        ("The spokesman said Wednesday that talks went on.", "2022-03-09"),
        ("They met last Wednesday.", "2022-03-02"),
        ("She spoke on Tuesday night.", "2022-03-08TNI"),
        ("The President landed last night.", "2022-03-08TNI"),
        ("They met last week.", "2022-W09"),
        ("Talks resume next week.", "2022-W11"),
        ("Officials met over the weekend.", "2022-W09-WE"),
        ("Exports fell last month.", "2022-02"),
        ("An embassy will open later this year.", "2022"),
        ("Two years ago borders closed.", "2020"),
        ("Three days ago the talks broke off.", "2022-03-06"),
        ("The two presidents met on October 25.", "2021-10-25"),
        ("The two presidents will meet on October 25.", "2022-10-25"),
        ("The President was elected in November.", "2021-11"),
        ("The summit will be held in June.", "2022-06"),
        ("Last summer the mission ended.", "2021-SU"),
        ("Growth slowed in the fourth quarter.", "2021-Q4"),
        ("They met on Thanksgiving.", "2021-11-25"),
        ("The war began in the spring of 1942.", "1942-SP"),
        ("Trade grew in the first half of 2019.", "2019-H1"),
        ("The talks lasted two weeks.", "P2W"),
        ("A three-day visit was announced.", "P3D"),
        ("Over the past decade trade doubled.", "P1DE"),
        ("They meet every week.", "P1W"),
        ("The committee reports annually.", "P1Y"),
        ("Relations are now close.", "PRESENT_REF"),
        ("They recently exchanged letters.", "PAST_REF"),
        ("Contacts go on in recent weeks.", "PXW"),
        ("The party was founded in the 1950s.", "195"),
        ("Relations date from the 19th century.", "18"),
        ("Carthage fell in 146 BC.", "BC0146"),
        ("The budget for financial year 2023-24 was adopted.", "FY2023"),
        ("Gas was short in the winter of 2022/23.", "2022-WI"),
        ("Done at Paris this twelfth day of December, two thousand and fifteen.", "2015-12-12"),
        ("Done at New York on the ninth of May nineteen ninety-two.", "1992-05-09"),
        ("Aid doubled in fiscal year 2021.", "FY2021"),
        ("He will decide by Friday, March 4.", "2022-03-04"),
    ],
)
def test_news_counts_from_its_day(text: str, value: str) -> None:
    assert timex(text) == [value]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met in late June 2021.", "2021-06-21", "2021-06-30"),
        ("They met in early February 2020.", "2020-02-01", "2020-02-10"),
        ("They met in mid-May 2020.", "2020-05-11", "2020-05-20"),
        ("The rules changed in mid-2019.", "2019-05-01", "2019-08-31"),
        ("The second quarter of 2020 was hard.", "2020-04-01", "2020-06-30"),
        ("They met last week.", "2022-02-28", "2022-03-06"),
        ("In the 1990s they did not meet.", "1990-01-01", "1999-12-31"),
        ("They met on the night of 3 May 2021.", "2021-05-03", "2021-05-03"),
        ("Over the past 30 days nothing moved.", "2022-02-07", "2022-03-09"),
    ],
)
def test_intervals(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]


def test_a_range_is_one_interval_of_two_dates() -> None:
    text = "The envoy visited Amman from August 14 to 16, 2021, and Ghana sat on the Council for the 2022-2023 term."
    mentions = find(text)
    expressions = resolve(mentions, text, PUBLISHED)
    assert [(p.first, p.last) for p in periods(mentions, expressions)] == [
        ("2021-08-14", "2021-08-16"),
        ("2022-01-01", "2023-12-31"),
    ]
    assert text[periods(mentions, expressions)[1].start : periods(mentions, expressions)[1].end] == "2022-2023"


def test_a_range_shares_its_year() -> None:
    assert timex("Between May and July 2021 they met twice.") == ["2021-05", "2021-07"]
    assert timex("It ran from December to March 2021.") == ["2020-12", "2021-03"]
    assert timex("He will travel to Egypt and Uganda July 24-August 1.") == ["2022-07-24", "2022-08-01"]


def test_events_just_told_carry_what_follows() -> None:
    text = (
        "The accord was signed on 17 September 1978. Two days later parliament met; the following year it was ratified."
    )
    assert timex(text) == ["1978-09-17", "1978-09-19", "1979"]


def test_a_history_keeps_its_own_time() -> None:
    text = (
        "The Congress of Vienna opened in September 1814. In December, the powers fell out over Saxony. "
        "In February they agreed, and on 9 June 1815 the Final Act was signed. Nine days later came Waterloo."
    )
    assert timex(text, None) == ["1814-09", "1814-12", "1815-02", "1815-06-09", "1815-06-18"]


def test_two_relative_days_in_one_text() -> None:
    text = (
        "The Foreign Secretary and the Foreign Minister met in London yesterday. "
        "Both looked forward to continuing their talks tomorrow."
    )
    assert timex(text) == ["2022-03-08", "2022-03-09"]


def test_a_quotation_counts_from_its_speaking() -> None:
    text = "“We shall sign tomorrow,” the Minister told reporters on Monday."
    assert timex(text) == ["2022-03-08", "2022-03-07"]


def test_what_cannot_be_known_stays_open() -> None:
    text = "They will meet on Friday, on January 30 and in June, two weeks after yesterday."
    assert timex(text, None) == ["XXXX-WXX-5", "XXXX-01-30", "XXXX-06", "P2W", "XXXX-XX-XX"]
    assert all(first is None for first, _ in days(text, None))


def test_a_year_known_by_other_means() -> None:
    assert timex("The UN reported it on September 25.", None, year=2021) == ["2021-09-25"]
    assert timex("They met last year; he came on Friday.", None, year=2021) == ["2020", "XXXX-WXX-5"]


def test_figures_follow_the_documents_own_order() -> None:
    assert timex("Signed 4/9/2021 and ratified 25/9/2021.") == ["2021-09-04", "2021-09-25"]
    assert timex("Signed 4/9/2021 and ratified 9/25/2021.") == ["2021-04-09", "2021-09-25"]
    assert timex("On April 8, 2021 they met; signed 4/9/2021.") == ["2021-04-08", "2021-04-09"]


def test_a_weekday_that_does_not_fit_is_kept_and_pointed_out() -> None:
    text = "The treaty was signed on Monday, 8 December 1987, and ratified on Friday, 27 May 1988."
    mentions = find(text)
    expressions = resolve(mentions, text, None)
    (conflict,) = weekday_conflicts(mentions, expressions)
    assert conflict.expression.timex == "1987-12-08"
    assert (conflict.written, conflict.actual) == ("Monday", "Tuesday")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The envoy arrived on Monday, 8 March 2022.", "8 March 2022 falls on a Tuesday, not on a Monday"),
        ("The envoy will leave on Monday, 15 March.", "15 March 2022 falls on a Tuesday, not on a Monday"),
        ("The accord expires on 31 April 2023.", "that month has no such day"),
        ("The envoy arrived on Tuesday, 8 March 2022.", None),
        ("They meet on Thursday and Friday, March 17 and 18.", None),
    ],
)
def test_the_record_says_which_day_cannot_be(text: str, note: str | None) -> None:
    assert next((date.note for date in resolve(find(text), text, PUBLISHED) if date.note), None) == note


def test_two_weekdays_before_two_days() -> None:
    text = "The Minister will be in Warsaw on Thursday and Friday, March 17 and 18, and back on Saturday."
    assert timex(text)[:3] == ["2022-03-17", "2022-03-17", "2022-03-18"]


def test_news_that_looks_back_stays_there_for_a_sentence() -> None:
    text = "In June 2018 the two met in Singapore. In September they signed a paper. In December he resigned."
    assert timex(text)[:2] == ["2018-06", "2018-09"]
    assert timex("In June 2018 the two met. In September they will meet again.") == ["2018-06", "2022-09"]


def test_what_is_over_counts_from_what_is_over() -> None:
    text = "On 1 March they agreed to meet on 20 April; two days later the embassy reopened."
    assert timex(text) == ["2022-03-01", "2022-04-20", "2022-03-03"]
    assert days("Envoys met over the weekend.", ("2022-03-10", "2022-03-10")) == [("2022-03-05", "2022-03-06")]


def test_the_clauses_tense_decides() -> None:
    text = "The delegation, whose visit the Ministry confirmed, Monday."
    assert [d.timex for d in resolve(find(text), text, PUBLISHED, tense_at=lambda _: "future")] == ["2022-03-14"]
    assert [d.timex for d in resolve(find(text), text, PUBLISHED, tense_at=lambda _: "past")] == ["2022-03-07"]


def test_a_time_of_day_takes_the_day_beside_it() -> None:
    assert timex("The call began at 6 a.m. on 3 October 2021.") == ["2021-10-03T06:00", "2021-10-03"]
    assert timex("On 16 January 2014, at 7:10 p.m., they spoke.") == ["2014-01-16", "2014-01-16T19:10"]
