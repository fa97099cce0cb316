"""Fills in the verdict of every fact and of every office in a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from memcon.checking.arithmetic import Slip, check_session, check_term_length, slip_of, slips
from memcon.checking.bodies import (
    check_capital,
    check_founding,
    check_independence,
    check_part,
    check_renaming,
)
from memcon.checking.chairs import check_chair
from memcon.checking.claims import Claim, claim_of, published
from memcon.checking.comparing import against_itself
from memcon.checking.memberships import JOINING, LEAVING, check_membership
from memcon.checking.naming import softened
from memcon.checking.offices import check_holding, check_leaving, check_taking, check_told_office
from memcon.checking.seats import seat_of
from memcon.checking.verdicts import not_covered
from memcon.record import Actor, Check, Fact, Office, Record
from memcon.reference.days import Bounds

_SAID = frozenset(("happened", "denied"))
_SILENT = {
    "opened_mission": "the tables hold no diplomatic missions",
    "closed_mission": "the tables hold no diplomatic missions",
    "reopened_mission": "the tables hold no diplomatic missions",
    "elevated_mission": "the tables hold no diplomatic missions",
    "accredited_to": "the tables hold no ambassadors",
    "recalled": "the tables hold no ambassadors",
    "recognized": "the tables hold no recognitions",
    "recognition_withdrawn": "the tables hold no recognitions",
    "established_relations": "the tables hold no diplomatic relations",
    "severed_relations": "the tables hold no diplomatic relations",
    "resumed_relations": "the tables hold no diplomatic relations",
    "signed": "the tables hold no treaties",
    "ratified": "the tables hold no treaties",
    "in_force": "the tables hold no treaties",
    "party_to": "the tables hold no treaties",
    "adopted": "the tables hold no decisions",
    "voted_on": "the tables hold no votes",
    "applied_to": "the tables hold admissions, not applications",
    "cooperates_with": "cooperation is nothing the tables could bear out",
    "hosts": "the tables hold no hosts",
}
_BY_RELATION: dict[str, Callable[[Claim], Check]] = {
    **dict.fromkeys((*JOINING, *LEAVING, "observer_at"), check_membership),
    "holds_office": check_holding,
    "left_office": check_leaving,
    "chairs": check_chair,
    "part_of": check_part,
    "founded": check_founding,
    "independent_from": check_independence,
    "capital_of": check_capital,
    "renamed": check_renaming,
    "succeeded_by": check_renaming,
}


def check(record: Record) -> Record:
    """The record with a verdict, its reason and its citations at every fact and every office of a person."""
    actors = {actor.id: actor for actor in record.actors}
    amiss = against_itself(record)
    wrong = slips(record)
    facts = tuple(
        replace(fact, check=_checked(record, fact, actors, wrong, amiss.get(fact.id))) for fact in record.facts
    )
    people = tuple(_with_offices(actor, record, actors) for actor in record.actors)
    return replace(record, facts=facts, actors=people)


def check_fact(record: Record, fact: Fact) -> Check:
    """The verdict on one fact of a record."""
    return _checked(record, fact, {a.id: a for a in record.actors}, slips(record), against_itself(record).get(fact.id))


def _checked(record: Record, fact: Fact, actors: dict[str, Actor], wrong: tuple[Slip, ...], also: str | None) -> Check:
    claim = claim_of(record, fact, actors)
    found = softened(_by_tables(claim), record, claim)
    doubts = [slip.why for slip in (slip_of(fact, wrong),) if slip] + ([also] if also else [])
    if not doubts:
        return found
    why = f"{found.why}; {'; '.join(doubts)}"
    verdict = (
        "disputed"
        if found.verdict == "not_covered" or (found.verdict == "supported" and also is None)
        else found.verdict
    )
    return Check(verdict, why, found.citations)


def _by_tables(claim: Claim) -> Check:
    fact = claim.fact
    if fact.status not in _SAID:
        return not_covered(f"it is told as {fact.status}, not as something that is so")
    found = _verdict(claim)
    if found.verdict in ("supported", "not_covered") and not fact.negated:
        odd = check_term_length(claim) or (check_session(claim) if found.verdict == "not_covered" else None)
        if odd is not None:
            return Check(odd.verdict, f"{odd.why}; {found.why}", (*odd.citations, *found.citations))
    return found


def _verdict(claim: Claim) -> Check:
    relation = claim.fact.relation
    if relation in ("elected_to", "reelected_to", "appointed_to"):
        if claim.subject.kind != "person" and claim.body is not None:
            return (
                check_membership(claim)
                if claim.body == "UNSC"
                else not_covered("the tables hold no elections to this body")
            )
        return check_taking(claim)
    checker = _BY_RELATION.get(relation)
    if checker is not None:
        return checker(claim)
    return not_covered(_SILENT.get(relation, "the tables hold nothing of the kind"))


def _with_offices(actor: Actor, record: Record, actors: dict[str, Actor]) -> Actor:
    if not actor.offices:
        return actor
    return replace(actor, offices=tuple(replace(o, check=_office(actor, o, record, actors)) for o in actor.offices))


def _office(actor: Actor, office: Office, record: Record, actors: dict[str, Actor]) -> Check:
    owner = next((a for a in actors.values() if office.body and a.name == office.body and a.kind != "person"), None)
    seat = seat_of(office.title, actor, owner, office.body)
    if isinstance(seat, Check):
        return seat
    return check_told_office(_claim_of_office(actor, office, record, actors), seat)


def _claim_of_office(actor: Actor, office: Office, record: Record, actors: dict[str, Actor]) -> Claim:
    """The office as the fact that tells it claims it; where no fact does, as one held on a day of an event of its
    holder, or of the report: that day can bear it out, not rule it out.
    """
    told = [
        claim_of(record, f, actors)
        for f in record.facts
        if f.relation == "holds_office" and f.subject == actor.id and f.value == office.title
    ]
    for claim in sorted(told, key=lambda c: (c.on is None, not c.of_now)):
        return claim
    evidence = office.evidence or actor.mentions[0].span
    bare = Fact("", "holds_office", actor.id, None, None, None, evidence, value=office.title)
    return Claim(bare, actor, None, None, None, None, _day_of(actor, office, record))


def _day_of(actor: Actor, office: Office, record: Record) -> Bounds | None:
    """The day of an event to which the holder of an office is party, else of the report."""
    for event in record.events:
        inside = office.evidence is None or event.evidence.overlaps(office.evidence)
        if (
            inside
            and actor.id in (*event.source, *event.target)
            and event.date
            and event.date.start
            and event.status == "happened"
        ):
            return Bounds(event.date.start, event.date.end or event.date.start)
    return published(record)
