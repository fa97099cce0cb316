"""When a fact held or fell: which of a sentence's date expressions belongs to which clause, and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from memcon.language import Clause, Clauses, ParsedText
from memcon.reading.facts.placing import (
    BOUNDS,
    Placed,
    exactness,
    follows,
    is_bounded,
    is_day,
    is_inside,
    place,
    ranges,
    reduce_ends,
    reduce_into,
    reduced,
    takes_effect,
)
from memcon.reading.reckoning import years_back
from memcon.record import DateExpression, Span

SINCE = frozenset({"since", "from", "starting", "beginning", "effective"})
UNTIL = frozenset({"until", "till", "through", "to", "thru"})
# A clause opened by one of these tells the time of the clause it hangs on.
_SAME_TIME = frozenset({"when", "as", "whereupon", "upon", "on", "by", "with", "while", "in", "until", "once"})
# What may stand between two spells of one state of things.
_SPELL = re.compile(r"[\s,;]*(?:and\s+)?(?:(?:once\s+)?again\s+)?(?:later\s+)?(?:in|from|for|between|during)?\s*", re.I)
_REPORTING = frozenset(
    {"announce", "inform", "notify", "declare", "state", "say", "tell", "proclaim", "confirm", "agree"}
)


@dataclass(frozen=True, slots=True)
class Times:
    """First and last day, the words that say it, and what else the dates of the clause tell."""

    start: str | None = None
    end: str | None = None
    text: Span | None = None
    qualifiers: dict[str, object] = field(default_factory=dict)
    inherited: bool = False


NOTHING = Times()


class Calendar:
    """The date expressions of a text by the sentence and clause they stand in."""

    def __init__(
        self, clauses: Clauses, dates: Sequence[DateExpression], published: tuple[str, str] | None = None
    ) -> None:
        self.clauses = clauses
        self.published = published
        self.text = clauses.text
        self.by_sentence: dict[int, list[Placed]] = {}
        if not dates:
            return
        copular = frozenset(c.head for c in clauses.all if c.kind == "copula")
        for expression, ends in ranges(self.text.text, dates):
            if _as_another(self.text, expression):
                continue
            placed = place(self.text, clauses, expression, ends, copular)
            if placed is not None:
                self.by_sentence.setdefault(self.text.sentence_of(placed.first).index, []).append(placed)

    def act(self, clause: Clause, theme: int | None = None) -> Times:
        """The interval within which an act fell that ``clause`` tells."""
        own = self._own(clause, theme)
        if own is not None:
            return _at(self._finer(clause, own))
        bound = self._bounds(clause)
        inherited = self._inherited(clause, set())
        if inherited is not None:
            return replace(_at(inherited), qualifiers=dict(bound.qualifiers), inherited=True)
        return bound

    def state(self, clause: Clause) -> Times:
        """The days on which a state of things held: since, from … to, until, in."""
        start = end = None
        text: Span | None = None
        qualifiers: dict[str, object] = {}
        clauses = {clause.index, *(c.index for c in self.clauses.children(clause) if _serving(c))}
        here = [p for p in self.by_sentence.get(clause.sentence, ()) if p.clause in clauses]
        for placed in here:
            day = placed.expression
            if placed.modifies and placed.preposition not in SINCE | UNTIL:
                continue
            if placed.modifies and is_bounded(self.text, self.text.tokens[placed.governor]):
                continue
            if placed.range and start is None and end is None:
                start, end, text = day.first, day.last, day.span
                reduce_ends(qualifiers, placed)
            elif placed.preposition in SINCE and start is None:
                start, text = day.first, text or day.span
                reduce_into(qualifiers, "since", day)
            elif placed.preposition in UNTIL and end is None:
                end, text = day.last, text or day.span
                reduce_into(qualifiers, "until", day)
            elif not placed.modifies and start is None and end is None:
                start, end, text = day.first, day.last, day.span
            elif end and text and day.first and follows(self.text.text, text, end, day):
                # “in 2023 and 2024”
                end, text = day.last, Span.of(self.text.text, text.start, day.end)
        return Times(start, end, text, qualifiers)

    def spells(self, clause: Clause, first: Times) -> list[Times]:
        """The times of a state of things that held several times over: “in 1949–50, 1963–64 and 2001–02”, “from … to …
        and again from … to …”.
        """
        found = [first]
        if first.text is None or first.start is None or first.end is None:
            return found
        for placed in self.by_sentence.get(clause.sentence, ()):
            day = placed.expression
            long = placed.range or (day.first and day.last and day.first[:4] != day.last[:4])
            between = self.text.text[found[-1].text.end : day.start] if found[-1].text else ""
            if day.first is None or day.start < first.text.end or not _SPELL.fullmatch(between):
                continue
            if long:
                found.append(self.since(placed) if placed.range else _at(placed))
            elif between.rstrip().endswith(("from", "since")):
                found.append(self.since(placed))
        return found

    def at(self, placed: Placed) -> Times:
        """The interval of one expression, as the time of an act."""
        return _at(placed)

    def since(self, placed: Placed) -> Times:
        """The times of a state of things that one expression tells: since then, or from then to then."""
        day = placed.expression
        qualifiers: dict[str, object] = {}
        if placed.range:
            reduce_ends(qualifiers, placed)
            return replace(_at(placed), qualifiers=qualifiers)
        reduce_into(qualifiers, "since", day)
        return Times(day.first, None, day.span, qualifiers)

    def begun(self, clause: Clause, theme: int | None = None) -> Times:
        """The times of a state that an act began (“became a member on …”): only its first day is told."""
        act = self.act(clause, theme)
        if act.start is None:
            return act
        qualifiers = dict(act.qualifiers)
        if act.start != act.end:
            qualifiers["since"] = reduced(act.start, act.end or act.start)
        return Times(act.start, None, act.text, qualifiers)

    def inherited(self, clause: Clause) -> Times:
        """The time that a clause shares with another, or nothing."""
        found = self._inherited(clause, set())
        return _at(found) if found else NOTHING

    def day_of(self, clause: Clause) -> Times:
        """The day on which what ``clause`` tells took place; own dates only, or those it shares."""
        own = self._own(clause, None)
        if own is None:
            own = self._inherited(clause, set())
        return _at(own) if own else NOTHING

    def under(self, noun: int) -> Times:
        """The date that hangs on a noun itself (“the establishment of relations in 1992”)."""
        sentence = self.text.sentence_of(noun).index
        for placed in self.by_sentence.get(sentence, ()):
            at = placed.governor
            for _ in range(3):
                if at == noun:
                    return _at(placed)
                at = self.text.tokens[at].head
                if self.text.tokens[at].pos in ("VERB", "AUX"):
                    break
        governor = self.text.tokens[self.text.tokens[noun].head].lower
        if governor in ("since", "after", "following", "before", "until"):
            # “since independence from France in 1960”, whatever the parser hung the year on
            last = self.text.phrase(noun)[1]
            for placed in self.by_sentence.get(sentence, ()):
                if placed.first == last + 1 and placed.preposition in ("in", "on"):
                    return _at(placed)
        return self.reckoned(noun)

    def reckoned(self, noun: int) -> Times:
        """“the 30th anniversary of the founding”, “thirty years of partnership”: so many years before the report."""
        found = years_back(self.text, noun, self.published)
        if found is None:
            return NOTHING
        return Times(*found.days, self.text.span(found.first, found.last), {"reckoned": found.why})

    def _own(self, clause: Clause, theme: int | None) -> Placed | None:
        """The best date among those of the clause itself."""
        best: Placed | None = None
        for placed in self.by_sentence.get(clause.sentence, ()):
            not_until = placed.preposition == "until" and clause.negated
            effective = placed.preposition == "from" and takes_effect(self.text, placed)
            if placed.clause != clause.index or (placed.preposition in BOUNDS and not (not_until or effective)):
                continue
            until = clause.negated and clause.roles.get("until", (placed.first + 1,))[0] <= placed.first
            if placed.modifies and placed.governor != theme and not until:
                continue
            if best is None or exactness(placed) > exactness(best):
                best = placed
        return best or self._next(clause)

    def _next(self, clause: Clause) -> Placed | None:
        """The date that follows the verb before any other does, whatever the parser hung it on."""
        for placed in self.by_sentence.get(clause.sentence, ()):
            if placed.first <= clause.verb or placed.clause == clause.index or self._parted(clause.verb, placed.first):
                continue
            if clause.negated and clause.roles.get("until", (placed.first + 1,))[0] <= placed.first:
                return placed
            if placed.modifies or placed.preposition in BOUNDS:
                return None
            between = self.clauses.all[clause.index + 1 : clause.index + 2]
            if between and between[0].verb < placed.first:
                return None
            return placed
        return None

    def _finer(self, clause: Clause, own: Placed) -> Placed:
        """“in 1861, when he was received on April 11, 1861”: the day within the year, or of “the same day”."""
        return own if is_day(own) else self._inherited(clause, set(), own.expression) or own

    def _bounds(self, clause: Clause) -> Times:
        """What is told only by limits: “by 1990”, “soon after gaining independence”."""
        qualifiers: dict[str, object] = {}
        for placed in self.by_sentence.get(clause.sentence, ()):
            day = placed.expression
            if placed.clause == clause.index and placed.preposition in ("by", "before") and not placed.modifies:
                qualifiers["before"] = day.last
            elif placed.clause == clause.index and placed.preposition in ("after", "since") and not placed.modifies:
                qualifiers["after"] = day.first
        if not qualifiers and clause.parent is not None and clause.mark in ("after", "since", "following", "before"):
            parent = self.clauses.all[clause.parent]
            own = self._own(parent, None)
            if own is not None:
                side = "after" if clause.mark == "before" else "before"
                qualifiers[side] = own.expression.first if side == "after" else own.expression.last
        return Times(qualifiers=qualifiers)

    def _inherited(self, clause: Clause, seen: set[int], within: DateExpression | None = None) -> Placed | None:
        """The date of another clause that tells the same time; where ``within`` is given, a day inside it."""
        if clause.sentence not in self.by_sentence:
            return None
        seen.add(clause.index)
        everything = self.clauses.all
        related = [everything[i] for i in clause.complements if everything[i].sentence == clause.sentence]
        below = [
            c
            for c in related
            if (c.mark in _SAME_TIME and (c.mark != "until" or clause.negated)) or (c.form == "gerund" and c.mark == "")
        ]
        below += [c for c in related if c.relation == "relcl" and self._same_day(c) and c not in below]
        below += [c for c in related if c.relation == "xcomp" and c.form == "infinitive" and c not in below]
        # A parser takes the second of two clauses for the object of the first now and then.
        told = clause.lemma in _REPORTING
        coordinated = [
            c
            for c in related
            if (c.relation == "conj" or (c.relation == "ccomp" and not c.mark and not told))
            and c.tense == clause.tense
            and not self._parted(clause.verb, c.verb)
            and not self._of_its_own(c, clause)
        ]
        above = []
        if clause.parent is not None:
            parent = everything[clause.parent]
            if clause.relation == "conj" or self._tells_the_time_of(clause, parent):
                above.append(parent)
        for other in below if within else (*below, *above, *coordinated):
            if other.index in seen or other.sentence != clause.sentence:
                continue
            found = self._own(other, None)
            if found is None and other in below:
                found = self._deep(other)
            if within is not None:
                if found is not None and is_inside(found.expression, within):
                    return found
                continue
            if found is not None and clause.relation == "conj" and other in above and found.first > other.verb:
                # “On 5 May A did this and B did that” is shared; “A did this on 5 May and B did that” is not.
                continue
            if found is None and other not in coordinated:
                found = self._inherited(other, seen)
            if found is not None:
                return found
        return None

    def _of_its_own(self, later: Clause, clause: Clause) -> bool:
        """“Chad signed it and Niger withdrew in 2011”: another's act, with a day behind it."""
        own = self.text.child(later.verb, "nsubj", "nsubjpass")
        if own is None or later.verb < clause.verb or self.text.tokens[own].entity != "GPE":
            return False
        found = self._own(later, None)
        return found is not None and found.first > later.verb

    def _parted(self, one: int, other: int) -> bool:
        """Whether a semicolon stands between two tokens: what is beyond it is told for itself."""
        first, last = sorted((one, other))
        return any(self.text.tokens[i].text == ";" for i in range(first, last))

    def _same_day(self, clause: Clause) -> bool:
        """“…, when he presented his credentials”; “the same day that it recognized …”."""
        if clause.mark == "when":
            return True
        return clause.antecedent is not None and self.text.tokens[clause.antecedent].lemma in (
            "day",
            "date",
            "time",
            "year",
        )

    def _deep(self, clause: Clause) -> Placed | None:
        """The first date anywhere in the words of a clause."""
        for placed in self.by_sentence.get(clause.sentence, ()):
            if clause.first <= placed.head < clause.last and not placed.modifies and placed.preposition not in BOUNDS:
                return placed
        return None

    def _tells_the_time_of(self, clause: Clause, parent: Clause) -> bool:
        if clause.mark in _SAME_TIME and clause.relation in ("advcl", "relcl", "pcomp"):
            return True
        if clause.relation == "advcl" and clause.form in ("gerund", "participle") and clause.mark == "":
            return True
        if clause.relation in ("ccomp", "xcomp") and (parent.lemma in _REPORTING or clause.form == "infinitive"):
            return True
        return clause.relation in ("relcl", "acl") and parent.kind == "copula" and clause.form == "infinitive"


def _serving(clause: Clause) -> bool:
    """“was Secretary-General, serving two terms from … to …”."""
    return clause.relation == "advcl" and clause.form in ("participle", "gerund") and clause.lemma in ("serve", "rule")


def _as_another(text: ParsedText, expression: DateExpression) -> bool:
    """“on the same day as Poland”: whichever that was."""
    after = text.text[expression.end : expression.end + 4]
    return "same" in expression.text.lower() and after == " as "


def _at(placed: Placed) -> Times:
    return Times(placed.expression.first, placed.expression.last, placed.expression.span)
