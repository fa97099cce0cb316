"""What the archive tells, as a desk officer would write it; read with the language model as a user's reports are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.archive.making import Made

from memcon import read
from memcon.archive import Archive
from memcon.briefs import chronology, positions
from memcon.language import Parser
from memcon.record import Dated, Document
from memcon.reference.people import offices_of

SENTENCES = [
    (
        "NAIROBI, 3 May 2021 – Kenyan Foreign Minister Raychelle Omamo met Ugandan Foreign Minister Sam Kutesa on "
        "Monday.",
        "KEN",
        "Raychelle Omamo, Minister of Foreign Affairs of Kenya, met Sam Kutesa, Minister of Foreign Affairs of Uganda.",
    ),
    (
        "WARSAW, 4 March 2022 – Poland condemned Russia for its invasion of Ukraine, the Foreign Ministry said.",
        "POL",
        "Poland condemned Russia for its invasion of Ukraine",
    ),
    (
        "TOKYO, 6 June 2023 – Japan and India signed an agreement on semiconductors.",
        "JPN",
        "Japan and India signed an agreement on semiconductors.",
    ),
    (
        "OSLO, 6 June 2023 – Norway will host talks between Colombia and the ELN in Oslo next week.",
        "NOR",
        "Norway will host talks between Colombia and the ELN in Oslo next week.",
    ),
]


@pytest.mark.parametrize(("text", "party", "told"), SENTENCES)
def test_an_event_is_one_short_sentence(text: str, party: str, told: str, archive: Archive, parser: Parser) -> None:
    day = text.split(",")[1].split("–")[0].strip()
    archive.add(read(Document("report", text, published=Dated(*_iso(day), "stated")), parser))
    lines = [line.sentence.text for line in chronology(archive, party).events]
    assert any(line.startswith(told) for line in lines), lines


def _iso(day: str) -> tuple[str, str]:
    from datetime import datetime

    iso = datetime.strptime(day, "%d %B %Y").date().isoformat()
    return iso, iso


def test_who_is_we_in_a_quotation_is_not_put_before_the_verb(archive: Archive, parser: Parser) -> None:
    text = "“We have asked Uganda to reopen the border,” Kenyan President William Ruto said on 3 May 2023."
    archive.add(read(Document("report", text, published=Dated("2023-05-03", "2023-05-03", "stated")), parser))
    for line in chronology(archive, "Kenya").events:
        assert "Ruto have" not in line.sentence.text
        assert "Ruto, President of Kenya, have" not in line.sentence.text


@pytest.mark.parametrize(
    ("text", "party", "told"),
    [
        (
            "NAIROBI, 3 May 2023 – Kenya’s president, William Ruto, visited Uganda on Wednesday for talks.",
            "KEN",
            "William Ruto, President of Kenya, visited Uganda for talks.",
        ),
        (
            "ANKARA, 5 September 2023 – Turkish Foreign Minister Hakan Fidan met his Greek counterpart on Tuesday.",
            "TUR",
            "Hakan Fidan, Minister of Foreign Affairs of Türkiye, met",
        ),
    ],
)
def test_the_day_in_front_is_not_told_again(text: str, party: str, told: str, archive: Archive, parser: Parser) -> None:
    day = text.split(",")[1].split("–")[0].strip()
    archive.add(read(Document("report", text, published=Dated(*_iso(day), "stated")), parser))
    lines = [line.sentence.text for line in chronology(archive, party).events]
    assert any(line.startswith(told) for line in lines), lines
    assert not any("day" in line for line in lines)


def test_an_office_without_a_title_in_the_tables_is_named_all_the_same() -> None:
    (term,) = [one for one in offices_of("Hakan Fidan") if one.office == "foreign_minister"]
    assert not term.title
    assert term.called == "foreign minister"


def test_the_press_is_told_something_and_is_no_occasion(archive: Archive) -> None:
    made = Made("press", "Kenya met Uganda. William Ruto told reporters Uganda was a friend.", published="2021-05-03")
    made.event("Kenya", "met", "Uganda", on="2021-05-03")
    made.says("William Ruto", "told", "Uganda was a friend", occasion="press", to="reporters")
    made.actors["reporters"] = replace(made.actors["reporters"], name="Reporters", kind="group")
    archive.add(made.record())
    (found,) = positions(archive, "Kenya", "Uganda")
    assert (found.label, found.sentence.text) == ("statement", "William Ruto told reporters Uganda was a friend.")
