"""Whose fact it is: from the heads in a clause's roles to actor ids, and who is meant where nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from memcon.language import AGENT, Clause, Clauses, ParsedText
from memcon.reading.context import ActorIndex
from memcon.record import Actor

_MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod")


class Parties:
    """The actors of a document as parties to its facts."""

    def __init__(self, text: ParsedText, clauses: Clauses, actors: ActorIndex) -> None:
        self.text = text
        self.clauses = clauses
        self.index = actors
        self.by_id: dict[str, Actor] = {a.id: a for a in actors.actors}
        self.states: dict[str, str] = {}
        self.by_name: dict[str, str] = {}
        for actor in actors.actors:
            self.by_name.setdefault(actor.name, actor.id)
            if actor.kind == "state" and actor.country:
                self.states.setdefault(actor.country, actor.id)
        self._ranked: tuple[str, ...] | None = None

    def kind(self, actor: str) -> str:
        """The kind of an actor: person, state, organization …"""
        return self.by_id[actor].kind

    def named(self, head: int) -> tuple[str, ...]:
        """The actors that the phrase with this head names, a mere place included."""
        return self.index.at(head)

    def of(self, heads: Iterable[int]) -> tuple[str, ...]:
        """The actors that act behind these heads, each once."""
        found: dict[str, None] = {}
        for head in heads:
            for actor in self._acting(head):
                found[actor] = None
        return tuple(found)

    def _acting(self, head: int) -> tuple[str, ...]:
        return self.index.by_token.get(head) or self.index.parties.get(head) or self._same_as(head)

    def _same_as(self, head: int) -> tuple[str, ...]:
        """Who is meant by “the only state”, “one of the first countries”: the one it is said of, or stands beside."""
        tokens = self.text.tokens
        token = tokens[head]
        if token.pos not in ("NOUN", "NUM"):
            return ()
        if token.dep == "pobj" and tokens[token.head].lower == "of":
            above = tokens[token.head].head
            return self._same_as(above) if tokens[above].pos == "NUM" or tokens[above].lower == "one" else ()
        clause = self.clauses.of(head)
        if clause is not None and clause.kind == "copula":
            return tuple(a for h in clause.agent for a in self.index.at(h))
        if token.dep == "appos":
            return self.index.at(token.head)
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
                    for actor in self.index.at(child):
                        found[actor] = None
                    stack.append(child)
        return tuple(found)

    def under(self, noun: int, *prepositions: str) -> tuple[int, ...]:
        """Heads of the phrases that hang on ``noun`` under these prepositions."""
        found: list[int] = []
        for child in self.text.tokens[noun].children:
            token = self.text.tokens[child]
            if token.dep in ("prep", "agent") and token.lower in prepositions:
                for obj in self.text.children(child, "pobj"):
                    found.extend(self.text.conjuncts(obj))
        return tuple(found)

    def state_of(self, actor: str) -> str:
        """The state an official or an organ acts for, where it is an actor itself; else the actor."""
        found = self.by_id.get(actor)
        if found is None or found.kind == "state" or not found.country:
            return actor
        return self.states.get(found.country, actor)

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
        bounds = self.text.sentences[sentence]
        found: dict[str, None] = {}
        for i in range(bounds.first, bounds.last):
            for actor in self.index.by_token.get(i, ()):
                state = self.state_of(actor)
                if self.kind(state) == "state":
                    found[state] = None
        for actor in self._by_mentions():
            found.setdefault(actor)
        return tuple(found)

    def organizations(self, sentence: int) -> tuple[str, ...]:
        """The organisations of a sentence, then the one of the document that is most mentioned."""
        bounds = self.text.sentences[sentence]
        found: dict[str, None] = {}
        for i in range(bounds.first, bounds.last):
            for actor in self.index.by_token.get(i, ()):
                if self.kind(actor) == "organization":
                    found[actor] = None
        for other in sorted(self.by_id.values(), key=lambda a: -len(a.mentions)):
            if other.kind == "organization":
                found.setdefault(other.id)
        return tuple(found)

    def anybody(self) -> str | None:
        """The actor most mentioned, where no state is."""
        best = max(self.index.actors, key=lambda a: len(a.mentions), default=None)
        return best.id if best else None

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
            elif name in ("theme:self", "theme:owner"):
                found = tuple(a for head in roles.get(name, ()) for a in self.named(head))
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
                if self.kind(state) == "state":
                    counted[state] += max(1, len(actor.mentions))
            self._ranked = tuple(a for a, _ in counted.most_common())
        return self._ranked
