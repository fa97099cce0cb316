"""Offices told by a title before or after a name: “Foreign Minister …”, “…, president of Ghana”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.language import Clause
from memcon.reading.facts.offices import body_of, title_of
from memcon.reading.facts.page import Page
from memcon.reading.facts.placing import reduce_ends, reduce_into, reduced
from memcon.reading.facts.times import NOTHING, Times
from memcon.record import Actor, Office, Span

_FORMER = ("former", "ex-", "late", "elect", "outgoing", "incoming", "next", "designate", "onetime", "one-time")


def read_titles(page: Page, actor: Actor) -> None:
    """Writes down each office that the text gives a person by a title."""
    if actor.kind != "person":
        return
    for office in actor.offices:
        if office.evidence is None or not office.title or office.title.lower().startswith(_FORMER):
            continue
        span = _with_name(page, actor, office.evidence)
        within = page.text.tokens_within(span.start, span.end)
        if not within:
            continue
        lower = page.text.text[max(0, span.start - 12) : span.end].lower()
        if any(word in lower for word in _FORMER):
            continue
        qualifiers: dict[str, object] = {}
        times = _days_of(page, office.evidence)
        if times is NOTHING and not _of_another_time(page, span):
            clause = page.clauses.around(within[-1])
            times, qualifiers = day_of_office(page, clause)
            if "on" in qualifiers and not (clause and _takes_part(page, clause, within)):
                qualifiers = {}
            if "now" in qualifiers and not (clause and _acts_beside(page, actor, office.evidence, clause)):
                qualifiers = {}
        body = _of_its_own(page, office.evidence) or _body(page, office)
        if body is None and office.body:
            # A body that is no actor of the document is named all the same.
            qualifiers["body"] = office.body
        page.say(
            "holds_office", actor.id, body, page.text.sentence_of(within[0]).index, (within[0], within[-1]), times,
            value=_title(page, office), qualifiers=qualifiers,
        )  # fmt: skip


# “prime minister of Norway at the time of the attacks”: not the time of what is told of him.
_ANOTHER_TIME = re.compile(
    r"[^,;.:]{0,40}?\b(?:at th(?:e|at) time|then|during|under|in those|(?:from|until|till|to) (?:\w+ )?\d{4})\b",
    re.I,
)


def _of_another_time(page: Page, span: Span) -> bool:
    """Whether the words about a title put the office in a time of its own."""
    text = page.text.text
    before = text[max(0, span.start - 8) : span.start].lower()
    return bool(_ANOTHER_TIME.match(text, span.end)) or before.rstrip(" -").endswith(("then", "when", " as"))


def _takes_part(page: Page, clause: Clause, within: Sequence[int]) -> bool:
    """Whether the one named has a part in what the clause tells, and the clause a time of its own.

    “A show on President Havel opened on Friday”, “the day when President Bush spoke”: its day is not his.
    """
    tokens = page.text.tokens
    if clause.antecedent is not None and tokens[clause.antecedent].lemma in ("day", "time", "year", "night"):
        return False
    topics = {h for role in ("on", "about", "of") for h in clause.roles.get(role, ())}
    at = within[-1]
    while tokens[at].head != at and at != clause.head:
        above = tokens[at].head
        beside = tokens[at].dep == "pobj" and tokens[tokens[above].head].pos in ("NOUN", "PROPN")
        if at in topics or (beside and above < within[0]):
            return False
        at = above
    return True


def _acts_beside(page: Page, actor: Actor, title: Span, clause: Clause) -> bool:
    """Whether the holder acts in the clause, and the title stands after the name or a comma.

    Before a name a title is also a courtesy to one who has left the office.
    """
    text = page.text.text
    named = [m for m in actor.mentions if m.form == "name" and title.start - 30 <= m.start <= title.end + 3]
    after = any(text.startswith(",", m.end) and m.end < title.end for m in named)
    comma = any("," in text[title.start : m.start] for m in named if m.start > title.start)
    return (after or comma) and any(actor.id in page.parties.named(h) for h in clause.agent)


def _with_name(page: Page, actor: Actor, title: Span) -> Span:
    """The title with the name it stands at."""
    best = title
    for mention in actor.mentions:
        if mention.form == "name" and mention.start - title.end <= 3 and title.start - mention.end <= 3:
            start, end = min(title.start, mention.start), max(title.end, mention.end)
            best = Span.of(page.text.text, start, end)
    return best


def day_of_office(page: Page, clause: Clause | None) -> tuple[Times, dict[str, object]]:
    """The day of what the holder of the office is said to do: on it he held it."""
    if clause is None or clause.tense == "future" or clause.modal is not None:
        return NOTHING, {}
    times = page.calendar.day_of(clause)
    if times.start is None or times.end is None:
        return NOTHING, of_now(clause)
    if page.published is not None and times.start > page.published[1]:
        return NOTHING, {}  # “President Wałęsa turns 80 in September”
    return Times(text=None), {"on": reduced(times.start, times.end)}


def of_now(clause: Clause) -> dict[str, object]:
    """The qualifier ``now`` of what a clause in the present tense tells of the report's own time."""
    return {"now": True} if clause.tense == "present" and not clause.perfect and not clause.conditional else {}


def _title(page: Page, office: Office) -> str:
    """The title of an office; where only “Minister” is known, with what the words before it say he is minister of."""
    if office.title != "Minister" or office.evidence is None:
        return office.title
    within = page.text.tokens_within(office.evidence.start, office.evidence.end)
    return next((title for i in within if (title := title_of(page, i))), office.title)


def _of_its_own(page: Page, title: Span) -> str | None:
    """The owner that the words of the title itself name (“Secretary-General of the United Nations”), or None."""
    within = page.text.tokens_within(title.start, title.end)
    return next((b for i in within if page.text.tokens[i].pos in ("NOUN", "PROPN") and (b := body_of(page, i))), None)


def _body(page: Page, office: Office) -> str | None:
    if office.body is None:
        return None
    found = page.parties.by_name.get(office.body)
    if found is not None:
        return found
    return next((a.id for a in page.parties.by_id.values() if a.name.casefold() == office.body.casefold()), None)


def _days_of(page: Page, title: Span) -> Times:
    """The days that the words around a title give it: “…, prime minister of Japan from 1982 to 1987, died”."""
    found = (told_beside(page, i) for i in page.text.tokens_within(title.start, title.end) if title_of(page, i))
    return next((times for times in found if times is not NOTHING), NOTHING)


def told_beside(page: Page, noun: int) -> Times:
    """The days that stand with an apposition: “a member since 1955”, “prime minister of Japan from 1982 to 1987”."""
    sentence = page.text.sentence_of(noun).index
    first, stop = page.text.subtree(noun)
    for placed in page.calendar.by_sentence.get(sentence, ()):
        if first <= placed.head < stop:
            day = placed.expression
            if placed.preposition in ("of", "after", "before"):
                continue
            if placed.preposition in ("since", "from") and not placed.range:
                told: dict[str, object] = {}
                reduce_into(told, "since", day)
                return Times(day.first, None, day.span, told)
            if placed.range:
                ends: dict[str, object] = {}
                reduce_ends(ends, placed)
                return Times(day.first, day.last, day.span, ends)
            only_begun = placed.preposition == "on"
            return Times(day.first, None if only_begun else day.last, day.span)
    return NOTHING
