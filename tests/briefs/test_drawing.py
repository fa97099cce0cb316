"""Drawings that a page with a strict policy can show and that tell themselves to who does not see them."""

from __future__ import annotations

from lxml import etree

from memcon.archive import Archive
from memcon.briefs import chronology
from memcon.briefs.drawing import bars, timeline
from memcon.briefs.sections import numbers_section

SVG = "{http://www.w3.org/2000/svg}"


def test_a_timeline_has_a_dot_an_event_and_says_what_it_shows(filled: Archive) -> None:
    tree = etree.fromstring(timeline(chronology(filled, "Kenya", "Uganda")))
    assert tree.get("role") == "img"
    named = tree.get("aria-labelledby").split()
    assert [tree.find(f".//*[@id='{id}']").tag.removeprefix(SVG) for id in named] == ["title", "desc"]
    assert "3 events from 2021-05-03 to 2021-06-01" in tree.findtext(f"{SVG}desc")
    assert len(tree.findall(f"{SVG}circle")) == 3, "two of one day are one dot"
    assert not [one for one in tree.iter() if one.get("style") or one.tag == f"{SVG}script"]


def test_bars_are_as_long_as_their_numbers(filled: Archive) -> None:
    tree = etree.fromstring(bars({"2020": 5, "2021": 10, "<b>": 0}, "Events"))
    widths = [float(one.get("width")) for one in tree.findall(f"{SVG}rect")]
    assert widths[1] == 2 * widths[0]
    assert "2020: 5; 2021: 10" in tree.findtext(f"{SVG}desc")
    assert bars({}, "Events") == ""


def test_the_numbers_stand_beside_as_a_table(filled: Archive) -> None:
    found = numbers_section(chronology(filled, "Kenya", "Uganda"))
    assert found is not None
    years, types = found.tables
    assert years.rows == (("2021", "3"), ("2022", "2"))
    assert dict(types.rows)["Aid"] == "1"
    assert numbers_section(chronology(filled, "Norway")) is None
