"""Every format: what goes out, where it goes, and that it goes whole or not at all."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests import installing
from tests.exports.conftest import Exported

from memcon.archive import Archive, QueryError, Selected
from memcon.exports import Exporter, ExportError, Job, Piece, exporter, exporters, registry

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]["memcon.exporters"]

COUNTING = """
from memcon.exports import Exporter

def make(reports, job):
    for report in reports:
        job.wrote["lines"] += 1
        yield "count.txt", f"{report.id} {len(list(report.events))}\\n".encode()

EXPORTER = Exporter("count", "how many events a report has", {"count.txt": "text/plain"}, make)
"""


@pytest.fixture(autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Packages with entry points as an installation leaves them: ours, a stranger's and a broken one."""
    packages = {"ours": DECLARED, "counting": {"count": "counting:EXPORTER"}, "broken": {"morse": "no_module:EXPORTER"}}
    registry.plug_ins.cache_clear()
    with installing.installed(
        tmp_path_factory.mktemp("site"), monkeypatch, "memcon.exporters", packages, counting=COUNTING
    ):
        yield
    registry.plug_ins.cache_clear()


FORMATS = [*registry.OURS, "ftm"]


def test_our_own_format_is_a_plug_in() -> None:
    assert DECLARED == {"ftm": "memcon.exports.follow_the_money:EXPORTER"}
    assert "ftm" not in registry.OURS
    assert exporter("ftm").suffix == ".json"


def test_a_strangers_format(exported: Exported) -> None:
    assert exported("count") == {"count.txt": b"d1 2\nd2 2\nd3 3\n"}


def test_a_plug_in_that_cannot_be_loaded_says_so(archive: Archive) -> None:
    assert "morse" in exporters()
    with pytest.raises(ExportError, match=r"cannot be loaded.*no_module"):
        b"".join(exporter("morse").stream(archive))


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ExportError, match="did you mean 'parquet'"):
        exporter("parket")
    with pytest.raises(ExportError, match="plover, csv, parquet, gdelt, icews, polecat"):
        exporter("xml")


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_rejected_never_leaves(archive: Archive, exported: Exported, name: str) -> None:
    before = b"".join(exported(name).values())
    archive.correct("e1", "reject", person="Ada")
    after = b"".join(exported(name, "type:ACCUSE kind:event").values())
    assert b"accused Azerbaijan of breaking" not in after
    if name in ("plover", "annotations", "csv"):
        assert b"accused Azerbaijan of breaking" in before


@pytest.mark.parametrize(("name", "file"), [("plover", "events.jsonl"), ("csv", "events.csv"), ("icews", "events.tab")])
def test_what_was_edited_leaves_as_edited(archive: Archive, exported: Exported, name: str, file: str) -> None:
    archive.correct("e1", "edit", {"to": "Norway"}, person="Ada")
    told = exported(name, "type:ACCUSE kind:event")[file].decode()
    assert "Norway" in told
    assert "Azerbaijan\t" not in told


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_answer_is_a_whole_file(exported: Exported, name: str) -> None:
    job = Job()
    assert set(exported(name, "from:NOR", job)) == set(exporter(name).files)
    assert not any(job.wrote.values())


def test_reports_are_handed_on_one_by_one(archive: Archive) -> None:
    asked = []

    def watched() -> Iterator[Selected]:
        for report in archive.select():
            asked.append(report.id)
            yield report

    pieces = exporter("plover").pieces(watched(), Job())
    assert b'"e1"' in next(pieces)[1]
    assert asked == ["d1"]


# ---- where it goes


def test_a_folder_holds_what_the_zip_holds(archive: Archive, exported: Exported, tmp_path: Path) -> None:
    exporter("csv").write(archive, tmp_path / "tables")
    found = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
    assert found == exported("csv")
    exporter("csv").write(archive, tmp_path / "tables.zip")
    assert (tmp_path / "tables.zip").read_bytes() == b"".join(exporter("csv").stream(archive))


def test_one_of_several_files(archive: Archive, exported: Exported, tmp_path: Path) -> None:
    exporter("csv").write(archive, tmp_path / "e.csv", only="events")
    assert (tmp_path / "e.csv").read_bytes() == exported("csv")["events.csv"]
    assert b"".join(exporter("csv").stream(archive, only="events.csv")) == exported("csv")["events.csv"]
    with pytest.raises(ExportError, match=r"no file 'event' in this format; it makes reports\.csv, events\.csv"):
        exporter("csv").write(archive, tmp_path / "f.csv", only="event")


def test_what_is_there_is_refused_before_work_starts(archive: Archive, tmp_path: Path) -> None:
    place = tmp_path / "events.jsonl"
    place.write_text("mine")
    with pytest.raises(ExportError, match=r"events\.jsonl: is there already; --force writes over it"):
        exporter("plover").write(archive, place, progress=_never)
    assert place.read_text() == "mine"
    exporter("plover").write(archive, place, force=True)
    assert place.read_text().startswith('{"id": "e1"')


def test_a_folder_keeps_what_is_not_ours(archive: Archive, tmp_path: Path) -> None:
    place = tmp_path / "tables"
    place.mkdir()
    (place / "notes.txt").write_text("mine")
    exporter("csv").write(archive, place)
    with pytest.raises(ExportError, match=r"reports\.csv: is there already"):
        exporter("csv").write(archive, place, progress=_never)
    exporter("csv").write(archive, place, force=True)
    assert (place / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("plover", "missing/events.jsonl", "cannot be written .No such file or directory."),
        ("plover", ".", "is a folder; name a file in it"),
        ("csv", "archive.sqlite", "is a file; this format makes several, name a folder or a .zip"),
        ("csv", "missing/tables", "cannot be made .No such file or directory."),
    ],
)
def test_a_place_that_takes_none(archive: Archive, tmp_path: Path, name: str, place: str, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        exporter(name).write(archive, tmp_path / place, progress=_never)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_written_to(archive: Archive, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(ExportError, match=r"cannot be written .Permission denied.; name another place"):
        exporter("plover").write(archive, closed / "events.jsonl", progress=_never)


@pytest.mark.parametrize("place", ["out", "out.zip"])
def test_nothing_is_left_of_a_work_that_fails(archive: Archive, tmp_path: Path, place: str) -> None:
    def make(reports: Iterable[Selected], job: Job) -> Iterator[Piece]:
        yield "a.txt", b"half"
        raise OSError(28, "No space left on device")

    half = Exporter("half", "", {"a.txt": "text/plain", "b.txt": "text/plain"}, make)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OSError, match="No space"):
        half.write(archive, tmp_path / place)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_query_that_does_not_parse_is_told_before_work_starts(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="did you mean type:"):
        exporter("plover").write(archive, tmp_path / "out.jsonl", "typ:ACCUSE")
    assert not (tmp_path / "out.jsonl").exists()


def _never(reports: Iterator[Selected]) -> Iterator[Selected]:
    raise AssertionError("work has started")
    yield
