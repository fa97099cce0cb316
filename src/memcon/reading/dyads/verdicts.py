"""What the lexicon says of a marked pair: the event reader is run with the two spans as the only actors."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.language import Clauses, ParsedText
from memcon.reading.context import ActorIndex, Context
from memcon.reading.dyads.classes import lexicon
from memcon.reading.dyads.model import folded
from memcon.reading.dyads.paths import Range
from memcon.record import Actor, Document

Verdict = tuple[str, str, str, str]

_SOURCE, _TARGET = "source", "target"


def verdicts(parsed: ParsedText, clauses: Clauses, source: Range, target: Range) -> list[Verdict]:
    """The events that the lexicon reads: type, CAMEO code, type of the act within, and who is in it.

    Who is in it: "pair" (the source acts on the target), "back" (the other way round), "source" or "target" (that
    one alone, in whatever role).  Pairs come first.
    """
    from memcon.reading.events.dating import Calendar  # events ask this package for a second opinion
    from memcon.reading.events.reader import EventReader

    document = Document("", parsed.text)
    reader = EventReader(Context(document, parsed, clauses), _index(source, target), lexicon(), Calendar(clauses, ()))
    found = []
    for draft in reader.drafts():
        who = _who(draft.source, draft.target)
        if who:
            found.append((draft.type, draft.cameo, draft.act or "", who))
    return sorted(found, key=lambda verdict: ("pair", "back", "source", "target").index(verdict[3]))


def _who(source: tuple[str, ...], target: tuple[str, ...]) -> str:
    if _SOURCE in source and _TARGET in target:
        return "pair"
    if _TARGET in source and _SOURCE in target:
        return "back"
    if _SOURCE in source or _SOURCE in target:
        return "source"
    return "target" if _TARGET in source or _TARGET in target else ""


def _index(source: Range, target: Range) -> ActorIndex:
    """The two spans as actors; where one lies within the other, its words are its own."""
    by_token: dict[int, tuple[str, ...]] = {}
    spans = sorted(((source, _SOURCE), (target, _TARGET)), key=lambda s: s[0][0] - s[0][1])
    for (first, last), name in spans:
        by_token.update(dict.fromkeys(range(first, last), (name,)))
    # With a code of its own each is a side; a group without one would count as nobody in particular.
    actors = tuple(Actor(name, name, "group", code=name) for name in (_SOURCE, _TARGET))
    return ActorIndex(actors, by_token)


def verdict_features(found: list[Verdict]) -> Iterator[str]:
    """The verdicts as the classifier sees them; without any it sees that the lexicon is silent on the pair."""
    for kind, code, act, who in found:
        kind = folded(kind)
        yield f"lexicon:{who} {kind}"
        yield f"lexicon:any {kind}"
        yield f"lexicon:{who} {code[:3]}"
        if act:
            yield f"lexicon:{kind} of {folded(act)}"
    if not any(who == "pair" for *_, who in found):
        yield "lexicon:no pair"
