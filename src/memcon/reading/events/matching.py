"""Which lexicon entries a clause or a noun can be: the words, the company they need, the objects they ask for."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from memcon.language import Clause, Clauses, ParsedText, Token
from memcon.ontology.lexicon import ANYTHING, Cue, Entry, Lexicon, NounTest, Phrase
from memcon.reading.events.calls import TELEPHONED, is_appeal, is_naming

# “a series of attacks”, “thousands of protesters”: what follows “of” is meant.
_TRANSPARENT = frozenset(
    {"series", "number", "round", "wave", "package", "set", "part", "raft", "couple", "dozen", "group"}
    | {"handful", "host", "lot", "range", "ton", "barrage", "string", "hundred", "thousand", "million"}
    | {"dozens", "hundreds", "thousands", "tens", "kind", "form", "sort", "type", "first", "batch", "shipment"}
    | {"delivery", "supply", "provision", "truckload", "truck", "lorry", "planeload", "boatload", "shipload"}
    | {"tonne", "container", "convoy", "consignment", "load", "crate", "quantity", "amount", "array", "member"}
    | {"unit", "ship", "volley", "spate", "campaign", "act", "piece", "pair", "use", "billion", "ten"}
    | {"majority", "rest", "some", "all", "many", "most", "one", "two", "three", "several", "patch", "favour"}
    | {"favor", "day", "hour", "week"}
)
_OF = frozenset({"of"})
_NEARBY = frozenset(
    {"prt", "advmod", "prep", "dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "agent", "npadvmod"}
)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "quantmod", "poss"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits: the phrase, the token of its head, and the nouns it took as its object."""

    entry: Entry
    phrase: Phrase
    head: int
    objects: tuple[int, ...] = ()


class Matcher:
    """Matches one document's clauses and nouns against a lexicon."""

    def __init__(
        self,
        clauses: Clauses,
        lexicon: Lexicon,
        people: Container[int] = frozenset(),
        places: Container[int] = frozenset(),
        bodies: Container[int] = frozenset(),
    ) -> None:
        self._people = people
        self._bodies = bodies
        self._places = places
        self.clauses = clauses
        self.text: ParsedText = clauses.text
        self.lexicon = lexicon
        self._near: dict[int, frozenset[str]] = {}
        self._around: dict[int, frozenset[str]] = {}

    def core(self, noun: int) -> int:
        """The noun that is meant by a phrase: behind “a series of …”, “hundreds of …”."""
        tokens = self.text.tokens
        for _ in range(3):
            if tokens[noun].lemma not in _TRANSPARENT:
                return noun
            of = next((c for c in tokens[noun].children if tokens[c].dep == "prep" and tokens[c].lower == "of"), None)
            inner = self.text.child(of, "pobj") if of is not None else None
            if inner is None:
                return noun
            noun = inner
        return noun

    def around(self, noun: int) -> frozenset[str]:
        """Lemmas of what stands with a noun in its phrase: modifiers, and the nouns under its prepositions."""
        found = self._around.get(noun)
        if found is None:
            tokens = self.text.tokens
            lemmas: set[str] = set()
            for child in tokens[noun].children:
                token = tokens[child]
                if token.dep in _MODIFIERS:
                    lemmas.update((token.lemma, token.lower))
                    for inner in token.children:
                        if tokens[inner].dep in _MODIFIERS:
                            lemmas.add(tokens[inner].lemma)
                elif token.dep == "prep":
                    lemmas.add(token.lower)
                    for inner in token.children:
                        if tokens[inner].dep == "pobj":
                            lemmas.add(tokens[inner].lemma)
                            lemmas.update(
                                tokens[c].lemma for c in tokens[inner].children if tokens[c].dep in _MODIFIERS
                            )
            found = self._around[noun] = frozenset(lemmas)
        return found

    def passes(self, test: NounTest, noun: int) -> bool:
        """Whether a noun phrase is one that an entry asks for."""
        token = self.text.tokens[noun]
        if noun in self._people and "*person" in test.single:
            return True
        if noun in self._bodies and "*body" in test.single:
            return True
        if "*place" in test.single and (noun in self._places or token.entity in ("GPE", "LOC", "FAC")):
            return True
        if test.passes(token.lemma, self.around(noun)):
            return True
        if token.lower != token.lemma and test.passes(token.lower, self.around(noun)):
            return True
        core = self.core(noun)
        return core != noun and test.passes(self.text.tokens[core].lemma, self.around(core))

    def _beside(self, noun: int) -> set[str]:
        """Lemmas of an object's own modifiers and of what “of” adds to it, its prepositions too."""
        tokens = self.text.tokens
        lemmas: set[str] = set()
        for child in tokens[noun].children:
            token = tokens[child]
            if token.dep in _MODIFIERS or token.dep == "prep":
                lemmas.update((token.lemma, token.lower))
            if token.dep == "prep" and token.lower in ("of", "as"):
                for obj in self.text.children(child, "pobj"):
                    lemmas.add(tokens[obj].lemma)
                    lemmas.update(tokens[c].lemma for c in tokens[obj].children if tokens[c].dep in _MODIFIERS)
        return lemmas

    def small_clause(self, clause: Clause) -> tuple[int, tuple[int, ...]] | None:
        """“found him guilty”, “considers it an act of war”: the adjective or noun and those it is said of."""
        tokens = self.text.tokens
        for child in tokens[clause.verb].children:
            if tokens[child].dep == "ccomp" and tokens[child].pos in ("ADJ", "NOUN"):
                subjects = tuple(s for c in self.text.children(child, "nsubj") for s in self.text.conjuncts(c))
                return child, subjects
        return None

    def near(self, clause: Clause) -> frozenset[str]:
        """Lemmas that a verb's phrase can find: particles, prepositions, objects with their modifiers."""
        found = self._near.get(clause.index)
        if found is not None:
            return found
        tokens = self.text.tokens
        lemmas: set[str] = set()
        for child in tokens[clause.verb].children:
            token = tokens[child]
            if token.dep in ("advcl", "ccomp") and token.tag == "VB":
                # “called for all sides to show restraint”: “for” opens what is called for.
                lemmas.update(tokens[c].lower for c in token.children if tokens[c].dep == "mark")
            if token.dep not in _NEARBY or (token.dep == "prep" and self._temporal(child)):
                continue
            if token.dep == "ccomp":
                # “told Moscow to withdraw”, where the parser made one clause of it.
                if token.tag == "VB" and any(tokens[c].lower == "to" for c in token.children):
                    lemmas.add("to")
                continue
            lemmas.update((token.lemma, token.lower))
            if token.dep == "attr":
                lemmas |= self._beside(child)
            if token.dep == "xcomp" and tokens[clause.verb].lemma != "be":
                if any(tokens[c].lower == "to" for c in token.children):
                    lemmas.add("to")
                lemmas.update(tokens[c].lemma for c in token.children if tokens[c].dep == "dobj")
                continue
            for inner in token.children:
                if tokens[inner].dep in ("pobj", "pcomp", "prep", "prt"):
                    lemmas.update((tokens[inner].lemma, tokens[inner].lower))
                    lemmas.update(tokens[c].lemma for c in tokens[inner].children if tokens[c].dep in _MODIFIERS)
                    if tokens[inner].dep == "pcomp":  # “look forward to strengthening ties”
                        lemmas.update(tokens[c].lemma for c in tokens[inner].children if tokens[c].dep == "dobj")
                elif tokens[inner].dep in _MODIFIERS:
                    lemmas.update((tokens[inner].lemma, tokens[inner].lower))
        small = self.small_clause(clause)
        if small is not None:
            lemmas.add(tokens[small[0]].lemma)
            lemmas |= self._beside(small[0])
        for noun in clause.patient:
            lemmas.update((tokens[noun].lemma, tokens[noun].lower))
            lemmas |= self._beside(noun)
            core = self.core(noun)
            if core != noun:
                lemmas.add(tokens[core].lemma)
        found = self._near[clause.index] = frozenset(lemmas)
        return found

    def _temporal(self, prep: int) -> bool:
        """“called … on Sunday” is not “called on”."""
        obj = self.text.child(prep, "pobj")
        return obj is not None and self.text.tokens[obj].entity in ("DATE", "TIME")

    def objects(self, clause: Clause, phrase: Phrase) -> tuple[int, ...]:
        """The nouns an entry's object test is put to: direct objects, and those under the phrase's prepositions."""
        found = [*clause.patient, *clause.recipient]
        for word in phrase.company:
            found.extend(clause.roles.get(word, ()))
            found.extend(clause.roles.get(word + " of", ()))
        return tuple(dict.fromkeys(found))

    def verb(self, clause: Clause) -> Iterator[Match]:
        """The entries that a verb (or an adjective after a copula) can be, the most demanding first."""
        tokens = self.text.tokens
        verb = tokens[clause.verb]
        if verb.lower == "going" and self.text.child(clause.verb, "xcomp") is not None:
            return  # “is going to be reopened” goes nowhere
        if clause.kind == "copula":
            head = tokens[clause.head]
            table = self.lexicon.adjectives.get(head.lemma) or self.lexicon.adjectives.get(head.lower)
            if table:
                for phrase, entry in table:
                    fits = entry.subject is ANYTHING or self._subject(entry.subject, clause)
                    if fits and phrase.company <= self.near(clause):
                        yield Match(entry, phrase, clause.head)
        elif verb.lemma in ("be", "stand", "feel", "remain", "become"):
            for child in verb.children:
                if tokens[child].dep in ("acomp", "oprd", "attr") and tokens[child].pos == "ADJ":
                    for phrase, entry in self.lexicon.adjectives.get(tokens[child].lemma, ()):
                        if phrase.company <= self.near(clause):
                            yield Match(entry, phrase, child)
        elif verb.tag in ("VBN", "JJ") and verb.lower in self.lexicon.adjectives and clause.passive:
            for phrase, entry in self.lexicon.adjectives[verb.lower]:
                if phrase.company <= self.near(clause):
                    yield Match(entry, phrase, clause.verb)
        entries = self.lexicon.verbs.get(verb.lemma)
        if not entries:
            return
        near = self.near(clause)
        # “stopped short of condemning”: a longer cue leaves no room for a shorter entry.
        cue = self._longest_cue(verb.lemma, near)
        for phrase, entry in entries:
            if (phrase.company and not phrase.company <= near) or (cue and phrase.size < cue):
                continue
            if phrase.company == _OF and "of" not in clause.roles:
                continue  # “approved a loan of ten million”: not “approved of”
            if entry.type in ("CONSULT", "REQUEST") and is_naming(self.text, clause, self.small_clause(clause)):
                continue
            if entry.cameo == TELEPHONED and is_appeal(self.clauses, clause):
                continue
            asks, forbids = entry.object is not ANYTHING, entry.without is not ANYTHING
            objects = self.objects(clause, phrase) if asks or forbids else ()
            if asks:
                taken = tuple(o for o in objects if self.passes(entry.object, o))
                if not taken:
                    continue
            else:
                # A phrase of more words has its object in it: “pay a visit”.
                taken = tuple(o for o in clause.patient if tokens[o].lemma in phrase.company)
                if phrase.company and not taken:
                    # “named Mr Smith (as) ambassador to Chad”
                    named = (*self.text.children(clause.verb, "oprd"), *clause.roles.get("as", ()))
                    taken = tuple(o for o in named if tokens[o].lemma in phrase.company)
            if forbids and any(
                self.passes(entry.without, o) or self._nationals(entry.without, o)
                for o in objects
                if tokens[o].lemma not in phrase.company
            ):
                continue
            if entry.subject is not ANYTHING and not self._subject(entry.subject, clause):
                continue
            if entry.alone and any(kid.form == "infinitive" for kid in self.clauses.children(clause)):
                continue
            yield Match(entry, phrase, clause.verb, taken)

    def _longest_cue(self, lemma: str, near: frozenset[str]) -> int:
        found = self.lexicon.cue_words.get(lemma)
        return max((p.size for p, _ in found if p.company and p.company <= near), default=0) if found else 0

    def _subject(self, test: NounTest, clause: Clause) -> bool:
        heads = clause.agent or (clause.patient if clause.passive else ())
        return any(self.passes(test, head) or self._nationals(test, head) for head in heads)

    def _nationals(self, test: NounTest, head: int) -> bool:
        """“young Algerians” are people, whatever their name."""
        return self.text.tokens[head].tag == "NNPS" and "people" in test.single

    def noun(self, i: int) -> Iterator[Match]:
        """The entries that a noun can be."""
        tokens = self.text.tokens
        found = self.lexicon.nouns.get(tokens[i].lemma)
        if not found:
            return
        near = self.around(i)
        for phrase, entry in found:
            if phrase.company and not phrase.company <= near:
                continue
            if entry.object is not ANYTHING and not self._has_object(entry.object, i):
                continue
            if entry.subject is not ANYTHING and not self._has_doer(entry.subject, i):
                continue
            yield Match(entry, phrase, i)

    def _has_doer(self, test: NounTest, i: int) -> bool:
        roles = self.clauses.nominal(i).roles
        return any(self.passes(test, head) for role in ("agent", "by", "of") for head in roles.get(role, ()))

    def _has_object(self, test: NounTest, i: int) -> bool:
        tokens = self.text.tokens
        for child in tokens[i].children:
            token = tokens[child]
            if token.dep in ("compound", "nmod", "amod") and self.passes(test, child):
                return True
            of = token.dep == "prep" and token.lower == "of"
            if of and any(self.passes(test, o) for o in self.text.children(child, "pobj")):
                return True
        return False

    def cue(self, i: int, near: frozenset[str]) -> Cue | None:
        """The cue that a word is, if it is one."""
        token = self.text.tokens[i]
        for phrase, cue in self.lexicon.cue_words.get(token.lemma, ()) or self.lexicon.cue_words.get(token.lower, ()):
            if phrase.company <= near and _right_kind(cue, token):
                return cue
        return None

    def act_of(self, noun: int) -> str | None:
        """The CAMEO code of what a noun means when it is asked for or refused."""
        token = self.text.tokens[noun]
        near = self.around(noun)
        best: tuple[int, str] | None = None
        for lemma in dict.fromkeys((token.lemma, token.lower)):
            for code, company in self.lexicon.acts.get(lemma, ()):
                if company <= near and (best is None or len(company) > best[0]):
                    best = (len(company), code)
        if best:
            return best[1]
        core = self.core(noun)
        return self.act_of(core) if core != noun else None


def _right_kind(cue: Cue, token: Token) -> bool:
    if cue.construction == "noun":
        return token.pos in ("NOUN", "PROPN")
    if cue.construction == "adjective":
        return token.pos == "ADJ" or token.dep in ("amod", "acomp", "oprd")
    return token.pos in ("VERB", "AUX")
