"""What a query probably means instead: ``from:European Union``, whose quotation marks a shell took away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.archive.query import PARTIES, field_name
from memcon.reference import find_body, name_index, state

_ONE = re.compile(r"(?<![^\s(-])([A-Za-z][A-Za-z_-]*):([^\s()\"“”,:]+)((?:\s+[^\s()\"“”:]+)+)(?![^\s()])")
_MOST_WORDS = 6


def hints(query: str) -> Iterator[str]:
    """``from:"European Union"`` for each field of a query whose value and the words after it are one known name."""
    for match in _ONE.finditer(query):
        if field_name(match[1]) not in (*PARTIES, "place"):
            continue
        words = match[3].split()[:_MOST_WORDS]
        for many in range(len(words), 0, -1):
            name = " ".join((match[2], *words[:many]))
            if is_known(name):
                yield f'{match[1]}:"{name}"'
                break


def is_known(name: str) -> bool:
    """Whether the tables have a state, body, city or people of exactly this name."""
    bare = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    return bool(state(bare) or find_body(bare) or any(entry.fits(bare) for entry in name_index().get(bare)))


def quoted(arguments: Sequence[str]) -> str:
    """A query from the arguments of a call, the quotation marks put back that the shell took.

    ``from:"European Union"`` arrives as one argument without them; they are put back where the tables know the name.
    """
    return " ".join(map(_quoted, arguments))


def _quoted(argument: str) -> str:
    match = re.fullmatch(r"(-?[A-Za-z][A-Za-z_-]*):([^\s\"“”():,]+(?:\s+[^\s\"“”():,]+)+)", argument.strip())
    if match and field_name(match[1].removeprefix("-")) in (*PARTIES, "place") and is_known(match[2]):
        return f'{match[1]}:"{match[2]}"'
    return argument
