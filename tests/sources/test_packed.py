"""Archives, folders and patterns: each file in them is an input of its own."""

from __future__ import annotations

import gzip
import io

from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND, article, page, pdf, zipped

from memcon.record import Document
from memcon.sources import documents


def test_a_zip_of_every_kind(read: Read) -> None:
    inner = zipped({"deep.txt": SECOND})
    held = {
        "press/a.html": page(article(FIRST, SECOND)),
        "press/b.pdf": pdf([[(60, 700, 10, "The ministers met in Riga.")]]),
        "press/photo.jpg": b"\xff\xd8\xff",
        "__MACOSX/press/._a.html": b"x",
        ".hidden.txt": b"x",
        "broken.pdf": b"%PDF-1.4",
        "inner.zip": inner,
        "notes.txt": FIRST.encode(),
    }
    found = read({"all.zip": zipped(held)})
    assert [item.id for item in found] == [
        "all.zip/press/a.html",
        "all.zip/press/b.pdf",
        "all.zip/broken.pdf",
        "all.zip/inner.zip/deep.txt",
        "all.zip/notes.txt",
    ]
    assert [isinstance(item, Document) for item in found] == [True, True, False, True, True]


def test_gzip_is_read_as_what_it_holds(read: Read) -> None:
    document = only(read({"a.txt.gz": gzip.compress(FIRST.encode())}))
    assert (document.id, document.text) == ("a.txt.gz", FIRST)
    lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'
    assert [item.id for item in read({"rows.jsonl.gz": gzip.compress(lines)})] == ["a", "b"]
    found = list(documents(["-"], stdin=io.BytesIO(gzip.compress(lines))))
    assert [item.id for item in found] == ["a", "b"]


def test_damaged_archives(read: Read) -> None:
    assert said(read({"a.txt.gz": gzip.compress(FIRST.encode())[:-9]})).startswith("is a damaged .gz file")
    assert said(read({"a.zip": zipped({"a.txt": FIRST})[:-30]})) == "is a damaged zip archive"
    assert said(read({"b.zip": zipped({"a.png": b"x"})})) == "is an archive without files to read"


def test_a_zip_on_standard_input() -> None:
    raw = zipped({"a.txt": FIRST})

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert only(list(documents(["-"], stdin=Pipe(raw)))).id == "stdin/a.txt"


def test_a_folder_and_a_pattern(read: Read) -> None:
    files = {
        "press/b.txt": SECOND.encode(),
        "press/2024/a.txt": FIRST.encode(),
        "press/.git/x.txt": b"x",
        "press/style.css": b"x",
    }
    read(files)
    assert [item.id for item in documents(["press"])] == ["press/b.txt", "press/2024/a.txt"]
    assert [item.id for item in documents(["press/**/*.txt"])] == ["press/2024/a.txt", "press/b.txt"]
    assert str(next(documents(["press/*.pdf"]))) == "press/*.pdf: no such file"
