"""What the reference tables know, in the shape in which a text is scanned for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from memcon.reading.actors.gazetteer import Named, words_of
from memcon.reading.actors.words import word_set
from memcon.reference.naming import NameEntry, name_index
from memcon.reference.own_names import Names
from memcon.reference.states import in_text, state, state_name

Index = dict[str, tuple[tuple[tuple[str, ...], Named], ...]]


_KINDS = {
    "state": "state",
    "code": "",
    "demonym": "people",
    "people": "peoples",
    "capital": "capital",
    "city": "city",
    "region": "region",
    "seat": "seat",
    "body": "organisation",
}


# Where one name has several readings, the first of these is meant.
_RANK = {"state": 0, "people": 1, "organisation": 2, "capital": 3, "seat": 4, "peoples": 5, "city": 6, "region": 7}


_TERRITORIES = word_set("territories")


@lru_cache(maxsize=4)
def names(own: Names | None = None) -> Index:
    """First word → (all words, what is named), longest first; the user's ``own`` names before those of the tables."""
    return _with_own(own) if own is not None else _shipped()


def _with_own(own: Names) -> Index:
    index = dict(_shipped())
    for words, named in _own(own):
        rows = [(w, n) for w, n in index.get(words[0], ()) if w != words]
        index[words[0]] = tuple(sorted([(words, named), *rows], key=lambda row: -len(row[0])))
    return index


def _shipped() -> Index:
    found: dict[tuple[str, ...], Named] = {}
    for entries in name_index().entries.values():
        for entry in entries:
            named = _named(entry)
            if named is None:
                continue
            words = words_of(entry.phrase)
            if words and words[0] == "the":
                words = words[1:]
            if not words or words == ("states",):
                # “The participating States” are not the United States.
                continue
            before = found.get(words)
            if before is None or _RANK[named.kind] < _RANK[before.kind]:
                found[words] = named
    index: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for words, named in found.items():
        index.setdefault(words[0], []).append((words, named))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in index.items()}


def _own(own: Names) -> Iterator[tuple[tuple[str, ...], Named]]:
    """The user's names as they are looked for in a text."""
    for entry in own.entries:
        words = words_of(entry.phrase)
        stands_for = _named(entry)
        if stands_for is not None:
            yield (words[1:] if words[0] == "the" and len(words) > 1 else words), stands_for
    for person in own.people:
        for name in (person.name, *person.aliases):
            yield words_of(name), Named("person", person.name, person.country, person.code or None, person.sectors)


def _named(entry: NameEntry) -> Named | None:
    kind = _KINDS.get(entry.kind, "")
    if (
        not kind
        or entry.country == "ATA"
        or (entry.case == "any" and not any(c.isupper() for c in entry.phrase) and entry.kind != "body")
    ):
        return None
    return Named(
        kind,
        entry.name,
        entry.country,
        entry.code or None,
        entry.sectors,
        entry.body or "",
        entry.case == "exact",
        entry.shared,
    )


def is_territory(named: Named) -> bool:
    """Whether a body is a land too, in which things happen: Somaliland, the Kurdistan Region."""
    return named.kind == "organisation" and named.name in _TERRITORIES


@lru_cache(maxsize=512)
def is_styled(iso3: str, word: str) -> bool:
    """Whether a state's full name calls it that: Jordan a kingdom, France a republic."""
    found = state(iso3)
    return found is not None and any(word in name.lower().split() for name in (found.name, *found.aliases))


@lru_cache(maxsize=1)
def _near_names() -> dict[str, Named | None]:
    """Every form of a long state's or people's name with one letter less; None where two names meet."""
    found: dict[str, Named | None] = {}
    for rows in names().values():
        for words, named in rows:
            if len(words) == 1 and len(words[0]) > 4 and named.kind in ("state", "people", "peoples"):
                for form in _without_one(words[0]):
                    other = found.setdefault(form, named)
                    if other is None or other.iso3 != named.iso3:
                        found[form] = None
    return found


def _without_one(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@lru_cache(maxsize=4096)
def nearly(word: str) -> Named | None:
    """The one state or people whose name is a letter away from a folded word; None where none or several are."""
    near = _near_names()
    found = {named.iso3: named for form in _without_one(word) if (named := near.get(form)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=512)
def takes_article(name: str) -> bool:
    """Whether a state's name takes one: “the United States”."""
    return any(
        named.kind == "state" and named.iso3 and in_text(named.iso3) == f"the {name}" for named in named_in(name)
    )


def state_called(iso3: str) -> str:
    """The name of a state by its code."""
    return state_name(iso3)


@lru_cache(maxsize=512)
def adjective_of(iso3: str) -> str | None:
    """The adjective of a state: “Israeli”; None where the tables have none."""
    found = state(iso3)
    return found.demonyms[0] if found and found.demonyms else None


def sectors_of_place(text: str) -> tuple[str, ...]:
    """Who a bare place name stands for: a capital its government, a town its people, a breakaway land itself."""
    for named in named_in(text):
        if "PRE" in named.sectors:
            return ("PRE",)
        if named.kind == "capital":
            return ("GOV",)
        if named.kind == "city":
            return ("CVL",)
        return ()
    return ()


@lru_cache(maxsize=512)
def government_of(outlet: str) -> str | None:
    """The state whose government an outlet is (“US Department of State”); None for the press."""
    for named in named_in(outlet):
        if named.iso3 and named.kind != "people" and "JRN" not in named.sectors:
            return named.iso3
    for named in named_in(outlet):
        if named.iso3 and named.kind == "people":
            return named.iso3
    return None


def named_in(text: str) -> list[Named]:
    """What is named in a few words that are not part of a parsed text (an outlet, a title)."""
    found: list[Named] = []
    words = words_of(text)
    raw = text.replace("-", " ").split()
    index = names()
    i = 0
    while i < len(words):
        for key, named in index.get(words[i], ()):
            if words[i : i + len(key)] == key and i < len(raw) and raw[min(i, len(raw) - 1)][:1].isupper():
                found.append(named)
                i += len(key) - 1
                break
        i += 1
    return found
