"""Joins quotations to the cues beside them, and gives those without a cue to whoever spoke before."""

from __future__ import annotations

from memcon.reading.statements.draft import Draft, Page

#: How far from a quotation its cue may stand, in tokens.
_REACH = 28
_STOPS = frozenset({".", "!", "?", ";"})
_SAYING = frozenset({"speech", "finding"})
#: A quotation that goes on without a cue has at least so many words.
_MIN_RUNNING = 4


def attach_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each with the quotations that belong to it."""
    owner: dict[int, Draft] = {}
    by_anchor = {draft.anchor: draft for draft in drafts}
    drafts = [d for d in drafts if d.anchor not in page.quote_of or _reports_another(page, d)]
    for draft in drafts:
        inside = page.quote_of.get(draft.anchor)
        if inside is not None:
            draft.content &= set(page.quote_tokens[inside])
            continue
        for n in {page.quote_of[i] for i in draft.content if i in page.quote_of}:
            draft.content |= set(page.quote_tokens[n])
            draft.quotes.append(n)
            best = owner.get(n)
            if best is None or (best.kind not in _SAYING and draft.kind in _SAYING):
                owner[n] = draft
    for n, tokens in enumerate(page.quote_tokens):
        if n in owner or not tokens:
            continue
        found = _before(page, n, by_anchor) or _after(page, n, by_anchor) or _going_on(page, n, owner)
        if found is not None:
            found.content |= set(tokens)
            found.quotes.append(n)
            owner[n] = found
    return drafts


def _usable(page: Page, draft: Draft | None) -> bool:
    return (
        draft is not None
        and draft.anchor not in page.quote_of
        and draft.kind in (*_SAYING, "thought")
        and draft.cue is not None
        and draft.how in ("", "that", "inserted", "obj", "of", "about", "to")
    )


def _before(page: Page, n: int, by_anchor: dict[int, Draft]) -> Draft | None:
    """“He said at a briefing: “…””: the nearest verb of saying before the quotation, in its own sentence."""
    tokens = page.tokens
    first = page.quote_tokens[n].start
    previous = first - 1
    if previous < 0:
        return None
    introduced = tokens[previous].text in (",", ":") or tokens[previous].lower == "that"
    for i in range(previous, max(-1, previous - _REACH), -1):
        token = tokens[i]
        if i in page.quote_of or "\n" in token.text or (token.text in _STOPS and i != previous):
            return None
        draft = by_anchor.get(i)
        if draft is not None and _usable(page, draft):
            if draft.content and max(draft.content) < i:
                return None
            return draft if introduced or i >= previous - 4 else None
    return None


def _after(page: Page, n: int, by_anchor: dict[int, Draft]) -> Draft | None:
    """““…,” said the minister”, ““…,” the ministry’s spokesman told reporters”: the verb after the quotation."""
    tokens = page.tokens
    last = page.quote_tokens[n].stop
    end = page.quotations[n].end
    closing = page.parsed.text[end - 1 : end]
    started = False
    for i in range(last, min(len(tokens), last + _REACH)):
        token = tokens[i]
        if i in page.quote_of or "\n" in token.text or token.text in _STOPS:
            return None
        draft = by_anchor.get(i)
        if draft is not None and _usable(page, draft):
            if draft.content and min(draft.content) > i and closing in ".!?":
                return None
            return draft
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "acl", "relcl", "aux", "auxpass"):
            if started:
                return None
            started = True
    return None


def _going_on(page: Page, n: int, owner: dict[int, Draft]) -> Draft | None:
    """““…,” he said. “…””: a quotation that is a sentence of its own goes on with the one before."""
    draft = owner.get(n - 1)
    if (
        draft is None
        or sum(1 for _ in page.words(page.quote_tokens[n].start, page.quote_tokens[n].stop)) < _MIN_RUNNING
    ):
        return None
    text = page.parsed.text
    start = page.quotations[n].outer[0]
    reached = max(page.quotations[n - 1].outer[1], page.tokens[draft.anchor].end if draft.anchor >= 0 else 0)
    between = text[reached:start]
    if "\n" in between and page.quotations[n].end - page.quotations[n].start < 40:
        return None
    if not between.rstrip().endswith((".", "!", "?")) and between.strip():
        return None
    stops = sum(between.count(stop + " ") + between.count(stop + "\n") for stop in ".!?")
    return draft if stops <= 1 else None


def _reports_another(page: Page, draft: Draft) -> bool:
    """Inside a quotation only a named third party’s saying is a statement of its own."""
    return (
        draft.kind == "speech"
        and draft.how == "that"
        and draft.speaker is not None
        and page.tokens[draft.speaker].pos == "PROPN"
    )
