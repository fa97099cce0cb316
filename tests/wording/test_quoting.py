"""The text's own words for an event: without what the page says already, cut where they run long."""

from __future__ import annotations

import pytest

from memcon.record import Actor, Document, Event, MadeBy, Mention, Record, Span
from memcon.wording.quoting import own_words


def quoted(clause: str, source: str, predicate: str, **how: int | None) -> str:
    at, of = clause.index(predicate), clause.index(source)
    whole, word = Span.of(clause, 0, len(clause)), Span.of(clause, at, at + len(predicate))
    event = Event("e1", "CONSULT", None, "VCOOP", ("a",), (), "happened", False, None, word, whole)
    actor = Actor("a", source, "state", mentions=(Mention(of, of + len(source), source, "name"),))
    record = Record(Document("d", clause), MadeBy("0", "model"), (actor,), events=(event,))
    return own_words(event, record, **how).shown("…")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "source", "predicate", "words"),
    [
        ("Estonia met Latvia in Riga.", "Estonia", "met", "met Latvia in Riga"),
        ("Estonia has not yet recognised Kosovo.", "Estonia", "recognised", "has not yet recognised Kosovo"),
        ("The chief of staff, Anna Tamm, hosted talks", "Anna Tamm", "hosted", "hosted talks"),
        ("Latvia was visited by Estonia", "Estonia", "visited", "Latvia was visited by Estonia"),
        ("Estonia’s ambassador met Latvia", "Estonia", "met", "Estonia’s ambassador met Latvia"),
        ("that Estonia met Latvia", "Latvia", "met", "Estonia met Latvia"),
        ("TALLINN, 5 March 2024 – Ministers met in Riga.", "Riga", "met", "Ministers met in Riga"),
        (", 16 June 2021 – Ministers met in Riga.", "Riga", "met", "Ministers met in Riga"),
    ],
)
def test_own_words(clause: str, source: str, predicate: str, words: str) -> None:
    assert quoted(clause, source, predicate) == words


def test_long_clauses_are_cut_around_the_predicate() -> None:
    long = f"{'before ' * 20}Estonia met Latvia {'after ' * 40}"
    words = quoted(long, "Latvia", "met", most=20).split()
    assert words[0] == words[-1] == "…"
    assert "met" in words
    assert len(words) == 22
    assert quoted(long, "Latvia", "met", most=None) == " ".join(long.split())
