"""One report against the others: the same fact with another day, or denied, elsewhere in the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.archive import store
from memcon.checking import Comparison, compare_records

# Other reports that speak of the same parties in facts: the newest of them are compared.
_MOST = 200

_SHARING = """
SELECT DISTINCT documents.id FROM facts
JOIN actors ON actors.id = facts.subject
JOIN documents ON documents.current = actors.version
WHERE documents.id <> :document AND actors.party IN (
    SELECT actors.party FROM facts JOIN actors ON actors.id = facts.subject
    JOIN documents ON documents.current = actors.version WHERE documents.id = :document
)
ORDER BY documents.id DESC LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports that cannot both be right; ``report`` and ``other`` are their short ids (``d12``)."""

    report: str
    other: str
    comparison: Comparison


def disagreements(connection: sqlite3.Connection, document: int) -> Iterator[Disagreement]:
    """Where a report's facts differ from those of other reports in the archive, corrections counted in.

    Args:
        connection: the archive.
        document: number of the report.
    """
    record = store.corrected(connection, document).record
    rows = connection.execute(_SHARING, {"document": document, "most": _MOST}).fetchall()
    for (other,) in rows:
        for comparison in compare_records(record, store.corrected(connection, other).record):
            if comparison.outcome == "differs":
                yield Disagreement(f"d{document}", f"d{other}", comparison)
