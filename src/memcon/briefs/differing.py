"""Two wordings compared word by word, and how much two passages say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from memcon.briefs.findings import Change

# Words compared at most; beyond it the rest is one change.
_MOST_WORDS = 2000
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        a an the and or but of in on at to for from by with as that this these those it its he she they their his her
        is are was were be been being has have had will would can could should may might do does did not no also said
        says which who whom whose there here into over under about after before during between both all any such than
        then so more most other others while when where what we our us i you your
        """,
    )
)

_ENDINGS = tuple(
    re.findall(r"\w+", "ations ation ating ated ates ate ments ment ingly ing ions ion ies ied ed es ly s y")
)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The words of two wordings in one line: what is the same, left out and added.

    >>> [(c.kind, c.text) for c in changes("calls for restraint", "calls on both for restraint")]
    [('same', 'calls'), ('added', 'on both'), ('same', 'for restraint')]
    """
    one, other = before.split()[:_MOST_WORDS], after.split()[:_MOST_WORDS]
    matcher = SequenceMatcher(None, [_bare(w) for w in one], [_bare(w) for w in other], autojunk=False)
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Change("same", " ".join(other[c:d])))
            continue
        if a < b:
            found.append(Change("left out", " ".join(one[a:b])))
        if c < d:
            found.append(Change("added", " ".join(other[c:d])))
    return tuple(found)


def _bare(word: str) -> str:
    """A word without capitals and the punctuation around it, by which two words are the same."""
    return word.casefold().strip("“”\"'’‘.,;:()") or word


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The words of a passage that tell what it is about, by their beginnings: “negotiations” is “negotiated”."""
    return frozenset(stem(word) for word in re.findall(r"[^\W_]{2,}", text.casefold()) if word not in _EMPTY)


def stem(word: str) -> str:
    """A word without its ending, roughly."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: str, other: str, *, without: Iterable[str] = ()) -> float:
    """The share of the telling words of the shorter passage that the other has too, 0 to 1.

    Args:
        one: a passage, with ``other``, another.
        without: names that both have in any case.
    """
    leave = telling_words(" ".join(without))
    first, second = telling_words(one) - leave, telling_words(other) - leave
    return len(first & second) / max(1, min(len(first), len(second)))


def shared(one: str, other: str, *, without: Iterable[str] = ()) -> int:
    """How many telling words two passages have in common."""
    return len((telling_words(one) & telling_words(other)) - telling_words(" ".join(without)))
