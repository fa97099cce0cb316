"""Descriptions that point back: “the secretary-general”, “his Azerbaijani counterpart”, “the organization”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.words import word_set
from memcon.record import Office

if TYPE_CHECKING:
    pass
_TITLED = word_set("titled")
_ORGANIZED = word_set("organized")


class References(Part):
    """Finds who a description meant before."""

    def counterpart(self, i: int, countries: list[str]) -> bool:
        """“His Azerbaijani counterpart”: one of that country in the office of whoever “his” means."""
        reader = self.reader
        if not countries:
            return self._other_side(i)
        office = None
        for numbers, _ in self.reader.memory.ranked(i, 1):
            for number in numbers:
                who = self.referent(number)
                if who.kind in ("person", "office") and who.offices and who.country not in countries:
                    office = who.offices[0]
                    break
            if office:
                break
        for number in reversed(reader.people.persons):
            who = self.referent(number)
            if (
                who.country in countries
                and who.mentions
                and (office is None or any(o.title == office.title for o in who.offices))
            ):
                self._enter(number, i)
                return True

        edge = self.scene.left_edge(i)
        while edge < i and self.tokens[edge].tag in ("DT", "PRP$"):
            edge += 1
        country = countries[0]
        body = world.state_called(country)
        title = office.title if office else "Counterpart"
        known = ("counterpart", title, country, False)
        number = self.roll.described.get(known)
        if number is None:
            number = self.roll.add(
                Referent(
                    "office", f"{title} of {body}", country, ("GOV",), code_of(country, ("GOV",)), role="counterpart"
                )
            )
            if office:
                self.referent(number).offices.append(Office(title, body, self.parsed.span(edge, i + 1)))
            self.roll.described[known] = number
        self.roll.mention(number, edge, i + 1, "description")
        self.reader.memory.saw((number,), i)
        return True

    def _other_side(self, i: int) -> bool:
        """“The officials told their counterparts”: those of the other country who were spoken of before."""
        clause = self.context.clauses.around(i)
        own = (
            {self.referent(n).country for n in self.reader.memory.together(clause.agent)}
            if clause is not None
            else set()
        )
        plural = self.tokens[i].tag in ("NNS", "NNPS")
        found: list[int] = []
        for numbers, head, _ in reversed(self.reader.memory.seen[-30:]):
            for number in numbers:
                who = self.referent(number)
                if (
                    who.kind in ("person", "office")
                    and who.country
                    and who.country not in own
                    and head < i
                    and number not in found
                ) and (not found or (plural and self.referent(found[0]).country == who.country)):
                    found.append(number)
            if found and not plural:
                break
        if not found or None in own or not own:
            return False
        for number in found:
            self.roll.mention(number, i, i + 1, "description")
        self.roll.meant((i,), tuple(reversed(found)))
        self.reader.memory.saw(tuple(reversed(found)), i)
        return True

    def _enter(self, number: int, i: int) -> None:
        edge = self.scene.left_edge(i)
        self.roll.mention(number, edge, i + 1, "description")
        self.reader.memory.saw((number,), i)

    def same_description(self, i: int, role: Role, plural: bool) -> tuple[int, ...]:
        """Who “the president”, “the troops” or “the organization” was before; empty where nobody fits."""
        reader = self.reader
        word = role.word.split()[-1]
        if role.kind in ("office", "person", "member") and not plural:
            if role.kind == "office" or word in _TITLED:
                issuer = reader.issuers.country()
                capital = self.tokens[i].text[0].isupper()
                if capital and issuer:
                    number = reader.honours.holder(role, issuer)
                    if number is not None:
                        return (number,)
                number = reader.honours.holder(role, None)
                if number is not None:
                    return (number,)
        for numbers, head, _ in reversed(self.reader.memory.seen[-40:]):
            if len(numbers) != 1:
                continue
            who = self.referent(numbers[0])
            if who.plural == plural and who.role and who.role.split()[-1] == word and head < i:
                return numbers
        if not plural and role.kind in ("body", "unit"):
            return self._organization(word, role.word in _ORGANIZED)
        return ()

    def _organization(self, word: str, any_body: bool) -> tuple[int, ...]:
        """“The council”: the last body with that word in its name; “the organization”: the body spoken of most."""
        best: tuple[int, int] | None = None
        chosen = -1
        for order, (numbers, _, _) in enumerate(self.reader.memory.seen[-60:]):
            for number in numbers:
                who = self.referent(number)
                if who.kind != "organization":
                    continue
                named = word in who.name.lower().split()
                if not named and (not any_body or who.role):
                    continue
                row = (int(named), order if named else sum(1 for m in who.mentions if m[2] == "name"))
                if best is None or row >= best:
                    best, chosen = row, number
        return (chosen,) if best is not None else ()
