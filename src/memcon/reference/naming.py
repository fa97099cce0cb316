"""One index over every name of a state, people, place or body, for scanning text, and the question “what is this
name?”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from memcon.reference.bodies import SHARED_NAMES, bodies
from memcon.reference.folding import fold
from memcon.reference.states import places, split, states


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What a name means.

    ``kind``: state, demonym (adjective), people, capital, city, region, seat (of power), code, body.
    ``name`` is the canonical name of what is meant (“Türkiye” for “Turks”, “NATO” by its full name), ``country`` ISO
    3166-1
    alpha-3 (null for international bodies), ``code`` the CAMEO/PLOVER actor code, ``sectors`` most specific first.
    ``case``: ``exact`` (an acronym: “US”, “WHO”), ``capital`` (some letter must be one) or ``any``.
    ``shared``: many states have one of that name, or it is also a surname or an everyday word: look twice.
    ``valid_to`` is set for names of states that are no more.
    """

    phrase: str
    kind: str
    name: str
    country: str | None
    code: str
    sectors: tuple[str, ...] = ()
    case: str = "capital"
    shared: bool = False
    valid_to: str = ""
    body: str | None = None

    def fits(self, surface: str) -> bool:
        """Whether the characters found in a text can be this name as far as capitals go."""
        if self.case == "any":
            return True
        if self.case == "exact":
            return surface.replace(".", "").replace("the ", "") == self.phrase.replace(".", "").replace("the ", "")
        return any(c.isupper() for c in surface)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every name, by its folded form (:func:`memcon.reference.folding.fold`).

    To scan a text: at a token whose folded first word is in ``longest``, try the slices of the text that end at the
    next
    ``longest[word]`` word ends, longest first; ``entries[fold(slice)]`` are the readings, the likeliest first; ``fits``
    says whether its capitals allow it.
    """

    entries: Mapping[str, tuple[NameEntry, ...]]
    longest: Mapping[str, int]

    def get(self, phrase: str) -> tuple[NameEntry, ...]:
        """The readings of a phrase, the likeliest first; none where it is not a name known here."""
        return self.entries.get(fold(phrase), ())


_COMMON_WORDS = frozenset(
    fold(w)
    for w in [
        "Jordan",
        "Chad",
        "Georgia",
        "Nice",
        "Mary",
        "Split",
        "Male",
        "Gori",
        "Wau",
        "Bor",
        "Hue",
        "Fez",
        "Bled",
        "Palma",
        "Sabah",
        "Java",
        "Rio",
        "Sana",
        "Bari",
        "Jos",
        "Salisbury",
        "Victoria",
        "Hamilton",
        "Kingston",
        "Georgetown",
        "Stanley",
        "Douglas",
        "Santiago",
        "Wellington",
        "Washington",
        "Cali",
        "Lima",
        "Florence",
        "Jamestown",
        "Alexandria",
        "Virginia",
        "Tyre",
        "Jericho",
        "Holland",
        "Israel",
        "Sucre",
        "Livingstone",
        "Cork",
        "Shannon",
        "Perth",
        "Darwin",
        "Wilmington",
        "Arlington",
        "Pec",
        "Arak",
        "Bath",
        "Constantine",
        "Beira",
        "Gao",
        "Cartagena",
        "Cambridge",
        "Oxford",
        "Montana",
        "Maine",
        "Dakota",
        "Cologne",
        "Brest",
        "Boston",
        "Houston",
        "Dallas",
        "Denver",
        "Dayton",
        "Austin",
        "Madison",
        "Jackson",
        "Charlotte",
        "Lincoln",
        "Carthage",
        "Medina",
        "Valencia",
        "Cordoba",
        "Rosario",
        "Swat",
        "Kurdistan",
        "Punjab",
        "Galicia",
        "Granada",
        "Birmingham",
        "Manchester",
        "Alabama",
        "Paris",
        "Sofia",
        "Vienna",
        "Baghdad",
        "Trend",
        "Dawn",
        "Report",
        "Fars",
        "Mehr",
        "Petra",
        "Amal",
        "Pravda",
        "Memorial",
        "Renaissance",
        "Meta",
        "Shell",
        "Total",
        "Morena",
        "Turan",
        "Solidarity",
        "Politico",
        "Axios",
        "Antara",
        "Spiegel",
        "Bild",
        "Guardian",
        "Clarin",
        "Quad",
        "Quartet",
        "ALBA",
        "Adams",
        "Emirates",
        "Congo",
        "Guinea",
        "Tunis",
        "Algiers",
        "Beehive",
        "Chequers",
        "Jammu",
        "Assam",
        "Goa",
        "Bali",
        "KL",
        "America",
        "Lebanon",
        "Kiwis",
        "Pole",
        "Poles",
        "Finn",
        "Dane",
        "Swede",
        "Turk",
        "Polish",
        "Scot",
        "Scots",
        "Contras",
        "TIME",
        "MAP",
        "SDF",
        "SLA",
        "DPA",
        "CAR",
        "Nation",
    ]
)
_SEATS_THAT_ARE_BODIES = frozenset(
    ("white house", "pentagon", "the pentagon", "capitol hill", "the oval office", "the white house")
)


def case_of(phrase: str) -> str:
    """How a name must be written to be one: ``exact`` for acronyms, ``capital``, or ``any``."""
    letters = [c for c in phrase if c.isalpha()]
    if not any(c.isupper() for c in letters):
        return "any"
    acronym = all(c.isupper() for c in letters) and " " not in phrase and len(letters) <= 7
    return (
        "exact"
        if acronym or (len(letters) <= 5 and sum(c.isupper() for c in letters) >= 2 and " " not in phrase)
        else "capital"
    )


def plurals(people: str) -> tuple[str, ...]:
    """The plural of a people's name where the language has one: Azerbaijani → Azerbaijanis, Frenchman → Frenchmen."""
    if people.endswith("woman"):
        return (people[:-5] + "women",)
    if people.endswith("man"):
        return (people[:-3] + "men",) if people[:-3].endswith(("h", "x", "n", "s")) else (people + "s",)
    if (
        re.search(
            r"(?:ese|ish|ch|ss|x|z|oise|ois|lao|Swiss|Basotho|Batswana|Ni-Vanuatu|Burkinab[eéè]|Malagasy)$", people
        )
        or "." in people
    ):
        return ()
    return (people + "s",)


@lru_cache(maxsize=1)
def name_index() -> NameIndex:
    """The index over all shipped names; built once."""
    found: dict[str, list[NameEntry]] = {}
    names = {s.iso3: s.name for s in reversed(states())} | {
        "YUG": "Yugoslavia",
        "DDR": "East Germany",
        "YMD": "South Yemen",
    }

    def add(
        phrase: str, kind: str, country: str | None, sectors: tuple[str, ...] = (), valid_to: str = "", name: str = ""
    ) -> None:
        key = fold(phrase)
        if not key:
            return
        entries = found.setdefault(key, [])
        meant = name or names.get(country or "", "")
        if any(e.kind == kind and e.country == country for e in entries) or (
            kind in ("people", "alias") and any(e.country == country for e in entries)
        ):
            return
        code = (country or "") + (sectors[0] if sectors else "")
        shared = key in _COMMON_WORDS
        entries.append(
            NameEntry(
                phrase,
                "state" if kind == "alias" else kind,
                meant,
                country,
                code,
                sectors,
                case_of(phrase),
                shared,
                valid_to,
            )
        )

    now = [s for s in states() if not s.valid_to]
    past = [s for s in states() if s.valid_to]
    for one in now:
        add(one.name, "state", one.iso3)
    rows = list(places().each())
    for row in rows:
        if row["kind"] in ("alias", "demonym", "people"):
            for phrase in split(row["names"]):
                add(phrase, row["kind"], row["country"])
                if row["kind"] == "demonym":
                    for plural in plurals(phrase):
                        add(plural, "people", row["country"])
    for one in (*now, *past):
        for phrase in (one.name, *one.aliases):
            add(phrase, "state", one.iso3, valid_to=one.valid_to)
        for phrase in one.demonyms:
            add(phrase, "demonym", one.iso3)
            for plural in plurals(phrase):
                add(plural, "people", one.iso3)
    for kind in ("capital", "seat", "city", "region"):
        for row in (r for r in rows if r["kind"] == kind):
            sectors = tuple(filter(None, row["sectors"].split(",")))
            for phrase in split(row["names"]):
                if kind != "seat" or fold(phrase) not in _SEATS_THAT_ARE_BODIES:
                    add(phrase, kind, row["country"], sectors, name=phrase.removeprefix("the "))
    for one in (*now, *past):
        for phrase in filter(None, one.capital.split(", ") if one.iso3 == "BES" else [one.capital]):
            add(phrase, "capital", one.iso3, name=phrase, valid_to=one.valid_to)
    for body in bodies():
        for phrase in (body.name, *body.aliases):
            key = fold(phrase)
            if not key or any(e.body == body.key for e in found.get(key, ())):
                continue
            entry = NameEntry(
                phrase,
                "body",
                body.name,
                body.country,
                body.code,
                body.sectors,
                case_of(phrase),
                key in SHARED_NAMES or key in _COMMON_WORDS,
                "",
                body.key,
            )
            found.setdefault(key, []).append(entry)
    entries = {key: tuple(sorted(readings, key=lambda e: e.case != "exact")) for key, readings in found.items()}
    longest: dict[str, int] = {}
    for key in entries:
        words = re.findall(r"\w+", key)
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return NameIndex(entries, longest)


_WORD = re.compile(r"[^\W_]+")


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, parted at spaces, hyphens and apostrophes: “U.S.-led” → us, led."""
    return tuple(_WORD.findall(fold(phrase)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name as a sequence of folded words, with its readings, the likeliest first."""

    words: tuple[str, ...]
    entries: tuple[NameEntry, ...]


@lru_cache(maxsize=1)
def phrases_by_first_word() -> Mapping[str, tuple[Phrase, ...]]:
    """Every name under its first folded word, the longest first: the form in which a scan over tokens wants them."""
    found: dict[str, list[Phrase]] = {}
    for key, readings in name_index().entries.items():
        words = tuple(_WORD.findall(key))
        if words:
            found.setdefault(words[0], []).append(Phrase(words, readings))
    return {first: tuple(sorted(rows, key=lambda p: -len(p.words))) for first, rows in found.items()}


_PLACE_KINDS = frozenset(("state", "demonym", "people", "capital", "city", "region", "seat", "code"))


def find_place(phrase: str) -> NameEntry | None:
    """What a phrase names, as far as places, peoples and states go: the likeliest reading, or None.

    Takes “Azerbaijanis”, “the Dutch”, “U.S.”, “Burma”, “Khartoum”, “the Kremlin”, “AZE”, “Turkey's”.  Lower-case
    “turkey” or “us” is nothing.
    """
    text = re.sub(r"(?:['’]s|['’])$", "", phrase.strip())
    key = fold(text)
    for tried in (key, key.removeprefix("the ")):
        for entry in name_index().entries.get(tried, ()):
            if entry.kind in _PLACE_KINDS and entry.fits(text):
                return entry
    if text.isupper() and text.isalpha() and len(text) in (2, 3):
        for one in states():
            if text in (one.iso3, one.iso2) and not (one.valid_to and len(text) == 2):
                return NameEntry(text, "code", one.name, one.iso3, one.iso3, case="exact", valid_to=one.valid_to)
    return None
