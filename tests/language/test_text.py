"""Sentences, offsets and texts of any size."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.language import Clauses, Parser, load
from memcon.language.pipeline import PIECE

PARSER = load()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_parses_with_true_offsets(text: str) -> None:
    parsed = PARSER.parse(text)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert [s.index for s in parsed.sentences] == list(range(len(parsed.sentences)))
    Clauses(parsed)


def test_a_blank_line_ends_a_sentence(parser: Parser) -> None:
    parsed = parser.parse("By Amina Yusuf\n\nKenya met Somalia.")
    assert [parsed.text[s.start : s.end] for s in parsed.sentences] == ["By Amina Yusuf", "Kenya met Somalia."]


def test_a_wrapped_line_does_not(parser: Parser) -> None:
    line = "The foreign ministers of Kenya and Somalia met in Nairobi on Monday to discuss"
    rest = "the reopening of the border, which has been closed since 2011, officials said"
    text = f"{line}\n{rest}\n{rest}\nafter the talks."
    assert len(parser.parse(text).sentences) == 1


def test_a_long_text_is_cut_and_joined(parser: Parser) -> None:
    paragraph = "Kenya met Somalia in Nairobi. Uganda welcomed the talks.\n\n"
    text = paragraph * (2 * PIECE // len(paragraph))
    parsed = parser.parse(text)
    assert len(parsed.sentences) == 2 * (2 * PIECE // len(paragraph))
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert {parsed.tokens[parsed.root(s)].text for s in parsed.sentences} == {"met", "welcomed"}


def test_many_texts_come_back_in_order(parser: Parser) -> None:
    texts = ["", "Kenya met Somalia.", "x" * 30000, "Uganda agreed."]
    assert [p.text for p in parser.parse_many(texts)] == texts


def test_a_prefix_stays_on_its_verb(parser: Parser) -> None:
    parsed = parser.parse("Relations were re-established in 1972 and the Embassy in Bangui was re-opened.")
    verbs = {t.text: (t.lemma, t.tag) for t in parsed.tokens if "-" in t.text}
    assert verbs == {"re-established": ("re-establish", "VBN"), "re-opened": ("re-open", "VBN")}


def test_a_lone_surrogate_is_read_over(parser: Parser) -> None:
    text = "Chad \ud800 joined."
    parsed = parser.parse(text)
    assert [text[t.start : t.end] for t in parsed.tokens] == [t.text for t in parsed.tokens]
