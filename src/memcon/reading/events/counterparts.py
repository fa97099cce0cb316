"""The party that an entry's slots do not name: elsewhere in the clause, above it, or the other half of a pair."""

from __future__ import annotations

import re

from memcon.language import Clause, Clauses
from memcon.ontology import SYMMETRIC, cooperative
from memcon.ontology.lexicon import Entry, Lexicon
from memcon.reading.context import ActorIndex
from memcon.reading.events.matching import Match
from memcon.reading.events.parties import Parties
from memcon.record import Actor

_MOTION = frozenset(
    ["arrive", "fly", "travel", "head", "go", "come", "land", "set", "leave", "depart", "pass", "stop", "touch"]
)
# “a)”, “(ii)”, “3.”, “–”: what opens an item of a list.
_ITEM = re.compile(r"(?:\(?[a-z]{1,4}\)|\(?\d{1,2}[.)]|[-–—•*])\s*")
_TOPICAL = frozenset({"discuss", "review", "address", "examine", "explore", "consider"})
#: Verbs that need “to” or “with” to say who else took part.
_WORDS = frozenset({"speak", "talk", "chat", "write"})
_NOT_WITH = frozenset({"for", "at", "in", "on", "during"})
_OBJECTS = frozenset({"it", "him", "her", "them"})
_UNNAMED = frozenset({"country", "state", "nation", "power", "government", "force", "party", "side", "group", "actor"})
# What is submitted by somebody is not done to him.
_SUBMITTED = frozenset({"submit", "draft", "table", "sponsor", "propose", "present", "author", "introduce"})
# Acts that both sides do to each other where two are named: treaties, relations, fights, truces, prisoners exchanged.
_MUTUAL = frozenset({"057", "054", "190", "0871", "037", "0841"})
_CIRCUMSTANCES = frozenset({"near", "along", "outside", "after", "before", "since", "following", "until", "under"})
_DECISIONS = frozenset({"decision", "vote", "move", "ruling", "agreement"})
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


class Counterparts:
    """Looks for the parties of one document's events beyond the slots of the lexicon."""

    def __init__(self, clauses: Clauses, actors: ActorIndex, parties: Parties) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.actors = actors
        self.parties = parties

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
        if entry.type not in ("AGREE", "SUPPORT", "CONSULT", "COOPERATE") or not source:
            return target
        sides = {self.parties.country(a) for a in source}
        others = tuple(a for a in target if self.parties.country(a) not in sides)
        return others if others or entry.construction == "light" or "patient" not in entry.target else target

    def traveller(self, entry: Entry, match: Match, source: tuple[str, ...]) -> bool:
        """Who “goes to” and “arrives in” on a visit is an official, not an army or a state."""
        if entry.mode != "visit" or match.phrase.head not in _MOTION:
            return True
        return any(self._official(self.actors.actor(a)) for a in source)

    def person(self, head: int) -> bool:
        """Whether a phrase names people who can be met, not a state."""
        return any(self._official(self.actors.actor(a)) for a in self.actors.party(head))

    def _official(self, actor: Actor) -> bool:
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
        sides = {self.parties.country(a) for a in source} if cooperative(kind) or kind == "SANCTION" else set()
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
            if kind == "CONSULT" and self._under(i) in _NOT_WITH:
                continue  # “speaking also for Gabon and Chad”, “met at the Arab League”
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

    def conditioned(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“threatens to strike unless Y yields”: Y is threatened."""
        for kid in self.clauses.by_sentence.get(clause.sentence, ()):
            if kid.relation == "advcl" and kid.mark in ("if", "unless", "until"):
                found = tuple(a for a in self.parties.fill({"agent": kid.agent}, ("agent",)) if a not in source)
                if found:
                    return found
        return ()

    def speakers(self, clause: Clause) -> tuple[int, ...]:
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
                return self.actors.at(i)
        return ()

    def joined(self, clause: Clause) -> tuple[str, ...]:
        """“they welcomed the progress made and agreed …”: a joined verb far from its subject has the main one."""
        tokens = self.text.tokens
        if clause.relation != "conj" or clause.form not in ("finite", "participle") or clause.passive:
            return ()
        if self.text.child(clause.verb, "nsubj") is not None:
            return ()
        tags = {tokens[clause.verb].tag, "VBD"} if clause.form == "participle" else {tokens[clause.verb].tag}
        at = clause
        for _ in range(4):
            if at.parent is None:
                return ()
            at = self.clauses.all[at.parent]
            if at.form == "finite" and tokens[at.verb].tag in tags:
                found = self.parties.fill({"agent": at.agent}, ("agent",))
                if found:
                    return found
        return ()

    def above_list(self, clause: Clause) -> tuple[str, ...]:
        """“The Council: (a) welcomes …”, “The Security Council, 1. Urges …”: who stands above acts in every item."""
        sentences, tokens = self.text.sentences, self.text.tokens
        if clause.relation not in ("root", "conj") or clause.agent or clause.passive:
            return ()
        if any(tokens[c].lower == "to" for c in self.text.children(clause.verb, "aux")):
            return ()
        for sentence in reversed(sentences[max(0, clause.sentence - 15) : clause.sentence]):
            words = self.text.text[sentence.start : sentence.end].rstrip()
            if words.endswith(":") or (words.endswith(",") and len(words.split()) < 6):
                root = tokens[self.text.root(sentence)]
                heads = (root.i, *self.text.children(root.i, "nsubj"))
                return self.parties.fill({"agent": heads}, ("agent",))
            if not words.endswith((";", ",", "and", ".")) and not _ITEM.match(words):
                return ()
        return ()

    def sayer(self, clause: Clause) -> tuple[str, ...]:
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

    def _issued_before(self, document: int, clause: Clause) -> tuple[str, ...]:
        """“The embassy said in a statement … The statement also thanked …”: the embassy."""
        tokens = self.text.tokens
        lemma = tokens[document].lemma
        if not any(tokens[c].lower in ("the", "this") for c in tokens[document].children):
            return ()
        for sentence in range(clause.sentence - 1, max(-1, clause.sentence - 4), -1):
            for other in self.clauses.by_sentence.get(sentence, ()):
                if any(tokens[i].lemma == lemma for i in (*other.patient, *other.oblique("in"))):
                    found = self.parties.fill({"agent": other.agent}, ("agent",))
                    if found:
                        return found
        return ()

    def author(self, clause: Clause) -> tuple[str, ...]:
        """“issued a declaration demanding”, “a statement released by X vowed”: whoever issued it."""
        for head in clause.agent:
            if self.text.tokens[head].lemma in _DOCUMENTS:
                for kid in self.clauses.by_sentence.get(clause.sentence, ()):
                    if kid.relation == "acl" and kid.antecedent == head and kid.index != clause.index:
                        found = self.parties.fill({"agent": kid.agent}, ("agent",))
                        if found:
                            return found
                if clause.relation in ("root", "conj") and (found := self._issued_before(head, clause)):
                    return found
        if clause.relation not in ("acl", "relcl") or clause.antecedent is None or clause.parent is None:
            return ()
        if self.text.tokens[clause.antecedent].lemma in _DECISIONS and clause.form == "infinitive":
            # “the decision of the Council to authorise”, “a decision at the Council to authorise”
            return self.parties.fill(
                self.parties.roles_of_noun(clause.antecedent), ("possessor", "by", "of", "at", "in")
            )
        if self.text.tokens[clause.antecedent].lemma not in _DOCUMENTS:
            return ()
        parent = self.clauses.all[clause.parent]
        if clause.antecedent in (*parent.patient, *parent.oblique("on", "for")):
            return self.parties.fill({"agent": parent.agent}, ("agent",))
        return self.parties.behind(clause.antecedent)
