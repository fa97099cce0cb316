"""Walks a document once, in order, and enters everyone who is meant on the roll."""

from __future__ import annotations

from memcon.reading.actors import world
from memcon.reading.actors.behind import Behind
from memcon.reading.actors.descriptions import Descriptions
from memcon.reading.actors.gazetteer import misspelt, names_in, own_agencies, with_acronyms
from memcon.reading.actors.groups import Groups
from memcon.reading.actors.issuers import Issuers
from memcon.reading.actors.memory import Memory
from memcon.reading.actors.names import Names
from memcon.reading.actors.office_phrases import OfficePhrases
from memcon.reading.actors.offices import Honours
from memcon.reading.actors.ownership import Ownership
from memcon.reading.actors.people import People
from memcon.reading.actors.persons import person_names
from memcon.reading.actors.pronouns import Pronouns
from memcon.reading.actors.references import References
from memcon.reading.actors.roles import role_at, role_end
from memcon.reading.actors.roll import Roll
from memcon.reading.actors.scene import Scene
from memcon.reading.actors.sides import Sides
from memcon.reading.actors.words import word_set
from memcon.reading.context import ActorIndex, Context

_CAPITALISED = word_set("capitalised")
_WORLDWIDE = word_set("worldwide_agencies")
_NOUNLIKE = word_set("nounlike")
_ALONE = _NOUNLIKE | {"both", "each"}
_MENTIONING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Reader:
    """One document's actors in the making."""

    def __init__(self, context: Context, alone: bool = False) -> None:
        self.context = context
        self.alone = alone
        self.parsed = context.parsed
        self.tokens = context.parsed.tokens
        names = with_acronyms(self.tokens, names_in(self.tokens, world.names(context.names)))
        if not alone:
            names = own_agencies(self.tokens, names, _WORLDWIDE)
        names = misspelt(self.tokens, names, self.parsed.entities, world.nearly)
        own = [n for n in names if n.named.kind == "person"]
        names = [n for n in names if n.named.kind != "person"]
        self.scene = Scene(self.parsed, names, person_names(self.parsed, names, own))
        self.roll = Roll(self.parsed)
        self.memory = Memory(self)
        self.sides = Sides(self)
        self.people = People(self)
        self.ownership = Ownership(self)
        self.phrases = OfficePhrases(self)
        self.honours = Honours(self)
        self.issuers = Issuers(self)
        self.names = Names(self)
        self.pronouns = Pronouns(self)
        self.groups = Groups(self)
        self.references = References(self)
        self.descriptions = Descriptions(self)
        self.behind = Behind(self)
        self.parties: dict[int, tuple[int, ...]] = {}
        self.places: set[int] = set()
        self._read: set[int] = set()
        self.entity_at = {self.scene.head_of(e.first, e.last): e for e in self.parsed.entities if e.label == "ORG"}

    def index(self) -> ActorIndex:
        """The finished index."""
        self.people.enrol()
        name_at, person_at = self.scene.name_at, self.scene.person_at
        for i, token in enumerate(self.tokens):
            if token.tag in _MENTIONING or i in name_at or i in person_at or token.lower in _ALONE:
                self._token(i)
        at, is_modifier = self.roll.at, self.scene.is_modifier
        for i, token in enumerate(self.tokens):
            if token.tag in _NOMINAL and i not in at and not is_modifier(i):
                self.behind.find(i)
        self.people.settle()
        actors, ids = self.roll.actors()
        called: dict[tuple[int, ...], tuple[str, ...]] = {}
        for numbers in (*self.roll.at.values(), *self.parties.values()):
            if numbers not in called:
                called[numbers] = tuple(ids[n] for n in numbers if n in ids)
        return ActorIndex(
            actors,
            {i: called[n] for i, n in self.roll.at.items() if called[n]},
            {i: called[n] for i, n in self.parties.items() if called[n]},
            frozenset(self.places),
            tuple(ids[n] for n in self.issuers.found if n in ids),
        )

    def ahead(self, tokens: range) -> None:
        """Read some words before their turn comes: who is named there is meant by a word before."""
        for i in tokens:
            if self.tokens[i].tag in _MENTIONING or i in self.scene.name_at or i in self.scene.person_at:
                self._token(i)
                self._read.add(i)

    def _token(self, i: int) -> None:
        scene = self.scene
        if i in self._read:
            return
        if i in self.honours.titled and i not in scene.name_at:
            return
        k = scene.person_at.get(i)
        if k is not None:
            if scene.persons[k].first == i:
                self._person(k)
            return
        name = scene.name_at.get(i)
        if name is not None:
            if name.first == i and not self.names.titles_a_text(name):
                self.names.enter(name)
            return
        token = self.tokens[i]
        if i in self.roll.at:
            return
        if (
            token.tag in ("PRP", "PRP$")
            or token.lower == "we"
            or (token.lower in ("both", "each") and token.dep in ("nsubj", "pobj", "dobj"))
        ):
            self.pronouns.enter(i)
        elif (token.tag in _NOMINAL and not scene.is_modifier(i)) or (
            token.lower in _NOUNLIKE and token.dep in ("nsubj", "pobj", "dobj", "nsubjpass")
        ):
            self.noun(i)

    def _person(self, k: int) -> None:
        person = self.scene.persons[k]
        number = self.people.number.get(k)
        if number is None:
            return
        head = self.scene.head_of(person.first, person.last)
        cover = range(person.title.first, person.first) if person.title else range(0)
        self.roll.mention(number, person.first, person.last, "name")
        for i in cover:
            self.roll.at[i] = (number,)
        self.saw((number,), head)

    def saw(self, numbers: tuple[int, ...], head: int) -> None:
        """Remember who was meant at a token, for those words that point back."""
        self.memory.saw(numbers, head)

    def noun(self, i: int) -> None:
        """Enter whoever the noun phrase with head ``i`` means, if anyone."""
        tokens = self.tokens
        floor = max(self.parsed.sentence_of(i).first, i - 4)
        found = role_at(tokens, i, floor)
        if found is not None:
            first, role = found
            known = self.honours.apposed.get(i)
            if known is not None:
                self.roll.mention(known, first, role_end(tokens, i), "title")
                self.saw((known,), i)
                return
            if role.kind == "place":
                return
            if role.kind == "state":
                self.groups.state_word(i, first, role)
                return
            if role.word in _CAPITALISED and tokens[i].lower == role.word and tokens[i].text[0].islower():
                return
            self.descriptions.describe(i, first, role)
            return
        if self.groups.group_word(i) or self.groups.listed(i):
            return
        entity = self.entity_at.get(i)
        if entity is not None and tokens[i].text[0].isupper():
            self.names.organisation(entity.first, entity.last, i, None)
        elif tokens[i].pos == "PROPN" and i and tokens[i - 1].lower == "the":
            self.names.in_short(i)
