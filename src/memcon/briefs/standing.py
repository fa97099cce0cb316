"""How a party stands: memberships, terms, missions, offices, each from the reports, the tables or both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from memcon.archive import Archive
from memcon.briefs.citations import AnyCitation, Sentence, TableCitation
from memcon.briefs.fact_wording import fact_sentence, office_in_words
from memcon.briefs.findings import Standing
from memcon.briefs.people import alike
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side, sides_of
from memcon.briefs.table_rows import TableRow, rows_of
from memcon.briefs.telling import Reports, Taker, Told, facts_once, kind_is, places, role_of, told
from memcon.reference import (
    holders,
    in_words,
    offices_of,
    state_name,
)
from memcon.wording.days import day_in_words
from memcon.wording.names import capitalised

_KINDS = {
    "member_of": "membership", "admitted_to": "membership", "acceded_to": "membership", "applied_to": "membership",
    "observer_at": "membership", "withdrew_from": "membership", "suspended_from": "membership",
    "expelled_from": "membership", "reinstated_in": "membership", "party_to": "membership",
    "elected_to": "term", "chairs": "term", "hosts": "term", "opened_mission": "mission", "closed_mission": "mission",
    "reopened_mission": "mission", "elevated_mission": "mission", "accredited_to": "mission", "recalled": "mission",
    "recognized": "relations", "recognition_withdrawn": "relations", "established_relations": "relations",
    "severed_relations": "relations", "resumed_relations": "relations", "signed": "relations", "ratified": "relations",
    "in_force": "relations", "cooperates_with": "relations", "independent_from": "relations",
    "holds_office": "office", "left_office": "office", "appointed_to": "office", "reelected_to": "office",
}  # fmt: skip
_ORDER = ("membership", "term", "mission", "relations", "office", "other")
# The latest facts looked through, and the latest events in which people of the sides are looked for.
_FACTS, _DISTINCT = 20_000, 1000
_EVENTS = 200
# People of each side that are named with their office.
_PEOPLE = 12
# Reports on the two sides in which facts about one of them alone count as well.
_SHARED_REPORTS = 200


def standing(archive: Archive, one: str, other: str | None = None, *, on: str | None = None) -> tuple[Standing, ...]:
    """How a party stands towards another, or altogether.

    Facts in the reports and rows of the tables that say the same are one, with the citations of both.

    Args:
        archive: where to look.
        one: a state, body, person or code; ``other``, towards whom, or None.
        on: offices of this day, ISO; by default of the latest report in which a person is named.

    Raises:
        UnknownSide: nobody has one of the names.
    """
    sides = sides_of(archive.connection, one, other)
    return standing_of(archive.connection, sides, Teller(Reports(archive.connection)), on=on)


@dataclass(slots=True)
class _Draft:
    """A standing while reports and tables are brought together."""

    kind: str
    words: str
    subject: str
    relation: str
    object: str | None
    value: str | None
    start: str | None
    end: str | None
    verdict: str | None = None
    why: str | None = None
    named: str = ""
    negated: bool = False
    cited: list[AnyCitation] = field(default_factory=list)
    tables: list[AnyCitation] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def done(self) -> Standing:
        told_by = "both" if self.cited and self.tables else "tables" if self.tables else "reports"
        words = capitalised(self.words.rstrip(" ."))
        sentence = Sentence(f"{words}.", (*self.cited, *self.tables))
        return Standing(
            self.kind, self.subject, self.relation, self.object, self.value, self.start, self.end,
            self.verdict or ("supported" if self.tables else None), self.why, told_by, sentence, tuple(self.ids),
        )  # fmt: skip


def standing_of(
    connection: sqlite3.Connection, sides: Sequence[Side], teller: Teller, *, on: str | None = None
) -> tuple[Standing, ...]:
    """As :func:`standing`, for sides that are known already."""
    drafts: dict[object, _Draft] = {}
    for fact in _facts(connection, sides):
        _add_fact(drafts, fact, teller)
    for row in rows_of(sides):
        _add_row(drafts, row)
    held = {draft.subject for draft in drafts.values() if draft.kind == "office"}
    people = [draft for draft in _people(connection, sides, teller, on) if draft.subject not in held]
    kept = sorted(drafts.values(), key=lambda draft: draft.named, reverse=True)
    found = [draft.done() for draft in _without_repeats([*kept, *people])]
    found.sort(key=lambda one: (_ORDER.index(one.kind), one.start is None, one.start or "", one.relation))
    return tuple(found)


def _without_repeats(drafts: list[_Draft]) -> Iterator[_Draft]:
    """Without the undated telling of what another tells with its day, and an office without the state or body."""
    dated = {(d.subject, d.relation, d.object, d.value) for d in drafts if d.start or d.end}
    placed = {(d.subject, d.relation, d.value) for d in drafts if d.object}
    for draft in drafts:
        if not (draft.start or draft.end) and (draft.subject, draft.relation, draft.object, draft.value) in dated:
            continue
        if draft.kind == "office" and not draft.object and (draft.subject, draft.relation, draft.value) in placed:
            continue
        if draft.kind == "office" and any(_better_told(draft, other, drafts) for other in drafts):
            continue
        yield draft


def _better_told(draft: _Draft, other: _Draft, drafts: Sequence[_Draft]) -> bool:
    """Whether another entry tells the same office of the same person better: in full, from its day, or checked."""
    if draft is other or other.kind != "office" or draft.verdict in ("contradicted", "disputed"):
        return False
    if draft.relation != other.relation or not alike(draft.subject, other.subject):
        return False
    if not other.ids and draft.ids:  # a term of the tables, which the report bears out
        return any(cited in draft.tables for cited in other.tables)
    if draft.object != other.object or not draft.ids or not other.ids:
        return False
    mine, theirs = ({*(each.value or "").lower().split()} for each in (draft, other))
    if mine != theirs:
        return mine < theirs
    return draft.subject != other.subject and (other.verdict == "supported", -drafts.index(other)) > (
        draft.verdict == "supported", -drafts.index(draft)
    )  # fmt: skip


# ---- facts of the reports


def _facts(connection: sqlite3.Connection, sides: Sequence[Side]) -> list[Told]:
    """The facts about both sides, and those about one of them in reports that tell of both."""
    both = [role_of("with", each) for each in sides]
    found = {one.id: one for one in _told(connection, [*both, kind_is("fact")])}
    if len(sides) > 1:
        shared = _shared_reports(connection, sides)
        for each in sides:
            mine = _told(connection, [role_of("from", each), kind_is("fact")], shared)
            found |= {one.id: one for one in mine}
    return [one for one in found.values() if one.status == "happened"]


def _told(connection: sqlite3.Connection, asked: Sequence[str], within: set[int] | None = None) -> list[Told]:
    once = facts_once(connection, places(connection, asked, latest=_FACTS), within=within)
    return told(connection, sorted(once)[-_DISTINCT:])


def _shared_reports(connection: sqlite3.Connection, sides: Sequence[Side]) -> set[int]:
    both = [role_of("with", each) for each in sides]
    some = places(connection, [*both, kind_is("event")], latest=_SHARED_REPORTS)
    return {one.version for one in told(connection, some)}


def _add_fact(drafts: dict[object, _Draft], fact: Told, teller: Teller) -> None:
    subject = ", ".join(taker.name for taker in fact.who("subject"))
    thing = ", ".join(taker.name for taker in fact.who("object")) or None
    key = _key(subject, fact.type, thing, fact.value, fact.fact_start, fact.negated)
    if key not in drafts:
        drafts[key] = _Draft(
            _KINDS.get(fact.type, "other"), fact_sentence(fact, teller.qualifiers(fact)), subject, fact.type, thing,
            fact.value, fact.fact_start, fact.fact_end,
        )  # fmt: skip
    draft = drafts[key]
    draft.negated = fact.negated
    draft.ids.append(fact.id)
    if fact.type == "holds_office" and not fact.fact_start:
        # The latest day on which a report names somebody in office.
        named = str(teller.qualifiers(fact).get("on") or fact.published or "")
        if draft.cited and named < draft.named:
            return
        draft.words, draft.named, draft.cited = _named_in_office(fact, named), named, []
        draft.verdict, draft.tables = None, []
    # What is contradicted or disputed once is shown so.
    if draft.verdict is None or fact.verdict in ("contradicted", "disputed"):
        draft.verdict, draft.why = fact.verdict, fact.why
    citation = teller.reports.cite_sentence(fact)
    if citation not in draft.cited:
        draft.cited.append(citation)
    for check in _citations(fact, teller.reports):
        if check not in draft.tables:
            draft.tables.append(check)


def _named_in_office(fact: Told, days: str) -> str:
    """“On 25 September 2021 António Guterres was Secretary-General of the United Nations”."""
    first, _, last = days.partition("/")
    words = fact_sentence(fact)
    return f"{_on(first, last or first)} {words.replace(' is ', ' was ', 1)}" if first else words


def _on(first: str, last: str) -> str:
    """“On 25 September 2021”, “In June 2021”, “In 2021”."""
    if first == last and len(first) == len("2021-09-25"):
        return f"On {day_in_words(first, last)}"
    return f"In {in_words(first[:7] if first[:7] == last[:7] else first[:4])}"


def _key(subject: str, relation: str, thing: str | None, value: str | None, start: str | None, negated: bool) -> object:
    return subject, relation, thing, (value or "").lower(), (start or "")[:10], negated


def _citations(fact: Told, reports: Reports) -> list[TableCitation]:
    """The rows of the tables on which the verdict of a fact rests."""
    for one in reports.body(fact.version)["facts"]:
        if one["id"] == fact.local and one["check"] and one["check"]["verdict"] == fact.verdict:
            return [
                TableCitation(each["table"], each["row"], each["source"])
                for each in one["check"]["citations"]
                if each["row"] and each["source"]
            ]
    return []


def _add_row(drafts: dict[object, _Draft], row: TableRow) -> None:
    """A row of a table, with the fact that says the same where a report has one."""
    for draft in drafts.values():
        if draft.negated:
            continue
        same = (draft.subject, draft.relation, draft.object) == (row.subject, row.relation, row.object)
        if same and (draft.start == row.start or (draft.start is None and row.relation == "member_of")):
            if not any(isinstance(one, TableCitation) and one.table == row.citation.table for one in draft.tables):
                draft.tables.append(row.citation)
            if draft.start is None:
                draft.words, draft.start, draft.end = row.words, row.start, row.end
            return
    drafts["row", row.words] = _Draft(
        row.kind, row.words, row.subject, row.relation, row.object, row.value, row.start, row.end, "supported",
        row.doubt or None, tables=[row.citation],
    )  # fmt: skip


# ---- people in office


def _people(connection: sqlite3.Connection, sides: Sequence[Side], teller: Teller, on: str | None) -> Iterator[_Draft]:
    """Those of either side who took part in the latest events, with the office the report or the tables give them."""
    both = [role_of("with", each) for each in sides]
    events = told(connection, places(connection, [*both, kind_is("event", "statement")], latest=_EVENTS))
    named: dict[str, tuple[Told, Taker]] = {}
    for one in events:
        for taker in one.takers:
            if taker.kind != "person" or not any(taker.of(each) for each in sides):
                continue
            if taker.office or taker.name not in named or not named[taker.name][1].office:
                named[taker.name] = (one, taker)
    for one, taker in list(named.values())[-_PEOPLE * len(sides) :]:
        yield from _in_office(one, taker, teller)
    if on and len(sides) == 1 and sides[0].country:
        yield from _principals(sides[0], on)


def _in_office(one: Told, taker: Taker, teller: Teller) -> Iterator[_Draft]:
    """Somebody whose office no report gives, as the tables do, surely on that day."""
    day = one.until or one.published
    office = "" if taker.office else teller.office(taker, day)
    if not office or not day:
        return
    for term in offices_of(taker.name, taker.country):
        if (sure := term.surely_in_office) and sure.first <= day <= sure.last:
            words = f"On {day_in_words(day, day)} {taker.name} was {office}"
            draft = _Draft("office", words, taker.name, "holds_office", None, office, None, None, "supported")
            draft.tables.append(TableCitation(term.table, term.row(), term.cited or "the reference tables"))
            draft.cited.append(teller.reports.cite_sentence(one))
            draft.ids.append(one.id)
            yield draft
            return


def _principals(member: Side, on: str) -> Iterator[_Draft]:
    """Who is head of state, head of government and foreign minister on a day by the tables."""
    assert member.country
    for office in ("head_of_state", "head_of_government", "foreign_minister"):
        for term in holders(office, member.country, on):
            sure = term.surely_in_office
            if sure is None or not sure.first <= on <= sure.last or {"deputy", "junior"} & set(term.doubt):
                continue
            title = office_in_words(f"{term.called}, {state_name(member.country, on)}")
            words = f"{term.person} was {title} on {day_in_words(on, on)}"
            draft = _Draft("office", words, term.person, "holds_office", member.name, term.title, term.start, term.end)
            draft.verdict = "supported"
            draft.tables.append(TableCitation(term.table, term.row(), term.cited or "the reference tables"))
            yield draft
            break
