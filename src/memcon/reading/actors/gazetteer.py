"""Names of states, peoples, capitals, seats of power and organisations as they stand in a text.

The names themselves come from :mod:`memcon.reference`; here they are found in tokens, longest first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from memcon.language import Entity, Token

_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "`": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", ".": ""}
)


#: Names may open with these in small letters: “al-Qaeda”, “el-Sisi”, “de Gaulle”.
_LOWER_OPENERS = frozenset({"al", "el", "an", "as", "ash", "ad"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for.

    ``kind``: state, people (adjective), peoples (noun), capital, city, region, seat, organisation.  ``upper``: only in
    capitals; ``shared``: others bear the name too.
    """

    kind: str
    name: str
    iso3: str | None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    key: str = ""
    upper: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text: tokens ``first``..``last`` (exclusive)."""

    first: int
    last: int
    named: Named


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without case, accents and full stops."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_MARKS))
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


def words_of(name: str) -> tuple[str, ...]:
    """A name cut as the parser cuts it: hyphens apart, “'s” apart, folded."""
    cut = (
        name.replace("’", "'")
        .replace("-", " ")
        .replace("–", " ")
        .replace("'s ", " 's ")
        .replace("s' ", "s ' ")
        .replace(",", " ")
    )
    return tuple(w for w in (fold_word(x) for x in cut.split()) if w)


def names_in(tokens: Sequence[Token], index: dict[str, tuple[tuple[tuple[str, ...], Named], ...]]) -> list[Name]:
    """The names in a text, longest first at every place, none inside another."""
    found: list[Name] = []
    count = len(tokens)
    i = 0
    while i < count:
        text = tokens[i].text
        if text == tokens[i].lower and text not in _LOWER_OPENERS and not text[0].isdigit():
            i += 1
            continue
        entries = index.get(fold_word(text))
        if entries is None:
            i += 1
            continue
        for words, named in entries:
            last = _match(tokens, i, words, count)
            if last and not (named.upper and not text.isupper() and not text.replace(".", "").isupper()):
                if not (
                    i > 1
                    and tokens[i - 1].text == "-"
                    and tokens[i - 1].end == tokens[i].start
                    and not (found and found[-1].last == i - 1)
                ):
                    found.append(Name(i, last, named))
                i = last - 1
                break
        i += 1
    return found


def own_agencies(tokens: Sequence[Token], names: list[Name], worldwide: frozenset[str]) -> list[Name]:
    """The names without acronyms of agencies whose country nobody speaks of: “APA” under NAIROBI is not Azeri."""
    spoken = {n.named.iso3 for n in names if "JRN" not in n.named.sectors}
    return [
        n
        for n in names
        if not (
            "JRN" in n.named.sectors
            and n.named.kind == "organisation"
            and n.last - n.first == 1
            and tokens[n.first].text.isupper()
            and tokens[n.first].lower not in worldwide
            and n.named.iso3 is not None
            and n.named.iso3 not in spoken
        )
    ]


def with_acronyms(tokens: Sequence[Token], names: list[Name]) -> list[Name]:
    """The names, with each acronym that the text gives a body (“Rapid Support Forces (RSF)”) meaning that body."""
    ends = {name.last: name for name in names if name.named.kind == "organisation"}
    given: dict[str, Named] = {}
    for end, name in ends.items():
        if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
            acronym = tokens[end + 1].text
            if acronym.isupper() and 1 < len(acronym) < 9:
                given[acronym] = name.named
    if not given:
        return names
    at = {i for name in names for i in range(name.first, name.last) if name.last - name.first > 1}
    kept = [n for n in names if not (n.last - n.first == 1 and tokens[n.first].text in given)]
    found = [Name(t.i, t.i + 1, given[t.text]) for t in tokens if t.text in given and t.i not in at]
    return sorted([*kept, *found], key=lambda n: n.first)


def misspelt(
    tokens: Sequence[Token], names: list[Name], entities: Sequence[Entity], known: Callable[[str], Named | None]
) -> list[Name]:
    """States and peoples that the parser saw and the text spells one letter wrong: “Afganistan”, “Ghanians”."""
    taken = {i for name in names for i in range(name.first, name.last)}
    persons = {tokens[i].text for e in entities if e.label == "PERSON" for i in range(e.first, e.last)}
    found = []
    for entity in entities:
        if entity.label in ("GPE", "NORP") and entity.last - entity.first == 1 and entity.first not in taken:
            token = tokens[entity.first]
            if len(token.text) > 5 and token.text[0].isupper() and token.text not in persons:
                named = known(fold_word(token.text))
                if named is not None:
                    found.append(Name(entity.first, entity.last, named))
    return sorted([*names, *found], key=lambda n: n.first) if found else names


def _match(tokens: Sequence[Token], i: int, words: tuple[str, ...], count: int) -> int | None:
    at = i
    for word in words[1:]:
        at += 1
        while at < count and tokens[at].text in ("-", "–", ",", "\n"):
            at += 1
        if at >= count or fold_word(tokens[at].text) != word:
            return None
    return at + 1
