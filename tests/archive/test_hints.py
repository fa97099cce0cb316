"""Names of several words in a query: quotation marks that a shell takes, underscores, and what is said about them."""

from __future__ import annotations

import pytest

from memcon.archive.hints import hints, quoted


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("from:European Union", ['from:"European Union"']),
        ("with:Saudi Arabia type:CONSULT", ['with:"Saudi Arabia"']),
        ("ceasefire (to:United Nations OR place:New York)", ['to:"United Nations"', 'place:"New York"']),
        ("from:Norway ceasefire", []),
        ('from:"European Union" sanctions', []),
        ("about:European Union", []),
        ("from:ARM to:AZE", []),
    ],
)
def test_words_that_are_one_name_are_pointed_out(query: str, meant: list[str]) -> None:
    assert list(hints(query)) == meant


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (("with:European Union", "type:CONSULT"), 'with:"European Union" type:CONSULT'),
        (("-from:Saudi Arabia",), '-from:"Saudi Arabia"'),
        (("from:Norway ceasefire",), "from:Norway ceasefire"),
        (("from:", "Norway"), "from: Norway"),
    ],
)
def test_marks_that_the_shell_took_are_put_back(arguments: tuple[str, ...], query: str) -> None:
    assert quoted(arguments) == query
