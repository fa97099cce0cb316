"""What is remembered of tokens is what spaCy's own components set, first seen or seen again."""

from __future__ import annotations

from memcon.language import Parser
from memcon.language.attributes import NAME, REPLACED

TEXT = (
    "There's no doubt that the ministers, who aren't going to Riyadh, have met. Let's see what they've got.\n\n"
    "Kyiv DENIES that it re-opened the crossing; its ambassador hadn't been told, and y'all gotta ask what it did."
)


def test_same_as_spacy(parser: Parser) -> None:
    pipeline = parser._pipeline
    assert NAME in pipeline.pipe_names
    assert not set(REPLACED).intersection(pipeline.pipe_names)
    first, again = (pipeline(TEXT) for _ in range(2))
    with pipeline.select_pipes(disable=[NAME]):
        for name in REPLACED:
            pipeline.enable_pipe(name)
        plain = pipeline(TEXT)
        for name in REPLACED:
            pipeline.disable_pipe(name)
    for doc in (first, again):
        assert [(t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph)) for t in doc] == [
            (t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph)) for t in plain
        ]


def test_lemmas_of_prefixed_verbs(parser: Parser) -> None:
    lemmas = {token.text: token.lemma for token in parser.parse("Pyongyang said it had test-fired a missile.").tokens}
    assert lemmas["test-fired"] == "test-fire"
