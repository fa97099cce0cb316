"""Nouns for those who act (“troops”, “foreign minister”, “trade union”) and the PLOVER sector each stands for.

The table is ``roles.tsv`` beside this module; a political scientist can edit it without reading Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from memcon.language import Token

TABLE = Path(__file__).with_name("roles.tsv")


@dataclass(frozen=True, slots=True)
class Role:
    """One noun or phrase of the table.  ``kind``: office, person, member, body, place, state, modifier."""

    word: str
    sector: str
    kind: str


@dataclass(frozen=True, slots=True)
class RoleTable:
    """``heads``: last word → (words before it, role), longest first.  ``modifiers``: word → sector."""

    heads: dict[str, tuple[tuple[tuple[str, ...], Role], ...]]
    modifiers: dict[str, str]


@lru_cache(maxsize=1)
def role_table() -> RoleTable:
    """The table, read once; raises ValueError where a line does not have its three cells."""
    heads: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    modifiers: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#") or line.startswith("word\t"):
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise ValueError(f"{TABLE.name}: three cells belong in {line!r}")
        word, sector, kind = cells
        if kind == "modifier":
            modifiers[word] = sector
            continue
        words = tuple(word.replace("-", " ").replace("'s", " 's").replace("s' ", "s ' ").split())
        heads.setdefault(words[-1], []).append((words[:-1], Role(word, sector, kind)))
    ordered = {word: tuple(sorted(found, key=lambda x: -len(x[0]))) for word, found in heads.items()}
    return RoleTable(ordered, modifiers)


def role_at(tokens: Sequence[Token], i: int, floor: int) -> tuple[int, Role] | None:
    """The longest role phrase that ends with token ``i`` and begins at ``floor`` or later: its first token and the role."""
    heads = role_table().heads
    token = tokens[i]
    if i + 2 < len(tokens) and tokens[i + 2].lower == "general" and tokens[i + 1].text in ("-", "–"):
        # “secretary-general” cut in three, its head the first.
        for words, role in heads["general"]:
            if words and words[-1] == token.lower:
                at = _match_before(tokens, i, floor, words[:-1])
                if at is not None:
                    return at, role
    found = heads.get(token.lower)
    if found is None:
        found = heads.get(token.lemma) or heads.get(_singular(token.lower))
        if found is None:
            return None
    for words, role in found:
        at = _match_before(tokens, i, floor, words)
        if at is not None:
            return at, role
    return None


def role_end(tokens: Sequence[Token], i: int) -> int:
    """The token after a role phrase with head ``i``: “secretary-general” runs on after its head."""
    cut = i + 2 < len(tokens) and tokens[i + 2].lower == "general" and tokens[i + 1].text in ("-", "–")
    return i + 3 if cut else i + 1


def _match_before(tokens: Sequence[Token], i: int, floor: int, words: tuple[str, ...]) -> int | None:
    at = i
    for word in reversed(words):
        at -= 1
        while at >= floor and tokens[at].lower in ("-", "–"):
            at -= 1
        if at < floor:
            return None
        lower = tokens[at].lower.replace("’", "'")
        if lower != word and tokens[at].lemma != word:
            return None
    return at


@lru_cache(maxsize=8192)
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
