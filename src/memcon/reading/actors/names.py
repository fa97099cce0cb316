"""States, peoples, seats of power and bodies that stand in the text by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.description import Description
from memcon.reading.actors.gazetteer import Name, Named
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_at, role_table
from memcon.reading.actors.roll import Referent
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader
_SHARED_OFFICES = word_set("shared_offices")
_NATIONAL = frozenset({"National", "United", "International", "Supreme", "Federal"})
_REGIONS = word_set("regions")
_NO_BODY = word_set("no_body")
# Texts of law that bear the name of a body.
_TEXTS = frozenset(("convention", "charter", "treaty", "covenant", "protocol", "statute"))
_COMMON_NAMES = word_set("common_names")
_HEADS = frozenset(role_table().heads) | {"chiefs", "chief", "joint", "states", "staff", "security"}
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around"})


#: Of what is thrown, said or felt “at” a body: it is no place then.
_AIMED = frozenset(
    {"aim", "direct", "fire", "lash", "hit", "strike", "target", "anger", "frustration", "shout", "look", "point"}
    | {"level", "shoot", "throw", "launch", "swipe", "jab", "dig", "outrage", "dismay", "angry", "furious", "dismayed"}
    | {"hurl", "scoff", "laugh", "rail", "bristle", "balk", "out", "back"}
)


class Names(Part):
    """Enters whoever a name of the tables, or a name that no table knows, means."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._organisations: dict[str, int] = {}

    def titles_a_text(self, name: Name) -> bool:
        """“the United Nations Convention on the Law of the Sea”: the body is part of the text’s name, and no party."""
        if name.named.kind not in ("organisation", "seat"):
            return False
        for token in self.tokens[name.last : name.last + 3]:
            if not token.text[0].isupper():
                return False
            if token.lower in _TEXTS:
                return True
        return False

    def enter(self, name: Name) -> None:
        """Enter the state, people, place or body that a name of the tables means here."""
        scene, roll, named = self.scene, self.roll, name.named
        head = scene.head_of(name.first, name.last)
        cover = range(name.first, name.last)
        if name.first in roll.at:
            if named.kind in ("organisation", "seat"):
                held = roll.at[name.first]
                roll.mention(roll.body(named), name.first, name.last, "name")
                roll.meant(cover, held)
            return
        if named.kind in ("organisation", "seat"):
            if self.elsewhere(name, head):
                self.reader.noun(head)
                return
            if world.is_territory(named):
                if scene.is_modifier(head):
                    return
                if scene.is_land(name):
                    self.reader.places.update(cover)
                    roll.mention(roll.place(named.name, named.iso3), name.first, name.last, "name")
                    return
            number = roll.body(named)
            roll.mention(number, name.first, name.last, "name")
            if self._meets_there(named, head):
                self.reader.places.update(cover)
            else:
                self.reader.saw((number,), head)
            return
        if named.iso3 is None:
            return
        if named.kind == "people" and (
            scene.is_modifier(head) or (self.tokens[head].tag == "JJ" and self.tokens[head].dep != "pobj")
        ):
            return
        if named.kind in ("people", "peoples"):
            if scene.is_modifier(head) or scene.joins_modifier(name):
                return
            self._people(name, head)
            return
        place, party = scene.is_place(name)
        if named.kind == "state" and scene.is_modifier(head):
            # “US troops”: the noun it stands before says what it is; entered there.
            return
        if scene.is_modifier(head) and named.kind != "state":
            self.reader.places.update(cover)
            number = roll.place(named.name, named.iso3)
            roll.mention(number, name.first, name.last, "name")
            return
        if place:
            self.reader.places.update(cover)
        if named.kind == "state" or party:
            number = roll.state(named.iso3, self._state_name(name), not place or party)
        else:
            number = roll.place(named.name, named.iso3)
        roll.mention(number, name.first, name.last, "name")
        if not place:
            self.reader.saw((number,), head)

    def _meets_there(self, named: Named, head: int) -> bool:
        """“met at the UN General Assembly”, “a statement at the Security Council”: a body as a place."""
        token = self.tokens[head]
        prep = self.tokens[token.head]
        if token.dep != "pobj" or prep.lower != "at" or not (named.code or "").startswith("IGO"):
            return False
        return self.tokens[prep.head].lemma not in _AIMED

    def _state_name(self, name: Name) -> str:
        named = name.named
        return named.name if named.kind == "state" else world.state_called(named.iso3 or "")

    def elsewhere(self, name: Name, head: int) -> bool:
        """Whether a body's name that other states use too is here that of another state than the tables give."""
        words = " ".join(t.lower for t in self.tokens[name.first : name.last])
        if (name.named.shared or words in _SHARED_OFFICES) and not self._own_shared(name, head):
            return True
        if not all(w in _COMMON_NAMES or w in _HEADS for w in words.split()):
            return False
        # “Seoul's Joint Chiefs of Staff”: what goes by common nouns is his who owns it.
        whose = self.scene.belonging(head, name.first).countries
        return bool(whose) and whose[0] != name.named.iso3

    def _own_shared(self, name: Name, head: int) -> bool:
        """Whether a name that bodies of several states bear is here that of the best-known one."""
        named = name.named
        if named.code and named.code.startswith("IGO"):
            before = self.tokens[name.first - 1] if name.first else None
            return not (before is not None and before.lower in ("national", "supreme"))
        whose = self.scene.belonging(head, name.first)
        if whose.countries:
            return whose.countries[0] == named.iso3
        if self.reader.issuers.country():
            return self.reader.issuers.country() == named.iso3
        around = self.reader.memory.country_of_dateline() or self.reader.memory.country_around(head)
        if around is None and role_at(self.tokens, head, name.first) is not None:
            # “The National Guard” of nowhere in particular.
            return not self.reader.alone
        return around is None or around == named.iso3

    def _people(self, name: Name, head: int) -> None:
        named = name.named
        iso3, ethnic = named.iso3, name.first > 0 and self.tokens[name.first - 1].lower == "ethnic"
        if ethnic:
            # “Ethnic Albanians in Serbia” are people of Serbia.
            here = self.scene.belonging(head, name.first)
            iso3 = next(iter(here.around), None) or self.reader.memory.country_around(head)
        plural = (
            named.kind == "peoples"
            or self.tokens[head].tag in ("NNS", "NNPS")
            or any(self.tokens[c].lower == "the" for c in self.tokens[head].children)
        )
        word = "people" if not ethnic else f"ethnic {named.name}"
        first = name.first - ethnic
        number = self.reader.descriptions.enter(
            Description(iso3, ("CVL",), word, first, name.last, head, plural=plural)
        )
        self.reader.saw((number,), head)

    def in_short(self, i: int) -> None:
        """“The Board”, where a Board of Governors has been spoken of."""
        number = self._short_for(i, self.tokens[i].text)
        if number is not None:
            self.roll.mention(number, i, i + 1, "name")
            self.reader.saw((number,), i)

    def _short_for(self, i: int, text: str) -> int | None:
        """The body that a single word stands for: “the Board”, “the Committee”, an acronym given in brackets."""
        if i > 1 and self.tokens[i - 1].text == "(" and text.isupper():
            before = self.roll.at.get(i - 2, ())
            if len(before) == 1 and self.referent(before[0]).kind == "organization":
                self._organisations[text.lower()] = before[0]
                return before[0]
        for numbers, _, _ in reversed(self.reader.memory.seen[-60:]):
            who = self.referent(numbers[0])
            words = who.name.split()
            if (
                who.kind == "organization"
                and len(words) > 1
                and text in (words[0], words[-1])
                and text not in _NATIONAL
            ):
                return numbers[0]
        return None

    def _in_dateline(self, first: int, last: int) -> bool:
        """Whether it is the agency of a dateline: “NAIROBI, 15 May (APA) -”."""
        tokens = self.tokens
        return (
            last + 1 < len(tokens)
            and tokens[first - 1].text == "("
            and tokens[last].text == ")"
            and tokens[last + 1].text in ("-", "–", "—", "--")
            and last < 30
        )

    def _where(self, head: int) -> bool:
        """Whether a name that no table knows is only where something is: “at Mandera”, “in Pont-Sondé, Haiti”."""
        token = self.tokens[head]
        if token.dep != "pobj" or self.tokens[token.head].lower not in _LOCATIVE:
            return False
        return not token.text.isupper() and role_at(self.tokens, head, head) is None

    def organisation(self, first: int, last: int, head: int, role: Role | None) -> None:
        """A body named in the text that no table knows: it is itself, in its own words."""
        tokens = self.tokens
        while first < last and tokens[first].lower in ("the", "a", "an"):
            first += 1
        while last > first and (tokens[last - 1].lower in ("'s", "’s") or not tokens[last - 1].text[-1].isalnum()):
            last -= 1
        if (
            first >= last
            or self.parsed.span(first, last).text.lower() in _REGIONS
            or tokens[last - 1].text[0].islower()
            or any(not (t.text[0].isalnum() or t.text in "-–—/&'’.,") for t in tokens[first:last])
            or any(i in self.scene.person_at for i in range(first, last))
            or tokens[last - 1].lower in _NO_BODY
            or tokens[head].lower in _NO_BODY
            or tokens[first].lower in _NO_BODY
            or (role is None and self._where(head))
            or self._in_dateline(first, last)
        ):
            return
        text = " ".join(self.parsed.span(first, last).text.split())
        key = text.lower()
        number = self._organisations.get(key)
        if number is None and last - first == 1:
            number = self._short_for(first, text)
        if number is None:
            whose = self.scene.belonging(head)
            countries, via = self.reader.ownership.countries(whose, head)
            country = countries[0] if countries else None
            code = via.named.code if via is not None and not country else country
            number = self._organisations[key] = self.roll.add(
                Referent("organization", text, country, via.named.sectors if via else (), code)
            )
        self.roll.mention(number, first, last, "name")
        self.reader.saw((number,), head)
