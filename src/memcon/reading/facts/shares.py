"""One verb, several parties, a date each: “a member of NATO since 1999 and of the Union since 2004”."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from memcon.reading.facts.page import Page
from memcon.reading.facts.placing import Placed
from memcon.reading.facts.times import Times


def say_each(
    page: Page,
    relation: str,
    subjects: Sequence[str],
    objects: Sequence[str],
    sentence: int,
    tokens: Iterable[int],
    times: Times,
    *,
    lasting: bool = False,
    spells: Sequence[Times] = (),
    value: str | None = None,
    qualifiers: Mapping[str, object] | None = None,
    negated: bool = False,
    status: str = "happened",
) -> None:
    """Writes a fact down for every subject with every object, each with the date that is its own.

    ``spells`` are the times of a state of things that held several times over.
    """
    own = shares(page, sentence, objects, lasting=lasting) or shares(page, sentence, subjects, lasting=lasting)
    words = list(tokens)
    for subject in subjects:
        for other in objects or (None,):
            mine = own.get(other or "", own.get(subject))
            for when in [mine] if mine is not None else spells or [times]:
                page.say(
                    relation, subject, other, sentence, words, when,
                    value=value, qualifiers=qualifiers, negated=negated, status=status,
                )  # fmt: skip


def shares(page: Page, sentence: int, actors: Sequence[str], *, lasting: bool) -> dict[str, Times]:
    """The times of each of several parties, where the sentence gives every one its own; else nothing.

    Args:
        page: the document.
        sentence: index of the sentence.
        actors: the parties, all objects or all subjects of one predicate.
        lasting: whether a state of things is told (“since”), not an act.
    """
    if len(actors) < 2:
        return _own_of_the_second(page, sentence, actors, lasting)
    bounds = page.text.sentences[sentence]
    places = sorted((at, a) for a in actors if (at := _first(page, a, bounds.first, bounds.last)) is not None)
    dates = [p for p in page.calendar.by_sentence.get(sentence, ()) if p.expression.first]
    if len(places) != len(actors) or len(dates) < len(actors):
        return {}
    words = page.text.text[bounds.start : bounds.end]
    if "respectively" in words:
        after = [d for d in dates if d.first > places[-1][0]]
        if len(after) != len(actors):
            return {}
        return {a: _times(page, d, lasting) for (_, a), d in zip(places, after, strict=True)}
    found: dict[str, Times] = {}
    for n, (at, actor) in enumerate(places):
        until = places[n + 1][0] if n + 1 < len(places) else bounds.last
        mine = [d for d in dates if at < d.first < until and not _verb_between(page, at, d.first)]
        if not mine:
            return {}
        found[actor] = _times(page, mine[0], lasting)
    return found


def _own_of_the_second(page: Page, sentence: int, actors: Sequence[str], lasting: bool) -> dict[str, Times]:
    """“acceded to the Alliance on 1 April and to the EU on 1 July”, of which only the EU is known: the date behind it,
    where another stands before it with “and” between.
    """
    bounds = page.text.sentences[sentence]
    at = _first(page, actors[0], bounds.first, bounds.last) if actors else None
    dates = [p for p in page.calendar.by_sentence.get(sentence, ()) if p.expression.first]
    if at is None or len(dates) < 2:
        return {}
    if "respectively" in page.text.text[bounds.start : bounds.end]:
        kind = page.parties.kind(actors[0])
        listed = [a for i in range(bounds.first, dates[0].first) for a in page.parties.named(i)]
        alike = list(dict.fromkeys(a for a in listed if page.parties.kind(a) == kind))
        if actors[0] in alike and len(alike) == len(dates):
            return {actors[0]: _times(page, dates[alike.index(actors[0])], lasting)}
        return {}
    before = [d for d in dates if d.first < at]
    after = [d for d in dates if d.first > at]
    if not before or not after or before[-1].clause != after[0].clause:
        return {}
    between = page.text.tokens[before[-1].first : at]
    if not any(t.lower == "and" for t in between) or any(t.pos in ("VERB", "AUX") for t in between):
        return {}
    return {actors[0]: _times(page, after[0], lasting)}


def _first(page: Page, actor: str, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if actor in page.parties.named(i)), None)


def _verb_between(page: Page, first: int, last: int) -> bool:
    return any(page.text.tokens[i].pos in ("VERB", "AUX") for i in range(first + 1, last))


def _times(page: Page, placed: Placed, lasting: bool) -> Times:
    return page.calendar.since(placed) if lasting else page.calendar.at(placed)
