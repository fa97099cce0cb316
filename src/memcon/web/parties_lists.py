"""The lists of a party's page as rows: what the page shows, a spreadsheet takes and the API answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from memcon.archive import Archive, Attendee, Contact
from memcon.briefs import (
    AnyCitation,
    Line,
    Position,
    Promise,
    ReportCitation,
    Sentence,
    Standing,
    chronology,
    positions,
    promises,
    side,
    standing,
)
from memcon.web.parties_network import Counterpart, network

Row = dict[str, Any]
Rows = Callable[[Archive, str, str | None], Iterable[Row]]


def _contacts(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(contact_row, latest_first(archive.log(one, other)))


def _standing(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(standing_row, standing(archive, one, other))


def _positions(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(position_row, positions(archive, one, other, limit=None))


def _promises(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(promise_row, promises(archive, one, other, limit=None))


def _chronology(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(line_row, chronology(archive, one, other, limit=None).events)


def _background(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(line_row, chronology(archive, one, other, limit=None).background)


def _network(archive: Archive, one: str, other: str | None) -> Iterable[Row]:
    return map(counterpart_row, network(archive.connection, side(archive.connection, one)).counterparts)


#: Every list by its name: what it is, and what gives its rows.
LISTS: Mapping[str, tuple[str, Rows]] = {
    "contacts": ("The contact log: who met, called, visited or wrote to whom, the latest first", _contacts),
    "standing": ("Memberships, offices, missions and relations, with what the tables say", _standing),
    "positions": ("What was said or asked, the latest first, with what is worded otherwise than before", _positions),
    "promises": ("What was announced, promised or offered, and what became of it", _promises),
    "chronology": ("What happened, in the order of days", _chronology),
    "background": ("What was told in passing about another time, in the order of days", _background),
    "network": ("With whom the party deals: events in cooperation and in conflict", _network),
}


class _Dated(Protocol):
    @property
    def day(self) -> str | None: ...


Dated = TypeVar("Dated", bound=_Dated)


def latest_first(lines: Sequence[Dated]) -> list[Dated]:
    """Lines in the order of days, turned round; what has no day stays last."""
    return [one for one in reversed(lines) if one.day] + [one for one in lines if not one.day]


def contact_row(contact: Contact) -> Row:
    """A contact."""
    people = {side: [_attendee(who) for who in getattr(contact, side)] for side in ("one", "other", "others")}
    return {
        **_fields(contact, "day", "until", "basis", "channel", "status"),
        **people,
        **_fields(contact, "visitors", "place", "topics", "sentence", "ids", "reports", "outlets"),
    }


def standing_row(one: Standing) -> Row:
    """How a party stands."""
    told = _fields(
        one, "kind", "subject", "relation", "object", "value", "start", "end", "verdict", "why", "told_by"
    )  # fmt: skip
    return told | _sentence(one.sentence)


def position_row(one: Position) -> Row:
    """A position or request."""
    before = one.before
    return {
        **_fields(
            one, "id", "kind", "day", "until", "basis", "holder", "side", "toward", "label", "topics", "wording"
        ),
        "before_id": before.id if before else None,
        "before_day": before.day if before else None,
        "before_wording": before.wording if before else None,
        **_sentence(one.sentence),
    }  # fmt: skip


def promise_row(one: Promise) -> Row:
    """A promise."""
    return {
        **_fields(one, "id", "day", "until", "maker", "to", "act", "status", "topics", "outcome"),
        "later": [later.text for later in one.later],
        **_sentence(one.sentence),
    }


def line_row(one: Line) -> Row:
    """A line of a chronology."""
    return {
        **_fields(one, "day", "until", "basis", "kind", "type", "label", "quad", "status", "background", "checked"),
        "parts": [part.text for part in one.parts],
        "ids": list(one.ids),
        **_sentence(one.sentence),
    }


def counterpart_row(one: Counterpart) -> Row:
    """A party that another deals with."""
    dealing = one.dealing
    return {
        "key": one.key,
        "name": one.name,
        "cooperation": dealing.together,
        "conflict": dealing.against,
        "last": dealing.last,
    }


def _fields(one: object, *names: str) -> Row:
    """The fields of these names, several values as a list."""
    found = {name: getattr(one, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def _attendee(who: Attendee) -> Row:
    return _fields(who, "name", "office", "told_by")


def _sentence(sentence: Sentence) -> Row:
    """What can be printed, with the places in reports and the tables that it rests on."""
    return {
        "sentence": sentence.text,
        "reports": list(dict.fromkeys(_place(one) for one in sentence.citations if isinstance(one, ReportCitation))),
        "tables": list(dict.fromkeys(_table(one) for one in sentence.citations if not isinstance(one, ReportCitation))),
    }


def _place(one: ReportCitation) -> str:
    return f"{one.report.id}#{one.item}" if one.item else one.report.id


def _table(one: AnyCitation) -> str:
    return "" if isinstance(one, ReportCitation) else f"{one.table} ({one.source})"
