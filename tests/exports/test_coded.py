"""ICEWS and POLECAT files read, and an archive put beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.making import Made
from tests.exports.conftest import Exported

from memcon.archive import Archive
from memcon.exports import ANNOUNCED, Coded, Job, exporter, overlap, read_coded
from memcon.sources import SourceError

HEADING = "Event ID\tEvent Date\tSource Name\tSource Country\tCAMEO Code\tTarget Name\tTarget Country\n"


def read(path: Path) -> list[Coded]:
    rows = list(read_coded(path))
    assert all(isinstance(row, Coded) for row in rows)
    return [row for row in rows if isinstance(row, Coded)]


@pytest.mark.parametrize(("name", "file"), [("icews", "events.tab"), ("polecat", "events.txt")])
def test_what_goes_out_comes_in(exported: Exported, tmp_path: Path, name: str, file: str) -> None:
    place = tmp_path / file
    place.write_bytes(exported(name)[file])
    found = [(row.day, row.type, row.source, row.source_countries, row.target_countries) for row in read(place)]
    assert found == [
        ("2020-10-10", "ACCUSE", ("Armenia",), ("ARM",), ("AZE",)),
        ("2021-09-25", "CONSULT", ("Ilham Aliyev",), ("AZE",), ()),
        ("2021-05-03", "SUPPORT", ("Namibia",), ("NAM",), ("KEN",)),
    ]


def test_rows_of_others(tmp_path: Path) -> None:
    place = tmp_path / "icews.tab"
    lines = (
        "20718170\t1995-01-01\tExtremist (Russia)\tRussian Federation\t190\tBoris Yeltsin\tRussian Federation\n",
        "2\t1995-01-02\tC\u00f4te d\u2019Ivoire\tCote d'Ivoire\t36\tKenya\tKenya\n",
        "3\tyesterday\tKenya\tKenya\t036\tUganda\tUganda\n",
        "4\t1995-01-02\tKenya\n",
        "5\t1995-01-02\tKenya\tKenya\t999\tUganda\tUganda\n",
    )
    place.write_text(HEADING + "".join(lines))
    rows = list(read_coded(place))
    assert [(r.type, r.cameo, r.source_countries) for r in rows if isinstance(r, Coded)] == [
        ("ASSAULT", "190", ("RUS",)),
        ("AGREE", "036", ("CIV",)),
    ]
    faults = [str(row) for row in rows if isinstance(row, SourceError)]
    assert [fault.partition(", ")[2] for fault in faults] == [
        "row 4: 'yesterday' is no day; write 2021-09-25",
        "row 5: has not as many cells as the heading",
        "row 6: CAMEO has no code '0999'",
    ]


def test_latin_1_is_understood(tmp_path: Path) -> None:
    place = tmp_path / "icews.tab"
    place.write_bytes((HEADING + "1\t1995-01-01\tJosé\tSpain\t040\tKenya\tKenya\n").encode("latin-1"))
    assert read(place)[0].source == ("José",)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other.csv"
    place.write_text("a,b\n1,2\n")
    with pytest.raises(ValueError, match="neither ICEWS nor POLECAT"):
        list(read_coded(place))


def row(day: str, kind: str, source: str, target: str) -> Coded:
    return Coded("1", day, kind, None, (source,), (source,), (target,), (target,))


def test_overlap(archive: Archive) -> None:
    rows = [
        row("2020-10-11", "ACCUSE", "ARM", "AZE"),  # a day later
        row("2020-10-10", "ACCUSE", "AZE", "ARM"),  # the other way round
        row("2021-05-03", "SUPPORT", "NAM", "KEN"),
        row("2021-06-01", "AGREE", "KEN", "NAM"),  # planned, and both sides agree
        row("1990-01-01", "SUPPORT", "NAM", "KEN"),
        Coded("1", "2021-01-01", "SUPPORT", None, ("UN",), (), ("Kenya",), ("KEN",)),
    ]
    found = overlap(archive, rows)
    assert (found.first, found.last) == ("2020-10-10", "2021-06-01")
    assert dict(found.both) == {"ACCUSE": 1, "SUPPORT": 1, "AGREE": 1}
    assert {kind: n for kind, n in found.other_only.items() if n} == {"ACCUSE": 1}
    assert not any(found.archive_only.values())
    assert (found.outside, found.without) == (1, 1)
    assert overlap(archive, rows, days=0).archive_only["ACCUSE"] == 1


@pytest.mark.parametrize("form", ["icews", "polecat"])
def test_its_own_export_is_in_both(archive: Archive, tmp_path: Path, form: str) -> None:
    made = Made("embargo.txt", "Armenia imposed an embargo on Azerbaijan on Sunday.", published="2020-10-12")
    made.event("Armenia", "embargo", "Azerbaijan", "SANCTION", on="2020-10-11")
    record = made.record()
    archive.add(replace(record, events=tuple(replace(one, cameo="163") for one in record.events)))
    place = tmp_path / "events.tab"
    exporter(form).write(archive, place, job=Job(also=frozenset(ANNOUNCED)))
    rows = [row for row in read_coded(place) if isinstance(row, Coded)]
    found = overlap(archive, rows)
    assert found.both.total() > 2
    assert not any(found.archive_only.values())
    assert not any(found.other_only.values())
