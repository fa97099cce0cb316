"""One clause: a predicate and the heads of the phrases in its roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AGENT = "agent"
PATIENT = "patient"
RECIPIENT = "recipient"


@dataclass(slots=True, eq=False)
class Clause:
    """One predicate with its roles.  Nobody changes a clause once :class:`Clauses` has made it.

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
    complements: tuple[int, ...] = ()

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
