"""Events that a verb or an adjective tells, with their parties and what their status makes of their type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from memcon.language import REPORTS, Clause
from memcon.ontology import cooperative, embedded
from memcon.ontology.lexicon import Entry
from memcon.reading.events.acts import act_in, act_of_complement, complements, refine
from memcon.reading.events.counterparts import Counterparts, enough
from memcon.reading.events.drafts import Draft
from memcon.reading.events.embeddings import EmbeddingReader
from memcon.reading.events.future import future
from memcon.reading.events.ledger import Ledger
from memcon.reading.events.matching import Match, Matcher
from memcon.reading.events.parties import Parties
from memcon.reading.events.recall import FRIENDSHIP, recalls
from memcon.reading.events.status import DENIED, HAPPENED, PLANNED, Standing, standing_of
from memcon.reading.events.victims import VictimReader

_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# What a state does to its own people is an event between it and itself.
_DOMESTIC = frozenset({"CONCEDE", "COERCE", "PROTEST"})
# What a speaker who announces it in the passive will do himself.
_ANNOUNCED = frozenset({"SANCTION", "AID", "RETREAT"})
_AGGRESSION = "1123"
# Words for which one calls or visits somebody: praise, thanks, condolences, apologies.
_WORDED = frozenset({"051", "018", "055", "080"})


class ClauseReader(VictimReader):
    """Drafts the events of clauses."""

    def __init__(self, matcher: Matcher, parties: Parties, counterparts: Counterparts, ledger: Ledger) -> None:
        super().__init__(matcher, parties, counterparts, ledger)
        self.embeddings = EmbeddingReader(matcher, parties, counterparts, ledger)

    def drafts(self, clause: Clause) -> Iterator[Draft]:
        """The event that a clause tells, by the most demanding entry that has its parties."""
        standing = None
        for match in self.matcher.verb(clause):
            if standing is None:
                standing = standing_of(self.matcher, clause)
            draft = self._draft(match, clause, standing)
            if draft is not None:
                self.ledger.nouns.update(match.objects)
                self.ledger.telling[clause.index] = draft.type
                yield from self._each_place(draft, clause)
                return
        obliged = self.embeddings.obligation(clause)
        if obliged is not None:
            yield obliged

    def _draft(self, match: Match, clause: Clause, standing: Standing) -> Draft | None:
        entry = match.entry
        if entry.cameo == "057" and clause.progressive:
            return None  # “are negotiating a treaty”: it is not there yet
        roles = self._roles(clause, match)
        small = self.matcher.small_clause(clause)
        if small is not None and not roles.get("patient"):
            roles["patient"] = small[1]
        kids = complements(self.matcher, clause, match)
        if entry.type == "AID" and clause.lemma == "help" and not clause.patient and self._mediates(kids):
            return None  # “helped broker a truce”: the brokering is the event
        if "complement" in entry.target and not entry.effect:
            roles["complement"] = tuple(a for kid in kids if kid.form == "finite" for a in kid.agent)
        if entry.subject:
            for head in clause.agent:
                for role, heads in self.parties.wide_roles_of_noun(head).items():
                    roles[role] = (*roles.get(role, ()), *heads)
        if entry.effect:
            for word in match.phrase.company:
                for noun in roles.get(word, ()):
                    for role, heads in self.parties.roles_of_noun(noun).items():
                        if role not in ("possessor", "modifier"):
                            roles[role] = (*roles.get(role, ()), *heads)
            roles["complement"] = tuple(
                a for kid in kids if kid.form == "finite" or kid.mark in ("for", "that") for a in kid.agent
            )
        if entry.construction == "adjective" and match.head == clause.verb and clause.passive:
            # “was alarmed by”: who is alarmed acts.
            roles = {**roles, "agent": clause.patient, "by": clause.agent, "patient": ()}
        if "speaker" in entry.source:
            roles = {**roles, "speaker": self.counterparts.speakers(clause)}
        victims = self._victims(clause) if entry.type == "ACCUSE" and "on" not in entry.target else set()
        if victims:
            roles = {role: tuple(i for i in heads if i not in victims) for role, heads in roles.items()}
        slots = entry.source if clause.passive else tuple(s for s in entry.source if s != "in" or s == entry.source[0])
        source = self.parties.fill(roles, slots) or self.counterparts.author(clause) or self.counterparts.sayer(clause)
        source = source or self.counterparts.joined(clause) or self.counterparts.above_list(clause)
        if not source and "speaker" in entry.source and not roles["speaker"]:
            source = self.parties.actors.issuer
        if not source and clause.passive and standing.future and entry.type in _ANNOUNCED:
            # “said ten diplomats would be expelled”: who announces it will do it.
            source = self.parties.fill({"agent": self.counterparts.speakers(clause)}, ("agent",))
        if not source and clause.passive and entry.type == "ASSAULT":
            source = self.counterparts.fought(clause, self.matcher.lexicon)
        if not source and clause.passive and "in" in entry.source:
            source = self.counterparts.inside(clause)
        if not source and clause.passive and match.objects and cooperative(entry.type):
            # “Egypt’s condolences were sent”: the owner sent them.
            source = self.parties.fill(roles, ("possessor",))
        if entry.type == "SUPPORT" and self.parties.everybody(clause.agent, source):
            source = self.parties.actors.issuer or source  # “the world owes Kenya its thanks”, says who sends it out
        if not source and clause.passive and entry.type == "ASSAULT":
            source = self._attacker(clause)
        spared = (
            *source,
            *(a for i in victims for a in self.parties.actors.at(i) or self.parties.behind(i)),
            *self.counterparts.own_body(clause),
        )
        target = self.counterparts.others(entry, source, self.parties.fill(roles, entry.target, spared))
        if victims and not target:
            target = self._where_suffered(clause)
        if entry.type == "REJECT" and self._disowned(clause):
            return None
        if entry.effect in ("appeal", "demand") and any(self.matcher.act_of(noun) for noun in clause.patient):
            # What is asked for is no party; who is asked stands beside it.
            target = self.parties.fill(roles, tuple(s for s in entry.target if s != "patient"), source)
        if not self.counterparts.traveller(entry, match, clause, source):
            return None
        told_of = clause.relation in ("acl", "relcl")
        if not source and told_of and (clause.passive or (clause.form == "finite" and cooperative(entry.type))):
            return None
        if not source and told_of and self.counterparts.documented(clause):
            return None  # “abstained on a resolution condemning Chad”: nobody is said to condemn it
        if standing.purpose and clause.parent in self.ledger.telling:
            worded = standing.past and self.ledger.telling[clause.parent] == "CONSULT" and entry.cameo in _WORDED
            if not worded or clause.parent is None:
                return None
            # “called the president to apologise”: said in the call.
            standing = Standing()
            target = target or self.parties.fill(
                self.parties.roles_of(self.clauses.all[clause.parent]), ("patient", "with", "to"), source
            )
        if clause.relation == "advcl" and clause.form == "gerund" and clause.parent is not None:
            above = self.clauses.all[clause.parent]
            if above.passive and above.agent and not cooperative(entry.type):
                # “was attacked by gunmen, killing ten”: the gunmen killed.
                source = self.parties.fill({"agent": above.agent}, ("agent",)) or source
        if len(source) > 1 and self._reciprocal(clause):
            source, target = self.parties.sides(source)
            if not target:
                source, target = source[:1], source[1:]  # “the army and the rebels accused each other”
        if entry.effect:
            return self.embeddings.draft(match, clause, standing, source, target, kids)
        source, target = self.counterparts.symmetric(entry, source, target, clause)
        if entry.type == "ASSAULT" and target and not self.parties.any_known(target):
            target = (*target, *self._victims_state(clause, source))
        if not target:
            target = self.counterparts.antecedent(clause, source)
        if not target and entry.type == "SANCTION" and clause.patient:
            target = tuple(a for a in self.counterparts.beside(clause, self.ledger.telling) if a not in source)
        if not target and entry.cameo == "114":
            target = self.counterparts.provoked(clause, source)
        unnamed = not target and entry.type == "ACCUSE" and (bool(victims) or self.counterparts.unnamed(clause))
        titled = bool(self.parties.titled(clause))
        if not target and not unnamed and not (titled and entry.cameo in ("057", "160")):
            target = self.counterparts.further(clause, (*source, *self.counterparts.own_body(clause)), kids, entry.type)
        if not target and source and entry.type in _DOMESTIC:
            # A state acts upon its own: “Mali imposed a curfew in its north”.
            target = self.parties.fill(roles, tuple(s for s in entry.target if s != "possessor"))
        if standing.status == "conditional" and not self.parties.any_known(target):
            # “will withdraw if the rebels yield”: it is done for them.
            target = self.counterparts.conditioned(clause, source) or target
        refused = standing.status == DENIED and standing.future
        if not (source or target) and entry.cameo == "057" and clause.passive and match.objects:
            draft = self._told(entry, clause, match, (), (), entry.cameo, standing)
            if draft is not None:
                draft.recalls, draft.pending = match.objects[0], True
            return draft
        if not (source or target) or not self.parties.any_known((*source, *target)):
            return None
        if clause.relation == "advcl" and clause.form == "finite" and not (source and target):
            # In passing, and without one of its parties: not enough to go by.
            return None
        pending = False
        recalled = None
        if not self.parties.any_known(target) and not titled:
            told = self.matcher.objects(clause, match.phrase)
            recalled = recalls(entry.type, told, self.parties, self.matcher.lexicon) if source else None
            if entry.cameo == FRIENDSHIP and source:
                recalled = clause.verb
        if entry.type == "ACCUSE" and not target and recalled is None and not self.parties.of_a_side(source):
            return None
        if refused and not source and target and self.embeddings.ours(clause):
            pass  # “We will not negotiate with …”, in a transcript
        elif self.counterparts.of_one_body(clause, entry, source) and not target:
            pass  # “the foreign ministers of the G7 met in Münster”: with each other
        elif recalled is None and not (bool(source) if refused or unnamed else enough(entry, source, target)):
            pending = entry.type == "CONSULT" and bool(source) and entry.cameo == "040"
            pending = pending and self.counterparts.may_be_mutual(clause)
            if not pending:
                return None
        code = refine(self.matcher, entry.cameo, clause.first, clause.last)
        draft = self._told(entry, clause, match, source, target, code, standing)
        if draft is not None:
            draft.pending, draft.recalls = pending, recalled
        if draft is not None and entry.type in ("ACCUSE", "COERCE", "REJECT", "SUPPORT", "CONCEDE", "PROTEST"):
            for kid in kids:
                if (
                    kid.relation == "xcomp"
                    or (kid.relation == "pcomp" and kid.mark != "by")
                    or (kid.relation == "acl" and kid.antecedent in match.objects)
                ):
                    self.ledger.consume(kid)
        if draft is not None and (entry.type in ("ACCUSE", "REJECT") or entry.cameo in ("170", "1721", "082")):
            for kid in self.clauses.children(clause):
                if (kid.relation == "advcl" and kid.form == "gerund" and not kid.mark) or (
                    kid.relation == "acl" and kid.antecedent in clause.patient and entry.type == "COERCE"
                ):
                    self.ledger.consume(kid)
        if draft is not None and entry.type == "PROTEST":
            for kid in self.clauses.children(clause):
                if kid.relation == "advcl" and kid.form in ("infinitive", "gerund"):
                    self.ledger.consume(kid)
        return draft

    def _mediates(self, kids: list[Clause]) -> bool:
        return any(match.entry.type == "CONSULT" for kid in kids for match in self.matcher.verb(kid))

    def _disowned(self, clause: Clause) -> bool:
        """“rejected reports that it had expelled an envoy”: the expulsion is denied, and nobody is turned down.

        Where the reports are somebody's, that one is turned down, unless the denial is of one's own act.
        """
        told = (*clause.patient, *clause.oblique("as"), *(clause.agent if clause.kind == "copula" else ()))
        reports = {i for i in told if self.text.tokens[i].lemma in REPORTS}
        owners = ("possessor", "by", "from", "modifier")
        someone = any(self.parties.of_a_side(self.parties.fill(self.parties.roles_of_noun(i), owners)) for i in reports)
        return any(
            kid.mark == "that"
            and kid.antecedent in reports
            and (not someone or (clause.lemma == "deny" and bool(kid.agent)))
            and act_in(self.matcher, self.parties, kid) is not None
            for kid in (self.clauses.children(clause) if reports else ())
        )

    def _each_place(self, draft: Draft, clause: Clause) -> Iterator[Draft]:
        """“met in Oslo in May and in Rome in June”: two meetings."""
        places = [i for i in clause.oblique("in") if i in self.parties.actors.places]
        tokens = self.text.tokens
        joined = [i for i in places if tokens[tokens[i].head].dep == "conj"]
        if draft.type != "CONSULT" or not joined or draft.status != HAPPENED:
            yield draft
            return
        for place in (places[0], *joined):
            yield replace(draft, place=place)

    def _reciprocal(self, clause: Clause) -> bool:
        """“expelled each other's diplomats”, “accused one another”: the first side and the others."""
        tokens = self.text.tokens
        last = max((tokens[h].i for h in clause.patient), default=clause.verb)
        words = [tokens[i].lower for i in range(clause.verb, min(last + 3, clause.last))]
        return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(words))

    def _roles(self, clause: Clause, match: Match) -> dict[str, tuple[int, ...]]:
        """The roles of the clause with those of its objects; what is talked about gives no party."""
        posts = [o for o in match.objects if o in clause.roles.get("as", ())] if match.entry.cameo == "054" else []
        if posts:
            # “named Mr Smith ambassador to Chad”: the post is at Chad, and Mr Smith is no party.
            roles = {role: heads for role, heads in clause.roles.items() if role not in ("patient", "as")}
            for post in posts:
                for role, heads in self.parties.roles_of_noun(post).items():
                    roles[role] = (*roles.get(role, ()), *heads)
            return roles
        if match.entry.type != "CONSULT" or match.objects or match.entry.construction == "light":
            return self.parties.roles_of(clause)
        roles = dict(clause.roles)
        for obj in clause.patient:
            # “discussed the border with Croatia's minister”: parsers hang “with” on the border.
            beside = self.parties.roles_of_noun(obj)
            people = tuple(i for i in beside.get("with", ()) if self.counterparts.person(i))
            if people:
                roles["with"] = (*roles.get("with", ()), *people)
            roles["possessor"] = (*roles.get("possessor", ()), *beside.get("possessor", ()))
        return roles

    def _told(
        self,
        entry: Entry,
        clause: Clause,
        match: Match,
        source: tuple[str, ...],
        target: tuple[str, ...],
        code: str,
        standing: Standing,
    ) -> Draft | None:
        """An event that is told, with what its status makes of its type."""
        kind, act, status = entry.type, entry.act, entry.status or HAPPENED
        if code == _AGGRESSION and (standing.future or standing.status in ("hypothetical", "conditional")):
            # “would consider it an act of war”: what has not been done is warned of.
            target = target or self.counterparts.doer((*clause.patient, *clause.agent), clause.first, source)
            return self._plain(entry, clause, match, source, target, "130", "THREATEN", None, standing.status)
        if not standing.real:
            status = standing.status
            if standing.obligation:
                return None
            if standing.purpose and not source:
                return None
            if standing.attempt and not cooperative(kind):
                status = HAPPENED
            elif standing.past and kind == "CONSULT" and clause.parent not in self.ledger.telling:
                # “flew to Rome to meet the pope”: told as done.
                return self._plain(entry, clause, match, source, target, code)
            elif standing.status == "conditional" and standing.future and not cooperative(kind):
                status = PLANNED
            elif standing.status == "conditional" and standing.future and source:
                pass
            elif standing.status in ("hypothetical", "conditional", "requested") and not (source and target):
                return None
            if standing.purpose and kind != "CONSULT" and not (source and target):
                return None
            if entry.effect is None and kind not in _VERBAL and kind != "AGREE":
                if standing.status in (PLANNED, "offered") or (standing.future and standing.status != DENIED):
                    kind, act, code = future(kind, code)
                    if kind == "THREATEN":
                        target = target or self.counterparts.conditioned(clause, source)
                elif standing.status == DENIED and standing.future:
                    inner = act_of_complement(self.matcher, self.parties, clause, match) if code == "080" else None
                    code = embedded("reject", inner.cameo if inner else code)
                    kind, act, status = "REJECT", kind, HAPPENED
        return self._plain(entry, clause, match, source, target, code, kind, act, status)

    def _plain(
        self,
        entry: Entry,
        clause: Clause,
        match: Match,
        source: tuple[str, ...],
        target: tuple[str, ...],
        code: str,
        kind: str | None = None,
        act: str | None = None,
        status: str = HAPPENED,
    ) -> Draft:
        kind = kind or entry.type
        return Draft(
            kind,
            code,
            entry,
            match.head,
            clause,
            source,
            target,
            status,
            act,
            objects=match.objects,
            mode=entry.mode if kind == entry.type else None,
            contexts=entry.contexts,
        )
