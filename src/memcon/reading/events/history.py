"""What carries no day of its own but is told among, or under, what lies well before the report."""

from __future__ import annotations

from memcon.language import Clause
from memcon.reading.context import Context
from memcon.reading.events.dating import Calendar, Placed
from memcon.reading.events.drafts import Draft
from memcon.reading.events.status import HAPPENED

_UNDER = frozenset({"advcl", "relcl", "acl", "pcomp", "conj"})


class History:
    """Asks of one document's undated events whether they belong to what is long past."""

    def __init__(self, calendar: Calendar, context: Context) -> None:
        self.calendar = calendar
        self.context = context
        self._sentences: dict[int, bool] = {}

    def holds(self, draft: Draft, day: str) -> bool:
        """Whether an undated event is told of a time before ``day`` (ISO)."""
        clause = draft.clause
        if clause is None or draft.status != HAPPENED or draft.noun:
            return False
        since = self.since(draft)
        if since is not None and (since.expression.last or day) < day and clause.tense != "future":
            return True  # “has trained troops since 2015”
        if self._has(clause) and clause.oblique("since"):
            return True  # “has killed thousands since the coup”
        return self._under(clause, day) or (
            clause.tense == "past" and not self._has(clause) and self._among(clause.sentence, day)
        )

    def since(self, draft: Draft) -> Placed | None:
        """The date since which an event has gone on (“has trained troops since 2015”), None where none is told."""
        clause = draft.clause
        return self.calendar.since(clause) if clause is not None and self._has(clause) else None

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

    def _among(self, sentence: int, day: str) -> bool:
        """Whether a sentence without a date follows, in its paragraph, one whose dates all lie before ``day``."""
        if self.calendar.all_before(sentence, day) is not None or sentence == 0:
            return False
        known = self._sentences.get(sentence)
        if known is None:
            sentences = self.context.parsed.sentences
            between = self.context.parsed.text[sentences[sentence - 1].end : sentences[sentence].start]
            before = self.calendar.all_before(sentence - 1, day)
            known = "\n" not in between and (before if before is not None else self._among(sentence - 1, day))
            self._sentences[sentence] = known
        return known
