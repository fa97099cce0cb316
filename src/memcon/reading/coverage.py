"""Which sentences gave nothing, so that a reader sees what was not read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from memcon.language import ParsedText, Sentence, dateline_end
from memcon.record import Coverage, Event, Fact, Span, Statement


def coverage_of(
    parsed: ParsedText, events: Iterable[Event], statements: Iterable[Statement], facts: Iterable[Fact]
) -> Coverage:
    """The number of sentences with a word in them, and those that no event, statement or fact rests on."""
    evidence = sorted(
        (span.start, span.end)
        for span in chain((e.evidence for e in events), (s.content for s in statements), (f.evidence for f in facts))
    )
    unread: list[Span] = []
    count = at = 0
    reached = -1
    for sentence in parsed.sentences:
        if sentence.start == sentence.end or _is_dateline(parsed.text, sentence):
            continue
        count += 1
        while at < len(evidence) and evidence[at][0] < sentence.end:
            reached = max(reached, evidence[at][1])
            at += 1
        if reached <= sentence.start:
            unread.append(Span.of(parsed.text, sentence.start, sentence.end))
    return Coverage(count, tuple(unread))


def _is_dateline(text: str, sentence: Sentence) -> bool:
    end = dateline_end(text, sentence.start)
    return end is not None and end >= sentence.end
