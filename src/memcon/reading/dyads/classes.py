"""Which types the lexicon knows a word for: a coarser look at the words of a sentence than the words themselves.

A verb that no training sentence has is still known to the lexicon as one that accuses; the lexicon's own verdict needs
the whole construction to fit, these features need only the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from memcon.language import ParsedText
from memcon.ontology.lexicon import Entry, Lexicon, Phrase
from memcon.ontology.lexicon import lexicon as shipped_lexicon
from memcon.reading.dyads.model import folded
from memcon.reading.dyads.paths import Range, head_of, path_between, verb_over


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon: what the model learnt with, whatever lexicon of their own a user reads with."""
    return shipped_lexicon()


def class_features(parsed: ParsedText, source: Range, target: Range) -> Iterator[str]:
    """The types of the words on the path, of the verbs over the two parties, between them, and anywhere.

    Args:
        parsed: the text.
        source: first token of the source and the one after its last.
        target: likewise.
    """
    own = {*range(*source), *range(*target)}
    s, t = head_of(parsed, source), head_of(parsed, target)
    sentence = parsed.sentence_of(s)
    lemmas = {w for i in range(sentence.first, sentence.last) for w in (parsed.tokens[i].lemma, parsed.tokens[i].lower)}
    up, top, down = path_between(parsed, s, t)
    for i in (*up[1:], top, *down[:-1]):
        for kind in _types(parsed, i, lemmas):
            yield f"class:path {kind}"
    for side, verb in (("source", verb_over(parsed, s, source)), ("target", verb_over(parsed, t, target))):
        kinds = _types(parsed, verb, lemmas) if verb is not None else ()
        for kind in kinds:
            yield f"class:{side} {kind}"
        if len(kinds) == 1:
            yield f"class:{side} only {kinds[0]}"
    left, right = (source, target) if source[0] <= target[0] else (target, source)
    for i in range(sentence.first, sentence.last):
        if i not in own:
            for kind in _types(parsed, i, lemmas):
                yield f"class:any {kind}"
                if left[1] <= i < right[0]:
                    yield f"class:between {kind}"


def _types(parsed: ParsedText, i: int, lemmas: set[str]) -> tuple[str, ...]:
    """The types of the longest phrases of the lexicon that start from a word and whose other words are there too."""
    token = parsed.tokens[i]
    table: Mapping[str, tuple[tuple[Phrase, Entry], ...]]
    if token.pos in ("VERB", "AUX"):
        table = lexicon().verbs
    elif token.pos in ("NOUN", "PROPN"):
        table = lexicon().nouns
    elif token.pos == "ADJ":
        table = lexicon().adjectives
    else:
        return ()
    longest: dict[str, int] = {}
    for phrase, entry in table.get(token.lemma, ()):
        if phrase.company <= lemmas:
            kind = folded(entry.type)
            longest[kind] = max(longest.get(kind, 0), phrase.size)
    most = max(longest.values(), default=0)
    return tuple(kind for kind, size in longest.items() if size == most)
