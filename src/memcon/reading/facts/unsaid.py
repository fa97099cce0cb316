"""What a sentence leaves to the one before it: the organisation, the relations, the treaty, the act itself."""

from __future__ import annotations

from memcon.language import Clause
from memcon.reading.facts.page import Page, status_of
from memcon.reading.facts.patterns import NounClass
from memcon.reading.facts.placing import Placed
from memcon.record import Fact

# Acts that “Slovenia followed on June 4” and “Sweden had done so in 2014” tell again of another state.
_REPEATED = frozenset(
    {"recognized", "established_relations", "severed_relations", "resumed_relations", "admitted_to", "acceded_to",
     "signed", "ratified", "withdrew_from", "opened_mission", "closed_mission", "recognition_withdrawn"}
)  # fmt: skip
_PRONOUNS = frozenset({"it", "them", "these", "this"})


def the_organization(page: Page, sentence: int) -> str | None:
    """The body that “a member”, “joined in 1995”, “was admitted” mean: the only one that this sentence, or else the
    last one before it in the paragraph that names any.
    """
    sentences = page.text.sentences
    for at in range(sentence, max(-1, sentence - 4), -1):
        if at < sentence - 1 and "\n" in page.text.text[sentences[at].end : sentences[at + 1].start]:
            return None
        bodies = page.parties.named_bodies(at)
        wholes = tuple(dict.fromkeys(page.parties.whole_of(b) for b in bodies))
        if wholes:
            return wholes[0] if len(wholes) == 1 else None
    return None


def signatories(page: Page, clause: Clause, treaty: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose treaty “which entered into force”, “it took effect” means: those who signed it, as told just before;
    of a treaty without a name of its own the states that the sentence, or the one before it, speaks of.
    """
    first = page.text.sentences[max(0, clause.sentence - 1)].start
    last = page.text.sentences[clause.sentence].end
    signed = [f for f in page.facts if f.relation == "signed" and first <= f.evidence.start < last]
    if signed:
        told = signed[-1]
        return (told.subject,), (told.object,) if told.object is not None else ()
    if page.text.tokens[treaty].pos == "PROPN":
        return (), ()
    for sentence in (clause.sentence, clause.sentence - 1):
        states = page.parties.spoken_of(sentence) if sentence >= 0 else ()
        if states:
            return states[:1], states[1:2]
    return (), ()


def joined_before(page: Page, clause: Clause) -> bool:
    """Whether the sentence before tells of joining a body."""
    if clause.sentence == 0:
        return False
    before = page.text.sentences[clause.sentence - 1]
    entries = ("acceded_to", "admitted_to")
    return any(f.relation in entries and before.start <= f.evidence.start < before.end for f in page.facts)


def the_noun(page: Page, pronoun: int, kind: NounClass) -> int | None:
    """The noun of a class that “it” or “them” stands for: the nearest before it, in this sentence or the one before."""
    tokens = page.text.tokens
    if tokens[pronoun].lower not in _PRONOUNS:
        return None
    plural = tokens[pronoun].lower in ("them", "these")
    sentence = page.text.sentence_of(pronoun).index
    first = page.text.sentences[max(0, sentence - 1)].first
    for i in range(pronoun - 1, first - 1, -1):
        if tokens[i].pos not in ("NOUN", "PROPN") or not page.is_a(i, kind.name):
            continue
        many = tokens[i].tag in ("NNS", "NNPS")
        return i if many == plural else None
    return None


def repeat_acts(page: Page) -> None:
    """Tells the act of the sentence before again of those who “followed” or “did so”, each on its own day."""
    for clause in page.clauses.all:
        if not _refers_back(page, clause):
            continue
        act = _act_before(page, clause)
        status, negated = status_of(page.clauses, clause)
        if act is None or negated or status != "happened":
            continue
        for state, placed in _followers(page, clause):
            if state in (act.subject, act.object):
                continue
            end = page.text.tokens_within(placed.expression.start, placed.expression.end)[-1]
            head = next(i for i in range(clause.first, len(page.text.tokens)) if state in page.parties.named(i))
            page.say(
                act.relation, state, act.object, clause.sentence, (head, end), page.calendar.at(placed),
                value=act.value,
            )  # fmt: skip


def _refers_back(page: Page, clause: Clause) -> bool:
    if clause.lemma in ("follow", "follow suit"):
        heads = [page.text.tokens[h].lower for h in clause.patient]
        alone = set(clause.roles) <= {"agent", "patient", "on", "in", "at"}
        return not clause.passive and alone and (not heads or heads == ["suit"])
    return clause.lemma == "do" and any(
        page.text.tokens[c].lower in ("so", "likewise") for c in page.text.tokens[clause.verb].children
    )


def _act_before(page: Page, clause: Clause) -> Fact | None:
    """The last act that one of the two sentences before tells."""
    here = page.text.sentences[clause.sentence].start
    first = page.text.sentences[max(0, clause.sentence - 2)].start
    told = [
        f
        for f in page.facts
        if f.relation in _REPEATED and first <= f.evidence.start < here and not f.negated and f.status == "happened"
    ]
    return max(told, key=lambda f: (f.evidence.start, f.evidence.end)) if told else None


def _followers(page: Page, clause: Clause) -> list[tuple[str, Placed]]:
    """The states of a sentence with the date that stands behind each."""
    bounds = page.text.sentences[clause.sentence]
    found: list[tuple[str, Placed]] = []
    agents = page.parties.of(clause.agent)
    states: list[tuple[int, str]] = []
    for i in range(bounds.first, bounds.last):
        for actor in page.parties.named(i):
            known = {a for _, a in states}
            if page.parties.kind(actor) == "state" and actor not in known and (states or actor in agents):
                states.append((i, actor))
    dates = [p for p in page.calendar.by_sentence.get(clause.sentence, ()) if p.expression.first]
    for n, (at, _) in enumerate(states):
        until = states[n + 1][0] if n + 1 < len(states) else bounds.last
        mine = next((d for d in dates if at < d.first < until), None)
        waiting = [a for a, _ in found]
        if mine is not None:
            # “Latvia and Lithuania followed in 1992”: one date for those named before it.
            found += [(a, mine) for _, a in states[: n + 1] if a not in waiting]
    return found
