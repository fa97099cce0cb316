"""A verb told once for several, each with its own day: “Ireland joined the Union in 1973 and Malta in 2004”."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.reading.facts.page import Page
from memcon.reading.facts.placing import Placed
from memcon.record import Fact

_JOINTS = frozenset({",", "and", "but", "while", "then", "later", "by", "followed", "also", "the", "both"})
_DAYS = frozenset({"in", "on", "since", "from"})
_LASTING = frozenset({"member_of", "observer_at", "chairs", "part_of", "cooperates_with", "party_to", "holds_office"})
# What is said of a subject even where both parties are states.  “Recognised Kosovo in 2008 and South Sudan in 2011”
# goes on with the object, “recognised it in 2008 and Japan in 2009” with the subject: of those nothing is said.
_OF_SUBJECTS = frozenset(
    {"independent_from", "admitted_to", "acceded_to", "withdrew_from", "ratified", "signed", "applied_to", "member_of",
     "suspended_from", "reinstated_in", "observer_at", "elected_to"}
)  # fmt: skip


def repeat_verbs(page: Page) -> None:
    """Tells each dated fact again of those who stand behind its day with a day of their own and no verb."""
    starts = {p.first: p for here in page.calendar.by_sentence.values() for p in here if p.expression.first}
    if not starts:
        return
    for fact in tuple(page.facts):
        if fact.date_text is None or fact.negated or fact.status != "happened":
            continue
        last = page.text.tokens_within(fact.date_text.start, fact.date_text.end)[-1]
        for first, actors, placed, joint in _behind(page, last, starts):
            _repeat(page, fact, first, actors, placed, followed=joint)


def _behind(page: Page, last: int, starts: dict[int, Placed]) -> Iterator[tuple[int, tuple[str, ...], Placed, bool]]:
    """The groups “and Malta in 2004” after a token: first token of the names, the actors, their day, and whether
    “followed by” stands before them.
    """
    tokens = page.text.tokens
    end = page.text.sentence_of(last).last
    at = last + 1
    while at < end:
        first: int | None = None
        actors: dict[str, None] = {}
        followed = joined = False
        while at < end and at not in starts:
            lower = tokens[at].lower
            if lower in _DAYS and at + 1 in starts and actors:
                at += 1
                break
            named = page.parties.named(at)
            if named:
                actors.update(dict.fromkeys(named))
                first = at if first is None else first
            elif lower in _JOINTS:
                joined, followed = True, followed or lower == "followed"
            elif not page.parties.is_name(at):
                return
            at += 1
        if at not in starts or first is None or not joined:
            return
        yield first, tuple(actors), starts[at], followed
        expression = starts[at].expression
        at = page.text.tokens_within(expression.start, expression.end)[-1] + 1


def _repeat(page: Page, fact: Fact, first: int, actors: tuple[str, ...], placed: Placed, *, followed: bool) -> None:
    """Says ``fact`` of ``actors``, in the slot that their kind fits."""
    if fact.subject in actors or fact.object in actors:
        return
    kinds = {_kind(page, a) for a in actors}
    if len(kinds) != 1:
        return
    kind = kinds.pop()
    subject = kind == _kind(page, fact.subject)
    object_ = fact.object is not None and kind == _kind(page, fact.object)
    if subject and object_ and not followed and fact.relation not in _OF_SUBJECTS:
        return
    lasting = fact.relation in _LASTING
    times = page.calendar.since(placed) if lasting else page.calendar.at(placed)
    sentence = page.text.sentence_of(first).index
    end = page.text.tokens_within(placed.expression.start, placed.expression.end)[-1]
    for actor in actors:
        if subject:
            who, whom = actor, fact.object
        elif object_:
            who, whom = fact.subject, actor
        else:
            continue
        page.say(fact.relation, who, whom, sentence, (first, end), times, value=fact.value)


def _kind(page: Page, actor: str) -> str:
    """The kind of an actor; a state that the text has only as a place is a state."""
    kind = page.parties.kind(actor)
    return "state" if kind == "place" and page.parties.is_power(actor) else kind
