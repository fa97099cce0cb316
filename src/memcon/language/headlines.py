"""Headlines: a line without a finite verb that the parser takes for one long noun is a sentence all the same."""

from __future__ import annotations

from itertools import pairwise

from memcon.language.text import Token

# Nouns in the plural that are verbs where a name stands before and a noun behind: “Russia vetoes draft resolution”.
_NEWS = frozenset(
    """
    accuse approve arrest attack back ban blame block bomb call close condemn cut demand denounce deploy ease
    end endorse expel fire free grant hail halt host jail launch lift offer order pledge praise propose
    protest raid ratify recall reject release reopen resume sanction seek seize send shell ship sign slam slap
    strike sue summon support target test thank threaten urge veto visit vow warn
    """.split()  # noqa: SIM905
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_headline(tokens: list[Token]) -> None:
    """Mends the first line of a text in place, where it is a headline.

    * “Kenya, Uganda sign pact”: a bare form after its subject is no infinitive.
    * “Russia vetoes draft resolution”: the plural between a name and a noun is the verb.
    * “Japan PM to visit India”: what is to be done is the sentence.
    """
    line = _first_line(tokens)
    if len(line) < 3 or line[-1].text in (".", "!", "?", ":", "”", '"') or any(t.tag in _FINITE for t in line):
        return
    root = next((t for t in line if t.dep == "ROOT" and t.pos != "SPACE"), None)
    if root is None:
        return
    if root.tag == "VB":
        if root.i > line[0].i and not any(t.head == root.i and t.dep == "aux" for t in line):
            root.tag = "VBP"
        return
    ahead = next((t for t in line if t.head == root.i and t.dep in ("relcl", "acl") and t.tag == "VB"), None)
    if ahead is not None and tokens[ahead.i - 1].lower == "to" and root.i < ahead.i:
        _intend(line, root, ahead)
        return
    for before, token in pairwise(line):
        verb = token.tag == "NNS" and token.lemma in _NEWS and before.pos == "PROPN" and token.i < root.i
        if verb and token.dep in ("compound", "nmod", "amod"):
            _finite(line, before, token, root)
            return


def _first_line(tokens: list[Token]) -> list[Token]:
    end = next((t.i for t in tokens if "\n" in t.text and t.i), len(tokens))
    line = [t for t in tokens[:end] if t.pos != "SPACE"]
    return line if end < len(tokens) or len(line) < 16 else []


def _intend(line: list[Token], root: Token, verb: Token) -> None:
    subject = root
    last = next((t for t in line if t.head == root.i and t.dep == "appos" and t.i < verb.i), None)
    if last is not None and line[0].i <= root.i < last.i:
        last.dep = "conj"  # “Türkiye, Egypt leaders to meet”
    verb.head, verb.dep = verb.i, "ROOT"
    subject.head, subject.dep = verb.i, "nsubj"


def _finite(line: list[Token], name: Token, verb: Token, root: Token) -> None:
    verb.tag, verb.pos, verb.dep, verb.head = "VBZ", "VERB", "ROOT", verb.i
    root.head, root.dep = verb.i, "dobj"
    for token in line:
        if token.i < verb.i and token is not name and token.head in (root.i, verb.i):
            token.head = name.i
        elif token.i > verb.i and token is not root and token.head == verb.i:
            token.head = root.i
    name.head, name.dep = verb.i, "nsubj"
