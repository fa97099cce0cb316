"""The act inside another: what is promised, asked for, refused, threatened or alleged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from memcon.language import Clause
from memcon.ontology import cooperative, embedded, plover_of
from memcon.reading.events.matching import Match, Matcher
from memcon.reading.events.parties import Parties

_COMPLEMENT = frozenset({"xcomp", "ccomp", "pcomp"})


@dataclass(frozen=True, slots=True)
class Act:
    """A PLOVER type and CAMEO code without status, with the party it is done to."""

    type: str
    cameo: str
    target: tuple[str, ...] = ()
    clause: Clause | None = None
    noun: int | None = None


def complements(matcher: Matcher, clause: Clause, match: Match | None) -> list[Clause]:
    """The clauses that tell what is promised, asked for … by this one."""
    nouns = set(clause.patient) | set(match.objects if match else ())
    found = []
    for kid in matcher.clauses.children(clause):
        if (
            kid.relation in _COMPLEMENT
            or (kid.relation == "advcl" and kid.form == "infinitive")
            or (kid.relation in ("acl", "relcl") and kid.antecedent in nouns and kid.form in ("infinitive", "gerund"))
            or (kid.relation == "acl" and kid.antecedent in nouns and kid.mark == "that")
        ):
            found.append(kid)
    order = {"xcomp": 0, "ccomp": 1, "pcomp": 2, "acl": 3, "relcl": 4, "advcl": 5}
    return sorted(found, key=lambda kid: order[kid.relation])


def complements_of_noun(matcher: Matcher, noun: int) -> list[Clause]:
    """The clauses that tell what an offer, a threat, a demand is about."""
    tokens = matcher.text.tokens
    found = []
    for child in tokens[noun].children:
        clause = matcher.clauses.of(child)
        if (
            clause is not None
            and clause.relation in ("acl", "relcl", "ccomp")
            and clause.form in ("infinitive", "gerund")
        ):
            found.append(clause)
        if tokens[child].dep == "prep":
            for inner in tokens[child].children:
                clause = matcher.clauses.of(inner)
                if clause is not None and clause.relation == "pcomp":
                    found.append(clause)
    return found


_STOPPING = frozenset({"cease", "stop", "halt", "end", "desist", "discontinue"})


def act_in(matcher: Matcher, parties: Parties, clause: Clause, depth: int = 0) -> Act | None:
    """The act that a complement clause tells of; None where the lexicon knows none."""
    if depth > 3:
        return None
    if matcher.text.tokens[clause.verb].lower == "going":
        for kid in complements(matcher, clause, None):
            return act_in(matcher, parties, kid, depth + 1)
    for match in matcher.verb(clause):
        entry = match.entry
        roles = parties.roles_of(clause)
        source = parties.strict(clause.agent)
        target = parties.fill(roles, entry.target, source)
        code = entry.cameo
        if entry.effect:
            inner = act_of_complement(matcher, parties, clause, match, depth + 1)
            if inner is not None:
                code = code_under(entry.effect, inner)
                target = target or inner.target
        else:
            code = refine(matcher, code, clause.first, clause.last)
        return Act(entry.type, code, target, clause)
    if clause.lemma in _STOPPING and clause.patient:
        # “urged Azerbaijan to cease these actions”
        for noun in clause.patient:
            found = act_of_noun(matcher, parties, noun, depth)
            if found is not None and found.type in ("ASSAULT", "COERCE", "MOBILIZE", "COOPERATE", "PROTEST"):
                return Act("RETREAT", "087", found.target, clause)
    cue = matcher.cue(clause.head if clause.kind == "copula" else clause.verb, matcher.near(clause))
    if cue is not None and cue.status is None:
        for kid in complements(matcher, clause, None):
            inner = act_in(matcher, parties, kid, depth + 1)
            if inner is not None:
                return inner
    for noun in clause.patient:
        found = act_of_noun(matcher, parties, noun, depth)
        if found is not None and found.type not in ("ACCUSE", "REQUEST"):
            return found if found.clause is not None else replace(found, clause=clause)
    return None


def restrained(act: Act | None) -> Act | None:
    """“agreed not to use force”, “urged Chad not to attack”: what is promised or asked for is restraint."""
    if act is None or act.clause is None or not act.clause.negated:
        return act
    return None if cooperative(act.type) else Act("RETREAT", "087", act.target, act.clause)


def act_of_noun(matcher: Matcher, parties: Parties, noun: int, depth: int = 0) -> Act | None:
    """The act that a noun names when it is asked for, promised or refused."""
    roles = parties.roles_of_noun(noun)
    target = parties.fill(roles, ("on", "against", "with", "to", "between", "for", "of"))
    code = matcher.act_of(noun)
    if code is None:
        for match in matcher.noun(noun):
            if match.entry.effect is None:
                return Act(match.entry.type, match.entry.cameo, target, None, noun)
        for kid in complements_of_noun(matcher, noun):
            found = act_in(matcher, parties, kid, depth + 1)
            if found is not None:
                return found
        return None
    return Act(plover_of(code) or "CONCEDE", code, target, None, noun)


def act_of_complement(matcher: Matcher, parties: Parties, clause: Clause, match: Match, depth: int = 0) -> Act | None:
    """The act that a promising, asking, refusing or threatening verb is about: its clause, else its noun."""
    for kid in complements(matcher, clause, match):
        for one in (kid, *(c for c in matcher.clauses.children(kid) if c.relation == "conj")):
            found = act_in(matcher, parties, one, depth)
            if found is not None:
                return found
    company = match.phrase.company
    nouns: list[int] = [*match.objects]
    for word in (*company, "for", "to", "on", "of", "with", "against"):
        nouns.extend(clause.roles.get(word, ()))
    nouns.extend(clause.patient)
    for noun in dict.fromkeys(nouns):
        for kid in complements_of_noun(matcher, noun):
            found = act_in(matcher, parties, kid, depth + 1)
            if found is not None:
                return found
        inner = about(matcher, noun)
        for candidate in (*inner, noun):
            found = act_of_noun(matcher, parties, candidate)
            if found is not None:
                return found
    return None


def about(matcher: Matcher, noun: int) -> Iterable[int]:
    """“a request for aid”, “proposal of talks”: the nouns that a proposal is about."""
    tokens = matcher.text.tokens
    if tokens[noun].lemma not in (
        "request", "demand", "call", "proposal", "offer", "appeal", "plan", "need", "plea", "bid", "invitation",
        "suggestion", "ultimatum", "possibility", "idea", "obligation", "readiness", "willingness", "importance",
        "recommendation", "application", "pressure", "petition", "threat", "warning",
    ):  # fmt: skip
        return ()
    found: list[int] = []
    for child in tokens[noun].children:
        if tokens[child].dep == "prep" and tokens[child].lower in ("for", "of", "to", "on", "with"):
            for obj in matcher.text.children(child, "pobj"):
                found.extend(matcher.text.conjuncts(obj))
        elif tokens[child].dep == "compound":
            found.append(child)
    return found


def code_under(effect: str, act: Act) -> str:
    """The CAMEO code of an act under a promising, asking, refusing or threatening word."""
    return embedded(effect, act.cameo)


def refine(matcher: Matcher, code: str, first: int, last: int) -> str:
    """A finer code where the words of the clause tell what it is about; else the code itself."""
    finer = matcher.lexicon.refinements.get(code)
    if not finer:
        return code
    tokens = matcher.text.tokens
    nouns = [i for i in range(first, min(last, len(tokens))) if tokens[i].pos in ("NOUN", "VERB", "PROPN")]
    for fine, test in finer:
        if any(test.passes(tokens[i].lemma, matcher.around(i)) for i in nouns):
            return fine
    return code
