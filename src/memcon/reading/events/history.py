"""What carries no day of its own but is told among, or under, what lies well before the report."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.language import Clause
from memcon.reading.context import Context
from memcon.reading.events.dating import Calendar, Placed
from memcon.reading.events.drafts import Draft
from memcon.reading.events.status import HAPPENED

_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_BESIDE = frozenset({"root", "conj", "ccomp", "parataxis"})
_UNDER = frozenset({"advcl", "relcl", "acl", "pcomp", "conj"})


class History:
    """Asks of one document's undated events whether they belong to what is long past."""

    def __init__(self, calendar: Calendar, context: Context, reference: date | None) -> None:
        self.calendar = calendar
        self.context = context
        self.reference = reference
        self._sentences: dict[int, bool] = {}

    def holds(self, draft: Draft) -> bool:
        """Whether an undated event is told of a time well before the report."""
        clause = draft.clause
        if clause is None or draft.status != HAPPENED or draft.noun or self.reference is None:
            return False
        day, lately = ((self.reference - ago).isoformat() for ago in (_MONTH, _WEEK))
        since = self.since(draft)
        if since is not None and (since.expression.last or day) < day:
            return True
        if self._has(clause):
            # “has killed thousands since the coup”
            return bool(clause.oblique("since")) or self._under(clause, lately)
        return self._under(clause, lately) or (clause.tense == "past" and self._among(clause, day))

    def since(self, draft: Draft) -> Placed | None:
        """The date since which an event has gone on (“has trained troops since 2015”), None where none is told."""
        clause = draft.clause
        if clause is None or not self._has(clause):
            return None
        begun = (c for c in self.context.clauses.children(clause) if c.mark == "since")
        return self.calendar.since(clause) or next((p for c in begun if (p := self.calendar.of_clause(c))), None)

    def _under(self, clause: Clause, day: str) -> bool:
        """“severed ties in 2016 after protesters stormed its embassy”: the clause above is dated."""
        at = clause
        for _ in range(4):
            if at.parent is None or at.relation not in _UNDER or at.tense == "future":
                return False
            at = self.context.clauses.all[at.parent]
            placed = self.calendar.of_clause(at)
            if placed is not None:
                return bool(placed.expression.last) and (placed.expression.last or "") < day
        return False

    def _has(self, clause: Clause) -> bool:
        """“has condemned”: news whenever it was."""
        tokens = self.context.parsed.tokens
        return clause.perfect and any(
            tokens[c].lower in ("has", "have") for c in tokens[clause.verb].children if tokens[c].dep == "aux"
        )

    def _among(self, clause: Clause, day: str) -> bool:
        """Whether a clause without a date goes on with what its sentence, or the one before it in the paragraph, tells
        of a time before ``day``.
        """
        sentence = clause.sentence
        told = self.calendar.all_before(sentence, day)
        if told is None:
            return self._goes_on(sentence, day)
        if not told or clause.relation not in _BESIDE:
            return False
        # “executed the cleric in January 2016; demonstrators then attacked its embassy”
        return any(
            other.verb < clause.verb and other.relation in _BESIDE and self.calendar.of_clause(other) is not None
            for other in self.context.clauses.by_sentence.get(sentence, ())
        )

    def _goes_on(self, sentence: int, day: str) -> bool:
        """Whether a sentence without a date follows, in its paragraph, one whose dates all lie before ``day``."""
        if sentence == 0:
            return False
        known = self._sentences.get(sentence)
        if known is None:
            sentences = self.context.parsed.sentences
            between = self.context.parsed.text[sentences[sentence - 1].end : sentences[sentence].start]
            before = self.calendar.all_before(sentence - 1, day)
            known = "\n" not in between and (before if before is not None else self._goes_on(sentence - 1, day))
            self._sentences[sentence] = known
        return known
