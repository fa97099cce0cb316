"""Who chaired the Non-Aligned Movement, and who presided over a session of the General Assembly."""

from __future__ import annotations

from memcon.checking.claims import Claim, state_of
from memcon.checking.verdicts import cite, contradicted, disputed, not_covered, said_on, supported
from memcon.record import Actor, Check, Citation
from memcon.reference import Session, chairs, ga_sessions, in_text, name_tokens, same_person
from memcon.reference.days import LATEST, Bounds, bounds, in_words, moved, ordinal
from memcon.reference.membership import Chair, nam_chairs

# A chair is handed over at a summit or a little before or after it.
_HANDING_OVER = 60  # days


def check_chair(claim: Claim) -> Check:
    """The verdict on chairing an organisation: the Non-Aligned Movement, or a session of the General Assembly."""
    if claim.body in ("UN", "UNGA") and isinstance(claim.fact.qualifiers.get("session"), int):
        return check_presiding(claim)
    if claim.body != "NAM":
        return not_covered("the tables hold the chairs of the Non-Aligned Movement and the presidents of the Assembly")
    iso3 = state_of(claim.subject) or claim.subject.country
    if iso3 is None:
        return not_covered("the tables list the chairs by state")
    mine = [c for c in nam_chairs() if c.iso3 == iso3]
    when = claim.begun or claim.ended or claim.when
    if when is None:
        if mine:
            return supported(f"{_told(mine[-1])}; the text gives no day", _cited(mine[-1]))
        return not_covered(f"the tables do not have {in_text(iso3)} among the chairs")
    if claim.fact.negated:
        return not_covered("the text denies it; the tables hold who chaired")
    for chair in mine:
        if bounds(chair.start).overlaps(when) or (claim.begun is None and _span(chair).overlaps(when)):
            return _until(claim, chair)
        if claim.ended and claim.begun and chair.start[:4] == claim.begun.first[:4]:
            return _until(claim, chair)
    return _otherwise(iso3, when, _core(claim, when), mine)


def _core(claim: Claim, when: Bounds) -> Bounds:
    """The days that surely lie within what is told: of “from 2009 to 2012”, all but the first and the last year."""
    if claim.begun and claim.ended and claim.begun.last < claim.ended.first:
        return Bounds(claim.begun.last, claim.ended.first)
    return when


def _until(claim: Claim, chair: Chair) -> Check:
    """The verdict where the beginning fits: supported, unless the text has it end in another year."""
    if claim.ended and claim.begun and chair.end and chair.end[:4] not in (claim.ended.first[:4], claim.ended.last[:4]):
        return disputed(f"{_told(chair)}; the text says until {in_words(claim.ended.last)}", _cited(chair))
    return supported(_told(chair), _cited(chair))


def _otherwise(iso3: str, when: Bounds, core: Bounds, mine: list[Chair]) -> Check:
    """The verdict on a state that the table does not have in the chair on the days told."""
    text = f"the text has {in_text(iso3)} as chair {said_on(when)}"
    known = f"{_told(mine[-1])}; " if mine else ""
    near = any(_span(c, _HANDING_OVER).overlaps(Bounds(when.first, core.last)) for c in mine)
    other = next(iter(chairs("NAM", core.first)), None)
    if other is None or near or other.iso3 == iso3:
        return not_covered(f"{known}{text}", *map(_cited, mine[-1:]))
    inside = _span(other, -_HANDING_OVER)
    covered = inside.first <= core.first and core.last <= inside.last
    if covered and other.agreement in ("agree-day", "agree-year"):
        return contradicted(f"{_told(other)}; {text}", _cited(other))
    return not_covered(f"{_told(other)}; {text}", _cited(other))


def _span(chair: Chair, days: int = 0) -> Bounds:
    """The days of a chair, so many days more (or less) at each end; a year-level row gives a whole year less."""
    first, last = bounds(chair.start), bounds(chair.end) if chair.end else Bounds(LATEST, LATEST)
    if days < 0:
        return Bounds(moved(first.last, -days), moved(last.first, days) if last.first != LATEST else LATEST)
    return Bounds(moved(first.first, -days), moved(last.last, days) if last.last != LATEST else LATEST)


def _cited(row: Chair) -> Citation:
    return cite("nam_chairs", row.row(), row.source)


def _told(row: Chair) -> str:
    end = f" to {in_words(row.end)}" if row.end else ""
    return f"{in_text(row.iso3)} chaired the Non-Aligned Movement from {in_words(row.start)}{end}"


def check_presiding(claim: Claim) -> Check:
    """The verdict on who presided over a numbered session of the General Assembly; the list rests on one source, so
    that another name is no contradiction.
    """
    number = claim.fact.qualifiers["session"]
    session = ga_sessions().get(number) if isinstance(number, int) else None
    if session is None or not session.president:
        return not_covered("the tables do not have this session of the General Assembly")
    source = cite("ga_sessions", session.row(), session.source)
    told = f"{session.president} presided over the {ordinal(session.number)} session, from {in_words(session.opened)}"
    if is_president(claim.subject, session):
        return supported(told, source)
    return not_covered(f"{told}; the text says {claim.subject.name}", source)


def is_president(who: Actor, session: Session) -> bool:
    """Whether an actor is the president of a session, or the state the president came from."""
    if who.kind == "person":
        return same_person(name_tokens(who.name), name_tokens(session.president))
    return (state_of(who) or who.country) == session.president_iso3
