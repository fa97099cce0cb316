"""What a sentence tells only to say that it is not so: “Kenya rejected a report that …”."""

from __future__ import annotations

import re

_DENYING = (
    r"(?:rejec|den[yi]|dismiss|refut|disput|disown|contradict|disavow|repudiat|rubbish|debunk|scotch|quash|"
    r"(?:laugh|shrug|brush)\w* off|rul\w+ out|cast\w* doubt|played? down)\w*"
)
_CLAIM = (
    r"(?:reports?|rumou?rs?|claims?|allegations?|accusations?|suggestions?|assertions?|notions?|ideas?|speculations?|"
    r"insinuations?|charges?|stories|story)"
)
# The governing words right before the clause: “rejected a report in the press that”, “denied that”, “denied having”.
_DENIED = re.compile(
    rf"\b(?:{_DENYING}(?:\s+(?!(?:and|but|while|saying|said|who|which)\b)[^\s,;:.]+){{0,8}}?"
    rf"|no\s+truth\s+(?:in|to)\b[^,;:.]{{0,60}}|{_CLAIM}(?:\s+(?!that\b)[^\s,;:.]+){{0,5}}"
    rf"\s+(?:were|was|are|is)\s+(?:false|untrue|wrong|baseless|unfounded))\s*$",
    re.IGNORECASE,
)
_REPORT_THAT = re.compile(
    rf"\b(?:{_DENYING}\s[^;:.]*?)?\b(?:an?|the|any|all|these|those|media|press|false|unconfirmed|such|of|as|to)\s+"
    rf"(?:\w+\s+){{0,2}}{_CLAIM}(?:\s+(?:in|by|from|on)\s[^,;:.]{{1,50}})?\s*$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    rf"\b(?:not|no|never|neither|nor|without|cannot|{_DENYING}|refus\w+|fail\w+|declin\w+)\b|n[’']t\b", re.IGNORECASE
)


def governed_as(before: str) -> str | None:
    """``denied`` or ``alleged`` where the words before a clause deny it or give it as a report; else None.

    Args:
        before: the sentence up to the clause, with or without its “that”.

    >>> governed_as("The minister rejected a report that "), governed_as("The minister said that ")
    ('denied', None)
    >>> governed_as("The minister commented on press reports that ")
    'alleged'
    """
    words = re.sub(r"\s*\bthat\s*$", " ", before)
    if _DENIED.search(words):
        return "denied"
    return "alleged" if _REPORT_THAT.search(words) else None


def says_no(words: str) -> bool:
    """Whether words themselves say that something is not so: “did not meet”, “denied”."""
    return bool(_NEGATION.search(words))
