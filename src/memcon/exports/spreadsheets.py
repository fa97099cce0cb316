"""CSV as every part of memcon writes it: for spreadsheets and for programs alike.

UTF-8 with a mark at its beginning, without which Excel takes it for another encoding and shows “ErdoÄŸan”; lines that
end as RFC 4180 has it; no cell that a spreadsheet takes for a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from memcon.archive import Hit
from memcon.exports.lines import harmless

#: What a file begins with that tells Excel that it is UTF-8.
MARK = "\ufeff"

#: The columns of what a search finds, on the command line and in the reading room.
ANSWERS = (
    "id", "kind", "day", "until", "basis", "who", "what", "act", "mode", "cameo", "whom", "status", "background",
    "verdict", "place", "topics", "text", "report", "published", "outlet", "title", "name", "start", "end", "standing",
)  # fmt: skip


def csv_of(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A table with its mark and heading; several values in a cell are parted by “; ”."""
    return MARK + csv_lines([columns, *([cell(value) for value in row] for row in rows)])


def csv_lines(lines: Iterable[Iterable[object]]) -> str:
    """Lines of a table that has its mark and heading already."""
    written = io.StringIO(newline="")
    # With any other end of a line the writer leaves a carriage return in a cell unquoted.
    csv.writer(written).writerows(lines)
    return written.getvalue()


def answers(hits: Iterable[Hit]) -> Iterable[list[object]]:
    """What a search found, under the columns of :data:`ANSWERS`."""
    return ([getattr(hit, name) for name in ANSWERS] for hit in hits)


def cell(value: object) -> object:
    """A value as the text of one cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        value = "; ".join(map(_words, value))
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return harmless(value)


def _words(one: object) -> str:
    if isinstance(one, dict):
        return ", ".join(str(value) for value in one.values() if value)
    return "–".join(map(str, one)) if isinstance(one, (list, tuple)) else str(one)
