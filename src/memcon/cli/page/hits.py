"""What a search found, and a contact log, as pages for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.archive import Attendee, Contact, Hit
from memcon.cli.page.marks import STATUS_STYLE, VERDICT_STYLE, marks_for, shown
from memcon.cli.page.printing import console, put
from memcon.record import Dated
from memcon.wording.days import when
from memcon.wording.labels import STATUSES
from memcon.wording.names import listed

_MARGIN = 14


def show_hits(hits: Sequence[Hit]) -> None:
    """Print answers, those of one report under its name."""
    out = console()
    for number, (_, group) in enumerate(groupby(hits, lambda hit: (hit.report, hit.day))):
        if number:
            put(out, Text())
        some = list(group)
        put(out, _heading(some[0], out))
        for _, alike in groupby(some, lambda hit: hit.text):
            same = list(alike)
            for hit in same:
                if hit.kind not in ("sentence", "headline"):
                    put(out, Padding(_reading(hit, out), (0, 0, 0, 2)))
            put(out, Padding(_sentence(same[0], out), (0, 0, 0, _MARGIN - 2)))


def _heading(hit: Hit, out: Console) -> Text:
    dot = marks_for(out).dot
    day = _day(hit.day, hit.until) or "no date"
    line = Text(day, style="bold")
    if hit.basis == "report":
        line.append(" (day of the report)", style="dim not bold")
    name = hit.title or hit.name
    where = dot.join(filter(None, (hit.outlet, shown(name, out), hit.report)))
    line.append(f"{dot}{shown(where, out)}", style="dim not bold")
    return line


def _reading(hit: Hit, out: Console) -> Text:
    line = Text(f"{hit.id:<{_MARGIN - 4}}", style="dim")
    arrow = f" {marks_for(out).arrow} "
    line.append(shown(", ".join(hit.who) or "somebody", out), style="bold not dim")
    line.append(f" {shown(hit.what or '', out)}", style="not dim")
    if hit.whom:
        line.append(arrow + shown(", ".join(hit.whom), out), style="not dim")
    notes = []
    if hit.status and hit.status != "happened":
        notes.append((STATUSES.get(hit.status, hit.status), STATUS_STYLE.get(hit.status, "cyan")))
    if hit.verdict:
        notes.append((hit.verdict.replace("_", " "), VERDICT_STYLE.get(hit.verdict, "dim")))
    if hit.place:
        notes.append((f"in {hit.place}", "not dim"))
    if hit.topics:
        notes.append((f"about {', '.join(hit.topics)}", "not dim"))
    if hit.standing != "read":
        notes.append((f"{hit.standing} by a person", "green"))
    for text, style in notes:
        line.append(marks_for(out).dot, style="dim")
        line.append(shown(text, out), style=style)
    return line


def _sentence(hit: Hit, out: Console) -> Text:
    """The sentence with its passage in » « and the words asked for in bold."""
    starts = {start for start, _ in hit.words}
    ends = {end for _, end in hit.words}
    line = Text(style="italic")
    bold = False
    left, right = ("«", "»") if marks_for(out).rule != "-" else ("<<", ">>")
    whole = hit.passage is None or hit.passage == (0, len(hit.text))
    for place, character in enumerate(hit.text):
        bold = (bold and place not in ends) or place in starts
        if not whole and hit.passage and place == hit.passage[0]:
            line.append(left, style="dim")
        if not whole and hit.passage and place == hit.passage[1]:
            line.append(right, style="dim")
        line.append(character if character.isprintable() else " ", style="bold" if bold else "")
    if not whole and hit.passage and hit.passage[1] == len(hit.text):
        line.append(right, style="dim")
    return line if shown(hit.text, out) == " ".join(hit.text.split()) else Text(shown(line.plain, out), style="italic")


def show_log(contacts: Sequence[Contact], one: str, other: str) -> None:
    """Print a contact log as a table."""
    out = console()
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=out.is_terminal)
    for name, ratio in (("day", None), (one, 3), (other, 3), ("how", None), ("about", 2)):
        grid.add_column(shown(name, out), ratio=ratio, overflow="fold", no_wrap=name == "day")
    for contact in contacts:
        how = Text(contact.channel)
        if contact.visitors:
            how.append(f"\nby {shown(listed(contact.visitors), out)}")
        if contact.place:
            how.append(f"\n{shown(contact.place, out)}")
        if contact.status != "happened":
            how.append(f"\n{STATUSES.get(contact.status, contact.status)}", STATUS_STYLE.get(contact.status, "cyan"))
        day = Text(_day(contact.day, contact.until) or "no date")
        if contact.basis == "report":
            day.append("\n(of the report)", "dim")
        told = Text(", ".join(contact.topics))
        count = len(contact.reports)
        told.append(("\n" if told else "") + (f"{count} reports" if count > 1 else contact.reports[0]), "dim")
        across = _people(contact.other, out)
        if contact.others:
            across.append(f"\nalso {shown(', '.join(who.name for who in contact.others), out)}", "dim")
        grid.add_row(day, _people(contact.one, out), across, how, told)
        grid.add_row("", Text(), Text(), Text(), Text())
    put(out, grid)


def _people(people: Iterable[Attendee], out: Console) -> Text:
    line = Text()
    for person in people:
        line.append("\n" if line else "")
        line.append(shown(person.name, out))
        if person.office and person.office.split(",")[0].lower() not in person.name.lower():
            line.append(f", {shown(person.office.split(';')[0], out)}", "dim")
    return line


def _day(first: str | None, last: str | None) -> str:
    return when(Dated(first, last, "stated")) if first or last else ""
