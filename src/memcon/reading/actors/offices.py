"""The offices that a text gives to persons, by name or by description alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.reading.actors import naming, sole_offices, world
from memcon.reading.actors.gazetteer import Name, Named
from memcon.reading.actors.part import Part
from memcon.reading.actors.roles import Role, role_at
from memcon.reading.actors.scene import is_modifier_word
from memcon.reading.actors.titles import status_of
from memcon.reading.actors.words import word_set
from memcon.record import Office
from memcon.reference.titles import own_title, read_title

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader

_NO_OFFICE = word_set("no_office")
_SPEAKING_FOR = word_set("speaking_for")
_LEAVING = frozenset({"outgoing", "departing", "incumbent", "sitting"})
_COMING = frozenset({"incoming", "designate", "elect"})
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
        self._open: dict[int, list[tuple[str, str, str]]] = {}

    def award(
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
        bodies = [b for b in bodies if b.first >= b.last or not self.reader.names.elsewhere(b, b.last - 1)]
        if _OF_SECRETARY_GENERAL.search(words):
            # “Special Representative of the Secretary-General for South Sudan”: of the United Nations.
            countries, bodies = [], []
        if (
            not bodies
            and not countries
            and (own := sole_offices.body_of_title(words) or self.body_before(words, first))
        ):
            bodies = [Name(first, first, own)]
        country = countries[0] if countries else next((b.named.iso3 for b in bodies if b.named.iso3), None)
        country = country or sole_offices.state_of_title(words)
        if country:
            self.reader.people.country_votes.setdefault(number, []).append(country)
        self.reader.people.bodies.setdefault(number, []).extend(bodies)
        supposed = country or self._home(bodies)
        title = read_title(words, supposed)
        if (title is None or not title.office) and role.kind == "office" and words.lower() != role.word:
            # “Alternate Prime Minister”: what goes before the office does not make it another.
            plain = read_title(role.word, supposed)
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
            # “The Secretary” is the Secretary of State too.
            for word in {role.word.split()[-1], role.word.split(" of ")[0].split()[-1]}:
                self._office_keys.setdefault(number, set()).add((word, country, junior))
        if role.sector in _NO_OFFICE and not (title and title.office):
            return
        standard = own_title(words, title.standard) if title else _spelled(words or role.word)
        if standard == "Chief" and bodies and (head := sole_offices.head_of_body(bodies[0].named.key)):
            standard = head
        body = self._body(bodies, country, countries)
        shown = _shown(standard, status)
        evidence = self.parsed.span(first, last)
        for held in who.offices:
            if (held.title == shown or held.title.startswith(f"{shown} of ")) and (held.body == body or body is None):
                return
        who.offices[:] = [h for h in who.offices if not (h.title == shown and h.body is None)]
        who.offices.append(Office(shown, body, evidence))
        if body is None:
            self._open.setdefault(number, []).append((shown, words, status))
        if key:
            who.statuses.append(f"{key}|{status or 'now'}|{country or ''}|{bodies[0].named.key if bodies else ''}")

    def _home(self, bodies: list[Name]) -> str | None:
        """The state in whose name, or from whose capital, the report goes out: its titles are read as it uses them."""
        return None if bodies else self.reader.issuers.country() or self.reader.memory.country_of_dateline()

    def reread(self, number: int) -> None:
        """Read the titles again once the state is known: a Foreign Secretary of India is no minister."""
        who = self.referent(number)
        for shown, words, status in self._open.pop(number, ()):
            title = read_title(words, who.country)
            if title is None:
                continue
            again = _shown(own_title(words, title.standard), status or title.standing)
            if again != shown:
                who.offices[:] = [Office(again, o.body, o.evidence) if o.title == shown else o for o in who.offices]

    def body_before(self, words: str, first: int) -> Named | None:
        """The international body spoken of last, whose a bare “Director General” is."""
        title = read_title(words)
        if title is None or title.sectors[:1] != ("IGO",):
            return None
        if (issuer := self.reader.issuers.body()) is not None:
            return issuer
        return next(
            (
                sole_offices.whole(n.named)
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
                plain = held[0].title.removeprefix("Acting ").removeprefix("Former ").removesuffix(" designate")
                home = read_title(plain, self.referent(other).country)
                # The counterpart of a Secretary of State is a foreign minister.
                plain = home.standard if home is not None and home.office else plain
                who.offices.append(Office(plain, world.state_called(countries[0]), self.parsed.span(first, last)))
                for shown, words, _ in self._open.get(other, ()):
                    if shown == held[0].title:
                        self._open.setdefault(number, []).append((plain, words, ""))
                title = read_title(plain, countries[0])
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
        if any("PRE" in b.named.sectors for b in bodies):
            return ("PRE",)
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
        found = role_at(self.tokens, head, edge)
        words = self.reader.phrases.title_words(found[0] if found else max(first, edge), edge, last)
        role_words = words if words else role.word
        title = read_title(role_words, who.country)
        if title is None and not _LOWER_RANK.search(role_words):
            title = read_title(role.word, who.country)
        standard = (
            own_title(role_words, title.standard)
            if title
            else _spelled(role_words if _LOWER_RANK.search(role_words) else role.word)
        )
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
        said = set(words.split())
        second: int | None = None
        for number in self._latest_first():
            who = self.referent(number)
            coming = any(o.title.endswith(" designate") for o in who.offices)
            if (coming and said & _LEAVING) or (not coming and said & _COMING):
                continue
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
                    if any(word in o.evidence.text.lower() for o in who.offices if o.evidence):
                        return number
                    # “The Foreign Minister” is the Secretary of State only where there is no other.
                    second = number if second is None else second
        return second

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
        known = read_title(role.word)
        held = read_title(title)
        return known is not None and known.standard in (title, held.standard if held else "")


def _shown(standard: str, status: str) -> str:
    """A title with how it is held: “Former President”, “Acting Prime Minister”, “President designate”."""
    if status == "designate":
        return f"{standard} designate"
    return f"{_STANDING[status]} {standard}" if status in _STANDING else standard


def _spelled(words: str) -> str:
    small = {"of", "the", "for", "and", "to", "in"}
    return " ".join(w if w.lower() in small or w[:1].isupper() else w.capitalize() for w in words.split())
