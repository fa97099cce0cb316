"""Whether a drafted event is a public affair: a party from public life, and no game that only speaks like one."""

from __future__ import annotations

from memcon.ontology.lexicon import Lexicon
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.drafts import Draft
from memcon.record import Actor

# Sectors that are public life even where no country is known, and those that are not even where one is.
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "IGO", "SPY", "REB", "PTY", "OPP", "ELI", "PRM", "PRE", "REF", "NGO", "INT"})
_PRIVATE = frozenset({"BUS", "MNC", "AGR"})
# What teams do to each other in the words of states: a sanction, a boycott or a protest over a game is none of it.
_PLAYED = frozenset({"ASSAULT", "CONSULT", "AGREE", "COERCE", "RETREAT", "THREATEN", "SUPPORT", "REJECT", "MOBILIZE"})


class PublicLife:
    """Judges the events of one document."""

    def __init__(self, context: Context, actors: ActorIndex, lexicon: Lexicon) -> None:
        self._text = context.parsed
        self._actors = actors
        self._sport = lexicon.classes.get("sport")

    def holds(self, draft: Draft) -> bool:
        """Whether the event belongs in the record."""
        parties = [self._actors.actor(a) for a in (*draft.source, *draft.target)]
        if draft.occasion and not parties:
            return True
        if not any(map(_public, parties)):
            return False
        return not (draft.type in _PLAYED and not any(map(_official, parties)) and self._played(draft))

    def _played(self, draft: Draft) -> bool:
        """Whether the sentence is about a game."""
        if self._sport is None:
            return False
        sentence = self._text.sentence_of(draft.head)
        tokens = self._text.tokens[sentence.first : sentence.last]
        lemmas = {token.lemma for token in tokens} | {token.lower for token in tokens}
        return any(self._sport.passes(lemma, lemmas) for lemma in lemmas)


def _public(actor: Actor) -> bool:
    sectors = set(actor.sectors)
    if actor.kind == "person" and not actor.name[:1].isupper():
        return bool(actor.code or actor.country) and not sectors <= _PRIVATE  # “the striker”, “a surgeon”
    if actor.kind in ("state", "office") or sectors & _PUBLIC:
        return True
    if actor.code or actor.country:
        return not sectors or not sectors <= _PRIVATE
    return actor.kind == "person" and actor.name[:1].isupper()


def _official(actor: Actor) -> bool:
    return bool(actor.offices) or (actor.kind == "organization" and bool(set(actor.sectors) & _PUBLIC))
