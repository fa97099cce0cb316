"""What belongs to the United Nations system, when bodies were founded, and what states were called and became."""

from __future__ import annotations

from functools import lru_cache

from memcon.checking.claims import Claim, body_of, state_of
from memcon.checking.verdicts import cite, contradicted, disputed, not_covered, shown, supported, the
from memcon.record import Check
from memcon.reference import Body, body, find_place, fold, in_text, part_of, state, states
from memcon.reference.days import Bounds, bounds, in_words, moved
from memcon.reference.tables import table


def _row(found: Body) -> dict[str, str]:
    cells = {
        "acronym": found.key,
        "name": found.name,
        "kind": found.standing,
        "parent": found.parent,
        "founded": found.founded,
        "seat": found.seat,
        "agreement": found.agreement,
    }
    return {k: v for k, v in cells.items() if v}


def check_part(claim: Claim) -> Check:
    """The verdict on one body's belonging to another."""
    part, whole = body_of(claim.subject), body_of(claim.object)
    if part is None or whole is None or (found := body(part)) is None or (bigger := body(whole)) is None:
        return not_covered("the tables do not know one of the bodies")
    citation = cite("un_system", _row(found), found.source)
    if claim.fact.negated:
        return not_covered("the text denies it", citation)
    if "not a UN" in found.standing and whole == "UN":
        if found.agreement == "agree":
            return contradicted(f"UN System Chart: {found.name} is an {found.standing}", citation)
        return disputed(f"UN System Chart: {found.name} is an {found.standing}", citation)
    if part_of(part, whole):
        whole_name = "the United Nations system" if whole == "UN" else the(bigger.name)
        return supported(
            f"UN System Chart: {found.name} is {_article(found.standing)} of {whole_name}",
            citation,
        )
    return not_covered(f"the tables do not say what {the(found.name)} belongs to", citation)


def _article(standing: str) -> str:
    return f"{'an' if standing[:1] in 'aeiou' else 'a'} {standing or 'body'}"


def check_founding(claim: Claim) -> Check:
    """The verdict on the founding of a body."""
    key = body_of(claim.subject)
    found = body(key) if key else None
    if found is None or not found.founded:
        return not_covered("the tables have no founding day of it")
    citation = cite("un_system", _row(found), found.source)
    why = f"UN System Chart: {found.name} founded {in_words(found.founded)}"
    if claim.begun is None or claim.begun.overlaps(bounds(found.founded)):
        return supported(why, citation)
    return disputed(
        f"{why}; the text says {shown(claim.begun)}: signature, entry into force and first session differ", citation
    )


@lru_cache(maxsize=1)
def _rulers() -> dict[str, frozenset[str]]:
    """State → the states it became independent from."""
    return {row["iso3"]: frozenset(row["from"].split("|")) for row in table("independence").each()}


def check_independence(claim: Claim) -> Check:
    """The verdict on independence: from whom, and when; the day has several defensible answers."""
    iso3 = claim.state
    found = state(iso3) if iso3 else None
    if found is None or not found.valid_from or iso3 is None:
        return not_covered("the tables have no day of independence of it")
    ruler = state_of(claim.object)
    citation = cite(
        "states",
        {
            "iso3": iso3,
            "name": found.name,
            "independent_since": found.valid_from,
            "from": "|".join(sorted(_rulers().get(iso3, ()))),
        },
        found.source,
    )
    day = bounds(found.valid_from)
    if claim.fact.negated:
        return not_covered("the text denies it", citation)
    known = _rulers().get(iso3)
    if ruler and known and ruler not in known:
        return disputed(
            f"{found.name} became independent from {' and '.join(in_text(r) for r in sorted(known))}", citation
        )
    if known is None and ruler:
        return not_covered(f"the tables do not say from whom {found.name} became independent", citation)
    why = f"{found.name} independent from {in_words(found.valid_from)}" + (f", from {in_text(ruler)}" if ruler else "")
    begun = claim.begun
    if begun is None or begun.overlaps(day):
        return supported(why, citation)
    wider = Bounds(moved(day.first, -366), moved(day.last, 366))
    if begun.overlaps(wider):
        return disputed(
            f"{why}; the text says {shown(begun)}: declaration, referendum and recognition have different days",
            citation,
        )
    return not_covered(f"{why}; the text says {shown(begun)}", citation)


def check_capital(claim: Claim) -> Check:
    """The verdict on a capital: which city, of which state."""
    iso3 = state_of(claim.object) or claim.subject.country
    found = state(iso3, claim.when.first if claim.when else None) if iso3 else None
    if found is None or not found.capital:
        return not_covered("the tables have no capital of it")
    citation = cite("states", {"iso3": found.iso3, "name": found.name, "capital": found.capital}, found.source)
    place = find_place(claim.subject.name)
    if fold(found.capital) == fold(claim.subject.name) or (place and place.kind == "capital" and place.country == iso3):
        return supported(f"{found.capital} is the capital of {found.name}", citation)
    return not_covered(f"the tables have {found.capital} as the capital of {found.name}", citation)


def check_renaming(claim: Claim) -> Check:
    """The verdict on a change of a state's name."""
    iso3 = claim.state or state_of(claim.object)
    for past in states():
        if past.iso3 == iso3 and past.valid_to:
            citation = cite(
                "states",
                {"iso3": past.iso3, "name": past.name, "from": past.valid_from, "to": past.valid_to},
                past.source,
            )
            why = f"{past.name} was so called until {in_words(past.valid_to)}"
            if claim.begun is not None and claim.begun.overlaps(bounds(past.valid_to)):
                return supported(why, citation)
            if claim.begun is not None and claim.begun.overlaps(
                Bounds(moved(past.valid_to, -366), moved(past.valid_to, 366))
            ):
                return disputed(f"{why}; the text says {shown(claim.begun)}", citation)
    return not_covered("the tables do not have this change of name")
