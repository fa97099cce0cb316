"""Statements that a verb tells of: “said that”, “urged Moscow to”, “called it”, “…, she said”, “…, the UN reported”."""

from __future__ import annotations

from memcon.language import Token
from memcon.reading.statements.contents import (
    after_preposition,
    comma_before_last,
    content_of,
    is_infinitive,
    is_joined,
    led_astray,
)
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.lexicon import Cue, lexicon

_RELATIVE = frozenset({"who", "which", "that"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_QUOTED = frozenset({"quote", "cite"})


def verb_drafts(page: Page) -> list[Draft]:
    """A draft for every verb of saying, thinking, judging or wishing with a content."""
    found: list[Draft] = []
    for token in page.tokens:
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ"):
            continue
        if token.dep in ("amod", "compound", "aux", "auxpass"):
            continue
        cue = _cue(page, token)
        if cue is None:
            continue
        draft = _draft(page, token, cue)
        if draft is not None:
            found.append(draft)
    return found


def _cue(page: Page, token: Token) -> Cue | None:
    verbs = lexicon().verbs
    for child in token.children:
        other = page.tokens[child]
        if (other.dep in ("prt", "advmod", "prep") or other.lower == "it") and child == token.i + 1:
            cue = verbs.get(f"{token.lemma} {other.lower}")
            if cue is not None:
                return cue
    return verbs.get(token.lemma)


def _draft(page: Page, token: Token, cue: Cue) -> Draft | None:
    verb = token.i
    obj = page.parsed.child(verb, "dobj")
    if obj is not None and token.lemma == "express":
        return None  # “expressed hope that …”: the noun is the cue
    how, content = content_of(page, token, cue)
    clause = page.clauses.of(verb)
    draft = Draft(verb, page.verb_group(verb), cue.kind, how, content)
    draft.negated = clause.negated if clause is not None else False
    _speaker(page, token, draft)
    draft.cited = tuple(
        obj
        for c in token.children
        if page.tokens[c].tag == "VBG" and page.tokens[c].lemma in _QUOTED
        for obj in page.parsed.children(c, "dobj")
    )
    if clause is not None and "addr" in cue.takes:
        draft.addressees = (*clause.recipient, *(clause.patient if not clause.passive else ()))
    if token.lemma == "quote" and any(page.tokens[c].lower == "as" for c in token.children):
        return None  # “quoted him as saying …”: the saying is the cue
    if not content:
        # A verb of saying may still take a quotation beside it.
        waits = cue.kind in ("speech", "finding", "thought") and cue.takes & {"that", "quote"}
        return draft if waits and "alone" not in cue.takes else None
    return draft


def _beside_participle(page: Page, token: Token) -> int | None:
    """“…, with both groups saying they were not told”; “made a broadcast to say”: who says, where the parser errs."""
    tokens = page.tokens
    before = tokens[token.i - 1] if token.i else None
    if token.tag == "VBG" and before is not None and before.dep == "pobj" and tokens[before.head].lower == "with":
        return before.i
    noun = tokens[token.head]
    if token.dep in ("relcl", "acl") and is_infinitive(page, token.i) and noun.dep == "dobj":
        clause = page.clauses.of(noun.head)
        return clause.agent[0] if clause is not None and clause.agent else None
    return None


def _first_speaker(page: Page, token: Token) -> int | None:
    """“He said … but, in a tweet, wrote: …”: whoever speaks in the first of two joined sayings."""
    for above in page.parsed.ancestors(token.i):
        clause = page.clauses.of(above)
        if page.tokens[above].lemma in lexicon().verbs and clause is not None and clause.agent:
            return clause.agent[0]
    return None


def _speaker(page: Page, token: Token, draft: Draft) -> None:
    tokens = page.tokens
    clause = page.clauses.of(token.i)
    head: int | None = None
    if token.dep == "conj":
        astray = led_astray(page, tokens[token.head])
        if astray is not None and astray[1] == token.i:
            head = astray[0]
    if head is None and is_joined(page, token.i):
        head = _first_speaker(page, token)
    if head is None:
        head = _beside_participle(page, token)
    span: tuple[int, int] | None = None
    if head is None and clause is not None and clause.agent:
        head, span = page.agent_span(clause.agent)
    relative = None
    if token.dep == "relcl":
        relative = next(
            (c for c in token.children if tokens[c].lower in _RELATIVE and tokens[c].dep in _SUBJECTS), None
        )
    if head is None and clause is None:
        head = next((c for c in token.children if tokens[c].dep in _SUBJECTS), None)
    if head is None and token.tag in ("VBD", "VBZ", "VBP") and not (clause is not None and clause.passive):
        head = page.speaker_beside(token.i)
    if head is None and relative is None:
        return
    draft.speaker = head
    if relative is not None:
        draft.speaker_span = (relative, relative + 1)
    elif head is not None:
        span = span or page.noun_span(head)
        draft.speaker_span = after_preposition(page, span)
        parted = comma_before_last(page, span, token.i)
        if parted is not None and draft.how in ("", "inserted", "spliced", "that"):
            draft.speaker_span = parted, span[1]
        if draft.content and span[1] <= token.i:
            draft.content |= set(range(span[0], draft.speaker_span[0]))
        if head not in range(*draft.speaker_span):
            draft.speaker = draft.speaker_span[1] - 1
