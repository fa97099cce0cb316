"""Cuts from a content what the parser hangs on it but somebody else says: a further saying, the teller’s own remark."""

from __future__ import annotations

from memcon.reading.statements.draft import Draft, Page

#: Nouns with which a teller sums up what was just said: “…, a charge Baku denies”.
_REMARKS = frozenset(
    {"accusation", "allegation", "assertion", "charge", "claim", "decision", "demand", "figure", "idea", "move"}
    | {"position", "proposal", "report", "request", "stance", "statement", "step", "suggestion"}
)
_CLAUSAL = frozenset({"that", "spliced", "inserted", "obj", "as", "noun:that", "of", "about"})
#: What a saying leads to.
_OUTCOMES = frozenset({"prompt", "spark", "trigger", "provoke", "draw", "deepen", "fuel", "escalate", "anger"})
#: Parsers hang these on the verb as if they were marks.
_HALF_DAYS = frozenset({"a.m.", "p.m."})
_FURTHER = frozenset({"advcl", "conj", "acl", "pcomp", "xcomp"})
_SUBJECTS = ("nsubj", "nsubjpass")


def cut_contents(page: Page, drafts: list[Draft]) -> None:
    """Takes from every content what is not said by its speaker, and gives a further saying its own."""
    _further_sayings(page, drafts)
    for report in drafts:
        if report.how == "spliced":
            # “X said A, the paper reported”: nothing of the paper’s reporting is X’s.
            for draft in drafts:
                if draft.anchor in report.content:
                    draft.content &= report.content
    for draft in drafts:
        _aside(page, draft, drafts)
        _remark(page, draft)
        _outcome(page, draft)
        _anonymity(page, draft)
        last = max(draft.content, default=None)
        if last is not None and last + 1 < len(page.tokens) and page.tokens[last + 1].lower in _HALF_DAYS:
            draft.content.add(last + 1)


def _further_sayings(page: Page, drafts: list[Draft]) -> None:
    """“… said the vote was fair, adding that …”: what is added is a saying of its own by the same speaker.

    “…, with the newspaper reporting that …” is another’s.
    """
    tokens = page.tokens
    tellers = [d for d in drafts if tokens[d.anchor].pos in ("VERB", "AUX") and tokens[d.anchor].tag != "VBG"]
    for further in [*drafts, *_citing(page, drafts)]:
        i = further.anchor
        having = any(tokens[k].tag == "VBG" and tokens[k].dep == "aux" for k in tokens[i].children)
        if not (tokens[i].tag == "VBG" or having) or tokens[i].dep not in _FURTHER or i in page.quote_of:
            continue
        first, own = _opening(page, i)
        if first < 1 or tokens[first - 1].text not in (",", "-", "–", "—", "--"):
            continue
        before = [d for d in tellers if i in d.content and d.anchor < i - 2 and d.how in _CLAUSAL]
        if not before:
            continue
        teller = max(before, key=lambda d: d.anchor)
        gone = set(range(first - 1, max(page.below(i)) + 1))
        gone |= {k for n in {page.quote_of[k] for k in gone if k in page.quote_of} for k in page.quote_tokens[n]}
        for draft in drafts:
            if draft is not further and i in draft.content and teller.anchor not in draft.content:
                draft.content -= gone
        if not own and (further.speaker is None or further.speaker in teller.content):
            further.speaker, further.speaker_span = teller.speaker, teller.speaker_span


def _citing(page: Page, drafts: list[Draft]) -> list[Draft]:
    """“…, citing officials”: no statement, but no part of one either."""
    anchors = {d.anchor for d in drafts}
    return [
        Draft(t.i, None, "speech", "citing")
        for t in page.tokens
        if t.tag == "VBG" and t.lemma == "cite" and t.i not in anchors
    ]


def _opening(page: Page, i: int) -> tuple[int, bool]:
    """Where a participle’s clause begins, and whether it has a subject of its own: “with the BBC saying”."""
    tokens = page.tokens
    subject = page.parsed.child(i, *_SUBJECTS)
    head = tokens[tokens[i].head]
    if subject is None and tokens[i].dep == "acl" and head.dep == "pobj" and tokens[head.head].lower == "with":
        subject = head.i
    if subject is None or subject > i:
        return i, False
    first = page.parsed.phrase(subject)[0]
    return (first - 1 if first and tokens[first - 1].lower == "with" else first), True


def _remark(page: Page, draft: Draft) -> None:
    """“X would leave, a decision that Lima called rash”: the teller’s remark at the end is not what X said."""
    tokens = page.tokens
    if not draft.content or draft.how not in _CLAUSAL:
        return
    last = max(i for i in draft.content)
    for i in sorted(draft.content):
        token = tokens[i]
        if token.dep not in ("appos", "npadvmod", "conj") or token.lemma not in _REMARKS or i in page.quote_of:
            continue
        first = page.parsed.phrase(i)[0]
        told = page.parsed.child(i, "relcl")
        if told is None or tokens[first].lower not in ("a", "an") or first - 1 not in draft.content:
            continue
        if tokens[first - 1].text in (",", "-", "–", "—", "--") and max(page.below(i)) >= last - 1:
            draft.content = {k for k in draft.content if k < first - 1}
            return


def _aside(page: Page, draft: Draft, drafts: list[Draft]) -> None:
    """“Urged restraint (“violence solves nothing”, he said)”: inside and outside the brackets are two sayings."""
    tokens = page.tokens
    sentence = page.sentence_range(draft.anchor)
    opening = next((i for i in sentence if tokens[i].text == "("), None)
    closing = next((i for i in reversed(sentence) if tokens[i].text == ")"), None)
    if opening is None or closing is None or not any(opening < d.anchor < closing for d in drafts):
        return
    inside = set(range(opening, closing + 1))
    draft.content = draft.content & inside if draft.anchor in inside else draft.content - inside


def _outcome(page: Page, draft: Draft) -> None:
    """“… that the vote was rigged, prompting protests”: what came of the saying is told by the text."""
    tokens = page.tokens
    for i in sorted(draft.content):
        if tokens[i].tag != "VBG" or tokens[i].lemma not in _OUTCOMES or i in page.quote_of or i <= draft.anchor:
            continue
        if tokens[i - 1].text == "," and tokens[i].dep == "advcl" and i - 1 > min(draft.content):
            draft.content -= page.below(i) | {i - 1}
            return


def _anonymity(page: Page, draft: Draft) -> None:
    """“… said funds were short, on condition that he not be named”: a condition of the speaking, not a thing said."""
    tokens = page.tokens
    for i in sorted(draft.content):
        token = tokens[i]
        if token.lower != "condition" or tokens[i - 1].lower != "on" or i in page.quote_of:
            continue
        rest = {t.lower for t in tokens[i : page.parsed.sentence_of(i).last]}
        if rest & {"anonymity", "named", "identified", "anonymous"}:
            first = i - 2 if tokens[i - 2].lower == "speaking" else i - 1
            draft.content = {k for k in draft.content if k < first}
            return
