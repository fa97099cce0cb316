"""Those for whom a phrase speaks that is no actor itself: “Iran's programme”, “the American decision”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.description import Description
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    pass
_ADJECTIVES = word_set("adjectives")
_ARMED = word_set("armed")
_AMBIGUOUS = word_set("ambiguous")
_DOMESTIC = word_set("domestic")
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Behind(Part):
    """Finds the actors behind a phrase."""

    def find(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """Enter, and return, the actors that stand behind a phrase which is no actor: “Iran's programme”."""
        if i in self.reader.parties:
            return self.reader.parties[i]
        self.reader.parties[i] = ()
        tokens, roll, scene = self.tokens, self.roll, self.scene
        found: list[int] = []
        edge = scene.left_edge(i)
        at = i - 1
        seen_role = False
        allied = tokens[i].lemma.lower() == "ally" and tokens[i].tag in ("NN", "NNP")  # “our NATO ally” is not NATO
        while at >= edge:
            name = scene.name_at.get(at)
            if name is not None:
                if not scene._led_away(name.last) and not (seen_role or allied):
                    found.extend(self._modifier_actor(name))
                at = name.first - 1
                continue
            if at in roll.at:
                found.extend(roll.at[at])
                at -= 1
                continue
            role = role_at(tokens, at, edge)
            if (
                role
                and (
                    role[1].kind == "body"
                    or (role[1].kind == "person" and role[1].sector in _ARMED and role[1].word not in _ADJECTIVES)
                )
                and tokens[at].tag[:2] == "NN"
                and role[1].word not in _AMBIGUOUS
                and tokens[at].dep in ("compound", "nmod", "amod")
                and not seen_role
            ):
                seen_role = True
                self.describe_modifier(at, role[0], role[1], i)
                found.extend(roll.at.get(at, ()))
                at = role[0] - 1
                continue
            at -= 1
        for child in tokens[i].children:
            token = tokens[child]
            if token.dep == "poss":
                for one in self.parsed.conjuncts(child):
                    found.extend(self._party_at(one, depth))
            elif token.dep in ("prep", "agent") and depth < 4 and token.lower in ("of", "by", "between", "among"):
                if token.lower == "of" and found:
                    continue
                for obj in self.parsed.children(child, "pobj"):
                    for one in self.parsed.conjuncts(obj):
                        found.extend(self._party_at(one, depth))
        if not found:
            role_here = role_at(tokens, i, i)
            if role_here and role_here[1].kind == "place":
                whose = scene.belonging(i)
                found.extend(roll.state(c, world.state_called(c), True) for c in whose.countries[:2])
        self.reader.parties[i] = tuple(dict.fromkeys(found))
        return self.reader.parties[i]

    def describe_modifier(self, at: int, first: int, role: Role, noun: int) -> None:
        """“Israeli army bulldozers”: the army, with the country that the whole phrase names."""
        whose = self.scene.belonging(noun, first)
        countries, via = self.reader.ownership.countries(whose, noun)
        if not countries and via is None:
            known = self.reader.references.same_description(at, role, False, set())
            if known:
                self.roll.mention(known[0], first, at + 1, "description")
                return
            around = self.reader.memory.country_around(noun) if role.sector in _DOMESTIC else None
            countries = [around] if around else []
        number = self.reader.descriptions.enter(
            Description(
                countries[0] if countries else None,
                (role.sector,) if role.sector else (),
                role.word,
                first,
                at + 1,
                at,
                role,
                code=via.named.code if via and not countries else None,
            )
        )
        self.roll.meant(range(first, at + 1), (number,))

    def _modifier_actor(self, name: Name) -> tuple[int, ...]:
        roll, named = self.roll, name.named
        if named.kind in ("organisation", "seat"):
            return (roll.body(named),)
        if named.kind in ("city", "region", "capital") or named.iso3 is None:
            return ()
        number = roll.state(named.iso3, named.name if named.kind == "state" else world.state_called(named.iso3), True)
        roll.mention(number, name.first, name.last, "name" if named.kind == "state" else "description")
        return (number,)

    def _party_at(self, i: int, depth: int) -> tuple[int, ...]:
        if i in self.reader.places:
            return ()
        if i in self.roll.at:
            return self.roll.at[i]
        if self.tokens[i].tag in _NOMINAL:
            return self.find(i, depth + 1)
        return ()
