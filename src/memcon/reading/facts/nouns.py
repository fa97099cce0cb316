"""Facts that nouns tell: acts by name (“its accession in 1971”) and what somebody is (“as chair of”)."""

from __future__ import annotations

from dataclasses import replace

from memcon.language import AGENT, Clause
from memcon.reading.facts.offices import body_of, title_of
from memcon.reading.facts.page import Page, status_of
from memcon.reading.facts.patterns import Pattern
from memcon.reading.facts.places import role_at, role_words, seat_of, times_of_election
from memcon.reading.facts.placing import reduced
from memcon.reading.facts.shares import say_each
from memcon.reading.facts.terms import term_and_day_near
from memcon.reading.facts.times import NOTHING, Times
from memcon.reading.facts.titles import day_of_office, of_now, told_beside
from memcon.reading.facts.unsaid import the_organization
from memcon.reading.facts.values import value_of
from memcon.reading.facts.verbs import implied

# “announced the establishment of relations”: the act falls with the verb.
_EFFECTING = frozenset({"announce", "agree", "declare", "formalize", "formalise", "effect", "complete", "proclaim"})
_OCCURRING = frozenset({"come", "occur", "happen", "take", "follow", "date"})
_SAME_DAY = frozenset({"with", "upon", "by", "on", "through"})
_EARLIER = frozenset({"after", "following", "since"})
_FRONTED = frozenset({"nsubj", "npadvmod", "advcl", "dep", "appos", "nmod", "ccomp", "dislocated"})
_BECOMES = frozenset({"become"})


def read_event(page: Page, noun: int) -> None:
    """Writes down the facts that an act noun tells."""
    for pattern in page.patterns.events.get(page.text.tokens[noun].lemma, ()):
        if "place" in pattern.flags:
            _place(page, noun, pattern)
        else:
            _event(page, noun, pattern)


def _event(page: Page, noun: int, pattern: Pattern) -> None:
    parties = page.parties
    nominal = page.clauses.nominal(noun)
    theme = None
    if pattern.theme is not None:
        heads = (*nominal.oblique("of"), *nominal.roles.get("modifier", ()))
        theme = next((h for h in heads if page.is_a(h, pattern.theme, page.text.tokens[noun].lemma)), None)
        if theme is None:
            return
    times = _when(page, noun, theme)
    if times is None:
        return
    roles = dict(nominal.roles)
    if theme is not None:
        roles.update({k: v for k, v in parties.roles(nominal, theme).items() if k.startswith("theme:")})
    states = "states" in pattern.flags
    subjects = parties.resolve(pattern.subject, roles, theme, states=states)
    # “U.S. Recognition” at the head of a paragraph is no body of that name.
    mine = page.parties.named(noun)
    subjects = tuple(dict.fromkeys(parties.land_of(a) if a in mine else a for a in subjects))
    if not subjects and "agent" in pattern.subject:
        subjects = tuple(parties.state_of(a) if states else a for a in parties.owners(noun))
    objects = page.allowed(
        pattern, parties.resolve(pattern.object, roles, theme, states=states, kind=pattern.object_kind)
    )
    if not subjects and objects and pattern.relation == "independent_from":
        # “Senegal has had no coup since independence from France in 1960”: its own
        around = page.clauses.around(noun)
        named = map(parties.state_of, parties.of(around.agent if around is not None else ()))
        subjects = tuple(a for a in named if parties.kind(a) == "state" and a not in objects)[:1]
    if "whole" in pattern.flags:
        objects = tuple(dict.fromkeys(parties.whole_of(o) for o in objects))
    if "symmetric" in pattern.flags and not objects and len(subjects) > 1:
        subjects, objects = subjects[:1], subjects[1:]
    objects = tuple(o for o in objects if o not in subjects)
    sentence = page.text.sentence_of(noun).index
    if "implied" in pattern.flags:
        subjects, objects = implied(page, sentence, subjects, objects, theme)
    if "ours" in pattern.flags and not subjects and objects:
        # “Canada values the thirty years of partnership with Georgia”: it is Canada’s.
        around = page.clauses.around(noun)
        subjects = tuple(a for a in page.parties.of(around.agent if around else ()) if a not in objects)
    if not subjects or ("object" in pattern.needs and not objects):
        return
    first, last = page.text.phrase(noun)
    if "lasting" in pattern.flags and times.start is not None:
        times = replace(
            times, end=None, qualifiers={**times.qualifiers, "since": reduced(times.start, times.end or "")}
        )
    value = value_of(page, pattern, roles, theme)
    for subject in subjects:
        for other in objects or (None,):
            page.say(pattern.relation, subject, other, sentence, (first, last - 1), times, value=value)


def _when(page: Page, noun: int, theme: int | None) -> Times | None:
    """The time of an act noun; None where it is not said that the act took place."""
    times = page.calendar.under(noun)
    if times.start is not None:
        return times
    tokens = page.text.tokens
    for child in (*tokens[noun].children, *(tokens[theme].children if theme is not None else ())):
        # “the establishment of relations, which occurred on …”
        told = page.clauses.of(child) if tokens[child].dep == "relcl" else None
        if told is not None and told.lemma in _OCCURRING:
            return _dated(page.calendar.day_of(told))
    clause = page.clauses.around(noun)
    if clause is None:
        return None
    status, negated = status_of(page.clauses, clause)
    if status != "happened" or negated:
        return None
    governor = tokens[tokens[noun].head]
    if governor.dep == "prep" or governor.pos in ("ADP", "SCONJ"):
        if governor.lower in _EARLIER:
            day = page.calendar.day_of(clause)
            return Times(qualifiers={"before": day.end}) if day.end else None
        above = governor.head
        if governor.lower in _SAME_DAY and above in (clause.verb, clause.head):
            return _dated(page.calendar.day_of(clause))
        if governor.lower == "on" and clause.lemma in _EFFECTING:
            return _dated(page.calendar.day_of(clause))
        return None
    if noun in clause.patient and clause.lemma in _EFFECTING:
        return _dated(page.calendar.day_of(clause))
    if noun in clause.agent and clause.lemma in _OCCURRING:
        return _dated(page.calendar.state(clause) if clause.lemma == "date" else page.calendar.day_of(clause))
    return None


def _dated(times: Times) -> Times | None:
    return times if times.start is not None else None


def _place(page: Page, noun: int, pattern: Pattern) -> None:
    """“his re-election as the UN secretary-general”, “Ghana’s election to the Security Council for 2022–2023”."""
    nominal = page.clauses.nominal(noun)
    subjects = page.parties.resolve((AGENT, "of"), nominal.roles)
    if not subjects:
        return
    seat = seat_of(page, [*nominal.oblique("as"), *nominal.oblique("to"), *_to_serve(page, noun)])
    if seat is None:
        return
    object_, value, head = seat
    term, elected = term_and_day_near(page.calendar, noun)
    when, qualifiers = times_of_election(pattern.relation, term, elected)
    first, last = page.text.phrase(noun)
    last = max(last, page.text.phrase(head)[1])
    for subject in subjects:
        page.say(
            pattern.relation, subject, object_, page.text.sentence_of(noun).index, (first, last - 1), when,
            value=value, qualifiers=qualifiers,
        )  # fmt: skip


def _to_serve(page: Page, noun: int) -> tuple[int, ...]:
    """“his election to serve as …”, however the parser hangs it."""
    tokens = page.text.tokens
    for i in range(noun + 1, min(noun + 5, len(tokens))):
        if tokens[i].lemma in ("serve", "sit", "act") and tokens[i - 1].lower == "to":
            clause = page.clauses.of(i)
            return clause.oblique("as", "on", "in") if clause is not None else ()
    return ()


def read_role(page: Page, noun: int) -> None:
    """Writes down what a role noun makes of the one it is said of."""
    found = role_at(page, noun) or _bare_role(page, noun)
    if found is None:
        return
    pattern, objects, value = found
    said = _bearers(page, noun)
    if said is None:
        return
    bearers, clause, times, tokens = said
    if "states" in pattern.flags and pattern.relation != "capital_of":
        bearers = tuple(dict.fromkeys(page.parties.state_of(b) for b in bearers))
        bearers = tuple(b for b in bearers if page.parties.is_power(b))
    if pattern.relation == "capital_of":
        # “Bern”, where the state is meant by it, is no city of the document.
        bearers = tuple(b for b in bearers if page.parties.kind(b) != "state")
    status, negated = status_of(page.clauses, clause) if clause is not None else ("happened", False)
    first, last = page.text.phrase(noun)
    if pattern.value:
        if not page.parties.under(noun, *pattern.value):
            return
        head = page.parties.under(noun, *pattern.value)[0]
        value = page.phrase_words(head)
        if not page.is_a(head, "treaty") and not page.text.tokens[head].text[:1].isupper():
            return
    evidence = [first, last - 1, *tokens]
    say_each(
        page, pattern.relation, bearers, objects, page.text.sentence_of(noun).index, evidence, times,
        lasting=True, value=value, negated=negated, status=status, qualifiers=_present(clause, times),
    )  # fmt: skip


def _bare_role(page: Page, noun: int) -> tuple[Pattern, tuple[str, ...], str] | None:
    """“Liechtenstein has been a member since 1990”: of the one organisation that is spoken of."""
    tokens = page.text.tokens
    clause = page.clauses.around(noun) if tokens[noun].dep == "attr" else None
    if clause is None or clause.head != noun or page.parties.under(noun, "of", "in", "at"):
        return None
    relations = ("member_of", "observer_at")
    pattern = next((p for p in page.patterns.roles[tokens[noun].lemma] if p.relation in relations and not p.only), None)
    dated = page.calendar.state(clause).start is not None
    states = all(page.parties.kind(a) == "state" for a in page.parties.of(clause.agent))
    if pattern is None or not states or not (dated or tokens[clause.verb].lemma == "become"):
        return None
    body = the_organization(page, clause.sentence)
    return (pattern, (body,), role_words(page, noun)) if body is not None else None


def read_hosted(page: Page, noun: int) -> None:
    """“the Uzbekistan-hosted conference on July 26”: who was host, and when."""
    tokens = page.text.tokens
    for child in tokens[noun].children:
        if tokens[child].lemma not in ("host", "hosted") or child > noun or tokens[child].dep != "amod":
            continue
        hosts = tuple(a for c in tokens[child].children if c < child for a in page.parties.named(c))
        times = page.calendar.under(noun)
        above = tokens[tokens[noun].head]
        if times is NOTHING and above.lower == "of":
            # “the conclusion of the conference on July 26”
            times = page.calendar.under(above.head)
        first, last = page.text.phrase(noun)
        for host in hosts:
            sentence = page.text.sentence_of(noun).index
            page.say("hosts", host, None, sentence, (first, last - 1), times, value=page.words(child + 1, last))


def read_office(page: Page, noun: int) -> None:
    """“has been president of Zambia since 2002”, “as prime minister from 1990 to 1995”: an office told by a verb."""
    said = _bearers(page, noun)
    if said is None:
        return
    title = title_of(page, noun)
    if title is None:
        return
    bearers, clause, times, tokens = said
    if clause is None:
        _beside_a_name(page, noun, title, bearers)
        return
    status, negated = status_of(page.clauses, clause)
    body = body_of(page, noun)
    if body is None and title == "Leader":
        # “a fearless leader” is praise.
        return
    first, last = page.text.phrase(noun)
    say_each(
        page, "holds_office", [b for b in bearers if page.parties.kind(b) == "person"], (body,) if body else (),
        clause.sentence, (first, last - 1, *tokens), times, spells=page.calendar.spells(clause, times),
        value=title, negated=negated, status=status, qualifiers=_present(clause, times),
    )  # fmt: skip


def _present(clause: Clause | None, times: Times) -> dict[str, object] | None:
    """That a copula tells of the report's own time, where it tells no day; “has never been” does too."""
    if clause is None or clause.kind != "copula" or times.start is not None or times.end is not None:
        return None
    return of_now(replace(clause, perfect=clause.perfect and not clause.negated))


def _beside_a_name(page: Page, noun: int, title: str, bearers: tuple[str, ...]) -> None:
    """“The foreign minister of Ghana, Shirley Ayorkor Botchwey, met …”, where no title of hers was read so far."""
    body = body_of(page, noun)
    people = [page.parties.by_id[b] for b in bearers if page.parties.kind(b) == "person"]
    clause = page.clauses.around(noun)
    if body is None or len(people) != 1 or people[0].offices or title == "Leader" or clause is None:
        return
    first, last = page.text.phrase(noun)
    times, on = day_of_office(page, clause)
    page.say(
        "holds_office", people[0].id, body, page.text.sentence_of(noun).index, (first, last - 1), times,
        value=title, qualifiers=on,
    )  # fmt: skip


def _bearers(page: Page, noun: int) -> tuple[tuple[str, ...], Clause | None, Times, list[int]] | None:
    """Who is said to be what ``noun`` names, in which clause, when, and the words that say so."""
    tokens = page.text.tokens
    token = tokens[noun]
    clause = page.clauses.around(noun) if token.dep in ("attr", "acomp") else None
    if clause is not None and clause.head == noun and clause.kind == "copula":
        times = _state_times(page, clause)
        return page.parties.of(clause.agent), clause, times, [clause.verb, *_near(page, clause)]
    head = noun
    while tokens[head].dep == "conj" and tokens[head].head != head:
        head = tokens[head].head
    governor = tokens[tokens[head].head]
    if token.dep == "appos" and governor.i != noun:
        return page.parties.named(governor.i), None, told_beside(page, noun), [governor.i]
    above = governor
    while token.dep == "compound" and above.dep == "compound" and above.i > noun and not page.parties.named(above.i):
        above = tokens[above.head]
    if token.dep in ("compound", "nmod") and above.i > noun and page.parties.named(above.i):
        return page.parties.of(page.text.conjuncts(above.i)), None, NOTHING, [above.i]
    following = noun + 1
    while following < len(tokens) and tokens[following].dep == "compound" and tokens[following].head > following:
        following += 1
    if following < len(tokens) and tokens[following].dep == token.dep == "nsubj" and page.parties.named(following):
        # “NATO members Greece and Turkey held talks”
        return page.parties.of(page.text.conjuncts(following)), None, NOTHING, [following]
    for child in token.children:
        if child > noun and tokens[child].dep == "appos" and page.parties.named(child):
            return page.parties.of(page.text.conjuncts(child)), None, NOTHING, [child]
    if clause is None and page.text.sentence_of(noun).first in range(*page.text.phrase(noun)):
        # “A member of the Union since 2004, Latvia has called for reform.”
        clause = page.clauses.around(token.head)
        after = page.text.subtree(noun)[1]
        agents = [h for h in clause.agent if h >= after] if clause is not None else []
        if agents and after < len(tokens) and tokens[after].text == "," and token.dep in _FRONTED:
            return page.parties.of(agents), None, told_beside(page, noun), []
    if governor.lower == "as" and governor.dep in ("prep", "mark"):
        return _as(page, noun, governor.i)
    if tokens[head].dep in ("attr", "oprd"):
        clause = page.clauses.around(head)
        if clause is not None and clause.kind == "copula":
            return (
                page.parties.of(clause.agent),
                clause,
                _state_times(page, clause),
                [clause.verb, *_near(page, clause)],
            )
    return None


def _as(page: Page, noun: int, prep: int) -> tuple[tuple[str, ...], Clause | None, Times, list[int]] | None:
    """The bearer of “as chair of …”: the one who acts, or the possessor of what it is done by."""
    tokens = page.text.tokens
    above = tokens[prep].head
    if tokens[above].pos in ("NOUN", "PROPN"):
        bearers = page.parties.of(page.text.children(above, "poss"))
        return (bearers, None, NOTHING, []) if bearers else None
    clause = page.clauses.around(prep)
    if clause is None or any("place" in p.flags for p in page.patterns.verbs.get(clause.lemma, ())):
        return None
    if clause.lemma in ("serve", "act", "work", "continue"):
        return page.parties.of(clause.agent), clause, page.calendar.state(clause), [clause.verb, *_near(page, clause)]
    if clause.lemma in ("recognize", "recognise", "see", "describe", "regard", "treat", "use", "denounce", "know"):
        return None
    bearers = page.parties.of(clause.patient if clause.passive else clause.agent)
    return bearers, None, told_beside(page, noun), []


def _near(page: Page, clause: Clause) -> list[int]:
    first, last = page.text.subtree(clause.verb)
    return [h for h in (*clause.agent, *clause.patient) if first <= h < last]


def _state_times(page: Page, clause: Clause) -> Times:
    if page.text.tokens[clause.verb].lemma in _BECOMES:
        return page.calendar.begun(clause)
    return page.calendar.state(clause)
