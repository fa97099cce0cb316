"""Writes the columns of a run's tables into ``large-runs.md``; a test holds the two together."""

from __future__ import annotations

from pathlib import Path

from memcon.corpus import COLUMNS

PAGE = Path(__file__).with_name("large-runs.md")
BEGIN, END = "<!-- columns -->\n", "<!-- end of columns -->\n"
KINDS = {"text": "text", "texts": "list of texts", "int": "whole number", "float": "number", "bool": "true or false"}


def page() -> str:
    """``large-runs.md`` with its columns as they are in the program."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + _columns() + END + rest.partition(END)[2]


def _columns() -> str:
    lines = ["| table | columns |", "|---|---|"]
    for table, columns in COLUMNS.items():
        by_kind = [f"`{name}`" + ("" if kind == "text" else f" ({KINDS[kind]})") for name, kind in columns.items()]
        lines.append(f"| {table} | {', '.join(by_kind)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
