"""Facts and offices in words, with the days that make them true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from memcon.briefs.telling import Taker, Told
from memcon.record import Actor, Fact, Span
from memcon.reference.days import ordinal
from memcon.wording.days import day_in_words
from memcon.wording.names import listed, within_a_sentence
from memcon.wording.words import fact_in_words, with_days

# What a body decides on.
_DECIDED = frozenset(("admitted_to", "elected_to", "reelected_to", "appointed_to", "suspended_from", "expelled_from"))
# Treaties with another, which are “signed with” it; to others the other one is a party or a place.
_TREATY_WITH = frozenset(("signed", "ratified", "in_force"))


def fact_sentence(one: Told, qualifiers: Mapping[str, Any] = MappingProxyType({})) -> str:
    """A fact in words with its days: “Azerbaijan has been a member of the United Nations since 2 March 1992”."""
    subjects, objects = one.who("subject"), one.who("object")
    subject = within_a_sentence(actor_of(subjects[0])) if subjects else "somebody"
    thing = within_a_sentence(actor_of(objects[0])) if objects else None
    fact = Fact(
        one.id, one.type, "subject", "object" if thing else None, one.fact_start, one.fact_end, Span(0, 0, ""),
        value=one.value, negated=one.negated, status=one.status,
    )  # fmt: skip
    words = fact_in_words(fact, subject, thing, in_state=bool(objects) and objects[0].kind == "state")
    if one.type in _TREATY_WITH and one.value:
        words = words.replace(one.value, _with_article(one.value), 1)
        words = words.replace(f"({thing})", f"with {thing}")
    if place := qualifiers.get("place"):
        words += f" in {place}" if str(place) not in words else ""
    if (by := qualifiers.get("by")) and one.type in _DECIDED:
        words += f" by {listed(by)}"
    if session := qualifiers.get("session"):
        words += f" at its {ordinal(int(session))} session" if str(session).isdigit() else ""
    if (before := str(qualifiers.get("before") or "")) and not one.fact_start:
        words += f" before {day_in_words(before, before)}"
    return with_days(words, subject, one.type, one.fact_start, one.fact_end)


def actor_of(taker: Taker) -> Actor:
    """Somebody as an actor, for naming."""
    return Actor(taker.local, taker.name, taker.kind)


def office_in_words(office: str) -> str:
    """“President, Azerbaijan” → “President of Azerbaijan”."""
    title, comma, where = office.split(";")[0].strip().partition(", ")
    if not comma or where in title:
        return title
    kind = "state" if len(where.split()) < 3 else "organization"
    return f"{title} of {within_a_sentence(Actor('', where, kind))}"


def _with_article(treaty: str) -> str:
    """“the New START treaty”, “a security treaty”; “these deals” as they are."""
    first = treaty.split(" ")[0]
    several = treaty.endswith("s") or re.match(r"(?:[\w,.-]+ )?[a-z]+[^s]s ", treaty) or first[:1].isdigit()
    if several or first in ("a", "an", "the", "this", "these", "its", "their", "two", "several"):
        return treaty
    return f"{'the' if treaty[:1].isupper() else article(treaty)} {treaty}"


def article(word: str) -> str:
    """“a” or “an”."""
    return "an" if word[:1] in "aeio" else "a"
