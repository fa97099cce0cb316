"""The lexicon's files: what is shipped is sound, one's own comes first, a mistake is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.ontology import TYPES, cameo_codes, types
from memcon.ontology.lexicon import LexiconError, lexicon
from memcon.ontology.lexicon.load import build, shipped

ENTRY = """type = "SUPPORT"

[[entry]]
words = "hail, roll out red carpet for"
target = "patient, for"
needs = "both"
cameo = "051"
example = "<Serbia> hailed [China]."
"""


def test_the_shipped_lexicon_has_words_for_every_type() -> None:
    shipped_words = lexicon()
    assert len(shipped_words) > 3000
    assert {entry.type for entry in shipped_words.entries} == set(TYPES)
    assert all(entry.cameo in cameo_codes() for entry in shipped_words.entries)


def test_modes_are_those_of_plover() -> None:
    strange = [(e.file, e.line, e.mode) for e in lexicon().entries if e.mode and e.mode not in types()[e.type].modes]
    assert strange == []


def test_no_phrase_stands_twice_in_one_entry() -> None:
    twice = [
        (entry.file, entry.line, phrase.text)
        for entry in lexicon().entries
        for phrase in set(entry.phrases)
        if [p.text for p in entry.phrases].count(phrase.text) > 1
    ]
    assert twice == []


def test_ones_own_file_comes_first(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(ENTRY.replace("SUPPORT", "ACCUSE").replace("051", "111"), "utf-8")
    both = lexicon(str(mine))
    assert next(entry.type for _, entry in both.verbs["hail"]) == "ACCUSE"
    assert len(both.entries) == len(lexicon().entries) + 1
    assert both.digest != lexicon().digest


def test_a_class_of_ones_own_can_be_named(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        ENTRY.replace('needs = "both"', 'object = "@vessel"') + '\n[classes]\nvessel = "canoe, @weapons"\n', "utf-8"
    )
    (entry,) = (e for e in lexicon(str(mine)).entries if e.file == str(mine))
    assert entry.object.passes("canoe", ())
    assert entry.object.passes("missile", ())
    assert not entry.object.passes("house", ())


MISTAKES = [
    ('cameo = "051"', 'cameo = "951"', 7, "cameo = '951' is not a CAMEO code"),
    ('needs = "both"', 'needs = "all"', 6, "needs = 'all' is not one of source, target, both, any, none"),
    ('needs = "both"', 'need = "both"', 6, "unknown key 'need'"),
    ('target = "patient, for"', 'target = "patient, whom"', 5, "target slot 'whom' is not one of"),
    ('target = "patient, for"', 'object = "@comets"', 5, "no noun class @comets"),
    ('type = "SUPPORT"', 'type = "PRAISE"', 1, "type = 'PRAISE' is not one of AGREE"),
    ('type = "SUPPORT"', "", 3, "no type"),
    ("[[entry]]", "[entry]", 3, "write [[entry]], with two brackets"),
    ('words = "hail, roll out red carpet for"', "words = 5", 4, "words must be a string"),
    ('words = "hail, roll out red carpet for"', 'words = ""', 4, "an entry needs words"),
    ('needs = "both"', 'mode = "aerial"', 6, "mode = 'aerial' stands in a type that has none"),
    ('needs = "both"', 'alone = "yes"', 6, "alone must be true or false"),
    ('needs = "both"', 'status = "done"', 6, "status = 'done' is not one of happened"),
    ('needs = "both"', 'context = "weather"', 6, "PLOVER has no context 'weather'"),
    ('needs = "both"', "needs = both", 6, "not TOML"),
    ('type = "SUPPORT"', 'type = "SUPPORT"\nentries = 1', 2, "unknown table or key 'entries'"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "said"), MISTAKES, ids=[row[1] or "no type" for row in MISTAKES])
def test_a_mistake_is_named_with_its_line(right: str, wrong: str, line: int, said: str) -> None:
    with pytest.raises(LexiconError) as problem:
        build([("my.toml", ENTRY.replace(right, wrong)), *shipped()])
    assert problem.value.line == line
    assert str(problem.value).startswith(f"my.toml:{line}: ")
    assert said in str(problem.value)
