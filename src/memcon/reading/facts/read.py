"""The facts of a document, gathered clause by clause and noun by noun."""

from __future__ import annotations

from dataclasses import replace

from memcon.reading.context import ActorIndex, Context
from memcon.reading.facts.anniversaries import read_anniversary
from memcon.reading.facts.gapping import repeat_verbs
from memcon.reading.facts.lists import is_group_of_parts, read_examples
from memcon.reading.facts.nouns import read_event, read_hosted, read_office, read_role
from memcon.reading.facts.offices import heads
from memcon.reading.facts.page import Page
from memcon.reading.facts.parties import Parties
from memcon.reading.facts.patterns import patterns
from memcon.reading.facts.resolutions import read_resolutions
from memcon.reading.facts.settling import settled
from memcon.reading.facts.times import Calendar
from memcon.reading.facts.titles import read_titles
from memcon.reading.facts.unsaid import repeat_acts
from memcon.reading.facts.verbs import read_becoming, read_independent, read_verb
from memcon.record import DateExpression, Fact, Statement

_MISSIONS = frozenset({"embassy", "legation", "mission", "commission"})


def read_facts(
    context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...], statements: tuple[Statement, ...]
) -> tuple[Fact, ...]:
    """The facts of a document, in order of their evidence.

    Args:
        context: the document with its parse and clauses.
        actors: its actors; nobody else can be the party of a fact.
        dates: its date expressions, resolved where the text fixes them.
        statements: its statements; a fact told in one names the innermost.
    """
    if not actors.actors:
        return ()
    table = patterns()
    text = context.parsed
    page = Page(
        text,
        context.clauses,
        Parties(text, context.clauses, actors),
        Calendar(context.clauses, dates, context.published),
        table,
        statements,
        context.published,
    )
    for clause in context.clauses.all:
        if clause.kind == "verb" and clause.lemma in table.verbs and clause.lemma not in table.late:
            read_verb(page, clause)
        elif clause.kind == "copula" and text.tokens[clause.head].lemma in _MISSIONS:
            read_becoming(page, clause)
        elif clause.kind == "copula" and clause.lemma == "independent":
            read_independent(page, clause)
    offices = heads()
    relations = table.nouns["relations"].heads
    gatherings = table.nouns["gathering"].heads
    for token in text.tokens:
        if token.pos not in ("NOUN", "PROPN") and token.lower != "general":
            continue
        lemma = token.lemma
        if lemma in table.events:
            read_event(page, token.i)
        if lemma in table.roles:
            read_role(page, token.i)
        if lemma in relations:
            read_anniversary(page, token.i)
        if lemma in gatherings:
            read_hosted(page, token.i)
        if lemma in offices:
            read_office(page, token.i)
        if is_group_of_parts(page, token.i):
            read_examples(page, token.i)
    for actor in actors.actors:
        read_titles(page, actor)
    for clause in context.clauses.all:
        if clause.kind == "verb" and clause.lemma in table.late:
            read_verb(page, clause)  # “took office”: which, the rest of the report tells
    read_resolutions(page)
    repeat_acts(page)
    repeat_verbs(page)
    ordered = sorted(settled(page.facts), key=lambda f: (f.evidence.start, f.evidence.end, f.relation))
    return tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(ordered, 1))
