"""What has been told already, so that nothing is told twice: clauses, nouns, and the type told by each clause."""

from __future__ import annotations

from memcon.language import Clause, Clauses

_TIMES = frozenset({"after", "following", "during"})


# “rejected the claim that it had bombed villages, calling it baseless”: said of the claim.
_CALLING = frozenset({"call", "describe", "brand", "dismiss", "label", "deem", "term", "denounce"})


class Ledger:
    """Filled while the clauses of a document are read in order."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.consumed: set[int] = set()
        self.nouns: set[int] = set()
        self.telling: dict[int, str] = {}

    def consume(self, clause: Clause) -> None:
        """The clause is told with the one above it, and so are its own complements."""
        if clause.index in self.consumed:
            return
        self.consumed.add(clause.index)
        self.nouns.update(i for i in range(clause.first, clause.last) if not self._beside(i, clause))
        for kid in self.clauses.children(clause):
            if (
                kid.relation in ("xcomp", "ccomp", "pcomp")
                or (kid.relation == "conj" and kid.form in ("infinitive", "gerund"))
                or (kid.relation == "advcl" and kid.form == "infinitive")
                or (kid.relation == "advcl" and kid.form == "gerund" and kid.lemma in _CALLING)
            ):
                self.consume(kid)

    def _beside(self, i: int, clause: Clause) -> bool:
        """“agreed to reopen consulates, following a meeting”: the meeting is an event of its own."""
        text = self.clauses.text
        for above in text.ancestors(i):
            if above == clause.verb:
                return False
            if text.tokens[above].dep == "prep" and text.tokens[above].lower in _TIMES:
                return True
        return False
