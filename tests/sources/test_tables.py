"""Tables: a row is a report, one of the columns its text."""

from __future__ import annotations

import pytest
from tests.sources.conftest import Read, said
from tests.sources.made import FIRST, SECOND

from memcon.record import Document


@pytest.mark.parametrize(
    ("name", "mark", "encoding"),
    [("a.csv", ",", "utf-8"), ("a.csv", ";", "utf-8-sig"), ("a.tsv", "\t", "cp1252"), ("a.csv", ",", "utf-16")],
)
def test_a_row_is_a_report(read: Read, name: str, mark: str, encoding: str) -> None:
    rows = [
        ("Doc ID", "Headline", "Body", "Date", "Source"),
        ("7", "Talks", f'"{FIRST}\n\nThey ""agreed"" to meet."', "2024-03-05T23:30:00+02:00", "Baltic News"),
        ("", "", f'"{SECOND}"', "", ""),
        ("", "", "", "", ""),
        ("9", "Empty", "", "", ""),
        ("10", "Odd", "They met.", "Mar 5", ""),
    ]
    raw = "\r\n".join(mark.join(row) for row in rows).encode(encoding)
    found = read({name: raw})
    first, second, *bad = found
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == f'{FIRST}\n\nThey "agreed" to meet.'
    assert (first.id, first.title, first.outlet) == ("7", "Talks", "Baltic News")
    assert first.published is not None
    assert first.published.start == "2024-03-05"
    assert (second.id, second.text) == (f"{name}:3", SECOND)
    assert [str(item) for item in bad] == [
        f"{name}, row 5: is empty",
        f"{name}, row 6: 'Mar 5' is not a date; write it as 2021-09-25",
    ]


def test_a_table_without_a_text(read: Read) -> None:
    assert said(read({"a.csv": b"country,year\nEstonia,2004\n"})) == (
        'has no column named "text"; its columns are country, year'
    )
    assert said(read({"b.csv": b"id,text\n"})) == "has a row of column names and no other"
    assert said(read({"c.csv": b""})) == "is empty"


@pytest.mark.parametrize("columns", ["Event ID\tEvent Date\tCAMEO Code", "Event ID\tEvent Type\tEvent Mode"])
@pytest.mark.parametrize("name", ["a.tab", "a.txt", "a.tsv", "a"])
def test_event_data_are_no_reports(read: Read, name: str, columns: str) -> None:
    told = said(read({name: f"{columns}\n1\t2021-05-04\t040\n".encode()}))
    assert told == "is a table of coded events (ICEWS or POLECAT), not of reports; see memcon overlap --help"
