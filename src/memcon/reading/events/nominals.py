"""Events that a noun names: “Russia's invasion of Ukraine”, “a meeting between X and Y”."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.language import Clause
from memcon.ontology import cooperative
from memcon.ontology.lexicon import Entry
from memcon.reading.events.acts import Act, about, act_in, act_of_noun, code_under, complements_of_noun
from memcon.reading.events.counterparts import Counterparts, enough
from memcon.reading.events.dating import Calendar
from memcon.reading.events.drafting import DraftReader
from memcon.reading.events.drafts import Draft
from memcon.reading.events.embeddings import OWN_STATUS
from memcon.reading.events.future import future
from memcon.reading.events.ledger import Ledger
from memcon.reading.events.matching import Matcher
from memcon.reading.events.parties import Parties
from memcon.reading.events.status import HAPPENED, PLANNED, standing_of_noun

_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


class NounReader(DraftReader):
    """Drafts the events of nouns."""

    def __init__(
        self, matcher: Matcher, parties: Parties, counterparts: Counterparts, ledger: Ledger, calendar: Calendar
    ) -> None:
        super().__init__(matcher, parties, counterparts, ledger)
        self.calendar = calendar

    def drafts(self, i: int) -> Iterator[Draft]:
        """The event that a noun names."""
        for match in self.matcher.noun(i):
            entry = match.entry
            roles = self.parties.wide_roles_of_noun(i)
            clause = self.clauses.around(i)
            if clause is not None and i in (clause.patient if clause.passive else clause.agent):
                # “fighting erupted between X and Y”, “talks with X began”: parsers hang the parties on the verb.
                for role in ("between", "with", "among"):
                    roles.setdefault(role, clause.oblique(role))
            source, target = self._between(roles) if "between" in entry.source else ((), ())
            inner = self._act_of_noun(i) if entry.effect else None
            if not source:
                slots = tuple(s for s in entry.source if s != "agent")
                source = self.parties.fill(roles, slots)
                target = self.parties.fill(roles, entry.target, source)
                if (
                    not (source and target)
                    and "agent" in entry.source
                    and clause is not None
                    and (self._owned(i) or self._opens(i, clause))
                ):
                    target = self.parties.fill(roles, entry.target)
                    source = self.parties.fill({"agent": clause.agent}, ("agent",))
                    target = tuple(a for a in target if a not in source)
                if not target and entry.object:
                    target = self._of_object(i, entry, source)
                if not target and inner is not None:
                    target = tuple(a for a in inner.target if a not in source)
                if target and not source and clause is not None and self._put_off(i, clause):
                    source = self.parties.fill({"agent": clause.agent}, ("agent",), target)
                if entry.mode == "visit" and clause is not None:
                    source, target = self._visitor(i, clause, source, target)
                source, target = self.counterparts.symmetric(entry, source, target, clause)
            past = entry.needs == "past"
            dated = past or (not (source and target) and (entry.needs == "none" or not cooperative(entry.type)))
            about = clause is not None and i in clause.agent
            if about and entry.needs not in ("none", "past"):
                dated = False
            dated = dated and self.calendar.tells_when(i, entry.type)
            # Dated by no more than its clause it may be what the clause itself tells.
            passing = past or about or self.calendar.of_its_own(i) is None
            if not dated and (entry.needs in ("none", "past") or not enough(entry, source, target)):
                continue
            standing = standing_of_noun(self.matcher, i)
            if standing.purpose or (self._nested(i) and not dated) or self._topic(i, clause):
                return
            kind, act, code, status = entry.type, entry.act, entry.cameo, entry.status or HAPPENED
            if entry.effect:
                if inner is None and entry.effect == "commit":
                    continue
                if inner is not None:
                    code = code_under(entry.effect, inner)
                    act = inner.type
                status = entry.status or OWN_STATUS.get(entry.effect, PLANNED)
            elif not standing.real:
                status = standing.status
                if kind not in _VERBAL and kind != "AGREE" and status == PLANNED:
                    kind, act, code = future(kind, code)
            yield Draft(
                kind,
                code,
                entry,
                i,
                clause,
                source,
                target,
                status,
                act,
                noun=True,
                mode=entry.mode if kind == entry.type else None,
                contexts=entry.contexts,
                hint=self._passing(i),
                occasion=dated,
                passing=dated and passing,
            )
            return

    def _visitor(
        self, i: int, clause: Clause, source: tuple[str, ...], target: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """“met President Yoon during his visit to Japan”: the guest visits; “the visit for the rite hosted by X”: X."""
        country = self.parties.country
        if source and target and {country(a) for a in source} == {country(a) for a in target} and self._owned(i):
            there = {country(a) for a in target}
            guests = self.parties.fill(self.parties.roles_of(clause), ("patient", "with", "agent"), source)
            return tuple(a for a in guests if country(a) not in there) or source, target
        if source and not target:
            own = {country(a) for a in source}
            first, last = self.text.subtree(i)
            for kid in self.clauses.by_sentence.get(clause.sentence, ()):
                if kid.lemma in ("host", "hold", "organise", "organize") and first <= kid.verb < last:
                    hosts = self.parties.fill({"agent": kid.agent}, ("agent",), source)
                    target = target or tuple(a for a in hosts if country(a) not in own)
        return source, target

    def _owned(self, i: int) -> bool:
        """“in his letter, President Aliyev said”: the owner is named by the clause."""
        return any(self.text.tokens[c].tag == "PRP$" for c in self.text.children(i, "poss"))

    def _opens(self, i: int, clause: Clause) -> bool:
        """“after talks with Peru's minister, Chile's minister said”: the subject was there."""
        tokens = self.text.tokens
        prep = tokens[tokens[i].head]
        return prep.dep == "prep" and prep.head == clause.verb and prep.lower in ("after", "following", "during")

    def _put_off(self, i: int, clause: Clause) -> bool:
        """“postponed the signing of a treaty with Chad”: who puts off an act of its own."""
        if clause.passive or i not in clause.patient:
            return False
        cue = self.matcher.cue(clause.verb, self.matcher.near(clause))
        return cue is not None and cue.status in ("postponed", "cancelled")

    def _of_object(self, i: int, entry: Entry, source: tuple[str, ...]) -> tuple[str, ...]:
        """“the opening of the Israeli embassy in Abu Dhabi”: the target hangs on what is opened."""
        for obj in self.parties.roles_of_noun(i).get("of", ()):
            target = self.parties.fill(self.parties.roles_of_noun(obj), entry.target, source)
            if target:
                return target
        return ()

    def _act_of_noun(self, i: int) -> Act | None:
        for kid in complements_of_noun(self.matcher, i):
            found = act_in(self.matcher, self.parties, kid)
            if found is not None:
                return found
        for noun in about(self.matcher, i):
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
        if clause is not None and i in clause.patient and self._talks(clause):
            return self.calendar.in_phrase(i) is None  # “discussed the call on Friday”: that one was
        return (
            clause is not None
            and self.ledger.telling.get(clause.index) in ("CONSULT", "AGREE")
            and governor.dep == "prep"
            and governor.lower in ("on", "about", "regarding", "concerning", "over")
        )

    def _talks(self, clause: Clause) -> bool:
        if clause.index in self.ledger.telling:
            return self.ledger.telling[clause.index] == "CONSULT"
        return any(match.entry.type == "CONSULT" and not match.objects for match in self.matcher.verb(clause))

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
