"""Offices that one state or body alone has: a Taoiseach is Irish, an Under-Secretary-General of the UN."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.reading.actors.gazetteer import Named
from memcon.reading.actors.world import named_in
from memcon.reference.terms import heads_of_bodies

_AMERICAN = re.compile(
    r"^(?:principal |first )?(?:(?:deputy|assistant|under)[- ])*secretary (?:of|for) "
    r"(?:state|(?:the )?treasury|defense|war|homeland security|commerce|the interior|veterans affairs)\b",
    re.I,
)


_BRITISH = re.compile(r"^(?:chancellor of the exchequer|(?:shadow )?home secretary|lord chancellor)$", re.I)


@lru_cache(maxsize=4096)
def state_of_title(words: str) -> str | None:
    """The only state that has such an office: a Taoiseach is Irish, an Under Secretary of the Treasury American."""
    if _AMERICAN.match(words):
        return "USA"
    if _BRITISH.match(words):
        return "GBR"
    if re.match(r"(?:prime )?cabinet secretary\b", words, re.I):
        return "KEN"
    if words.lower() == "chief cabinet secretary":
        return "JPN"
    return "IRL" if words.lower() in ("taoiseach", "tánaiste", "tanaiste") else None


_UN_TITLE = re.compile(
    r"^(?:(?:deputy |under[- ]?|assistant )?secretary[- ]general(?: for .+)?|(?:special |personal )?"
    r"(?:representative|envoy|advis[eo]r) (?:of|to) the (?:un )?secretary-general.*|.*general assembly president"
    r"|president of the (?:un |united nations )?general assembly)$",
    re.I,
)


_UN_ONLY = re.compile(r"^(?:under|assistant)[- ]?secretary|of the (?:un )?secretary-general|general assembly", re.I)


_EU_TITLE = re.compile(
    r"^(?:eu |european )?(?:high representative\b|commission president|council president|foreign policy chief)", re.I
)


@lru_cache(maxsize=4096)
def body_of_title(words: str) -> Named | None:
    """The only international body that has such an office: an Under-Secretary-General is of the United Nations."""
    if _EU_TITLE.match(words):
        return _body_named("European Union")
    if _UN_TITLE.match(words) and _UN_ONLY.search(words):
        return _body_named("United Nations")
    return None


@lru_cache(maxsize=256)
def head_of_body(key: str) -> str | None:
    """The title of whoever heads a body: the “NATO chief” is its Secretary-General."""
    titles = [t.title for t in heads_of_bodies() if t.body == key and not t.title.startswith("Deputy")]
    return titles[-1] if titles else None


def whole(named: Named) -> Named:
    """The body to which an organ with a name of its own belongs: the UN, for its Security Council."""
    if named.name.startswith("United Nations ") and named.name.endswith((" Council", " Assembly")):
        return _body_named("United Nations") or named
    return named


def _body_named(name: str) -> Named | None:
    found = named_in(name)
    return found[0] if found else None
