"""Who is meant by a noun: “Russian troops”, “the Turkish parliament”, “a Jordanian official”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language import Token
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_end
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.scene import Belonging, is_modifier_word
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    pass
_DEFINITE = word_set("definite")
_GENERAL = word_set("general")
_OVER_MILITARY = frozenset({"REB", "PRM", "UAF", "COP", "OPP", "CRM"})
_ELSEWHERE = word_set("elsewhere")
_AMBIGUOUS = word_set("ambiguous")
_CIVIL = word_set("civil")
_FORMER = word_set("former")
_DOMESTIC = word_set("domestic")


class Descriptions(Part):
    """Enters those who are described."""

    def describe(self, i: int, first: int, role: Role) -> None:
        """Enter whoever a phrase like “Russian troops”, “the Turkish parliament” or “a Jordanian official” means."""
        tokens = self.tokens
        end = role_end(tokens, i)
        whose = self.scene.belonging(i, first)
        plural = tokens[i].tag in ("NNS", "NNPS") or role.word in ("police", "troops", "people")
        edge = self.scene.left_edge(i)
        words = {t.lower for t in tokens[edge:i]} | {tokens[c].lower for c in tokens[i].children if c < i}
        definite = bool(words & _DEFINITE) or any(tokens[c].dep == "poss" for c in tokens[i].children)
        sectors = self.sectors(role, whose, tokens[edge:first], words)
        if self.reader.groups.group(i, role, plural, words, whose):
            return
        countries, via_body = self.countries(whose, i)
        if role.kind == "asset" and ((not countries and not self.reader.alone) or words & _CIVIL):
            return
        if self._predicative(i) and role.kind != "office":
            # “was elected as a member”, “is a farmer” tell of somebody, they name nobody.
            return
        if role.word == "counterpart" and self.reader.references.counterpart(i, whose.countries):
            return
        if role.word == "leadership" and not whose.countries:
            return
        owned = bool(countries)
        if not countries and not whose.bodies and (definite or role.kind in ("body", "unit") or plural):
            known = self.reader.references.same_description(i, role, plural)
            if known:
                self.roll.mention(known[0], first, end, "title" if role.kind == "office" else "description")
                self.roll.meant(range(first, end), known)
                self.reader.saw(known, i)
                return
        if (
            not countries
            and not whose.bodies
            and sectors
            and sectors[0] in _DOMESTIC
            and (definite or plural or role.kind in ("body", "office"))
        ):
            around = self.reader.memory.country_around(i)
            if around:
                countries = [around]
        if not countries and not whose.bodies and (not sectors or (role.kind == "member" and self._under(i, "of"))):
            return
        unnamed = not any(
            t.pos == "PROPN" and t.text[0].isupper() and t.i not in self.scene.person_at for t in tokens[edge : i + 1]
        )
        if role.word in _AMBIGUOUS and not owned and not whose.bodies and not tokens[i].text[0].isupper() and unnamed:
            return
        start = self._core(edge, first)
        form, entity = "description", self.reader.entity_at.get(i)
        if entity is not None and role.kind in ("body", "unit") and tokens[entity.last - 1].text[0].isupper():
            # A ministry or a bank under its own name: “Ministry of Mines”, “Bank of Mexico”.
            start, end, form = self._core(min(start, entity.first), first), max(end, entity.last), "name"
            if end > i + 1 and tokens[end - 1].lower in ("'s", "’s"):
                end -= 1
        numbers = []
        for country in countries or [None]:
            if role.kind == "office" and not plural and (country or whose.bodies):
                holder = self.reader.honours.holder(role, country, whose.bodies)
                if holder is not None:
                    self.roll.mention(holder, first, end, "title")
                    numbers.append(holder)
                    continue
            code = None
            if not country and via_body is not None and via_body.named.code:
                code = via_body.named.code
            numbers.append(
                self.enter(
                    country, sectors, role.word, plural, start, end, i, form, None, role, code, definite, whose.bodies
                )
            )
        self.roll.meant(range(start, end), tuple(numbers))
        self.reader.saw(tuple(numbers), i)

    def _under(self, i: int, preposition: str) -> bool:
        token = self.tokens[i]
        return token.dep == "pobj" and self.tokens[token.head].lower == preposition

    def _predicative(self, i: int) -> bool:
        token = self.tokens[i]
        while token.dep == "conj":
            token = self.tokens[token.head]
        return token.dep == "attr" or (token.dep == "pobj" and self.tokens[token.head].lower == "as")

    def _core(self, edge: int, first: int) -> int:
        """Where the phrase begins without its article, numerals and words of number."""
        at = edge
        while at < first and (
            self.tokens[at].tag in ("DT", "CD", "PDT", "PRP$") or self.tokens[at].pos in ("PUNCT", "ADV", "NUM", "DET")
        ):
            at += 1
        return at

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
        for token in whose.heads:
            for number in self.roll.at.get(token, ()):
                country = self.referent(number).country
                if country:
                    return [country], None
        return whose.around[:1], None

    def _coordinated(self, i: int) -> bool:
        edge = self.scene.left_edge(i)
        return any(t.lower in ("and", "or", "&") for t in self.tokens[edge:i])

    def sectors(self, role: Role, whose: Belonging, before: list[Token], words: set[str]) -> tuple[str, ...]:
        """The sectors of a described actor, most specific first."""
        own = role.sector
        more = ""
        for token in reversed(before):
            if token.i in self.scene.name_at:
                continue
            sector = is_modifier_word(token.lower)
            if sector is None and token.lower in ("-", "–"):
                continue
            if sector:
                more = sector
                break
        body = ""
        if not more:
            for _, other in whose.roles:
                if other.sector:
                    body = other.sector
                    break
            for name in whose.bodies:
                if name.named.sectors:
                    body = next((s for s in name.named.sectors if s != "IGO"), name.named.sectors[0])
                    break
        found: list[str] = []
        if role.kind in ("member", "unit") or not own:
            found = [
                more
                or body
                or ("GOV" if role.word in ("spokesman", "spokeswoman", "spokesperson", "leadership") else "")
            ]
        elif (own == "GOV" and role.word in _GENERAL) or role.word in _GENERAL:
            found = [more or body or own, own]
        elif own == "GOV" and role.kind == "office" and body in _ELSEWHERE:
            found = [body]
        elif own == "MIL" and (more in _OVER_MILITARY or body in _OVER_MILITARY):
            found = [more or body, own]
        elif own == "CVL" and more and role.word not in ("civilian",):
            found = [more, own]
        else:
            found = [own, more]
        for name in whose.bodies:
            if not name.named.iso3 and (name.named.code or "").startswith("IGO") and not whose.countries:
                found = ["IGO", *(s for s in found if s in ("MIL", "REF", "MED"))]
                break
        if (
            words & _FORMER
            and role.kind != "body"
            and (own in ("GOV", "LEG", "MIL", "JUD", "COP", "SPY", "IGO") or role.kind == "office")
        ):
            found = ["ELI", *found]
        return tuple(dict.fromkeys(s for s in found if s))

    def enter(
        self,
        country: str | None,
        sectors: tuple[str, ...],
        word: str,
        plural: bool,
        first: int,
        last: int,
        head: int,
        form: str,
        name: str | None = None,
        role: Role | None = None,
        code: str | None = None,
        definite: bool = True,
        bodies: list[Name] | None = None,
    ) -> int:
        roll = self.roll
        body = role is not None and role.kind in ("body", "unit")
        key = (country or code, word, ",".join(sectors), plural and not body)
        number = roll.described.get(key) if definite or plural or body else None
        if number is None:
            kind = (
                "organization"
                if body and not plural
                else "group"
                if role is not None and role.kind == "asset"
                else "office"
                if role and role.kind == "office" and not plural
                else "group"
                if plural or role is None
                else "person"
            )
            made = code or code_of(country, sectors)
            number = roll.add(
                Referent(kind, self.parsed.span(first, last).text or word, country, sectors, made, (), word, plural)
            )
            roll.described[key] = number
            if role is not None and role.kind == "office" and not plural:
                self.reader.honours.describe_office(number, role, first, last, head, bodies or [])
        roll.mention(number, first, last, form)
        return number
