"""What the tables hold, how far they reach and how certain they are: the figures behind ``memcon reference``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from memcon.reference.tables import overlay, table

_OFFICE_SOURCES = (
    "CIA World Factbook 1990-2026, Wikidata (to July 2022), REIGN (to March 2021), HistoryAtState, own statements"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One kind of statement that can be checked.  ``certain`` counts the rows on which a contradiction may rest."""

    table: str
    rows: int
    certain: int
    first: str
    last: str
    what: str
    sources: str

    def as_json(self) -> dict[str, object]:
        """The cells under the names that the command prints."""
        return {
            "table": self.table,
            "rows": self.rows,
            "certain": self.certain,
            "from": self.first,
            "to": self.last,
            "what is checked": self.what,
            "sources": self.sources,
        }


def _count(
    name: str, sure: Callable[[dict[str, str]], bool], where: Callable[[dict[str, str]], bool] = lambda _: True
) -> tuple[int, int]:
    rows = [r for r in table(name).each() if where(r)]
    return len(rows), sum(1 for r in rows if sure(r))


def _day_sure(row: dict[str, str]) -> bool:
    return row["agreement"] in ("agree-day", "authoritative") or (
        row["agreement"] == "agree" and len(row["start"]) == 10
    )


def coverage() -> tuple[Coverage, ...]:
    """Every kind of statement that can be checked, with its reach."""
    found = []

    def office(key: str, first: str, last: str, what: str) -> None:
        rows, sure = _count(
            "terms",
            _day_sure,
            lambda r: r["office"] == key and "deputy" not in r["doubt"] and "junior" not in r["doubt"],
        )
        found.append(Coverage(f"terms: {key}", rows, sure, first, last, what, _OFFICE_SOURCES))

    office("head_of_state", "1990", "2026-01", "who was head of state on a day, since, until")
    office("head_of_government", "1990", "2026-01", "who was head of government on a day, since, until")
    office("effective_leader", "1945", "2021-03", "who led the country before 1990, by surname")
    office("foreign_minister", "2000", "2022-07", "who was foreign minister on a day (partly to 2025)")
    rows, sure = _count("heads_of_bodies", lambda r: r["agreement"] == "agree")
    found.append(
        Coverage(
            "heads_of_bodies",
            rows,
            sure,
            "1945",
            "2025-12",
            "who headed the UN, NATO, the EU, the IMF … on a day",
            "own statements, Wikidata",
        )
    )
    rows, sure = _count("un_members", lambda r: r["agreement"] in ("agree-day", "agree-year"))
    found.append(
        Coverage(
            "un_members",
            rows,
            sure,
            "1945",
            "2026",
            "admitted to the UN when, at which session",
            "UN member-state roll, UN Yearbook rosters, COW IGO v3, roll calls",
        )
    )
    rows, sure = _count("unsc_terms", lambda r: r["agreement"] == "agree")
    found.append(
        Coverage(
            "unsc_terms",
            rows,
            sure,
            "1946",
            "2026-12",
            "on the Security Council in which years",
            "Security Council roll, CIA World Factbook, globalpolicy.org list",
        )
    )
    rows, sure = _count(
        "memberships", lambda r: r["agreement"] == "agree" and r["precision"] == "day" and not r["doubt"]
    )
    found.append(
        Coverage(
            "memberships",
            rows,
            sure,
            "1815",
            "2025",
            "member of one of 64 organisations since when",
            "COW IGO v3 (to 2014), CIA World Factbook (to 2025), own statements",
        )
    )
    rows, sure = _count("nam_chairs", lambda r: r["agreement"] == "agree-day")
    found.append(
        Coverage(
            "nam_chairs",
            rows,
            sure,
            "1961",
            "2026",
            "who chaired the Non-Aligned Movement",
            "mnoal.org, press, own statements",
        )
    )
    rows, sure = _count("ga_sessions", lambda r: r["agreement"] != "single")
    found.append(
        Coverage(
            "ga_sessions",
            rows,
            sure,
            "1946",
            "2025-09",
            "which General Assembly session sat when, who presided",
            "own statements, roll calls",
        )
    )
    rows, sure = _count("un_system", lambda r: r["agreement"] == "agree")
    found.append(
        Coverage(
            "un_system",
            rows,
            sure,
            "",
            "2025",
            "what belongs to the UN system, and as what",
            "UN System Chart, CIA World Factbook",
        )
    )
    rows, _ = _count("states", lambda r: False)
    found.append(
        Coverage(
            "states",
            rows,
            0,
            "1816",
            "2026",
            "independent from whom, since when; capital; former names",
            "ISO 3166-1, Unicode CLDR, COW/Gleditsch-Ward",
        )
    )
    for name in ("terms", "memberships"):
        own = overlay(name)
        if own:
            found.append(Coverage(f"your own {name}", len(own.rows), len(own.rows), "", "", "", "your own rows"))
    return tuple(found)
