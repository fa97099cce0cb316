"""A brief on paper: numbered sources, templates of one's own, Word."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import html as lxml_html

from memcon.archive import Archive
from memcon.briefs import compare
from memcon.briefs.document import as_docx
from memcon.briefs.making import UnknownSection, make_brief, make_chronology
from memcon.briefs.page import Brief
from memcon.briefs.rendering import TemplateFault, as_text, shipped_template


@pytest.fixture
def brief(filled: Archive) -> Brief:
    return make_brief(filled, "Kenya", "Uganda")


def test_markdown_numbers_every_sentence_and_lists_every_source(brief: Brief) -> None:
    page = as_text(brief, "markdown")
    assert page.startswith("# Kenya and Uganda\n")
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))
    assert re.search(r"^\[\^1\]: Nation, .*d\d+, sentence \d+, characters \d+–\d+: “.+”", page, re.MULTILINE)
    assert "~~must~~ **should soon**" in page
    assert "## Promises" in page


def test_html_links_each_number_to_its_note_and_loads_nothing(brief: Brief) -> None:
    page = as_text(brief, "html")
    tree = lxml_html.fromstring(page)
    targets = {link.get("href")[1:] for link in tree.xpath("//sup[@class='cited']/a")}
    assert targets
    assert targets <= set(tree.xpath("//ol[@class='notes']/li/@id"))
    assert not tree.xpath("//script | //link | //img | //iframe | //@style | //*[starts-with(name(@*), 'on')]")
    assert "@page" in page
    assert not re.search(r"url\(|https?://(?!www\.w3\.org)", page)


def test_html_escapes_what_reports_say(archive: Archive) -> None:
    from tests.archive.making import Made

    text = "Kenya met Uganda <script>alert(1)</script> in peace."
    made = Made("bad", text, title="<b>bold</b>", url="javascript:alert(1)", published="2021-05-03")
    archive.add(made.event("Kenya", "met", "Uganda", on="2021-05-03").record())
    page = as_text(make_brief(archive, "Kenya", "Uganda"), "html")
    assert "<script>" not in page
    assert "<b>bold" not in page
    assert 'href="javascript' not in page
    markdown = as_text(make_brief(archive, "Kenya", "Uganda"), "markdown")
    assert "\\<script\\>" in markdown


def test_word_has_headings_and_numbers_that_lead_to_the_notes(brief: Brief) -> None:
    raw = as_docx(brief)
    document = docx.Document(io.BytesIO(raw))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert ("Title", "Kenya and Uganda") in styles
    assert [words for style, words in styles if style == "Heading 1"][:2] == ["Last contact", "Standing"]
    xml = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()
    anchors = set(re.findall(r'w:anchor="(\w+)"', xml))
    assert anchors
    assert anchors == set(re.findall(r'w:bookmarkStart [^>]*w:name="(\w+)"', xml))
    assert "w:strike" in xml


def test_word_takes_the_styles_of_a_document_of_ones_own(brief: Brief, tmp_path: Path) -> None:
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs"
    letterhead.add_paragraph("Dear colleague")
    letterhead.save(str(tmp_path / "letterhead.docx"))
    document = docx.Document(io.BytesIO(as_docx(brief, tmp_path / "letterhead.docx")))
    assert document.sections[0].header.paragraphs[0].text == "Ministry of Foreign Affairs"
    assert "Dear colleague" not in [paragraph.text for paragraph in document.paragraphs]
    (tmp_path / "broken.docx").write_bytes(b"no document")
    with pytest.raises(TemplateFault, match="is no Word document"):
        as_docx(brief, tmp_path / "broken.docx")


def test_a_template_of_ones_own(brief: Brief) -> None:
    mine = "{{ brief.title }}: {% for s in brief.sections %}{{ s.name }} {% endfor %}"
    assert as_text(brief, "markdown", mine).startswith(
        "Kenya and Uganda: contact standing positions promises chronology"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ brief.title", "line 1"),
        ("{{ brief.nothing }}", "nothing"),
        ("{{ brief.title.__class__.__mro__ }}", "may not|unsafe"),
        ("{% include '/etc/passwd' %}", "does not run"),
        ("{% for i in range(999999999) %}x{% endfor %}", "does not run"),
        ("{{ brief.sections[99].name }}", "does not run"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "does not run"),
        ("{{ 1 / 0 }}", "division"),
    ],
)
def test_a_template_that_does_not_run_says_why(brief: Brief, template: str, told: str) -> None:
    with pytest.raises(TemplateFault, match=told):
        as_text(brief, "markdown", template)


def test_the_shipped_templates_are_a_start(brief: Brief) -> None:
    for form in ("markdown", "html"):
        assert as_text(brief, form, shipped_template(form)) == as_text(brief, form)


def test_json_has_every_citation_without_the_whole_texts(brief: Brief) -> None:
    found = json.loads(as_text(brief, "json"))
    (first, *_) = found["notes"]
    assert set(first["citation"]) == {"report", "sentence", "start", "end", "text", "item"}
    assert "text" not in first["citation"]["report"]
    assert found["sections"][0]["groups"][0]["items"][0]["sentence"]["citations"]


def test_an_empty_brief_says_what_was_searched(filled: Archive) -> None:
    page = as_text(make_brief(filled, "Norway", "Iceland"), "markdown")
    assert (
        "No contact of Norway and Iceland in the 7 reports of the archive, dated 10 October 2020 to 10 March 2022."
        in page
    )
    assert "[^1]" not in page
    found = make_chronology(filled, "Kenya", types=["ASSAULT"], since="2021-01-01")
    assert "No event on or after 1 January 2021, of type ASSAULT in the 7 reports" in as_text(found, "markdown")


def test_only_the_sections_asked_for(filled: Archive) -> None:
    assert [one.name for one in make_brief(filled, "Kenya", sections=["promises", "contact"]).sections] == [
        "promises",
        "contact",
    ]
    with pytest.raises(UnknownSection, match="the sections are contact, standing"):
        make_brief(filled, "Kenya", sections=["gossip"])


def test_a_comparison_in_every_form(filled: Archive) -> None:
    found = compare(filled.record("d6"), filled.record("d7"), names=("d6", "d7"))
    markdown = as_text(found, "markdown")
    assert "~~must~~ **should soon**" in markdown
    assert "d6, sentence 1, characters 0–" in markdown
    page = as_text(found, "html")
    assert "<del>must</del>" in page
    assert "<ins>should soon</ins>" in page
    assert "should soon" in "\n".join(p.text for p in docx.Document(io.BytesIO(as_docx(found))).paragraphs)


@pytest.mark.parametrize("kind", ["brief", "comparison"])
def test_a_printed_template_stands_alone_with_the_style_that_both_share(kind: str) -> None:
    template = shipped_template("html", kind)
    assert "{% include" not in template
    assert "--paper" in template
