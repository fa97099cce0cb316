"""Facts that verbs tell: “recognized”, “was admitted to”, “severed relations with”, “entered into force”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from memcon.language import Clause
from memcon.reading.facts.lists import spread
from memcon.reading.facts.page import Page, status_of
from memcon.reading.facts.patterns import Pattern
from memcon.reading.facts.places import read_place, times_of_election
from memcon.reading.facts.shares import say_each
from memcon.reading.facts.terms import term_and_day
from memcon.reading.facts.times import NOTHING
from memcon.reading.facts.unsaid import joined_before, signatories, the_noun, the_organization
from memcon.reading.facts.values import goal_of, mission_words, value_of

_THEME_ROLES = ("patient", "recipient")
_JOINING = frozenset({"join", "accede", "enter", "become", "member"})
_ENTERING = _JOINING | {"admit", "accept"}
# “withdrew from the Bank-led talks”: from no body.
_LEAVING = frozenset({"withdraw", "leave", "quit", "exit", "walk", "pull"})
_DEALINGS = frozenset({"talk", "negotiation", "deal", "project", "exercise", "programme", "program", "plan", "fund"})
# “recognised Jerusalem as the capital” recognises no state.
_NOT_STATES = frozenset({"capital", "part", "territory", "city", "candidate", "leader"})
# “restored them”, “has never ratified it”
_REFERRED = frozenset({"relations", "treaty", "mission", "organization"})


def read_verb(page: Page, clause: Clause) -> None:
    """Writes down the facts that the verb of ``clause`` tells."""
    if clause.lemma in _ENTERING and any(page.text.tokens[h].lemma == "principle" for h in clause.roles.get("in", ())):
        return  # “admitted Chad in principle”: it is not in yet
    left = (*clause.roles.get("from", ()), *clause.patient)
    if clause.lemma in _LEAVING and any(page.text.tokens[h].lemma in _DEALINGS for h in left):
        return
    if clause.lemma in _JOINING and clause.parent is not None and page.clauses.all[clause.parent].lemma == "apply":
        return
    for pattern in page.patterns.verbs.get(clause.lemma, ()):
        if "place" in pattern.flags:
            read_place(page, clause, pattern)
            continue
        if pattern.theme is None:
            _tell(page, clause, pattern, None)
            continue
        themes = _themes(page, clause, pattern)
        for theme in themes:
            _tell(page, clause, pattern, theme)
        if not themes and "elided" in pattern.flags and pattern.theme == "organization" and not clause.patient:
            _tell(page, clause, pattern, None)


def _themes(page: Page, clause: Clause, pattern: Pattern) -> list[int]:
    """The nouns of the pattern's class that the verb governs."""
    names = pattern.theme_role
    if not names:
        transitive = clause.patient or page.text.child(clause.verb, "dobj") is not None
        names = _THEME_ROLES if transitive or "implied" not in pattern.flags else ("agent",)
    assert pattern.theme is not None
    heads = [h for name in names for h in clause.roles.get(name, ())]
    if pattern.theme == "organization":
        # “joined NATO in 1949 and the Union in 1995”, where the parser hangs the second on the verb
        coordinated = page.text.children(clause.verb, "conj")
        heads += [c for c in coordinated if page.text.tokens[c].pos == "PROPN" and c not in heads]
    found = [h for h in heads if page.is_a(h, pattern.theme, clause.lemma)]
    if not found and pattern.theme in _REFERRED:
        meant = (the_noun(page, h, page.patterns.nouns[pattern.theme]) for h in heads)
        found = [h for h in meant if h is not None]
    if not found and not clause.passive and "implied" in pattern.flags:
        beside = _beside(page, clause.verb)
        if beside is not None and beside not in heads and page.is_a(beside, pattern.theme, clause.lemma):
            return [beside]
    return found


def _beside(page: Page, verb: int) -> int | None:
    """The noun that stands right after a verb, whatever the parser hung it on (“restored diplomatic relations”)."""
    tokens = page.text.tokens
    last = None
    for i in range(verb + 1, min(verb + 8, len(tokens))):
        if tokens[i].pos in ("NOUN", "PROPN"):
            last = i
        elif tokens[i].pos not in ("DET", "ADJ", "PRON", "PART") or last is not None:
            break
    return last


def _tell(page: Page, clause: Clause, pattern: Pattern, theme: int | None) -> None:
    flags = pattern.flags
    parties = page.parties
    roles: Mapping[str, tuple[int, ...]] = parties.roles(clause, theme) if theme is not None else clause.roles
    if "named" in flags and any(page.text.tokens[h].lemma in _NOT_STATES for h in roles.get("as", ())):
        return
    if pattern.into:
        led = clause.patient if clause.lemma == "take" else (*roles.get("into", ()), *roles.get("in", ()))
        if not any(page.text.tokens[h].lemma in pattern.into for h in led):
            return
    if "to_join" in flags and not _asks_to_join(page, clause, roles):
        return
    goal = None
    if pattern.goal is not None:
        goal = goal_of(page, roles, pattern.goal)
        if goal is None:
            return
    states = "states" in flags
    kind = "person" if "people" in flags else None
    # The theme itself never acts: “the legation opened”.
    tokens_ = page.text.tokens
    acting = {
        k: v
        if k == "theme:self"
        else tuple(h for h in v if h != theme and (tokens_[h].dep not in ("oprd", "attr") or h == clause.antecedent))
        for k, v in roles.items()
    }
    if pattern.relation == "independent_from" and clause.parent is not None:
        # “recognised Kenya when it gained its independence”: Kenya gained it.
        before = page.clauses.all[clause.parent]
        if before.lemma in ("recognize", "recognise") and all(tokens_[h].pos == "PRON" for h in clause.agent):
            acting["agent"] = before.patient
    subjects = parties.resolve(pattern.subject, acting, theme, states=states, kind=kind)
    if (states or pattern.relation == "adopted") and any(parties.is_power(s) for s in subjects):
        subjects = tuple(s for s in subjects if parties.is_power(s))
    objects = page.allowed(
        pattern,
        parties.resolve(
            pattern.object, acting, theme, states=states and not pattern.object_kind, kind=pattern.object_kind
        ),
    )
    by = parties.resolve(pattern.by, acting, theme)
    if "whole" in flags:
        by = by or tuple(o for o in objects if parties.whole_of(o) != o)
        objects = tuple(dict.fromkeys(parties.whole_of(o) for o in objects))
    if "symmetric" in flags and not objects and len(subjects) > 1:
        subjects, objects = subjects[:1], subjects[1:]
    if "to_join" in flags and not objects:
        joined = [c for c in page.clauses.children(clause) if c.lemma in _JOINING]
        heads = [h for c in joined for h in (*c.patient, *c.oblique("to", "of"))]
        objects = page.allowed(pattern, parties.of(heads))
    if "to_join" in flags and not objects:
        heads = [o for h in clause.oblique("for") for o in parties.under(h, "of", "in", "to")]
        objects = page.allowed(pattern, parties.of(heads))
    if "elided" in flags and not objects and all(parties.kind(a) == "state" or not states for a in subjects):
        body = the_organization(page, clause.sentence)
        objects = (body,) if body is not None and not clause.oblique("to", "into", "from") else ()
    if "elided_here" in flags and not objects and not clause.patient and clause.relation == "conj":
        # “voted to leave the Union and left on January 31”
        here = parties.named_bodies(clause.sentence)
        objects = here if len(here) == 1 and all(parties.kind(a) == "state" for a in subjects) else ()
    if "states_object" in flags:
        objects = tuple(dict.fromkeys(parties.state_of(o) for o in objects))
    if pattern.relation == "independent_from" and objects and set(objects) <= set(subjects):
        return  # “Somaliland declared independence from Somalia”: a part that is no state of its own
    if pattern.relation == "acceded_to" and _in_person(page, clause):
        return  # “Annan joined the World Health Organization”: his career, no accession of his state
    objects = tuple(o for o in objects if o not in subjects)
    if "spread" in flags:
        listed = spread(page, tuple(h for name in pattern.object for h in acting.get(name, ())))
        objects = tuple(dict.fromkeys((*parties.of(listed),))) or objects
    value = value_of(page, pattern, roles, theme, goal)
    if "named" in flags and theme is not None and not objects:
        objects = _other_side(page, clause, subjects, theme)
        if not objects:
            # Nobody whom the reader knows: the words of the text name it.
            value = page.phrase_words(theme)
            if not any(word[:1].isupper() for word in value.split()):
                return
    if "implied" in flags:
        subjects, objects = (
            tuple(a for a in x if parties.is_power(a) and parties.kind(a) != "group") for x in (subjects, objects)
        )
        subjects, objects = implied(page, clause.sentence, subjects, objects, theme)
    if pattern.relation == "in_force" and not subjects and theme is not None:
        subjects, objects = signatories(page, clause, theme)
    if ("subject" in pattern.needs and not subjects) or ("object" in pattern.needs and not objects) or not subjects:
        return
    if states and "implied" not in flags and not any(parties.is_power(s) for s in subjects):
        return
    status, negated = status_of(page.clauses, clause)
    lasting = "state_of_things" in flags or (pattern.relation == "in_force" and clause.lemma in ("be", "remain"))
    times = page.calendar.state(clause) if lasting else page.calendar.act(clause, theme)
    if "since" in flags:
        begun = page.calendar.state(clause)
        if begun.start is None or not clause.oblique("since"):
            return
        times = replace(begun, qualifiers={"since": begun.qualifiers.get("since", begun.start)})
    if "begins" in flags:
        times = page.calendar.begun(clause, theme)
    told: dict[str, object] = {}
    if pattern.relation == "elected_to":
        times, told = times_of_election(pattern.relation, *term_and_day(page.calendar, clause))
    if negated and times.text is not None and _until(page, clause):
        negated = False
    if status == "planned" and clause.form == "infinitive" and clause.modal is None and _is_past(page, clause):
        # “withdrew its application to join in March”: March is the day of withdrawing.
        times = NOTHING
    if (status != "happened" or negated) and times.inherited:
        # “applied in May to join”: May is the day of applying.
        times = NOTHING
    qualifiers = {**told, "by": list(by)} if by and by != subjects else told
    if (
        pattern.theme == "mission"
        and theme is not None
        and not objects
        and set(subjects) & set(receiving(page, theme, places=True))
    ):
        qualifiers["receiving"] = True
    if "vote" in flags:
        if not _is_decision(value) or not any(parties.is_power(s) for s in subjects):
            return
        qualifiers["vote"] = _vote(clause)
    if "to_join" in flags or "whole" in flags:
        organs = [o for o in parties.resolve(pattern.object, acting, theme) if parties.whole_of(o) != o]
        if organs and "by" not in qualifiers:
            qualifiers["addressee"] = organs
    tokens = words_of(page, clause)
    if theme is not None:
        tokens += [page.text.phrase(theme)[0], theme]
    say_each(
        page, pattern.relation, subjects, objects, clause.sentence, tokens, times,
        lasting=lasting, spells=page.calendar.spells(clause, times) if lasting else (),
        value=value, qualifiers=qualifiers, negated=negated, status=status,
    )  # fmt: skip


def _in_person(page: Page, clause: Clause) -> bool:
    """Whether a person is the agent."""
    return any(page.parties.kind(a) == "person" for a in page.parties.of(clause.agent))


def _other_side(page: Page, clause: Clause, subjects: tuple[str, ...], theme: int) -> tuple[str, ...]:
    """“but did not recognise its independence”: not one's own, so that of the other state the sentence names."""
    if not any(page.text.tokens[c].pos == "PRON" for c in page.text.tokens[theme].children):
        return ()
    return tuple(a for a in page.parties.spoken_of(clause.sentence) if a not in subjects)[:1]


def words_of(page: Page, clause: Clause) -> list[int]:
    """First and last tokens of the clause's own phrases: what it rests on without its subordinate clauses."""
    start, stop = page.text.subtree(clause.verb)
    tokens = [clause.verb, clause.head]
    for heads in clause.roles.values():
        for head in heads:
            if start <= head < stop:
                first, last = page.text.phrase(head)
                tokens += [first, last - 1]
    return [t for t in tokens if start <= t < stop]


def receiving(page: Page, theme: int, *, places: bool = False) -> tuple[str, ...]:
    """The states (or the places) where a mission is: a legation at Kabul is one to Afghanistan."""
    heads = page.parties.under(theme, "at", "in", "to", "near")
    lands = (page.parties.land_of(a) for h in heads if not page.is_a(h, "mission") for a in page.parties.named(h))
    return tuple(dict.fromkeys(a for a in lands if places or page.parties.is_power(a)))


def implied(
    page: Page, sentence: int, subjects: tuple[str, ...], objects: tuple[str, ...], theme: int | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Subject and object with those that only the context names: “diplomatic relations were established”."""
    parties = page.parties
    if subjects and objects:
        return subjects, objects
    there: tuple[str, ...] = ()
    somewhere = False
    if theme is not None and not objects:
        there = tuple(a for a in receiving(page, theme) if a not in subjects)
        somewhere = page.is_a(theme, "mission") and bool(parties.under(theme, "at", "in", "to", "near"))
    candidates = parties.implied(sentence)
    if theme is not None and not objects and not there and "mission" in mission_words(page, theme):
        # A permanent mission is accredited to an organisation.
        there = tuple(a for a in parties.organizations(sentence) if a not in subjects)[:1]
    if not subjects:
        subjects = tuple(a for a in candidates if a not in objects and a not in there)[:1]
    if not objects:
        # A mission at a place that no state of the document has is one to a state it does not name.
        objects = there or (() if somewhere else tuple(a for a in candidates if a not in subjects)[:1])
    if not subjects:
        anybody = parties.anybody(objects)
        if anybody is not None:
            subjects = (anybody,)
        else:
            # Only the state, or the place, where the mission is: the fact is told of it.
            subjects, objects = (
                (objects or (receiving(page, theme, places=True) if somewhere and theme is not None else ()))[:1],
                (),
            )
    return subjects, objects


def read_becoming(page: Page, clause: Clause) -> None:
    """“The legation in Vienna became an embassy in 1951”: the mission was elevated."""
    tokens = page.text.tokens
    if tokens[clause.verb].lemma != "become" or not page.is_a(clause.head, "mission"):
        return
    for theme in clause.agent:
        if not page.is_a(theme, "mission") and tokens[theme].lemma not in ("consulate", "general"):
            continue
        owners = tuple(page.parties.state_of(a) for a in page.parties.owners(theme) or page.parties.owners(clause.head))
        owners = tuple(a for a in owners if page.parties.is_power(a))
        subjects, objects = implied(page, clause.sentence, owners[:1], (), theme)
        status, negated = status_of(page.clauses, clause)
        times = page.calendar.act(clause, theme)
        for subject in subjects:
            page.say(
                "elevated_mission", subject, objects[0] if objects else None, clause.sentence, words_of(page, clause),
                times, value=mission_words(page, clause.head), negated=negated, status=status,
            )  # fmt: skip


def read_independent(page: Page, clause: Clause) -> None:
    """“became independent from Belgium on 30 June 1960”."""
    if page.text.tokens[clause.verb].lemma != "become":
        return
    times = page.calendar.act(clause)
    subjects = tuple(a for a in page.parties.of(clause.agent) if page.parties.kind(a) == "state")
    objects = tuple(page.parties.state_of(a) for a in page.parties.of(clause.oblique("from", "of")))
    status, negated = status_of(page.clauses, clause)
    say_each(
        page, "independent_from", subjects, objects[:1], clause.sentence, words_of(page, clause), times,
        negated=negated, status=status,
    )  # fmt: skip


def _asks_to_join(page: Page, clause: Clause, roles: Mapping[str, tuple[int, ...]]) -> bool:
    """“applied for membership”, “applied to join”, “applied to the Assembly for joining”."""
    if any(page.text.tokens[h].lemma in ("membership", "admission", "accession") for h in roles.get("for", ())):
        return True
    if not clause.patient and not roles.get("for") and not roles.get("to") and joined_before(page, clause):
        return True  # “Both had applied in May”, after “Finland joined NATO”
    return any(c.lemma in _JOINING for c in page.clauses.children(clause)) or bool(
        roles.get("to") and not clause.patient
    )


def _is_past(page: Page, clause: Clause) -> bool:
    """Whether what an infinitive hangs on is told as past."""
    return clause.parent is not None and page.clauses.all[clause.parent].tense == "past"


def _until(page: Page, clause: Clause) -> bool:
    """“did not recognize it until 1967”: it did then."""
    if clause.roles.get("until"):
        return True
    return any(c.mark == "until" for c in page.clauses.children(clause))


_DECISIONS = re.compile(
    r"\b(?:resolution|motion|amendment|draft|text|treaty|bill|proposal|measure|statement|budget)", re.I
)


def _is_decision(value: str | None) -> bool:
    return value is not None and _DECISIONS.search(value) is not None


def _vote(clause: Clause) -> str:
    if clause.lemma == "abstain":
        return "abstained"
    if "against" in clause.roles:
        return "against"
    return "for" if clause.oblique("for", "in") else "cast"
