"""Which listed names are one person: by spelling, by sound, and by equal start in one office.  Used when the tables
are built.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from memcon.reference.folding import fold, name_tokens, same_person, same_word
from memcon.reference.tables import TABLES, read_table

Row = dict[str, str]

_RANK = "Gen|Lt|Maj|Brig|Col|Capt|Adm|Dr|Sir|Ret|Marshal|Cdr|Ing|Mr|Mrs|Sheikh"
_LEADING_OFFICE = re.compile(
    r"^.*\b(?:President|Prime Minister|Minister|Ministers|Chairm[ae]n|Council|Assembly|Congress"
    r"|Confederation|Government|Governor"
    r"|Governor General|Administrator|Polynesia|Afghanistan|TISA|Faipule|Premiers?|Coprince"
    r"|designate|Soviet|Parliament|Prefect|monarch:|Development)\b[,:]?\s+"
    r"(?=\S+\s)",
    re.I,
)


def clean_person(name: str) -> str:
    """A listed name without the office that stuck to it, ranks at the end, and surnames in capitals."""
    name = re.split(
        r"\s*,\s*(?:First |Second )?(?:Vice|Deputy)\b|\s+note - |,? aka | also spelled | - formerly |, brother of",
        name.strip(" ,.:*"),
    )[0]
    name = re.sub(
        r"\s*\((?:\d\w\w time|Ret\.?)\)| of the U\.?s\.?$| of (?:Nepal|Jordan)$| is president of .*",
        "",
        name,
        flags=re.I,
    )
    name = _LEADING_OFFICE.sub("", name).strip(" ,.:")
    name = re.sub(rf"^(?:(?:{_RANK}|Flt|Sr|Hon|Rt|Rev)\.\s*|Sir\s+)+", "", name)
    name = re.sub(rf",?\s*(?:(?:{_RANK})\.?\s*)+(?:\(Ret\.?\))?$", "", name).strip(" ,")
    name = re.sub(
        r"\b([A-ZÀ-Ý])([A-ZÀ-Ý']{2,})\b", lambda m: m[0] if re.fullmatch("[IVX]+", m[0]) else m[1] + m[2].lower(), name
    )
    return re.sub(r"\b(Ii|Iii|Iv|Vi|Vii|Viii)\b", lambda m: m[0].upper(), name)


def _near(a: str, b: str, days: int = 31) -> bool:
    """Whether two day-or-coarser dates lie within so many days (a month counts as its first day)."""
    if len(a) < 7 or len(b) < 7:
        return False
    number = [int(x[:4]) * 365 + int(x[5:7]) * 30 + int(x[8:10] or 15) for x in (a.lstrip("<>="), b.lstrip("<>="))]
    return abs(number[0] - number[1]) <= days


# Kin whose names include one another's; never one person.
APART = {
    ("TCD", "idriss deby", "mahamat idriss deby"),
    ("BWA", "seretse khama", "seretse khama ian khama"),
    ("BWA", "seretse khama", "seretse ian khama"),
    ("URY", "luis alberto lacalle", "luis alberto lacalle pou"),
    ("MHL", "amata kabua", "imata kabua"),
    ("USA", "george bush", "george w bush"),
    ("USA", "george h w bush", "george w bush"),
    ("DOM", "rafael trujillo", "rafael trujillo son"),
    ("PRK", "kim jong il", "kim yong il"),
    ("NIC", "luis somoza", "anastasio somoza"),
    ("ARM", "aram sargsyan", "armen sargsyan"),
    ("TGO", "gnassingbe eyadema", "faure gnassingbe"),
    ("PHL", "ferdinand e marcos", "ferdinand marcos jr"),
    ("PHL", "ferdinand marcos", "ferdinand marcos jr"),
    ("MMR", "u nu", "nu nu"),
    ("CHN", "li keqiang", "li qiang"),
    ("IRN", "mohammad reza", "mohammad reza aref-yazdi"),
    ("IRN", "mohammad reza", "mohammad reza rahimi"),
}


# Families whose name says nothing about which of them is meant.
DYNASTIES = {
    "KWT": ("sabah",),
    "QAT": ("thani",),
    "SAU": ("saud",),
    "ARE": ("nahyan", "maktum", "nuhayyan"),
    "BHR": ("khalifa",),
    "JOR": ("hashim",),
}


def same_royal(a: tuple[str, ...], b: tuple[str, ...], house: tuple[str, ...]) -> bool:
    """Whether two names of one ruling house are one man's: without the family name, the first two words agree."""
    a, b = (
        tuple(w for i, w in enumerate(x) if i < len(x) - 1 or not any(same_word(w, h) for h in house)) for x in (a, b)
    )
    return len(a) > 1 and len(b) > 1 and same_word(a[0], b[0]) and same_word(a[1], b[1])


def unite(rows: list[Row], spellings: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """(iso3, name as listed) → canonical name, by spelling and by equal start in one office.

    Two groups join only where every name of the one can be every name of the other.
    """
    canonical: dict[tuple[str, str], str] = {}
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_country[row["iso3"]].append(row)
    apart = {(iso3, *sorted(pair)) for iso3, *pair in APART}
    for iso3, mine in by_country.items():
        names = sorted({row["person"] for row in mine})
        tokens = {n: name_tokens(n) for n in names}
        starts: dict[str, set[str]] = defaultdict(set)
        sources: dict[str, set[str]] = defaultdict(set)
        for row in mine:
            if row["start"]:
                starts[row["person"]].add(row["start"])
            sources[row["person"]].add(row["source"][:3])
        group = {n: [n] for n in names}

        def one(a: str, b: str) -> bool:
            if (iso3, *sorted((fold(a), fold(b)))) in apart or any("," in n or " and " in n for n in (a, b)):  # noqa: B023
                return False
            wanted = [spellings.get((iso3, fold(n))) for n in (a, b)]  # noqa: B023
            if all(wanted):
                return wanted[0] == wanted[1]
            if iso3 in DYNASTIES:  # noqa: B023
                return same_royal(tokens[a], tokens[b], DYNASTIES[iso3])  # noqa: B023
            if same_person(tokens[a], tokens[b]):  # noqa: B023
                return True
            short, long = sorted((tokens[a], tokens[b]), key=len)  # noqa: B023
            surname_only = {"REI"} in (sources[a] - {"see"}, sources[b] - {"see"}) and sources[a] != sources[b]  # noqa: B023
            return (
                surname_only
                and all(any(same_word(s, w) for w in long) for s in short)
                and any(_near(x, y) for x in starts[a] for y in starts[b])  # noqa: B023
            )

        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                mine_, other = group[a], group[b]
                if (
                    mine_ is not other
                    and one(a, b)
                    and all(one(x, y) or len(tokens[x]) == 1 or len(tokens[y]) == 1 for x in mine_ for y in other)
                ):
                    mine_ += other
                    for name in other:
                        group[name] = mine_
        for members in {id(g): g for g in group.values()}.values():
            wanted = {spellings[iso3, fold(n)] for n in members if (iso3, fold(n)) in spellings}
            best = max(members, key=lambda n: _worth(n, sources[n]))
            for n in members:
                canonical[iso3, n] = next(iter(sorted(wanted)), best)
    return canonical


def _worth(name: str, sources: set[str]) -> tuple[int, int, int]:
    """How good a spelling is: Wikidata's first, then two or three words, then one with its accents."""
    words = len(name_tokens(name))
    good = 0 if sources <= {"REI", "see"} else 2 if "Wik" in sources or "own" in sources else 1
    return (good, -abs(words - 2) - ("." in name) - 3 * (words == 1), sum(ord(c) > 127 for c in name))


def own_spellings() -> dict[tuple[str, str], str]:
    """(iso3, folded spelling) → canonical name, from ``spellings.tsv``."""
    found = {}
    for row in read_table(TABLES / "spellings.tsv").each():
        for spelling in (row["person"], *filter(None, row["spellings"].split("|"))):
            found[row["iso3"], fold(spelling)] = row["person"]
    return found
