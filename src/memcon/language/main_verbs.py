"""The verb that a sentence tells, where the parser took another word for it, or found none."""

from __future__ import annotations

from memcon.language.text import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Words on either side in which a verb has its subject and objects.
_NEAR = 30
# Words of a sentence that is looked through for a verb.
_LONG = 80
# What is said of somebody before the verb of the sentence, in forms that are the past tense too.
_DONE_TO = frozenset(
    {"fire", "launch", "link", "base", "back", "lead", "support", "arm", "fund", "suspect", "station", "hold", "send"}
    | {
        "ally",
        "affiliate",
        "post",
        "deploy",
        "seize",
        "kidnap",
        "abduct",
        "plant",
        "smuggle",
        "supply",
        "train",
        "equip",
    }
)


def is_reduced(tokens: list[Token], verb: Token) -> bool:
    """Whether the verb over this one is a participle of its subject: “rockets fired from Chad landed in Mali”."""
    above = tokens[verb.head]
    if above.tag != "VBD" or above.dep != "ROOT" or above.i > verb.i or above.lemma not in _DONE_TO:
        return False
    between = tokens[above.i + 1 : verb.i]
    if (
        not between
        or tokens[above.i + 1].dep not in ("prep", "agent")
        or any(t.text in (",", ";", ":") for t in between)
    ):
        return False
    return not any(
        t.head in (verb.i, above.i) and t.dep in ("cc", "mark", "aux", "nsubj", "nsubjpass", "dobj", "advmod")
        for t in between
    ) and any(t.head == above.i and t.dep == "nsubj" for t in tokens[max(0, above.i - 12) : above.i])


def part_reduced(tokens: list[Token], verb: Token) -> None:
    """Makes the first verb the participle of its subject, and this one what the sentence tells."""
    above = tokens[verb.head]
    subject = next(t for t in tokens[max(0, above.i - 12) : above.i] if t.head == above.i and t.dep == "nsubj")
    verb.head, verb.dep = verb.i, "ROOT"
    subject.head = verb.i
    above.head, above.dep, above.tag = subject.i, "acl", "VBN"
    for token in tokens[verb.i + 1 :]:
        if token.head == above.i:
            token.head = verb.i


def verb_of_plan(tokens: list[Token], noun: Token) -> None:
    """“India and Pakistan plan to hold talks”: a noun with a subject and an infinitive is a verb."""
    before, after = tokens[max(0, noun.i - 8) : noun.i], tokens[noun.i + 1 : noun.i + 4]
    subject = any(t.head == noun.i and t.dep == "nsubj" for t in before)
    if subject and any(t.head == noun.i and t.dep == "xcomp" and t.tag == "VB" for t in after):
        noun.pos, noun.tag = "VERB", "VBP"


def told_of_root(tokens: list[Token], verb: Token) -> None:
    """“The envoy of Chad, speaking for Mali, called on …”: a past tense behind a comma is the sentence's verb."""
    subject = tokens[verb.head]
    while subject.dep != "ROOT" and subject.head < subject.i:
        subject = tokens[subject.head]
    if subject.dep != "ROOT" or subject.pos not in ("NOUN", "PROPN"):
        return
    between = tokens[subject.i + 1 : verb.i]
    if not between or between[-1].text != "," or any(t.tag in FINITE or t.tag == "MD" for t in between):
        return
    if any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "mark", "aux", "auxpass") for t in between):
        return
    verb.head, verb.dep = verb.i, "ROOT"
    subject.head, subject.dep = verb.i, "nsubj"
    for token in tokens[verb.i + 1 : verb.i + _NEAR]:
        if token.head == subject.i and token.dep == "punct":
            token.head = verb.i


def only_verb(tokens: list[Token], root: Token) -> None:
    """Gives a sentence that opens with a preposition and has no finite verb its verb, where a form can be the past."""
    end = next(
        (t.i for t in tokens[root.i + 1 : root.i + _LONG] if t.dep == "ROOT" or t.text in (".", ";")), root.i + _LONG
    )
    first = (
        root.i
        if root.tag == "IN"
        else next((t.i for t in tokens[max(0, root.i - _LONG) : root.i] if t.head == root.i), root.i)
    )
    line = tokens[first:end]
    if line[0].tag != "IN" or any(t.tag in FINITE or t.tag == "MD" for t in line):
        return
    verb = root if root.tag == "VBN" else next((t for t in line if t.tag == "VBN" and _behind_comma(line, t)), None)
    noun = tokens[verb.i - 1] if verb is not None else root
    if verb is None or noun.pos not in ("NOUN", "PROPN") or any(t.head == verb.i and "nsubj" in t.dep for t in line):
        return
    if noun.dep == "conj" and tokens[noun.head].dep == "appos" and root.tag == "VBN":
        noun = tokens[noun.head]
    if root.tag == "IN":
        if noun.i != verb.head:
            return
        root.head, root.dep = verb.i, "prep"
    elif noun.dep not in ("appos", "pobj"):
        return
    verb.head, verb.dep, verb.tag = verb.i, "ROOT", "VBD"
    noun.head, noun.dep = verb.i, "nsubj"


def _behind_comma(line: list[Token], verb: Token) -> bool:
    """Whether a participle follows a noun that stands, with what goes before it, right behind a comma."""
    comma = next((t.i for t in reversed(line) if t.i < verb.i and t.text == ","), None)
    if comma is None or verb.head != verb.i - 1:
        return False
    return all(t.tag not in ("IN", "VBN", "VBG") for t in line if comma < t.i < verb.i)


def subject_before(tokens: list[Token], verb: Token) -> None:
    """“In line with the talks, Togo proposed …”: a verb without a subject has the noun before it."""
    noun = tokens[verb.i - 1]
    first = noun.i
    while first and tokens[first - 1].head == noun.i and tokens[first - 1].dep in ("det", "compound", "amod", "poss"):
        first -= 1
    before = tokens[max(0, verb.i - 40) : verb.i]
    if (
        first
        and tokens[first - 1].text == ","
        and not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "csubj", "expl") for t in before)
    ):
        noun.head, noun.dep = verb.i, "nsubj"
