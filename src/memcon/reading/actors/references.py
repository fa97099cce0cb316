"""Descriptions that point back: “the secretary-general”, “his Azerbaijani counterpart”, “the organization”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.reading.actors import naming, world
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.words import word_set
from memcon.record import Office
from memcon.reference.titles import read_title, standard_title

if TYPE_CHECKING:
    pass
_TITLED = word_set("titled")
_FORMER = word_set("no_longer")
_LOWER_RANK = re.compile(r"\b(?:deputy|vice|assistant|under)\b", re.I)
_RANKS = frozenset({"deputy", "vice", "assistant", "under"})
_ONE_OF_A_STATE = (word_set("same_government"), word_set("same_army"))
_ORGANIZED = word_set("organized")


class References(Part):
    """Finds who a description meant before."""

    def counterpart(self, i: int, countries: list[str]) -> bool:
        """“His Azerbaijani counterpart”: one of that country in the office of whoever “his” means."""
        if (named := self._named_counterparts(i)) is not None:
            return named
        countries = countries or self._of_counterpart(i)
        reader = self.reader
        if not countries:
            return self._other_side(i)
        if self.tokens[i].tag in ("NNS", "NNPS") and len(countries) > 1:
            return self._counterparts(i, countries)
        office = None
        for numbers, _ in self.reader.memory.ranked(i, 1):
            for number in numbers:
                who = self.referent(number)
                if who.kind in ("person", "office") and who.offices and who.country not in countries:
                    office = who.offices[0]
                    break
            if office:
                break
        for known in reversed(reader.people.persons):
            who = self.referent(known)
            if (
                who.country in countries
                and who.mentions
                and (office is None or any(_standard(o) == _standard(office) for o in who.offices))
            ):
                self._enter(known, i)
                return True

        edge = self.scene.left_edge(i)
        while edge < i and self.tokens[edge].tag in ("DT", "PRP$"):
            edge += 1
        country = countries[0]
        body = world.state_called(country)
        title = _standard(office) if office else ""
        title = title if title.startswith(("Minister", "President", "Prime")) else "Counterpart"
        shown = (
            f"{title} of {naming.with_article(body)}"
            if title != "Counterpart"
            else naming.described("counterpart", country, None, False)
        )
        key = ("counterpart", title, country, False)
        number = self.roll.described.get(key, -1)
        if number < 0:
            number = self.roll.add(
                Referent("office", shown, country, ("GOV",), code_of(country, ("GOV",)), role="counterpart")
            )
            if office and title != "Counterpart":
                self.referent(number).offices.append(Office(title, body, self.parsed.span(edge, i + 1)))
            self.roll.described[key] = number
        self.roll.mention(number, edge, i + 1, "description")
        self.reader.memory.saw((number,), i)
        return True

    def _named_counterparts(self, i: int) -> bool | None:
        """“His counterparts Noh Kyu-duk and Takehiro Funakoshi”: those who are named; None where nobody is."""
        k = self.scene.person_at.get(i + 1)
        if k is None or self.tokens[i].tag not in ("NNS", "NNPS"):
            return None
        found = []
        for j in range(k, min(k + 4, len(self.scene.persons))):
            span = self.scene.persons[j]
            if j > k and span.first - self.scene.persons[j - 1].last > 2:
                break
            if j in self.reader.people.number:
                found.append(self.reader.people.number[j])
        for number in found:
            self.roll.mention(number, i, i + 1, "description")
            self.referent(number).sectors = self.referent(number).sectors or ("GOV",)
        self.roll.meant((i,), tuple(found))
        return bool(found)

    def _of_counterpart(self, i: int) -> list[str]:
        """Whose the counterparts “from China and Japan” are."""
        found = []
        for prep in self.parsed.children(i, "prep"):
            if self.tokens[prep].lower in ("from", "of"):
                for owner in self.parsed.children(prep, "pobj"):
                    for one in self.parsed.conjuncts(owner):
                        name = self.scene.name_at.get(one)
                        if name is not None and name.named.kind == "state" and name.named.iso3:
                            found.append(name.named.iso3)
        return found

    def _counterparts(self, i: int, countries: list[str]) -> bool:
        """“Their counterparts from China, Japan and South Korea”: these states."""
        found = tuple(self.roll.state(c, world.state_called(c), True) for c in countries)
        for number in found:
            self.roll.mention(number, i, i + 1, "description")
        self.roll.meant((i,), found)
        self.reader.memory.saw(found, i)
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

    def same_description(self, i: int, role: Role, plural: bool, words: set[str]) -> tuple[int, ...]:
        """Who “the president”, “the troops” or “the organization” was before; empty where nobody fits."""
        reader = self.reader
        word = role.word.split()[-1]
        held = role.kind == "office" or (role.kind in ("person", "member") and (word in _TITLED or "president" in word))
        if not plural and held:
            if words & _FORMER or role.word.split()[0] in _FORMER:
                return self._former(role)
            phrase = " ".join((*sorted(words), role.word))
            issuer = reader.issuers.country()
            own = issuer is not None and self.tokens[i].text[0].isupper()
            number = reader.honours.holder(role, issuer, words=phrase) if own else None
            if number is not None and not self._so_called(number, word):
                # In an American release “the Foreign Minister” is the guest, where there is one.
                other = reader.honours.holder(role, None, words=phrase)
                number = other if other is not None and self._so_called(other, word) else number
            if number is None:
                number = reader.honours.holder(role, None, words=phrase)
                if own and number is not None and not self.referent(number).mentions:
                    number = None
            if number is not None:
                return (number,)
            if own and role.kind == "office":
                return ()
        for numbers, head, _ in reversed(self.reader.memory.seen[-40:]):
            if len(numbers) != 1:
                roles = {(self.referent(n).role or "").split()[-1:] == [word] for n in numbers} if plural else {False}
                if roles == {True} and head < i:
                    return numbers  # “officials from Chad and Mali … The officials”
                continue
            who = self.referent(numbers[0])
            if who.plural == plural and who.role and who.role.split()[-1] == word and head < i:
                if who.kind == "office" and bool(_LOWER_RANK.search(who.name)) != bool(words & _RANKS):
                    continue
                return numbers
        group = next((g for g in _ONE_OF_A_STATE if word in g), None)
        if group is not None:
            for numbers, head, _ in reversed(self.reader.memory.seen):
                who = self.referent(numbers[0])
                if len(numbers) == 1 and head < i and who.role and who.country and who.role.split()[-1] in group:
                    return numbers
        if not plural and role.kind in ("body", "unit") and not self._named(i):
            return self._organization(word, role.word in _ORGANIZED)
        return ()

    def _named(self, i: int) -> bool:
        """Whether a body's noun is the end of a name of its own: “the Pacific Alliance”."""
        before = self.tokens[i - 1] if i else None
        return before is not None and before.pos == "PROPN" and before.head == i and self.tokens[i].pos == "PROPN"

    def _so_called(self, number: int, word: str) -> bool:
        """Whether the text itself gives somebody an office with that word in it."""
        return any(o.evidence is not None and word in o.evidence.text.lower() for o in self.referent(number).offices)

    def _former(self, role: Role) -> tuple[int, ...]:
        """“The former president”: whoever the text gives that office as a former one."""
        title = read_title(role.word)
        for number in reversed(self.reader.people.persons):
            who = self.referent(number)
            if title and any(o.title.startswith("Former ") and _standard(o) == title.standard for o in who.offices):
                return (number,)
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


def _standard(office: Office) -> str:
    """The title that the tables know the office by: a Secretary of State is a Minister of Foreign Affairs."""
    return standard_title(office.title) or office.title
