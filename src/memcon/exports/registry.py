"""The formats of export: ours, and those that installed packages bring.

An exporter of one's own is an :class:`~memcon.exports.exporter.Exporter` that an installed package names in the
entry-point group ``memcon.exporters``; FollowTheMoney, one of ours, comes in that way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from memcon.archive import Selected
from memcon.exports.exporter import Exporter, ExportError, Job, Make, Piece

GROUP = "memcon.exporters"

_LINES = "application/x-ndjson"
_TABS = "text/tab-separated-values"

_TABLES = ("reports", "events", "statements", "facts", "actors", "dictionary")

#: Those that need no plug-in, by name.
OURS: Mapping[str, Exporter] = {
    one.name: one
    for one in (
        Exporter(
            "plover", "PLOVER events, one JSON object a line", {"events.jsonl": _LINES}, "memcon.exports.plover:make"
        ),
        Exporter(
            "csv",
            "long tables of reports, events, statements, facts and actors, with a data dictionary",
            {f"{table}.csv": "text/csv" for table in _TABLES},
            "memcon.exports.csv_tables:make",
        ),
        Exporter(
            "parquet",
            "the same tables for pandas and R's arrow",
            {f"{table}.parquet": "application/vnd.apache.parquet" for table in _TABLES},
            "memcon.exports.parquet_tables:make",
        ),
        Exporter(
            "gdelt",
            "the columns of GDELT 2.0, events and mentions",
            {"events.export.CSV": _TABS, "events.mentions.CSV": _TABS},
            "memcon.exports.gdelt:make",
            takes_all=False,
        ),
        Exporter("icews", "the columns of ICEWS", {"events.tab": _TABS}, "memcon.exports.icews:make", takes_all=False),
        Exporter(
            "polecat", "the columns of POLECAT", {"events.txt": _TABS}, "memcon.exports.polecat:make", takes_all=False
        ),
        Exporter(
            "annotations",
            "W3C Web Annotations (JSON-LD) on the passages",
            {"annotations.jsonld": "application/ld+json"},
            "memcon.exports.annotations:make",
        ),
        Exporter(
            "claimreview",
            "schema.org ClaimReview, for facts that a person accepted",
            {"reviews.jsonl": _LINES},
            "memcon.exports.claim_reviews:make",
        ),
        Exporter(
            "datasette",
            "an SQLite file with search and views, and its metadata.json",
            {"memcon.db": "application/vnd.sqlite3", "metadata.json": "application/json"},
            "memcon.exports.datasette:make",
        ),
    )
}


def exporters() -> Mapping[str, Exporter]:
    """Every format by its name, ours first."""
    return {**OURS, **plug_ins()}


def exporter(name: str) -> Exporter:
    """The format of that name.

    Raises:
        ExportError: there is none; says which there are.
    """
    found = OURS.get(name) or plug_ins().get(name)
    if found is None:
        names = list(exporters())
        near = get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"the formats are {', '.join(names)}"
        raise ExportError(f"{name!r} is no format of export; {hint}")
    return found


@cache
def plug_ins() -> Mapping[str, Exporter]:
    """The formats that installed packages bring; one that cannot be loaded says so when it is asked for."""
    from importlib.metadata import entry_points

    found: dict[str, Exporter] = {}
    for entry in entry_points(group=GROUP):
        try:
            one = entry.load()
        except Exception as problem:
            why = f"{type(problem).__name__}: {problem}".splitlines()[0][:200]
            found[entry.name] = Exporter(entry.name, f"cannot be loaded ({why})", {entry.name: ""}, _broken(why))
            continue
        if isinstance(one, Exporter) and one.name not in OURS:
            found[one.name] = one
    return found


def _broken(why: str) -> Make:
    def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
        raise ExportError(f"needs a plug-in that cannot be loaded ({why})")

    return make
