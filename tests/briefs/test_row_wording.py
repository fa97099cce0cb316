"""Rows of the tables in words, and memberships in short."""

from __future__ import annotations

from memcon.archive import Archive
from memcon.briefs.making import make_brief
from memcon.briefs.row_wording import row_in_words


def test_a_row_is_told_in_words() -> None:
    row = {"country": "KEN", "office": "foreign_minister", "person": "Raychelle Omamo", "start": "<=2020-01-14",
           "last_confirmed": "2021-06", "agreement": "single", "precision": "day", "title": ""}  # fmt: skip
    assert row_in_words(row) == (
        "Kenya, foreign minister, Raychelle Omamo, from 14 January 2020 or before, last confirmed June 2021, one source"
    )


def test_many_memberships_stand_last_and_without_the_agencies(archive: Archive) -> None:
    (section,) = make_brief(archive, "Kenya", sections=["standing"]).sections
    last = section.groups[-1]
    assert last.title == "Memberships by the tables"
    (item,) = last.items
    assert item.sentence.text.startswith("Kenya is a member of: United Nations (1963); ")
    assert "African Union" in item.sentence.text
    assert "Universal Postal Union" not in item.sentence.text
    assert item.sentence.text.endswith(" agencies of the United Nations system.")
    assert len(item.sentence.citations) < 16
