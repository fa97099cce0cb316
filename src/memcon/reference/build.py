"""Makes the shipped tables again from the collected CSV files: ``python -m memcon.reference.build FOLDER``.

What a second source confirms is mended (``mends.tsv``, with the reason); what stays doubtful is marked in the column
``doubt``, so that no check leans on it.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from memcon.reference.folding import fold, name_tokens, skeleton
from memcon.reference.tables import TABLES, read_table
from memcon.reference.uniting import clean_person, own_spellings, unite

Row = dict[str, str]

TERM_COLUMNS = (
    "iso3",
    "office",
    "person",
    "start",
    "end",
    "title",
    "end_basis",
    "last_confirmed",
    "agreement",
    "source",
    "listed_as",
    "evidence",
    "disagreement",
    "doubt",
)
END_BASIS = {
    "next listed start (upper bound)": "next",
    "last edition listing": "edition",
    "open at snapshot (2022-23)": "open",
    "own statement": "own",
    "Wikidata": "wikidata",
    "REIGN": "reign",
    "pocom": "pocom",
}
_DEPUTY = re.compile(
    r"^(?:(?:Acting|First|Second|Third|Senior|Executive)\s+)*"
    r"(?:Vice\b(?!.*Regal)|Deput(?:y|ies)\b|Minister of State\b)",
    re.I,
)
_JUNIOR = re.compile(
    r"state secretary|trade and development|^minister (?:for|of) (?:foreign )?trade|overseas"
    r"|relations with states|european affairs$",
    re.I,
)


def read(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [{k: re.sub(r"[\t\n]+", " ", v or "").strip() for k, v in row.items()} for row in csv.DictReader(lines)]


def write(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table beside this module."""
    names = list(columns)
    lines = ["\t".join(names), *("\t".join(row.get(c, "") or "" for c in names).rstrip("\t") for row in rows)]
    (TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cells(text: str) -> Row:
    return dict(part.split("=", 1) for part in text.split("; ") if part)


def mended(name: str, rows: list[Row]) -> list[Row]:
    """The rows with ``mends.tsv`` carried out; raises KeyError where a mend finds no row."""
    kept = list(rows)
    blank = dict.fromkeys(rows[0], "")
    for mend in read_table(TABLES / "mends.tsv").each():
        if mend["table"] != name:
            continue
        keys = _cells(mend["match"])
        if not keys:
            kept.append({**blank, **_cells(mend["set"]), "source": "own statement of public record"})
            continue
        hits = [row for row in kept if all(row[k] == v for k, v in keys.items())]
        if not hits:
            raise KeyError(f"{name}: no row to mend: {keys}")
        for row in hits:
            if mend["set"] == "drop":
                kept.remove(row)
            else:
                row.update(_cells(mend["set"]))
                if name == "igo_membership":
                    row["source"] = f"own statement of public record; {row['source']}"
    return kept


def source_code(source: str) -> str:
    """The short form under which a source stands in the tables (:func:`memcon.reference.tables.source_text` expands
    it).
    """
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


def _state_to_title(row: Row, states: set[tuple[str, str]]) -> tuple[str, str]:
    """(title, person), where the title was cut before its state: “President of” “Chad Ann Doe”.

    Only the row's own state goes back: with another's it tells of a head who is shared (“China Xi Jinping” of Hong
    Kong), who must not become a second person of that name.
    """
    title, words = row.get("title", ""), row["person"].split(" ")
    for length in range(min(4, len(words) - 1), 0, -1):
        if title.endswith(" of") and (row["iso3"], state := " ".join(words[:length])) in states:
            return f"{title} {state}", " ".join(words[length:])
    return title, row["person"]


def build_terms(folder: Path) -> None:
    """``terms.tsv`` and ``sightings.tsv``: who held which office, and who was seen in it on a day."""
    rows = mended("leaders", read(folder / "leaders.csv"))
    outside = set()
    for line in (folder / "attested-outside-interval.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        cells = line.split("\t")
        if len(cells) > 2:
            outside.add((cells[0], cells[1], fold(cells[2])))
    seen = read(folder / "leader_attestations.csv")
    states = {(row["iso3"], row["name"]) for row in read(folder / "countries.csv")}
    for row in (*rows, *seen):
        row["listed_as"] = row["person"]
        row["title"], person = _state_to_title(row, states)
        row["person"] = clean_person(person)
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
    ("YUG", "1956"): "split term: Yugoslavia 1956, Philippines 1957",
    ("PHL", "1957"): "split term: Yugoslavia 1956, Philippines 1957",
    ("POL", "1960"): "split term: Poland 1960, Turkey 1961",
    ("TUR", "1961"): "split term: Poland 1960, Turkey 1961",
    ("LBR", "1961"): "split term: Liberia 1961, Ireland 1962",
    ("IRL", "1962"): "split term: Liberia 1961, Ireland 1962",
    ("ROU", "1962"): "split term: Romania 1962, Philippines 1963",
    ("PHL", "1963"): "split term: Romania 1962, Philippines 1963",
    ("CSK", "1964"): "split term: Czechoslovakia 1964, Malaysia 1965",
    ("MYS", "1965"): "split term: Czechoslovakia 1964, Malaysia 1965",
    ("ITA", "2017"): "split term: Italy 2017, Netherlands 2018",
    ("NLD", "2018"): "split term: Italy 2017, Netherlands 2018",
}


def build_bodies_tables(folder: Path) -> None:
    """Memberships, Council terms, sessions, chairs, heads of organisations, groups, goals."""
    rows = mended("igo_membership", read(folder / "igo_membership.csv"))
    ended = ended_states(folder)
    for row in rows:
        if not row["end"] and row["iso3"] in ended:
            # No membership outlasts its state: “last seen” in a later edition is the edition's lag.
            row["end"] = ended[row["iso3"]]
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
    for source, name in (
        ("ga_sessions", "ga_sessions"),
        ("nam_chairs", "nam_chairs"),
        ("secretaries_general", "heads_of_bodies"),
        ("un_regional_groups", "regional_groups"),
        ("sdg", "goals"),
        ("un_system", "un_system"),
        ("igo_orgs", "igo_orgs"),
    ):
        rows = read(folder / f"{source}.csv")
        write(name, rows[0], rows)


def ended_states(folder: Path) -> dict[str, str]:
    """Codes of the states that are no more → their last day."""
    rows = read(folder / "countries.csv")
    living = {row["iso3"] for row in rows if not row["valid_to"]}
    return {row["iso3"]: row["valid_to"] for row in rows if row["iso3"] not in living and row["iso3"]}


NOT_NAMES = (
    "current country name is disputed",
    "note - ",
    "Bahamas (The)",
    "still used among",
    "DRC (or DROC",
    "(Eitel",
    "Dyer-Ball",
    "I.O.M.",
)
NAMES = {
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "VAT": "Holy See",
    "CPV": "Cabo Verde",
    "CIV": "Côte d'Ivoire",
}


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
    columns = (
        "iso3",
        "iso2",
        "name",
        "aliases",
        "demonyms",
        "capital",
        "valid_from",
        "valid_to",
        "former_names",
        "date_agreement",
        "capital_agreement",
        "sources",
        "cow",
        "gw",
    )
    write("states", columns, rows)


def main(folder: Path) -> None:
    """Make every table again from the CSV files in ``folder``."""
    build_states(folder)
    build_bodies_tables(folder)
    build_terms(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
