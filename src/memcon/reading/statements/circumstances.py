"""To whom, on what occasion and when something was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.reading.context import ActorIndex
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.lexicon import lexicon
from memcon.record import Dated, DateExpression

_AT = frozenset({"in", "at", "during", "on", "via", "through", "by", "over", "after", "following", "to", "from"})
_HEARERS = frozenset({"reporter", "journalist", "media", "press", "newsman"})
#: The steps of a date that belongs to another verb.
_FAR = 9
_CLAUSES = frozenset({"ccomp", "conj", "advcl", "relcl", "parataxis"})
#: Names that mean a medium only after “on”: “wrote on X”.
_PLATFORMS = frozenset({"X", "Telegram", "Truth", "Threads", "Bluesky", "WhatsApp", "YouTube", "LinkedIn"})
_TWEETS = frozenset({"tweet", "retweet"})


@dataclass(slots=True)
class Circumstances:
    """``addressee``: an actor's id; ``occasion``: a name from the table; ``date``: the interval of the saying."""

    addressee: str | None = None
    occasion: str | None = None
    date: Dated | None = None


class Dates:
    """The date expressions of a document that can be asked for by place."""

    def __init__(self, dates: Sequence[DateExpression]) -> None:
        self.dates = sorted(dates, key=lambda d: d.start)
        self._starts = [d.start for d in self.dates]

    def between(self, start: int, end: int) -> list[DateExpression]:
        """Those that begin in the characters ``start``..``end``."""
        return self.dates[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]


def circumstances_of(page: Page, draft: Draft, actors: ActorIndex, dates: Dates) -> Circumstances:
    """What the sentence of the cue says of the occasion, outside what is said itself."""
    found = Circumstances()
    for head in draft.addressees:
        if page.tokens[head].lemma in _HEARERS and page.tokens[head].pos != "PROPN":
            found.occasion = "press"
        elif (occasion := _named(page, head)) is not None:
            # “told a regular briefing”, “told the conference”.
            found.occasion = occasion
            continue
        ids = actors.at(head)
        if len(ids) == 1:
            found.addressee = ids[0]
    around = [i for i in page.sentence_range(draft.anchor) if i not in draft.content]
    noun = _occasion_noun(page, draft, around)
    if noun is not None:
        found.occasion = _named(page, noun)
        for prep in page.parsed.children(noun, "prep", "dative"):
            if page.tokens[prep].lower in ("to", "with"):
                for head in page.parsed.children(prep, "pobj"):
                    ids = actors.at(head)
                    if ids and found.addressee is None:
                        found.addressee = ids[0]
    elif page.tokens[draft.anchor].lemma in _TWEETS:
        found.occasion = "tweet"
    found.date = _date(page, draft, around, dates)
    return found


def _named(page: Page, noun: int) -> str | None:
    occasions = lexicon().occasions
    if noun > 0:
        if page.tokens[noun].text in _PLATFORMS and page.tokens[noun - 1].lower == "on":
            return "social media"
        pair = occasions.get(f"{page.tokens[noun - 1].lower} {page.tokens[noun].lemma}")
        if pair:
            return pair
    return occasions.get(page.tokens[noun].lemma) or occasions.get(page.tokens[noun].lower)


def _occasion_noun(page: Page, draft: Draft, around: list[int]) -> int | None:
    """The noun of the occasion: under a preposition outside the content, or the speaker itself (“the report added”)."""
    tokens = page.tokens
    best = None
    for i in around:
        token = tokens[i]
        if token.pos not in ("NOUN", "PROPN") or _named(page, i) is None:
            continue
        if token.dep == "pobj" and tokens[token.head].lower in _AT:
            governor = tokens[token.head].head
            if governor == draft.anchor or draft.anchor in page.parsed.ancestors(token.head):
                return i
            if best is None and i < draft.anchor:
                best = i
    if best is None and draft.speaker is not None and _named(page, draft.speaker) is not None:
        return draft.speaker
    return best


def _date(page: Page, draft: Draft, around: list[int], dates: Dates) -> Dated | None:
    if not around:
        return None
    tokens = page.tokens
    outside = set(around)
    best: tuple[int, int] | None = None
    chosen = None
    for expression in dates.between(tokens[around[0]].start, tokens[around[-1]].end):
        first = page.parsed.token_at(expression.start)
        if first is None or first not in outside or expression.timex_type not in ("DATE", "TIME"):
            continue
        if any(page.parsed.token_at(k) not in outside for k in (expression.end - 1,)):
            continue
        rank = (_steps(page, first, draft.anchor), abs(first - draft.anchor))
        if rank[0] < _FAR and (best is None or rank < best):
            best, chosen = rank, expression
    if chosen is None:
        return None
    return Dated(chosen.first, chosen.last, "stated", chosen.span)


def _steps(page: Page, token: int, cue: int) -> int:
    """How many other verbs stand between a date and the cue it may date; a great number where it dates another."""
    count = 0
    for above in page.parsed.ancestors(token):
        if above == cue:
            return count
        if page.tokens[above].pos in ("VERB", "AUX"):
            if page.tokens[above].dep in _CLAUSES:
                return _FAR
            count += 1
    return _FAR
