"""Whose fact it is: from the heads in a clause's roles to actor ids, and who is meant where nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from memcon.language import AGENT, Clause, Clauses, ParsedText
from memcon.reading.context import ActorIndex
from memcon.reading.facts.dateline import dateline
from memcon.record import Actor
from memcon.reference import state_name

_MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod")

_OF_STATE = frozenset({"GOV", "MIL", "LEG", "PRM", "SPY", "COP", "JUD"})

_GOVERNMENTS = frozenset({"government", "administration", "authorities", "regime", "republic", "kingdom", "state"})
_MISSIONS = frozenset({"embassy", "legation", "consulate", "mission"})
# Nouns by which an international body is meant that was named before: “the grouping”, “the body”.
_BODIES = frozenset({"body", "organization", "organisation", "grouping", "bloc", "alliance", "group", "union", "club"})
# Nouns by which a state is meant: “the island”.
_LANDS = frozenset({"island", "archipelago", "kingdom", "sultanate", "emirate", "republic", "federation", "territory"})


class Parties:
    """The actors of a document as parties to its facts."""

    def __init__(self, text: ParsedText, clauses: Clauses, actors: ActorIndex) -> None:
        self.text = text
        self.clauses = clauses
        self.index = actors
        self.by_id: dict[str, Actor] = {a.id: a for a in actors.actors}
        self.states: dict[str, str] = {}
        self.by_name: dict[str, str] = {}
        self._innermost: dict[int, tuple[int, str]] = {}
        for actor in actors.actors:
            self.by_name.setdefault(actor.name, actor.id)
            if actor.kind == "state" and actor.country:
                self.states.setdefault(actor.country, actor.id)
            if actor.kind in ("state", "organization", "place"):
                self._name(actor)
        for actor in actors.actors:
            # Where a state itself is no actor of the document, its government stands for it.
            if actor.kind == "organization" and actor.country and _GOVERNMENTS.intersection(actor.name.lower().split()):
                self.states.setdefault(actor.country, actor.id)
        for actor in actors.actors:
            # A state that the text has only as a place (“its embassy in Bahrain”) is still that state.
            if actor.kind == "place" and actor.country and actor.name == state_name(actor.country):
                self.states.setdefault(actor.country, actor.id)
        self._states = frozenset(self.states.values()) | {a.id for a in actors.actors if a.kind == "state"}
        self._ranked: tuple[str, ...] | None = None
        self._anaphors = self._bodies_meant()
        self.dateline = dateline(text)

    def _name(self, actor: Actor) -> None:
        """Notes the tokens of an actor's names: “UN” within “a UN member” is still the United Nations."""
        for mention in actor.mentions:
            if mention.form == "pronoun":
                continue
            length = mention.end - mention.start
            for i in self.text.tokens_within(mention.start, mention.end):
                known = self._innermost.get(i)
                if known is None or length < known[0]:
                    self._innermost[i] = (length, actor.id)

    def _bodies_meant(self) -> dict[int, tuple[str, ...]]:
        """The bodies and states that “the body”, “the island” mean: the only one of the last sentence with any."""
        found: dict[int, tuple[str, ...]] = {}
        tokens = self.text.tokens
        for token in tokens:
            if token.pos != "NOUN" or token.i in self.index.by_token:
                continue
            land = token.lemma in _LANDS and token.dep in ("nsubj", "nsubjpass")
            if not land and token.lemma not in _BODIES:
                continue
            kids = [tokens[c] for c in token.children if c < token.i]
            if [k.lower for k in kids] not in (["the"], ["that"]):
                continue
            here = self.text.sentence_of(token.i).index
            back = range(here, max(-1, here - 4), -1)
            if land:
                states = next((told for at in back[1:] if (told := self.spoken_of(at))), ())
                if len(states) == 1:
                    found[token.i] = states
                continue
            named = (self.named_bodies(at) for at in back)
            bodies = tuple(dict.fromkeys(map(self.whole_of, next((b for b in named if b), ()))))
            if len(bodies) == 1:
                found[token.i] = bodies
        return found

    def kind(self, actor: str) -> str:
        """The kind of an actor: person, state, organization …"""
        return self.by_id[actor].kind

    def named(self, head: int) -> tuple[str, ...]:
        """The actors that the phrase with this head names, a mere place included."""
        return self.index.by_token.get(head) or self._anaphors.get(head, ())

    def is_name(self, token: int) -> bool:
        """Whether a token stands in the name of a state, body or place."""
        return token in self._innermost

    def is_power(self, actor: str) -> bool:
        """Whether an actor is a state, or a government or body of one or of several."""
        return self.by_id[actor].kind in ("state", "organization", "group") or actor in self._states

    def is_international(self, actor: str) -> bool:
        """Whether an actor is a body of no one state that the text calls by its name."""
        found = self.by_id[actor]
        return found.kind == "organization" and not found.country and any(m.form == "name" for m in found.mentions)

    def of(self, heads: Iterable[int]) -> tuple[str, ...]:
        """The actors that act behind these heads, each once."""
        found: dict[str, None] = {}
        for head in heads:
            for item in self._listed(head):
                for actor in self._acting(item):
                    found[actor] = None
        return tuple(found)

    def _listed(self, head: int) -> list[int]:
        """The heads of a list that a parser takes for appositions: “Burkina Faso, Mali and Niger”."""
        found = [head]
        kinds = {k for a in self.named(head) if (k := self.kind(a)) in ("state", "organization")}
        if not kinds:
            return found
        for item in found:
            for child in self.text.tokens[item].children:
                dep = self.text.tokens[child].dep
                beside = dep in ("appos", "npadvmod") or (item != head and dep == "conj")
                if beside and child > item and any(self.kind(a) in kinds for a in self.named(child)):
                    found.append(child)
        return found

    def bodies_of(self, noun: int, preposition: str) -> tuple[str, ...]:
        """Whom “of …” after a role noun names, every item of a list: “a member of the UN, the EU and NATO”."""
        heads = [i for h in self.under(noun, preposition) for i in self._listed(h)]
        if heads:
            beside = (c for c in self.text.children(noun, "appos") if c > heads[0])
            items = (i for c in beside for i in self.text.conjuncts(c))
            heads += [i for i in items if any(self.is_international(a) for a in self.named(i))]
        return tuple(dict.fromkeys(a for h in heads for a in self.named(h)))

    def _acting(self, head: int) -> tuple[str, ...]:
        if head in self.dateline:
            return ()
        known = self.index.by_token.get(head) or self.index.parties.get(head) or self._anaphors.get(head)
        return known or self._same_as(head)

    def _same_as(self, head: int) -> tuple[str, ...]:
        """Who is meant by “the only state”, “one of the first countries”: the one it is said of, or stands beside."""
        tokens = self.text.tokens
        token = tokens[head]
        if token.pos not in ("NOUN", "NUM"):
            return ()
        if token.dep == "pobj" and tokens[token.head].lower == "of":
            above = tokens[token.head].head
            # “one of the states that”, “the only state of the region that”
            ranked = any(tokens[c].lower in ("only", "sole", "first", "last") for c in tokens[above].children)
            return self._same_as(above) if tokens[above].pos == "NUM" or tokens[above].lower == "one" or ranked else ()
        clause = self.clauses.around(head) if token.dep in ("attr", "acomp") else None
        if clause is not None and clause.head == head:
            return tuple(a for h in clause.agent for a in self.index.at(h))
        if token.dep == "appos":
            return self.index.at(token.head)
        if token.dep == "nsubj" and tokens[token.head].lemma == "be":
            # “the only state that has not signed is Turkmenistan”
            named = tuple(a for c in self.text.children(token.head, "attr") for a in self.index.at(c))
            if named:
                return named
        if token.dep == "nsubj":
            before = [c for c in tokens[token.head].children if c < head and tokens[c].dep == "nsubj"]
            return self.index.at(before[-1]) if before else ()
        return ()

    def owners(self, noun: int) -> tuple[str, ...]:
        """Whom the possessors, compounds and adjectives of a noun name: “the Swiss embassy”, “Chad’s legation”."""
        found: dict[str, None] = {}
        stack = [noun]
        while stack:
            for child in self.text.tokens[stack.pop()].children:
                if child < noun and self.text.tokens[child].dep in _MODIFIERS:
                    inner = self._innermost.get(child)
                    for actor in (inner[1],) if inner else self.index.at(child):
                        # “American Legation” as a name of its own is still a legation of the United States.
                        own = actor in self.index.by_token.get(noun, ())
                        if own and self.kind(actor) == "person":
                            continue  # “the seventh Secretary-General” is the person’s own mention
                        found[self.states.get(self.by_id[actor].country or "", actor) if own else actor] = None
                    stack.append(child)
        return tuple(found)

    def within(self, noun: int) -> tuple[str, ...]:
        """Whom the “of” phrases of a noun name, however deep: “the government of the Kingdom of Romania”."""
        heads: tuple[int, ...] = self.under(noun, "of")
        for _ in range(3):
            found = tuple(dict.fromkeys(a for h in heads for a in (*self.named(h), *self.owners(h))))
            if found or not heads:
                return found
            heads = tuple(o for h in heads for o in self.under(h, "of"))
        return ()

    def under(self, noun: int, *prepositions: str) -> tuple[int, ...]:
        """Heads of the phrases that hang on ``noun`` under these prepositions."""
        found: list[int] = []
        for child in self.text.tokens[noun].children:
            token = self.text.tokens[child]
            if token.dep in ("prep", "agent") and token.lower in prepositions:
                for again in (child, *self._repeated(child)):
                    for obj in self.text.children(again, "pobj"):
                        found.extend(self.text.conjuncts(obj))
        return tuple(dict.fromkeys(found))

    def _repeated(self, preposition: int) -> list[int]:
        """The same preposition after “and”: “of NATO since 1999 and of the Union since 2004”."""
        tokens = self.text.tokens
        found = []
        for i in range(preposition + 1, self.text.sentence_of(preposition).last):
            if tokens[i].pos in ("VERB", "AUX"):
                break
            if (
                tokens[i].lower == tokens[preposition].lower
                and tokens[i].dep == "conj"
                and tokens[i - 1].pos == "CCONJ"
            ):
                found.append(i)
        return found

    def state_of(self, actor: str) -> str:
        """The state an official or an organ acts for, where it is an actor itself; else the actor."""
        found = self.by_id[actor]
        if found.kind in ("state", "place") or not found.country:
            return actor
        if found.kind in ("organization", "group") and not _OF_STATE.intersection(found.sectors):
            return actor
        return self.states.get(found.country, actor)

    def land_of(self, actor: str) -> str:
        """The state in which a place lies, where the document has it; of any other actor its state."""
        return self.states.get(self.by_id[actor].country or "", actor)

    def whole_of(self, actor: str) -> str:
        """The organisation of which the actor is an organ (its name opens with the other's), else the actor."""
        name = self.by_id[actor].name
        words = name.split()
        for cut in range(len(words) - 1, 0, -1):
            whole = self.by_name.get(" ".join(words[:cut]))
            if whole is not None and self.by_id[whole].kind == "organization":
                return whole
        return actor

    def implied(self, sentence: int) -> tuple[str, ...]:
        """The states a sentence speaks of, in order; then those of the document, most mentioned first."""
        return tuple(dict.fromkeys((*self.spoken_of(sentence), *self._by_mentions())))

    def spoken_of(self, sentence: int) -> tuple[str, ...]:
        """The states a sentence speaks of, in order."""
        bounds = self.text.sentences[sentence]
        found: dict[str, None] = {}
        for i in range(bounds.first, bounds.last):
            for actor in self.index.by_token.get(i, ()):
                state = self.state_of(actor)
                if state in self._states:
                    found[state] = None
        return tuple(found)

    def organizations(self, sentence: int) -> tuple[str, ...]:
        """The international bodies of a sentence, then those of the document, most mentioned first."""
        ranked = sorted(self.by_id.values(), key=lambda a: -len(a.mentions))
        others = (a.id for a in ranked if self.is_international(a.id))
        return tuple(dict.fromkeys((*self.named_bodies(sentence), *others)))

    def named_bodies(self, sentence: int) -> tuple[str, ...]:
        """The international bodies that a sentence names, in order."""
        bounds = self.text.sentences[sentence]
        found: dict[str, None] = {}
        for i in range(bounds.first, bounds.last):
            for actor in self.index.by_token.get(i, ()):
                if self.is_international(actor):
                    found[actor] = None
        return tuple(found)

    def anybody(self, others: tuple[str, ...] = ()) -> str | None:
        """Who stands for a state that is itself no actor of the document: a body of it, else an official.

        Args:
            others: the other side; nobody of their countries.
        """
        theirs = {self.by_id[o].country for o in others if self.by_id[o].country}
        for kinds in (("organization", "group"), ("person", "office")):
            fitting = (
                a
                for a in self.index.actors
                if a.kind in kinds and a.country not in theirs and a.name.lower() not in _MISSIONS
            )
            acting = [a for a in fitting if a.country or a.kind == "office" or a.offices]
            if acting:
                return max(acting, key=lambda a: (bool(a.country), len(a.mentions))).id
        return None

    def roles(self, clause: Clause, theme: int | None = None) -> dict[str, tuple[int, ...]]:
        """The roles of a clause, with those of its theme under “theme:…”."""
        roles: dict[str, tuple[int, ...]] = dict(clause.roles)
        if theme is not None:
            roles["theme:self"] = (theme,)
            for name, heads in self.clauses.nominal(theme).roles.items():
                roles["theme:possessor" if name == AGENT else f"theme:{name}"] = heads
        return roles

    def resolve(
        self,
        names: Iterable[str],
        roles: Mapping[str, tuple[int, ...]],
        theme: int | None = None,
        *,
        kind: str | None = None,
        states: bool = False,
    ) -> tuple[str, ...]:
        """The actors in the first of the named roles that has any.

        Args:
            names: role names in the order in which they are tried.
            roles: heads by role, as :meth:`roles` gives them.
            theme: the theme noun, for “theme:owner”.
            kind: only actors of this kind.
            states: officials and organs stand for their state.
        """
        for name in names:
            if name == "theme:owner" and theme is not None:
                found = self.owners(theme)
            elif name == "theme:of" and theme is not None:
                found = self.within(theme)
            elif name in ("theme:self", "theme:owner"):
                items = (i for head in roles.get(name, ()) for i in self._listed(head))
                found = tuple(dict.fromkeys(a for i in items for a in self.named(i)))
            elif name == "agent" or name.startswith("theme:"):
                found = self.of(roles.get(name, ()))
            else:
                found = tuple(dict.fromkeys(a for head in roles.get(name, ()) for a in self._meant(head)))
            if states:
                found = tuple(dict.fromkeys(self.state_of(a) for a in found))
            if kind is not None:
                found = tuple(a for a in found if self.kind(a) == kind)
            if found:
                return found
        return ()

    def _meant(self, head: int) -> tuple[str, ...]:
        return self._acting(head) or self.owners(head)

    def _by_mentions(self) -> tuple[str, ...]:
        if self._ranked is None:
            counted: Counter[str] = Counter()
            for actor in self.index.actors:
                state = self.state_of(actor.id)
                if state in self._states:
                    counted[state] += max(1, len(actor.mentions))
            self._ranked = tuple(a for a, _ in counted.most_common())
        return self._ranked
