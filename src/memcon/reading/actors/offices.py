"""The offices that a text gives to persons, by name or by description alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.reading.actors import naming, world
from memcon.reading.actors.gazetteer import Name, Named
from memcon.reading.actors.part import Part
from memcon.reading.actors.persons import PersonName
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.scene import is_modifier_word
from memcon.reading.actors.titles import ABBREVIATED, is_honorific, status_of
from memcon.reading.actors.words import word_set
from memcon.record import Office

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader

_KINDS = ("office", "person", "member")
_NO_OFFICE = word_set("no_office")
_RELATIVE_TO_OTHERS = word_set("relative_to_others")
_SPEAKING_FOR = word_set("speaking_for")
_STANDING = {"former": "Former", "acting": "Acting", "candidate": "Candidate for"}
_OF_SECRETARY_GENERAL = re.compile(
    r"\b(?:representative|envoy|advis[eo]r) (?:of|to) the (?:un )?secretary-general\b", re.I
)
_LOWER_RANK = re.compile(r"\b(?:deputy|vice|assistant|under|associate|parliamentary|for|to)\b|-elect", re.I)


class Honours(Part):
    """Who holds what.

    Attributes:
        apposed: nouns that name the office of a person beside them (“Angela Merkel, the chancellor”) → the person.
        signed: the person who signs the document, on a line of its own at its head.
        titled: tokens of office phrases that stand before a name.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.apposed: dict[int, int] = {}
        self.signed: int | None = None
        self.titled: set[int] = set()
        self._office_keys: dict[int, set[tuple[str, str | None, bool]]] = {}

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
            words = self._title_words(title.role_first, title.first, owner_end)
            for role, part in self._parts(title.role, title.role_first, owner_end, words):
                self._award(number, role, part, title.status, countries, bodies, title.first, span.last)
        else:
            countries, bodies = [], []
            self._after(span, countries, bodies)
            if countries:
                self.reader.people.country_votes.setdefault(number, []).extend(countries)
        head = scene.head_of(span.first, span.last)
        token = tokens[head]
        office = self._office_before(span)
        beside = [c for c in token.children if tokens[c].dep == "appos"]
        if token.dep == "appos":
            beside.append(token.head)
        if token.dep == "nsubj" and tokens[token.head].lemma == "be":
            attributes = [c for c in tokens[token.head].children if tokens[c].dep == "attr"]
            for i in attributes:
                found = role_at(tokens, i, max(0, i - 4))
                if found and found[1].kind == "office" and i not in scene.person_at:
                    self.apposed[i] = number
        if token.dep in ("nsubj", "nsubjpass") and tokens[token.head].lemma in ("swear", "inaugurate", "install"):
            # “was sworn in as president of Ghana”.
            beside += [
                obj
                for prep in self.parsed.children(token.head, "prep")
                if tokens[prep].lower == "as"
                for obj in self.parsed.children(prep, "pobj")
            ]
        for i in list(beside):
            beside.extend(c for c in tokens[i].children if tokens[c].dep == "conj" and c > i and c != head)
            if tokens[i].dep == "conj" and not any(tokens[c].dep in ("det", "poss") for c in tokens[i].children):
                beside.append(tokens[i].head)
        if office is not None and office not in beside:
            beside.append(office)
        for i in beside:
            if not self._inside_office(i):
                self._beside(number, span, i)
        if not beside and span.last < len(tokens) and tokens[span.last].text == ",":
            self._line(number, span)

    def _inside_office(self, i: int) -> bool:
        """Whether the noun only says whose another office is: “Representative of the Secretary-General, X”."""
        token = self.tokens[i]
        if token.dep != "pobj" or self.tokens[token.head].lower != "of":
            return False
        outer = self.tokens[token.head].head
        found = role_at(self.tokens, outer, max(0, outer - 4))
        return found is not None and found[1].kind in _KINDS

    def _parts(self, role: Role, first: int, last: int, words: str) -> list[tuple[Role, str]]:
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
                text = " ".join(self.parsed.span(start, i).text.split())
                found = [*found[:-1], (here, text), (there, "")]
                start = i + 1
        if not found:
            return [(role, words)]
        return [*found[:-1], (found[-1][0], self._title_words(start, start, last))]

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
        if i in scene.person_at or i in scene.name_at or i in self.titled or tokens[i].tag in ("NNS", "NNPS"):
            return
        found = role_at(tokens, i, max(self.parsed.sentence_of(i).first, i - 4))
        if found is None or found[1].kind not in _KINDS:
            return
        first, role = found
        self.apposed[i] = number
        if role.word in _RELATIVE_TO_OTHERS:
            return
        whose = scene.belonging(i, first)
        edge = scene.left_edge(i)
        _, end = self.parsed.phrase(i)
        if scene.person_at.get(end - 1) is not None or span.first < end <= span.last:
            end = i + 1
        portfolio = self._portfolio_end(i, min(end, i + 12))
        self.titled.update(j for j in range(i + 1, portfolio) if j not in scene.name_at and j not in scene.person_at)
        standing = i + 3 if i + 2 < len(tokens) and tokens[i + 1].text == "-" else i + 1
        status = status_of(tokens, edge, standing)
        start = min(edge, span.first)
        while start < i and tokens[start].tag in ("DT", "PDT"):
            start += 1
        countries = list(whose.countries[:1])
        if not countries and not whose.bodies and (whose.pronouns or whose.persons):
            self.reader.people.owned[number] = (whose.pronouns or whose.persons)[0]
        words = self._title_words(first, edge, portfolio)
        self._award(number, role, words, status, countries, whose.bodies, start, max(end, span.last))

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
        if any(i in scene.person_at or i in self.titled for i in range(span.last + 1, last)) or (
            last < len(tokens) and "\n" not in tokens[last].text
        ):
            return
        for i in range(span.last + 1, last):
            found = role_at(tokens, i, span.last + 1)
            if found and found[1].kind in _KINDS and i not in scene.person_at:
                whose = scene.belonging(i, found[0])
                words = self._title_words(found[0], span.last + 1, last)
                self._award(
                    number,
                    found[1],
                    words,
                    status_of(tokens, span.last + 1, last),
                    list(whose.countries[:1]),
                    whose.bodies,
                    span.first,
                    last,
                )
                if self.signed is None and span.first < 25:
                    self.signed = number
                for j in range(span.last + 1, last):
                    self.apposed.setdefault(j, number)
                return

    def _owner(self, name: Name, countries: list[str], bodies: list[Name]) -> None:
        if name.named.kind in ("organisation", "seat"):
            bodies.append(name)
        elif name.named.iso3 and name.named.iso3 not in countries:
            countries.append(name.named.iso3)

    def _title_words(self, role_first: int, edge: int, end: int) -> str:
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

    def _award(
        self,
        number: int,
        role: Role,
        words: str,
        status: str,
        countries: list[str],
        bodies: list[Name],
        first: int,
        last: int,
    ) -> None:
        """Enter an office for a person; ``first``..``last`` is its evidence."""
        who = self.referent(number)
        if role.word == "counterpart":
            self._counterpart(number, countries, first, last)
            return
        if _OF_SECRETARY_GENERAL.search(words):
            # “Special Representative of the Secretary-General for South Sudan”: of the United Nations.
            countries, bodies = [], []
        if not bodies and not countries and (own := world.body_of_title(words) or self._body_before(words, first)):
            bodies = [Name(first, first, own)]
        country = countries[0] if countries else next((b.named.iso3 for b in bodies if b.named.iso3), None)
        country = country or world.state_of_title(words)
        if country:
            self.reader.people.country_votes.setdefault(number, []).append(country)
        self.reader.people.bodies.setdefault(number, []).extend(bodies)
        title = world.read_title(words, country)
        if (title is None or not title.office) and role.kind == "office" and words.lower() != role.word:
            # “Alternate Prime Minister”: what goes before the office does not make it another.
            plain = world.read_title(role.word, country)
            if plain is not None and not _LOWER_RANK.search(words):
                title = plain
        if title is not None and title.standing in ("former", "acting", "designate", "candidate"):
            status = status or title.standing
        key = title.office if title else ""
        sector = self._sector(role, title.sectors if title else (), bodies, words)
        if (status == "former" and "ELI" not in who.sectors) or status == "candidate":
            who.sectors = ("ELI", *who.sectors)
        who.sectors = tuple(dict.fromkeys((*who.sectors, *sector)))
        if status != "former":
            junior = bool(_LOWER_RANK.search(words))
            self._office_keys.setdefault(number, set()).add((role.word.split()[-1], country, junior))
        if role.sector in _NO_OFFICE and not (title and title.office):
            return
        standard = title.standard if title else _spelled(words or role.word)
        body = self._body(bodies, country, countries)
        shown = _shown(standard, status)
        evidence = self.parsed.span(first, last)
        for held in who.offices:
            if (held.title == shown or held.title.startswith(f"{shown} of ")) and (held.body == body or body is None):
                return
        who.offices[:] = [h for h in who.offices if not (h.title == shown and h.body is None)]
        who.offices.append(Office(shown, body, evidence))
        if key:
            who.statuses.append(f"{key}|{status or 'now'}|{country or ''}|{bodies[0].named.key if bodies else ''}")

    def _body_before(self, words: str, first: int) -> Named | None:
        """The international body spoken of last, whose a bare “Director General” is."""
        title = world.read_title(words)
        if title is None or title.sectors[:1] != ("IGO",):
            return None
        if (issuer := self.reader.issuers.body()) is not None:
            return issuer
        return next(
            (
                n.named
                for n in reversed(self.scene.names)
                if n.first < first
                and n.named.kind == "organisation"
                and (n.named.code or "").startswith("IGO")
                and "MIL" not in n.named.sectors
            ),
            None,
        )

    def _counterpart(self, number: int, countries: list[str], first: int, last: int) -> None:
        """“His Chinese counterpart, Li Zhaoxing” holds at home what the other one of the sentence holds."""
        who = self.referent(number)
        self.reader.people.country_votes.setdefault(number, []).extend(countries[:1])
        who.sectors = who.sectors or ("GOV",)
        sentence = self.parsed.sentence_of(first).index
        for k, span in reversed(list(enumerate(self.scene.persons))):
            other = self.reader.people.number.get(k)
            if (
                other is None
                or other == number
                or span.first > last
                or self.parsed.sentence_of(span.first).index < sentence - 1
            ):
                continue
            held = self.referent(other).offices
            if held and countries:
                who.offices.append(
                    Office(held[0].title, world.state_called(countries[0]), self.parsed.span(first, last))
                )
                title = world.read_title(held[0].title, countries[0])
                if title and title.office:
                    who.statuses.append(f"{title.office}|now|{countries[0]}|")
                return

    def _body(self, bodies: list[Name], country: str | None, countries: list[str]) -> str | None:
        if countries:
            return world.state_called(countries[0])
        for name in bodies:
            if name.named.kind == "organisation" or not name.named.iso3:
                return name.named.name
        return world.state_called(country) if country else None

    def _sector(self, role: Role, sectors: tuple[str, ...], bodies: list[Name], words: str) -> tuple[str, ...]:
        if role.sector in _NO_OFFICE or role.sector in ("MIL", "COP", "JUD", "LEG", "SPY", "REL", "OPP"):
            return (role.sector,)
        for name in bodies:
            if name.named.code and name.named.code.startswith("IGO"):
                return ("IGO",)
            if name.named.sectors and (role.kind == "member" or role.word.split()[-1] in _SPEAKING_FOR):
                return name.named.sectors[:1]
        lower = words.lower().split()
        if role.kind == "member" or role.word in ("leader", "chief", "official", "commander", "head"):
            for word in reversed(lower[:-1]):
                sector = is_modifier_word(word)
                if sector:
                    return (sector,)
        for name in bodies:
            if name.named.iso3 and role.sector == "IGO" and name.named.sectors:
                return name.named.sectors[:1]
        if sectors:
            return ("GOV", *(s for s in sectors if s != "GOV")) if "GOV" in sectors else sectors
        return (role.sector or "GOV",)

    def describe_office(self, number: int, role: Role, first: int, last: int, head: int, bodies: list[Name]) -> None:
        """Give an office that goes without a name (“the Mongolian president”) its title and state."""
        who = self.referent(number)
        edge = self.scene.left_edge(head)
        words = self._title_words(first if first > edge else edge, edge, last)
        role_words = words if words else role.word
        title = world.read_title(role_words, who.country)
        if title is None and not _LOWER_RANK.search(role_words):
            title = world.read_title(role.word, who.country)
        standard = title.standard if title else _spelled(role_words if _LOWER_RANK.search(role_words) else role.word)
        status = status_of(self.tokens, edge, last)
        body = self._body(bodies, who.country, [who.country] if who.country and not bodies else [])
        shown = _shown(standard, status)
        who.offices.append(Office(shown, body, self.parsed.span(first, last)))
        if body:
            who.name = f"{shown} of {naming.with_article(body)}"

    def holder(self, role: Role, country: str | None, bodies: list[Name] | None = None, words: str = "") -> int | None:
        """The person of this document who has that office, of that country or body where one is given.

        ``words`` are those of the whole phrase: a “vice minister” is not the minister.
        """
        junior = bool(_LOWER_RANK.search(words or role.word))
        word = role.word.split()[-1]
        codes = {b.named.code for b in bodies or () if not b.named.iso3}
        for number in self._latest_first():
            who = self.referent(number)
            if country is None and codes and who.code not in codes:
                continue
            for held, where, lower in self._office_keys.get(number, ()):
                if lower != junior or not (country is None or where == country or who.country == country):
                    continue
                if held == word and role.word == word:
                    return number
                if any(
                    self._same_office(role, o.title)
                    or (held == word and role.word in o.title.lower().replace("-", " "))
                    for o in who.offices
                ):
                    return number
        return None

    def _latest_first(self) -> list[int]:
        """The persons, those spoken of last first; then those who are still to come."""
        at = {n: max(who.mentions)[0] for n in self.reader.people.persons if (who := self.referent(n)).mentions}
        spoken = sorted(at, key=lambda n: -at[n])
        return spoken + [n for n in self.reader.people.persons if n not in at]

    def moved(self, other: int, kept: int) -> None:
        """Hand everything that one person holds to another who turned out to be the same."""
        self._office_keys.setdefault(kept, set()).update(self._office_keys.pop(other, set()))
        for i, number in self.apposed.items():
            if number == other:
                self.apposed[i] = kept

    def _same_office(self, role: Role, title: str) -> bool:
        known = world.read_title(role.word)
        return known is not None and known.standard == title


def _shown(standard: str, status: str) -> str:
    """A title with how it is held: “Former President”, “Acting Prime Minister”, “President designate”."""
    if status == "designate":
        return f"{standard} designate"
    return f"{_STANDING[status]} {standard}" if status in _STANDING else standard


def _spelled(words: str) -> str:
    small = {"of", "the", "for", "and", "to", "in"}
    return " ".join(w if w.lower() in small or w[:1].isupper() else w.capitalize() for w in words.split())
