"""When a fact held or fell: which of a sentence's date expressions belongs to which clause, and as what."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from memcon.language import Clause, Clauses, ParsedText, Token
from memcon.record import DateExpression, Span

# Prepositions that put a day before or after the act, not upon it.
_BOUNDS = frozenset({"after", "before", "following", "by", "prior", "since", "until", "till", "from", "through"})
_SINCE = frozenset({"since", "from", "starting", "beginning", "effective"})
_UNTIL = frozenset({"until", "till", "through", "to", "thru"})
_TERMS = frozenset({"term", "period", "tenure", "mandate"})
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "1": 1, "2": 2, "3": 3, "4": 4,
           "5": 5, "6": 6, "7": 7}  # fmt: skip
_RANGE = frozenset({"-", "–", "—", "to", "through", "until", "till"})
# “The declaration of March 2”, “a member since 1973”: what the noun is, not when the act fell.
_NAMING = frozenset({"of", "since", "until", "till", "after", "before"})
# A clause opened by one of these tells the time of the clause it hangs on.
_SAME_TIME = frozenset({"when", "as", "whereupon", "upon", "on", "by", "with", "while", "in", "until", "once"})
_REPORTING = frozenset(
    {"announce", "inform", "notify", "declare", "state", "say", "tell", "proclaim", "confirm", "agree"}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A date expression where it stands.

    Attributes:
        preposition: the word it stands under, lower case, or "".
        governor: the token that the expression, or its preposition, hangs on.
        clause: index of the innermost clause around it, or None.
        modifies: whether it only modifies a noun (“the 1967 war”, “the declaration of March 2”).
        range: whether it is two dates that make one interval (“2012–2013”, “May 1990 to June 1992”).
    """

    expression: DateExpression
    first: int
    head: int
    preposition: str
    governor: int
    clause: int | None
    modifies: bool
    range: bool = False


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

    def __init__(self, clauses: Clauses, dates: Iterable[DateExpression]) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.by_sentence: dict[int, list[Placed]] = {}
        for expression, is_range in _ranges(self.text.text, dates):
            placed = _place(self.text, clauses, expression, is_range)
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
        here = [p for p in self.by_sentence.get(clause.sentence, ()) if p.clause == clause.index]
        for placed in here:
            day = placed.expression
            if placed.modifies and placed.preposition not in _SINCE | _UNTIL:
                continue
            if placed.modifies and _is_bounded(self.text, self.text.tokens[placed.governor]):
                continue
            if placed.range and start is None and end is None:
                start, end, text = day.first, day.last, day.span
            elif placed.preposition in _SINCE:
                start, text = day.first, text or day.span
                _reduced(qualifiers, "since", day)
            elif placed.preposition in _UNTIL:
                end, text = day.last, text or day.span
                _reduced(qualifiers, "until", day)
            elif not placed.modifies and start is None and end is None:
                start, end, text = day.first, day.last, day.span
        return Times(start, end, text, qualifiers)

    def begun(self, clause: Clause, theme: int | None = None) -> Times:
        """The times of a state that an act began (“became a member on …”): only its first day is told."""
        act = self.act(clause, theme)
        if act.start is None:
            return act
        qualifiers = dict(act.qualifiers)
        if act.start != act.end:
            qualifiers["since"] = reduced(act.start, act.end or act.start)
        return Times(act.start, None, act.text, qualifiers)

    def term(self, clause: Clause) -> tuple[Times, Times]:
        """The term (“for 2012–2013”, “from … to …”) and the day of the election or appointment."""
        term = elected = NOTHING
        start: str | None = None
        for placed in self.by_sentence.get(clause.sentence, ()):
            day = placed.expression
            if placed.clause != clause.index:
                begun = self._begins_a_term(placed, clause)
                if begun is not None:
                    term = begun
                continue
            if self._of_a_term(placed):
                first, last = term.start or day.first, day.last
                term = Times(min(first or "", day.first or ""), max(term.end or "", last or ""), term.text or day.span)
            elif placed.range and term is NOTHING:
                term = _at(placed)
            elif placed.preposition in _SINCE:
                start = day.first
                term = Times(start, term.end, term.text or day.span)
            elif placed.preposition in _UNTIL and start:
                term = Times(start, day.last, term.text)
            elif elected is NOTHING and not placed.modifies and placed.preposition not in _BOUNDS:
                elected = _at(placed)
        if elected is NOTHING and term is NOTHING:
            inherited = self._inherited(clause, set())
            elected = _at(inherited) if inherited else NOTHING
        return term, elected

    def _begins_a_term(self, placed: Placed, clause: Clause) -> Times | None:
        """“for a two-year term beginning on January 1, 2024”."""
        inner = self.clauses.all[placed.clause] if placed.clause is not None else None
        if inner is None or inner.parent != clause.index or inner.antecedent is None or placed.expression.first is None:
            return None
        noun = self.text.tokens[inner.antecedent]
        if noun.lemma not in _TERMS or inner.lemma not in ("begin", "start", "commence", "run"):
            return None
        first = placed.expression.first
        words = [self.text.tokens[c] for c in noun.children if c < noun.i]
        counts = [self.text.tokens[c].lower for w in words if w.lemma == "year" for c in w.children]
        years = next((_COUNTS[c] for c in counts if c in _COUNTS), None)
        end = _years_later(first, years) if years and placed.expression.first == placed.expression.last else None
        return Times(first, end, placed.expression.span)

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
        return NOTHING

    def _own(self, clause: Clause, theme: int | None) -> Placed | None:
        """The best date among those of the clause itself."""
        best: Placed | None = None
        for placed in self.by_sentence.get(clause.sentence, ()):
            if placed.clause != clause.index or placed.preposition in _BOUNDS:
                if not (placed.preposition == "until" and clause.negated and placed.clause == clause.index):
                    continue
            if placed.modifies and placed.governor != theme:
                continue
            if best is None or _exactness(placed) > _exactness(best):
                best = placed
        return best

    def _finer(self, clause: Clause, own: Placed) -> Placed:
        """“in 1861, when it accepted his credentials on April 11, 1861”: the day within the year."""
        if _is_day(own):
            return own
        below = self._inherited(clause, set(), own.expression)
        return below or own

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
        coordinated = [c for c in related if c.relation == "conj"]
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
                if found is not None and _inside(found.expression, within):
                    return found
                continue
            if found is not None and clause.relation == "conj" and other in above:
                # “On 5 May A did this and B did that” is shared; “A did this on 5 May and B did that” is not.
                if found.first > other.verb:
                    continue
            if found is None and other not in coordinated:
                found = self._inherited(other, seen)
            if found is not None:
                return found
        return None

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
            if clause.first <= placed.head < clause.last and not placed.modifies and placed.preposition not in _BOUNDS:
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

    def _of_a_term(self, placed: Placed) -> bool:
        """“for the term of 2012–2013”, “for 2012–2013”, “for the 2012–2013 term”, “a two-year term starting in 2012”."""
        tokens = self.text.tokens
        at = placed.governor
        for _ in range(3):
            if tokens[at].lemma in _TERMS:
                return True
            at = tokens[at].head
        return placed.preposition == "for"


def _ranges(text: str, dates: Iterable[DateExpression]) -> Iterator[tuple[DateExpression, bool]]:
    """The expressions that can date a fact, two ends of one interval as one; whether each is such an interval."""
    held: DateExpression | None = None
    held_range = False
    for found in dates:
        if found.timex_type not in ("DATE", "TIME", "DURATION") or (found.timex_type == "DURATION" and not found.first):
            continue
        if held is not None:
            between = text[held.end : found.start]
            joined = between.strip(" ").lower() in _RANGE or (
                between.strip() == "and" and text[: held.start].rstrip().lower().endswith("between")
            )
            if joined and held.first and found.last and held.first <= found.last and len(between) < 10:
                words = text[held.start : found.end]
                held = DateExpression(held.start, found.end, words, "DATE", None, held.first, found.last)
                held_range = True
                continue
            yield held, held_range
        held, held_range = found, False
    if held is not None:
        yield held, held_range


def _place(text: ParsedText, clauses: Clauses, expression: DateExpression, is_range: bool) -> Placed | None:
    within = text.tokens_within(expression.start, expression.end)
    if not within:
        return None
    first, last = within[0], within[-1]
    head = next((i for i in within if not first <= text.tokens[i].head <= last), first)
    token = text.tokens[head]
    if token.dep == "ROOT" and token.head == head:
        return Placed(expression, first, head, "", head, None, False, is_range)
    governor = text.tokens[token.head]
    preposition = ""
    # “On or about May 1”, “as of May 1”, “until after May 1”: the first word of a chain tells.
    while governor.dep in ("prep", "pcomp", "conj", "mark", "advmod") and governor.pos in (
        "ADP",
        "SCONJ",
        "ADV",
        "CCONJ",
    ):
        preposition = governor.lower if governor.lower not in ("about", "around", "or") else preposition
        if governor.head == governor.i:
            break
        governor = text.tokens[governor.head]
    if not preposition and first > 0 and text.tokens[first - 1].pos in ("ADP", "SCONJ"):
        preposition = text.tokens[first - 1].lower
    if not preposition and first > 0 and text.tokens[first - 1].lower in ("from", "since", "between", "until"):
        preposition = text.tokens[first - 1].lower
    clause = clauses.around(head)
    if clause is not None and clause.lemma == "date" and clause.form == "participle" and clause.parent is not None:
        # “in an exchange of letters dated November 12”: the day of what the letters did.
        clause = clauses.all[clause.parent]
    nominal = governor.pos in ("NOUN", "PROPN") and clauses.of(governor.i) is None
    modifies = nominal and (
        (not preposition and token.dep in ("compound", "nmod", "amod", "nummod", "poss"))
        or preposition in _NAMING
        or _is_bounded(text, governor)
    )
    return Placed(
        expression, first, head, preposition, governor.i, clause.index if clause else None, modifies, is_range
    )


def _is_day(placed: Placed) -> bool:
    return _exactness(placed) == 2


def _exactness(placed: Placed) -> int:
    """0 where the text fixes no day, 1 an interval, 2 a day."""
    day = placed.expression
    return 0 if day.first is None else 1 + (day.first == day.last)


def _is_bounded(text: ParsedText, noun: Token) -> bool:
    """Whether a noun itself stands under “since”, “after” …, or beside another: its date is not that of the clause."""
    while noun.dep in ("pobj", "prep", "compound", "conj", "appos", "nmod"):
        above = text.tokens[noun.head]
        if noun.dep == "appos" or (noun.dep == "pobj" and above.lower in _BOUNDS - {"by", "from", "through"}):
            return True
        if above.i == noun.i or above.pos not in ("NOUN", "PROPN", "ADP"):
            return False
        noun = above
    return False


def _inside(day: DateExpression, whole: DateExpression) -> bool:
    return bool(
        day.first and day.last and whole.first and whole.last and whole.first <= day.first and day.last <= whole.last
    )


def _at(placed: Placed) -> Times:
    return Times(placed.expression.first, placed.expression.last, placed.expression.span)


def reduced(first: str, last: str) -> str:
    """A day, month or year in ISO's reduced form where the interval is just that, else ``first/last``."""
    if first == last:
        return first
    if first[:4] == last[:4]:
        if first[4:] == "-01-01" and last[4:] == "-12-31":
            return first[:4]
        if first[:7] == last[:7] and first[8:] == "01" and last[8:] == _last_day(first[:4], first[5:7]):
            return first[:7]
    return f"{first}/{last}"


def _years_later(first: str, years: int) -> str | None:
    """The last day of a term of so many years that begins on ``first``."""
    try:
        begin = date.fromisoformat(first)
        return (begin.replace(year=begin.year + years) - timedelta(days=1)).isoformat()
    except ValueError:
        return None


def _last_day(year: str, month: str) -> str:
    return str(monthrange(int(year), int(month))[1]) if year.isdigit() and year > "0000" and month.isdigit() else ""


def _reduced(qualifiers: dict[str, object], name: str, day: DateExpression) -> None:
    if day.first and day.last and day.first != day.last:
        qualifiers[name] = reduced(day.first, day.last)
