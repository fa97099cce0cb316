"""When it was: the date expression of an event's own clause, of the report of it, of the meeting, or of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.language import Clause, Clauses
from memcon.reading.events.status import is_speech
from memcon.reading.reckoning import Reckoned, years_back
from memcon.record import Dated, DateExpression

_SKIP = frozenset({"since", "until", "till", "before", "than"})
# A day under these is that of something else (“following the signing on 1 January”).
_OTHER = frozenset({"following", "after", "before", "since", "until", "despite", "ahead", "amid"})

# Verbs that say of an occasion that it was, or began; and those that say that it was over.
_OCCURS = frozenset(
    {"begin", "start", "break out", "erupt", "occur", "happen", "take", "hold", "commence", "flare up", "convene",
     "open", "reopen", "resume", "conclude", "sign", "agree", "reach", "declare", "broker", "launch", "adopt", "wage",
     "fight", "initial"}
)  # fmt: skip
# “had a coup in 1980”: the object is what was.
_SAW = frozenset({"have", "see", "suffer", "witness", "experience", "undergo", "survive", "stage", "host", "attend"})
_ENDS = frozenset(["collapse", "break down", "fail", "stall", "end", "break off", "fall apart", "conclude", "founder"])
# “the conclusion of”: the day of it is the occasion's.
_EDGES = frozenset({"conclusion", "end", "close", "opening", "start", "beginning", "outbreak", "launch", "signing"})
# Acts of which the end is as much their day as the beginning; the end of a truce is not.
_LONG = frozenset({"CONSULT", "ASSAULT", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A date expression with the token of its first word and the clause it stands in.

    ``modifies`` is the noun it belongs to (“the September talks”); ``other`` the “following” or “after” of
    which it dates what stands under it.
    """

    expression: DateExpression
    token: int
    clause: int
    sentence: int
    after: str
    modifies: int | None = None
    other: int | None = None


class Calendar:
    """The dates of one document by sentence."""

    def __init__(
        self, clauses: Clauses, dates: Sequence[DateExpression], published: tuple[str, str] | None = None
    ) -> None:
        self.clauses = clauses
        self.published = published
        self.text = clauses.text
        self._by_sentence: dict[int, list[Placed]] = {}
        self._lasting: set[int] = set()
        for expression in dates:
            if expression.timex_type == "DURATION":
                self._note_duration(expression)
            if expression.timex_type not in ("DATE", "TIME"):
                continue
            within = self.text.tokens_within(expression.start, expression.end)
            if not len(within):
                continue
            token = next((i for i in within if self.text.tokens[i].head not in within), within[0])
            around = clauses.around(token)
            sentence = self.text.sentence_of(token).index
            governor = self.text.tokens[self.text.tokens[token].head]
            before = self.text.tokens[within[0] - 1].lower if within[0] else ""
            after = governor.lower if governor.dep in ("prep", "mark") else before
            # “the September talks”, “yesterday’s attack”: the date is the noun’s, not the clause’s.
            own = self.text.tokens[token]
            modifies = own.head if own.dep in ("compound", "nmod", "poss", "amod", "nummod") else None
            if modifies is not None and not self._is_of(modifies):
                modifies = None
            if self._numbers(expression, within[0]):
                continue
            other = self._of_another(token, around.verb) if around is not None else None
            placed = Placed(expression, token, around.index if around else -1, sentence, after, modifies, other)
            self._by_sentence.setdefault(sentence, []).append(placed)

    def _is_of(self, noun: int) -> bool:
        """Whether a date before a noun is the noun's: not so in “last December China's ambassador met”."""
        token = self.text.tokens[noun]
        return token.pos in ("NOUN", "PROPN") and token.entity not in ("GPE", "NORP", "PERSON")

    def _numbers(self, expression: DateExpression, first: int) -> bool:
        """“resolution 2702 (2023)”: the year is part of the name."""
        if not first or not self.text.tokens[first - 1].text.endswith("("):
            return False
        return self.text.text[expression.end : expression.end + 1] == ")" and self.text.tokens[first - 2].tag == "CD"

    def belongs(self, placed: Placed, nouns: Sequence[int]) -> bool:
        """Whether a date hangs on one of these nouns by “of” (“the attack of 7 October”)."""
        tokens = self.text.tokens
        above = [i for i in self.text.ancestors(placed.token) if tokens[i].dep == "prep"][:1]
        over = set(self.text.ancestors(above[0])) if above and tokens[above[0]].lower == "of" else set()
        return not over.isdisjoint(nouns)

    def _of_another(self, token: int, verb: int) -> int | None:
        """The “following …”, “after …” that a date stands deep inside, not directly under (“after Monday”)."""
        tokens = self.text.tokens
        for steps, above in enumerate(self.text.ancestors(token)):
            if above == verb:
                return None
            if steps and tokens[above].dep in ("prep", "mark") and tokens[above].lower in _OTHER:
                return above
        return None

    def _note_duration(self, expression: DateExpression) -> None:
        within = self.text.tokens_within(expression.start, expression.end)
        around = self.clauses.around(within[0]) if len(within) else None
        if around is not None and around.perfect:
            self._lasting.add(around.index)

    def lasting(self, clause: Clause) -> bool:
        """Whether a clause tells what has been so for a stretch of time (“over six decades, X and Y have …”)."""
        return clause.index in self._lasting

    def opening(self) -> list[Placed]:
        """The dates of the main clauses in the first two sentences, in order."""
        found = []
        for sentence in sorted(self._by_sentence)[:2]:
            if sentence > 2:
                break
            for placed in self._by_sentence[sentence]:
                clause = self.clauses.all[placed.clause] if placed.clause >= 0 else None
                if clause is None or placed.modifies is not None or placed.other is not None or placed.after in _SKIP:
                    continue
                if clause.relation in ("root", "ccomp", "conj") and clause.tense == "past":
                    found.append(placed)
        return found

    def of_clause(self, clause: Clause) -> Placed | None:
        """The date that a clause states, or takes from the clause it completes."""
        at: Clause | None = clause
        for _ in range(5):
            if at is None:
                return None
            found = self._in(at.sentence, at.index, at.verb) or self._during(at)
            if found is not None:
                return found
            if at.parent is None or at.relation in ("ccomp", "relcl", "parataxis", "acl"):
                return None
            if at.relation == "advcl" and at.form == "finite":
                return None
            parent = self.clauses.all[at.parent]
            if at.relation == "conj":
                earlier = [p for p in self._at(parent.sentence, parent.index) if p.token < at.verb]
                return earlier[0] if earlier and earlier[0].token < parent.verb else None
            at = parent
        return None

    def _during(self, clause: Clause) -> Placed | None:
        """“during the 2000 summit”: the occasion's date is the act's."""
        nouns = set(clause.oblique("during", "at", "following", "after"))
        for placed in self._by_sentence.get(clause.sentence, ()):
            if placed.clause == clause.index and placed.modifies in nouns and placed.expression.first:
                return placed
        return None

    def of_report(self, clause: Clause) -> Placed | None:
        """The date of the saying that a clause is the content of."""
        at: Clause | None = clause
        for _ in range(5):
            if at is None or at.parent is None:
                return None
            parent = self.clauses.all[at.parent]
            if at.relation == "ccomp" or (at.relation == "parataxis" and is_speech(parent.lemma)):
                return self._in(parent.sentence, parent.index, parent.verb)
            at = parent
        return None

    def of_speech_beside(self, clause: Clause) -> Placed | None:
        """“X met Y, the UN reported on Friday”: the saying that hangs on the clause itself."""
        for kid in self.clauses.children(clause):
            beside = kid.relation in ("parataxis", "ccomp", "conj") and is_speech(kid.lemma)
            if beside and kid.verb > clause.verb:
                found = self._in(kid.sentence, kid.index, kid.verb)
                if found is not None:
                    return found
        return None

    def in_phrase(self, noun: int) -> Placed | None:
        """The date inside the phrase of a noun (“the meeting on Friday”)."""
        sentence = self.text.sentence_of(noun).index
        placed = self._by_sentence.get(sentence)
        if not placed:
            return None
        for found in placed:
            if noun in self._hung_on(found.token):
                return found if found.after not in _SKIP else None
        over = set(self.text.ancestors(noun))
        return next((found for found in placed if found.other in over and found.modifies is None), None)

    def after_place(self, place: int) -> Placed | None:
        """The date that follows the name of a place under its preposition (“in Oslo in May and in Rome in June”)."""
        tokens = self.text.tokens
        here = self._by_sentence.get(self.text.sentence_of(place).index, ())
        end = next((i for i in self.text.ancestors(place) if self.clauses.of(i) is not None), place)
        last = next((t.i for t in tokens[place + 1 :] if t.dep == "conj" and t.pos == "ADP"), self.text.subtree(end)[1])
        return next((placed for placed in here if place < placed.token < last), None)

    def _hung_on(self, token: int) -> Iterator[int]:
        """The nouns that a date hangs on: directly, under a preposition, or through a place (“in Bern in 2009”)."""
        tokens = self.text.tokens
        steps, below = 0, ""
        for above in self.text.ancestors(token):
            if self.clauses.of(above) is not None:
                return
            yield above
            dep = tokens[above].dep
            place = dep == "pobj" and below == "prep" and tokens[above].entity in ("GPE", "LOC", "FAC")
            steps += not (place or dep == below == "prep")
            below = "prep" if place else dep
            if steps >= 2:
                return

    def of_its_own(self, noun: int) -> Placed | None:
        """The date that an occasion carries itself: in its phrase, or in a clause about it (“launched on May 3”)."""
        found = self.in_phrase(noun)
        if found is not None:
            return found
        for clause in self.clauses.by_sentence.get(self.text.sentence_of(noun).index, ()):
            if clause.antecedent == noun and clause.relation in ("acl", "relcl"):
                return self._in(clause.sentence, clause.index, clause.verb)
        return None

    def of_occasion(self, noun: int, kind: str = "") -> Placed | None:
        """The date of an occasion: its own, that of its end, or of the clause that tells it was (“broke out in May”).

        Args:
            noun: the noun that names it.
            kind: the type of its event: of some kinds the end dates it too.
        """
        found = self.of_its_own(noun)
        if found is not None:
            return found
        tokens = self.text.tokens
        of = tokens[tokens[noun].head]
        if of.lower == "of" and tokens[of.head].lemma in _EDGES:
            return self.in_phrase(of.head)  # “the conclusion of the conference on July 26”
        last = self.text.phrase(noun)[1]
        for clause in self.clauses.by_sentence.get(self.text.sentence_of(noun).index, ()):
            about = clause.antecedent if clause.relation in ("acl", "relcl") else None
            begun = clause.lemma in _OCCURS
            over = clause.lemma in _ENDS and kind in _LONG
            if clause.negated:
                continue  # “has never had a coup since 1960”
            if (
                # “the conflict in Ethiopia, which began”
                (begun and about is not None and noun < about < last)
                or (noun in clause.patient and (begun or (not clause.passive and (over or clause.lemma in _SAW))))
                or (noun in clause.agent and not clause.passive and (begun or over))
            ):
                return self._in(clause.sentence, clause.index, clause.verb)
        return self.right_behind(noun)

    def tells_when(self, noun: int, kind: str = "") -> bool:
        """Whether the text says when the occasion was that a noun names."""
        return self.of_occasion(noun, kind) is not None or self.reckoned(noun) is not None

    def reckoned(self, noun: int) -> Reckoned | None:
        """“the 50th anniversary of the island’s division”: so many years before the report."""
        return years_back(self.text, noun, self.published, only_anniversaries=True)

    def since(self, clause: Clause) -> Placed | None:
        """The date since which something has been so (“has trained troops since 2015”)."""
        here = self._by_sentence.get(clause.sentence, ())
        return next((p for p in here if p.clause == clause.index and p.after == "since"), None)

    def all_before(self, sentence: int, day: str) -> bool | None:
        """Whether all dates of a sentence lie before a day (ISO); None where it has none that is resolved."""
        told = [p.expression.last for p in self._by_sentence.get(sentence, ()) if p.expression.last]
        return all(last < day for last in told) if told else None

    def right_behind(self, noun: int) -> Placed | None:
        """The date right after the phrase of a noun, whatever the parser hung it on (“after the invasion in May”)."""
        text = self.text
        last = text.phrase(noun)[1]
        if last + 1 >= len(text.tokens) or any(text.tokens[c].lower in _OTHER for c in text.tokens[noun].children):
            return None
        for placed in self._by_sentence.get(text.sentence_of(noun).index, ()):
            if placed.modifies is None and placed.expression.start == text.tokens[last + 1].start:
                return placed if text.tokens[last].lower in ("in", "on") else None
        return None

    def _at(self, sentence: int, clause: int) -> list[Placed]:
        return [
            p
            for p in self._by_sentence.get(sentence, ())
            if p.clause == clause and p.modifies is None and p.other is None
        ]

    def _in(self, sentence: int, clause: int, verb: int) -> Placed | None:
        found = [p for p in self._at(sentence, clause) if p.after not in _SKIP]
        if not found:
            return None
        return min(found, key=lambda p: (p.expression.first is None, abs(p.token - verb)))


def dated(placed: Placed, basis: str, text_of: Clauses) -> Dated:
    """The date expression as the date of an event."""
    expression = placed.expression
    span = expression.span
    if expression.first and expression.last:
        return Dated(expression.first, expression.last, basis, span)
    return Dated(None, None, basis, span)
