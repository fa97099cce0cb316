"""The office a noun phrase names: its standard title and the state or body it belongs to."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from memcon.reading.facts.page import Page

_DEPUTY = frozenset({"deputy", "vice", "vice-", "assistant", "acting", "former", "ex"})


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Office words, lower case, with the standard title of each."""
    text = files(__package__).joinpath("patterns", "offices.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)["titles"]
    return found


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """The last words of all office phrases, and the first of those with “of”."""
    return frozenset(w for phrase in titles() for w in (phrase.split(" of ")[0].split(" for ")[0].split()[-1],))


def title_of(page: Page, noun: int) -> str | None:
    """The standard title that the phrase with this head names, or None."""
    tokens = page.text.tokens
    known = titles()
    word = tokens[noun].lower
    if word not in heads() and tokens[noun].lemma not in heads() and word != "general":
        return None
    first = noun
    while (
        first > 0
        and tokens[first - 1].head in range(first, noun + 1)
        and tokens[first - 1].dep in ("compound", "amod", "punct")
    ):
        first -= 1
    last = noun + 1
    for child in tokens[noun].children:
        if child > noun and tokens[child].lower in ("of", "for"):
            last = max(last, page.text.subtree(child)[1])
    before = [tokens[i].lower for i in range(first, noun + 1)]
    after = [tokens[i].lower for i in range(noun + 1, last)]
    joined = " ".join(before).replace(" - ", "-")
    if noun + 2 < len(tokens) and tokens[noun + 1].text == "-" and tokens[noun + 2].lower == "general":
        # “secretary-general”, however the parser cuts it
        joined += "-general"
    if after:
        whole = f"{joined} {' '.join(after)}"
        for phrase, title in known.items():
            if (" of " in phrase or " for " in phrase) and phrase in whole:
                return title
    parts = joined.split()
    for cut in range(len(parts)):
        found = known.get(" ".join(parts[cut:]))
        if found is not None:
            return found
    return known.get(tokens[noun].lemma)


def body_of(page: Page, noun: int) -> str | None:
    """The actor to whom the office belongs: “Zambia’s president”, “president of Zambia”, “UN secretary-general”."""
    parties = page.parties
    for found in (
        parties.owners(noun),
        tuple(a for h in parties.under(noun, "of", "to", "for") for a in parties.named(h)),
    ):
        for actor in found:
            if parties.kind(actor) in ("state", "organization"):
                return actor
    return None
