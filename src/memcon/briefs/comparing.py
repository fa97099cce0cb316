"""Two readouts of one meeting side by side: what both say, what one leaves out, what is worded differently."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from memcon.archive.sentences import sentences
from memcon.briefs.citations import Report, ReportCitation, Sentence
from memcon.briefs.differing import changes, likeness, shared
from memcon.briefs.findings import Difference, Point, Readouts
from memcon.checking import compare_records
from memcon.language import dateline_end
from memcon.record import Actor, Event, Record, Span
from memcon.wording.days import day_in_words
from memcon.wording.labels import kind_of, status_of
from memcon.wording.names import capitalised, listed, within_a_sentence

# Two sentences make one point if this much of the telling words of the shorter is in the other as well.
_SAME_POINT = 0.4
# What the same reading of both adds to the words: an event of one type, and the same parties in it.
_SAME_TYPE, _SAME_PARTIES = 0.15, 0.15
_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of a readout with what was read in it."""

    cited: ReportCitation
    events: tuple[Event, ...]
    reads: tuple[str, ...]
    parties: frozenset[str]
    types: frozenset[str]


def compare(first: Record, second: Record, *, names: tuple[str, str] | None = None) -> Readouts:
    """Two readouts of one meeting, point by point.

    Args:
        first: a record, of the archive or just read; ``second``, another.
        names: the ids by which the two are cited; by default those of the documents.

    >>> found = compare(archive.record("d1"), archive.record("d2"))  # doctest: +SKIP
    >>> [point.first.text for point in found.of("left out")]  # doctest: +SKIP
    """
    called = names or (first.document.id, second.document.id)
    reports = _report(first, called[0]), _report(second, called[1])
    mine, theirs = list(_passages(first, reports[0])), list(_passages(second, reports[1]))
    pairs = _pairs(mine, theirs)
    points = [_pair(mine[a], theirs[b]) for a, b in pairs]
    points += [
        Point("left out", one.cited, None, (), one.reads)
        for n, one in enumerate(mine)
        if n not in {a for a, _ in pairs}
    ]
    points += [
        Point("added", None, one.cited, (), (), one.reads)
        for n, one in enumerate(theirs)
        if n not in {b for _, b in pairs}
    ]
    return Readouts(
        called[0],
        called[1],
        tuple(sorted(points, key=_in_order)),
        tuple(_differences(first, second, reports)),
        (_titled(reports[0]), _titled(reports[1])),
        _remark(first, second, any(one.types & other.types for one in mine for other in theirs)),
    )


def _titled(report: Report) -> str:
    """“Reuters, 8 November 2024 (d5)”: whose report it is, or what it is called, and its day."""
    day = day_in_words(report.published, report.published_until or report.published)
    title = f"“{report.title}”" if report.title else Path(report.name).name if report.name != report.id else ""
    what = report.outlet or title
    where = ", ".join(filter(None, (what, day)))
    return f"{where} ({report.id})" if where and what != report.id else where or report.id


def _remark(first: Record, second: Record, alike: bool) -> str:
    """What is to be known before the two are read side by side; empty where they are of one meeting."""
    if first.document.text == second.document.text:
        return "The two are the same report."
    parties = [{actor.name for actor in record.actors if actor.kind != "group"} for record in (first, second)]
    mine, theirs = _days(first), _days(second)
    apart = bool(mine and theirs) and (max(mine) < min(theirs) or max(theirs) < min(mine))
    both = len(parties[0] & parties[1])
    if not both or (apart and (both < _AT_LEAST or not alike)):
        return "The two do not seem to tell of one meeting: they share few parties, or their days differ."
    return ""


def _report(record: Record, name: str) -> Report:
    document = record.document
    published = document.published
    return Report(
        name,
        document.text,
        hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        document.title,
        document.outlet,
        published.start if published else None,
        published.end if published else None,
        document.url,
        document.id,
        document.byline,
    )


def _in_order(point: Point) -> tuple[int, int]:
    """In the order of the first readout; what only the second says comes last."""
    return (0, point.first.start) if point.first else (1, point.second.start if point.second else 0)


def _days(record: Record) -> list[str]:
    """The first and last day of the meeting of a readout; those of its publication where it tells none."""
    event = _main(record)
    day = event.date if event and event.date else record.document.published
    return [each for each in (day.start, day.end) if each] if day else []


# ---- sentence by sentence


def _passages(record: Record, report: Report) -> Iterator[_Passage]:
    text = record.document.text
    spans = sentences(text, ((event.evidence.start, event.evidence.end) for event in record.events))
    actors = {actor.id: actor for actor in record.actors}
    for number, (first, end) in enumerate(spans, 1):
        start = dateline_end(text, first) or first
        if not text[start:end].strip():
            continue
        here = tuple(event for event in record.events if start <= event.predicate.start < end)
        said = [one for one in record.statements if start <= (one.cue or one.content).start < end]
        headline = not text[:start].strip() and text[end:].strip()
        if (headline or not (here or said)) and not text[start:end].rstrip(' \n"”’)').endswith((".", "!", "?", "…")):
            continue  # a headline, a letterhead, a byline: nobody says anything in it
        reads = [" ".join(filter(None, (status_of(event), kind_of(event)))) for event in here]
        yield _Passage(
            ReportCitation(report, number, start, end, text[start:end]),
            here,
            tuple(dict.fromkeys([*reads, *(["statement"] if said else [])])),
            frozenset(actors[id].name for event in here for id in (*event.source, *event.target)),
            frozenset(event.act or event.type for event in here),
        )


def _pairs(mine: Sequence[_Passage], theirs: Sequence[_Passage]) -> list[tuple[int, int]]:
    """Which sentence of one readout makes the point of which of the other, the most alike first, each once."""
    scored = []
    for a, one in enumerate(mine):
        for b, other in enumerate(theirs):
            alike = likeness(one.cited.text, other.cited.text)
            both = shared(one.cited.text, other.cited.text)
            if one.types & other.types:
                alike += _SAME_TYPE + (_SAME_PARTIES if one.parties & other.parties else 0.0)
            if alike >= _SAME_POINT and both >= _AT_LEAST:
                scored.append((alike, both, -abs(a - b), a, b))
    found: list[tuple[int, int]] = []
    left, right = set(range(len(mine))), set(range(len(theirs)))
    for *_, a, b in sorted(scored, key=lambda each: (-each[0], -each[1], -each[2], each[3])):
        if a in left and b in right:
            left.remove(a)
            right.remove(b)
            found.append((a, b))
    return found


def _pair(one: _Passage, other: _Passage) -> Point:
    words = changes(one.cited.text, other.cited.text)
    same = all(change.kind == "same" for change in words)
    return Point("same" if same else "reworded", one.cited, other.cited, words, one.reads, other.reads)


# ---- who, when, where, and facts


def _differences(first: Record, second: Record, reports: tuple[Report, Report]) -> Iterator[Difference]:
    yield from _who(first, second, reports)
    yield from _one_thing("day", first, second, reports, _day)
    yield from _one_thing("place", first, second, reports, _place)
    for found in compare_records(first, second):
        if found.outcome in ("differs", "finer"):
            yield Difference(
                "fact",
                _sentence(found.first.evidence.text, found.first.evidence, reports[0]),
                _sentence(found.second.evidence.text, found.second.evidence, reports[1]),
                found.why,
            )


def _who(first: Record, second: Record, reports: tuple[Report, Report]) -> Iterator[Difference]:
    """People whom one of the two alone names, and states and bodies that take part in it alone."""
    here, there = _takers(first), _takers(second)
    known = [{actor.name for actor in record.actors} for record in (first, second)]
    mine = [actor for name, actor in here.items() if name not in known[1] and not _is_named(actor, second)]
    theirs = [actor for name, actor in there.items() if name not in known[0] and not _is_named(actor, first)]
    if mine or theirs:
        yield Difference("named", _named(mine, reports[0]), _named(theirs, reports[1]))


def _takers(record: Record) -> dict[str, Actor]:
    actors = {actor.id: actor for actor in record.actors}
    ids: dict[str, None] = {}
    for event in record.events:
        if not event.background:
            ids |= dict.fromkeys([*event.source, *event.target, *(id for some in event.roles.values() for id in some)])
    ids |= dict.fromkeys(said.speaker for said in record.statements if said.speaker)
    ids |= dict.fromkeys(actor.id for actor in record.actors if actor.kind == "person")
    return {
        actors[id].name: actors[id] for id in ids
        if actors[id].kind in ("person", "state", "organization", "office") and actors[id].mentions
    }  # fmt: skip


def _is_named(actor: Actor, record: Record) -> bool:
    """Whether the words by which one report names somebody stand in the other, whatever was read from them."""
    names = {mention.text.split()[-1] for mention in actor.mentions if mention.form == "name" and mention.text.split()}
    return any(re.search(rf"\b{re.escape(name)}\b", record.document.text) for name in names)


def _named(actors: Iterable[Actor], report: Report) -> Sentence | None:
    several = list(actors)
    if not several:
        return None
    cited = tuple(
        ReportCitation(report, None, one.mentions[0].start, one.mentions[0].end, one.mentions[0].text)
        for one in several
        if one.mentions[0].text.strip()
    )
    words = listed((within_a_sentence(actor) for actor in several), most=12)
    return Sentence(capitalised(words) + ".", cited) if cited else None


def _main(record: Record) -> Event | None:
    """The meeting that a readout tells of: its first contact that is no background, else its first event."""
    events = [event for event in record.events if not event.background]
    return next((event for event in events if event.type == "CONSULT" and not event.part_of), next(iter(events), None))


def _day(event: Event) -> tuple[str, Span] | None:
    if event.date is None or not (event.date.start or event.date.end):
        return None
    return day_in_words(event.date.start, event.date.end), event.date.text or event.evidence


def _place(event: Event) -> tuple[str, Span] | None:
    return (event.place.name, event.place.evidence or event.evidence) if event.place else None


def _one_thing(
    what: str,
    first: Record,
    second: Record,
    reports: tuple[Report, Report],
    of: Callable[[Event], tuple[str, Span] | None],
) -> Iterator[Difference]:
    meetings = _main(first), _main(second)
    said = [of(meeting) if meeting else None for meeting in meetings]
    if said[0] == said[1] or (said[0] and said[1] and said[0][0] == said[1][0]):
        return
    for each, record in ((said[0], second), (said[1], first)):
        if None in said and each and each[0] in record.document.text:
            return  # the other says it too, though not of what was read as the meeting
    told = [_sentence(each[0], each[1], report) if each else None for each, report in zip(said, reports, strict=True)]
    yield Difference(what, told[0], told[1])


def _sentence(words: str, span: Span, report: Report) -> Sentence:
    return Sentence(
        capitalised(" ".join(words.split()).rstrip(" .")) + ".",
        (ReportCitation(report, None, span.start, span.end, span.text),),
    )
