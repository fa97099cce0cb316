"""Offices against the tables: was this person in this office on this day, since then, until then."""

from __future__ import annotations

from dataclasses import replace

from memcon.checking.chairs import check_presiding
from memcon.checking.claims import Claim, interval
from memcon.checking.seats import Seat, cite_term, fits, seat_of, told
from memcon.checking.verdicts import cite, contradicted, disputed, gap, not_covered, said_on, shown, supported
from memcon.record import Actor, Check, Fact
from memcon.reference import (
    Term,
    name_tokens,
    people_named,
    same_person,
    sightings,
    source_text,
    terms_of,
)
from memcon.reference.days import EARLIEST, LATEST, Bounds, apart, bounds, in_words, moved

# Offices that several hold at once, or that rival governments claim: a second holder proves nothing.
SEVERAL_HOLD = frozenset(("BIH", "SMR", "AND"))
RIVALS = {
    "LBY": "2011-02-17",
    "YEM": "2014-09-21",
    "VEN": "2019-01-10",
    "MMR": "2021-02-01",
    "AFG": "2021-08-15",
    "SDN": "2019-04-11",
    "SOM": "1991-01-26",
}


def check_office(person: Actor, seat: Seat, on: Bounds | None) -> Check:
    """Whether a person held an office on a day (or days); without a day, whether the tables know them in it at all."""
    known = _terms_of(person, seat.where)
    mine = [t for t in known if fits(t, seat)]
    if not mine:
        return _unknown(person, seat, on, known)
    if on is None:
        best = max(mine, key=lambda t: (t.confirmed, t.start))
        return supported(f"office tables: {seat.words}: {told(best)}; the text gives no day", cite_term(best))
    holding = [t for t in mine if holds(t, on)]
    if holding:
        best = max(holding, key=lambda t: (t.confirmed, t.start_sure, t.start))
        return supported(f"office tables: {seat.words}: {told(best)}", cite_term(best))
    for one in sightings(seat.where, mine[0].person):
        if one.office == seat.office and gap(on, bounds(one.day)) <= 31:
            row = {"country": one.country, "office": one.office, "person": one.person, "day": one.day}
            why = f"{one.person} was noted as {seat.words} on {in_words(one.day)}"
            return supported(why, cite("sightings", row, source_text(one.source)))
    open_terms = [t for t in mine if t.in_office.last == LATEST and t.in_office.first <= on.first]
    if open_terms:
        term = open_terms[0]
        return not_covered(f"office tables: {seat.words}: {told(term)}; what came after is not known", cite_term(term))
    return _outside(person, seat, on, mine, known)


def check_told_office(claim: Claim, seat: Seat) -> Check:
    """Whether a person held an office of which the text tells no beginning or end.

    The report's own day bears an office out; it rules one out only where the text speaks of the present.
    """
    found = check_office(claim.subject, seat, claim.when)
    if claim.on is not None or claim.of_now or found.verdict == "supported":
        return found
    mine = [t for t in _terms_of(claim.subject, seat.where) if fits(t, seat)]
    if not mine:
        return found
    best = max(mine, key=lambda t: (t.confirmed, t.start))
    why = f"office tables: {seat.words}: {told(best)}; of which time the text speaks is not certain"
    return not_covered(why, cite_term(best))


def holds(term: Term, on: Bounds) -> bool:
    """Whether the row says that the person was in office on those days."""
    sure = term.surely_in_office
    if sure is None:
        return False
    last = sure.last
    if not term.end and len(term.last_confirmed) <= 7:
        last = bounds(term.last_confirmed).last  # “still so in January 2026”: the whole month
    elif term.end.startswith(">="):
        last = bounds(term.end[2:]).first
    return sure.first <= on.last and on.first <= last


def _terms_of(person: Actor, where: str) -> list[Term]:
    named = {p for w, p in people_named(person.name) if w == where}
    return [t for t in terms_of(where) if t.person in named]


def _holders_on(seat: Seat, on: Bounds) -> list[Term]:
    """Whom the tables have in the office on the whole of those days, the better known first."""
    found = []
    for term in terms_of(seat.where):
        if (
            fits(term, seat)
            and (sure := term.surely_in_office)
            and sure.first <= on.first
            and on.last <= sure.last
            and "two names" not in term.doubt
        ):
            found.append(term)
    return sorted(found, key=lambda t: (not t.confirmed, t.start))


def _leader_on(seat: Seat, on: Bounds, mine: list[Term]) -> list[Term]:
    """The effective leader on those days, where the person's own time in the office was also as effective leader."""
    if seat.office not in ("head_of_state", "head_of_government"):
        return []
    leaders = [t for t in terms_of(seat.where) if t.office == "effective_leader"]
    own = [t for t in leaders if any(t.in_office.overlaps(m.in_office) and _same_name(t, m) for m in mine)]
    if not own:
        return []
    return [
        t for t in leaders if (s := t.surely_in_office) and s.first <= on.first and on.last <= s.last and t not in own
    ]


def _same_name(a: Term, b: Term) -> bool:
    return a.person == b.person or same_person(name_tokens(a.person), name_tokens(b.person))


def reliable(term: Term, on: Bounds) -> bool:
    """Whether a row can be trusted for those days.

    A second source knows the person in the office; or yearly editions before and after list them; or one source gives
    both days.
    """
    if term.confirmed and not term.differs:
        return True
    if term.source.startswith("fb:"):
        first, last = term.source[3:].split("-")
        return first <= on.first[:4] and on.last[:4] <= last
    return term.end_basis in ("wikidata", "user") and len(term.start) == 10 and len(term.end) == 10


def _unknown(person: Actor, seat: Seat, on: Bounds | None, known: list[Term]) -> Check:
    others = _holders_on(seat, on) if on else []
    if known:
        why = f"office tables: {person.name} is known there, but not as {seat.words}"
    else:
        why = f"the tables do not know {person.name} as {seat.words}"
    if others:
        return not_covered(f"{why}; {said_on(on) if on else ''} they have {told(others[0])}", cite_term(others[0]))
    return not_covered(why)


def _outside(person: Actor, seat: Seat, on: Bounds, mine: list[Term], known: list[Term]) -> Check:
    """The tables know the person in the office, but not on that day."""
    nearest = min(mine, key=lambda t: gap(on, t.in_office))
    away = gap(on, nearest.in_office)
    before = on.last < nearest.in_office.first
    why = f"office tables: {seat.words}: {told(nearest)}; the text has {person.name} in office {said_on(on)}"
    citation = cite_term(nearest)
    if nearest.start == "":
        return not_covered(why, citation)
    if (away <= 200 and before) or away <= 45:
        return disputed(f"{why}, which is near: election, oath and handing over differ", citation)
    others = [t for t in _holders_on(seat, on) if not _same(t, mine)] or _leader_on(seat, on, mine)
    if others:
        why = f"{why}, when the tables have {told(others[0])}"
    reason = _not_certain(seat, on, nearest, before, away, mine, known, others)
    cited = (citation, *(cite_term(t) for t in others[:1]))
    if reason is None:
        return contradicted(why, *cited)
    return not_covered(f"{why}; {reason}", *cited)


def _same(term: Term, mine: list[Term]) -> bool:
    return any(same_person(name_tokens(term.person), name_tokens(t.person)) for t in mine)


def _not_certain(
    seat: Seat,
    on: Bounds,
    nearest: Term,
    before: bool,
    away: int,
    mine: list[Term],
    known: list[Term],
    others: list[Term],
) -> str | None:
    """Why a day outside the known terms is no contradiction; None where it is one.

    One: the person's own terms in the office are known to a second source.  Two: the nearer end of them is certain,
    or the one
    who held the office instead is.  Three: nobody saw the person in office about that day, and no other row of theirs
    reaches it.
    """
    if seat.where in SEVERAL_HOLD or (seat.where in RIVALS and on.last >= RIVALS[seat.where]):
        return "the office is held by several, or claimed by rivals"
    if not any(t.confirmed and not t.differs for t in mine):
        return "the term rests on one source"
    if len({t.person for t in mine}) > 1:
        return "two people of that name held the office"
    if _elsewhere(seat, on, known):
        return "a further row of the same person reaches near that day"
    if any(
        gap(on, bounds(s.day)) <= 2 * 366
        for s in sightings(seat.where, nearest.person)
        if s.office in (seat.office, "head_of_state", "head_of_government")
    ):
        return "the person was noted in office about that day"
    if not others:
        return "whom the office belonged to on that day is not known"
    edge_sure = nearest.start_sure if before else nearest.end_sure and nearest.confirmed
    if len({t.person for t in others}) > 1 and not any(t.confirmed for t in others):
        return "the tables have more than one in the office"
    if not edge_sure and not reliable(others[0], on):
        return "neither row is certain"
    if away <= 366 and not (edge_sure and others[0].start_sure):
        return "the day lies within a year of the term"
    return None


def _elsewhere(seat: Seat, on: Bounds, known: list[Term]) -> bool:
    """Whether the person led the country about that day in what may have been this office: no title says which."""
    near = [t for t in known if gap(on, t.in_office) <= 366]
    if any(fits(t, seat) for t in near):
        return True
    titled = [t for t in near if t.office in ("head_of_state", "head_of_government") and t.title]
    principal = seat.office in ("head_of_state", "head_of_government")
    return (
        principal
        and not titled
        and any(t.office in ("head_of_state", "head_of_government", "effective_leader") for t in near)
    )


def check_holding(claim: Claim) -> Check:
    """The verdict on ``holds_office``, with the days on which it is said to have begun, ended or held."""
    seat = seat_of(claim.fact.value, claim.subject, claim.object)
    if isinstance(seat, Check):
        return seat
    if claim.fact.negated:
        return not_covered("the text denies it; the tables hold who was in office")
    if claim.begun is not None and claim.begun.first != EARLIEST:
        checked = _begun(claim, seat, claim.begun)
        if claim.ended is None or checked.verdict == "contradicted":
            return checked
        late = check_office(claim.subject, seat, claim.ended)
        if late.verdict == "contradicted":
            return late
        return _ended(claim, seat, claim.ended, checked) if checked.verdict == "supported" else checked
    if claim.ended is not None:
        return _ended(claim, seat, claim.ended, None)
    return check_told_office(claim, seat)


def _begun(claim: Claim, seat: Seat, begun: Bounds) -> Check:
    mine = [t for t in _terms_of(claim.subject, seat.where) if fits(t, seat)]
    if not mine:
        return _unknown(claim.subject, seat, begun if begun.day else None, _terms_of(claim.subject, seat.where))
    starts = [t for t in mine if t.start]
    for term in starts:
        if bounds(term.start).overlaps(begun):
            return supported(f"office tables: {seat.words}: {told(term)}", cite_term(term))
    if claim.ended and begun != claim.ended:
        inside = [
            t
            for t in mine
            if holds(t, Bounds(begun.last, begun.last)) and holds(t, Bounds(claim.ended.first, claim.ended.first))
        ]
        if inside and claim.fact.qualifiers.get("since") is None and not begun.day:
            return supported(f"office tables: {seat.words}: {told(inside[0])}", cite_term(inside[0]))
    if not starts:
        return not_covered(f"office tables: {seat.words}: {told(mine[0])}", cite_term(mine[0]))
    term = min(starts, key=lambda t: gap(begun, bounds(t.start)))
    away = gap(begun, bounds(term.start))
    why = f"office tables: {seat.words}: {told(term)}; the text says since {shown(begun)}"
    if away <= 366:
        return disputed(f"{why}: election, appointment, oath and a first acting time differ", cite_term(term))
    if holds(term, begun):
        return not_covered(f"{why}, within the term", cite_term(term))
    return _outside(claim.subject, seat, begun, mine, _terms_of(claim.subject, seat.where))


def _ended(claim: Claim, seat: Seat, ended: Bounds, so_far: Check | None) -> Check:
    mine = [t for t in _terms_of(claim.subject, seat.where) if fits(t, seat) and t.end]
    for term in mine:
        if bounds(term.end).overlaps(ended) and not (so_far and _goes_on(term, mine)):
            return _borne_out(seat, term, so_far)
    inside = [t for t in mine if holds(t, ended)]
    if inside and so_far:
        if "until" in claim.fact.qualifiers or ended.day:
            return _too_early(claim, seat, ended, so_far)
        return so_far
    if not mine:
        return so_far or not_covered(f"the tables have no end of {claim.subject.name}'s time as {seat.words}")
    term = min(mine, key=lambda t: gap(ended, bounds(t.end)))
    why = f"office tables: {seat.words}: {told(term)}; the text says until {shown(ended)}"
    if gap(ended, bounds(term.end)) <= 366:
        return disputed(why, cite_term(term))
    return not_covered(f"{why}; the tables are not certain of the end", cite_term(term))


def _goes_on(term: Term, mine: list[Term]) -> bool:
    """Whether another row has the same person in the office without a break after this one."""
    end = bounds(term.end).last
    return any(
        t.start and t.table == "terms" and t.start > term.start and bounds(t.start).first <= moved(end, 45)
        and t.in_office.last > end
        for t in mine
    )  # fmt: skip


def _too_early(claim: Claim, seat: Seat, ended: Bounds, so_far: Check) -> Check:
    """The verdict where the tables have the person in the office after the end that the text tells.

    It is a contradiction where a source gives the end, or saw the person in the office later than that.
    """
    mine = [t for t in _terms_of(claim.subject, seat.where) if fits(t, seat)]
    term = max((t for t in mine if holds(t, ended)), key=lambda t: t.in_office.last)
    while (after := next((t for t in mine if t.start > term.start and _goes_on(term, [t])), None)) is not None:
        term = after
    sure = bounds(term.end).first if term.end_sure and len(term.end) == 10 else term.last_confirmed
    whole = replace(term, start=str(so_far.citations[0].row.get("start", term.start)))
    why = f"office tables: {seat.words}: {told(whole)}; the text says until {shown(ended)}"
    several = seat.where in SEVERAL_HOLD or seat.where in RIVALS or len({t.person for t in mine}) > 1
    certain = (
        term.confirmed and not term.differs and not several and sure and bounds(sure).first > moved(ended.last, 92)
    )
    if certain and not _in_part(claim.fact):
        return contradicted(why, cite_term(term))
    return disputed(f"{why}; the end is not certain, or only a part of the time is told", cite_term(term))


def _in_part(fact: Fact) -> bool:
    """“in 1997–2001”: years within a longer time in office."""
    words = fact.evidence.text.lower()
    before = words[: fact.date_text.start - fact.evidence.start] if fact.date_text else ""
    return before.rstrip(" (").endswith((" in", " during", "between", " over", "throughout", " of"))


def _borne_out(seat: Seat, last: Term, so_far: Check | None) -> Check:
    """The verdict where the end fits; a time in office that the table files in several rows is told as one."""
    if so_far is None or so_far.citations[0].row.get("start") == last.start:
        return supported(f"office tables: {seat.words}: {told(last)}", cite_term(last))
    begun = str(so_far.citations[0].row.get("start", ""))
    why = f"office tables: {seat.words}: {told(replace(last, start=begun))}"
    return supported(why, *so_far.citations, cite_term(last))


def check_leaving(claim: Claim) -> Check:
    """The verdict on ``left_office``."""
    seat = seat_of(claim.fact.value, claim.subject, claim.object)
    if isinstance(seat, Check):
        return seat
    if claim.begun is None:
        mine = [t for t in _terms_of(claim.subject, seat.where) if fits(t, seat) and t.end]
        if mine:
            return supported(f"office tables: {seat.words}: {told(mine[-1])}", cite_term(mine[-1]))
        return not_covered(f"the tables have no end of {claim.subject.name}'s time as {seat.words}")
    return _ended(claim, seat, claim.begun, None)


def check_taking(claim: Claim) -> Check:
    """The verdict on an election, appointment or re-election to an office: the term that followed it."""
    if claim.body in ("UN", "UNGA") and isinstance(claim.fact.qualifiers.get("session"), int):
        return check_presiding(claim)
    seat = seat_of(claim.fact.value, claim.subject, claim.object)
    if isinstance(seat, Check):
        return seat
    mine = sorted((t for t in _terms_of(claim.subject, seat.where) if fits(t, seat) and t.start), key=lambda t: t.start)
    if not mine:
        return _unknown(claim.subject, seat, None, _terms_of(claim.subject, seat.where))
    again = claim.fact.relation == "reelected_to"
    day = interval(claim.fact.qualifiers.get("elected")) or (
        claim.begun if claim.fact.relation == "appointed_to" else None
    )
    if claim.begun is not None and claim.fact.relation != "appointed_to":
        return _begun(claim, seat, claim.begun)
    if again and len(mine) < 2:
        return not_covered(
            f"office tables: {seat.words}: {told(mine[0])}; a second election is not noted", cite_term(mine[0])
        )
    terms = mine[1:] if again else mine
    if day is None:
        when = claim.published
        fit = [t for t in terms if when is None or t.start <= moved(when.last, 366)]
        if not fit:
            return not_covered(f"office tables: {seat.words}: {told(terms[0])}", cite_term(terms[0]))
        note = f" ({fit[-1].note})" if fit[-1].note else ""
        return supported(f"office tables: {seat.words}: {told(fit[-1])}{note}", cite_term(fit[-1]))
    for term in terms:
        start = bounds(term.start)
        noted = any(bounds(word).overlaps(day) for word in term.note.replace(";", " ").split() if word[:4].isdigit())
        if noted or day.overlaps(start) or (day.first <= moved(start.last, 31) and apart(day.last, start.first) <= 200):
            return supported(
                f"office tables: {seat.words}: {told(term)}{f' ({term.note})' if noted else ''}", cite_term(term)
            )
    return not_covered(
        f"office tables: {seat.words}: {told(terms[0])}; the day of election or appointment is not in the tables",
        cite_term(terms[0]),
    )
