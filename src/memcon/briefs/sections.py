"""The sections of a brief, ours and those that installed packages bring.

A section is a :class:`BriefSection`; its ``write`` is given an :class:`Ask` and returns a
:class:`~memcon.briefs.page.Section`, or None where it does not apply.  Packages bring sections by the entry-point
group ``memcon.brief_sections``; ``numbers``, one of ours, comes in that way too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from memcon.archive import Archive
from memcon.briefs.asking import Question
from memcon.briefs.chronicling import LINES, chronology_of, look
from memcon.briefs.citations import Sentence
from memcon.briefs.contacts import last_contact_of
from memcon.briefs.drawing import bars, timeline
from memcon.briefs.findings import Chronology, Line, Position, Promise, Standing
from memcon.briefs.labelling import reports_of_days
from memcon.briefs.page import Group, Item, Section, Table, identity
from memcon.briefs.phrasing import Teller
from memcon.briefs.positions import POSITIONS, positions_of
from memcon.briefs.promises import PROMISES, promises_of
from memcon.briefs.sides import Side
from memcon.briefs.standing import standing_of
from memcon.record import Actor
from memcon.reference import find_body
from memcon.wording.days import day_in_words
from memcon.wording.labels import TYPES
from memcon.wording.names import capitalised, listed, within_a_sentence

GROUP = "memcon.brief_sections"

_BASIS = {
    "report": "day of the report",
    "publication": "day of publication",
    "reported": "as reported",
    "context": "",
    "inferred": "worked out",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What a section is asked for.

    Attributes:
        sides: one or two.
        teller: makes cited sentences of what the archive tells.
        since: the first day, ISO, with ``until``, the last.
        lines: how many lines of the chronology; None for all.
    """

    archive: Archive
    sides: tuple[Side, ...]
    teller: Teller
    since: str | None = None
    until: str | None = None
    lines: int | None = LINES
    _found: dict[str, Chronology] = field(default_factory=dict, repr=False, compare=False)

    def question(self, limit: int | None) -> Question:
        """What is asked of the sides and days, for so many answers."""
        return Question(self.archive.connection, self.sides, self.teller, self.since, self.until, limit)

    def chronology(self) -> Chronology:
        """The chronology of the sides, made once for all sections."""
        if "chronology" not in self._found:
            self.teller.forget()
            self._found["chronology"] = chronology_of(
                self.archive.connection, self.sides, self.teller, since=self.since, until=self.until, limit=self.lines
            )
        return self._found["chronology"]


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A section of a brief; those with a smaller ``place`` come first (ours are 10, 20 … 60)."""

    name: str
    title: str
    place: int
    write: Callable[[Ask], Section | None]


def known_sections() -> dict[str, BriefSection]:
    """The sections by name, in the order of a brief."""
    ordered = sorted([*OURS, *plug_ins().values()], key=lambda one: one.place)
    return {one.name: one for one in ordered}


@cache
def plug_ins() -> dict[str, BriefSection]:
    """The sections that installed packages bring; one that cannot be loaded says so in its place."""
    from importlib.metadata import entry_points

    found: dict[str, BriefSection] = {}
    for entry in entry_points(group=GROUP):
        try:
            one = entry.load()
        except Exception as problem:
            found[entry.name] = _broken(entry.name, f"{type(problem).__name__}: {problem}")
            continue
        if isinstance(one, BriefSection) and one.name not in {ours.name for ours in OURS}:
            found[one.name] = one
    return found


def _broken(name: str, why: str) -> BriefSection:
    remark = f"The plug-in “{name}” cannot be loaded ({why.splitlines()[0][:200]})."
    return BriefSection(name, name, 1000, lambda ask: Section(name, name, remark=remark))


def searched_in_words(ask: Ask, what: str) -> str:
    """What an empty section says: what was looked for, and where."""
    searched = look(ask.archive.connection, ask.sides)
    period = reports_of_days(searched.first, searched.last)
    days = "".join(f" {word} {day_in_words(day, day)}" for word, day in (("from", ask.since), ("to", ask.until)) if day)
    count = f"{searched.reports:,} report{'' if searched.reports == 1 else 's'}"
    return f"No {what}{days} in the {count} of the archive{period}."


# ---- ours


def write_contact(ask: Ask) -> Section:
    """The last contact and the next ones announced."""
    ask.teller.forget()
    last = last_contact_of(ask.archive.connection, ask.sides, ask.teller, until=ask.until)
    if last is None or (ask.since and (last.until or "") < ask.since):
        return Section("contact", "Last contact", remark=searched_in_words(ask, f"contact of {_sides(ask)}"))
    first, *rest = last.sentences
    item = Item(
        first, day_in_words(last.day, last.until), _BASIS.get(last.basis or "", ""), last.channel, parts=tuple(rest)
    )
    groups = [Group((item,), dated=True)]
    if last.planned:
        groups.append(Group(tuple(Item(sentence) for sentence in last.planned), "Announced"))
    return Section("contact", "Last contact", tuple(groups))


_STANDING_TITLES = {
    "membership": "Membership",
    "term": "Terms and chairs",
    "mission": "Missions",
    "relations": "Relations",
    "office": "Offices",
    "other": "Otherwise",
}


def write_standing(ask: Ask) -> Section:
    """Memberships, terms, missions, relations, offices with their checks."""
    ask.teller.forget()
    found = standing_of(ask.archive.connection, ask.sides, ask.teller, on=ask.until if len(ask.sides) == 1 else None)
    groups: list[Group] = []
    listed_last: list[Item] = []
    for kind, title in _STANDING_TITLES.items():
        some = [one for one in found if one.kind == kind]
        many = [one for one in some if one.told_by == "tables"] if kind == "membership" and len(some) > _MANY else []
        items = _standing_items([one for one in some if one not in many])
        listed_last += _in_one(many, {one.object for one in some if one not in many})
        if items:
            groups.append(Group(tuple(items), title))
    if listed_last:
        groups.append(Group(tuple(listed_last), "Memberships by the tables"))
    remark = "" if groups else searched_in_words(ask, f"membership, term, mission or office of {_sides(ask)}")
    return Section("standing", "Standing", tuple(groups), remark)


_MANY = 8


def _standing_items(found: Sequence[Standing]) -> list[Item]:
    """Each as an entry; what differs in its object alone, or in its subject alone, in one sentence."""
    groups: list[list[Standing]] = []
    for one in found:
        for group in groups:
            if _but_for_the_parties(group[0]) == _but_for_the_parties(one) and one.object != one.value:
                same_object = all(each.object == one.object for each in group)
                if same_object != all(each.subject == one.subject for each in group):
                    group.append(one)
                    break
        else:
            groups.append([one])
    return [_standing_item(group) for group in groups]


def _but_for_the_parties(one: Standing) -> object:
    return one.relation, one.value, one.start, one.end, one.verdict, identity(one.sentence.citations[0])


def _standing_item(group: Sequence[Standing]) -> Item:
    one = group[0]
    why = None if one.verdict == "not_covered" else _short(one)
    if len(group) == 1:
        return Item(one.sentence, check=one.verdict, why=why)
    cited = tuple({identity(cited): cited for each in group for cited in each.sentence.citations}.values())
    names = "subject" if one.subject != group[1].subject else "object"
    several = [_within(getattr(each, names) or "") for each in group]
    words = one.sentence.text
    at = words.lower().find(several[0].lower())
    if at < 0:
        return Item(one.sentence, check=one.verdict, why=why)
    rest = words[at + len(several[0]) :]
    if names == "subject":
        rest = re.sub(r"^ (is|was|has)\b", lambda verb: {"is": " are", "was": " were", "has": " have"}[verb[1]], rest)
    return Item(Sentence(capitalised(words[:at] + listed(several, most=12) + rest), cited), check=one.verdict, why=None)


def _within(name: str) -> str:
    return within_a_sentence(Actor("", name, "organization"))


def _short(one: Standing) -> str | None:
    """The reason without what the sentence says already: “from 16 July 2020, still so in July 2022”."""
    why = one.why or ""
    if one.kind == "office" and f": {one.subject} from " in why:
        return "from " + why.rpartition(f": {one.subject} from ")[2]
    return why or None


def _in_one(many: Sequence[Standing], told_before: Set[str | None]) -> list[Item]:
    """Many memberships that only the tables tell of, in one sentence; agencies of the UN system are counted alone."""
    members = [one for one in many if one.relation == "member_of" and one.object and one.object not in told_before]
    named = [one for one in members if not ((found := find_body(one.object or "")) and found.parent)]
    if not named:
        return []
    told = [f"{one.object} ({_since(one.start)})" if one.start else str(one.object) for one in named]
    rest = len(members) - len(named)
    agencies = f"; and {rest} agencies of the United Nations system" if rest > 1 else ""
    cited = tuple(citation for one in named for citation in one.sentence.citations)
    words = f"{_within(named[0].subject)} is {'also ' if told_before else ''}a member of: {'; '.join(told)}{agencies}."
    return [Item(Sentence(capitalised(words), cited), check="supported")]


def _since(start: str | None) -> str:
    start = start or ""
    return f"{start[2:6]} or before" if start.startswith("<=") else start[:4]


def write_positions(ask: Ask) -> Section:
    """What each side voiced, and what it words otherwise than the last time."""
    ask.teller.forget()
    found = positions_of(ask.question(POSITIONS))
    groups = []
    for each in ask.sides:
        mine = [one for one in found if one.side == each.name]
        for kind, title in (("position", "Positions"), ("request", "Requests")):
            items = tuple(_position_item(one) for one in mine if one.kind == kind)
            if items:
                groups.append(Group(items, f"{title} of {_name(each)}", dated=True))
    remark = "" if groups else searched_in_words(ask, f"position or request of {_sides(ask)}")
    return Section("positions", "Positions and requests", tuple(groups), remark)


def _position_item(one: Position) -> Item:
    before = one.before
    return Item(
        one.sentence,
        day_in_words(one.day, one.until),
        _BASIS.get(one.basis or "", ""),
        one.label,
        earlier=before.sentence if before else None,
        earlier_day=day_in_words(before.day, before.day) if before else "",
        changes=before.changes if before else (),
    )


_OUTCOMES = {
    "open": "No later report in the archive tells what became of it.",
    "followed": "Told of since:",
    "put off": "Put off:",
    "called off": "Called off or refused:",
}


def write_promises(ask: Ask) -> Section:
    """What was promised, the open ones first."""
    ask.teller.forget()
    found = promises_of(ask.question(PROMISES))
    still = tuple(_promise_item(one) for one in found if one.outcome == "open")
    told = tuple(_promise_item(one) for one in found if one.outcome != "open")
    groups = [
        Group(some, title, dated=True) for some, title in ((still, "Open"), (told, "What became of others")) if some
    ]
    remark = "" if groups else searched_in_words(ask, f"announcement, offer or promise of {_sides(ask)}")
    return Section("promises", "Promises", tuple(groups), remark)


def _promise_item(one: Promise) -> Item:
    label = " ".join(filter(None, (one.status, TYPES.get(one.act, one.act.lower()))))
    later = tuple(
        Sentence(f"{day}: {each.text}", each.citations) for day, each in zip(one.days, one.later, strict=True)
    )
    return Item(one.sentence, day_in_words(one.day, one.until), "", label, outcome=_OUTCOMES[one.outcome], later=later)


def write_chronology(ask: Ask) -> Section:
    """What happened in the order of days, and apart from it the background."""
    return chronology_section(ask.chronology(), searched_in_words(ask, f"event of {_sides(ask)}"))


def chronology_section(found: Chronology, empty: str) -> Section:
    """A chronology as a section; ``empty`` is its remark where nothing was found."""
    groups = []
    if found.events:
        left_out = f"{found.left_out:,} earlier events are left out." if found.left_out else ""
        groups.append(Group(tuple(map(line_item, found.events)), "Events", left_out, dated=True))
    if found.background:
        remark = "Told in passing about another time; no events of the reports’ own days."
        groups.append(Group(tuple(map(line_item, found.background)), "Background", remark, dated=True))
    return Section("chronology", "Chronology", tuple(groups), "" if groups else empty)


def line_item(line: Line) -> Item:
    """A line of a chronology as an entry."""
    day, note = day_in_words(line.day, line.until), _BASIS.get(line.basis or "", "")
    if line.background and day and line.basis in ("report", "publication"):
        day, note = "", f"told on {day}"  # the day of the report is not the day of what it tells in passing
    return Item(
        line.sentence,
        day or "no day",
        note,
        line.label,
        line.checked,
        parts=line.parts,
    )


def write_numbers(ask: Ask) -> Section | None:
    """The events by year and by type, as drawings and as tables."""
    return numbers_section(ask.chronology())


def numbers_section(found: Chronology) -> Section | None:
    """A timeline and bars of a chronology with their numbers; None where it has no event."""
    if not found.years:
        return None
    types = {TYPES[kind].capitalize(): count for kind, count in found.types.items()}
    drawings = [
        timeline(found),
        bars(found.years, "Events by year"),
        bars(types, "Events by type"),
    ]
    tables = (
        Table("Events by year", ("Year", "Events"), tuple((year, f"{n:,}") for year, n in found.years.items())),
        Table("Events by type", ("Type", "Events"), tuple((kind, f"{n:,}") for kind, n in types.items())),
    )
    return Section("numbers", "In numbers", drawings=tuple(filter(None, drawings)), tables=tables)


def _name(each: Side) -> str:
    return within_a_sentence(Actor("", each.name, each.kind))


def _sides(ask: Ask) -> str:
    return " and ".join(map(_name, ask.sides)) or "anybody"


OURS = (
    BriefSection("contact", "Last contact", 10, write_contact),
    BriefSection("standing", "Standing", 20, write_standing),
    BriefSection("positions", "Positions and requests", 30, write_positions),
    BriefSection("promises", "Promises", 40, write_promises),
    BriefSection("chronology", "Chronology", 50, write_chronology),
)
#: Comes in by the entry point, as a section of one's own does.
NUMBERS = BriefSection("numbers", "In numbers", 60, write_numbers)
