"""Inputs made to harm: each ends within its limit with one clear line, and the next one is read."""

from __future__ import annotations

import gzip
import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.conftest import Read
from tests.sources.made import FIRST, SECOND, article, page, zipped

from memcon.record import Document
from memcon.sources import SourceError, confined, documents, forms
from memcon.sources.intake import Intake

SENTENCE = b"<p>The ministers met in Tallinn.</p>"


def entity_bomb(encoding: str) -> bytes:
    layers = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE rss [<!ENTITY a "ministers ">{layers}]>'
    return f"{head}<rss><channel><item><title>&j;</title></item></channel></rss>".encode(encoding)


def pdf_that_loops() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>> endobj\n"
        b"trailer <</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
    )


def pdf_of_endless_words() -> bytes:
    words = zlib.compress(b"BT /F1 10 Tf 60 700 Td (The ministers met. ) Tj ET\n" * 1_500_000)
    return (
        b"%%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 <</Type/Font/Subtype/Type1"
        b"/BaseFont/Helvetica>> >> >>/Contents 4 0 R>> endobj\n4 0 obj <</Filter/FlateDecode/Length %d>> stream\n%s"
        b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%%%EOF"
    ) % (len(words), words)


def archive_of_archives() -> bytes:
    inner: bytes = zipped({"a.txt": FIRST})
    for number in range(6):
        inner = zipped({f"{number}.zip": inner})
    return inner


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested.html": (lambda: b"<html><body>" + b"<div>" * 10_000 + SENTENCE, "is a page on which no report was found"),
    "tags.html": (lambda: b"<html><body>" + b"<i></i>" * 400_000, "has more than 300,000 tags, as no report has"),
    "nested.xml": (lambda: b"<rss>" + b"<a>" * 10_000, "is a feed without items"),
    "bomb.xml": (lambda: entity_bomb("utf-8"), "declares XML entities of its own, which can be a trap"),
    "bomb16.xml": (lambda: entity_bomb("utf-16"), "declares XML entities of its own, which can be a trap"),
    "bomb.zip": (lambda: zipped({"a.txt": b"\0" * 30_000_000}), "grows more than 200-fold when unpacked, as traps do"),
    "bomb.txt.gz": (lambda: gzip.compress(b"a" * 5_000_000), "is larger than 2 MB; split it into its reports"),
    "inside.zip": (archive_of_archives, "is packed 3 archives deep; unpack it first"),
    "deep.json": (lambda: b"[" * 100_000, "is JSON nested too deeply"),
    "deep.jsonl": (lambda: b'{"a":' * 100_000, "is JSON nested too deeply"),
    "loop.pdf": (pdf_that_loops, "is a damaged PDF that cannot be opened"),
    "endless.pdf": (pdf_of_endless_words, "takes longer than 3 seconds to read; it was given up"),
    "many.rss": (
        lambda: b"<rss>" + b"<item><title>They met</title></item>" * 5_001,
        "has 5,001 items; a feed may have",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_with_one_line_and_the_next_is_read(name: str, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "MOST_SECONDS", 3.0)
    make, message = HOSTILE[name]
    raw = make()
    began = time.monotonic()
    bad, good = read({name: raw, "good.html": page(article(FIRST, SECOND))})
    assert time.monotonic() - began < 12
    assert isinstance(bad, SourceError)
    assert bad.message.startswith(message)
    assert "\n" not in bad.message
    assert isinstance(good, Document)
    assert good.text == f"{FIRST}\n\n{SECOND}"


def test_a_page_of_200_megabytes(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.write(b"<html><body>" + SENTENCE * 1000)
        stream.truncate(200_000_000)
    (found,) = documents([str(path)])
    assert str(found) == f"{path}: is larger than 10 MB; save the text of the report and read that"


def test_a_page_in_two_encodings(read: Read) -> None:
    mixed = page(article("Košice: the ministers met on Monday and agreed to meet again in Bratislava.")).replace(
        b"</article>",
        b"<p>\x93Thank you,\x94 said Fran\xe7ois Hollande in Paris, the ministry said on Tuesday.</p></article>",
    )
    (document,) = read({"a.html": mixed})
    assert isinstance(document, Document)
    assert "Košice: the ministers" in document.text
    assert "“Thank you,” said François Hollande" in document.text


def test_no_file_of_the_machine_is_drawn_in(read: Read) -> None:
    raw = b'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><item><title>The ministers met in Riga</title></item></rss>'
    (document,) = read({"a.xml": raw})
    assert isinstance(document, Document)
    assert document.text == "The ministers met in Riga"


def test_a_feed_that_never_ends() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            piece = (b"<rss><channel>" if not self.given else b"<item><title>They met.</title></item>")[: len(buffer)]
            buffer[: len(piece)] = piece
            Endless.given += len(piece)
            return len(piece)

    (bad,) = documents(["-"], stdin=io.BufferedReader(Endless()))
    assert str(bad) == "stdin: is larger than 10 MB; a feed holds its newest items and no more"
    assert Endless.given < 11_000_000


def test_a_fault_in_a_reader_costs_its_own_input_alone(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(intake: Intake) -> None:
        raise RuntimeError("a fault\nof two lines")

    monkeypatch.setitem(forms.FORMS, "csv", forms.Form("csv", (".csv",), faulty))  # type: ignore[arg-type]
    bad, good = read({"a.csv": b"text\nHello\n", "b.txt": FIRST.encode()})
    assert str(bad) == "a.csv: could not be read as csv (RuntimeError: a fault of two lines)"
    assert isinstance(good, Document)


def test_the_child_is_replaced_when_it_dies(read: Read) -> None:
    first = page(article(FIRST, SECOND))
    assert isinstance(read({"a.html": first})[0], Document)
    child = confined.CONFINED._process
    assert child is not None
    child.kill()
    child.wait()
    assert isinstance(read({"b.html": first})[0], Document)
