"""The clause layer: who does what to whom, once, for every reader.

A clause has a predicate (a verb, a copula with its adjective or noun, or a noun that names an act) and the
heads of the phrases in its roles.  Passives, relative clauses, coordination, control (“agreed to send”),
participles and nominal acts are worked out here and in :mod:`memcon.language.predicates`, and nowhere else.
"""

from __future__ import annotations

from functools import cached_property

from memcon.language.clause import AGENT, PATIENT, RECIPIENT, Clause
from memcon.language.companions import add_companions
from memcon.language.predicates import add_preposition, build, is_predicate
from memcon.language.text import ParsedText

# The object of a verb is the one who is to act (“urged Moscow to withdraw”), except after these.
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer", "refuse", "swear"})
# “accused Kyiv of breaking the truce”, “thanked Doha for helping”: the object acts; elsewhere the subject.
_OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "for", "from", "against", "into"})
# Verbs whose object is to do what follows; after any other verb “to” tells what its subject wants.
_DIRECTIVES = frozenset(
    {"urge", "ask", "call", "tell", "order", "press", "allow", "invite", "help", "force", "persuade", "encourage"}
    | {"warn", "request", "enable", "require", "beg", "implore", "advise", "remind", "push", "authorise", "authorize"}
    | {"instruct", "command", "permit", "oblige", "compel", "expect", "want", "pressure", "task", "lobby", "appoint"}
    | {"direct", "exhort", "entreat", "mandate", "assist", "forbid", "prompt", "lead", "commit", "challenge"}
)
# “won the prize for making peace”: what is won does nothing.
_EARNING = frozenset({"win", "receive", "get", "earn", "gain", "deserve", "use", "need", "pay", "spend", "face"})


class Clauses:
    """The clauses of one text, in order of their predicates, with look-ups by token."""

    def __init__(self, text: ParsedText) -> None:
        self.text = text
        self._index_of: dict[int, int] = {}
        self.all: list[Clause] = []
        self._nominal: dict[int, Clause] = {}
        heads = [t.i for t in text.tokens if is_predicate(text, t.i)]
        for head in heads:
            self._index_of[head] = len(self._index_of)
        for head in heads:
            self.all.append(build(text, self._index_of, head))
        add_companions(text, self.all, self._index_of)
        self._inherit()

    def of(self, token: int) -> Clause | None:
        """The clause whose verb (or copular head) is ``token``."""
        index = self._index_of.get(token)
        return self.all[index] if index is not None else None

    def around(self, token: int) -> Clause | None:
        """The innermost clause that ``token`` stands in."""
        i = token
        while True:
            found = self.of(i)
            if found is not None:
                return found
            head = self.text.tokens[i].head
            if head == i:
                return None
            i = head

    def nominal(self, noun: int) -> Clause:
        """The act that ``noun`` names, with roles from possessors, compounds, adjectives and prepositions.

        “Russia’s invasion of Ukraine”: agent Russia, of Ukraine.  “talks between X and Y with Z”: between X, Y; with Z.
        “US-led talks”, “a Turkish offer”: the modifiers ``amod``/``compound`` stand under the role "modifier".
        Tense, modality, negation are those of the clause it stands in; ``parent`` is that clause.
        """
        found = self._nominal.get(noun)
        if found is None:
            found = self._nominal[noun] = self._read_nominal(noun)
        return found

    def _read_nominal(self, noun: int) -> Clause:
        text = self.text
        roles: dict[str, list[int]] = {}
        for child in text.tokens[noun].children:
            token = text.tokens[child]
            if token.dep == "poss":
                roles.setdefault(AGENT, []).extend(text.conjuncts(child))
            elif token.dep in ("compound", "amod", "nmod"):
                roles.setdefault("modifier", []).extend(text.conjuncts(child))
            elif token.dep in ("prep", "agent"):
                add_preposition(text, child, roles)
        around = self.around(noun)
        first, last = text.phrase(noun)
        return Clause(
            -1,
            text.sentence_of(noun).index,
            noun,
            "noun",
            text.tokens[noun].lemma,
            {k: tuple(v) for k, v in roles.items()},
            "noun",
            around.index if around else None,
            form="noun",
            verb=noun,
            first=first,
            last=last,
            tense=around.tense if around else None,
            modal=around.modal if around else None,
            perfect=around is not None and around.perfect,
            negated=around is not None and any(text.tokens[c].lower == "no" for c in text.tokens[noun].children),
            conditional=around is not None and around.conditional,
        )

    def roles_with_object(self, clause: Clause) -> dict[str, tuple[int, ...]]:
        """The roles of a verb with those of its objects' own prepositions and possessors added.

        Parsers attach “with X” in “held talks with X” to either word; a reader of light verbs wants both.
        The object's possessor, compounds and adjectives stand under "possessor" and "modifier".
        """
        roles = {k: list(v) for k, v in clause.roles.items()}
        for obj in clause.patient:
            for role, heads in self.nominal(obj).roles.items():
                name = "possessor" if role == AGENT else role
                roles.setdefault(name, []).extend(h for h in heads if h not in roles.get(name, ()))
            for sum_of_money in self.nominal(obj).roles.get("of", ()):
                if self.text.tokens[sum_of_money].entity == "MONEY":
                    # “a loan of ten million dollars for Ghana”: the loan is for Ghana.
                    for role, heads in self.nominal(sum_of_money).roles.items():
                        roles.setdefault(role, []).extend(heads)
        return {k: tuple(v) for k, v in roles.items()}

    @cached_property
    def by_sentence(self) -> dict[int, list[Clause]]:
        """Sentence index → its clauses in order."""
        found: dict[int, list[Clause]] = {}
        for clause in self.all:
            found.setdefault(clause.sentence, []).append(clause)
        return found

    def children(self, clause: Clause) -> list[Clause]:
        """The clauses that hang directly on this one."""
        return [self.all[i] for i in clause.complements]

    def tense_at(self, offset: int) -> str | None:
        """The tense ("past", "present", "future") of the clause around the character at ``offset``."""
        token = self.text.token_at(offset)
        clause = self.around(token) if token is not None else None
        while clause is not None and clause.tense is None and clause.parent is not None:
            clause = self.all[clause.parent]
        return clause.tense if clause else None

    def _inherit(self) -> None:
        """What a clause takes from the one it hangs on: subjects, auxiliaries, conditions.  Parents go first."""
        done: set[int] = set()
        for index in range(len(self.all)):
            chain = []
            at: int | None = index
            while at is not None and at not in done and at not in chain:
                chain.append(at)
                at = self.all[at].parent
            for item in reversed(chain):
                done.add(item)
                self._take_over(self.all[item])
        children: dict[int, list[int]] = {}
        for clause in self.all:
            if clause.parent is not None:
                children.setdefault(clause.parent, []).append(clause.index)
        for parent, found in children.items():
            self.all[parent].complements = tuple(found)

    def _take_over(self, clause: Clause) -> None:
        if clause.parent is None:
            return
        parent = self.all[clause.parent]
        form = clause.form  # who controls a clause goes by the form that it has of its own
        if clause.relation == "conj" and clause.form in ("finite", "infinitive", "gerund", "participle"):
            own = clause.modal or clause.tense is not None
            if parent.form == "infinitive" and self.text.tokens[clause.verb].tag == "VB" and not own:
                form = "infinitive"
            if not own:
                tag = self.text.tokens[clause.verb].tag
                if tag in ("VB", "VBP") and parent.modal:
                    clause.modal, clause.tense, form = parent.modal, parent.tense, parent.form
                elif tag == self.text.tokens[parent.verb].tag or (tag == "VBN" and (parent.passive or parent.perfect)):
                    clause.tense, clause.perfect, form = parent.tense, parent.perfect, parent.form
                    if parent.passive and tag == "VBN" and not _has_object(self.text, clause.verb):
                        clause.passive = True
            if parent.negated and not clause.agent and not clause.negated and _joined_by_or(self.text, parent.verb):
                clause.negated = True
        role = PATIENT if clause.passive else AGENT
        if clause.passive and PATIENT in clause.roles and clause.form != "finite":
            role = RECIPIENT  # “after being promised funds”: the subject is the one who is promised them
        if role not in clause.roles:
            subjects = _controller(clause, parent, self.text)
            if clause.relation == "conj" and parent.passive != clause.passive:
                subjects = parent.patient if parent.passive else parent.agent
            if subjects:
                clause.roles = {role: subjects, **clause.roles}
        if clause.relation == "xcomp" and parent.lemma == "be" and clause.form == "infinitive":
            # “is to visit” is a plan, “was to visit” one of the past.
            clause.modal, clause.tense = "will", "future" if parent.tense == "present" else parent.tense
        clause.form = form
        if parent.conditional and clause.relation in ("ccomp", "xcomp", "conj"):
            clause.conditional = True


def _controller(clause: Clause, parent: Clause, text: ParsedText) -> tuple[int, ...]:
    """Who is meant as the subject of a clause that has none of its own."""
    subject = parent.patient if parent.passive else parent.agent
    if clause.relation == "xcomp" or (clause.relation in ("ccomp", "advcl") and clause.form == "infinitive"):
        if not parent.passive and parent.lemma not in _SUBJECT_CONTROL:
            if parent.recipient and clause.form == "infinitive":
                return parent.recipient
            doer = tuple(i for i in parent.patient if text.tokens[i].tag != "CD")  # “voted 12–0 to extend”
            if doer and clause.relation == "xcomp":
                return doer
            if parent.patient and clause.form == "infinitive" and parent.lemma in _DIRECTIVES:
                return parent.patient  # the parser took “urged Moscow to withdraw” for a purpose
            called = (
                parent.oblique("on", "upon", "for") if parent.lemma in ("call", "appeal", "prevail", "press") else ()
            )
            if called:
                return called
        return subject
    if clause.relation == "pcomp" and clause.mark in _OBJECT_CONTROL_PREPOSITIONS and not parent.passive:
        return subject if parent.lemma in _EARNING else parent.patient or subject
    if clause.relation in ("conj", "advcl", "pcomp", "ccomp") and (
        clause.relation == "conj" or clause.form != "finite"
    ):
        return subject
    return ()


def _has_object(text: ParsedText, verb: int) -> bool:
    return text.child(verb, "dobj", "dative") is not None


def _joined_by_or(text: ParsedText, verb: int) -> bool:
    return any(text.tokens[c].lower in ("or", "nor") for c in text.children(verb, "cc"))
