"""What the stages of reading hand to each other: the parsed document and the index of its actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memcon.language import Clauses, ParsedText
from memcon.record import Actor, Document
from memcon.reference.own_names import Names


@dataclass(frozen=True, slots=True)
class Context:
    """A document with its parse and its clauses; ``names`` are the user's own."""

    document: Document
    parsed: ParsedText
    clauses: Clauses
    names: Names | None = None

    @property
    def published(self) -> tuple[str, str] | None:
        """First and last day on which the report can have been published (ISO); None where unknown."""
        when = self.document.published
        return (when.start, when.end) if when and when.start and when.end else None


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The actors of a document, found by token.

    Attributes:
        actors: every actor, in order of first mention.
        by_token: head token of a mention (and every other token of it) → ids of the actors meant there; a plural
            pronoun, “both sides” or “the two leaders” means several.
        parties: head token of a noun phrase that is no actor itself → ids of those it speaks for: “Iran’s nuclear
            programme”, “the American decision”, “the killing of Syrian soldiers”.
        places: tokens of names that are only where something is (“in Geneva”, “from Moscow”): never a party.
        issuer: ids of those in whose name the document goes out, where it says “we” or “I”.
    """

    actors: tuple[Actor, ...] = ()
    by_token: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    parties: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    places: frozenset[int] = frozenset()
    issuer: tuple[str, ...] = ()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update((actor.id, actor) for actor in self.actors)

    def at(self, token: int) -> tuple[str, ...]:
        """Ids of the actors that a mention over ``token`` means; empty where none is meant."""
        return self.by_token.get(token, ())

    def party(self, head: int) -> tuple[str, ...]:
        """Ids of the actors that the phrase with this head stands for as a party; a mere place gives none."""
        if head in self.places:
            return ()
        return self.by_token.get(head) or self.parties.get(head, ())

    def all_parties(self, heads: Iterable[int]) -> tuple[str, ...]:
        """The parties behind several phrase heads, each id once, in order."""
        return tuple(dict.fromkeys(actor for head in heads for actor in self.party(head)))

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; raises KeyError where there is none."""
        return self._by_id[actor_id]
