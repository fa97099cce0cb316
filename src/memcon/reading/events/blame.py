"""Blame without a verb of blame: “Russia's unprovoked attack”, “we are confident that Iran conducted this attack”."""

from __future__ import annotations

from memcon.reading.events.drafting import DraftReader
from memcon.reading.events.drafts import Draft
from memcon.reading.events.status import HAPPENED

# Adjectives that judge an act; who uses them of somebody's act blames him.
JUDGING = frozenset(
    {"unprovoked", "unjustified", "brutal", "barbaric", "barbarous", "heinous", "cowardly", "illegal", "unlawful"}
    | {"reckless", "senseless", "despicable", "abhorrent", "egregious", "unconscionable", "premeditated", "vicious"}
    | {"provocative", "destabilising", "destabilizing", "flagrant", "blatant", "unacceptable", "inhumane", "savage"}
    | {"ruthless", "indefensible", "appalling", "criminal", "illegitimate", "callous", "unjustifiable", "malicious"}
    | {"unwarranted"}
)
_ACTS = frozenset(
    {"attack", "invasion", "war", "aggression", "assault", "occupation", "annexation", "campaign", "crackdown"}
    | {"bombing", "shelling", "launch", "action", "behaviour", "behavior", "threat", "provocation", "violation"}
    | {"repression", "detention", "imprisonment", "arrest", "abduction", "raid", "incursion", "blockade", "coercion"}
    | {"interference", "activity", "harassment", "persecution", "policy", "decision", "move", "treatment", "killing"}
    | {"bombardment", "strike"}
)
# Words that say how sure somebody is of what another did.
_SURE = frozenset({"confident", "convinced", "certain", "sure", "doubtless"})
_JUDGED = frozenset({"assess", "conclude", "determine", "find", "judge", "establish"})


class BlameReader(DraftReader):
    """Drafts the blame that lies in adjectives and in what somebody is sure of."""

    def judged(self, adjective: int) -> Draft | None:
        """“Russia's unprovoked attack”: the speaker, or who sends the text out, blames Russia."""
        tokens = self.text.tokens
        noun = tokens[adjective].head
        while tokens[noun].dep in ("amod", "conj") and tokens[noun].pos == "ADJ":
            noun = tokens[noun].head
        clause = self.clauses.around(noun)
        if tokens[noun].lemma not in _ACTS or clause is None or self.ledger.telling.get(clause.index) == "ACCUSE":
            return None
        heads = self.counterparts.speakers(clause)
        source = self.parties.fill({"agent": heads}, ("agent",)) if heads else self.parties.actors.issuer
        target = self.parties.fill(self.parties.roles_of_noun(noun), ("possessor", "by", "modifier"), source)
        sides = {self.parties.country(a) for a in source}
        if not source or not target or sides & {self.parties.country(a) for a in target}:
            return None
        return Draft("ACCUSE", "111", None, adjective, clause, source, target, HAPPENED)

    def charge(self, draft: Draft) -> Draft | None:
        """“confident that Iran conducted the attack”: the speaker accuses Iran, and the attack is alleged."""
        clause = draft.clause
        hostile = draft.type in ("ASSAULT", "COERCE") and draft.status == HAPPENED and bool(draft.source)
        if not hostile or clause is None or clause.relation != "ccomp" or clause.parent is None:
            return None
        above = self.clauses.all[clause.parent]
        word = self.text.tokens[above.head if above.kind == "copula" else above.verb]
        sure = word.lemma in _JUDGED or word.lower in _SURE or self._sure_beside(above.verb)
        if not sure or above.negated:
            return None
        heads = above.agent or above.patient
        source = self.parties.fill({"agent": heads}, ("agent",))
        source = source or self.parties.fill({"agent": self.counterparts.speakers(above)}, ("agent",))
        sides = {self.parties.country(a) for a in source}
        if not source or sides & {self.parties.country(a) for a in draft.source}:
            return None
        draft.status = "alleged"
        return Draft("ACCUSE", "112", None, word.i, above, source, draft.source, HAPPENED, mode="allege")

    def _sure_beside(self, verb: int) -> bool:
        tokens = self.text.tokens
        return any(tokens[c].lower in _SURE for c in tokens[verb].children if tokens[c].dep in ("acomp", "oprd"))
