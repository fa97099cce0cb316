"""A sentence with two parties marked, [source] and <target>, and the relation it must yield."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from memcon.reading.dyads import classify, second_opinions

SENTENCES = [
    ("ACCUSE", "[Norway] condemned <Russia>'s annexation of Crimea."),
    ("ACCUSE", "[The Hague prosecutors] indicted <the former commander> for war crimes."),
    ("AGREE", "[Sweden] said it was ready to send medical teams to <Ukraine>."),
    ("AGREE", "[The Brazilian foreign minister] will visit <Uruguay> on 4 March."),
    ("AID", "[The World Food Programme] delivered flour to <families in Gaza>."),
    ("ASSAULT", "[Insurgents] shelled <an army base near Maiduguri> overnight."),
    ("COERCE", "[Police in Nairobi] detained <eleven demonstrators>."),
    ("CONSULT", "[Secretary of State Kerry] met <Foreign Minister Zarif> in Vienna."),
    ("COOPERATE", "[India] and <France> held a joint naval exercise off Goa."),
    ("MOBILIZE", "[Greece] put its navy on alert after <Turkey> sent a survey ship."),
    ("PROTEST", "[Thousands of farmers] marched against <the new levy> in The Hague."),
    ("REJECT", "[Finland] turned down a request from <Hungary>."),
    ("REQUEST", "[The European Union] urged <Belarus> to free political prisoners."),
    ("SANCTION", "[Canada] expelled <four Russian diplomats>."),
    ("SUPPORT", "[Chile] recognised <the State of Palestine> in 2011."),
    ("THREATEN", "[Washington] threatened to impose tariffs on <Mexico>."),
    ("RETREAT", "[Colombia's FARC] released <two captured policemen>."),
]


def row(marked: str) -> dict[str, object]:
    spans = {}
    text = ""
    for piece in re.split(r"([\[\]<>])", marked):
        if piece in ("[", "<"):
            spans[piece] = len(text)
        elif piece in ("]", ">"):
            opened = "[" if piece == "]" else "<"
            spans[opened] = [spans[opened], len(text)]
        else:
            text += piece
    return {"id": marked, "text": text, "source": spans["["], "target": spans["<"]}


@pytest.fixture(scope="module")
def answers(parser):
    return {a.id: a for a in classify([row(s) for _, s in SENTENCES], parser)}


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_the_relation_between_two_marked_parties(answers, kind, sentence):
    answer = answers[sentence]
    assert answer.type == kind
    assert 0.0 < answer.confidence <= 1.0


def test_the_code_is_the_lexicons_where_it_agrees(answers):
    by_type = {kind: answers[sentence] for kind, sentence in SENTENCES}
    assert by_type["THREATEN"].cameo.startswith("13")
    assert by_type["THREATEN"].quad == "VCONF"
    assert by_type["AID"].cameo.startswith("07")
    assert by_type["AID"].quad == "MCOOP"


def test_names_do_not_decide(parser):
    said = "[{}] criticised <{}> over the dam."
    pairs = [("Egypt", "Ethiopia"), ("Ethiopia", "Egypt"), ("Norway", "Denmark")]
    assert {a.type for a in classify([row(said.format(*p)) for p in pairs], parser)} == {"ACCUSE"}


def test_a_span_that_marks_no_word_is_said_so(parser):
    bad = [
        {"id": 1, "text": "Chad thanked Mali.", "source": [0, 4], "target": [40, 44]},
        {"id": 2, "text": "Chad thanked Mali.", "source": [4, 4], "target": [13, 17]},
        {"id": 3, "text": "Chad thanked Mali.", "source": None, "target": [13, 17]},
        {"id": 4, "text": "", "source": [0, 1], "target": [0, 1]},
        {"id": 5, "text": None, "source": [0, 1], "target": [0, 1]},
        {"id": 6, "text": "Chad thanked Mali.", "source": [0, 4], "target": [13, 17]},
    ]
    found = list(classify(bad, parser))
    assert [a.id for a in found] == [1, 2, 3, 4, 5, 6]
    assert all(a.type is None and a.error for a in found[:5])
    assert found[5].type == "SUPPORT"
    assert found[5].error is None


def test_damaged_text_is_answered(parser):
    text = "“██ ​Chad  😀 blamed\n\nMali”"
    spans = {"source": [text.index("Chad"), text.index("Chad") + 4], "target": [text.index("Mali"), len(text) - 1]}
    assert next(classify([{"id": "x", "text": text, **spans}], parser)).error is None


def test_one_span_inside_the_other_is_answered(parser):
    inside = {"id": "x", "text": "The Kenyan police arrested him.", "source": [0, 17], "target": [4, 10]}
    assert next(classify([inside], parser)).error is None


def test_a_second_opinion_on_one_predicate(parser):
    parsed = parser.parse("Norway lambasted Russia for jamming its satellites.")
    at = {token.text: token.i for token in parsed.tokens}
    [opinion] = second_opinions(parsed, [(at["lambasted"], at["Norway"], at["Russia"])])
    assert opinion.type == "ACCUSE"
    assert opinion.chance > 0.5
    assert sum(opinion.chances.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "said",
    ["Norway lies to the west of Russia.", "Norway lost to Russia."],
)
def test_where_nothing_is_done_the_second_opinion_says_so(parser, said):
    parsed = parser.parse(said)
    at = {token.text: token.i for token in parsed.tokens}
    [opinion] = second_opinions(parsed, [(1, at["Norway"], at["Russia"])])
    assert opinion.type is None


def test_sentences_that_were_not_trained_on(parser):
    """A floor for ``tests/texts/dyads.txt``: raised when the classifier gets better."""
    rows, wanted = [], []
    kind = ""
    for line in Path("tests/texts/dyads.txt").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            kind = heading[1]
        elif line and not line.startswith("#"):
            rows.append(row(line))
            wanted.append(kind)
    found = ["YIELD" if a.type in ("RETREAT", "CONCEDE") else a.type for a in classify(rows, parser)]
    wrong = [f"{w} {f} {r['text']}" for w, f, r in zip(wanted, found, rows, strict=True) if w != f]
    assert len(rows) > 100
    assert 1 - len(wrong) / len(rows) >= 0.80, "\n".join(wrong)
