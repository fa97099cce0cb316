"""By way of whom, to whom, on what occasion and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.reading.context import ActorIndex
from memcon.record import Statement

SaidBy = Callable[..., tuple[tuple[Statement, ...], ActorIndex]]


def names(actors: ActorIndex, ids: tuple[str, ...]) -> list[str]:
    return [actors.actor(i).name for i in ids]


def test_an_agency_that_reports_what_a_minister_said_makes_two_layers(said_by: SaidBy) -> None:
    (outer, inner), actors = said_by(
        "The Xinhua news agency reported that Foreign Minister Wang Yi said China would attend the summit."
    )
    assert outer.content.text == "Foreign Minister Wang Yi said China would attend the summit"
    assert outer.via == ()
    assert inner.content.text == "China would attend the summit"
    assert inner.speaker is not None
    assert actors.actor(inner.speaker).name == "Wang Yi"
    assert inner.via == (outer.speaker,)


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto was quoted by Reuters as saying that Kenya would send more officers.",
        "Reuters quoted President William Ruto as saying that Kenya would send more officers.",
        "President William Ruto told Reuters that Kenya would send more officers.",
        "In an interview with Reuters, President William Ruto said that Kenya would send more officers.",
    ],
)
def test_the_outlet_that_carried_the_words(said_by: SaidBy, text: str) -> None:
    (found,), actors = said_by(text)
    assert found.speaker is not None
    assert actors.actor(found.speaker).name == "William Ruto"
    assert names(actors, found.via) == ["Reuters"]
    assert found.content.text == "Kenya would send more officers"


def test_the_report_speaks_for_the_outlet_that_reported_before(said_by: SaidBy) -> None:
    text = (
        "The European Commission has opened an office in Chisinau, the Council of Europe reported on its website. "
        "The office will have ten staff, the report added."
    )
    (first, second), _ = said_by(text)
    assert first.speaker is not None
    assert second.speaker == first.speaker
    assert second.speaker_text is not None
    assert second.speaker_text.text == "the report"


def test_a_letter_with_its_addressee_and_date(said_by: SaidBy) -> None:
    text = (
        "In early March, in a letter to President Emmanuel Macron, Chancellor Olaf Scholz said that “Germany will "
        "send engineers”.\n\nHe expressed his confidence that the bridge would be open by autumn."
    )
    (first, second), actors = said_by(text)
    for found in (first, second):
        assert found.occasion == "letter"
        assert found.addressee is not None
        assert actors.actor(found.addressee).name == "Emmanuel Macron"
        assert found.date is not None
        assert (found.date.start, found.date.end) == ("2024-03-01", "2024-03-10")
    assert first.date is not None
    assert first.date.basis == "stated"
    assert second.date is not None
    assert second.date.basis == "context"


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("At a press conference in Geneva, Filippo Grandi said that funds were short.", "press conference"),
        ("Filippo Grandi told reporters in Geneva that funds were short.", "press"),
        ("In a telephone call with the king, Filippo Grandi said that funds were short.", "telephone call"),
        ("Filippo Grandi tweeted that funds were short.", "tweet"),
        ("Filippo Grandi said in an interview that funds were short.", "interview"),
        ("The resolution says that funds are short.", "resolution"),
        ("Filippo Grandi said that funds were short.", None),
    ],
)
def test_the_occasion(said_by: SaidBy, text: str, occasion: str | None) -> None:
    (found,), _ = said_by(text)
    assert found.occasion == occasion


def test_the_day_of_the_saying_is_not_a_day_in_what_is_said(said_by: SaidBy) -> None:
    (found,), _ = said_by("The envoy said on Tuesday that elections would be held on April 7.", "2024-03-15")
    assert found.date is not None
    assert (found.date.start, found.date.end) == ("2024-03-12", "2024-03-12")
    (found,), _ = said_by("The envoy said that elections would be held on April 7.", "2024-03-15")
    assert found.date is None


def test_every_link_of_a_chain_innermost_first(said_by: SaidBy) -> None:
    text = "The European Commission said it had convened a meeting, its spokesman Eric Mamer told Reuters."
    found, actors = said_by(text)
    outer, inner = found
    assert names(actors, outer.via) == ["Reuters"]
    assert inner.content.text == "it had convened a meeting"
    assert names(actors, inner.via) == ["Eric Mamer", "Reuters"]


def test_a_spokesman_carries_what_his_president_says(said_by: SaidBy) -> None:
    text = (
        "President Volodymyr Zelenskyy said through his spokesman, Serhiy Nykyforov, that Kyiv was ready to continue."
    )
    (found,), actors = said_by(text)
    assert names(actors, found.via) == ["Serhiy Nykyforov"]


def test_an_agency_that_quotes_an_agency(said_by: SaidBy) -> None:
    text = (
        "State news agency Anadolu quoted Foreign Minister Mevlut Cavusoglu as saying that Ankara had concerns, "
        "Reuters reported."
    )
    found, actors = said_by(text)
    inner = next(s for s in found if s.content.text == "Ankara had concerns")
    assert names(actors, inner.via) == ["Anadolu Agency", "Reuters"]


def test_what_is_added_by_it_is_the_bodys_that_spoke_before(said_by: SaidBy) -> None:
    text = (
        "“The allegations are absurd,” India’s Ministry of External Affairs said in a statement. "
        "It added that similar claims had been made to Prime Minister Narendra Modi."
    )
    found, _ = said_by(text)
    assert found[0].speaker is not None
    assert [s.speaker for s in found] == [found[0].speaker] * 2


def test_several_speakers_are_not_one_of_them(said_by: SaidBy) -> None:
    text = "The ministers of Kenya and Uganda met in Nairobi. Both ministers said that trade would grow."
    (found,), _ = said_by(text)
    assert found.speaker is None
    assert found.speaker_text is not None
    assert found.speaker_text.text == "Both ministers"


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Oana Lungescu told a regular briefing that nothing had changed.", "press conference"),
        ("Javier Milei wrote on X that Argentina would not join.", "social media"),
        ("A resident said by phone that the town was quiet.", "telephone call"),
        ("The Associated Press reported that the talks had ended.", None),
    ],
)
def test_the_occasion_where_a_word_has_two_meanings(said_by: SaidBy, text: str, occasion: str | None) -> None:
    (found,), _ = said_by(text)
    assert found.occasion == occasion


def test_i_is_whoever_the_title_names(said_by: SaidBy) -> None:
    text = "Speech by Foreign Minister Annalena Baerbock\n\nI told my colleague that Germany wanted fair partnerships."
    (found,), actors = said_by(text)
    assert found.speaker is not None
    assert actors.actor(found.speaker).name == "Annalena Baerbock"


def test_who_releases_a_statement_speaks_in_it(said_by: SaidBy) -> None:
    (one,), actors = said_by("The Arab League met in Cairo. It released a statement which said, “The siege must end.”")
    assert one.speaker is not None
    assert actors.actor(one.speaker).name == "League of Arab States"
