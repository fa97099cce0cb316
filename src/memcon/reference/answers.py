"""Answers of the tables as plain rows: what, from when to when, on what source, and what is doubtful about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from memcon.reference.bodies import find_body
from memcon.reference.days import in_words
from memcon.reference.states import in_text
from memcon.reference.terms import Term


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: what, from when to when, on what source, and what is doubtful about it."""

    who: str
    what: str
    start: str = ""
    end: str = ""
    source: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: a heading, its lines, and a remark where the tables fall short."""

    heading: str
    lines: tuple[Line, ...] = ()
    remark: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The answer as values for JSON."""
        rows = [
            {"who": x.who, "what": x.what, "start": x.start, "end": x.end, "source": x.source, "doubt": x.doubt}
            for x in self.lines
        ]
        return {"heading": self.heading, "facts": self.facts, "lines": rows, "remark": self.remark}


# Titles that say themselves that somebody only stood in.
_ACTING = re.compile(r"\b(?:acting|interim|caretaker|transition)", re.IGNORECASE)


def doubts(term: Term) -> str:
    """What is not certain about a term, in words."""
    found = []
    if term.differs:
        found.append(f"sources differ: {term.disagreement}" if term.disagreement else "sources differ")
    elif not term.confirmed:
        found.append("one source")
    if term.end_basis == "next":
        found.append("end: when the next one starts, at the latest")
    elif term.end.startswith(">="):
        found.append("end: last listed then")
    elif not term.end and term.last_confirmed:
        found.append(f"last confirmed {in_words(term.last_confirmed)}")
    said = {"seen outside": "seen in office on another day"}
    own = (d for d in term.doubt if d != "acting" or not _ACTING.search(term.called))
    return "; ".join([*found, *(said.get(d, d) for d in own)])


def term_line(term: Term) -> Line:
    """A term as a line."""
    what = term.called
    where = (
        in_text(term.country) if term.country else (b.name if (b := find_body(term.body or "")) else term.body or "")
    )
    if where.removeprefix("the ") in what:
        where = ""
    return Line(term.person, f"{what}, {where}".rstrip(", "), term.start, term.end, term.cited, doubts(term))
