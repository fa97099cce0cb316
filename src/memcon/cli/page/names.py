"""Actors by name, several as a list with “and”."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console

from memcon.cli.page.marks import shown
from memcon.record import Record


def namer(record: Record, console: Console) -> Callable[[str], str]:
    """A function from an actor's id to the name to show."""
    names = {actor.id: shown(actor.name, console) for actor in record.actors}
    return lambda id: names.get(id, id)


def listed(names: Iterable[str], most: int = 6) -> str:
    """``A``, ``A and B``, ``A, B and C``; beyond ``most`` the rest is counted."""
    several = list(names)
    if len(several) > most:
        several = [*several[: most - 1], f"{len(several) - most + 1} others"]
    return " and ".join(filter(None, (", ".join(several[:-1]), several[-1]))) if several else ""
