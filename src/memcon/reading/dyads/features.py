"""What the classifier sees of a sentence in which two actors are marked: words, clauses and the path between them.

Every feature is a short string with a group in front (``path:``, ``verb:``, ``mid:`` …), so that weights can be read.
The actors themselves are hidden: a model that learnt who usually accuses whom would be of no use on tomorrow's news.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from memcon.language import ParsedText, Token
from memcon.reading.dyads.paths import SKIP_POS, Range, head_of, path_between, verb_over

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
# Labels of what a predicate governs and the classifier looks at.
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "prt"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl"})


class Words:
    """The words of a text as the classifier sees them, each looked at once."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self._seen: dict[int, str | None] = {}
        self._verbs: dict[int, str] = {}

    def word(self, i: int, source: Range, target: Range) -> str:
        """The lemma of token ``i``, or what it is where it belongs to an actor, a name, a number."""
        if source[0] <= i < source[1]:
            return "SRC"
        if target[0] <= i < target[1]:
            return "TGT"
        return self._plain(i) or _shown(self.parsed.tokens[i])

    def verb(self, i: int) -> str:
        """The lemma of a verb with its particle (“call off”)."""
        found = self._verbs.get(i)
        if found is None:
            tokens = self.parsed.tokens
            particles = (tokens[c].lower for c in tokens[i].children if tokens[c].dep == "prt")
            found = self._verbs[i] = "_".join((tokens[i].lemma, *particles))
        return found

    def content(self, indexes: range, source: Range, target: Range) -> list[str]:
        """The words at ``indexes``, a name of several words once, punctuation and articles left out."""
        found: list[str] = []
        before = ""
        for i in indexes:
            word = self._plain(i)
            if word is None:
                continue
            if source[0] <= i < source[1]:
                word = "SRC"
            elif target[0] <= i < target[1]:
                word = "TGT"
            if word != before or not (word[:1] == "#" or word == "SRC" or word == "TGT"):
                found.append(word)
            before = word
        return found

    def _plain(self, i: int) -> str | None:
        """The word without regard to the parties; None where it says nothing of the act."""
        try:
            return self._seen[i]
        except KeyError:
            token = self.parsed.tokens[i]
            word = self._seen[i] = None if token.pos in SKIP_POS else _shown(token)
            return word


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


def verb_chain(parsed: ParsedText, i: int) -> list[int]:
    """The verbs from the top of the sentence down to the clause that ``i`` stands in."""
    chain = []
    for t in [i, *parsed.ancestors(i)]:
        if parsed.tokens[t].pos in ("VERB", "AUX"):
            chain.append(t)
    return chain[::-1]


def predicate_features(
    words: Words, verb: int, tag: str, source: Range, target: Range, depth: int = 2
) -> Iterable[str]:
    """The predicate with what it governs, and what its complements govern."""
    parsed, word = words.parsed, words.word
    name = words.verb(verb)
    yield f"{tag}:{name}"
    modal = modality(parsed, verb)
    for m in modal:
        yield f"{tag}+:{m}"
        yield f"{tag}+:{m} {name}"
    for c in parsed.tokens[verb].children:
        token = parsed.tokens[c]
        if token.pos in SKIP_POS or token.dep in ("aux", "auxpass", "neg", "prt", "det", "cc"):
            continue
        what = word(c, source, target)
        yield f"{tag}>{token.dep}:{what}"
        yield f"{tag}>{token.dep}:{name} {what}"
        if token.dep in _OBJECTS:
            for g in token.children:
                inner = parsed.tokens[g]
                if inner.pos in SKIP_POS:
                    continue
                yield f"{tag}>{token.dep}>{inner.dep}:{what} {word(g, source, target)}"
                if inner.dep == "prep":
                    for o in parsed.children(g, "pobj", "pcomp"):
                        yield f"{tag}>obj>{inner.lower}:{what} {word(o, source, target)}"
        elif token.dep in ("prep", "agent", "dative"):
            for o in parsed.children(c, "pobj", "pcomp"):
                inside = word(o, source, target)
                yield f"{tag}>{token.lower}:{name} {inside}"
                yield f"{tag}>{token.lower}:{inside}"
        if token.dep in _CLAUSAL and depth > 1 and not (tag == "verb" and token.dep in ("advcl", "acl")):
            yield f"{tag}>>:{name} {words.verb(c)}"
            yield from predicate_features(words, c, "comp", source, target, depth - 1)


def features(words: Words, source: Range, target: Range, predicate: int | None = None) -> list[str]:
    """The features of one marked pair.

    Args:
        words: those of the text.
        source: first token of the source and the one after its last.
        target: likewise.
        predicate: the verb that is asked about; by default the one over the source.
    """
    parsed = words.parsed
    s, t = head_of(parsed, source), head_of(parsed, target)
    found: list[str] = ["bias"]
    up, top, down = path_between(parsed, s, t)
    inner = [i for i in (*up[1:], top, *down[:-1]) if not (source[0] <= i < source[1] or target[0] <= i < target[1])]
    names = [words.word(i, source, target) for i in inner]
    found += [f"path:{n}" for n in names]
    found += [f"path2:{a} {b}" for a, b in pairwise(names)]
    found.append("paths:" + ">".join(names))
    found.append("deps:" + parsed.tokens[s].dep + ">" + parsed.tokens[t].dep)
    found.append("order:" + ("st" if source[0] <= target[0] else "ts"))
    governor = predicate if predicate is not None else verb_over(parsed, s, source)
    if governor is not None:
        found += predicate_features(words, governor, "verb", source, target)
        chain = verb_chain(parsed, governor)
        for a, b in pairwise(chain):
            found.append(f"chain:{words.verb(a)}>{words.verb(b)}")
    other = verb_over(parsed, t, target)
    if other is not None:
        found += predicate_features(words, other, "tverb", source, target, 1)
        if governor is not None and other != governor:
            found.append(f"verbs:{words.verb(governor)}>{words.verb(other)}")
    found += _window(words, source, target)
    return found


def _window(words: Words, source: Range, target: Range) -> list[str]:
    """Words between the two spans, and those before and after them in the same sentence."""
    parsed = words.parsed
    left, right = (source, target) if source[0] <= target[0] else (target, source)
    sentence = parsed.sentence_of(left[0])
    last = max(parsed.sentence_of(max(right[0], right[1] - 1)).last, right[1])
    between = words.content(range(left[1], right[0]), source, target)
    before = words.content(range(max(sentence.first, left[0] - 8), left[0]), source, target)
    whole = words.content(range(sentence.first, last), source, target)
    found = [f"mid:{w}" for w in between]
    marked = ["<", *between, ">"]
    found += [f"mid2:{a} {b}" for a, b in pairwise(marked)]
    found += [f"mid3:{a} {b} {c}" for a, b, c in zip(marked, marked[1:], marked[2:], strict=False)]
    found += [f"pre:{w}" for w in before]
    found += [f"all:{w}" for w in whole if not w.startswith("#")]
    found += [f"all2:{a} {b}" for a, b in pairwise(whole)]
    return found
