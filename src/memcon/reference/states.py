"""States, present and past, and the names under which they, their people and their capitals go in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from memcon.reference.days import as_iso
from memcon.reference.tables import Table, table


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory as it was called from ``valid_from`` to ``valid_to`` (empty: still).

    ``valid_from`` is the day of its independence or founding as one source gives it; other days are defensible.
    ``cow`` is its number in the Correlates of War state system, ``gw`` in that of Gleditsch and Ward; empty where it is
    in none.
    """

    iso3: str
    iso2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    valid_from: str
    valid_to: str
    former_names: str
    source: str
    cow: str
    gw: str


# South Vietnam and Zanzibar have no code of their own; they are filed with the state that took them in.
_SUCCESSOR = {"VD": "VNM", "": "TZA"}


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that ``|`` separates."""
    return tuple(filter(None, cell.split("|")))


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """Every state and territory of the table, present ones first."""
    found = []
    for row in table("states").each():
        found.append(
            State(
                row["iso3"] or _SUCCESSOR.get(row["iso2"], ""),
                row["iso2"],
                row["name"],
                split(row["aliases"]),
                split(row["demonyms"]),
                row["capital"],
                row["valid_from"],
                row["valid_to"],
                row["former_names"],
                row["sources"],
                row["cow"],
                row["gw"],
            )
        )
    return tuple(sorted(found, key=lambda s: bool(s.valid_to)))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, tuple[State, ...]]:
    found: dict[str, list[State]] = {}
    for one in states():
        found.setdefault(one.iso3, []).append(one)
    return {code: tuple(rows) for code, rows in found.items()}


def state(iso3: str, on: date | str | None = None) -> State | None:
    """The state of that code, under the name it bore on the day (today's where none is given)."""
    rows = _by_code().get(iso3, ())
    day = as_iso(on)
    if day:
        for row in rows:
            if row.valid_to and (row.valid_from or "0") <= day < row.valid_to:
                return row
    return rows[0] if rows else None


def state_name(iso3: str, on: date | str | None = None) -> str:
    """The name of the state of that code on that day; the code itself where there is none."""
    found = state(iso3, on)
    return found.name if found else iso3


_WITH_ARTICLE = frozenset(
    [
        "ARE",
        "BHS",
        "CAF",
        "COD",
        "COG",
        "COM",
        "DOM",
        "GBR",
        "GMB",
        "MDV",
        "MHL",
        "NLD",
        "PHL",
        "SLB",
        "SUN",
        "SYC",
        "USA",
        "VAT",
        "ATF",
        "BES",
        "CCK",
        "COK",
        "CYM",
        "FLK",
        "FRO",
        "IOT",
        "MNP",
        "TCA",
        "UMI",
        "VGB",
        "VIR",
        "DDR",
    ]
)


def in_text(iso3: str, on: date | str | None = None) -> str:
    """The name as it stands in a sentence: “the United States”, “Azerbaijan”."""
    name = state_name(iso3, on)
    return f"the {name}" if iso3 in _WITH_ARTICLE and not name.startswith("The ") else name


def places() -> Table:
    """The names beyond ``states.tsv``: aliases, peoples, cities, regions, seats of power."""
    return table("places")
