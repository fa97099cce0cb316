"""What a verb of saying has for its content, with the repairs where the parser errs and the surface decides."""

from __future__ import annotations

from memcon.language import Token, content_noun
from memcon.language.text import NOMINAL
from memcon.reading.statements.draft import Page
from memcon.reading.statements.lexicon import Cue, lexicon

_RELATIVE = frozenset({"who", "which", "that"})
_JUDGED_BY = frozenset({"for", "of", "as", "with", "over", "to", "on", "from", "about", "by", "against"})
#: Those who speak to the press without being named.
_SPEAKERS = frozenset(
    {"agency", "ministry", "media", "office", "spokesman", "spokeswoman", "spokesperson", "official", "newspaper"}
    | {"television", "radio", "government", "presidency", "police", "service", "minister", "president", "source"}
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def content_of(page: Page, token: Token, cue: Cue) -> tuple[str, set[int]]:
    """How the content is joined to the verb, and its tokens."""
    tokens, takes = page.tokens, cue.takes
    by_dep: dict[str, list[int]] = {}
    for child in token.children:
        by_dep.setdefault(tokens[child].dep, []).append(child)
    passive = "auxpass" in by_dep or "nsubjpass" in by_dep
    clauses = [c for c in by_dep.get("ccomp", []) if tokens[c].pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADP")]
    # “said of claims by Kinshasa that …”: what others claim is not what the speaker says.
    clauses = [c for c in clauses if content_noun(page.parsed, c) is None]
    if "that" in takes and clauses:
        best = _said_clause(page, token, clauses)
        content = page.below(best)
        if best < token.i:
            content = _leading_clause(page, token, content)
        else:
            # “said it believed screening was wrong”: the parser may cut one clause in two.
            for c in clauses:
                if c > best and min(page.below(c)) == max(content) + 1:
                    content |= page.below(c)
            content |= _from_that(page, token, min(content))
            first = min(content)
            if first == token.i + 1 and tokens[first].lower == "that" and tokens[first + 1].pos in NOMINAL:
                content.discard(first)  # “said that ammunition was short”, taken for “that ammunition”
            content -= {i for i in content if i < token.i and tokens[i].tag in ("WDT", "WP")}
            content = _without_joined(page, token, content)
        if not is_infinitive(page, best) or takes & {"to", "objto"}:
            return "that", content
    if "that" in takes and cue.kind == "speech":
        astray = _hung_on_occasion(page, by_dep.get("prep", []))
        if astray is not None:
            return "that", page.below(astray)
    if "addr" in takes and "that" in takes and not passive:
        told = _hung_on_hearer(page, by_dep.get("dobj", []))
        if told is not None:
            return "that", page.below(told)
    if "that" in takes and cue.kind in ("speech", "finding"):
        parted = led_astray(page, token)
        if parted is not None:
            return "that", page.below(parted[0]) | page.below(parted[1])
    if "to" in takes or "objto" in takes:
        for c in by_dep.get("xcomp", []) + clauses:
            if is_infinitive(page, c):
                content = page.below(c)
                another = by_dep.get("dobj") or page.parsed.child(c, *_SUBJECTS) is not None
                if "to" not in takes and not another and not passive:
                    continue
                if "objto" in takes and not passive:
                    for obj in by_dep.get("dobj", []):
                        content |= page.below(obj)
                return "to", content
    if "that" in takes:
        for c in by_dep.get("xcomp", []):
            if not is_infinitive(page, c) and tokens[c].tag not in ("VBG",):
                return "that", page.below(c)
    if "as" in takes:
        content = set()
        for c in by_dep.get("oprd", []) + by_dep.get("xcomp", []) + by_dep.get("ccomp", []):
            if c > token.i:
                content |= page.below(c)
        for c in by_dep.get("prep", []):
            if tokens[c].lower == "as":
                content |= page.below(c)
        objects = by_dep.get("nsubjpass", []) if passive else by_dep.get("dobj", [])
        named = any(i in page.quote_of for obj in objects for i in page.below(obj))
        if content or (objects and ("obj" in takes or named)):
            for obj in objects:
                content |= page.below(obj)
            return "as", content
    if "obj" in takes:
        objects = [c for c in (by_dep.get("dobj", []) if not passive else []) if tokens[c].lower not in _RELATIVE]
        if passive:
            objects = [c for c in by_dep.get("nsubjpass", []) if tokens[c].lower not in _RELATIVE]
        if objects:
            content = set()
            for obj in objects:
                content |= page.below(obj)
            if cue.kind == "judgement":
                for c in by_dep.get("prep", []):
                    if tokens[c].lower in _JUDGED_BY and c > token.i and not (passive and tokens[c].lower == "by"):
                        content |= page.below(c)
            return "obj", content
    for c in by_dep.get("prep", []) + by_dep.get("agent", []):
        if tokens[c].lower in takes and c > token.i:
            content = page.below(c) - {c}
            if content:
                return tokens[c].lower, content
    if "that" in takes and cue.kind in ("speech", "finding"):
        stretch = page.sentence_range(token.i)
        behind = _from_that(page, token, stretch.stop)
        if behind and any(tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in behind):
            return "that", behind
    if "that" in takes:
        spliced = _spliced(page, token) if cue.kind in ("speech", "finding") else set()
        inserted = _inserted(page, token)
        if inserted and not (
            spliced > inserted and token.dep == "parataxis" and min(spliced) < token.i < min(inserted)
        ):
            return "inserted", inserted
        if spliced:
            return "spliced", spliced
    return "", set()


def _from_that(page: Page, token: Token, first: int) -> set[int]:
    """“Said that the deal had ‘de facto’ ended”: all behind “that”, where the parser has lost the beginning."""
    tokens = page.tokens
    for i in range(token.i + 1, first):
        if tokens[i].lower == "that" and tokens[i].tag == "IN":
            return set(range(i + 1, first))
        if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") or page.is_mark(i):
            return set()
    return set()


def _said_clause(page: Page, token: Token, clauses: list[int]) -> int:
    """The clause that is said, of several on one verb: with “that”, else the longest not cut off by a semicolon."""
    tokens = page.tokens
    for c in clauses:
        if c > token.i and _has_that(page, c):
            return c
    near = [c for c in clauses if not any(tokens[i].text == ";" for i in range(c, token.i))]
    near = [c for c in near if not is_joined(page, c)] or near
    return max(near or clauses, key=lambda c: len(page.below(c)))


def is_joined(page: Page, c: int) -> bool:
    """“Said he was content but, in a tweet, wrote: …”: the second saying, hung on the first as if it were said."""
    tokens = page.tokens
    token = tokens[c]
    if token.dep not in ("ccomp", "conj") or token.tag not in ("VBD", "VBZ"):
        return False
    if page.parsed.child(c, *_SUBJECTS, "aux", "auxpass") is not None:
        return False
    if token.dep == "conj" and token.tag == "VBD" and any(tokens[k].tag == "MD" for k in tokens[token.head].children):
        return True  # “promised that he would work for peace and thanked them”: what will be is not what was
    cue = lexicon().verbs.get(token.lemma)
    if cue is None or cue.kind != "speech":
        return False
    head = tokens[token.head]
    if token.dep == "conj" and token.tag == "VBD" and head.tag == "VBN":
        # “noted that roads had been blocked and stressed that …”: what had been is not what was said.
        clause = page.parsed.child(c, "ccomp")
        if clause is not None and _has_that(page, clause):
            return True
    # “said he had met X and told him …” is X's; “…, and asked” goes on with who said it.
    before = range(max(token.head, c - 8), min(page.below(c)))
    return any(tokens[i].dep == "cc" and (token.dep == "ccomp" or tokens[i - 1].text == ",") for i in before)


def _without_joined(page: Page, token: Token, content: set[int]) -> set[int]:
    """The content up to the “but” or “and” that joins a second saying to the first."""
    for c in sorted(content):
        if c not in page.quote_of and is_joined(page, c) and page.tokens[c].head in content:
            cut = max((i for i in range(max(token.i, c - 8), c) if page.tokens[i].dep == "cc"), default=None)
            return {i for i in content if i < cut} if cut is not None else content
    return content


def _hung_on_occasion(page: Page, prepositions: list[int]) -> int | None:
    """“said in an interview that funds were short”: the clause hangs on the occasion, but the speaker says it.

    So in “told reporters before leaving that …”.
    """
    tokens = page.tokens
    for prep in prepositions:
        for verb in page.parsed.children(prep, "pcomp"):
            for c in page.parsed.children(verb, "ccomp"):
                if tokens[verb].lemma not in lexicon().verbs and _has_that(page, c):
                    return c
        for noun in page.parsed.children(prep, "pobj"):
            if tokens[noun].lemma not in lexicon().occasions:
                continue
            for c in page.parsed.children(noun, "acl", "relcl", "ccomp", "appos"):
                if _has_that(page, c):
                    return c
    return None


def _hung_on_hearer(page: Page, objects: list[int]) -> int | None:
    """“Told the newspaper he would stand”: the clause hangs on the hearer as if it were a relative one."""
    tokens = page.tokens
    for obj in objects:
        for c in page.parsed.children(obj, "relcl"):
            subject = page.parsed.child(c, "nsubj", "nsubjpass")
            if subject is not None and tokens[subject].tag == "PRP" and subject == min(page.below(c)):
                return c
    return None


def _has_that(page: Page, c: int) -> bool:
    return any(page.tokens[k].lower == "that" and page.tokens[k].dep == "mark" for k in page.tokens[c].children)


def led_astray(page: Page, token: Token) -> tuple[int, int] | None:
    """“The agency reported X, the minister, had resigned”: X taken for an object, its verb for a second one.

    Gives the subject and the verb of the clause that was said.
    """
    tokens = page.tokens
    obj = page.parsed.child(token.i, "dobj")
    verb = page.parsed.child(token.i, "conj")
    if obj is None or verb is None or not token.i < obj < verb:
        return None
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP", "VBN") or page.parsed.child(verb, *_SUBJECTS) is not None:
        return None
    last = page.noun_span(obj)[1]
    between = range(last, verb)
    if any(tokens[i].pos not in ("PUNCT", "AUX", "ADV", "PART") for i in between) or tokens[obj].pos == "PRON":
        return None
    return obj, verb


def is_infinitive(page: Page, c: int) -> bool:
    """Whether the verb ``c`` is an infinitive with “to”."""
    tokens = page.tokens
    return tokens[c].tag == "VB" and any(tokens[k].lower == "to" and tokens[k].dep == "aux" for k in tokens[c].children)


def _leading_clause(page: Page, token: Token, content: set[int]) -> set[int]:
    """“X met Y, the UN reported on its website”: the clause before the cue, up to its comma."""
    cut = min([token.i, *(c for c in token.children if page.tokens[c].dep in _SUBJECTS and c < token.i)])
    return {i for i in content if i < cut or i > token.i} & _between_semicolons(page, token.i)


def _inserted(page: Page, token: Token) -> set[int]:
    """“Talks, he said, will resume”; “as the minister put it”: the clause that the cue is inserted in."""
    if token.dep in ("parataxis", "advcl", "ccomp", "dep", "conj") and token.head != token.i:
        if token.dep in ("advcl", "conj", "ccomp"):
            marked = [page.tokens[c].lower for c in token.children if page.tokens[c].dep == "mark"]
            if "as" not in marked:
                return set()
        head = page.tokens[token.head]
        if head.pos in ("VERB", "AUX"):
            told = page.below(head.i, [token.i]) - set(range(*page.parsed.subtree(token.i)))
            told &= _between_semicolons(page, token.i)
            broken = max((i for i in told if i < token.i and not page.is_mark(i)), default=token.i)
            return told | _after_insertion(page, token) if page.tokens[broken].pos in ("AUX", "PART") else told
    return set()


def _after_insertion(page: Page, token: Token) -> set[int]:
    """“Spain was not, he added, against Israel”: what stands behind the second comma, whatever it hangs on."""
    tokens = page.tokens
    after = token.i + 1
    if after >= len(tokens) or tokens[after].text != ",":
        return set()
    hung = [c for c in token.children if c > after and tokens[c].dep in ("prep", "advmod", "npadvmod")]
    return {i for c in hung for i in page.below(c)}


def _between_semicolons(page: Page, i: int) -> set[int]:
    """The part of the sentence around ``i`` that no semicolon parts from it."""
    sentence = page.sentence_range(i)
    stops = [k for k in sentence if page.tokens[k].text == ";" and k not in page.quote_of]
    first = max((k + 1 for k in stops if k < i), default=sentence.start)
    return set(range(first, min((k for k in stops if k > i), default=sentence.stop)))


def _spliced(page: Page, token: Token) -> set[int]:
    """“X met Y, the UN reported on its website”: whatever the parser made of it, all before the comma is the report.

    Also “Both leaders, the statement reads, agreed to …”, with more of it after the second comma.
    """
    tokens = page.tokens
    if token.tag not in ("VBD", "VBZ", "VBP") or any(tokens[c].dep in ("mark", "aux") for c in token.children):
        return set()
    sentence = page.sentence_range(token.i)
    subjects = [c for c in token.children if tokens[c].dep in _SUBJECTS and tokens[c].lower not in _RELATIVE]
    subjects = subjects or _unseen_subject(page, token)
    if not subjects:
        return set()
    left, right = token.i, token.i + 1
    for subject in subjects:
        first, last = after_preposition(page, page.noun_span(subject))
        parted = comma_before_last(page, (first, last), token.i)
        left, right = min(left, parted if parted is not None else first), max(right, last)
    if left <= sentence.start or tokens[left - 1].text != ",":
        return set()
    before = set(range(sentence.start, left - 1)) & _between_semicolons(page, token.i)
    stop = next((i for i in range(right, sentence.stop) if page.is_mark(i)), sentence.stop)
    if any(tokens[i].pos in ("VERB", "AUX") and tokens[i].tag != "VBG" for i in range(right, stop)):
        return set()
    whole = _finite(page, before)
    after: set[int] = set()
    if not whole and stop < sentence.stop and tokens[stop].text == ",":
        after = set(range(stop + 1, sentence.stop))
    # A quotation right before the cue is direct speech; one inside what is told is not.
    if not (whole or _finite(page, after)) or left - 2 in page.quote_of or any(i in page.quote_of for i in after):
        return set()
    return before | after


def _unseen_subject(page: Page, token: Token) -> list[int]:
    """“…, the Mizan news agency reported on Saturday.”, taken for an apposition with a participle; its head."""
    tokens = page.tokens
    beside = page.speaker_beside(token.i)
    if token.dep not in ("acl", "relcl") or token.tag != "VBD" or beside is None or tokens[beside].dep != "appos":
        return []
    noun = tokens[beside]
    first, last = page.parsed.phrase(noun.i)
    speaks = noun.pos == "PROPN" or noun.entity in ("ORG", "PERSON") or noun.lemma in _SPEAKERS
    return [noun.i] if speaks and last == token.i and tokens[first - 1].text == "," else []


def comma_before_last(page: Page, span: tuple[int, int], verb: int) -> int | None:
    """Where “Mr Lee” begins in “the republic, Mr Lee wrote, was …”: no apposition, for its second comma is missing."""
    first, last = span
    if last != verb and page.verb_group(verb)[0] != last:
        return None
    commas = [i for i in range(first, last) if page.tokens[i].text == ","]
    if len(commas) != 1 or commas[0] == last - 1:
        return None
    joined = any(page.tokens[i].dep == "cc" for i in range(commas[0], last))
    return None if joined else commas[0] + 1


def _finite(page: Page, within: set[int]) -> bool:
    """Whether there is a finite verb that no conjunction makes subordinate."""
    tokens = page.tokens
    return any(
        tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")
        and i not in page.quote_of
        and tokens[i].dep not in ("relcl", "advcl", "acl", "pcomp")
        and not any(tokens[c].dep == "mark" or tokens[c].tag == "WRB" for c in tokens[_verb_of(page, i)].children)
        for i in within
    )


def _verb_of(page: Page, i: int) -> int:
    token = page.tokens[i]
    return token.head if token.dep in ("aux", "auxpass") else i


def after_preposition(page: Page, span: tuple[int, int]) -> tuple[int, int]:
    """“… signed a deal for a ceasefire, Norway and Qatar said”: no subject stands behind a preposition.

    The parser has taken the end of the report for the beginning of the phrase that names the speaker.
    """
    first, last = span
    if not first or page.tokens[first - 1].pos != "ADP":
        return span
    comma = next((i for i in range(first, last) if page.tokens[i].text == ","), None)
    return (comma + 1, last) if comma is not None and comma + 1 < last else span
