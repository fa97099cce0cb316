"""Who suffered what is condemned: “the attack on Israel”, “the arrest of journalists in Minsk” blame neither."""

from __future__ import annotations

from memcon.language import Clause
from memcon.reading.events.matching import Matcher
from memcon.reading.events.parties import Parties

# What happens to a state: “the coup in Niger” is not blamed on Niger.
_AGAINST_A_STATE = frozenset({"coup", "putsch", "mutiny", "takeover", "insurrection", "bombing", "massacre"})
# What states do to people, by their courts and police: done to those that “of” names, by the state where it is done.
_BY_THE_STATE = frozenset(
    {"arrest", "detention", "imprisonment", "jailing", "sentencing", "conviction", "prosecution", "execution", "trial"}
    | {"expulsion", "harassment", "persecution", "intimidation", "disbarment", "removal", "diversion", "silencing"}
)
# What is done to those that “of” names.
_SUFFERED = _BY_THE_STATE | frozenset(
    {"invasion", "annexation", "occupation", "bombing", "bombardment", "shelling", "killing", "murder", "assassination"}
    | {"beheading", "kidnapping", "abduction", "poisoning", "torture", "seizure", "displacement"}
    | {"shooting", "massacre", "hijacking", "siege", "blockade"}
)
# Clauses about a hardship that name who bears it: “the pressures facing the Lebanese people”.
_BEFALLING = frozenset(
    {"face", "affect", "confront", "afflict", "plague", "target", "threaten", "endanger", "harm", "displace", "hit"}
)
_WHERE = ("in", "at", "near", "outside", "of")


class Victims:
    """Tells the victims of what a clause condemns from those it blames."""

    def __init__(self, matcher: Matcher, parties: Parties) -> None:
        self._matcher = matcher
        self._parties = parties
        self._clauses = parties.clauses
        self._text = parties.text

    def of(self, clause: Clause) -> set[int]:
        """“condemned the attack on Israel”: not Israel is blamed."""
        found: set[int] = set()
        for noun in self._judged(clause):
            lemma = self._text.tokens[noun].lemma
            entries = self._matcher.lexicon.nouns.get(lemma, ())
            roles = self._parties.roles_of_noun(noun)
            if lemma in _AGAINST_A_STATE:
                found.update(roles.get("in", ()))
            if lemma in _SUFFERED:
                found.update(i for i in roles.get("of", ()) if self._suffers(noun, i))
            if any(entry.type == "ASSAULT" for _, entry in entries):
                # “the attack on the terminal in Odesa”, “the attack in the province of Kunduz”
                found.update(clause.oblique(*_WHERE[:-1]))
                found.update(i for at in clause.oblique(*_WHERE[:-1]) for i in self._clauses.nominal(at).oblique("of"))
                struck = [i for role in ("on", "against", *_WHERE[:-1]) for i in roles.get(role, ())]
                found.update(struck)
                for i in struck:
                    found.update(self._clauses.nominal(i).oblique(*_WHERE))
            for child in self._text.tokens[noun].children:
                told = self._clauses.of(child) if self._text.tokens[child].lemma in _BEFALLING else None
                if told is not None and told.relation in ("acl", "relcl"):
                    found.update(told.patient)
        return found

    def where(self, clause: Clause) -> tuple[str, ...]:
        """“condemned the execution of a Swede in Chad”: Chad is blamed."""
        for noun in self._judged(clause):
            for sufferer in self._parties.roles_of_noun(noun).get("of", ()):
                for place in self._places(noun, sufferer) if self._text.tokens[noun].lemma in _SUFFERED else ():
                    found = self._parties.behind(place, places=True)
                    if found:
                        return found
        return ()

    def _judged(self, clause: Clause) -> tuple[int, ...]:
        """The nouns that blame is about (“condemned the arrest”, “protested against the arrest”, “concerned by”)."""
        judged = (*clause.patient, *clause.oblique("against", "over", "at", "by", "about"))
        return (*judged, *clause.agent) if clause.passive or clause.kind == "copula" else judged

    def _suffers(self, noun: int, sufferer: int) -> bool:
        """“the invasion of Chad”, “the execution of a Swede in Chad”: not “the arrest of Chad's opposition leader”."""
        meant = [self._parties.actors.actor(a) for a in self._parties.actors.party(sufferer)]
        if any(actor.kind == "state" for actor in meant):
            return True
        return bool(self._places(noun, sufferer))

    def _places(self, noun: int, sufferer: int) -> tuple[int, ...]:
        return tuple(i for head in (noun, sufferer) for i in self._clauses.nominal(head).roles.get("in", ()))
