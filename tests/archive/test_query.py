"""A query that does not parse says where, and what it could have been."""

from __future__ import annotations

import contextlib

import pytest

from memcon.archive import Archive, QueryError
from memcon.archive.query import And, Field, Not, Or, Words, parse


def test_words_fields_and_days() -> None:
    query = parse("ceasefire from:ARM to:AZE type:accuse since:2020 until:2021-06")
    assert isinstance(query.node, And)
    assert [type(node) for node in query.node.nodes] == [Words, Field, Field, Field]
    assert query.node.nodes[3] == Field("type", ("ACCUSE",), 26, 37)
    assert (query.since, query.until) == ("2020-01-01", "2021-06-30")


def test_phrases_beginnings_alternatives_and_exclusions() -> None:
    query = parse("(“prisoner exchange” OR negotiat*) -nuclear status:planned,happened")
    assert isinstance(query.node, And)
    either, without, status = query.node.nodes
    assert isinstance(either, Or)
    assert [(w.text, w.begins) for w in either.nodes if isinstance(w, Words)] == [
        ("prisoner exchange", False),
        ("negotiat", True),
    ]
    assert isinstance(without, Not)
    assert isinstance(status, Field)
    assert status.values == ("planned", "happened")


@pytest.mark.parametrize(
    ("query", "marked", "said"),
    [
        ("ceasefire type:ACUSE", "ACUSE", "did you mean ACCUSE?"),
        ("fron:ARM", "fron", "did you mean from:?"),
        ("verdict:wrong", "wrong", "supported, contradicted, disputed, not_covered"),
        ("truce since:20x", "20x", "write 2021-09-25, 2021-09 or 2021"),
        ("since:2021-02-30", "2021-02-30", "is no day"),
        ("from:Azerbijan", "Azerbijan", "did you mean 'Azerbaijan'?"),
        ("a (b OR c", "(", "never closed"),
        ("a) b", ")", "never opened"),
        ("“abc", "“", "never closed"),
        ("a OR", "OR", "both sides"),
        ("from: ARM", "from:", "right after the colon"),
        ("a -", None, None),
        ("(since:2020 a)", "since:2020", "brackets"),
        ("()", "()", "nothing between"),
        ("a NOT", "NOT", "something after"),
        ("***", "***", "no word"),
        ("", None, "it is empty"),
    ],
)
def test_what_is_wrong_is_shown_in_its_place(
    archive: Archive, query: str, marked: str | None, said: str | None
) -> None:
    with pytest.raises(QueryError) as caught:
        archive.search(query)
    if marked:
        assert query[caught.value.start : caught.value.end] == marked
        assert caught.value.pointed.splitlines()[1].index("^") == query.index(marked)
    if said:
        assert said in str(caught.value)


@pytest.mark.parametrize("query", ['he said: "stop"', "a:b:c", "NEAR(a b)", "text:x", '"', "a AND b", "x' OR 1=1", "🙂", "a*b*", "-a"])  # fmt: skip # noqa: E501
def test_whatever_is_typed_is_answered_or_explained(archive: Archive, query: str) -> None:
    with contextlib.suppress(QueryError):
        archive.search(query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("(" * 400 + "a" + ")" * 400, "too many brackets"),
        ("NOT " * 3000 + "a", "too many brackets"),
        ("a\0b", "no text has"),
    ],
)
def test_what_only_a_machine_would_write_is_refused(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        parse(query)
