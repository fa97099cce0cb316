"""Which types the lexicon knows a word for: a coarser look at the words of a sentence than the words themselves.

A verb that no training sentence has is still known to the lexicon as one that accuses; the lexicon's own verdict needs
the whole construction to fit, these features need only the word.
"""

from __future__ import annotations

from functools import cache

from memcon.language import ParsedText, Sentence
from memcon.ontology import TYPES
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.lexicon import lexicon as shipped_lexicon
from memcon.reading.dyads.model import folded
from memcon.reading.dyads.paths import Pair


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon: what the model learnt with, whatever lexicon of their own a user reads with."""
    return shipped_lexicon()


class WordClasses:
    """The types of the words of one text, each word looked up once."""

    def __init__(self, parsed: ParsedText) -> None:
        self._parsed = parsed
        self._phrases = _phrases()
        self._found: dict[int, tuple[str, ...]] = {}
        self._lemmas: dict[int, set[str]] = {}
        self._told: dict[int, list[tuple[int, tuple[str, ...]]]] = {}

    def features(self, pair: Pair) -> list[str]:
        """The types of the verbs over the two parties, of the words between them, and of those anywhere."""
        found: list[str] = []
        for side, verb in (("source", pair.over_source), ("target", pair.over_target)):
            kinds = self.of(verb) if verb is not None else ()
            found += [f"class:{side} {kind}" for kind in kinds]
            if len(kinds) == 1:
                found.append(f"class:{side} only {kinds[0]}")
        first, last = pair.between
        for i, kinds in self._in(self._parsed.sentence_of(pair.source[0])):
            if not pair.hides(i):
                found += [_ANY[kind] for kind in kinds]
                if first <= i < last:
                    found += [_BETWEEN[kind] for kind in kinds]
        return found

    def of(self, i: int) -> tuple[str, ...]:
        """The types of the lexicon’s longest phrases that start from a word and whose other words are there too."""
        found = self._found.get(i)
        if found is None:
            token = self._parsed.tokens[i]
            pos = _POS.get(token.pos)
            phrases = self._phrases.get((pos, token.lemma)) if pos is not None else None
            if not phrases:
                self._found[i] = ()
                return ()
            longest: dict[str, int] = {}
            around = self._lemmas_around(i)
            for company, kind in phrases:
                if not company or company <= around:
                    longest[kind] = max(longest.get(kind, 0), len(company))
            most = max(longest.values(), default=0)
            found = self._found[i] = tuple(kind for kind, size in longest.items() if size == most)
        return found

    def _in(self, sentence: Sentence) -> list[tuple[int, tuple[str, ...]]]:
        """The words of a sentence that have types, with them."""
        found = self._told.get(sentence.index)
        if found is None:
            words = self._parsed.tokens[sentence.first : sentence.last]
            typed = [(token.i, self.of(token.i)) for token in words if token.pos in _POS]
            found = self._told[sentence.index] = [(i, kinds) for i, kinds in typed if kinds]
        return found

    def _lemmas_around(self, i: int) -> set[str]:
        sentence = self._parsed.sentence_of(i)
        found = self._lemmas.get(sentence.index)
        if found is None:
            tokens = self._parsed.tokens[sentence.first : sentence.last]
            found = self._lemmas[sentence.index] = {word for token in tokens for word in (token.lemma, token.lower)}
        return found


# Each feature's name is made once.
_ANY, _BETWEEN = ({kind: f"class:{where} {kind}" for kind in map(folded, TYPES)} for where in ("any", "between"))
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@cache
def _phrases() -> dict[tuple[str, str], tuple[tuple[frozenset[str], str], ...]]:
    """Kind of word and lemma → the other words that each phrase asks for, and its type; each once."""
    tables = {"verb": lexicon().verbs, "noun": lexicon().nouns, "adjective": lexicon().adjectives}
    return {
        (pos, lemma): tuple(dict.fromkeys((phrase.company, folded(entry.type)) for phrase, entry in rows))
        for pos, table in tables.items()
        for lemma, rows in table.items()
    }
