"""Office phrases before, after and beside the names of persons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from memcon.reading.actors import sole_offices
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.persons import PersonName
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.titles import ABBREVIATED, is_honorific, status_of
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    pass

_KINDS = ("office", "person", "member")
_RELATIVE_TO_OTHERS = word_set("relative_to_others")
_APPOINTING = word_set("appointing")
_SUCCEEDING = frozenset({"succeed", "replace"})
_STYLES = word_set("styles")
_OF_FIRMS = frozenset({"president", "chairman", "chairwoman", "chairperson", "head", "director", "chief", "executive"})
_GENDER = {
    **dict.fromkeys(("son", "brother", "father", "husband", "widower"), "male"),
    **dict.fromkeys(("daughter", "sister", "mother", "wife", "widow"), "female"),
}


class OfficePhrases(Part):
    """Finds the offices that the text gives to the persons it names, and has them awarded."""

    def entitle(self, number: int, span: PersonName) -> None:
        """Read the offices that stand before, after and beside a person's name."""
        scene, tokens = self.scene, self.tokens
        if span.title is not None:
            title = span.title
            countries: list[str] = []
            bodies: list[Name] = []
            owner_end = span.first
            for i in range(title.first, span.first):
                name = scene.name_at.get(i)
                if name is None or name.first != i:
                    continue
                before = tokens[i - 1].lower if i else ""
                before = tokens[i - 2].lower if before == "the" and i > 1 else before
                if i < title.role_last or before in ("of", ",") or not before:
                    self._owner(name, countries, bodies)
                    if i >= title.role_last:
                        owner_end = min(owner_end, i)
            self._after(span, countries, bodies)
            of_organ = [
                b
                for i in range(title.first, title.role_first)
                if tokens[i - 1].lower != "national" and (b := self.reader.ownership.international(i)) is not None
            ]
            if of_organ and not bodies:
                # “Assembly President Abdulla Shahid of the Maldives” presides over the Assembly.
                self.reader.people.country_votes.setdefault(number, []).extend(countries)
                countries, bodies = [], of_organ
            words = self.title_words(title.role_first, title.first, owner_end)
            for role, part in self._parts(title.role, title.first, title.role_first, owner_end, words):
                self.reader.honours.award(number, role, part, title.status, countries, bodies, title.first, span.last)
        else:
            countries, bodies = [], []
            self._after(span, countries, bodies)
            if countries:
                self.reader.people.country_votes.setdefault(number, []).extend(countries)
        head = scene.head_of(span.first, span.last)
        token = tokens[head]
        for child in token.children:
            name = scene.name_at.get(child)
            if tokens[child].dep == "poss" and name is not None and name.named.kind == "state" and name.named.iso3:
                # “Mexico's Claudia Sheinbaum”.
                self.reader.people.country_votes.setdefault(number, []).append(name.named.iso3)
        office = self._office_before(span)
        beside = [c for c in token.children if tokens[c].dep == "appos"]
        if token.dep == "appos":
            beside.append(token.head)
        if token.dep == "nsubj" and tokens[token.head].lemma == "be":
            attributes = [c for c in tokens[token.head].children if tokens[c].dep == "attr"]
            for i in attributes:
                found = role_at(tokens, i, max(0, i - 4))
                if found and found[1].kind == "office" and i not in scene.person_at:
                    self.reader.honours.apposed[i] = number
        beside += self._sworn_in(number, head)
        for i in list(beside):
            joined = [c for c in tokens[i].children if tokens[c].dep == "conj" and c > i and c != head]
            beside.extend(c for c in joined if not self._another(c))
            if tokens[i].dep == "conj" and not any(tokens[c].dep in ("det", "poss") for c in tokens[i].children):
                beside.append(tokens[i].head)
        if office is not None and office not in beside:
            beside.append(office)
        for i in beside:
            if not self._inside_office(i):
                self._beside(number, span, i)
        if not beside and span.last < len(tokens) and tokens[span.last].text == ",":
            self._line(number, span)

    def _another(self, office: int) -> bool:
        """“Australia’s minister, Wong, and China’s minister, Wang”: an office with an owner and a name of its own."""
        deps = {self.tokens[c].dep for c in self.tokens[office].children}
        return "poss" in deps and "appos" in deps

    def _sworn_in(self, number: int, head: int) -> list[int]:
        """Nouns that name the office somebody comes into; those of an appointment only are noted as his."""
        tokens = self.tokens
        token = tokens[head]
        for relative in self.parsed.children(head, "relcl"):
            if tokens[relative].lemma == "be":
                # “Marles, who is also deputy prime minister”.
                return list(self.parsed.children(relative, "attr"))
        verb = tokens[token.head]
        if token.dep not in ("nsubj", "nsubjpass", "dobj") or verb.lemma not in _APPOINTING:
            if token.dep == "nsubj" and verb.lemma in _SUCCEEDING:
                self._came_by(number, self.parsed.children(verb.i, "dobj"))
            return []
        found = [
            o
            for p in self.parsed.children(verb.i, "prep")
            if tokens[p].lower == "as"
            for o in self.parsed.children(p, "pobj")
        ]
        found += self.parsed.children(verb.i, "oprd")
        if found:
            own = next((c for i in found if (c := sole_offices.state_of_title(tokens[i].lower))), None)
            if own is not None:
                self.reader.people.country_votes.setdefault(number, []).append(own)
            if token.dep != "nsubj":
                by = [o for a in self.parsed.children(verb.i, "agent") for o in self.parsed.children(a, "pobj")]
                self._came_by(number, by if token.dep == "nsubjpass" else self.parsed.children(verb.i, "nsubj"))
        if verb.lemma in ("swear", "inaugurate", "install") and token.dep != "dobj":
            return found
        if token.dep != "nsubj":
            for i in found:
                role = role_at(tokens, i, max(0, i - 4))
                if role and role[1].kind in _KINDS:
                    self.reader.honours.apposed.setdefault(i, number)
        return []

    def _came_by(self, number: int, others: Iterable[int]) -> None:
        """Notes who appointed somebody, or whom he succeeded: his state is theirs unless the text says another."""
        for other in others:
            self.reader.people.came_by.setdefault(number, other)

    def _inside_office(self, i: int) -> bool:
        """Whether the noun only says whose another office is: “Representative of the Secretary-General, X”."""
        token = self.tokens[i]
        if token.dep != "pobj" or self.tokens[token.head].lower != "of":
            return False
        outer = self.tokens[token.head].head
        found = role_at(self.tokens, outer, max(0, outer - 4))
        return found is not None and found[1].kind in _KINDS

    def _parts(self, role: Role, edge: int, first: int, last: int, words: str) -> list[tuple[Role, str]]:
        """The offices of one holder: “Prime Minister and Minister of Foreign Affairs”, “Chairman, Minister of …”."""
        found: list[tuple[Role, str]] = []
        start = first
        for i in range(first + 1, last):
            if self.tokens[i].lower not in ("and", "&", ","):
                continue
            there = next(
                (
                    r[1]
                    for j in range(i + 1, min(i + 4, last))
                    if (r := role_at(self.tokens, j, i + 1))
                    and r[1].kind in ("office", "person")
                    and self.tokens[j].text[0].isupper()
                ),
                None,
            )
            if there is not None:
                here = found[-1][0] if found else role
                text = self.title_words(start, edge if start == first else start, i)
                found = [*found[:-1], (here, text), (there, "")]
                start = i + 1
        if not found:
            return [(role, words)]
        return [*found[:-1], (found[-1][0], self.title_words(start, start, last))]

    def _office_before(self, span: PersonName) -> int | None:
        """The office noun of “the Tánaiste, Simon Harris, …” that the parser hangs elsewhere."""
        tokens = self.tokens
        start = span.title.first if span.title is not None else span.first
        if (
            span.title is not None
            and start > 1
            and tokens[start - 2].lower == "counterpart"
            and tokens[start - 1].text == ","
        ):
            return start - 2
        if span.title is not None or span.first < 2 or tokens[span.first - 1].text != "," or span.last - span.first < 2:
            return None
        after = tokens[span.last] if span.last < len(tokens) else None
        if after is not None and after.text not in (",", ".", ";", ")", "”", '"') and after.pos not in ("VERB", "AUX"):
            return None
        at = span.first - 2
        if tokens[at].lower in ("elect", "designate") and tokens[at - 1].text == "-":
            at -= 2
        for i in range(at, max(at - 8, -1), -1):
            if tokens[i].text in (",", ".", ";", "(", ")") or tokens[i].pos == "VERB" or i in self.scene.person_at:
                return None
            found = role_at(tokens, i, max(0, i - 4))
            if found and found[1].kind in _KINDS and tokens[i].tag in ("NN", "NNP") and i not in self.scene.name_at:
                start = self.scene.left_edge(i)
                led = tokens[start].lower in ("the", "its", "his", "her", "their") or any(
                    tokens[c].dep == "poss" for c in tokens[i].children
                )
                return (
                    i if led or tokens[start].lower == "the" or tokens[start - 1].lower in ("the", "'s", "’s") else None
                )
        return None

    def _after(self, span: PersonName, countries: list[str], bodies: list[Name]) -> None:
        """“President Macron of France”, “King Abdullah II of the Hashemite Kingdom of Jordan”."""
        tokens = self.tokens
        i = span.last
        if i >= len(tokens) or tokens[i].lower not in ("of", "from"):
            return
        for j in range(i + 1, min(i + 4, len(tokens))):
            name = self.scene.name_at.get(j)
            if name is not None:
                self._owner(name, countries, bodies)
                return
            if tokens[j].lower != "the":
                return

    def _beside(self, number: int, span: PersonName, i: int) -> None:
        scene, tokens = self.scene, self.tokens
        if (
            i in scene.person_at
            or i in scene.name_at
            or i in self.reader.honours.titled
            or tokens[i].tag in ("NNS", "NNPS")
        ):
            return
        found = role_at(tokens, i, max(self.parsed.sentence_of(i).first, i - 4))
        if found is None or found[1].kind not in _KINDS:
            return
        if tokens[i].lower in _STYLES:
            return
        first, role = found
        self.reader.honours.apposed[i] = number
        if role.word in _RELATIVE_TO_OTHERS:
            who = self.referent(number)
            who.gender = who.gender or _GENDER.get(tokens[i].lower)
            return
        whose = scene.belonging(i, first)
        if role.word == "deputy" and whose.persons:
            # “The minister's deputy, X” is no deputy of a parliament.
            other = self.reader.people.number.get(scene.person_at[whose.persons[0]])
            if other is not None:
                self.reader.people.country_votes.setdefault(number, []).extend(
                    self.reader.people.country_votes.get(other, ())
                )
            self.referent(number).sectors = self.referent(number).sectors or ("GOV",)
            return
        edge = scene.left_edge(i)
        _, end = self.parsed.phrase(i)
        if scene.person_at.get(end - 1) is not None or span.first < end <= span.last:
            end = i + 1
        portfolio = self._portfolio_end(i, min(end, i + 12))
        while (
            portfolio + 1 < len(tokens)
            and tokens[portfolio].lower == "and"
            and tokens[portfolio + 1].pos == "PROPN"
            and portfolio + 1 not in scene.person_at
            and portfolio + 1 not in scene.name_at
            and role_at(tokens, portfolio + 1, portfolio + 1) is None
            and portfolio + 1 < span.first
        ):
            # “Minister for Europe and Foreign Affairs”, whose “and” the parser hangs elsewhere.
            portfolio += 2
            while portfolio < span.first and tokens[portfolio].pos == "PROPN":
                portfolio += 1
        self.reader.honours.titled.update(
            j for j in range(i + 1, portfolio) if j not in scene.name_at and j not in scene.person_at
        )
        standing = i + 3 if i + 2 < len(tokens) and tokens[i + 1].text == "-" else i + 1
        status = status_of(tokens, edge, standing)
        start = min(edge, span.first)
        while start < i and tokens[start].tag in ("DT", "PDT"):
            start += 1
        countries = list(whose.countries[:1])
        if not countries and not whose.bodies:
            whose.bodies.extend(b for h in whose.heads if (b := self.reader.ownership.international(h)) is not None)
        if not countries and not whose.bodies and (whose.pronouns or whose.persons):
            self.reader.people.owned[number] = (whose.pronouns or whose.persons)[0]
        elif not countries and not whose.bodies and (firm := self._firm(i)) is not None:
            self.reader.people.owned[number] = firm
        words = self.title_words(first, edge, portfolio)
        for one, part in self._parts(role, edge, first, portfolio, words):
            self.reader.honours.award(number, one, part, status, countries, whose.bodies, start, max(end, span.last))

    def _firm(self, office: int) -> int | None:
        """The unknown body whose head somebody is: “the chairman of Acme Holdings, John Miller”."""
        tokens = self.tokens
        if tokens[office].lemma not in _OF_FIRMS:
            return None
        for of in self.parsed.children(office, "prep"):
            if tokens[of].lower == "of":
                for owner in self.parsed.children(of, "pobj"):
                    if (
                        tokens[owner].pos == "PROPN"
                        and tokens[owner].text[0].isupper()
                        and tokens[owner].entity == "ORG"
                    ):
                        return owner
        return None

    def _portfolio_end(self, i: int, end: int) -> int:
        """Where “minister of foreign affairs of Kenya” stops being the title: before the owner's “of”."""
        tokens = self.tokens
        for j in range(i + 1, end):
            if tokens[j].text == "," or (
                tokens[j].tag in ("WP", "WDT", "IN") and tokens[j].lower not in ("of", "for", "to", "in")
            ):
                return j
            if tokens[j].lower in ("of", "in"):
                following = j + 2 if j + 1 < end and tokens[j + 1].lower == "the" else j + 1
                if following in self.scene.name_at:
                    return j
        return end

    def _line(self, number: int, span: PersonName) -> None:
        """“Antony J. Blinken, Secretary of State” on a line of its own."""
        tokens, scene = self.tokens, self.scene
        last = span.last + 1
        while (
            last < len(tokens)
            and last - span.last < 12
            and "\n" not in tokens[last].text
            and tokens[last].text not in (",", ".", ";")
        ):
            if not (tokens[last].text[0].isupper() or tokens[last].lower in ("of", "the", "for", "and", "to", "-")):
                return
            last += 1
        if any(i in scene.person_at or i in self.reader.honours.titled for i in range(span.last + 1, last)) or (
            last < len(tokens) and "\n" not in tokens[last].text
        ):
            return
        for i in range(span.last + 1, last):
            found = role_at(tokens, i, span.last + 1)
            if found and found[1].kind in _KINDS and i not in scene.person_at:
                whose = scene.belonging(i, found[0])
                words = self.title_words(found[0], span.last + 1, last)
                self.reader.honours.award(
                    number,
                    found[1],
                    words,
                    status_of(tokens, span.last + 1, last),
                    list(whose.countries[:1]),
                    whose.bodies,
                    span.first,
                    last,
                )
                if self.reader.honours.signed is None and span.first < 25:
                    self.reader.honours.signed = number
                for j in range(span.last + 1, last):
                    self.reader.honours.apposed.setdefault(j, number)
                return

    def _owner(self, name: Name, countries: list[str], bodies: list[Name]) -> None:
        if name.named.kind in ("organisation", "seat"):
            bodies.append(name)
        elif name.named.iso3 and name.named.iso3 not in countries:
            countries.append(name.named.iso3)

    def title_words(self, role_first: int, edge: int, end: int) -> str:
        """The words of the title itself: without whose it is, articles and words of respect."""
        tokens, scene = self.tokens, self.scene
        start = role_first
        while (
            start > edge
            and start - 1 not in scene.name_at
            and tokens[start - 1].lower not in ("'s", "’s", "the", "a", "an", "of")
        ):
            start -= 1
        parsed = self.parsed
        kept = [i for i in range(start, end) if not is_honorific(tokens[i])]
        while len(kept) > 1 and tokens[kept[-1]].lower in ABBREVIATED:
            kept.pop()
        while kept and tokens[kept[-1]].lower in ("of", "the", ",", "-"):
            kept.pop()
        if not kept:
            return ""
        if kept[-1] - kept[0] + 1 == len(kept):
            return " ".join(parsed.span(kept[0], kept[-1] + 1).text.split())
        return " ".join(tokens[i].text for i in kept)
