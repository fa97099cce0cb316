"""Years counted back from the report: “the 30th anniversary of the founding”, “thirty years of partnership”."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.language import ParsedText
from memcon.reading.numbers import number


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The year that a noun's act falls in, how it was worked out, and the tokens that tell it (end exclusive)."""

    year: int
    why: str
    first: int
    last: int

    @property
    def days(self) -> tuple[str, str]:
        """First and last day of the year (ISO)."""
        return f"{self.year:04d}-01-01", f"{self.year:04d}-12-31"


def years_back(
    text: ParsedText, noun: int, published: tuple[str, str] | None, *, only_anniversaries: bool = False
) -> Reckoned | None:
    """The year that “the 50th anniversary of” or “thirty years of” before a noun gives; None where nothing does.

    Args:
        text: the parsed text.
        noun: the noun under “of” (or “since”).
        published: first and last day on which the report can have come out.
        only_anniversaries: whether “two years of” is not enough.
    """
    tokens = text.tokens
    of = tokens[tokens[noun].head]
    if of.lower not in ("of", "since") or published is None:
        return None
    above = tokens[of.head]
    if above.lemma not in (("anniversary",) if only_anniversaries else ("anniversary", "year")):
        return None
    if any(tokens[c].dep == "advmod" for c in above.children):
        return None
    years = next((n for c in above.children if c < above.i and (n := number(tokens[c].lower))), None)
    begun, ended = (int(day[:4]) if day[:4].isdigit() else 0 for day in published)
    if not years or begun != ended or years >= begun:
        return None
    first = max(text.subtree(above.i)[0], above.i - 3)
    counted = f"{years} {'year' if years == 1 else 'years'} before {begun}"
    return Reckoned(begun - years, counted, first, above.i + 1)
