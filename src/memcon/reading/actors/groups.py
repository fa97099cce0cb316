"""Several at once: “the two leaders”, “both sides”, “the ministers”, “the two countries”, “the Troika (…)”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.scene import Belonging
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader
_PAIRED = word_set("paired")
_COUNTS = {"two": 2, "2": 2, "both": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "6": 6}
_SIDES = frozenset({"sides", "parties", "side"})
_PLAIN = frozenset({"the", "both", "two", "these", "those", "2"})
_NUMERALS = frozenset({"two", "three", "four", "both", "2"})


class Groups(Part):
    """Enters all whom a plural phrase means."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._between: tuple[int, ...] = ()

    def group(self, i: int, role: Role, plural: bool, words: set[str], whose: Belonging) -> bool:
        """“The two leaders”, “both sides”, “the ministers”: enter those who are meant; whether that was possible."""
        word = self.tokens[i].lower
        if not plural or word not in (*_PAIRED, "peoples") or whose.countries or whose.bodies:
            return False
        if self._of_states(i):
            return True
        if word == "peoples" and words & {"two", "both"}:
            found = self.reader.memory.states_of(self.reader.memory.pair(i, people=False))
            if len(found) == 2:
                self._enter_group(i, found)
            return len(found) == 2
        counted = bool(words & _NUMERALS)
        if not counted and any(self.tokens[c].tag == "CD" for c in self.tokens[i].children):
            # “The 26 other leaders” are not those who met.
            return False
        if not counted and not (words & {"the", "these", "those"}):
            return False
        if word in _SIDES and words <= _PLAIN and (others := self._other_sides(i)):
            self._enter_group(i, others)
            return True
        if (
            word
            in (
                "counterparts",
                "officials",
                "party",
                "parties",
                "men",
                "heads",
                "diplomats",
                "representatives",
                "envoys",
            )
            and not counted
        ):
            return False
        found = self.reader.memory.pair(
            i,
            people=word not in ("sides", "parties", "governments", "delegations"),
            of=word,
            two=bool(words & {"two", "both", "2"}),
            office=role.word,
        )
        if len(found) < 2 and (counted or word not in ("ministers", "presidents", "ambassadors")):
            found = self.reader.memory.pair(i, people=False)
        if word in ("sides", "governments", "parties", "delegations") and len(found) > 1:
            states = self.reader.memory.states_of(found)
            found = states if len(states) > 1 else found
        if len(found) < 2:
            return False
        if word in _SIDES and words <= _PLAIN and self._urged(i):
            return True
        self._enter_group(i, found)
        return True

    def _urged(self, i: int) -> bool:
        """Whether somebody known urges “both sides” to something: whoever is only spoken of with him is not meant."""
        clause = self.context.clauses.around(i)
        if clause is None or i in clause.agent or not clause.agent:
            return False
        return bool(self.reader.memory.together(clause.agent))

    def _other_sides(self, i: int) -> tuple[int, ...]:
        """“urged both sides”, “help the two sides”: not whoever urges them, but the two between whom it is."""
        clause = self.context.clauses.around(i)
        if clause is not None and i in clause.agent and self.tokens[clause.verb].tag == "VB" and not clause.modal:
            # “helping both sides reach a settlement”
            clause = self.context.clauses.all[clause.parent] if clause.parent is not None else None
        if clause is None or i in clause.agent or not clause.agent:
            return ()
        own = self.reader.memory.together(clause.agent) or (
            self.reader.issuers.behind(plural=True) if self.tokens[clause.agent[0]].lower == "we" else ()
        )
        countries = {self.referent(n).country for n in own}
        if not own:
            return ()
        if not self._between or countries & {self.referent(n).country for n in self._between}:
            self._between = self.reader.sides.between_others(i, countries)
        return self._between

    def _of_states(self, i: int) -> bool:
        """“The defence ministers of the three countries”: those countries."""
        for prep in self.parsed.children(i, "prep"):
            if self.tokens[prep].lower != "of":
                continue
            for owner in self.parsed.children(prep, "pobj"):
                found = role_at(self.tokens, owner, owner)
                if found and found[1].kind == "state" and self.tokens[owner].tag in ("NNS", "NNPS"):
                    if owner not in self.roll.at:
                        self.state_word(owner, found[0], found[1])
                    if owner in self.roll.at:
                        self._enter_group(i, self.roll.at[owner])
                        return True
        return False

    def _enter_group(self, i: int, found: tuple[int, ...]) -> None:
        edge = self.scene.left_edge(i)
        for number in found:
            self.roll.mention(number, edge, i + 1, "description")
        self.roll.meant(range(edge, i + 1), found)
        self.reader.memory.saw(found, i)

    def group_word(self, i: int) -> bool:
        """“The two discussed …”, “the pair met”."""
        token = self.tokens[i]
        if token.lower == "sides" and token.dep in ("dobj", "pobj", "nsubj") and (others := self._other_sides(i)):
            self._enter_group(i, others)
            return True
        if (
            token.lower in ("two", "pair", "duo", "side", "sides")
            and token.dep in ("nsubj", "nsubjpass", "pobj")
            and (any(self.tokens[c].lower in ("the", "both", "two") for c in token.children))
        ):
            if (token.dep == "pobj" and token.lower == "two") or any(True for _ in self.parsed.children(i, "prep")):
                return False
            found = self.reader.memory.pair(i, people=token.lower not in ("sides",))
            if len(found) < 2:
                found = self.reader.memory.pair(i, people=False)
            if token.lower == "sides":
                states = self.reader.memory.states_of(found)
                found = states if len(states) > 1 else found
            if len(found) > 1:
                self._enter_group(i, found)
                return True
        return False

    def state_word(self, i: int, first: int, role: Role) -> None:
        """“The country”, “the two countries”, “its western neighbour”."""
        token = self.tokens[i]
        reader = self.reader
        edge = self.scene.left_edge(i)
        words = {t.lower for t in self.tokens[edge:i]} | {self.tokens[c].lower for c in token.children}
        plural = token.tag in ("NNS", "NNPS")
        whose = self.scene.belonging(i, first)
        if role.sector == "PRE" or (whose.countries and not plural):
            return
        if plural:
            if not (words & _NUMERALS or (words & {"our"} and token.lower in ("countries", "nations"))) or (
                role.word in ("ally", "partner") and not words & set(_COUNTS)
            ):
                return
            count = next((_COUNTS[w] for w in words if w in _COUNTS), None)
            pair = self.reader.memory.listed(i, count) if count and count > 2 else ()
            pair = pair or self.reader.memory.pair(i, people=False, count=count, movements=False)
            found = self.reader.memory.states_of(pair)
            if len(found) < 2 and count in (None, 2):
                found = self.reader.memory.states_of(self.reader.memory.pair(i, people=True))
            if len(found) > 1:
                self._enter_group(i, found)
            return
        if role.word not in ("country", "nation", "state", "republic", "kingdom") or "the" not in words:
            return
        styled = role.word in ("republic", "kingdom")
        for numbers, _ in self.reader.memory.ranked(i, 6 if styled else 2):
            for number in numbers:
                who = self.referent(number)
                if who.country and (not styled or world.is_styled(who.country, role.word)):
                    state = self.roll.state(who.country, world.state_called(who.country), True)
                    self.roll.mention(state, first, i + 1, "description")
                    if self._locative(i):
                        reader.places.add(i)
                    else:
                        self.reader.memory.saw((state,), i)
                    return

    def _locative(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "pobj" and self.tokens[token.head].lower in (
            "in",
            "at",
            "from",
            "throughout",
            "across",
            "within",
            "inside",
            "into",
            "around",
        )

    def listed(self, i: int) -> bool:
        """“The Troika (Norway, the United Kingdom and the United States)”: the name means those in the brackets."""
        tokens = self.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].text != "(":
            return False
        found: list[int] = []
        for j in range(i + 2, min(i + 40, len(tokens))):
            if tokens[j].text == ")":
                break
            name = self.scene.name_at.get(j)
            if name is not None and name.first == j and name.named.kind == "state" and name.named.iso3:
                found.append(self.roll.state(name.named.iso3, name.named.name, True))
        if len(found) < 2:
            return False
        for number in found:
            self.roll.mention(number, i, i + 1, "description")
        self.roll.meant((i,), tuple(found))
        self.reader.saw(tuple(found), i)
        return True
