"""Makes the shipped tables again from the collected CSV files: ``python -m memcon.reference.build FOLDER``.

What a second source confirms is mended here, with the reason beside it (``MENDED``); what stays
doubtful is marked in the column ``doubt``, so that no check leans on it.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from memcon.reference.folding import fold, name_tokens, same_person, same_word, skeleton
from memcon.reference.tables import TABLES, read_table

Row = dict[str, str]

TERM_COLUMNS = (
    "iso3", "office", "person", "start", "end", "title", "end_basis", "last_confirmed", "agreement", "source", "listed_as",
    "evidence", "disagreement", "doubt",
)  # fmt: skip
END_BASIS = {
    "next listed start (upper bound)": "next", "last edition listing": "edition", "open at snapshot (2022-23)": "open",
    "own statement": "own", "Wikidata": "wikidata", "REIGN": "reign", "pocom": "pocom",
}  # fmt: skip
_RANK = "Gen|Lt|Maj|Brig|Col|Capt|Adm|Dr|Sir|Ret|Marshal|Cdr|Ing|Mr|Mrs|Sheikh"
_LEADING_OFFICE = re.compile(
    r"^.*\b(?:President|Prime Minister|Minister|Ministers|Chairm[ae]n|Council|Assembly|Congress|Confederation|Government|Governor"
    r"|Governor General|Administrator|Polynesia|Afghanistan|TISA|Faipule|Premiers?|Coprince|designate|Soviet|Parliament|Prefect|monarch:|Development)\b[,:]?\s+"
    r"(?=\S+\s)",
    re.I,
)
_DEPUTY = re.compile(
    r"^(?:(?:Acting|First|Second|Third|Senior|Executive)\s+)*(?:Vice\b(?!.*Regal)|Deput(?:y|ies)\b|Minister of State\b)",
    re.I,
)
_JUNIOR = re.compile(
    r"state secretary|trade and development|^minister (?:for|of) (?:foreign )?trade|overseas|relations with states|european affairs$",
    re.I,
)

# Rows that a second source, or the records of the body itself, show to be wrong; (table, keys) → cells put in place, or None to drop.
MENDED: tuple[tuple[str, Mapping[str, str], Mapping[str, str] | None], ...] = (
    # Ivica Dačić returned as foreign minister in October 2022 (third Brnabić cabinet), between Selaković and Đurić.
    ("leaders", {"iso3": "SRB", "office": "foreign_minister", "person": "Nikola Selaković"}, {"end": "2022-10-26", "end_basis": "own statement"}),
    # The chairman, not his deputies, is Yemen's head of state since 7 April 2022.
    ("leaders", {"iso3": "YEM", "person": "Presidential Council Rashad Muhammad al-ALIMI, Dr"},
     {"office": "head_of_state", "person": "Rashad al-Alimi", "title": "Chairman of the Presidential Leadership Council",
      "start": "2022-04-07", "end": "", "end_basis": "", "agreement": "single"}),
    ("leaders", {"iso3": "YEM", "office": "head_of_state", "person": "Mahdi al-Mashat"}, None),  # head of the Houthi council, not of the state
    ("igo_membership", {"org": "Commonwealth", "iso3": "GBR"}, {"start": "<=1965", "agreement": "single"}),
    ("igo_membership", {"org": "Commonwealth", "iso3": "MDV"}, {"end": "2016-10-13", "agreement": "single"}),
    ("igo_membership", {"org": "Commonwealth", "iso3": "GMB"}, {"end": "2013-10-03", "agreement": "single"}),
    ("igo_membership", {"org": "EAEU", "iso3": "TJK"}, None),  # the earlier EurAsEC
    ("igo_membership", {"org": "EAEU", "iso3": "UZB"}, None),
    ("igo_membership", {"org": "NAM", "iso3": "CYP", "start": "1961"}, {"end": "2004", "agreement": "single"}),
    ("igo_membership", {"org": "NAM", "iso3": "CYP", "start": "2012"}, None),
    ("igo_membership", {"org": "NAM", "iso3": "MLT"}, {"end": "2004", "agreement": "single"}),
    ("igo_membership", {"org": "WTO", "iso3": "DZA"}, {"status": "observer"}),
    ("igo_membership", {"org": "UNESCO", "iso3": "ISR"}, {"end": "2018-12-31", "agreement": "single"}),
    ("igo_membership", {"org": "UNESCO", "iso3": "USA", "start": "2004"}, {"start": "2003-10-01", "end": "2018-12-31", "agreement": "single"}),
    ("igo_membership", {"org": "ICC", "iso3": "ARM"}, None),
    ("igo_membership", {"org": "ICC", "iso3": "UKR"}, None),
)  # fmt: skip
ADDED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("leaders", {"iso3": "SRB", "office": "foreign_minister", "person": "Ivica Dačić", "start": "2022-10-26", "end": "2024-05-02",
                 "title": "Minister of Foreign Affairs", "end_basis": "own statement", "agreement": "single", "last_confirmed": "2024-05"}),
    ("leaders", {"iso3": "SDN", "office": "head_of_state", "person": "Abdel Fattah al-Burhan", "start": "2019-08-21", "end": "",
                 "title": "Chairman of the Transitional Sovereignty Council", "agreement": "single", "last_confirmed": "2026-01"}),
    ("igo_membership", {"org": "Commonwealth", "iso3": "MDV", "start": "2020-02-01", "status": "member", "precision": "day", "agreement": "single"}),
    ("igo_membership", {"org": "Commonwealth", "iso3": "GMB", "start": "2018-02-08", "status": "member", "precision": "day", "agreement": "single"}),
    ("igo_membership", {"org": "UNESCO", "iso3": "USA", "start": "2023-07-10", "status": "member", "precision": "day", "agreement": "single"}),
    ("igo_membership", {"org": "ICC", "iso3": "ARM", "start": "2024-02-01", "status": "member", "precision": "day", "agreement": "single"}),
    ("igo_membership", {"org": "ICC", "iso3": "UKR", "start": "2025-01-01", "status": "member", "precision": "day", "agreement": "single"}),
)  # fmt: skip

# One man under one name twice, a generation apart, is two men: (iso3, folded name) → the last year of the first of them.
NAMESAKES = {
    ("GRC", "konstantinos karamanlis"): 1995, ("ISL", "bjarni benediktsson"): 1970, ("BWA", "seretse khama"): 1980,
    ("KWT", "sabah"): 1977, ("USA", "george bush"): 1993,
}  # fmt: skip


def read(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [{k: re.sub(r"[\t\n]+", " ", v or "").strip() for k, v in row.items()} for row in csv.DictReader(lines)]


def write(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table beside this module."""
    names = list(columns)
    lines = ["\t".join(names), *("\t".join(row.get(c, "") or "" for c in names).rstrip("\t") for row in rows)]
    (TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def mended(name: str, rows: list[Row]) -> list[Row]:
    """The rows with ``MENDED`` and ``ADDED`` carried out; raises KeyError where a mend finds no row."""
    kept = list(rows)
    for where, keys, cells in MENDED:
        if where != name:
            continue
        hits = [row for row in kept if all(row[k] == v for k, v in keys.items())]
        if not hits:
            raise KeyError(f"{name}: no row to mend: {dict(keys)}")
        for row in hits:
            if cells is None:
                kept.remove(row)
            else:
                row.update(cells)
                row["source"] = (
                    "own statement of public record; " + row["source"] if name != "leaders" else row["source"]
                )
    blank = dict.fromkeys(rows[0], "")
    kept += [{**blank, **cells, "source": "own statement of public record"} for where, cells in ADDED if where == name]
    return kept


def source_code(source: str) -> str:
    """The short form under which a source stands in the tables (:func:`memcon.reference.tables.source_text` expands it)."""
    if found := re.match(r"Wikidata \(CC0\) (Q\d+)", source):
        return f"wd:{found[1]}"
    if found := re.match(r"CIA World Factbook (\d{4}-\d{4})", source):
        return f"fb:{found[1]}"
    if found := re.match(r"history\.state\.gov (visits|travels trip) (\d+)", source):
        return ("visit:" if found[1] == "visits" else "travel:") + found[2]
    for start, code in (
        ("REIGN", "reign"),
        ("history.state.gov pocom", "pocom"),
        ("own statement", "own"),
        ("CIA Chiefs", "cia"),
    ):
        if source.startswith(start):
            return code
    return source


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
    ("TCD", "idriss deby", "mahamat idriss deby"), ("BWA", "seretse khama", "seretse khama ian khama"), ("BWA", "seretse khama", "seretse ian khama"),
    ("URY", "luis alberto lacalle", "luis alberto lacalle pou"), ("MHL", "amata kabua", "imata kabua"), ("USA", "george bush", "george w bush"),
    ("USA", "george h w bush", "george w bush"), ("DOM", "rafael trujillo", "rafael trujillo son"), ("PRK", "kim jong il", "kim yong il"),
    ("NIC", "luis somoza", "anastasio somoza"), ("ARM", "aram sargsyan", "armen sargsyan"), ("TGO", "gnassingbe eyadema", "faure gnassingbe"),
    ("PHL", "ferdinand e marcos", "ferdinand marcos jr"), ("PHL", "ferdinand marcos", "ferdinand marcos jr"), ("MMR", "u nu", "nu nu"),
    ("CHN", "li keqiang", "li qiang"), ("IRN", "mohammad reza", "mohammad reza aref-yazdi"), ("IRN", "mohammad reza", "mohammad reza rahimi"),
}  # fmt: skip


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


def build_terms(folder: Path) -> None:
    """``terms.tsv`` and ``sightings.tsv``: who held which office, and who was seen in it on a day."""
    rows = mended("leaders", read(folder / "leaders.csv"))
    outside = set()
    for line in (folder / "attested-outside-interval.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        cells = line.split("\t")
        if len(cells) > 2:
            outside.add((cells[0], cells[1], fold(cells[2])))
    seen = read(folder / "leader_attestations.csv")
    for row in (*rows, *seen):
        row["listed_as"] = row["person"]
        row["person"] = clean_person(row["person"])
    canonical = unite([*rows, *({**s, "start": "", "source": "seen"} for s in seen)], own_spellings())
    terms = []
    for row in rows:
        row["person"] = canonical[row["iso3"], row["person"]]
        doubts = []
        bettel_or_monaco = row["iso3"] == "MCO" or (row["iso3"], row["person"]) == ("LUX", "Xavier Bettel")
        if (
            row["office"] in ("head_of_government", "head_of_state")
            and _DEPUTY.match(row["title"])
            and not bettel_or_monaco
        ):
            row["office"] = "vice_president" if "resident" in row["title"] else "deputy_head_of_government"
            doubts.append("deputy")
        if row["office"] == "foreign_minister" and _JUNIOR.search(row["title"]):
            doubts.append("junior")
        if re.search(r"\b(acting|interim|caretaker|transition)", row["title"], re.I):
            doubts.append("acting")
        if (row["iso3"], row["office"], fold(row["listed_as"])) in outside:
            doubts.append("seen outside")
        if " and " in row["person"] and row["iso3"] != "BIH":
            doubts.append("two names")
        row["doubt"] = ",".join(doubts)
        row["listed_as"] = row["listed_as"] if row["listed_as"] != row["person"] else ""
        row["end_basis"] = END_BASIS.get(row["end_basis"], row["end_basis"])
        row["source"] = source_code(row["source"])
        row["evidence"] = re.sub(r"dated State Dept/CIA attestations", "sightings", row["evidence"])
        terms.append(row)
    terms.sort(key=lambda r: (r["iso3"], r["office"], r["start"].lstrip("<>="), r["person"]))
    write("terms", TERM_COLUMNS, terms)
    seen = _recognised(seen, canonical, terms)
    for row in seen:
        row["source"] = source_code(row["source"])
    sovereign = {r["iso3"] for r in read(folder / "un_members.csv")} | {
        "VAT",
        "PSE",
        "XKX",
        "TWN",
        "HKG",
        "ESH",
        "SUN",
        "DDR",
        "YMD",
        "CSK",
        "SCG",
    }
    named = [r for r in terms if r["iso3"] in sovereign or r["office"] != "head_of_state"]
    spelled = {
        (r["iso3"], r["person"], n) for r in named for n in (clean_person(r["listed_as"] or r["person"]), r["person"])
    }
    for (iso3, spelling), person in own_spellings().items():
        if any(k[0] == iso3 and k[1] == person for k in spelled):
            spelled.add((iso3, person, spelling))
    persons: dict[tuple[str, str, str], str] = {}
    for iso3, person, name in sorted(spelled):
        if "," not in name and " and " not in name:
            persons.setdefault((iso3, person, " ".join(name_tokens(name))), name)
    columns = ("iso3", "person", "words", "sounds")
    rows_of_names = (
        {"iso3": i, "person": p, "words": w, "sounds": " ".join(skeleton(x) or "-" for x in w.split(" "))}
        for i, p, w in persons
        if w
    )
    write("persons", columns, rows_of_names)
    unique = {(r["iso3"], r["office"], r["person"], r["date"]): r for r in seen}
    write("sightings", ("iso3", "office", "person", "date", "source"), (unique[k] for k in sorted(unique)))


def _recognised(seen: list[Row], canonical: Mapping[tuple[str, str], str], terms: list[Row]) -> list[Row]:
    """The sightings of people whom the terms of that country know.

    Who met a visitor in a third country is filed under that country in the source; a bare surname is taken for the one
    office holder of that day who bears it.
    """
    kept = []
    by_country: dict[str, list[Row]] = defaultdict(list)
    for term in terms:
        by_country[term["iso3"]].append(term)
    for row in seen:
        person = canonical[row["iso3"], row["person"]]
        mine = by_country[row["iso3"]]
        if len(name_tokens(person)) == 1:
            word = name_tokens(person)[0]
            year = row["date"][:4]
            bearers = {
                t["person"]
                for t in mine
                if word in name_tokens(t["person"])[1:] + name_tokens(t["person"])[:1]
                and (t["start"].lstrip("<>=")[:4] or "0") <= year <= (t["end"].lstrip("<>=")[:4] or "9")
            }
            person = next(iter(bearers)) if len(bearers) == 1 else person
        if any(t["person"] == person for t in mine):
            kept.append(
                {
                    **row,
                    "person": person,
                    "listed_as": row["listed_as"] if len(name_tokens(row["listed_as"])) > 1 else "",
                }
            )
    return kept


UNSC_NOTES = {
    ("YUG", "1956"): "split term: Yugoslavia 1956, Philippines 1957", ("PHL", "1957"): "split term: Yugoslavia 1956, Philippines 1957",
    ("POL", "1960"): "split term: Poland 1960, Turkey 1961", ("TUR", "1961"): "split term: Poland 1960, Turkey 1961",
    ("LBR", "1961"): "split term: Liberia 1961, Ireland 1962", ("IRL", "1962"): "split term: Liberia 1961, Ireland 1962",
    ("ROU", "1962"): "split term: Romania 1962, Philippines 1963", ("PHL", "1963"): "split term: Romania 1962, Philippines 1963",
    ("CSK", "1964"): "split term: Czechoslovakia 1964, Malaysia 1965", ("MYS", "1965"): "split term: Czechoslovakia 1964, Malaysia 1965",
    ("ITA", "2017"): "split term: Italy 2017, Netherlands 2018", ("NLD", "2018"): "split term: Italy 2017, Netherlands 2018",
}  # fmt: skip


def build_bodies_tables(folder: Path) -> None:
    """Memberships, Council terms, sessions, chairs, heads of organisations, groups, goals."""
    rows = mended("igo_membership", read(folder / "igo_membership.csv"))
    for row in rows:
        row["doubt"] = (
            "inherits Yugoslavia's dates" if row["iso3"] == "SRB" and row["start"].lstrip("<=")[:4] < "1992" else ""
        )
        row["source"] = re.sub(r"CIA World Factbook editions", "Factbook editions", row["source"])
    columns = ("org", "iso3", "start", "end", "status", "precision", "agreement", "source", "disagreement", "doubt")
    write("memberships", columns, sorted(rows, key=lambda r: (r["org"], r["iso3"], r["start"])))
    write("un_members", read(folder / "un_members.csv")[0], read(folder / "un_members.csv"))
    terms = read(folder / "unsc_terms.csv")
    for row in terms:
        row["note"] = UNSC_NOTES.get((row["iso3"], row["start_year"]), row["note"])
    write("unsc_terms", terms[0], terms)
    for source, name in (("ga_sessions", "ga_sessions"), ("nam_chairs", "nam_chairs"), ("secretaries_general", "heads_of_bodies"),
                         ("un_regional_groups", "regional_groups"), ("sdg", "goals"), ("un_system", "un_system"), ("igo_orgs", "igo_orgs")):  # fmt: skip
        rows = read(folder / f"{source}.csv")
        write(name, rows[0], rows)


NOT_NAMES = (
    "current country name is disputed",
    "note - ",
    "Bahamas (The)",
    "still used among",
    "DRC (or DROC)",
    "(Eitel",
    "Dyer-Ball",
    "I.O.M.",
)
NAMES = {
    "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "MMR": "Myanmar", "PSE": "Palestine",
    "HKG": "Hong Kong", "MAC": "Macao", "VAT": "Holy See", "CPV": "Cabo Verde", "CIV": "Côte d'Ivoire",
}  # fmt: skip


def build_states(folder: Path) -> None:
    """``states.tsv``: present and past states with their names, people, capital and days."""
    rows = read(folder / "countries.csv")
    for row in rows:
        row["doubt"] = ""
        for column in ("aliases", "demonyms"):
            names = [n.strip(" )") for n in row[column].split("|")]
            names = [
                n
                for n in names
                if n and not any(bad in n for bad in NOT_NAMES) and n not in ("AS", "CH", "GU", "PR", "VI", "HK", "CAR")
            ]
            if column == "demonyms":
                names = [n for n in names if n not in (row["name"], "Congo") or row["iso3"] == "SGP"]
            row[column] = "|".join(dict.fromkeys(names))
        if not row["valid_to"]:
            if " & " in row["name"]:
                row["name"] = row["name"].replace(" & ", " and ").replace("St. ", "Saint ")
            if row["iso3"] in NAMES:
                row["aliases"] = "|".join(dict.fromkeys([*filter(None, row["aliases"].split("|")), row["name"]]))
                row["name"] = NAMES[row["iso3"]]
            if re.search(r"capital|London", row["capital"]):
                row["capital"] = ""
        row["sources"] = (
            row["sources"].split(";")[0]
            if row["valid_to"]
            else "ISO 3166-1; Unicode CLDR; CIA World Factbook; COW/Gleditsch-Ward"
        )
    columns = ("iso3", "iso2", "name", "aliases", "demonyms", "capital", "valid_from", "valid_to", "former_names", "date_agreement",
               "capital_agreement", "sources")  # fmt: skip
    write("states", columns, rows)


def main(folder: Path) -> None:
    """Make every table again from the CSV files in ``folder``."""
    build_states(folder)
    build_bodies_tables(folder)
    build_terms(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
