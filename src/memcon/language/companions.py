"""Who does it with somebody: “Norway, together with Canada, urged …”, “thanked Kenya alongside Uganda”."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from memcon.language.clause import AGENT, PATIENT, RECIPIENT, Clause
from memcon.language.text import ParsedText

_TOGETHER = frozenset({"together", "along", "jointly"})
_ACCORD = frozenset({"cooperation", "coordination", "partnership", "conjunction", "concert", "collaboration", "common"})
_DOCUMENTS = frozenset({"statement", "communique", "communiqué", "declaration", "letter", "article", "appeal"})
_SUITE = frozenset({"delegation", "team", "wife", "husband", "spouse", "family", "entourage", "staff", "aide"})
_MAIN = (AGENT, PATIENT, RECIPIENT, "with")


def add_companions(text: ParsedText, clauses: list[Clause], index_of: Mapping[int, int]) -> None:
    """Gives companions, in place, the role of those whom they stand by; else they act with the subject.

    Args:
        text: the parsed text.
        clauses: its clauses, in the order of ``index_of``.
        index_of: the token of every predicate → its clause.
    """
    for token in text.tokens:
        if token.lower not in ("alongside", "with") or token.dep != "prep":
            continue
        prep = token.i
        if token.lower == "with" and _own_suite(text, prep):
            _drop(text, clauses, index_of, prep)
            continue
        if token.lower == "with" and not (prep and text.tokens[prep - 1].lower in _TOGETHER):
            joint = _joint_document(text, token.head)
            if joint is None:
                continue
            governor = joint
        else:
            governor = token.head
        heads = tuple(h for obj in text.children(prep, "pobj") for h in text.conjuncts(obj))
        at = _predicate_above(text, governor, index_of)
        if at is None or not heads or at == prep - 1:
            continue  # “work alongside Australia”: it is what the verb is about
        clause = clauses[index_of[at]]
        role = _role(text, clause, governor, prep)
        if role is None:
            continue
        roles = {name: tuple(h for h in found if h not in heads) for name, found in clause.roles.items()}
        roles = {name: found for name, found in roles.items() if found}
        roles[role] = (*roles.get(role, ()), *heads)
        clauses[clause.index] = replace(clause, roles=roles)


def _own_suite(text: ParsedText, prep: int) -> bool:
    """“met with their delegations”: those who came along are nobody’s counterparts."""
    obj = text.child(prep, "pobj")
    return (
        obj is not None
        and text.tokens[obj].lemma in _SUITE
        and any(text.tokens[c].tag == "PRP$" for c in text.tokens[obj].children)
    )


def _drop(text: ParsedText, clauses: list[Clause], index_of: Mapping[int, int], prep: int) -> None:
    """Takes the words under a preposition out of the roles of their clause, in place."""
    at = _predicate_above(text, prep, index_of)
    if at is not None:
        clause = clauses[index_of[at]]
        inside = set(range(*text.subtree(prep)))
        roles = {name: tuple(h for h in found if h not in inside) for name, found in clause.roles.items()}
        clauses[clause.index] = replace(clause, roles={name: found for name, found in roles.items() if found})


def _joint_document(text: ParsedText, noun: int) -> int | None:
    """What “in a joint statement”, “in cooperation” hangs on, where ``noun`` is the statement; else None."""
    tokens = text.tokens
    if tokens[noun].dep != "pobj" or tokens[tokens[noun].head].lower != "in":
        return None
    if tokens[noun].lemma in _ACCORD:
        return tokens[tokens[noun].head].head
    if tokens[noun].lemma not in _DOCUMENTS or not any(
        tokens[c].lower in ("joint", "separate", "common") for c in tokens[noun].children
    ):
        return None
    return tokens[tokens[noun].head].head


def _predicate_above(text: ParsedText, i: int, index_of: Mapping[int, int]) -> int | None:
    while i not in index_of:
        above = text.tokens[i].head
        if above == i:
            return None
        i = above
    return i


def _role(text: ParsedText, clause: Clause, governor: int, prep: int) -> str | None:
    """The role of the words that a companion stands by; that of the subject where it stands by itself."""
    tokens = text.tokens
    if governor != clause.verb:
        for name, heads in clause.roles.items():
            if governor in heads:
                return name
    before = prep - 1
    while before > clause.first and (tokens[before].pos == "PUNCT" or tokens[before].lower in _TOGETHER):
        before -= 1
    for name in _MAIN:
        if any(before < text.subtree(head)[1] <= prep for head in clause.roles.get(name, ())):
            return name
    subject = PATIENT if clause.passive else AGENT
    return subject if clause.roles.get(subject) else None
