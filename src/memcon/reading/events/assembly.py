"""Drafts become events: date and background, the meeting they are part of, the statement they are told in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from memcon.language import Clause
from memcon.ontology import goldstein_of, quad_of
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.lexicon import lexicon as shipped_lexicon
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.dating import Calendar, Placed, dated
from memcon.reading.events.drafts import Draft
from memcon.reading.events.reader import EventReader
from memcon.reading.events.status import HAPPENED
from memcon.reading.events.topics import topics_of
from memcon.record import Dated, DateExpression, Event, Place, Span, Statement

_LONGEST_PREDICATE = 80
_EXCHANGES = frozenset({"CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "CONCEDE", "THREATEN"})
_MEETINGS = frozenset({"040", "041", "042", "043", "044", "046"})
_WEEK = timedelta(days=7)
_DONE = frozenset({HAPPENED, "requested", "alleged", "denied"})
_SAID = frozenset({"planned", "offered"})


def read_events(
    context: Context,
    actors: ActorIndex,
    dates: tuple[DateExpression, ...],
    statements: tuple[Statement, ...],
    lexicon: Lexicon | None = None,
) -> tuple[Event, ...]:
    """The events of a document, in order of their predicates.

    Args:
        context: the document with its clauses.
        actors: who is meant where.
        dates: the date expressions, resolved.
        statements: who said what.
        lexicon: by default the shipped one.
    """
    calendar = Calendar(context.clauses, dates)
    reader = EventReader(context, actors, lexicon or shipped_lexicon(), calendar)
    drafts = _once(reader, context)
    places = [_date(draft, calendar, context) for draft in drafts]
    _scheduled(drafts, places, context)
    _meetings(drafts, places, reader)
    drafts = [draft for draft in drafts if not draft.pending or (draft.source and draft.target)]
    _backgrounds(drafts, calendar, context)
    _allegations(drafts, statements, context, reader)
    ids = {id(draft): f"e{n}" for n, draft in enumerate(drafts, 1)}
    return tuple(_event(ids, draft, context, actors, statements) for draft in drafts)


def _once(reader: EventReader, context: Context) -> list[Draft]:
    """Each event once a sentence: the same type between the same parties with the same status is one."""
    kept: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    by_sentence: dict[int, list[Draft]] = {}
    known = reader.parties.known
    for draft in reader.drafts():
        sentence = context.parsed.sentence_of(draft.head).index
        key = (sentence, draft.type, draft.act, draft.source, draft.target, draft.status)
        mirrored = (sentence, draft.type, draft.act, draft.target, draft.source, draft.status)
        if key in seen or (draft.noun and mirrored in seen):
            continue
        if not any(a in known for a in draft.target) and any(
            other.type == draft.type and other.source == draft.source and other is not draft
            for other in by_sentence.get(sentence, ())
        ):
            continue
        seen.add(key)
        kept.append(draft)
        by_sentence.setdefault(sentence, []).append(draft)
    return kept


# ------------------------------------------------------------------------ date
def _date(draft: Draft, calendar: Calendar, context: Context) -> Placed | None:
    """Sets the date that the sentence states; gives the expression it rests on."""
    placed: Placed | None = None
    basis = "stated"
    clause = draft.clause
    if draft.noun:
        placed = calendar.of_occasion(draft.head) if draft.occasion else calendar.in_phrase(draft.head)
        if placed is None and clause is not None:
            placed = calendar.of_clause(clause)
    elif clause is not None:
        placed = calendar.of_clause(clause)
        if placed is None:
            for noun in draft.objects:
                placed = placed or calendar.in_phrase(noun)
        if placed is None and clause.relation in ("relcl", "acl") and clause.antecedent is not None:
            placed = calendar.in_phrase(clause.antecedent)
        if placed is None and draft.act_clause is not None and draft.status in ("planned", "offered"):
            placed = calendar.of_clause(draft.act_clause)
    if placed is None and clause is not None and draft.status == HAPPENED:
        placed = calendar.of_report(clause) or calendar.of_speech_beside(clause)
        basis = "reported"
    if placed is not None:
        draft.date = dated(placed, basis, context.clauses)
    return placed


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _backgrounds(drafts: list[Draft], calendar: Calendar, context: Context) -> None:
    """What is told in passing about another time; the rest is dated by its meeting, the day told of, or the report."""
    published = context.published
    first_day = _day(published[0]) if published else None
    main = next((d for d in drafts if d.date and d.date.start and d.status == HAPPENED and not d.noun), None)
    reference = first_day or (_day(main.date.start) if main and main.date else None)
    welcomed = {noun for d in drafts if d.type == "SUPPORT" and d.clause for noun in d.clause.patient}
    for draft in drafts:
        stated = _day(draft.date.end) if draft.date and draft.date.basis == "stated" else None
        fresh = not draft.noun or draft is drafts[0] or draft.head in welcomed
        earlier = draft.hint or _had(draft, context) or _since(draft.clause)
        if stated is not None and reference is not None:
            draft.background = stated < reference - _WEEK or (stated < reference and (earlier or not fresh))
        elif draft.date is None or draft.date.basis != "stated":
            lasting = draft.clause is not None and calendar.lasting(draft.clause)
            draft.background = earlier or not fresh or _relative(draft) or lasting
    told_day = _told_day(calendar, context, first_day)
    for draft in drafts:
        if draft.date is not None or draft.background:
            continue
        meeting = draft.part_of
        if meeting is not None and meeting.date is not None and meeting.date.start:
            draft.date = Dated(meeting.date.start, meeting.date.end, "context")
        elif draft.status in _DONE or (draft.entry is not None and draft.entry.effect and draft.status in _SAID):
            if told_day is not None and context.parsed.sentence_of(draft.head).index > told_day.sentence:
                draft.date = Dated(told_day.expression.first, told_day.expression.last, "context")
            elif published and published[0] == published[1]:
                draft.date = Dated(published[0], published[1], "publication")


def _told_day(calendar: Calendar, context: Context, first_day: date | None) -> Placed | None:
    """The day that the report opens with, shortly before it appeared: what follows without a date is of that day."""
    if first_day is None:
        return None
    for placed in calendar.opening():
        day = _day(placed.expression.first)
        if day is None or placed.expression.first != placed.expression.last:
            continue
        return placed if first_day - _WEEK <= day <= first_day else None
    return None


def _relative(draft: Draft) -> bool:
    """“the attack that killed …”: what a relative clause tells of the past is told in passing."""
    clause = draft.clause
    return (
        clause is not None
        and clause.relation in ("relcl", "acl")
        and clause.tense != "future"
        and draft.status == HAPPENED
    )


def _since(clause: Clause | None) -> bool:
    return clause is not None and clause.mark == "since"


def _had(draft: Draft, context: Context) -> bool:
    """Whether a past perfect of its own puts the act before the time told of (“had visited”, not “said it had”)."""
    clause = draft.clause
    if clause is None or draft.noun or not clause.perfect or clause.tense != "past":
        return False
    tokens = context.parsed.tokens
    if not any(tokens[c].lower in ("had", "'d", "’d") for c in tokens[clause.verb].children if tokens[c].dep == "aux"):
        return False
    at = clause
    for _ in range(4):
        if at.parent is None:
            return True
        if at.relation in ("ccomp", "parataxis"):
            return False
        at = context.clauses.all[at.parent]
    return True


# -------------------------------------------------------------------- meetings
def _meetings(drafts: list[Draft], places: Sequence[Placed | None], reader: EventReader) -> None:
    """The exchanges in a meeting belong to it; one that names no counterpart has the meeting's."""
    country = reader.parties.country
    meeting: Draft | None = None
    for draft in drafts:
        if meeting is not None and draft.type in _EXCHANGES and draft.source and not draft.noun:
            one = {country(a) for a in meeting.source}
            other = {country(a) for a in meeting.target}
            mine = {country(a) for a in draft.source}
            theirs = {country(a) for a in draft.target if a in reader.parties.known}
            stated = draft.date is not None and draft.date.basis == "stated"
            if _again(draft, meeting, stated, mine | theirs, one | other):
                meeting.date, draft.date = draft.date, meeting.date
                meeting.date = meeting.date and Dated(meeting.date.start, meeting.date.end, "context")
                draft.date = meeting.date
            if mine <= one | other and theirs <= one | other and not stated:
                draft.part_of = meeting
                if not theirs:
                    draft.target = _counterpart(meeting, mine, one, other) or draft.target
                continue
        if _is_meeting(draft):
            meeting = draft


def _again(draft: Draft, meeting: Draft, stated: bool, parties: set[str], sides: set[str]) -> bool:
    """A second telling of the same meeting, which gives the day that the first left out."""
    return (
        _is_meeting(draft)
        and stated
        and draft.status == meeting.status == HAPPENED
        and (meeting.date is None or meeting.date.basis != "stated")
        and parties == sides
    )


def _is_meeting(draft: Draft) -> bool:
    told = draft.type == "CONSULT" and draft.cameo in _MEETINGS and draft.status == HAPPENED
    planned = draft.act == "CONSULT" and draft.status == "planned" and draft.type == "AGREE" and not draft.pending
    return (told or planned) and bool(draft.source and draft.target) and not draft.noun


def _scheduled(drafts: list[Draft], places: Sequence[Placed | None], context: Context) -> None:
    """“arrives Sunday for talks”: the present with a day that is not past is a plan."""
    published = _day(context.published[1]) if context.published else None
    for draft, placed in zip(drafts, places, strict=True):
        clause = draft.clause
        if draft.type != "CONSULT" or draft.status != HAPPENED or draft.noun or clause is None or placed is None:
            continue
        if clause.tense != "present" or clause.perfect or clause.form != "finite":
            continue
        day = _day(placed.expression.first)
        if day is None or published is None or day > published:
            draft.type, draft.act, draft.status, draft.cameo = "AGREE", "CONSULT", "planned", "036"


def _counterpart(meeting: Draft, mine: set[str], one: set[str], other: set[str]) -> tuple[str, ...]:
    if mine <= one and not mine & other:
        return meeting.target
    if mine <= other and not mine & one:
        return meeting.source
    return ()


# ------------------------------------------------------------------ statements
def _told_in(draft: Draft, statements: Sequence[Statement], context: Context) -> Statement | None:
    """The smallest statement whose content holds the predicate."""
    token = context.parsed.tokens[draft.head]
    holding = [s for s in statements if s.content.start <= token.start and token.end <= s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def _allegations(drafts: list[Draft], statements: Sequence[Statement], context: Context, reader: EventReader) -> None:
    """What an opponent says of the other is alleged, not known."""
    country = reader.parties.country
    for draft in drafts:
        if draft.status != HAPPENED or draft.type not in ("ASSAULT", "COERCE") or not draft.source:
            continue
        told = _told_in(draft, statements, context)
        if told is None or told.speaker is None:
            continue
        speaker = country(told.speaker)
        if speaker in {country(a) for a in draft.target} and speaker not in {country(a) for a in draft.source}:
            draft.status = "alleged"


# ---------------------------------------------------------------------- events
def _event(
    ids: Mapping[int, str], draft: Draft, context: Context, actors: ActorIndex, statements: Sequence[Statement]
) -> Event:
    predicate, evidence = _spans(draft, context)
    told = _told_in(draft, statements, context)
    reported: tuple[str, ...] = ()
    if told is not None:
        speaker = (told.speaker,) if told.speaker and told.speaker not in draft.source else ()
        reported = tuple(dict.fromkeys((*speaker, *told.via)))
    return Event(
        id=ids[id(draft)],
        type=draft.type,
        cameo=draft.cameo,
        quad=quad_of(draft.type),
        source=draft.source,
        target=draft.target
        if draft.target == draft.source
        else tuple(a for a in draft.target if a not in draft.source),
        status=draft.status,
        background=draft.background,
        date=draft.date,
        predicate=predicate,
        evidence=evidence,
        reported_by=reported,
        confidence=_confidence(draft),
        mode=draft.mode,
        contexts=draft.contexts,
        place=_place(draft, actors, context),
        topics=topics_of(evidence.text),
        statement=told.id if told is not None else None,
        act=draft.act,
        part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
        roles=draft.roles,
        goldstein=goldstein_of(draft.cameo),
    )


def _confidence(draft: Draft) -> float:
    """How sure: higher with both parties, a demanding entry and a plain status."""
    score = 0.45
    score += 0.15 * bool(draft.source) + 0.15 * bool(draft.target)
    if draft.entry is not None:
        score += 0.08 * bool(draft.entry.object or draft.entry.effect)
    score -= 0.1 * draft.noun
    score -= 0.08 * (draft.status in ("hypothetical", "conditional", "alleged"))
    return round(max(0.05, min(0.95, score)), 2)


def _spans(draft: Draft, context: Context) -> tuple[Span, Span]:
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
        act = draft.act_clause
        if act is not None and last < act.verb < sentence.last:
            if text.tokens[act.verb].end - text.tokens[draft.head].start <= _LONGEST_PREDICATE:
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


def _place(draft: Draft, actors: ActorIndex, context: Context) -> Place | None:
    """Where it was: the name under “in” or “at”."""
    clause = draft.clause
    if draft.noun:
        heads = context.clauses.nominal(draft.head).roles.get("in", ())
    elif clause is not None:
        heads = (*clause.oblique("in", "at"),)
    else:
        return None
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
