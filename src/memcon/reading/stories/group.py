"""Reports are grouped into stories: average linkage over names, numbers and words, with a guard for look-alikes.

Two groups that are each well attested are joined only where the distance between them is about that inside them:
two events of one kind (two calls, two arrests, two summits) share their words, but each has names of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from memcon.reading.stories.wording import SHARES, Wording, weighed, wordings

#: Groups further apart than this are different stories (0: same words; 1: nothing in common).  On two-story topics
#: that nobody tuned to, anything from 0.75 to 0.83 serves as well.
THRESHOLD = 0.78
#: Two groups of :data:`ATTESTED` reports or more are joined only up to this many times the mean distance inside them.
SPREAD, ATTESTED = 1.2, 5
#: Reports alike in wording to this degree that name different parties are different events.
TWIN = 0.7
#: Days between two reports that cost nothing; what each further day costs; the most it may cost.
NEAR_DAYS, DAY_COST, MOST_COST = 3, 0.02, 1.0
#: Reports compared each with each at a time; more than that are first parted where nothing connects them.
LARGEST = 6000

_APART = 4.0


def cluster(rows: Iterable[Mapping[str, Any]], parser: Any = None) -> list[tuple[str, str]]:
    """The story of each report.

    Args:
        rows: ``{"id", "text", "title"?, "published"?}``, in any order; ``published`` an ISO date or time.
        parser: not needed; accepted so that every reading task is called alike.

    Returns:
        ``(id, story)`` in the order of the rows.  A story is named after the first of its reports.
    """
    del parser
    reports = list(rows)
    if not reports:
        return []
    ids = [str(row.get("id", place)) for place, row in enumerate(reports)]
    texts = [_text(row) for row in reports]
    days = [_day(row.get("published")) for row in reports]
    found = _Reports(wordings(texts), days)
    label = list(range(len(reports)))
    for part in found.parts(list(range(len(reports))), 1.0 - THRESHOLD - 0.1):
        for group in found.groups(part):
            for member in group:
                label[member] = group[0]
    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        # The very same text is the same story, whatever else holds.
        if text.strip():
            label[place] = label[first.setdefault(text, place)]
    return [(i, ids[label[place]]) for place, i in enumerate(ids)]


def _text(row: Mapping[str, Any]) -> str:
    text = row.get("text")
    title = row.get("title")
    text = text if isinstance(text, str) else ""
    return f"{title}\n{text}" if isinstance(title, str) and title.strip() and title not in text else text


def _day(published: Any) -> int | None:
    try:
        return date.fromisoformat(str(published)[:10]).toordinal()
    except ValueError:
        return None


class _Reports:
    """The reports with an index from each word to the reports that have it."""

    def __init__(self, reports: list[Wording], days: list[int | None]) -> None:
        import numpy as np

        self.np = np
        self.reports = reports
        self.days = np.array([d if d is not None else 0 for d in days], dtype=np.int64)
        self.dated = np.array([d is not None for d in days])
        self.weights = weighed(reports)
        self.has = np.array([[bool(kind) for kind in kinds] for kinds in self.weights])
        postings: list[dict[str, tuple[list[int], list[float]]]] = [{}, {}, {}]
        for place, kinds in enumerate(self.weights):
            for kind, words in enumerate(kinds):
                for word, weight in words.items():
                    where, what = postings[kind].setdefault(word, ([], []))
                    where.append(place)
                    what.append(weight)
        # A word that only one report has connects nothing.
        self.postings = [
            {w: (np.array(a), np.array(b, dtype=np.float64)) for w, (a, b) in kind.items() if len(a) > 1}
            for kind in postings
        ]

    def likeness(self, place: int) -> Any:
        """The similarity (0 to 1) of one report to all."""
        np = self.np
        total = np.zeros(len(self.reports))
        wording: Any = None
        missing = np.zeros(len(self.reports))
        for kind, share in enumerate(SHARES):
            row = self._of_kind(place, kind)
            if kind == 0:
                wording = row
            total += share * row
            if not self.has[place, kind]:
                missing += share * ~self.has[:, kind]
        total /= np.maximum(1.0 - missing, 1e-9)
        for other in np.nonzero(wording >= TWIN)[0]:
            if other != place and self._twins(place, int(other)):
                total[other] = 1.0 - _APART
        if self.dated[place]:
            gap = np.abs(self.days - self.days[place]) - NEAR_DAYS
            total -= np.where(self.dated, np.clip(gap * DAY_COST, 0.0, MOST_COST), 0.0)
        return total

    def _of_kind(self, place: int, kind: int) -> Any:
        np = self.np
        postings = self.postings[kind]
        shared = [(*postings[word], weight) for word, weight in self.weights[place][kind].items() if word in postings]
        if not shared:
            return np.zeros(len(self.reports))
        where = np.concatenate([s[0] for s in shared])
        what = np.concatenate([s[1] * s[2] for s in shared])
        return np.bincount(where, weights=what, minlength=len(self.reports))

    def _twins(self, a: int, b: int) -> bool:
        """Whether each of two like-worded reports is about somebody whom the other does not name."""
        one, other = self.reports[a], self.reports[b]
        return any(n not in other.names for n in one.parties) and any(n not in one.names for n in other.parties)

    def parts(self, members: list[int], least: float) -> list[list[int]]:
        """Reports that nothing of at least this similarity connects, apart; one part where they are few enough."""
        if len(members) <= LARGEST:
            return [members]
        np = self.np
        parent = {m: m for m in members}

        def root(m: int) -> int:
            while parent[m] != m:
                parent[m] = parent[parent[m]]
                m = parent[m]
            return m

        inside = np.zeros(len(self.reports), dtype=bool)
        inside[members] = True
        for m in members:
            for other in np.nonzero((self.likeness(m) >= least) & inside)[0]:
                parent[root(m)] = root(int(other))
        found: dict[int, list[int]] = {}
        for m in members:
            found.setdefault(root(m), []).append(m)
        # What is still too large to compare each with each is parted more strictly.
        return [part for group in found.values() for part in self.parts(group, least + 0.05)]

    def groups(self, members: list[int]) -> list[list[int]]:
        """The stories among these reports, each in order."""
        np = self.np
        distance = np.empty((len(members), len(members)), dtype=np.float32)
        for row, m in enumerate(members):
            distance[row] = 1.0 - self.likeness(m)[members]
        np.fill_diagonal(distance, np.inf)
        return [[members[i] for i in group] for group in _stories(_linkage(distance, np), len(members))]


def _linkage(distance: Any, np: Any) -> list[tuple[int, int, float]]:
    """Average linkage by nearest-neighbour chains: which two clusters join, and at what distance.

    Clusters are numbered as they arise: the reports first, then one a join.  ``distance`` is used up.
    """
    count = len(distance)
    size = np.ones(count)
    name = list(range(count))
    alive = np.ones(count, dtype=bool)
    joins: list[tuple[int, int, float]] = []
    chain: list[int] = []
    while len(joins) < count - 1:
        if not chain:
            chain.append(int(np.argmax(alive)))
        while True:
            a = chain[-1]
            b = int(np.argmin(distance[a]))
            if len(chain) > 1 and distance[a, chain[-2]] <= distance[a, b]:
                b = chain[-2]
                break
            chain.append(b)
        chain = chain[:-2]
        joins.append((name[a], name[b], float(distance[a, b])))
        merged = (size[a] * distance[a] + size[b] * distance[b]) / (size[a] + size[b])
        distance[a], distance[:, a] = merged, merged
        distance[a, a] = np.inf
        distance[b], distance[:, b] = np.inf, np.inf
        size[a] += size[b]
        alive[b] = False
        name[a] = count + len(joins) - 1
    return joins


def _stories(joins: list[tuple[int, int, float]], count: int) -> list[list[int]]:
    """The clusters of a linkage that are one story each."""
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    one = dict.fromkeys(range(count), True)
    inner = dict.fromkeys(range(count), (0.0, 0))
    for place, (a, b, height) in enumerate(joins):
        made = count + place
        together = one[a] and one[b] and height <= THRESHOLD
        if together and min(len(members[a]), len(members[b])) >= ATTESTED:
            together = height <= SPREAD * max(total / pairs for total, pairs in (inner[a], inner[b]))
        if together:
            pairs = len(members[a]) * len(members[b])
            inner[made] = (inner[a][0] + inner[b][0] + height * pairs, inner[a][1] + inner[b][1] + pairs)
            members[made] = sorted(members.pop(a) + members.pop(b))
        else:
            inner[made] = (0.0, 0)
            members[made] = []
        one[made] = together
    return sorted(group for key, group in members.items() if one[key] and group)
