"""Actors by name, with the article English gives them, several as a list with “and”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from memcon.record import Actor, Record

_WITH_ARTICLE = re.compile(
    r"^(?:United|Soviet|European|African|Arab|Holy|Central African|Czech|Dominican|Non-Aligned|World|International) |"
    r"^(?:Netherlands|Philippines|Bahamas|Maldives|Gambia|Seychelles|Comoros|Vatican|Kremlin|White House|Pentagon)$|"
    r" (?:Union|Nations|Council|Assembly|Fund|Bank|Organi[sz]ation|Committee|Commission|Movement|Programme|League|"
    r"Court|Agency|Ministry|Office|Department|Parliament|Republic|Kingdom|States|Emirates|Islands|Conference|Forum|"
    r"Association|Federation|Community|Commonwealth|Senate|Congress|House|Party|Army|Police|Force|Forces)$|"
    r"^(?:Commonwealth|Ministry|Office|Embassy|Department|Organi[sz]ation|Council|League|House|Government|Republic|"
    r"Democratic) "
)
_WITHOUT_ARTICLE = re.compile(r"^(?:World Vision|Central African|United Airlines)$|News Agency$|^[A-Z]{2,6}$")


# One who is described and not named: “Western diplomat”, “Ethiopian senior official”.
_SOMEBODY = re.compile(r"[A-Z][\w’'-]* (?:[a-z][\w’'-]* )*[a-z]{4,}$")
# Every state has one of these; the name alone does not say whose it is.
_ONE_A_STATE = re.compile(
    r"^(?:the )?(?:[A-Z]\w+ )?(?:Ministry|Department|Parliament|Government|Cabinet|Army|Police|Senate|Court)"
    r"(?: of (?:the )?(?:Foreign Affairs|External Affairs|Defen[cs]e|the Interior|Justice|Finance))?$",
    re.IGNORECASE,
)


def as_it_is(name: str) -> str:
    """The name unchanged."""
    return name


def namer(record: Record, shown: Callable[[str], str] = as_it_is) -> Callable[[str], str]:
    """A function from an actor's id to its name as it stands within a sentence.

    Args:
        record: whose actors.
        shown: how a name is written where it is shown, as for a terminal that lacks some characters.
    """
    states = {actor.country: actor.name for actor in record.actors if actor.kind == "state" and actor.country}
    names = {actor.id: shown(within_a_sentence(actor, states)) for actor in record.actors}
    return lambda id: names.get(id, id)


def tagger(record: Record, shown: Callable[[str], str] = as_it_is) -> Callable[[str], str]:
    """A function from an actor's id to its bare name with its country: “Joe Biden (USA)”, “Estonia”, “NATO”."""
    states = {actor.country: actor.name for actor in record.actors if actor.kind == "state" and actor.country}
    tags = {actor.id: shown(_tagged(actor, states)) for actor in record.actors}
    return lambda id: tags.get(id, id)


def _tagged(actor: Actor, states: Mapping[str, str]) -> str:
    state = states.get(actor.country or "", "")
    # “Russian troops”, “Ministry of Defence of Armenia” say it themselves.
    told = actor.kind != "person" and state and state[:5].rstrip("a") in actor.name
    plain = actor.kind == "state" or not actor.country or told
    return _described(actor) if plain else f"{_described(actor)} ({actor.country})"


def _described(actor: Actor) -> str:
    """The name as the text has it within a sentence: a description (“reporters”) keeps its small letter."""
    first = actor.name.split(" ")[0]
    small = first[:1].lower() + first[1:]
    if small != first and any(mention.text.split()[:1] == [small] for mention in actor.mentions):
        return small + actor.name[len(first) :]
    return actor.name


def is_described(actor: Actor) -> bool:
    """Whether no mention names the actor: “reporters”, “three officials”."""
    forms = {mention.form for mention in actor.mentions}
    return _described(actor)[:1].islower() or forms == {"description"}


def within_a_sentence(actor: Actor, states: Mapping[str, str] = MappingProxyType({})) -> str:
    """“the United Nations”, “Azerbaijan”, “the Foreign Ministry of Armenia”, “Jeyhun Bayramov”, “a Western diplomat”.

    ``states`` are names by ISO code, for bodies of which every state has one.
    """
    if actor.kind == "person" and _SOMEBODY.match(actor.name):
        return f"{'an' if actor.name[0] in 'AEIO' else 'a'} {_described(actor)}"
    if actor.kind not in ("state", "organization", "office") or _WITHOUT_ARTICLE.search(actor.name):
        return _described(actor)
    state = states.get(actor.country or "")
    if state and state not in actor.name and _ONE_A_STATE.match(actor.name):
        article = "the " if _WITH_ARTICLE.search(state) else ""
        return f"the {actor.name} of {article}{state}"
    return f"the {actor.name}" if _WITH_ARTICLE.search(actor.name) else actor.name


def capitalised(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def listed(names: Iterable[str], most: int = 6) -> str:
    """``A``, ``A and B``, ``A, B and C``; beyond ``most`` the rest is counted."""
    several = list(dict.fromkeys(names))
    if len(several) > most:
        several = [*several[: most - 1], f"{len(several) - most + 1} others"]
    return " and ".join(filter(None, (", ".join(several[:-1]), several[-1]))) if several else ""
