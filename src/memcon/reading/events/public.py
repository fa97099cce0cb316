"""Whether a drafted event is a public affair: somebody from public life acts, and it is no game, mishap or theft."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memcon.language import Sentence
from memcon.ontology.lexicon import ANYTHING
from memcon.reading.context import ActorIndex, Context
from memcon.reading.events.drafts import Draft
from memcon.reading.events.matching import Matcher
from memcon.record import Actor

# Sectors that are public life even where no country is known, and those that are not even where one is.
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "IGO", "SPY", "REB", "PTY", "OPP", "ELI", "PRM", "PRE", "REF", "NGO", "INT"})
_PRIVATE = frozenset({"BUS", "MNC", "AGR"})
# What teams do to each other in the words of states: a sanction, a boycott or a protest over a game is none of it.
_PLAYED = frozenset({"ASSAULT", "CONSULT", "AGREE", "COERCE", "RETREAT", "THREATEN", "SUPPORT", "REJECT", "REQUEST"})
# Who deals with common crime, and the kinds of event it looks like.
_LAW = frozenset({"COP", "JUD", "CVL", "LAB", "CRM", "UAF"})
_CRIMES = frozenset({"ASSAULT", "COERCE", "ACCUSE", "REQUEST", "RETREAT", "AID"})
_SPOKEN = frozenset({"CONSULT", "ACCUSE", "SUPPORT", "AGREE", "REJECT", "REQUEST"})
# Deeds that are a public matter whoever does them.
_GRAVE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# Sectors of those who are nobody's voice, whatever country they are of.
_BYSTANDERS = frozenset({"BUS", "MNC", "AGR", "MED", "EDU", "CRM", "SOC"})
# Asylum, resignations and missions opened, whoever seeks, resigns or opens.
_ANYBODY = frozenset({"0233", "0831", "054"})
_WHERE = frozenset({"to", "in", "from", "into", "at", "between", "outside", "near"})
_MANY = frozenset({"their", "themselves"})
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


class PublicLife:
    """Judges the events of one document."""

    def __init__(self, context: Context, actors: ActorIndex, matcher: Matcher) -> None:
        self._text = context.parsed
        self._actors = actors
        self._matcher = matcher
        self._spots = {a.id for a in actors.actors if a.kind in ("place", "state")}
        self._games: dict[int, bool] = {}
        lexicon = matcher.lexicon
        self._class = {
            name: lexicon.classes.get(name, ANYTHING)
            for name in ("sport", "bodies of sport", "play", "nature", "private", "ordinary", "kin", "political")
        }

    def holds(self, draft: Draft) -> bool:
        """Whether the event belongs in the record."""
        if draft.occasion and not (draft.source or draft.target):
            return draft.entry is None or draft.entry.needs != "past" or not self._played(draft)
        if draft.recalls is not None and not draft.source:
            return True  # “a treaty will be signed”: by whom is worked out later
        source = [self._actors.actor(a) for a in draft.source]
        target = [self._actors.actor(a) for a in draft.target]
        if not any(map(_public, (*source, *target))):
            return False
        if self._sporting((*source, *target)):
            return False
        if draft.mode == "beat" and all(a.kind == "person" and _by_name(a) for a in (*source, *target)):
            return False  # “was sworn in, having beaten Mr Guterres”
        if any(map(_official, (*source, *target))):
            return True
        if draft.type in _PLAYED and self._played(draft):
            return False
        return not (self._private(draft, source, target) or self._slight(draft, source, target))

    def _sporting(self, actors: Iterable[Actor]) -> bool:
        """“FIFA”, “the Spanish football federation”: a body of sport."""
        words = (actor.name.lower() for actor in actors if actor.kind in ("organization", "office", "person"))
        return any(self._class["bodies of sport"].passes(word, ()) for name in words for word in name.split())

    def _slight(self, draft: Draft, source: list[Actor], target: list[Actor]) -> bool:
        """Words and dealings in which nobody has a part for a country: a firm, an artist, “a Dutch customer”."""
        if draft.noun or draft.clause is None or draft.type in _GRAVE or draft.cameo in _ANYBODY or not source:
            return False
        if draft.type == "ACCUSE" and self._abroad(source, target):
            return False
        met = [actor.kind == "person" and _by_name(actor) for actor in (*source, *target)]
        if draft.type == "CONSULT" and len(met) > 1 and all(met):
            return False  # “Scholz and Putin spoke”: people whom the report need not introduce
        return not any(self._weighty(actor, draft.clause.sentence) for actor in (*source, *target))

    def _elsewhere(self, draft: Draft, target: list[Actor]) -> bool:
        """“A Frenchman was detained in Iran”: the place is in another country."""
        here = self._text.sentence_of(draft.head)
        where = {
            self._actors.actor(a).country
            for i in range(here.first, here.last)
            for a in self._actors.at(i)
            if a in self._spots
        }
        return bool(where - {a.country for a in target} - {None}) and bool({a.country for a in target} - {None})

    def _human(self, head: int) -> bool:
        """Whether a noun is somebody: an actor, of a class of people, or with a nationality before it."""
        if self._actors.at(head) or any(self._is(name, head) for name in ("private", "ordinary", "kin")):
            return True
        return self._only_nationality(head) and self._text.tokens[head].lemma.endswith(("er", "or", "ist", "an"))

    def _abroad(self, source: list[Actor], target: list[Actor]) -> bool:
        countries = {a.country for a in target} - {None}
        return bool(countries and {a.country for a in source} - {None} - countries)

    def _weighty(self, actor: Actor, sentence: int) -> bool:
        """Whether somebody stands for a country or for public life, and not only comes from somewhere."""
        sectors = set(actor.sectors)
        if actor.kind == "office" or actor.offices or sectors & _PUBLIC:
            return True
        if actor.kind != "state":
            return actor.kind != "place" and bool(actor.code) and not (sectors and sectors <= _BYSTANDERS)
        here = self._text.sentences[sentence]
        return any(actor.id in self._actors.at(i) and self._acting(i) for i in range(here.first, here.last))

    def _acting(self, i: int) -> bool:
        """Whether the name of a state stands for the state: neither for a place nor for where somebody is from."""
        token = self._text.tokens[i]
        if i in self._actors.places or (token.dep == "pobj" and self._text.tokens[token.head].lower in _WHERE):
            return False
        if token.dep not in ("amod", "compound", "nmod"):
            return True
        head = self._text.tokens[token.head]
        if head.lemma in self._matcher.lexicon.nouns or self._is("political", head.i):
            return True  # “the Russian invasion”, “Russian officers”
        return token.tag != "JJ" and head.pos == "NOUN" and not self._is("private", head.i)

    def _private(self, draft: Draft, source: list[Actor], target: list[Actor]) -> bool:
        """A mishap, a private person or firm that acts, or a common crime."""
        clause = draft.clause
        if clause is None or draft.noun or draft.type == "PROTEST" or draft.cameo == "0233":
            return False  # protesters and those who seek asylum are private people
        if draft.type in ("ASSAULT", "COERCE", "THREATEN") and self._all("nature", clause.agent):
            return True
        sides = all(len(self._actors.at(head)) > 1 for head in clause.agent)  # “both sides” of a talk are no teams
        if self._all("private", clause.agent) and not sides:
            return True
        if draft.type in _SPOKEN and clause.agent and all(map(self._only_nationality, clause.agent)):
            return True
        if self._all("private", clause.patient) and not any(map(_public, source)):
            return True
        if draft.type in (*_SPOKEN, "REQUEST", "ACCUSE") and source and all(map(_asks_for_a_living, source)):
            return True
        if source and all(set(a.sectors) & _PRIVATE for a in source) and not any(a.kind == "state" for a in target):
            return True
        abroad = self._abroad(source, target) or (not source and self._elsewhere(draft, target))
        law = all(a.kind != "state" and set(a.sectors) <= _LAW for a in source)
        if (
            draft.type in _CRIMES
            and law
            and not abroad
            and self._somebody(clause.patient)
            and not any(map(_named, target))
        ):
            return True
        if draft.type in ("ACCUSE", "COERCE") and source and law and not abroad and self._all("kin", clause.patient):
            return True
        crime = draft.cameo in ("173", "116", "112", "175") and self._all("ordinary", clause.patient)
        return crime and not (source and any(a.country or a.code for a in target if a.kind != "place"))

    def _of_a_game(self, sentence: Sentence) -> bool:
        tokens = self._text.tokens[sentence.first : sentence.last]
        nouns = [token for token in tokens if token.pos not in ("VERB", "AUX")]
        lemmas = {token.lemma for token in nouns} | {token.lower for token in nouns}
        sport, play = self._class["sport"].passes, self._class["play"].passes
        if any(token.lemma == "final" and token.pos == "NOUN" for token in nouns):
            return True
        return any(sport(lemma, lemmas) for lemma in lemmas) or sum(play(lemma, lemmas) for lemma in lemmas) > 1

    def _as_team(self, draft: Draft) -> bool:
        """“Italy visit Switzerland”, “Brazil have called up …”: a state with a plural verb is a team."""
        if draft.clause is None or len(draft.clause.agent) != 1:
            return False
        tokens = self._text.tokens
        name = tokens[draft.clause.agent[0]]
        here = range(draft.clause.first, draft.clause.last)
        if draft.clause.modal or draft.clause.relation not in ("root", "conj"):
            return False
        verb = next(iter(self._text.children(draft.clause.verb, "aux", "auxpass")), draft.clause.verb)
        if any(tokens[i].lower in _MANY and self._actors.at(i) == self._actors.at(name.i) for i in here):
            # “Croatia defended their lead”
            return name.tag == "NNP" and all(self._actors.actor(a).kind == "state" for a in self._actors.at(name.i))
        return name.tag == "NNP" and tokens[verb].tag in ("VBP", "VB") and not name.lower.endswith("s")

    def _somebody(self, heads: Iterable[int]) -> bool:
        """“a nurse”, “a fourteen-year-old boy”: one person of no public part."""
        tokens = self._text.tokens
        heads = tuple(heads)
        return len(heads) == 1 and all(
            tokens[h].tag == "NN"
            and all(self._actors.actor(a).kind in ("person", "group") for a in self._actors.at(h))
            and any(tokens[c].lower in ("a", "an", "the", "his", "her") for c in tokens[h].children)
            and self._human(h)
            and not self._is("political", h)
            for h in heads
        )

    def _only_nationality(self, head: int) -> bool:
        """“a Russian gymnast”: a nationality, and nobody in the list of actors."""
        tokens = self._text.tokens
        adjective = any(self._actors.at(c) and tokens[c].dep in ("amod", "compound") for c in tokens[head].children)
        bare = head in self._actors.parties and not self._actors.at(head)
        return adjective and bare and not self._is("political", head)

    def _all(self, name: str, heads: Iterable[int]) -> bool:
        heads = tuple(heads)
        return bool(heads) and all(self._is(name, head) for head in heads)

    def _is(self, name: str, head: int) -> bool:
        """Whether a noun phrase is of a class, by its noun or what stands before a name (“swimmer Katie Ledecky”)."""
        tokens = self._text.tokens
        head = self._matcher.core(head)
        words = [
            head,
            *(c for c in tokens[head].children if tokens[head].pos == "PROPN" and tokens[c].dep == "compound"),
        ]
        return any(self._class[name].passes(lemma, ()) for i in words for lemma in (tokens[i].lemma, tokens[i].lower))

    def _played(self, draft: Draft) -> bool:
        """Whether the sentence is about a game."""
        sentence = self._text.sentence_of(draft.head)
        game = self._games.get(sentence.index)
        if game is None:
            game = self._games[sentence.index] = self._of_a_game(sentence)
        if game or self._as_team(draft):
            return True
        return draft.cameo == "182" and bool(_SCORE.search(self._text.text, sentence.start, sentence.end))


def _asks_for_a_living(actor: Actor) -> bool:
    """Reporters, who put questions to everybody."""
    return actor.kind == "group" and "JRN" in actor.sectors


def _public(actor: Actor) -> bool:
    sectors = set(actor.sectors)
    if actor.kind == "person" and not _by_name(actor):
        return bool(actor.code or actor.country) and not sectors <= _PRIVATE  # “the striker”, “a surgeon”
    if actor.kind in ("state", "office") or sectors & _PUBLIC:
        return True
    if actor.code or actor.country:
        return not sectors or not sectors <= _PRIVATE
    return actor.kind == "person" and _by_name(actor)


def _named(actor: Actor) -> bool:
    return actor.kind in ("state", "office") or bool(actor.offices) or _by_name(actor)


def _by_name(actor: Actor) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)


def _official(actor: Actor) -> bool:
    return bool(actor.offices) or (actor.kind == "organization" and bool(set(actor.sectors) & _PUBLIC))
