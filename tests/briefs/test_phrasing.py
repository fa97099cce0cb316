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


def _lines(archive: Archive, parser: Parser, party: str, *reports: tuple[str, str]) -> list[str]:
    """The chronology of a party as lines of text, of reports with their days."""
    for number, (day, text) in enumerate(reports):
        archive.add(read(Document(f"report {number}", text, published=Dated(day, day, "stated")), parser))
    return [
        f"{line.day} {line.label}: {line.sentence.text}" + "".join(f" / {part.text}" for part in line.parts)
        for line in chronology(archive, party).events
    ]


def test_a_source_without_a_name_is_told_as_one(archive: Archive, parser: Parser) -> None:
    text = (
        "NAIROBI, 3 March 2024 – Kenyan Foreign Minister Musalia Mudavadi met Ethiopian Foreign Minister Taye Atske "
        "Selassie in Nairobi on Sunday, a Western diplomat said on condition of anonymity."
    )
    [line] = _lines(archive, parser, "Ethiopia", ("2024-03-03", text))
    assert line.endswith(", according to a Western diplomat on condition of anonymity.")


def test_what_two_did_and_agreed_is_told_of_both(archive: Archive, parser: Parser) -> None:
    text = (
        "CAIRO, 14 February 2024 – Turkish President Recep Tayyip Erdoğan met Egyptian President Abdel Fattah el-Sisi "
        "in Cairo. Erdoğan and el-Sisi discussed the war in Gaza and agreed to raise trade to 15 billion dollars."
    )
    lines = " ".join(_lines(archive, parser, "Egypt", ("2024-02-14", text)))
    assert "Recep Tayyip Erdoğan and Abdel Fattah el-Sisi discussed the war in Gaza and agreed to raise trade" in lines
    assert "Erdoğan agreed" not in lines
    assert " towards " not in lines


def test_a_meeting_that_was_announced_and_held_stands_once(archive: Archive, parser: Parser) -> None:
    lines = _lines(
        archive, parser, "Uganda",
        ("2024-03-01", "Kenya’s William Ruto will visit Uganda’s Yoweri Museveni in Entebbe on 7 March 2024."),
        ("2024-03-08", "Kenya’s William Ruto met Uganda’s Yoweri Museveni in Entebbe on 7 March 2024."),
        ("2024-03-09", "Kenya’s William Ruto will visit Uganda’s Yoweri Museveni in Kampala in May 2024."),
    )  # fmt: skip
    assert [line[:10] for line in lines] == ["2024-03-07", "2024-05-01"]
    assert " / Announced on 1 March 2024: William Ruto will visit" in lines[0]
    assert "planned" in lines[1]


def test_a_title_that_says_little_gives_way_to_the_office_of_the_tables(archive: Archive, parser: Parser) -> None:
    text = (
        "ANKARA, 13 May 2024 – Greek Foreign Minister George Gerapetritis met Minister Fidan. Türkiye thanked Greece."
    )
    [line, *_] = _lines(archive, parser, "Greece", ("2024-05-13", text))
    assert "Minister of Türkiye" not in line


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Türkiye rejected accusations by Greece on 9 April 2024.", "refusal"),
        ("Kenya asked Uganda for aid on 9 April 2024.", "request for"),
        ("Kenya threatened to attack Uganda on 9 April 2024.", "threat of"),
    ],
)
def test_a_label_is_plain_english(text: str, label: str, archive: Archive, parser: Parser) -> None:
    party = "Kenya" if "Kenya" in text else "Greece"
    lines = _lines(archive, parser, party, ("2024-04-10", text))
    labels = [line[11:].partition(": ")[0] for line in lines]
    assert labels, text
    assert all(one == label or one.startswith(f"{label} ") for one in labels), lines
