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


_Heads = tuple[tuple[tuple[str, ...], Role], ...]
_Openers = tuple[tuple[tuple[str, ...], tuple[str, ...], Role], ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The table by word.

    ``heads``: last word → (words before it, role), longest first.  ``openers``: the noun before “of” or “in” (“member
    of parliament”) → (words before it, words after it, role).  ``modifiers``: word → sector.
    """

    heads: dict[str, _Heads]
    openers: dict[str, _Openers]
    modifiers: dict[str, str]


@lru_cache(maxsize=1)
def role_table() -> RoleTable:
    """The table, read once; raises ValueError where a line does not have its three cells."""
    heads: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    openers: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Role]]] = {}
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
        inner = next((k for k, w in enumerate(words) if w in ("of", "in", "at") and k), None)
        if inner is not None:
            openers.setdefault(words[inner - 1], []).append(
                (words[: inner - 1], words[inner:], Role(word, sector, kind))
            )
            continue
        heads.setdefault(words[-1], []).append((words[:-1], Role(word, sector, kind)))
    ordered = {word: tuple(sorted(found, key=lambda x: -len(x[0]))) for word, found in heads.items()}
    opening = {word: tuple(sorted(found, key=lambda x: -len(x[0]) - len(x[1]))) for word, found in openers.items()}
    return RoleTable(ordered, opening, modifiers)


def role_at(tokens: Sequence[Token], i: int, floor: int) -> tuple[int, Role] | None:
    """The longest role phrase with head ``i`` that begins at ``floor`` or later: its first token and the role."""
    token = tokens[i]
    lower = token.lower
    entries = _entries(lower, token.lemma)
    if entries is None:
        return None
    found, opening = entries
    if i + 2 < len(tokens):
        if tokens[i + 2].lower == "general" and tokens[i + 1].text in ("-", "–"):
            # “secretary-general” cut in three, its head the first.
            for words, role in role_table().heads["general"]:
                if words and words[-1] == lower:
                    at = _match_before(tokens, i, floor, words[:-1])
                    if at is not None:
                        return at, role
        if opening is not None:
            for before, after, role in opening:
                if _match_after(tokens, i, after):
                    at = _match_before(tokens, i, floor, before)
                    if at is not None:
                        return at, role
    for words, role in found:
        at = _match_before(tokens, i, floor, words)
        if at is not None:
            return at, role
    return None


@lru_cache(maxsize=65536)
def _entries(lower: str, lemma: str) -> tuple[_Heads, _Openers | None] | None:
    """The rows of the table that a word can head; None where there are none."""
    table = role_table()
    found, opening = table.heads.get(lower), table.openers.get(lower)
    if found is None and opening is None:
        singular = lemma if lemma in table.heads or lemma in table.openers else _singular(lower)
        found, opening = table.heads.get(singular), table.openers.get(singular)
        if found is None and opening is None:
            return None
    return found or (), opening


def role_end(tokens: Sequence[Token], i: int) -> int:
    """The token after a role phrase with head ``i``: “secretary-general”, “head of state” run on after their head."""
    if i + 2 >= len(tokens):
        return i + 1
    if tokens[i + 2].lower == "general" and tokens[i + 1].text in ("-", "–"):
        return i + 3
    table = role_table()
    opening = table.openers.get(tokens[i].lower) or table.openers.get(_singular(tokens[i].lower))
    for _, after, _ in opening or ():
        last = _match_after(tokens, i, after)
        if last:
            return last
    return i + 1


def _match_after(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> int | None:
    at = i
    for word in words:
        at += 1
        while at < len(tokens) and (
            tokens[at].lower in ("-", "–", "\n") or (tokens[at].lower == "the" and word != "the")
        ):
            at += 1
        if at >= len(tokens) or (tokens[at].lower != word and tokens[at].lemma != word):
            return None
    return at + 1


def _match_before(tokens: Sequence[Token], i: int, floor: int, words: tuple[str, ...]) -> int | None:
    at = i
    for word in reversed(words):
        at -= 1
        while at >= floor and tokens[at].lower in ("-", "–", "\n"):
            at -= 1
        if at < floor:
            return None
        lower = tokens[at].lower
        if lower != word and tokens[at].lemma != word and lower.replace("’", "'") != word:
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
