"""The name shown for somebody known only by description: “Israeli military”, “Ministry of Defence of Brazil”."""

from __future__ import annotations

import re

from memcon.reading.actors import world
from memcon.reading.actors.roles import role_table
from memcon.reading.actors.words import word_set
from memcon.reference.titles import read_title

_COMMON = frozenset(role_table().heads) | word_set("body_nouns")
_MINISTRY = re.compile(r"^(?:(?P<before>.+?) )?(?:ministry|department)(?: (?:of|for) (?:the )?(?P<after>.+))?$", re.I)


def ministry(phrase: str, country: str | None) -> str | None:
    """The full name of a ministry without its state: “foreign ministry” → “Ministry of Foreign Affairs”."""
    phrase = {"foreign office": "foreign ministry", "home office": "interior ministry"}.get(phrase.lower(), phrase)
    match = _MINISTRY.match(phrase)
    field = match and (match["after"] or match["before"])
    if not match or not field:
        return None
    title = read_title(f"{field} minister", None) or read_title(f"minister of {field}", None)
    if title is None or not title.standard.startswith("Minister of "):
        return None
    return f"Ministry of {title.standard.removeprefix('Minister of ')}"


def described(phrase: str, country: str | None, owner: str | None, names_country: bool) -> str:
    """The name shown for a description.

    Args:
        phrase: the words of the description without its article and possessor.
        country: ISO 3166-1 alpha-3 of its state, where known.
        owner: the body or person whose it is, where it is not simply a state's.
        names_country: whether the phrase itself names the state.
    """
    phrase = " ".join(phrase.split())
    if country and (found := ministry(phrase, country)):
        return f"{found} of {with_article(owner or world.state_called(country))}"
    if owner and owner.lower() not in phrase.lower():
        return _capital(f"{phrase} of {with_article(owner)}")
    if country and not names_country and world.state_called(country).lower() not in phrase.lower():
        adjective = world.adjective_of(country)
        return (
            f"{adjective} {phrase}"
            if adjective
            else _capital(f"{phrase} of {with_article(world.state_called(country))}")
        )
    return _capital(phrase)


def with_article(name: str) -> str:
    """A body's name as it stands after “of”: “the African Union”, but “Hezbollah”."""
    words = name.lower().split()
    if world.takes_article(name):
        return f"the {name}"
    return f"the {name}" if len(words) > 1 and words[0] != "the" and _COMMON.intersection(words) else name


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
