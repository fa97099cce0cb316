"""Finds the statements of a document: cues and quotations are found apart, joined, and told in order."""

from __future__ import annotations

from memcon.reading.context import ActorIndex, Context
from memcon.reading.statements.attach import attach_quotations
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.nouns import noun_drafts
from memcon.reading.statements.phrases import phrase_drafts
from memcon.reading.statements.select import told_by_the_text
from memcon.reading.statements.verbs import verb_drafts
from memcon.record import DateExpression, Span, Statement


def read_statements(context: Context, actors: ActorIndex, dates: tuple[DateExpression, ...]) -> tuple[Statement, ...]:
    """The statements of the document, in order of their content.

    Args:
        context: the parsed document.
        actors: its actors, for speakers, addressees and carriers.
        dates: its date expressions, resolved.
    """
    page = Page(context.parsed, context.clauses)
    drafts = verb_drafts(page) + noun_drafts(page) + phrase_drafts(page)
    drafts = attach_quotations(page, drafts)
    drafts = _distinct(page, told_by_the_text(page, drafts))
    made = [_statement(page, draft) for draft in drafts]
    found = sorted((s for s in made if s is not None), key=lambda s: (s.content.start, -s.content.end))
    return tuple(_numbered(found))


def _numbered(found: list[Statement]) -> list[Statement]:
    from dataclasses import replace

    return [replace(s, id=f"s{n}") for n, s in enumerate(found, 1)]


def _distinct(page: Page, drafts: list[Draft]) -> list[Draft]:
    seen: dict[tuple[int, int, int], Draft] = {}
    for draft in drafts:
        if not draft.content:
            continue
        key = (min(draft.content), max(draft.content), draft.anchor)
        seen.setdefault(key, draft)
    return list(seen.values())


def _statement(page: Page, draft: Draft) -> Statement | None:
    runs = page.runs(draft.content)
    spans = [page.parsed.span(first, last) for first, last in runs]
    spans = [s for s in spans if s.text.strip(" \n\t\"“”„«»'‘’.,")]
    if not spans:
        return None
    text = page.parsed.text
    content = Span.of(text, spans[0].start, spans[-1].end)
    cue = page.parsed.span(*draft.cue) if draft.cue else None
    speaker = page.parsed.span(*draft.speaker_span) if draft.speaker_span else None
    return Statement(
        "",
        None,
        speaker,
        cue,
        content,
        tuple(spans),
        _form(page, draft),
    )


def _form(page: Page, draft: Draft) -> str:
    words = [i for i in draft.content if not page.is_mark(i) and page.tokens[i].pos != "SPACE"]
    quoted = sum(1 for i in words if page.quote_of.get(i) in draft.quotes)
    if not quoted or not words:
        return "indirect"
    return "direct" if quoted >= len(words) - 1 else "mixed"
