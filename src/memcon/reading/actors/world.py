"""What the reference tables know, in the shape in which a text is scanned for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from memcon.reading.actors.gazetteer import Named, words_of
from memcon.reading.actors.words import word_set
from memcon.reference.bodies import body as body_of_key
from memcon.reference.folding import name_tokens, same_person, same_word
from memcon.reference.naming import NameEntry, name_index
from memcon.reference.notables import notables_named, notables_surnamed
from memcon.reference.offices import offices_for, terms_of
from memcon.reference.own_names import Names
from memcon.reference.people import canonical_person, people_named
from memcon.reference.states import in_text, state, state_name
from memcon.reference.tables import table
from memcon.reference.titles import read_title

__all__ = [
    "adjective_of",
    "body_of_title",
    "canonical",
    "government_of",
    "in_office_surnamed",
    "is_person",
    "is_styled",
    "name_tokens",
    "named_in",
    "names",
    "nearly",
    "read_title",
    "same_person",
    "same_word",
    "sectors_of",
    "sectors_of_place",
    "state_called",
    "state_of_title",
    "takes_article",
    "titled",
]

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


_PARTLY_RECOGNISED = word_set("partly_recognised")


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
    if entry.name in _PARTLY_RECOGNISED and kind == "organisation":
        return Named(
            kind, entry.name, entry.country, f"{entry.country}PRE", ("PRE",), entry.body or "", entry.case == "exact"
        )
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


_AMERICAN = re.compile(
    r"^(?:principal |first )?(?:(?:deputy|assistant|under)[- ])*secretary (?:of|for) "
    r"(?:state|(?:the )?treasury|defense|war|homeland security|commerce|the interior|veterans affairs)\b",
    re.I,
)
_BRITISH = re.compile(r"^(?:chancellor of the exchequer|(?:shadow )?home secretary|lord chancellor)$", re.I)


def state_of_title(words: str) -> str | None:
    """The only state that has such an office: a Taoiseach is Irish, an Under Secretary of the Treasury American."""
    if _AMERICAN.match(words):
        return "USA"
    if _BRITISH.match(words):
        return "GBR"
    if re.match(r"(?:prime )?cabinet secretary\b", words, re.I):
        return "KEN"
    if words.lower() == "chief cabinet secretary":
        return "JPN"
    return "IRL" if words.lower() in ("taoiseach", "tánaiste", "tanaiste") else None


@lru_cache(maxsize=512)
def adjective_of(iso3: str) -> str | None:
    """The adjective of a state: “Israeli”; None where the tables have none."""
    found = state(iso3)
    return found.demonyms[0] if found and found.demonyms else None


_UN_TITLE = re.compile(
    r"^(?:(?:deputy |under[- ]?|assistant )?secretary[- ]general(?: for .+)?|(?:special |personal )?"
    r"(?:representative|envoy|advis[eo]r) (?:of|to) the (?:un )?secretary-general.*|.*general assembly president"
    r"|president of the (?:un |united nations )?general assembly)$",
    re.I,
)
_UN_ONLY = re.compile(r"^(?:under|assistant)[- ]?secretary|of the (?:un )?secretary-general|general assembly", re.I)
_EU_TITLE = re.compile(
    r"^(?:eu |european )?(?:high representative\b|commission president|council president|foreign policy chief)", re.I
)


def body_of_title(words: str) -> Named | None:
    """The only international body that has such an office: an Under-Secretary-General is of the United Nations."""
    if _EU_TITLE.match(words):
        return _body_named("European Union")
    if _UN_TITLE.match(words) and _UN_ONLY.search(words):
        return _body_named("United Nations")
    return None


def _body_named(name: str) -> Named | None:
    found = named_in(name)
    return found[0] if found else None


def _one_surname(name: str, known: str) -> bool:
    """Whether two spellings share a word in full that is not only the first: “Mark A. Milley” is not “Mark Ati”."""
    words, other = name_tokens(name), name_tokens(known)
    if len(words) < 2 or len(other) < 2:
        return True
    if re.fullmatch(r"[ivx]+", other[-1]) and not set(words) <= set(other):
        return False
    return any(same_word(w, o) for w in words[1:] for o in other if len(w) > 2 and len(o) > 2) or sorted(
        words
    ) == sorted(other)


def _bears(word: str, where: str, person: str, office: str | None, on: str | None) -> bool:
    """Whether one word can be that person's name: the first or last; another only of who is in that office."""
    own, tokens = name_tokens(word)[0], name_tokens(person)
    keys = offices_for(office) if office else None
    terms = [t for t in terms_of(where) if t.person == person and (keys is None or t.office in keys)]
    if keys is not None and not terms:
        return False
    if any(same_word(own, t) for t in (tokens[0], tokens[-1])):
        return True
    return bool(office and on) and any(t.in_office.first <= (on or "") <= t.in_office.last for t in terms)


def _one_crown(name: str, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One person listed in several states is of the first of them: King Charles III is British, a co-prince French."""
    wheres = {w for w, _ in found}
    words = set(name_tokens(name))
    if len(wheres) > 1 and "AND" in wheres:
        found = [(w, p) for w, p in found if w != "AND"]
    british = [(w, p) for w, p in found if w == "GBR" and words <= set(name_tokens(p))]
    if len(wheres) > 2 and british and sum(p == british[0][1] for _, p in found) > 2:
        return british
    return found


def _narrowed(name: str, found: list[tuple[str, str]], office: str | None) -> list[tuple[str, str]]:
    """Those of several namesakes whose surname it is and who held such an office."""
    words = name_tokens(name)
    if len(found) > 1 and len(words) == 1:
        found = [(w, p) for w, p in found if name_tokens(p)[-1:] == words] or found
    if len(found) > 1 and office:
        keys = offices_for(office)
        found = [(w, p) for w, p in found if any(t.person == p and t.office in keys for t in terms_of(w))] or found
    return found


def titled(surname: str, title: str) -> tuple[str, str | None, str | None] | None:
    """The one notable of that surname whose title shares a word with the text's: “Deputy Secretary Hicks”."""
    said = set(title.lower().split()) - {"of", "the", "for", "to", "and"}
    found = {(p.person, p.country) for p in notables_surnamed(surname) if said & set(p.title.lower().split())}
    if len(found) != 1:
        return None
    person, country = found.pop()
    return person, country, None


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Whether the tables know somebody whose name has all these words, two at least."""
    words = set(name_tokens(name))
    return len(words) > 1 and (
        any(words <= set(name_tokens(person)) for _, person in people_named(name))
        or any(words <= set(name_tokens(part.person)) for part in notables_named(name))
    )


@lru_cache(maxsize=2048)
def in_office_surnamed(surname: str, on: str) -> tuple[str, str | None, str | None] | None:
    """The one person of exactly that surname who holds an office on a day, and the country: “Lavrov”."""
    word = name_tokens(surname)
    found = {
        (person, where)
        for where, person in people_named(surname)
        if where in _sovereign()
        and word[0] in (name_tokens(person)[-1], name_tokens(person)[0])
        and any(t.person == person and t.in_office.first <= on <= t.in_office.last for t in terms_of(where))
    }
    if len(found) != 1:
        return None
    person, where = found.pop()
    return person, where, None


@lru_cache(maxsize=1)
def _sovereign() -> frozenset[str]:
    return frozenset(row["iso3"] for row in table("un_members").each()) | {"TWN", "XKX", "PSE", "VAT", "HKG", "MAC"}


@lru_cache(maxsize=4096)
def canonical(
    name: str, where: str | None, office: str | None, on: str | None
) -> tuple[str, str | None, str | None] | None:
    """The tables' spelling of a person, the country, and an organisation's code instead; None where unknown.

    A dependency has the head of state of its sovereign: where both list a person, the sovereign is meant.
    """
    known = canonical_person(name, where, office or None, on)
    named = people_named(name)
    if len(name_tokens(name)) == 1:
        named = tuple((w, p) for w, p in named if _bears(name, w, p, office, on))
        if known is not None and known not in {p for _, p in named}:
            known = None
    if known is not None and not _one_surname(name, known):
        known, named = None, ()
    if known is None:
        parts = notables_named(name)
        if parts and (where is None or parts[0].country == where):
            return parts[0].person, parts[0].country, None
        if where is not None:
            return None
        own = _narrowed(name, [(w, p) for w, p in named if len(w) != 3 or w in _sovereign()], office)
        own = _one_crown(name, own)
        if not own:
            return None
        if len(own) > 1:
            # “President Bush”: which of the two is not said, of what country is.
            wheres = {w for w, _ in own}
            fullest = max((p for _, p in own), key=lambda p: len(name_tokens(p)))
            if len(wheres) > 1:
                return None
            if all(set(name_tokens(p)) <= set(name_tokens(fullest)) for _, p in own):
                return fullest, own[0][0], None
            return name, own[0][0], None
        known = own[0][1]
        named = tuple(own)
    places = [w for w, p in named if p == known and (where is None or w == where)]
    for place in sorted(places, key=lambda w: w not in _sovereign()):
        if len(place) == 3 and place.isupper() and state(place) is not None:
            return known, place, None
    for place in places:
        found = body_of_key(place)
        if found is not None:
            return known, None, found.code
    return known, None, None


def sectors_of(person: str, country: str | None, on: str | None) -> tuple[str, ...]:
    """What the tables say a person is on a day: in an office, or one who was."""
    if country is None:
        return ()
    parts = notables_named(person)
    terms = [t for t in terms_of(country) if t.person == person]
    if on:
        if any(t.in_office.first <= on <= t.in_office.last for t in terms):
            return ("GOV",)
        now = [p for p in parts if p.on(on)]
        if now:
            return now[0].sectors
        if terms and all(t.in_office.last < on for t in terms):
            return ("ELI",)
    if terms:
        return ("GOV",)
    if parts:
        ended = (
            on is not None
            and all(p.end and p.end < on for p in parts)
            and parts[0].sectors[0] in ("GOV", "LEG", "MIL", "JUD", "COP", "SPY")
        )
        return ("ELI",) if ended else parts[0].sectors
    return ()


def sectors_of_place(text: str) -> tuple[str, ...]:
    """Who a bare place name stands for: a capital its government, a town its people, a breakaway land itself."""
    for named in named_in(text):
        if named.name in _PARTLY_RECOGNISED or "PRE" in named.sectors:
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
