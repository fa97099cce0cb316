"""A sample of the rows of every table, each in ten wordings: what is so is never contradicted, what cannot be so is."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

import pytest
from tests.checking.wordings import ALL, Row, Told, told

from memcon.checking import check
from memcon.language import Parser
from memcon.reading import read_many
from memcon.record import Document

SAMPLE = 4  # rows a table; each becomes ten sentences that are so, and ten that are not
SEED = 20

Answer = tuple[Told, Row, set[str]]


def sample() -> Iterator[tuple[Told, Row]]:
    chance = random.Random(SEED)
    for rows_of in ALL:
        rows = list(rows_of())
        for row in chance.sample(rows, SAMPLE):
            for way in range(10):
                yield told(row, way), row
                if row.start:
                    yield told(row, way, years=row.shift), row


@pytest.fixture(scope="module")
def answers(parser: Parser) -> dict[str, list[Answer]]:
    asked = list(sample())
    records = read_many((Document(str(n), t.text) for n, (t, _) in enumerate(asked)), parser)
    found: dict[str, list[Answer]] = defaultdict(list)
    for (one, row), record in zip(asked, records, strict=True):
        checked = check(record)
        verdicts = {fact.check.verdict for fact in checked.facts if fact.check}
        verdicts |= {o.check.verdict for a in checked.actors for o in a.offices if o.check}
        found[one.table].append((one, row, verdicts))
    return found


TABLES = (
    "un_members",
    "memberships",
    "unsc_terms",
    "terms",
    "heads_of_bodies",
    "nam_chairs",
    "independence",
    "un_system",
)


@pytest.mark.parametrize("table", TABLES)
def test_what_is_so_is_never_contradicted(answers: dict[str, list[Answer]], table: str) -> None:
    wrong = [one.text for one, _, verdicts in answers[table] if not one.moved and "contradicted" in verdicts]
    assert not wrong


@pytest.mark.parametrize("table", TABLES)
def test_what_is_so_is_mostly_supported(answers: dict[str, list[Answer]], table: str) -> None:
    true = [(one.text, "supported" in verdicts) for one, _, verdicts in answers[table] if not one.moved]
    assert sum(ok for _, ok in true) >= 0.8 * len(true), [text for text, ok in true if not ok]


@pytest.mark.parametrize("table", ["un_members", "memberships", "unsc_terms"])
def test_a_certain_row_told_years_off_is_contradicted(answers: dict[str, list[Answer]], table: str) -> None:
    told_off = [(one.text, verdicts) for one, row, verdicts in answers[table] if one.moved and row.certain and verdicts]
    assert told_off
    assert not [each for each in told_off if "contradicted" not in each[1]]


@pytest.mark.parametrize("table", [t for t in TABLES if t != "un_system"])
def test_what_is_years_off_is_never_supported(answers: dict[str, list[Answer]], table: str) -> None:
    wrong = [one.text for one, _, verdicts in answers[table] if one.moved and verdicts == {"supported"}]
    assert not wrong


def test_most_terms_told_years_off_are_contradicted(answers: dict[str, list[Answer]]) -> None:
    moved = [(one.text, verdicts) for one, _, verdicts in answers["terms"] if one.moved and verdicts]
    contradicted = [text for text, verdicts in moved if "contradicted" in verdicts]
    assert len(contradicted) >= 0.5 * len(moved)
