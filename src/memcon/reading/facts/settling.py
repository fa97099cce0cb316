"""What several facts of one document settle between them: one office a person, a day for an undated admission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.record import Fact

_STATES = frozenset({"member_of", "holds_office", "chairs", "elected_to", "reelected_to", "observer_at", "party_to"})
_ENTRIES = frozenset({"admitted_to", "acceded_to"})


def settled(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with those that say the same thing less fully left out.

    A membership that began on a day gives its day to an admission of the same member that has none: membership
    begins with admission.  Of several mentions of one office of one person the first dated one stays.
    """
    kept: list[Fact] = []
    begun = {
        (f.subject, f.object): f
        for f in facts
        if f.relation == "member_of" and f.start and "since" not in f.qualifiers and not f.negated
    }
    offices: dict[tuple[str, str | None, str | None], int] = {}
    spells: dict[tuple[str, str | None, str | None], set[str]] = {}
    for fact in facts:
        if fact.relation == "holds_office" and (fact.start or fact.end):
            spells.setdefault((fact.subject, fact.object, fact.value), set()).update((fact.start or "", fact.end or ""))
    for fact in facts:
        member = begun.get((fact.subject, fact.object)) if fact.relation in _ENTRIES else None
        if member is not None and fact.start is None and not fact.negated:
            fact = replace(fact, start=member.start, end=member.start, date_text=member.date_text)
        if fact.relation == "holds_office" and fact.start is None and fact.end is None:
            key = (fact.subject, fact.object, fact.value)
            on = fact.qualifiers.get("on")
            if key in spells and (on is None or on in spells[key]):
                continue  # its days are told elsewhere
            at = offices.get(key)
            if at is not None:
                if "on" in fact.qualifiers and "on" not in kept[at].qualifiers:
                    kept[at] = fact
                continue
            offices[key] = len(kept)
        kept.append(fact)
    return _without_coarser(_without_ownerless(kept))


def _without_ownerless(facts: list[Fact]) -> list[Fact]:
    """Without an office of no state or body that is told, for the same days, with the one it belongs to."""
    owned = {(f.subject, f.value, f.start, f.end) for f in facts if f.relation == "holds_office" and f.object}
    return [
        f
        for f in facts
        if f.relation != "holds_office" or f.object or (f.subject, f.value, f.start, f.end) not in owned or not f.start
    ]


def _without_coarser(facts: list[Fact]) -> list[Fact]:
    """Without the acts told once more with a wider date: “Recognition, 1992” above “recognised on April 7, 1992”."""
    days: dict[tuple[str, frozenset[str | None]], list[str]] = {}
    for fact in facts:
        if fact.start and fact.start == fact.end and not fact.negated:
            days.setdefault((fact.relation, frozenset((fact.subject, fact.object))), []).append(fact.start)
    kept = []
    for fact in facts:
        finer = days.get((fact.relation, frozenset((fact.subject, fact.object))), ())
        wide = fact.start and fact.end and fact.start != fact.end and fact.relation not in _STATES
        if not (wide and any((fact.start or "") <= day <= (fact.end or "") for day in finer)):
            kept.append(fact)
    return kept
