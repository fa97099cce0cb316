"""Sections of one's own come in by an entry point; the numbers, one of ours, do too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import installing

from memcon.archive import Archive
from memcon.briefs import sections
from memcon.briefs.making import make_brief

DECLARED = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][sections.GROUP]

OUTLETS = """
from memcon.briefs.page import Section, Table
from memcon.briefs.sections import BriefSection

def write(ask):
    rows = ask.archive.connection.execute("SELECT outlet, count(*) FROM versions GROUP BY 1 ORDER BY 2 DESC, 1")
    table = Table("Reports", ("Outlet", "Reports"), tuple((row[0], str(row[1])) for row in rows))
    return Section("outlets", "Who reports", tables=(table,))

SECTION = BriefSection("outlets", "Who reports", 55, write)
"""


@pytest.fixture
def _installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    packages = {"ours": DECLARED, "outlets": {"outlets": "outlets:SECTION"}, "broken": {"maps": "no_such_module:X"}}
    sections.plug_ins.cache_clear()
    with installing.installed(tmp_path_factory.mktemp("site"), monkeypatch, sections.GROUP, packages, outlets=OUTLETS):
        yield
    sections.plug_ins.cache_clear()


@pytest.mark.usefixtures("_installed")
def test_sections_of_ones_own_stand_in_their_place(filled: Archive) -> None:
    made = make_brief(filled, "Kenya", "Uganda")
    assert [one.name for one in made.sections] == [
        "contact", "standing", "positions", "promises", "chronology", "outlets", "numbers", "maps",
    ]  # fmt: skip
    assert made.sections[5].tables[0].rows[0] == ("Nation", "4")
    assert made.sections[7].remark == (
        "The plug-in “maps” cannot be loaded (ModuleNotFoundError: No module named 'no_such_module')."
    )


def test_our_own_section_is_a_plug_in() -> None:
    assert DECLARED == {"numbers": "memcon.briefs.sections:NUMBERS"}
    assert "numbers" not in {one.name for one in sections.OURS}
