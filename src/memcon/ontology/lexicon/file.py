"""A lexicon file as TOML tables, value by value, with the line of whatever is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any


class LexiconError(ValueError):
    """A lexicon file that cannot be used; says the file, the line and what would be right."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file, self.line = file, line


def _parse(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"line (\d+)", str(problem))
        raise LexiconError(file, int(place[1]) if place else text.count("\n") + 1, f"not TOML: {problem}") from None


def _headers(text: str, table: str) -> list[int]:
    return [n for n, line in enumerate(text.split("\n"), 1) if line.split("#")[0].strip() == f"[[{table}]]"]


class LexiconFile:
    """One file's tables, with the line of each for the errors."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.lines = file, text.split("\n")
        self.content = _parse(text, file)
        self.starts = {name: _headers(text, name) for name in ("entry", "cue")}

    def tables(self, name: str) -> Iterable[tuple[int, dict[str, Any]]]:
        """The tables ``[[name]]`` of the file, each with the line on which it starts."""
        found = self.content.get(name, [])
        if not isinstance(found, list):
            raise LexiconError(self.file, self.key(1, name), f"write [[{name}]], with two brackets")
        starts = self.starts[name]
        return zip(starts if len(starts) == len(found) else [1] * len(found), found, strict=True)

    def key(self, start: int, name: str) -> int:
        """The line of a key in the table that starts there."""
        for n in range(start, min(start + 40, len(self.lines)) + 1):
            line = self.lines[n - 1].strip()
            if re.match(rf"\[?{re.escape(name)}\]?\s*(=|$)", line):
                return n
            if n > start and line.startswith("["):
                break
        return start

    def fail(self, start: int, name: str, problem: str) -> LexiconError:
        """The error to raise for a key of the table that starts there."""
        return LexiconError(self.file, self.key(start, name), problem)

    def text(self, start: int, table: Mapping[str, Any], name: str, default: str = "") -> str:
        """The string of a key; raises LexiconError where it is something else."""
        value = table.get(name, default)
        if not isinstance(value, str):
            raise self.fail(start, name, f"{name} must be a string, not {type(value).__name__}")
        return value

    def flag(self, start: int, table: Mapping[str, Any], name: str) -> bool:
        """The truth value of a key; False without it."""
        value = table.get(name, False)
        if not isinstance(value, bool):
            raise self.fail(start, name, f"{name} must be true or false")
        return value

    def choice(self, start: int, table: Mapping[str, Any], name: str, valid: Iterable[str], default: str = "") -> str:
        """The string of a key, one of ``valid`` or empty; raises LexiconError where it is another."""
        value = self.text(start, table, name, default)
        known = list(valid)
        if value and value not in known:
            told = f"is not one of {', '.join(known)}" if known else "stands in a type that has none"
            raise self.fail(start, name, f"{name} = {value!r} {told}")
        return value
