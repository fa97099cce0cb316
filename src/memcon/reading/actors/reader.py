"""Walks a document once, in order, and enters everyone who is meant on the roll."""

from __future__ import annotations

from memcon.language import Token
from memcon.reading.actors import world
from memcon.reading.actors.coreference import Memory
from memcon.reading.actors.gazetteer import Name, misspelt, names_in
from memcon.reading.actors.offices import Honours
from memcon.reading.actors.persons import PersonName, person_names
from memcon.reading.actors.roles import Role, role_at, role_end
from memcon.reading.actors.roll import Referent, Roll, code_of
from memcon.reading.actors.scene import Belonging, Scene, is_modifier_word
from memcon.reading.context import ActorIndex, Context

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both", "said"})
#: Words whose own sector is so general that a modifier says more.
_GENERAL = frozenset(
    [
        "official",
        "officials",
        "leader",
        "ruler",
        "adviser",
        "advisor",
        "aide",
        "negotiator",
        "chief",
        "negotiator",
        "representative",
        "delegate",
        "delegation",
        "administrator",
        "head",
        "chief",
        "deputy",
        "inspector",
        "authority",
        "authorities",
        "co-chair",
        "commissioner",
        "secretary",
        "envoy",
        "agency",
        "council",
        "commission",
        "department",
        "bureau",
        "commander",
        "officer",
    ]
)
_OVER_MILITARY = frozenset({"REB", "PRM", "UAF", "COP", "OPP", "CRM"})
_NO_BODY = frozenset(
    [
        "covenant",
        "convention",
        "treaty",
        "agreement",
        "act",
        "accord",
        "accords",
        "protocol",
        "resolution",
        "summit",
        "conference",
        "corridor",
        "games",
        "strategy",
        "initiative",
        "plan",
        "program",
        "programme",
        "excellency",
        "majesty",
        "highness",
        "inauguration",
        "project",
        "dialogue",
        "declaration",
        "charter",
        "pact",
        "award",
        "prize",
        "cup",
        "day",
        "week",
        "year",
        "war",
        "constitution",
        "report",
        "law",
        "process",
        "readout",
    ]
)
#: Nouns that before another noun are adjectives: “an Islamist website”.
_ADJECTIVES = frozenset(
    {"islamist", "radical", "fundamentalist", "extremist", "terrorist", "militant", "suspect", "striker", "critic"}
)
#: Nouns that name a person or a body only when written with a capital.
_CAPITALISED = frozenset(
    {
        "justice",
        "assembly",
        "diet",
        "chamber",
        "general",
        "major",
        "marshal",
        "legion",
        "rada",
        "cortes",
        "congregation",
    }
)
#: A president of one of these is no president of the state.
_ELSEWHERE = frozenset({"LEG", "JUD", "PTY", "BUS", "EDU", "JRN", "LAB", "NGO", "REL", "MED", "SOC"})
#: Sectors whose people stand for the whole even before another noun: “a guerrilla stronghold”.
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM", "MIL", "COP", "OPP", "LAB", "EDU", "REF"})
#: Nouns that name a body only where the text says whose it is.
_AMBIGUOUS = frozenset(
    [
        "division",
        "federation",
        "society",
        "forum",
        "front",
        "union",
        "press",
        "public",
        "daily",
        "weekly",
        "agency",
        "council",
        "mission",
        "office",
        "side",
        "force",
        "movement",
        "group",
        "community",
        "industry",
        "club",
        "association",
        "league",
        "school",
        "chamber",
        "legion",
        "battery",
        "column",
        "band",
        "cell",
        "network",
        "department",
        "bureau",
        "authority",
        "majority",
        "minority",
        "camp",
        "faction",
        "wing",
        "branch",
        "shop",
        "factory",
        "firm",
        "enterprise",
        "carrier",
        "lender",
        "library",
        "museum",
        "faculty",
        "institute",
        "foundation",
        "executive",
        "commission",
        "leadership",
        "headquarters",
        "unit",
        "team",
        "crew",
        "element",
        "bloc",
        "alliance",
        "coalition",
        "staff",
        "head",
        "chief",
        "secretary",
        "member",
        "source",
        "figure",
        "business",
        "bank",
        "company",
        "corporation",
        "party",
        "organization",
        "organisation",
        "temple",
        "sect",
        "journal",
        "magazine",
        "website",
        "consortium",
        "nation",
        "household",
        "clan",
        "palace",
        "presidency",
        "division",
        "resistance",
        "club",
        "legion",
        "delegation",
    ]
)
_CIVIL = frozenset(
    {
        "commercial",
        "cargo",
        "fishing",
        "merchant",
        "passenger",
        "civilian",
        "tourist",
        "migrant",
        "refugee",
        "container",
        "cruise",
    }
)
_FORMER = frozenset({"former", "ex", "retired", "late", "deposed", "ousted", "onetime"})
#: Kinds of body that belong to one state and go by a bare noun inside it.
_DOMESTIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "REB", "PTY"})
_NOUNLIKE = frozenset({"displaced", "wounded", "detained", "accused", "two", "three", "faithful"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Reader:
    """One document's actors in the making."""

    def __init__(self, context: Context, alone: bool = False) -> None:
        self.context = context
        self.alone = alone
        self.parsed = context.parsed
        self.tokens = context.parsed.tokens
        names = misspelt(self.tokens, names_in(self.tokens, world.names()), self.parsed.entities, world.nearly)
        self.scene = Scene(self.parsed, names, person_names(self.parsed, names))
        self.roll = Roll(self.parsed)
        self.memory = Memory(self)
        self.honours = Honours(self)
        self.parties: dict[int, tuple[int, ...]] = {}
        self.places: set[int] = set()
        self._issuers: dict[str, tuple[int, ...]] = {}
        self._organisations: dict[str, int] = {}
        self._entity_at = {self.scene.head_of(e.first, e.last): e for e in self.parsed.entities if e.label == "ORG"}

    def index(self) -> ActorIndex:
        """The finished index."""
        self.honours.enrol()
        for sentence in self.parsed.sentences:
            for i in range(sentence.first, sentence.last):
                self._token(i)
            self.memory.end_of_sentence(sentence.index)
        for i, token in enumerate(self.tokens):
            if token.tag in _NOMINAL and i not in self.roll.at and not self.scene.is_modifier(i):
                self._speaks_for(i)
        self.honours.settle()
        actors, ids = self.roll.actors()
        known = {i: tuple(ids[n] for n in numbers if n in ids) for i, numbers in self.roll.at.items()}
        parties = {i: tuple(ids[n] for n in numbers if n in ids) for i, numbers in self.parties.items()}
        return ActorIndex(
            actors,
            {i: v for i, v in known.items() if v},
            {i: v for i, v in parties.items() if v},
            frozenset(self.places),
        )

    def _token(self, i: int) -> None:
        scene = self.scene
        if i in self.honours.titled and i not in scene.name_at:
            return
        k = scene.person_at.get(i)
        if k is not None:
            if scene.persons[k].first == i:
                self._person(k)
            return
        name = scene.name_at.get(i)
        if name is not None:
            if name.first == i:
                self._name(name)
            return
        token = self.tokens[i]
        if i in self.roll.at:
            return
        if token.tag in ("PRP", "PRP$") or (token.lower in ("both", "each") and token.dep in ("nsubj", "pobj", "dobj")):
            self.memory.pronoun(i)
        elif (token.tag in _NOMINAL and not scene.is_modifier(i)) or (
            token.lower in _NOUNLIKE and token.dep in ("nsubj", "pobj", "dobj", "nsubjpass")
        ):
            self._noun(i)

    def issuer(self, plural: bool) -> tuple[int, ...]:
        """Who “I” and “we” are where nobody is quoted: the person, state or group in whose name the document goes out."""
        key = "we" if plural else "i"
        if key not in self._issuers:
            self._issuers[key] = self._find_issuer(plural)
        return self._issuers[key]

    def _find_issuer(self, plural: bool) -> tuple[int, ...]:
        roll, honours = self.roll, self.honours
        country = self.issuer_country()
        if plural and country:
            joint = self._joint_issuers()
            if joint:
                return joint
            return (roll.state(country, world.state_called(country), True),)
        if honours.signed is not None:
            return (honours.signed,)
        title = self.context.document.title
        if title and country and not plural:
            person = honours.titled_in(title)
            if person is not None:
                return (person,)
        return (roll.state(country, world.state_called(country), True),) if country else ()

    def _joint_issuers(self) -> tuple[int, ...]:
        """Those who together are the subject of a joint statement's first sentence."""
        for sentence in self.parsed.sentences[:6]:
            root = self.parsed.root(sentence)
            for subject in self.parsed.children(root, "nsubj"):
                found = [
                    n
                    for one in self.parsed.conjuncts(subject)
                    if one not in self.places
                    for n in self.roll.at.get(one, ())
                ]
                if len(set(found)) > 2 and all(self.roll.referents[n].kind in ("state", "organization") for n in found):
                    return tuple(dict.fromkeys(found))
        return ()

    def issuer_country(self) -> str | None:
        """The state in whose name the document goes out, or None."""
        document = self.context.document
        if document.outlet:
            return world.government_of(document.outlet)
        # American practice: the spokesman's office at the head, number signs at the foot.
        if document.text[:120].lstrip().startswith("Office of the Spokesperson"):
            return "USA"
        release = (document.title or "").startswith(("Readout", "Statement", "Remarks"))
        return "USA" if release and document.text.rstrip().endswith(("###", "# # #")) else None

    # Persons

    def _person(self, k: int) -> None:
        person = self.scene.persons[k]
        number = self.honours.number.get(k)
        if number is None:
            return
        head = self.scene.head_of(person.first, person.last)
        cover = range(person.title.first, person.first) if person.title else range(0)
        self.roll.mention(number, person.first, person.last, "name")
        for i in cover:
            self.roll.at[i] = (number,)
        self.saw((number,), head)

    def saw(self, numbers: tuple[int, ...], head: int) -> None:
        """Remember who was meant at a token, for those words that point back."""
        self.memory.saw(numbers, head)

    # Names of states and bodies

    def _name(self, name: Name) -> None:
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
            if named.shared and not self._own_shared(name, head):
                self._noun(head)
                return
            number = roll.body(named)
            roll.mention(number, name.first, name.last, "name")
            self.saw((number,), head)
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
            self.places.update(cover)
            number = roll.place(named.name, named.iso3)
            roll.mention(number, name.first, name.last, "name")
            return
        if place:
            self.places.update(cover)
        if named.kind == "state" or party:
            number = roll.state(named.iso3, self._state_name(name), not place or party)
        else:
            number = roll.place(named.name, named.iso3)
        roll.mention(number, name.first, name.last, "name")
        if not place:
            self.saw((number,), head)

    def _state_name(self, name: Name) -> str:
        named = name.named
        return named.name if named.kind == "state" else world.state_called(named.iso3 or "")

    def _own_shared(self, name: Name, head: int) -> bool:
        """Whether a name that bodies of several states bear is here that of the best-known one."""
        named = name.named
        if named.code and named.code.startswith("IGO"):
            before = self.tokens[name.first - 1] if name.first else None
            return not (before is not None and before.lower in ("national", "supreme"))
        whose = self.scene.belonging(head, name.first)
        if whose.countries:
            return whose.countries[0] == named.iso3
        if self.issuer_country():
            return self.issuer_country() == named.iso3
        around = self.memory.country_around(head)
        if around is None and role_at(self.tokens, head, name.first) is not None:
            # “The National Guard” of nowhere in particular.
            return not self.alone
        return around is None or around == named.iso3

    def _people(self, name: Name, head: int) -> None:
        named = name.named
        iso3, ethnic = named.iso3, name.first > 0 and self.tokens[name.first - 1].lower == "ethnic"
        if ethnic:
            # “Ethnic Albanians in Serbia” are people of Serbia.
            here = self.scene.belonging(head, name.first)
            iso3 = next(iter(here.around), None) or self.memory.country_around(head)
        plural = (
            named.kind == "peoples"
            or self.tokens[head].tag in ("NNS", "NNPS")
            or any(self.tokens[c].lower == "the" for c in self.tokens[head].children)
        )
        number = self._described(
            iso3,
            ("CVL",),
            "people" if not ethnic else f"ethnic {named.name}",
            plural,
            name.first - ethnic,
            name.last,
            head,
            "description",
            named.name,
        )
        self.saw((number,), head)

    # Descriptions

    def _noun(self, i: int) -> None:
        tokens = self.tokens
        floor = max(self.parsed.sentence_of(i).first, i - 4)
        found = role_at(tokens, i, floor)
        if found is not None:
            first, role = found
            known = self.honours.apposed.get(i)
            if known is not None:
                self.roll.mention(known, first, role_end(tokens, i), "title")
                self.saw((known,), i)
                return
            if role.kind == "place":
                return
            if role.kind == "state":
                self.memory.state_word(i, first, role)
                return
            if role.word in _CAPITALISED and tokens[i].lower == role.word and tokens[i].text[0].islower():
                return
            self.describe(i, first, role)
            return
        if self.memory.group_word(i) or self._listed(i):
            return
        entity = self._entity_at.get(i)
        if entity is not None and tokens[i].text[0].isupper():
            self._organisation(entity.first, entity.last, i, None)

    def _listed(self, i: int) -> bool:
        """“The Troika (Norway, the United Kingdom and the United States)”: the name means those in the brackets."""
        tokens = self.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].text != "(":
            return False
        found: list[int] = []
        for j in range(i + 2, min(i + 40, len(tokens))):
            if tokens[j].text == ")":
                break
            name = self.scene.name_at.get(j)
            if name is not None and name.first == j and name.named.kind == "state" and name.named.iso3:
                found.append(self.roll.state(name.named.iso3, name.named.name, True))
        if len(found) < 2:
            return False
        for number in found:
            self.roll.mention(number, i, i + 1, "description")
        self.roll.meant((i,), tuple(found))
        self.saw(tuple(found), i)
        return True

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
        if self.memory.group(i, role, plural, words, whose):
            return
        countries, via_body = self._countries(whose, i)
        if role.kind == "asset" and ((not countries and not self.alone) or words & _CIVIL):
            return
        if self._predicative(i) and role.kind != "office":
            # “was elected as a member”, “is a farmer” tell of somebody, they name nobody.
            return
        if role.word == "counterpart" and self.memory.counterpart(i, whose.countries):
            return
        if role.word == "leadership" and not whose.countries:
            return
        owned = bool(countries)
        if not countries and not whose.bodies and (definite or role.kind in ("body", "unit") or plural):
            known = self.memory.same_description(i, role, plural)
            if known:
                self.roll.mention(known[0], first, end, "title" if role.kind == "office" else "description")
                self.roll.meant(range(first, end), known)
                self.saw(known, i)
                return
        if (
            not countries
            and not whose.bodies
            and sectors
            and sectors[0] in _DOMESTIC
            and (definite or plural or role.kind in ("body", "office"))
        ):
            around = self.memory.country_around(i)
            if around:
                countries = [around]
        if not countries and not whose.bodies and (not sectors or (role.kind == "member" and self._under(i, "of"))):
            return
        if role.word in _AMBIGUOUS and not owned and not whose.bodies and not tokens[i].text[0].isupper():
            if not any(
                t.pos == "PROPN" and t.text[0].isupper() and t.i not in self.scene.person_at for t in tokens[edge:i]
            ):
                return
        start = self._core(edge, first)
        form, entity = "description", self._entity_at.get(i)
        if entity is not None and role.kind in ("body", "unit") and tokens[entity.last - 1].text[0].isupper():
            # A ministry or a bank under its own name: “Ministry of Mines”, “Bank of Mexico”.
            start, end, form = self._core(min(start, entity.first), first), max(end, entity.last), "name"
            if end > i + 1 and tokens[end - 1].lower in ("'s", "’s"):
                end -= 1
        numbers = []
        for country in countries or [None]:
            if role.kind == "office" and not plural and (country or whose.bodies):
                holder = self.honours.holder(role, country, whose.bodies)
                if holder is not None:
                    self.roll.mention(holder, first, end, "title")
                    numbers.append(holder)
                    continue
            code = None
            if not country and via_body is not None and via_body.named.code:
                code = via_body.named.code
            numbers.append(
                self._described(
                    country, sectors, role.word, plural, start, end, i, form, None, role, code, definite, whose.bodies
                )
            )
        self.roll.meant(range(start, end), tuple(numbers))
        self.saw(tuple(numbers), i)

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

    def _countries(self, whose: Belonging, i: int) -> tuple[list[str], Name | None]:
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
                number = self.honours.number.get(self.scene.person_at[token])
            country = self.roll.referents[number].country if number is not None else None
            if country:
                return [country], None
        for token in whose.pronouns:
            if token not in self.roll.at:
                self.memory.pronoun(token)
            for number in self.roll.at.get(token, ()):
                country = self.roll.referents[number].country
                if country:
                    return [country], None
        for token in whose.heads:
            for number in self.roll.at.get(token, ()):
                country = self.roll.referents[number].country
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

    def _described(
        self, country: str | None, sectors: tuple[str, ...], word: str, plural: bool, first: int, last: int, head: int, form: str,
        name: str | None = None, role: Role | None = None, code: str | None = None, definite: bool = True,
        bodies: list[Name] | None = None,
    ) -> int:  # fmt: skip
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
                self.honours.describe_office(number, role, first, last, head, bodies or [])
        roll.mention(number, first, last, form)
        return number

    def _organisation(self, first: int, last: int, head: int, role: Role | None) -> None:
        """A body named in the text that no table knows: it is itself, in its own words."""
        tokens = self.tokens
        while first < last and tokens[first].lower in ("the", "a", "an"):
            first += 1
        while last > first and (tokens[last - 1].lower in ("'s", "’s") or not tokens[last - 1].text[-1].isalnum()):
            last -= 1
        if (
            first >= last
            or any(i in self.scene.person_at for i in range(first, last))
            or tokens[last - 1].lower in _NO_BODY
            or tokens[head].lower in _NO_BODY
        ):
            return
        text = " ".join(self.parsed.span(first, last).text.split())
        key = text.lower()
        number = self._organisations.get(key)
        if number is None and last - first == 1:
            # “the Committee” after “the Human Rights Committee”.
            number = next((n for k, n in reversed(self._organisations.items()) if k.split()[-1] == key), None)
        if number is None:
            whose = self.scene.belonging(head)
            countries, via = self._countries(whose, head)
            country = countries[0] if countries else None
            code = via.named.code if via is not None and not country else country
            number = self._organisations[key] = self.roll.add(
                Referent("organization", text, country, via.named.sectors if via else (), code)
            )
        self.roll.mention(number, first, last, "name")
        self.saw((number,), head)

    # Those for whom a phrase speaks

    def _speaks_for(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """Enter, and return, the actors that stand behind a phrase which is no actor: “Iran's programme”."""
        if i in self.parties:
            return self.parties[i]
        self.parties[i] = ()
        tokens, roll, scene = self.tokens, self.roll, self.scene
        found: list[int] = []
        edge = scene.left_edge(i)
        at = i - 1
        seen_role = False
        while at >= edge:
            name = scene.name_at.get(at)
            if name is not None:
                if not scene._led_away(name.last) and not seen_role:
                    found.extend(self._modifier_actor(name))
                at = name.first - 1
                continue
            if at in roll.at:
                found.extend(roll.at[at])
                at -= 1
                continue
            role = role_at(tokens, at, edge)
            if (
                role
                and (
                    role[1].kind == "body"
                    or (role[1].kind == "person" and role[1].sector in _ARMED and role[1].word not in _ADJECTIVES)
                )
                and tokens[at].tag[:2] == "NN"
                and role[1].word not in _AMBIGUOUS
                and tokens[at].dep in ("compound", "nmod", "amod")
                and not seen_role
            ):
                seen_role = True
                self.describe_modifier(at, role[0], role[1], i)
                found.extend(roll.at.get(at, ()))
                at = role[0] - 1
                continue
            at -= 1
        for child in tokens[i].children:
            token = tokens[child]
            if token.dep == "poss":
                for one in self.parsed.conjuncts(child):
                    found.extend(self._party_at(one, depth))
            elif token.dep in ("prep", "agent") and depth < 4 and token.lower in ("of", "by", "between", "among"):
                if token.lower == "of" and found:
                    continue
                for obj in self.parsed.children(child, "pobj"):
                    for one in self.parsed.conjuncts(obj):
                        found.extend(self._party_at(one, depth))
        if not found:
            role_here = role_at(tokens, i, i)
            if role_here and role_here[1].kind == "place":
                whose = scene.belonging(i)
                found.extend(roll.state(c, world.state_called(c), True) for c in whose.countries[:2])
        self.parties[i] = tuple(dict.fromkeys(found))
        return self.parties[i]

    def describe_modifier(self, at: int, first: int, role: Role, noun: int) -> None:
        """“Israeli army bulldozers”: the army, with the country that the whole phrase names."""
        whose = self.scene.belonging(noun, first)
        countries, via = self._countries(whose, noun)
        if not countries and via is None:
            known = self.memory.same_description(at, role, False)
            if known:
                self.roll.mention(known[0], first, at + 1, "description")
                return
            around = self.memory.country_around(noun) if role.sector in _DOMESTIC else None
            countries = [around] if around else []
        number = self._described(
            countries[0] if countries else None, (role.sector,) if role.sector else (), role.word, False, first, at + 1, at, "description", None, role,
            via.named.code if via and not countries else None,
        )  # fmt: skip
        self.roll.meant(range(first, at + 1), (number,))

    def _modifier_actor(self, name: Name) -> tuple[int, ...]:
        roll, named = self.roll, name.named
        if named.kind in ("organisation", "seat"):
            return (roll.body(named),)
        if named.kind in ("city", "region", "capital") or named.iso3 is None:
            return ()
        number = roll.state(named.iso3, named.name if named.kind == "state" else world.state_called(named.iso3), True)
        roll.mention(number, name.first, name.last, "name" if named.kind == "state" else "description")
        return (number,)

    def _party_at(self, i: int, depth: int) -> tuple[int, ...]:
        if i in self.places:
            return ()
        if i in self.roll.at:
            return self.roll.at[i]
        if self.tokens[i].tag in _NOMINAL:
            return self._speaks_for(i, depth + 1)
        return ()


def person_head(scene: Scene, person: PersonName) -> int:
    """The token of a personal name that the rest of the sentence hangs it on."""
    return scene.head_of(person.first, person.last)
