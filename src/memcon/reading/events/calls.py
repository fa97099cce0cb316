"""What “call” means beside a telephone call: a name that is given, or an appeal."""

from __future__ import annotations

from memcon.language import Clause, Clauses, ParsedText

#: CAMEO 041, “discuss by telephone”.
TELEPHONED = "041"
_APPEALING = frozenset({"for", "on", "upon"})


def is_naming(text: ParsedText, clause: Clause, judged: tuple[int, tuple[int, ...]] | None) -> bool:
    """“called him a liar”, “called the order brave”, “Chad, which he called a partner”: nobody is telephoned or asked.

    Args:
        text: the parsed text.
        clause: the clause whose verb may be “call”.
        judged: the word that the object is called, where the parser makes a small clause of both.
    """
    tokens = text.tokens
    verb = tokens[clause.verb]
    if verb.lemma != "call":
        return False
    if judged is not None and tokens[judged[0]].tag in ("JJ", "NN"):
        return True
    named = [c for c in verb.children if tokens[c].dep in ("dobj", "oprd", "attr", "dative", "acomp")]
    if any(tokens[c].dep == "amod" and c > obj for obj in named for c in tokens[obj].children):
        return True  # “called the order brave”, where the parser hangs the adjective on the order
    # “a group that he called a gang”, where the parser takes “that” for a conjunction.
    of_noun = clause.relation in ("relcl", "acl") and clause.form == "finite" and bool(named)
    return len(named) > 1 or (of_noun and clause.antecedent not in clause.agent and bool(clause.agent))


def is_appeal(clauses: Clauses, clause: Clause) -> bool:
    """“called for action”, “joined calls for a truce”, “joined calls asking Chad to withdraw”: nobody is telephoned."""
    tokens = clauses.text.tokens
    if tokens[clause.verb].lemma == "call":
        return "for" in clause.roles and not clause.patient
    for noun in clause.patient:
        if tokens[noun].lemma != "call":
            continue
        told = [tokens[c] for c in tokens[noun].children]
        asked = any(t.dep in ("acl", "relcl") or (t.dep == "prep" and t.lower in _APPEALING) for t in told)
        return asked or any(kid.relation == "acl" and kid.form == "gerund" for kid in clauses.children(clause))
    return False
