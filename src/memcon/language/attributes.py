"""Word classes and lemmas as spaCy's attribute ruler and lemmatizer give them, remembered by kind of token.

The ruler's matcher tries some two hundred patterns on every token, a fifth of the time of the whole pipeline.  Nearly
all of them look at one token alone, as the lemmatizer does, so each kind of token needs to be looked at only once.
"""

# Without “from __future__ import annotations”: spaCy reads the types of a factory as they stand.

from collections.abc import Sequence
from typing import Any

from spacy.attrs import DEP, LEMMA, ORTH, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_Kind = tuple[int, int, int]

#: The name under which the component stands in the pipeline.
NAME = "remembered_attributes"
#: The components in whose place it stands; they stay in the pipeline, disabled.
REPLACED = ("attribute_ruler", "lemmatizer")

# What patterns may ask for: the word's form, its tag and its relation, by which findings are remembered.
_ASKED = frozenset({"ORTH", "LOWER", "IS_SPACE", "TAG", "DEP"})
#: Kinds of tokens remembered before all are forgotten: some 50 MiB.
_MOST = 200_000


def remember_attributes(pipeline: Language) -> None:
    """Put the remembering component in the place of the pipeline's attribute ruler and lemmatizer.

    Both are left at work where the ruler's patterns ask for anything else than form, tag and relation of a token, or
    the lemmatizer goes by more than form, word class and features.
    """
    if not set(REPLACED).issubset(pipeline.pipe_names):
        return
    ruler: Any = pipeline.get_pipe("attribute_ruler")
    lemmatizer: Any = pipeline.get_pipe("lemmatizer")
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    plain = all(_ASKED.issuperset(token) for pattern in patterns for token in pattern)
    if plain and type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule" and not lemmatizer.overwrite:
        pipeline.add_pipe(NAME, after="lemmatizer")
        for name in REPLACED:
            pipeline.disable_pipe(name)


class RememberedAttributes:
    """Sets what an attribute ruler and a rule lemmatizer would set."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        # Patterns of one token, patterns of several, and the first tokens of the latter.
        self._alone, self._several, self._openers = (Matcher(ruler.vocab) for _ in range(3))
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            alone = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            several = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            first = [pattern[:1] for pattern in several]
            for matcher, patterns in ((self._alone, alone), (self._several, several), (self._openers, first)):
                if patterns:
                    matcher.add(str(number), patterns)
        # Form, tag and relation of a token → the rules that hold for it.
        self._rules: dict[_Kind, tuple[int, ...]] = {}
        # The same → what is set.
        self._known: dict[_Kind, dict[Any, Any]] = {}
        # Kinds that can be the first of several.
        self._opening: set[_Kind] = set()

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a document's tokens."""
        kinds: list[_Kind] = [tuple(row) for row in doc.to_array([ORTH, TAG, DEP]).tolist()]
        known = self._known
        new = {kind for kind in kinds if kind not in known}
        if new:
            if len(known) > _MOST:
                known.clear()
                self._rules.clear()
                self._opening.clear()
                new = set(kinds)
            self._learn(sorted(new))
        found = [known[kind] for kind in kinds]
        if not self._opening.isdisjoint(kinds):
            further: dict[int, list[int]] = {}
            for number, at in self._matches(self._several, doc):
                further.setdefault(at, []).append(number)
            for at, numbers in further.items():
                found[at] = self._set_on([kinds[at]], [(*self._rules[kinds[at]], *numbers)])[0]
        for token, attributes in zip(doc, found, strict=True):
            set_token_attrs(token, attributes)
        return doc

    def _learn(self, kinds: list[_Kind]) -> None:
        doc = self._doc(kinds)
        rules: list[list[int]] = [[] for _ in kinds]
        for number, at in self._matches(self._alone, doc):
            rules[at].append(number)
        self._opening.update(kinds[start] for _, start, _ in self._openers(doc, allow_missing=True))
        for kind, held, attributes in zip(kinds, rules, self._set_on(kinds, rules), strict=True):
            self._rules[kind], self._known[kind] = tuple(held), attributes

    def _doc(self, kinds: list[_Kind]) -> Doc:
        """A text of tokens that have nothing to do with each other."""
        strings = self._ruler.vocab.strings
        words, tags, relations = ([strings[kind[column]] for kind in kinds] for column in range(3))
        return Doc(self._ruler.vocab, words, tags=tags, deps=relations)

    def _set_on(self, kinds: list[_Kind], rules: Sequence[Sequence[int]]) -> list[dict[Any, Any]]:
        """What the rules that hold for each kind of token set, later rules over earlier ones, with its lemma."""
        doc = self._doc(kinds)
        found: list[dict[Any, Any]] = []
        for token, held in zip(doc, rules, strict=True):
            attributes: dict[Any, Any] = {}
            for number in sorted(held):
                attributes |= self._ruler.attrs[number]
            set_token_attrs(token, attributes)
            found.append(attributes)
        for token, attributes in zip(self._lemmatizer(doc), found, strict=True):
            attributes[LEMMA] = token.lemma
        return found

    def _matches(self, matcher: Matcher, doc: Doc) -> list[tuple[int, int]]:
        """The rules that hold and the tokens that they are about."""
        strings, indexes = self._ruler.vocab.strings, self._ruler.indices
        found = []
        for name, start, end in matcher(doc, allow_missing=True):
            number = int(strings[name])
            index = indexes[number]
            found.append((number, start + index if index >= 0 else end + index))
        return found


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> RememberedAttributes:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return RememberedAttributes(ruler, lemmatizer)
