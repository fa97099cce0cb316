"""Actors by name, with the article English gives them, several as a list with “and”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rich.console import Console

from memcon.cli.page.marks import shown
from memcon.record import Actor, Record

_WITH_ARTICLE = re.compile(
    r"^(?:United|Soviet|European|African|Arab|Holy|Central African|Czech|Dominican|Non-Aligned|World|International) |"
    r"^(?:Netherlands|Philippines|Bahamas|Maldives|Gambia|Seychelles|Comoros|Vatican|Kremlin|White House|Pentagon)$|"
    r" (?:Union|Nations|Council|Assembly|Fund|Bank|Organi[sz]ation|Committee|Commission|Movement|Programme|League|"
    r"Court|Agency|Ministry|Office|Department|Parliament|Republic|Kingdom|States|Emirates|Islands|Conference|Forum|"
    r"Association|Federation|Community|Commonwealth|Senate|Congress|House|Party|Army|Police|Force|Forces)$|"
    r"^(?:Commonwealth|Ministry|Department|Organi[sz]ation|Council|League|House|Government|Republic|Democratic) "
)
_WITHOUT_ARTICLE = re.compile(r"^(?:World Vision|Central African|United Airlines)$|News Agency$|^[A-Z]{2,6}$")


def namer(record: Record, console: Console) -> Callable[[str], str]:
    """A function from an actor's id to its name as it stands within a sentence."""
    names = {actor.id: shown(within_a_sentence(actor), console) for actor in record.actors}
    return lambda id: names.get(id, id)


def within_a_sentence(actor: Actor) -> str:
    """“the United Nations”, “Azerbaijan”, “Jeyhun Bayramov”."""
    if actor.kind in ("state", "organization", "office") and not _WITHOUT_ARTICLE.search(actor.name):
        return f"the {actor.name}" if _WITH_ARTICLE.search(actor.name) else actor.name
    return actor.name


def capitalised(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def listed(names: Iterable[str], most: int = 6) -> str:
    """``A``, ``A and B``, ``A, B and C``; beyond ``most`` the rest is counted."""
    several = list(dict.fromkeys(names))
    if len(several) > most:
        several = [*several[: most - 1], f"{len(several) - most + 1} others"]
    return " and ".join(filter(None, (", ".join(several[:-1]), several[-1]))) if several else ""
