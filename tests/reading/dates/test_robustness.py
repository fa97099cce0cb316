"""No text, however damaged, raises; nor does it take long."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.reading.dates import find, periods, resolve, weekday_conflicts

REPORTS = (
    "ASTANA, 9 Mar – The Ministers met on Tuesday, 8 March 2022, and will meet again next week, “tomorrow” at 6 a.m.",
    "In late June, from August 14 to 16 and between May and July 2021, two weeks earlier than in the 1990s or 490 BC.",
    "On 25/9/2021 (2021-09-25T18:00Z), the 28th of that month, Christmas Eve, Q3 2020, fiscal 2019, every Friday.",
    "Forty-year-old accords of the 19th century; the past 30 days; last summer; a three-day visit; Feb. 29, 2023; '89.",
)
DAMAGE = st.sampled_from(
    ["", " ", "\n\n", "-", "–", ",", "’", "“", '"', "\u200b", "██", "0", "99999", "31", "May", "of", "🕊"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(REPORTS), st.integers(0, 130), st.integers(0, 130), DAMAGE), max_size=6))
def test_cuts_and_joins(pieces: list[tuple[str, int, int, str]]) -> None:
    text = "".join(report[min(a, b) : max(a, b)] + mark for report, a, b, mark in pieces)
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789/-:.,'’ stndrhMaySunFriBCADQpm\n", max_size=120))
def test_figures_and_marks(text: str) -> None:
    check(text)


def check(text: str) -> None:
    mentions = find(text)
    for published in (None, ("2022-03-09", "2022-03-09"), ("2022-01-01", "2022-12-31"), ("0001-01-01", "0001-01-01")):
        expressions = resolve(mentions, text, published, year=None if published else 9999)
        assert len(expressions) == len(mentions)
        for expression in expressions:
            assert text[expression.start : expression.end] == expression.text
            assert (expression.first is None) == (expression.last is None)
            assert expression.first is None or expression.last is None or expression.first <= expression.last
        periods(mentions, expressions)
        weekday_conflicts(mentions, expressions)


def test_time_grows_with_length_only() -> None:
    for piece in ("1, 2, 3 and ", "the last ", "one two ", "May ", "2021-", "“today ", "a few ", "   ", "\n"):
        text = piece * 4000 + "May 2021"
        started = time.process_time()
        resolve(find(text), text, ("2022-03-09", "2022-03-09"))
        assert time.process_time() - started < 4, piece
