"""PDF readouts: columns, running heads, hyphens, page breaks, and the page of each passage."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from tests.sources.conftest import Read, only, said
from tests.sources.made import column, pdf

LEFT = [
    "The foreign ministers of Estonia and Finland met in",
    "Tallinn on Tuesday and discussed the secu-",
    "rity of the Baltic Sea and cooperation in counter-",
    "terrorism. Both sides praised the co-",
    "operation so far and agreed to meet again in May.",
]
RIGHT = [
    "Margus Tsahkna thanked his Finnish colleague for the",
    "support of her government. Elina Valtonen invited him",
    "to visit Helsinki, where the prime ministers of both",
    "countries are to sign a memorandum of understanding",
    "on the security of cables on the bed of the sea.",
]
HEAD = (60.0, 805.0, 8.0, "Ministry of Foreign Affairs | Press release")


def foot(number: int) -> tuple[float, float, float, str]:
    return (280.0, 30.0, 8.0, f"Page {number} of 3")


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    pairs = zip_longest(column(60, 700, LEFT), column(320, 700, RIGHT))
    title = (60.0, 750.0, 18.0, "Ministers meet in Tallinn to discuss the Baltic Sea")
    document = only(read({"a.pdf": pdf([[title, *(line for pair in pairs for line in pair if line)]])}))
    assert document.text == (
        "Ministers meet in Tallinn to discuss the Baltic Sea\n\n"
        "The foreign ministers of Estonia and Finland met in Tallinn on Tuesday and discussed the security of the "
        "Baltic Sea and cooperation in counter-terrorism. Both sides praised the cooperation so far and agreed to meet "
        "again "
        "in May.\n\n"
        "Margus Tsahkna thanked his Finnish colleague for the support of her government. Elina Valtonen invited him to "
        "visit Helsinki, where the prime ministers of both countries are to sign a memorandum of understanding on the "
        "security of cables on the bed of the sea."
    )
    assert document.title == "Ministers meet in Tallinn to discuss the Baltic Sea"
    assert document.media_type == "application/pdf"
    assert document.published is None


def test_three_columns_whose_lines_do_not_meet(read: Read) -> None:
    columns = [textwrap.wrap(" ".join(part).replace("- ", ""), 30) for part in (LEFT, RIGHT, LEFT)]
    words = [(60.0, 770.0, 16.0, "Ministers meet in Tallinn")]
    for number, lines in enumerate(columns):
        words += column(50 + 175 * number, 730 - 3 * number, lines, 9)
    document = only(read({"a.pdf": pdf([sorted(words, key=lambda word: (-word[1], word[0]))])}))
    assert document.text.split("\n\n") == ["Ministers meet in Tallinn", *(" ".join(lines) for lines in columns)]


def test_a_table_in_a_text_is_read_row_by_row(read: Read) -> None:
    rows = [("Estonia", "Margus Tsahkna"), ("Latvia", "Baiba Braže".replace("ž", "z")), ("Finland", "Elina Valtonen")]
    words = [*column(60, 760, LEFT), *column(60, 600, RIGHT)]
    for number, (state, name) in enumerate(rows):
        words += [(60.0, 680.0 - 14 * number, 10.0, state), (200.0, 680.0 - 14 * number, 10.0, name)]
    text = only(read({"a.pdf": pdf([words])})).text
    assert "Estonia Margus Tsahkna" in text
    assert "Finland Elina Valtonen" in text


def test_a_sentence_goes_on_over_the_page_and_heads_do_not_come_between(read: Read) -> None:
    pages = [
        [HEAD, *column(60, 700, [*LEFT[:3], "terrorism. The prime ministers of both countries are"]), foot(1)],
        [HEAD, *column(60, 740, ["expected to sign a memorandum in Helsinki in May."]), foot(2)],
        [HEAD, *column(60, 740, RIGHT), foot(3)],
    ]
    document = only(read({"a.pdf": pdf(pages, "Readout of the talks in Tallinn")}))
    assert (
        "The prime ministers of both countries are expected to sign a memorandum in Helsinki in May." in document.text
    )
    assert "Press release" not in document.text
    assert "Page" not in document.text
    assert document.title == "Readout of the talks in Tallinn"
    by_page = {passage.page: document.text[passage.start : passage.end] for passage in document.original}
    assert sorted(page for page in by_page if page) == [1, 2, 3]
    assert by_page[2].strip().startswith("expected to sign")
    assert by_page[3].startswith("Margus Tsahkna")
    assert [passage.start for passage in document.original] == sorted(passage.start for passage in document.original)


def test_paragraphs_are_kept_apart(read: Read) -> None:
    lines = [*column(60, 700, LEFT), *column(60, 600, RIGHT)]
    assert only(read({"a.pdf": pdf([lines])})).text.count("\n\n") == 1


def test_what_cannot_be_read_is_said(read: Read) -> None:
    assert said(read({"scan.pdf": pdf([[]])})) == (
        "has no text, only pictures of it; run it through text recognition (OCR) first"
    )
    assert said(read({"broken.pdf": b"%PDF-1.4\nnothing"})) == "is a damaged PDF that cannot be opened"
    assert said(read({"long.pdf": pdf([[]] * 501)})) == "has 501 pages; a PDF may have 500; split it into its reports"
