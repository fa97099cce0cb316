"""Reads one clause off the parse: its predicate, roles, tense, voice, negation and what it hangs on."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.language.clause import AGENT, PATIENT, RECIPIENT, Clause
from memcon.language.text import ParsedText, Token

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_CLAUSAL = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "ROOT"}
)
_CONDITIONAL = frozenset({"if", "unless", "whether", "should", "provided", "lest"})
# “chargé d’affaires” has a verb in it only for a parser.
_NEVER_VERBS = frozenset({"d'affaires", "d’affaires", "affaires"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "without"})
# “at no point”, “under no circumstances”, “by no means”.
_NEVER = frozenset({"point", "time", "stage", "way", "case", "circumstance", "account", "means", "moment"})
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "stand", "stay", "feel"})
_SHORT_MODALS = {"'ll": "will", "’ll": "will", "ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}


def is_predicate(text: ParsedText, i: int) -> bool:
    """Whether token ``i`` is a verb that makes a clause of its own, not an auxiliary or a modifier."""
    token = text.tokens[i]
    if token.pos not in ("VERB", "AUX") or token.lower in _NEVER_VERBS:
        return False
    if token.dep in ("aux", "auxpass", "amod", "compound", "prep", "case", "mark", "det", "cc", "neg"):
        return False
    # A gerund or participle inside a noun phrase is a modifier, not a clause of its own.
    return token.dep in _CLAUSAL or token.dep in ("dep", "pobj", "nsubj", "dobj", "attr", "oprd", "appos", "acomp")


def add_preposition(text: ParsedText, prep: int, roles: dict[str, list[int]], prefix: str = "") -> None:
    """The objects of a preposition, under its name; “because of” and “ahead of” are one."""
    name = prefix + text.tokens[prep].lower
    for child in text.tokens[prep].children:
        token = text.tokens[child]
        if token.dep == "pobj":
            roles.setdefault(name, []).extend(text.conjuncts(child))
        elif token.dep == "prep":
            add_preposition(text, child, roles, name + " " if text.child(prep, "pobj") is None else "")
        elif token.dep == "conj" and text.child(child, "pobj") is not None:
            add_preposition(text, child, roles)


def build(text: ParsedText, index_of: Mapping[int, int], verb: int) -> Clause:
    """The clause of ``verb`` as it stands by itself; ``index_of`` maps every predicate to its clause."""
    return _Builder(text, index_of, verb).build()


class _Builder:
    """Reads one clause off the parse."""

    def __init__(self, text: ParsedText, index_of: Mapping[int, int], verb: int) -> None:
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
        participle = not auxiliaries and (self.token.tag == "VBN" or self._set_off())
        beside = self._beside() if participle else None
        if beside is not None:
            relation, antecedent = "acl", beside
        if relation == "advcl" and self.token.tag == "VBG" and self._right_after():
            relation = "xcomp"
        if relation == "acl" and participle:
            passive = True
        if relation == "advcl" and participle and not any(True for _ in text.children(verb, *_SUBJECTS)):
            passive = text.child(verb, "dobj") is None or self._by_somebody()
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
        if not mark and relation == "advcl":
            mark = self._inverted(auxiliaries)
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
        if dep == "ccomp" and self._before_semicolon():
            return "root", None, None
        antecedent = self._antecedent() if dep in ("relcl", "acl") else None
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

    def _antecedent(self) -> int:
        """The noun a relative clause tells of: of “signed a treaty in 2014, which lapsed” not the year."""
        text, head = self.text, self.token.head
        if text.tokens[head].entity != "DATE" or not any(text.tokens[c].lower == "which" for c in self.token.children):
            return head
        for above in text.ancestors(head):
            if text.tokens[above].pos == "VERB":
                return text.child(above, "dobj", "nsubjpass") or head
        return head

    def _beside(self) -> int | None:
        """The noun before the comma of “…, launched in May,”, where a parser gave the participle a subject.

        A participle without an auxiliary has none of its own.
        """
        text, verb = self.text, self.verb
        if verb < 2 or text.tokens[verb - 1].text != "," or not self._has_subject():
            return None
        return verb - 2 if text.tokens[verb - 2].pos in ("NOUN", "PROPN") else None

    def _set_off(self) -> bool:
        """“the PKK, designated a terrorist group by Turkey, …” parsed as an active verb: after its comma it is none."""
        text, verb = self.text, self.verb
        return self.token.tag == "VBD" and text.tokens[verb - 1].text == "," and self._by_somebody()

    def _by_somebody(self) -> bool:
        """Whether “by” hangs on the object: who did it."""
        text = self.text
        objects = text.children(self.verb, "dobj", "oprd")
        return any(text.tokens[c].lower == "by" for obj in objects for c in text.children(obj, "prep"))

    def _right_after(self) -> bool:
        """“ruled out recognising”, where a parser took the gerund for a circumstance: nothing stands between."""
        head = self.token.head
        between = range(head + 1, self.verb)
        return 0 < self.verb - head < 3 and all(self.text.tokens[i].dep == "prt" for i in between)

    def _has_subject(self) -> bool:
        return any(c < self.verb for c in self.text.children(self.verb, *_SUBJECTS))

    def _fill_roles(self, passive: bool, relation: str, antecedent: int | None) -> None:
        text, roles = self.text, self.roles
        relative = None
        for child in self.token.children:
            token = text.tokens[child]
            heads = text.conjuncts(child)
            if token.lower in _RELATIVE and token.tag in ("WP", "WDT", "WP$", "IN") and antecedent is not None:
                relative = token.dep
                heads = [antecedent, *(c for c in text.conjuncts(antecedent) if c < antecedent)]
            if passive and token.dep == "nsubjpass" and text.child(self.verb, "dobj") is not None:
                roles.setdefault(RECIPIENT, []).extend(heads)  # “Kyiv was given tanks”
            elif token.dep in _SUBJECTS and relation == "acl" and passive and antecedent is not None:
                continue
            elif token.dep in _SUBJECTS and token.dep != "csubj":
                roles.setdefault(PATIENT if passive and token.dep == "nsubjpass" else AGENT, []).extend(heads)
            elif token.dep == "nsubjpass" or (token.dep in ("dobj", "oprd") and token.pos not in ("VERB", "ADJ")):
                roles.setdefault(PATIENT, []).extend(heads)
            elif token.dep == "dative" and token.pos != "ADP":
                roles.setdefault(RECIPIENT, []).extend(heads)
            elif token.dep in ("agent", "dative", "prep"):
                if token.dep == "agent" or (token.lower == "by" and passive):
                    for obj in text.children(child, "pobj"):
                        roles.setdefault(AGENT, []).extend(text.conjuncts(obj))
                else:
                    self._preposition(child, antecedent)
            elif token.dep == "ccomp" and self._urges(child):
                for subject in text.children(child, "nsubj"):
                    roles.setdefault(PATIENT, []).extend(text.conjuncts(subject))
        if antecedent is not None and relative is None:
            self._reduced_relative(passive, relation, antecedent)
        if passive and AGENT not in roles:
            # “was given tanks by Poland”: parsers may hang “by” on the tanks.
            for obj in roles.get(PATIENT, ())[:1]:
                for prep in text.children(obj, "prep"):
                    if text.tokens[prep].lower == "by":
                        roles[AGENT] = [h for p in text.children(prep, "pobj") for h in text.conjuncts(p)]
        if PATIENT not in roles and not passive:
            self._shared_object()

    def _urges(self, complement: int) -> bool:
        """“urged Moscow to withdraw”, “help both sides agree” as one clause: Moscow is urged and is to withdraw."""
        text = self.text
        infinitive = text.tokens[complement].tag == "VB" and (
            self.token.lemma == "help" or any(text.tokens[c].lower == "to" for c in text.children(complement, "aux"))
        )
        return infinitive and text.child(self.verb, "dobj") is None

    def _preposition(self, prep: int, antecedent: int | None) -> None:
        text = self.text
        for obj in text.children(prep, "pobj"):
            if text.tokens[obj].lower in _RELATIVE and antecedent is not None:
                self.roles.setdefault(text.tokens[prep].lower, []).append(antecedent)
                return
        add_preposition(text, prep, self.roles)

    def _reduced_relative(self, passive: bool, relation: str, antecedent: int) -> None:
        """“troops deployed by”, “talks aimed at”, “the treaty they signed”, “countries seeking”."""
        if any(self.text.tokens[c].tag == "WRB" for c in self.text.children(self.verb, "advmod")):
            return  # “Riga, where ministers met”
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
            if text.tokens[other].pos == "VERB" and all(t.pos in ("CCONJ", "ADV", "PART") for t in between):
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
                add_preposition(text, child, self.roles)
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
            stated = infinitive and self.token.dep == "ROOT" and self.text.child(self.verb, "nsubj") is not None
            is_to = any(a.lemma == "be" and a.tag in ("VBZ", "VBP") for a in auxiliaries)
            if self.token.lemma != "be" and (is_to or stated):
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

    def _inverted(self, auxiliaries: list[Token]) -> str:
        """“Had Iran attacked”, “should talks fail”, “were it to leave”: a condition without its “if”."""
        subject = self.text.child(self.verb, *_SUBJECTS, *_PASSIVE_SUBJECTS)
        if subject is not None and any(a.lower in ("had", "should", "were") and a.i < subject for a in auxiliaries):
            return "if"
        return ""

    def _negated(self, head: int, mark: str) -> bool:
        text = self.text
        if any(text.tokens[c].lower in _NEGATIONS for c in text.children(self.verb, "neg", "preconj")):
            return True
        if self._inverted_negation():
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

    def _inverted_negation(self) -> bool:
        """“nor has it asked”, “at no point did it attack”."""
        tokens = self.text.tokens
        joined = self.text.children(self.token.head, "cc") if self.token.dep == "conj" else ()
        before = [*joined, *self.text.children(self.verb, "cc")]
        if any(tokens[c].lower == "nor" and c < self.verb for c in before):
            return True
        # The parser hangs a fronted phrase on the inverted auxiliary or on the verb.
        heads = (self.verb, *self.text.children(self.verb, "aux", "auxpass"))
        under = (o for h in heads for p in self.text.children(h, "prep") for o in self.text.children(p, "pobj"))
        return any(tokens[o].lemma in _NEVER and tokens[c].lower == "no" for o in under for c in tokens[o].children)

    def _before_semicolon(self) -> bool:
        """“X met Y; Z is expected next week”: a sentence of its own, which parsers hang on the one that follows."""
        tokens, governor = self.text.tokens, self.token.head
        stop = max((i for i in range(self.verb + 1, governor) if tokens[i].text == ";"), default=None)
        subject = self.text.child(governor, *_SUBJECTS, *_PASSIVE_SUBJECTS)
        if stop is None or subject is None or subject < stop or tokens[governor].lemma in ("say", "add", "tell"):
            return False
        return not any(tokens[i].text in '“”"' for i in range(stop, governor))
