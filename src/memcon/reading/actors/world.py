"""What the reference tables know, in the shape in which a text is scanned for it."""

from __future__ import annotations

from functools import lru_cache

from memcon.reading.actors.gazetteer import Named, words_of
from memcon.reference.naming import NameEntry, name_index
from memcon.reference.states import state_name

Index = dict[str, tuple[tuple[tuple[str, ...], Named], ...]]

_KINDS = {"state": "state", "code": "", "demonym": "people", "people": "peoples", "capital": "capital", "city": "city", "region": "region",
          "seat": "seat", "body": "organisation"}  # fmt: skip
# Where one name has several readings, the first of these is meant.
_RANK = {"state": 0, "people": 1, "organisation": 2, "capital": 3, "seat": 4, "peoples": 5, "city": 6, "region": 7}


@lru_cache(maxsize=1)
def names() -> Index:
    """First word → (all words, what is named), longest first."""
    found: dict[tuple[str, ...], Named] = {}
    for entries in name_index().entries.values():
        for entry in entries:
            named = _named(entry)
            if named is None:
                continue
            words = words_of(entry.phrase)
            if words and words[0] == "the":
                words = words[1:]
            if not words:
                continue
            before = found.get(words)
            if before is None or _RANK[named.kind] < _RANK[before.kind]:
                found[words] = named
    index: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for words, named in found.items():
        index.setdefault(words[0], []).append((words, named))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in index.items()}


def _named(entry: NameEntry) -> Named | None:
    kind = _KINDS.get(entry.kind, "")
    if not kind or (entry.case == "any" and not any(c.isupper() for c in entry.phrase) and entry.kind != "body"):
        return None
    return Named(
        kind, entry.name, entry.country, entry.code or None, entry.sectors, entry.body or "", entry.case == "exact", entry.shared
    )


def state_called(iso3: str) -> str:
    """The name of a state by its code."""
    return state_name(iso3)
