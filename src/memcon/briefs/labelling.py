"""Days in words, and what a thing is in a word or two: “meeting”, “offered aid”, “membership”."""

from __future__ import annotations

from memcon.archive.contacts import channel_of
from memcon.briefs.telling import Told
from memcon.record import Event, Span
from memcon.wording.days import day_in_words
from memcon.wording.labels import kind_of, status_of

_FACTS = {
    "member_of": "membership",
    "admitted_to": "admission",
    "acceded_to": "accession",
    "applied_to": "application",
    "withdrew_from": "withdrawal",
    "suspended_from": "suspension",
    "expelled_from": "expulsion",
    "observer_at": "observer",
    "elected_to": "election",
    "reelected_to": "re-election",
    "appointed_to": "appointment",
    "holds_office": "office",
    "left_office": "end of office",
    "chairs": "chair",
    "independent_from": "independence",
    "recognized": "recognition",
    "recognition_withdrawn": "recognition withdrawn",
    "established_relations": "relations established",
    "severed_relations": "relations broken off",
    "resumed_relations": "relations resumed",
    "opened_mission": "mission opened",
    "closed_mission": "mission closed",
    "reopened_mission": "mission reopened",
    "signed": "treaty signed",
    "ratified": "treaty ratified",
    "in_force": "treaty in force",
    "party_to": "treaty",
    "cooperates_with": "cooperation",
    "founded": "founding",
}
# Occasions on which somebody speaks or writes to the one addressed alone.
_WRITTEN = frozenset(("letter", "cable", "e-mail", "telephone call", "note", "message", "telegram"))


def reports_of_days(first: str | None, last: str | None) -> str:
    """“, dated 10 October 2020 to 10 March 2022”, after a number of reports; empty where no day is known."""
    one, other = day_in_words(first, first), day_in_words(last, last)
    if not one or not other:
        return ""
    return f", dated {one}" if one == other else f", dated {one} to {other}"


def label_of(one: Told) -> str:
    """What it is in a word or two: “meeting”, “visit”, “offered aid”, “alleged attack”, “statement”, “membership”."""
    if one.kind == "statement":
        return one.occasion if one.occasion and one.occasion != "press" else "statement"
    if one.kind == "fact":
        return _FACTS.get(one.type, one.type.replace("_", " "))
    if is_contact(one) and one.type == "CONSULT" and one.status == "happened":
        return channel_of(one.mode, one.cameo, one.cue, one.occasion)
    event = _event(one)
    return " ".join(filter(None, (status_of(event), kind_of(event))))


def is_contact(one: Told) -> bool:
    """Whether it is a meeting, visit, call or letter of two parties, as the contact log has them."""
    if one.kind == "statement":
        return one.occasion in _WRITTEN and bool(one.who("speaker")) and bool(one.who("addressee"))
    several = len({taker.local for taker in one.who("source", "target")}) > 1
    return one.kind == "event" and one.part_of is None and several and "CONSULT" in (one.type, one.act)


def _event(one: Told) -> Event:
    nothing = Span(0, 0, "")
    return Event(
        one.local, one.type, one.cameo, one.quad or "", (), (), one.status, one.background, None, nothing, nothing,
        mode=one.mode, act=one.act,
    )  # fmt: skip
