"""Nothing is printed that the archive does not bear out."""

from __future__ import annotations

import hashlib

import pytest

from memcon.archive import Archive
from memcon.briefs import Report, ReportCitation, Sentence, TableCitation, Unverified
from memcon.briefs.making import make_brief

TEXT = "Kenya met Uganda in Nairobi."
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_sentence_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(Unverified, match="cites nothing"):
        Sentence("Kenya met Uganda.", ())


@pytest.mark.parametrize("nothing", ["d1", None, object()])
def test_what_is_no_citation_is_none(nothing: object) -> None:
    with pytest.raises(Unverified, match="is no citation"):
        Sentence("Kenya met Uganda.", (nothing,))  # type: ignore[arg-type]


def test_a_span_whose_words_are_others_cannot_be_cited() -> None:
    report = Report("d1", TEXT, DIGEST)
    assert ReportCitation(report, 1, 0, 15, "Kenya met Uganda"[:15]).text == "Kenya met Ugand"
    with pytest.raises(Unverified, match="is not there"):
        ReportCitation(report, 1, 0, 16, "Kenya met Rwanda")
    with pytest.raises(Unverified, match="without words"):
        ReportCitation(report, 1, 5, 6, " ")
    with pytest.raises(Unverified):
        ReportCitation(report, 1, 20, 200, TEXT[20:])


def test_a_text_that_is_not_the_archives_cannot_be_cited() -> None:
    with pytest.raises(Unverified, match="not the one that the archive holds"):
        Report("d1", TEXT.replace("Kenya", "Rwanda"), DIGEST)


def test_a_table_is_cited_with_row_and_source() -> None:
    TableCitation("un_members", {"iso3": "KEN"}, "UN roll")
    for row, source in (({}, "UN roll"), ({"iso3": "KEN"}, " ")):
        with pytest.raises(Unverified):
            TableCitation("un_members", row, source)


def test_every_cited_passage_of_a_brief_stands_in_the_archive(filled: Archive) -> None:
    brief = make_brief(filled, "Azerbaijan", "UN")
    texts = dict(filled.connection.execute("SELECT id, text FROM reports"))
    cited = [note.citation for note in brief.notes if isinstance(note.citation, ReportCitation)]
    assert cited
    for citation in cited:
        assert texts[citation.report.id][citation.start : citation.end] == citation.text
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    assert {n for sentence in brief.sentences() for n in brief.numbers_of(sentence)} == {n.number for n in brief.notes}


def test_a_brief_of_a_tampered_archive_is_not_made(filled: Archive) -> None:
    filled.connection.execute("UPDATE versions SET text = replace(text, 'mines', 'hopes') WHERE document = 1")
    with pytest.raises(Unverified):
        make_brief(filled, "Azerbaijan", "UN")
