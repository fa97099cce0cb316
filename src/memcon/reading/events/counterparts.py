"""The party that an entry's slots do not name: elsewhere in the clause, above it, or the other half of a pair."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.language import Clause
from memcon.ontology import SYMMETRIC, cooperative
from memcon.ontology.lexicon import Entry, Lexicon
from memcon.reading.events.matching import Match
from memcon.reading.events.subjects import Subjects
from memcon.record import Actor

_MOTION = frozenset(
    ["arrive", "fly", "travel", "head", "go", "come", "land", "set", "leave", "depart", "pass", "stop", "touch"]
)
# What is looked at, and nobody met there.
_SITES = frozenset(
    {"monument", "memorial", "museum", "shrine", "tomb", "grave", "cemetery", "mosque", "church", "temple", "cathedral"}
    | {"exhibition", "cenotaph", "mausoleum", "ruin"}
)
# What stands before the head of a name with its title.
_IN_NAME = frozenset({"compound", "nmod", "amod"})
_SENT = frozenset({"delegation", "mission", "team", "delegates"})
_TOPICAL = frozenset({"discuss", "review", "address", "examine", "explore", "consider"})
#: Hostile acts that one's own side suffers only where it is the verb's own object.
_OUTWARD = frozenset({"SANCTION", "ACCUSE"})
#: Verbs that need “to” or “with” to say who else took part.
_WORDS = frozenset({"speak", "talk", "chat", "write"})
_NOT_WITH = frozenset({"for", "at", "in", "on", "during"})
_OBJECTS = frozenset({"it", "him", "her", "them"})
_UNNAMED = frozenset({"country", "state", "nation", "power", "government", "force", "party", "side", "group", "actor"})
# What is submitted by somebody is not done to him.
_SUBMITTED = frozenset({"submit", "draft", "table", "sponsor", "propose", "present", "author", "introduce"})
# Acts that both sides do to each other where two are named: treaties, relations, fights, truces, prisoners exchanged.
_MUTUAL = frozenset({"057", "054", "190", "0871", "037", "0841"})
# Who is addressed in words of conflict is the one they go on about.
_ADDRESSED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SANCTION", "COERCE"})
_CIRCUMSTANCES = frozenset({"near", "along", "outside", "after", "before", "since", "following", "until", "under"})


#: Bodies that meet by themselves.
_SITTING = frozenset({"council", "assembly", "committee", "board", "commission", "quartet", "troika"})
#: Those who are part of a body, or on its side.
_BELONGING = frozenset(
    {"member", "supporter", "sympathiser", "sympathizer", "follower", "loyalist", "backer", "fighter", "militant"}
    | {"representative", "delegate", "official", "leader", "activist"}
)


def enough(entry: Entry, source: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether the parties are known that an entry asks for."""
    if entry.needs == "both":
        return bool(source and target)
    if entry.needs == "source":
        return bool(source)
    if entry.needs == "target":
        return bool(target)
    return bool(source or target)


class Counterparts(Subjects):
    """Looks for the parties of one document's events beyond the slots of the lexicon."""

    def symmetric(
        self, entry: Entry, source: tuple[str, ...], target: tuple[str, ...], clause: Clause | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """“X and Y met”: the first side is source, the others target."""
        if entry.cameo == "045":
            return source, target  # mediators are no counterparts of each other
        mutual = entry.type in SYMMETRIC or entry.cameo in _MUTUAL
        if mutual and not source and len(target) > 1:
            return self.parties.sides(target)  # “talks between X and Y were held”
        if not mutual or target or len(source) < 2:
            return source, target
        first, rest = self.parties.sides(source)
        if rest:
            return first, rest
        if entry.type in SYMMETRIC and clause is not None and len(clause.agent) > 1 and entry.needs == "both":
            return source[:1], source[1:]
        return source, target

    def others(self, entry: Entry, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[str, ...]:
        """“reiterated the United States’ offer”: one's own side is no counterpart of words of friendship."""
        if entry.type not in ("AGREE", "SUPPORT", "CONSULT", "COOPERATE", "RETREAT") or not source:
            return target
        sides = {self.parties.country(a) for a in source}
        others = tuple(a for a in target if self.parties.country(a) not in sides)
        if entry.type == "RETREAT" and not others and entry.mode == "withdraw":
            return ()  # “withdrew its troops”: from where, another phrase says
        return others if others or entry.construction == "light" or "patient" not in entry.target else target

    def traveller(self, entry: Entry, match: Match, clause: Clause, source: tuple[str, ...]) -> bool:
        """Who “goes to” and “arrives in” on a visit is an official, not an army or a state."""
        if entry.mode == "visit" and any(self.text.tokens[i].lemma in _SITES for i in clause.patient):
            return False  # “will visit the monument to the victims”
        if entry.mode != "visit" or match.phrase.head not in _MOTION:
            return True
        return any(self._official(self.actors.actor(a)) for a in source)

    def person(self, head: int) -> bool:
        """Whether a phrase names people who can be met, not a state."""
        return any(self._official(self.actors.actor(a)) for a in self.actors.party(head))

    def _official(self, actor: Actor) -> bool:
        if actor.kind == "organization" and _SENT & set(actor.name.lower().split()):
            return True  # “a delegation of the African Union is to travel to Juba”
        return actor.kind in ("person", "office") or (
            actor.kind == "group" and bool(actor.sectors) and actor.sectors[0] in ("GOV", "LEG", "ELI", "IGO", "PTY")
        )

    def antecedent(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“severed relations with Kenya, accusing it of …”: never the subject, but the other party named before."""
        tokens = self.text.tokens
        words = [tokens[head] for head in clause.patient]
        if not source or clause.relation == "relcl" or len(words) != 1 or words[0].lower not in _OBJECTS:
            return ()
        sides = {self.parties.country(a) for a in source}
        if any(self.parties.country(a) not in sides for a in self.actors.party(words[0].i)):
            return ()
        person = words[0].lower in ("him", "her")
        first = self.text.sentences[clause.sentence].first
        for i in range(clause.verb - 1, first - 1, -1):
            if tokens[i].pos == "PRON":
                continue
            found = tuple(a for a in self.actors.party(i) if self.parties.country(a) not in sides)
            if found and all((self.actors.actor(a).kind == "person") == person for a in found):
                return found
        return ()

    def unnamed(self, clause: Clause) -> bool:
        """“accused Western countries of …”: somebody is meant whom the text does not name."""
        return any(self.text.tokens[i].lemma in _UNNAMED and not self.actors.party(i) for i in clause.patient)

    def further(self, clause: Clause, source: tuple[str, ...], kids: list[Clause], kind: str) -> tuple[str, ...]:
        """The party that the objects' own phrases name, or the clause's other phrases, where no slot does."""
        if kind == "CONSULT" and clause.lemma in _TOPICAL:
            return ()  # “discussed peace in the Taiwan Strait”
        if kind == "CONSULT" and clause.lemma in _WORDS:
            return ()  # “wrote on X that Chad …”: to whom, “to” and “with” say
        # Nobody recalls an envoy from himself, or helps himself.
        sides = {self.parties.country(a) for a in source} if cooperative(kind) or kind in _OUTWARD else set()
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
                and not (kid.passive and kid.lemma in _SUBMITTED)
                and kid.form in ("infinitive", "gerund", "participle")
                and not (kid.mark and kid.mark != "for")
            )
        for i in range(clause.verb + 1, clause.last):
            found = tuple(a for a in self.actors.party(i) if a in self.parties.known)
            if not found or self.text.tokens[i].pos == "PRON" or self._allied(i):
                continue
            around = self.clauses.around(i)
            if around is None or around.index not in own or (kind != "MOBILIZE" and self._circumstance(i, around)):
                continue
            if kind == "CONSULT" and around.index != clause.index and around.lemma in _TOPICAL:
                continue  # “met to discuss Iran”
            if kind == "CONSULT" and self._under(i) in _NOT_WITH:
                continue  # “speaking also for Gabon and Chad”, “met at the Arab League”
            found = self._with_those_joined(i, found)
            found = tuple(a for a in found if a not in source and self.parties.country(a) not in sides)
            if found:
                return found
        if kind == "AID":
            # “gave ten million to build schools in Ethiopia”
            for i in range(clause.verb + 1, clause.last):
                prep = self.text.tokens[self.text.tokens[i].head]
                if i in self.actors.places and prep.lower in ("in", "to", "for"):
                    if self.text.tokens[prep.head].lemma == "use":
                        continue
                    found = tuple(a for a in self.actors.at(i) if a not in source)
                    if found:
                        return found
        return ()

    def own_body(self, clause: Clause) -> tuple[str, ...]:
        """“was condemned by members of the Arab League”: the League they belong to is not the one condemned."""
        heads = [i for i in clause.agent if self.text.tokens[i].lemma in _BELONGING]
        return self.parties.strict(i for head in heads for i in self.clauses.nominal(head).roles.get("of", ()))

    def may_be_mutual(self, clause: Clause) -> bool:
        """“they spoke”, “the ministers talked about …”: with each other; one alone speaks to an audience."""
        tokens = self.text.tokens
        if clause.lemma not in _WORDS:
            return True
        return any(tokens[i].lower in ("they", "both", "two") or tokens[i].tag == "NNS" for i in clause.agent)

    def of_one_body(self, clause: Clause, entry: Entry, source: tuple[str, ...]) -> bool:
        """“the leaders of the African Union met”, “the Security Council met”: of one body, without a counterpart."""
        if entry.cameo != "040" or clause.passive or len(source) != 1 or clause.lemma in _WORDS:
            return False
        tokens = self.text.tokens
        several = any(tokens[i].tag == "NNS" or tokens[i].lemma.lower() in _SITTING for i in clause.agent)
        return several and (self.actors.actor(source[0]).code or "").startswith("IGO")

    def stationed(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“sent police to Haiti to replace the troops which Chad plans to withdraw”: whose land the troops are in."""
        sides = {self.parties.country(a) for a in source}
        at = clause
        for _ in range(3):
            if at.parent is None:
                return ()
            at = self.clauses.all[at.parent]
            for head in at.oblique("in", "to", "from"):
                found = self.parties.behind(head, places=True)
                if found and not any(self.parties.country(a) in sides for a in found):
                    return found
        return ()

    def _with_those_joined(self, i: int, found: tuple[str, ...]) -> tuple[str, ...]:
        """“with the minister of Chad and the minister of Mali”: both, where a word of the first is come upon."""
        tokens = self.text.tokens
        head = i
        while tokens[head].dep in _IN_NAME and self.actors.party(tokens[head].head) in ((), self.actors.party(i)):
            head = tokens[head].head
        others = (a for one in self.text.conjuncts(head) if one > head for a in self.actors.party(one))
        return tuple(dict.fromkeys((*found, *(a for a in others if a in self.parties.known))))

    def doer(self, nouns: tuple[int, ...], first: int, source: tuple[str, ...]) -> tuple[str, ...]:
        """“a nuclear test would be an act of defiance”: who was said before to do, or prepare, such a thing."""
        tokens = self.text.tokens
        lemmas = {tokens[i].lemma for i in nouns if tokens[i].pos in ("NOUN", "VERB")}
        for i in range(first - 1, -1, -1) if lemmas else ():
            if tokens[i].lemma not in lemmas or (clause := self.clauses.around(i)) is None:
                continue
            own = self.parties.fill(self.parties.roles_of_noun(i), ("possessor", "by", "modifier"), source)
            found = own or self.parties.fill({"agent": clause.agent}, ("agent",), source)
            if found:
                return found
        return ()

    def _allied(self, i: int) -> bool:
        """“stands with its NATO ally”: not NATO."""
        over = self.text.tokens[self.text.tokens[i].head]
        return self.text.tokens[i].dep == "compound" and over.lower == "ally"

    def _under(self, i: int) -> str:
        """The word that a noun, or the list or name it stands in, hangs on."""
        tokens = self.text.tokens
        while tokens[i].dep in ("conj", "compound", "nmod", "poss", "amod"):
            i = tokens[i].head
        return tokens[tokens[i].head].lower

    def _circumstance(self, i: int, clause: Clause) -> bool:
        """Whether a word stands in a phrase of place or time (“near the border with Thailand”): no party."""
        tokens = self.text.tokens
        for above in self.text.ancestors(i):
            if above == clause.verb:
                return False
            if tokens[above].dep == "prep" and tokens[above].lower in _CIRCUMSTANCES:
                return True
            if tokens[above].lemma == "use" and tokens[above].pos == "NOUN":
                return True
        return False

    def best(self, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
        """The first group of actors, unless only the second names somebody known."""
        if self.parties.any_known(first):
            return first
        return second if self.parties.any_known(second) else first or second

    def beside(self, clause: Clause, telling: Mapping[int, str]) -> tuple[str, ...]:
        """“urged the junta to free him and threatened to use force”: whoever the first half is addressed to."""
        if clause.relation != "conj" or clause.parent is None or telling.get(clause.parent) not in _ADDRESSED:
            return ()
        above = self.clauses.all[clause.parent]
        return self.parties.fill(self.parties.roles_of(above), ("patient", "on", "upon", "to", "against"))

    def provoked(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“protested after India closed the dam”: who did that is protested to."""
        sides = {self.parties.country(a) for a in source}
        for kid in self.clauses.children(clause):
            if kid.relation == "advcl" and kid.mark in ("after", "when", "because", "as") and kid.form == "finite":
                found = self.parties.fill({"agent": kid.agent}, ("agent",))
                return tuple(a for a in found if self.parties.country(a) not in sides)
        return ()

    def conditioned(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“threatens to strike unless Y yields”: Y is threatened."""
        for kid in self.clauses.by_sentence.get(clause.sentence, ()):
            if kid.relation == "advcl" and kid.mark in ("if", "unless", "until"):
                found = tuple(a for a in self.parties.fill({"agent": kid.agent}, ("agent",)) if a not in source)
                if found:
                    return found
        return ()

    def fought(self, clause: Clause, lexicon: Lexicon) -> tuple[str, ...]:
        """“were killed in clashes with Chinese troops”, “in an Israeli strike”: who struck is named by the noun."""
        for noun in clause.oblique("in", "during", "after", "by"):
            if any(entry.type == "ASSAULT" for _, entry in lexicon.nouns.get(self.text.tokens[noun].lemma, ())):
                own = self.parties.fill({"patient": clause.patient}, ("patient",))
                slots = ("possessor", "by", "with", "modifier", "from")
                found = self.parties.fill(self.parties.roles_of_noun(noun), slots, own)
                if found:
                    return found
        return ()

    def inside(self, clause: Clause) -> tuple[str, ...]:
        """“was put under investigation in Italy”: the state where it was done."""
        tokens = self.text.tokens
        for i in range(clause.first, clause.last):
            if i in self.actors.places and tokens[tokens[i].head].lower == "in":
                around = self.clauses.around(i)
                if around is None or around.index == clause.index:
                    return self.actors.at(i)  # not “those kidnapped in Chad were freed”
        return ()
