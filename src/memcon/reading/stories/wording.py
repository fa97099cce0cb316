"""What a report is compared by: its names, its numbers and its other words, each with what it weighs.

No parse is needed: a name is a word with a capital that the collection does not mostly write small.
That makes a thousand reports a matter of a second, and was as good as names found by the parser.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

#: How much of the similarity of two reports comes from their other words, their names, their numbers.
SHARES = (0.2, 0.6, 0.2)
#: A word in the headline or the lead (so many words from the start) counts this many times.
LEAD, LEAD_WORDS = 2.0, 40
#: A report of up to so many words may name its parties once.
SHORT = 80
#: As many other reports are thought to stand beside those given, so that in a small collection the names that
#: all its reports share do not lose their weight.
BACKGROUND = 1000

_WORD = re.compile(r"\d[\d.,:]*\d|\w+(?:[’'-]\w+)*")
_ENDERS = ".!?:\"“”‘’'`)("
_STOP_WORDS = """
    a an the and or but nor of in on at to for from by with as is are was were be been being am has have had having
    do does did done it its he she his her hers him they them their this that these those which who whom whose what
    when where why how there here not no yes will would can could may might shall should must i we you our ours your
    my me us if than then so such also about after before over under into out up down off more most less other others
    some any all each every both few many much one two new first last say says said saying told tell tells year years
    day days time times week weeks month months monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december according while during between against
    through since until because just only very still now even being per via am pm
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one report by kind, with how often they stand in it (more than once where they open it).

    Attributes:
        words: words that are neither names nor numbers.
        names: words with a capital.
        numbers: figures, days, sums, ages, scores.
        parties: names of the headline and the lead that come again, or that stand in a report of a few lines:
            not an outlet, not a dateline.
    """

    words: Counter[str]
    names: Counter[str]
    numbers: Counter[str]
    parties: frozenset[str]

    @property
    def kinds(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """Words, names, numbers, in the order of :data:`SHARES`."""
        return self.words, self.names, self.numbers


def wordings(texts: Sequence[str]) -> list[Wording]:
    """The wording of each text; what is a name is decided over all of them."""
    split = [_tokens(text) for text in texts]
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for tokens in split:
        for word, opens in tokens:
            if word[0].islower():
                small[word] += 1
            elif word[0].isupper() and not opens:
                capital[_plain(word)] += 1
    return [_wording(tokens, small, capital) for tokens in split]


def _tokens(text: str) -> list[tuple[str, bool]]:
    """The words of a text, and whether each opens a sentence or a line (where a capital says nothing)."""
    found = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        before = gap.rstrip()[-1:]
        opens = end == 0 or "\n" in gap or (before != "" and before in _ENDERS)
        found.append((match[0], opens))
        end = match.end()
    return found


def _plain(word: str) -> str:
    return re.sub(r"[’']s$", "", word.lower())


def _wording(tokens: list[tuple[str, bool]], small: Counter[str], capital: Counter[str]) -> Wording:
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    opening = set()
    for place, (word, opens) in enumerate(tokens):
        weight = LEAD if place < LEAD_WORDS else 1.0
        plain = _plain(word)
        if any(c.isdigit() for c in plain):
            numbers[plain] += weight  # type: ignore[assignment]
        elif plain in _STOP or len(plain) < 2:
            continue
        elif word[0].isupper() and 2 * capital[plain] >= small[plain] and (not opens or capital[plain] > small[plain]):
            names[plain] += weight  # type: ignore[assignment]
            if place < LEAD_WORDS:
                opening.add(plain)
        elif len(plain) > 2:
            words[plain] += weight  # type: ignore[assignment]
    again = 0.0 if len(tokens) <= SHORT else LEAD
    parties = frozenset(name for name in opening if names[name] > again)
    return Wording(words, names, numbers, parties)


def weighed(reports: Sequence[Wording]) -> list[list[dict[str, float]]]:
    """For every report and kind, word → weight: sublinear in the report, rarer words of the collection weigh more.

    Each kind has length 1 (or is empty), so that a long report weighs no more than a short one.
    """
    spread: list[Counter[str]] = [Counter(), Counter(), Counter()]
    for report in reports:
        for kind, words in enumerate(report.kinds):
            spread[kind].update(words.keys())
    total = len(reports) + BACKGROUND
    found = []
    for report in reports:
        kinds = []
        for kind, words in enumerate(report.kinds):
            weights = {
                word: (1.0 + math.log(count)) * (math.log(total / (spread[kind][word] + 1)) + 1.0)
                for word, count in words.items()
            }
            length = math.sqrt(sum(w * w for w in weights.values()))
            kinds.append({word: w / length for word, w in weights.items()} if length else {})
        found.append(kinds)
    return found
