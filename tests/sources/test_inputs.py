"""Inputs as a user has them: files, standard input, and everything that is wrong with them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from memcon.record import Document
from memcon.sources import MOST_CHARACTERS, SourceError, documents, rows
from memcon.sources.limits import MOST_LINE_BYTES

REPORT = "By Anna Tamm\r\n\r\nEstonia’s foreign minister met his Finnish colleague in Tallinn on Tuesday.\r\n"


def one(path: Path, **how: str) -> Document | SourceError:
    (found,) = documents([str(path)], **how)  # type: ignore[arg-type]
    return found


def read_stdin(raw: bytes, **how: str) -> list[Document | SourceError]:
    return list(documents(["-"], stdin=io.BytesIO(raw), **how))  # type: ignore[arg-type]


def test_a_text_file_is_kept_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode())
    document = one(path, published="2024-03-05")
    assert isinstance(document, Document)
    assert document.text == REPORT
    assert (document.id, document.byline, document.media_type) == (str(path), "Anna Tamm", "text/plain")
    assert document.published is not None
    assert document.published.start == "2024-03-05"


def test_a_line_of_json_lines_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    lines = [
        {"id": "a", "text": "One.", "title": "T", "outlet": "O", "url": "https://e.org", "published": "2020-01-02"},
        {"id": 7, "text": "Two."},
        {"text": "Three."},
    ]
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    found = list(documents([str(path)], published="2024-03-05"))
    assert [document.id for document in found] == ["a", "7", f"{path}:5"]
    first, second, _ = found
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.outlet, first.url) == ("T", "O", "https://e.org")
    assert first.published is not None
    assert second.published is not None
    assert (first.published.start, second.published.start) == ("2020-01-02", "2024-03-05")


def test_a_json_file_is_one_report_or_a_list(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"id": "a", "text": "One."}, indent=2))
    assert isinstance(one(path), Document)
    path.write_text(json.dumps([{"id": "a", "text": "One."}, {"id": "b"}, 3]))
    first, second, third = documents([str(path)])
    assert first.id == "a"
    assert str(second) == f'{path}, item 2: has no "text"; its fields are id'
    assert str(third) == f"{path}, item 3: is not a JSON object"


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', ["a", "b"]),
        (b'{\n  "id": "a",\n  "text": "One."\n}\n', ["a"]),
        (b'[{"id": "a", "text": "One."}]', ["a"]),
        (b"The ministers met.", ["stdin"]),
        (b"{sic} The ministers met.", ["stdin"]),
        (b"[1] The ministers met.", ["stdin"]),
    ],
)
def test_standard_input_is_told_by_its_look(raw: bytes, ids: list[str]) -> None:
    found = read_stdin(raw)
    assert [document.id for document in found] == ids
    assert all(isinstance(document, Document) for document in found)


def test_the_form_can_be_named() -> None:
    (found,) = read_stdin(b'{"id": "a", "text": "One."}', form="text")
    assert isinstance(found, Document)
    assert found.text.startswith("{")


def test_a_broken_line_is_named_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_bytes(
        b'{"id": "a", "text": "One."}\n\n{"id": "b", "text": \n[1]\n{"id": "c", "text": "\xff"}\n'
        b'{"id": "d", "text": 5}\n{"id": "e", "text": "Six.", "published": "May 6"}\n{"id": "f", "text": "Seven."}\n'
    )
    found = list(documents([str(path)]))
    assert [type(item) for item in found] == [Document, *[SourceError] * 5, Document]
    said = [str(item) for item in found[1:6]]
    assert said[0].startswith(f"{path}, line 3: is not JSON (")
    assert said[1] == f"{path}, line 4: is a list where an object was expected"
    assert said[2].startswith(f"{path}, line 5: is not UTF-8")
    assert said[3] == f'{path}, line 6: "text" is not a string'
    assert said[4] == f"{path}, line 7: 'May 6' is not a date; write it as 2021-09-25"
    assert [item.id for item in found[1:6]] == [f"{path}:3", f"{path}:4", f"{path}:5", "d", "e"]


def test_each_bad_input_is_one_line_and_the_others_are_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(REPORT)
    bad = {
        "empty.txt": (b"", "is empty"),
        "blank.txt": (b" \r\n\t\n", "is empty"),
        "empty.jsonl": (b"\n\n", "is empty"),
        "empty.json": (b"", "is empty"),
        "list.json": (b"[]", "is an empty list"),
        "huge.txt": (b"a" * 50_000_000, "is larger than 2 MB; split it into its reports"),
        "long.txt": (b"word " * (MOST_CHARACTERS // 5 + 1), "has 1,000,005 characters; a report may have 1,000,000;"),
        "binary": (bytes(range(256)), "is binary, not text"),
        "page.html": (b"<p></p>", "is a page on which no report was found; save the text of the report"),
        "page.txt": (b"<!DOCTYPE html><html>", "is a page on which no report was found; save the text of the report"),
        "report.pdf": (b"%PDF-1.4", "is a damaged PDF that cannot be opened"),
        "deep.json": (b"[" * 100_000, "is JSON nested too deeply"),
        "digits.json": (b"1" * 10_000, "is not JSON (a number of too many digits)"),
        "brief.md": (
            b"# Greece\n\nGreece met Turkey.[^1]\n\n[^1]: AP, 3 May 2024. d3, sentence 1, characters 0\xe2\x80\x9376\n"
            b"[^2]: AP, 3 May 2024. d3, sentence 2, characters 77\xe2\x80\x9399\n",
            "is a brief that memcon made, not a report; add the reports it was made from",
        ),
        "french.txt": ("Le ministre a reçu hier son hôte. ".encode() * 3, "looks like French; memcon reads English"),
    }  # fmt: skip
    for name, (raw, _) in bad.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "folder").mkdir()
    names = [*bad, "missing.txt", "folder", "good.txt"]
    found = list(documents([str(tmp_path / name) for name in names]))
    assert len(found) == len(names)
    for name, item in zip(bad, found, strict=False):
        assert isinstance(item, SourceError)
        assert item.where == str(tmp_path / name)
        assert item.message.startswith(bad[name][1])
        assert "\n" not in item.message
    missing, directory, last = found[-3:]
    assert str(missing).endswith("missing.txt: no such file")
    assert str(directory) == f"{tmp_path}/folder: is a folder without files to read"
    assert isinstance(last, Document)


@pytest.mark.parametrize("address", ["ftp://example.org/report", "file:///etc/passwd", "gopher://example.org"])
def test_only_the_web_is_fetched(address: str) -> None:
    (found,) = documents([address])
    scheme = address.partition(":")[0]
    assert str(found) == (f"{address}: is an address that is not fetched ({scheme}://); only http:// and https:// are")


def test_half_a_character_is_refused() -> None:
    (found,) = read_stdin(b'{"id": "a", "text": "so \\ud83d far"}')
    assert str(found) == "stdin, line 1: has half a character (a lone surrogate) at 3"


def test_a_line_without_end_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"id": "a", "text": "' + b"x" * (MOST_LINE_BYTES + 10) + b'"}\n{"id": "b", "text": "Two."}\n')
    first, second = documents([str(path)])
    assert str(first) == f"{path}, line 1: the line is longer than 8 MB"
    assert isinstance(second, Document)


def test_json_lines_are_read_as_they_come() -> None:
    """A stream of any length: the first document is there before the last line is."""

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = b'{"text": "One."}\n'
            buffer[: len(line)] = line
            return len(line)

    stream = documents(["-"], stdin=io.BufferedReader(Endless()))
    assert [next(stream).id for _ in range(3)] == ["stdin:1", "stdin:2", "stdin:3"]


def test_rows_come_as_they_are() -> None:
    found = list(rows("-", stdin=io.BytesIO(b'{"id": 1, "text": "a", "source": [0, 1]}\nnot\n')))
    assert found[0] == {"id": 1, "text": "a", "source": [0, 1]}
    assert isinstance(found[1], SourceError)


def test_the_day_at_the_head_of_a_text_goes_before_the_one_for_inputs_that_give_none(tmp_path: Path) -> None:
    body = "The foreign ministers of Estonia and Finland met in Tallinn and discussed the Baltic Sea.\n"
    dated, bare = tmp_path / "dated.txt", tmp_path / "bare.txt"
    dated.write_text(f"TALLINN, 3 March 2021 – {body}", "utf-8")
    bare.write_text(body, "utf-8")
    first, second = documents([str(dated), str(bare)], published="2022-05-06")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [d.published.start for d in (first, second) if d.published] == ["2021-03-03", "2022-05-06"]
