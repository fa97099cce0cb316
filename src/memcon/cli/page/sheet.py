"""What the sections of a page share: the record, the console, and how a row with a date in its margin is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.cli.page.marks import Marks, marks_for, shown
from memcon.record import Dated, Record
from memcon.wording.days import BASIS, when
from memcon.wording.names import listed, namer, tagger

# Below this width the date stands above what happened instead of beside it.
_ROOM_FOR_A_MARGIN = 64
_MARGIN = 17
_INDENT = 2


class Sheet:
    """One record on its way to one console.

    Args:
        record: what is shown.
        console: where it goes; its width and encoding count.
        full: everything at full length, nothing counted instead of shown.
    """

    def __init__(self, record: Record, console: Console, *, full: bool = False) -> None:
        self.record = record
        self.console = console
        self.full = full
        self.signs: Marks = marks_for(console)
        self.name: Callable[[str], str] = namer(record, self.show)
        self.tag: Callable[[str], str] = tagger(record, self.show)

    def show(self, text: str) -> str:
        """``text`` on one line in characters that the console has."""
        return shown(text, self.console)

    def names(self, ids: Iterable[str]) -> str:
        """Actors as a list within a sentence."""
        return listed(map(self.name, ids))

    def tags(self, ids: Iterable[str]) -> str:
        """Actors as a list of bare names, each with its country."""
        return listed(map(self.tag, ids))

    def bare(self, ids: Iterable[str]) -> str:
        """Actors as a list of bare names."""
        return listed(self.show(actor.name) for id in ids for actor in self.record.actors if actor.id == id)

    def shortened(self, text: str, most: int) -> str:
        """At most ``most`` words, all of them on a full page."""
        words = self.show(text).split()
        if self.full or len(words) <= most:
            return " ".join(words)
        return f"{' '.join(words[:most])} {self.signs.ellipsis}"

    def rest(self, left_out: int, what: str) -> Iterable[RenderableType]:
        """A line that counts what was left out."""
        if left_out > 0:
            yield Text(f"{left_out} more {what}: --full shows them", style="dim")

    @property
    def has_margin(self) -> bool:
        """Whether the terminal has room for dates in a margin."""
        return self.console.width >= _ROOM_FOR_A_MARGIN

    def dated(self, dated: Dated | None, body: RenderableType, *, shown_already: bool = False) -> RenderableType:
        """A row with its date in the margin, or above it where there is no room; blank where the text gives none."""
        day = "" if shown_already else self.show(when(dated))
        known = bool(dated and (dated.start or dated.end))
        basis = BASIS.get(dated.basis, "") if dated and known and not shown_already else ""
        if dated and dated.basis == "context" and not self.full:
            basis = ""  # the day of the same meeting or of the sentence before: what a reader takes for granted
        return self.row(day, body, basis, style="cyan" if known else "dim")

    def row(self, day: str, body: RenderableType, basis: str = "", *, style: str = "cyan") -> RenderableType:
        """A row with a day already in words, and on what it rests."""
        margin = Text(day, style=style)
        if not self.has_margin:
            if not day:
                return Padding(body, (0, 0, 0, _INDENT))
            margin.append(f" ({basis})" if basis else "", style="dim")
            return Group(margin, Padding(body, (0, 0, 0, _INDENT)))
        if basis:
            margin.append(f"\n{basis}", style="dim")
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        grid.add_column(width=_MARGIN)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(margin, body)
        return grid

    def branch(self, body: RenderableType, *, last: bool) -> RenderableType:
        """``body`` hung on the tree of a meeting."""
        grid = Table.grid(expand=True)
        grid.add_column(width=len(self.signs.branch), style="dim")
        grid.add_column(ratio=1, overflow="fold")
        margin = _MARGIN + 1 if self.has_margin else _INDENT
        inner = max(10, self.console.width - _INDENT - margin - len(self.signs.branch))
        height = len(self.console.render_lines(body, self.console.options.update(width=inner)))
        rail = [self.signs.last if last else self.signs.branch]
        rail += [" " if last else self.signs.stem] * (height - 1)
        grid.add_row(Text("\n".join(rail)), body)
        return grid
