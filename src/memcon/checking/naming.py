"""Whether the words of a fact name the one it is about: no contradiction rests on a pronoun or a description."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from memcon.checking.claims import Claim
from memcon.checking.verdicts import CONTRADICTED, disputed
from memcon.record import Actor, Check, Fact, Record

_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"(])|\n\s*\n")

_TERM = re.compile(r"\bterms?\b", re.I)


def softened(check: Check, record: Record, claim: Claim) -> Check:
    """The verdict; ``disputed`` instead of ``contradicted`` where a party is not named in the words of the fact.

    “It joined in 2007” may be about another than the reader took it for.
    """
    if check.verdict != CONTRADICTED:
        return check
    if "until" in claim.fact.qualifiers and _TERM.search(_sentence(claim.fact, record)[2]):
        return disputed(f"{check.why}; the text tells of a term, which may be one of several", *check.citations)
    parties = (claim.subject, claim.object if claim.subject.kind != "person" else None)
    for party in parties:
        if party is not None and not _is_named(party, claim.fact, record):
            return disputed(
                f"{check.why}; but the text does not name {party.name} here and may mean another", *check.citations
            )
    return check


def _sentence(fact: Fact, record: Record) -> tuple[int, int, str]:
    """First and last character of the sentence that tells a fact, and its words."""
    text = record.document.text
    ends, starts = _bounds(text)
    first = starts[bisect_right(starts, fact.evidence.start) - 1]
    last = ends[bisect_left(ends, fact.evidence.end)]
    return first, last, text[first:last]


@lru_cache(maxsize=1)
def _bounds(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text end and where they begin."""
    found = list(_SENTENCE_END.finditer(text))
    return [*(m.start() for m in found), len(text)], [0, *(m.end() for m in found)]


def _is_named(party: Actor, fact: Fact, record: Record) -> bool:
    """Whether the evidence names the party first, or its sentence does and nobody else who could be meant."""
    start, end = fact.evidence.start, fact.evidence.end
    first, last, _ = _sentence(fact, record)
    here = sorted((m for m in party.mentions if first <= m.start < last and m.form != "title"), key=lambda m: m.start)
    within = [m for m in here if start <= m.start < end]
    if within and within[0].form == "name":
        return True
    return any(m.form == "name" for m in here) and _alone(party, record, first, last)


def _alone(party: Actor, record: Record, first: int, last: int) -> bool:
    """Whether no other of the party's kind is named between two characters."""
    return not any(
        first <= m.start < last and m.form == "name"
        for other in record.actors
        if other.id != party.id and other.kind == party.kind
        for m in other.mentions
    )
