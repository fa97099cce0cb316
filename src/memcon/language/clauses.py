"""The clause layer: who does what to whom, once, for every reader.

A clause has a predicate (a verb, a copula with its adjective or noun, or a noun that names an act) and the
heads of the phrases in its roles.  Passives, relative clauses, coordination, control (“agreed to send”),
participles and nominal acts are worked out here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from memcon.language.text import ParsedText, Token

AGENT = "agent"
PATIENT = "patient"
RECIPIENT = "recipient"

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_CLAUSAL = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "ROOT"}
)
_CONDITIONAL = frozenset({"if", "unless", "whether", "should", "provided", "lest"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "without"})
# The object of these is the one who is to act (“urged Moscow to withdraw”); of all others the subject is.
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer", "refuse", "swear"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its roles.

    Attributes:
        index: position in :attr:`Clauses.all` (−1 for a nominal clause made on request).
        sentence: index of its sentence.
        head: token of the predicate: the verb, the adjective or noun after a copula, or the noun that names the act.
        kind: "verb", "copula" or "noun".
        lemma: lemma of the head, with its particle (“break off”).
        roles: role name (agent, patient, recipient, or a preposition) → head tokens, coordination spread out.
        relation: how it hangs on ``parent``: root, ccomp, xcomp, advcl, relcl, acl, conj, pcomp, csubj, parataxis.
        parent: index of the clause it hangs on; for a relative clause ``antecedent`` is the noun it tells of.
        mark: the word that opens it (“that”, “if”, “after”, “since”, “by” …), lower case, or "".
        tense: "past", "present", "future" or None (infinitives, participles without auxiliary).
        form: "finite", "infinitive", "participle", "gerund" or "noun".
        modal: "will", "would", "can", "could", "may", "might", "shall", "should", "must" or None.
        perfect: whether it has a perfect auxiliary (“had met”: tense past, perfect).
        conditional: whether it, or a clause it hangs on as a complement, stands under “if”, “unless”, “whether”.
    """

    index: int
    sentence: int
    head: int
    kind: str
    lemma: str
    roles: Mapping[str, tuple[int, ...]]
    relation: str = "root"
    parent: int | None = None
    antecedent: int | None = None
    mark: str = ""
    tense: str | None = None
    form: str = "finite"
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    conditional: bool = False
    verb: int = -1
    first: int = 0
    last: int = 0
    particle: int | None = None
    complements: tuple[int, ...] = field(default=())

    @property
    def agent(self) -> tuple[int, ...]:
        """Heads of the phrases that act (the subject of an active verb, “by …” of a passive one)."""
        return self.roles.get(AGENT, ())

    @property
    def patient(self) -> tuple[int, ...]:
        """Heads of the phrases that are acted upon."""
        return self.roles.get(PATIENT, ())

    @property
    def recipient(self) -> tuple[int, ...]:
        """Heads of the phrases that something is given or said to (the indirect object)."""
        return self.roles.get(RECIPIENT, ())

    def oblique(self, *prepositions: str) -> tuple[int, ...]:
        """Heads of the phrases under these prepositions (lower case; “because of” is one)."""
        return tuple(i for p in prepositions for i in self.roles.get(p, ()))


class Clauses:
    """The clauses of one text, in order of their predicates, with look-ups by token."""

    def __init__(self, text: ParsedText) -> None:
        self.text = text
        self._index_of: dict[int, int] = {}
        self.all: list[Clause] = []
        heads = [t.i for t in text.tokens if _is_predicate(text, t.i)]
        for head in heads:
            self._index_of[head] = len(self._index_of)
        for head in heads:
            self.all.append(_Builder(text, self._index_of, self.all, head).build())
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
        text = self.text
        roles: dict[str, list[int]] = {}
        for child in text.tokens[noun].children:
            token = text.tokens[child]
            if token.dep == "poss":
                roles.setdefault(AGENT, []).extend(text.conjuncts(child))
            elif token.dep in ("compound", "amod", "nmod"):
                roles.setdefault("modifier", []).extend(text.conjuncts(child))
            elif token.dep in ("prep", "agent"):
                _add_preposition(text, child, roles)
        around = self.around(noun)
        first, last = text.phrase(noun)
        made = Clause(
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
        )
        if around is None:
            return made
        negated = any(text.tokens[c].lower == "no" for c in text.tokens[noun].children)
        return replace(
            made,
            tense=around.tense,
            modal=around.modal,
            perfect=around.perfect,
            negated=negated,
            conditional=around.conditional,
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
                self.all[item] = self._inherited(self.all[item])
        children: dict[int, list[int]] = {}
        for clause in self.all:
            if clause.parent is not None:
                children.setdefault(clause.parent, []).append(clause.index)
        for parent, found in children.items():
            self.all[parent] = replace(self.all[parent], complements=tuple(found))

    def _inherited(self, clause: Clause) -> Clause:
        if clause.parent is None:
            return clause
        parent = self.all[clause.parent]
        changes: dict[str, object] = {}
        if clause.relation == "conj" and clause.form in ("finite", "infinitive", "gerund", "participle"):
            own = clause.modal or clause.tense is not None
            if parent.form == "infinitive" and self.text.tokens[clause.verb].tag == "VB" and not own:
                changes["form"] = "infinitive"
            if not own:
                tag = self.text.tokens[clause.verb].tag
                if tag in ("VB", "VBP") and parent.modal:
                    changes |= {"modal": parent.modal, "tense": parent.tense, "form": parent.form}
                elif tag == self.text.tokens[parent.verb].tag or (tag == "VBN" and (parent.passive or parent.perfect)):
                    changes |= {"tense": parent.tense, "perfect": parent.perfect, "form": parent.form}
                    if parent.passive and tag == "VBN" and not _has_object(self.text, clause.verb):
                        changes["passive"] = True
            if parent.negated and not clause.agent and not clause.negated and _joined_by_or(self.text, parent.verb):
                changes["negated"] = True
        passive = bool(changes.get("passive", clause.passive))
        role = PATIENT if passive else AGENT
        if role not in clause.roles:
            subjects = _controller(clause, parent, self.text)
            if clause.relation == "conj" and parent.passive != passive:
                subjects = parent.patient if parent.passive else parent.agent
            if subjects:
                changes["roles"] = {role: subjects, **clause.roles}
        if clause.relation == "xcomp" and parent.lemma == "be" and clause.form == "infinitive":
            # “is to visit” is a plan, “was to visit” one of the past.
            changes |= {"modal": "will", "tense": "future" if parent.tense == "present" else parent.tense}
        if parent.conditional and clause.relation in ("ccomp", "xcomp", "conj"):
            changes["conditional"] = True
        return replace(clause, **changes) if changes else clause  # type: ignore[arg-type]


def _controller(clause: Clause, parent: Clause, text: ParsedText) -> tuple[int, ...]:
    """Who is meant as the subject of a clause that has none of its own."""
    subject = parent.patient if parent.passive else parent.agent
    if clause.relation == "xcomp" or (clause.relation in ("ccomp", "advcl") and clause.form == "infinitive"):
        if not parent.passive and parent.lemma not in _SUBJECT_CONTROL:
            if parent.recipient and clause.form == "infinitive":
                return parent.recipient
            if parent.patient and clause.relation == "xcomp":
                return parent.patient
            if (
                parent.patient
                and clause.form == "infinitive"
                and text.tokens[parent.patient[0]].pos in ("PROPN", "PRON")
            ):
                return parent.patient
            called = (
                parent.oblique("on", "upon", "for") if parent.lemma in ("call", "appeal", "prevail", "press") else ()
            )
            if called:
                return called
        return subject
    if clause.relation in ("conj", "advcl", "pcomp", "ccomp") and (
        clause.relation == "conj" or clause.form != "finite"
    ):
        return subject
    return ()


def _is_predicate(text: ParsedText, i: int) -> bool:
    token = text.tokens[i]
    if token.pos not in ("VERB", "AUX"):
        return False
    if token.dep in ("aux", "auxpass", "amod", "compound", "prep", "case", "mark", "det", "cc", "neg"):
        return False
    # A gerund or participle inside a noun phrase is a modifier, not a clause of its own.
    return token.dep in _CLAUSAL or token.dep in ("dep", "pobj", "nsubj", "dobj", "attr", "oprd", "appos", "acomp")


def _has_object(text: ParsedText, verb: int) -> bool:
    return text.child(verb, "dobj", "dative") is not None


def _joined_by_or(text: ParsedText, verb: int) -> bool:
    return any(text.tokens[c].lower in ("or", "nor") for c in text.children(verb, "cc"))


def _add_preposition(text: ParsedText, prep: int, roles: dict[str, list[int]], prefix: str = "") -> None:
    """The objects of a preposition, under its name; “because of” and “ahead of” are one."""
    name = prefix + text.tokens[prep].lower
    for child in text.tokens[prep].children:
        token = text.tokens[child]
        if token.dep == "pobj":
            roles.setdefault(name, []).extend(text.conjuncts(child))
        elif token.dep == "prep":
            _add_preposition(text, child, roles, name + " " if text.child(prep, "pobj") is None else "")
        elif token.dep == "conj" and text.child(child, "pobj") is not None:
            _add_preposition(text, child, roles)


class _Builder:
    """Reads one clause off the parse."""

    def __init__(self, text: ParsedText, index_of: Mapping[int, int], built: list[Clause], verb: int) -> None:
        self.text = text
        self.index_of = index_of
        self.verb = verb
        self.token = text.tokens[verb]
        self.roles: dict[str, list[int]] = {}

    def build(self) -> Clause:
        text, verb = self.text, self.verb
        auxiliaries = [text.tokens[c] for c in text.children(verb, "aux", "auxpass")]
        passive = any(a.dep == "auxpass" for a in auxiliaries) or text.child(verb, *_PASSIVE_SUBJECTS) is not None
        relation, parent, antecedent = self._hangs_on()
        participle = self.token.tag == "VBN" and not auxiliaries
        if relation == "acl" and participle:
            passive = True
        if relation == "advcl" and participle and not any(True for _ in text.children(verb, *_SUBJECTS)):
            passive = text.child(verb, "dobj") is None
        self._fill_roles(passive, relation, antecedent)
        head, kind = self._predicate()
        modal, tense, perfect, progressive, form = self._tense(auxiliaries)
        mark = next((text.tokens[c].lower for c in text.children(verb, "mark")), "")
        if not mark:
            mark = next(
                (text.tokens[c].lower for c in text.children(verb, "advmod") if text.tokens[c].tag == "WRB"), ""
            )
        if not mark and relation == "pcomp":
            mark = text.tokens[self.token.head].lower
        if not mark and relation == "advcl" and any(a.lower == "should" and a.i < verb for a in auxiliaries):
            first = min((c for c in self.token.children), default=verb)
            mark = "should" if text.tokens[first].lower == "should" else ""
        first, last = text.subtree(verb)
        particle = text.child(verb, "prt")
        lemma = text.tokens[head].lemma + (f" {text.tokens[particle].lower}" if particle is not None else "")
        return Clause(
            self.index_of[verb],
            text.sentence_of(verb).index,
            head,
            kind,
            lemma,
            {k: tuple(dict.fromkeys(v)) for k, v in self.roles.items()},
            relation,
            parent,
            antecedent,
            mark,
            tense,
            form,
            modal,
            perfect,
            progressive,
            passive,
            self._negated(head, mark),
            mark in _CONDITIONAL and not (mark == "whether" and relation == "root"),
            verb,
            first,
            last,
            particle,
        )

    def _hangs_on(self) -> tuple[str, int | None, int | None]:
        """The relation, the clause it hangs on, and for relatives and participles the noun they tell of."""
        text = self.text
        dep = self.token.dep if self.token.dep != "ROOT" else "root"
        if dep == "root":
            return dep, None, None
        antecedent = self.token.head if dep in ("relcl", "acl") else None
        governor = self.token.head
        parent = None
        while True:
            if governor in self.index_of:
                parent = self.index_of[governor]
                break
            following = text.tokens[governor].head
            if following == governor:
                break
            governor = following
        if dep == "pcomp" and text.tokens[self.token.head].lower in (
            "by",
            "after",
            "before",
            "while",
            "since",
            "without",
        ):
            return "pcomp", parent, antecedent
        return dep, parent, antecedent

    def _fill_roles(self, passive: bool, relation: str, antecedent: int | None) -> None:
        text, roles = self.text, self.roles
        relative = None
        for child in self.token.children:
            token = text.tokens[child]
            heads = text.conjuncts(child)
            if token.lower in _RELATIVE and token.tag in ("WP", "WDT", "WP$", "IN") and antecedent is not None:
                relative = token.dep
                heads = [antecedent, *(c for c in text.conjuncts(antecedent) if c < antecedent)]
            if token.dep in _SUBJECTS and token.dep != "csubj":
                roles.setdefault(PATIENT if passive and token.dep == "nsubjpass" else AGENT, []).extend(heads)
            elif token.dep == "nsubjpass":
                roles.setdefault(PATIENT, []).extend(heads)
            elif token.dep in ("dobj", "oprd") and token.pos not in ("VERB", "ADJ"):
                roles.setdefault(PATIENT, []).extend(heads)
            elif token.dep == "dative" and token.pos != "ADP":
                roles.setdefault(RECIPIENT, []).extend(heads)
            elif token.dep in ("agent", "dative", "prep"):
                if token.dep == "agent" or (token.lower == "by" and passive):
                    for obj in text.children(child, "pobj"):
                        roles.setdefault(AGENT, []).extend(text.conjuncts(obj))
                else:
                    self._preposition(child, antecedent)
            elif token.dep == "ccomp" and text.tokens[child].tag == "VB" and text.child(self.verb, "dobj") is None:
                # “urged Moscow to withdraw” parsed as one clause: Moscow is urged and is to withdraw.
                if any(text.tokens[c].lower == "to" for c in text.children(child, "aux")):
                    for subject in text.children(child, "nsubj"):
                        roles.setdefault(PATIENT, []).extend(text.conjuncts(subject))
        if antecedent is not None and relative is None:
            self._reduced_relative(passive, relation, antecedent)
        if PATIENT not in roles and not passive:
            self._shared_object()

    def _preposition(self, prep: int, antecedent: int | None) -> None:
        text = self.text
        for obj in text.children(prep, "pobj"):
            if text.tokens[obj].lower in _RELATIVE and antecedent is not None:
                self.roles.setdefault(text.tokens[prep].lower, []).append(antecedent)
                return
        _add_preposition(text, prep, self.roles)

    def _reduced_relative(self, passive: bool, relation: str, antecedent: int) -> None:
        """“troops deployed by”, “talks aimed at”, “the treaty they signed”, “countries seeking”."""
        if passive:
            self.roles.setdefault(PATIENT, []).append(antecedent)
        elif self.token.tag == "VBG" and AGENT not in self.roles:
            self.roles.setdefault(AGENT, []).append(antecedent)
        elif relation == "relcl" and AGENT in self.roles and PATIENT not in self.roles:
            self.roles.setdefault(PATIENT, []).append(antecedent)
        elif relation == "relcl" and AGENT not in self.roles:
            self.roles.setdefault(AGENT, []).append(antecedent)

    def _shared_object(self) -> None:
        """“condemned and rejected the plan”: the first verb has the object of the second."""
        text = self.text
        for other in text.children(self.verb, "conj"):
            between = [text.tokens[k] for k in range(self.verb + 1, other)]
            if text.tokens[other].pos == "VERB" and all(t.pos in ("CCONJ", "ADV") for t in between):
                for obj in text.children(other, "dobj"):
                    self.roles.setdefault(PATIENT, []).extend(text.conjuncts(obj))

    def _predicate(self) -> tuple[int, str]:
        """The head: the verb, or what follows “be”, “become”, “remain” …"""
        text = self.text
        complement = text.child(self.verb, "attr", "acomp")
        if complement is None or self.token.lemma not in (
            "be",
            "become",
            "remain",
            "seem",
            "appear",
            "stand",
            "stay",
            "feel",
        ):
            return self.verb, "verb"
        for child in text.tokens[complement].children:
            if text.tokens[child].dep in ("prep", "agent"):
                _add_preposition(text, child, self.roles)
        return complement, "copula"

    def _tense(self, auxiliaries: list[Token]) -> tuple[str | None, str | None, bool, bool, str]:
        tag = self.token.tag
        modal = None
        tense = None
        perfect = progressive = False
        infinitive = False
        for a in auxiliaries:
            if a.tag == "MD":
                modal = {
                    "'ll": "will",
                    "’ll": "will",
                    "ll": "will",
                    "wo": "will",
                    "ca": "can",
                    "'d": "would",
                    "’d": "would",
                }.get(a.lower, a.lower)
            elif a.lower == "to":
                infinitive = True
            elif a.lemma == "have" and tag in ("VBN", "VBD"):
                perfect = True
            elif a.lemma == "be" and a.dep == "aux" and tag == "VBG":
                progressive = True
            if a.tag == "VBD":
                tense = "past"
            elif a.tag in ("VBP", "VBZ") and tense is None:
                tense = "present"
        if modal in ("will", "shall"):
            tense = "future"
        elif modal is not None and tense is None:
            tense = "present"
        elif perfect and tense == "present":
            tense = "past" if not progressive else "present"
        if tense is None:
            tense = {"VBD": "past", "VBP": "present", "VBZ": "present"}.get(tag)
        if infinitive or (tag == "VB" and modal is None and tense is None):
            form = "infinitive"
            # “is to visit” is a plan; a bare infinitive has the tense of what it hangs on.
            if self.token.lemma != "be" and any(a.lemma == "be" and a.tag in ("VBZ", "VBP") for a in auxiliaries):
                tense, form = "future", "finite"
            elif not modal:
                tense = None
        elif tense is None and tag == "VBG":
            form = "gerund"
        elif tense is None and tag == "VBN":
            form = "participle"
        else:
            form = "finite"
        if (
            progressive
            and self.token.lemma == "go"
            and tense == "present"
            and any(t == "xcomp" for t in (self.text.tokens[c].dep for c in self.token.children))
        ):
            tense = "future"
        return modal, tense, perfect, progressive, form

    def _negated(self, head: int, mark: str) -> bool:
        text = self.text
        if any(text.tokens[c].lower in _NEGATIONS for c in text.children(self.verb, "neg", "preconj")):
            return True
        if head != self.verb and any(text.tokens[c].lower in _NEGATIONS for c in text.children(head, "neg", "det")):
            return True
        if mark == "without":
            return True
        for role in (AGENT, PATIENT):
            for noun in self.roles.get(role, ()):
                if any(text.tokens[c].lower in ("no", "neither") for c in text.children(noun, "det", "preconj")):
                    return True
                if text.tokens[noun].lower in ("nobody", "none", "nothing"):
                    return True
        return False
