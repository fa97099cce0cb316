"""Every example in the shipped lexicon gives the event that its entry promises."""

from __future__ import annotations

from memcon.language import Parser
from memcon.ontology.lexicon import lexicon
from memcon.reading.events.examples import run_examples, unmarked


def test_the_marks_are_taken_off() -> None:
    text, sources, targets = unmarked("<France> praised [Senegal] warmly.")
    assert text == "France praised Senegal warmly."
    assert [text[a:b] for a, b in sources] == ["France"]
    assert [text[a:b] for a, b in targets] == ["Senegal"]


def test_every_example_gives_its_event(parser: Parser) -> None:
    outcomes = list(run_examples(lexicon(), parser))
    assert len(outcomes) >= 340
    assert [f"{o.file}:{o.line} {o.sentence}: {o.problem}" for o in outcomes if o.problem] == []


def test_every_entry_has_an_example() -> None:
    without = [f"{entry.file}:{entry.line}" for entry in lexicon().entries if not entry.examples]
    assert without == []
