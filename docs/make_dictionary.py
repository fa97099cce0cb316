"""Writes the data dictionary of the long tables into ``exports.md``; a test holds the two together."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from memcon.exports.columns import dictionary

PAGE = Path(__file__).with_name("exports.md")
BEGIN, END = "<!-- dictionary -->\n", "<!-- end of dictionary -->\n"
KINDS = {"text": "text", "texts": "texts", "int": "whole number", "float": "number", "bool": "true or false"}


def page() -> str:
    """``exports.md`` with the columns as they are in the program."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + _tables() + END + rest.partition(END)[2]


def _tables() -> str:
    parts = []
    for table, words in groupby(dictionary(), lambda word: word["table"]):
        lines = [f"**{table}**\n", "| column | cells | what it holds |", "|---|---|---|"]
        lines += [f"| `{word['column']}` | {KINDS[word['kind']]} | {word['meaning']} |" for word in words]
        parts.append("\n".join(lines) + "\n")
    return "\n" + "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
