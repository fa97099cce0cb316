"""The facts of a record with their verdicts: a table for people, a line each for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.cli.page.days import interval
from memcon.cli.page.marks import VERDICT_STYLE, VERDICT_WORD, marks_for, shown
from memcon.cli.page.names import capitalised, namer
from memcon.cli.page.wording import STATUS_NOTES
from memcon.cli.page.words import STATES, fact_in_words
from memcon.record import Fact, Record, to_json


def verdicts(record: Record) -> Iterator[dict[str, Any]]:
    """Each fact as one JSON object, actors by name beside their ids."""
    names = {actor.id: actor.name for actor in record.actors}
    for fact, plain in zip(record.facts, to_json(record)["facts"], strict=True):
        check = plain["check"] or {"verdict": None, "why": None, "citations": []}
        yield {
            "document": record.document.id,
            "id": fact.id,
            "relation": fact.relation,
            "subject": names[fact.subject],
            "object": names.get(fact.object or ""),
            "value": fact.value,
            "start": fact.start,
            "end": fact.end,
            "negated": fact.negated,
            "status": fact.status,
            "evidence": plain["evidence"],
            "verdict": check["verdict"],
            "why": check["why"],
            "citations": check["citations"],
        }


def verdict_table(record: Record, console: Console, *, headed: bool) -> RenderableType:
    """Verdict, fact and reason of each fact, what is contradicted first."""
    parts: list[RenderableType] = []
    if headed:
        parts.append(Text(shown(record.document.title or record.document.id, console), style="bold"))
    if not record.facts:
        parts.append(Text("no dated fact was found in this text", style="dim"))
        return Group(*parts, Text())
    order = ("contradicted", "disputed", "supported", "not_covered", None)
    facts = sorted(record.facts, key=lambda fact: order.index(fact.check.verdict if fact.check else None))
    for fact in facts:
        parts.append(fact_row(fact, record, console, cited=True))
    parts.append(legend(record.facts, console))
    return Group(*parts, Text())


def fact_row(fact: Fact, record: Record, console: Console, *, cited: bool = False) -> RenderableType:
    """A fact in words with the sign of its verdict, its date and the reason."""
    name = namer(record, console)
    verdict = fact.check.verdict if fact.check else None
    style = VERDICT_STYLE.get(verdict or "", "")
    said = fact_in_words(fact, name(fact.subject), name(fact.object) if fact.object else None)
    line = Text(capitalised(shown(said, console)), style="bold red" if verdict == "contradicted" else "")
    day = interval(fact.start, fact.end)
    if fact.relation not in STATES and fact.start and not fact.end:
        day = day.removeprefix("since ")
    if day:
        line.append(f", {day}", style="cyan not bold")
    if fact.status != "happened":
        line.append(f" ({STATUS_NOTES[fact.status]})", style="yellow not bold")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, style=style)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(marks_for(console).verdict(verdict), line)
    if fact.check and fact.check.why:
        grid.add_row("", Text(shown(fact.check.why, console), style="dim"))
    if fact.check and cited:
        for citation in fact.check.citations:
            grid.add_row("", Text(shown(f"{citation.table}: {citation.source}", console), style="dim italic"))
    return grid


def legend(facts: Iterable[Fact], console: Console) -> RenderableType:
    """What the signs of these facts mean, with their numbers."""
    found = [fact.check.verdict for fact in facts if fact.check]
    signs = marks_for(console)
    line = Text(style="dim")
    for verdict, word in VERDICT_WORD.items():
        if verdict in found:
            line.append("   " if line else "")
            line.append(signs.verdict(verdict), style=VERDICT_STYLE[verdict])
            line.append(f" {found.count(verdict)} {word}")
    return line
