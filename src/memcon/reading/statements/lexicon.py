"""The cue lexicon: verbs, nouns, adjectives and light verbs that tell of saying, thinking and wishing.

The tables beside this file are plain tab-separated text, so that a linguist can extend them without reading Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying.  ``kind``: speech, judgement, thought, wish, finding, noun, adjective.

    ``takes``: what may carry its content (see the head of ``verbs.tsv``).
    """

    word: str
    kind: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues by their lemma; ``light`` are the verbs that lend a noun its speaker,
    ``occasions`` maps a noun to the occasion it names; ``outlets`` are words in the names of news outlets."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    light: frozenset[str]
    occasions: dict[str, str]
    outlets: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The tables that ship with the program."""
    verbs = {row[0]: Cue(row[0], row[1], frozenset(row[2].split())) for row in _rows("verbs.tsv")}
    words = [Cue(row[0], row[1], frozenset(row[2].split())) for row in _rows("nouns.tsv")]
    return Lexicon(
        verbs,
        {c.word: c for c in words if c.kind == "noun"},
        {c.word: c for c in words if c.kind == "adjective"},
        frozenset(row[0] for row in _rows("light.tsv")),
        {row[0]: row[1] for row in _rows("occasions.tsv")},
        frozenset(row[0] for row in _rows("outlets.tsv")),
    )


def _rows(name: str) -> Iterator[list[str]]:
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [*line.split("\t"), "", ""]
