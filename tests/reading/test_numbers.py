"""Small numbers in words and figures, and days told less than exactly."""

from __future__ import annotations

import pytest

from memcon.reading.facts.placing import reduced
from memcon.reading.facts.spans import figures
from memcon.reading.numbers import number


@pytest.mark.parametrize(
    ("word", "value"), [("46th", 46), ("forty-sixth", 46), ("thirty", 30), ("Fiftieth", 50), ("two", 2), ("soon", None)]
)
def test_numbers(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("1952-01-01", "1952-12-31", "1952"),
        ("1996-02-01", "1996-02-29", "1996-02"),
        ("1996-02-03", "1996-02-03", "1996-02-03"),
        ("1996-02-03", "1996-02-09", "1996-02-03/1996-02-09"),
    ],
)
def test_how_exactly_a_day_was_told(first: str, last: str, told: str) -> None:
    assert reduced(first, last) == told


def test_figures_of_a_decision() -> None:
    words = "adopted resolution ES-11/1 at its eleventh emergency session by 141 votes to 5, with 35 abstentions"
    found = figures(words)
    assert found["session"] == 11
    assert str(found["vote"]).startswith("141 votes to 5")
