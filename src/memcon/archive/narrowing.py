"""A query taken apart into its terms and put together again: narrower by one field, wider by one, other days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.archive.query import DATES, PARTIES, Field, Node, field_name, parse

#: Fields of which every value must be true, each a term of its own; of the others any value will do.
EVERY = ("with", "from", "to", "said-by", "reported-by")


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query, all parts of which must be true.

    Attributes:
        text: as it is written.
        name: its field; None for words, brackets and what is not wanted.
        values: what is asked of the field; the day as it is written, of ``since``, ``until`` and ``on``.
    """

    text: str
    name: str | None = None
    values: tuple[str, ...] = ()


def terms(query: str) -> list[Term]:
    """The parts of a query in the order in which they are written; none where it is blank.

    Raises:
        QueryError: it does not parse.
    """
    if not query.strip():
        return []
    parts = parse(query).parts
    return [_part(query, *part) for part in parts] or [Term(f"({query.strip()})")]


def _part(query: str, start: int, end: int, node: Node | None) -> Term:
    text = query[start:end].strip()
    if isinstance(node, Field) and node.start == start:
        return Term(text, node.name, node.values)
    if node is None:
        name, _, day = text.partition(":")
        return Term(text, field_name(name), (day.strip('"“”'),))
    return Term(text)


def joined(parts: Sequence[Term]) -> str:
    """The query that has these parts."""
    return " ".join(part.text for part in parts)


def narrowed(query: str, name: str, value: str) -> str:
    """The query that asks for ``name:value``, too; where any value of the field will do, for this one as well.

    >>> narrowed("ceasefire type:ACCUSE", "type", "THREATEN")
    'ceasefire type:ACCUSE,THREATEN'
    """
    parts = terms(query)
    if name not in EVERY:
        for place, part in enumerate(parts):
            if part.name == name:
                values = tuple(dict.fromkeys((*part.values, value)))
                return joined([*parts[:place], _term(name, values), *parts[place + 1 :]])
    return joined([*parts, _term(name, (value,))])


def widened(query: str, name: str, values: Sequence[str] | None = None) -> str:
    """The query without these values of a field; without the field where none are given or left."""
    kept = []
    for part in terms(query):
        if part.name != name:
            kept.append(part)
            continue
        left = tuple(value for value in part.values if value not in values) if values is not None else ()
        if left:
            kept.append(_term(name, left))
    return joined(kept)


def dated(query: str, since: str | None, until: str | None) -> str:
    """The query with these days instead of those it has; None asks for none."""
    kept = [part for part in terms(query) if part.name not in DATES]
    if since and since == until:
        return joined([*kept, _term("on", (since,))])
    days = [_term(name, (day,)) for name, day in (("since", since), ("until", until)) if day]
    return joined([*kept, *days])


def _term(name: str, values: Sequence[str]) -> Term:
    return Term(f"{name}:" + ",".join(_written(name, value) for value in values), name, tuple(values))


def _written(name: str, value: str) -> str:
    """A value as a query writes it: in quotation marks where it is not one plain word."""
    plain = " ".join(value.replace('"', " ").replace("“", " ").replace("”", " ").split())
    # In a name, an underscore would be read as a blank.
    special = " (),*_" if name in (*PARTIES, "about", "place", "outlet") else " (),*"
    return plain if plain and not set(plain) & set(special) else f'"{plain}"'
