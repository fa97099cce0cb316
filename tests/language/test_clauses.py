"""Who does what to whom, sentence by sentence."""

from __future__ import annotations

import pytest

from memcon.language import Clause, Clauses, Parser


def clause_of(parser: Parser, sentence: str, word: str) -> tuple[Clauses, Clause]:
    clauses = Clauses(parser.parse(sentence))
    found = [c for c in clauses.all if clauses.text.tokens[c.head].text == word]
    assert len(found) == 1, [clauses.text.tokens[c.head].text for c in clauses.all]
    return clauses, found[0]


ROLES = [
    ("Egypt’s president was invited by Kuwait to visit.", "invited", {"agent": ["Kuwait"], "patient": ["president"]}),
    ("Egypt’s president was invited by Kuwait to visit.", "visit", {"agent": ["president"]}),
    ("The Council urged Moscow to withdraw its troops.", "withdraw", {"agent": ["Moscow"], "patient": ["troops"]}),
    ("Israel threatened Iran to strike Tehran.", "strike", {"agent": ["Israel"], "patient": ["Tehran"]}),
    ("The minister called on Israel to lift the blockade.", "lift", {"agent": ["Israel"], "patient": ["blockade"]}),
    ("China accused Japan of interfering in its affairs.", "interfering", {"agent": ["Japan"], "in": ["affairs"]}),
    ("Norway, which had not recognised the government, sent aid.", "recognised", {"agent": ["Norway"]}),
    ("Troops deployed by Turkey attacked rebels.", "deployed", {"agent": ["Turkey"], "patient": ["Troops"]}),
    ("France condemned and rejected the plan.", "condemned", {"agent": ["France"], "patient": ["plan"]}),
    ("Hungary dropped its veto after being promised funds.", "promised", {"recipient": ["Hungary"]}),
    ("Ukraine was given tanks by Poland.", "given", {"agent": ["Poland"], "recipient": ["Ukraine"]}),
    (
        "Kenya strengthened ties by cooperating with agencies and bodies.",
        "cooperating",
        {"with": ["agencies", "bodies"]},
    ),
    ("Turkey and Greece agreed to resume talks.", "resume", {"agent": ["Turkey", "Greece"], "patient": ["talks"]}),
    ("France is ready to assist Lebanon.", "assist", {"agent": ["France"], "patient": ["Lebanon"]}),
    ("France was critical of Syria.", "critical", {"agent": ["France"], "of": ["Syria"]}),
]


@pytest.mark.parametrize(("sentence", "word", "roles"), ROLES)
def test_roles(parser: Parser, sentence: str, word: str, roles: dict[str, list[str]]) -> None:
    clauses, clause = clause_of(parser, sentence, word)
    got = {role: [clauses.text.tokens[i].text for i in heads] for role, heads in clause.roles.items()}
    assert {role: got.get(role) for role in roles} == roles


STATUS = [
    ("The two sides did not meet.", "meet", "negated"),
    ("No minister met the envoy.", "met", "negated"),
    ("Iran will talk if sanctions are lifted.", "lifted", "conditional"),
    ("Had Iran attacked, Israel would have responded.", "attacked", "conditional"),
    ("Britain had recognised the state.", "recognised", "perfect"),
]


@pytest.mark.parametrize(("sentence", "word", "flag"), STATUS)
def test_what_is_not_plain_fact(parser: Parser, sentence: str, word: str, flag: str) -> None:
    _, clause = clause_of(parser, sentence, word)
    assert getattr(clause, flag)
    plain = {"negated", "conditional"} - {flag}
    assert not any(getattr(clause, other) for other in plain)


TENSES = [
    ("President Ruto will meet and brief the envoy.", "brief", "future"),
    ("President Xi is to visit Paris.", "visit", "future"),
    ("Kenya has met the envoy.", "met", "past"),
    ("Kenya meets the envoy.", "meets", "present"),
]


@pytest.mark.parametrize(("sentence", "word", "tense"), TENSES)
def test_tense(parser: Parser, sentence: str, word: str, tense: str) -> None:
    _, clause = clause_of(parser, sentence, word)
    assert clause.tense == tense


def test_nominal_act(parser: Parser) -> None:
    clauses = Clauses(parser.parse("Talks between France and Germany with Iran were postponed."))
    act = clauses.nominal(0)
    words = [clauses.text.tokens[i].text for i in act.oblique("between")]
    assert words == ["France", "Germany"]
    clauses = Clauses(parser.parse("Russia’s invasion of Ukraine was condemned."))
    invasion = next(t.i for t in clauses.text.tokens if t.text == "invasion")
    act = clauses.nominal(invasion)
    assert [clauses.text.tokens[i].text for i in (*act.agent, *act.oblique("of"))] == ["Russia", "Ukraine"]


def test_light_verb_shares_prepositions(parser: Parser) -> None:
    clauses, clause = clause_of(parser, "Kenya held talks with Somalia in Nairobi.", "held")
    roles = clauses.roles_with_object(clause)
    assert [clauses.text.tokens[i].text for i in roles["with"]] == ["Somalia"]
