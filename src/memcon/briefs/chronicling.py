"""The chronology of one or two sides: events in the order of days, apart from them what was told in passing."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from memcon.archive import Archive
from memcon.archive.contacts import IN_PERSON, channel_of
from memcon.briefs.collecting import collecting_later
from memcon.briefs.differing import likeness
from memcon.briefs.findings import Chronology, Line, Searched
from memcon.briefs.labelling import label_of
from memcon.briefs.people import stands_for
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.telling import Reports, Taker, Told, facts_once, kind_is, places, role_of, told
from memcon.ontology import TYPES
from memcon.wording.days import day_in_words

#: What a chronology can be narrowed to by ``checked``: what a person accepted or edited, and what the tables support.
CHECKED = ("accepted", "edited", "supported")
#: Lines that a chronology prints unless it is asked for more.
LINES = 100

# Parts of one meeting in two reports are one where so much of the telling words of the shorter is in the other.
_AGAIN = 0.5
_LETTER = re.compile(r"\b(?:letters?|messages?|cables?|telegrams?|notes?|wrote|written)\b")
_PARTS = """
SELECT entries.place FROM json_each(?) AS wanted
CROSS JOIN entries ON entries.version = wanted.value AND entries.kind = 'event'
JOIN events ON events.id = entries.id
WHERE events.part_of IS NOT NULL
"""


@dataclass(slots=True, eq=False)
class Happening:
    """What reports tell of one thing: the fullest telling first, the same in other reports, its parts and its facts."""

    one: Told
    also: list[Told] = field(default_factory=list)
    parts: list[Told] = field(default_factory=list)
    facts: list[Told] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.reports.add(self.one.report)

    def tell_again(self, one: Told) -> None:
        """The same in another report."""
        if one.report not in self.reports:
            self.reports.add(one.report)
            self.also.append(one)

    @property
    def is_event(self) -> bool:
        """Whether it is an event or letter of its own time."""
        return self.one.kind != "fact" and not self.background

    @property
    def tellings(self) -> tuple[Told, ...]:
        """All of them."""
        return (self.one, *self.also)

    @property
    def background(self) -> bool:
        """Whether it is told in passing."""
        return self.one.background or any(each.background for each in self.facts)

    @property
    def checked(self) -> str | None:
        """accepted or edited by a person; else the verdict of the fact that it is."""
        standing = next((each.standing for each in self.tellings if each.standing != "read"), None)
        verdicts = [each.verdict for each in (*self.tellings, *self.facts) if each.verdict]
        return standing or next(iter(verdicts), None)


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
    happenings = gathered(found, _apart(connection))
    kept = [each for each in happenings if _wanted(each, types, statuses, checked)]
    wholes = {(each.version, each.local) for whole in kept for each in whole.tellings}
    kept = [each for each in kept if (each.one.version, each.one.part_of) not in wholes]
    events = [each for each in kept if each.is_event]
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
        ids=tuple(each.id for each in (*happening.tellings, *happening.facts)),
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
        parts=tuple(teller.tell(part) for part in happening.parts),
        checked=happening.checked,
    )


# ---- one thing told several times


def gathered(found: Iterable[Told], apart: set[tuple[str, str]]) -> list[Happening]:
    """What was told, once each: several reports of one thing, a fact that an event is, and what one report repeats."""
    happenings: list[Happening] = []
    near: dict[object, list[Happening]] = {}
    here: dict[tuple[int, int], list[Happening]] = {}
    order = {"statement": 0, "event": 1, "fact": 2}
    for one in sorted(found, key=lambda each: (order[each.kind], each.place)):
        sentence = (one.version, one.sentence_start)
        if is_same := _is_the(one, here.get(sentence, ())):
            is_same.facts.append(one)
            continue
        alike = near.setdefault(_key(one), [])
        first = next((each for each in alike if _same(each, one, apart)), None)
        if first is None:
            first = Happening(one)
            happenings.append(first)
            alike.append(first)
        elif one.kind == "statement" and one.report == first.one.report:
            first.parts.append(one)
        else:
            first.tell_again(one)
        if one.kind != "fact":
            here.setdefault(sentence, []).append(first)
    happenings.sort(key=lambda each: each.one.order)
    return happenings


def _is_the(one: Told, here: Iterable[Happening]) -> Happening | None:
    """What a fact tells again, or an event that is the letter of which the sentence tells."""
    for each in here:
        first = each.one
        if one.kind == "fact" and first.named and one.named and first.day == one.day:
            return each
        if one.kind == "event" and first.kind == "statement" and _LETTER.search(one.cue):
            return each
        if one.kind == first.kind == "event" and _repeats(one, first):
            return each
    return None


def _repeats(one: Told, first: Told) -> bool:
    """Whether an event is a part of the words of another of the same kind and the same party."""
    same = (one.type, one.status, one.day) == (first.type, first.status, first.day)
    acting = {taker.name for taker in one.who("source")} <= {taker.name for taker in first.who("source")}
    return same and acting and first.start <= one.start and one.end <= first.end


def _key(one: Told) -> object:
    if one.kind == "fact":
        return _fact_key(one)
    if one.kind == "statement":
        who = tuple(tuple(taker.name for taker in one.who(role)) for role in ("speaker", "addressee"))
        return "letter", one.day, one.until, one.occasion, who
    parties = (frozenset(t.name for t in one.who("source")), frozenset(t.name for t in one.who("target")))
    if _in_person(one):
        return one.day, one.until, "in person", one.status, one.background
    both = frozenset(parties) if one.type == "CONSULT" else parties
    return one.day, one.until, one.type, one.act, one.status, one.background, both


def _fact_key(one: Told) -> object:
    who = tuple(tuple(taker.name for taker in one.who(role)) for role in ("subject", "object"))
    return "fact", one.type, who, one.value, one.fact_start, one.fact_end, one.negated


def _in_person(one: Told) -> bool:
    """Whether it is a meeting or visit that took place, which reports call now the one, now the other."""
    held = one.kind == "event" and one.type == "CONSULT" and one.status == "happened"
    return held and channel_of(one.mode, one.cameo, one.cue, one.occasion) in IN_PERSON


def _of_the_same(one: Told, other: Told) -> bool:
    """Whether two meetings are of the same people: each is in the other, where it names people of that state."""
    a, b = one.who("source", "target"), other.who("source", "target")

    def within(some: Sequence[Taker], others: Sequence[Taker]) -> bool:
        return all(any(stands_for(x, y) or stands_for(y, x) for y in others) for x in some)

    return bool(a) and bool(b) and within(a, b) and within(b, a)


def _same(known: Happening, one: Told, apart: set[tuple[str, str]]) -> bool:
    """Whether another report tells of the same, or the same report does once more in the same words."""
    first = known.one
    if _in_person(one) and not any(_of_the_same(each, one) for each in known.tellings):
        return False
    if one.kind == "fact" or (one.kind == "statement" and one.report == first.report):
        return True
    if one.report == first.report:
        return one.sentence == first.sentence or (one.part_of == first.local or first.part_of == one.local)
    if any((each.report, one.report) in apart for each in known.tellings):
        return False
    if first.location and one.location and first.location != one.location:
        return False
    if first.story is not None and first.story == one.story:
        return True
    if first.basis == one.basis == "report":
        return False
    if not first.outlet and not one.outlet:
        # Of no outlet that is known: two calls a day may be two, two meetings of the same people are one.
        return _in_person(one)
    return one.outlet not in {each.outlet for each in known.tellings}


def add_parts(
    connection: sqlite3.Connection, happenings: Sequence[Happening], letters: Sequence[Happening] = ()
) -> None:
    """Give each happening what was said and done as a part of it; what a letter says is no part of a meeting."""
    written = [
        (each.version, each.local, each.sentence_start) for one in letters for each in (*one.tellings, *one.parts)
    ]
    within = {(version, local) for version, local, _ in written} | {(version, start) for version, _, start in written}
    wholes = {(each.version, each.local): whole for whole in happenings for each in whole.tellings}
    versions = json.dumps(list({version for version, _ in wholes}))
    found = told(connection, (row[0] for row in connection.execute(_PARTS, (versions,))))
    found = [part for part in found if not any(_is_within(part, each) for each in found)]
    for part in found:
        whole = wholes.get((part.version, part.part_of or ""))
        if {(part.version, part.statement), (part.version, part.sentence_start)} & within:
            continue
        if whole is None or any(_is_within(part, each) for each in whole.tellings):
            continue
        others = [each for each in whole.parts if each.version != part.version]
        if not any(_tells_again(part, each) for each in others):
            whole.parts.append(part)


def _tells_again(part: Told, other: Told) -> bool:
    """Whether a part of a meeting is one that another report tells, in much the same words."""
    if (part.type, part.status) != (other.type, other.status):
        return False
    return likeness(part.sentence, other.sentence) >= _AGAIN


def _is_within(part: Told, other: Told) -> bool:
    """Whether the words of one are a part of the words of another, which says them already."""
    return (
        part is not other
        and (part.version, part.sentence_start) == (other.version, other.sentence_start)
        and other.start <= part.start
        and part.end <= other.end
        and part.end - part.start < other.end - other.start
    )


def _apart(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    pairs = connection.execute("SELECT one, other FROM apart").fetchall()
    return {(f"d{a}", f"d{b}") for a, b in pairs} | {(f"d{b}", f"d{a}") for a, b in pairs}


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
