"""The cards beside a report: what happened, who said what, what was told in passing, each field with its mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from memcon.archive import Decision, Report
from memcon.archive.deciding import in_words
from memcon.record import Actor, Check, Dated, Event, Fact, Statement
from memcon.web.listing import party_address
from memcon.wording.days import BASIS, when
from memcon.wording.labels import STATUSES, is_mutual, kind_of, section_of, status_of
from memcon.wording.names import capitalised, is_described, listed, namer, tagger
from memcon.wording.quoting import own_words
from memcon.wording.words import VERDICT_WORD, day_of, fact_in_words

SIGNS = {"supported": "✓", "contradicted": "✗", "disputed": "?", "not_covered": "·"}
_STANDING = {"accepted": "accepted", "edited": "edited by a person", "added": "added by a person"}
_UNSURE = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a card: its words, and as what its characters are marked in the text.

    ``role`` is empty where the words stand nowhere in the text.
    """

    words: str
    role: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tables say of a fact or office, with why and the rows it rests on."""

    name: str
    sign: str
    word: str
    why: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One item beside the text.

    Attributes:
        id: ``e12``.
        kind: event, background, statement, fact.
        start: where it stands in the text.
        label: what kind of thing it is: “planned visit”, “told reporters”.
        status: the word for what did not simply happen, with ``status_name``, the status itself.
        day: the day in words, with ``day_why``, how it is known.
        parties: the sides with what leads from one to the other between them.
        said: a fact as a sentence.
        quote: the text's own words, with the role under which they are marked.
        lines: the other fields.
        verdict: of a fact.
        standing: what a person made of it, in words.
        parts: the exchanges of a meeting.
    """

    id: str
    kind: str
    start: int
    label: str
    status: str = ""
    status_name: str = ""
    day: str = ""
    day_why: str = ""
    parties: tuple[Line, ...] = ()
    said: str = ""
    quote: Line | None = None
    lines: tuple[Line, ...] = ()
    verdict: Verdict | None = None
    standing: str = ""
    parts: tuple[Card, ...] = ()

    @property
    def name(self) -> str:
        """The card in a few words, for whoever does not see it."""
        sides = " ".join(line.words for line in self.parties)
        return " ".join(filter(None, (self.status, self.label, sides or self.said)))


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under one heading."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of “who is who”; ``address`` is the page of the party, empty for whoever has no name."""

    id: str
    name: str
    kind: str
    code: str
    mentions: int
    offices: tuple[tuple[str, Verdict | None], ...]
    standing: str
    address: str


@dataclass(slots=True)
class Cards:
    """Everything beside the text of one report."""

    sections: list[Section] = field(default_factory=list)
    people: list[tuple[str, list[Person]]] = field(default_factory=list)
    rejected: list[tuple[str, str, Decision]] = field(default_factory=list)

    def every(self) -> Iterable[Card]:
        """All cards with their parts."""
        for section in self.sections:
            for card in section.cards:
                yield card
                yield from card.parts


class _Maker:
    def __init__(self, report: Report) -> None:
        self.report, self.record = report, report.record
        self.name: Callable[[str], str] = namer(report.record)
        self.tag: Callable[[str], str] = tagger(report.record)
        self.states = {actor.id for actor in report.record.actors if actor.kind == "state"}
        published = report.record.document.published
        self.published = published.start if published else None

    def id(self, kind: str, local: str) -> str:
        return self.report.ids.get((kind, local), local)

    def standing(self, id: str) -> str:
        return _STANDING.get(self.report.standing.get(id, ""), "")

    def event(self, event: Event, parts: tuple[Card, ...] = ()) -> Card:
        id = self.id("event", event.id)
        source = Line(listed(map(self.tag, event.source)), "source")
        target = Line(listed(map(self.tag, event.target)), "target")
        arrow = Line("↔" if is_mutual(event) else "→")
        sides = [source] if source.words else []
        sides += [arrow, target] if target.words else []
        quoted = own_words(event, self.record)
        return Card(
            id,
            "background" if event.background else "event",
            event.predicate.start,
            kind_of(event),
            status=status_of(event),
            status_name=event.status,
            day=when(event.date),
            day_why=_how_known(event.date),
            parties=tuple(sides),
            quote=Line(quoted.shown("…"), "predicate"),
            lines=tuple(self._event_lines(event)),
            standing=self.standing(id),
            parts=parts,
        )

    def _event_lines(self, event: Event) -> Iterable[Line]:
        if event.place:
            yield Line(event.place.name, "place" if event.place.evidence else "", "in")
        if event.topics:
            yield Line(listed(event.topics), "", "about")
        if event.reported_by:
            yield Line(", by way of ".join(map(self.name, event.reported_by)), "reported_by", "according to")
        for role, ids in event.roles.items():
            if ids:
                yield Line(listed(map(self.name, ids)), role, role.replace("_", " "))
        if event.confidence < _UNSURE:
            yield Line("unsure")

    def statement(self, said: Statement) -> Card:
        id = self.id("statement", said.id)
        speaker = self.tag(said.speaker) if said.speaker else said.speaker_text.text if said.speaker_text else ""
        cue = said.cue.text if said.cue else "said"
        lines = []
        if said.addressee:
            lines.append(Line(self.name(said.addressee), "addressee", "to"))
        if said.occasion:
            lines.append(Line(said.occasion))
        if said.via:
            lines.append(Line(", then ".join(map(self.name, said.via)), "via", "by way of"))
        content = " … ".join(" ".join(part.text.split()) for part in said.content_parts or (said.content,))
        shown = when(said.date) if said.date and said.date.start != self.published else ""
        return Card(
            id,
            "statement",
            said.content.start,
            " ".join(cue.split()),
            day=shown,
            day_why=_how_known(said.date),
            parties=_said_by(" ".join(speaker.split()), " ".join(cue.split())),
            quote=Line(content, "content"),
            lines=tuple(lines),
            standing=self.standing(id),
        )

    def fact(self, fact: Fact) -> Card:
        id = self.id("fact", fact.id)
        said = fact_in_words(
            fact, self.name(fact.subject), self.name(fact.object) if fact.object else None,
            in_state=fact.object in self.states,
        )  # fmt: skip
        day = day_of(fact)
        return Card(
            id,
            "fact",
            fact.evidence.start,
            fact.relation.replace("_", " "),
            status=STATUSES.get(fact.status, ""),
            status_name=fact.status,
            day=f"term {day}" if fact.relation == "elected_to" and day else day,
            said=capitalised(said),
            verdict=_verdict(fact.check),
            standing=self.standing(id),
        )

    def person(self, actor: Actor) -> Person:
        id = self.id("actor", actor.id)
        offices = tuple((", ".join(filter(None, (o.title, o.body))), _verdict(o.check)) for o in actor.offices)
        code = actor.code or actor.country or ""
        address = "" if is_described(actor) else party_address(actor.name)
        return Person(id, actor.name, actor.kind, code, len(actor.mentions), offices, self.standing(id), address)


def cards_of(report: Report) -> Cards:
    """The cards of a report, each section in the order of the text."""
    make, record = _Maker(report), report.record
    made = Cards()
    own = [event for event in record.events if not event.background]
    wholes = {event.id for event in own if event.part_of is None}
    sections: dict[str, list[Card]] = {"happened": [], "ahead": [], "denied": []}
    for event in own:
        if event.part_of not in wholes:
            parts = tuple(make.event(part) for part in own if part.part_of == event.id)
            sections[section_of(event)].append(make.event(event, parts))
    passing = [make.event(event) for event in record.events if event.background]
    passing += [make.fact(fact) for fact in record.facts]
    for id, title, found in (
        ("happened", "What happened", sections["happened"]),
        ("ahead", "What lies ahead", sections["ahead"]),
        ("denied", "Denied", sections["denied"]),
        ("said", "Who said what", [make.statement(said) for said in record.statements]),
        ("passing", "Told in passing", passing),
    ):
        if found:
            made.sections.append(Section(id, title, tuple(sorted(found, key=lambda card: card.start))))
    made.people = _people(make)
    made.rejected = [
        (decision.short, in_words(decision.kind, decision.before), decision) for decision in report.rejected
    ]
    return made


_GROUPS = (("People", ("person",)), ("States", ("state",)), ("Bodies", ("organization", "office", "group")))


def _people(make: _Maker) -> list[tuple[str, list[Person]]]:
    """Who is who: those that something names, and those with a name of their own."""
    record = make.record
    used = {id for event in record.events for id in (*event.source, *event.target)}
    used |= {said.speaker for said in record.statements if said.speaker}
    used |= {id for fact in record.facts for id in (fact.subject, fact.object) if id}
    shown = [a for a in record.actors if a.mentions and ((a.id in used and a.code) or not is_described(a))]
    groups = ((title, [make.person(a) for a in shown if a.kind in kinds]) for title, kinds in _GROUPS)
    return [(title, people) for title, people in groups if people]


def _said_by(speaker: str, cue: str) -> tuple[Line, ...]:
    """“The ministry said”, “According to the ministry”."""
    if cue.lower() == "according to":
        return Line(capitalised(cue), "cue"), Line(speaker or "somebody", "speaker")
    return Line(capitalised(speaker) or "Somebody", "speaker"), Line(cue, "cue")


def _verdict(check: Check | None) -> Verdict | None:
    if check is None:
        return None
    sources = tuple(f"{citation.table}: {citation.source}" for citation in check.citations)
    return Verdict(check.verdict, SIGNS[check.verdict], VERDICT_WORD[check.verdict], check.why, sources)


def _how_known(dated: Dated | None) -> str:
    if dated is None:
        return ""
    return "; ".join(filter(None, (BASIS.get(dated.basis, ""), dated.why)))
