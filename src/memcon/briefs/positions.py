"""What each side said to or about the other, what it asked for, and what it words otherwise than the last time."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from memcon.archive import Archive
from memcon.briefs.asking import Question, question
from memcon.briefs.citations import Sentence
from memcon.briefs.differing import changes, likeness, shared
from memcon.briefs.findings import Earlier, Position
from memcon.briefs.labelling import label_of
from memcon.briefs.phrasing import Teller
from memcon.briefs.sides import Side
from memcon.briefs.telling import Reports, Told, kind_is, places, role_of, told
from memcon.reference.days import moved

#: Positions that are given unless more are asked for.
POSITIONS = 24

# Of these many, the latest, the ones that say something are taken and earlier wordings are looked for.
_LOOKED_AT = 600
# Their latest meetings, whatever is said in the reports of which is a position.
_MEETINGS = 100
_VOICED = ("SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE")
# Two passages are on one matter if they share so many of the telling words of the shorter, and at least so many.
_SAME_MATTER = 0.45
_AT_LEAST = 3
# Types in which the event says more than that somebody spoke.
_POINTED = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")
# CAMEO codes of acts that are filed with words of support: recognition, a treaty signed.
_DEEDS = ("054", "057")
# What was said so many days before the report that tells of it in passing is history.
_RECENT = 366
_A_LETTER = re.compile(r"\b(?:letters?|messages?|cables?|telegrams?)\b")
# The statements that do no more than carry an event: “…, the ministry said”.
_CARRYING = """
SELECT DISTINCT said.place FROM json_each(?) AS wanted
CROSS JOIN entries AS said ON said.place = wanted.value AND said.kind = 'statement'
JOIN statements ON statements.id = said.id
JOIN entries AS carried ON carried.sentence = said.sentence AND carried.kind = 'event'
JOIN event_parties ON event = carried.id AND role = 'reported_by' AND actor = statements.speaker
"""


def positions(
    archive: Archive,
    one: str,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = POSITIONS,
) -> tuple[Position, ...]:
    """What two sides said to or about each other, or one side to anybody, the latest first.

    Args:
        archive: where to look.
        one: a state, body, person or code; ``other``, the second side, or None.
        since: the first day, ISO, with ``until``, the last.
        limit: at most so many.

    Raises:
        UnknownSide: nobody has one of the names.
    """
    return positions_of(question(archive, one, other, since=since, until=until, limit=limit))


def positions_of(asked: Question) -> tuple[Position, ...]:
    """As :func:`positions`, for sides that are known already."""
    voiced = _voiced(asked.connection, asked.sides, asked.until)
    voiced.sort(key=lambda pair: pair[0].order)
    found: list[Position] = []
    for number in range(len(voiced) - 1, -1, -1):
        if asked.limit is not None and len(found) >= asked.limit:
            break
        one, holder = voiced[number]
        if asked.since and (one.until or "") < asked.since:
            continue
        found.append(_position(one, holder, voiced[:number], asked.sides, asked.teller))
    return tuple(found)


def _voiced(connection: sqlite3.Connection, sides: Sequence[Side], until: str | None) -> list[tuple[Told, Side]]:
    """What was voiced, with the side that did; of two readings of the same words the one that says more."""
    found: dict[int, tuple[Told, Side]] = {}
    pairs = list(zip(sides, sides[::-1], strict=True)) if len(sides) > 1 else [(sides[0], None)]
    types = " OR ".join(f'"type_{kind.lower()}_0"' for kind in _VOICED)
    for holder, other in pairs:
        towards = [role_of("with", other)] if other else []
        asked: list[tuple[list[str], tuple[str, ...]]] = [
            ([role_of("said", holder), kind_is("statement"), *towards], ()),
            ([role_of("from", holder), kind_is("event"), f"facets : ({types})", *towards], ()),
        ]
        if other:
            asked.append(([role_of("said", holder), kind_is("statement")], other.names))
        for facets, words in asked:
            some = places(connection, facets, words=words, until=until, latest=_LOOKED_AT)
            for one in told(connection, some):
                if words and other and not _names(one.sentence, other):
                    continue
                if _is_long_past(one) or (one.kind == "event" and (one.cameo or "")[:3] in _DEEDS):
                    continue
                if one.kind == "event" and one.status in ("planned", "offered", "denied", "alleged", "hypothetical"):
                    continue
                found[one.place] = (one, holder)
    if len(sides) > 1:
        found |= {one.place: (one, holder) for one, holder in _at_their_meetings(connection, sides, until)}
    return _once(connection, list(found.values()))


def _at_their_meetings(
    connection: sqlite3.Connection, sides: Sequence[Side], until: str | None
) -> Iterator[tuple[Told, Side]]:
    """What either side says in the reports on their meetings, whether or not it names the other."""
    both = [*(role_of("with", each) for each in sides), kind_is("event"), 'facets : "contact_0"']
    meetings = told(connection, places(connection, both, until=until, latest=_MEETINGS))
    reports = {one.version for one in meetings if not one.background}
    for holder in sides:
        said = places(connection, [role_of("said", holder), kind_is("statement")], until=until, latest=_LOOKED_AT)
        yield from ((one, holder) for one in told(connection, said) if one.version in reports)


def _names(sentence: str, other: Side) -> bool:
    """Whether a sentence names a side in its own spelling: “US” is not “us”."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) for name in other.names)


def _once(connection: sqlite3.Connection, voiced: list[tuple[Told, Side]]) -> list[tuple[Told, Side]]:
    """Each thing once: not the readout that only carries what happened, not a request again as a statement."""
    carrying = {row[0] for row in connection.execute(_CARRYING, (json.dumps([one.place for one, _ in voiced]),))}
    voiced = [(one, holder) for one, holder in voiced if one.place not in carrying]
    pointed = {
        (one.version, one.sentence_start): one for one, _ in voiced if one.kind == "event" and one.type in _POINTED
    }
    said: dict[tuple[int, str], Told] = {}
    here: dict[tuple[int, int], list[Told]] = {}
    kept = []
    for one, holder in voiced:
        if one.kind == "statement":
            event = pointed.get((one.version, one.sentence_start))
            if event and _covers(event, one) and one.end - one.start < 2 * (event.end - event.start):
                continue
            said[one.version, one.local] = one
            here.setdefault((one.version, one.sentence_start), []).append(one)
            kept.append((one, holder))
    for one, holder in voiced:
        if one.kind != "event":
            continue
        within = here.get((one.version, one.sentence_start), ())
        if one.type not in _POINTED and (
            (one.version, one.statement) in said
            or any(_overlap(one, each) or _A_LETTER.search(one.cue) for each in within)
        ):
            continue
        kept.append((one, holder))
    return kept


def _is_long_past(one: Told) -> bool:
    """Whether it was told in passing about a time long before the report."""
    return bool(one.background and one.until and one.published and one.until < moved(one.published, -_RECENT))


def _overlap(one: Told, other: Told) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)


def _covers(one: Told, other: Told) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both > 0.7 * (other.end - other.start)


def _position(
    one: Told, holder: Side, before: Sequence[tuple[Told, Side]], sides: Sequence[Side], teller: Teller
) -> Position:
    who = one.who("speaker") or one.who("source")
    toward = one.who("addressee") or one.who("target")
    names = [taker.name for taker in who if taker.of(holder)] or [taker.name for taker in who]
    requested = one.kind == "event" and one.type == "REQUEST"
    return Position(
        id=one.id,
        kind="request" if requested else "position",
        holder=names[0] if names else holder.name,
        side=holder.name,
        toward=tuple(dict.fromkeys(taker.name for taker in toward)),
        day=one.day,
        until=one.until,
        basis=one.basis,
        label=label_of(one),
        topics=one.topics,
        wording=wording(one, teller.reports),
        sentence=teller.tell(one),
        before=_last_time(one, holder, before, sides, teller),
    )


def wording(one: Told, reports: Reports) -> str:
    """The words of the report for what was said or done."""
    text = reports.of(one.version).text
    at = text.find(one.cue, one.start, one.end) if one.kind == "event" and one.cue else one.start
    return " ".join(text[max(at, one.start) : one.end].split()).rstrip(" .,;")


def _last_time(
    one: Told, holder: Side, before: Sequence[tuple[Told, Side]], sides: Sequence[Side], teller: Teller
) -> Earlier | None:
    """The latest earlier wording of the same side on the same matter, on another day and in another report."""
    words = one.sentence or wording(one, teller.reports)
    names = [name for each in sides for name in each.names]
    for earlier, by in reversed(before):
        if by != holder or earlier.report == one.report or not earlier.day or earlier.day == one.day:
            continue
        if one.story is not None and earlier.story == one.story:
            continue
        other = earlier.sentence or wording(earlier, teller.reports)
        if likeness(words, other, without=names) >= _SAME_MATTER and shared(words, other, without=names) >= _AT_LEAST:
            was = wording(earlier, teller.reports)
            sentence = Sentence(teller.tell(earlier).text, (teller.reports.cite_sentence(earlier),))
            return Earlier(earlier.id, earlier.day, sentence, was, changes(was, wording(one, teller.reports)))
    return None
