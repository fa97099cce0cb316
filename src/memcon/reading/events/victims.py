"""Those who suffered: not Israel is blamed where “the attack on Israel” is condemned, and who struck whom."""

from __future__ import annotations

from memcon.language import Clause
from memcon.reading.events.drafting import DraftReader

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
# Words in which blame is voiced, and offices whose holders do not arrest themselves.
_VOICED = frozenset({"condemnation", "denunciation", "criticism", "outrage", "concern", "alarm", "dismay", "rejection"})
_RULING = frozenset({"President", "Prime Minister", "King", "Emir", "Sultan"})
_WHERE = ("in", "at", "near", "outside")


class VictimReader(DraftReader):
    """Tells those to whom something was done from those who did it."""

    def _victims(self, clause: Clause) -> set[int]:
        """“condemned the attack on Israel”: not Israel is blamed."""
        found: set[int] = set()
        for noun in self._judged(clause):
            lemma = self.text.tokens[noun].lemma
            entries = self.matcher.lexicon.nouns.get(lemma, ())
            roles = self.parties.roles_of_noun(noun)
            if lemma in _AGAINST_A_STATE:
                found.update(roles.get("in", ()))
            if lemma in _SUFFERED:
                sufferers = roles.get("of", ())
                found.update(sufferers if any(self._state_or_abroad(noun, i) for i in sufferers) else ())
            if any(entry.type == "ASSAULT" for _, entry in entries):
                # “the attack on the terminal in Odesa”, “the attack in the province of Kunduz”
                struck = [i for role in ("on", "against", *_WHERE) for i in roles.get(role, ())]
                for i in (*struck, *clause.oblique(*_WHERE)):
                    found.update((i, *self.clauses.nominal(i).oblique(*_WHERE, "of")))
            for child in self.text.tokens[noun].children:
                told = self.clauses.of(child) if self.text.tokens[child].lemma in _BEFALLING else None
                if told is not None and told.relation in ("acl", "relcl"):
                    found.update(told.patient)
        return found

    def _attacker(self, clause: Clause) -> tuple[str, ...]:
        """“were wounded when rebels attacked a convoy”: the rebels wounded them."""
        for kid in self.clauses.children(clause):
            beside = kid.relation == "advcl" and kid.mark in ("when", "as", "after") and not kid.passive
            if beside and any(match.entry.type == "ASSAULT" for match in self.matcher.verb(kid)):
                return self.parties.fill({"agent": kid.agent}, ("agent",))
        return ()

    def _judged(self, clause: Clause) -> tuple[int, ...]:
        """The nouns that blame is about (“condemned the arrest”, “protested against the arrest”, “concerned by”)."""
        judged = (*clause.patient, *clause.oblique("against", "over", "at", "by", "about"))
        voiced = [i for i in clause.patient if self.text.tokens[i].lemma in _VOICED]
        # “reiterated its condemnation of the arrest”
        judged = (*judged, *(i for noun in voiced for i in self.clauses.nominal(noun).oblique("of", "at", "over")))
        return (*judged, *clause.agent) if clause.passive or clause.kind == "copula" else judged

    def _state_or_abroad(self, noun: int, sufferer: int) -> bool:
        """“the invasion of Chad”, “the execution of a Swede in Chad”: not “the arrest of Chad's opposition leader”."""
        meant = [self.parties.actors.actor(a) for a in self.parties.actors.party(sufferer)]
        if any(actor.kind == "state" for actor in meant):
            return True
        if any(office.title in _RULING for actor in meant for office in actor.offices):
            return True  # “the detention of the president”: by those who overthrew him
        return bool(self._where(noun, sufferer))

    def _where(self, noun: int, sufferer: int) -> tuple[int, ...]:
        return tuple(i for head in (noun, sufferer) for i in self.clauses.nominal(head).roles.get("in", ()))

    def _where_suffered(self, clause: Clause) -> tuple[str, ...]:
        """“condemned the execution of a Swede in Chad”: Chad is blamed."""
        for noun in self._judged(clause):
            for sufferer in self.parties.roles_of_noun(noun).get("of", ()):
                for place in self._where(noun, sufferer) if self.text.tokens[noun].lemma in _BY_THE_STATE else ():
                    found = self.parties.behind(place, places=True)
                    if found:
                        return found
        return ()

    def _victims_state(self, clause: Clause, source: tuple[str, ...]) -> tuple[str, ...]:
        """“killed four militants in northern Iraq”: the state whose people or things were hit."""
        sides = {self.parties.country(a) for a in source}
        inside = [i for head in clause.patient for i in self.clauses.nominal(head).roles.get("in", ())]
        for head in (*clause.oblique("in", "at", "near"), *inside):
            found = self.parties.behind(head, places=True)
            if found:
                return tuple(a for a in found if a in self.parties.known and self.parties.country(a) not in sides)
        return ()
