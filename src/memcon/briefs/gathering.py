"""What several reports tell of one thing, as one happening: its tellings, its parts, and how it was announced."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from memcon.archive.contact import IN_PERSON
from memcon.archive.contacts import channel_of
from memcon.briefs.differing import likeness
from memcon.briefs.outcomes import outcome_of
from memcon.briefs.people import stands_for
from memcon.briefs.telling import Taker, Told, told

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
    """What reports tell of one thing: the fullest telling first, the same in other reports, its parts and its facts.

    ``announced`` is what earlier reports had said of it when it lay ahead.
    """

    one: Told
    also: list[Told] = field(default_factory=list)
    parts: list[Told] = field(default_factory=list)
    facts: list[Told] = field(default_factory=list)
    announced: list[Told] = field(default_factory=list)
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


def held_as_announced(events: Sequence[Happening]) -> list[Happening]:
    """The events without the meetings that are planned in one report and held in another: these stand once, as held."""
    held = {(each.one.version, each.one.local): each for each in events if _in_person(each.one)}
    later = [each.one for each in held.values()]
    kept = []
    for each in events:
        one = each.one
        since: list[Told] = []
        if one.status == "planned" and one.named and "CONSULT" in (one.type, one.act):
            outcome, since = outcome_of(one, later, ())
            since = since if outcome == "followed" else []
        if since:
            held[since[0].version, since[0].local].announced += each.tellings
        else:
            kept.append(each)
    return kept


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
