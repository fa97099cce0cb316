"""People who act in the news without an office in the term tables: opposition and rebel leaders, generals, spokesmen.

The table ``notables.tsv`` is our own statement of the public record.  It tells a reader who somebody is; no check rests
on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from memcon.reference.folding import fold, name_tokens, same_word
from memcon.reference.tables import table


@dataclass(frozen=True, slots=True)
class Notable:
    """One person in one part.

    ``sectors`` are PLOVER's, most specific first; ``start`` and ``end`` are years or months, empty where open.
    """

    person: str
    country: str
    sectors: tuple[str, ...]
    title: str
    start: str
    end: str

    def on(self, day: str) -> bool:
        """Whether the day falls into the time of that part."""
        return self.start <= day[: len(self.start)] and (not self.end or day[: len(self.end)] <= self.end)


@lru_cache(maxsize=1)
def _by_last_word() -> dict[str, tuple[tuple[tuple[str, ...], Notable], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Notable]]] = {}
    for row in table("notables").each():
        one = Notable(
            row["person"], row["country"], tuple(row["sectors"].split(",")), row["title"], row["start"], row["end"]
        )
        for name in (row["person"], *filter(None, row["aliases"].split("|"))):
            words = name_tokens(name)
            if len(words) == 1 and " " in name:
                # “Pope Francis”: only the whole is a name.
                words = (fold(name),)
            for word in {words[0], words[-1]}:
                found.setdefault(word, []).append((words, one))
    return {word: tuple(rows) for word, rows in found.items()}


@lru_cache(maxsize=4096)
def notables_named(name: str) -> tuple[Notable, ...]:
    """The parts that a person of that full name played, given name first or last; none where unknown."""
    words = name_tokens(name)
    if not words:
        return ()
    if len(words) == 1 and " " in name:
        words = (fold(name),)
    index = _by_last_word()
    rows = dict.fromkeys((*index.get(words[-1], ()), *index.get(words[0], ())))
    found = [one for spelling, one in rows if _same(words, spelling)]
    people = {one.person for one in found}
    return tuple(dict.fromkeys(found)) if len(people) == 1 else ()


def notables_surnamed(surname: str) -> tuple[Notable, ...]:
    """Every part played by somebody whose name ends with that word."""
    word = name_tokens(surname)[-1:]
    return (
        tuple(dict.fromkeys(one for spelling, one in _by_last_word().get(word[0], ()) if spelling[-1:] == word))
        if word
        else ()
    )


def _same(words: tuple[str, ...], spelling: tuple[str, ...]) -> bool:
    if words == spelling:
        return True
    if len(words) < 2 or len(spelling) < 2:
        return False
    short, long = sorted((words, spelling), key=len)
    if not (same_word(short[0], long[0]) and same_word(short[-1], long[-1])):
        return False
    return all(any(w == x or (len(w) == 1 and x.startswith(w)) or same_word(w, x) for x in long) for w in short)
