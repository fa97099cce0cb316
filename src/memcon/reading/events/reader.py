"""Reads the clauses and nouns of a document in order and drafts its events."""

from __future__ import annotations

from memcon.language import Clause
from memcon.ontology.lexicon import ANYTHING, Lexicon
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.blame import JUDGING, BlameReader
from memcon.reading.events.clausal import ClauseReader
from memcon.reading.events.counterparts import Counterparts
from memcon.reading.events.dating import Calendar
from memcon.reading.events.drafts import Draft
from memcon.reading.events.ledger import Ledger
from memcon.reading.events.matching import Matcher
from memcon.reading.events.nominals import NounReader
from memcon.reading.events.parties import Parties

_DEEPEST = 12


class EventReader:
    """One document's reading; :meth:`drafts` gives the events in order of their predicates."""

    def __init__(self, context: Context, actors: ActorIndex, lexicon: Lexicon, calendar: Calendar) -> None:
        self.calendar = calendar
        self.clauses = context.clauses
        self.text = context.parsed
        self.actors = actors
        persons = {actor.id for actor in actors.actors if actor.kind in ("person", "office")}
        people = frozenset(
            i
            for i, meant in actors.by_token.items()
            if meant
            and (persons.issuperset(meant) or (self.text.tokens[i].lower == "they" and not persons.isdisjoint(meant)))
        )
        international = {a.id for a in actors.actors if a.kind == "organization" and (a.code or "").startswith("IGO")}
        bodies = frozenset(i for i, meant in actors.by_token.items() if meant and international.issuperset(meant))
        self.matcher = Matcher(context.clauses, lexicon, people, actors.places, bodies)
        self.parties = Parties(
            context.clauses, actors, frozenset(lexicon.nouns) | lexicon.classes.get("killers", ANYTHING).single
        )
        counterparts = Counterparts(context.clauses, actors, self.parties)
        self.ledger = Ledger(context.clauses)
        self._told = ClauseReader(self.matcher, self.parties, counterparts, self.ledger)
        self._blame = BlameReader(self.matcher, self.parties, counterparts, self.ledger)
        self._named = NounReader(self.matcher, self.parties, counterparts, self.ledger, calendar)

    def drafts(self) -> list[Draft]:
        """Every event of the document, in order."""
        found: list[Draft] = []
        depths: dict[int, int] = {}
        for clause in sorted(self.clauses.all, key=lambda clause: (self._depth(clause, depths), clause.index)):
            if clause.index in self.ledger.consumed:
                continue
            for draft in self._told.drafts(clause):
                found.append(draft)
                charge = self._blame.charge(draft)
                if charge is not None:
                    found.append(charge)
        for token in self.text.tokens:
            if token.lower in JUDGING and (judged := self._blame.judged(token.i)) is not None:
                found.append(judged)
            if (
                token.pos in ("NOUN", "PROPN")
                and token.entity != "DATE"  # March is no demonstration
                and token.i not in self.ledger.nouns
                and token.lemma in self.matcher.lexicon.nouns
            ):
                found.extend(self._named.drafts(token.i))
        return sorted(found, key=lambda draft: draft.head)

    def _depth(self, clause: Clause, known: dict[int, int]) -> int:
        """How many clauses stand above one; deeper than twelve is all the same."""
        depth, at = 0, clause
        while at.parent is not None and depth < _DEEPEST:
            at = self.clauses.all[at.parent]
            depth += 1
            if at.index in known:
                depth = min(_DEEPEST, depth + known[at.index])
                break
        known[clause.index] = depth
        return depth
