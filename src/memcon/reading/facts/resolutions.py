"""Decisions named with the year of their adoption: “resolution 2231 of 2015”, “resolution 1701 (2006)”."""

from __future__ import annotations

import re

from memcon.reading.facts.page import Page
from memcon.reading.facts.times import Times
from memcon.record import Span

_NAMED = re.compile(r"\b[Rr]esolution (\d{1,4}(?:/\d{1,3})?) ?(?:of (?P<of>[12]\d{3})\b|\((?P<in>[12]\d{3})\))")
# The Council's run on through the years; the Assembly's are counted by session.
_COUNCIL = "United Nations Security Council"
_ASSEMBLY = "United Nations General Assembly"


def read_resolutions(page: Page) -> None:
    """Writes down each decision with its year, where the body that took it is an actor of the report."""
    text = page.text.text
    if "esolution" not in text:
        return
    for match in _NAMED.finditer(text):
        name = _ASSEMBLY if "/" in match[1] else _COUNCIL
        body = page.parties.by_name.get(name) or page.parties.by_name.get("United Nations")
        if body is None:
            continue
        year = match["of"] or match["in"]
        within = page.text.tokens_within(match.start(), match.end())
        group = "of" if match["of"] else "in"
        times = Times(f"{year}-01-01", f"{year}-12-31", Span.of(text, match.start(group), match.end(group)))
        sentence = page.text.sentence_of(within[0]).index
        value = f"resolution {match[1]}"
        page.say("adopted", body, None, sentence, (within[0], within[-1]), times, value=value)
