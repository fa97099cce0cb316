"""Whose somebody described is: the state, body or person behind “the army”, “his office”, “whose military”."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from memcon.reading.actors import sole_offices
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role
from memcon.reading.actors.scene import Belonging
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    pass

#: Organs of international bodies.
_ORGANS = frozenset({"council", "assembly", "board", "secretariat", "presidency", "chairmanship"})
_TITLED = word_set("titled")
_SPOKEN_FOR = word_set("spoken_for")


class Ownership(Part):
    """Finds the owner of a description."""

    def own_office(self, i: int, role: Role) -> bool:
        """Whether it is an office of the issuer's: “External Affairs Minister visits Singapore”."""
        held = role.kind == "office" or role.word.split()[-1] in _TITLED
        return held and self.tokens[i].text[0].isupper() and self.reader.issuers.country() is not None

    def international(self, i: int) -> Name | None:
        """The international body whose capitalised council or assembly it is: “the OSCE … Ministerial Council”."""
        token = self.tokens[i]
        if token.lower not in _ORGANS or not token.text[0].isupper():
            return None
        sentence = self.parsed.sentence_of(i)
        floor = self.parsed.sentences[max(0, sentence.index - 3)].first
        for at in range(i - 1, (floor if token.lower == "assembly" else sentence.first) - 1, -1):
            name = self.scene.name_at.get(at)
            if name is not None and (name.named.code or "").startswith("IGO"):
                return Name(name.first, name.last, sole_offices.whole(name.named))
        body = self.reader.issuers.body()
        return Name(i, i, body) if body is not None else None

    def parliament(self) -> str | None:
        """The state whose parliament the text speaks of, where it is the only one: “lawmakers boycotted the vote”."""
        found = {
            r.country
            for r in self.roll.referents
            if r.kind == "organization" and r.sectors[:1] == ("LEG",) and r.country
        }
        return found.pop() if len(found) == 1 else None

    def domestic(self, i: int, role: Role) -> str | None:
        """The state to which a body or office belongs that goes by a bare noun."""
        issuer = self.reader.issuers.country() if role.word != "chancellor" else None
        held = role.kind in ("office", "body") or role.word.split()[-1] in _TITLED
        if issuer and held and self.tokens[i].text[0].isupper():
            return issuer
        if (
            self.tokens[i].text[0].isupper()
            and role.kind == "office"
            and (own := sole_offices.state_of_title(role.word)) is not None
        ):
            return own
        if issuer == "USA" and role.word == "administration":
            return issuer  # a word for one's own; elsewhere it is “the government”
        memory = self.reader.memory
        if role.word == "regime":
            return self._regime(i)
        if role.word == "treasury" and self.tokens[i].text[0].isupper() and not issuer:
            return "GBR" if memory.country_of_dateline() == "GBR" else "USA"
        if role.word == "chancellor":
            named = {n.named.iso3 for n in self.scene.names} & {"DEU", "AUT"}
            return named.pop() if len(named) == 1 else None
        return memory.country_at(i, spoken_for=role.word.split()[-1] in _SPOKEN_FOR) or (
            memory.country_of_dateline() if role.kind == "body" else None
        )

    def _regime(self, i: int) -> str | None:
        """“the Lukashenko regime”: nobody calls his own government one; the other state that the text is about."""
        clause = self.context.clauses.around(i)
        speaking = self.reader.memory.together(clause.agent) if clause is not None and i not in clause.agent else ()
        own = {self.reader.issuers.country(), *(self.referent(n).country for n in speaking)}
        around = self.reader.memory.country_at(i)
        if around and around not in own:
            return around
        named = Counter(n.named.iso3 for n in self.scene.names if n.named.iso3 and n.named.iso3 not in own)
        likely = named.most_common(2)
        return likely[0][0] if likely and (len(likely) == 1 or likely[0][1] > likely[1][1]) else None

    def owner(self, whose: Belonging, role: Role) -> str | None:
        """The body or person whose it is; None where it is a state's."""
        if whose.countries:
            return None
        if whose.bodies:
            return whose.bodies[0].named.name
        for token in (*whose.persons, *whose.pronouns, *whose.heads):
            for number in self.roll.at.get(token, ()):
                who = self.referent(number)
                if who.sectors[:1] == ("GOV",) and who.country and role.sector in ("MIL", "COP", "SPY", "GOV", "JUD"):
                    # “The ministry said its forces …”: those of the state.
                    return None
                if who.kind in ("organization", "office") or (who.kind == "person" and self._personal(role)):
                    return who.name
        return None

    def _personal(self, role: Role) -> bool:
        """Whether it is of a person rather than of the person's state: “his office”, not “his army”."""
        return role.word == "office" or role.kind == "person"

    def countries(self, whose: Belonging, i: int) -> tuple[list[str], Name | None]:
        """The countries that a phrase belongs to, and the body through which."""
        if whose.countries:
            several = len(whose.countries) > 1 and (whose.joined or self._coordinated(i))
            return (whose.countries[:9] if several else whose.countries[:1]), None
        for name in whose.bodies:
            if name.named.iso3:
                return [name.named.iso3], name
            return [], name
        for token in whose.persons:
            number = (self.roll.at.get(token) or (None,))[0]
            if number is None:
                number = self.reader.people.number.get(self.scene.person_at[token])
            country = self.referent(number).country if number is not None else None
            if country:
                return [country], None
        for token in whose.pronouns:
            if token not in self.roll.at:
                self.reader.pronouns.enter(token)
            for number in self.roll.at.get(token, ()):
                country = self.referent(number).country
                if country:
                    return [country], None
        for token in whose.heads + self._antecedent(i):
            for number in self.roll.at.get(token, ()):
                country = self.referent(number).country
                if country:
                    return [country], None
        if (international := self.international(i)) is not None:
            return [], international
        return whose.around[:1], None

    def _antecedent(self, i: int) -> list[int]:
        """Whom “whose” before a noun means: “Netanyahu, whose military …”."""
        if not any(self.tokens[c].tag == "WP$" for c in self.tokens[i].children):
            return []
        for at in (i, *self.parsed.ancestors(i)):
            if self.tokens[at].dep == "relcl":
                return [self.tokens[at].head]
        return []

    def _coordinated(self, i: int) -> bool:
        edge = self.scene.left_edge(i)
        return any(t.lower in ("and", "or", "&") for t in self.tokens[edge:i])
