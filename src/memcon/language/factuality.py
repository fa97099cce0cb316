"""Factuality: whether the words around a clause deny what it tells, leave it to hearsay, or leave it open.

“It is not true that X …”, “claims that X …”, “there is no evidence that X …”, “X allegedly …”: the clause alone reads
as told.  One place for every reader; the degrees are those of FactBank (Saurí and Pustejovsky 2009), made coarser.
"""

from __future__ import annotations

from memcon.language.clause import Clause
from memcon.language.clauses import Clauses
from memcon.language.text import ParsedText

DENIED, ALLEGED, OPEN = "denied", "alleged", "hypothetical"

# Nouns whose content is what somebody says, without the text standing for it.
REPORTS = frozenset(
    {"report", "claim", "allegation", "accusation", "rumour", "rumor", "charge", "assertion", "suggestion", "story"}
    | {"insinuation", "speculation", "contention", "notion", "theory", "hearsay", "tale", "imputation", "talk"}
)
# Nouns that tell for their content, and against it when there is none.
EVIDENCE = frozenset(
    {"evidence", "indication", "sign", "proof", "confirmation", "trace", "information", "basis", "suggestion", "record"}
    | {"knowledge", "truth", "hint"}
)
_HEARSAY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly", "ostensibly", "apparently"})
_UNSURE = frozenset({"unconfirmed", "unverified", "unsubstantiated", "contested", "disputed", "conflicting"})
_FALSE = frozenset(
    {"false", "untrue", "incorrect", "inaccurate", "wrong", "baseless", "groundless", "unfounded", "fake", "fabricated"}
    | {
        "fictitious",
        "bogus",
        "erroneous",
        "lie",
        "myth",
        "fabrication",
        "fiction",
        "disinformation",
        "hoax",
        "nonsense",
    }
    | {"invention", "propaganda", "absurd", "ridiculous"}
)
_TRUE = frozenset({"true", "correct", "accurate", "case", "right"})
_UNCLEAR = frozenset({"unclear", "uncertain", "doubtful", "unlikely", "improbable", "impossible", "inconceivable"})
_CERTAIN = frozenset({"clear", "certain", "sure", "likely", "known", "obvious", "possible"})
_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "rebut", "repudiate", "debunk", "disprove", "contradict"})
_PROVING = frozenset({"confirm", "verify", "corroborate", "prove", "substantiate", "establish", "authenticate"})
_DECLINING = frozenset({"decline", "refuse", "fail"})
_SAID = frozenset({"say", "report", "allege", "believe", "think", "rumour", "rumor", "suspect", "claim", "purport"})
# “far from supplying”, “instead of sending”, “rather than meeting”.
_IN_PLACE_OF = frozenset({("far", "from"), ("instead", "of"), ("short", "of"), ("rather", "than")})
# “said of claims that” is about them; “said in a report that” is not.
_ABOUT = frozenset({"of", "about", "on", "over", "to", "at", "regarding", "concerning", "despite", "amid"})
_STEPS = 6


def factuality(clauses: Clauses, clause: Clause) -> str | None:
    """What the words around a clause make of it.

    Args:
        clauses: the clauses of its text.
        clause: the clause; its own “not”, modal or “if” is not looked at.

    Returns:
        "denied", "alleged", "hypothetical", or None where nothing speaks against its having taken place.
    """
    at = clause
    for _ in range(_STEPS):
        noun = reported_by(clauses, at)
        found = _by_hearsay(clauses, at) or (_of_noun(clauses, noun) if noun is not None else None)
        if found or at.parent is None:
            return found
        parent = clauses.all[at.parent]
        if noun is None:
            found = _replaced(clauses, at) or _under(clauses, at, parent)
        if found:
            return found
        participle = at.relation == "advcl" and at.form in ("gerund", "participle")
        if at.relation not in ("ccomp", "xcomp", "conj", "pcomp") and not participle:
            return None
        at = parent
    return None


def reported_by(clauses: Clauses, clause: Clause) -> int | None:
    """The noun that a that-clause gives the content of (“claims by Kinshasa that …”), if there is one."""
    if clause.mark != "that":
        return None
    if clause.antecedent is not None and clause.relation in ("acl", "relcl"):
        return clause.antecedent
    return content_noun(clauses.text, clause.verb)


def content_noun(text: ParsedText, verb: int) -> int | None:
    """The report, claim or evidence that stands right before a “that” which the parser hung on a verb.

    Args:
        text: the parsed text.
        verb: the verb of the that-clause.

    Returns:
        The noun (“said of claims by Kinshasa that …”); None for an occasion (“said in a report that …”).
    """
    tokens = text.tokens
    at = next((c for c in text.children(verb, "mark") if tokens[c].lower == "that"), 0) - 1
    while at > 0 and tokens[at].head != at and tokens[at].pos not in ("VERB", "AUX"):
        if tokens[at].lemma in REPORTS | EVIDENCE and tokens[at].pos == "NOUN":
            said_in = tokens[at].dep == "pobj" and tokens[tokens[at].head].lower not in _ABOUT
            return None if said_in else at
        at = tokens[at].head
    return None


def _by_hearsay(clauses: Clauses, clause: Clause) -> str | None:
    tokens = clauses.text.tokens
    if any(tokens[c].lower in _HEARSAY for c in clauses.text.children(clause.verb, "advmod")):
        return ALLEGED
    for noun in clause.oblique("according to"):
        words = {tokens[c].lower for c in tokens[noun].children}
        if words & _UNSURE or words & _FALSE or tokens[noun].lemma in ("rumour", "rumor"):
            return ALLEGED
    return None


def _replaced(clauses: Clauses, clause: Clause) -> str | None:
    """“far from attacking”, “instead of sending”, “has yet to recognise”: not done."""
    tokens = clauses.text.tokens
    if clause.form == "infinitive" and clause.relation in ("xcomp", "ccomp"):
        verb = tokens[clause.verb].head
        if tokens[verb].lemma in ("have", "be") and any(tokens[c].lower == "yet" for c in tokens[verb].children):
            return DENIED
    first = tokens[clause.verb].head if clause.relation in ("pcomp", "advcl") else None
    if first is None or clause.form != "gerund" or not first:
        return None
    before = min([clause.verb, *tokens[clause.verb].children])
    pair = tuple(t.lower for t in tokens[max(0, before - 2) : before])
    return DENIED if pair in _IN_PLACE_OF else None


def _under(clauses: Clauses, clause: Clause, parent: Clause) -> str | None:
    """The verdict of the predicate that a complement stands under."""
    if clause.relation in ("xcomp", "ccomp") and clause.form == "infinitive":
        text = clauses.text
        done = any(text.tokens[c].lower == "have" for c in text.children(clause.verb, "aux"))
        return ALLEGED if done and parent.passive and parent.lemma in _SAID else None
    if clause.relation not in ("ccomp", "csubj") or clause.mark not in ("that", "if", "whether"):
        return None
    if parent.lemma in _PROVING and (parent.negated or _declined(clauses, parent)):
        return ALLEGED
    if parent.lemma == "deny" and parent.negated and parent.relation == "conj" and parent.parent is not None:
        return ALLEGED if clauses.all[parent.parent].lemma in _PROVING else None
    return _verdict(clauses, parent)


def _declined(clauses: Clauses, clause: Clause) -> bool:
    above = clauses.all[clause.parent] if clause.parent is not None else None
    return above is not None and clause.form == "infinitive" and above.lemma in _DECLINING


def _verdict(clauses: Clauses, clause: Clause) -> str | None:
    """What “is false”, “is not true”, “remains unclear” say of their subject."""
    tokens = clauses.text.tokens
    heads = {clause.head, *clauses.text.children(clause.verb, "acomp", "attr", "oprd")} - {clause.verb}
    words = {form for h in heads for form in (tokens[h].lemma, tokens[h].lower)}
    if words & _FALSE:
        return None if clause.negated else DENIED
    if words & _TRUE and clause.negated:
        return DENIED
    if words & _UNCLEAR and not clause.negated:
        return OPEN
    return OPEN if words & _CERTAIN and clause.negated else None


def _of_noun(clauses: Clauses, noun: int) -> str | None:
    """What becomes of the content of a noun: “no evidence that”, “dismissed as false claims that”."""
    tokens = clauses.text.tokens
    around = clauses.around(noun)
    held = around is not None and noun in (*around.agent, *around.patient, around.head)
    if tokens[noun].lemma in _FALSE:
        return None if around is not None and around.negated else DENIED  # “it is a lie that”
    if tokens[noun].lemma == "case" and around is not None and around.negated:
        return DENIED  # “it is not the case that”
    if tokens[noun].lemma in EVIDENCE:
        words = {tokens[c].lower for c in tokens[noun].children}
        negated = words & {"no", "little", "scant", "without"} or (around is not None and around.negated)
        if negated or "any" in words or tokens[tokens[noun].head].lower == "without":
            return ALLEGED
    if tokens[noun].lemma not in REPORTS:
        return None
    if any(tokens[c].lower in _FALSE and tokens[c].dep == "amod" for c in tokens[noun].children):
        return DENIED  # “false reports that”, “dismissed as baseless claims that”
    if around is None or not held:
        return ALLEGED
    if around.lemma in _DENYING and noun in around.patient:
        return ALLEGED if around.negated else DENIED
    if around.lemma in _PROVING and not around.negated:
        return None
    called = {tokens[i].lower for p in clauses.text.children(around.verb, "prep") if tokens[p].lower == "as"
              for i in range(*clauses.text.subtree(p))}  # fmt: skip
    return DENIED if called & _FALSE else _verdict(clauses, around) or ALLEGED
