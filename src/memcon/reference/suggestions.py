"""Names that a misspelt one may mean: only ever offered to a person, never used to answer."""

from __future__ import annotations

from functools import lru_cache

from memcon.reference.bodies import bodies, find_body
from memcon.reference.folding import fold
from memcon.reference.naming import find_place, name_index
from memcon.reference.states import states
from memcon.reference.tables import derived, table

_CLOSE = 80.0  # of 100: “Filand” is 92 to “Finland”, “Stub” 89 to “Stubb”


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Folded name → the name as it is shown: states, bodies, people and their surnames."""
    found: dict[str, str] = {}
    for state in states():
        for name in (state.name, *state.aliases, *state.demonyms):
            found.setdefault(fold(name), name)
    for key, entries in name_index().entries.items():
        if entries[0].kind == "state":
            found.setdefault(key, entries[0].phrase)
    for body in bodies():
        for name in (body.name, *body.aliases):
            found.setdefault(fold(name), name)
    for _, person, *_rest in table("persons").rows:
        found.setdefault(fold(person), person)
        found.setdefault(fold(person.split()[-1]), person)
    return {key: name for key, name in found.items() if len(key) > 3}


def suggested(name: str, limit: int = 3) -> list[str]:
    """The names most like one that the tables do not know, the likest first; none where nothing is near."""
    from rapidfuzz import fuzz, process

    known = _names()
    near = process.extract(fold(name), known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=limit * 3)
    return list(dict.fromkeys(known[key] for key, _, _ in near))[:limit]


_OFFICES = (
    "president", "prime minister", "chancellor", "foreign minister", "minister of foreign affairs",
    "secretary of state", "head of state", "head of government", "king", "queen", "emir", "sultan", "premier",
    "secretary-general", "director-general", "deputy secretary-general", "managing director", "high commissioner",
    "high representative", "vice president", "governor-general", "taoiseach",
)  # fmt: skip


def office_suggested(phrase: str, limit: int = 3) -> list[str]:
    """“chancelor of Germany” → “chancellor of Germany”: an office and a place, either of them misspelt.

    Only what differs from the phrase is given; none where the title is no office or no place is near.
    """
    from rapidfuzz import fuzz, process

    head, middle, tail = " ".join(phrase.split()).rpartition(" of ")
    if not middle:
        return []
    title = process.extractOne(fold(head), _OFFICES, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    if title is None:
        return []
    bare = tail.removeprefix("the ")
    places = [bare] if find_place(bare) or find_body(bare) else _places_near(bare)
    meant = [f"{title[0]} of {place}" for place in places]
    return [one for one in meant if fold(one) != fold(phrase)][:limit]


def _places_near(name: str) -> list[str]:
    """The states and bodies whose names are most like one."""
    return [near for near in suggested(name, 9) if find_place(near) or find_body(near)]


derived(_names.cache_clear)
