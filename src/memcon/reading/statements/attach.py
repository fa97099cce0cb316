"""Joins quotations to the cues beside them, and gives those without a cue to whoever spoke before."""

from __future__ import annotations

import re

from memcon.reading.statements.draft import LABELLED, Draft, Page
from memcon.reading.statements.lexicon import lexicon

#: How far from a quotation its cue may stand, in tokens.
_REACH = 28
_STOPS = frozenset({".", "!", "?", ";"})
_SAYING = frozenset({"speech", "finding"})
#: A quotation that goes on without a cue has at least so many words.
_MIN_RUNNING = 3
#: The same in characters where it starts a paragraph of its own.
_MIN_RUNNING_LINE = 40
#: The longest name or title before a colon, in tokens.
_MAX_LABEL = 9
#: The longest stretch between a cue and the quotation that goes on after it, in characters.
_MAX_REST = 120
_STOP = re.compile(r"[.!?](?=\s|$)(?<!\b(?:Mr|Ms|Dr|St|Sr|Jr)\.)(?<!\bMrs\.)(?<!\b(?:Gov|Sen|Rep|Gen)\.)(?<!\b[A-Z]\.)")


def attach_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each with the quotations that belong to it."""
    owner: dict[int, Draft] = {}
    by_anchor = {draft.anchor: draft for draft in drafts}
    drafts = [d for d in drafts if d.anchor not in page.quote_of or d.how in LABELLED or _reports_another(page, d)]
    for draft in drafts:
        inside = page.quote_of.get(draft.anchor)
        if inside is not None and draft.how not in LABELLED:
            draft.content &= set(page.quote_tokens[inside])
            continue
        if draft.how in LABELLED:
            continue
        for n in {page.quote_of[i] for i in draft.content if i in page.quote_of}:
            _left_to_the_cue_beside(page, n, draft, by_anchor, owner)
            draft.content |= set(page.quote_tokens[n])
            draft.quotes.append(n)
            best = owner.get(n)
            if best is None or (best.kind not in _SAYING and draft.kind in _SAYING):
                owner[n] = draft
    anchors = {d.anchor for d in drafts if d.kind in _SAYING}
    for draft in drafts:
        # ““…,” he told the cabinet, according to the agency”: the agency tells of the saying, not the words alone.
        if draft.how != "according" or not anchors & draft.content:
            _direct_only(page, draft)
    for n, tokens in enumerate(page.quote_tokens):
        if n in owner or not tokens:
            continue
        found = _before(page, n, by_anchor) or _after(page, n, by_anchor) or _going_on(page, n, owner)
        if found is None:
            found = _introduced(page, n, by_anchor)
            if found is not None and found.anchor not in by_anchor:
                by_anchor[found.anchor] = found
                drafts.append(found)
        if found is not None:
            found.content |= set(tokens)
            found.quotes.append(n)
            owner[n] = found
    for draft in drafts:
        _speaker_outside(page, draft)
    return drafts


def _left_to_the_cue_beside(
    page: Page, n: int, report: Draft, by_anchor: dict[int, Draft], owner: dict[int, Draft]
) -> None:
    """““…,” the envoy told his hosts, the agency reported”: the quotation is the envoy's though the agency tells it."""
    if not _is_sentence(page, n):
        return
    beside = _before(page, n, by_anchor) or _after(page, n, by_anchor)
    if beside is None or beside is report or beside.content or beside.anchor not in report.content:
        return
    beside.content |= set(page.quote_tokens[n])
    beside.quotes.append(n)
    owner[n] = beside


def _usable(page: Page, draft: Draft | None) -> bool:
    return (
        draft is not None
        and draft.anchor not in page.quote_of
        and draft.kind in (*_SAYING, "thought")
        and draft.cue is not None
        and draft.how in ("", "that", "inserted", "spliced", "obj", "of", "about", "to")
    )


def _before(page: Page, n: int, by_anchor: dict[int, Draft]) -> Draft | None:
    """“He said at a briefing: “…””: the nearest verb of saying before the quotation, in its own sentence."""
    tokens = page.tokens
    previous = _word_before(page, n)
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


def _word_before(page: Page, n: int) -> int:
    """The token before a quotation; over the end of the paragraph only where a colon stands there."""
    first = page.quote_tokens[n].start
    previous = first - 1
    while previous >= 0 and page.tokens[previous].pos == "SPACE":
        previous -= 1
    if (
        previous >= 0
        and page.tokens[previous].text != ":"
        and "\n" in page.parsed.text[page.tokens[previous].end : page.tokens[first].start]
    ):
        return -1
    return previous


def _introduced(page: Page, n: int, by_anchor: dict[int, Draft]) -> Draft | None:
    """“She paid him a compliment: “…””: a colon gives the quotation to the subject of its sentence."""
    tokens = page.tokens
    colon = _word_before(page, n)
    if colon < 0 or tokens[colon].text != ":" or not _is_sentence(page, n):
        return None
    sentence = page.parsed.sentence_of(colon)
    for i in range(colon - 1, sentence.first - 1, -1):
        if tokens[i].tag not in ("VBD", "VBZ", "VBP") or tokens[i].dep in ("aux", "auxpass", "relcl", "advcl"):
            continue
        clause = page.clauses.of(i)
        if clause is None or not clause.agent or clause.passive or clause.agent[0] in page.quote_of:
            continue
        if tokens[clause.agent[0]].tag in ("WP", "WDT", "EX"):
            continue
        draft = by_anchor.get(i)
        if draft is None:
            draft = Draft(i, page.verb_group(i), "speech", "colon")
            draft.speaker = clause.agent[0]
            draft.speaker_span = page.noun_span(clause.agent[0])
        else:
            draft.content.clear()
        return draft
    return _named_before(page, colon)


def _named_before(page: Page, colon: int) -> Draft | None:
    """“UN spokesman Stéphane Dujarric: “We hope …””: nothing but a name or a title before the colon."""
    tokens = page.tokens
    first = page.parsed.sentence_of(colon).first
    first = next((i for i in range(first, colon) if tokens[i].pos != "SPACE"), colon)
    before = range(first, colon)
    if not 0 < len(before) <= _MAX_LABEL or any(tokens[i].pos in ("VERB", "AUX", "PUNCT") for i in before):
        return None
    head = next((i for i in before if tokens[i].head not in before or tokens[i].head == i), None)
    if head is None or tokens[head].pos not in ("PROPN", "NOUN"):
        return None
    return Draft(colon, (colon, colon + 1), "speech", "colon", set(), head, (first, colon))


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
    """““…,” he said. “…””, ““…,” he said, “…””: a quotation that goes on with the one before."""
    draft = owner.get(n - 1)
    if draft is None or draft.anchor < 0:
        return None
    text = page.parsed.text
    before, here = page.quotations[n - 1], page.quotations[n]
    between = text[before.outer[1] : here.outer[0]]
    if "\n" in between and here.end - here.start < _MIN_RUNNING_LINE:
        return None
    cue = page.tokens[draft.anchor]
    if before.outer[1] <= cue.start < here.outer[0]:
        rest = text[cue.end : here.outer[0]].rstrip()
        stops = len(_STOP.findall(rest))
        if rest.endswith((",", ":", ";", "—", "–", "--")) or not rest:
            return draft if stops == 0 and len(rest) < _MAX_REST else None
        return draft if stops == 1 and rest.endswith((".", "!", "?")) and _is_sentence(page, n) else None
    return draft if not between.strip() and _is_sentence(page, n) else None


def _is_sentence(page: Page, n: int) -> bool:
    """Whether the quotation stands as a sentence of its own, long enough to be speech."""
    quotation, tokens = page.quotations[n], page.quote_tokens[n]
    first = page.parsed.text[quotation.start : quotation.start + 1]
    if sum(1 for _ in page.words(tokens.start, tokens.stop)) < _MIN_RUNNING:
        return False
    return not first.islower()


def _direct_only(page: Page, draft: Draft) -> None:
    """Where the cue stands right beside direct speech, the quotation alone is the content, and no speaker is in it.

    Parsers hang parts of a quotation on the cue, and take its last noun for the speaker.
    """
    if draft.anchor in page.quote_of or not draft.quotes or draft.kind == "judgement":
        return
    if _goes_on_after_a_saying(page, draft):
        draft.content = {i for k in draft.quotes for i in page.quote_tokens[k]}
        return
    # “The Union, she added, ‘has shown solidarity’”: the half before the cue is hers too.
    if draft.how in ("inserted", "spliced") and any(i not in page.quote_of and i < draft.anchor for i in draft.content):
        return
    text = page.parsed.text
    cue = page.tokens[draft.anchor]
    for n in draft.quotes:
        quotation = page.quotations[n]
        first, last = quotation.outer
        if last <= cue.start:
            opens = text[:first].rstrip()[-1:] if first else ""
            direct = opens in ("", *'.!?:”"»…') or "\n" in text[max(0, first - 2) : first]
            direct = direct and "." not in text[last : cue.start]
        else:
            between = text[cue.end : first].strip()
            ends = text[quotation.end - 1 : quotation.end] in ",.!?…" or text[last : last + 1] in ",.\n"
            ends = ends or (between != "that" and _only_place(page, draft, n))
            direct = between in ("", ",", ":", "that") and ends and cue.end <= first
        if direct:
            draft.content = {i for k in draft.quotes for i in page.quote_tokens[k]}
            break


def _goes_on_after_a_saying(page: Page, draft: Draft) -> bool:
    """“The minister said A, “and we shall,” he added”: the quotation alone is what he added."""
    tokens = page.tokens
    if draft.speaker is None or tokens[draft.speaker].lower not in ("he", "she") or len(draft.quotes) != 1:
        return False
    quoted = page.quote_tokens[draft.quotes[0]]
    if (draft.speaker, draft.anchor) != (quoted.stop, quoted.stop + 1):
        return False
    before = (tokens[i] for i in draft.content if i < quoted.start and tokens[i].tag in ("VBD", "VBZ"))
    cues = (lexicon().verbs.get(token.lemma) for token in before)
    return any(cue is not None and cue.kind == "speech" for cue in cues)


def _speaker_outside(page: Page, draft: Draft) -> None:
    """Nobody is named inside the quotation that is his own."""
    if draft.anchor in page.quote_of or not draft.quotes or draft.kind == "judgement":
        return
    if draft.speaker is not None and draft.speaker in page.quote_of:
        beside = page.speaker_beside(draft.anchor)
        draft.speaker = beside
        draft.speaker_span = page.noun_span(beside) if beside is not None else None


def _only_place(page: Page, draft: Draft, n: int) -> bool:
    """“… said “the situation is grave” in Bern”: a clause is quoted, and what is left of the content has no verb."""
    tokens = page.tokens
    verbs = {i for i in draft.content if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")}
    return bool(verbs) and all(page.quote_of.get(i) == n for i in verbs)


def _reports_another(page: Page, draft: Draft) -> bool:
    """Inside a quotation only a named third party’s saying is a statement of its own."""
    return (
        draft.kind == "speech"
        and draft.how == "that"
        and draft.speaker is not None
        and page.tokens[draft.speaker].pos == "PROPN"
    )
