"""Memberships against the tables: since when, admitted when, left when; the Security Council's terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from memcon.checking.claims import Claim
from memcon.checking.council import check_council
from memcon.checking.verdicts import (
    cite,
    contradicted,
    disputed,
    nearest,
    not_covered,
    said_on,
    shown,
    supported,
    the,
)
from memcon.record import Check, Citation
from memcon.reference import (
    Admission,
    Membership,
    body,
    in_text,
    membership,
    session_on,
    un_admission,
)
from memcon.reference.days import Bounds, apart, bounds, in_words, ordinal
from memcon.reference.membership import organisations
from memcon.reference.tables import table

JOINING = frozenset(("member_of", "admitted_to", "acceded_to", "reinstated_in"))
LEAVING = frozenset(("withdrew_from", "expelled_from", "suspended_from"))

# The seat a state took over, gave up or shared: days that are as good an answer as the table's own.
_SUCCESSIONS: dict[str, tuple[str, ...]] = {
    "SRB": ("1945-10-24", "2003-02-04", "2006-06"),
    "CHN": ("1971-10-25",),
    "RUS": ("1991-12",),
    "YEM": ("1947-09-30", "1967-12-14", "1990-05-22"),
    "TZA": ("1961-12-14", "1963-12-16", "1964"),
    "SYR": ("1945-10-24", "1958-02", "1961-10-13"),
    "EGY": ("1945-10-24", "1958-02", "1971"),
    "DEU": ("1973-09-18", "1990-10-03"),
    "MYS": ("1957-09-17", "1963-09-16"),
    "IDN": ("1950-09-28", "1966-09-28"),
    "CZE": ("1945-10-24", "1993"),
    "SVK": ("1945-10-24", "1993"),
    "BLR": ("1991",),
    "UKR": ("1991",),
    "SVN": ("1945-10-24",),
    "HRV": ("1945-10-24",),
    "BIH": ("1945-10-24",),
    "MKD": ("1945-10-24",),
    "MNE": ("1945-10-24",),
    "VNM": ("1975", "1976"),
    "PSE": ("1974-11-22", "1988-12-15", "2012-11-29"),
    "VAT": ("1964-04-06", "2004-07-01"),
    "CHE": ("1948",),
}
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
        return not_covered(f"the tables do not list the members of {the(name)}")
    return _joining(claim, iso3, org, name)


def cite_admission(row: Admission) -> Citation:
    """The row of the United Nations' member roll."""
    return cite("un_members", row.row(), row.source)


def _admitted(row: Admission) -> str:
    parts = [f"UN records: {'original member' if row.original else 'admitted'} {in_words(row.admitted)}"]
    if row.resolution:
        parts.append(row.resolution)
    if row.session:
        parts.append(f"{ordinal(row.session)} session")
    if row.special_session:
        parts.append(f"{ordinal(row.special_session)} special session")
    if row.name_then and row.name_then != row.name:
        parts.append(f"then as {row.name_then}")
    return ", ".join(parts)


def _united_nations(claim: Claim, row: Admission) -> Check:
    known = _admitted(row)
    source = cite_admission(row)
    if row.status == "observer state":
        return not_covered(f"UN records: {row.name} is an observer state, {row.note or 'not a member'}", source)
    if claim.fact.negated:
        when = claim.on or (claim.published if claim.of_now else None)
        if claim.begun is None and when and when.first > bounds(row.admitted).last and row.unit:
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
            return contradicted(f"{known}; the text has it a member {said_on(claim.when)}", source)
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
    return f"membership tables: {in_text(row.iso3)} {kind} of {the(name)} from {in_words(row.start)}{until}"


def _joining(claim: Claim, iso3: str, org: str, name: str) -> Check:
    rows = [r for r in membership(org, iso3) if r.is_member]
    others = [r for r in membership(org, iso3) if not r.is_member]
    if not rows:
        if others:
            return not_covered(
                f"{_since(others[0], name)}; membership itself is not in the tables", cite_membership(others[0])
            )
        return not_covered(f"the tables have no entry of {in_text(iso3)} for {the(name)}, which proves nothing")
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
    why = f"{_since(first, name)}; the text has it a member {said_on(when)}"
    years_before = when.last < first.start and apart(when.last, first.start) > 366
    certain = len(rows) == 1 and first.start_sure == "day"
    if certain and years_before and not _other_days(when, first, first.org):
        return contradicted(why, cite_membership(first))
    return not_covered(why, cite_membership(first))


def _denied(claim: Claim, rows: list[Membership], name: str) -> Check:
    when = claim.begun or claim.on or (claim.published if claim.of_now else None)
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
        return not_covered(f"the tables have no day on which {in_text(iso3)} left {the(name)}")
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
    return not_covered(f"the tables have no observer status of {in_text(iso3)} at {the(name)}")
