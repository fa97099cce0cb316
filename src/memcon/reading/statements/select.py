"""Which drafts are statements that the text itself tells of, and which are only words of the sort."""

from __future__ import annotations

from memcon.reading.context import ActorIndex
from memcon.reading.statements.contents import is_infinitive
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.speakers import TEXTS

#: Constructions whose content is a clause that somebody says.
_PLAIN = frozenset({"label", "transcript", "that", "spliced", "inserted", "", "according", "in-view"})
#: Verbs whose infinitive tells what is done: “went on to say”.
_GOING_ON = frozenset(
    {"go", "continue", "proceed", "begin", "start", "use", "come", "hasten", "happen", "have", "turn"}
)
#: The same for nouns and adjectives.
_CLAUSAL = frozenset({"noun:that", "adjective:that"})
_ASSERTED = frozenset({"root", "conj", "advcl", "parataxis", "relcl"})
#: Verbs that with a noun for their object tell of an act, with a clause of a saying.
_ACTS = frozenset(
    {"declare", "proclaim", "deny", "confirm", "reveal", "disclose", "report", "detail", "outline", "share"}
)
#: What somebody said before, told as the object of another saying: “repeated his remarks”.
_SAID_BEFORE = frozenset({"remark", "comment", "statement", "speech", "word", "say"})
#: Prepositions under which stands what is talked about, not what is said of it.
_TOPIC = frozenset({"on", "upon", "about"})
_TALKING = frozenset({"comment", "elaborate"})
_AGAIN = frozenset({"repeat", "reiterate", "restate", "echo"})
#: What is claimed as one's own deed.
_DEEDS = frozenset(
    {"responsibility", "credit", "victory", "attack", "bombing", "strike", "killing", "shooting", "raid"}
)
_IF = frozenset({"if", "unless", "whether", "until", "once"})
#: What one goes by, and nobody's word: “according to law”.
_NORMS = frozenset(
    {"law", "constitution", "schedule", "plan", "custom", "tradition", "rule", "need", "procedure", "protocol"}
    | {"principle", "criterion", "standard", "norm", "ability", "age", "size", "rank", "merit", "timetable"}
)
#: Verbs of acts towards somebody, and so many quoted words that are no more than a word of it.
_TOWARDS = frozenset({"thank", "congratulate", "praise", "commend", "blame", "accuse", "criticize", "criticise"})
_A_WORD = 2
#: What things do, too: “the gains highlighted how …”.  A text or a figure says something by it, other things do not.
_BY_THINGS = frozenset(
    {"highlight", "indicate", "denote", "underline", "underscore", "show", "demonstrate", "suggest", "reflect"}
    | {"mean", "signal", "reveal", "prove", "illustrate", "hold"}
)
_FIGURES = frozenset(
    {"poll", "survey", "data", "figure", "statistic", "estimate", "finding", "analysis", "investigation", "result"}
    | {"record", "evidence", "test", "index", "inquiry", "probe", "intelligence", "research", "average", "census"}
    | {"source", "assessment", "review", "account", "inspection", "transcript", "slide", "email", "story", "percent"}
    | {"information", "map", "panel", "log"}
)
_ITSELF = frozenset({"it", "that", "this", "which", "him", "her", "them", "me", "us", "you", "so", "what"})


def told_by_the_text(page: Page, drafts: list[Draft], actors: ActorIndex) -> list[Draft]:
    """The drafts that hold a statement: asserted, with somebody who says it, with something said."""
    within = _nested(page, drafts)
    return [d for d in drafts if d.content and _holds(page, d, d.anchor in within) and not _mute(page, d, actors)]


def _mute(page: Page, draft: Draft, actors: ActorIndex) -> bool:
    """“Ukraine’s gains highlighted how …”, “are estimated to have been killed”: nobody says it."""
    token = page.tokens[draft.anchor]
    if draft.quotes or (token.lemma not in _BY_THINGS and draft.kind != "finding"):
        return False
    if draft.speaker is None:
        return draft.kind == "finding" and page.tokens[min(draft.content)].lower == "to"
    said = [clause for c in token.children if page.tokens[c].dep == "ccomp" and (clause := page.clauses.of(c))]
    head = page.tokens[draft.speaker]
    if token.lemma == "hold" and (not said or said[0].form != "finite"):
        return True  # “holding them accountable”
    named = head.pos in ("PRON", "PROPN") or bool(actors.at(draft.speaker))
    return token.lemma in _BY_THINGS and not named and head.lemma not in TEXTS | _FIGURES


def _nested(page: Page, drafts: list[Draft]) -> set[int]:
    """The anchors that stand in what another draft says."""
    anchors = {d.anchor for d in drafts}
    return {i for d in drafts for i in d.content if i in anchors and i != d.anchor}


def _holds(page: Page, draft: Draft, nested: bool) -> bool:
    plain = draft.how in _PLAIN or draft.quotes
    words = [i for i in draft.content if not page.is_mark(i)]
    if not draft.quotes and (_asked(page, draft) or _left_unsaid(page, draft) or _not_yet(page, draft)):
        return False
    if draft.negated and draft.how == "obj":
        return False
    if not draft.quotes and (_is_act(page, draft) or _only_a_topic(page, draft) or _supposed(page, draft)):
        return False
    if draft.how == "according" and draft.speaker is not None and page.tokens[draft.speaker].lemma in _NORMS:
        return False
    if draft.how == "obj" and draft.kind == "judgement" and _only_a_word(page, draft):
        return False
    if not words or not (plain or draft.how in _CLAUSAL or _names_what_is_said(draft)):
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


def _asked(page: Page, draft: Draft) -> bool:
    """“Asked whether he would go, he …”: the question of nobody in particular."""
    token = page.tokens[draft.anchor]
    return token.lemma == "ask" and draft.speaker is None and token.tag == "VBN"


def _not_yet(page: Page, draft: Draft) -> bool:
    """“Asked him to assure them that …”, “plans to say that …”: nothing is said yet; “went on to say” is."""
    token = page.tokens[draft.anchor]
    if draft.kind not in ("speech", "finding") or not is_infinitive(page, token.i):
        return False
    head = page.tokens[token.head]
    return head.pos == "VERB" and head.lemma not in _GOING_ON


def _left_unsaid(page: Page, draft: Draft) -> bool:
    """“Did not say whether …”, “did not elaborate on …”, “made no comment on …”: nobody says it."""
    if not draft.negated or draft.kind != "speech":
        return False
    return draft.how in ("that", "obj", "of", "about", "on", "upon") or draft.how.startswith("noun:")


def _only_a_topic(page: Page, draft: Draft) -> bool:
    """“Commented on the dispute”, “repeated his remarks”, “claimed the attack”: with no word of what was said."""
    anchor = page.tokens[draft.anchor]
    if draft.how in _TOPIC:
        with_whom = anchor.lemma in ("speak", "talk") and any(page.tokens[c].lower == "with" for c in anchor.children)
        return anchor.lemma in _TALKING or with_whom
    if draft.how != "obj":
        return False
    objects = {page.tokens[i].lemma for i in page.parsed.children(draft.anchor, "dobj", "nsubjpass")}
    if anchor.lemma == "claim":
        return bool(objects & _DEEDS)
    return anchor.lemma in _AGAIN and bool(objects & _SAID_BEFORE)


def _supposed(page: Page, draft: Draft) -> bool:
    """“Will act if the court finds that …”: nobody has said so yet."""
    clause = page.clauses.of(draft.anchor) if draft.kind in ("speech", "finding") else None
    return clause is not None and clause.relation == "advcl" and clause.mark in _IF and draft.how == "that"


def _is_act(page: Page, draft: Draft) -> bool:
    """“Declared independence”, “denied the figure”: an act, or a thing denied, with no word of what was said."""
    if draft.how not in ("obj", "as") or page.tokens[draft.anchor].lemma not in _ACTS:
        return False
    # “Declared the strait closed” says of something what it is; “declared independence” does not.
    obj = page.parsed.child(draft.anchor, "dobj", "nsubjpass")
    return obj is not None and draft.content <= page.below(obj)


def _only_a_word(page: Page, draft: Draft) -> bool:
    """“Thanked her for her “solidarity””: an act, told with a word of its own."""
    quoted = [i for n in draft.quotes for i in page.words(page.quote_tokens[n].start, page.quote_tokens[n].stop)]
    return bool(quoted) and len(quoted) <= _A_WORD and page.tokens[draft.anchor].lemma in _TOWARDS


def _names_what_is_said(draft: Draft) -> bool:
    """“Stressed the need for reform”, “expressed concern about the fighting”: a phrase sums up what was said.

    What somebody urges, praises, condemns, offers or wants is an act: an event, and a statement only where
    words of it are quoted or told in a clause.
    """
    return draft.kind == "speech" and draft.how != "to" and draft.how != "noun:to"
