"""The side of a report on which a date lies: the tense of its clause, and words such as scheduled, upcoming, until."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Tense = Callable[[int], str | None]

#: What makes a date lie ahead even where the finite verb is past: “was due to arrive on Friday”, “agreed to meet”.
_PLANNED: Final = re.compile(
    r"\b(?:due (?:to|for|in|on)|scheduled|slated|expected (?:to|on|in|by)|set (?:to|for)|poised to|planned (?:to|for)|"
    r"(?:is|are|was|were) to|to be (?:held|signed|opened|published|released|announced)|(?:dead|time)line of|"
    r"(?:agreed|decided|vowed|promised|pledged|offered|ordered|invited|hoped|voted|intended|threatened|plan|plans|planning|"
    r"preparing|hopes?|intends?|wants?|expects?) to|as (?:early|soon) as|"
    r"expect(?:s|ed)? (?:\w+ ){1,3}to|(?:extend(?:ed|s)?|postponed?|delayed|adjourned|suspended|deferred|valid|runs?|"
    r"continues?|lasts?|remains?) (?:\w+ ){0,4}"
    r"(?:until|to|through))\b",
    re.IGNORECASE,
)
#: What makes it lie ahead where no past verb stands nearer.
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|won['’]t|going to|being [a-z]+ed|ahead of|looks? forward|looking forward|expires?|"
    r"by the end of|begins?|opens|starts|arrives|leaves|travels|meets|hosts|launches|next)\b|['’]ll\b",
    re.IGNORECASE,
)
#: “the upcoming visit to Ankara in May”; “he would return by March”
_COMING: Final = re.compile(
    r"\b(?:(?:upcoming|forthcoming|next)(?:\s+[\w’'-]+){1,6}|would\s+(?!have\b)(?:[\w’'-]+\s+){0,8}[\w’'-]+)"
    r"\s+(?:on|in|of|by)?\s*(?:the\s+end\s+of\s+)?$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"(?<!be )\b(?:was|were|had|did|said|told|met|held|took|made|began|found|won|lost|left|came|went|saw|got|gave|"
    r"became|broke|"
    r"brought|built|bought|caught|chose|fell|felt|fought|grew|heard|hit|kept|knew|led|lay|meant|paid|put|ran|rose|sank|sent|"
    r"shook|shot|sold|spent|spoke|stood|struck|swore|taught|thought|threw|understood|withdrew|wrote|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
#: “said Monday”, “told reporters on Tuesday”: the day is that of the saying.
_JUST_SAID: Final = re.compile(
    r"(?<!be )\b(?:said|says|told|announced|reported|confirmed|declared|stated|warned|added)\s+"
    r"(?:[A-Za-z’']+\s+){0,2}(?:on\s+|late\s+|early\s+)?$"
)
#: “since May”; “reached in Paris in December”, “less than forecast in July”: done by then, whatever governs it.
_DONE: Final = re.compile(
    r"\bsince\s+(?:early\s+|late\s+|mid-)?$|(?<!be )(?<!is )(?<!are )\b(?!expected|scheduled|planned|slated|needed|required|"
    r"invited|proposed|promised|projected|extended|postponed|delayed|adjourned|suspended|deferred)"
    r"(?:[a-z]{3,}ed|forecast|held|begun|taken|built|made)\s+(?:in\s+[A-Z][\w.’-]+\s+)?"
    r"(?:in|on)\s+(?:early\s+|late\s+|mid-)?$"
)
_INFINITIVE: Final = re.compile(r"\bto\s+(?:again\s+)?[a-z]{3,}\b")
_BY: Final = re.compile(r"\b(?:by|until|before|no later than)\s+$")
_ONGOING: Final = re.compile(r"\b(?:to\s+[a-z]{3,}|(?:release|[a-z]{3,}ing)\s+(?:all|the|its|their|his|her|every))\b")
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“(])|\n")
_ABBREVIATED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Gov|Rep|Lt|Col|U\.S|U\.K|U\.N|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|No|vs)$"
)
_FAR: Final = 999


def sentence_bounds(text: str, offset: int, reach: int = 240) -> tuple[int, int]:
    """Roughly the sentence around an offset, at most ``reach`` characters either way."""
    start = max(0, offset - reach)
    for end in _SENTENCE_END.finditer(text, start, offset):
        if not _ABBREVIATED.search(text[max(0, end.start() - 5) : end.start()]):
            start = end.end()
    stop = min(len(text), offset + reach)
    for end in _SENTENCE_END.finditer(text, offset, stop):
        if not _ABBREVIATED.search(text[max(0, end.start() - 5) : end.start()]):
            return start, end.start()
    return start, stop


def tense(text: str, start: int, end: int, tense_at: Tense | None) -> str | None:
    """On which side of the report a date lies: ``past``, ``future``, ``present`` or, where nothing shows it, None.

    Args:
        text: the report.
        start, end: the characters of the date.
        tense_at: the tense of the clause around an offset, where the text has been parsed.
    """
    lead = text[max(0, start - 56) : start]
    if _JUST_SAID.search(lead) or _DONE.search(lead):
        return "past"
    clause = tense_at(start) if tense_at is not None else None
    if clause == "future":
        return clause
    left, right = sentence_bounds(text, start)
    before, after = text[max(left, start - 120) : start], text[end : min(right, end + 70)]
    planned, ahead, behind = (_distance(cue, before, after) for cue in (_PLANNED, _AHEAD, _PAST))
    if _COMING.search(before[-90:]) or (
        planned < _FAR and planned <= behind + 24
    ):  # the cue's own verb (“was scheduled”) may stand nearer
        return "future"
    if clause != "past" and ahead < _FAR and ahead <= behind:
        return "future"
    if clause == "present":
        return "past" if behind < 24 and behind <= len(before) else clause
    if _BY.search(before) and _ONGOING.search(before[max(0, len(before) - behind) :]):
        return "future"  # “demanded that they release the hostages by Saturday”
    if behind <= len(before) and _INFINITIVE.search(before[len(before) - behind :]):
        return None  # “arrived to attend talks in May”: the verb's tense is not that of the talks
    return "past" if clause == "past" or behind < _FAR else None


def _distance(cue: re.Pattern[str], before: str, after: str) -> int:
    """How many characters the nearest cue is away."""
    return min(
        min((len(before) - found.end() for found in cue.finditer(before)), default=_FAR),
        min((found.start() for found in cue.finditer(after)), default=_FAR),
    )
