"""What is a date expression in a report, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from memcon.reading.dates import find


def found(text: str) -> list[str]:
    return [mention.text for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("The ministers met in Vienna on 14 July 2015.", ["14 July 2015"]),
        ("The ministers met in Vienna on July 14, 2015.", ["July 14, 2015"]),
        ("The ministers met on the 14th of July.", ["the 14th of July"]),
        ("Sept. 25: the Secretary-General receives the Foreign Minister.", ["Sept. 25"]),
        ("VIENNA, Tuesday, 14 July 2015 – The talks ended.", ["Tuesday, 14 July 2015"]),
        ("Finland joined NATO on 4/4/2023.", ["4/4/2023"]),
        ("Published 2023-04-04T14:20Z by the Ministry.", ["2023-04-04T14:20Z"]),
        ("Norway has been a UN member since November 1945.", ["November 1945"]),
        ("Ghana sat on the Council for the term of 2022-2023.", ["2022", "2023"]),
        ("The envoy will visit Amman from August 14 to 16.", ["August 14", "16"]),
        ("The envoy visited Amman on 14, 15 and 16 August 2021.", ["14", "15", "16 August 2021"]),
        ("They met in late June, mid-2019 and the early 1990s.", ["late June", "mid-2019", "the early 1990s"]),
        ("Exports fell in the second quarter of 2020.", ["the second quarter of 2020"]),
        ("The wall fell on the night of 9 November 1989.", ["the night of 9 November 1989"]),
        ("He arrived yesterday and will leave on Friday night.", ["yesterday", "Friday night"]),
        ("Two weeks earlier they had met; the next day they parted.", ["Two weeks earlier", "the next day"]),
        ("After three years of talks they meet every week.", ["three years", "every week"]),
        ("Carthage fell in 146 BC, Rome in AD 476.", ["146 BC", "AD 476"]),
        ("The parties signed on Good Friday 1998.", ["Good Friday 1998"]),
        ("Aid doubled in fiscal year 2021.", ["fiscal year 2021"]),
        ("The call began at 6 a.m. on 3 October.", ["6 a.m.", "3 October"]),
        ("The deadline was 9 a.m. Tuesday.", ["9 a.m. Tuesday"]),
        ("Relations soured in the 19th century.", ["the 19th century"]),
        ("Last April the embassy reopened.", ["Last April"]),
    ],
)
def test_date_expressions(text: str, expressions: list[str]) -> None:
    assert found(text) == expressions


@pytest.mark.parametrize(
    "text",
    [
        "He told Fox News Sunday that talks may resume.",
        "Parliament passed the Foreign Relations Act, 2021.",
        "The Council adopted resolution 1325 and recalled resolution 2231.",
        "The G20 met after the 46th session.",
        "See document A/RES/46/230 and S/2021/800.",
        "Djokovic won 6-4, 7-5, 6-3.",
        "A spreadsheet gave the score as 03-Jun, 06-Apr.",
        "More than 1,500 people and 2000 troops took part.",
        "Theresa May said they may march on the embassy.",
        "Prime Minister May met the President.",
        "Call +41 22 917 1234 for accreditation.",
        "The fund received $2015 and EUR 1999.",
        "The second round failed; he was the second to speak.",
        "The Sun reported it, the Sunday Times denied it.",
        "The Arab Spring changed the region; the fall of Kabul did too.",
        "See 50 U.S.C. 1701 for the powers of the President.",
        "The Good Friday Agreement holds.",
        "They walked 1500 metres to the border.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == []


def test_spans_are_the_text() -> None:
    text = "On Monday, 3 May, the “talks” – resumed on 4–6 May 2021 – ended; two days later all was signed."
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text


def test_expressions_are_in_order_and_apart() -> None:
    text = "From 3 to 5 June and between May and July 2021, late on the evening of Friday, 11 June 2021, this year."
    mentions = find(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert len(mentions) == 6
