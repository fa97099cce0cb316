"""The chronology of one or two sides: events in the order of days, apart from them what was told in passing."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence

from memcon.archive import Archive
from memcon.archive.contact_merging import kept_apart
from memcon.briefs.collecting import collecting_later
from memcon.briefs.findings import Chronology, Line, Searched
from memcon.briefs.gathering import Happening, add_parts, gathered, held_as_announced
from memcon.briefs.labelling import label_of
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.telling import Reports, Told, facts_once, kind_is, places, role_of, told
from memcon.ontology import TYPES
from memcon.wording.days import day_in_words

#: What a chronology can be narrowed to by ``checked``: what a person accepted or edited, and what the tables support.
CHECKED = ("accepted", "edited", "supported")
#: Lines that a chronology prints unless it is asked for more.
LINES = 100


def chronology(
    archive: Archive,
    one: str | None = None,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
    checked: bool = False,
    limit: int | None = LINES,
) -> Chronology:
    """What happened between two sides, of one side, or at all, with background apart.

    Args:
        archive: where to look.
        one: a state, body, person or code; None for everybody.
        other: the second side.
        since: the first day, ISO, with ``until``, the last; what has no day is left out where either is given.
        types: only these PLOVER types, of events and of the acts that are promised, asked for or refused.
        statuses: only what happened, was planned, is denied …
        checked: only what a person accepted or edited or the tables support.
        limit: at most so many lines of events, the latest; None for all.

    Raises:
        UnknownSide: nobody has one of the names.
    """
    sides = sides_of(archive.connection, one, other)
    teller = Teller(Reports(archive.connection))
    with collecting_later():
        return chronology_of(
            archive.connection, sides, teller,
            since=since, until=until, types=types, statuses=statuses, checked=checked, limit=limit,
        )  # fmt: skip


def chronology_of(
    connection: sqlite3.Connection,
    sides: Sequence[Side],
    teller: Teller,
    *,
    since: str | None = None,
    until: str | None = None,
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
    checked: bool = False,
    limit: int | None = LINES,
) -> Chronology:
    """As :func:`chronology`, for sides that are known already and a teller who has introduced people before."""
    asked = [role_of("with", each) for each in sides]
    found = told(connection, places(connection, [*asked, kind_is("event")], since=since, until=until))
    facts = places(connection, [*asked, kind_is("fact")], since=since, until=until)
    found += told(connection, facts_once(connection, facts, dated=True))
    letters = [*asked, kind_is("statement"), 'facets : "contact_0"']
    found += told(connection, places(connection, letters, since=since, until=until))
    found = [each for each in found if _within(each, since, until)]
    searched = replace_counts(look(connection, sides, _filters(since, until, types, statuses, checked)), found)
    happenings = gathered(found, kept_apart(connection))
    kept = [each for each in happenings if _wanted(each, types, statuses, checked)]
    wholes = {(each.version, each.local) for whole in kept for each in whole.tellings}
    kept = [each for each in kept if (each.one.version, each.one.part_of) not in wholes]
    events = held_as_announced([each for each in kept if each.is_event])
    behind = [each for each in kept if not each.is_event and _is_dated(each.one)]
    shown = events if limit is None else events[-limit:] if limit else []
    behind_shown = behind if limit is None else behind[-limit:] if limit else []
    add_parts(connection, shown, letters=[each for each in kept if each.one.kind == "statement"])
    return Chronology(
        searched,
        tuple(line_of(each, teller) for each in shown),
        tuple(line_of(each, teller) for each in behind_shown),
        len(events) - len(shown),
        dict(sorted(Counter(each.one.day[:4] if each.one.day else "no day" for each in events).items())),
        {kind: count for kind in TYPES if (count := sum(each.one.type == kind for each in events))},
        dict(Counter(each.one.status for each in events).most_common()),
    )


def line_of(happening: Happening, teller: Teller) -> Line:
    """The line of a chronology."""
    one = happening.one
    sentence = teller.tell(one, also=happening.also)
    return Line(
        ids=tuple(each.id for each in (*happening.tellings, *happening.facts, *happening.announced)),
        kind=one.kind,
        day=one.day,
        until=one.until,
        basis=one.basis,
        label=label_of(next((each for each in happening.facts if each.kind == "fact"), one)),
        type=one.type,
        quad=one.quad,
        status=one.status,
        background=happening.background or one.kind == "fact",
        sentence=sentence,
        reports=tuple(dict.fromkeys(each.report for each in happening.tellings)),
        parts=(
            *(teller.announcement(each) for each in happening.announced),
            *(teller.tell(part) for part in happening.parts),
        ),
        checked=happening.checked,
    )


# ---- what is asked for


def _within(one: Told, since: str | None, until: str | None) -> bool:
    if one.day is None:
        return not since and not until
    return (not since or (one.until or one.day) >= since) and (not until or one.day <= until)


def _wanted(each: Happening, types: Sequence[str], statuses: Sequence[str], checked: bool) -> bool:
    one = each.one
    if types and (one.kind != "event" or (one.type not in types and one.act not in types)):
        return False
    if statuses and one.status not in statuses:
        return False
    return not checked or each.checked in CHECKED


def _is_dated(one: Told) -> bool:
    """Whether something told in passing has a day of its own; what has none is standing and no step of a story."""
    return one.named or (one.kind == "event" and one.background)


def _filters(
    since: str | None, until: str | None, types: Sequence[str], statuses: Sequence[str], checked: bool
) -> tuple[str, ...]:
    """What an answer was narrowed by, in words."""
    words: list[tuple[object, Callable[[], str]]] = [
        (since, lambda: f"on or after {day_in_words(since, since)}"),
        (until, lambda: f"on or before {day_in_words(until, until)}"),
        (types, lambda: f"of type {', '.join(types)}"),
        (statuses, lambda: f"{', '.join(statuses)}"),
        (checked, lambda: "accepted or edited by a person, or supported by the tables"),
    ]
    return tuple(say() for given, say in words if given)


def look(connection: sqlite3.Connection, sides: Sequence[Side], filters: Sequence[str] = ()) -> Searched:
    """Where is looked: how many reports of which days."""
    row = connection.execute(
        "SELECT count(*), min(published_start), max(published_end) FROM documents"
        " JOIN versions ON versions.id = documents.current"
    ).fetchone()
    return Searched(tuple(sides), row[0], row[1], row[2], filters=tuple(filters))


def replace_counts(searched: Searched, found: Sequence[Told]) -> Searched:
    """With how much of each kind was found."""
    from dataclasses import replace

    kinds = Counter(one.kind for one in found)
    return replace(searched, events=kinds["event"], statements=kinds["statement"], facts=kinds["fact"])
