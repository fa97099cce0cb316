"""What the parser attaches wrongly again and again, and its word classes show: mended before clauses are read."""

from __future__ import annotations

from memcon.language.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_NAME = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def mend(tokens: list[Token]) -> None:
    """Mends heads and relations in place, before ``children`` is filled in.

    * “urged them to investigate and welcomed the mission”: a finite verb is not joined to an infinitive but to the
      finite verb above it.
    * “Kenya, Somalia agree to reopen border”: in a headline a comma joins two subjects.
    """
    for token in tokens:
        if token.dep == "conj" and token.tag in _FINITE and _is_infinitive(tokens, token.head):
            above = _finite_above(tokens, token.head)
            if above is not None:
                token.head = above
        elif token.dep == "npadvmod" and token.pos == "PROPN" and token.entity not in _NO_NAME:
            subject = _subject_after_comma(tokens, token, tokens[token.head])
            if subject is not None:
                token.dep = "nsubj"
                subject.head, subject.dep = token.i, "conj"
        elif token.dep == "appos" and token.tag == "VBP" and tokens[token.head].dep == "ROOT":
            name = tokens[token.head]
            subject = _subject_after_comma(tokens, name, token)
            if subject is not None:
                token.head, token.dep = token.i, "ROOT"
                name.head, name.dep = token.i, "nsubj"
                subject.head, subject.dep = name.i, "conj"


def _is_infinitive(tokens: list[Token], verb: int) -> bool:
    return tokens[verb].tag == "VB" and any(
        t.lower == "to" and t.head == verb and t.dep == "aux" for t in tokens[max(0, verb - 3) : verb]
    )


def _finite_above(tokens: list[Token], verb: int) -> int | None:
    """The nearest finite verb that the infinitive hangs on; None where a noun or nothing stands between."""
    at = verb
    while tokens[at].head != at and tokens[at].dep in ("xcomp", "ccomp", "advcl", "conj"):
        at = tokens[at].head
        if tokens[at].tag in _FINITE:
            return at
    return None


def _subject_after_comma(tokens: list[Token], name: Token, verb: Token) -> Token | None:
    """The subject that follows a name opening a line and its comma, under a plural verb; None where there is none."""
    first = name.i
    while first and tokens[first - 1].head == name.i and tokens[first - 1].dep in ("compound", "amod", "det"):
        first -= 1
    if first and "\n" not in tokens[first - 1].text:
        return None
    singular = verb.tag == "VBZ" and verb.lower.endswith("s")
    if verb.tag not in _FINITE or singular or name.i + 2 >= len(tokens):
        return None
    if tokens[name.i + 1].text != "," or tokens[name.i + 2].pos not in ("PROPN", "ADJ"):
        return None
    between = tokens[name.i + 2 : verb.i]
    return next((t for t in between if t.head == verb.i and t.dep == "nsubj" and t.pos == "PROPN"), None)
