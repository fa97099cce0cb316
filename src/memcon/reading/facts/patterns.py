"""The constructions that tell a fact, read from the TOML tables beside this module.

A table is for a person to read and extend; what it may say is told at the head of ``relations.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

_TABLES = ("relations.toml", "membership.toml", "treaties.toml")


@dataclass(frozen=True, slots=True)
class NounClass:
    """A class of nouns that a verb or an act noun may govern.

    Attributes:
        heads: lemmas of the head word.
        narrow: heads that count only with a modifier from ``only`` (or under a predicate from ``enough``).
        only: those modifiers, lower case.
        unless: modifiers that make it something else, unless one of ``despite`` is there too.
        actors: a kind of actor that belongs to the class by being named ("state", "organization", "person").
    """

    name: str
    heads: frozenset[str]
    narrow: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    despite: frozenset[str] = frozenset()
    enough: frozenset[str] = frozenset()
    actors: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One construction: a predicate (verb, act noun or role noun), its theme, and where the parties stand.

    Attributes:
        words: lemmas of the predicate.
        theme: the class its theme must belong to, by name; None where it needs none.
        theme_role: the roles in which the theme may stand; by default the object, or the subject where it has none.
        subject, object, by, value: roles in the order in which they are tried.
        needs: parts without which nothing is said ("subject", "object").
        only: words of which the role noun needs one before it (“observer state”).
        flags: what else is so: states, people, symmetric, implied, whole, named, place, own, office, spread,
            to_join, states_object, vote, state_of_things, elided (the body may be that of the sentence before),
            elided_here (or that of the same sentence),
            since (only where its first day is told), begins (of a state of things only the first day is told).
    """

    relation: str
    words: tuple[str, ...]
    theme: str | None = None
    theme_role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    value: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    goal: str | None = None
    only: tuple[str, ...] = ()
    object_kind: str | None = None
    needs: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Patterns:
    """All constructions, by the lemma of their predicate; ``late`` are the verbs of an office that others name."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    events: Mapping[str, tuple[Pattern, ...]]
    roles: Mapping[str, tuple[Pattern, ...]]
    late: frozenset[str] = frozenset()
    nouns: Mapping[str, NounClass] = field(default_factory=dict)


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The shipped constructions; read once."""
    folder = files(__package__).joinpath("patterns")
    nouns = {
        name: NounClass(
            name,
            actors=entry.get("actors"),
            **{k: frozenset(v) for k, v in entry.items() if k != "actors"},
        )
        for name, entry in tomllib.loads(folder.joinpath("nouns.toml").read_text("utf-8")).items()
    }
    tables = [tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in _TABLES]
    kinds = {"verb": "lemmas", "event": "nouns", "role": "nouns"}
    read = {kind: _by_word(e for t in tables for e in t.get(kind, ())) for kind in kinds}
    late = frozenset(word for word, found in read["verb"].items() if any("office" in p.flags for p in found))
    return Patterns(read["verb"], read["event"], read["role"], late, nouns)


def _by_word(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for entry in entries:
        made = _pattern(entry)
        for word in made.words:
            found.setdefault(word, []).append(made)
    return {word: tuple(items) for word, items in found.items()}


def _pattern(entry: Mapping[str, Any]) -> Pattern:
    listed = {k: tuple(v) for k, v in entry.items() if isinstance(v, list) and k not in ("lemmas", "nouns", "needs")}
    return Pattern(
        relation=entry["relation"],
        words=tuple(entry.get("lemmas") or entry["nouns"]),
        theme=entry.get("theme"),
        goal=entry.get("goal"),
        object_kind=entry.get("object_kind"),
        needs=frozenset(entry.get("needs", ())),
        flags=frozenset(k for k, v in entry.items() if v is True),
        **listed,
    )
