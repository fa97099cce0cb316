"""A parsed text in plain Python values: tokens, sentences, entities, and how they hang together.

The readers walk these a great deal, so they are plain slotted objects made once, not views into the
parser's memory.  Dependency labels and tags are those of spaCy's English pipelines (ClearNLP labels,
Penn tags).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from memcon.record import Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# What hangs on a noun but is a clause or a further noun, not part of its own phrase.
_OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "preconj", "parataxis", "advcl", "dep"})


@dataclass(slots=True)
class Token:
    """One token.  ``start``, ``end``: characters of the text; ``head``: index of its governor, its own at a root."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    children: list[int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first``..``last`` (exclusive) and characters ``start``..``end`` without surrounding white space."""

    index: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the parser recognised: tokens ``first``..``last`` (exclusive), and its label (PERSON, ORG, GPE …)."""

    first: int
    last: int
    label: str


@dataclass
class ParsedText:
    """A text with its parse.  ``tensor`` holds the parser's own vectors, one row a token (None where it has none)."""

    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity]
    tensor: Any = field(default=None, repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        """The sentence of each token, and that of the end of the text."""
        firsts = [sentence.first for sentence in self.sentences]
        return [bisect_right(firsts, i) - 1 for i in range(len(self.tokens) + 1)]

    @cached_property
    def _subtrees(self) -> tuple[list[int], list[int]]:
        """The leftmost and the rightmost descendant of each token, from the leaves up."""
        tokens = self.tokens
        left, right = list(range(len(tokens))), list(range(len(tokens)))
        order = [token.i for token in tokens if token.head == token.i]
        for i in order:
            order += tokens[i].children
        for i in reversed(order):
            head = tokens[i].head
            if left[i] < left[head]:
                left[head] = left[i]
            if right[i] > right[head]:
                right[head] = right[i]
        return left, right

    @cached_property
    def _phrases(self) -> dict[int, tuple[int, int]]:
        return {}

    def token_at(self, offset: int) -> int | None:
        """The index of the token that holds the character at ``offset``; None in white space or outside."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    def tokens_within(self, start: int, end: int) -> range:
        """The indexes of the tokens that overlap the characters ``start``..``end``."""
        first = max(0, bisect_right(self._starts, start) - 1)
        while first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that token ``i`` stands in."""
        return self.sentences[self._sentence_numbers[i]]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens ``first``..``last`` (exclusive), without white space at the ends."""
        while first < last and self.tokens[first].pos == "SPACE":
            first += 1
        while last > first and self.tokens[last - 1].pos == "SPACE":
            last -= 1
        if first >= last:
            at = self.tokens[first].start if first < len(self.tokens) else len(self.text)
            return Span(at, at, "")
        return Span.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def subtree(self, i: int) -> tuple[int, int]:
        """The tokens ``first``..``last`` (exclusive) from the leftmost to the rightmost descendant of ``i``."""
        left, right = self._subtrees
        return left[i], right[i] + 1

    def phrase(self, i: int) -> tuple[int, int]:
        """The noun phrase with head ``i``, tokens ``first``..``last`` (exclusive).

        Determiners, modifiers, possessors and prepositional phrases belong to it; relative clauses,
        appositions and coordinated nouns do not.
        """
        known = self._phrases.get(i)
        if known is not None:
            return known
        first = last = i
        stack = [i]
        while stack:
            for child in self.tokens[stack.pop()].children:
                if self.tokens[child].dep not in _OUTSIDE_PHRASE:
                    first, last = min(first, child), max(last, child)
                    stack.append(child)
        self._phrases[i] = first, last + 1
        return first, last + 1

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and the words coordinated with it, in order."""
        tokens = self.tokens
        found = [i]
        for item in found:
            for child in tokens[item].children:
                if tokens[child].dep == "conj":
                    found.append(child)
        return sorted(found)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` whose label is one of ``deps``."""
        for c in self.tokens[i].children:
            if self.tokens[c].dep in deps:
                return c
        return None

    def children(self, i: int, *deps: str) -> Iterator[int]:
        """The children of ``i`` whose label is one of ``deps``, in order."""
        return (c for c in self.tokens[i].children if self.tokens[c].dep in deps)

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of ``i``, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def root(self, sentence: Sentence) -> int:
        """The token that the sentence hangs on."""
        for i in range(sentence.first, sentence.last):
            token = self.tokens[i]
            if token.head == i and token.pos != "SPACE":
                return i
        return sentence.first
