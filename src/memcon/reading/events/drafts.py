"""An event while it is being read: mutable, with the clause or noun that tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.language import Clause
from memcon.ontology.lexicon import Entry
from memcon.record import Dated


@dataclass(slots=True)
class Draft:
    """What is known so far of one event."""

    type: str
    cameo: str
    entry: Entry | None
    head: int
    clause: Clause | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    act: str | None = None
    noun: bool = False
    objects: tuple[int, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    act_clause: Clause | None = None
    act_noun: int | None = None
    background: bool = False
    hint: bool = False
    date: Dated | None = None
    part_of: Draft | None = None
    confidence: float = 0.5
    pending: bool = False
    occasion: bool = False
    passing: bool = False
    recalls: int | None = None
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    under: str | None = None
    #: The place among several, each an occasion of its own (“met in Oslo in May and in Rome in June”).
    place: int | None = None
