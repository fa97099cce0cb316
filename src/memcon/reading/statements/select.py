"""Which drafts are statements that the text itself tells of, and which are only words of the sort."""

from __future__ import annotations

from memcon.reading.statements.draft import Draft, Page

_PLAIN = frozenset({"label", "transcript", "that", "spliced", "inserted", "", "according", "in-view"})
_ASSERTED = frozenset({"root", "conj", "advcl", "parataxis", "relcl"})
_ITSELF = frozenset({"it", "that", "this", "which", "him", "her", "them", "me", "us", "you", "so", "what"})


def told_by_the_text(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts that hold a statement: asserted, with somebody who says it, with something said."""
    within = _nested(page, drafts)
    return [d for d in drafts if d.content and _holds(page, d, d.anchor in within)]


def _nested(page: Page, drafts: list[Draft]) -> set[int]:
    """The anchors that stand in what another draft says."""
    anchors = {d.anchor for d in drafts}
    return {i for d in drafts for i in d.content if i in anchors and i != d.anchor}


def _holds(page: Page, draft: Draft, nested: bool) -> bool:
    plain = draft.how in _PLAIN or draft.quotes
    words = [i for i in draft.content if not page.is_mark(i)]
    if not words:
        return False
    if plain and draft.kind in ("speech", "finding"):
        return True
    if draft.speaker_span is None:
        return False
    if nested and not draft.quotes:
        return False
    if not plain and len(words) == 1 and page.tokens[words[0]].lower in _ITSELF:
        return False
    clause = page.clauses.of(draft.anchor)
    if clause is None or draft.quotes:
        return True
    return clause.relation in _ASSERTED and clause.form in ("finite", "gerund")
