"""The office a noun phrase names: its standard title and the state or body it belongs to."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from memcon.reading.facts.page import Page

# Below the office: “deputy foreign minister” is another office, told with the word before it.
_BELOW = frozenset({"deputy", "vice", "assistant", "under", "associate", "junior"})
# Beside it, no longer or not yet in it: no office is told.
_NOT_IN_IT = frozenset(
    {"former", "ex", "shadow", "elect", "designate", "future", "aspiring", "would-be", "late", "onetime"}
)


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Office words, lower case, with the standard title of each."""
    text = files(__package__).joinpath("patterns", "offices.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)["titles"]
    return found


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """The last words of all office phrases, and the first of those with “of”."""
    last = (phrase.split(" of ")[0].split(" for ")[0].split()[-1] for phrase in titles())
    return frozenset(word for phrase in last for word in (phrase, phrase.split("-")[-1]))


def title_of(page: Page, noun: int) -> str | None:
    """The standard title that the phrase with this head names, or None."""
    tokens = page.text.tokens
    known = titles()
    word = tokens[noun].lower
    if word not in heads() and tokens[noun].lemma not in heads():
        return None
    first = noun
    while (
        first > 0
        and tokens[first - 1].head in range(first, noun + 1)
        and tokens[first - 1].dep in ("compound", "amod", "punct")
    ):
        first -= 1
    if first > noun - 2 >= 0 and word == "general" and tokens[noun - 1].text == "-":
        first = noun - 2  # “became secretary-general”, whatever the parser hung “secretary” on
    elif first == noun > 0 and f"{tokens[noun - 1].lower} {word}" in known:
        first -= 1  # “foreign minister”, whatever the parser hung “foreign” on
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower in _BELOW:
        first -= 2  # “Under-Secretary-General”
    last = noun + 1
    for child in tokens[noun].children:
        if child > noun and tokens[child].lower in ("of", "for"):
            last = max(last, page.text.subtree(child)[1])
    before = [tokens[i].lower for i in range(first, noun + 1)]
    after = [tokens[i].lower for i in range(noun + 1, last)]
    joined = " ".join(before).replace(" - ", "-")
    if any(tokens[i].lower in ("elect", "designate") for i in range(noun + 1, min(noun + 3, len(tokens)))):
        return None
    if noun + 2 < len(tokens) and tokens[noun + 1].text == "-" and tokens[noun + 2].lower == "general":
        # “secretary-general”, however the parser cuts it
        joined += "-general"
    if after:
        whole = f"{joined} {' '.join(after)}"
        for phrase, title in known.items():
            if (" of " in phrase or " for " in phrase) and phrase in whole:
                return _ranked(title, whole[: whole.index(phrase)])
    # “under-secretary-general”, “deputy foreign minister”: the longest ending that is an office
    starts = [0, *(i + 1 for i, character in enumerate(joined) if character in " -")]
    for cut in starts:
        found = known.get(joined[cut:])
        if found is not None:
            return _ranked(found, joined[:cut])
    return known.get(tokens[noun].lemma)


def _ranked(title: str, before: str) -> str | None:
    """The title as the words before it leave it: “Deputy …”, or None where they say that the office is not held."""
    words = before.replace("-", " ").split()
    if not _NOT_IN_IT.isdisjoint(words):
        return None
    below = next((word for word in words if word in _BELOW), None)
    joint = "-" if title.startswith("Secretary-") and below == "under" else " "
    return f"{below.capitalize()}{joint}{title}" if below else title


def body_of(page: Page, noun: int) -> str | None:
    """The actor to whom the office belongs: “Zambia’s president”, “president of Zambia”, “UN secretary-general”."""
    parties = page.parties
    for found in (
        parties.owners(noun),
        tuple(a for h in _of(page, noun) for a in parties.named(h)),
    ):
        for actor in found:
            if parties.kind(actor) in ("state", "organization"):
                return actor
    return None


def _of(page: Page, noun: int) -> tuple[int, ...]:
    """What an office is “of”: through the session in “president of the 78th session of the General Assembly”."""
    tokens = page.text.tokens
    heads = page.parties.under(noun, "of", "to", "for")
    if not heads and noun + 2 < len(tokens) and tokens[noun + 2].lower == "general" and tokens[noun + 2].head == noun:
        heads = page.parties.under(noun + 2, "of", "to", "for")
    deeper = (o for h in heads if page.text.tokens[h].lemma == "session" for o in page.parties.under(h, "of"))
    return (*heads, *deeper)
