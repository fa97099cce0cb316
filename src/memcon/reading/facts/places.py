"""Seats, terms and offices: who was elected or appointed to what, and who is what."""

from __future__ import annotations

from dataclasses import replace

from memcon.language import Clause
from memcon.reading.facts.offices import body_of, title_of
from memcon.reading.facts.page import Page, status_of
from memcon.reading.facts.patterns import Pattern
from memcon.reading.facts.placing import reduced
from memcon.reading.facts.terms import term_and_day
from memcon.reading.facts.times import Times
from memcon.reading.facts.unsaid import the_organization

_POSTS = frozenset({"office", "post", "position", "presidency", "premiership", "oath", "role", "job", "throne"})
_HOLDS = frozenset({"hold", "occupy", "be", "remain", "stay"})
# “was sworn in”, “was re-elected”: to the office that the text gives them.
# “returned to office”, “has been in office since”
_COMES_TO = {"accede": "to", "ascend": "to", "return": "to", "come": "to", "be": "in", "remain": "in", "stay": "in"}
_ELIDED = frozenset({"swear in", "inaugurate", "elect", "reelect", "re-elect", "reappoint"})


def read_place(page: Page, clause: Clause, pattern: Pattern) -> None:
    """“was elected as a non-permanent member of the Council for 2012–2013”, “was appointed ambassador to Chad”."""
    complements = set(page.text.children(clause.verb, "oprd", "attr"))
    posts = clause.patient
    if clause.lemma in _COMES_TO:
        posts = clause.oblique(_COMES_TO[clause.lemma])
    if "office" in pattern.flags and not any(page.text.tokens[h].lemma in _POSTS for h in posts):
        return
    people = [h for h in (clause.agent if "own" in pattern.flags else clause.patient) if h not in complements]
    people = [h for h in people if page.text.tokens[h].dep not in ("oprd", "attr")]
    subjects = page.parties.of(people) or page.parties.of(h for h in clause.patient if page.parties.named(h))
    if pattern.relation in ("appointed_to", "holds_office", "left_office"):
        subjects = tuple(a for a in subjects if page.parties.kind(a) in ("person", "office"))
    if not subjects:
        return
    seat = _seat(page, clause, complements)
    if seat is None and clause.relation == "conj" and clause.parent is not None:
        # “was elected president in May and re-elected in April”
        before = page.clauses.all[clause.parent]
        if before.lemma in page.patterns.verbs:
            seat = _seat(page, before, set(page.text.children(before.verb, "oprd", "attr")))
    if seat is None and "office" in pattern.flags:
        seat = _of_the_holder(page, posts, subjects)
    if seat is None and clause.lemma in _ELIDED and clause.passive:
        seat = _of_the_holder(page, (clause.verb,), subjects) or _of_states(page, clause, subjects)
    if seat is None:
        return
    object_, value, noun = seat
    status, negated = status_of(page.clauses, clause)
    if "own" in pattern.flags:
        by: tuple[str, ...] = ()
        qualifiers: dict[str, object] = {}
        times = page.calendar.begun(clause) if pattern.relation == "holds_office" else page.calendar.act(clause)
        if clause.lemma in _HOLDS:
            times = page.calendar.state(clause)
    else:
        term, elected = term_and_day(page.calendar, clause)
        by = tuple(a for a in page.parties.of(clause.agent) if a not in subjects)
        times, qualifiers = times_of_election(pattern.relation, term, elected)
    if by:
        qualifiers["by"] = list(by)
    tokens = [clause.verb, noun, *people, page.text.subtree(noun)[1] - 1]
    tokens += [page.text.phrase(h)[0] for h in people]
    for subject in subjects:
        page.say(
            pattern.relation, subject, object_, clause.sentence, tokens, times,
            value=value, qualifiers=qualifiers, negated=negated, status=status,
        )  # fmt: skip


def _seat(page: Page, clause: Clause, complements: set[int]) -> tuple[str | None, str | None, int] | None:
    heads = [*complements, *clause.oblique("as"), *clause.oblique("to", "for", "from")]
    if clause.lemma in ("assume", "take", "take over", "quit", "resign", "retire", "step down"):
        posts = [h for h in clause.patient if page.text.tokens[h].lemma in _POSTS]
        heads += [o for h in posts for o in page.parties.under(h, "of", "as")]
    return seat_of(page, heads)


def _of_the_holder(
    page: Page, posts: tuple[int, ...], subjects: tuple[str, ...]
) -> tuple[str | None, str | None, int] | None:
    """“Foreign Minister X took office on …”, “who has held the post since …”: the one office the text gives them, or
    the last that was told of them.
    """
    if len(subjects) != 1 or not posts:
        return None
    told = {(o.title, o.body) for a in subjects for o in page.parties.by_id[a].offices}
    if not told:
        offices = ("holds_office", "elected_to", "appointed_to")
        mine = [f for f in page.facts if f.subject == subjects[0] and f.relation in offices and f.value]
        return (mine[-1].object, mine[-1].value, posts[0]) if mine else None
    if len(told) != 1:
        return None
    title, body = told.pop()
    named = page.parties.by_name.get(body or "")
    former = title.lower().startswith(("former", "deputy", "acting"))
    return None if former else (named, title, posts[0])


def _of_states(page: Page, clause: Clause, subjects: tuple[str, ...]) -> tuple[str | None, str | None, int] | None:
    """“Ghana and Peru were elected in June for two-year terms”: to the body that is spoken of."""
    terms = any(page.text.tokens[h].lemma == "term" for h in clause.oblique("for", "to"))
    if not terms or any(page.parties.kind(a) != "state" for a in subjects):
        return None
    body = the_organization(page, clause.sentence)
    return (body, None, clause.verb) if body is not None else None


def times_of_election(relation: str, term: Times, elected: Times) -> tuple[Times, dict[str, object]]:
    """Of an election the term is its time and the day of it a qualifier; an appointment is an act of its day."""
    qualifiers: dict[str, object] = {}
    if relation == "appointed_to":
        if term.start and elected.start is None:
            return term, {}
        if term.start:
            qualifiers["term"] = f"{term.start}/{term.end or '..'}"
        return elected, qualifiers
    if elected.start and elected.end:
        qualifiers["elected"] = reduced(elected.start, elected.end)
    return replace(term, text=term.text or elected.text), qualifiers


def seat_of(page: Page, heads: list[int]) -> tuple[str | None, str | None, int] | None:
    """The body, the seat or office, and its noun, among the heads of a predicate's complements."""
    tokens = page.text.tokens
    for head in heads:
        role = role_at(page, head)
        if role is not None:
            pattern, objects, value = role
            if objects and pattern.object_kind == "organization":
                return objects[0], value, head
        title = title_of(page, head)
        if title is not None:
            return body_of(page, head), title, head
        if tokens[head].lemma in ("seat", "post", "office", "position"):
            for actor in (
                *page.parties.owners(head),
                *page.parties.of(page.parties.under(head, "on", "in", "of", "at")),
            ):
                if page.parties.kind(actor) == "organization":
                    return actor, page.phrase_words(head), head
        for actor in page.parties.named(head):
            if page.parties.kind(actor) == "organization":
                return actor, None, head
        if tokens[head].pos == "NOUN":
            for actor in page.parties.of(page.parties.under(head, "on", "of", "at", "in")):
                if page.parties.kind(actor) == "organization":
                    return actor, role_words(page, head), head
    return None


def role_at(page: Page, noun: int) -> tuple[Pattern, tuple[str, ...], str] | None:
    """What a role noun (“member”, “chair”, “observer”) makes somebody, of whom, in which words."""
    lemma = page.text.tokens[noun].lemma
    for pattern in page.patterns.roles.get(lemma, ()):
        if pattern.only and page.modifiers(noun).isdisjoint(pattern.only):
            continue
        objects: tuple[str, ...] = ()
        for name in pattern.object:
            found = page.parties.owners(noun) if name == "owner" else page.parties.bodies_of(noun, name)
            objects = page.allowed(pattern, dict.fromkeys(found))
            if objects:
                break
        if objects or pattern.value:
            return pattern, objects, role_words(page, noun)
    return None


def role_words(page: Page, noun: int) -> str:
    """The role with its adjectives: “non-permanent member”, “founding member”, “co-chair”."""
    tokens = page.text.tokens
    words = [tokens[noun].lemma]
    at = noun
    children = [c for c in tokens[noun].children if c < noun and tokens[c].dep in ("amod", "punct")]
    kept = [c for c in children if tokens[c].lower not in ("first", "new", "current", "only", "many", "other")]
    for child in reversed(kept):
        if tokens[child].pos in ("ADJ", "VERB", "PUNCT", "NOUN") and not page.parties.is_name(child):
            words.insert(0, tokens[child].lower)
            at = child
    found = " ".join(words).replace(" - ", "-")
    return found.strip(" -") if at <= noun else tokens[noun].lemma
