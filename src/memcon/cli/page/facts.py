"""The facts of a record with their verdicts: a table for people, a line each for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.cli.page.marks import VERDICT_STYLE, marks_for, shown
from memcon.record import Fact, Record, to_json
from memcon.wording.labels import STATUSES
from memcon.wording.names import capitalised, listed, namer
from memcon.wording.words import VERDICT_WORD, day_of, fact_in_words

_MOST_WORDS = 26


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
        parts.append(fact_row([fact], record, console, cited=True))
    parts.append(legend(record.facts, console))
    return Group(*parts, Text())


def fact_row(
    facts: Sequence[Fact], record: Record, console: Console, *, cited: bool = False, dated: bool = True
) -> RenderableType:
    """A fact in words with the sign of its verdict, its date and the reason.

    ``dated`` is false where the page gives the date beside it, ``cited`` adds the tables it rests on.
    Several facts that differ in their subject alone, or in their object alone, are said in one sentence.
    """
    fact = facts[0]
    name = namer(record, lambda one: shown(one, console))
    verdict = fact.check.verdict if fact.check else None
    style = VERDICT_STYLE.get(verdict or "", "")
    subjects = dict.fromkeys(name(each.subject) for each in facts)
    things = dict.fromkeys(name(each.object) for each in facts if each.object)
    in_state = any(actor.id == fact.object and actor.kind == "state" for actor in record.actors)
    said = fact_in_words(fact, listed(subjects), listed(things) or None, several=len(subjects) > 1, in_state=in_state)
    line = Text(capitalised(shown(said, console)), style="bold red" if verdict == "contradicted" else "")
    day = day_of(fact)
    if fact.relation == "elected_to" and day:
        line.append(", term " + day, style="not bold")
    elif day and dated:
        line.append(f", {day}", style="cyan not bold")
    if fact.status != "happened":
        line.append(f" ({STATUSES[fact.status]})", style="yellow not bold")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, style=style)
    grid.add_column(ratio=1, overflow="fold")
    signs = marks_for(console)
    grid.add_row(signs.verdict(verdict), line)
    reasons = _reasons(facts)
    if verdict == "not_covered" and not cited:
        line.append(f" ({shown(reasons, console)})" if reasons else "", style="dim not bold")
    elif reasons:
        words = shown(reasons, console).split()
        short = len(words) <= _MOST_WORDS or cited
        grid.add_row("", Text(" ".join(words if short else [*words[:_MOST_WORDS], signs.ellipsis]), style="dim"))
    if fact.check and cited:
        for citation in fact.check.citations:
            grid.add_row("", Text(shown(f"{citation.table}: {citation.source}", console), style="dim italic"))
    return grid


def _reasons(facts: Sequence[Fact]) -> str:
    """Why, each reason once, and the table they share named once."""
    why = list(dict.fromkeys(each.check.why for each in facts if each.check and each.check.why))
    tables = {reason.partition(": ")[0] for reason in why if ": " in reason}
    if len(why) > 1 and len(tables) == 1 and all(": " in reason for reason in why):
        return f"{tables.pop()}: " + "; ".join(reason.partition(": ")[2] for reason in why)
    return "; ".join(why)


def alike(facts: Iterable[Fact], *, reasons_too: bool = True) -> list[list[Fact]]:
    """The facts in groups that one sentence can say: the same but for the subject, or the same but for the object.

    ``reasons_too`` keeps apart what has the same verdict for different reasons.
    """
    groups: list[list[Fact]] = []
    for fact in facts:
        for group in groups:
            first = group[0]
            if _but_for_the_parties(first, reasons_too) == _but_for_the_parties(fact, reasons_too) and (
                all(each.object == fact.object for each in group)
                or (fact.object is not None and all(each.subject == fact.subject for each in group))
            ):
                group.append(fact)
                break
        else:
            groups.append([fact])
    return groups


def _but_for_the_parties(fact: Fact, reasons_too: bool) -> object:
    check = (fact.check.verdict, fact.check.why if reasons_too else "") if fact.check else None
    return (fact.relation, fact.value, fact.start, fact.end, fact.negated, fact.status, check)


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
