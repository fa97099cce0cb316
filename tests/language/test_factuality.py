"""What the words around a clause make of it."""

from __future__ import annotations

import pytest

from memcon.language import Clauses, Parser, factuality


@pytest.mark.parametrize(
    ("text", "verb", "verdict"),
    [
        ("Chad attacked Sudan.", "attacked", None),
        ("The minister said that Chad attacked Sudan.", "attacked", None),
        ("The minister confirmed reports that Chad attacked Sudan.", "attacked", None),
        ("It is true that Chad attacked Sudan.", "attacked", None),
        ("It is not true that Chad attacked Sudan.", "attacked", "denied"),
        ("It is a lie that Chad attacked Sudan.", "attacked", "denied"),
        ("The minister dismissed as false a claim that Chad attacked Sudan.", "attacked", "denied"),
        ("He said that there was no proof that Chad attacked Sudan.", "attacked", "alleged"),
        ("The army refused to confirm that Chad attacked Sudan.", "attacked", "alleged"),
        ("It is unlikely that Chad attacked Sudan.", "attacked", "hypothetical"),
    ],
)
def test_factuality(parser: Parser, text: str, verb: str, verdict: str | None) -> None:
    clauses = Clauses(parser.parse(text))
    (clause,) = [c for c in clauses.all if clauses.text.tokens[c.verb].text == verb]
    assert factuality(clauses, clause) == verdict
