"""Statements that a phrase tells of: “according to”, “in the words of”, “in the view of”, “for Moscow”."""

from __future__ import annotations

from memcon.reading.statements.draft import Draft, Page

_VIEWS = frozenset({"view", "opinion", "word", "eye", "judgment", "judgement", "estimation", "account", "reckoning"})


def phrase_drafts(page: Page) -> list[Draft]:
    """A draft for every phrase that names a source beside a clause."""
    found: list[Draft] = []
    tokens = page.tokens
    for token in tokens:
        if token.lower == "according":
            draft = _according(page, token.i)
        elif token.lemma in _VIEWS and token.dep == "pobj":
            draft = _in_view(page, token.i)
        else:
            continue
        if draft is not None and draft.content:
            found.append(draft)
    return found


def _according(page: Page, i: int) -> Draft | None:
    tokens = page.tokens
    to = i + 1
    if to >= len(tokens) or tokens[to].lower != "to":
        return None
    speaker = page.parsed.child(to, "pobj")
    if speaker is None:
        speaker = page.parsed.child(i, "pobj")
    if speaker is None:
        return None
    phrase = page.below(i) | page.below(to) | page.below(speaker)
    span = _with_name(page, page.noun_span(speaker), speaker)
    phrase |= set(range(*span))
    draft = Draft(i, (i, to + 1), "speech", "according", set(), speaker, span)
    draft.content = beside(page, i, phrase)
    return draft


def _with_name(page: Page, span: tuple[int, int], speaker: int) -> tuple[int, int]:
    """“According to the minister, Radosław Sikorski, …”: the phrase with the name that a parser takes for a subject."""
    tokens = page.tokens
    first = span[1]
    if tokens[speaker].pos != "NOUN" or first + 1 >= len(tokens) or tokens[first].text != ",":
        return span
    last = first + 1
    while last < len(tokens) and tokens[last].entity == "PERSON":
        last += 1
    return (span[0], last) if last > first + 1 and tokens[last : last + 1] and tokens[last].text == "," else span


def _in_view(page: Page, i: int) -> Draft | None:
    tokens = page.tokens
    prep = tokens[tokens[i].head]
    if prep.lower not in ("in", "by", "to"):
        return None
    speaker = next((c for c in tokens[i].children if tokens[c].dep == "poss"), None)
    if speaker is None:
        of = next((c for c in tokens[i].children if tokens[c].lower == "of"), None)
        speaker = page.parsed.child(of, "pobj") if of is not None else None
    if speaker is None or speaker == i:
        return None
    draft = Draft(i, (prep.i, i + 1), "speech", "in-view", set(), speaker, page.noun_span(speaker))
    draft.content = beside(page, prep.i, page.below(prep.i))
    return draft


def beside(page: Page, i: int, phrase: set[int]) -> set[int]:
    """The clause that a phrase stands beside: its governor's clause without the phrase."""
    tokens = page.tokens
    sentence = page.sentence_range(i)
    stops = [k for k in sentence if tokens[k].text == ";" and k not in page.quote_of]
    start = max((k + 1 for k in stops if k < i), default=sentence.start)
    sentence = range(start, min((k for k in stops if k > i), default=sentence.stop))
    words = [k for k in sentence if not page.is_mark(k) and tokens[k].pos != "SPACE"]
    first, last = min(phrase), max(phrase)
    if words and words[0] >= first and last < words[-1]:
        return set(range(last + 1, sentence.stop))
    if words and words[-1] <= last and first > words[0] and tokens[first - 1].text in (",", "—", "–", "-"):
        return set(range(sentence.start, first - 1))
    governor = tokens[i].head
    while tokens[governor].pos not in ("VERB", "AUX") and tokens[governor].head != governor:
        governor = tokens[governor].head
    if governor in phrase:
        sentence = page.sentence_range(i)
        return set(sentence) - phrase
    return page.below(governor, phrase) - phrase
