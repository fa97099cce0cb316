"""Terms on the Security Council against its roll, which lists every seat of every year since 1946."""

from __future__ import annotations

from functools import lru_cache

from memcon.checking.claims import Claim
from memcon.checking.verdicts import cite, contradicted, disputed, not_covered, supported
from memcon.record import Check, Citation
from memcon.reference import council_terms, in_text
from memcon.reference.days import LATEST, Bounds
from memcon.reference.membership import COUNCIL_COMPLETE, council_on
from memcon.reference.tables import table

# Codes under which a predecessor of a permanent member may be filed.
_OTHERS_SEATED = frozenset(("TWN", "SUN"))
SEATING = frozenset(("member_of", "admitted_to", "acceded_to", "elected_to", "reelected_to", "appointed_to"))


@lru_cache(maxsize=1)
def _roll() -> dict[int, tuple[int, int]]:
    """Year → how many elected members the table lists, and for how many of them a second source agrees."""
    found: dict[int, list[int]] = {}
    for row in table("unsc_terms").each():
        if row["seat"] == "elected":
            for year in range(int(row["start_year"]), int(row["end_year"]) + 1):
                counts = found.setdefault(year, [0, 0])
                counts[0] += 1
                counts[1] += row["agreement"] == "agree"
    return {year: (n, agree) for year, (n, agree) in found.items()}


def roll_is_certain(year: int) -> bool:
    """Whether the table has every elected seat of a year, at least half of them from two sources."""
    listed, agreed = _roll().get(year, (0, 0))
    seats = 6 if year <= 1965 else 10
    return listed == seats and 2 * agreed >= seats


def check_council(claim: Claim) -> Check:
    """The verdict on a seat in the Security Council: elected for, or serving in, certain years."""
    iso3 = claim.state
    if iso3 is None:
        return not_covered("the tables list the Security Council by state, and this is none they know")
    if claim.fact.negated or claim.fact.relation not in SEATING:
        return not_covered("the tables hold the Council's terms, not this")
    terms = council_terms(iso3)
    who = in_text(iso3)
    permanent = next((t for t in terms if t.seat == "permanent"), None)
    value = (claim.fact.value or "").lower()
    if permanent:
        source = cite("unsc_terms", permanent.row(), permanent.source)
        if "non-permanent" in value or "nonpermanent" in value or "elected" in value:
            return contradicted(f"UN Charter, Article 23: {who} is a permanent member of the Security Council", source)
        return supported(f"UN Charter, Article 23: {who} is a permanent member of the Security Council", source)
    if "permanent" in value and "non" not in value and iso3 not in _OTHERS_SEATED:
        held = tuple(t for t in council_on("2000-01-01") if t.seat == "permanent")
        names = ", ".join(sorted(in_text(t.iso3) for t in held))
        return contradicted(
            f"UN Charter, Article 23: the permanent members are {names}",
            *(cite("unsc_terms", t.row(), t.source) for t in held),
        )
    listed = "; ".join(f"{t.start[:4]}–{t.end[:4]}" if t.start[:4] != t.end[:4] else t.start[:4] for t in terms)
    known = (
        f"Security Council roll: {who} elected for {listed}" if terms else f"Security Council roll: {who} is not in it"
    )
    citations = tuple(cite("unsc_terms", t.row(), t.source) for t in terms)
    years = _years(claim)
    if years is None:
        return _undated_seat(claim, known, citations)
    if years[1] > int(COUNCIL_COMPLETE.last[:4]) and not any(
        t.start[:4] <= str(y) <= t.end[:4] for t in terms for y in range(years[0], years[1] + 1)
    ):
        return not_covered(f"{known}; the roll at hand ends with 2026", *citations)
    span = range(years[0], min(years[1], 2100) + 1)
    served = {y for t in terms for y in range(int(t.start[:4]), int(t.end[:4]) + 1)}
    mine = tuple(
        c for c, t in zip(citations, terms, strict=True) if any(t.start[:4] <= str(y) <= t.end[:4] for y in span)
    )
    if all(y in served for y in span):
        return supported(known, *mine)
    halves = [t for t in terms if t.split_term and any(t.start[:4] <= str(y) <= t.end[:4] for y in span)]
    if halves:
        return disputed(f"{known} ({halves[0].note})", *mine)
    if claim.fact.relation != "elected_to" and any(y in served for y in span) and len(span) == 1:
        return supported(known, *mine)
    missing = [y for y in span if y not in served]
    if any(roll_is_certain(y) for y in missing) and len(span) <= 3:
        others = ", ".join(sorted(in_text(t.iso3) for t in council_on(f"{missing[0]}-07-01") if t.seat == "elected"))
        return contradicted(
            f"{known}; the elected members of {missing[0]} were {others}", *(citations or _roll_citation(missing[0]))
        )
    return not_covered(f"{known}; for {missing[0]} the roll rests on one source", *citations)


def _roll_citation(year: int) -> tuple[Citation, ...]:
    return tuple(cite("unsc_terms", t.row(), t.source) for t in council_on(f"{year}-07-01") if t.seat == "elected")


def _years(claim: Claim) -> tuple[int, int] | None:
    fact = claim.fact
    if fact.start and (fact.end or claim.qualifier("since")):
        since = claim.begun
        first = int((since or Bounds(fact.start, fact.start)).first[:4])
        return first, int((fact.end or f"{first}")[:4])
    if fact.start:
        year = int(fact.start[:4])
        return (year, year) if fact.start.endswith("-01-01") else None
    if fact.relation == "member_of" and claim.on:
        return int(claim.on.first[:4]), int(claim.on.last[:4])
    return None


def _undated_seat(claim: Claim, known: str, citations: tuple[Citation, ...]) -> Check:
    """No term is stated: an election lies in the year before the term it fills; a membership holds on the report's
    day.
    """
    terms = council_terms(claim.state or "")
    voted = claim.qualifier("elected")
    if voted and voted[:4].isdigit():
        year = int(voted[:4])
        for term, citation in zip(terms, citations, strict=True):
            if int(term.start[:4]) in (year, year + 1):
                return supported(known, citation)
        return not_covered(f"{known}; the tables do not hold the days of elections", *citations)
    when = claim.when
    if when is None or claim.fact.relation in ("elected_to", "reelected_to"):
        if terms and (when is None or any(t.start <= when.last for t in terms)):
            return supported(known, *citations)
        return not_covered(known, *citations)
    for term, citation in zip(terms, citations, strict=True):
        if term.start <= when.last and when.first <= (term.end or LATEST):
            return supported(known, citation)
    return not_covered(f"{known}; the text gives no years", *citations)
