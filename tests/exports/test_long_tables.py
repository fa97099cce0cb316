"""CSV, Parquet and their data dictionary."""

from __future__ import annotations

import csv
import io
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from tests.exports.conftest import Exported

from memcon.archive import Archive
from memcon.corpus.tables import COLUMNS as RUN
from memcon.exports.columns import COLUMNS
from memcon.exports.keys import key_of
from memcon.record import Actor

Rows = list[dict[str, str]]


def table(raw: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.fixture
def tables(exported: Exported) -> dict[str, Rows]:
    return {name.removesuffix(".csv"): table(raw) for name, raw in exported("csv").items()}


def test_every_column_is_in_the_dictionary_with_what_it_holds(tables: dict[str, Rows]) -> None:
    words = tables.pop("dictionary")
    assert all(word["meaning"] and word["cells"] for word in words)
    for name, rows in tables.items():
        assert list(rows[0] if rows else COLUMNS[name]) == [w["column"] for w in words if w["table"] == name]


def test_the_columns_of_a_large_run_are_all_there() -> None:
    for name in ("events", "statements", "facts", "actors"):
        assert [column for column in COLUMNS[name] if column in RUN[name]] == list(RUN[name])


def test_excel_is_told_that_the_files_are_utf8(exported: Exported) -> None:
    assert all(raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\xef\xbb\xbf") == 1 for raw in exported("csv").values())


def test_a_statement_without_a_day_has_that_of_its_report(tables: dict[str, Rows]) -> None:
    said = [row for row in tables["statements"] if row["document"] == "d1"]
    assert {(row["date_start"], row["date_basis"]) for row in said} == {("2020-10-10", "publication")}


def test_an_actor_has_one_key_over_all_reports(tables: dict[str, Rows]) -> None:
    keys = {row["name"]: row["key"] for row in tables["actors"]}
    assert keys["Namibia"] == "NAM"
    assert keys["Armenia"] == "ARM"


@pytest.mark.parametrize(
    ("name", "kind", "country", "key"),
    [
        ("George Gerapetritis", "person", "GRC", "GRC/Giorgos Gerapetritis"),
        ("Giorgos Gerapetritis", "person", "GRC", "GRC/Giorgos Gerapetritis"),
        ("Selin Aydın", "person", "TUR", "TUR/Selin Aydın"),
        ("Fidan", "person", "TUR", "TUR/Fidan"),
        ("North Atlantic Treaty Organization", "organization", None, "NATO"),
        ("Ministry of Foreign Affairs of Greece", "office", "GRC", "GRC/Ministry of Foreign Affairs of Greece"),
        ("Reporters", "group", None, "Reporters"),
    ],
)
def test_what_an_actor_is_counted_under(name: str, kind: str, country: str | None, key: str) -> None:
    assert key_of(Actor("a1", name, kind, country=country)) == key


def test_an_event(tables: dict[str, Rows]) -> None:
    row = next(row for row in tables["events"] if row["event"] == "e8")
    wanted = {
        "document": "d3", "type": "SUPPORT", "cameo": "050", "date_start": "2021-05-03", "background": "false",
        "source": "Namibia", "source_country": "NAM", "source_cow": "565", "source_gw": "565", "target_cow": "501",
        "mode": "", "sentence": "1", "standing": "read", "evidence_start": "0", "evidence_end": "38",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_ids_are_those_of_the_archive(tables: dict[str, Rows], archive: Archive) -> None:
    discussed = next(row for row in tables["events"] if row["predicate"] == "discussed")
    met = next(row for row in tables["events"] if row["predicate"] == "met")
    assert discussed["part_of"] == met["event"]
    assert archive.search("about:mines")[0].id == discussed["event"]


def test_namibia_keeps_its_letters(tables: dict[str, Rows]) -> None:
    row = next(row for row in tables["actors"] if row["name"] == "Namibia")
    assert (row["iso2"], row["country"], row["code"]) == ("NA", "NAM", "NAM")
    assert row["wikidata"] == ""


def test_namibia_survives_a_round_trip_through_pandas(exported: Exported) -> None:
    pandas = pytest.importorskip("pandas")
    raw = exported("csv")["actors.csv"]
    read = pandas.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False)
    assert "NA" in set(read["iso2"])
    assert table(read.to_csv(index=False).encode()) == table(raw)


def test_numbers_are_those_of_the_day(archive: Archive, exported: Exported) -> None:
    from dataclasses import replace

    from tests.archive.making import Made
    from tests.exports.conftest import coded

    made = Made("old.txt", "Germany met Kenya.", published="1975-01-02")
    record = coded(made.event("Germany", "met", "Kenya", on="1975-01-01"))
    actors = tuple(
        replace(a, kind="state", code="DEU", country="DEU") if a.name == "Germany" else a for a in record.actors
    )
    archive.add(replace(record, actors=actors))
    row = table(exported("csv", "on:1975")["events.csv"])[0]
    assert (row["source_cow"], row["source_gw"]) == ("260", "260")


def test_a_query_leaves_only_what_is_named_in_what_it_finds(exported: Exported) -> None:
    files = {name: table(raw) for name, raw in exported("csv", "type:SUPPORT").items()}
    assert [row["event"] for row in files["events.csv"]] == ["e8"]
    assert [row["name"] for row in files["actors.csv"]] == ["Namibia", "Kenya"]
    assert [row["document"] for row in files["reports.csv"]] == ["d3"]
    assert files["statements.csv"] == files["facts.csv"] == []


def test_parquet_holds_the_same(exported: Exported, tables: dict[str, Rows]) -> None:
    for name, raw in exported("parquet").items():
        read = pyarrow.parquet.read_table(io.BytesIO(raw))
        stem = name.removesuffix(".parquet")
        assert read.num_rows == len(tables[stem])
        if stem != "dictionary":
            assert read.column_names == list(COLUMNS[stem])
            assert read.schema.field("document").metadata[b"description"].startswith(b"id of the report")
    events: list[dict[str, Any]] = pyarrow.parquet.read_table(
        io.BytesIO(exported("parquet")["events.parquet"])
    ).to_pylist()
    assert events[4]["source_cow"] == ["565"]
    assert events[4]["background"] is False
    assert events[4]["mode"] is None


def test_no_text_is_a_formula_to_a_spreadsheet(archive: Archive, exported: Exported) -> None:
    from tests.archive.making import Made
    from tests.exports.conftest import coded

    made = Made("bad.txt", "=HYPERLINK(1) Kenya met Uganda.", outlet="=cmd")
    archive.add(coded(made.event("Kenya", "met", "Uganda", on="2020-01-01")))
    files = exported("csv", "on:2020-01")
    assert table(files["reports.csv"])[0]["outlet"] == "'=cmd"
    assert table(files["events.csv"])[0]["evidence"].startswith("'=HYPERLINK")
    assert table(exported("csv", "type:ACCUSE")["events.csv"])[0]["goldstein"].startswith("-")


def test_a_cell_with_a_line_break_and_quotes_survives(archive: Archive, exported: Exported) -> None:
    from tests.archive.making import Made
    from tests.exports.conftest import coded

    text = 'Kenya, "in\nanger", accused\rUganda.'
    archive.add(coded(Made("quote.txt", text).event("Kenya", "accused", "Uganda", "ACCUSE", on="2020-01-01")))
    row = next(row for row in table(exported("csv")["events.csv"]) if row["document"] == "d4")
    assert row["evidence"] == 'anger", accused\rUganda'
