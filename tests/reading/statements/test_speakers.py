"""Who speaks: titles behind the cue, labels of transcripts, pronouns, and what is an act rather than a saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.reading.context import ActorIndex
from memcon.record import Statement

Said = Callable[..., tuple[Statement, ...]]
SaidBy = Callable[..., tuple[tuple[Statement, ...], ActorIndex]]


def told(said_by: SaidBy, text: str) -> list[tuple[str | None, str]]:
    """Each statement as its speaker's name and its content."""
    statements, actors = said_by(text)
    return [(actors.actor(s.speaker).name if s.speaker else None, s.content.text) for s in statements]


def test_a_long_title_between_the_cue_and_the_name_does_not_hide_the_speaker(said_by: SaidBy) -> None:
    (statement,), actors = said_by(
        "WASHINGTON - The department imposed sanctions on two banks.\n\n"
        '"We will not look away," said Under Secretary of the Treasury for Terrorism and Financial Intelligence '
        'Brian E. Nelson. "Our partners agree with us."'
    )
    assert statement.speaker is not None
    assert actors.actor(statement.speaker).name == "Brian E. Nelson"
    assert [part.text for part in statement.content_parts] == [
        "We will not look away",
        "Our partners agree with us.",
    ]


def test_what_an_agency_tells_of_a_saying_is_left_to_the_chain(said_by: SaidBy) -> None:
    (statement,), actors = said_by(
        '"We are ready to meet at any time," U.S. special envoy Sung Kim told reporters in Tokyo on Tuesday, '
        "Yonhap News Agency reported."
    )
    assert statement.content.text == "We are ready to meet at any time"
    assert statement.speaker is not None
    assert actors.actor(statement.speaker).name == "Sung Kim"
    assert [actors.actor(who).name for who in statement.via] == ["Yonhap News Agency"]


def test_the_label_of_a_transcript_means_the_person_named_in_its_head(said_by: SaidBy) -> None:
    found = told(
        said_by,
        "Ned Price, Department Spokesperson\n\nMR PRICE: We do not seek conflict with Russia.\n\n"
        "QUESTION: Will the talks go on next week?\n\nMR PRICE: We have taken no decision on that.",
    )
    assert [speaker for speaker, _ in found] == ["Ned Price", None, "Ned Price"]


def test_the_text_goes_on_behind_the_last_answer_of_an_interview(said_by: SaidBy) -> None:
    found = told(
        said_by,
        "Estonian Foreign Minister Margus Tsahkna said on Monday that he trusted the allies.\n\n"
        "Q: Will the Union use the frozen assets?\n\nA: We have been calling for it since last year.\n\n"
        "Q: Will Hungary block it?\n\nA: I hope that it will not do so.\n\nThe Union meets again in April.",
    )
    assert ("Margus Tsahkna", "I hope that it will not do so") in found


def test_nobody_names_himself_in_his_own_words(said_by: SaidBy) -> None:
    found = told(
        said_by,
        "Estonian Foreign Minister Margus Tsahkna said that sanctions must stay. "
        '"Vladimir Putin has not changed his goals," he said.',
    )
    assert found[-1] == ("Margus Tsahkna", "Vladimir Putin has not changed his goals")


def test_who_is_asked_about_another_answers_himself(said_by: SaidBy) -> None:
    found = told(
        said_by,
        "NATO Secretary General Jens Stoltenberg said that the allies would spend more. "
        "Asked about remarks by Donald Trump, he replied that the alliance was strong.",
    )
    assert found[-1] == ("Jens Stoltenberg", "the alliance was strong")


@pytest.mark.parametrize(
    "text",
    [
        "A PKK spokesman denied the figure.",
        "Lithuania declared independence in 1990.",
        'The Polish prime minister thanked Chancellor Angela Merkel for her "solidarity".',
    ],
)
def test_an_act_with_no_word_of_what_was_said_is_no_statement(said: Said, text: str) -> None:
    assert said(text) == ()


def test_words_added_behind_a_saying_are_the_quotation_alone(said: Said) -> None:
    found = said(
        'German Defence Minister Boris Pistorius said Berlin had met the target, "and we will keep it," he added.'
    )
    assert found[-1].content.text == "and we will keep it"


def test_the_name_behind_a_title_is_no_part_of_what_follows(said: Said) -> None:
    (found,) = said("According to the Polish defence minister, Wladyslaw Kosiniak-Kamysz, Warsaw would spend more.")
    assert found.content.text == "Warsaw would spend more"


def test_a_saying_between_commas_is_that_of_who_stands_behind_it(said: Said) -> None:
    (found,) = said("Mr Berger, said Swiss envoy Anna Keller, is a climber.")
    assert found.speaker_text is not None
    assert found.speaker_text.text == "Swiss envoy Anna Keller"
    assert [part.text for part in found.content_parts] == ["Mr Berger", "is a climber"]
