"""Who a speaker is, and through whom the words came: actors, outlets, and the chain of those who carried them."""

from __future__ import annotations

import re

from memcon.reading.context import ActorIndex
from memcon.reading.statements.draft import Draft, Page
from memcon.reading.statements.lexicon import lexicon
from memcon.record import Actor

#: Texts that speak for whoever issued them.
TEXTS = frozenset(
    {"report", "statement", "letter", "resolution", "communique", "communiqué", "readout", "release", "document"}
    | {"article", "message", "tweet", "post", "declaration", "dispatch", "note", "memo", "speech", "study", "paper"}
    | {"decree", "text", "order", "announcement"}
)
#: Texts of several hands: nobody’s, unless somebody is named beside them.
_JOINT = frozenset({"declaration", "communique", "communiqué", "document", "text", "resolution", "agreement", "decree"})
_ISSUING = frozenset({"issue", "release", "publish", "send", "write", "sign", "post", "deliver", "file", "make"})
_TITLE = re.compile(
    r"\s*[^\n]{0,80}?\b(?:Statement|Speech|Remarks|Address|Declaration|Message|Keynote)\b[^\n]{0,30}?\bby\s+"
)
#: Prepositions that end the phrase of a speaker: what follows says where and when.
_ELSEWHERE = frozenset({"in", "at", "on", "during", "after", "before", "following", "while", "as", "to", "with"})
#: A title with the name behind it, in tokens.
_LONGEST_TITLE = 25
_PRONOUNS = frozenset({"he", "she", "his", "her"})
_QUOTING = frozenset({"quote", "cite", "report"})


def resolve_speakers(page: Page, drafts: list[Draft], actors: ActorIndex) -> dict[int, str | None]:
    """Position in ``drafts`` (in order of the text) → id of the speaker; None where nobody or several are meant.

    “The report added” speaks for the outlet that reported before; “the statement said” for whoever issued it;
    “it added” goes on with the body or text that spoke in the sentence before.
    """
    found: dict[int, str | None] = {}
    issuers: dict[str, str | None] = {}
    named: dict[str, str] = {}
    latest: str | None = None
    before: Draft | None = None
    turns = {i for draft in drafts if draft.how == "transcript" for i in draft.content}
    for n, draft in enumerate(drafts):
        who = _speaker(page, draft, actors, issuers, latest)
        if before is not None and _goes_on(page, before, draft):
            who = found[n - 1]
        # “A spokesman for the mission, Mr Lee, said … He added …”: he is Mr Lee.
        described = actors.at(draft.speaker) if draft.speaker is not None else ()
        if who is not None and len(described) == 1 and described[0] != who:
            named[described[0]] = who
        elif who is not None and page.tokens[draft.speaker or 0].pos == "PRON":
            who = named.get(who, who)
        found[n] = who
        before = draft
        if draft.kind != "speech":
            continue
        if who is not None:
            if page.tokens[draft.anchor].lemma == "report" or _is_outlet(actors, who):
                issuers["report"] = who
            latest = latest if draft.anchor in turns else who
        for text in _texts_beside(page, draft):
            issuers[text] = who
            issuers["text"] = issuers["document"] = who
    return found


def _speaker(
    page: Page, draft: Draft, actors: ActorIndex, issuers: dict[str, str | None], latest: str | None
) -> str | None:
    if draft.how == "transcript":
        return _labelled(page, draft, actors, latest)
    head = draft.speaker
    if head is None:
        return _behind_the_cue(page, draft, actors)
    lemma = page.tokens[head].lemma
    if lemma in TEXTS:
        issuer = _issuer(page, head, actors)
        if issuer is None and _definite(page, head):
            issuer = issuers.get(lemma, None if lemma in _JOINT else latest)
        if issuer is not None or lemma in issuers or lemma in _JOINT:
            return issuer
    named = _named_beside(page, draft, actors)
    if named is not None:
        return named
    ids = actors.at(head) or _named_by_apposition(page, draft, actors) or _of_that_title(page, head, actors)
    if (
        page.tokens[head].lower in _PRONOUNS
        and latest is not None
        and _is_person(actors, latest)
        and _is_another(page, draft, [actors.actor(who) for who in ids])
    ):
        return latest
    if page.tokens[head].pos != "PRON" and draft.speaker_span and draft.cue and draft.speaker_span[0] == draft.cue[1]:
        person = _behind_the_cue(page, draft, actors) if not any(_is_person(actors, who) for who in ids) else None
        if person is not None:
            return person
    if not ids and page.tokens[head].lower in ("i", "we") and head not in page.quote_of:
        return _titled_issuer(page, actors)
    if page.tokens[head].lower in ("he", "she"):
        ids = tuple(who for who in ids if actors.actor(who).kind not in ("group", "state"))
        if not ids and latest is not None and actors.actor(latest).kind in ("person", "office"):
            return latest
    joined = actors.all_parties(c for c in page.parsed.conjuncts(head) if c not in page.quote_of)
    if len(ids) > 1 or len(joined) > 1:
        return None
    if page.tokens[head].entity != "PERSON":
        ids = ids or actors.party(head)
    return ids[0] if ids else None


def _is_person(actors: ActorIndex, who: str) -> bool:
    return actors.actor(who).kind in ("person", "office")


def _is_another(page: Page, draft: Draft, read_as: list[Actor]) -> bool:
    """Whether a pronoun means who spoke before, not the one named nearest."""
    return draft.how == "in-view" or _asked_about(page, draft) or any(_is_named_within(page, draft, a) for a in read_as)


def _asked_about(page: Page, draft: Draft) -> bool:
    """“Asked about remarks by Mr Lee, he replied …”: not Mr Lee, but who spoke before."""
    sentence = page.sentence_range(draft.anchor)
    first = next((i for i in sentence if page.tokens[i].pos != "SPACE"), draft.anchor)
    return page.tokens[first].lower in ("asked", "questioned", "pressed")


def _is_named_within(page: Page, draft: Draft, who: Actor) -> bool:
    """““Lee has not changed,” he said.”: nobody calls himself by his name in his own words."""
    spoken = [page.parsed.span(tokens.start, tokens.stop) for n in draft.quotes if (tokens := page.quote_tokens[n])]
    return any(s.start <= m.start < s.end and m.form == "name" for m in who.mentions for s in spoken)


def _of_that_title(page: Page, head: int, actors: ActorIndex) -> tuple[str, ...]:
    """“The Chairperson stresses …”: the only person whom the text has given that title."""
    word = page.tokens[head].lower
    if page.tokens[head].pos not in ("NOUN", "PROPN") or not _definite(page, head):
        return ()
    titled = (
        a.id
        for a in actors.actors
        if a.kind == "person" and any(m.form == "title" and m.text.casefold() == word for m in a.mentions)
    )
    ids = tuple(titled)
    return ids if len(ids) == 1 else ()


def _named_by_apposition(page: Page, draft: Draft, actors: ActorIndex) -> tuple[str, ...]:
    """“EDEM WOSORNU, director of operations, said”: the apposition, where the name itself says nothing."""
    if draft.speaker is None or page.tokens[draft.speaker].pos != "PROPN":
        return ()
    found = (actors.at(c) for c in page.parsed.children(draft.speaker, "appos"))
    return next((ids for ids in found if ids), ())


def _behind_the_cue(page: Page, draft: Draft, actors: ActorIndex) -> str | None:
    """““…,” said Under Secretary of the Treasury for Terrorism Brian Nelson”: the person at the end of the phrase."""
    if draft.cue is None or not draft.quotes:
        return None
    first = draft.cue[1]
    found = None
    # A parser may end the sentence before a title as long as this one: only a mark ends the phrase.
    for i in range(first, min(first + _LONGEST_TITLE, len(page.tokens))):
        token = page.tokens[i]
        if (page.is_mark(i) and token.tag != "HYPH") or i in page.quote_of or token.pos in ("VERB", "AUX", "SPACE"):
            break
        if token.lower in _ELSEWHERE:
            break
        ids = actors.at(i)
        if len(ids) == 1 and actors.actor(ids[0]).kind == "person":
            found = ids[0]
            draft.speaker, draft.speaker_span = i, (first, i + 1)
        elif found is not None:
            break
    return found


def _labelled(page: Page, draft: Draft, actors: ActorIndex, latest: str | None) -> str | None:
    """“MR PRICE: …”: the only person of the document whose name ends in the last name of the label.

    “A: …” is whoever spoke last before the questions began, or answered the one before.
    """
    if draft.speaker is None or draft.speaker_span is None:
        return None
    ids = actors.at(draft.speaker)
    if len(ids) == 1:
        return ids[0]
    name = page.tokens[draft.speaker].lower
    if name in ("a", "answer"):
        return latest if latest is not None and _is_person(actors, latest) else None
    people = [a for a in actors.actors if a.kind == "person" and a.name.casefold().split()[-1:] == [name]]
    whole = page.parsed.span(*draft.speaker_span).text.casefold()
    people = [a for a in people if a.name.casefold() in whole] or people
    return people[0].id if len(people) == 1 else None


def _titled_issuer(page: Page, actors: ActorIndex) -> str | None:
    """“Statement by the High Representative on …”: who “I” and “we” are in a text that says so in its first line."""
    text = page.parsed.text
    title = _TITLE.match(text)
    if title is None:
        return None
    for i in page.parsed.tokens_within(title.end(), max(title.end(), text.find("\n", title.end()))):
        ids = actors.at(i)
        if len(ids) == 1 and (page.tokens[i].dep not in ("compound", "poss", "amod") or page.tokens[i].pos == "PROPN"):
            return ids[0]
    return None


def _named_beside(page: Page, draft: Draft, actors: ActorIndex) -> str | None:
    """“The head of the agency, Rafael Grossi, said”: the person named behind the title."""
    if draft.speaker is None or draft.speaker_span is None or page.tokens[draft.speaker].pos not in ("NOUN", "PROPN"):
        return None
    first, last = draft.speaker_span
    owned = [i for i in range(draft.speaker, last) if page.tokens[i].tag == "POS"]
    if owned and page.tokens[last - 1].pos == "PROPN":
        # “The Organization of American States’ secretary general Luis Almagro”, taken for the organisation.
        people = [who for who in actors.at(last - 1) if actors.actor(who).kind == "person"]
        if people:
            return people[0]
    if page.tokens[draft.speaker].pos != "NOUN":
        return None
    for i in range(draft.speaker + 1, min(len(page.tokens), last + 8)):
        token = page.tokens[i]
        if i >= last and (token.pos not in ("PROPN", "PUNCT") or i >= draft.anchor):
            return None
        if token.dep == "appos" and token.pos == "PROPN" and token.head in range(first, last):
            people = [who for who in actors.at(i) if actors.actor(who).kind == "person"]
            if people:
                return people[0]
    return None


def _goes_on(page: Page, before: Draft, draft: Draft) -> bool:
    """“The ministry said … It added …”: “it” is the body or the text that spoke in the sentence before."""
    tokens = page.tokens
    if draft.speaker is None or tokens[draft.speaker].lower != "it" or before.speaker is None:
        return False
    if not draft.quotes and draft.content and min(draft.content) < draft.speaker:
        return False  # “the ministry is ready, it said”: the nearer subject
    earlier = tokens[before.speaker]
    if page.parsed.sentence_of(draft.anchor).index - page.parsed.sentence_of(before.anchor).index != 1:
        return False
    return earlier.lower == "it" or (earlier.pos in ("NOUN", "PROPN") and earlier.entity != "PERSON")


def _is_outlet(actors: ActorIndex, who: str) -> bool:
    return actors.actor(who).kind == "organization"


def _definite(page: Page, head: int) -> bool:
    return any(page.tokens[c].lower in ("the", "this", "that", "its") for c in page.tokens[head].children)


def _texts_beside(page: Page, draft: Draft) -> list[str]:
    """The texts named beside the cue: “said in a statement”, “in his letter”."""
    found = []
    for child in page.tokens[draft.anchor].children:
        if page.tokens[child].dep == "prep":
            for obj in page.parsed.children(child, "pobj"):
                if page.tokens[obj].lemma in TEXTS:
                    found.append(page.tokens[obj].lemma)
    return found


def _issuer(page: Page, head: int, actors: ActorIndex) -> str | None:
    """“Mr. Abbas’s statement”, “a statement released by Mr. Abbas”, “a report from the agency”, “a UN report”,
    “the League released a statement which said”.
    """
    tokens = page.tokens
    if tokens[head].dep == "dobj" and tokens[tokens[head].head].lemma in _ISSUING:
        above = page.clauses.of(tokens[head].head)
        ids = actors.party(above.agent[0]) if above is not None and len(above.agent) == 1 else ()
        if len(ids) == 1:
            return ids[0]
    for child in tokens[head].children:
        token = tokens[child]
        names: list[int] = []
        if token.dep in ("poss", "compound", "nmod"):
            names = [child]
        elif token.dep in ("prep", "agent") and token.lower in ("by", "from", "of"):
            names = list(page.parsed.children(child, "pobj"))
        elif token.dep in ("acl", "relcl") and token.lemma in _ISSUING:
            clause = page.clauses.of(child)
            names = list(clause.agent) if clause is not None else []
        for name in names:
            if name == head:
                continue
            ids = actors.at(name) or actors.party(name)
            if ids:
                return ids[0]
    return None


def carriers_of(page: Page, draft: Draft, actors: ActorIndex) -> list[str]:
    """Outlets named at the cue itself: “told Reuters”, “was quoted as saying by Xinhua”, “in an interview with”."""
    tokens = page.tokens
    heads: list[int] = [*_one_each(page, draft.carriers), *draft.addressees]
    spoken_through: list[int] = []
    for child in tokens[draft.anchor].children:
        if tokens[child].dep in ("prep", "agent"):
            for obj in page.parsed.children(child, "pobj"):
                if tokens[obj].lemma in ("interview", "talk", "comment", "remark"):
                    for prep in page.parsed.children(obj, "prep"):
                        if tokens[prep].lower in ("with", "to"):
                            heads.extend(page.parsed.children(prep, "pobj"))
                if tokens[child].lower in ("through", "via"):
                    spoken_through.append(obj)
    found = []
    for head in heads:
        for who in actors.at(head):
            if is_outlet(actors, who) or head in draft.carriers:
                found.append(who)
    # “said through his spokesman, X”: the spokesman carries it.
    # “The minister, quoted by EFE, said”.
    for child in page.tokens[draft.speaker].children if draft.speaker is not None else ():
        if tokens[child].dep == "acl" and tokens[child].lemma in _QUOTING:
            spoken_through.extend(
                obj for by in page.parsed.children(child, "agent", "prep") for obj in page.parsed.children(by, "pobj")
            )
    found.extend(who for head in spoken_through for who in actors.at(head) if actors.actor(who).kind != "state")
    return found


def _one_each(page: Page, heads: list[int]) -> list[int]:
    """“State news agency Anadolu” once, by its name."""
    return [page.agent_span([head, *heads[n + 1 :]])[0] for n, head in enumerate(heads)]


def is_outlet(actors: ActorIndex, who: str) -> bool:
    """Whether the actor ``who`` is a news outlet."""
    actor = actors.actor(who)
    return actor.kind == "organization" and is_news_outlet(actor.name, actor.sectors)


def is_news_outlet(name: str, sectors: tuple[str, ...]) -> bool:
    """Whether an actor is a newspaper, agency or broadcaster, by its sector or its name."""
    if "JRN" in sectors:
        return True
    return bool(lexicon().outlets & set(name.casefold().replace("-", " ").split()))


def quoted_as(page: Page, draft: Draft) -> None:
    """“Xinhua quoted X as saying”: X speaks and Xinhua carries; “X was quoted by Xinhua as saying” likewise."""
    tokens = page.tokens
    token = tokens[draft.anchor]
    if token.lemma == "quote":
        _quoted(page, draft)
        return
    if token.dep != "pcomp" or tokens[token.head].lower != "as":
        return
    quoting = tokens[tokens[token.head].head]
    if quoting.lemma not in _QUOTING:
        return
    clause = page.clauses.of(quoting.i)
    if clause is None:
        return
    if not draft.content:
        # ““…,” the paper quoted the minister as saying”: what is said hangs on the quoting.
        for child in page.parsed.children(quoting.i, "ccomp"):
            if child < quoting.i:
                draft.content = page.below(child)
                draft.how = "that"
    if clause.patient:
        draft.speaker = clause.patient[0]
        draft.speaker_span = page.noun_span(clause.patient[0])
        draft.carriers.extend(clause.agent)
    first = page.verb_group(quoting.i)[0]
    if first < draft.anchor:
        draft.cue = (first, draft.anchor + 1) if not clause.patient or clause.passive else draft.cue
    own = page.parsed.child(draft.anchor, "prep", "agent")
    if own is not None and tokens[own].lower == "by":
        draft.carriers.extend(page.parsed.children(own, "pobj"))


def _quoted(page: Page, draft: Draft) -> None:
    """““…,” the agency quoted the minister”: the minister speaks, the agency carries it."""
    clause = page.clauses.of(draft.anchor)
    if clause is not None and clause.patient:
        draft.carriers.extend(clause.agent)
        draft.speaker = clause.patient[0]
        draft.speaker_span = page.noun_span(clause.patient[0])
