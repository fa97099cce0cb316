"""What the stages of reading statements hand to each other: a statement in the making, and the tokens around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memcon.language import Clauses, ParsedText, dateline_spans
from memcon.language.text import NOMINAL
from memcon.reading.statements.quotations import Quotation, find_quotations

_MARKS = frozenset("\"“”„‟«»'‘’`") | {"``", "''"}
_EDGE = frozenset({",", ":", ";", "-", "--", "–", "—", "...", "…", "."})
#: Constructions in which a label with a colon names the speaker.
LABELLED = frozenset({"label", "transcript"})


@dataclass(slots=True)
class Draft:
    """A statement in the making.

    ``cue``: tokens first..last (exclusive), or None where only the quotation shows that somebody speaks.
    ``anchor``: the token the cue turns on.  ``speaker``: head of the phrase that names the speaker; ``speaker_span``
    its tokens.  ``content``: tokens of what is said.  ``kind``: as in the lexicon.  ``how``: the construction.
    ``carriers``: heads of those through whom the words came.  ``cited``: of those whom the speaker cites for them.
    """

    anchor: int
    cue: tuple[int, int] | None
    kind: str
    how: str
    content: set[int] = field(default_factory=set)
    speaker: int | None = None
    speaker_span: tuple[int, int] | None = None
    quotes: list[int] = field(default_factory=list)
    negated: bool = False
    addressees: tuple[int, ...] = ()
    carriers: list[int] = field(default_factory=list)
    cited: tuple[int, ...] = ()


class Page:
    """A parsed text with its quotations, and the questions the readers of cues put to it."""

    def __init__(self, parsed: ParsedText, clauses: Clauses) -> None:
        self.parsed = parsed
        self.clauses = clauses
        self.tokens = parsed.tokens
        self.quotations: list[Quotation] = find_quotations(parsed.text)
        self.quote_tokens: list[range] = [parsed.tokens_within(*q.outer) for q in self.quotations]
        self.pieces = {
            i for q in self.quotations for start, _ in q.pieces[1:] for i in parsed.tokens_within(start, start + 1)
        }
        self.quote_of: dict[int, int] = {i: n for n, tokens in enumerate(self.quote_tokens) for i in tokens}
        #: Tokens of “GENEVA, 3 March (Reuters) –”: nobody says them.
        self.dateline = frozenset(i for span in dateline_spans(parsed.text) for i in parsed.tokens_within(*span))

    def below(self, i: int, without: Iterable[int] = ()) -> set[int]:
        """Token ``i`` with all that hangs on it, but for the children ``without`` and what hangs on them."""
        barred = set(without)
        found = {i}
        stack = [i]
        while stack:
            for child in self.tokens[stack.pop()].children:
                if child not in barred and child not in found:
                    found.add(child)
                    stack.append(child)
        return found

    def noun_span(self, head: int) -> tuple[int, int]:
        """The phrase of ``head`` with its appositions and coordinated nouns, tokens first..last (exclusive)."""
        first, last = self.parsed.phrase(head)
        stack = [head]
        while stack:
            for child in self.tokens[stack.pop()].children:
                if child > head and self.tokens[child].dep in ("appos", "conj") and self.tokens[child].pos != "VERB":
                    stack.append(child)
                    last = max(last, self.parsed.phrase(child)[1])
        for i in range(first, len(self.tokens)):
            if i >= last:
                break
            for child in self.tokens[i].children:
                # “The leaders of Guyana and Venezuela”; “Joint Chiefs of Staff (JCS)”.
                if child >= last and self.tokens[child].dep == "conj" and self.tokens[child].pos in NOMINAL:
                    last = self.parsed.phrase(child)[1]
        for i in range(head + 1, last - 1):
            # “The minister, in Brussels, hailed …”: where he was is not who he is.
            if self.tokens[i].text == "," and self.tokens[i + 1].pos == "ADP":
                last = i
                break
        opened = sum(self.tokens[i].text == "(" for i in range(first, last))
        if opened and last < len(self.tokens) and self.tokens[last].text == ")":
            last += 1
        while first < head and first in self.dateline:
            first += 1
        return first, last

    def agent_span(self, agents: Sequence[int]) -> tuple[int, tuple[int, int]]:
        """Head and phrase of who acts; “state news agency Anadolu” is one though a parser makes two subjects of it.

        “The republic, Mr Lee wrote, was …” has two to one verb: the phrase holds both.
        """
        head = agents[0]
        first, last = self.noun_span(head)
        if len(agents) == 2 and all(self.tokens[a].dep == "nsubj" for a in agents) and self.tokens[last].text == ",":
            second = self.noun_span(agents[1])
            if second[0] == last + 1:
                return agents[1], (first, second[1])
        for other in agents[1:]:
            if (
                other not in range(first, last)
                and self.noun_span(other)[0] == last
                and self.tokens[other].pos == "PROPN"
            ):
                head, last = other, self.noun_span(other)[1]
        return head, (first, last)

    def runs(self, content: set[int]) -> list[tuple[int, int]]:
        """The content as stretches of tokens first..last (exclusive), bridged over marks and trimmed at the ends."""
        if not content:
            return []
        ordered = sorted(content - self.dateline) or sorted(content)
        stretches: list[list[int]] = [[ordered[0], ordered[0] + 1]]
        for i in ordered[1:]:
            gap = range(stretches[-1][1], i)
            if not self._opens_piece(i) and all(self.is_mark(k) or self.tokens[k].pos == "SPACE" for k in gap):
                stretches[-1][1] = i + 1
            else:
                stretches.append([i, i + 1])
        trimmed = [self._trim(first, last) for first, last in stretches]
        return [(f, e) for f, e in trimmed if f < e]

    def _opens_piece(self, i: int) -> bool:
        """Whether token ``i`` begins a further paragraph of a quotation: a piece of its own."""
        return i in self.pieces

    def is_mark(self, i: int) -> bool:
        """Whether token ``i`` is punctuation."""
        return self.tokens[i].pos == "PUNCT" or self.tokens[i].text in _MARKS

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        while first < last and (
            self.tokens[first].text in _EDGE
            or (self.tokens[first].text == "(" and all(self.tokens[i].text != ")" for i in range(first, last)))
            or self.tokens[first].pos == "SPACE"
            or (self.tokens[first].lower == "that" and self.tokens[first].dep in ("mark", "dep"))
        ):
            first += 1
        while first < last and (self.tokens[last - 1].text in _EDGE or self.tokens[last - 1].pos == "SPACE"):
            last -= 1
        if first + 1 < last and first - 1 >= 0 and self.tokens[first].lower == "that" and self.is_mark(first + 1):
            first += 1
        return first, last

    def verb_group(self, verb: int) -> tuple[int, int]:
        """A verb with its auxiliaries and particle, tokens first..last (exclusive)."""
        first = last = verb
        for child in self.tokens[verb].children:
            token = self.tokens[child]
            if token.dep in ("aux", "auxpass", "neg") and child < verb:
                if all(self.tokens[k].pos in ("AUX", "ADV", "PART") for k in range(child, first)):
                    first = child
            elif token.dep == "prt" and child == verb + 1:
                last = child
        return first, last + 1

    def sentence_range(self, i: int) -> range:
        """The tokens of the sentence that ``i`` stands in."""
        sentence = self.parsed.sentence_of(i)
        return range(sentence.first, sentence.last)

    def words(self, first: int, last: int) -> Iterator[int]:
        """The tokens first..last that are words."""
        return (i for i in range(first, last) if not self.is_mark(i) and self.tokens[i].pos != "SPACE")

    def _governor(self, i: int) -> int:
        """“Officials present at the talks said”: whom the phrase that ends in ``i`` is about."""
        for above in self.parsed.ancestors(i):
            token = self.tokens[above]
            if token.pos in NOMINAL and token.dep != "pobj":
                return above
            if token.pos in ("VERB", "AUX"):
                subject = self.parsed.child(above, "nsubj")
                return subject if subject is not None and subject < i else i
        return i

    def speaker_beside(self, verb: int) -> int | None:
        """The noun phrase that touches a verb of saying, “the minister said” or “said the minister”; its head."""
        tokens = self.tokens
        for i in range(verb - 1, max(-1, verb - 12), -1):
            token = tokens[i]
            if i in self.quote_of or self.is_mark(i) or token.pos in ("SPACE", "CCONJ", "SCONJ", "VERB"):
                break
            if token.pos in NOMINAL and token.entity not in ("DATE", "TIME"):
                return self._governor(i) if token.dep == "pobj" else i
        found = None
        for i in range(verb + 1, min(len(tokens), verb + 12)):
            token = tokens[i]
            if i in self.quote_of or self.is_mark(i) or token.pos in ("VERB", "AUX", "ADP", "SCONJ", "SPACE"):
                return found if token.pos not in ("VERB", "AUX") else None
            if token.pos in NOMINAL and token.dep != "poss" and token.entity not in ("DATE", "TIME"):
                found = i
        return found
