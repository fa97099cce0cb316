"""Line breaks inside sentences are told from those that end a line of its own."""

import pytest

from memcon.language import Parser
from memcon.language.wrapping import is_wrapped, unwrapped

WRAPPED = """Estonia and Latvia sign accord

RIGA, 3 May 2021 – The foreign minister of Estonia, Eva-Maria Liimets,
met Latvia's Edgars Rinkēvičs in Riga on Monday and signed with
him an accord on trade. President
Egils Levits received both of them at the castle. They thanked Mr.
Levits.
"""


def test_offsets_hold() -> None:
    assert len(unwrapped(WRAPPED, True)) == len(WRAPPED)


def test_wrapped_lines_are_joined_and_paragraphs_are_not(parser: Parser) -> None:
    assert is_wrapped(WRAPPED)
    parsed = parser.parse(WRAPPED)
    sentences = [" ".join(WRAPPED[s.start : s.end].split()) for s in parsed.sentences]
    assert sentences[0] == "Estonia and Latvia sign accord"
    assert sentences[2].endswith("an accord on trade.")
    assert sentences[-1] == "They thanked Mr. Levits."


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("Ukraine's minister met his Polish counterpart in Kyiv on\nWednesday, 4 May 2022.", 0),
        ("The ministers met in Kyiv and\nsigned an accord.", 0),
        ("Ministry of Foreign Affairs\nPress release", 1),
        ("The Council:\n- condemned the attack;\n- called for calm.", 2),
        ("The Council\na) condemned the attack;\nb) called for calm.", 2),
        ("The minister left.\n\nthe end", 2),
    ],
)
def test_breaks(text: str, breaks: int) -> None:
    assert unwrapped(text, False).count("\n") == breaks
