"""Who acts and who is acted upon: the slots of an entry, filled with the actors of the clause."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from memcon.language import AGENT, Clause, Clauses
from memcon.reading.context import ActorIndex

_INNER = (
    "possessor",
    "modifier",
    "of",
    "between",
    "against",
    "with",
    "by",
    "from",
    "to",
    "on",
    "in",
    "for",
    "among",
    "at",
    "throughout",
    "across",
    "inside",
)
# Participles that tell on whose side somebody is, with the role in which that stands.
_SIDE_OF = {
    "lead": AGENT,
    "command": AGENT,
    "head": AGENT,
    "link": "to",
    "ally": "with",
    "fire": "from",
    "launch": "from",
}
# Prepositions that name a place; an entry that lists one takes the place's state as the party.
_LOCATIVE = frozenset(
    {"in", "into", "to", "at", "near", "outside", "from", "on", "over", "along", "through", "inside", "patient"}
    | {"around", "off", "against", "towards", "toward"}
)
_AIDS = frozenset({"backing", "support", "help", "assistance", "blessing", "approval", "consent", "mediation", "aid"})
# Treaties with a title of their own, and the roles of those who made them.
_TITLES = frozenset({"agreement", "convention", "statute", "treaty", "protocol", "charter", "covenant", "compact"})
_SIGNING = frozenset({AGENT, "with", "between", "by", "among"})
_BLOWS = frozenset(
    {"attack", "strike", "airstrike", "bombing", "explosion", "blast", "shelling", "shooting", "killing"}
)
_WITHIN = frozenset({"in", "at", "throughout", "across", "inside"})


class Parties:
    """Fills slots for one document."""

    def __init__(self, clauses: Clauses, actors: ActorIndex, event_nouns: Container[str] = ()) -> None:
        self._event_nouns = event_nouns
        self._roles: dict[int, dict[str, tuple[int, ...]]] = {}
        self._behind: dict[tuple[int, bool, int], tuple[str, ...]] = {}
        self.clauses = clauses
        self.text = clauses.text
        self.actors = actors
        # A rebel movement is a side of its own, whatever country it is of.
        movements = {a.id for a in actors.actors if a.kind == "organization" and "REB" in a.sectors}
        self._country = {a.id: (a.country if a.id not in movements else None) or a.code or a.id for a in actors.actors}
        self._states = {actor.country: actor.id for actor in actors.actors if actor.kind == "state" and actor.country}
        # A bare group (“troops”, “people”) says nothing of whose it is; an owner named beside it says more.
        self.known = frozenset(a.id for a in actors.actors if a.code or a.country or a.kind in ("person", "office"))

    def country(self, actor: str) -> str:
        """What side an actor is on: its country, else its code, else itself."""
        return self._country.get(actor, actor)

    def any_known(self, actors: Iterable[str]) -> bool:
        """Whether of one of them a country, a code or a name is known."""
        return not self.known.isdisjoint(actors)

    def of_a_side(self, actors: Iterable[str]) -> bool:
        """Whether somebody among them stands for a country or a body."""
        return any(self._country.get(a, a) != a for a in actors)

    def everybody(self, heads: tuple[int, ...], actors: tuple[str, ...]) -> bool:
        """“the international community”, “the world”: nobody in particular."""
        if actors:
            return all(self.actors.actor(a).code == "INT" for a in actors)
        return bool(heads) and all(self.text.tokens[head].lower in ("world", "community") for head in heads)

    def states(self, places: Iterable[str]) -> tuple[str, ...]:
        """The states that places lie in, where the text names them (“its embassy in Tegucigalpa”); else the places."""
        meant = []
        for place in places:
            actor = self.actors.actor(place)
            state = self._states.get(actor.country or "") if actor.kind == "place" else None
            meant.append(state or place)
        return tuple(dict.fromkeys(meant))

    def behind(self, head: int, places: bool = False, depth: int = 0) -> tuple[str, ...]:
        """The actors that a phrase stands for: itself, its owner, or whom its own phrases name."""
        found = self._behind.get((head, places, depth))
        if found is None:
            found = self._behind[head, places, depth] = self._read_behind(head, places, depth)
        return found

    def _read_behind(self, head: int, places: bool, depth: int) -> tuple[str, ...]:
        found = tuple(a for a in self.actors.party(head) if a in self.known)
        if found:
            return found
        if head in self.actors.places:
            return self.states(self.actors.at(head)) if places else ()
        if depth > 2 or self._is_title(head):
            return ()
        roles = self.clauses.nominal(head).roles
        acts = self.text.tokens[head].lemma in self._event_nouns
        used = self.text.tokens[head].lemma == "use"  # “drones for use in Ukraine”: given to nobody there
        allied = self.text.tokens[head].lemma.lower() in ("ally", "partner")  # “our NATO ally” is not NATO
        for role in (AGENT, *_INNER):
            heads = roles.get(role)
            if not heads or (used and role in _WITHIN) or (allied and role == "modifier"):
                continue
            if self.text.tokens[head].lemma in _BLOWS and role in _WITHIN and not places:
                continue  # “the attack in the province of Kunduz”: the place is no side of it
            # “rebels in the Ivory Coast”, “a judge in Nigeria”: the place says whose they are.
            inside = places or (depth == 0 and role in _WITHIN and not acts)
            found = tuple(dict.fromkeys(a for inner in heads for a in self.behind(inner, inside, depth + 1)))
            if found:
                return found
        for child in self.text.tokens[head].children:
            where = _SIDE_OF.get(self.text.tokens[child].lemma) if self.text.tokens[child].dep == "acl" else None
            told = self.clauses.of(child) if where is not None else None
            if told is not None and where is not None:
                # “militants led by Hamas”, “hackers linked to Iran”, “rockets fired from Lebanon”
                found = tuple(a for a in self.strict(told.roles.get(where, ()), where == "from") if a in self.known)
                if found:
                    return found
            if self.text.tokens[child].dep == "appos":
                found = tuple(a for a in self.actors.party(child) if a in self.known)
                if found:
                    return found
        return ()

    def strict(self, heads: Iterable[int], places: bool = False) -> tuple[str, ...]:
        """The actors that the phrases themselves mean or belong to."""
        found: list[str] = []
        for head in heads:
            mine = self.actors.party(head)
            if not mine and places:
                mine = self.states(self.actors.at(head))
            found.extend(mine)
        return tuple(dict.fromkeys(found))

    def fill(
        self, roles: Mapping[str, tuple[int, ...]], slots: Iterable[str], not_these: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """The actors of the first slot that names one; then those that a slot's phrases name further inside.

        Actors of whom a country, a code or a name is known come first, bare groups (“gunmen”) last.
        """
        avoid = set(not_these)
        nameless: tuple[str, ...] = ()
        backed = roles.get("with")
        if backed and any(self.text.tokens[i].lemma in _AIDS for i in backed):
            # “with U.S. backing”: who backs is not acted upon.
            roles = {**roles, "with": tuple(i for i in backed if self.text.tokens[i].lemma not in _AIDS)}
        filled = [(heads, slot in _LOCATIVE) for slot in slots if (heads := roles.get(slot))]
        for heads, places in filled:
            found = [a for a in self.strict(heads, places) if a not in avoid]
            known = tuple([a for a in found if a in self.known])
            if known:
                return known
            nameless = nameless or tuple(found)
        for heads, places in filled:
            inside = [a for head in heads for a in self.behind(head, places) if a in self.known and a not in avoid]
            if inside:
                return tuple(dict.fromkeys(inside))
        return nameless

    def roles_of(self, clause: Clause) -> dict[str, tuple[int, ...]]:
        """The roles of a clause with those of its objects, possessors of objects under “possessor”."""
        found = self._roles.get(clause.index)
        if found is None:
            found = self.clauses.roles_with_object(clause)
            for title in self.titled(clause):
                within = self._within_title(title)
                found = {role: tuple(i for i in heads if i not in within) for role, heads in found.items()}
            self._roles[clause.index] = found
        return dict(found)

    def titled(self, clause: Clause) -> tuple[int, ...]:
        """The treaties that a clause calls by their title: “ratified the WTO Agreement on Fisheries”."""
        heads = (*clause.patient, *clause.roles.get("to", ()), *clause.roles.get("from", ()))
        return tuple(i for i in heads if self._is_title(i))

    def _is_title(self, head: int) -> bool:
        token = self.text.tokens[head]
        return token.pos == "PROPN" and token.lower in _TITLES

    def _within_title(self, head: int) -> frozenset[int]:
        """What only belongs to the title: “WTO”, “the Rights of the Child”; who it was signed with does not."""
        words = {i for role, heads in self.clauses.nominal(head).roles.items() if role not in _SIGNING for i in heads}
        after = self.text.tokens[head + 1 : head + 2]
        if after and after[0].lower in ("on", "of", "for", "against", "concerning"):
            words.update(self.text.children(after[0].i, "pobj"))
        return frozenset(words)

    def roles_of_noun(self, noun: int) -> dict[str, tuple[int, ...]]:
        """The roles of a nominal act, its possessor under “possessor”."""
        roles = dict(self.clauses.nominal(noun).roles)
        if AGENT in roles:
            roles["possessor"] = roles.pop(AGENT)
        modifiers = roles.get("modifier", ())
        hostile = tuple(i for i in modifiers if self._anti(i))
        if hostile:
            roles["against"] = (*roles.get("against", ()), *hostile)
            roles["modifier"] = tuple(i for i in modifiers if i not in hostile)
        return roles

    def wide_roles_of_noun(self, noun: int) -> dict[str, tuple[int, ...]]:
        """The roles of a nominal act with those that its phrases hold (“the visit of Sweden’s premier to Estonia”)."""
        roles = self.roles_of_noun(noun)
        for role in ("of", "by", "to", "with", "on", "from", "against"):
            for inner in roles.get(role, ()):
                for name, heads in self.clauses.nominal(inner).roles.items():
                    if name not in (AGENT, "modifier", "of") and name not in roles:
                        roles[name] = heads
        return roles

    def _anti(self, i: int) -> bool:
        """“anti-Japanese”: against, not by."""
        tokens = self.text.tokens
        if tokens[i].lower.startswith("anti"):
            return True
        before = [tokens[k].lower for k in range(max(0, i - 2), i)]
        return "anti" in before or "anti-" in before

    def sides(self, actors: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Actors in two groups: those of the first one's country, and the rest."""
        found = tuple(dict.fromkeys(actors))
        if not found:
            return (), ()
        first = self.country(found[0])
        return (
            tuple(a for a in found if self.country(a) == first),
            tuple(a for a in found if self.country(a) != first),
        )
