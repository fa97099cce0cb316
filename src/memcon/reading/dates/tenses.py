"""The side of a report on which a date lies: the tense of its clause, and words such as scheduled, upcoming, until."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Tense = Callable[[int], str | None]

#: What makes a date lie ahead even where the finite verb is past: “was due to arrive on Friday”.
_PLANNED: Final = re.compile(
    r"\b(?:due (?:to|for|in|on)|scheduled|slated|expected (?:to|on|in|by)|set (?:to|for)|poised to|planned (?:to|for)|"
    r"(?:is|are|was|were) to|to be (?:held|signed|opened|published|released|announced)|(?:dead|time)line of|"
    r"(?:plan|plans|planning|preparing|hopes?|intends?|wants?|expects?) to|as (?:early|soon) as)\b",
    re.IGNORECASE,
)
#: The same, where it governs what follows it: “agreed to meet in May”, but “in May they agreed to meet”.
_UNDERTAKEN: Final = re.compile(
    r"\b(?:(?:agreed|decided|vowed|promised|pledged|offered|ordered|invited|hoped|voted|intended) to|"
    r"expect(?:s|ed)? (?:\w+ ){1,3}to|(?:extend(?:ed|s)?|postponed?|delayed|adjourned|suspended|deferred|valid|runs?|"
    r"continues?|lasts?|remains?) (?:\w+ ){0,4}(?:until|to|through))\b",
    re.IGNORECASE,
)
#: What makes it lie ahead where no past verb stands nearer.
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|must(?! have\b)|won['’]t|going to|being [a-z]+ed|ahead of|looks? forward|looking forward|"
    r"expires?|by the end of|begins?|opens|starts|arrives|leaves|travels|meets|hosts|launches|next)\b|['’]ll\b",
    re.IGNORECASE,
)
#: “the upcoming visit to Ankara in May”; “he would return by March”
_COMING: Final = re.compile(
    r"\b(?:ahead\s+of|(?:upcoming|forthcoming|next)(?:\s+[\w’'-]+){1,6}|would\s+(?!have\b)(?:[\w’'-]+\s+){0,8}[\w’'-]+)"
    r"\s+(?:on|in|of|by)?\s*(?:(?:the|its|their|an?)\s+)?(?:end\s+of\s+)?$",
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
    r"\bsince\s+(?:early\s+|late\s+|mid-)?$|(?<!be )(?<!is )(?<!are )\b"
    r"(?!expected|scheduled|planned|slated|needed|required|invited|proposed|promised|projected|extended|postponed|delayed|adjourned|suspended|deferred)"
    r"(?:[a-z]{3,}ed|forecast|held|begun|taken|built|made)\s+(?:in\s+[A-Z][\w.’-]+\s+)?"
    r"(?:in|on)\s+(?:early\s+|late\s+|mid-)?$"
)
_INFINITIVE: Final = re.compile(r"\bto\s+(?:again\s+)?[a-z]{3,}\b")
_BY: Final = re.compile(r"\b(?:by|until|before|no later than)\s+$")
_ONGOING: Final = re.compile(r"\b(?:to\s+[a-z]{3,}|(?:release|[a-z]{3,}ing)\s+(?:all|the|its|their|his|her|every))\b")
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z\"“('`])|\n")
_ABBREVIATED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Gov|Rep|Lt|Col|U\.S|U\.K|U\.N|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|No|vs)$"
)
#: Where another clause begins, whose verb says nothing of the date.
_OTHER_CLAUSE_BEFORE: Final = re.compile(r"[;—]|,?\s\b(?:but|while|although|though|whereas)\b")
_OTHER_CLAUSE_AFTER: Final = re.compile(
    r"[;—“\"]|''|``|\s(?:that|which|where|who|whose|when|as|but|while|although|after|before|because|if)\b|, [a-z]+ing\b"
    r"|\sand\s(?:is|are|was|were|will|has|have|had)\b"
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
    before = _OTHER_CLAUSE_BEFORE.split(text[max(left, start - 120) : start])[-1]
    after = _OTHER_CLAUSE_AFTER.split(text[end : min(right, end + 70)])[0]
    behind = min(_before(_PAST, before), _after(_PAST, after))
    planned = min(_before(_PLANNED, before), _before(_UNDERTAKEN, before))
    if _COMING.search(before[-90:]) or (planned < _FAR and planned <= behind + 24):
        return "future"  # the cue's own verb (“was scheduled”) may stand nearer than the cue
    if _after(_PLANNED, after) < behind:
        return "future"
    ahead = min(_before(_AHEAD, before), _after(_AHEAD, after))
    if clause != "past" and ahead < _FAR and ahead <= behind:
        return "future"
    if clause == "present":
        return "past" if behind < 24 and behind <= len(before) else clause
    if (
        text[start:end].endswith("day")
        and _BY.search(before)
        and _ONGOING.search(before[max(0, len(before) - behind) :])
    ):
        return "future"  # “demanded that they release the hostages by Saturday”
    if behind <= len(before) and _INFINITIVE.search(before[len(before) - behind :]):
        return None  # “arrived to attend talks in May”: the verb's tense is not that of the talks
    return "past" if clause == "past" or behind < _FAR else None


def _before(cue: re.Pattern[str], before: str) -> int:
    """How many characters before the date the nearest cue ends."""
    return min((len(before) - found.end() for found in cue.finditer(before)), default=_FAR)


def _after(cue: re.Pattern[str], after: str) -> int:
    """How many characters behind the date the nearest cue begins."""
    found = cue.search(after)
    return found.start() if found else _FAR
