"""The labels of events, facts in words, days and names."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.record import Actor, Dated, Event, Fact, Span, schema
from memcon.wording.days import interval, when
from memcon.wording.labels import MODES, STATUSES, TYPES, kind_of, status_of
from memcon.wording.names import listed, within_a_sentence
from memcon.wording.relations import RELATIONS
from memcon.wording.words import fact_in_words

HERE = Span(0, 3, "met")


def an_event(type: str, status: str = "happened", **more: Any) -> Event:
    return Event("e1", type, more.pop("cameo", None), "VCOOP", more.pop("source", ("a",)), ("b",), status, False, None,
                 HERE, HERE, **more)  # fmt: skip


@pytest.mark.parametrize(
    ("event", "label"),
    [
        (an_event("CONSULT"), "talks"),
        (an_event("CONSULT", mode="phone"), "call"),
        (an_event("CONSULT", cameo="0421", mode="visit"), "visit"),
        (an_event("AGREE", "planned", act="CONSULT", mode="visit"), "planned visit"),
        (an_event("AGREE", "planned", act="CONSULT", cameo="036"), "planned talks"),
        (an_event("AGREE", "offered", act="AID"), "offered aid"),
        (an_event("REQUEST", "requested"), "request"),
        (an_event("REQUEST", "requested", mode="assist"), "request for help"),
        (an_event("REQUEST", "requested", act="RETREAT", mode="release"), "request for release"),
        (an_event("REJECT", act="CONSULT"), "refusal of talks"),
        (an_event("REJECT", "denied", act="COERCE"), "denied refusal of coercion"),
        (an_event("REJECT", "hypothetical"), "possible refusal"),
        (an_event("REJECT", act="ACCUSE"), "refusal"),
        (an_event("THREATEN", "planned", act="ASSAULT"), "threat of attack"),
        (an_event("THREATEN", "denied", act="ASSAULT"), "denied threat of attack"),
        (an_event("ASSAULT", "alleged", cameo="196"), "alleged ceasefire violation"),
        (an_event("SANCTION", "hypothetical", cameo="163"), "possible sanctions"),
        (an_event("CONSULT", "postponed", mode="visit"), "postponed visit"),
        (an_event("SUPPORT", "conditional", cameo="0571"), "conditional agreement signed"),
    ],
)
def test_the_label_of_an_event(event: Event, label: str) -> None:
    assert f"{status_of(event)} {kind_of(event)}".strip() == label


def test_there_is_a_word_for_everything_in_the_schema() -> None:
    events, facts = schema()["$defs"]["event"]["properties"], schema()["$defs"]["fact"]["properties"]
    assert set(TYPES) == set(events["type"]["enum"])
    assert set(STATUSES) | {"happened"} == set(events["status"]["enum"])
    assert set(RELATIONS) == set(facts["relation"]["enum"])
    assert all(key.split()[0] in TYPES for key in MODES)
    for said in RELATIONS.values():
        assert said.count(" | ") == 1, said


def a_fact(relation: str, start: str | None = None, end: str | None = None, **more: Any) -> Fact:
    return Fact("f1", relation, "a", "b", start, end, HERE, **more)


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (a_fact("member_of", "1991-09-17"), "Estonia is a member of the UN"),
        (a_fact("member_of", "1983-01-01", "1984-12-31"), "Estonia was a member of the UN"),
        (a_fact("member_of", negated=True), "Estonia is not a member of the UN"),
        (a_fact("holds_office", value="President"), "Estonia is President of the UN"),
        (a_fact("elected_to", value="non-permanent member"), "Estonia was elected non-permanent member of the UN"),
        (a_fact("opened_mission", value="embassy"), "Estonia opened its embassy at the UN"),
        (a_fact("signed", value="border treaty"), "Estonia signed border treaty (the UN)"),
        (a_fact("independent_from"), "Estonia became independent from the UN"),
    ],
)
def test_a_fact_in_words(fact: Fact, sentence: str) -> None:
    assert fact_in_words(fact, "Estonia", "the UN") == sentence


def test_a_fact_of_several() -> None:
    assert fact_in_words(a_fact("admitted_to"), "Estonia and Latvia", "the UN", several=True) == (
        "Estonia and Latvia were admitted to the UN"
    )
    assert fact_in_words(a_fact("member_of"), "Estonia and Latvia", "the UN", several=True) == (
        "Estonia and Latvia are members of the UN"
    )


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2021-09-25", "2021-09-25", "25 Sep 2021"),
        ("2021-06-21", "2021-06-30", "21–30 Jun 2021"),
        ("1992-05-01", "1992-05-31", "May 1992"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2012-01-01", "2013-12-31", "2012–2013"),
        ("2012-01-01", "2012-12-31", "2012"),
        ("2021-06-28", "2021-07-02", "28 Jun – 2 Jul 2021"),
        ("1992-03-02", None, "since 2 Mar 1992"),
        (None, "1992-03-02", "until 2 Mar 1992"),
        (None, None, ""),
    ],
)
def test_an_interval_as_a_person_writes_it(start: str | None, end: str | None, written: str) -> None:
    assert interval(start, end) == written


def test_a_day_that_stays_unresolved_is_shown_as_it_stands() -> None:
    assert when(Dated(None, None, "stated", Span(0, 6, "Friday"))) == "“Friday”"
    assert when(None) == ""


@pytest.mark.parametrize(
    ("name", "kind", "within"),
    [
        ("United Nations", "organization", "the United Nations"),
        ("Non-Aligned Movement", "organization", "the Non-Aligned Movement"),
        ("Azerbaijan", "state", "Azerbaijan"),
        ("Philippines", "state", "the Philippines"),
        ("NATO", "organization", "NATO"),
        ("Trend News Agency", "organization", "Trend News Agency"),
        ("Anna Union", "person", "Anna Union"),
    ],
)
def test_the_article_that_english_gives_a_name(name: str, kind: str, within: str) -> None:
    assert within_a_sentence(Actor("a", name, kind)) == within


def test_a_ministry_is_some_states() -> None:
    ministry = Actor("a", "Foreign Ministry", "organization", "ESTGOV", "EST")
    assert within_a_sentence(ministry, {"EST": "Estonia"}) == "the Foreign Ministry of Estonia"
    assert within_a_sentence(ministry, {"USA": "United States"}) == "the Foreign Ministry"
    defence = Actor("a", "Ministry of Defence", "organization", "USAGOV", "USA")
    assert within_a_sentence(defence, {"USA": "United States"}) == "the Ministry of Defence of the United States"


def test_a_list_of_names() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed("ABCDEFGH") == "A, B, C, D, E and 3 others"


def test_what_was_founded_is_not_its_own_founder() -> None:
    fact = Fact("f1", "founded", "a", None, "1964-03", "1964-03", HERE, value="United Nations force")
    assert fact_in_words(fact, "the force", None) == "the force was founded"
    assert fact_in_words(fact, "the force", "the Security Council") == "the force was founded by the Security Council"
