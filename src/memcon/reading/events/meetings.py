"""One meeting and its exchanges: what was said in it is part of it."""

from __future__ import annotations

from memcon.reading.events.drafts import Draft
from memcon.reading.events.reader import EventReader
from memcon.reading.events.status import HAPPENED
from memcon.record import Dated

_EXCHANGES = frozenset({"CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "AGREE", "CONCEDE", "THREATEN"})
_MEETINGS = frozenset({"040", "041", "042", "043", "044", "046"})


def join_meetings(drafts: list[Draft], reader: EventReader) -> None:
    """The exchanges in a meeting belong to it; one that names no counterpart has the meeting's.

    What has happened is no part of a meeting that is still ahead.
    """
    country = reader.parties.country
    meeting: Draft | None = None
    for draft in drafts:
        ahead = meeting is not None and meeting.status != HAPPENED and draft.status == HAPPENED
        if meeting is not None and not ahead and draft.type in _EXCHANGES and draft.source and not draft.noun:
            one = {country(a) for a in meeting.source}
            other = {country(a) for a in meeting.target}
            mine = {country(a) for a in draft.source}
            theirs = {country(a) for a in draft.target if a in reader.parties.known}
            stated = draft.date is not None and draft.date.basis == "stated"
            if _again(draft, meeting, stated, mine | theirs, one | other):
                meeting.date, draft.date = draft.date, meeting.date
                meeting.date = meeting.date and Dated(meeting.date.start, meeting.date.end, "context")
                draft.date = meeting.date
            if _joined(draft, reader) and theirs and theirs <= one | other:
                # “They were joined by the Foreign Minister of Ukraine”: he was there too.
                met = (*meeting.source, *meeting.target)
                draft.target = tuple(a for a in met if a not in draft.source)
                meeting.target = (*meeting.target, *(a for a in draft.source if a not in met))
                draft.part_of = meeting
                continue
            if mine <= one | other and theirs <= one | other and not stated:
                draft.part_of = meeting
                if not theirs:
                    draft.target = _counterpart(meeting, mine, one, other) or draft.target
                continue
            if theirs == one | other and not stated and _is_meeting(draft):
                draft.part_of = meeting  # the host who welcomes those who meet
                continue
        if _is_meeting(draft) and not _passing(draft):
            meeting = draft


def _joined(draft: Draft, reader: EventReader) -> bool:
    clause = draft.clause
    return clause is not None and clause.lemma == "join" and clause.passive and _they(clause.patient, reader)


def _they(heads: tuple[int, ...], reader: EventReader) -> bool:
    return any(reader.text.tokens[head].lower in ("they", "both", "two", "leaders", "ministers") for head in heads)


def _again(draft: Draft, meeting: Draft, stated: bool, parties: set[str], sides: set[str]) -> bool:
    """A second telling of the same meeting, which gives the day that the first left out."""
    return (
        _is_meeting(draft)
        and stated
        and draft.status == meeting.status == HAPPENED
        and (meeting.date is None or meeting.date.basis != "stated")
        and parties == sides
    )


def _passing(draft: Draft) -> bool:
    """“who visited Berlin last week”: a relative clause with a day of its own is not what the report goes on about."""
    told_of = draft.clause is not None and draft.clause.relation in ("relcl", "acl")
    return told_of and draft.date is not None and draft.date.basis == "stated"


def _is_meeting(draft: Draft) -> bool:
    told = draft.type == "CONSULT" and draft.cameo in _MEETINGS and draft.status == HAPPENED
    planned = draft.act == "CONSULT" and draft.status == "planned" and draft.type == "AGREE" and not draft.pending
    return (told or planned) and bool(draft.source and draft.target) and not draft.noun


def _counterpart(meeting: Draft, mine: set[str], one: set[str], other: set[str]) -> tuple[str, ...]:
    if mine <= one and not mine & other:
        return meeting.target
    if mine <= other and not mine & one:
        return meeting.source
    return ()
