"""A report as a reader sees it: its record with the short ids of everything in it, and what people decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from memcon.archive.corrections import Decision, decisions
from memcon.archive.errors import UnknownId
from memcon.archive.store import corrected, stored
from memcon.record import Record


@dataclass(frozen=True, slots=True)
class Report:
    """One report.

    Attributes:
        id: ``d12``.
        name: the id it came with.
        key: what tells that it is the same page: its address, path or id.
        version: which version of the page this is, from 1; ``versions`` is how many there are.
        is_current: whether it is the version that counts.
        added: when the version was added, UTC.
        record: what was read, with what people decided where it is current.
        ids: short ids (``e12``) by kind (event, statement, fact, actor) and id in the record; none for an old version.
        standing: accepted, edited, added, by short id; what is not there is as it was read.
        decisions: everything that people decided, the oldest first.
        rejected: those of them by which something does not stand now.
        lost: the numbers of decisions for which the text has no place.
        sentences: where each begins and ends; none for an old version.
        story: the number of the story it is in, and how many reports that has; None where it is in none yet.
    """

    id: str
    name: str
    key: str
    version: int
    versions: int
    is_current: bool
    added: str
    record: Record
    ids: Mapping[tuple[str, str], str]
    standing: Mapping[str, str]
    decisions: tuple[Decision, ...]
    rejected: tuple[Decision, ...]
    lost: frozenset[int]
    sentences: tuple[tuple[int, int], ...]
    story: tuple[int, int] | None = None


def report(connection: sqlite3.Connection, document: int, version: int | None = None) -> Report:
    """The report of that number, as its current version is read and corrected, or as an older one was read.

    Raises:
        UnknownId: there is no such version.
    """
    row = connection.execute(
        "SELECT documents.name, key, number, versions.id, versions.added, documents.current,"
        " (SELECT max(number) FROM versions WHERE document = documents.id)"
        " FROM documents JOIN versions ON versions.document = documents.id"
        " WHERE documents.id = ? AND iif(? IS NULL, versions.id = current, number = ?)",
        (document, version, version),
    ).fetchone()
    if row is None:
        raise UnknownId(f"no report d{document} with a version {version}")
    name, key, number, row_id, added, current, versions = row
    about = {
        "id": f"d{document}", "name": name, "key": key, "version": number, "versions": versions,
        "is_current": row_id == current, "added": added,
    }  # fmt: skip
    if row_id != current:
        record = stored(connection, document, number)
        nothing: Mapping[tuple[str, str], str] = {}
        return Report(
            **about, record=record, ids=nothing, standing={}, decisions=(), rejected=(), lost=frozenset(), sentences=()
        )
    decided = corrected(connection, document)
    found = connection.execute(
        "SELECT kind, local, substr(kind, 1, 1) || id, standing FROM entries WHERE version = ? AND local IS NOT NULL"
        " UNION ALL SELECT 'actor', local, 'a' || id, standing FROM actors WHERE version = ?",
        (row_id, row_id),
    ).fetchall()
    story = connection.execute(
        "SELECT story, (SELECT count(*) FROM story_reports AS others WHERE others.story = story_reports.story)"
        " FROM story_reports WHERE document = ?",
        (document,),
    ).fetchone()
    sentences = connection.execute("SELECT start, end FROM sentences WHERE version = ? ORDER BY start", (row_id,))
    return Report(
        **about,
        record=decided.record,
        ids={(kind, local): id for kind, local, id, _ in found},
        standing={id: standing for _, _, id, standing in found if standing != "read"},
        decisions=tuple(decisions(connection, document, all=True)),
        rejected=tuple(made for made in decisions(connection, document) if made.verb == "reject"),
        lost=frozenset(made.id for made in decided.lost),
        sentences=tuple((start, end) for start, end in sentences),
        story=tuple(story) if story else None,
    )
