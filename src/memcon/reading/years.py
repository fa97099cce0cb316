"""The year of an undated report, worked out from who held which office and from the dated things it tells."""

from __future__ import annotations

import calendar
import re

from memcon.reading.context import ActorIndex, Context
from memcon.record import Actor, DateExpression, Fact
from memcon.reference.terms import body_key
from memcon.reference.years import After, Chaired, Elected, Held, years_consistent

_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_NOT_NOW = ("Former ", "Candidate for ", "Acting ")
_PART = {"early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31), "end": (21, 31)}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SAID = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+$", re.I)


def infer_year(
    context: Context, actors: ActorIndex, facts: tuple[Fact, ...], dates: tuple[DateExpression, ...]
) -> tuple[int, str] | None:
    """The one year in which all that the report tells was so, and why; None where several or none fit.

    Only a report that states a day without its year asks for one: offices named in it must have been held on that day,
    chairs chaired, elections be fresh, and whatever it tells with a full date must be past.
    """
    undated = [d for d in dates if _NO_YEAR.match(d.timex or "")]
    if not undated:
        return None
    by_id = {actor.id: actor for actor in actors.actors}
    told: list[Held | Chaired | Elected | After] = []
    for actor in actors.actors:
        if actor.kind != "person":
            continue
        for office in actor.offices:
            where = _where(actor, office.body)
            if where and not office.title.startswith(_NOT_NOW) and not office.title.endswith(" designate"):
                told.append(Held(actor.name, office.title, where))
    if not told:
        return None
    for fact in facts:
        if fact.negated or fact.status != "happened":
            continue
        subject, thing = by_id.get(fact.subject), by_id.get(fact.object or "")
        if (
            fact.relation == "chairs"
            and subject is not None
            and subject.country
            and thing is not None
            and not fact.start
        ):
            key = body_key(thing.name)
            if key:
                told.append(Chaired(subject.country, key))
        elif fact.relation == "reelected_to" and subject is not None and subject.kind == "person" and subject.offices:
            office = subject.offices[0]
            where = _where(subject, office.body)
            if where:
                told.append(Elected(subject.name, office.title, where, True, _told_on(context, fact, undated)))
    past = max(
        (
            f.start
            for f in facts
            if f.start and len(f.start) == 10 and f.status == "happened" and f.start == (f.end or f.start)
        ),
        default=None,
    )
    if past:
        told.append(After(past))
    day = next((r for r in (_days(context.document.text, d) for d in undated) if r and r[0] == r[1]), None)
    weekday = _weekday(context.document.text, undated) if day else None
    found = years_consistent(told, day=day, weekday=weekday)
    return (found.answer, found.why) if found.answer is not None else None


def _where(actor: Actor, body: str | None) -> str | None:
    """The key under which the tables file an actor's office: a country, or a body."""
    if actor.country:
        return actor.country
    return body_key(body) if body else None


def _days(text: str, date: DateExpression) -> tuple[str, str] | None:
    """The first and last month and day of a date without a year; “late June” is the 21st to the 30th."""
    match = _NO_YEAR.match(date.timex or "")
    if match is None:
        return None
    month, day = match.groups()
    if day:
        return f"{month}-{day}", f"{month}-{day}"
    first, last = 1, calendar.monthrange(2023, int(month))[1]
    for word in re.findall(r"[a-z]+", text[max(0, date.start - 12) : date.end].lower()):
        if word in _PART:
            first, last = _PART[word][0], min(last, _PART[word][1])
    return f"{month}-{first:02d}", f"{month}-{last:02d}"


def _told_on(context: Context, fact: Fact, undated: list[DateExpression]) -> tuple[str, str] | None:
    """When, without a year, the sentence around a fact says that it was told of."""
    token = context.parsed.token_at(fact.evidence.start)
    if token is None:
        return None
    sentence = context.parsed.sentence_of(token)
    for date in undated:
        if sentence.start <= date.start < sentence.end:
            return _days(context.document.text, date)
    return None


def _weekday(text: str, undated: list[DateExpression]) -> int | None:
    """The weekday beside the first full day: “Friday, September 25”."""
    for date in undated:
        if (date.timex or "").count("-") == 2:
            inside = re.match(r"[A-Za-z]+", date.text)
            if inside and inside[0].lower() in _WEEKDAYS:
                return _WEEKDAYS[inside[0].lower()]
            before = _SAID.search(text[max(0, date.start - 12) : date.start])
            return _WEEKDAYS[before[1].lower()] if before else None
    return None
