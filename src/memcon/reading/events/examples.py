"""Runs the example sentences of a lexicon: does the sentence give the event its entry promises?

An example marks its parties: ``<France> praised [Senegal] for its peacekeepers.`` has the source in angle
brackets and the target in square ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.language import Clauses, Parser
from memcon.ontology.lexicon import Cue, Entry, Lexicon
from memcon.reading import dates
from memcon.reading.actors import read_actors
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.assembly import read_events
from memcon.record import Dated, Document, Event

# Every example is history by then, so that entries for what is past have theirs.
_TODAY = Dated("2030-01-01", "2030-01-01", "stated")
_MARKS = re.compile(r"<([^<>]+)>|\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example with what came of it; ``problem`` is None where it gave what it should."""

    file: str
    line: int
    wanted: str
    sentence: str
    problem: str | None


def unmarked(example: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The sentence without its marks, and the character spans of its sources and targets."""
    plain: list[str] = []
    sources: list[tuple[int, int]] = []
    targets: list[tuple[int, int]] = []
    at = size = 0
    for mark in _MARKS.finditer(example):
        plain.append(example[at : mark.start()])
        size += mark.start() - at
        name = mark[1] or mark[2]
        (sources if mark[1] else targets).append((size, size + len(name)))
        plain.append(name)
        size += len(name)
        at = mark.end()
    return "".join([*plain, example[at:]]), sources, targets


def run_examples(lexicon: Lexicon, parser: Parser, files: Iterable[str] | None = None) -> Iterator[Outcome]:
    """Every example of the entries and cues (of these files only, where named), read with the lexicon."""
    wanted = set(files) if files is not None else None
    items: tuple[Entry | Cue, ...] = (*lexicon.entries, *lexicon.cues)
    pairs = [(item, example) for item in items if wanted is None or item.file in wanted for example in item.examples]
    plains = [unmarked(example)[0] for _, example in pairs]
    for (item, example), plain, parsed in zip(pairs, plains, parser.parse_many(plains), strict=True):
        context = Context(Document(f"{item.file}:{item.line}", plain, published=_TODAY), parsed, Clauses(parsed))
        actors = read_actors(context)
        told = dates.resolve(dates.find(plain), plain, context.published)
        events = read_events(context, actors, told, (), lexicon)
        name = item.type if isinstance(item, Entry) else f"{item.name}: {item.status or 'as the verb above it'}"
        problem = _fault(item, example, events, actors, context)
        yield Outcome(item.file, item.line, name, plain, problem)


def _fault(
    item: Entry | Cue, example: str, events: tuple[Event, ...], actors: ActorIndex, context: Context
) -> str | None:
    if isinstance(item, Cue):
        statuses = sorted({event.status for event in events})
        if item.status and item.status not in statuses:
            return f"no event with the status {item.status}; it gave {', '.join(statuses) or 'no event'}"
        return None
    mine = [event for event in events if item.type in (event.type, event.act)]
    if not mine:
        return f"no {item.type}; it gave {', '.join(event.type for event in events) or 'no event'}"
    _, sources, targets = unmarked(example)
    faults = []
    for event in mine:
        fault = _party(event.source, sources, "source", actors, context) or _party(
            event.target, targets, "target", actors, context
        )
        if fault is None:
            return None
        faults.append(fault)
    return faults[0]


def _party(
    got: tuple[str, ...], spans: list[tuple[int, int]], side: str, actors: ActorIndex, context: Context
) -> str | None:
    for start, end in spans:
        meant = {
            actor
            for i in context.parsed.tokens_within(start, end)
            for actor in (*actors.at(i), *actors.parties.get(i, ()))
        }
        sides = {actors.actor(a).country for a in meant} - {None}
        countries = {actors.actor(a).country for a in got}
        if not meant & set(got) and not sides & countries:
            names = ", ".join(actors.actor(a).name for a in got) or "nobody"
            return f"the {side} is {names}, not {context.document.text[start:end]}"
    return None
