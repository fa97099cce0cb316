"""Memberships against the tables: since when, admitted when, left when; the Security Council's terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from memcon.checking.claims import Claim
from memcon.checking.verdicts import cite, contradicted, disputed, nearest, not_covered, ordinal, shown, supported
from memcon.record import Check, Citation
from memcon.reference import (
    Admission,
    Membership,
    body,
    council_terms,
    in_text,
    membership,
    session_on,
    un_admission,
)
from memcon.reference.days import LATEST, Bounds, apart, bounds, in_words
from memcon.reference.membership import COUNCIL_COMPLETE, council_on, organisations
from memcon.reference.tables import table

JOINING = frozenset(("member_of", "admitted_to", "acceded_to", "reinstated_in"))
LEAVING = frozenset(("withdrew_from", "expelled_from", "suspended_from"))

# The seat a state took over, gave up or shared: days that are as good an answer as the table's own.
_SUCCESSIONS: dict[str, tuple[str, ...]] = {
    "SRB": ("1945-10-24", "2003-02-04", "2006-06"), "CHN": ("1971-10-25",), "RUS": ("1991-12",), "YEM": ("1947-09-30", "1967-12-14", "1990-05-22"),
    "TZA": ("1961-12-14", "1963-12-16", "1964"), "SYR": ("1945-10-24", "1958-02", "1961-10-13"), "EGY": ("1945-10-24", "1958-02", "1971"),
    "DEU": ("1973-09-18", "1990-10-03"), "MYS": ("1957-09-17", "1963-09-16"), "IDN": ("1950-09-28", "1966-09-28"), "CZE": ("1945-10-24", "1993"),
    "SVK": ("1945-10-24", "1993"), "BLR": ("1991",), "UKR": ("1991",), "SVN": ("1945-10-24",), "HRV": ("1945-10-24",), "BIH": ("1945-10-24",),
    "MKD": ("1945-10-24",), "MNE": ("1945-10-24",), "VNM": ("1975", "1976"), "PSE": ("1974-11-22", "1988-12-15", "2012-11-29"),
    "VAT": ("1964-04-06", "2004-07-01"), "CHE": ("1948",),
}  # fmt: skip
# The founders signed at San Francisco, and became members as their ratifications came in.
_CHARTER = ("1945-06-26", "1945-10-24")


def check_membership(claim: Claim) -> Check:
    """The verdict on joining, belonging to or leaving an organisation."""
    iso3, org = claim.state, claim.body
    relation = claim.fact.relation
    if org is None:
        return not_covered("the tables do not know the organisation")
    name = ((found := body(org)) and found.name) or org
    if org in ("UNSC",):
        return check_council(claim)
    if iso3 is None:
        return not_covered("the tables list the members of organisations by state, and this is none they know")
    if relation in LEAVING:
        return _leaving(claim, iso3, org, name)
    if relation == "observer_at":
        return _observing(claim, iso3, org, name)
    if org in ("UN", "UNGA") and (admission := un_admission(iso3)):
        return _united_nations(claim, admission)
    if org not in organisations() and not membership(org, iso3):
        return not_covered(f"the tables do not list the members of {_the(name)}")
    return _joining(claim, iso3, org, name)


def _the(name: str) -> str:
    return name if name.startswith("The ") or name in ("Mercosur", "BRICS", "AUKUS", "Benelux") else f"the {name}"


def cite_admission(row: Admission) -> Citation:
    """The row of the United Nations' member roll."""
    return cite("un_members", row.row(), row.source)


def _admitted(row: Admission) -> str:
    parts = [f"UN records: {'original member' if row.original else 'admitted'} {in_words(row.admitted)}"]
    if row.resolution:
        parts.append(row.resolution)
    if row.session:
        parts.append(f"{ordinal(row.session)} session")
    if row.name_then and row.name_then != row.name:
        parts.append(f"then as {row.name_then}")
    return ", ".join(parts)


def _united_nations(claim: Claim, row: Admission) -> Check:
    known = _admitted(row)
    source = cite_admission(row)
    if row.status == "observer state":
        return not_covered(f"UN records: {row.name} is an observer state, {row.note or 'not a member'}", source)
    if claim.fact.negated:
        if claim.begun is None and claim.when and claim.when.first > bounds(row.admitted).last and row.unit:
            return contradicted(known, source)
        return not_covered(f"{known}; what is denied is not this day", source)
    checked = _of_the_day(claim, row, known, source)
    if checked.verdict in ("supported", "not_covered") and (number := claim.fact.qualifiers.get("session")):
        return _session(claim, row, checked, int(str(number)), source)
    return checked


def _of_the_day(claim: Claim, row: Admission, known: str, source: Citation) -> Check:
    begun = claim.begun
    admitted = bounds(row.admitted)
    if begun is None:
        if claim.when and claim.when.last < admitted.first and row.unit:
            return contradicted(f"{known}; the text has it a member on {shown(claim.when)}", source)
        return supported(known, source)
    if begun.overlaps(admitted):
        return supported(known, source)
    if near := _defensible(begun, (*_SUCCESSIONS.get(row.iso3, ()), *(_CHARTER if row.original else ()))):
        return disputed(
            f"{known}; {in_words(near)} can also be meant (a predecessor, a union of states or the Charter's signing)",
            source,
        )
    if row.unit == "day" or (row.unit == "year" and begun.overlaps(bounds(row.admitted[:4])) is False):
        return contradicted(f"{known}; the text says {shown(begun)}", source)
    if row.unit == "year":
        return disputed(f"{known}, of which only the year is certain; the text says {shown(begun)}", source)
    return disputed(f"{known}, but the sources differ ({row.disagreement}); the text says {shown(begun)}", source)


def _session(claim: Claim, row: Admission, checked: Check, number: int, source: Citation) -> Check:
    """“at its 46th session”: against the row, and against the session that was sitting on the day."""
    if row.session is None or row.session == number:
        return checked
    sitting = session_on(row.admitted)
    if row.unit and sitting and sitting.number == row.session:
        return contradicted(f"{_admitted(row)}; the text says the {ordinal(number)} session", source)
    return disputed(f"{_admitted(row)}; the text says the {ordinal(number)} session", source)


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A day that “joined” can mean though membership began on another; see ``foundings.tsv`` for ``kind``."""

    day: str
    kind: str
    iso3: str
    what: str

    def meets(self, begun: Bounds, start: str) -> bool:
        """Whether a claimed day can be this one, of a membership that the tables begin on ``start``."""
        if self.kind == "predecessor":
            return begun.last <= bounds(self.day).last
        here, joined = bounds(self.day), bounds(start)
        if not begun.overlaps(here):
            return False
        if self.kind == "signed":
            return here.first <= joined.last and apart(here.first, joined.first) <= 3 * 366
        return here.last >= joined.first


@lru_cache(maxsize=1)
def _other_days_of() -> dict[str, tuple[OtherDay, ...]]:
    found: dict[str, list[OtherDay]] = {}
    for row in table("foundings").each():
        found.setdefault(row["org"], []).append(OtherDay(row["date"], row["kind"], row["iso3"], row["what"]))
    return {org: tuple(rows) for org, rows in found.items()}


def _defensible(claimed: Bounds, cells: tuple[str, ...]) -> str | None:
    return next((cell for cell in cells if claimed.overlaps(bounds(cell))), None)


def cite_membership(row: Membership) -> Citation:
    """A row of the table of memberships."""
    return cite("memberships", row.row(), row.source)


def _since(row: Membership, name: str) -> str:
    until = f" to {in_words(row.end)}" if row.end else ""
    kind = "member" if row.is_member else row.status
    return f"membership tables: {in_text(row.iso3)} {kind} of {_the(name)} from {in_words(row.start)}{until}"


def _joining(claim: Claim, iso3: str, org: str, name: str) -> Check:
    rows = [r for r in membership(org, iso3) if r.is_member]
    others = [r for r in membership(org, iso3) if not r.is_member]
    if not rows:
        if others:
            return not_covered(
                f"{_since(others[0], name)}; membership itself is not in the tables", cite_membership(others[0])
            )
        return not_covered(f"the tables have no entry of {in_text(iso3)} for {_the(name)}, which proves nothing")
    begun = claim.begun
    if claim.fact.negated:
        return _denied(claim, rows, name)
    if begun is None:
        return _belonging(claim, rows, name)
    found = nearest(begun, (r.start for r in rows))
    if found is None:
        return not_covered(f"{_since(rows[0], name)}, without a first day", cite_membership(rows[0]))
    days, start = found
    row = next(r for r in rows if r.start == start)
    known, source = _since(row, name), cite_membership(row)
    if days == 0:
        if start.startswith("<="):
            return not_covered(f"{known}; when it joined is not recorded", source)
        if row.precision == "year" and begun.day:
            return not_covered(f"{known}; the tables have only the year", source)
        return supported(known, source)
    if row.precision == "year" and begun.overlaps(bounds(start[:4])):
        return supported(known, source)
    if why := _other_days(begun, row, org):
        return disputed(f"{known}; {why}", source)
    if row.start_sure != "day" or len(rows) > 1:
        return not_covered(f"{known}, which is not certain to the day; the text says {shown(begun)}", source)
    if begun.overlaps(bounds(start[:4])):
        return disputed(
            f"{known}; the text says {shown(begun)}: signature, ratification and entry into force differ", source
        )
    return contradicted(f"{known}; the text says {shown(begun)}", source)


def _other_days(begun: Bounds, row: Membership, org: str) -> str | None:
    """Why another day than the row's can be meant, or None."""
    near = _defensible(begun, _SUCCESSIONS.get(row.iso3, ()))
    if near and apart(bounds(near).first, bounds(row.start).first) <= 800:
        return f"a predecessor or successor state may be meant ({in_words(near)})"
    for other in _other_days_of().get(org, ()):
        if other.iso3 in ("", row.iso3) and other.meets(begun, row.start):
            return other.what
    if org == "AU":
        for old in membership("OAU", row.iso3):
            if begun.overlaps(bounds(old.start)):
                return "the Organization of African Unity was its predecessor"
    return None


def _belonging(claim: Claim, rows: list[Membership], name: str) -> Check:
    when = claim.when
    if when is None:
        return supported(_since(rows[-1], name), cite_membership(rows[-1]))
    for row in rows:
        if row.span.overlaps(when):
            return supported(_since(row, name), cite_membership(row))
    first = min(rows, key=lambda r: bounds(r.start).first)
    if len(rows) == 1 and first.start_sure == "day" and when.last < first.start and apart(when.last, first.start) > 366:
        if not _other_days(when, first, first.org):
            return contradicted(
                f"{_since(first, name)}; the text has it a member on {shown(when)}", cite_membership(first)
            )
    return not_covered(f"{_since(first, name)}; the text has it a member on {shown(when)}", cite_membership(first))


def _denied(claim: Claim, rows: list[Membership], name: str) -> Check:
    when = claim.begun or claim.when
    for row in rows:
        inside = (
            when
            and row.start_sure
            and bounds(row.start).last < when.first
            and (row.end == "" or when.last < bounds(row.end).first)
        )
        if inside and row.agreement == "agree" and row.end == "" and "2025" in row.source:
            return contradicted(_since(row, name), cite_membership(row))
    return not_covered(f"{_since(rows[-1], name)}; the text denies membership", cite_membership(rows[-1]))


def _leaving(claim: Claim, iso3: str, org: str, name: str) -> Check:
    rows = [r for r in membership(org, iso3) if r.end]
    begun = claim.begun
    if not rows:
        return not_covered(f"the tables have no day on which {in_text(iso3)} left {_the(name)}")
    row = max(rows, key=lambda r: r.end)
    if begun is not None and (found := nearest(begun, (r.end for r in rows))):
        row = next(r for r in rows if r.end == found[1])
        if found[0] == 0:
            return supported(_since(row, name), cite_membership(row))
        if found[0] <= 800:
            return disputed(f"{_since(row, name)}; notice, vote and effect have different days", cite_membership(row))
        return not_covered(f"{_since(row, name)}; the end is not certain", cite_membership(row))
    if begun is None and claim.fact.status == "happened" and claim.fact.relation == "withdrew_from":
        return supported(_since(row, name), cite_membership(row))
    return not_covered(_since(row, name), cite_membership(row))


def _observing(claim: Claim, iso3: str, org: str, name: str) -> Check:
    for row in membership(org, iso3):
        if row.status.startswith(("observer", "guest", "partner", "dialogue")):
            begun = claim.begun
            if begun is None or begun.overlaps(bounds(row.start)):
                return supported(_since(row, name), cite_membership(row))
            return not_covered(f"{_since(row, name)}; the text says {shown(begun)}", cite_membership(row))
    return not_covered(f"the tables have no observer status of {in_text(iso3)} at {_the(name)}")


# The Security Council ---------------------------------------------------------------------------------------------


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
    if claim.fact.negated or claim.fact.relation not in (*JOINING, "elected_to", "reelected_to", "appointed_to"):
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
    """No term is stated: an election lies in the year before the term it fills; a membership holds on the report's day."""
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
