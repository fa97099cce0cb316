"""Statements told by a noun or an adjective: “the claim that”, “expressed confidence that”, “is worried about”."""

from __future__ import annotations

from memcon.language import Token
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.lexicon import Cue, lexicon

_COPULAS = frozenset({"be", "become", "remain", "feel", "seem", "appear", "sound", "stay", "grow"})


def noun_drafts(page: Page) -> list[Draft]:
    """A draft for every noun or adjective of saying, thinking or wishing with a content."""
    words = lexicon()
    found: list[Draft] = []
    for token in page.tokens:
        if token.pos == "NOUN":
            cue = words.nouns.get(token.lemma)
            draft = _of_noun(page, token, cue) if cue else None
        elif token.pos in ("ADJ", "VERB"):
            cue = words.adjectives.get(token.lower) or words.adjectives.get(token.lemma)
            draft = _of_adjective(page, token, cue) if cue else None
        else:
            continue
        if draft is not None:
            found.append(draft)
    return found


def _complement(page: Page, token: Token, cue: Cue) -> tuple[str, set[int]]:
    tokens = page.tokens
    for c in token.children:
        other = tokens[c]
        if other.dep in ("acl", "ccomp", "relcl", "xcomp") and c > token.i:
            marks = {tokens[k].lower for k in other.children if tokens[k].dep in ("mark", "aux", "nsubj", "dobj")}
            that = any(tokens[k].lower == "that" and tokens[k].dep == "mark" for k in other.children)
            if "that" in cue.takes and (that or (other.dep == "ccomp" and "to" not in marks)):
                return "that", page.below(c)
            if "to" in cue.takes and other.tag == "VB" and "to" in marks:
                return "to", page.below(c)
    for c in token.children:
        if tokens[c].dep in ("prep", "agent") and tokens[c].lower in cue.takes and c > token.i:
            content = page.below(c) - {c}
            if content:
                return tokens[c].lower, content
    return "", set()


def _of_noun(page: Page, token: Token, cue: Cue) -> Draft | None:
    tokens = page.tokens
    how, content = _complement(page, token, cue)
    verb = tokens[token.head]
    light = verb.pos == "VERB" and verb.lemma in lexicon().light and token.dep == "dobj"
    if light and not content:
        # “expressed his confidence” with the clause hung on the verb.
        for c in verb.children:
            if tokens[c].dep == "ccomp" and c > token.i and "that" in cue.takes:
                how, content = "that", page.below(c)
            elif tokens[c].dep == "prep" and c > token.i and tokens[c].lower in cue.takes:
                how, content = tokens[c].lower, page.below(c) - {c}
    if not content:
        return None
    speaker = next((c for c in token.children if tokens[c].dep == "poss"), None)
    first, last = token.i, token.i + 1
    if light:
        clause = page.clauses.of(verb.i)
        if clause is not None and clause.agent:
            speaker = clause.agent[0]
        first = page.verb_group(verb.i)[0]
    elif speaker is None:
        for c in token.children:
            if (
                tokens[c].dep in ("prep", "agent")
                and tokens[c].lower in ("by", "from", "of")
                and tokens[c].lower != how
            ):
                speaker = page.parsed.child(c, "pobj")
    if speaker is None or not (light or how in ("that", "to")):
        return None
    draft = Draft(token.i, (first, last), "speech", f"noun:{how}", content, speaker)
    if light:
        clause = page.clauses.of(verb.i)
        draft.negated = clause is not None and clause.negated
    if speaker is not None:
        draft.speaker_span = page.noun_span(speaker)
    return draft


def _of_adjective(page: Page, token: Token, cue: Cue) -> Draft | None:
    tokens = page.tokens
    verb = tokens[token.head] if token.pos == "ADJ" and token.dep == "acomp" else None
    if token.pos == "VERB":
        if not any(tokens[c].dep == "auxpass" for c in token.children):
            return None
        verb = token
    if verb is None or (verb.lemma not in _COPULAS and verb is not token):
        return None
    how, content = _complement(page, token, cue)
    if not content and verb is not token:
        for c in verb.children:
            if tokens[c].dep == "ccomp" and c > token.i and "that" in cue.takes:
                how, content = "that", page.below(c)
    if not content:
        return None
    subject = next((c for c in verb.children if tokens[c].dep in ("nsubj", "nsubjpass")), None)
    if subject is None:
        clause = page.clauses.of(verb.i)
        subject = clause.agent[0] if clause is not None and clause.agent else None
    if subject is None:
        return None
    draft = Draft(token.i, (page.verb_group(verb.i)[0], token.i + 1), "thought", f"adjective:{how}", content, subject)
    draft.speaker_span = page.noun_span(subject)
    return draft
