"""Several reports of one event become one story; whose words a report has is told apart from who printed them.

Reports are grouped by their wording, names and days (:mod:`memcon.reading.stories`), a few weeks at a time: those
around what is new, with all reports of the stories they belong to.  What a person set apart stays apart, and two
readouts of one outlet in like words that name other parties or other hours are two events.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from memcon.archive.errors import UnknownId
from memcon.archive.grouping import Report, copies, grouped
from memcon.wording.quoting import first_line

#: Reports of one event are looked for within so many days of a new report.
WINDOW = 10
#: Reports grouped at a time.
MOST = 4000


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a story.

    Attributes:
        report: ``d12``.
        outlet: who published it.
        published: the day.
        title: the headline, else how the report begins.
        copy_of: the report whose words it copies; None where the words are its own.
    """

    report: str
    outlet: str | None
    published: str | None
    title: str
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """One event as several reports tell it.

    Attributes:
        id: its number.
        first: the day of the first report, with ``last``, of the last.
        title: the headline of the first report.
        types: PLOVER types of what is told to have happened, the most frequent first.
        parties: who takes part, the most often named first.
        place: where.
        originators: reports in words of their own.
        copies: reports that copy one of them.
        reports: all of them, the first one first.
    """

    id: int
    first: str | None
    last: str | None
    title: str
    types: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    originators: int
    copies: int
    reports: tuple[Told, ...]

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)


# ---- putting reports into stories


def pending(connection: sqlite3.Connection) -> int:
    """How many reports are in no story yet, or have changed since."""
    return int(connection.execute(f"SELECT count(*) {_PENDING}").fetchone()[0])


_PENDING = """
FROM documents JOIN versions ON versions.id = documents.current
LEFT JOIN story_reports ON story_reports.document = documents.id
WHERE story_reports.version IS NOT documents.current
"""


def assign(connection: sqlite3.Connection, transaction: Callable[[], Any], tell: Callable[[int], None]) -> None:
    """Put every report that is in no story into one, a block of days a transaction.

    Args:
        connection: the archive.
        transaction: opens one.
        tell: is told after each block how many reports are still waiting.
    """
    while rows := connection.execute(
        f"SELECT published_start {_PENDING} ORDER BY published_start IS NULL, published_start LIMIT 1"
    ).fetchall():
        with transaction():
            block = list(_block(connection, rows[0][0]))
            if block:
                _write(connection, block, grouped(connection, block))
        tell(pending(connection))


def _block(connection: sqlite3.Connection, day: str | None) -> Iterator[Report]:
    """The waiting reports of some days, what was published near them, and whatever shares a story with those."""
    where, values = "published_start IS NULL", list[str]()
    if day is not None:
        begin = (date.fromisoformat(day) - timedelta(WINDOW)).isoformat()
        # As far as the waiting ones go without a gap, within what can be grouped at a time.
        end = _reach(connection, day)
        beyond = (date.fromisoformat(end) + timedelta(WINDOW)).isoformat()
        where, values = f"published_start BETWEEN ? AND ? OR {where}", [begin, beyond]
    rows = connection.execute(
        f"SELECT documents.id FROM documents JOIN versions ON versions.id = documents.current WHERE {where}"
        " ORDER BY published_start IS NULL, published_start LIMIT ?",
        (*values, MOST),
    )
    ids = json.dumps([row[0] for row in rows])
    for row in connection.execute(
        "SELECT documents.id, versions.id AS version, published_start, outlet, title, text, story FROM documents"
        " JOIN versions ON versions.id = documents.current"
        " LEFT JOIN story_reports ON story_reports.document = documents.id"
        " WHERE documents.id IN (SELECT value FROM json_each(?)) OR documents.id IN"
        " (SELECT document FROM story_reports WHERE story IN (SELECT story FROM story_reports"
        " WHERE document IN (SELECT value FROM json_each(?)))) ORDER BY published_start, documents.id",
        (ids, ids),
    ):
        yield Report(*row)


def _reach(connection: sqlite3.Connection, day: str) -> str:
    last = day
    rows = connection.execute(
        f"SELECT published_start {_PENDING} AND published_start >= ? ORDER BY published_start LIMIT ?", (day, MOST // 2)
    )
    for (other,) in rows:
        if date.fromisoformat(other) - date.fromisoformat(last) > timedelta(WINDOW):
            break
        last = other
    return last


def _write(connection: sqlite3.Connection, block: list[Report], groups: list[list[Report]]) -> None:
    """Keep the groups; each keeps the number of the story that most of its reports were in."""
    connection.execute(
        "DELETE FROM story_reports WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps([r.id for r in block]),),
    )
    free = {report.story for report in block if report.story is not None}
    for group in sorted(groups, key=lambda g: (-len(g), g[0].id)):
        before = Counter(r.story for r in group if r.story in free).most_common(1)
        story = before[0][0] if before else None
        if story is None:
            story = connection.execute("INSERT INTO stories DEFAULT VALUES").lastrowid
        free.discard(story)
        connection.executemany(
            "INSERT INTO story_reports VALUES (?, ?, ?, ?)",
            [(report.id, story, report.version, copied) for report, copied in copies(group)],
        )
    connection.execute("DELETE FROM stories WHERE id NOT IN (SELECT story FROM story_reports)")


# ---- listing them


def listed(
    connection: sqlite3.Connection, *, since: str | None, until: str | None, at_least: int, limit: int | None
) -> list[Story]:
    """Stories with at least so many reports, those with the latest reports first."""
    rows = connection.execute(
        "SELECT story, min(published_start) AS first, max(published_start) AS last FROM story_reports"
        " JOIN documents ON documents.id = story_reports.document JOIN versions ON versions.id = documents.current"
        " GROUP BY story HAVING count(*) >= ? AND (? IS NULL OR last >= ?) AND (? IS NULL OR first <= ?)"
        " ORDER BY last IS NULL, last DESC, story DESC LIMIT ?",
        (at_least, since, since, until, until, -1 if limit is None else limit),
    ).fetchall()
    return [_story(connection, *row) for row in rows]


def story(connection: sqlite3.Connection, id: int) -> Story:
    """One story.

    Raises:
        UnknownId: there is none of that number; what was in it may be in another since.
    """
    row = (
        connection.execute(
            "SELECT story, min(published_start), max(published_start) FROM story_reports"
            " JOIN documents ON documents.id = story_reports.document JOIN versions ON versions.id = documents.current"
            " WHERE story = ? GROUP BY story",
            (id,),
        ).fetchone()
        if id < 1 << 63
        else None
    )
    if row is None:
        raise UnknownId(f"there is no story {id}; its reports may have been put into another")
    return _story(connection, *row)


def _story(connection: sqlite3.Connection, id: int, first: str | None, last: str | None) -> Story:
    rows = connection.execute(
        "SELECT documents.id, versions.id, outlet, published_start, title, substr(text, 1, 300), copy_of"
        " FROM story_reports JOIN documents ON documents.id = story_reports.document"
        " JOIN versions ON versions.id = documents.current WHERE story = ?"
        " ORDER BY published_start IS NULL, published_start, documents.id",
        (id,),
    ).fetchall()
    told = tuple(
        Told(f"d{row[0]}", row[2], row[3], first_line(row[4] or row[5], 120), f"d{row[6]}" if row[6] else None)
        for row in rows
    )
    events = connection.execute(
        "SELECT events.id, events.type, location FROM json_each(?) AS wanted"
        " JOIN entries ON entries.version = wanted.value JOIN events ON events.id = entries.id"
        " WHERE NOT background AND part_of IS NULL",
        (json.dumps([row[1] for row in rows]),),
    ).fetchall()
    parties = connection.execute(
        "SELECT parties.name FROM json_each(?) AS wanted JOIN event_parties ON event = wanted.value"
        " JOIN actors ON actors.id = actor JOIN parties ON parties.id = party WHERE role IN ('source', 'target')",
        (json.dumps([row[0] for row in events]),),
    )
    places = _most(row[2] for row in events if row[2])
    copies = sum(one.copy_of is not None for one in told)
    return Story(
        id=id,
        first=first,
        last=last,
        title=told[0].title,
        types=_most(row[1] for row in events)[:3],
        parties=_most(row[0] for row in parties)[:5],
        place=places[0] if places else None,
        originators=len(told) - copies,
        copies=copies,
        reports=told,
    )


def _most(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(names).most_common())
