"""Reads the clauses of a document in order and drafts an event where the lexicon, the parties and the status agree."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.language import Clause
from memcon.ontology import SYMMETRIC, cooperative, embedded
from memcon.ontology.lexicon import ANYTHING, Entry, Lexicon
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.acts import (
    Act,
    act_of_complement,
    code_under,
    complements,
    complements_of_noun,
    refine,
)
from memcon.reading.events.dating import Calendar
from memcon.reading.events.drafts import Draft
from memcon.reading.events.matching import Match, Matcher
from memcon.reading.events.parties import Parties
from memcon.reading.events.status import (
    DENIED,
    HAPPENED,
    PLANNED,
    Standing,
    standing_of,
    standing_of_noun,
)
from memcon.record import Actor

_OWN_STATUS = {"appeal": "requested", "demand": "requested", "reject": HAPPENED, "threaten": PLANNED}
_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# What a state does to its own people is an event between it and itself.
_DOMESTIC = frozenset({"CONCEDE", "COERCE", "PROTEST"})
_WORDED = frozenset({"SUPPORT", "CONCEDE", "ACCUSE", "REQUEST"})
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
        "reply",
        "call",
    ]
)
_MOTION = frozenset(
    ["arrive", "fly", "travel", "head", "go", "come", "land", "set", "leave", "depart", "pass", "stop", "touch"]
)
_DOCUMENTS = frozenset(
    [
        "declaration",
        "statement",
        "letter",
        "resolution",
        "report",
        "communique",
        "communiqué",
        "appeal",
        "message",
        "note",
        "petition",
        "speech",
        "article",
        "motion",
        "order",
        "decree",
        "bill",
        "document",
        "text",
        "interview",
        "tweet",
    ]
)


class EventReader:
    """One document's reading; :meth:`drafts` gives the events in order of their predicates."""

    def __init__(self, context: Context, actors: ActorIndex, lexicon: Lexicon, calendar: Calendar) -> None:
        self.calendar = calendar
        self.clauses = context.clauses
        self.text = context.parsed
        self.actors = actors
        persons = {actor.id for actor in actors.actors if actor.kind in ("person", "office")}
        people = frozenset(i for i, meant in actors.by_token.items() if meant and persons.issuperset(meant))
        self.matcher = Matcher(context.clauses, lexicon, people)
        self.parties = Parties(
            context.clauses, actors, frozenset(lexicon.nouns) | lexicon.classes.get("killers", ANYTHING).single
        )
        self._consumed: set[int] = set()
        self._nouns: set[int] = set()
        self._telling: dict[int, str] = {}

    def drafts(self) -> list[Draft]:
        """Every event of the document, in order."""
        found: list[Draft] = []
        for clause in sorted(self.clauses.all, key=self._depth):
            if clause.index in self._consumed:
                continue
            found.extend(self._of_clause(clause))
        for token in self.text.tokens:
            if (
                token.pos in ("NOUN", "PROPN")
                and token.i not in self._nouns
                and token.lemma in self.matcher.lexicon.nouns
            ):
                found.extend(self._of_noun(token.i))
        return sorted(found, key=lambda draft: draft.head)

    def _depth(self, clause: Clause) -> tuple[int, int]:
        depth, at = 0, clause
        while at.parent is not None and depth < 12:
            at = self.clauses.all[at.parent]
            depth += 1
        return depth, clause.index

    # ---------------------------------------------------------------- clauses
    def _of_clause(self, clause: Clause) -> Iterator[Draft]:
        standing = None
        for match in self.matcher.verb(clause):
            if standing is None:
                standing = standing_of(self.matcher, clause)
            draft = self._draft(match, clause, standing)
            if draft is not None:
                self._nouns.update(match.objects)
                self._telling[clause.index] = draft.type
                yield draft
                return
        obliged = self._obligation(clause)
        if obliged is not None:
            yield obliged

    def _draft(self, match: Match, clause: Clause, standing: Standing) -> Draft | None:
        entry = match.entry
        roles = self.parties.roles_of(clause)
        small = self.matcher.small_clause(clause)
        if small is not None and not roles.get("patient"):
            roles["patient"] = small[1]
        kids = complements(self.matcher, clause, match)
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
                a for kid in kids if kid.form == "finite" or kid.mark == "for" for a in kid.agent
            )
        if entry.construction == "adjective" and match.head == clause.verb and clause.passive:
            # “was alarmed by”: who is alarmed acts.
            roles = {**roles, "agent": clause.patient, "by": clause.agent, "patient": ()}
        if "speaker" in entry.source:
            roles = {**roles, "speaker": self._speakers(clause)}
        slots = entry.source if clause.passive else tuple(s for s in entry.source if s != "in" or s == entry.source[0])
        source = self.parties.fill(roles, slots) or self._author(clause) or self._sayer(clause)
        source = source or self._joined(clause)
        if not source and clause.passive and "in" in entry.source:
            source = self._inside(clause)
        if not source and clause.passive and match.objects:
            # “Egypt’s condolences were sent”: the owner sent them.
            source = self.parties.fill(roles, ("possessor",))
        target = self._others(entry, source, self.parties.fill(roles, entry.target, source))
        if entry.effect in ("appeal", "demand") and any(self.matcher.act_of(noun) for noun in clause.patient):
            # What is asked for is no party; who is asked stands beside it.
            target = self.parties.fill(roles, tuple(s for s in entry.target if s != "patient"), source)
        if not self._traveller(entry, match, source):
            return None
        if clause.passive and not source and clause.relation in ("acl", "relcl"):
            return None
        if standing.purpose and clause.parent in self._telling:
            worded = standing.past and self._telling[clause.parent] == "CONSULT" and entry.type in _WORDED
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
        if entry.effect:
            return self._embedding(match, clause, standing, source, target, kids)
        source, target = self._symmetric(entry, source, target, clause)
        if not target:
            target = self._further(clause, source, kids, entry.type)
        if not target and source and entry.type in _DOMESTIC:
            # A state acts upon its own: “Mali imposed a curfew in its north”.
            target = self.parties.fill(roles, tuple(s for s in entry.target if s != "possessor"))
        refused = standing.status == DENIED and standing.future
        if not (source or target) or not any(a in self.parties.known for a in (*source, *target)):
            return None
        if clause.relation == "advcl" and clause.form == "finite" and not (source and target):
            # In passing, and without one of its parties: not enough to go by.
            return None
        pending = False
        if not (bool(source) if refused else self._enough(entry, source, target)):
            pending = entry.type == "CONSULT" and bool(source) and entry.cameo == "040"
            if not pending:
                return None
        code = refine(self.matcher, entry.cameo, clause.first, clause.last)
        draft = self._told(entry, clause, match, source, target, code, standing)
        if draft is not None:
            draft.pending = pending
        if draft is not None and entry.type in ("ACCUSE", "COERCE", "REJECT", "SUPPORT", "CONCEDE", "PROTEST"):
            for kid in kids:
                if kid.relation in ("xcomp", "pcomp") or (kid.relation == "acl" and kid.antecedent in match.objects):
                    self._consume(kid)
        if draft is not None and (entry.type == "ACCUSE" or entry.cameo in ("170", "1721", "082")):
            for kid in self.clauses.children(clause):
                if (kid.relation == "advcl" and kid.form == "gerund" and not kid.mark) or (
                    kid.relation == "acl" and kid.antecedent in clause.patient and entry.type == "COERCE"
                ):
                    self._consume(kid)
        if draft is not None and entry.type == "PROTEST":
            for kid in self.clauses.children(clause):
                if kid.relation == "advcl" and kid.form in ("infinitive", "gerund"):
                    self._consume(kid)
        return draft

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
        if not standing.real:
            status = standing.status
            if standing.obligation:
                return None
            if standing.purpose and not source:
                return None
            if standing.attempt and not cooperative(kind):
                status = HAPPENED
            elif standing.past and kind == "CONSULT" and clause.parent not in self._telling:
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
                    kind, act, code = self._future(kind, code)
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

    def _future(self, kind: str, code: str) -> tuple[str, str, str]:
        """PLOVER's type of an act that is still to come, the act, and the code."""
        if cooperative(kind):
            return "AGREE", kind, embedded("commit", code)
        return "THREATEN", kind, embedded("threaten", code)

    def _embedding(
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
        act = act_of_complement(self.matcher, self.parties, clause, match)
        if standing.obligation:
            return None
        effect = entry.effect or ""
        kind, code = entry.type, entry.cameo
        refused = effect == "commit" and standing.status == DENIED and standing.future
        if refused:
            effect, kind, code = "reject", "REJECT", "120"
        if act is not None:
            code = code_under(effect, act)
            if effect == "commit":
                if act.type in ("REQUEST", "ACCUSE", "REJECT"):
                    return None
                if not cooperative(act.type):
                    kind, code = "THREATEN", embedded("threaten", act.cameo)
            target = self._best(
                tuple(a for a in target if a not in source), tuple(a for a in act.target if a not in source)
            )
        elif effect == "commit" and kids:
            # A promise of something the lexicon does not know counts only where both sides are known.
            target = self._best(target, self._further(clause, source, kids, kind))
            if not any(a in self.parties.known for a in target) or self._empty(kids):
                return None
        elif (effect == "reject" and kids and self._empty(kids)) or (
            effect == "threaten" and match.phrase.head == "warn" and not target
        ):
            return None
        if effect == "threaten" or kind == "THREATEN":
            target = self._best(target, self._conditioned(clause, source))
        if not any(a in self.parties.known for a in target):
            target = self._best(target, self._further(clause, source, kids, kind))
        source, target = self._symmetric(entry, source, target, clause)
        if not self._enough(entry, source, target):
            return None
        if not any(a in self.parties.known for a in (*source, *target)):
            return None
        if effect == "commit" and clause.relation == "relcl" and not any(a in self.parties.known for a in target):
            return None
        pending = act is None and not target
        if pending and not (effect == "appeal" and match.objects) and not (effect == "reject" and kids):
            return None
        pending = pending and effect != "reject"
        if not target and clause.relation == "advcl" and clause.form == "gerund" and clause.parent in self._telling:
            return None
        status = entry.status or _OWN_STATUS.get(effect, PLANNED)
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
        for kid in kids:
            if kid.relation in ("xcomp", "pcomp", "acl", "advcl") or effect != "threaten":
                self._consume(kid)
        if act is not None and act.noun is not None:
            self._nouns.add(act.noun)
        self._nouns.update(clause.patient)
        for word in match.phrase.company:
            self._nouns.update(clause.roles.get(word, ()))
        return Draft(
            kind,
            code,
            entry,
            match.head,
            clause,
            source,
            target,
            status,
            act.type if act is not None and act.type != kind else None,
            objects=match.objects,
            mode=entry.mode if kind == entry.type else None,
            contexts=entry.contexts,
            act_clause=act.clause if act is not None else None,
            pending=pending,
        )

    def _consume(self, clause: Clause) -> None:
        """The clause is told with the one above it, and so are its own complements."""
        if clause.index in self._consumed:
            return
        self._consumed.add(clause.index)
        self._nouns.update(range(clause.first, clause.last))
        for kid in self.clauses.children(clause):
            if (
                kid.relation in ("xcomp", "ccomp", "pcomp")
                or (kid.relation == "conj" and kid.form in ("infinitive", "gerund"))
                or (kid.relation == "advcl" and kid.form == "infinitive")
            ):
                self._consume(kid)

    def _obligation(self, clause: Clause) -> Draft | None:
        """“X said Y must release Z”: what a speaker says another must do is a demand."""
        if clause.modal not in ("must", "should") or clause.parent is None or clause.negated or clause.conditional:
            return None
        at = clause
        for _ in range(3):
            parent = self.clauses.all[at.parent] if at.parent is not None else None
            if parent is None:
                return None
            if at.relation == "ccomp" or parent.relation == "parataxis":
                break
            at = parent
        else:
            return None
        source = self.parties.fill({"agent": parent.agent}, ("agent",))
        target = self.parties.fill(
            {"agent": clause.agent, "patient": clause.patient}, ("patient",) if clause.passive else ("agent",), source
        )
        if not source or not target:
            return None
        act = None
        for match in self.matcher.verb(clause):
            from memcon.reading.events.acts import act_in

            act = act_in(self.matcher, self.parties, clause)
            del match
            break
        code = code_under("demand", act) if act else "100"
        self._consume(clause)
        return Draft("REQUEST", code, None, clause.verb, clause, source, target, "requested", act.type if act else None)

    # ------------------------------------------------------------------ nouns
    def _of_noun(self, i: int) -> Iterator[Draft]:
        for match in self.matcher.noun(i):
            entry = match.entry
            roles = self.parties.wide_roles_of_noun(i)
            clause = self.clauses.around(i)
            source, target = self._between(roles) if "between" in entry.source else ((), ())
            inner = self._act_of_noun(i) if entry.effect else None
            if not source:
                slots = tuple(s for s in entry.source if s != "agent")
                source = self.parties.fill(roles, slots)
                target = self.parties.fill(roles, entry.target, source)
                if not (source and target) and "agent" in entry.source and clause is not None and self._owned(i):
                    target = self.parties.fill(roles, entry.target)
                    source = self.parties.fill({"agent": clause.agent}, ("agent",))
                    target = tuple(a for a in target if a not in source)
                if not target and entry.object:
                    target = self._of_object(i, entry, source)
                if not target and inner is not None:
                    target = tuple(a for a in inner.target if a not in source)
                source, target = self._symmetric(entry, source, target, clause)
            dated = not (source and target) and (entry.needs == "none" or not cooperative(entry.type))
            if dated and (self.calendar.of_occasion(i) is None or (clause is not None and i in clause.agent)):
                dated = False
            if (not dated and not self._enough(entry, source, target)) or (entry.needs == "none" and not dated):
                continue
            standing = standing_of_noun(self.matcher, i)
            if standing.purpose or self._nested(i) or self._topic(i, clause):
                return
            kind, act, code, status = entry.type, entry.act, entry.cameo, entry.status or HAPPENED
            if entry.effect:
                if inner is None and entry.effect == "commit":
                    continue
                if inner is not None:
                    code = code_under(entry.effect, inner)
                    act = inner.type
                status = entry.status or _OWN_STATUS.get(entry.effect, PLANNED)
            elif not standing.real:
                status = standing.status
                if kind not in _VERBAL and kind != "AGREE" and status == PLANNED:
                    kind, act, code = self._future(kind, code)
            yield Draft(
                kind, code, entry, i, clause, source, target, status, act, noun=True,
                mode=entry.mode if kind == entry.type else None, contexts=entry.contexts, hint=self._passing(i), occasion=dated,
            )  # fmt: skip
            return

    def _owned(self, i: int) -> bool:
        """“in his letter, President Aliyev said”: the owner is named by the clause."""
        return any(self.text.tokens[c].tag == "PRP$" for c in self.text.children(i, "poss"))

    def _of_object(self, i: int, entry: Entry, source: tuple[str, ...]) -> tuple[str, ...]:
        """“the opening of the Israeli embassy in Abu Dhabi”: the target hangs on what is opened."""
        for obj in self.parties.roles_of_noun(i).get("of", ()):
            target = self.parties.fill(self.parties.roles_of_noun(obj), entry.target, source)
            if target:
                return target
        return ()

    def _act_of_noun(self, i: int) -> Act | None:
        from memcon.reading.events.acts import _about, act_in, act_of_noun

        for kid in complements_of_noun(self.matcher, i):
            found = act_in(self.matcher, self.parties, kid)
            if found is not None:
                return found
        for noun in _about(self.matcher, i):
            found = act_of_noun(self.matcher, self.parties, noun)
            if found is not None:
                return found
        return None

    def _between(self, roles: dict[str, tuple[int, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """“between X and Y”: X and Y."""
        heads = roles.get("between", ())
        if not heads:
            return (), ()
        groups = [found for head in heads if (found := self.parties.behind(head))]
        if len(groups) >= 2:
            first, rest = groups[0], tuple(dict.fromkeys(a for g in groups[1:] for a in g if a not in groups[0]))
            if rest:
                return first, rest
        return self.parties.sides(a for g in groups for a in g)

    def _topic(self, i: int, clause: Clause | None) -> bool:
        """Whether a nominal act is only what talks are about (“negotiations on a pullback”)."""
        governor = self.text.tokens[self.text.tokens[i].head]
        return (
            clause is not None
            and self._telling.get(clause.index) in ("CONSULT", "AGREE")
            and governor.dep == "prep"
            and governor.lower in ("on", "about", "regarding", "concerning", "over")
        )

    def _nested(self, i: int) -> bool:
        """Whether a nominal act stands inside the phrase of another (“suppression of the unrest”)."""
        tokens = self.text.tokens
        governor = tokens[tokens[i].head]
        return (
            governor.dep == "prep"
            and tokens[governor.head].pos == "NOUN"
            and tokens[governor.head].lemma in self.matcher.lexicon.nouns
            and governor.lower in ("of", "to", "for", "on", "against", "over")
        )

    def _passing(self, i: int) -> bool:
        """Whether a noun tells of another time in passing (“the recent”, “last year's”)."""
        tokens = self.text.tokens
        return any(
            tokens[c].lower in ("recent", "previous", "earlier", "last", "past", "former") for c in tokens[i].children
        )

    # ---------------------------------------------------------------- parties
    def _symmetric(
        self, entry: Entry, source: tuple[str, ...], target: tuple[str, ...], clause: Clause | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """“X and Y met”: the first side is source, the others target."""
        mutual = entry.type in SYMMETRIC or entry.cameo in ("057", "054", "190", "0871", "037")
        if not mutual or target or len(source) < 2:
            return source, target
        first, rest = self.parties.sides(source)
        if rest:
            return first, rest
        if entry.type in SYMMETRIC and clause is not None and len(clause.agent) > 1 and entry.needs == "both":
            return source[:1], source[1:]
        return source, target

    def _others(self, entry: Entry, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[str, ...]:
        """“reiterated the United States’ offer”: one's own side is no counterpart of words of friendship."""
        if entry.type not in ("AGREE", "SUPPORT", "CONSULT", "COOPERATE") or not source:
            return target
        sides = {self.parties.country(a) for a in source}
        others = tuple(a for a in target if self.parties.country(a) not in sides)
        return others if others or entry.construction == "light" or "patient" not in entry.target else target

    def _traveller(self, entry: Entry, match: Match, source: tuple[str, ...]) -> bool:
        """Who “goes to” and “arrives in” on a visit is an official, not an army or a state."""
        if entry.mode != "visit" or match.phrase.head not in _MOTION:
            return True
        return any(self._official(self.actors.actor(a)) for a in source)

    def _official(self, actor: Actor) -> bool:
        return actor.kind in ("person", "office") or (
            actor.kind == "group" and bool(actor.sectors) and actor.sectors[0] in ("GOV", "LEG", "ELI", "IGO", "PTY")
        )

    def _further(self, clause: Clause, source: tuple[str, ...], kids: list[Clause], kind: str) -> tuple[str, ...]:
        """The party that the objects' own phrases name, or the clause's other phrases, where no slot does."""
        sides = {self.parties.country(a) for a in source} if cooperative(kind) else set()
        for head in clause.patient:
            found = tuple(
                a for a in self.parties.behind(head) if a not in source and self.parties.country(a) not in sides
            )
            if found:
                return found
        own = {clause.index}
        open_ends = [clause, *kids]
        while open_ends:
            one = open_ends.pop()
            own.add(one.index)
            open_ends.extend(
                kid
                for kid in self.clauses.children(one)
                if kid.index not in own
                and kid.form in ("infinitive", "gerund", "participle")
                and not (kid.mark and kid.mark != "for")
            )
        for i in range(clause.verb + 1, clause.last):
            found = tuple(a for a in self.actors.party(i) if a in self.parties.known)
            if not found or self.text.tokens[i].pos == "PRON":
                continue
            around = self.clauses.around(i)
            if around is None or around.index not in own:
                continue
            found = tuple(a for a in found if a not in source and self.parties.country(a) not in sides)
            if found:
                return found
        if kind == "AID":
            # “gave ten million to build schools in Ethiopia”
            for i in range(clause.verb + 1, clause.last):
                if i in self.actors.places and self.text.tokens[self.text.tokens[i].head].lower in ("in", "to", "for"):
                    found = tuple(a for a in self.actors.at(i) if a not in source)
                    if found:
                        return found
        return ()

    def _empty(self, kids: list[Clause]) -> bool:
        """“declined to comment”, “agreed to speak”: only words."""
        return all(self.text.tokens[kid.verb].lemma in _EMPTY for kid in kids)

    def _best(self, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
        """The first group of actors, unless only the second names somebody known."""
        if any(a in self.parties.known for a in first):
            return first
        return second if any(a in self.parties.known for a in second) else first or second

    def _conditioned(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“threatens to strike unless Y yields”: Y is threatened."""
        for kid in self.clauses.by_sentence.get(clause.sentence, ()):
            if kid.relation == "advcl" and kid.mark in ("if", "unless", "until"):
                found = tuple(a for a in self.parties.fill({"agent": kid.agent}, ("agent",)) if a not in source)
                if found:
                    return found
        return ()

    def _speakers(self, clause: Clause) -> tuple[int, ...]:
        """Who says what a clause tells."""
        at = clause
        for _ in range(3):
            if at.parent is None:
                return ()
            parent = self.clauses.all[at.parent]
            if at.relation == "ccomp":
                return parent.agent
            at = parent
        return ()

    def _inside(self, clause: Clause) -> tuple[str, ...]:
        """“was put under investigation in Italy”: the state where it was done."""
        tokens = self.text.tokens
        for i in range(clause.first, clause.last):
            if i in self.actors.places and tokens[tokens[i].head].lower == "in":
                return self.actors.at(i)
        return ()

    def _joined(self, clause: Clause) -> tuple[str, ...]:
        """“they welcomed the progress made and agreed …”: a joined verb far from its subject has the main one."""
        tokens = self.text.tokens
        if clause.relation != "conj" or clause.form != "finite" or self.text.child(clause.verb, "nsubj") is not None:
            return ()
        at = clause
        for _ in range(4):
            if at.parent is None:
                return ()
            at = self.clauses.all[at.parent]
            if at.form == "finite" and tokens[at.verb].tag == tokens[clause.verb].tag:
                found = self.parties.fill({"agent": at.agent}, ("agent",))
                if found:
                    return found
        return ()

    def _sayer(self, clause: Clause) -> tuple[str, ...]:
        """“the party said it would boycott”, “‘we urge …’, he said”: the pronoun is whoever said so."""
        words = {self.text.tokens[head].lower for head in clause.agent}
        if not words or not words <= {"it", "they", "he", "she", "we", "i"}:
            return ()
        for kid in self.clauses.children(clause):
            if kid.relation == "parataxis" and words <= {"we", "i"}:
                return self.parties.fill({"agent": kid.agent}, ("agent",))
        if clause.relation != "ccomp" or clause.parent is None:
            return ()
        return self.parties.fill({"agent": self.clauses.all[clause.parent].agent}, ("agent",))

    def _author(self, clause: Clause) -> tuple[str, ...]:
        """“issued a declaration demanding”, “a statement released by X vowed”: whoever issued it."""
        for head in clause.agent:
            if self.text.tokens[head].lemma in _DOCUMENTS:
                for kid in self.clauses.by_sentence.get(clause.sentence, ()):
                    if kid.relation == "acl" and kid.antecedent == head and kid.index != clause.index:
                        found = self.parties.fill({"agent": kid.agent}, ("agent",))
                        if found:
                            return found
        if clause.relation not in ("acl", "relcl") or clause.antecedent is None or clause.parent is None:
            return ()
        if self.text.tokens[clause.antecedent].lemma not in _DOCUMENTS:
            return ()
        parent = self.clauses.all[clause.parent]
        if clause.antecedent in parent.patient:
            return self.parties.fill({"agent": parent.agent}, ("agent",))
        return self.parties.behind(clause.antecedent)

    def _enough(self, entry: Entry, source: tuple[str, ...], target: tuple[str, ...]) -> bool:
        if entry.needs == "both":
            return bool(source and target)
        if entry.needs == "source":
            return bool(source)
        if entry.needs == "target":
            return bool(target)
        return bool(source or target)
