"""Who is meant by a noun: “Russian troops”, “the Turkish parliament”, “a Jordanian official”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language import Token
from memcon.reading.actors import naming, world
from memcon.reading.actors.description import Description, kind_of, only_common
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_end
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.scene import Belonging, is_modifier_word
from memcon.reading.actors.words import word_set
from memcon.record import Office
from memcon.reference.titles import read_title, standard_title

if TYPE_CHECKING:
    pass
_DEFINITE = word_set("definite")
_GENERAL = word_set("general")
_OVER_MILITARY = frozenset({"REB", "PRM", "UAF", "COP", "OPP", "CRM"})
_ELSEWHERE = word_set("elsewhere")
_AMBIGUOUS = word_set("ambiguous")
_CIVIL = word_set("civil")
_POSTED = frozenset({"embassy", "consulate", "ambassador", "mission", "camp"})
_STATELESS = word_set("stateless")
_FORMER = word_set("former")
#: Soldiers whom several states lend to a body.
_OF_ALL = frozenset({"peacekeeper", "peacekeepers", "blue helmet", "blue helmets"})
_OF_NUMBER = frozenset({"least", "most", "more", "than", "about", "nearly", "some", "up", "to", "over"})
_ARMED = frozenset({"REB", "UAF", "PRM"})
_BUILDINGS = word_set("buildings")
_SPOKEN_FOR = word_set("spoken_for")
_DOMESTIC = word_set("domestic")


class Descriptions(Part):
    """Enters those who are described."""

    def describe(self, i: int, first: int, role: Role) -> None:
        """Enter whoever a phrase like “Russian troops”, “the Turkish parliament” or “a Jordanian official” means."""
        tokens = self.tokens
        end = role_end(tokens, i)
        whose = self.scene.belonging(i, first)
        whose.bodies = [b for b in whose.bodies if not self.reader.names.elsewhere(b, b.last - 1)]
        plural = tokens[i].tag in ("NNS", "NNPS") or role.word in ("police", "troops", "people")
        edge = self.scene.left_edge(i)
        words = {t.lower for t in tokens[edge:i]} | {tokens[c].lower for c in tokens[i].children if c < i}
        definite = bool(words & _DEFINITE) or any(tokens[c].dep == "poss" for c in tokens[i].children)
        sectors = self.sectors(role, whose, tokens[edge:first], words)
        if self.reader.groups.group(i, role, plural, words, whose):
            return
        if role.word in _POSTED or any(t.lower in _STATELESS for t in tokens[edge:first]):
            # “An embassy in Dar es Salaam” is not Tanzania's.
            whose.around = []
        countries, via_body = self.reader.ownership.countries(whose, i)
        if role.word in _POSTED and role.word != "camp" and not countries and not whose.bodies and not definite:
            clause = self.context.clauses.around(i)
            held = self.reader.memory.together(clause.agent) if clause is not None else ()
            countries = [c for n in held[:1] if (c := self.referent(n).country)]
        if role.kind == "asset" and ((not countries and not self.reader.alone) or words & _CIVIL):
            return
        bare = role.kind == "office" and not (definite or whose.countries or whose.bodies or whose.persons)
        if self._predicative(i) and (role.kind != "office" or (bare and self._under(i, "as"))):
            # “was elected as a member”, “is a farmer” tell of somebody, they name nobody.
            return
        if role.word == "counterpart" and self.reader.references.counterpart(i, whose.countries):
            return
        if role.word == "leadership" and not whose.countries:
            return
        if role.word == "alliance" and whose.countries and tokens[i].text[0].islower():
            # “The ROK-U.S. alliance” is a bond, no body.
            return
        if role.word in _BUILDINGS and (self._under(i, "at") or self._under(i, "in") or self._under(i, "near")):
            return
        if i and tokens[i - 1].text == "(" and i + 1 < len(tokens) and tokens[i + 1].text == ")":
            return
        if role.word == "office" and not sectors:
            owners = (n for t in (*whose.persons, *whose.pronouns) for n in self.roll.at.get(t, ()))
            sectors = next((self.referent(n).sectors for n in owners), ())
        if role.word == "minister" and not countries and self._issuing_minister(i):
            return
        if role.kind == "office" and not countries and not whose.bodies and sectors[:1] == ("IGO",):
            issuing = self.reader.honours.body_before(role.word, i)
            whose.bodies.extend([Name(first, first, issuing)] if issuing is not None else [])
            via_body = whose.bodies[0] if whose.bodies else None
        owned = bool(countries)
        if (
            not countries
            and not whose.bodies
            and (definite or self.reader.ownership.own_office(i, role) or role.kind in ("body", "unit") or plural)
        ):
            known = self.reader.references.same_description(i, role, plural, words)
            if known:
                self.roll.mention(known[0], first, end, "title" if role.kind == "office" else "description")
                self.roll.meant(range(first, end), known)
                self.reader.saw(known, i)
                return
        if (
            not countries
            and not whose.bodies
            and _DOMESTIC.intersection(sectors)
            and role.word not in _OF_ALL
            and not (plural and "other" in words)
            and not any(t.lower in _STATELESS for t in tokens[edge:first])
            and (
                definite
                or self.reader.ownership.own_office(i, role)
                or plural
                or role.kind in ("body", "office")
                or role.word.split()[-1] in _SPOKEN_FOR
            )
        ):
            around = self.reader.ownership.domestic(i, role)
            if around:
                countries = [around]
        if plural and role.sector == "LEG" and not countries and not whose.bodies:
            sitting = self.reader.ownership.parliament()
            countries = [sitting] if sitting else []
        if not countries and not whose.bodies and (not sectors or (role.kind == "member" and self._under(i, "of"))):
            return
        if role.word == "union" and tokens[i].text[0].islower() and self._under_of_states(i):
            return
        if i + 1 < len(tokens) and tokens[i + 1].text == "States" and role.word.endswith("member"):
            return
        if role.word == "group" and self._of_people(i):
            # “A group of lawmakers” are lawmakers, entered at their own word.
            return
        unnamed = not any(
            t.pos == "PROPN" and t.text[0].isupper() and t.i not in self.scene.person_at for t in tokens[edge : i + 1]
        )
        if role.word in _AMBIGUOUS and not owned and not whose.bodies and not tokens[i].text[0].isupper() and unnamed:
            return
        if plural and whose.bodies and not whose.countries and role.sector in _ARMED:
            body = whose.bodies[0]
            if edge <= body.first < first and _ARMED.intersection(body.named.sectors):
                # “M23 rebels” are M23.
                number = self.roll.body(body.named)
                self.roll.mention(number, body.first, end, "description")
                self.roll.meant(range(body.first, end), (number,))
                self.reader.saw((number,), i)
                return
        start = self._core(edge, first)
        form, entity = "description", self.reader.entity_at.get(i)
        if (
            entity is not None
            and role.kind in ("body", "unit")
            and tokens[entity.last - 1].text[0].isupper()
            and not any(t.text in "()[]" or t.pos == "NUM" for t in tokens[entity.first : entity.last])
        ):
            # A ministry or a bank under its own name: “Ministry of Mines”, “Bank of Mexico”.
            start, end, form = self._core(min(start, entity.first), first), max(end, entity.last), "name"
            if end > i + 1 and tokens[end - 1].lower in ("'s", "’s"):
                end -= 1
        numbers = []
        spoken: list[str | None] = [*countries] or [None]
        for country in spoken:
            leader = self._only_leader(country) if role.word == "leader" and definite and not whose.bodies else None
            if leader is not None and not plural and len(spoken) == 1:
                self.roll.mention(leader, first, end, "description")
                numbers.append(leader)
                continue
            if role.kind == "office" and not plural and (country or whose.bodies):
                phrase = " ".join(t.lower for t in tokens[edge:end])
                holder = self.reader.honours.holder(role, country, whose.bodies, phrase)
                if holder is not None:
                    self.roll.mention(holder, first, end, "title")
                    numbers.append(holder)
                    continue
            code = None
            if not country and via_body is not None and via_body.named.code:
                code = via_body.named.code
            numbers.append(
                self.enter(
                    Description(
                        country,
                        sectors,
                        role.word,
                        start,
                        end,
                        i,
                        role,
                        plural,
                        form,
                        code,
                        definite,
                        self.reader.ownership.owner(whose, role)
                        or (via_body.named.name if via_body is not None and not country else None),
                        whose.bodies,
                    )
                )
            )
        self.roll.meant(range(start, end), tuple(numbers))
        self.reader.saw(tuple(numbers), i)

    def _only_leader(self, country: str | None) -> int | None:
        """“The Greek leader”: the only head of that state or its government that the text names."""
        found = [
            number
            for number in self.reader.people.persons
            if (who := self.referent(number)).country == country
            and any(o.title in ("President", "Prime Minister", "Chancellor", "King", "Emir") for o in who.offices)
        ]
        return found[0] if country and len(found) == 1 and self.referent(found[0]).mentions else None

    def _issuing_minister(self, i: int) -> bool:
        """“The Minister” in a ministry's own release: enter its minister; whether that is meant."""
        issuer = self.reader.issuers.country()
        before = self.tokens[i - 1].lower if i else ""
        title = self.reader.issuers.minister() if issuer and before in ("the", "") else None
        if title is None or issuer is None or not self.tokens[i].text[0].isupper():
            return False
        body = world.state_called(issuer)
        for number in reversed(self.reader.people.persons):
            if any(
                title in (o.title, standard_title(o.title, issuer)) and self.referent(number).country == issuer
                for o in self.referent(number).offices
            ):
                break
        else:
            key = (issuer, f"issuing {title}", "GOV", False)
            known = self.roll.described.get(key)
            number = (
                known
                if known is not None
                else self.roll.add(
                    Referent(
                        "office",
                        f"{title} of {naming.with_article(body)}",
                        issuer,
                        ("GOV",),
                        code_of(issuer, ("GOV",)),
                        role="minister",
                    )
                )
            )
            if known is None:
                self.roll.described[key] = number
                self.referent(number).offices.append(Office(title, body, self.parsed.span(i, i + 1)))
        self.roll.mention(number, i, i + 1, "title")
        self.reader.saw((number,), i)
        return True

    def _under(self, i: int, preposition: str) -> bool:
        token = self.tokens[i]
        return token.dep == "pobj" and self.tokens[token.head].lower == preposition

    def _under_of_states(self, i: int) -> bool:
        """“The union of Tanganyika and Zanzibar” is what the two did."""
        return any(
            one in self.scene.name_at
            for prep in self.parsed.children(i, "prep")
            if self.tokens[prep].lower == "of"
            for one in self.parsed.children(prep, "pobj")
        )

    def _of_people(self, i: int) -> bool:
        """Whether “of” and a plural noun follow: “a group of lawmakers”."""
        return any(
            self.tokens[one].tag in ("NNS", "NNPS")
            for prep in self.parsed.children(i, "prep")
            if self.tokens[prep].lower == "of"
            for one in self.parsed.children(prep, "pobj")
        )

    def _predicative(self, i: int) -> bool:
        token = self.tokens[i]
        while token.dep == "conj":
            token = self.tokens[token.head]
        return token.dep == "attr" or (token.dep == "pobj" and self.tokens[token.head].lower == "as")

    def _core(self, edge: int, first: int) -> int:
        """Where the phrase begins without its article, numerals and words of number."""
        at = edge
        while at < first and (
            self.tokens[at].tag in ("DT", "CD", "PDT", "PRP$")
            or self.tokens[at].pos in ("PUNCT", "ADV", "NUM", "DET")
            or self.tokens[at].lower in _OF_NUMBER
        ):
            at += 1
        # “EU sanctions three (Belarusian firms)”.
        return max((j + 1 for j in range(at, first) if self.tokens[j].tag == "CD" and j + 1 <= first), default=at)

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
        if found[0] == "GOV" and not whose.countries and any("PRE" in b.named.sectors for b in whose.bodies):
            found = ["PRE", *found]
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

    def enter(self, who: Description) -> int:
        """Enter somebody described, or the one of that description already entered; the number on the roll."""
        roll, role = self.roll, who.role
        body = role is not None and role.kind in ("body", "unit")
        word = f"{who.word} of {who.owner}" if who.owner else who.word
        key = (who.country or who.code, word, ",".join(who.sectors), who.plural and not body)
        number = roll.described.get(key) if who.definite or who.plural or body else None
        if number is None:
            code = who.code or code_of(who.country, who.sectors)
            referent = Referent(kind_of(role, who.plural), self._name(who), who.country, who.sectors, code)
            referent.role, referent.plural = who.word, who.plural
            number = roll.described[key] = roll.add(referent)
            if role is not None and role.kind == "office" and not who.plural:
                self.reader.honours.describe_office(number, role, who.first, who.last, who.head, who.bodies)
        roll.mention(number, who.first, who.last, who.form)
        return number

    def _name(self, who: Description) -> str:
        """The name shown for it."""
        inside = [self.scene.name_at[i] for i in range(who.first, who.last) if i in self.scene.name_at]
        text = self.parsed.span(who.first, who.last).text or who.word
        kept = [i for i in range(who.first, who.last) if i not in self.scene.name_at]
        if (
            who.country
            and kept
            and all(n.named.kind in ("people", "state", "capital") or n in who.bodies for n in inside)
            and (found := naming.ministry(" ".join(self.tokens[i].text for i in kept), who.country))
        ):
            return f"{found} of {naming.with_article(who.owner or world.state_called(who.country))}"
        if (
            who.owner
            and " " in who.owner
            and any(n.named.name == who.owner for n in inside)
            and who.form == "description"
        ):
            # “OSCE Chairman”: the body's name goes behind.
            at = [t.text for t in self.tokens[who.first : who.last] if t.i in kept]
            text = " ".join(at) if at else text
        if who.plural and who.country and sum(n.named.kind in ("people", "state") for n in inside) > 1:
            # “The French and German foreign ministers”: each of them by itself.
            title = read_title(who.word, who.country)
            return (
                f"{title.standard} of {naming.with_article(world.state_called(who.country))}"
                if title
                else naming.described(who.word, who.country, None, False)
            )
        if who.form == "name" and not only_common(text):
            return naming.described(text, None, who.owner, True)
        named = any(n.named.iso3 == who.country for n in inside) or (
            who.role is None and bool(inside) and who.form == "description"
        )
        return naming.described(text, who.country, who.owner, named)
