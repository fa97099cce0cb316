"""One contact from many reports: which of them tell of the same, and what each adds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from memcon.archive.contact import IN_PERSON, Attendee, Contact, is_a_state


def kept_apart(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """The pairs of reports of which a person said that they are never of one story, in both orders."""
    pairs = connection.execute("SELECT one, other FROM apart").fetchall()
    return {(f"d{a}", f"d{b}") for a, b in pairs} | {(f"d{b}", f"d{a}") for a, b in pairs}


def merged(contacts: list[Contact], apart: set[tuple[str, str]]) -> list[Contact]:
    """One line a contact: first what each report tells of it, then what several reports do."""
    once = _united(contacts, _is_told_again)
    return _united(once, lambda one, other: _same(one, other, apart))


def _united(contacts: list[Contact], same: Callable[[Contact, Contact], bool]) -> list[Contact]:
    kept: list[Contact] = []
    by_day: dict[str | None, list[Contact]] = {}
    for contact in contacts:
        near = by_day.setdefault(contact.day, [])
        first = next((one for one in near if same(one, contact)), None) if contact.day else None
        if first is None:
            near.append(contact)
            kept.append(contact)
            continue
        first.ids += contact.ids
        for mine, more in (
            (first.reports, contact.reports),
            (first.outlets, contact.outlets),
            (first.topics, contact.topics),
        ):
            mine += [one for one in more if one not in mine]
        first.one, first.other = _named(first.one, contact.one), _named(first.other, contact.other)
        known = _names([*first.one, *first.other, *first.others])
        first.others += [who for who in contact.others if who.name not in known]
        first.place = first.place or contact.place
        first.visitors = first.visitors or contact.visitors
        if "visit" in (first.channel, contact.channel):
            first.channel = "visit"
    return kept


def _named(attendees: list[Attendee], others: list[Attendee]) -> list[Attendee]:
    """Those whom either report names, where the other names only their state."""
    return others if is_a_state(attendees) else attendees


def _meet(one: Contact, other: Contact) -> bool:
    """Whether somebody of either side takes part in both."""
    return bool(_names(one.one) & _names(other.one) and _names(one.other) & _names(other.other))


def _meet_for_a_state(one: Contact, other: Contact) -> bool:
    """Whether the same people of one side meet people of the other in one report and their state in the second."""
    for mine, theirs in (("one", "other"), ("other", "one")):
        same = _names(getattr(one, mine)) & _names(getattr(other, mine))
        if same and any(is_a_state(getattr(each, theirs)) for each in (one, other)):
            return True
    return False


def _is_told_again(one: Contact, other: Contact) -> bool:
    """Whether one report tells of a contact again further down, with no day of its own."""
    return (
        one.reports == other.reports
        and "context" in (one.basis, other.basis)
        and (one.status, one.until) == (other.status, other.until)
        and _meet(one, other)
    )


def _same(one: Contact, other: Contact, apart: set[tuple[str, str]]) -> bool:
    """Whether two reports tell of one contact."""
    in_person = {one.channel, other.channel} <= IN_PERSON
    if (one.status, one.until) != (other.status, other.until):
        return False
    if not (_meet(one, other) or (in_person and _meet_for_a_state(one, other))):
        return False
    if one.channel != other.channel and not in_person:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    if set(one.reports) & set(other.reports) or any((a, b) in apart for a in one.reports for b in other.reports):
        return False
    if one.story is not None and other.story is not None:
        return one.story == other.story
    if not one.outlets and not other.outlets:
        # Of no outlet that is known: two calls a day may be two, two meetings of the same people are one.
        return in_person
    return not set(one.outlets) & set(other.outlets)


def _names(attendees: list[Attendee]) -> set[str]:
    return {attendee.name for attendee in attendees}
