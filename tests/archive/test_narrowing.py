"""A query is taken apart and put together again without a change of meaning."""

from __future__ import annotations

import pytest

from memcon.archive import QueryError
from memcon.archive.narrowing import dated, joined, narrowed, terms, widened
from memcon.archive.query import parse


@pytest.mark.parametrize(
    "query",
    [
        "ceasefire type:ACCUSE since:2020",
        'with:ARM with:"European Union" -nuclear on:2021 (truce OR ceasefire)',
        "truce OR ceasefire",
        "(truce) OR (ceasefire)",
        "(type:ACCUSE) aid since:2020",
        "NOT type:ACCUSE “prisoner exchange” negotiat*",
        "since:2020",
    ],
)
def test_taking_apart_and_joining_keeps_the_days_and_parses(query: str) -> None:
    again = parse(joined(terms(query)))
    assert (again.since, again.until) == (parse(query).since, parse(query).until)
    assert joined(terms(again.text)) == again.text


def test_any_value_of_a_field_and_every_party() -> None:
    assert narrowed("truce type:ACCUSE", "type", "THREATEN") == "truce type:ACCUSE,THREATEN"
    assert narrowed("with:ARM", "with", "European Union") == 'with:ARM with:"European Union"'
    assert narrowed("truce OR ceasefire", "type", "AGREE") == "(truce OR ceasefire) type:AGREE"
    assert narrowed("(truce) OR (ceasefire)", "type", "AGREE") == "((truce) OR (ceasefire)) type:AGREE"
    assert narrowed("", "verdict", "not_covered") == "verdict:not_covered"
    assert narrowed("", "about", "human_rights") == 'about:"human_rights"'


def test_a_value_or_a_whole_field_is_taken_away() -> None:
    assert widened("truce type:ACCUSE,THREATEN", "type", ["ACCUSE"]) == "truce type:THREATEN"
    assert widened("truce type:ACCUSE with:ARM with:AZE", "with", ["ARM"]) == "truce type:ACCUSE with:AZE"
    assert widened("truce type:ACCUSE,THREATEN", "type") == "truce"


def test_days_are_replaced() -> None:
    assert dated("truce since:2020 until:2021", "2022", None) == "truce since:2022"
    assert dated("on:2021-05 truce", "2021", "2021") == "truce on:2021"
    assert dated("on:2021", None, None) == ""


def test_what_does_not_parse_is_said() -> None:
    with pytest.raises(QueryError, match="never closed"):
        narrowed("(truce", "type", "ACCUSE")
