"""The file is one that people can open themselves: strict tables, sound keys, views in plain words."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from tests.archive.making import accusation, meeting

from memcon.archive import Archive


def test_views_answer_in_plain_words_without_memcon(path: Path) -> None:
    with Archive(path) as archive:
        archive.add(accusation().record())
        archive.add(meeting().record())
        archive.stories()
    plain = sqlite3.connect(path)
    plain.row_factory = sqlite3.Row
    event = plain.execute("SELECT * FROM what_happened WHERE type = 'ACCUSE'").fetchone()
    assert (event["id"], event["day"], event["source"], event["target"]) == (
        "e1",
        "2020-10-10",
        "Armenia",
        "Azerbaijan",
    )
    assert event["sentence"].startswith("Armenia accused Azerbaijan")
    said = plain.execute("SELECT * FROM who_said_what").fetchone()
    assert (said["speaker"], said["cue"], said["content"]) == ("António Guterres", "said", "both sides must stop")
    fact = plain.execute("SELECT * FROM told_in_passing").fetchone()
    assert (fact["subject"], fact["relation"], fact["object"], fact["verdict"]) == (
        "Armenia", "member_of", "UNDP", "contradicted",
    )  # fmt: skip
    assert [row["outlet"] for row in plain.execute("SELECT * FROM reports")] == ["Trend", "Azertac"]
    assert len(plain.execute("SELECT * FROM reports_by_story").fetchall()) == 2


def test_tables_are_strict_and_every_reference_has_an_index(archive: Archive) -> None:
    tables = archive.connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'entries_index%'"  # noqa: E501
    ).fetchall()
    assert len(tables) > 12
    for name, sql in tables:
        assert re.search(r"\bSTRICT\b", sql), name
        for key in archive.connection.execute(f"PRAGMA foreign_key_list({name})"):
            plan = archive.connection.execute(
                f'EXPLAIN QUERY PLAN SELECT 1 FROM {name} WHERE "{key["from"]}" = 1'
            ).fetchall()
            assert name == "documents" or "SCAN" not in plan[0]["detail"], f"{name}.{key['from']}: {plan[0]['detail']}"


def test_every_table_and_view_is_explained(archive: Archive) -> None:
    page = Path("docs/archive-schema.md").read_text(encoding="utf-8")
    for name, kind in archive.connection.execute(
        "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')"
    ):
        if name.startswith("sqlite_") or name.startswith("entries_index_"):
            continue
        assert f"`{name}`" in page, f"docs/archive-schema.md does not explain the {kind} {name}"
        for column in archive.connection.execute(f"PRAGMA table_info({name})"):
            assert f"`{column['name']}`" in page, f"docs/archive-schema.md does not explain {name}.{column['name']}"
