"""Sport, business, weather and crime give no events; the same words between states do."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.events.conftest import Tell

from memcon.language import Parser
from memcon.reading import read_many
from memcon.record import Document

TEXTS = Path(__file__).parents[2] / "texts/no_events.txt"
CEILING = 0.02


def test_of_two_hundred_sentences_hardly_one_gives_an_event(parser: Parser) -> None:
    lines = [line for line in TEXTS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    records = read_many((Document(str(number), line) for number, line in enumerate(lines)), parser)
    wrong = [line for line, record in zip(lines, records, strict=True) if record.events]
    assert len(lines) >= 200
    assert len(wrong) / len(lines) <= CEILING, "\n".join(wrong)


@pytest.mark.parametrize(
    ("private", "public"),
    [
        ("Spain beat England 2-1 in the final.", "Spain attacked England."),
        ("Japan's captain thanked the supporters at the stadium.", "Japan's ambassador thanked Kenya."),
        ("A Russian gymnast accused the judges of bias.", "A Russian minister accused Poland of sabotage."),
        ("Flooding in Pakistan killed dozens of people.", "Shelling by India killed ten people in Pakistan."),
        ("Nokia sued a Chinese phone maker over patents.", "Nokia sued Venezuela."),
        ("British police arrested a man over the theft of a painting.", "British police arrested two Russian spies."),
        ("An elephant attacked a farmer in Sri Lanka.", "Rebels attacked a village in Sri Lanka."),
        ("Thousands of tourists visited Greece in August.", "The president of Malta visited Greece in August."),
    ],
)
def test_only_public_affairs(tell: Tell, private: str, public: str) -> None:
    assert tell(private).events == ()
    assert tell(public).events
