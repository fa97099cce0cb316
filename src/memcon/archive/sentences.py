"""A text cut into sentences by its punctuation, so that a record can be kept without parsing its text again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_END = re.compile(r"\n\s*|(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
# After these a full stop ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Hon|Rev|No|Art|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[A-Z]\.[A-Z])\.$"
)

Span = tuple[int, int]


def sentences(text: str, kept_whole: Iterable[Span] = ()) -> list[Span]:
    """The sentences of ``text`` as (start, end) without the blanks around them.

    Args:
        text: any text; a line break ends a sentence.
        kept_whole: passages that must not be cut, such as the evidence of an event.
    """
    cuts = [
        m.span()
        for m in _END.finditer(text)
        if "\n" in m[0] or not _SHORT.search(text[max(0, m.start() - 8) : m.start()])
    ]
    if cuts:
        starts = [start for start, _ in cuts]
        dropped = set()
        for start, end in kept_whole:
            for place in range(bisect_right(starts, start), len(cuts)):
                if cuts[place][1] >= end:
                    break
                dropped.add(place)
        cuts = [cut for place, cut in enumerate(cuts) if place not in dropped]
    found = []
    begin = 0
    for start, end in [*cuts, (len(text), len(text))]:
        closing = re.match(r"[\"'”’»)\]]*", text[start:end])
        stop = start + (closing.end() if closing else 0)
        left, right = begin, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            found.append((left, right))
        begin = end
    return found


def holding(found: list[Span], start: int) -> int | None:
    """The place in ``found`` of the sentence that holds the character at ``start``, or None."""
    place = bisect_right(found, start, key=lambda span: span[0]) - 1
    return place if place >= 0 and start < found[place][1] else None
