"""What the structure of a noun phrase says about whose it is, and whether a name is only a place there."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.language import ParsedText
from memcon.reading.actors.gazetteer import Name
from memcon.reading.actors.persons import PersonName
from memcon.reading.actors.roles import Role, role_at, role_table
from memcon.reading.actors.words import word_set

_LOCATIVE = word_set("locative")
_VISITED = word_set("visited")
_MOTION = word_set("motion")
_ANSWERS = word_set("answers")
_SPOTS = word_set("spots")
_VISITING = word_set("visiting")
_NOT_OF = word_set("not_of")
_ADJECTIVAL = word_set("adjectival")
_ADJECTIVE_NOUNS = word_set("adjective_nouns")
_PREPOSITIONS = ("of", "in", "from", "throughout", "across", "at", "within", "inside", "near")


@dataclass(slots=True)
class Belonging:
    """Whose a phrase is: the countries and the bodies its modifiers, possessors and “of” name.

    ``around`` are countries only said to be where it is (“rebels in Darfur”); ``joined`` that several own it together.
    """

    countries: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    bodies: list[Name] = field(default_factory=list)
    roles: list[tuple[int, Role]] = field(default_factory=list)
    pronouns: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    persons: list[int] = field(default_factory=list)
    joined: bool = False


class Scene:
    """A parsed text with the names found in it, asked about its noun phrases."""

    def __init__(self, parsed: ParsedText, names: list[Name], persons: list[PersonName]) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.persons = persons
        self.person_at: dict[int, int] = {}
        for k, person in enumerate(persons):
            for i in range(person.first, person.last):
                self.person_at[i] = k
        inside = _inside_longer(parsed, names)
        self.names = [n for n in names if n.first not in self.person_at and n.first not in inside]
        self.name_at: dict[int, Name] = {}
        for name in self.names:
            for i in range(name.first, name.last):
                self.name_at[i] = name

    def head_of(self, first: int, last: int) -> int:
        """The token of ``first``..``last`` that the others hang on."""
        for i in range(last - 1, first - 1, -1):
            head = self.tokens[i].head
            if (head < first or head >= last or head == i) and self.tokens[i].dep != "punct":
                return i
        return last - 1

    def left_edge(self, head: int) -> int:
        """The leftmost modifier of a noun, possessors left out."""
        first = head
        stack = [head]
        tokens = self.tokens
        while stack:
            for child in tokens[stack.pop()].children:
                if child < head and tokens[child].dep in _ADJECTIVAL and tokens[child].dep != "poss":
                    first = min(first, child)
                    stack.append(child)
        return first

    def is_modifier(self, i: int) -> bool:
        """Whether token ``i`` stands before a noun as its adjective or compound."""
        token = self.tokens[i]
        return not (token.dep not in ("compound", "amod", "nmod", "npadvmod") or token.head <= i)

    def joins_modifier(self, name: Name) -> bool:
        """Whether it is the first of “the Azerbaijani and Armenian ministers”."""
        tokens = self.tokens
        if name.last + 1 >= len(tokens) or tokens[name.last].lower not in ("and", "or", "&"):
            return False
        other = self.name_at.get(name.last + 1)
        return (
            other is not None
            and other.named.kind in ("people", "state")
            and self.is_modifier(other.last - 1)
            and name.named.kind == "people"
        )

    def is_place(self, name: Name) -> tuple[bool, bool]:
        """Whether a name is only where something is, and whether its state is a party all the same."""
        head = self.head_of(name.first, name.last)
        tokens = self.tokens
        token = tokens[head]
        seen = 0
        while token.dep in ("conj", "appos") and seen < 12:
            governor = tokens[token.head]
            if token.dep == "appos" and governor.i not in self.name_at:
                break
            token = governor
            seen += 1
        state = name.named.kind == "state"
        capital = name.named.kind == "capital"
        dep = token.dep
        if dep == "pobj":
            prep = tokens[token.head]
            governor = tokens[prep.head]
            word = prep.lower
            if word in _LOCATIVE:
                arrived = word in _VISITED or (word in ("in", "at") and governor.lemma in ("arrive", "land", "arrival"))
                return True, arrived
            if word == "from":
                if governor.lemma in _ANSWERS and governor.lemma not in ("withdraw", "import"):
                    return False, True
                if governor.lemma in _MOTION or not state or self._role(governor.i):
                    return True, False
                return False, True
            if word in ("to", "for") and not state:
                if governor.lemma in _MOTION or governor.lemma in _SPOTS:
                    return True, governor.lemma not in _SPOTS
                return not capital, True
            if word == "of":
                if governor.lemma in _SPOTS:
                    return True, False
                return (not state and not capital), True
            return (not state and not capital), True
        if dep == "dobj" and not state:
            governor = tokens[token.head]
            if governor.lemma in _VISITING or not capital:
                return True, True
            return False, True
        if dep == "poss":
            owned = tokens[token.head]
            if owned.lemma in _SPOTS:
                return True, False
            return (not state and not capital), not (not state and not capital)
        if dep in ("nsubj", "nsubjpass", "agent", "attr", "dative", "oprd"):
            return (not state and not capital), True
        if dep in ("compound", "amod", "nmod", "npadvmod"):
            return not state, state
        if dep == "ROOT" and not state:
            return len(tokens) > name.last - name.first + 3, False
        return not state and not capital, state or capital

    def is_land(self, name: Name) -> bool:
        """Whether a territory's name is only where something is: “in Somaliland”."""
        token = self.tokens[self.head_of(name.first, name.last)]
        return token.dep == "pobj" and self.tokens[token.head].lower in _LOCATIVE

    def _role(self, i: int) -> Role | None:
        found = role_at(self.tokens, i, max(0, i - 3))
        return found[1] if found and found[1].kind in ("person", "body", "member", "office", "unit") else None

    def belonging(self, head: int, first: int | None = None, depth: int = 0) -> Belonging:
        """Whose the phrase with this head is, nearest first: modifiers, possessor, then of, in, from …

        Args:
            head: head token of the phrase.
            first: the first token of the role phrase (“foreign minister”), not itself a modifier.
        """
        found = Belonging()
        tokens = self.tokens
        edge = self._joined_edge(found, self.left_edge(head))
        stop = head if first is None else first
        i = stop - 1
        while i >= edge:
            name = self.name_at.get(i)
            if name is not None:
                if not self._led_away(name.last):
                    self._take(found, name)
                i = name.first - 1
                continue
            if i in self.person_at:
                found.persons.append(i)
                i = self.persons[self.person_at[i]].first - 1
                continue
            role = role_at(tokens, i, edge)
            if (
                role
                and role[1].kind in ("body", "person", "office")
                and tokens[i].dep != "poss"
                and tokens[i].tag[:2] == "NN"
                and role[1].word not in _ADJECTIVE_NOUNS
            ):
                found.roles.append((i, role[1]))
                i = role[0] - 1
                continue
            i -= 1
        for child in tokens[head].children:
            token = tokens[child]
            if token.dep == "poss":
                self._possessor(found, child, depth)
            elif (
                token.dep == "prep"
                and depth < 4
                and child > head
                and (token.lower in _PREPOSITIONS or (token.lower == "for" and tokens[head].lower.startswith("spokes")))
            ):
                for obj in self.parsed.children(child, "pobj"):
                    joined = self.parsed.conjuncts(obj)
                    found.joined = found.joined or len(joined) > 1
                    several = token.lower == "from" and len(joined) > 1  # “officials from Chad, Mali and Togo”
                    for one in joined:
                        self._owner(found, one, depth, weak=not several and token.lower not in ("of", "for"))
        if (
            tokens[head].dep == "conj"
            and not found.countries
            and not found.bodies
            and depth == 0
            and not found.pronouns
        ):
            before = tokens[head].head
            if not any(tokens[c].dep in ("det", "poss") for c in tokens[head].children):
                shared = self.belonging(before, None, depth + 1)
                if shared.countries and self._role(before):
                    found.countries.extend(shared.countries)
                    found.bodies.extend(shared.bodies)
        return found

    def _joined_edge(self, found: Belonging, edge: int) -> int:
        """Further to the left over “the Azerbaijani and (Armenian foreign ministers)”."""
        tokens = self.tokens
        if edge < 2 or tokens[edge - 1].lower not in ("and", "or", "&") or edge not in self.name_at:
            return edge
        before = self.name_at.get(edge - 2)
        if (
            before is None
            or before.named.kind not in ("people", "state")
            or self.name_at[edge].named.kind not in ("people", "state")
        ):
            return edge
        if before.named.kind == "state" and tokens[edge - 2].text.isalpha() and not tokens[edge - 2].text.isupper():
            return edge
        found.joined = True
        return before.first

    def _possessor(self, found: Belonging, child: int, depth: int) -> None:
        token = self.tokens[child]
        if token.tag == "PRP$":
            found.pronouns.append(child)
            return
        self._owner(found, child, depth)

    def _owner(self, found: Belonging, i: int, depth: int, weak: bool = False) -> None:
        name = self.name_at.get(i)
        if name is not None:
            if weak and name.named.kind not in ("organisation", "seat"):
                if name.named.iso3 and name.named.iso3 not in found.around:
                    found.around.append(name.named.iso3)
            else:
                self._take(found, name)
            return
        if i in self.person_at:
            found.persons.append(i)
            return
        found.heads.append(i)
        role = self._role(i)
        inner = self.belonging(i, None, depth + 1)
        if role:
            found.roles.append((i, role))
        found.around.extend(inner.around)
        (found.around if weak else found.countries).extend(c for c in inner.countries if c not in found.countries)
        found.bodies.extend(inner.bodies)
        found.roles.extend(inner.roles)
        found.persons.extend(inner.persons)
        found.pronouns.extend(inner.pronouns)

    def _take(self, found: Belonging, name: Name) -> None:
        before = self.name_at.get(name.first - 1)
        if before is not None and before.named.kind == "people" and name.named.kind in ("region", "city"):
            # “the Syrian Golan Heights”: the text says whose.
            name = before
        named = name.named
        if named.kind in ("organisation", "seat"):
            found.bodies.append(name)
        elif named.iso3 and named.iso3 not in found.countries:
            found.countries.append(named.iso3)

    def _led_away(self, after: int) -> bool:
        """“Iran-backed”, “Moscow-based”, “anti-American”: the country named does not own what follows."""
        tokens = self.tokens
        if after + 1 < len(tokens) and tokens[after].text in ("-", "–"):
            return tokens[after + 1].lower in _NOT_OF
        return False


def _inside_longer(parsed: ParsedText, names: list[Name]) -> set[int]:
    """Where known names begin that are only a part of a longer one: “(Santa Marta) Self Defense Forces”."""
    found: set[int] = set()
    covered = {i for n in names for i in range(n.first, n.last)}
    ends = {e.last: e for e in parsed.entities if e.label == "ORG"}
    for name in names:
        if name.named.kind != "organisation" or name.named.upper:
            continue
        entity = ends.get(name.last)
        if entity is None or entity.first >= name.first:
            continue
        before = parsed.tokens[name.first - 1]
        if (
            before.pos == "PROPN"
            and before.text[0].isupper()
            and name.first - 1 not in covered
            and before.dep == "compound"
        ):
            found.add(name.first)
    return found


def is_modifier_word(word: str) -> str | None:
    """The sector that a modifier gives the noun after it, or None."""
    return role_table().modifiers.get(word)
