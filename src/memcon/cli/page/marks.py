"""The signs and styles of the page; plain ASCII where the terminal's encoding has no others."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rich.console import Console


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs of a page: verdicts by name, the tree of a meeting, an ellipsis, a dot between notes."""

    supported: str = "✓"
    contradicted: str = "✗"
    disputed: str = "?"
    not_covered: str = "·"
    branch: str = "├ "
    stem: str = "│ "
    last: str = "└ "
    ellipsis: str = "…"
    dot: str = " · "
    rule: str = "─"
    arrow: str = "→"
    both: str = "↔"

    def verdict(self, name: str | None) -> str:
        """The sign of a verdict; a blank where nothing was checked."""
        return {
            "supported": self.supported,
            "contradicted": self.contradicted,
            "disputed": self.disputed,
            "not_covered": self.not_covered,
        }.get(name or "", " ")


ASCII = Marks("+", "x", "?", ".", "|- ", "|  ", "`- ", "...", " - ", "-", "->", "<->")

VERDICT_STYLE = {"supported": "green", "contradicted": "bold red", "disputed": "yellow", "not_covered": "dim"}
# By the word that stands on the page.
STATUS_STYLE = {
    "denied": "red",
    "cancelled": "red",
    "alleged": "yellow",
    "possible": "yellow",
    "conditional": "yellow",
    "postponed": "yellow",
}

_FALLBACK = str.maketrans({
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "−": "-", " ": " ",
})  # fmt: skip


def marks_for(console: Console) -> Marks:
    """The signs that the console's encoding can show."""
    return Marks() if can_show("✓✗├└│─…→↔", console.encoding) else ASCII


def can_show(text: str, encoding: str) -> bool:
    """Whether ``encoding`` has every character of ``text``."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def shown(text: str, console: Console) -> str:
    """``text`` on one line, without control characters, in characters that the console has."""
    flat = " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
    if can_show(flat, console.encoding):
        return flat
    plain = unicodedata.normalize("NFKD", flat.translate(_FALLBACK))
    bare = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return bare.encode(console.encoding, "replace").decode(console.encoding)
