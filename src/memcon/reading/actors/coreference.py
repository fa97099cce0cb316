"""Words that point back: pronouns, “the minister”, “both sides”, “his Azerbaijani counterpart”, “the country”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors import world
from memcon.reading.actors.roles import Role
from memcon.reading.actors.roll import Referent, code_of
from memcon.reading.actors.scene import Belonging

if TYPE_CHECKING:
    from memcon.reading.actors.reader import Reader

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PAIRED = frozenset(
    [
        "leader",
        "leaders",
        "president",
        "presidents",
        "minister",
        "ministers",
        "secretary",
        "secretaries",
        "side",
        "sides",
        "party",
        "parties",
        "official",
        "officials",
        "counterpart",
        "counterparts",
        "delegation",
        "delegations",
        "man",
        "men",
        "diplomat",
        "diplomats",
        "government",
        "governments",
        "negotiator",
        "negotiators",
        "premier",
        "premiers",
        "envoy",
        "envoys",
        "representative",
        "representatives",
        "head",
        "heads",
    ]
)
_NUMERALS = frozenset({"two", "three", "four", "both", "2"})
_SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "herself": "female",
    "hers": "female",
}
_TITLED = frozenset(
    [
        "minister",
        "secretary",
        "ambassador",
        "leader",
        "general",
        "senator",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "envoy",
        "commissioner",
        "representative",
        "adviser",
        "advisor",
    ]
)
_STYLES = frozenset(
    {"majesty", "excellency", "highness", "holiness", "royal", "honor", "honour", "serene", "eminence", "beatitude"}
)
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs"})
_NEUTER = frozenset({"it", "its", "itself"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
_ORGANIZED = frozenset(["organization", "organisation", "agency", "group", "body", "movement", "alliance", "bloc"])


class Memory:
    """Who was spoken of, latest last, and what points back to them."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.seen: list[tuple[tuple[int, ...], int, int]] = []
        self._sentence_countries: dict[int, list[str]] = {}

    def saw(self, numbers: tuple[int, ...], head: int) -> None:
        """Remember a mention."""
        if numbers:
            self.seen.append((numbers, head, self.reader.parsed.sentence_of(head).index))

    def end_of_sentence(self, index: int) -> None:
        """Called after each sentence."""

    def _referent(self, number: int) -> Referent:
        return self.reader.roll.referents[number]

    # Countries round about

    def _named_in(self, index: int) -> list[str]:
        known = self._sentence_countries.get(index)
        if known is None:
            sentence = self.reader.parsed.sentences[index]
            scene = self.reader.scene
            found: list[str] = []
            for i in range(sentence.first, sentence.last):
                name = scene.name_at.get(i)
                iso3 = name.named.iso3 if name is not None else None
                if iso3 is None and i in scene.person_at:
                    number = self.reader.honours.number.get(scene.person_at[i])
                    iso3 = self._referent(number).country if number is not None else None
                if iso3 and iso3 not in found:
                    found.append(iso3)
            known = self._sentence_countries[index] = found
        return known

    def country_around(self, i: int) -> str | None:
        """The one country that the sentence of token ``i`` is about, or those just before it; None where there are several."""
        index = self.reader.parsed.sentence_of(i).index
        for at in range(index, max(-1, index - 3), -1):
            found = self._named_in(at)
            if len(found) == 1:
                return found[0]
            if found:
                return None
        return None

    # Pronouns

    def pronoun(self, i: int) -> None:
        """Enter whoever a pronoun means, if anyone can be told."""
        token = self.tokens[i]
        lower = token.lower
        if i + 1 < len(self.tokens) and self.tokens[i + 1].lower in _STYLES:
            return
        if lower in _FIRST:
            found = self._first_person(i)
        elif lower in _SINGULAR:
            found = self._singular(i, _SINGULAR[lower])
        elif lower in _PLURAL or lower == "both":
            found = self._plural(i)
        elif lower in _NEUTER:
            found = self._neuter(i)
        elif lower in ("each", "other"):
            found = self._plural(i)
        else:
            found = ()
        if found:
            for number in found:
                self.reader.roll.mention(number, i, i + 1, "pronoun")
            self.reader.roll.meant((i,), found)
            self.saw(found, i)

    def _clause_subject(self, i: int) -> int | None:
        clause = self.reader.context.clauses.around(i)
        return clause.verb if clause else None

    def _ranked(self, i: int, reach: int = 3) -> list[tuple[tuple[int, ...], int]]:
        """Earlier mentions, likeliest antecedent first: nearer sentences first, in each the subjects first, then the latest."""
        here = self.reader.parsed.sentence_of(i).index
        token = self.tokens[i]
        verb = token.head
        rows = []
        for order, (numbers, head, index) in enumerate(reversed(self.seen)):
            if here - index > reach or order > 60:
                break
            other = self.tokens[head]
            subject = other.dep in _SUBJECT or (other.dep == "conj" and self.tokens[other.head].dep in _SUBJECT)
            if index == here:
                # The object of a verb is not its subject: “Lavrov met him”.
                if token.tag == "PRP" and token.dep not in _SUBJECT and subject and other.head == verb:
                    continue
                if token.dep in _SUBJECT and other.head == verb and not subject:
                    continue
            # A main clause's subject stands above those of clauses inside it.
            depth = 0
            if subject:
                governor = self.tokens[other.head]
                depth = 1 if governor.dep in ("ROOT", "ccomp", "conj") else 2
            rows.append((here - index, 0 if subject else 1, depth, order, numbers, head))
        rows.sort(key=lambda r: r[:4])
        return [(r[4], r[5]) for r in rows]

    def _singular(self, i: int, gender: str) -> tuple[int, ...]:
        token = self.tokens[i]
        ranked = self._ranked(i, 4)
        if token.dep == "poss":
            ranked.sort(key=lambda r: 0 if self._binds(r[1], i) else 1)
        fallback: tuple[int, ...] = ()
        for numbers, _ in ranked:
            if len(numbers) != 1:
                continue
            who = self._referent(numbers[0])
            if who.kind not in ("person", "office") or who.plural:
                continue
            if who.gender and who.gender != gender:
                continue
            if who.kind == "office" and not fallback:
                fallback = numbers
                continue
            if who.gender is None:
                who.gender = gender
            return numbers
        return fallback

    def _binds(self, head: int, i: int) -> bool:
        """Whether the mention at ``head`` is the subject of the clause that ``i`` stands in."""
        clause = self.reader.context.clauses.around(i)
        return clause is not None and head in (*clause.agent, *clause.patient) and head < i

    def _met(self, i: int) -> tuple[int, ...]:
        """Both sides of the meeting or call that the sentence before tells of, the subjects first."""
        here = self.reader.parsed.sentence_of(i).index
        by_sentence = self.reader.context.clauses.by_sentence
        for index in range(here - 1, max(-1, here - 3), -1):
            for clause in by_sentence.get(index, ()):
                if clause.form != "finite" or not clause.agent:
                    continue
                roles = self.reader.context.clauses.roles_with_object(clause)
                other = roles.get("with", ())
                if not other and clause.lemma in (
                    "meet",
                    "host",
                    "welcome",
                    "receive",
                    "visit",
                    "call",
                    "telephone",
                    "phone",
                    "greet",
                ):
                    other = clause.patient
                both = self._together((*clause.agent, *other))
                if (
                    other
                    and len(both) > 1
                    and all(
                        self._referent(n).kind in ("person", "office", "group", "organization", "state") for n in both
                    )
                ):
                    return both
                if clause.relation == "root":
                    return ()
        return ()

    def _plural(self, i: int) -> tuple[int, ...]:
        token = self.tokens[i]
        ranked = self._ranked(i, 2)
        if token.dep == "poss":
            clause = self.reader.context.clauses.around(i)
            if clause is not None and clause.agent and all(a < i for a in clause.agent):
                together = self._together(clause.agent)
                if len(together) > 1 or (together and self._referent(together[0]).plural):
                    return together
        here = self.reader.parsed.sentence_of(i).index
        if token.dep in _SUBJECT and not any(index == here for _, _, index in self.seen[-6:]):
            met = self._met(i)
            if met:
                return met
        for numbers, head in ranked:
            joined = (
                numbers
                if len(numbers) > 1
                else self._together(tuple(self.reader.parsed.conjuncts(self._first_conjunct(head))))
            )
            if len(joined) > 1:
                if self.tokens[head].dep in _SUBJECT or self.reader.parsed.sentence_of(head).index < here:
                    return joined
            elif self._many(numbers[0]):
                return numbers
        pair = self._pair(i, people=True)
        if len(pair) > 1:
            return pair
        for numbers, _ in ranked:
            who = self._referent(numbers[0])
            if who.kind in ("organization", "group", "state"):
                return numbers
        return ()

    def _many(self, number: int) -> bool:
        """Whether “they” can mean it: several people, or a delegation, a team, a government."""
        who = self._referent(number)
        return who.plural or (
            who.kind == "organization"
            and who.role
            in ("delegation", "team", "government", "police", "group", "family", "crew", "staff", "parliament")
        )

    def _first_conjunct(self, head: int) -> int:
        while self.tokens[head].dep == "conj":
            head = self.tokens[head].head
        return head

    def _together(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        roll = self.reader.roll
        found = [n for h in heads if h not in self.reader.places for n in roll.at.get(h, ())]
        return tuple(dict.fromkeys(found))

    def _neuter(self, i: int) -> tuple[int, ...]:
        token = self.tokens[i]
        if token.dep == "expl" or (token.dep in _SUBJECT and self._empty(token.head)):
            return ()
        ranked = self._ranked(i, 2)
        if token.dep == "poss":
            ranked.sort(key=lambda r: 0 if self._binds(r[1], i) else 1)
        for numbers, _ in ranked:
            if len(numbers) != 1:
                continue
            who = self._referent(numbers[0])
            if (
                who.kind in ("state", "organization")
                or (who.kind == "group" and not who.plural)
                or (who.kind == "office" and who.role == "")
            ):
                return numbers
        return ()

    def _empty(self, verb: int) -> bool:
        """“It is important that …”, “it rained”: nobody is meant."""
        token = self.tokens[verb]
        if token.lemma in ("be", "seem", "appear", "become", "remain"):
            return any(self.tokens[c].dep in ("ccomp", "xcomp", "csubj", "acomp", "advcl") for c in token.children)
        return False

    def _first_person(self, i: int) -> tuple[int, ...]:
        """The speaker of the quotation it stands in, or the issuer of the document."""
        speaker = self._speaker(i)
        if speaker:
            return speaker
        return self.reader.issuer(plural=self.tokens[i].lower in ("we", "us", "our", "ours", "ourselves"))

    def _speaker(self, i: int) -> tuple[int, ...]:
        for ancestor in self.reader.parsed.ancestors(i):
            token = self.tokens[ancestor]
            if token.lemma in (
                "say",
                "tell",
                "add",
                "state",
                "declare",
                "note",
                "write",
                "explain",
                "announce",
                "stress",
                "reply",
                "tweet",
                "insist",
                "warn",
            ):
                for subject in self.reader.parsed.children(ancestor, "nsubj"):
                    if subject in self.reader.roll.at and subject != i:
                        return self.reader.roll.at[subject]
                    k = self.reader.scene.person_at.get(subject)
                    if k is not None and k in self.reader.honours.number:
                        return (self.reader.honours.number[k],)
        return ()

    # Descriptions

    def _pair(self, i: int, people: bool) -> tuple[int, ...]:
        """The two (or more) who met last: persons, or whoever has different countries."""
        here = self.reader.parsed.sentence_of(i).index
        by_sentence: dict[int, list[int]] = {}
        for numbers, head, index in reversed(self.seen):
            if here - index > 8:
                break
            if head >= i:
                continue
            for number in numbers:
                who = self._referent(number)
                if people and (who.kind not in ("person", "office") or who.plural):
                    continue
                if not people and not (who.country or who.kind == "organization"):
                    continue
                row = by_sentence.setdefault(index, [])
                if number in row:
                    row.remove(number)
                row.append(number)
        for index in sorted(by_sentence, reverse=True):
            row = list(reversed(by_sentence[index]))
            if len(row) == 2 and (
                not people
                or self._referent(row[0]).country != self._referent(row[1]).country
                or None in (self._referent(row[0]).country, self._referent(row[1]).country)
            ):
                return tuple(row)
            if len(row) > 2:
                countries = list(dict.fromkeys(self._referent(n).country for n in row))
                if len(countries) == 2 or people:
                    return tuple(row)
        return ()

    def _states_of(self, pair: tuple[int, ...]) -> tuple[int, ...]:
        roll = self.reader.roll
        countries = dict.fromkeys(self._referent(n).country for n in pair)
        return tuple(roll.state(c, world.state_called(c), True) for c in countries if c)

    def group(self, i: int, role: Role, plural: bool, words: set[str], whose: Belonging) -> bool:
        """“The two leaders”, “both sides”, “the ministers”: enter those who are meant; whether that was possible."""
        word = self.tokens[i].lower
        if not plural or word not in _PAIRED or whose.countries or whose.bodies:
            return False
        counted = bool(words & _NUMERALS)
        if not counted and not (words & {"the", "these", "those"}):
            return False
        if (
            word
            in (
                "counterparts",
                "officials",
                "party",
                "parties",
                "men",
                "heads",
                "diplomats",
                "representatives",
                "envoys",
            )
            and not counted
        ):
            return False
        found = self._pair(i, people=word not in ("sides", "parties", "governments", "delegations"))
        if len(found) < 2:
            found = self._pair(i, people=False)
        if word in ("sides", "governments", "parties", "delegations") and len(found) > 1:
            states = self._states_of(found)
            found = states if len(states) > 1 else found
        if len(found) < 2:
            return False
        self._enter_group(i, found)
        return True

    def _enter_group(self, i: int, found: tuple[int, ...]) -> None:
        edge = self.reader.scene.left_edge(i)
        for number in found:
            self.reader.roll.mention(number, edge, i + 1, "description")
        self.reader.roll.meant(range(edge, i + 1), found)
        self.saw(found, i)

    def group_word(self, i: int) -> bool:
        """“The two discussed …”, “the pair met”."""
        token = self.tokens[i]
        if (
            token.lower in ("two", "pair", "duo", "side", "sides")
            and token.dep in ("nsubj", "nsubjpass", "pobj")
            and (any(self.tokens[c].lower in ("the", "both", "two") for c in token.children))
        ):
            if (token.dep == "pobj" and token.lower == "two") or any(
                True for _ in self.reader.parsed.children(i, "prep")
            ):
                return False
            found = self._pair(i, people=token.lower not in ("sides",))
            if len(found) < 2:
                found = self._pair(i, people=False)
            if token.lower == "sides":
                states = self._states_of(found)
                found = states if len(states) > 1 else found
            if len(found) > 1:
                self._enter_group(i, found)
                return True
        return False

    def state_word(self, i: int, first: int, role: Role) -> None:
        """“The country”, “the two countries”, “its western neighbour”."""
        token = self.tokens[i]
        reader = self.reader
        edge = reader.scene.left_edge(i)
        words = {t.lower for t in self.tokens[edge:i]} | {self.tokens[c].lower for c in token.children}
        plural = token.tag in ("NNS", "NNPS")
        whose = reader.scene.belonging(i, first)
        if role.sector == "PRE" or (whose.countries and not plural):
            return
        if plural:
            if not (
                words & _NUMERALS or (words & {"our"} and token.lower in ("countries", "nations"))
            ) or role.word in (
                "ally",
                "partner",
            ):
                return
            pair = self._pair(i, people=False)
            found = self._states_of(pair)
            if len(found) < 2:
                found = self._states_of(self._pair(i, people=True))
            if len(found) > 1:
                self._enter_group(i, found)
            return
        if role.word not in ("country", "nation", "state", "republic", "kingdom") or "the" not in words:
            return
        styled = role.word in ("republic", "kingdom")
        for numbers, _ in self._ranked(i, 6 if styled else 2):
            for number in numbers:
                who = self._referent(number)
                if who.country and (not styled or world.is_styled(who.country, role.word)):
                    state = reader.roll.state(who.country, world.state_called(who.country), True)
                    reader.roll.mention(state, first, i + 1, "description")
                    if self._locative(i):
                        reader.places.add(i)
                    else:
                        self.saw((state,), i)
                    return

    def _locative(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "pobj" and self.tokens[token.head].lower in (
            "in",
            "at",
            "from",
            "throughout",
            "across",
            "within",
            "inside",
            "into",
            "around",
        )

    def counterpart(self, i: int, countries: list[str]) -> bool:
        """“His Azerbaijani counterpart”: one of that country in the office of whoever “his” means."""
        reader = self.reader
        if not countries:
            return self._other_side(i)
        office = None
        for numbers, _ in self._ranked(i, 1):
            for number in numbers:
                who = self._referent(number)
                if who.kind in ("person", "office") and who.offices and who.country not in countries:
                    office = who.offices[0]
                    break
            if office:
                break
        for number in reversed(reader.honours.persons):
            who = self._referent(number)
            if (
                who.country in countries
                and who.mentions
                and (office is None or any(o.title == office.title for o in who.offices))
            ):
                self._enter(number, i)
                return True
        from memcon.record import Office

        edge = reader.scene.left_edge(i)
        while edge < i and self.tokens[edge].tag in ("DT", "PRP$"):
            edge += 1
        country = countries[0]
        body = world.state_called(country)
        title = office.title if office else "Counterpart"
        known = ("counterpart", title, country, False)
        number = reader.roll.described.get(known)
        if number is None:
            number = reader.roll.add(
                Referent(
                    "office", f"{title} of {body}", country, ("GOV",), code_of(country, ("GOV",)), role="counterpart"
                )
            )
            if office:
                self._referent(number).offices.append(Office(title, body, reader.parsed.span(edge, i + 1)))
            reader.roll.described[known] = number
        reader.roll.mention(number, edge, i + 1, "description")
        self.saw((number,), i)
        return True

    def _other_side(self, i: int) -> bool:
        """“The officials told their counterparts”: those of the other country who were spoken of before."""
        clause = self.reader.context.clauses.around(i)
        own = {self._referent(n).country for n in self._together(clause.agent)} if clause is not None else set()
        plural = self.tokens[i].tag in ("NNS", "NNPS")
        found: list[int] = []
        for numbers, head, _ in reversed(self.seen[-30:]):
            for number in numbers:
                who = self._referent(number)
                if (
                    who.kind in ("person", "office")
                    and who.country
                    and who.country not in own
                    and head < i
                    and number not in found
                ) and (not found or (plural and self._referent(found[0]).country == who.country)):
                    found.append(number)
            if found and not plural:
                break
        if not found or None in own or not own:
            return False
        for number in found:
            self.reader.roll.mention(number, i, i + 1, "description")
        self.reader.roll.meant((i,), tuple(reversed(found)))
        self.saw(tuple(reversed(found)), i)
        return True

    def _enter(self, number: int, i: int) -> None:
        edge = self.reader.scene.left_edge(i)
        self.reader.roll.mention(number, edge, i + 1, "description")
        self.saw((number,), i)

    def same_description(self, i: int, role: Role, plural: bool) -> tuple[int, ...]:
        """Who “the president”, “the troops” or “the organization” was before; empty where nobody fits."""
        reader = self.reader
        word = role.word.split()[-1]
        if role.kind in ("office", "person", "member") and not plural:
            if role.kind == "office" or word in _TITLED:
                issuer = reader.issuer_country()
                capital = self.tokens[i].text[0].isupper()
                if capital and issuer:
                    number = reader.honours.holder(role, issuer)
                    if number is not None:
                        return (number,)
                number = reader.honours.holder(role, None)
                if number is not None:
                    return (number,)
        for numbers, head, _ in reversed(self.seen[-40:]):
            if len(numbers) != 1:
                continue
            who = self._referent(numbers[0])
            if who.plural == plural and who.role and who.role.split()[-1] == word and head < i:
                return numbers
        if not plural and role.kind in ("body", "unit"):
            return self._organization(word, role.word in _ORGANIZED)
        return ()

    def _organization(self, word: str, any_body: bool) -> tuple[int, ...]:
        """“The council” is the body with that word in its name spoken of last, “the organization” the one spoken of most."""
        best: tuple[int, int] | None = None
        chosen = -1
        for order, (numbers, _, _) in enumerate(self.seen[-60:]):
            for number in numbers:
                who = self._referent(number)
                if who.kind != "organization":
                    continue
                named = word in who.name.lower().split()
                if not named and (not any_body or who.role):
                    continue
                row = (int(named), order if named else sum(1 for m in who.mentions if m[2] == "name"))
                if best is None or row >= best:
                    best, chosen = row, number
        return (chosen,) if best is not None else ()
