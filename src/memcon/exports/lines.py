"""JSON and tables of tabs, as bytes: a line a row, in UTF-8."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

_SPACE = re.compile(r"[^\S ]")


def json_lines(values: Iterable[Any]) -> bytes:
    """Each value as one line of JSON."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode("utf-8", "replace")


def tab_lines(rows: Iterable[Iterable[object]]) -> bytes:
    """Each row as one line of cells between tabs; None is an empty cell, and a tab or line break in a cell a blank."""
    lines = ("\t".join(_cell(cell) for cell in row) + "\n" for row in rows)
    return "".join(lines).encode("utf-8", "replace")


def filled(fields: Any) -> dict[str, Any]:
    """The fields that hold something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _cell(value: object) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else _SPACE.sub(" ", str(value))
