"""Sets of words that the reading of actors goes by: ``words.toml`` beside this module, each with its reason."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("words.toml")


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def word_set(key: str) -> frozenset[str]:
    """The set of that name; raises KeyError where the table has none."""
    return frozenset(_table()[key])
