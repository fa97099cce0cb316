"""The year of an undated report: worked out where one is left, blank where several are."""

from __future__ import annotations

from memcon.language import Parser
from memcon.reading import read
from memcon.record import Document


def test_who_held_office_leaves_one_year(parser: Parser) -> None:
    text = (
        "On Friday, September 27, Secretary-General Jens Stoltenberg of NATO met British Prime Minister Keir Starmer. "
        "Finland joined NATO on April 4, 2023."
    )
    published = read(Document("x", text), parser).document.published
    assert published is not None
    assert (published.start, published.basis) == ("2024-01-01", "inferred")
    assert published.why is not None
    assert "Starmer" in published.why


def test_several_years_leave_it_blank(parser: Parser) -> None:
    text = "On March 3, French President Emmanuel Macron met Chinese President Xi Jinping."
    assert read(Document("x", text), parser).document.published is None


def test_a_dateline_gives_the_day_in_the_year_worked_out(parser: Parser) -> None:
    text = (
        "TALLINN, Sept. 12 -- Estonian Prime Minister Kaja Kallas met Swedish Prime Minister Magdalena Andersson in "
        "Tallinn on Monday."
    )
    record = read(Document("x", text), parser)
    published = record.document.published
    assert published is not None
    assert (published.start, published.end, published.basis) == ("2022-09-12", "2022-09-12", "inferred")
    assert published.text is not None
    assert published.text.text == "Sept. 12"
    (met,) = (event for event in record.events if event.type == "CONSULT")
    assert met.date is not None
    assert met.date.start == "2022-09-12"
