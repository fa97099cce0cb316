"""Brings the tables up to date with a user's own rows, after checking that they fit together.

The rows lie in the user's data folder over the shipped tables, which are never changed.
"""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from memcon.reference.bodies import body, find_body
from memcon.reference.days import EARLIEST, LATEST, Bounds, apart, bounds, in_words, is_date, moved
from memcon.reference.folding import fold, name_tokens, same_person
from memcon.reference.membership import membership
from memcon.reference.states import state, states
from memcon.reference.tables import ReferenceFault, forget, overlay, overlay_folder, table
from memcon.reference.terms import Term, terms_of
from memcon.reference.titles import read_title

OFFICE_COLUMNS = ("where", "office", "person", "start", "end", "title", "source")
MEMBER_COLUMNS = ("org", "iso3", "start", "end", "status", "source")
_NEEDED = {"terms": ("where", "office", "person", "start"), "memberships": ("org", "iso3", "start")}
# Handing over takes a day or two; more than two months without a holder is worth a word.
_OVERLAP, _GAP = 2, 62
_ONE_HOLDER = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "secretary_general",
        "director_general",
    ]
)


_OF_STATES = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "justice_minister",
        "vice_president",
        "deputy_head_of_government",
        "governor_general",
        "heir",
    ]
)


class UpdateFault(ReferenceFault):
    """Rows that do not hold together; ``faults`` names each with its line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the user's file with its line."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Update:
    """What an update found: the rows to be kept, and what deserves a look though it is no fault."""

    terms: list[dict[str, str]] = field(default_factory=list)
    memberships: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file with their lines; raises UpdateFault where it is no such file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UpdateFault([f"not UTF-8 at byte {problem.start}"]) from None
    reader = csv.DictReader(text.splitlines())
    names = [n.strip().lower() for n in reader.fieldnames or ()]
    known = {*OFFICE_COLUMNS, *MEMBER_COLUMNS}
    if not names:
        raise UpdateFault(
            [f"empty; the first line names the columns: {','.join(OFFICE_COLUMNS)} or {','.join(MEMBER_COLUMNS)}"]
        )
    if strange := [n for n in names if n not in known]:
        raise UpdateFault([f"line 1: unknown column {strange[0]!r}; the columns are {', '.join(sorted(known))}"])
    rows = []
    for cells in reader:
        line = reader.line_num
        if None in cells:
            raise UpdateFault([f"line {line}: more cells than columns"])
        rows.append(Row(line, {k.strip().lower(): (v or "").strip() for k, v in cells.items() if k}))
    if not rows:
        raise UpdateFault(["no rows under the columns"])
    return rows


def check_rows(rows: list[Row], today: date | None = None) -> Update:
    """The rows made into table rows; raises UpdateFault naming the line of every row that cannot be.

    A row needs ``where, office, person, start`` (an office) or ``org, iso3, start`` (a membership).
    """
    faults: list[str] = []
    update = Update()
    day = (today or date.today()).isoformat()
    office_rows: list[tuple[int, dict[str, str]]] = []
    for row in rows:
        kind = "memberships" if row.cells.get("org") else "terms"
        missing = [c for c in _NEEDED[kind] if not row.cells.get(c)]
        if missing:
            faults.append(f"line {row.line}: {', '.join(missing)} missing")
            continue
        found = _office(row, day) if kind == "terms" else _member(row, day)
        if isinstance(found, str):
            faults.append(f"line {row.line}: {found}")
        elif kind == "terms":
            office_rows.append((row.line, found))
        else:
            update.memberships.append(found)
    faults += _overlaps(office_rows, update.notes)
    if faults:
        raise UpdateFault(sorted(faults, key=lambda f: int(f.split(":")[0].removeprefix("line "))))
    update.terms = [cells for _, cells in office_rows]
    return update


def _dates(cells: dict[str, str]) -> str | None:
    for name in ("start", "end"):
        value = cells.get(name, "")
        if value and not is_date(value):
            return f"{name} {value!r} is no day that exists: write 2024-07-02, 2024-07 or 2024"
    if cells.get("end") and bounds(cells["end"]).last < bounds(cells["start"]).first:
        return f"ends ({cells['end']}) before it starts ({cells['start']})"
    return None


def _state_fault(code: str, start: str) -> str | None:
    found = state(code)
    if found is None:
        near = sorted({s.iso3 for s in states() if s.iso3[:2] == code[:2] or s.name.casefold() == code.casefold()})
        return f"no state has the code {code!r}" + (
            f"; did you mean {' or '.join(near[:3])}?" if near else "; ISO 3166-1 alpha-3 is wanted, as AZE"
        )
    first = min((s.valid_from for s in states() if s.iso3 == code and s.valid_from), default="")
    if first and bounds(start).last < first:
        return f"{found.name} did not exist before {in_words(first)}; the row starts {in_words(start)}"
    return None


def _office(row: Row, day: str) -> dict[str, str] | str:
    cells = row.cells
    where, office = cells["where"], cells["office"]
    if fault := _dates(cells):
        return fault
    place = where
    if state(where) is None:
        found = body(where) or find_body(where)
        if found is None:
            return _state_fault(where, cells["start"]) or ""
        place = f"body:{found.key}"
    elif fault := _state_fault(where, cells["start"]):
        return fault
    key = office if office in known_offices() and (place.startswith("body:") or office in _OF_STATES) else None
    title = cells.get("title", "")
    if key is None and (read := read_title(office, where)):
        key, title = read.office or None, title or read.standard
    if key is None:
        near = get_close_matches(fold(office).replace(" ", "_"), sorted(known_offices()), 1, 0.6)
        return f"unknown office {office!r}" + (
            f"; did you mean {near[0]}?" if near else f"; the offices are {', '.join(sorted(known_offices()))}"
        )
    return {
        "iso3": place,
        "office": key,
        "person": cells["person"],
        "start": cells["start"],
        "end": cells.get("end", ""),
        "title": title,
        "end_basis": "user" if cells.get("end") else "",
        "last_confirmed": cells.get("end") or day,
        "agreement": "user",
        "source": cells.get("source") or "user",
    }


def known_offices() -> frozenset[str]:
    """The keys of the offices that tables hold."""
    return frozenset(
        [
            "head_of_state",
            "head_of_government",
            "foreign_minister",
            "defence_minister",
            "finance_minister",
            "interior_minister",
            "justice_minister",
            "vice_president",
            "deputy_head_of_government",
            "governor_general",
            "heir",
            "secretary_general",
            "deputy_secretary_general",
            "director_general",
            "managing_director",
            "president",
            "high_commissioner",
            "high_representative",
            "commission_president",
            "council_president",
            "executive_director",
        ]
    )


def _member(row: Row, day: str) -> dict[str, str] | str:
    cells = row.cells
    if fault := _dates(cells):
        return fault
    found = body(cells["org"]) or find_body(cells["org"])
    if found is None:
        return f"unknown organisation {cells['org']!r}"
    if fault := _state_fault(cells["iso3"], cells["start"]) or _member_already(found.key, cells):
        return fault
    return {
        "org": found.key,
        "iso3": cells["iso3"],
        "start": cells["start"],
        "end": cells.get("end", ""),
        "status": cells.get("status") or "member",
        "precision": "day" if len(cells["start"]) == 10 else "year",
        "agreement": "agree" if len(cells["start"]) == 10 else "single",
        "source": cells.get("source") or "the user's own rows",
    }


def _member_already(org: str, cells: dict[str, str]) -> str | None:
    """A row that overlaps a membership of which the tables are certain, or None."""
    if not (cells.get("status") or "member").startswith("member"):
        return None
    mine = _span({"end": "", **cells})
    for row in membership(org, cells["iso3"]):
        certain = row.is_member and row.start_sure and "user" not in row.source and row.start != cells["start"]
        if certain and _met(mine, Bounds(row.span.first, row.span.last)) > _OVERLAP:
            return (
                f"{cells['iso3']} in {org} from {in_words(cells['start'])}, but the tables have it a member from "
                f"{in_words(row.start)}{f' to {in_words(row.end)}' if row.end else ''}"
            )
    return None


def _span(cells: dict[str, str]) -> Bounds:
    return Bounds(bounds(cells["start"]).last, bounds(cells["end"]).first if cells["end"] else LATEST)


def _overlaps(rows: list[tuple[int, dict[str, str]]], notes: list[str]) -> list[str]:
    """Two holders at once: among the rows, and against the shipped terms that a source ended."""
    faults = []
    for i, (line, cells) in enumerate(rows):
        if cells["office"] not in _ONE_HOLDER:
            continue
        mine = _span(cells)
        for other_line, other in rows[:i]:
            if (cells["iso3"], cells["office"]) != (other["iso3"], other["office"]):
                continue
            theirs = _span(other)
            if _met(mine, theirs) > _OVERLAP:
                what = (
                    "twice"
                    if same_person(name_tokens(cells["person"]), name_tokens(other["person"]))
                    else f"beside {other['person']} of line {other_line}"
                )
                faults.append(
                    f"line {line}: {cells['person']} in office {what}, two holders at once "
                    f"({cells['office']} of {cells['iso3']})"
                )
        faults += _against_shipped(line, cells, mine, notes)
    return faults


def _met(a: Bounds, b: Bounds) -> int:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return apart(first, last) if first < last else 0


def _against_shipped(line: int, cells: dict[str, str], mine: Bounds, notes: list[str]) -> list[str]:
    where = cells["iso3"].removeprefix("body:")
    shipped = [
        t
        for t in terms_of(where)
        if t.office == cells["office"] and not {"deputy", "junior", "two names"} & set(t.doubt) and t.source != "user"
    ]
    faults = []
    last_end = ""
    for term in shipped:
        same = same_person(name_tokens(term.person), name_tokens(cells["person"]))
        sure = term.surely_in_office
        if (
            sure
            and not same
            and term.confirmed
            and _met(mine, sure) > _OVERLAP
            and (term.end or sure.last > mine.first)
            and not _closes(term, mine)
        ):
            until = in_words(term.end) if term.end else f"at least {in_words(term.last_confirmed)}"
            faults.append(
                f"line {line}: {cells['person']} from {in_words(cells['start'])}, but the tables have {term.person} "
                f"from {in_words(term.start)} to {until}"
            )
        end = (
            bounds(term.end).last if term.end else bounds(term.last_confirmed).last if term.last_confirmed else EARLIEST
        )
        if end <= mine.first:
            last_end = max(last_end, end)
    if last_end and apart(last_end, mine.first) > _GAP and not faults:
        notes.append(
            f"line {line}: nobody is known in the office between {in_words(last_end)} and {in_words(cells['start'])}"
        )
    return faults


def _closes(term: Term, mine: Bounds) -> bool:
    """Whether the user's row may simply end a term that was still open when the tables were made."""
    seen = bounds(term.last_confirmed).first if term.last_confirmed else EARLIEST
    return not term.end and mine.first > moved(seen, -31)


def update(path: Path, today: date | None = None, keep: bool = True) -> Update:
    """Check a file of rows and, if ``keep``, lay it over the tables; raises UpdateFault and writes nothing if a row
    is at fault.
    """
    found = check_rows(read_rows(path), today)
    if keep:
        for name, rows in (("terms", found.terms), ("memberships", found.memberships)):
            if rows:
                found.written.append(_write(name, rows))
        forget()
    return found


def _write(name: str, rows: list[dict[str, str]]) -> Path:
    columns = table(name).columns
    keys = ("iso3", "office", "start") if name == "terms" else ("org", "iso3", "start")
    old = overlay(name)
    merged = {tuple(r[k] for k in keys): r for r in (old.each() if old else ())}
    merged.update({tuple(r[k] for k in keys): r for r in rows})
    folder = overlay_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.tsv"
    lines = [
        "\t".join(columns),
        *("\t".join(r.get(c, "").replace("\t", " ") for c in columns) for r in merged.values()),
    ]
    half = path.with_suffix(".new")
    half.write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.replace(half, path)
    return path
