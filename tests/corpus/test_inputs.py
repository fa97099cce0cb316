"""Every form of input is cut into tasks, and each document comes out once and in order."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from memcon.corpus.pieces import documents_of
from memcon.corpus.plan import plan
from memcon.record import Document

TEXT = "The ministers of Estonia and Latvia met in Riga and discussed trade for the {}th time."


def ids(names: list[Path], size: int) -> tuple[int, list[str]]:
    tasks = plan([str(name) for name in names], size).tasks
    came = [item for task in tasks for item in documents_of(task, None)]
    assert all(isinstance(item, Document) for item in came), came
    return len(tasks), [item.id for item in came]


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_lines(tmp_path: Path, size: int) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n)}) + "\n\n" for n in range(7)), "utf-8")
    assert ids([path], size)[1] == [f"r{n}" for n in range(7)]


def test_lines_without_ids_are_named_by_their_number_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT.format(n)}) + "\n" for n in range(5)), "utf-8")
    assert ids([path], 2) == (3, [f"{path}:{n}" for n in range(1, 6)])


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "reports.parquet"
    table = pyarrow.table({"id": [f"r{n}" for n in range(10)], "text": [TEXT.format(n) for n in range(10)]})
    pyarrow.parquet.write_table(table, path, row_group_size=4)
    assert ids([path], 3) == (4, [f"r{n}" for n in range(10)])


@pytest.mark.parametrize("gzip", [True, False])
def test_warc(tmp_path: Path, gzip: bool) -> None:
    path = tmp_path / ("pages.warc.gz" if gzip else "pages.warc")
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for n in range(5):
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
            body = BytesIO((TEXT.format(n) + "\n").encode() * 3)
            writer.write_record(
                writer.create_warc_record(f"http://example.org/{n}", "response", body, http_headers=http)
            )
    tasks, found = ids([path], 2)
    assert tasks == 3
    assert found == [f"http://example.org/{n}" for n in range(5)]


def test_a_folder_of_texts(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n), "utf-8")
    tasks, found = ids([tmp_path], 2)
    assert tasks == 3
    assert found == [str(tmp_path / f"{n}.txt") for n in range(5)]


def test_the_same_inputs_give_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT.format(n)}) + "\n" for n in range(5)), "utf-8")
    assert plan([str(path)], 2) == plan([str(path)], 2)
