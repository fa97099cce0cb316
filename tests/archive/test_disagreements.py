"""What one report says and another in the archive does not."""

from __future__ import annotations

from pathlib import Path

from memcon.archive import Archive
from memcon.language import Parser
from memcon.reading import read
from memcon.record import Document

TEXTS = {
    "one": "Lithuania joined NATO on 29 March 2004. Estonia joined the European Union on 1 May 2004.",
    "two": "Lithuania joined NATO on 1 May 2004.",
    "three": "Estonia joined the European Union in May 2004. Chile joined the United Nations on 24 October 1945.",
}


def test_another_day_for_the_same_fact_is_told_and_a_coarser_one_is_not(tmp_path: Path, parser: Parser) -> None:
    with Archive(tmp_path / "a.sqlite") as archive:
        for name, text in TEXTS.items():
            archive.add(read(Document(name, text), parser))
        (found,) = archive.disagreements("d1")
        assert (found.report, found.other) == ("d1", "d2")
        assert found.comparison.why == "the first says 29 March 2004, the second 1 May 2004"
        assert archive.disagreements("d3") == []
