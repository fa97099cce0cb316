"""Word-processor files: what they say when all changes are accepted."""

from __future__ import annotations

from tests.sources.conftest import Read, only, said
from tests.sources.made import FIRST, SECOND, docx, zipped


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_changes_and_tables(read: Read) -> None:
    body = (
        f"<w:p>{run(FIRST[:30])}{run(FIRST[30:])}</w:p><w:p/>"
        f"<w:p><w:r><w:t>Valtonen </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del>"
        f"<w:ins>{run('agreed')}</w:ins>{run(' to meet.')}<w:r><w:br/></w:r>{run('In May.')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Estonia')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('joined in 2004')}</w:p></w:tc></w:tr></w:tbl>"
    )
    core = "<dc:title>Readout of the talks</dc:title><dc:creator>Anna Tamm</dc:creator>"
    document = only(read({"a.docx": docx(body, core)}, published="2024-03-06"))
    assert document.text == f"{FIRST}\n\nValtonen agreed to meet.\nIn May.\n\nEstonia | joined in 2004"
    assert (document.title, document.byline) == ("Readout of the talks", "Anna Tamm")
    assert document.published is not None
    assert document.published.start == "2024-03-06"


def raised(text: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{text}</w:t></w:r>'


def test_the_numbers_of_notes_are_no_part_of_the_words(read: Read) -> None:
    body = (
        f"<w:p>{run('Valtonen met Sikorski in Helsinki.')}{raised('39')}{run(' The 1')}{raised('st')}{run(' talks')}"
        f"<w:r><w:endnoteReference w:id='2'/></w:r>{run(' took place in a hall of 200 m')}{raised('2')}{run('.')}</w:p>"
    )
    assert only(read({"a.docx": docx(f"{body}<w:p>{run(SECOND)}</w:p>")})).text == (
        f"Valtonen met Sikorski in Helsinki. The 1st talks took place in a hall of 200 m2.\n\n{SECOND}"
    )


def test_it_is_known_by_its_content(read: Read) -> None:
    raw = docx(f"<w:p>{run(FIRST)}</w:p><w:p>{run(SECOND)}</w:p>")
    assert only(read({"attachment": raw})).text == f"{FIRST}\n\n{SECOND}"


def test_a_word_processors_defaults_are_no_title(read: Read) -> None:
    core = "<dc:title>Document1</dc:title><dc:creator>user1</dc:creator>"
    document = only(read({"a.docx": docx(f"<w:p>{run(FIRST)}</w:p>", core)}))
    assert (document.title, document.byline) == (None, None)


def test_other_office_files_are_named(read: Read) -> None:
    assert said(read({"a.xlsx": zipped({"xl/workbook.xml": "<a/>"})})) == "is a spreadsheet; save the sheet as .csv"
    assert said(read({"a.odt": zipped({"mimetype": "x", "content.xml": "<a/>"})})) == (
        "is an OpenDocument file; save it as .docx"
    )
    assert said(read({"a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})) == (
        "is an old office document, not text; save it as .docx"
    )
