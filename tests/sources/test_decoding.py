"""Bytes become text: encodings as they are met in the wild."""

from __future__ import annotations

import pytest

from memcon.sources import Unreadable
from memcon.sources.decoding import decode

REPORT = "Latvia’s prime minister, Evika Siliņa, visited Tallinn.\r\n“We agreed,” she said.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_unicode_text_comes_out_as_it_went_in(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)) == REPORT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_empty_bytes(encoding: str) -> None:
    plain = "The ministers met in Tallinn on Monday and agreed to meet again."
    assert decode(plain.encode(encoding)) == plain


def test_windows_quotation_marks_and_accents() -> None:
    assert decode(b"\x93Thank you,\x94 said Fran\xe7ois Hollande \x96 in Paris.") == (
        "“Thank you,” said François Hollande – in Paris."
    )


def test_a_page_pasted_together_from_two_encodings() -> None:
    assert decode("Košice: ".encode() + b"\x93Yes\x94") == "Košice: “Yes”"


def test_mostly_foreign_bytes_are_left_to_statistics() -> None:
    russian = "Министр иностранных дел встретился в Москве со своим коллегой. " * 5
    assert decode(russian.encode("cp1251")) == russian


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04\x05\x06\x07" * 40, "binary"),
        (b"\xff\xfeh\x00i\x00\x00", "UTF-16"),
    ],
)
def test_what_is_no_text_is_named(raw: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        decode(raw)
