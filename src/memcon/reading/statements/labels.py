"""Statements with their speaker before a colon: transcripts (“MR. LEE: …”), headlines (“Poll: …”, “Guterres: …”)."""

from __future__ import annotations

import re
from itertools import pairwise

from memcon.reading.statements.draft import Draft, Page

_LABEL = re.compile(
    r"(?:^|\n)[^\S\n]*[\"“'‘]?"
    r"(?P<label>(?:[A-Z][\w.'’\-]*[ ]){0,6}?[A-Z][\w.'’\-]*(?:[ ]\([^()\n]{1,40}\))?):[^\S\n]+(?=\S)"
)
_GAP = re.compile(r"\n[^\S\n]*\n")
_TEXTS = frozenset(
    {"poll", "report", "study", "survey", "analysis", "officials", "official", "police", "insiders", "q", "a"}
)
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MIN_WORDS = 3
_MIN_TURNS = 2


def label_drafts(page: Page) -> list[Draft]:
    """A draft for every paragraph that names its speaker before a colon."""
    text = page.parsed.text
    labels = [(m, *_kind(page, m)) for m in _LABEL.finditer(text)]
    found: list[Draft] = []
    # “AFP: …”, “Mao Ning: …”, again and again, is a transcript too; a report has one such headline.
    if sum(1 for _, _, head in labels if head is not None) > _MIN_TURNS:
        labels = [(match, transcript or head is not None, head) for match, transcript, head in labels]
    # One label in capitals is a rubric (“CORRECTION: …”); a transcript has several.
    if sum(1 for _, transcript, _ in labels if transcript) < _MIN_TURNS:
        labels = [label for label in labels if not label[1]]
    turns = [m for m, transcript, _ in labels if transcript]
    # Where no turn has a second paragraph, the text goes on behind the last one.
    single = all(not text[_paragraph_end(text, m.end()) : after.start()].strip() for m, after in pairwise(turns))
    for n, (match, transcript, head) in enumerate(labels):
        if head is None:
            continue
        following = labels[n + 1][0].start() if n + 1 < len(labels) else len(text)
        if transcript and n + 1 == len(labels) and single:
            following = _paragraph_end(text, match.end())
        end = following if transcript else text.find("\n", match.end())
        tokens = page.parsed.tokens_within(match.end(), end if end >= 0 else len(text))
        colon = page.parsed.token_at(match.end("label"))
        words = list(page.words(tokens.start, tokens.stop))
        if colon is None or len(words) < _MIN_WORDS or not any(page.tokens[i].pos in ("VERB", "AUX") for i in words):
            continue
        draft = Draft(colon, (colon, colon + 1), "speech", "transcript" if transcript else "label", set(tokens), head)
        first = page.parsed.token_at(match.start("label"))
        draft.speaker_span = (first if first is not None else head, head + 1)
        found.append(draft)
    return found


def _paragraph_end(text: str, start: int) -> int:
    gap = _GAP.search(text, start)
    return gap.start() if gap is not None else len(text)


def _kind(page: Page, match: re.Match[str]) -> tuple[bool, int | None]:
    """Whether a label belongs to a transcript, and the head of its name; None where it names no speaker."""
    label = match["label"].split(" (")[0]
    at = match.start("label")
    tokens = page.parsed.tokens_within(at, at + len(label))
    if not tokens:
        return False, None
    head = tokens.stop - 1
    if label.isupper() and (len(label) > 2 or label in ("Q", "A")) and page.tokens[head].entity != "ORG":
        return True, head
    if label.casefold() in _TEXTS or all(page.tokens[i].entity in _NAMED for i in tokens):
        return False, head
    return False, None
