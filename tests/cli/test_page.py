"""The page: what stands on it, in every width, in a pipe, without colours, in ASCII."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from memcon.cli.page.facts import verdicts
from memcon.cli.page.sections import page
from memcon.record import (
    Actor,
    Check,
    Citation,
    Coverage,
    Dated,
    Document,
    Event,
    Fact,
    MadeBy,
    Mention,
    Office,
    Record,
    Span,
    Statement,
)

TEXT = (
    "Estonian President Alar Karis met Finnish President Alexander Stubb in Helsinki on March 5, BNS reported.\n\n"
    "They discussed the Baltic Sea. Karis thanked Finland. He will visit Sweden next week.\n\n"
    "“We are neighbours,” he said in a letter to Stubb.\n\n"
    "Estonia joined the UN on September 18, 1991. Finland opened its embassy in Tallinn in 1991. The sea was calm."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


DAY = Dated("2024-03-05", "2024-03-05", "stated", at("March 5"))
WEEK = Dated("2024-03-11", "2024-03-17", "stated", at("next week"))
LETTER = Dated("2024-02-28", "2024-02-28", "context")


def an_event(
    id: str,
    type: str,
    whom: str,
    clause: str,
    predicate: str,
    date: Dated | None,
    status: str = "happened",
    **more: Any,
) -> Event:
    """Something that Alar Karis does."""
    background = more.pop("background", False)
    evidence = at(clause)
    start = evidence.start + clause.index(predicate)
    word = Span.of(TEXT, start, start + len(predicate))
    cameo = more.pop("cameo", None)
    return Event(id, type, cameo, "VCOOP", ("karis",), (whom,), status, background, date, word, evidence, **more)


def named(*clauses: str) -> tuple[Mention, ...]:
    """The first word of each of these clauses as a mention."""
    starts = ((at(clause).start, clause.split()[0]) for clause in clauses)
    return tuple(Mention(start, start + len(word), word, "name") for start, word in starts)


@pytest.fixture
def record() -> Record:
    in_office = Check("supported", "in office since 2021")
    office = Office("President", "Estonia", None, in_office)
    karis = named("Karis met", "They discussed", "Karis thanked", "He will")
    actors = (
        Actor("karis", "Alar Karis", "person", "ESTGOV", "EST", (), (office,), karis),
        Actor("stubb", "Alexander Stubb", "person", "FINGOV", "FIN", (), (Office("President", "Finland"),)),
        Actor("fin", "Finland", "state", "FIN", "FIN"),
        Actor("swe", "Sweden", "state", "SWE", "SWE"),
        Actor("est", "Estonia", "state", "EST", "EST"),
        Actor("un", "United Nations", "organization", "IGOUNO"),
        Actor("bns", "BNS", "organization"),
        Actor("they", "neighbours", "group"),
        Actor("me", "Anna Tamm", "person"),
    )
    events = (
        an_event("e1", "CONSULT", "stubb", TEXT[: TEXT.index(", BNS")], "met", DAY, reported_by=("bns",)),
        an_event("e2", "CONSULT", "stubb", "They discussed the Baltic Sea", "discussed", DAY, part_of="e1"),
        an_event("e3", "SUPPORT", "fin", "Karis thanked Finland", "thanked", DAY, part_of="e1", cameo="051"),
        an_event(
            "e4",
            "AGREE",
            "swe",
            "He will visit Sweden next week",
            "visit",
            WEEK,
            "planned",
            act="CONSULT",
            mode="visit",
        ),
        an_event("e5", "SUPPORT", "stubb", "in a letter to Stubb", "letter", LETTER, background=True),
        an_event("e6", "CONSULT", "fin", "The sea was calm", "was", None),
    )
    words = at("We are neighbours")
    said = Statement(
        "s1", "karis", at("he"), at("said"), words, (words,), "direct", ("bns",), "stubb", "letter", LETTER
    )
    admitted = at("Estonia joined the UN on September 18, 1991")
    citation = Citation("un_members", {"iso3": "EST"}, "United Nations member states")
    wrong = Check("contradicted", "admitted on 17 September 1991", (citation,))
    embassy = at("Finland opened its embassy")
    unknown = Check("not_covered", "no table of missions")
    president = at("Estonian President Alar Karis")
    facts = (
        Fact("f1", "admitted_to", "est", "un", "1991-09-18", "1991-09-18", admitted, wrong),
        Fact("f2", "opened_mission", "fin", "est", "1991-01-01", "1991-12-31", embassy, unknown, "embassy"),
        Fact("f3", "holds_office", "karis", "est", None, None, president, in_office, "President"),
    )
    document = Document("report.txt", TEXT, byline="Anna Tamm", published=Dated("2024-03-06", "2024-03-06", "stated"))
    return Record(
        document, MadeBy("0", "model"), actors, (), (said,), events, facts, Coverage(8, (at("The sea was calm."),))
    )


def printed(record: Record, width: int = 100, *, full: bool = False, **how: object) -> str:
    sink = io.StringIO()
    console = Console(file=sink, width=width, highlight=False, markup=False, emoji=False, **how)  # type: ignore[arg-type]
    console.print(page(record, console, full=full))
    return sink.getvalue()


def test_every_section_says_what_the_record_holds(record: Record) -> None:
    text = "\n".join(line.rstrip() for line in printed(record).splitlines())
    assert (
        text
        == """\
report.txt
by Anna Tamm · published 6 Mar 2024
6 events, 1 statement, 3 facts: ✓ 1 supported  ✗ 1 contradicted  · 1 not covered

WHAT HAPPENED
  5 Mar 2024        Alar Karis (EST) ↔ Alexander Stubb (FIN) · talks
                    “met Finnish President Alexander Stubb in Helsinki on March 5” (according to
                    BNS)
                    ├ talks
                    │ “discussed the Baltic Sea”
                    └ Alar Karis → Finland · praise
                      “thanked Finland”
                    Alar Karis (EST) ↔ Finland · talks
                    “The sea was calm”

AHEAD
  11–17 Mar 2024    Alar Karis (EST) → Sweden · planned visit
                    “will visit Sweden next week”

WHO SAID WHAT
  Alar Karis said to Alexander Stubb (letter · 28 Feb 2024 · by way of BNS)
    “We are neighbours”

TOLD IN PASSING
  18 Sep 1991       ✗ Estonia was admitted to the United Nations
                      admitted on 17 September 1991
  1991              · Finland opened its embassy in Estonia (no table of missions)
  28 Feb 2024         Alar Karis (EST) → Alexander Stubb (FIN) · support
                      “in a letter to Stubb”

WHO IS WHO
  Alar Karis       President, Estonia ✓  ESTGOV
  Alexander Stubb  President, Finland  FINGOV
  States: Finland FIN, Sweden SWE, Estonia EST
  Bodies: United Nations IGOUNO, BNS

NOT READ
  1 of 8 sentences gave nothing; --full shows it"""
    )


@pytest.mark.parametrize(
    ("status", "section"),
    [("denied", "DENIED, OR DID NOT HAPPEN"), ("hypothetical", "AHEAD"), ("alleged", "WHAT HAPPENED")],
)
def test_what_did_not_happen_stands_apart(record: Record, status: str, section: str) -> None:
    refused = replace(record.events[0], id="r", type="REJECT", act="COERCE", mode=None, status=status)
    above = printed(replace(record, events=(refused,))).partition("refusal of coercion")[0]
    assert [line for line in above.splitlines() if line.isupper()][-1] == section


def test_a_full_page_shows_whole_clauses_and_what_was_not_read(record: Record) -> None:
    text = printed(record, full=True)
    assert "“Karis thanked Finland”" in text
    assert "1 of 8 sentences gave nothing:\n" in re.sub(r" +\n", "\n", text)
    assert "- The sea was calm." in text
    assert "The sea was calm." not in printed(record)


def test_a_long_page_counts_what_it_leaves_out(record: Record) -> None:
    met = record.events[0]
    many = replace(record, events=tuple(replace(met, id=f"m{number}") for number in range(60)))
    assert "35 more events: --full shows them" in printed(many)
    assert printed(many).count("Alar Karis (EST) ↔") == 25
    assert printed(many, full=True).count("Alar Karis (EST) ↔") == 60


@pytest.mark.parametrize("width", [40, 50, 63, 64, 80, 110])
def test_no_line_is_wider_than_the_terminal(record: Record, width: int) -> None:
    lines = printed(record, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    words = " ".join(" ".join(lines).replace("│", "").split())
    assert "Alar Karis (EST) ↔ Alexander Stubb (FIN) · talks" in words
    assert "“met Finnish President Alexander Stubb in Helsinki on March 5” (according to BNS)" in words
    assert "✗ Estonia was admitted to the United Nations" in words


def test_colours_only_where_there_are_colours(record: Record) -> None:
    assert "\x1b[" in printed(record, force_terminal=True, color_system="truecolor", _environ={})
    plain = printed(record, force_terminal=True, _environ={"NO_COLOR": "1", "TERM": "xterm-256color"})
    assert not re.search(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7])", plain)
    assert "\x1b[" not in printed(record)


def test_plain_signs_where_the_encoding_has_no_others(record: Record) -> None:
    class Ascii(io.StringIO):
        encoding = "ascii"  # type: ignore[assignment]

    sink = Ascii()
    console = Console(file=sink, width=80, highlight=False, markup=False)
    console.print(page(record, console))
    text = sink.getvalue()
    text.encode("ascii")
    assert '"We are neighbours"' in text
    assert "x Estonia was admitted" in text


def test_a_text_cannot_command_the_terminal(record: Record) -> None:
    hostile = "\x1b]0;gotcha\x07 [red]met[/red] \u202e :smile:"
    text = f"{hostile} met"
    everything = Span.of(text, 0, len(text))
    event = Event("e", "CONSULT", None, "VCOOP", (), (), "happened", False, None, everything, everything)
    shown = printed(Record(Document(hostile, text, title=hostile), MadeBy("0", "m"), events=(event,)))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[red]met[/red]" in shown
    assert ":smile:" in shown


def test_an_empty_record_says_so() -> None:
    empty = Record(Document("a", "Hello."), MadeBy("0", "model"), coverage=Coverage(1, (Span(0, 6, "Hello."),)))
    text = printed(empty)
    assert "Nothing was found in this text" in text
    assert "day of publication unknown: give it with --published" in text


def test_verdicts_for_programs(record: Record) -> None:
    first, second, third = verdicts(record)
    assert first["verdict"] == "contradicted"
    assert (first["document"], first["subject"], first["object"]) == ("report.txt", "Estonia", "United Nations")
    assert first["evidence"]["text"] == "Estonia joined the UN on September 18, 1991"
    assert first["citations"][0]["row"] == {"iso3": "EST"}
    assert [line["verdict"] for line in (second, third)] == ["not_covered", "supported"]
