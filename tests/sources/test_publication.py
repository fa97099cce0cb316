"""The day of publication: the calendar, and the issuer's clock."""

from __future__ import annotations

import pytest

from memcon.sources import Unreadable, published


def test_a_day_is_a_day() -> None:
    day = published("2021-09-25")
    assert (day.start, day.end, day.basis) == ("2021-09-25", "2021-09-25", "stated")


@pytest.mark.parametrize(
    ("stamp", "outlet", "url", "day"),
    [
        ("2022-02-28T01:20:00Z", None, "https://www.state.gov/briefing/", "2022-02-27"),
        ("2022-02-28T01:20:00Z", "US Department of State", None, "2022-02-27"),
        ("2022-02-28T01:20:00Z", "Baltic News", None, "2022-02-28"),
        ("2022-02-28T23:30:00+00:00", None, "https://www.mofa.go.jp/press", "2022-03-01"),
        ("2022-02-28T01:20:00+04:00", "White House", None, "2022-02-28"),
        ("2022-02-28T01:20", "White House", None, "2022-02-28"),
        ("2022-02-28T22:30:00Z", None, "https://mfa.gov.ke/readout", "2022-03-01"),
        ("2022-02-28T01:20:00Z", None, "https://www.itamaraty.gov.br/nota", "2022-02-27"),
        ("2022-02-28T23:30:00Z", None, "https://news.err.ee/1608", "2022-03-01"),
        ("2022-02-28T01:20:00Z", None, "https://www.gov.uk/government/news", "2022-02-28"),
        ("2022-02-28T23:30:00Z", None, "https://startup.io/news", "2022-02-28"),
        ("2022-02-28T23:30:00Z", None, "https://www.gov.me/clanak", "2022-03-01"),
        ("2022-02-28T23:30:00Z", None, "https://ec.europa.eu/news", "2022-03-01"),
        ("2022-02-28T01:20:00Z", None, "https://notstate.gov.example.org/", "2022-02-28"),
    ],
)
def test_a_timestamp_is_the_issuers_day(stamp: str, outlet: str | None, url: str | None, day: str) -> None:
    found = published(stamp, outlet=outlet, url=url)
    assert found.start == found.end == day
    assert (found.why is not None) == (day != stamp[:10])


@pytest.mark.parametrize(
    "given", ["2021-13-01", "2021-02-29", "25 September 2021", "2021", "yesterday", "2021-09-25x", "0000-00-00", "T"]
)
def test_what_is_no_date_is_refused_with_the_form_to_use(given: str) -> None:
    with pytest.raises(Unreadable, match="write it as 2021-09-25"):
        published(given)
