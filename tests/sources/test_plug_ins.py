"""Readers of one's own come in by an entry point; WARC, one of ours, does too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import installing
from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND, article, page, pdf, warc

from memcon.record import Document
from memcon.sources import forms

DECLARED = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][
    "memcon.sources"
]

TELEX = """
from memcon.sources import Form
from memcon.sources.fields import Given, document_of

def read_telex(intake):
    text = intake.whole(100_000).decode("ascii").removeprefix("ZCZC").removesuffix("NNNN").strip()
    yield document_of(Given.of(intake, text=text.capitalize(), media_type="text/x-telex"))

FORM = Form("telex", (".tlx",), read_telex, lambda head: head.startswith(b"ZCZC"))
"""


@pytest.fixture
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Packages with entry points as an installation leaves them: ours, a stranger's and a broken one."""
    packages = {"ours": DECLARED, "telex": {"telex": "telex:FORM"}, "broken": {"morse": "no_such_module:FORM"}}
    forms.plug_ins.cache_clear()
    with installing.installed(tmp_path_factory.mktemp("site"), monkeypatch, "memcon.sources", packages, telex=TELEX):
        yield
    forms.plug_ins.cache_clear()


def test_our_own_reader_is_a_plug_in() -> None:
    assert DECLARED == {"warc": "memcon.sources.warc:FORM"}
    assert "warc" not in forms.FORMS


@pytest.mark.usefixtures("installed")
def test_a_web_archive(read: Read) -> None:
    raw = warc(
        ("https://news.example/a", "text/html", page(article(FIRST, SECOND))),
        ("https://news.example/logo.png", "image/png", b"\x89PNG"),
        ("https://mfa.example/readout", "application/pdf", pdf([[(60, 700, 10, "The ministers met in Riga.")]])),
        ("https://news.example/empty", "text/html", b"<html></html>"),
        ("https://m.news.example/a", "text/html", page(article(FIRST, SECOND))),
    )
    found = read({"crawl.warc": raw})
    assert [item.id for item in found] == [
        "https://news.example/a",
        "https://mfa.example/readout",
        "https://news.example/empty",
    ]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.url, first.retrieved) == ("https://news.example/a", "2024-03-06T07:00:00Z")
    assert first.text == f"{FIRST}\n\n{SECOND}"
    assert str(found[2]).startswith("crawl.warc, https://news.example/empty: is a page on which no report was found")
    assert said(read({"broken.warc": b"WARC/1.0\r\nnonsense"})).startswith("is a ")


@pytest.mark.usefixtures("installed")
def test_a_reader_of_ones_own(read: Read) -> None:
    raw = b"ZCZC\nMINISTERS MET IN TALLINN ON TUESDAY.\nNNNN"
    for name in ("a.tlx", "unnamed"):
        document = only(read({name: raw}))
        assert (document.text, document.media_type) == ("Ministers met in tallinn on tuesday.", "text/x-telex")
    assert only(read({"b.txt": raw}, form="telex")).media_type == "text/x-telex"


@pytest.mark.usefixtures("installed")
def test_a_plug_in_that_cannot_be_loaded_costs_nothing(read: Read) -> None:
    assert only(read({"a.unknown": FIRST.encode()})).text == FIRST
    assert "needs a plug-in that cannot be loaded" in said(read({"a.unknown": FIRST.encode()}, form="morse"))


@pytest.mark.usefixtures("installed")
def test_a_form_that_is_none_is_answered_with_those_there_are(read: Read) -> None:
    message = said(read({"a.txt": FIRST.encode()}, form="papyrus"))
    assert message.startswith("'papyrus' is no form of input; the forms are text, jsonl, json, html,")
    assert "warc" in message
