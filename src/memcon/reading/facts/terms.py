"""The term somebody was elected for, and the day of the election: “elected on June 6 for 2025–2026”."""

from __future__ import annotations

from memcon.language import Clause, ParsedText
from memcon.reading.facts.placing import BOUNDS, Placed, is_day, years_later
from memcon.reading.facts.times import NOTHING, SINCE, UNTIL, Calendar, Times
from memcon.reading.numbers import number

_TERMS = frozenset({"term", "period", "tenure", "mandate"})


def term_and_day(calendar: Calendar, clause: Clause) -> tuple[Times, Times]:
    """The term that a clause tells (“for 2012–2013”, “from … to …”) and the day of the election or appointment."""
    term = elected = NOTHING
    start: str | None = None
    for placed in calendar.by_sentence.get(clause.sentence, ()):
        day = placed.expression
        if placed.clause != clause.index:
            begun = _begins_a_term(calendar, placed, clause)
            if begun is not None:
                term = begun
            continue
        if _of_a_term(calendar.text, placed):
            first, last = term.start or day.first, day.last
            term = Times(min(first or "", day.first or ""), max(term.end or "", last or ""), term.text or day.span)
        elif placed.range and term is NOTHING:
            term = calendar.at(placed)
        elif placed.preposition in SINCE:
            start = day.first
            term = Times(start, term.end, term.text or day.span)
        elif placed.preposition in UNTIL and start:
            term = Times(start, day.last, term.text)
        elif elected is NOTHING and not placed.modifies and placed.preposition not in BOUNDS:
            elected = calendar.at(placed)
    if elected is NOTHING and term is NOTHING:
        elected = calendar.inherited(clause)
    return term, elected


def term_and_day_near(calendar: Calendar, noun: int) -> tuple[Times, Times]:
    """The term and the day of an election told by a noun: “his election today … for the 2023–2026 term”."""
    term = elected = NOTHING
    for placed in calendar.by_sentence.get(calendar.text.sentence_of(noun).index, ()):
        if placed.first < noun:
            continue
        if placed.range or (_of_a_term(calendar.text, placed) and not is_day(placed)):
            term = calendar.at(placed)
        elif elected is NOTHING and placed.first - noun < 6 and placed.preposition not in BOUNDS:
            elected = calendar.at(placed)
    return term, elected


def _begins_a_term(calendar: Calendar, placed: Placed, clause: Clause) -> Times | None:
    """“for a two-year term beginning on January 1, 2024”."""
    inner = calendar.clauses.all[placed.clause] if placed.clause is not None else None
    if inner is None or inner.parent != clause.index or inner.antecedent is None or placed.expression.first is None:
        return None
    tokens = calendar.text.tokens
    noun = tokens[inner.antecedent]
    if noun.lemma not in _TERMS or inner.lemma not in ("begin", "start", "commence", "run"):
        return None
    first = placed.expression.first
    words = [tokens[c] for c in noun.children if c < noun.i]
    counts = (number(tokens[c].lower) for w in words if w.lemma == "year" for c in w.children)
    years = next((c for c in counts if c), None)
    end = years_later(first, years) if years and placed.expression.first == placed.expression.last else None
    return Times(first, end, placed.expression.span)


def _of_a_term(text: ParsedText, placed: Placed) -> bool:
    """“for the term of 2012–2013”, “for 2012–2013”, “for the 2012–2013 term”."""
    at = placed.governor
    for _ in range(3):
        if text.tokens[at].lemma in _TERMS:
            return True
        at = text.tokens[at].head
    return placed.preposition == "for"
