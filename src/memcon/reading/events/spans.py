"""Where an event is told (its predicate and evidence), and the place where it was."""

from __future__ import annotations

from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.drafts import Draft
from memcon.record import Place, Span

_LONGEST_PREDICATE = 80
# “visited Accra”: the place is the object.
_VISITS = frozenset({"042"})


def spans_of(draft: Draft, context: Context) -> tuple[Span, Span]:
    """The predicate (at most 80 characters) and the clause around it, within one sentence."""
    text = context.parsed
    tokens = text.tokens
    sentence = text.sentence_of(draft.head)
    first = last = draft.head
    if not draft.noun and draft.clause is not None:
        for noun in draft.objects:
            if draft.head < noun < draft.head + 8 and noun < sentence.last:
                last = max(last, noun)
        if draft.clause.particle is not None and draft.clause.particle > draft.head:
            last = max(last, draft.clause.particle)
        if (
            draft.act_noun is not None
            and last < draft.act_noun < min(draft.head + 8, sentence.last)
            and tokens[draft.act_noun].end - tokens[draft.head].start <= _LONGEST_PREDICATE
        ):
            last = draft.act_noun  # “looked forward to continuing discussions”
        act = draft.act_clause
        if (
            act is not None
            and last < act.verb < sentence.last
            and text.tokens[act.verb].end - text.tokens[draft.head].start <= _LONGEST_PREDICATE
        ):
            last = act.verb
    elif draft.noun:
        # “letter of congratulation”: the noun with the words its entry asks for.
        for phrase in draft.entry.phrases if draft.entry else ():
            if phrase.head == tokens[draft.head].lemma and phrase.company:
                for i in range(max(sentence.first, draft.head - 3), min(sentence.last, draft.head + 4)):
                    if tokens[i].lemma in phrase.company:
                        first, last = min(first, i), max(last, i)
    predicate = text.span(first, last + 1)
    if predicate.end - predicate.start > _LONGEST_PREDICATE:
        predicate = text.span(draft.head, draft.head + 1)
        if predicate.end - predicate.start > _LONGEST_PREDICATE:
            predicate = Span.of(text.text, predicate.start, predicate.start + _LONGEST_PREDICATE)
    begin, end = (draft.clause.first, draft.clause.last) if draft.clause is not None else text.phrase(draft.head)
    begin, end = max(begin, sentence.first), min(end, sentence.last)
    evidence = text.span(min(begin, first), max(end, last + 1))
    if not evidence.covers(predicate):
        evidence = Span.of(text.text, min(evidence.start, predicate.start), max(evidence.end, predicate.end))
    return predicate, evidence


def place_of(draft: Draft, actors: ActorIndex, context: Context) -> Place | None:
    """Where it was: the name under “in” or “at” of the act, or of the noun it is told with (“held talks in Bern”), or
    the place that is visited.
    """
    clause = draft.clause
    heads: list[int] = [draft.place] if draft.place is not None else []
    if clause is not None and not draft.noun:
        heads += clause.oblique("in", "at")
    for noun in (draft.head,) if draft.noun else draft.objects:
        roles = context.clauses.nominal(noun).roles
        heads += (*roles.get("in", ()), *roles.get("at", ()))
    if draft.noun and clause is not None and draft.head in (*clause.agent, *clause.patient):
        heads += clause.oblique("in", "at")  # “the talks were held in Bern”
    if draft.cameo in _VISITS and clause is not None and not draft.noun:
        heads += (*clause.patient, *clause.oblique("to"))
    text = context.parsed
    for head in heads:
        token = text.tokens[head]
        if token.pos != "PROPN" or (head not in actors.places and token.entity not in ("GPE", "LOC", "FAC")):
            continue
        meant = actors.at(head)
        country = actors.actor(meant[0]).country if meant else None
        first = head
        while first > 0 and text.tokens[first - 1].head == head and text.tokens[first - 1].dep in ("compound", "nmod"):
            first -= 1
        span = text.span(first, head + 1)
        return Place(span.text, country, span)
    return None
