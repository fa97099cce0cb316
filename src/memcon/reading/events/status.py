"""What became of the act: it happened, is planned, denied, feared, asked for.  Status is worked out before type."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language import Clause, factuality
from memcon.reading.events.matching import Matcher

HAPPENED, PLANNED, DENIED = "happened", "planned", "denied"
_SPEECH = frozenset(
    [
        "say",
        "tell",
        "report",
        "add",
        "announce",
        "state",
        "declare",
        "note",
        "explain",
        "confirm",
        "reveal",
        "disclose",
        "write",
        "insist",
        "maintain",
        "claim",
        "reiterate",
        "stress",
        "believe",
        "indicate",
        "affirm",
        "reply",
        "argue",
        "acknowledge",
        "admit",
        "think",
        "warn",
        "predict",
        "remark",
        "comment",
        "observe",
        "mention",
        "emphasize",
        "emphasise",
        "underline",
        "underscore",
        "recall",
        "inform",
        "conclude",
        "hear",
        "show",
    ]
)
_COMPLEMENT = frozenset({"xcomp", "ccomp", "pcomp"})
_PLANS = frozenset(
    [
        "plan",
        "decision",
        "intention",
        "resolution",
        "agreement",
        "commitment",
        "bid",
        "move",
        "promise",
        "pledge",
        "offer",
        "readiness",
        "willingness",
        "desire",
        "proposal",
        "scheme",
        "preparation",
        "arrangement",
        "vow",
        "determination",
        "hope",
        "deal",
        "mission",
        "programme",
        "program",
    ]
)
# What is talked about has not taken place by being talked about.
_WORDS = frozenset(
    [
        "talk",
        "discuss",
        "discussion",
        "negotiation",
        "negotiate",
        "meeting",
        "agree",
        "agreement",
        "view",
        "dialogue",
        "conversation",
        "report",
        "accord",
        "deal",
        "consultation",
        "information",
        "focus",
        "progress",
        "summit",
        "conference",
        "vote",
    ]
)
# “rumours of a meeting”, “allegations of an attack”.
_RUMOURS = frozenset({"rumour", "rumor", "allegation", "claim", "speculation", "suggestion", "accusation"})
_FOREMOST = frozenset({"first", "second", "third", "last", "latest", "only"})
_LATER = frozenset({"before", "ahead of", "until", "pending", "toward", "towards", "for"})
_TO_COME = {
    "planned": PLANNED, "upcoming": PLANNED, "forthcoming": PLANNED, "scheduled": PLANNED, "next": PLANNED,
    "future": PLANNED, "proposed": "requested", "possible": "hypothetical", "potential": "hypothetical",
    "alleged": "alleged", "suspected": "alleged", "threatened": "hypothetical", "expected": PLANNED,
    "imminent": "hypothetical", "likely": "hypothetical", "postponed": "postponed", "cancelled": "cancelled",
    "canceled": "cancelled", "any": "hypothetical", "further": "hypothetical", "requested": "requested",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with what led to it: ``future`` where a will speaks, ``obligation`` where someone must."""

    status: str = HAPPENED
    future: bool = False
    obligation: bool = False
    purpose: bool = False
    attempt: bool = False
    past: bool = False

    @property
    def real(self) -> bool:
        """Whether the act is told as having taken place."""
        return self.status == HAPPENED


_HAPPENED = Standing()


def is_speech(lemma: str) -> bool:
    """Whether a verb only reports what is said."""
    return lemma in _SPEECH


def reported_in_past(matcher: Matcher, clause: Clause) -> bool:
    """Whether a clause is what someone said in the past (“said it would”, “said it had”)."""
    at: Clause | None = clause
    for _ in range(4):
        if at is None or at.parent is None:
            return False
        parent = matcher.clauses.all[at.parent]
        if at.relation == "ccomp" or parent.relation == "parataxis":
            return parent.tense == "past" or parent.perfect or is_speech(parent.lemma)
        at = parent
    return False


def standing_of(matcher: Matcher, clause: Clause, depth: int = 0) -> Standing:
    """The status of the act that a clause tells of, from its own words and those it stands under."""
    own = _own(matcher, clause)
    if own.real and _anybody(matcher, clause):
        return Standing("hypothetical")
    doubt = factuality(matcher.clauses, clause)
    if doubt is not None and own.real:
        return Standing(doubt)
    if depth > 6 or clause.parent is None:
        return own
    parent = matcher.clauses.all[clause.parent]
    above = _above(matcher, clause, parent, depth)
    if above is None:
        return own
    if own.status == DENIED and above.status == DENIED:
        return _HAPPENED
    if own.status == PLANNED and above.status == DENIED:
        return above  # “denied that it will attack”
    if own.real or (own.purpose and above.status != HAPPENED):
        return above
    return own


def _anybody(matcher: Matcher, clause: Clause) -> bool:
    """“visas for citizens who visit the islands”: whoever does it, which is no act that took place."""
    if clause.relation != "relcl" or clause.antecedent not in clause.agent or clause.parent is None:
        return False
    if clause.tense != "present" or clause.perfect or clause.progressive or clause.passive:
        return False
    tokens = matcher.text.tokens
    noun = tokens[clause.antecedent] if clause.antecedent is not None else None
    above = matcher.clauses.all[clause.parent]
    ahead = above.modal is not None or above.form != "finite" or above.tense != "past"
    return noun is not None and noun.tag == "NNS" and ahead and not any(tokens[c].dep == "det" for c in noun.children)


def _own(matcher: Matcher, clause: Clause) -> Standing:
    modal = clause.modal
    if (clause.relation in ("root", "conj") or _inverted(matcher, clause)) and _asked(matcher, clause):
        return Standing("hypothetical")
    if clause.negated and clause.conditional:
        return Standing("conditional")  # “if they do not yield”: neither told nor denied
    if clause.negated:
        return Standing(DENIED, future=modal in ("will", "would", "shall") or clause.tense == "future")
    if modal in ("must", "should"):
        return Standing("requested", obligation=True)
    if clause.conditional or _in_case(matcher, clause):
        return Standing("conditional")
    conditioned = any(
        kid.relation == "advcl" and kid.mark in ("if", "unless", "should", "provided")
        for kid in matcher.clauses.children(clause)
    )
    if not conditioned and clause.relation == "ccomp" and clause.parent is not None:
        # “If X attacks, Y will strike back, Z warned”: the condition is hung on the warning.
        said = matcher.clauses.all[clause.parent]
        conditioned = clause.verb < said.verb and any(
            kid.relation == "advcl" and kid.mark in ("if", "unless") and kid.verb < clause.verb
            for kid in matcher.clauses.children(said)
        )
    if modal in ("will", "shall") or clause.tense == "future":
        return Standing("conditional" if conditioned else PLANNED, future=True)
    if modal == "would":
        if conditioned:
            return Standing("conditional", future=True)
        return Standing(PLANNED if reported_in_past(matcher, clause) else "hypothetical", future=True)
    if modal in ("can", "could", "may", "might"):
        return Standing("hypothetical")
    return _HAPPENED


def _inverted(matcher: Matcher, clause: Clause) -> bool:
    """“Will the United States recognise …?”: the auxiliary stands before its subject."""
    auxiliaries = tuple(matcher.text.children(clause.verb, "aux"))
    return bool(auxiliaries and clause.agent) and min(auxiliaries) < min(clause.agent)


def _asked(matcher: Matcher, clause: Clause) -> bool:
    sentence = matcher.text.sentences[clause.sentence]
    return matcher.text.text[sentence.end - 1] == "?"


def _above(matcher: Matcher, clause: Clause, parent: Clause, depth: int) -> Standing | None:
    """What the clause above makes of this one; None where it leaves it as it is."""
    tokens = matcher.text.tokens
    if clause.relation == "conj" and clause.form in ("infinitive", "gerund"):
        beside = _infinitive_beside(matcher, clause, parent) if clause.form == "infinitive" else None
        return standing_of(matcher, beside or parent, depth + 1)
    if clause.form == "infinitive" and _foremost(matcher, clause, parent):
        return standing_of(matcher, parent, depth + 1)  # “was the first state to recognise”: it did
    if clause.relation in ("acl", "relcl") and clause.form == "infinitive":
        noun = tokens[clause.antecedent] if clause.antecedent is not None else None
        if noun is not None and noun.lemma in _PLANS:
            return Standing(PLANNED)
        return Standing("hypothetical", purpose=True)
    if clause.relation == "acl" and clause.antecedent is not None and clause.mark == "that":
        return _of_noun(matcher, clause.antecedent, parent)
    if clause.relation == "advcl" and clause.form == "infinitive":
        above = standing_of(matcher, parent, depth + 1)
        if above.real and parent.tense == "present" and parent.lemma == "take" and _steps(matcher, parent):
            return above  # “is taking further steps to impose visa restrictions”
        if above.real and parent.tense == "past":
            return Standing("hypothetical", purpose=True, past=True)
        return Standing(above.status if not above.real else "hypothetical", purpose=True)
    if clause.relation not in _COMPLEMENT:
        if clause.relation == "advcl" and clause.form in ("gerund", "participle"):
            return standing_of(matcher, parent, depth + 1)
        return None
    head = parent.head if parent.kind == "copula" else parent.verb
    cue = matcher.cue(head, matcher.near(parent))
    if clause.relation == "ccomp" and clause.form == "finite":
        if cue is None and parent.kind == "copula":
            return None
        if cue is None or cue.status is None or cue.name == "plan":
            return None
        if cue.status == DENIED and parent.negated:
            return _HAPPENED
        return Standing(cue.status)
    if cue is None:
        if parent.kind == "copula" or tokens[parent.verb].lemma == "be":
            return standing_of(matcher, parent, depth + 1)
        if clause.form == "infinitive":
            return Standing("hypothetical", purpose=True)
        return standing_of(matcher, parent, depth + 1)
    if cue.status is None:
        return standing_of(matcher, parent, depth + 1)
    if cue.name == "attempt" and not parent.negated:
        above = standing_of(matcher, parent, depth + 1)
        return Standing("hypothetical", attempt=above.real)
    if parent.negated:
        return _HAPPENED if cue.status == DENIED else Standing(DENIED)
    return Standing(cue.status, future=cue.status == PLANNED)


def _infinitive_beside(matcher: Matcher, clause: Clause, parent: Clause) -> Clause | None:
    """“agreed to meet in May and to hold talks”: the infinitive that one joined to the finite verb goes with."""
    if parent.form != "finite":
        return None
    earlier = [
        kid
        for kid in matcher.clauses.children(parent)
        if kid.form == "infinitive" and kid.verb < clause.verb and kid.relation != "conj"
    ]
    return earlier[-1] if earlier else None


def _steps(matcher: Matcher, clause: Clause) -> bool:
    return any(matcher.text.tokens[i].lemma in ("step", "action", "measure") for i in clause.patient)


def _in_case(matcher: Matcher, clause: Clause) -> bool:
    """“put troops on alert in case he refuses to go”: he has not."""
    tokens = matcher.text.tokens
    first = min((matcher.text.subtree(head)[0] for head in clause.agent if head < clause.verb), default=0)
    return first > 1 and tokens[first - 1].lower == "case" and tokens[first - 2].lower == "in"


def _foremost(matcher: Matcher, clause: Clause, parent: Clause) -> bool:
    """Whether an infinitive tells what the first, last or only one did."""
    tokens = matcher.text.tokens
    noun = clause.antecedent if clause.antecedent is not None else parent.head if parent.kind == "copula" else None
    return noun is not None and any(
        tokens[i].lower in _FOREMOST for i in (noun, *tokens[noun].children) if tokens[i].pos in ("ADJ", "ADV", "NOUN")
    )


def _of_noun(matcher: Matcher, noun: int, clause: Clause) -> Standing | None:
    """“reports that X has died are false”: the verdict on the noun falls on what it tells."""
    if noun in clause.agent and clause.kind == "copula":
        cue = matcher.cue(clause.head, frozenset())
        if cue is not None and cue.status is not None:
            return Standing(cue.status)
    cue = matcher.cue(clause.verb, matcher.near(clause))
    if cue is not None and cue.status == DENIED and noun in clause.patient:
        return Standing(DENIED)
    cue = matcher.cue(noun, frozenset())
    return Standing(cue.status) if cue is not None and cue.status else None


def _fate(matcher: Matcher, noun: int) -> str | None:
    """“the planned visit was postponed”: what the clause says became of what was to come."""
    clause = matcher.clauses.around(noun)
    if clause is None or noun not in clause.patient:
        return None
    cue = matcher.cue(clause.verb, matcher.near(clause))
    return cue.status if cue is not None and cue.status in ("postponed", "cancelled") and not clause.negated else None


def standing_of_noun(matcher: Matcher, noun: int) -> Standing:
    """The status of an act that a noun names."""
    tokens = matcher.text.tokens
    for child in tokens[noun].children:
        token = tokens[child]
        if token.dep in ("amod", "det", "compound") and token.lower in _TO_COME:
            fate = _fate(matcher, noun)
            return Standing(fate or _TO_COME[token.lower])
        if token.lower == "no":
            return Standing(DENIED)
    governor = tokens[noun].head
    for _ in range(3):
        if tokens[governor].dep in ("conj",) and tokens[governor].pos == "NOUN":
            governor = tokens[governor].head
    prep = tokens[governor]
    clause = matcher.clauses.around(noun)
    if prep.dep == "prep" or prep.pos == "ADP":
        if prep.lower in _LATER:
            return Standing("hypothetical" if prep.lower != "ahead" else PLANNED)
        over = tokens[prep.head]
        if prep.lower in ("on", "about", "regarding", "concerning") and over.lemma in _WORDS:
            return Standing("hypothetical", purpose=True)
        if prep.lower in ("after", "following", "since", "during", "despite", "amid"):
            return _HAPPENED
        cue = matcher.cue(over.i, frozenset())
        if cue is not None and cue.status and over.pos in ("NOUN", "VERB"):
            return Standing(cue.status)
        if over.lemma in _PLANS:
            return Standing(PLANNED)
        if over.lemma in _RUMOURS and prep.lower in ("of", "about"):
            return Standing("alleged")
        if over.pos == "NOUN":
            return _HAPPENED
    if clause is None:
        return _HAPPENED
    head = clause.head if clause.kind == "copula" else clause.verb
    if noun in clause.patient or noun in clause.agent:
        cue = matcher.cue(head, matcher.near(clause))
        if cue is not None and cue.status and noun in clause.patient:
            if cue.status == DENIED and clause.negated:
                return _HAPPENED
            return Standing(cue.status)
        if cue is not None and noun in clause.patient:
            return standing_of(matcher, clause)  # “allegedly carried out the raid”
        if noun in clause.agent or clause.passive or clause.form == "infinitive":
            return standing_of(matcher, clause)  # “offered to host talks”
    return _HAPPENED
