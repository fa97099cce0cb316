"""Somebody as a phrase describes them: “Russian troops”, “the Turkish parliament”."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.roles import Role, role_table
from memcon.reading.actors.words import word_set

_COMMON_NAMES = word_set("common_names")


@dataclass(slots=True)
class Description:
    """Somebody as a phrase describes them.

    ``word`` is the noun of the table, ``owner`` the body or person whose they are; tokens ``first``..``last``
    (exclusive) are the phrase, ``head`` its noun.
    """

    country: str | None
    sectors: tuple[str, ...]
    word: str
    first: int
    last: int
    head: int
    role: Role | None = None
    plural: bool = False
    form: str = "description"
    code: str | None = None
    definite: bool = True
    owner: str | None = None
    bodies: list[Name] = field(default_factory=list)


def only_common(name: str) -> bool:
    """Whether a body's name is made of common nouns, so that only its state makes it one: “Supreme Court”."""
    return all(word.lower() in _COMMON_NAMES or word.lower() in role_table().heads for word in name.split())


def kind_of(role: Role | None, plural: bool) -> str:
    """The kind of actor that a noun of the table names: organization, group, office or person."""
    if role is not None and role.kind in ("body", "unit") and not plural:
        return "organization"
    if role is not None and role.kind == "asset":
        return "group"
    if role is not None and role.kind == "office" and not plural:
        return "office"
    return "group" if plural or role is None else "person"
