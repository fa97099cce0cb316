"""How far an archive and somebody else's event data tell of the same: who did what to whom, by state and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from memcon.archive import Archive
from memcon.exports.coded import Coded
from memcon.exports.dyads import dyads
from memcon.exports.exporter import ANNOUNCED, Job
from memcon.ontology import TYPES, plover_of

#: A state, another, and the PLOVER type of what the one did to the other.
Key = tuple[str, str, str]
_SYMMETRIC = ("CONSULT", "COOPERATE", "AGREE")


@dataclass(slots=True)
class Overlap:
    """What two sets of events have in common; every dyad counts once a day and type.

    Attributes:
        first: the first day of which the archive tells, with ``last``, the last.
        both: type → dyads that stand in both within the days allowed.
        archive_only: type → dyads that stand in the archive alone.
        other_only: type → dyads that stand in the other alone.
        outside: rows of the other that lie outside the days of the archive.
        without: rows of the other without two states or without a type.
    """

    first: str | None = None
    last: str | None = None
    both: Counter[str] = field(default_factory=Counter)
    archive_only: Counter[str] = field(default_factory=Counter)
    other_only: Counter[str] = field(default_factory=Counter)
    outside: int = 0
    without: int = 0

    @property
    def types(self) -> Iterator[str]:
        """The types of which either tells."""
        return (kind for kind in TYPES if self.both[kind] or self.archive_only[kind] or self.other_only[kind])


def overlap(archive: Archive, rows: Iterable[Coded], query: str | None = None, *, days: int = 1) -> Overlap:
    """Compare what a query finds in the archive with rows of ICEWS or POLECAT.

    Requests, promises and threats count, since both of these code them.

    Args:
        archive: one side.
        rows: the other.
        query: as ``memcon search`` takes it; by default everything.
        days: by how many days the two may be apart.
    """
    rows = iter(rows)
    head = list(islice(rows, 1))
    # Of a CAMEO code the file has the type that the code is filed under, and so must the archive's.
    by_code = bool(head) and head[0].cameo is not None
    mine = _days(_of_archive(archive, query, by_code=by_code))
    every = sorted(day for some in mine.values() for day in some)
    found = Overlap()
    if not every:
        return found
    low, high = every[0] - days, every[-1] + days
    found.first, found.last = (date.fromordinal(day).isoformat() for day in (every[0], every[-1]))
    theirs: dict[Key, set[int]] = {}
    for row in chain(head, rows):
        day = date.fromisoformat(row.day).toordinal()
        keys = list(_keys(row.type, row.source_countries, row.target_countries))
        found.without += not keys
        found.outside += bool(keys) and not low <= day <= high
        if low <= day <= high:
            for key in keys:
                theirs.setdefault(key, set()).add(day)
    for key in mine.keys() | theirs.keys():
        _count(found, key[2], sorted(mine.get(key, ())), sorted(theirs.get(key, ())), days)
    return found


def _count(found: Overlap, kind: str, mine: list[int], theirs: list[int], days: int) -> None:
    """Pair each day of the one with the nearest free day of the other, the earliest first."""
    left = list(theirs)
    for day in mine:
        near = next((other for other in left if abs(other - day) <= days), None)
        if near is None:
            found.archive_only[kind] += 1
        else:
            left.remove(near)
            found.both[kind] += 1
    found.other_only[kind] += len(left)


def _of_archive(archive: Archive, query: str | None, *, by_code: bool) -> Iterator[tuple[Key, int]]:
    job = Job(also=frozenset(ANNOUNCED))
    for report in archive.select(query):
        for dyad in dyads(report, job, both=True):
            assert dyad.source is not None
            assert dyad.target is not None
            sides = ([side.country] if side.country else [] for side in (dyad.source, dyad.target))
            code = dyad.event.cameo if by_code else None
            for key in _keys(plover_of(code) if code else dyad.event.type, *sides):
                yield key, date.fromisoformat(dyad.day).toordinal()


def _keys(kind: str | None, sources: Iterable[str], targets: Iterable[str]) -> Iterator[Key]:
    for one in sources if kind else ():
        for other in targets:
            if one != other and kind:
                low, high = sorted((one, other)) if kind in _SYMMETRIC else (one, other)
                yield low, high, kind


def _days(told: Iterable[tuple[Key, int]]) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = {}
    for key, day in told:
        found.setdefault(key, set()).add(day)
    return found
