"""Pronouns: “he”, “they”, “its”, “we”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reading.actors.part import Part
from memcon.reading.actors.words import word_set

if TYPE_CHECKING:
    pass
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
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
_STYLES = word_set("styles")
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs"})
_NEUTER = frozenset({"it", "its", "itself"})
_FIRST = word_set("first")


_FORCES = (("REB",), ("MIL",), ("PRM",), ("UAF",))

# Those at the head of a state, a body or a firm.
_HEADS = frozenset(
    ("president", "chairman", "chairwoman", "chairperson", "head", "director", "chief", "founder", "leader")
)


class Pronouns(Part):
    """Enters whoever a pronoun means."""

    def enter(self, i: int) -> None:
        """Enter whoever a pronoun means, if anyone can be told."""
        token = self.tokens[i]
        lower = token.lower
        if i + 1 < len(self.tokens) and self.tokens[i + 1].lower in _STYLES:
            return
        if token.text == "HE" and not self.tokens[max(0, i - 1)].text.isupper():
            # “HE the President”, not “he”.
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
                self.roll.mention(number, i, i + 1, "pronoun")
            self.roll.meant((i,), found)
            self.reader.memory.saw(found, i)

    def _singular(self, i: int, gender: str) -> tuple[int, ...]:
        token = self.tokens[i]
        ranked = self.reader.memory.ranked(i, 4)
        if token.dep == "poss":
            ranked.sort(key=lambda r: 0 if self.reader.memory.binds(r[1], i) else 1)
        fallback: tuple[int, ...] = ()
        for numbers, head in ranked:
            if len(numbers) != 1:
                continue
            who = self.referent(numbers[0])
            if who.kind not in ("person", "office") or who.plural:
                continue
            if who.gender and who.gender != gender:
                continue
            if who.role == "family":
                continue
            if who.kind == "office" and gender == "male" and self._goes_on(head, i):
                who.gender = who.gender or gender
                return numbers
            if who.kind == "office" and not fallback:
                fallback = numbers
                continue
            if who.gender is None:
                who.gender = gender
            return numbers
        return fallback

    def _goes_on(self, head: int, i: int) -> bool:
        """“The Secretary-General condemned … He called on …”: the subject of the sentence before is so again."""
        tokens = self.tokens
        subject = tokens[head].dep in _SUBJECT and tokens[tokens[head].head].dep == "ROOT"
        before = self.parsed.sentence_of(i).index - self.parsed.sentence_of(head).index
        return subject and before == 1 and tokens[i].dep in _SUBJECT

    def _plural(self, i: int) -> tuple[int, ...]:
        token = self.tokens[i]
        ranked = self.reader.memory.ranked(i, 2)
        if token.dep == "poss":
            clause = self.context.clauses.around(i)
            if clause is not None and clause.agent and all(a < i for a in clause.agent):
                together = self.reader.memory.together(clause.agent)
                if len(together) > 1 or (together and self.referent(together[0]).plural):
                    return together
        here = self.parsed.sentence_of(i).index
        opens = token.dep in _SUBJECT and not any(index == here for _, _, index in self.reader.memory.seen[-6:])
        if opens:
            met = self.reader.memory.met(i)
            if met:
                return met
        for numbers, head in ranked:
            joined = (
                numbers
                if len(numbers) > 1
                else self.reader.memory.together(tuple(self.parsed.conjuncts(self._first_conjunct(head))))
            )
            if len(joined) > 1:
                if self.tokens[head].dep in _SUBJECT or self.parsed.sentence_of(head).index < here:
                    return joined
            elif self._many(numbers[0]):
                return numbers
        pair = self.reader.memory.pair(i, people=True)
        if len(pair) > 1:
            return pair
        for numbers, _ in ranked:
            who = self.referent(numbers[0])
            if who.kind in ("organization", "group", "state"):
                return numbers
        return ()

    def _many(self, number: int) -> bool:
        """Whether “they” can mean it: several people, or a delegation, a team, a government."""
        who = self.referent(number)
        return (
            who.plural
            or (who.kind == "organization" and who.name.endswith("s") and who.sectors[:1] in _FORCES)
            or (
                who.kind == "organization"
                and who.role
                in ("delegation", "team", "government", "police", "group", "family", "crew", "staff", "parliament")
            )
        )

    def _first_conjunct(self, head: int) -> int:
        while self.tokens[head].dep == "conj":
            head = self.tokens[head].head
        return head

    def _neuter(self, i: int) -> tuple[int, ...]:
        token = self.tokens[i]
        if token.dep == "expl" or (token.dep in _SUBJECT and self._empty(token.head)):
            return ()
        ranked = self.reader.memory.ranked(i, 2)
        if token.dep == "poss":
            if self.tokens[token.head].lemma in _HEADS:
                if self._joined_to_unknown(token.head):
                    return ()
                # “sanctions on the agency and its president”: whose head is named is told right before.
                ranked.sort(key=lambda r: i - r[1] if r[1] < i else i)
            else:
                ranked.sort(key=lambda r: 0 if self.reader.memory.binds(r[1], i) else 1)
        for numbers, _ in ranked:
            if len(numbers) != 1:
                continue
            who = self.referent(numbers[0])
            if (
                who.kind in ("state", "organization")
                or (who.kind == "group" and not who.plural)
                or (who.kind == "office" and who.role == "")
            ):
                return numbers
        return ()

    def _joined_to_unknown(self, noun: int) -> bool:
        """“Acme and its president”: whether the name that the noun is joined to is of nobody in the document."""
        token = self.tokens[noun]
        before = self.tokens[token.head]
        return token.dep == "conj" and before.pos == "PROPN" and before.i < noun and before.i not in self.roll.at

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
        named = self._named_after(i)
        if named:
            return self.reader.issuers.declare(named)
        return self.reader.issuers.behind(plural=self.tokens[i].lower in ("we", "us", "our", "ours", "ourselves"))

    def _named_after(self, i: int) -> tuple[int, ...]:
        """“We, the foreign ministers of Chad and Mali, …”: those who are named."""
        heads = [one for child in self.parsed.children(i, "appos") for one in self.parsed.conjuncts(child)]
        if not heads or self.tokens[i].lower != "we" or self.tokens[i + 1].text != ",":
            return ()
        self.reader.ahead(range(i + 2, self.parsed.subtree(i)[1]))
        return self.reader.memory.together(tuple(heads))

    def _speaker(self, i: int) -> tuple[int, ...]:
        for ancestor in self.parsed.ancestors(i):
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
                for subject in self.parsed.children(ancestor, "nsubj"):
                    if subject in self.roll.at and subject != i:
                        return self.roll.at[subject]
                    k = self.scene.person_at.get(subject)
                    if k is not None and k in self.reader.people.number:
                        return (self.reader.people.number[k],)
        return ()
