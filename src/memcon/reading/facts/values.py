"""What a fact is about besides its parties, in the words of the text: the mission, the treaty, the decision."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.reading.facts.page import Page
from memcon.reading.facts.patterns import Pattern

_RANKS = frozenset({"status", "level", "rank", "category", "class", "grade"})


def value_of(
    page: Page, pattern: Pattern, roles: Mapping[str, tuple[int, ...]], theme: int | None, goal: str | None = None
) -> str | None:
    """The mission, treaty or decision in the words of the text."""
    if goal is not None:
        return goal
    for name in pattern.value:
        if name == "theme" and theme is not None:
            return page.name_words(theme)
        for head in roles.get(name, ()):
            if pattern.relation == "acceded_to" and not page.is_a(head, "treaty"):
                continue
            if page.text.tokens[head].lemma in ("favor", "favour", "vote"):
                head = next(iter(page.parties.under(head, "of", "on")), head)
            return page.phrase_words(head)
    if theme is not None and pattern.theme == "mission":
        return mission_words(page, theme)
    return None


def mission_words(page: Page, theme: int) -> str:
    """The kind of mission: “embassy”, “permanent mission”, “liaison office”."""
    kind = page.patterns.nouns["mission"]
    word = page.class_word(theme, kind)
    word = theme if word is None else word
    before = [
        page.text.tokens[c].lower
        for c in page.text.tokens[word].children
        if c < word and page.text.tokens[c].lower in kind.only
    ]
    return " ".join([*before, page.text.tokens[word].lemma])


def goal_of(page: Page, roles: Mapping[str, tuple[int, ...]], name: str) -> str | None:
    """What a mission was raised to: “to Embassy status”, “to an Embassy”, “to the level of embassy”."""
    kind = page.patterns.nouns[name]
    tokens = page.text.tokens
    for head in (*roles.get("to", ()), *roles.get("theme:to", ()), *roles.get("as", ()), *roles.get("into", ())):
        if tokens[head].lemma in kind.heads:
            return tokens[head].lemma
        if tokens[head].lemma in _RANKS:
            near = [*tokens[head].children, *page.parties.under(head, "of")]
            found = next((tokens[c].lemma for c in near if tokens[c].lemma in kind.heads), None)
            if found is not None:
                return found
    return None
