"""What the readers of one document's facts share, and the list they write to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memcon.language import Clause, Clauses, ParsedText, factuality
from memcon.reading.facts.parties import Parties
from memcon.reading.facts.patterns import NounClass, Pattern, Patterns
from memcon.reading.facts.spans import evidence, figures
from memcon.reading.facts.times import NOTHING, Calendar, Times
from memcon.record import Fact, Statement

# “letter of credence”, “the restoration of its independence”: what follows “of” decides.
_THROUGH = frozenset({"letter", "restoration", "attainment", "fact"})
_MODIFIERS = ("compound", "amod", "nmod", "poss")


@dataclass(slots=True)
class Page:
    """One document under the eyes of the readers."""

    text: ParsedText
    clauses: Clauses
    parties: Parties
    calendar: Calendar
    patterns: Patterns
    statements: tuple[Statement, ...] = ()
    published: tuple[str, str] | None = None
    facts: list[Fact] = field(default_factory=list)
    _seen: dict[tuple[object, ...], int] = field(default_factory=dict)

    def say(
        self,
        relation: str,
        subject: str,
        object_: str | None,
        sentence: int,
        tokens: Iterable[int],
        times: Times = NOTHING,
        *,
        value: str | None = None,
        qualifiers: Mapping[str, object] | None = None,
        negated: bool = False,
        status: str = "happened",
    ) -> None:
        """Writes a fact down, once for the same thing said of the same days."""
        if subject == object_:
            return
        span = evidence(self.text, sentence, tokens, times.text)
        said = {**times.qualifiers, **(qualifiers or {}), **figures(span.text)}
        key = (
            relation,
            subject,
            object_,
            times.start,
            times.end,
            negated,
            said.get("on"),
            said.get("elected"),
            times.text and times.text.text,
        )
        if key in self._seen:
            return
        self._seen[key] = len(self.facts)
        inside = [s for s in self.statements if s.content.covers(span)]
        statement = min(inside, key=lambda s: s.content.end - s.content.start).id if inside else None
        self.facts.append(
            Fact(
                "",
                relation,
                subject,
                object_,
                times.start,
                times.end,
                span,
                None,
                value,
                said,
                statement,
                negated,
                "denied" if negated and status == "happened" else status,
                times.text,
            )
        )

    def is_a(self, head: int, name: str, predicate: str = "") -> bool:
        """Whether the noun ``head`` belongs to a noun class of the tables."""
        kind: NounClass = self.patterns.nouns[name]
        token = self.text.tokens[head]
        if kind.actors and any(self.parties.kind(a) == kind.actors for a in self.parties.named(head)):
            if name == "institution":
                named = any(self.parties.is_international(a) for a in self.parties.named(head))
                named = named and token.lower != "relations"  # “Establishment of Diplomatic Relations”, a heading
                if named and token.lemma not in self.patterns.events:
                    return self.class_word(head, self.patterns.nouns["mission"]) is None
            else:
                return True
        word = self.class_word(head, kind)
        if word is None:
            return False
        modifiers = self.modifiers(word)
        if kind.unless and not kind.unless.isdisjoint(modifiers) and kind.despite.isdisjoint(modifiers):
            return False
        if self.text.tokens[word].lemma in kind.narrow or token.lower in kind.narrow:
            return not kind.only.isdisjoint(modifiers) or predicate in kind.enough
        return True

    def class_word(self, head: int, kind: NounClass) -> int | None:
        """The word by which a phrase belongs to a class: its head, or “Embassy” in “Embassy Bangui”."""
        tokens = self.text.tokens
        if _singular(tokens[head].lemma) in kind.heads:
            return head
        if tokens[head].lemma in _THROUGH:
            return next((h for h in self.parties.under(head, "of") if tokens[h].lemma in kind.heads), None)
        if tokens[head].pos == "PROPN":
            for child in tokens[head].children:
                token = tokens[child]
                named = token.dep == "compound" and token.text[:1].isupper() and child < head
                if named and _singular(token.lemma) in kind.heads:
                    return child
        return None

    def modifiers(self, noun: int) -> set[str]:
        """The words before a noun that modify it, lower case, coordinated ones with it."""
        tokens = self.text.tokens
        found: set[str] = set()
        stack = [noun]
        while stack:
            for child in tokens[stack.pop()].children:
                if child < noun and tokens[child].dep in (*_MODIFIERS, "conj", "nummod"):
                    found.add(tokens[child].lower)
                    found.add(tokens[child].lemma)
                    stack.append(child)
        return found

    def phrase_words(self, head: int) -> str:
        """The noun phrase with this head as the text has it, without a leading article."""
        first, last = self.text.phrase(head)
        return self.words(first, last)

    def name_words(self, head: int) -> str:
        """The phrase without its parties: “treaty of friendship” of “the treaty of friendship with Niger”."""
        first, last = self.text.phrase(head)
        for child in self.text.tokens[head].children:
            if child > head and self.text.tokens[child].lower in ("between", "with", "among", "in", "at"):
                last = min(last, child)
        return self.words(first, max(last, head + 1))

    def words(self, first: int, last: int) -> str:
        """Tokens ``first``..``last`` (exclusive) as the text has them, without a leading article."""
        if first < last - 1 and self.text.tokens[first].lower in ("the", "a", "an", "its", "his", "her", "their"):
            first += 1
        return " ".join(self.text.span(first, last).text.split())

    def allowed(self, pattern: Pattern, actors: Iterable[str]) -> tuple[str, ...]:
        """The actors that can be the object of a pattern."""
        kind = pattern.object_kind
        if pattern.relation == "part_of":
            return tuple(a for a in actors if self.parties.is_international(a))
        return tuple(a for a in actors if kind is None or self.parties.kind(a) == kind)


def status_of(clauses: Clauses, clause: Clause) -> tuple[str, bool]:
    """Whether what a clause tells took place, is planned, asked for …; and whether it is negated."""
    status, negated = _own_status(clauses, clause)
    doubt = factuality(clauses, clause) if not negated else None
    if doubt == "denied":
        return "happened", True
    return (doubt if doubt and status == "happened" else status), negated


def _own_status(clauses: Clauses, clause: Clause) -> tuple[str, bool]:
    """The status by a clause's own words and those that govern its infinitive."""
    negated = clause.negated
    if clause.conditional:
        return "conditional", negated
    if clause.modal in ("can", "could", "may", "might"):
        return "hypothetical", negated
    if clause.modal in ("will", "shall", "would", "should", "must") or clause.tense == "future":
        return ("requested" if clause.modal in ("should", "must") else "planned"), negated
    if clause.parent is None:
        return "happened", negated
    parent = clauses.all[clause.parent]
    if clause.form == "infinitive" and clause.relation != "conj":
        status, refused = _under(clauses, clause, parent)
        return status, negated != refused
    if clause.mark in ("for",) and clause.form == "gerund" and parent.lemma in _WISHES:
        return "planned", negated
    if clause.relation == "conj" and clause.form == "infinitive":
        status, refused = status_of(clauses, parent)
        return status, negated or refused
    return "happened", negated


_DONE = frozenset(
    {"begin", "start", "continue", "help", "manage", "proceed", "go", "come", "move", "be", "one", "use", "serve",
     "agree", "force", "lead", "allow", "happen", "first", "last", "only"}
)  # fmt: skip
_ASKS = frozenset(
    {"urge", "ask", "call", "request", "demand", "invite", "appeal", "press", "encourage", "order", "instruct", "tell",
     "recommend", "propose", "suggest", "advise", "implore", "exhort"}
)  # fmt: skip
_REFUSES = frozenset({"refuse", "decline", "fail", "neglect"})
_WISHES = frozenset({"apply", "bid", "push", "plan", "prepare", "wish", "hope", "wait", "strive", "opt", "negotiate"})


def _under(clauses: Clauses, clause: Clause, parent: Clause) -> tuple[str, bool]:
    """The status of an infinitive by the word it hangs on."""
    if clause.relation in ("relcl", "acl") and clause.antecedent is not None:
        modifiers = {clauses.text.tokens[c].lower for c in clauses.text.tokens[clause.antecedent].children}
        noun = clauses.text.tokens[clause.antecedent].lower
        ranked = modifiers & {"first", "second", "third", "last", "only", "latest"} or noun in ("first", "last", "only")
        return ("happened" if ranked else "planned"), False
    if parent.lemma in _REFUSES:
        return "happened", True
    if parent.lemma in _ASKS:
        return "requested", False
    if parent.lemma in _DONE:
        return status_of(clauses, parent)
    return "planned", False


def _singular(lemma: str) -> str:
    return {"embassies": "embassy", "legations": "legation", "missions": "mission", "relations": "relation"}.get(
        lemma, lemma
    )
