"""Headlines: a line without a finite verb that the parser takes for one long noun is a sentence all the same."""

from __future__ import annotations

from itertools import pairwise

from memcon.language.text import Token

# Nouns in the plural that are verbs where a name stands before and a noun behind: “Russia vetoes draft resolution”.
_NEWS = frozenset(
    """
    accuse agree approve arrest attack back ban blame block bomb call close condemn cut demand denounce deploy
    discuss ease end endorse expel fire free grant hail halt host jail join launch lift offer order pledge
    praise propose protest raid ratify recall reject release reopen resume sanction seek seize send shell ship
    sign slam slap strike sue summon support target test thank threaten urge veto visit vow warn
    """.split()  # noqa: SIM905
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_headline(tokens: list[Token]) -> None:
    """Mends the first line of a text in place, where it is a headline.

    * “Kenya, Uganda sign pact”: a bare form after its subject is no infinitive.
    * “Ethiopia, Somalia sign declaration”: nor is it half of a noun.
    * “Russia vetoes draft resolution”: the plural between a name and a noun is the verb.
    * “Japan PM to visit India”: what is to be done is the sentence.
    """
    line = _first_line(tokens)
    for token in line:
        subject = tokens[token.head]
        if (
            token.dep == "appos"
            and token.pos == "PROPN"
            and subject.dep == "nsubj"
            and tokens[subject.head].tag == "VBP"
        ):
            token.dep = "conj"  # “Ghana, Ivory Coast agree”
    if len(line) < 3 or line[-1].text in (".", "!", "?", ":", "”", '"') or any(t.tag in _FINITE for t in line):
        return
    root = next((t for t in line if t.dep == "ROOT" and t.pos != "SPACE"), None)
    if root is None:
        return
    if root.tag == "VB":
        _second_subject(line, root)
        if root.i > line[0].i and not any(t.head == root.i and t.dep == "aux" for t in line):
            root.tag = "VBP"
        return
    if _joined(line, root):
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


def _second_subject(line: list[Token], root: Token) -> None:
    """“Putin, Xi hold talks”: a name after a name and its comma is no auxiliary."""
    before = [t for t in line if t.i < root.i]
    if len(before) > 2 and before[-1].pos in ("PROPN", "AUX") and before[-1].dep == "aux" and before[-2].text == ",":
        first, second = before[-3], before[-1]
        if first.dep == "nsubj" and first.head == root.i and second.text[:1].isupper():
            second.head, second.dep, second.tag, second.pos = first.i, "conj", "NNP", "PROPN"


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


def _joined(line: list[Token], root: Token) -> bool:
    """“Ethiopia, Somalia sign declaration”, where all is one noun: the bare word after two names is the verb."""
    for first, comma, second, verb, thing in zip(line, line[1:], line[2:], line[3:], line[4:], strict=False):
        names = first.pos == second.pos == "PROPN" and (comma.text == "," or comma.lower == "and")
        if names and verb.tag in ("NN", "VB") and verb.lemma in _NEWS and thing.pos in ("NOUN", "ADJ", "PROPN"):
            noun = line[0] if verb.head == verb.i else next(t for t in line if t.i == verb.head)
            if noun.i < verb.i or first.i != line[0].i:
                return False
            verb.tag, verb.pos, verb.dep, verb.head = "VBP", "VERB", "ROOT", verb.i
            first.head, first.dep = verb.i, "nsubj"
            second.head, second.dep = first.i, "conj"
            noun.head, noun.dep = verb.i, "dobj"
            for token in line:
                if token.head == root.i and token not in (first, second, noun, verb):
                    token.head = noun.i if token.i > verb.i else first.i
            return True
    return False


def _finite(line: list[Token], name: Token, verb: Token, root: Token) -> None:
    verb.tag, verb.pos, verb.dep, verb.head = "VBZ", "VERB", "ROOT", verb.i
    root.head, root.dep = verb.i, "dobj"
    for token in line:
        if token.i < verb.i and token is not name and token.head in (root.i, verb.i):
            token.head = name.i
        elif token.i > verb.i and token is not root and token.head == verb.i:
            token.head = root.i
    name.head, name.dep = verb.i, "nsubj"
