"""Names reduced to what stays the same between spellings: without accents, case, titles and particles.

``fold`` makes the key of a phrase, ``name_tokens`` the words of a personal name, ``same_person`` says
whether two spellings can be of one person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "–": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\ufeff": "",
        "\u00ad": "",
    }
)
_NOT_WORD = re.compile(r"[^\w'&+-]+")
_NAME_SPLIT = re.compile(r"[\s.,\-/()\"“”«»]+")

PARTICLES = frozenset(
    [
        "al",
        "el",
        "ar",
        "as",
        "at",
        "ul",
        "ud",
        "de",
        "da",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "los",
        "las",
        "van",
        "von",
        "den",
        "der",
        "ter",
        "ten",
        "zu",
        "zur",
        "und",
        "bin",
        "ibn",
        "bint",
        "ben",
        "ould",
        "wuld",
        "bte",
        "binti",
        "oglu",
        "ogly",
        "qizi",
        "kizi",
    ]
)
HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "hon",
        "rt",
        "honourable",
        "honorable",
        "excellency",
        "he",
        "hrh",
        "hm",
        "sheikh",
        "shaykh",
        "shaikh",
        "sheikha",
        "shaykha",
        "gen",
        "general",
        "lt",
        "lieutenant",
        "col",
        "colonel",
        "maj",
        "major",
        "brig",
        "brigadier",
        "capt",
        "captain",
        "adm",
        "admiral",
        "marshal",
        "field",
        "air",
        "chief",
        "rear",
        "vice",
        "ret",
        "retired",
        "cdr",
        "commander",
        "ing",
        "eng",
        "engineer",
        "ambassador",
        "amb",
        "judge",
        "justice",
        "cardinal",
        "archbishop",
        "bishop",
        "father",
        "rev",
        "reverend",
        "imam",
        "ayatollah",
        "hojjatoleslam",
        "hajj",
        "haji",
        "hadji",
        "tun",
        "tan",
        "sri",
        "datuk",
        "dato",
        "datin",
        "daw",
        "u",
        "king",
        "queen",
        "prince",
        "princess",
        "emperor",
        "crown",
        "grand",
        "duke",
        "duchess",
        "sultan",
        "emir",
        "amir",
        "pope",
        "president",
        "premier",
        "minister",
        "sayyid",
        "sayed",
        "mullah",
        "maulana",
    ]
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


@lru_cache(maxsize=65536)
def fold(phrase: str) -> str:
    """The phrase without accents and case, words one space apart, apostrophes and hyphens kept."""
    letters = unicodedata.normalize("NFKD", phrase.casefold().translate(_LETTERS))
    plain = letters if letters.isascii() else "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(_NOT_WORD.sub(" ", plain.replace(".", "")).split())


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a personal name that carry it: folded, without honorifics, particles and “Jr.”."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("'", "")
    words = [w for w in _NAME_SPLIT.split(plain) if w and w not in _SUFFIXES]
    kept = [w for w in words if w not in PARTICLES and w not in HONORIFICS]
    return tuple(kept or words)


_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|czh", "c"),
        ("shch|sch|sh|sz|zh|ts|tz|cz|ch|ss", "s"),
        ("ck|kh|gh|q|c|g", "k"),
        ("ph|v|w", "f"),
        ("th|dh|d", "t"),
        ("z", "s"),
        ("x", "ks"),
        ("dj|dzh|j", "y"),
        ("b", "p"),
        ("m", "n"),
        ("[aeiouyh]", ""),
    )
]


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound, so that transliterations meet: bnyamin, benjamin → pnn."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return re.sub(r"(.)\1+", r"\1", word)


def distance(a: str, b: str) -> int:
    """Edit distance (insert, delete, replace) between two short words."""
    if a == b:
        return 0
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (x != y)))
        before = now
    return before[-1]


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out or exchanged makes one word of the other."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    return a[at + (len(a) == len(b)) :] == b[at + 1 :]


def same_word(a: str, b: str) -> bool:
    """Whether two folded words can be spellings of one name: equal, one letter apart, or sounding alike."""
    if a == b:
        return True
    longest = max(len(a), len(b))
    if min(len(a), len(b)) < 4:
        return (
            longest <= 5 and a[0] == b[0] and _one_apart(a, b) and skeleton(a) == skeleton(b) and len(skeleton(a)) > 1
        )
    if skeleton(a) != skeleton(b):
        return longest >= 7 and _one_apart(a, b)
    return distance(a, b) <= max(1, round(longest * 0.3))


_ROMAN = re.compile(r"[ivx]+")
_COMMON_FIRST = frozenset(
    [
        "mohamed",
        "mohammed",
        "muhammad",
        "mohammad",
        "muhamad",
        "mian",
        "syed",
        "sayyid",
        "abu",
        "shri",
        "hajji",
        "mahamat",
    ]
)


# Given names that one person goes by in several languages, each with the first of its row.
_GIVEN = {
    name: row[0]
    for row in (
        ("george", "giorgos", "georgios", "yorgos", "georgi", "giorgi"),
        ("nikos", "nikolaos", "nicholas", "nikolas"),
        ("john", "ioannis", "giannis", "yannis"),
        ("constantine", "konstantinos", "kostas", "costas"),
        ("demetrios", "dimitrios", "dimitris"),
        ("vladimir", "volodymyr", "uladzimir"),
        ("alexander", "aleksandr", "oleksandr", "aliaksandr", "alyaksandr"),
        ("sergey", "sergei", "serhiy", "serhii", "siarhei"),
        ("dmitry", "dmitri", "dmytro"),
        ("andrei", "andrey", "andriy", "andrii"),
        ("mikhail", "mykhailo", "michael"),
        ("nikolai", "nikolay", "mykola"),
        ("yuri", "yuriy", "yurii"),
        ("valery", "valeriy", "valerii"),
        ("catherine", "katerina", "ekaterina", "kateryna"),
    )
    for name in row
}


def _agree(a: str, b: str) -> bool:
    """Two words, or a word and its initial; a regnal number only with itself."""
    if a == b:
        return True
    if (len(a) <= 4 and _ROMAN.fullmatch(a)) or (len(b) <= 4 and _ROMAN.fullmatch(b)):
        return False
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return same_word(a, b) or (a in _GIVEN and _GIVEN[a] == _GIVEN.get(b))


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names (as ``name_tokens`` gives them) can be one person's.

    Every word of the shorter must answer, in order, to a word of the longer, beginning with the first word of both;
    at least one in full.  Of one-word names only equal sounds are the same.  Surname first and surname last meet too.
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    if len(short) == 1:
        return len(long) == 1 and same_word(short[0], long[0]) and distance(short[0], long[0]) <= 1
    if "".join(short) == "".join(long) or (len(short) == len(long) and sorted(short) == sorted(long)):
        return True
    if not _agree(short[0], long[0]) and long[0] in _COMMON_FIRST and len(long) > len(short):
        long = long[1:]
    if not _agree(short[0], long[0]):
        return False
    at = 0
    full = loose = 0
    for word in short:
        while at < len(long) and not _agree(word, long[at]):
            at += 1
        if at == len(long):
            return False
        full += len(word) > 1 and len(long[at]) > 1
        loose += word != long[at] and min(len(word), len(long[at])) > 1 and distance(word, long[at]) > 1
        at += 1
    return full >= 1 and loose <= 1 and (_agree(short[-1], long[-1]) or len(short) > 2 or len(long) - len(short) <= 2)
