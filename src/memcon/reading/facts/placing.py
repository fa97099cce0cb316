"""Date expressions where they stand: under which preposition, on which word, in which clause."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.language import Clauses, ParsedText, Token
from memcon.record import DateExpression, Span

# Prepositions that put a day before or after the act, not upon it.
BOUNDS = frozenset({"after", "before", "following", "by", "prior", "since", "until", "till", "from", "through"})
_RANGE = frozenset({"-", "–", "—", "to", "through", "until", "till"})
# “The declaration of March 2”, “a member since 1973”: what the noun is, not when the act fell.
_NAMING = frozenset({"of", "since", "until", "till", "after", "before"})


Ends = tuple[DateExpression, DateExpression] | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A date expression where it stands.

    Attributes:
        preposition: the word it stands under, lower case, or "".
        governor: the token that the expression, or its preposition, hangs on.
        clause: index of the innermost clause around it, or None.
        modifies: whether it only modifies a noun (“the 1967 war”, “the declaration of March 2”).
        ends: the two dates of which it is made (“May 1990 to June 1992”), or None.
    """

    expression: DateExpression
    first: int
    head: int
    preposition: str
    governor: int
    clause: int | None
    modifies: bool
    ends: tuple[DateExpression, DateExpression] | None = None

    @property
    def range(self) -> bool:
        """Whether it is two dates that make one interval."""
        return self.ends is not None


def ranges(text: str, dates: Iterable[DateExpression]) -> Iterator[tuple[DateExpression, Ends]]:
    """The expressions that can date a fact, two ends of one interval as one, with those ends."""
    held: DateExpression | None = None
    ends: Ends = None
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
                ends = (held, found)
                held = DateExpression(held.start, found.end, words, "DATE", None, held.first, found.last)
                continue
            yield held, ends
        held, ends = found, None
    if held is not None:
        yield held, ends


def place(
    text: ParsedText, clauses: Clauses, expression: DateExpression, ends: Ends, copular: frozenset[int]
) -> Placed | None:
    """The expression with its place in the parse; None where no token holds it."""
    within = text.tokens_within(expression.start, expression.end)
    if not within:
        return None
    first, last = within[0], within[-1]
    head = next((i for i in within if not first <= text.tokens[i].head <= last), first)
    token = text.tokens[head]
    if token.dep == "ROOT" and token.head == head:
        return Placed(expression, first, head, "", head, None, False, ends)
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
    nominal = governor.pos in ("NOUN", "PROPN") and governor.i not in copular
    modifies = nominal and (
        (not preposition and token.dep in ("compound", "nmod", "amod", "nummod", "poss"))
        or preposition in _NAMING
        or is_bounded(text, governor)
    )
    return Placed(expression, first, head, preposition, governor.i, clause.index if clause else None, modifies, ends)


def is_day(placed: Placed) -> bool:
    """Whether the text fixes a single day."""
    return exactness(placed) == 2


def exactness(placed: Placed) -> int:
    """0 where the text fixes no day, 1 an interval, 2 a day."""
    day = placed.expression
    return 0 if day.first is None else 1 + (day.first == day.last)


def is_bounded(text: ParsedText, noun: Token) -> bool:
    """Whether a noun itself stands under “since”, “after” …, or beside another: its date is not that of the clause."""
    while noun.dep in ("pobj", "prep", "compound", "conj", "appos", "nmod"):
        above = text.tokens[noun.head]
        if noun.dep == "appos" or (noun.dep == "pobj" and above.lower in BOUNDS - {"by", "from", "through"}):
            return True
        if above.i == noun.i or above.pos not in ("NOUN", "PROPN", "ADP"):
            return False
        noun = above
    return False


def is_inside(day: DateExpression, whole: DateExpression) -> bool:
    """Whether a day lies in the interval of ``whole``, or tells what “the same day” is."""
    return bool(day.first and whole.first is None and "same" in whole.text.lower()) or bool(
        day.first and day.last and whole.first and whole.last and whole.first <= day.first and day.last <= whole.last
    )


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


def years_later(first: str, years: int) -> str | None:
    """The last day of a term of so many years that begins on ``first``."""
    try:
        begin = date.fromisoformat(first)
        return (begin.replace(year=begin.year + years) - timedelta(days=1)).isoformat()
    except ValueError:
        return None


def _last_day(year: str, month: str) -> str:
    return str(monthrange(int(year), int(month))[1]) if year.isdigit() and year > "0000" and month.isdigit() else ""


def reduce_into(qualifiers: dict[str, object], name: str, day: DateExpression) -> None:
    """Keeps how exactly an end of an interval was told, where it was not to the day."""
    if day.first and day.last and day.first != day.last:
        qualifiers[name] = reduced(day.first, day.last)


def reduce_ends(qualifiers: dict[str, object], placed: Placed) -> None:
    """Keeps how exactly the ends of an interval were told: “from 1994 to 2000”, “May 1990 to June 1992”."""
    if placed.ends is not None:
        reduce_into(qualifiers, "since", placed.ends[0])
        reduce_into(qualifiers, "until", placed.ends[1])


def follows(text: str, before: Span, last: str, day: DateExpression) -> bool:
    """Whether a date is the year after another and joined to it by “and”."""
    joined = text[before.end : day.start].strip() == "and"
    return joined and bool(day.first) and day.first == f"{int(last[:4]) + 1}-01-01" and last.endswith("-12-31")


def takes_effect(text: ParsedText, placed: Placed) -> bool:
    """“left with effect from January 1”: on that day."""
    before = text.text[max(0, placed.expression.start - 30) : placed.expression.start].lower()
    return before.rstrip().endswith(("effect from", "effective from"))
