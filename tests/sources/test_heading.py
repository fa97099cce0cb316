"""Byline, dateline, outlet and title, and what must not be taken for them."""

from __future__ import annotations

import pytest

from memcon.sources.heading import heading_of

BODY = "The foreign ministers of Estonia and Finland met in Tallinn on Tuesday and discussed the Baltic Sea."


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Tamm", "Anna Tamm"),
        ("By Anna Tamm and Juhan van der Berg", "Anna Tamm and Juhan van der Berg"),
        ("BY ANNA TAMM", "ANNA TAMM"),
        ("By Anna Tamm, Baltic News", "Anna Tamm"),
        ("By Anna Tamm in Tallinn", "Anna Tamm"),
        ("By Monday the ministers had agreed", None),
        ("By Order Of The President all ministers met", None),
    ],
)
def test_byline(line: str, byline: str | None) -> None:
    assert heading_of(f"{line}\r\n\r\n{BODY}").byline == byline


def test_a_closing_credit_is_a_byline() -> None:
    assert heading_of(f"{BODY}\n\n(Reporting by Anna Tamm; editing by Juhan Kask)").byline == "Anna Tamm"


@pytest.mark.parametrize(
    ("dateline", "outlet", "day"),
    [
        ("ASTANA, 3 March 2021 (Agency) – ", "Agency", "2021-03-03"),
        ("ASTANA – ", None, None),
        ("WASHINGTON, Sept. 4, 2020 (Reuters) - ", "Reuters", "2020-09-04"),
        ("LONDON (AP) — ", "AP", None),
        ("GENEVA/NEW YORK, 5 May 2020 – ", None, "2020-05-05"),
        ("PORT-AU-PRINCE, Haiti -- ", None, None),
        ("TALLINN, February 30, 2021 – ", None, None),
        ("(ANSA) - TUNIS, JUL 16, 2023 - ", "ANSA", "2023-07-16"),
        ("ISTANBUL, July 22, 2022. /TASS/. ", "TASS", "2022-07-22"),
    ],
)
def test_dateline(dateline: str, outlet: str | None, day: str | None) -> None:
    heading = heading_of(dateline + BODY)
    assert heading.outlet == outlet
    assert (heading.published.start if heading.published else None) == day
    if heading.published:
        span = heading.published.text
        assert span is not None
        assert (dateline + BODY)[span.start : span.end] == span.text


def test_a_title_stands_alone_above_a_longer_text() -> None:
    assert heading_of(f"Ministers meet in Tallinn\n\nTALLINN – {BODY}").title == "Ministers meet in Tallinn"


@pytest.mark.parametrize(
    "under",
    [
        "TALLINN, May 4, 2021 (Reuters) – ",
        "By Anna Tamm\n\n",
        "Tallinn, 4 May 2021\n\n",
        "Office of the Prime Minister\nTallinn, 4 May 2021\n\n",
    ],
)
def test_a_title_stands_above_dateline_byline_day_or_letterhead(under: str) -> None:
    text = f"Ministers meet in Tallinn\n{under}{BODY}"
    assert heading_of(text).title == "Ministers meet in Tallinn"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n{BODY}",
        f"Ministers meet in Tallinn\n{BODY}",
        f"The minister flew to Tallinn and\nHelsinki on Tuesday and met\nthe president\n\n{BODY}",
        f"The minister met the president of\n\n{BODY}",
        "Hello",
        "",
        "By\n\nBy",
    ],
)
def test_no_title_where_it_is_not_certain(text: str) -> None:
    assert heading_of(text).title is None


def test_a_long_text_without_a_line_end_costs_nothing() -> None:
    heading_of("A" * 900_000)
    heading_of("By " + "Anna " * 100_000)
    heading_of("\n" * 900_000)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Press briefing of the spokesman – March 14, 2023\n\nJuhan Kask, Spokesman", "2023-03-14"),
        ("Press briefing of the spokesman (14 March 2023)", "2023-03-14"),
        ("Statement on the visit to Dhaka\n\nNew Delhi, 20 August 2020", "2020-08-20"),
        ("Statement on the visit to Dhaka\n\nPublished: Thursday, 20 August 2020", "2020-08-20"),
        ("Statement on the attack of 7 August 1998", None),
        ("Statement on the visit\n\nThe minister left Dhaka on 20 August 2020.", None),
        ("Baku, 3 May 2021 (Agency) –", "2021-05-03"),
        ("SC/14904\n24 MAY 2022\n\nCouncil Fails to Adopt Resolution", "2022-05-24"),
        ("Freedom must be armed: an interview\n\nTallinn, 20 February 2023.", "2023-02-20"),
        ("Daily Press Briefing - June 12, 2023\nJuhan Kask, Spokesman", "2023-06-12"),
        ("Statement\n\n2021-05-03", "2021-05-03"),
        ("A country profile\n\nUpdated 20 September 2023", "2023-09-20"),
        ("A country profile\n\nPublished 2 May 2021\nUpdated 20 September 2023", "2021-05-02"),
        ("Statement\n\n2021-13-03", None),
    ],
)
def test_a_day_at_the_head_is_the_day_of_publication(head: str, day: str | None) -> None:
    text = f"{head} {BODY}" if head.endswith("–") else f"{head}\n\n{BODY}"
    heading = heading_of(text)
    assert (heading.published.start if heading.published else None) == day
