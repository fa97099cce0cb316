"""Who acts where the slots of an entry name nobody: the author of a text, the subject above, whoever says so."""

from __future__ import annotations

import re

from memcon.language import Clause, Clauses
from memcon.reading.context import ActorIndex
from memcon.reading.events.parties import Parties

# “a)”, “(ii)”, “3.”, “–”: what opens an item of a list.
_ITEM = re.compile(r"(?:\(?[a-z]{1,4}\)|\(?\d{1,2}[.)]|[-–—•*])\s*")
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


class Subjects:
    """Looks for the sources of one document's events beyond the slots of the lexicon."""

    def __init__(self, clauses: Clauses, actors: ActorIndex, parties: Parties) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.actors = actors
        self.parties = parties

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
                if found or at.agent:
                    return found  # “Greece says the accord is void and violates the law”: not Greece does
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

    def documented(self, clause: Clause) -> bool:
        """Whether a clause tells what a document says (“a resolution condemning Chad”)."""
        noun = self.text.tokens[clause.antecedent] if clause.antecedent is not None else None
        return noun is not None and noun.lemma in _DOCUMENTS and clause.form == "gerund"

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
