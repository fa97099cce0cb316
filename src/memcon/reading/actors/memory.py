"""Who was spoken of, latest last, and what they have to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.part import Part
from memcon.reading.actors.roll import Referent
from memcon.reading.actors.words import word_set
from memcon.reference.titles import read_title, standard_title

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader
_NUMBERED = frozenset({"ministers", "presidents"})
_LEADING = (
    "president",
    "prime minister",
    "leader",
    "king",
    "chancellor",
    "emir",
    "chairman",
    "taoiseach",
    "queen",
    "sultan",
    "pope",
    "secretary-general",
    "chief",
    "crown prince",
    "premier",
)
_MEETING = word_set("meeting")
_SAYING = frozenset(
    {"say", "tell", "add", "state", "note", "stress", "explain", "announce", "declare", "warn", "insist", "argue"}
    | {"continue", "conclude"}
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Memory(Part):
    """The mentions so far."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.seen: list[tuple[tuple[int, ...], int, int]] = []
        self._sentence_countries: dict[int, list[str]] = {}

    def saw(self, numbers: tuple[int, ...], head: int) -> None:
        """Remember a mention."""
        if numbers:
            self.seen.append((numbers, head, self.parsed.sentence_of(head).index))

    def named_in(self, index: int) -> list[str]:
        """The countries of the states, bodies and persons named in a sentence."""
        known = self._sentence_countries.get(index)
        if known is None:
            sentence = self.parsed.sentences[index]
            scene = self.scene
            found: list[str] = []
            for i in range(sentence.first, sentence.last):
                name = scene.name_at.get(i)
                iso3 = name.named.iso3 if name is not None else None
                if iso3 is None and i in scene.person_at:
                    number = self.reader.people.number.get(scene.person_at[i])
                    iso3 = self.referent(number).country if number is not None else None
                if iso3 and iso3 not in found:
                    found.append(iso3)
            known = self._sentence_countries[index] = found
        return known

    def country_around(self, i: int, spoken_for: bool = False) -> str | None:
        """The one country that the sentence of token ``i``, or those just before, are about; else None.

        ``spoken_for``: where there are several, that of the sentence's subject, for whom a spokesman speaks.
        """
        index = self.parsed.sentence_of(i).index
        for at in range(index, max(-1, index - 3), -1):
            found = self.named_in(at)
            if at == index:
                found = [c for c in found if not self._only_behind(c, at, i)]
            if len(found) == 1:
                return found[0]
            if found:
                return self._country_of_subject(at, i) if spoken_for else None
        return None

    def _only_behind(self, country: str, index: int, i: int) -> bool:
        """Whether a state comes in only as the agent of a participle after ``i``: “a mission led by Kenya”."""
        sentence = self.parsed.sentences[index]
        at = [
            name
            for j in range(sentence.first, sentence.last)
            if (name := self.scene.name_at.get(j)) is not None and name.named.iso3 == country
        ]
        for name in at:
            token = self.tokens[self.scene.head_of(name.first, name.last)]
            by = self.tokens[token.head]
            if name.first < i or token.dep != "pobj" or by.lower != "by" or self.tokens[by.head].dep != "acl":
                return False
        return bool(at)

    def _country_of_subject(self, index: int, i: int) -> str | None:
        """The country of whoever a sentence is about, by its first subject before ``i``."""
        sentence = self.parsed.sentences[index]
        for at in range(sentence.first, min(sentence.last, i)):
            if self.tokens[at].dep in _SUBJECT and at in self.roll.at:
                countries = {self.referent(n).country for n in self.roll.at[at]}
                return countries.pop() if len(countries) == 1 else None
        return None

    def country_at(self, i: int, spoken_for: bool = False) -> str | None:
        """The state to which somebody in a bare office at token ``i`` belongs.

        The one state of the sentence; else that from whose capital the report is sent, where the report is about it;
        else that of the sentences before.
        """
        index = self.parsed.sentence_of(i).index
        sentence = self.parsed.sentences[index]
        around = [
            name
            for at in range(sentence.first, sentence.last)
            if (name := self.scene.name_at.get(at)) is not None and name.named.iso3
        ]
        found, home = self.named_in(index), self.country_of_dateline()
        if len(found) == 1 and any(name.first < i for name in around):
            return found[0]
        if spoken_for and (subject := self._country_of_subject(index, i)):
            return subject
        if home and self._told_of(home):
            return home
        if len(found) == 1 and any(self._near_by(name, i) for name in around):
            return found[0]
        return self.country_around(i, spoken_for)

    def _near_by(self, name: Name, i: int) -> bool:
        """Whether a state named in the sentence of ``i`` may be that of ``i``: named before, or where it happens."""
        return name.first < i or self.scene.is_place(name) == (True, False)

    def _told_of(self, country: str) -> bool:
        """Whether anybody of that state is spoken of beside the dateline."""
        return any(name.named.iso3 == country and name.first > 0 for name in self.scene.names) or any(
            self.referent(n).country == country for n in self.reader.people.persons
        )

    def country_of_dateline(self) -> str | None:
        """The country from whose capital the report is sent: “KHARTOUM (Agency) - The army said”."""
        sentence = self.parsed.sentences[0] if self.parsed.sentences else None
        if (
            sentence is None
            or sentence.first not in self.scene.name_at
            or not self.tokens[sentence.first].text.isupper()
        ):
            return None
        named = self.scene.name_at[sentence.first].named
        return named.iso3 if named.kind == "capital" else None

    def ranked(self, i: int, reach: int = 3) -> list[tuple[tuple[int, ...], int]]:
        """Earlier mentions, likeliest first: nearer sentences first, in each the subjects, then the latest."""
        here = self.parsed.sentence_of(i).index
        token = self.tokens[i]
        verb = token.head
        verbs = {verb}
        while self.tokens[verb].dep == "conj" and not any(
            self.tokens[c].dep in _SUBJECT for c in self.tokens[verb].children
        ):
            # “… and thanked him”: not whoever thanks.
            verb = self.tokens[verb].head
            verbs.add(verb)
        governing = self.tokens[verb].head if self.tokens[verb].dep == "ccomp" else -1
        rows = []
        for order, (numbers, head, index) in enumerate(reversed(self.seen)):
            if here - index > reach or order > 60:
                break
            other = self.tokens[head]
            subject = other.dep in _SUBJECT or (other.dep == "conj" and self.tokens[other.head].dep in _SUBJECT)
            if index == here:
                # The object of a verb is not its subject: “Lavrov met him”.
                if token.tag == "PRP" and token.dep not in _SUBJECT and subject and other.head in verbs:
                    continue
                if token.dep in _SUBJECT and other.head == token.head and not subject:
                    continue
            # A main clause's subject stands above those of clauses inside it.
            depth = 0
            if subject:
                governor = self.tokens[other.head]
                depth = 1 if governor.dep in ("ROOT", "ccomp", "conj") else 2
            if index == here - 1 and subject and depth == 1 and self._goes_on(token.head, other.head):
                depth = 0
            if index == here and other.head == governing and subject and token.dep in _SUBJECT:
                # “Pyongyang said it had …”: whoever says it.
                depth = -1
            rows.append((here - index, 0 if subject else 1, depth, order, numbers, head))
        rows.sort(key=lambda r: r[:4])
        return [(r[4], r[5]) for r in rows]

    def _goes_on(self, verb: int, before: int) -> bool:
        """“Kerry said Lavrov was wrong. He added …”: who has spoken goes on speaking, not whom he spoke of."""
        tokens = self.tokens
        return tokens[before].dep == "ROOT" and tokens[before].lemma in _SAYING and tokens[verb].lemma in _SAYING

    def binds(self, head: int, i: int) -> bool:
        """Whether the mention at ``head`` is the subject of the clause that ``i`` stands in."""
        clause = self.context.clauses.around(i)
        return clause is not None and head in (*clause.agent, *clause.patient) and head < i

    def together(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Everybody meant at these tokens, places left out."""
        roll = self.roll
        found = [n for h in heads if h not in self.reader.places for n in roll.at.get(h, ())]
        return tuple(dict.fromkeys(found))

    def met(self, i: int) -> tuple[int, ...]:
        """Both sides of the meeting or call that the sentence before tells of, the subjects first."""
        here = self.parsed.sentence_of(i).index
        by_sentence = self.context.clauses.by_sentence
        for index in range(here - 1, max(-1, here - 3), -1):
            for clause in by_sentence.get(index, ()):
                if clause.form != "finite" or not clause.agent:
                    continue
                roles = self.context.clauses.roles_with_object(clause)
                other = roles.get("with", ())
                if not other and clause.lemma in _MEETING:
                    other = clause.patient
                both = self.together((*clause.agent, *other))
                if (
                    other
                    and len(both) > 1
                    and all(
                        self.referent(n).kind in ("person", "office", "group", "organization", "state") for n in both
                    )
                ):
                    return both
                if clause.relation == "root":
                    return self._opposite(clause.agent, clause.patient)
        return ()

    def _opposite(self, agent: tuple[int, ...], patient: tuple[int, ...]) -> tuple[int, ...]:
        """Two persons of different states of whom one did something to the other; empty where it is not so."""
        one, two = self.together(agent), self.together(patient)
        if len(one) != 1 or len(two) != 1 or one == two:
            return ()
        first, second = self.referent(one[0]), self.referent(two[0])
        if any(w.kind not in ("person", "office") or w.plural for w in (first, second)):
            return ()
        return (*one, *two) if first.country != second.country else ()

    def pair(
        self,
        i: int,
        people: bool,
        count: int | None = None,
        of: str = "",
        two: bool = False,
        office: str = "",
        movements: bool = True,
    ) -> tuple[int, ...]:
        """The two (or more) who met last: persons, or whoever has different countries.

        ``of`` is the noun (“ministers”), ``office`` the whole title (“foreign minister”) that they have in common; only
        two are meant where ``two`` is said.  Without ``movements``, no armed group or party is a side (“the two
        countries”).
        """
        if " " in office and (title := read_title(office)) is not None and len(title.standard) > 0:
            exact = self._in_office(i, office, title.standard)
            if len(exact) == 2:
                return exact
        here = self.parsed.sentence_of(i).index
        by_sentence: dict[int, list[int]] = {}
        for numbers, head, index in reversed(self.seen):
            if here - index > 8:
                break
            if head >= i:
                continue
            if people and len(numbers) == 2 and count is None and (two or of not in _NUMBERED):
                both = [self.referent(n) for n in numbers]
                if all(w.kind in ("person", "office") and not w.plural and _fits(w, of) for w in both):
                    return numbers
            for number in numbers:
                who = self.referent(number)
                seat = who.kind == "office" and not who.role  # “Downing Street”
                if people and (who.kind not in ("person", "office") or who.plural or seat or not _fits(who, of)):
                    continue
                if people and who.kind == "person" and not who.words and not who.country:
                    continue  # “a Western diplomat said”: who is told of no name and no state is a source, no side
                if not people and (not (who.country or who.kind == "organization") or who.role == "office"):
                    continue
                if not movements and who.kind == "organization" and "GOV" not in who.sectors:
                    continue
                row = by_sentence.setdefault(index, [])
                if number in row:
                    row.remove(number)
                row.append(number)
        of_one_state: tuple[int, ...] = ()
        for index in sorted(by_sentence, reverse=True):
            row = list(reversed(by_sentence[index]))
            countries = list(dict.fromkeys(self.referent(n).country for n in row))
            if count is not None and count > 2:
                if len(set(countries) - {None}) == count:
                    return tuple(n for n in row if self.referent(n).country)
                continue
            if len(row) == 2:
                if len(countries) == 2 or countries == [None]:
                    return tuple(row)
                of_one_state = of_one_state or tuple(row)
            if len(row) > 2 and ((len(countries) == 2 and not (people and two)) or (people and not two)):
                return tuple(row)
        return of_one_state

    def listed(self, i: int, count: int) -> tuple[int, ...]:
        """“Ireland, Norway and Spain …”: so many states that were the subject together, in a sentence before ``i``."""
        here = self.parsed.sentence_of(i).index
        for index in range(here, max(-1, here - 8), -1):
            for clause in self.context.clauses.by_sentence.get(index, ()):
                found = self.together(tuple(a for a in clause.agent if a < i))
                if len(found) == count == len({self.referent(n).country for n in found} - {None}):
                    return found
        return ()

    def _in_office(self, i: int, office: str, standard: str) -> tuple[int, ...]:
        """Those spoken of before who hold one office, each at home: “the two Foreign Secretaries”."""
        found = [
            n
            for n in self.reader.people.persons
            if (who := self.referent(n)).mentions
            and min(who.mentions)[0] < i
            and any(
                standard in o.title
                or standard == standard_title(o.title, who.country)
                or o.title.lower() == office
                or office in (o.evidence.text.lower() if o.evidence else "")
                for o in who.offices
            )
        ]
        return tuple(found) if len({self.referent(n).country for n in found}) == len(found) else ()

    def states_of(self, pair: tuple[int, ...]) -> tuple[int, ...]:
        """The states that these belong to."""
        roll = self.roll
        countries = dict.fromkeys(self.referent(n).country for n in pair)
        return tuple(roll.state(c, world.state_called(c), True) for c in countries if c)


def _fits(who: Referent, word: str) -> bool:
    """Whether somebody can be one of “the ministers”, “the leaders”, “the two men”."""
    titles = " ".join(f"{o.title} {standard_title(o.title, who.country) or ''}" for o in who.offices).lower()
    if word == "secretaries" and "secretary" in titles:
        return True
    if word == "ministers" and "cabinet secretary" in titles:
        return True
    if word in ("ministers", "presidents", "ambassadors", "premiers", "secretaries"):
        stem = {"secretaries": "minister", "premiers": "prime minister"}.get(word, word[:-1])
        # A headline names ministers without their offices.
        untold = word == "ministers" and not titles.strip() and who.kind == "person" and who.sectors[:1] == ("GOV",)
        return stem in titles or untold
    if word == "leaders":
        return not titles or any(leading in titles for leading in _LEADING)
    if word == "men":
        return who.gender != "female"
    if word == "women":
        return who.gender != "male"
    return True
