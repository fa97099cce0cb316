"""What the classifier sees of a sentence in which two actors are marked: words, clauses and the path between them.

Every feature is a short string with a group in front (``path:``, ``verb:``, ``mid:`` …), so that weights can be read.
The actors themselves are hidden: a model that learnt who usually accuses whom would be of no use on tomorrow's news.
"""

from __future__ import annotations

from itertools import pairwise

from memcon.language import ParsedText, Token
from memcon.reading.dyads.paths import SKIP_POS, Pair

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
# Labels of what a predicate governs and the classifier looks at.
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "prt"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
# … and does not, since they are told otherwise.
_UNSAID = frozenset({"aux", "auxpass", "neg", "prt", "det", "cc"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl"})


class Words:
    """The words of a text as the classifier sees them, each looked at once."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self._seen: list[str | None] = [None] * len(parsed.tokens)
        self._verbs: dict[int, str] = {}
        self._sentences: dict[int, list[tuple[int, str]]] = {}

    def word(self, i: int, pair: Pair) -> str:
        """The lemma of token ``i``, or what it is where it belongs to an actor, a name, a number."""
        if pair.source[0] <= i < pair.source[1]:
            return "SRC"
        if pair.target[0] <= i < pair.target[1]:
            return "TGT"
        return _shown(self.parsed.tokens[i])

    def verb(self, i: int) -> str:
        """The lemma of a verb with its particle (“call off”)."""
        found = self._verbs.get(i)
        if found is None:
            tokens = self.parsed.tokens
            particles = [tokens[c].lower for c in tokens[i].children if tokens[c].dep == "prt"]
            found = self._verbs[i] = "_".join((tokens[i].lemma, *particles))
        return found

    def between(self, first: int, last: int) -> list[str]:
        """The words of a stretch, a name of several words once, punctuation and articles left out."""
        found: list[str] = []
        before = ""
        for word in self._looked_at(first, last):
            if word and (word != before or word[0] != "#"):
                found.append(word)
            before = word or before
        return found

    def sentence(self, i: int) -> list[tuple[int, str]]:
        """The tokens of the sentence of ``i`` that are no names or numbers, each with the feature that it makes."""
        sentence = self.parsed.sentence_of(i)
        found = self._sentences.get(sentence.index)
        if found is None:
            words = enumerate(self._looked_at(sentence.first, sentence.last), sentence.first)
            found = self._sentences[sentence.index] = [
                (k, f"all:{word}") for k, word in words if word and word[0] != "#"
            ]
        return found

    def _looked_at(self, first: int, last: int) -> list[str]:
        """The words without regard to the parties; empty where they say nothing of the act."""
        seen = self._seen[first:last]
        if None in seen:
            tokens = self.parsed.tokens[first:last]
            self._seen[first:last] = ["" if token.pos in SKIP_POS else _shown(token) for token in tokens]
        return self._seen[first:last]  # type: ignore[return-value]  # none is left out now


def _shown(token: Token) -> str:
    if token.lower in _NEGATIONS:
        return "not"
    if token.entity and token.entity not in ("LAW", "EVENT"):
        return "#" + token.entity
    if token.pos == "NUM" or token.tag == "CD":
        return "#NUM"
    return token.lemma


def modality(parsed: ParsedText, verb: int) -> list[str]:
    """Auxiliaries, negation and voice of a verb."""
    found = []
    for c in parsed.tokens[verb].children:
        token = parsed.tokens[c]
        if token.dep == "neg" or token.lower in _NEGATIONS:
            found.append("not")
        elif token.tag == "MD":
            found.append({"wo": "will", "ca": "can", "'ll": "will", "’ll": "will"}.get(token.lower, token.lower))
        elif token.dep == "auxpass":
            found.append("passive")
        elif token.dep == "aux" and token.lower == "to":
            found.append("to")
    return found


def features(words: Words, pair: Pair, predicate: int | None = None) -> list[str]:
    """The features of one marked pair.

    Args:
        words: those of the text.
        pair: the two parties.
        predicate: the verb that is asked about; by default the one over the source.
    """
    names = [words.word(i, pair) for i in pair.way]
    found = [f"path:{n}" for n in names]
    found += [f"path2:{a} {b}" for a, b in pairwise(names)]
    governor = predicate if predicate is not None else pair.over_source
    if governor is not None:
        _add_predicate(found, words, governor, "verb", pair)
    between = words.between(*pair.between)
    found += [f"mid:{w}" for w in between]
    found += [f"mid2:{a} {b}" for a, b in pairwise(("<", *between, ">"))]
    found += [name for i, name in words.sentence(min(pair.source, pair.target)[0]) if not pair.hides(i)]
    return found


def _add_predicate(found: list[str], words: Words, verb: int, tag: str, pair: Pair, depth: int = 2) -> None:
    """Add the predicate with what it governs, and what its complements govern."""
    parsed, tokens, word = words.parsed, words.parsed.tokens, words.word
    name = words.verb(verb)
    add = found.append
    add(f"{tag}:{name}")
    for m in modality(parsed, verb):
        add(f"{tag}+:{m}")
        add(f"{tag}+:{m} {name}")
    for c in tokens[verb].children:
        token = tokens[c]
        dep = token.dep
        if token.pos in SKIP_POS or dep in _UNSAID:
            continue
        what = word(c, pair)
        add(f"{tag}>{dep}:{what}")
        add(f"{tag}>{dep}:{name} {what}")
        if dep in _OBJECTS:
            for g in token.children:
                inner = tokens[g]
                if inner.pos in SKIP_POS:
                    continue
                add(f"{tag}>{dep}>{inner.dep}:{what} {word(g, pair)}")
                if inner.dep == "prep":
                    for o in parsed.children(g, "pobj", "pcomp"):
                        add(f"{tag}>obj>{inner.lower}:{what} {word(o, pair)}")
        elif dep in _PREPOSITIONS:
            for o in parsed.children(c, "pobj", "pcomp"):
                inside = word(o, pair)
                add(f"{tag}>{token.lower}:{name} {inside}")
                add(f"{tag}>{token.lower}:{inside}")
        if dep in _CLAUSAL and depth > 1 and not (tag == "verb" and dep in ("advcl", "acl")):
            add(f"{tag}>>:{name} {words.verb(c)}")
            _add_predicate(found, words, c, "comp", pair, depth - 1)
