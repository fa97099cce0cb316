"""The file for Datasette: opened as Datasette opens it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.exports.conftest import Exported

from memcon.archive import Archive
from memcon.exports import exporter
from memcon.exports.columns import COLUMNS


@pytest.fixture
def folder(archive: Archive, tmp_path: Path) -> Path:
    exporter("datasette").write(archive, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{(folder / 'memcon.db').as_uri()}?immutable=1", uri=True)) as connection:
        yield connection


def test_tables_and_views_for_people_and_nothing_else(opened: sqlite3.Connection) -> None:
    names = {name for (name,) in opened.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    shown = {name for name in names if "_fts" not in name}
    assert shown == {*COLUMNS, "what_happened", "who_said_what", "checked_facts"}
    assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_views(opened: sqlite3.Connection) -> None:
    happened = "SELECT event, source, type, target FROM what_happened ORDER BY date_start"
    assert opened.execute(happened).fetchall() == [
        ("e1", "Armenia", "ACCUSE", "Azerbaijan"),
        ("e8", "Namibia", "SUPPORT", "Kenya"),
        ("e6", "Ilham Aliyev", "CONSULT", "António Guterres"),
    ]
    assert opened.execute("SELECT speaker, content FROM who_said_what").fetchall() == [
        ("António Guterres", "both sides must stop")
    ]
    assert opened.execute("SELECT verdict FROM checked_facts").fetchall() == [("contradicted",)]


def test_search_as_datasette_asks(opened: sqlite3.Connection) -> None:
    # How Datasette 0.65 finds the index of a table (datasette.utils.detect_fts_sql).
    index = opened.execute(
        """SELECT name FROM sqlite_schema WHERE rootpage = 0 AND
           (sql LIKE '%VIRTUAL TABLE%USING FTS%content="events"%'
            OR sql LIKE '%VIRTUAL TABLE%USING FTS%content=[events]%')"""
    )
    assert index.fetchall() == [("events_fts",)]
    found = opened.execute(
        "SELECT event FROM events WHERE rowid IN (SELECT rowid FROM events_fts WHERE events_fts MATCH 'ceasefire')"
    )
    assert found.fetchall() == [("e1",)]


def test_the_description_knows_every_table_and_column(folder: Path, opened: sqlite3.Connection) -> None:
    told = json.loads((folder / "metadata.json").read_text())["databases"]["memcon"]["tables"]
    for name, about in told.items():
        columns = {row[1] for row in opened.execute(f"PRAGMA table_info({name})")}
        assert columns
        assert about["description"]
        assert set(about.get("columns", columns)) == columns
        assert set(about.get("facets", ())) <= columns


def test_a_query_is_all_that_is_in_it(archive: Archive, exported: Exported, tmp_path: Path) -> None:
    place = tmp_path / "one.db"
    place.write_bytes(exported("datasette", "type:SUPPORT")["memcon.db"])
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT document FROM reports").fetchall() == [("d3",)]
        assert b"Azerbaijan" not in place.read_bytes()
