"""Rows of the reference tables put into words, each in ten ways; and the same with the day moved by years."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from memcon.checking.council import roll_is_certain
from memcon.reference import (
    Membership,
    Term,
    bodies,
    body,
    council_terms,
    in_text,
    membership,
    nam_chairs,
    state_name,
    states,
    terms_of,
    un_admissions,
)
from memcon.reference.membership import organisations
from memcon.reference.tables import table

# Offices whose titles a report would use as they stand.
_TITLES = {
    "foreign_minister": "foreign minister",
    "head_of_government": "prime minister",
    "secretary_general": "secretary-general",
    "director_general": "director-general",
}
_MONTHS = month_name[1:]


@dataclass(frozen=True)
class Told:
    """One sentence that says what a row says (``moved`` = False) or puts it years away from it."""

    table: str
    row: str
    text: str
    published: str | None = None
    moved: bool = False


@dataclass(frozen=True)
class Row:
    """A row made ready for wording.

    ``certain``: told ``shift`` years off, it must be contradicted.
    """

    table: str
    name: str
    subject: str
    object: str
    start: str
    end: str = ""
    title: str = ""
    certain: bool = True
    shift: int = -9


def british(day: str) -> str:
    """2 March 1992."""
    return f"{int(day[8:])} {_MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def american(day: str) -> str:
    """March 2, 1992."""
    return f"{_MONTHS[int(day[5:7]) - 1]} {int(day[8:])}, {day[:4]}"


def month(day: str) -> str:
    """March 1992."""
    return f"{_MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def shifted(day: str, years: int) -> str:
    """The same day so many years later."""
    moved = int(day[:4]) + years
    return f"{moved}-02-28" if day[5:] == "02-29" else f"{moved}{day[4:]}"


JOINING = (
    "{s} has been a member of {o} since {american}.",
    "{s} joined {o} on {british}.",
    "{s}, a member of {o} since {year}, called for talks.",
    "{s} was admitted to {o} on {american}.",
    "{s} became a member of {o} in {month}.",
    "{s} acceded to {o} in {year}.",
    "On {british}, {s} joined {o}.",
    "{s}, which joined {o} in {year}, welcomed the decision.",
    "Talks on fisheries were held with {s}, which has been a member of {o} since {month}.",
    "In {month}, {s} joined {o} as a full member.",
)
SERVING = (
    "{s} was elected to the UN Security Council for the term of {y1}-{y2}.",
    "{s} served on the Security Council in {y1}–{y2}.",
    "{s} was a non-permanent member of the UN Security Council in {y1}-{y2}.",
    "{s} sat on the United Nations Security Council from {y1} to {y2}.",
    "{s} was elected as a non-permanent member of the Security Council for {y1}–{y2}.",
    "{s} held a seat on the UN Security Council in {y1}-{y2}.",
    "As a member of the Security Council in {y1}-{y2}, {s} called for a ceasefire.",
    "{s} was elected to the Security Council for a two-year term beginning on January 1, {y1}.",
    "In {y1}–{y2}, {s} served as a non-permanent member of the UN Security Council.",
    "{s}, which sat on the Security Council in {y1} and {y2}, abstained.",
)
HOLDING = (
    "{p} was {t} of {o} from {american} to {american_end}.",
    "{p} became {t} of {o} on {british}.",
    "{p}, the {t} of {o}, spoke by telephone on {mid_american}.",
    "{p} served as {t} of {o} from {year} to {year_end}.",
    "{p} took office as {t} of {o} in {month}.",
    "On {mid}, {o} {t} {p} visited the capital.",
    "{p} had been {t} of {o} since {month}.",
    "{p}, who was {t} of {o} from {year} until {year_end}, has written a book.",
    "{p} was appointed {t} of {o} in {year}.",
    "The {t} of {o}, {p}, met the ambassador on {mid}.",
)
CHAIRING = (
    "{s} chaired the Non-Aligned Movement from {month} to {month_end}.",
    "{s} took over the chairmanship of the Non-Aligned Movement in {month}.",
    "{s} has chaired the Non-Aligned Movement since {year}.",
    "{s} was chair of the Non-Aligned Movement in {year_mid}.",
    "In {year_mid}, {s} chaired the Non-Aligned Movement.",
    "{s}, which chaired the Non-Aligned Movement from {year} to {year_end}, called for reform.",
    "As chair of the Non-Aligned Movement since {month}, {s} proposed a summit.",
    "{s} held the chairmanship of the Non-Aligned Movement in {year_mid}.",
    "{s} has been chair of the Non-Aligned Movement since {month}.",
    "{s} assumed the presidency of the Non-Aligned Movement in {year}.",
)
INDEPENDENCE = (
    "{s} became independent on {british}.",
    "{s} became independent from {o} on {american}.",
    "{s} gained independence from {o} in {year}.",
    "{s} won its independence from {o} in {month}.",
    "{s} has marked its national day since it gained independence on {american}.",
    "On {british}, {s} became independent.",
    "{s}, which became independent in {year}, is a small country.",
    "{s} achieved independence in {month}.",
    "{s} declared its independence from {o} in {year}.",
    "{s} obtained its independence on {british}.",
)
PARTS = (
    "{s} is a part of {o}.",
    "{s} is an agency of {o}.",
    "{s} belongs to {o}.",
    "{s}, a body of {o}, published a report.",
    "{s} is one of the organs of {o}.",
    "UN agencies such as {s} sent aid.",
    "{s} is a fund of {o}.",
    "{s}, part of {o}, met in Geneva.",
    "{s} is a programme of {o}.",
    "{s} has long belonged to {o}.",
)


def told(row: Row, way: int, *, years: int = 0) -> Told:
    """A row in one of its ten wordings, its days moved by so many years."""
    ways = {
        "unsc_terms": SERVING,
        "terms": HOLDING,
        "heads_of_bodies": HOLDING,
        "nam_chairs": CHAIRING,
        "independence": INDEPENDENCE,
        "un_system": PARTS,
    }.get(row.table, JOINING)
    start = shifted(row.start, years) if row.start else ""
    end = shifted(row.end, years) if row.end else ""
    middle = _between(start, end) if start and end else start
    days = {}
    if start:
        days = {"american": american(start), "british": british(start), "month": month(start), "year": start[:4]}
        days |= {"y1": start[:4], "mid": british(middle), "mid_american": american(middle), "year_mid": middle[:4]}
    if end:
        days |= {"american_end": american(end), "year_end": end[:4], "month_end": month(end), "y2": end[:4]}
    text = ways[way % 10].format(s=row.subject, p=row.subject, o=row.object, t=row.title, **days)
    return Told(row.table, row.name, text[:1].upper() + text[1:], moved=bool(years))


def _between(first: str, last: str) -> str:
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    return (one + (other - one) / 2).isoformat()


def un_member_rows() -> Iterator[Row]:
    """Admissions to the United Nations."""
    for row in un_admissions():
        if row.status == "current":
            yield Row("un_members", row.iso3, in_text(row.iso3), "the United Nations", row.admitted,
                      certain=row.unit == "day")  # fmt: skip


def membership_rows() -> Iterator[Row]:
    """Memberships with a first day."""
    named = {b.key: b for b in bodies()}
    for org in sorted(organisations()):
        if org in ("UN", "UNSC") or org not in named:
            continue
        for row in table("memberships").each():
            if row["org"] != org:
                continue
            mine = [m for m in membership(org, row["iso3"]) if m.is_member]
            if len(mine) == 1 and len(mine[0].start) == 10 and state_name(row["iso3"]) != row["iso3"]:
                name = org if org == "OECD" else named[org].name
                yield Row("memberships", f"{org} {row['iso3']}", in_text(row["iso3"]),
                          f"the {name}" if not name.startswith("The ") else name, mine[0].start,
                          certain=_certain(mine[0]))  # fmt: skip


def _certain(row: Membership) -> bool:
    predecessors = {r["org"] for r in table("foundings").each() if r["kind"] == "predecessor"}
    return row.start_sure == "day" and row.org not in predecessors and row.org != "AU"


def council_rows() -> Iterator[Row]:
    """Terms on the Security Council that one state served alone."""
    for iso3 in sorted({row["iso3"] for row in table("unsc_terms").each()}):
        for term in council_terms(iso3):
            if term.seat == "elected" and not term.split_term and term.start[:4] != term.end[:4]:
                first, last = int(term.start[:4]), int(term.end[:4])
                years = {first - 9, last - 9}
                served = {y for t in council_terms(iso3) for y in range(int(t.start[:4]), int(t.end[:4]) + 1)}
                yield Row("unsc_terms", f"{iso3} {first}", in_text(iso3), "", f"{first}-01-01", f"{last}-12-31",
                          certain=not years & served and any(map(roll_is_certain, years)))  # fmt: skip


def term_rows() -> Iterator[Row]:
    """Terms of foreign ministers and heads of government and state with both days."""
    for iso3 in sorted({row["iso3"] for row in table("terms").each()}):
        known = terms_of(iso3)
        for term in known:
            title = _title(term)
            long = len(term.start) == len(term.end) == 10 and term.end > shifted(term.start, 1)
            alone = sum(t.person == term.person for t in known) == 1
            if title and alone and long and not term.doubt and term.confirmed:
                yield Row("terms", f"{iso3} {term.person}", term.person, in_text(iso3), term.start, term.end, title,
                          certain=False)  # fmt: skip


def _title(term: Term) -> str:
    if term.office == "foreign_minister":
        return "foreign minister" if term.title in ("", "Minister of Foreign Affairs") else ""
    return {"President": "president", "Prime Minister": "prime minister"}.get(term.title, "")


def head_of_body_rows() -> Iterator[Row]:
    """Terms of those who headed an organisation."""
    for row in table("heads_of_bodies").each():
        known = [t for t in terms_of(row["org"]) if t.person == row["person"]]
        found = body(row["org"])
        title = _TITLES.get(known[0].office, "") if known else ""
        if found and len(known) == 1 and title and len(row["start"]) == len(row["end"]) == 10:
            yield Row("heads_of_bodies", f"{row['org']} {row['person']}", row["person"], f"the {found.name}",
                      row["start"], row["end"], title, certain=False)  # fmt: skip


def chair_rows() -> Iterator[Row]:
    """Chairs of the Non-Aligned Movement."""
    for chair in nam_chairs():
        if len(chair.start) == len(chair.end) == 10:
            yield Row("nam_chairs", f"{chair.iso3} {chair.start}", in_text(chair.iso3), "", chair.start, chair.end,
                      certain=False)  # fmt: skip


def independence_rows() -> Iterator[Row]:
    """States with the day of their independence and whom they became independent from."""
    rulers = {row["iso3"]: row["from"].split("|") for row in table("independence").each()}
    for found in states():
        if found.iso3 in rulers and found.valid_from and len(found.valid_from) == 10 and not found.valid_to:
            yield Row("independence", found.iso3, in_text(found.iso3), in_text(rulers[found.iso3][0]),
                      found.valid_from, certain=False)  # fmt: skip


def part_rows() -> Iterator[Row]:
    """Bodies of the United Nations system."""
    for found in bodies():
        if found.parent and found.key != "UN" and "not a UN" not in found.standing and "related" not in found.standing:
            yield Row("un_system", found.key, f"the {found.name}", "the United Nations", "", certain=False)


ALL = (
    un_member_rows,
    membership_rows,
    council_rows,
    term_rows,
    head_of_body_rows,
    chair_rows,
    independence_rows,
    part_rows,
)
