"""The text's own words for an event: from what its source does to the end of the clause, cut where they run long."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.record import Event, Record

MOST_WORDS = 26
_BEFORE_THE_PREDICATE = 10
_FEW = 5
_DATELINE = re.compile(
    r"[^\w“\"]*(?:[A-Z][A-Z/.’' -]{2,}[A-Z](?:,[^–—-]{1,40})?|(?:,? *\d{1,2} [A-Z]\w+ \d{4}))\s+[–—-]+\s+"
)
_LEADING = re.compile(r"(?:[\s,;:.–—)\]-]|that\b|which\b|who\b|and\b)+")
_TRAILING = " \n\t,;:.–—-(["


@dataclass(frozen=True, slots=True)
class Quoted:
    """Characters ``start``..``end`` of the text, and whether words before or after them were left out."""

    start: int
    end: int
    text: str
    cut_before: bool = False
    cut_after: bool = False

    def shown(self, ellipsis: str) -> str:
        """The words on one line, an ellipsis where some are missing."""
        words = " ".join(self.text.split())
        return f"{f'{ellipsis} ' if self.cut_before else ''}{words}{f' {ellipsis}' if self.cut_after else ''}"


def first_line(text: str, most: int = 90) -> str:
    """The first line of a text that is not blank, as a name for a report without a headline.

    Args:
        text: of the report.
        most: characters at the most; a longer line is cut between words.
    """
    line = next((" ".join(line.split()) for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= most else f"{line[: most - 2].rsplit(' ', 1)[0]} …"


def own_words(event: Event, record: Record, *, most: int | None = MOST_WORDS) -> Quoted:
    """The words of ``event``, at most ``most`` of them (None: all of its evidence).

    What stands before the predicate is left out where it only names the source, which the page does already.
    """
    text = record.document.text
    start, end = event.evidence.start, event.evidence.end
    if most is None:
        return _tidy(text, start, end, event)
    lead = _end_of_source(event, record)
    if lead is not None:
        start = lead
    quoted = _tidy(text, start, end, event)
    words = [(m.start() + quoted.start, m.end() + quoted.start) for m in re.finditer(r"\S+", quoted.text)]
    if len(words) <= most:
        return quoted
    at = next((i for i, (_, last) in enumerate(words) if last > event.predicate.start), 0)
    first = max(0, at - _BEFORE_THE_PREDICATE) if at > _BEFORE_THE_PREDICATE + _FEW else 0
    last = min(len(words), max(first + most, at + _FEW))
    start, end = words[first][0], words[last - 1][1]
    return Quoted(start, end, text[start:end].rstrip(_TRAILING), first > 0, last < len(words))


def _end_of_source(event: Event, record: Record) -> int | None:
    """Where the last mention of the source before the predicate ends, if little stands between the two."""
    if not event.source:
        return None
    mentions = (mention for actor in record.actors if actor.id in event.source for mention in actor.mentions)
    ends = [m.end for m in mentions if event.evidence.start <= m.start and m.end <= event.predicate.start]
    if not ends:
        return None
    last = max(ends)
    between = record.document.text[last : event.predicate.start]
    named = any(
        last <= mention.start and mention.end <= event.predicate.start
        for actor in record.actors
        for mention in actor.mentions
    )
    plain = not re.search(r"[;:“”\"(]|, .*,|'s|’s", between)
    return last if len(between.split()) <= _FEW and plain and not named else None


def _tidy(text: str, start: int, end: int, event: Event) -> Quoted:
    """Without dateline, “that” and punctuation at the ends; the predicate always stays."""
    words = text[start:end]
    for pattern in (_DATELINE, _LEADING):
        found = pattern.match(words)
        if found and start + found.end() <= event.predicate.start:
            start += found.end()
            words = text[start:end]
    words = words.rstrip(_TRAILING)
    if words.count("“") > words.count("”"):
        words += "”" if text[start + len(words) : start + len(words) + 1] == "”" else ""
    return Quoted(start, start + len(words), words)
