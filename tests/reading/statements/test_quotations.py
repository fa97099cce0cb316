"""Quotations by their marks alone."""

from __future__ import annotations

import pytest

from memcon.reading.statements.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He called it “a start” and left.", ["a start"]),
        ('He called it "a start" and "a promise".', ["a start", "a promise"]),
        ("Sie nannte es „einen Anfang“ und ging.", ["einen Anfang"]),
        ("Il parle d’« un début » à Paris.", [" un début "]),
        ("She said ‘the minister’s plan is dead’ on Monday.", ["the minister’s plan is dead"]),
        ("The ministers' plan and the envoys' view differ.", []),
        ("It was ``a start'' for both.", ["a start"]),
        ("“He told me ‘never again’ twice,” she said.", ["He told me ‘never again’ twice,"]),
        ("A stray mark” closes nothing.", []),
        ("“One. “Two.”", ["One.", "Two."]),
        ("He said “it is over.", ["it is over."]),
        ("“First.\n\n“Second.”", ["First.\n\n“Second."]),
        ("“First.”\n\n“Second.”", ["First.", "Second."]),
        ('It is 5" long.', []),
        ("", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == quoted


def test_a_quotation_over_paragraphs_has_a_piece_for_each() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said."
    (found,) = find_quotations(text)
    assert [text[a:b] for a, b in found.pieces] == ["First.", "Second.", "Third,"]
