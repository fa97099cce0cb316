"""Persons: their names brought together and to the tables' spelling, and the offices the text gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.persons import PersonName
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.scene import is_modifier_word
from memcon.reading.actors.titles import ABBREVIATED, is_honorific, status_of
from memcon.record import Office

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader

_KINDS = ("office", "person", "member")
_NO_OFFICE = frozenset(
    {"CVL", "UAF", "CRM", "REF", "OPP", "REB", "LAB", "AGR", "BUS", "EDU", "JRN", "MED", "ELI", "SOC", "NGO", "PRM"}
)
_RELATIVE_TO_OTHERS = frozenset(
    [
        "critic",
        "opponent",
        "supporter",
        "follower",
        "sympathizer",
        "colleague",
        "successor",
        "predecessor",
        "relative",
        "son",
        "daughter",
        "wife",
        "husband",
        "brother",
        "sister",
        "father",
        "mother",
        "witness",
        "victim",
    ]
)
_STANDING = {"former": "Former", "acting": "Acting", "candidate": "Candidate for"}


_LOWER_RANK = re.compile(r"\b(?:deputy|vice|assistant|under|associate|parliamentary|for|to)\b|-elect", re.I)
_STATEMENT = re.compile(
    r"^(?:Statement|Remarks|Message|Letter|Proclamation|Press Statement|Readout)\b.{0,20}?\b(?:by|from|of)\s+(?P<who>(?:[A-Z][\w.’'-]*\s?|of the |of |to the |for )+)"
)


class Honours:
    """The persons of a document with what they hold."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        #: Which referent a personal name (by its number in the scene) means.
        self.number: dict[int, int] = {}
        #: Nouns that name the office of a person beside them (“Angela Merkel, the chancellor”).
        self.apposed: dict[int, int] = {}
        self.persons: list[int] = []
        #: Who signs the document, on a line of its own at its head.
        self.signed: int | None = None
        #: Tokens of office phrases that stand before a name.
        self.titled: set[int] = set()
        self._office_keys: dict[int, set[tuple[str, str | None]]] = {}
        self._country_votes: dict[int, list[str]] = {}
        self._bodies: dict[int, list[Name]] = {}

    @property
    def _day(self) -> str | None:
        published = self.reader.context.published
        return published[0] if published else None

    def enrol(self) -> None:
        """Bring the names of one person together, then read the offices beside each name."""
        spans = self.reader.scene.persons
        worded = [(k, world.name_tokens(self._text(span))) for k, span in enumerate(spans)]
        for k, words in worded:
            if len(words) > 1:
                self.number[k] = self._full(words, spans[k])
        for k, words in worded:
            if len(words) == 1:
                number = self._short(words[0], k)
                if number is not None:
                    self.number[k] = number
        for k, span in enumerate(spans):
            if k in self.number and span.title is not None:
                self.titled.update(range(span.title.first, span.first))
        for k, span in enumerate(spans):
            if k in self.number:
                who = self.reader.roll.referents[self.number[k]]
                who.gender = who.gender or span.gender
                self._entitle(self.number[k], span)
        for number in self.persons:
            self._canonical(number)

    def _text(self, span: PersonName) -> str:
        return " ".join(self.reader.parsed.span(span.first, span.last).text.split())

    def _new(self, words: tuple[str, ...], span: PersonName) -> int:
        number = self.reader.roll.add(Referent("person", self._text(span), words=words, gender=span.gender))
        self.persons.append(number)
        return number

    def _full(self, words: tuple[str, ...], span: PersonName) -> int:
        for number in self.persons:
            who = self.reader.roll.referents[number]
            if who.words == words or world.same_person(words, who.words) or _tail(words, who.words):
                if len(words) > len(who.words):
                    who.words, who.name = words, self._text(span)
                return number
        return self._new(words, span)

    def _short(self, word: str, k: int) -> int | None:
        span = self.reader.scene.persons[k]
        referents = self.reader.roll.referents
        found = [n for n in self.persons if word in referents[n].words] or [
            n for n in self.persons if any(world.same_word(word, w) for w in referents[n].words[-1:])
        ]
        if len(found) > 1:
            last = [n for n in found if referents[n].words[-1] == word]
            found = last or found
        if len(found) > 1:
            before = [n for j, n in sorted(self.number.items(), reverse=True) if j < k and n in found]
            titled = [n for n in before if self._same_title(n, span)]
            return (titled or before or found)[0]
        if found:
            return found[0]
        if not span.sure:
            head = self.reader.scene.head_of(span.first, span.last)
            if self.tokens[head].dep not in ("nsubj", "nsubjpass", "poss", "conj", "dobj", "pobj", "ROOT"):
                return None
            if (
                self.tokens[head].dep in ("pobj", "ROOT", "dobj")
                and world.canonical(self._text(span), None, None, self._day) is None
            ):
                return None
        return self._new((word,), span)

    def _same_title(self, number: int, span: PersonName) -> bool:
        if span.title is None:
            return False
        for k, n in self.number.items():
            other = self.reader.scene.persons[k].title
            if n == number and other and other.role.word.split()[-1] == span.title.role.word.split()[-1]:
                return True
        return False

    # Offices

    def _entitle(self, number: int, span: PersonName) -> None:
        scene, tokens = self.reader.scene, self.tokens
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
            self._award(number, title.role, words, title.status, countries, bodies, title.first, span.last)
        else:
            countries, bodies = [], []
            self._after(span, countries, bodies)
            if countries:
                self._country_votes.setdefault(number, []).extend(countries)
        head = scene.head_of(span.first, span.last)
        token = tokens[head]
        beside = [c for c in token.children if tokens[c].dep == "appos"]
        if token.dep == "appos":
            beside.append(token.head)
        if token.dep == "nsubj" and tokens[token.head].lemma == "be":
            attributes = [c for c in tokens[token.head].children if tokens[c].dep == "attr"]
            for i in attributes:
                found = role_at(tokens, i, max(0, i - 4))
                if found and found[1].kind == "office" and i not in scene.person_at:
                    self.apposed[i] = number
        for i in list(beside):
            beside.extend(c for c in tokens[i].children if tokens[c].dep == "conj" and c > i and c != head)
            if tokens[i].dep == "conj" and not any(tokens[c].dep in ("det", "poss") for c in tokens[i].children):
                beside.append(tokens[i].head)
        for i in beside:
            self._beside(number, span, i)
        if not beside and span.last < len(tokens) and tokens[span.last].text == ",":
            self._line(number, span)

    def _after(self, span: PersonName, countries: list[str], bodies: list[Name]) -> None:
        """“President Macron of France”, “King Abdullah II of the Hashemite Kingdom of Jordan”."""
        tokens = self.tokens
        i = span.last
        if i >= len(tokens) or tokens[i].lower not in ("of", "from"):
            return
        for j in range(i + 1, min(i + 4, len(tokens))):
            name = self.reader.scene.name_at.get(j)
            if name is not None:
                self._owner(name, countries, bodies)
                return
            if tokens[j].lower != "the":
                return

    def _beside(self, number: int, span: PersonName, i: int) -> None:
        scene, tokens = self.reader.scene, self.tokens
        if i in scene.person_at or i in scene.name_at or i in self.titled or tokens[i].tag in ("NNS", "NNPS"):
            return
        found = role_at(tokens, i, max(self.reader.parsed.sentence_of(i).first, i - 4))
        if found is None or found[1].kind not in _KINDS or found[1].word in _RELATIVE_TO_OTHERS:
            return
        first, role = found
        self.apposed[i] = number
        whose = scene.belonging(i, first)
        edge = scene.left_edge(i)
        _, end = self.reader.parsed.phrase(i)
        if scene.person_at.get(end - 1) is not None or span.first < end <= span.last:
            end = i + 1
        status = status_of(tokens, edge, i + 1)
        start = min(edge, span.first)
        while start < i and tokens[start].tag in ("DT", "PDT"):
            start += 1
        countries = list(whose.countries[:1])
        words = self._title_words(first, edge, self._portfolio_end(i, min(end, i + 12)))
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
                if following in self.reader.scene.name_at:
                    return j
        return end

    def _line(self, number: int, span: PersonName) -> None:
        """“Antony J. Blinken, Secretary of State” on a line of its own."""
        tokens, scene = self.tokens, self.reader.scene
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
        tokens, scene = self.tokens, self.reader.scene
        start = role_first
        while (
            start > edge
            and start - 1 not in scene.name_at
            and tokens[start - 1].lower not in ("'s", "’s", "the", "a", "an", "of")
        ):
            start -= 1
        parsed = self.reader.parsed
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
        reader = self.reader
        who = reader.roll.referents[number]
        if role.word == "counterpart":
            self._counterpart(number, countries, first, last)
            return
        country = countries[0] if countries else next((b.named.iso3 for b in bodies if b.named.iso3), None)
        if country:
            self._country_votes.setdefault(number, []).append(country)
        self._bodies.setdefault(number, []).extend(bodies)
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
            self._office_keys.setdefault(number, set()).add((role.word.split()[-1], country))
        if role.sector in _NO_OFFICE and not (title and title.office):
            return
        standard = title.standard if title else _spelled(words or role.word)
        body = self._body(bodies, country, countries)
        shown = _shown(standard, status)
        evidence = reader.parsed.span(first, last)
        for held in who.offices:
            if held.title == shown and (held.body == body or body is None):
                return
        who.offices[:] = [h for h in who.offices if not (h.title == shown and h.body is None)]
        who.offices.append(Office(shown, body, evidence))
        if key:
            who.statuses.append(f"{key}|{status or 'now'}|{country or ''}|{bodies[0].named.key if bodies else ''}")

    def _counterpart(self, number: int, countries: list[str], first: int, last: int) -> None:
        """“His Chinese counterpart, Li Zhaoxing” holds at home what the other one of the sentence holds."""
        reader = self.reader
        who = reader.roll.referents[number]
        self._country_votes.setdefault(number, []).extend(countries[:1])
        who.sectors = who.sectors or ("GOV",)
        sentence = reader.parsed.sentence_of(first).index
        for k, span in enumerate(reader.scene.persons):
            other = self.number.get(k)
            if (
                other is None
                or other == number
                or span.first > last
                or reader.parsed.sentence_of(span.first).index < sentence - 1
            ):
                continue
            held = reader.roll.referents[other].offices
            if held and countries:
                who.offices.append(
                    Office(held[0].title, world.state_called(countries[0]), reader.parsed.span(first, last))
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
            if role.kind == "member" and name.named.sectors:
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
        reader = self.reader
        who = reader.roll.referents[number]
        edge = reader.scene.left_edge(head)
        words = self._title_words(first if first > edge else edge, edge, last)
        role_words = words if words else role.word
        title = world.read_title(role.word, who.country) or world.read_title(role_words, who.country)
        standard = title.standard if title else _spelled(role.word)
        status = status_of(self.tokens, edge, last)
        body = self._body(bodies, who.country, [who.country] if who.country and not bodies else [])
        shown = _shown(standard, status)
        who.offices.append(Office(shown, body, reader.parsed.span(first, last)))
        if body:
            who.name = f"{shown} of {body}"

    def holder(self, role: Role, country: str | None, bodies: list[Name] | None = None) -> int | None:
        """The person of this document who has that office, of that country or body where one is given."""
        word = role.word.split()[-1]
        codes = {b.named.code for b in bodies or () if not b.named.iso3}
        for number in reversed(self.persons):
            who = self.reader.roll.referents[number]
            if country is None and codes and who.code not in codes:
                continue
            for held, where in self._office_keys.get(number, ()):
                if held != word or not (country is None or where == country or who.country == country):
                    continue
                if role.word == word or any(
                    role.word in o.title.lower().replace("-", " ") or self._same_office(role, o.title)
                    for o in who.offices
                ):
                    return number
        return None

    def _same_office(self, role: Role, title: str) -> bool:
        known = world.read_title(role.word)
        return known is not None and known.standard == title

    def titled_in(self, title: str) -> int | None:
        """The person whose statement the document's title says it is: “Statement from President Joe Biden on …”."""
        match = _STATEMENT.match(title)
        if match is None:
            return None
        words = match["who"].split()
        for n in range(min(len(words), 7), 1, -1):
            for start in range(len(words) - n + 1):
                name = " ".join(words[start : start + n])
                tokens = world.name_tokens(name)
                for number in self.persons:
                    if world.same_person(tokens, self.reader.roll.referents[number].words):
                        return number
        for start in range(len(words) - 1):
            for n in (3, 2):
                name = " ".join(words[start : start + n]).strip(",")
                known = (
                    world.canonical(name, self.reader.issuer_country(), None, self._day)
                    if name.istitle() or name[:1].isupper()
                    else None
                )
                if known is not None:
                    who = Referent(
                        "person",
                        known[0],
                        known[1],
                        world.sectors_of(known[0], known[1], self._day) or ("GOV",),
                        words=world.name_tokens(known[0]),
                    )
                    number = self.reader.roll.add(who)
                    self.persons.append(number)
                    return number
        return None

    # The tables

    def _canonical(self, number: int) -> None:
        who = self.reader.roll.referents[number]
        votes = self._country_votes.get(number, [])
        country = votes[0] if votes else None
        key = next((s.split("|")[0] for s in who.statuses), None)
        igo = next((b for b in self._bodies.get(number, ()) if b.named.code and b.named.code.startswith("IGO")), None)
        where = country or (igo.named.key if igo else None)
        known = None
        if len(who.words) > 1 or key or where:
            known = world.canonical(who.name, where, key, self._day)
            if known is None and where and len(who.words) > 1:
                known = world.canonical(who.name, None, None, self._day)
                if known and known[1] and len(known[1]) == 3 and country and known[1] != country:
                    known = None
        if known is None and len(who.words) == 1 and who.offices and not where:
            known = world.titled(who.words[0], who.offices[0].title)
        if known is not None:
            who.name = known[0]
            if country is None and igo is None:
                if known[2]:
                    igo_name = known[2]
                    who.sectors = who.sectors or ("IGO",)
                    who.code = igo_name
                else:
                    country = known[1]
            if not who.sectors:
                who.sectors = world.sectors_of(known[0], known[1], self._day)
            who.words = (
                tuple(dict.fromkeys((*world.name_tokens(known[0]), *who.words))) if len(who.words) == 1 else who.words
            )
        if igo is not None and country is None:
            who.code = igo.named.code
            who.sectors = tuple(dict.fromkeys(("IGO", *who.sectors)))
        who.country = country

    def settle(self) -> None:
        """Countries and codes, once the whole document is read."""
        for number in self.persons:
            who = self.reader.roll.referents[number]
            if who.code is None:
                if who.country is None and who.sectors and who.mentions and who.sectors[0] == "GOV":
                    who.country = self.reader.issuer_country()
                if (
                    who.country is None
                    and who.sectors
                    and who.mentions
                    and who.sectors[0] in ("GOV", "JUD", "MIL", "COP", "LEG", "OPP", "ELI")
                ):
                    who.country = self.reader.memory.country_around(who.mentions[0][0])
                who.code = code_of(who.country, who.sectors)
            if who.country:
                body = world.state_called(who.country)
                who.offices[:] = [o if o.body else Office(o.title, body, o.evidence) for o in who.offices]


def _tail(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the double surname that the other ends with: “Ramos-Horta”, “López Obrador”."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def _shown(standard: str, status: str) -> str:
    """A title with how it is held: “Former President”, “Acting Prime Minister”, “President designate”."""
    if status == "designate":
        return f"{standard} designate"
    return f"{_STANDING[status]} {standard}" if status in _STANDING else standard


def _spelled(words: str) -> str:
    small = {"of", "the", "for", "and", "to", "in"}
    return " ".join(w if w.lower() in small or w[:1].isupper() else w.capitalize() for w in words.split())
