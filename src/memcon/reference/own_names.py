"""A user's own names: people, bodies and aliases in a TOML file, checked before use.

.. code-block:: toml

    [[person]]
    name = "Ada Example"
    country = "NOR"
    title = "Special Envoy"
    aliases = ["A. Example", "Envoy Example"]

    [[body]]
    name = "Fjord Forum"
    kind = "igo"
    sectors = ["IGO"]
    aliases = ["FF", "the Forum"]

    [[alias]]
    name = "Villa Parafina"
    means = "Ministry of Foreign Affairs of Norway"
    country = "NOR"
    sectors = ["GOV"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from memcon.reference.bodies import find_body
from memcon.reference.folding import fold
from memcon.reference.naming import NameEntry, NameIndex, case_of, name_index, words_of
from memcon.reference.people import find_person
from memcon.reference.states import state, states
from memcon.reference.tables import ReferenceFault

SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "SPY",
        "PRM",
        "PTY",
        "REB",
        "UAF",
        "UNK",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "JRN",
        "LAB",
        "MED",
        "REF",
        "OPP",
        "PRE",
        "REL",
        "SOC",
        "IGO",
        "NGO",
        "MNC",
        "INT",
    ]
)
KINDS = frozenset(
    [
        "igo",
        "ngo",
        "armed",
        "party",
        "opposition",
        "media",
        "government",
        "military",
        "intelligence",
        "police",
        "legislature",
        "court",
        "company",
        "social",
    ]
)
_KEYS = {
    "person": frozenset(("name", "aliases", "country", "title", "sectors", "code", "from", "to")),
    "body": frozenset(("name", "aliases", "country", "kind", "sectors", "code")),
    "alias": frozenset(("name", "means", "country", "sectors", "code")),
}


class NamesFault(ReferenceFault):
    """A names file that cannot be used; ``faults`` says all that is wrong with it."""

    def __init__(self, path: Path, faults: list[str]) -> None:
        super().__init__("\n".join(f"{path}: {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class OwnPerson:
    """A person whom the user names; ``first`` and ``last`` bound the days of the title, empty where open."""

    name: str
    country: str | None
    title: str | None
    sectors: tuple[str, ...]
    code: str
    aliases: tuple[str, ...]
    first: str
    last: str

    def holds(self, day: str | None) -> bool:
        """Whether the title is held on a day (ISO); always where the file bounds it not or the day is not known."""
        return day is None or (self.first[: len(day)] <= day and (not self.last or day <= self.last))


@dataclass(frozen=True, slots=True)
class Names:
    """What a names file adds: people, and entries for bodies and aliases."""

    people: tuple[OwnPerson, ...]
    entries: tuple[NameEntry, ...]

    def index(self, base: NameIndex | None = None) -> NameIndex:
        """An index (the shipped one by default) with the user's entries before its own."""
        base = base or name_index()
        entries = dict(base.entries)
        longest = dict(base.longest)
        for entry in self.entries:
            key = fold(entry.phrase)
            entries[key] = (entry, *entries.get(key, ()))
            words = words_of(entry.phrase)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return NameIndex(entries, longest)

    def person(self, name: str) -> OwnPerson | None:
        """The person of that name or alias, or None."""
        key = fold(name)
        return next((p for p in self.people if key in {fold(n) for n in (p.name, *p.aliases)}), None)


def load_names(path: Path | str) -> Names:
    """The names of a file; raises NamesFault with everything that is wrong, each entry named."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise NamesFault(path, [f"not TOML: {problem}"]) from None
    faults = [
        f"{_line(text, k)}unknown table {k!r}: write [[person]], [[body]] or [[alias]]" for k in given if k not in _KEYS
    ]
    claims: dict[str, str] = {}
    people: list[OwnPerson] = []
    entries: list[NameEntry] = []
    for kind in _KEYS:
        rows = given.get(kind, [])
        if not isinstance(rows, list):
            faults.append(f"{_line(text, kind)}write [[{kind}]] with two brackets, one for each")
            continue
        for number, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                faults.append(f"{_line(text, kind)}write [[{kind}]] with two brackets, one for each")
                continue
            where = f"{_line(text, kind, number)}{kind} {number}" + (
                f" ({row['name']})" if isinstance(row.get("name"), str) else ""
            )
            found = list(_faults(kind, row))
            if not found:
                found = list(_claimed(row, where, claims))
            if found:
                faults += [f"{where}: {fault}" for fault in found]
            elif kind == "person":
                people.append(_person(row))
            elif (
                kind == "alias" and (known := find_person(row["means"])) is not None and find_body(row["means"]) is None
            ):
                people.append(OwnPerson(known.name, row.get("country"), None, (), "", (row["name"],), "", ""))
            else:
                entries += _entries(kind, row)
    if faults:
        raise NamesFault(path, faults)
    return Names(tuple(people), tuple(entries))


def _line(text: str, table: str, number: int = 1) -> str:
    """Where the ``number``-th table of that name stands in the file: “line 12: ”."""
    header = re.compile(rf"^\s*\[\[?\s*{re.escape(table)}\s*\]\]?|^\s*{re.escape(table)}\s*=")
    seen = 0
    for at, line in enumerate(text.splitlines(), 1):
        seen += bool(header.match(line))
        if seen == number:
            return f"line {at}: "
    return ""


def _faults(kind: str, row: Mapping[str, Any]) -> Iterator[str]:
    for key in row:
        if key not in _KEYS[kind]:
            near = get_close_matches(key, sorted(_KEYS[kind]), 1)
            yield f"unknown key {key!r}" + (
                f"; did you mean {near[0]!r}?" if near else f"; the keys are {', '.join(sorted(_KEYS[kind]))}"
            )
    for key in ("name", "means") if kind == "alias" else ("name",):
        if not isinstance(row.get(key), str) or not words_of(str(row.get(key, ""))):
            yield f"{key} is missing"
    for key in ("aliases", "sectors"):
        if not isinstance(row.get(key, []), list) or not all(
            isinstance(x, str) and words_of(x) for x in row.get(key, [])
        ):
            yield f"{key} must be a list of words in quotes"
    for key in ("from", "to"):
        if key in row and not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", str(row[key])):
            yield f"{key} must be a day like 2024-05-31, not {row[key]!r}"
    country = row.get("country")
    if country is not None and state(str(country)) is None:
        yield f"country {country!r} is no ISO 3166-1 alpha-3 code"
    if isinstance(row.get("sectors"), list):
        for sector in row["sectors"]:
            if sector not in SECTORS:
                yield f"unknown sector {sector!r}; the sectors are {', '.join(sorted(SECTORS))}"
    if kind == "body" and row.get("kind") is not None and row["kind"] not in KINDS:
        yield f"unknown kind {row['kind']!r}; the kinds are {', '.join(sorted(KINDS))}"


def _claimed(row: Mapping[str, Any], where: str, claims: dict[str, str]) -> Iterator[str]:
    """An alias that two entries of the file claim, or that is a body of the shipped tables."""
    for name in dict.fromkeys((row["name"], *row.get("aliases", []))):
        key = fold(name)
        if key in claims and claims[key] != where:
            yield f"{name!r} is already claimed by {claims[key]}"
            continue
        claims[key] = where
        shipped = find_body(name)
        if (
            shipped is not None
            and shipped.name != row.get("name")
            and fold(shipped.name) != fold(str(row.get("means", "")))
        ):
            yield f"{name!r} already means {shipped.name} in the tables; two actors cannot share an alias"


def _person(row: Mapping[str, Any]) -> OwnPerson:
    country, sectors = row.get("country"), tuple(row.get("sectors", ()))
    code = row.get("code") or (country or "") + (sectors[0] if sectors else "")
    return OwnPerson(
        row["name"],
        country,
        row.get("title"),
        sectors,
        code,
        tuple(row.get("aliases", ())),
        str(row.get("from", "")),
        str(row.get("to", "")),
    )


def _entries(kind: str, row: Mapping[str, Any]) -> list[NameEntry]:
    country, sectors = row.get("country"), tuple(row.get("sectors", ()))
    name = row["means"] if kind == "alias" else row["name"]
    meant = find_body(name) if kind == "alias" else None
    if meant is not None and not sectors:
        country, sectors = meant.country, meant.sectors
    nation = next((s for s in states() if not s.valid_to and fold(name) in (fold(s.name), *map(fold, s.aliases))), None)
    if kind == "alias" and meant is None and nation is not None:
        return [NameEntry(row["name"], "state", nation.name, nation.iso3, nation.iso3, (), case_of(row["name"]))]
    code = row.get("code") or (meant.code if meant else (country or "") + (sectors[0] if sectors else ""))
    phrases = dict.fromkeys((row["name"], *row.get("aliases", [])))
    return [
        NameEntry(
            p,
            "body",
            meant.name if meant else name,
            country,
            code,
            sectors,
            case_of(p),
            False,
            "",
            meant.key if meant else None,
        )
        for p in phrases
    ]
