"""Persons: the names of one person brought together, and to the spelling of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import persons_known, world
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.persons import PersonName
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.words import word_set
from memcon.record import Office
from memcon.reference.folding import name_tokens, same_person, same_word
from memcon.reference.own_names import OwnPerson

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader


_MEETING = word_set("meeting")
_WOMEN = word_set("women")
_MEN = word_set("men")
_POSTED = frozenset({"Ambassador", "Chargé d'affaires", "Consul General", "Consul"})


class People(Part):
    """The persons of a document.

    Attributes:
        number: which referent a personal name (by its place among the scene's) means.
        persons: the referents that are persons, in order of entry.
        country_votes: the countries that the offices of a person speak for.
        bodies: the bodies that the offices of a person name.
        own: persons whom the user names → what the user says of them.
        came_by: the one who appointed a person, or whom the person succeeded, by a token.
        owned: the pronoun whose the office of a person is (“Paris withdrew its ambassador, X”).
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.number: dict[int, int] = {}
        self.persons: list[int] = []
        self.country_votes: dict[int, list[str]] = {}
        self.bodies: dict[int, list[Name]] = {}
        self.owned: dict[int, int] = {}
        self.own: dict[int, OwnPerson] = {}
        self.came_by: dict[int, int] = {}

    @property
    def day(self) -> str | None:
        """The day on which the report came out (ISO), where known."""
        published = self.context.published
        return published[0] if published else None

    def enrol(self) -> None:
        """Bring the names of one person together, then read the offices beside each name."""
        spans = self.scene.persons
        worded = [(k, name_tokens(span.own or self._text(span))) for k, span in enumerate(spans)]
        for k, words in worded:
            if spans[k].own:
                self.number[k] = self._own(words, spans[k])
        for k, words in worded:
            if len(words) > 1 and k not in self.number:
                self.number[k] = self._full(words, spans[k])
        for k, words in worded:
            if len(words) == 1 and k not in self.number:
                number = self._short(words[0], k)
                if number is not None:
                    self.number[k] = number
        for k, span in enumerate(spans):
            if k in self.number and span.title is not None:
                self.reader.honours.titled.update(range(span.title.first, span.first))
        for k, span in enumerate(spans):
            if k in self.number:
                who = self.referent(self.number[k])
                who.gender = who.gender or _by_given_name(who.words) or span.gender
                self.reader.phrases.entitle(self.number[k], span)
        for number in self.persons:
            self._canonical(number)
        self._merge()

    def _merge(self) -> None:
        """Bring together those whom the tables call by one name: “al-Sharaa, formerly known as al-Jolani”."""
        first: dict[tuple[str, str | None], int] = {}
        same: dict[int, int] = {}
        for number in self.persons:
            who = self.referent(number)
            if len(who.words) < 2 and not who.offices:
                continue
            kept = first.setdefault((who.name, who.country), number)
            if kept != number:
                same[number] = kept
        for other, kept in (*same.items(), *self._known_as().items()):
            if other == kept:
                continue
            one, two = self.referent(kept), self.referent(other)
            one.offices += [o for o in two.offices if all(o.title != held.title for held in one.offices)]
            one.words = tuple(dict.fromkeys((*one.words, *two.words)))
            one.sectors = one.sectors or two.sectors
            one.gender = one.gender or two.gender
            for k, number in self.number.items():
                if number == other:
                    self.number[k] = kept
            self.reader.honours.moved(other, kept)
            if other in self.persons:
                self.persons.remove(other)

    def _known_as(self) -> dict[int, int]:
        """Persons whom the text says to be one: “Mohamed Hamdan Dagalo, known as Hemedti”."""
        found: dict[int, int] = {}
        for k, span in enumerate(self.scene.persons):
            at = span.first - 1
            if at < 2 or self.tokens[at].lower not in ("as", "nicknamed", "alias") or k not in self.number:
                continue
            if self.tokens[at].lower == "as" and self.tokens[at - 1].lower != "known":
                continue
            before = next((j for j in range(k - 1, -1, -1) if j in self.number), None)
            if before is not None and at - self.scene.persons[before].last < 6:
                found[self.number[k]] = self.number[before]
        return found

    def _text(self, span: PersonName) -> str:
        return " ".join(self.parsed.span(span.first, span.last).text.split())

    def _new(self, words: tuple[str, ...], span: PersonName) -> int:
        number = self.roll.add(
            Referent("person", self._text(span), words=words, gender=_by_given_name(words) or span.gender)
        )
        self.persons.append(number)
        return number

    def _own(self, words: tuple[str, ...], span: PersonName) -> int:
        """One whom the user names."""
        known = self.context.names.person(span.own or "") if self.context.names else None
        for number, one in self.own.items():
            if known is one:
                return number
        number = self._new(words, span)
        if known is not None:
            who = self.referent(number)
            who.name, who.country, who.code = known.name, known.country, known.code or None
            who.sectors = known.sectors
            self.own[number] = known
            if known.title and known.holds(self.day):
                body = world.state_called(known.country) if known.country else None
                who.offices.append(Office(known.title, body, self.parsed.span(span.first, span.last)))
        return number

    def _full(self, words: tuple[str, ...], span: PersonName) -> int:
        for number in self.persons:
            who = self.referent(number)
            if who.words == words or same_person(words, who.words) or _tail(words, who.words):
                if len(words) > len(who.words):
                    who.words, who.name = words, self._text(span)
                return number
        return self._new(words, span)

    def _short(self, word: str, k: int) -> int | None:
        span = self.scene.persons[k]
        referents = self.roll.referents
        found = [n for n in self.persons if word in referents[n].words] or [
            n for n in self.persons if any(same_word(word, w) for w in referents[n].words[-1:])
        ]
        if len(found) > 1:
            last = [n for n in found if referents[n].words[-1] == word]
            found = last or found
        if len(found) > 1:
            before = [n for j, n in sorted(self.number.items(), reverse=True) if j < k and n in found]
            titled = [n for n in before if self._same_title(n, span)]
            # Where one goes by the surname alone already, the other keeps the full name.
            alone = [n for j, n in self.number.items() if j < k and n in found and self._is_short(j)]
            return (titled or alone or before or found)[0]
        if found:
            return found[0]
        if not span.sure:
            head = self.scene.head_of(span.first, span.last)
            if self.tokens[head].dep not in ("nsubj", "nsubjpass", "poss", "conj", "dobj", "pobj", "ROOT"):
                return None
            if (
                self.tokens[head].dep in ("pobj", "ROOT", "dobj")
                and persons_known.canonical(self._text(span), None, None, self.day) is None
            ):
                return None
        return self._new((word,), span)

    def _is_short(self, k: int) -> bool:
        span = self.scene.persons[k]
        return span.last - span.first == 1

    def _same_title(self, number: int, span: PersonName) -> bool:
        if span.title is None:
            return False
        for k, n in self.number.items():
            other = self.scene.persons[k].title
            if n == number and other and other.role.word.split()[-1] == span.title.role.word.split()[-1]:
                return True
        return False

    def _canonical(self, number: int) -> None:
        who = self.referent(number)
        own = self.own.get(number)
        if own is not None and (own.sectors or own.title):
            return
        votes = self.country_votes.get(number, [])
        country = votes[0] if votes else None
        key = next((s.split("|")[0] for s in who.statuses), None)
        igo = next((b for b in self.bodies.get(number, ()) if b.named.code and b.named.code.startswith("IGO")), None)
        where = country or (igo.named.key if igo else None)
        known = None
        if len(who.words) > 1 or key or where:
            known = persons_known.canonical(who.name, where, key, self.day)
            if known is None and where and len(who.words) > 1:
                known = persons_known.canonical(who.name, None, None, self.day)
                if known and known[1] and len(known[1]) == 3 and country and known[1] != country:
                    known = None
        if known is None and len(who.words) == 1 and who.offices and not where:
            known = persons_known.titled(who.words[0], who.offices[0].title)
        if known is None and len(who.words) == 1 and not key and not where and self.day and self._bare(who):
            known = persons_known.in_office_surnamed(who.name, self.day)
            american = known is not None and known[1] == "USA" and any(o.title == "Secretary" for o in who.offices)
            if known is not None and known[1] not in self._countries_named() and not american:
                known = known if self._in_headline(number) and persons_known.is_one_surname(who.name) else None
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
                who.sectors = persons_known.sectors_of(known[0], known[1], self.day)
            who.words = tuple(dict.fromkeys((*name_tokens(known[0]), *who.words))) if len(who.words) == 1 else who.words
        if country is None and igo is None and who.sectors[:1] == ("GOV",) and who.offices and not self._met(number):
            country = self.reader.issuers.country()
        if igo is not None and country is None:
            who.code = igo.named.code
            who.sectors = tuple(dict.fromkeys(("IGO", *who.sectors)))
        who.country = country
        if country and who.sectors[:1] == ("IGO",) and any(f"|{country}|" in s for s in who.statuses):
            # A minister who also chairs a body is first of all of his state.
            who.sectors = tuple(dict.fromkeys(("GOV", *who.sectors)))
            who.code = None

    def _in_headline(self, number: int) -> bool:
        """Whether somebody is named in the headline, where agencies leave out who a well-known man is."""
        first = next((s.first for k, s in enumerate(self.scene.persons) if self.number.get(k) == number), None)
        if first is None or self.parsed.sentence_of(first).index > 0:
            return False
        text = self.parsed.text
        end = text.find("\n") if "\n" in text else len(text)  # a headline alone
        return 0 < end < 160 and self.tokens[first].start < end

    def _bare(self, who: Referent) -> bool:
        """Whether nothing, or only “Minister” or “Secretary”, stands before a surname."""
        return not who.offices or all(o.title in ("Minister", "Secretary") for o in who.offices)

    def _of_owner(self, who: Referent, owners: tuple[int, ...]) -> None:
        """Give somebody the state, or the body, of whoever he is the foreign minister or the commander of."""
        for owner in owners:
            other = self.referent(owner)
            who.country = who.country or other.country
            unknown = not other.sectors and not other.country
            if other.kind == "organization" and (unknown or (other.sectors and other.sectors[0] != "GOV")):
                # The president of a firm is of no state’s government.
                who.sectors, who.code = other.sectors[:1], other.code
                who.offices[:] = [Office(o.title, o.body or other.name, o.evidence) for o in who.offices]

    def _countries_named(self) -> set[str]:
        """Every country that the text names."""
        return {name.named.iso3 for name in self.scene.names if name.named.iso3}

    def _met(self, number: int) -> bool:
        """Whether somebody is met or called in the clause of his first mention: he may be of another state."""
        span = next((s for k, s in enumerate(self.scene.persons) if self.number.get(k) == number), None)
        if span is None:
            return False
        head = self.scene.head_of(span.first, span.last)
        clause = self.context.clauses.around(head)
        if clause is None or clause.lemma not in _MEETING or head in clause.agent:
            return False
        roles = self.context.clauses.roles_with_object(clause)
        met = (
            *clause.patient,
            *(token for preposition in ("with", "on", "to") for token in roles.get(preposition, ())),
        )
        return head in met

    def _met_abroad(self, number: int) -> str | None:
        """The one state, not the issuer's, that is spoken of round about when somebody is met; None where none is."""
        issuer = self.reader.issuers.country() or self.reader.memory.country_of_dateline()
        if issuer is None or not self._met(number):
            return None
        index = self.parsed.sentence_of(self.referent(number).mentions[0][0]).index
        for at in (index, index - 1):
            found = [c for c in self.reader.memory.named_in(at) if c != issuer] if at >= 0 else []
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def settle(self) -> None:
        """Countries and codes, once the whole document is read."""
        for number in self.persons:
            who = self.referent(number)
            if number in self.owned:
                owners = self.roll.at.get(self.owned[number], ())
                self._of_owner(who, owners)
                if not owners and not who.country and who.offices and who.sectors[:1] == ("GOV",):
                    # “the chairman of Acme Holdings”: of nobody that the document knows.
                    who.sectors = ()
            if any(o.title not in ("Prince", "Princess") for o in who.offices):
                # A style of rank beside an office is no office.
                who.offices[:] = [o for o in who.offices if o.title not in ("Prince", "Princess")]
                if not any(o.title.startswith("Former") for o in who.offices) and len(who.sectors) > 1:
                    who.sectors = tuple(s for s in who.sectors if s != "ELI") or who.sectors
            if who.country is None and number in self.came_by and who.sectors[:1] in ((), ("GOV",), ("ELI",)):
                others = [self.referent(n) for n in self.roll.at.get(self.came_by[number], ())]
                if len(others) == 1 and others[0].sectors[:1] in ((), ("GOV",), ("LEG",), ("ELI",)):
                    who.country = others[0].country
            if who.code is None:
                if all(o.title in _POSTED for o in who.offices) and who.offices:
                    # “Ambassador X in Moscow” is of whoever sent him.
                    who.country = who.country or self.reader.issuers.country()
                elif who.country is None and who.sectors and who.mentions and who.sectors[0] == "GOV":
                    who.country = self._met_abroad(number) or self.reader.issuers.country()
                if (
                    who.country is None
                    and who.sectors
                    and who.mentions
                    and not (who.offices and all(o.title in _POSTED for o in who.offices))
                    and who.sectors[0] in ("GOV", "JUD", "MIL", "COP", "LEG", "OPP", "ELI")
                ):
                    who.country = self._met_abroad(number) or self.reader.memory.country_at(who.mentions[0][0])
                who.code = code_of(who.country, who.sectors)
            if who.country:
                self.reader.honours.reread(number)
                body = world.state_called(who.country)
                who.offices[:] = [o if o.body else Office(o.title, body, o.evidence) for o in who.offices]


def _by_given_name(words: tuple[str, ...]) -> str | None:
    """Whether a full name is a man's or a woman's by its given name; None where that does not say."""
    if not words:
        return None
    return "female" if words[0] in _WOMEN else "male" if words[0] in _MEN else None


def _tail(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the double surname that the other ends with: “Ramos-Horta”, “López Obrador”."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return 1 < len(short) < len(long) and long[-len(short) :] == short
