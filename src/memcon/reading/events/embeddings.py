"""Words that promise, ask, refuse or threaten: one event with the act it is about."""

from __future__ import annotations

from dataclasses import replace

from memcon.language import Clause
from memcon.ontology import cooperative, embedded
from memcon.reading.events.acts import act_in, act_of_complement, code_under, restrained
from memcon.reading.events.counterparts import enough
from memcon.reading.events.drafting import DraftReader
from memcon.reading.events.drafts import Draft
from memcon.reading.events.matching import Match
from memcon.reading.events.recall import recalls
from memcon.reading.events.status import DENIED, HAPPENED, PLANNED, Standing

OWN_STATUS = {"appeal": "requested", "demand": "requested", "reject": HAPPENED, "threaten": PLANNED}
_EMPTY = frozenset(
    [
        "comment",
        "say",
        "speak",
        "elaborate",
        "identify",
        "name",
        "specify",
        "answer",
        "confirm",
        "disclose",
        "reveal",
        "tell",
        "be",
        "go",
        "come",
        "see",
        "know",
        "remain",
        "become",
        "stay",
        "keep",
        "respond",
        "defeat",
        "eliminate",
        "eradicate",
        "reply",
        "call",
    ]
)


# Those who are asked where none is named: “called on all parties to …”.
_ASKED = frozenset(
    {"party", "side", "actor", "stakeholder", "group", "faction", "state", "country", "nation", "government", "leader"}
)
# Words by which somebody gives what another wants.
_GIVEN = frozenset({"agree", "promise", "pledge", "offer", "commit", "volunteer", "consent", "ready", "willing"})
# Wishes that those who issue a statement together do not promise each other.
_WISHED = frozenset({"look", "hope", "expect", "plan", "intend", "aim"})


class EmbeddingReader(DraftReader):
    """Drafts the events of words with an effect."""

    def draft(
        self,
        match: Match,
        clause: Clause,
        standing: Standing,
        source: tuple[str, ...],
        target: tuple[str, ...],
        kids: list[Clause],
    ) -> Draft | None:
        """A word that promises, asks, refuses or threatens, with the act it is about."""
        entry = match.entry
        if match.phrase.head == "insist" and any(kid.form == "finite" and self._asserted(kid) for kid in kids):
            return None  # “insists that the bridge was sabotaged”: says so, and demands nothing
        together = match.phrase.head in _WISHED and len({self.parties.country(a) for a in source}) > 2
        mutual = entry.status != "offered" and not together
        act = restrained(act_of_complement(self.matcher, self.parties, clause, match))
        if standing.obligation or (clause.passive and match.phrase.head in _WISHED and not clause.agent):
            return None  # “is expected to start”: by nobody in particular
        effect = entry.effect or ""
        kind, code = entry.type, entry.cameo
        refused = effect == "commit" and standing.status == DENIED and standing.future
        if refused:
            effect, kind, code = "reject", "REJECT", "120"
        if match.phrase.head == "hesitate" and standing.status == DENIED:
            # “will not hesitate to impose sanctions”: a promise, or a threat
            effect, kind, code, standing = "commit", "AGREE", "030", Standing(PLANNED, future=True)
        asked = self._expected(match, clause, source, kids)
        if asked is not None:
            if act is not None and not cooperative(act.type):
                return None  # “expects Russia to attack”
            effect, kind, code, target = "appeal", "REQUEST", "020", asked
            mutual = False
        if act is not None and act.type == "MOBILIZE" and effect == "commit" and match.phrase.head in _GIVEN:
            act = replace(act, type="AID", cameo="074")  # “agreed to send police to Haiti”: to help
        if act is not None:
            code = code_under(effect, act)
            if effect == "commit":
                if act.type in ("REQUEST", "ACCUSE", "REJECT"):
                    return None
                if not cooperative(act.type) and match.phrase.head == "offer":
                    act, code = None, entry.cameo  # “offered the rebels exile”: nobody is threatened
                elif not cooperative(act.type):
                    kind, code = "THREATEN", embedded("threaten", act.cameo)
            if effect == "commit":
                # “reiterated the readiness of the UN to support Senegal”: its own side is promised nothing.
                sides = {self.parties.country(a) for a in source}
                others = tuple(a for a in target if self.parties.country(a) not in sides)
                done_to = act is not None and (act.target or act.type == "RETREAT")
                target = others or (() if done_to else target)
            if act is None:
                pass
            elif effect == "appeal" and act.type == "AID" and "for" in match.phrase.company:
                # “called for more aid to Haiti”: Haiti is not the one who is asked.
                target = tuple(a for a in target if a not in act.target)
            else:
                ours = kind == "REQUEST" or act.type == "RETREAT"
                asking = {self.parties.country(a) for a in source} if ours else set()
                others = tuple(a for a in act.target if a not in source and self.parties.country(a) not in asking)
                target = self.counterparts.best(tuple(a for a in target if a not in source), others)
        if mutual:
            source, target = self.counterparts.symmetric(entry, source, target, clause)
        if act is None and effect == "commit" and kids:
            # A promise of something the lexicon does not know counts only where both sides are known.
            target = self.counterparts.best(target, self.counterparts.further(clause, source, kids, kind))
            if not self.parties.any_known(target) or self._empty(kids):
                return None
        elif (act is None and (effect == "reject" and kids and self._empty(kids))) or (
            effect == "threaten" and match.phrase.head == "warn" and not target
        ):
            return None
        sides = {self.parties.country(a) for a in source}
        if target and len(sides) > 1 and {self.parties.country(a) for a in target} <= sides:
            # “the ministers of Kenya and Somalia agreed to reopen the border between the two countries”
            source, target = self.parties.sides(source)
        if effect == "threaten" or kind == "THREATEN":
            target = self.counterparts.best(target, self.counterparts.conditioned(clause, source))
            if not target:
                beside = self.counterparts.beside(clause, self.ledger.telling)
                target = tuple(a for a in beside if a not in source)
            for kid in kids if not target else ():
                # “threatened to retaliate inside Türkiye”
                target = target or self.parties.fill(kid.roles, ("against", "on", "inside", "in"), source)
        told_of = clause.relation == "acl" and clause.passive  # “a plan put forward by”: nobody is asked here
        if not told_of and not self.parties.any_known(target):
            target = self.counterparts.best(target, self.counterparts.further(clause, source, kids, kind))
        if mutual:
            source, target = self.counterparts.symmetric(entry, source, target, clause)
        if act is not None and act.type == "RETREAT" and effect == "commit" and not target:
            target = self.counterparts.stationed(clause, source)
        unsaid = self.ours(clause) or (clause.passive and not clause.agent and clause.relation not in ("acl", "relcl"))
        if not enough(entry, source, target) and not (target and effect in ("appeal", "demand") and unsaid):
            return None
        if match.phrase.head in ("warn", "caution") and {self.parties.country(a) for a in target} == sides:
            return None  # “warned its citizens against travelling”
        if not self.parties.any_known((*source, *target)):
            return None
        if effect == "commit" and clause.relation == "relcl" and not self.parties.any_known(target):
            return None
        recalled = None
        if not self.parties.any_known(target):
            objects = self.matcher.objects(clause, match.phrase)
            recalled = recalls(kind, objects, self.parties, self.matcher.lexicon)
        if not target and effect in ("appeal", "demand") and (kids or act is not None):
            target, unnamed = self._asked(match, clause, kids, source)
        else:
            unnamed = False
        pending = act is None and not target and not unnamed
        if pending and not (
            (effect == "appeal" and match.objects) or (effect == "reject" and (kids or recalled is not None))
        ):
            return None
        pending = pending and effect != "reject"
        if (
            not target
            and clause.relation == "advcl"
            and clause.form == "gerund"
            and clause.parent in self.ledger.telling
        ):
            return None
        status = entry.status or OWN_STATUS.get(effect, PLANNED)
        if refused:
            status = HAPPENED
        elif not standing.real:
            if standing.status == DENIED and not standing.future:
                status = DENIED
            elif standing.status == PLANNED and effect in ("appeal", "demand"):
                status = PLANNED
            elif standing.status in ("hypothetical", "conditional", "postponed", "cancelled", "alleged"):
                status = standing.status
                if not (source and target):
                    return None
        inner = act.type if act is not None and act.type != kind else None
        if effect == "reject" and clause.negated and match.phrase.head == "rule":
            # “has not ruled out sanctions”: nothing is refused, and the sanctions may come.
            if act is None or not source:
                return None
            kind, code, status, inner = act.type, act.cameo, "hypothetical", None
        for kid in kids:
            if kid.relation in ("xcomp", "pcomp", "acl", "advcl") or effect != "threaten":
                self.ledger.consume(kid)
        for kid in self.clauses.children(clause) if effect == "reject" else ():
            if kid.relation == "advcl" and kid.form == "gerund" and not kid.mark:
                self.ledger.consume(kid)  # “rejected the claim, calling it baseless”
        if act is not None and act.noun is not None:
            self.ledger.nouns.add(act.noun)
        self.ledger.nouns.update(clause.patient)
        for word in match.phrase.company:
            self.ledger.nouns.update(clause.roles.get(word, ()))
        return Draft(
            kind,
            code,
            entry,
            match.head,
            clause,
            source,
            target,
            status,
            inner,
            objects=match.objects,
            mode=entry.mode if kind == entry.type else None,
            contexts=entry.contexts,
            act_clause=act.clause if act is not None else None,
            act_noun=act.noun if act is not None else None,
            pending=pending,
            recalls=recalled,
        )

    def _asked(
        self, match: Match, clause: Clause, kids: list[Clause], source: tuple[str, ...]
    ) -> tuple[tuple[str, ...], bool]:
        """“called on all parties in Chad to …”: the state of which they are, and whether any are asked."""
        tokens = self.text.tokens
        asked = [*clause.patient, *(i for word in match.phrase.company for i in clause.roles.get(word, ()))]
        asked += [i for kid in kids for i in kid.agent]
        if not any(tokens[i].lemma in _ASKED and not self.parties.actors.party(i) for i in asked):
            return (), False
        for kid in kids:
            for i in range(kid.verb, kid.last):
                if i in self.parties.actors.places and tokens[tokens[i].head].lower in ("in", "within"):
                    found = tuple(a for a in self.parties.states(self.parties.actors.at(i)) if a not in source)
                    if found:
                        return found, True
        return (), True

    def _expected(
        self, match: Match, clause: Clause, source: tuple[str, ...], kids: list[Clause]
    ) -> tuple[str, ...] | None:
        """“Norway expects both sides to resume talks”: whom a state expects to do it; None where it is no request."""
        if match.phrase.head != "expect" or clause.passive or not source:
            return None
        states = all(self.parties.actors.actor(a).kind == "state" for a in source)
        if not states and not self.ours(clause):
            return None
        own = {self.parties.country(a) for a in source}
        for kid in kids:
            if kid.form == "infinitive" and kid.agent and not set(kid.agent) & set(clause.agent):
                asked = self.parties.fill({"agent": kid.agent}, ("agent",), source)
                return tuple(a for a in asked if self.parties.country(a) not in own)
        return None

    def obligation(self, clause: Clause) -> Draft | None:
        """“X said Y must release Z”: what a speaker says another must do is a demand."""
        if clause.modal not in ("must", "should") or clause.negated or clause.conditional:
            return None
        # “It must end”: the war, not whoever was named last.
        named = clause.modal == "must" and not any(self.text.tokens[i].pos == "PRON" for i in clause.agent)
        issuer = self.parties.actors.issuer if named and clause.relation in ("root", "conj") else ()
        at = clause
        parent = None
        for _ in range(3):
            parent = self.clauses.all[at.parent] if at.parent is not None else None
            if parent is None:
                break
            if at.relation == "ccomp" or parent.relation == "parataxis":
                break
            at = parent
        else:
            return None
        if parent is None and not issuer:
            return None
        # “Iran must cooperate”, in a statement: who sends it out demands it.
        source = self.parties.fill({"agent": parent.agent}, ("agent",)) if parent is not None else issuer
        target = self.parties.fill(
            {"agent": clause.agent, "patient": clause.patient}, ("patient",) if clause.passive else ("agent",), source
        )
        sides = {self.parties.country(a) for a in source} if parent is None else set()
        if not source or not target or any(self.parties.country(a) in sides for a in target):
            return None
        act = None
        for match in self.matcher.verb(clause):
            act = act_in(self.matcher, self.parties, clause)
            del match
            break
        code = code_under("demand", act) if act else "100"
        self.ledger.consume(clause)
        return Draft("REQUEST", code, None, clause.verb, clause, source, target, "requested", act.type if act else None)

    def ours(self, clause: Clause) -> bool:
        """“We call on Russia to …”: a request, though the text does not say here who we are."""
        return any(self.text.tokens[head].lower in ("we", "i") for head in clause.agent)

    def _asserted(self, kid: Clause) -> bool:
        """“was sabotaged”, “has left”: told as a fact, where a demand has “must leave” or “leave”."""
        tokens = self.text.tokens
        words = (kid.verb, *self.text.children(kid.verb, "aux", "auxpass"))
        return kid.modal not in ("must", "should", "shall") and any(tokens[i].tag in ("VBD", "VBZ") for i in words)

    def _empty(self, kids: list[Clause]) -> bool:
        """“declined to comment”, “agreed to speak”: only words."""
        return all(self.text.tokens[kid.verb].lemma in _EMPTY for kid in kids)
