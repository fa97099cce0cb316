"""Drafts become events: each once, dated, in its meeting, with the statement it is told in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memcon.ontology import goldstein_of, quad_of
from memcon.ontology.lexicon import Lexicon
from memcon.ontology.lexicon import lexicon as shipped_lexicon
from memcon.reading.context import ActorIndex, Context
from memcon.reading.dyads import Opinion
from memcon.reading.events.confidence import confidence, read_by, signs_of
from memcon.reading.events.dating import Calendar
from memcon.reading.events.drafts import Draft
from memcon.reading.events.meetings import join_meetings
from memcon.reading.events.public import PublicLife
from memcon.reading.events.reader import EventReader
from memcon.reading.events.recall import resolve_addressed, resolve_recalled
from memcon.reading.events.repeats import without_repeats
from memcon.reading.events.seconding import Seconder
from memcon.reading.events.spans import place_of, spans_of
from memcon.reading.events.status import HAPPENED
from memcon.reading.events.timing import backgrounds, place_in_time, scheduled
from memcon.reading.events.topics import topics_of
from memcon.record import Actor, DateExpression, Event, Statement


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
    calendar = Calendar(context.clauses, dates, context.published)
    reader = EventReader(context, actors, lexicon if lexicon is not None else shipped_lexicon(), calendar)
    drafts = _once(reader, context)
    resolve_recalled(drafts, reader.parties, reader.matcher.lexicon)
    resolve_addressed(drafts, reader.parties)
    places = [place_in_time(draft, calendar, context) for draft in drafts]
    scheduled(drafts, places, context)
    drafts = without_repeats(drafts, reader.parties, context)
    join_meetings(drafts, reader)
    drafts = [draft for draft in drafts if not draft.pending or (draft.source and draft.target)]
    # Of whom nothing is known must at least have a day: “the coup of 1974”, not “future attacks”.
    drafts = [d for d in drafts if d.source or d.target or (d.occasion and d.date is not None and d.date.start)]
    backgrounds(drafts, calendar, context)
    # “the 2015 agreement” tells of its act only where that is one of the past.
    drafts = [draft for draft in drafts if draft.background or not draft.passing]
    _first_person(drafts, statements, context)
    _allegations(drafts, statements, context, reader)
    ids = {id(draft): f"e{n}" for n, draft in enumerate(drafts, 1)}
    opinions = Seconder(context.parsed, actors).opinions(drafts)
    return tuple(
        _event(ids, draft, context, actors, statements, opinion)
        for draft, opinion in zip(drafts, opinions, strict=True)
    )


def _once(reader: EventReader, context: Context) -> list[Draft]:
    """Each event once a sentence: the same type between the same parties with the same status is one."""
    kept: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    by_sentence: dict[int, list[Draft]] = {}
    known = reader.parties.known
    public = PublicLife(context, reader.actors, reader.matcher)
    for draft in reader.drafts():
        if not public.holds(draft):
            continue
        sentence = context.parsed.sentence_of(draft.head).index
        key = (sentence, draft.type, draft.act, draft.source, draft.target, draft.status, draft.place)
        mirrored = (sentence, draft.type, draft.act, draft.target, draft.source, draft.status, draft.place)
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
        struck = {country(a) for a in draft.target}
        if not reader.parties.of_a_side(draft.target) and _for_a_country(reader.actors.actor(told.speaker)):
            struck.add(speaker)  # “Chad says Sudan shelled two villages”
        if speaker in struck and speaker not in {country(a) for a in draft.source}:
            draft.status = "alleged"


def _for_a_country(actor: Actor) -> bool:
    return actor.country is not None and (actor.kind == "state" or bool({"GOV", "MIL"} & set(actor.sectors)))


def _without_offices(side: tuple[str, ...], actors: ActorIndex) -> tuple[str, ...]:
    """A person beside his own office (“the office of Barzani”) is one party."""
    if len(side) < 2:
        return side
    named = {a: actors.actor(a) for a in side}
    persons = [actor.name for actor in named.values() if actor.kind == "person"]
    return tuple(
        a
        for a, actor in named.items()
        if actor.kind == "person"
        or not any(actor.name.lower().startswith("office of") and p in actor.name for p in persons)
    )


def _first_person(drafts: list[Draft], statements: Sequence[Statement], context: Context) -> None:
    """“We have summoned …” in what a spokesman says: he speaks for who acts."""
    tokens = context.parsed.tokens
    for draft in drafts:
        if draft.source or draft.clause is None or draft.noun:
            continue
        words = {tokens[i].lower for i in draft.clause.agent}
        told = _told_in(draft, statements, context) if words and words <= {"we", "i"} else None
        if told is not None and told.speaker and told.speaker not in draft.target:
            draft.source = (told.speaker,)


def _event(
    ids: Mapping[int, str],
    draft: Draft,
    context: Context,
    actors: ActorIndex,
    statements: Sequence[Statement],
    opinion: Opinion | None,
) -> Event:
    predicate, evidence = spans_of(draft, context)
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
        source=_without_offices(draft.source, actors),
        target=_without_offices(
            draft.target if draft.target == draft.source else tuple(a for a in draft.target if a not in draft.source),
            actors,
        ),
        status=draft.status,
        background=draft.background,
        date=draft.date,
        predicate=predicate,
        evidence=evidence,
        reported_by=reported,
        confidence=confidence(signs_of(draft, opinion)),
        mode=draft.mode,
        contexts=draft.contexts,
        place=place_of(draft, actors, context),
        topics=topics_of(evidence.text),
        statement=told.id if told is not None else None,
        act=draft.act,
        part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
        roles=draft.roles,
        goldstein=goldstein_of(draft.cameo),
        read_by=read_by(draft, opinion),
    )
