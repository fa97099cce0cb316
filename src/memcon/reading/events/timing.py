"""When a drafted event was, and whether it is told in passing about another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from memcon.language import Clause
from memcon.reading.context import Context
from memcon.reading.events.dating import Calendar, Placed, dated
from memcon.reading.events.drafts import Draft
from memcon.reading.events.history import History
from memcon.reading.events.status import HAPPENED
from memcon.reading.numbers import number
from memcon.record import Dated

_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_YEAR = timedelta(days=366)
_DONE = frozenset({HAPPENED, "requested", "alleged", "denied"})
_SAID = frozenset({"planned", "offered"})
# What the present tense tells as a habit; words (“urges”, “welcomes”) are news in the present too.
_DEEDS = frozenset({"AID", "COOPERATE", "MOBILIZE", "ASSAULT", "COERCE"})
# “condemned the attack of 7 October”: the day of what is judged is not the day of the judgement.
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_QUOTED = re.compile('["“”]')
_WORDS = _JUDGING | {"REQUEST", "AGREE", "THREATEN"}
_OFTEN = frozenset({"regularly", "often", "frequently", "routinely", "usually", "periodically", "traditionally"})


# A time of the day of the report that was still to come when it was written.
_LATER = re.compile(r"tonight|this (?:evening|afternoon)|later (?:today|in the day)")


def place_in_time(draft: Draft, calendar: Calendar, context: Context) -> Placed | None:
    """Sets the date that the sentence states; gives the expression it rests on."""
    placed: Placed | None = None
    basis = "stated"
    clause = draft.clause
    if draft.place is not None:
        placed = calendar.after_place(draft.place)
    elif draft.noun:
        placed = calendar.of_occasion(draft.head, draft.type) if draft.occasion else calendar.in_phrase(draft.head)
        if placed is None and _after(draft, context):
            placed = calendar.right_behind(draft.head)
        if placed is None and clause is not None and draft.head not in (() if clause.passive else clause.patient):
            placed = calendar.of_clause(clause)
    elif clause is not None:
        placed = calendar.of_clause(clause)
        if placed is not None and draft.type in _JUDGING and calendar.belongs(placed, clause.patient):
            placed = None
        if placed is None and draft.type not in _JUDGING:
            for noun in draft.objects:
                placed = placed or calendar.in_phrase(noun)
        if placed is None and clause.relation in ("relcl", "acl") and clause.antecedent is not None:
            placed = calendar.in_phrase(clause.antecedent)
        if placed is None and draft.act_clause is not None and draft.status in ("planned", "offered"):
            placed = calendar.of_clause(draft.act_clause)
    if placed is None and clause is not None and (draft.status == HAPPENED or _offered(draft)):
        placed = calendar.of_report(clause) or calendar.of_speech_beside(clause)
        basis = "reported"
    if placed is not None:
        draft.date = dated(placed, basis, context.clauses)
    elif draft.occasion and (counted := calendar.reckoned(draft.head)) is not None:
        span = context.parsed.span(counted.first, counted.last)
        draft.date = Dated(*counted.days, "inferred", span, counted.why)
    else:
        draft.date = _days_apart(draft, calendar, context)
    return placed


def backgrounds(drafts: list[Draft], calendar: Calendar, context: Context) -> None:
    """What is told in passing about another time; the rest is dated by its meeting, the day told of, or the report."""
    published = context.published
    # Of an inferred year no day is known.
    first_day = day_of(published[0]) if published and published[0] == published[1] else None
    main = next((d for d in drafts if d.date and d.date.start and d.status == HAPPENED and not d.noun), None)
    reference = first_day or (day_of(main.date.start) if main and main.date else None)
    if published is None:
        # Of a text without a day the latest that it tells of is the one to count from.
        told = [day for d in drafts if d.date and d.status == HAPPENED and (day := day_of(d.date.end))]
        reference = max(told, default=None) if not told or max(told) - min(told) > _YEAR else reference
    history = History(calendar, context, reference)
    welcomed = {noun for d in drafts if d.type == "SUPPORT" and d.clause for noun in d.clause.patient}
    for draft in drafts:
        stated = day_of(draft.date.end) if draft.date else None
        fresh = not draft.noun or draft is drafts[0] or draft.head in welcomed or _subject(draft)
        earlier = draft.hint or _had(draft, context) or _since(draft.clause) or _long_after(draft, context)
        if stated is not None and reference is not None:
            limit = _MONTH if draft is drafts[0] and _root(draft) and not earlier else _WEEK  # a weekly tells late
            draft.background = stated < reference - limit or (stated < reference and (earlier or not fresh))
        elif draft.date is None or draft.date.basis != "stated":
            lasting = draft.clause is not None and calendar.lasting(draft.clause)
            draft.background = earlier or not fresh or _relative(draft) or lasting or _habitual(draft, context)
            if not draft.background and reference is not None:
                draft.background = history.holds(draft)
                since = history.since(draft) if draft.background else None
                if since is not None and since.expression.first:
                    draft.date = Dated(since.expression.first, reference.isoformat(), "stated", since.expression.span)
    told_day = _told_day(calendar, context, first_day)
    for draft in drafts:
        if draft.date is not None or draft.background:
            continue
        meeting = draft.part_of
        if meeting is not None and meeting.date is not None and meeting.date.start:
            draft.date = Dated(meeting.date.start, meeting.date.end, "context")
        elif draft.status in _DONE or _offered(draft):
            if _speaks_now(draft, context) and first_day is not None and published:
                draft.date = Dated(published[0], published[1], "publication")
            elif told_day is not None and context.parsed.sentence_of(draft.head).index > told_day.sentence:
                draft.date = Dated(told_day.expression.first, told_day.expression.last, "context")
            elif published and published[0] == published[1]:
                draft.date = Dated(published[0], published[1], "publication")


def _speaks_now(draft: Draft, context: Context) -> bool:
    """“We urge the authorities”: words in the present are of the day of the report, unless they are quoted."""
    clause = draft.clause
    if draft.type not in _WORDS or draft.noun or clause is None or clause.tense != "present":
        return False
    sentence = context.parsed.sentences[clause.sentence]
    return not _QUOTED.search(context.parsed.text, sentence.start, sentence.end)


def _after(draft: Draft, context: Context) -> bool:
    """“after the invasion”: what has been before what the clause tells."""
    governor = context.parsed.tokens[context.parsed.tokens[draft.head].head]
    return governor.dep == "prep" and governor.lower in ("after", "following", "since")


def _days_apart(draft: Draft, calendar: Calendar, context: Context) -> Dated | None:
    """“three days after the minister resigned”: so many days before the day of the clause it hangs on."""
    tokens = context.parsed.tokens
    clause = draft.clause
    if clause is None:
        return None
    if draft.noun:
        opener: int | None = tokens[draft.head].head
        above: Clause | None = clause
    else:
        opener = next((c for c in tokens[clause.verb].children if tokens[c].lower == clause.mark), None)
        above = context.clauses.all[clause.parent] if clause.parent is not None else None
    if not opener or above is None or tokens[opener].lower not in ("after", "before"):
        return None
    unit = tokens[opener - 1]
    if unit.lemma != "day":
        return None
    words = [tokens[c].lower for c in unit.children if c < unit.i]
    count = next((n for w in words if (n := number(w))), 1 if words in (["a"], ["the"]) else None)
    placed = calendar.of_clause(above)
    if count is None or placed is None or placed.expression.first != placed.expression.last:
        return None
    day = day_of(placed.expression.first)
    if day is None:
        return None
    later = tokens[opener].lower == "after"
    told = (day - timedelta(days=count) if later else day + timedelta(days=count)).isoformat()
    days = "day" if count == 1 else "days"
    why = f"{count} {days} {'before' if later else 'after'} {day.isoformat()}"
    return Dated(told, told, "inferred", context.parsed.span(unit.i, opener + 1), why)


def _offered(draft: Draft) -> bool:
    """Whether a promise, an offer or an invitation was made: that it was is known, what it is about lies ahead."""
    entry = draft.entry
    return entry is not None and draft.status in _SAID and bool(entry.effect or entry.status == draft.status)


def _habitual(draft: Draft, context: Context) -> bool:
    """“buys power from”, “regularly carries out air strikes”: what is so, not what happened that day."""
    clause = draft.clause
    if clause is None or draft.noun or draft.status != HAPPENED or clause.form != "finite":
        return False
    tokens = context.parsed.tokens
    if any(tokens[c].lower in _OFTEN for c in tokens[clause.verb].children):
        return True
    if draft.type not in _DEEDS or clause.tense != "present" or clause.perfect or clause.progressive or clause.modal:
        return False
    return clause.sentence > 0 and tokens[clause.verb].tag in ("VBZ", "VBP")


def _told_day(calendar: Calendar, context: Context, first_day: date | None) -> Placed | None:
    """The day that the report opens with, shortly before it appeared: what follows without a date is of that day."""
    if first_day is None:
        return None
    for placed in calendar.opening():
        day = day_of(placed.expression.first)
        if day is None or placed.expression.first != placed.expression.last:
            continue
        return placed if first_day - _WEEK <= day <= first_day else None
    return None


def _subject(draft: Draft) -> bool:
    """“the strike on the port killed two”: the noun is what the sentence is about."""
    clause = draft.clause
    return (
        clause is not None
        and draft.head in clause.agent
        and clause.relation in ("root", "conj")
        and clause.tense == "past"
        and not clause.perfect
    )


def _relative(draft: Draft) -> bool:
    """“the attack that killed …”: what a relative clause tells of the past is told in passing."""
    clause = draft.clause
    return (
        clause is not None
        and clause.relation in ("relcl", "acl")
        and clause.tense != "future"
        and draft.status == HAPPENED
        and not (draft.type == "CONSULT" and clause.relation == "relcl" and not clause.perfect)
    )


def _since(clause: Clause | None) -> bool:
    return clause is not None and clause.mark == "since"


def _root(draft: Draft) -> bool:
    return draft.clause is not None and not draft.noun and draft.clause.relation in ("root", "ccomp")


def _long_after(draft: Draft, context: Context) -> bool:
    """“weeks after Canberra called for an inquiry”: told only to say when."""
    clause = draft.clause
    if clause is None or draft.noun or clause.mark not in ("after", "before"):
        return False
    tokens = context.parsed.tokens
    mark = next((c for c in tokens[clause.verb].children if tokens[c].lower == clause.mark), 0)
    return mark > 0 and tokens[mark - 1].lemma in ("week", "month", "year", "day", "decade", "hour")


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


def scheduled(drafts: list[Draft], places: Sequence[Placed | None], context: Context) -> None:
    """“arrives Sunday for talks”: the present with a day that is not past is a plan."""
    published = day_of(context.published[1]) if context.published else None
    for draft, placed in zip(drafts, places, strict=True):
        clause = draft.clause
        if draft.type != "CONSULT" or draft.status != HAPPENED or draft.noun or clause is None or placed is None:
            continue
        if clause.tense != "present" or clause.perfect or clause.form != "finite":
            continue
        day = day_of(placed.expression.first)
        here = placed.expression
        written = context.document.text[here.start : here.end].lower()
        if day is None or published is None or day > published or _LATER.search(written):
            draft.type, draft.act, draft.status, draft.cameo = "AGREE", "CONSULT", "planned", "036"


def day_of(text: str | None) -> date | None:
    """The day of an ISO date; None for none, and for one that no calendar has."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
